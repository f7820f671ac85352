//! What is told of the cards written.

use std::path::Path;

use crate::cli::terminal::Report;
use crate::finding::Fact;
use crate::locale::Locale;

/// Tells of the cards.
pub fn cards(count: usize, folder: &Path, report: &mut Report, locale: &Locale) {
    let facts = [
        ("count", Fact::Count(i64::try_from(count).unwrap_or(i64::MAX))),
        ("path", Fact::Text(folder.display().to_string())),
    ];
    report.line(&locale.text("cli-consolidate-cards-written", &facts));
}
