//! What the day alone decides: money that should be back by then, and days that were still to come on the day before.
//!
//! A settlement is made on one day and read on another. Whoever reads it has it judged on the day of reading; the figures
//! do not depend on either.

use super::scope::{Scope, Verdict};
use super::{dates, deadlines, explanations, fold, pay, returns};
use crate::finding::code::checks as code;
use crate::finding::code::reconciliation as rows;
use crate::finding::{self, Code, Finding};
use crate::programme::{National, Programme};
use crate::records::Submission;
use crate::settlement::Settled;
use crate::units::Day;

/// Days to come, which on a later day have come.
const TO_COME: [&Code; 4] =
    [&code::RETURN_IN_FUTURE, &code::RECEIVED_IN_FUTURE, &code::PAID_IN_FUTURE, &code::ASSESSMENT_IN_FUTURE];

fn of_the_day(finding: &Finding) -> bool {
    TO_COME.into_iter().chain(returns::CODES).any(|code| code.name == finding.code.name)
}

/// Is it about a row of `Wyjaśnienia`?
fn of_rows(finding: &Finding) -> bool {
    [&rows::EXPLANATION_OF_ERROR, &rows::EXPLANATION_MATCHES_NOTHING]
        .iter()
        .any(|code| code.name == finding.code.name)
}

/// Judges again, on another day, what the day decides; all other findings stay as they are.
pub fn judge_again(
    findings: &mut Vec<Finding>,
    settled: &Settled,
    submission: &Submission,
    (programme, national): (&Programme, &National),
    as_of: Day,
) {
    let scope = Scope::new(submission, programme, national, as_of);
    let mut verdict = Verdict::default();
    for check in [dates::check, deadlines::check, pay::check] {
        check(&scope, &mut verdict);
    }
    let mut found = fold::fold(verdict.findings);
    let provisional = finding::has_errors(findings);
    let mut back = Vec::new();
    returns::judge(&scope, settled, &mut back);
    found.extend(back.into_iter().map(|finding| Finding { provisional, ..finding }));
    // A row of `Wyjaśnienia` may speak of what is found only now; one that spoke of what is gone is no fault of its own.
    let told: Vec<_> = findings.iter().filter(|f| of_rows(f)).map(|f| f.at).collect();
    findings.retain(|finding| !of_the_day(finding) && !of_rows(finding));
    findings.extend(found.into_iter().filter(of_the_day));
    explanations::apply(findings, submission);
    findings.retain(|finding| !of_rows(finding) || told.contains(&finding.at));
    finding::sort(findings);
}
