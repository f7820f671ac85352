//! What a settlement before said, as plain figures with their cells. It is written into the trace of the new workbook,
//! so that an auditor has it without the old one.

use serde::{Deserialize, Serialize};

use super::changes::{Change, Kind};
use super::measures::{ASSISTANT, COMPONENT, is_source_part};
use super::sources::sources_of;
use crate::calc::{Format, Value};
use crate::records::Submission;
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
    /// and totals of the form speak of other months and are not set against each other. Told by [`super::build()`].
    pub whole: bool,
}

impl Before {
    /// A figure of no round, component, source, assistant or row.
    pub(super) fn new(what: &str, format: Format, value: Option<Exact>, place: String) -> Self {
        let what = what.to_owned();
        Self {
            what,
            round: None,
            component: None,
            source: None,
            assistant: None,
            row: None,
            format,
            value,
            place,
        }
    }
}

/// Returns what a workbook settled: components, also those of half-years that it took over from the settlement before
/// it, then assistants. `submission` is that of its tables, which tell who paid.
pub fn figures_of(trace: &Trace, file: &str, submission: &Submission) -> Vec<Before> {
    let mut all = Vec::new();
    let home = |figure: &Figure| match figure.at {
        Some((sheet, row, column)) => {
            let name = trace.sheets.get(sheet).map_or("", |s| s.name.as_str());
            place(file, name, (row, column))
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
        let source = match sources_of(submission, whole.round.as_deref(), component).as_slice() {
            [only] => Some(only.word().to_owned()),
            _ => None,
        };
        for (what, _) in COMPONENT {
            let (value, place) = match of(what) {
                Some(figure) => (number(&figure.value), home(figure)),
                None if is_source_part(what) => continue,
                None => (None, file.to_owned()),
            };
            all.push(Before {
                round: whole.round.clone(),
                component: whole.component.clone(),
                source: source.clone(),
                ..Before::new(what, Format::Money, value, place)
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
        if ASSISTANT.iter().any(|(what, _)| figure.what == *what) {
            let (value, assistant) = (number(&figure.value), figure.assistant.clone());
            all.push(Before { assistant, ..Before::new(&figure.what, Format::Money, value, home(figure)) });
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

/// `FILE › SHEET › CELL`.
pub(super) fn place(file: &str, sheet: &str, (row, column): (u32, u32)) -> String {
    format!("{file} › {sheet} › {}", a1(row, column))
}

pub(super) fn number(value: &Value) -> Option<Exact> {
    match value {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    }
}
