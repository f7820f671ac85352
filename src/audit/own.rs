//! A workbook of this program against its own trace: what was changed since it was written, cell by cell.
//!
//! Sheets, rows and columns are paired first, so that one inserted row is one difference and references that a
//! spreadsheet shifted by itself are none. What follows from a change is not told again: a formula that is as it was
//! written and shows what it gives is clean, whatever it shows.

mod align;
mod compare;
mod effect;
mod formula;
mod meaning;
mod results;
mod shape;
mod sheets;
mod tokens;
mod value;
mod whole;

use super::{Recomputed, Report, Subject, Unverified, cell};
use crate::calc::Format;
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::intake::book::ReadBook;
use crate::source::CellRef;
use crate::trace::Trace;
use compare::Changed;
pub use compare::yes;
use effect::Computed;
pub use meaning::{basis, fact};
use sheets::Maps;
pub use tokens::same_formula;
pub use whole::{of_book, trace_sheet};

/// Compares a workbook with a trace: its own, or that of a settlement made again from the tables.
pub fn audit(book: &ReadBook, trace: &Trace) -> Report {
    let mut report = Report::on(book, Subject::Own);
    report.head = trace.head.clone();
    let maps = Maps::of(trace, book);
    let compared = compare::cells(&maps);
    let mut findings = of_book(book);
    findings.extend(whole::sheets(&maps));
    report.recomputed.extend([
        Recomputed { key: "audit-recomputed-sheets", count: trace.sheets.len() },
        Recomputed { key: "audit-recomputed-cells", count: compared.cells },
    ]);
    if let Some(mut computed) = Computed::of(&maps, !compared.findings.is_empty()) {
        let results = results::compared(&maps, &compared, &computed);
        report.recomputed.push(Recomputed {
            key: "audit-recomputed-formulas",
            count: trace.formulas().saturating_sub(computed.faults()),
        });
        findings.extend(results.findings);
        unverified(&mut report, "audit-unverified-no-results", results.without_result);
        unverified(&mut report, "audit-unverified-formulas", computed.faults());
        findings.extend(priced(compared.findings, trace, &mut computed));
    } else {
        report.unverified.push(Unverified { key: "audit-unverified-too-large", facts: Vec::new() });
        findings.extend(compared.findings.into_iter().map(|changed| changed.finding));
    }
    report.findings = findings;
    report.sort();
    report
}

fn unverified(report: &mut Report, key: &'static str, count: usize) {
    if count > 0 {
        let count = Fact::Count(i64::try_from(count).unwrap_or(i64::MAX));
        report.unverified.push(Unverified { key, facts: vec![("count", count)] });
    }
}

/// Says what each change is worth: of money, what it shows too much; of anything else, what it did to the
/// co-financing. What a formula should show follows from what stands in the file now.
fn priced(changes: Vec<Changed>, trace: &Trace, computed: &mut Computed<'_, '_>) -> Vec<Finding> {
    let price = |changed: Changed| {
        let mut finding = changed.finding;
        if let Some(at) = changed.cell {
            let Some(back) = computed.set_back(at) else { return finding };
            let written = trace.sheets.get(at.0).and_then(|sheet| sheet.cell(at.1, at.2));
            let format = written.map_or(Format::General, |cell| meaning::format(trace, at.0, cell));
            if written.is_some_and(|cell| matches!(cell.holds, crate::trace::Held::Formula(..))) {
                finding.expected = fact(&back.value, format);
            }
            match (format, &finding.seen, &finding.expected) {
                (Format::Money, Some(Fact::Amount(seen)), Some(Fact::Amount(expected))) => {
                    finding.difference = meaning::excess(Some(&seen.to_exact()), Some(&expected.to_exact()));
                }
                _ if finding.difference.is_none() && weighs(&finding) => finding.difference = back.effect,
                _ => {}
            }
        } else if let Some(at) = finding.at.filter(|_| finding.code == &code::AUDIT_ROW_ADDED) {
            let effect = computed.without_row(usize::from(at.sheet.0), at.row).and_then(|back| back.effect);
            finding.difference = effect;
        }
        finding
    };
    changes.into_iter().map(price).collect()
}

/// May a change move an amount? Texts and what stands beside the tables do so only where something reads them.
fn weighs(finding: &Finding) -> bool {
    ![
        &code::AUDIT_TEXT_CHANGED,
        &code::AUDIT_TEXT_REMOVED,
        &code::AUDIT_CELL_ADDED,
        &code::AUDIT_DIGEST_CHANGED,
    ]
    .contains(&finding.code)
}

/// Says where cells of a trace stand in a workbook.
#[derive(Debug)]
pub struct Places<'a>(Maps<'a>);

impl<'a> Places<'a> {
    /// Pairs a workbook with its trace.
    pub fn of(book: &'a ReadBook, trace: &'a Trace) -> Self {
        Self(Maps::of(trace, book))
    }

    /// Where a cell of the trace is found.
    pub fn of_cell(&self, at: (usize, u32, u32)) -> Option<CellRef> {
        let (sheet, row, column) = self.0.found_at(at)?;
        Some(cell(sheet, row, column))
    }
}
