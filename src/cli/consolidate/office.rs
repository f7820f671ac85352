//! What the comparison with the office's register told that concerns no single report, and the cards written.

use std::path::Path;

use crate::cli::terminal::{Report, wrapped};
use crate::finding::render::rendered;
use crate::finding::{Fact, Severity};
use crate::locale::Locale;
use crate::pipeline::consolidate::Consolidated;

/// Findings that are told on the screen; all of them stand in the workbook.
const FIRST: usize = 20;

/// Tells the findings, worst first; notes are left to the workbook.
pub fn told(done: &Consolidated, report: &mut Report, locale: &Locale) {
    let Some(register) = &done.office.register else { return };
    let mut found: Vec<_> =
        done.office.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|finding| finding.severity);
    report.line("");
    report.line(&locale.text("cli-consolidate-register-findings", &[]));
    for finding in found.iter().take(FIRST) {
        let words = rendered(finding, &register.sources, locale);
        let place = if words.place.is_empty() { String::new() } else { format!(" ({})", words.place) };
        report.line(&wrapped("  ", &format!("{}: {}{place}", words.severity_word, words.message)));
    }
    if found.len() > FIRST {
        let more = i64::try_from(found.len() - FIRST).unwrap_or(i64::MAX);
        report.line(&locale.text("cli-consolidate-register-more", &[("count", Fact::Count(more))]));
    }
}

/// Tells of the cards.
pub fn cards(count: usize, folder: &Path, report: &mut Report, locale: &Locale) {
    let facts = [
        ("count", Fact::Count(i64::try_from(count).unwrap_or(i64::MAX))),
        ("path", Fact::Text(folder.display().to_string())),
    ];
    report.line(&locale.text("cli-consolidate-cards-written", &facts));
}
