//! Two traces of one run, side by side: which figures, and which cells of the workbook, are other ones.
//!
//! The trace of the capsule was written by somebody else: it is taken apart only up to a size, and the lists and names
//! followed are those of the trace just made.

use std::collections::BTreeMap;

use super::compare::{LISTED, more};
use crate::calc::{Format, Value};
use crate::finding::code::replay as code;
use crate::finding::{Fact, Finding};
use crate::source::{CellRef, SheetId, SourceFile, Sources, a1};
use crate::trace::pack::{PackError, from_json};
use crate::trace::{Figure, Held, Trace, TraceSheet};
use crate::units::Money;

/// Bytes of a recorded trace that is taken apart: a year of a hundred assistants.
const MAX_BYTES: usize = 24 * 1024 * 1024;

/// What became of the comparison.
#[derive(Debug, Default)]
pub struct Compared {
    /// Figures that differ.
    pub figures: Vec<Finding>,
    /// One finding for each sheet with cells that differ, at the first of them.
    pub cells: Vec<Finding>,
    /// The sheets that these name.
    pub sources: Sources,
}

/// Compares a recorded trace with that of the run just made, both as JSON.
pub fn compare(then: &[u8], now: &[u8], workbook: &str) -> Compared {
    let mut compared = Compared::default();
    if then == now {
        return compared;
    }
    let then = if then.len() > MAX_BYTES { Err(PackError::TooLarge) } else { from_json(then) };
    let (Ok(then), Ok(now)) = (then, from_json(now)) else {
        compared.figures.push(Finding::new(&code::REPLAY_TRACE_UNREADABLE));
        return compared;
    };
    compared.figures = figures(&then, &now);
    let file = SourceFile { name: workbook.to_owned(), sha256: String::new(), bytes: 0 };
    let file = compared.sources.add_file(file);
    let gone = then.sheets.iter().filter(|sheet| now.sheet(&sheet.name).is_none()).take(LISTED);
    let now = now.sheets.iter().map(|sheet| (then.sheet(&sheet.name), Some(sheet)));
    for (then, now) in now.chain(gone.map(|sheet| (Some(sheet), None))) {
        let Some(name) = now.or(then).map(|sheet| &sheet.name) else { continue };
        let sheet = compared.sources.add_sheet(file, name);
        compared.cells.extend(cells(sheet, then, now));
    }
    compared
}

/// A figure's key as people name it: assistant, month, form, component, round, what.
fn key(figure: &Figure) -> String {
    let parts = [
        &figure.assistant,
        &figure.month,
        &figure.form,
        &figure.component,
        &figure.round,
        &Some(figure.what.clone()),
    ];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" / ")
}

/// Totals come first, as the settlement lists them; lines of one key, such as two contracts of a month, by their order.
fn figures(then: &Trace, now: &Trace) -> Vec<Finding> {
    let numbered = |trace: &Trace| -> BTreeMap<(String, usize), Value> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let one = |figure: &Figure| {
            let key = key(figure);
            let count = seen.entry(key.clone()).and_modify(|n| *n += 1).or_insert(0);
            ((key, *count), figure.value.clone())
        };
        trace.figures.iter().map(one).collect()
    };
    let (mut before, after) = (numbered(then), numbered(now));
    let mut differ = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for figure in &now.figures {
        let key = key(figure);
        let count = *seen.entry(key.clone()).and_modify(|n| *n += 1).or_insert(0);
        let value = before.remove(&(key.clone(), count));
        if value.as_ref() != Some(&figure.value) {
            differ.push(figure_differs(&key, figure.format, value.as_ref(), Some(&figure.value)));
        }
    }
    let gone = before.len();
    let left = before.iter().filter(|(key, _)| !after.contains_key(*key)).take(LISTED);
    differ.extend(left.map(|((key, _), value)| figure_differs(key, Format::Money, Some(value), None)));
    let all = differ.len().max(gone);
    differ.truncate(LISTED);
    differ.extend(more(all));
    differ
}

fn figure_differs(key: &str, format: Format, then: Option<&Value>, now: Option<&Value>) -> Finding {
    let mut finding = Finding::new(&code::REPLAY_FIGURE_DIFFERS)
        .with("figure", Fact::Text(key.chars().take(200).collect()));
    finding.seen = now.and_then(|value| fact(format, value));
    finding.expected = then.and_then(|value| fact(format, value));
    if let (Some(Fact::Amount(now)), Some(Fact::Amount(then))) = (&finding.seen, &finding.expected) {
        finding.difference = Money::from_exact(&(now.to_exact() - then.to_exact()));
    }
    finding
}

fn fact(format: Format, value: &Value) -> Option<Fact> {
    match value {
        Value::Blank => None,
        Value::Text(text) => Some(Fact::Text(text.chars().take(400).collect())),
        Value::Number(n) => Some(match Money::from_exact(n).filter(|_| format == Format::Money) {
            Some(amount) => Fact::Amount(amount),
            None => Fact::Number(n.clone()),
        }),
    }
}

/// The first cell of a sheet that differs, with the number of all: a row more moves everything below it.
fn cells(sheet: SheetId, then: Option<&TraceSheet>, now: Option<&TraceSheet>) -> Option<Finding> {
    let held = |sheet: Option<&TraceSheet>| -> BTreeMap<(u32, u32), Held> {
        let all = sheet.map(|sheet| sheet.cells.as_slice()).unwrap_or_default();
        all.iter().map(|cell| ((cell.row, cell.column), cell.holds.clone())).collect()
    };
    let (then, now) = (held(then), held(now));
    let differs = |at: &&(u32, u32)| then.get(*at) != now.get(*at);
    let gone = then.keys().filter(|at| !now.contains_key(*at)).count();
    let count = now.keys().filter(differs).count() + gone;
    let first = then.keys().chain(now.keys()).filter(differs).min()?;
    let shown = |cells: &BTreeMap<(u32, u32), Held>| {
        cells.get(first).map(|held| match held {
            Held::Formula(formula, value) => {
                let value = fact(Format::General, value).map(|fact| match fact {
                    Fact::Number(n) => n.to_short(6),
                    Fact::Text(text) => text,
                    _ => String::new(),
                });
                let formula: String = formula.chars().take(300).collect();
                Fact::Text(format!("={formula} → {}", value.unwrap_or_default()))
            }
            other => fact(Format::General, &other.value()).unwrap_or(Fact::Text(String::new())),
        })
    };
    let mut finding =
        Finding::at(&code::REPLAY_CELLS_DIFFER, CellRef { sheet, row: first.0, column: first.1 });
    (finding.seen, finding.expected) = (shown(&now), shown(&then));
    let count = Fact::Count(i64::try_from(count).unwrap_or(i64::MAX));
    Some(finding.with("cell", Fact::Text(a1(first.0, first.1))).with("count", count))
}
