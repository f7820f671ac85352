//! What a settlement before said, as plain figures with their cells. It is written into the trace of the new workbook,
//! so that an auditor has it without the old one.

use serde::{Deserialize, Serialize};

use super::changes::{Change, Kind};
use crate::calc::{Format, Value};
use crate::records::FundingSource;
use crate::source::a1;
use crate::trace::{Figure, Trace};
use crate::units::Exact;

/// A figure of the settlement before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Before {
    /// Stable name, such as `co_financing`; `form` for a total of the form.
    pub what: String,
    /// Half-year, where the year has two rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// Component of the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Source of the money, where one source paid all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Assistant, by identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistant: Option<String>,
    /// Sheet, row and column of a total of the form, or the budget paragraph, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// How it is shown; tells money from other numbers.
    #[serde(default = "money", skip_serializing_if = "is_money")]
    pub format: Format,
    /// Its value, in złoty if it is money; none where it was not known.
    pub value: Option<Exact>,
    /// `FILE › SHEET › CELL`; the file alone where no cell shows it.
    pub place: String,
}

/// The settlement before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Previous {
    /// Name of its file, without folders.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Its edition.
    pub edition: String,
    /// Version of the program that made it.
    pub program: String,
    /// The day it speaks of, ISO.
    pub as_of: String,
    /// First and last day it settled, ISO.
    pub period: (String, String),
    /// Which correction it was itself; zero for a first settlement.
    pub number: u32,
    /// What the settlement now is to it.
    pub kinds: Vec<Kind>,
    /// What changed in the tables since.
    pub changes: Vec<Change>,
    /// What it settled.
    pub figures: Vec<Before>,
    /// Does it settle no day that the settlement now does not? Where a half-year is taken over, assistants, paragraphs
    /// and totals of the form speak of other months and are not set against each other.
    pub whole: bool,
}

/// Figures of a component that are set against each other.
pub(super) const COMPONENT: [&str; 11] = [
    "cost",
    "limit",
    "awarded",
    "transferred",
    "co_financing",
    "state_budget_part",
    "labour_fund_part",
    "own_contribution",
    "due_not_transferred",
    "unused",
    "returned",
];

/// Figures of an assistant that are set against each other.
pub(super) const ASSISTANT: [&str; 5] = [
    "supplement_cost",
    "supplement_co_financing",
    "employment_cost",
    "employment_co_financing",
    "own_contribution",
];

/// Returns what a workbook settled: components, also those of half-years that it took over from the settlement before
/// it, then assistants. `sources` names the one source of a component's money, where there was one.
pub fn figures_of(
    trace: &Trace,
    file: &str,
    sources: &dyn Fn(Option<&str>, &str) -> Option<FundingSource>,
) -> Vec<Before> {
    let mut all = Vec::new();
    let place = |figure: &Figure| match figure.at {
        Some((sheet, row, column)) => {
            let name = trace.sheets.get(sheet).map_or("", |s| s.name.as_str());
            format!("{file} › {name} › {}", a1(row, column))
        }
        None => file.to_owned(),
    };
    let settled = trace.figures.iter().filter(|f| f.what == "co_financing" && f.component.is_some());
    for whole in settled {
        let of = |what: &str| {
            trace
                .figures
                .iter()
                .find(|f| f.what == what && f.round == whole.round && f.component == whole.component)
        };
        let component = whole.component.as_deref().unwrap_or_default();
        let source = sources(whole.round.as_deref(), component).map(|s| s.word().to_owned());
        for what in COMPONENT {
            let part = what.ends_with("_part");
            let Some(figure) = of(what).or((!part).then_some(whole)) else { continue };
            let known = figure.what == what;
            all.push(Before {
                what: what.to_owned(),
                round: whole.round.clone(),
                component: whole.component.clone(),
                source: source.clone(),
                assistant: None,
                row: None,
                format: Format::Money,
                value: number(&figure.value).filter(|_| known),
                place: if known { place(figure) } else { file.to_owned() },
            });
        }
    }
    let taken_over = |before: &&Before| {
        let same = |f: &Figure| f.component.is_some() && f.round == before.round;
        before.component.is_some() && !trace.figures.iter().any(same)
    };
    let older = trace.head.previous.iter().flat_map(|previous| &previous.figures);
    all.extend(older.filter(taken_over).cloned());
    for figure in trace.figures.iter().filter(|f| f.assistant.is_some() && f.month.is_none()) {
        if ASSISTANT.contains(&figure.what.as_str()) {
            all.push(Before {
                what: figure.what.clone(),
                round: None,
                component: None,
                source: None,
                assistant: figure.assistant.clone(),
                row: None,
                format: Format::Money,
                value: number(&figure.value),
                place: place(figure),
            });
        }
    }
    all
}

/// What [`Before::format`] is where nothing is written.
fn money() -> Format {
    Format::Money
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_money(format: &Format) -> bool {
    *format == Format::Money
}

pub(super) fn number(value: &Value) -> Option<Exact> {
    match value {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    }
}
