//! Differences of the workbook as a whole: its sheets, what is hidden, where it points, what it could run.

use std::collections::{BTreeMap, BTreeSet};

use super::align::rising;
use super::compare::yes;
use super::meaning::seen as seen_of;
use super::sheets::Maps;
use super::value::same_text;
use crate::audit::cell;
use crate::calc::Format;
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::intake::book::ReadBook;
use crate::source::{ROWS, column_letters};
use crate::trace::Trace;
use crate::trace::sheet::{DIGEST_ROW, FIRST_PART, NAME, lines};

/// What can be said of any workbook: hidden parts, links, macros.
pub fn of_book(book: &ReadBook) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        if sheet.hidden {
            let finding = Finding::at(&code::AUDIT_SHEET_HIDDEN, cell(index, 0, 0));
            findings.push(finding.with("sheet", Fact::Text(sheet.name.clone())));
        }
        for (first, last) in runs(&sheet.hidden_rows) {
            let lines = if first == last {
                format!("{}", u64::from(first) + 1)
            } else {
                format!("{} - {}", u64::from(first) + 1, u64::from(last) + 1)
            };
            let finding = Finding::at(&code::AUDIT_ROW_HIDDEN, cell(index, first, 0));
            findings.push(finding.with("lines", Fact::Text(lines)).with("count", count(first, last)));
        }
        for (first, last) in runs(&sheet.hidden_columns) {
            let lines = if first == last {
                column_letters(first)
            } else {
                format!("{} - {}", column_letters(first), column_letters(last))
            };
            let finding = Finding::at(&code::AUDIT_COLUMN_HIDDEN, cell(index, 0, first));
            findings.push(finding.with("lines", Fact::Text(lines)).with("count", count(first, last)));
        }
    }
    if !book.external_links.is_empty() {
        let links = Fact::Text(book.external_links.join(", "));
        findings.push(Finding::new(&code::AUDIT_EXTERNAL_LINKS).with_seen(links));
    }
    if book.macros {
        findings.push(Finding::new(&code::AUDIT_MACROS));
    }
    findings
}

fn count(first: u32, last: u32) -> Fact {
    Fact::Count(i64::from(last - first) + 1)
}

/// Runs of neighbouring lines.
fn runs(lines: &[u32]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for line in lines {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*line) => *last = *line,
            _ => runs.push((*line, *line)),
        }
    }
    runs
}

/// Sheets added, deleted, renamed, or in another order.
pub fn sheets(maps: &Maps<'_>) -> Vec<Finding> {
    let name = |text: &str| Fact::Text(text.to_owned());
    let mut findings = Vec::new();
    let mut places = Vec::new();
    for (index, written) in maps.trace.sheets.iter().enumerate() {
        let Some(pair) = maps.pair(index) else {
            let filled = i64::try_from(written.cells.len()).unwrap_or(i64::MAX);
            let finding = Finding::new(&code::AUDIT_SHEET_DELETED)
                .with_expected(name(&written.name))
                .with("count", Fact::Count(filled));
            findings.push(finding);
            continue;
        };
        places.push(pair.found);
        let found = &maps.book.sheets[pair.found];
        if found.name != written.name {
            let finding = Finding::at(&code::AUDIT_SHEET_RENAMED, cell(pair.found, 0, 0))
                .with_seen(name(&found.name))
                .with_expected(name(&written.name));
            findings.push(finding);
        }
    }
    for (index, found) in maps.book.sheets.iter().enumerate() {
        if !places.contains(&index) && found.name != NAME {
            let filled = i64::try_from(found.cells.len()).unwrap_or(i64::MAX);
            let finding = Finding::at(&code::AUDIT_SHEET_ADDED, cell(index, 0, 0))
                .with_seen(name(&found.name))
                .with("count", Fact::Count(filled));
            findings.push(finding);
        }
    }
    for moved in out_of_order(&places) {
        let sheet = maps.book.sheets.get(moved).map_or("", |s| s.name.as_str());
        findings.push(Finding::at(&code::AUDIT_SHEET_ORDER, cell(moved, 0, 0)).with_seen(name(sheet)));
    }
    findings
}

/// What was changed beside the packed trace on its own sheet. The words are compared only with those of the version
/// that wrote them: another one says the same otherwise.
pub fn trace_sheet(book: &ReadBook, trace: &Trace) -> Vec<Finding> {
    let Some(index) = book.sheets.iter().position(|sheet| sheet.name == NAME) else { return Vec::new() };
    let found = &book.sheets[index];
    let parts = (FIRST_PART..ROWS).take_while(|row| found.text(*row, 1).is_some()).count();
    let digest = found.text(DIGEST_ROW, 1).unwrap_or_default();
    let same_version = trace.head.program == env!("CARGO_PKG_VERSION");
    let expected: BTreeMap<(u32, u32), String> =
        lines(trace, digest, parts).into_iter().map(|(row, column, text)| ((row, column), text)).collect();
    let head = |at: &(u32, u32)| at.0 < FIRST_PART;
    let places: BTreeSet<(u32, u32)> =
        expected.keys().chain(found.cells.keys().filter(|at| head(at))).copied().collect();
    let mut findings = Vec::new();
    for at in places {
        let seen = found.text(at.0, at.1);
        let code = match (expected.get(&at), found.cells.get(&at)) {
            (Some(words), Some(_)) if seen.is_some_and(|seen| same_text(words, seen)) => continue,
            (Some(_), _) if at.1 == 0 && !same_version => continue,
            (Some(_), Some(_)) => &code::AUDIT_TEXT_CHANGED,
            (Some(_), None) => &code::AUDIT_TEXT_REMOVED,
            (None, _) => &code::AUDIT_CELL_ADDED,
        };
        let mut finding = Finding::at(code, cell(index, at.0, at.1));
        finding.seen = found.cells.get(&at).and_then(|cell| seen_of(cell, Format::General));
        finding.expected = expected.get(&at).map(|words| Fact::Text(words.clone()));
        findings.push(finding.with("what", Fact::Text(String::new())).with("named", yes(false)));
    }
    findings
}

/// The fewest sheets that must have moved; of two neighbours that changed places, the one that stands first now.
fn out_of_order(places: &[usize]) -> Vec<usize> {
    let last = places.iter().copied().max().unwrap_or_default();
    // Looked at from the end: of two runs of one length the search keeps the one it meets later.
    let pairs: Vec<(usize, usize)> = places.iter().rev().map(|place| last - place).enumerate().collect();
    let stayed = rising(&pairs);
    let moved = pairs.into_iter().filter(|pair| !stayed.contains(pair));
    let mut moved: Vec<usize> = moved.map(|(_, from_the_end)| last - from_the_end).collect();
    moved.reverse();
    moved
}
