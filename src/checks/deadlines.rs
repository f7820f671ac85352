//! Days of the agreement against each other and against the edition (C23): terms later than the programme allows,
//! papers and money in an order that cannot be, a report whose day has gone by.
//!
//! A missing day is not asked for here.

use super::funds::round_word;
use super::scope::{Scope, Verdict};
use super::terms;
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Figure;
use crate::records::HalfYear;
use crate::source::Sourced;
use crate::units::Day;

/// Judges days.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    later_than_edition(scope, verdict);
    order(scope, verdict);
    request_late(scope, verdict);
    report_of_round(scope, verdict);
    report(scope, verdict);
}

/// Days that the contract may not set later than the edition does.
fn later_than_edition(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let edition = scope.programme.payment_deadline_for(scope.period);
    let term = |days: &Option<Figure<u32>>| {
        let day = terms::from_completion(scope, days.as_ref())?;
        days.as_ref().map(|d| (day, d.source.clone()))
    };
    let fixed = Some((edition.value, edition.source.clone()));
    let all = [
        ("completion", &a.completion_day, fixed.clone()),
        ("agreement", &a.agreement_day, fixed),
        ("report", &a.report_deadline, term(&scope.programme.report_days)),
        ("return", &a.return_deadline, term(&scope.programme.return_days)),
    ];
    for (what, given, latest) in all {
        let (Some(given), Some((latest, source))) = (given, latest) else { continue };
        if given.value > latest {
            verdict.add(
                Finding::at(&code::TERM_AFTER_EDITION, given.at)
                    .with("what", Fact::Text(what.to_owned()))
                    .with_seen(Fact::Day(given.value))
                    .with_expected(Fact::Day(latest))
                    .with_basis(&source),
            );
        }
    }
}

/// A request comes before the agreement, the agreement before its amendment and before the money.
fn order(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let mut pair = |what: &str, earlier: &Sourced<Day>, later: &Sourced<Day>| {
        if later.value < earlier.value {
            verdict.add(
                Finding::at(&code::DAYS_OUT_OF_ORDER, later.at)
                    .with_related(earlier.at)
                    .with("what", Fact::Text(what.to_owned()))
                    .with_seen(Fact::Day(later.value))
                    .with_expected(Fact::Day(earlier.value)),
            );
        }
    };
    let Some(agreement) = &a.agreement_day else { return };
    // One contract covers both half-years, so only the first request comes before it.
    let first_round = scope.rounds().first().is_some_and(|(half, _)| *half != Some(HalfYear::Second));
    let request = a.request_day_1.as_ref().or(a.request_day.as_ref());
    if let Some(request) = request.filter(|_| first_round) {
        pair("request", request, agreement);
    }
    if let Some(amendment) = &a.amendment_day {
        pair("amendment", agreement, amendment);
    }
    let received = scope.facts.funds.iter().filter(|f| !f.rejected).filter_map(|f| f.received_on.as_ref());
    if let Some(first) = received.min_by_key(|d| d.value) {
        pair("money", agreement, first);
    }
    let late = scope.facts.funds.iter().filter(|f| !f.rejected).filter_map(|f| f.received_on.as_ref());
    if let Some(day) = late.max_by_key(|d| d.value).filter(|d| d.value > scope.as_of) {
        verdict.add(
            Finding::at(&code::RECEIVED_IN_FUTURE, day.at)
                .with_seen(Fact::Day(day.value))
                .with_expected(Fact::Day(scope.as_of)),
        );
    }
}

/// A request filed after the day on which the edition, or its half-year, closed.
fn request_late(scope: &Scope, verdict: &mut Verdict) {
    for (half_year, _) in scope.rounds() {
        let rule = terms::round(scope.programme, half_year);
        let Some(until) = rule.and_then(|r| r.request_until.as_ref()) else { continue };
        let own = terms::own_request(scope, half_year);
        if let Some(day) = own.filter(|day| day.value > terms::moved(scope, until.value)) {
            verdict.add(
                Finding::at(&code::REQUEST_LATE, day.at)
                    .with_seen(Fact::Day(day.value))
                    .with_expected(Fact::Day(until.value))
                    .with_basis(&until.source),
            );
        }
    }
}

/// Has the day of a half-year's own report gone by? It is counted from the day on which the money came.
fn report_of_round(scope: &Scope, verdict: &mut Verdict) {
    for (half_year, _) in scope.rounds() {
        let Some(days) = terms::round_report(scope, half_year) else { continue };
        let Some(came) = terms::money_came(scope, half_year) else { continue };
        let due = terms::counted(scope, came.value, days.value);
        if due < scope.as_of {
            verdict.add(
                Finding::at(&code::REPORT_OVERDUE, came.at)
                    .with("round", round_word(half_year))
                    .with_seen(Fact::Day(scope.as_of))
                    .with_expected(Fact::Day(due))
                    .with_basis(&days.source),
            );
        }
    }
}

/// Has the day of the report gone by? Where the contract does not say, by the edition's own term.
fn report(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let counted = terms::from_completion(scope, scope.programme.report_days.as_ref());
    let completion = a.completion_day.as_ref().map(|day| day.at);
    let counted = counted.map(|due| (due, completion.or(scope.agreement_cell("report_deadline"))));
    let typed = terms::own_report(scope).zip(a.report_deadline.as_ref().map(|day| Some(day.at)));
    let due = [typed, counted].into_iter().flatten().min_by_key(|(day, _)| *day);
    let Some((due, at)) = due.filter(|(day, _)| *day < scope.as_of) else { return };
    let finding = Finding::new(&code::REPORT_OVERDUE).with("round", round_word(None));
    let mut finding = finding.with_seen(Fact::Day(scope.as_of)).with_expected(Fact::Day(due));
    finding.at = at;
    verdict.add(finding);
}
