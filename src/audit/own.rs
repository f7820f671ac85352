//! A workbook of this program against its own trace: what was changed since it was written, cell by cell.
//!
//! Sheets, rows and columns are paired first, so that one inserted row is one difference and references that a
//! spreadsheet shifted by itself are none. What follows from a change is not told again: a formula that is as it was
//! written and shows what it gives is clean, whatever it shows.

mod align;
mod compare;
mod formula;
mod meaning;
mod results;
mod shape;
mod sheets;
mod tokens;
mod value;
mod whole;

use super::{Recomputed, Report, Subject};
use crate::intake::book::ReadBook;
use crate::trace::Trace;
use sheets::Maps;
pub use whole::of_book;

/// Compares a workbook with its trace.
pub fn audit(book: &ReadBook, trace: &Trace) -> Report {
    let mut report = Report::on(book, Subject::Own);
    report.head = trace.head.clone();
    let maps = Maps::of(trace, book);
    let compared = compare::cells(&maps);
    let mut findings = of_book(book);
    findings.extend(whole::sheets(&maps));
    let results = results::wrong(&maps, &compared);
    report.recomputed.extend([
        Recomputed { key: "audit-recomputed-sheets", count: trace.sheets.len() },
        Recomputed { key: "audit-recomputed-cells", count: compared.cells },
        Recomputed { key: "audit-recomputed-formulas", count: trace.formulas() },
    ]);
    findings.extend(compared.findings.into_iter().map(|changed| changed.finding));
    findings.extend(results);
    report.findings = findings;
    report.sort();
    report
}
