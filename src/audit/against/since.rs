//! What somebody changed in either workbook since it was written, told before any comparison of the two.
//!
//! Two settlements are compared by their traces. A workbook that no longer is what its trace says is not the settlement
//! compared, so such a comparison never ends with "the same".

use super::Side;
use super::report::count;
use crate::audit::Report;
use crate::finding::code::against as codes;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::source::{CellRef, SheetId, SourceFile, Sources};
use crate::units::Money;

/// Differences of each workbook that are listed; all of them are told by the audit of that workbook.
const LISTED: usize = 10;

impl Side {
    /// Returns what was changed in the workbook since it was written, largest first.
    pub fn changed_since(&self) -> Vec<&Finding> {
        let own = self.own.iter().flat_map(|report| &report.findings);
        own.filter(|finding| finding.severity != Severity::Note).collect()
    }
}

/// Returns for a changed workbook how much was changed, and the largest changes one by one, at its own cells.
pub fn findings(side: &Side, name: &str, sources: &mut Sources) -> Vec<Finding> {
    let changed = side.changed_since();
    let Some(own) = side.own.as_ref().filter(|_| !changed.is_empty()) else { return Vec::new() };
    let file = SourceFile { name: name.to_owned(), ..side.file.clone() };
    told(&codes::AGAINST_TAMPERED, own, &changed, file, sources)
}

/// Tells changes of a workbook under one code that counts them.
pub fn told(
    code: &'static Code,
    own: &Report,
    changed: &[&Finding],
    file: SourceFile,
    sources: &mut Sources,
) -> Vec<Finding> {
    let name = file.name.clone();
    let file = sources.add_file(file);
    // The sheets as they stand now, which need not be those of the trace.
    let sheets: Vec<SheetId> =
        own.sources.sheets.iter().map(|sheet| sources.add_sheet(file, &sheet.name)).collect();
    let mut all = vec![
        Finding::new(code)
            .with("file", Fact::Text(name))
            .with("count", count(changed.len()))
            .with("listed", count(changed.len().min(LISTED))),
    ];
    if let Some(largest) = changed.iter().find_map(|f| f.difference.filter(|d| *d != Money::ZERO)) {
        all[0].difference = Some(largest);
    }
    let place =
        |at: CellRef| sheets.get(usize::from(at.sheet.0)).map(|sheet| CellRef { sheet: *sheet, ..at });
    all.extend(changed.iter().take(LISTED).map(|finding| Finding {
        at: finding.at.and_then(place),
        related: finding.related.iter().copied().filter_map(place).collect(),
        ..(*finding).clone()
    }));
    all
}
