//! What is told of the cards: written, or why they were not.

use std::path::Path;

use crate::cli::ERRORS_FOUND;
use crate::cli::terminal::{Report, wrapped};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::CannotRun;

/// Tells of the cards.
pub fn cards(count: usize, folder: &Path, report: &mut Report, locale: &Locale) {
    let facts = [
        ("count", Fact::Count(i64::try_from(count).unwrap_or(i64::MAX))),
        ("path", Fact::Text(folder.display().to_string())),
    ];
    report.line(&locale.text("cli-consolidate-cards-written", &facts));
}

/// Tells that the cards are not there, or not all of them, and why. The report does not depend on them.
pub fn no_cards(error: &CannotRun, folder: &Path, report: &mut Report, locale: &Locale) {
    let facts =
        [("path", Fact::Text(folder.display().to_string())), ("reason", Fact::Text(error.text(locale)))];
    report.err.push_str(&wrapped("", &locale.text("cli-consolidate-cards-unwritten", &facts)));
    report.err.push('\n');
    report.code = ERRORS_FOUND;
}
