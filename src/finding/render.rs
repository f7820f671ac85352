//! Findings as text, as JSON and as table rows. The wording comes from the catalogue of the chosen language.

use super::{Fact, Finding};
use crate::locale::Locale;
use crate::source::Sources;

/// A finding in words, ready for any output.
#[derive(Clone, Debug)]
pub struct RenderedFinding {
    /// Code name.
    pub code: &'static str,
    /// `error`, `warning` or `note`, as in the JSON result.
    pub severity: &'static str,
    /// The same in the chosen language.
    pub severity_word: String,
    /// File name, or empty.
    pub file: String,
    /// Sheet name, or empty.
    pub sheet: String,
    /// A1 address, or empty.
    pub cell: String,
    /// `file › sheet › A1`, or empty.
    pub place: String,
    /// Further places.
    pub related: Vec<String>,
    /// One sentence with the actual values.
    pub message: String,
    /// Value seen.
    pub seen: String,
    /// Value expected.
    pub expected: String,
    /// Money at stake.
    pub difference: String,
    /// Legal basis or source.
    pub basis: String,
    /// What to do.
    pub hint: String,
}

/// Puts a finding into words.
pub fn rendered(finding: &Finding, sources: &Sources, locale: &Locale) -> RenderedFinding {
    use super::Severity;
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut facts: Vec<(&str, Fact)> = finding.facts.clone();
    let named = [
        ("seen", finding.seen.clone()),
        ("expected", finding.expected.clone()),
        ("difference", finding.difference.map(Fact::Amount)),
        ("assistant", finding.assistant.clone().map(Fact::Text)),
        ("month", finding.month.map(Fact::Month)),
    ];
    facts.extend(named.into_iter().filter_map(|(name, fact)| fact.map(|f| (name, f))));
    let shown = |fact: &Option<Fact>| fact.as_ref().map_or_else(String::new, |f| locale.fact(f));
    let (file, sheet) = finding.at.map_or(("", ""), |at| sources.names(at.sheet));
    RenderedFinding {
        code: finding.code.name,
        severity,
        severity_word: locale.text(&format!("severity-{severity}"), &[]),
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        cell: finding.at.map_or_else(String::new, |at| at.to_string()),
        place: finding.at.map_or_else(String::new, |at| sources.place(at)),
        related: finding.related.iter().map(|at| sources.place(*at)).collect(),
        message: locale.text(finding.code.name, &facts),
        seen: shown(&finding.seen),
        expected: shown(&finding.expected),
        difference: shown(&finding.difference.map(Fact::Amount)),
        basis: finding.basis.clone().unwrap_or_default(),
        hint: locale.text(&format!("{}-hint", finding.code.name), &facts),
    }
}
