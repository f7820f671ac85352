//! Days and half-years that cannot be: a request of another year, an assessment to come, an absence that ends before
//! it begins, `Okres` where there is one round or none where there are two.

use std::collections::BTreeMap;

use super::funds::{component_word, round_word};
use super::scope::{Scope, Verdict, amount, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::{Family, Fund, FundComponent};
use crate::source::{CellRef, Sourced};
use crate::units::Exact;

/// Judges days and half-years.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    two_years(scope, verdict);
    request_days(scope, verdict);
    half_years(scope, verdict);
    determinations(scope, verdict);
    returned_in_future(scope, verdict);
    for absence in scope.facts.absences.iter().filter(|a| !a.rejected && a.to.value < a.from.value) {
        verdict.reject(
            absence.at,
            Finding::at(&code::ABSENCE_DATES_REVERSED, absence.to.at)
                .with_related(absence.from.at)
                .with_assistant(&absence.assistant.value)
                .with_seen(Fact::Day(absence.to.value))
                .with_expected(Fact::Day(absence.from.value)),
        );
    }
    let later = |f: &&Family| f.assessment_day.as_ref().is_some_and(|d| d.value > scope.as_of);
    let rows: Vec<&Family> = scope.families().filter(later).collect();
    if let Some(first) = rows.first().and_then(|f| f.assessment_day.as_ref()) {
        let codes: Vec<&str> = rows.iter().map(|f| f.family.value.as_str()).collect();
        verdict.add(
            Finding::at(&code::ASSESSMENT_IN_FUTURE, first.at)
                .with_seen(Fact::Day(first.value))
                .with_expected(Fact::Day(scope.as_of))
                .with("families", Fact::Text(codes.join(", "))),
        );
    }
}

/// Money that comes back after the day of the settlement has not come back yet.
fn returned_in_future(scope: &Scope, verdict: &mut Verdict) {
    // Nobody said a day: it is the last of the period then, and every return of January would lie in the future.
    if scope.as_of <= scope.period.last {
        return;
    }
    let refunds = scope.facts.refunds.iter().filter(|r| !r.rejected).map(|r| (&r.date, r.principal.value));
    let own = scope.facts.determinations.iter().filter(|d| !d.rejected);
    let own = own.filter_map(|d| Some((d.refunded_on.as_ref()?, d.amount.value)));
    for (day, amount) in refunds.chain(own).filter(|(day, _)| day.value > scope.as_of) {
        verdict.add(
            Finding::at(&code::RETURN_IN_FUTURE, day.at)
                .with_seen(Fact::Day(day.value))
                .with_expected(Fact::Day(scope.as_of))
                .with_difference(amount),
        );
    }
}

/// A programme of several years is settled for each calendar year by itself.
fn two_years(scope: &Scope, verdict: &mut Verdict) {
    let (first, last) = (scope.period.first.month().year, scope.period.last.month().year);
    let a = &scope.facts.agreement;
    if let (true, true, Some(to)) = (scope.programme.settled_yearly(), first != last, &a.period_to) {
        verdict.add(
            Finding::at(&code::PERIOD_TWO_YEARS, to.at)
                .with_seen(Fact::Day(to.value))
                .with("year", Fact::Text(first.to_string())),
        );
    }
}

/// The day of the request lies in the year settled and not after the settlement.
fn request_days(scope: &Scope, verdict: &mut Verdict) {
    if scope.monthly_supplement().is_none() || !scope.uses(FundComponent::Supplement) {
        return;
    }
    let a = &scope.facts.agreement;
    for day in [&a.request_day, &a.request_day_1, &a.request_day_2].into_iter().flatten() {
        let year = scope.period.last.month().year;
        if day.value.month().year != year || day.value > scope.as_of {
            verdict.add(
                Finding::at(&code::REQUEST_DAY_ODD, day.at)
                    .with_seen(Fact::Day(day.value))
                    .with("year", Fact::Text(year.to_string()))
                    .with("today", Fact::Day(scope.as_of)),
            );
        }
    }
}

fn half_years(scope: &Scope, verdict: &mut Verdict) {
    let one_round = scope.programme.rounds.iter().all(|r| r.half_year.is_none());
    let given = scope.facts.funds.iter().filter(|f| !f.rejected).find_map(|f: &Fund| f.half_year.as_ref());
    if let (true, Some(half)) = (one_round, given) {
        verdict.add(Finding::at(&code::HALF_YEAR_UNUSED, half.at).with_seen(round_word(Some(half.value))));
    }
    if scope.rounds().len() < 2 {
        return;
    }
    let unclear = |at: CellRef, component: &Sourced<FundComponent>| {
        Finding::at(&code::FUND_ROUND_UNCLEAR, scope.cell(at, "half_year"))
            .with("component", component_word(component.value))
    };
    for refund in scope.facts.refunds.iter().filter(|r| !r.rejected && r.half_year.is_none()) {
        verdict.reject(refund.at, unclear(refund.at, &refund.component));
    }
    let blank = scope.facts.determinations.iter().filter(|d| d.half_year.is_none() && d.month.is_none());
    for row in blank.filter(|d| !d.rejected) {
        verdict.reject(row.at, unclear(row.at, &row.component));
    }
}

/// No more can have been misused than was transferred.
fn determinations(scope: &Scope, verdict: &mut Verdict) {
    let mut sums: BTreeMap<FundComponent, (Exact, CellRef)> = BTreeMap::new();
    for row in scope.facts.determinations.iter().filter(|d| !d.rejected) {
        let entry = sums.entry(row.component.value).or_insert((Exact::zero(), row.amount.at));
        *entry = (entry.0.clone() + row.amount.value.to_exact(), row.amount.at);
    }
    for (component, (sum, at)) in sums {
        let rows = || scope.facts.funds.iter().filter(|f| !f.rejected && f.component.value == component);
        if rows().any(|f| f.received.is_none()) {
            continue;
        }
        let received: Exact = rows().map(|f| amount(&f.received)).sum();
        if sum > received {
            verdict.add(
                Finding::at(&code::DETERMINATION_ABOVE_RECEIVED, at)
                    .with_seen(Fact::Amount(money(&sum)))
                    .with_expected(Fact::Amount(money(&received)))
                    .with_difference(money(&(sum - received)))
                    .with("component", component_word(component)),
            );
        }
    }
}
