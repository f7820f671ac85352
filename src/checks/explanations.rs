//! `Wyjaśnienia`: warnings that a person has answered for. They stay in every list, with who and when, and are counted
//! apart; an error cannot be explained away.
//!
//! A row is for all findings of its code; with an assistant, a month or a paragraph after the code, for those only.

use std::collections::BTreeSet;

use crate::finding::code::reconciliation as code;
use crate::finding::{Explained, Fact, Finding, Severity, code as codes};
use crate::programme::nearest_name;
use crate::records::{Explanation, Submission};
use crate::units::Month;

/// Marks what `Wyjaśnienia` explains, and adds what is wrong with its rows. To be called with all findings of a run.
pub fn apply(findings: &mut Vec<Finding>, submission: &Submission) {
    let rows: Vec<Row<'_>> = submission.explanations.iter().map(Row::read).collect();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut errors: BTreeSet<usize> = BTreeSet::new();
    for finding in findings.iter_mut() {
        let own: Vec<usize> = (0..rows.len()).filter(|i| rows[*i].concerns(finding)).collect();
        if finding.severity == Severity::Error {
            errors.extend(own);
            continue;
        }
        used.extend(&own);
        finding.explained = explained(finding, own.iter().map(|i| &rows[*i]));
    }
    let mut wrong = Vec::new();
    for (index, row) in rows.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        let at = row.given.code.at;
        if errors.contains(&index) {
            wrong.push(
                Finding::at(&code::EXPLANATION_OF_ERROR, at)
                    .with_seen(Fact::Text(row.given.code.value.trim().to_owned())),
            );
        } else {
            wrong.push(row.nothing(findings));
        }
    }
    findings.extend(wrong);
}

/// A finding over several months is explained when a row is for all of them, or each has a row of its own.
fn explained<'a>(finding: &Finding, rows: impl Iterator<Item = &'a Row<'a>>) -> Option<Explained> {
    let rows: Vec<&Row<'_>> = rows.collect();
    let whole = rows.iter().find(|row| row.given.month.is_none());
    let months = months(finding);
    let by_month: Option<Vec<&&Row<'_>>> = months
        .iter()
        .map(|month| rows.iter().find(|row| row.given.month.as_ref().is_some_and(|m| m.value == *month)))
        .collect();
    let row = whole.copied().or_else(|| by_month?.first().map(|row| **row))?;
    Some(Explained {
        text: row.given.text.value.trim().to_owned(),
        who: row.given.by.value.trim().to_owned(),
        when: row.given.date.value,
    })
}

/// The months a finding is about: one told once for several months has them as facts.
fn months(finding: &Finding) -> BTreeSet<Month> {
    let facts = finding.facts.iter().filter_map(|(name, fact)| match fact {
        Fact::Month(month) if *name == "months" => Some(*month),
        _ => None,
    });
    facts.chain(finding.month).collect()
}

/// A row as understood.
struct Row<'a> {
    given: &'a Explanation,
    /// Its code as there is one.
    code: Option<&'static str>,
    /// Digits of a paragraph after the code.
    paragraph: String,
}

impl<'a> Row<'a> {
    fn read(given: &'a Explanation) -> Self {
        let (typed, paragraph) = apart(&given.code.value);
        let code = codes::all().map(|c| c.name).find(|name| *name == typed);
        Self { given, code, paragraph }
    }

    fn concerns(&self, finding: &Finding) -> bool {
        let assistant = self.given.assistant.as_ref().map(|a| a.value.trim());
        let month = self.given.month.as_ref().map(|m| m.value);
        self.code == Some(finding.code.name)
            && assistant.is_none_or(|id| finding.assistant.as_deref().map(str::trim) == Some(id))
            && month.is_none_or(|month| months(finding).contains(&month))
            && (self.paragraph.is_empty() || self.paragraph == paragraph(finding))
    }

    /// The row is for nothing: is the code misspelt, or the finding another one's?
    fn nothing(&self, findings: &[Finding]) -> Finding {
        let finding = Finding::at(&code::EXPLANATION_MATCHES_NOTHING, self.given.code.at)
            .with_seen(Fact::Text(self.given.code.value.trim().to_owned()));
        let text = |text: &str| Fact::Text(text.to_owned());
        if self.code.is_some_and(|name| findings.iter().any(|f| f.code.name == name)) {
            return finding.with("reason", text("other-place")).with("near", text(""));
        }
        if self.code.is_some() {
            return finding.with("reason", text("not-found")).with("near", text(""));
        }
        // Those found in this run first: a slip is made while copying.
        let (typed, _) = apart(&self.given.code.value);
        let found: Vec<&'static str> =
            findings.iter().filter(|f| f.severity != Severity::Error).map(|f| f.code.name).collect();
        let near = nearest_name(&typed, found)
            .or_else(|| nearest_name(&typed, codes::all().map(|c| c.name).collect()));
        finding.with("reason", text("no-such-code")).with("near", text(near.unwrap_or("none")))
    }
}

/// The code without its dress, and the digits of the paragraph behind it: `ledger-does-not-tie § 4010`.
fn apart(typed: &str) -> (String, String) {
    let typed = typed.trim().trim_matches(|c| matches!(c, '[' | ']' | '„' | '”' | '"')).trim().to_lowercase();
    let (name, rest) = typed.split_once(['§', ' ']).unwrap_or((&typed, ""));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        let joined: Vec<&str> =
            typed.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-' | '–' | '—')).collect();
        return (joined.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-"), digits);
    }
    (name.trim().to_owned(), digits)
}

/// The digits of the paragraph a finding is about.
fn paragraph(finding: &Finding) -> String {
    let of = finding.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Text(text) if *name == "paragraph" => Some(text),
        _ => None,
    });
    of.map(|text| text.chars().filter(char::is_ascii_digit).collect()).unwrap_or_default()
}
