//! Explanations of a workbook on the disk and of tables: finds the trace, reads the question, calls `explain`.

use std::path::{Path, PathBuf};

use super::{CannotRun, Job};
use crate::explain::address::{self, Fault};
use crate::explain::{self, At, Explanation, Ground, Limits, differences};
use crate::intake::book::{self, ReadBook};
use crate::recalc;
use crate::trace::pack::PackError;
use crate::trace::{SHAPE, Trace, sheet};
use crate::units::Month;

/// Amounts asked about by whose they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Whose {
    /// Identifier of the assistant, as typed.
    pub assistant: String,
    /// One month; none: the whole settlement.
    pub month: Option<Month>,
}

/// Explains a cell of a workbook.
pub fn cell(path: &Path, typed: &str, limits: Limits) -> Result<Explanation, CannotRun> {
    let book = book::open(path)?;
    let trace = traced(&book)?;
    let at = address::parsed(&trace, typed).map_err(|fault| misread(&trace, typed, fault))?;
    Ok(explained(&trace, &[(at, None)], limits, Some(&book)))
}

/// Explains an assistant's amounts in a workbook; nothing where the inputs are not one workbook that carries a trace.
pub fn in_workbook(
    inputs: &[PathBuf],
    whose: &Whose,
    limits: Limits,
) -> Result<Option<Explanation>, CannotRun> {
    let [only] = inputs else { return Ok(None) };
    let xlsx = only.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let opened = if xlsx { book::open(only).ok() } else { None };
    let Some(book) = opened.filter(|book| book.sheet(sheet::NAME).is_some()) else { return Ok(None) };
    let trace = traced(&book)?;
    Ok(Some(explained(&trace, &amounts(&trace, whose)?, limits, Some(&book))))
}

/// Explains an assistant's amounts from the tables. Errors in the data make the settlement a draft, as everywhere.
pub fn in_tables(
    job: &Job,
    forms: Option<&Path>,
    whose: &Whose,
    limits: Limits,
) -> Result<Explanation, CannotRun> {
    let forms = super::forms(forms)?;
    let mut run = super::run(job)?;
    let draft = run.has_errors();
    let trace = super::papers::trace_alone(&mut run, &forms, draft)?;
    let trace = trace.ok_or_else(|| CannotRun::new("explain-not-settled"))?;
    Ok(explained(&trace, &amounts(&trace, whose)?, limits, None))
}

fn explained(
    trace: &Trace,
    asked: &[(At, Option<String>)],
    limits: Limits,
    book: Option<&ReadBook>,
) -> Explanation {
    let read = recalc::of_trace(trace);
    let ground = Ground::new(trace, &read);
    let mut explanation = explain::explain(&ground, asked, limits);
    if let Some(book) = book {
        explanation.changed = differences::changed(&explanation, trace, book);
    }
    explanation
}

fn traced(book: &ReadBook) -> Result<Trace, CannotRun> {
    let said = |key: &'static str| CannotRun::new(key).with("file", &book.name);
    match sheet::found(book) {
        None => Err(said("explain-no-trace")),
        Some(Err(PackError::Newer { shape })) => {
            Err(said("explain-newer-trace").with("shape", shape).with("known", SHAPE))
        }
        Some(Err(other)) => Err(said("explain-damaged-trace").with("reason", other)),
        Some(Ok(trace)) => Ok(trace),
    }
}

fn misread(trace: &Trace, typed: &str, fault: Fault) -> CannotRun {
    let sheets = trace.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
    match fault {
        Fault::Unreadable => CannotRun::new("explain-cell-unreadable").with("typed", typed),
        Fault::NoSheet(sheet, Some(nearest)) => {
            CannotRun::new("explain-no-sheet-near").with("sheet", sheet).with("nearest", nearest)
        }
        Fault::NoSheet(sheet, None) => {
            CannotRun::new("explain-no-sheet").with("sheet", sheet).with("sheets", sheets)
        }
        Fault::Empty(cell, Some(nearest)) => {
            CannotRun::new("explain-cell-empty-near").with("cell", cell).with("nearest", nearest)
        }
        Fault::Empty(cell, None) => CannotRun::new("explain-cell-empty").with("cell", cell),
        Fault::Text(cell, text) => CannotRun::new("explain-cell-text").with("cell", cell).with("text", text),
        Fault::Bare(cell) => CannotRun::new("explain-cell-bare").with("cell", cell),
    }
}

/// The figures of an assistant: of one month, or of the whole settlement; those that no cell shows are left out.
fn amounts(trace: &Trace, whose: &Whose) -> Result<Vec<(At, Option<String>)>, CannotRun> {
    let typed = whose.assistant.trim();
    let is = |id: &str| id == typed || id.to_lowercase() == typed.to_lowercase();
    let own: Vec<_> = trace.figures.iter().filter(|f| f.assistant.as_deref().is_some_and(is)).collect();
    if own.is_empty() {
        let known = distinct(trace.figures.iter().filter_map(|f| f.assistant.clone()));
        return Err(CannotRun::new("explain-no-assistant").with("assistant", typed).with("known", known));
    }
    let month = whose.month.map(|month| month.to_string());
    let of_month: Vec<_> = own.iter().filter(|figure| figure.month == month).collect();
    if of_month.is_empty() {
        let known = distinct(own.iter().filter_map(|f| f.month.clone()));
        let month = month.unwrap_or_default();
        return Err(CannotRun::new("explain-no-month")
            .with("assistant", typed)
            .with("month", month)
            .with("known", known));
    }
    let told = of_month.iter().filter(|figure| WHAT.contains(&figure.what.as_str()));
    Ok(told.filter_map(|figure| Some((figure.at?, Some(figure.what.clone())))).collect())
}

/// Amounts that answer a question about an assistant; all others are steps on the way to them.
const WHAT: [&str; 6] = [
    "supplement_co_financing",
    "supplement_own",
    "employment_co_financing",
    "employment_own",
    "employment_cost",
    "own_contribution",
];

fn distinct(all: impl Iterator<Item = String>) -> String {
    let set: std::collections::BTreeSet<String> = all.collect();
    set.into_iter().collect::<Vec<_>>().join(", ")
}
