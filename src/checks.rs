//! What is wrong or doubtful in a submission, judged by the edition's rules. All findings in one pass, nothing stops at
//! the first.
//!
//! [`run`] is the only way to a [`CheckedSubmission`], and the settlement takes nothing else. [`after`] judges what
//! only the figures show. Nothing here opens a file or words a message: a finding carries facts, the catalogue speaks.

mod absences;
mod accident;
mod agreement;
mod awards;
mod blanks;
mod booked;
mod components;
mod contributions;
mod dates;
pub mod day;
mod deadlines;
pub mod debts;
mod duplicates;
mod employment;
pub mod explanations;
mod families;
mod figures;
mod fold;
pub mod funds;
mod gaps;
mod hours;
mod labour_fund;
mod ledger;
mod months;
mod motivation;
mod pay;
mod pay_month;
mod plans;
mod positions;
pub mod readings;
mod reconciliation;
pub mod returns;
pub mod scope;
mod seniority;
pub mod terms;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_faults;
#[cfg(test)]
mod tests_figures;
#[cfg(test)]
mod tests_hours;
#[cfg(test)]
mod tests_law;
#[cfg(test)]
mod tests_months;
#[cfg(test)]
mod tests_reconciliation;
#[cfg(test)]
mod tests_returns;
mod twice;
mod wages;

use std::collections::BTreeSet;

pub use figures::after;

use crate::finding::{self, Finding};
use crate::programme::national::National;
use crate::programme::{Component, Programme};
use crate::records::{Fund, FundComponent, Submission, TableId};
use crate::settlement::Settled;
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Money};
use scope::{Scope, Verdict};

/// A submission that went through the checks; rows that must not count are marked `rejected`.
///
/// Built only by [`run`]: a settlement cannot be computed from anything unchecked.
#[derive(Clone, Debug)]
pub struct CheckedSubmission {
    submission: Submission,
    period: DayRange,
    judged: BTreeSet<&'static str>,
}

impl CheckedSubmission {
    /// Returns the facts, rejected rows marked.
    pub fn submission(&self) -> &Submission {
        &self.submission
    }

    /// Returns the settlement period, cut to the edition's.
    pub fn period(&self) -> DayRange {
        self.period
    }
}

/// What the checks yield.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The facts, fit for a settlement.
    pub submission: CheckedSubmission,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Numbers of the checks that found nothing (`C01` …). Once the figures are judged, ask [`passed`] again.
    pub passed: Vec<&'static str>,
}

/// Numbers of the checks that are made here. C21 judges form and prefix of the code only: that such a municipality
/// exists is not checked.
///
/// C20 compares what one submission holds: posts of the request and of the half-year report are in no table.
pub const MADE: [&str; 25] = [
    "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C15",
    "C16", "C17", "C18", "C19", "C20", "C21", "C22", "C23", "C24", "C25",
];

/// Checks that compare month by month, and may find no month to compare: contributions, Labour Fund, minimum wage.
const COMPARING: [&str; 3] = ["C09", "C10", "C24"];

/// Judges a submission before anything is computed.
pub fn run(mut submission: Submission, programme: &Programme, national: &National, as_of: Day) -> Checked {
    let mut verdict = Verdict::default();
    duplicates::check(&Scope::new(&submission, programme, national, as_of), &mut verdict);
    // The other checks must not see a row twice, or a duplicate would call forth a dozen findings.
    reject(&mut submission, &verdict.rejected);
    let checks = [
        agreement::check,
        readings::check,
        dates::check,
        deadlines::check,
        funds::check,
        awards::check,
        awards::information,
        positions::check,
        employment::check,
        gaps::check,
        blanks::check,
        pay::check,
        absences::check,
        hours::check,
        contributions::check,
        wages::check,
        motivation::check,
        twice::check,
        families::check,
        plans::check,
        ledger::check,
    ];
    let scope = Scope::new(&submission, programme, national, as_of);
    for check in checks {
        check(&scope, &mut verdict);
    }
    let period = scope.period;
    reject(&mut submission, &verdict.rejected);
    let mut findings = fold::fold(verdict.findings);
    finding::sort(&mut findings);
    let submission = CheckedSubmission { submission, period, judged: verdict.judged };
    let passed = passed(&findings, programme, &submission, None);
    Checked { submission, findings, passed }
}

/// Returns the numbers of the checks that apply to the edition and to what the municipality uses, and that found
/// nothing among these findings. What needs figures is passed only with them.
pub fn passed(
    findings: &[Finding],
    programme: &Programme,
    checked: &CheckedSubmission,
    settled: Option<&Settled>,
) -> Vec<&'static str> {
    let found: BTreeSet<&str> = findings.iter().filter_map(|f| f.code.check).collect();
    let made = MADE.into_iter().filter(|number| !found.contains(number));
    // A check that had no month to compare has not passed.
    let idle = |number: &str| COMPARING.contains(&number) && !checked.judged.contains(number);
    made.filter(|number| !idle(number) && applies(number, programme, &checked.submission, settled)).collect()
}

/// Does the check say anything about this edition and municipality?
fn applies(number: &str, programme: &Programme, submission: &Submission, settled: Option<&Settled>) -> bool {
    let uses = |component| submission.funds.iter().any(|f| !f.rejected && f.component.value == component);
    let has = |which: fn(&Component) -> bool| programme.components.iter().any(which);
    let own_share = |c: &Component| c.is_supplement() && !matches!(c, Component::FundedSupplement { .. });
    let supplement = has(own_share) && uses(FundComponent::Supplement);
    let wages = has(|c| !c.is_supplement()) && uses(FundComponent::EmploymentCost);
    let unused = || {
        let of = |s: &Settled| {
            let components = s.rounds.iter().flat_map(|r| [r.supplement.as_ref(), r.employment.as_ref()]);
            components.flatten().any(|c| s.model.number(c.unused) > Exact::zero())
        };
        settled.is_some_and(of)
    };
    match number {
        "C03" | "C07" => supplement,
        "C05" => supplement || has(|c| matches!(c, Component::WageShareUnderCeiling { .. })),
        "C04" | "C11" => wages,
        "C06" => {
            (supplement && has(|c| matches!(c, Component::MonthlySupplement { .. })))
                || programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value)
        }
        "C13" => !submission.families.is_empty() || !submission.caseload_months.is_empty(),
        "C16" => {
            let tables = submission.tables.iter().filter(|t| t.id == TableId::Families && !t.rows.is_empty());
            let asked = ["plan_day", "assessment_day"];
            tables.clone().any(|t| asked.iter().any(|key| t.columns.contains(key)))
        }
        "C17" => unused() && returns_have_a_day(programme, submission),
        "C18" => submission.determinations.iter().any(|d| !d.rejected),
        "C19" => {
            let determined = submission.determinations.iter().any(|d| !d.rejected);
            let late = unused() && returns_have_a_day(programme, submission);
            submission.refunds.iter().any(|r| !r.rejected) && (determined || late)
        }
        "C20" => {
            let both = !submission.families.is_empty() && !submission.family_totals.is_empty();
            let asked = |f: &Fund| f.requested.is_some() && f.awarded.is_some();
            submission.funds.iter().any(|f| !f.rejected && asked(f)) || (both && settled.is_some())
        }
        "C22" => {
            let awarded =
                |f: &Fund| !f.rejected && f.awarded.as_ref().is_some_and(|a| a.value != Money::ZERO);
            let one_off = matches!(&programme.components[..], [Component::OneOffSupplement { .. }]);
            one_off && settled.is_some() && submission.funds.iter().any(awarded)
        }
        // A day to compare with, or a term of the report.
        "C23" => submission.agreement.agreement_day.is_some() || programme.report_days.is_some(),
        _ => true,
    }
}

/// Does contract, edition or statute say by when unused money comes back?
fn returns_have_a_day(programme: &Programme, submission: &Submission) -> bool {
    let statute = terms::regime(programme, submission.funds.iter()) != terms::Regime::ByContract;
    statute || programme.return_days.is_some() || submission.agreement.return_deadline.is_some()
}

/// Marks rows, both as read and as typed, by their first cell.
fn reject(submission: &mut Submission, rows: &BTreeSet<CellRef>) {
    if rows.is_empty() {
        return;
    }
    macro_rules! mark {
        ($($list:expr),*) => {
            $(for row in $list.iter_mut().filter(|row| rows.contains(&row.at)) {
                row.rejected = true;
            })*
        };
    }
    for table in &mut submission.tables {
        mark!(table.rows);
    }
    let s = submission;
    mark!(s.funds, s.employments, s.payments, s.absences, s.families);
    mark!(s.family_totals, s.refunds, s.determinations);
    // These lists have no mark of their own, and nothing is summed over them twice.
    s.caseload_months.retain(|row| !rows.contains(&row.at));
}
