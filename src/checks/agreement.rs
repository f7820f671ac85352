//! `Umowa`: the days settled, the municipality's code (C21), the level (C04), the day of the request (C07), signatures and numbers
//! (C25).
//!
//! Of the code only form and prefix are judged; whether such a municipality exists is not.

use super::scope::{Scope, Verdict};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::{Component, National};
use crate::records::{FundComponent, HalfYear, TableId, schema};
use crate::source::Sourced;
use crate::units::{DayRange, Exact, TerytCode};

/// Judges the agreement.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    period(scope, verdict);
    code_of_municipality(scope, verdict);
    missing_fields(scope, verdict);
    amendment(scope, verdict);
    request_days(scope, verdict);
    level(scope, verdict);
    deadline_and_rate(scope, verdict);
}

fn range(range: DayRange) -> Fact {
    Fact::Text(format!("{} - {}", range.first.polish(), range.last.polish()))
}

fn period(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let (Some(from), Some(to)) = (&a.period_from, &a.period_to) else { return };
    let edition = &scope.programme.period;
    let Some(given) = DayRange::new(from.value, to.value) else {
        verdict.add(
            Finding::at(&code::PERIOD_REVERSED, to.at)
                .with_related(from.at)
                .with_seen(Fact::Day(to.value))
                .with_expected(Fact::Day(from.value)),
        );
        return;
    };
    let outside = given.overlap(&edition.value).is_none();
    if outside || given.overlap(&edition.value) != Some(given) {
        let which = if outside { &code::PERIOD_OUTSIDE_EDITION } else { &code::PERIOD_CUT };
        verdict.add(
            Finding::at(which, from.at)
                .with_related(to.at)
                .with_seen(range(given))
                .with_expected(range(if outside { edition.value } else { scope.period }))
                .with("programme", Fact::Text(scope.programme.id.clone()))
                .with_basis(&edition.source),
        );
    }
}

fn code_of_municipality(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let name = a.voivodeship.as_ref().map(|v| Sourced::new(National::plain_voivodeship(&v.value), v.at));
    let mut voivodeships = scope.national.voivodeships().map(|(_, name)| name);
    let known = name.as_ref().and_then(|n| voivodeships.find(|word| *word == n.value));
    if let (Some(name), None) = (&name, known) {
        verdict
            .add(Finding::at(&code::VOIVODESHIP_UNKNOWN, name.at).with_seen(Fact::Text(name.value.clone())));
    }
    let Some(typed) = &a.teryt else { return };
    let Some(teryt) = TerytCode::parse(&typed.value) else {
        let lost_zero = TerytCode::parse(&format!("0{}", typed.value)).is_some();
        let zero = if lost_zero { "yes" } else { "no" };
        verdict.add(
            Finding::at(&code::TERYT_FORM, typed.at)
                .with_seen(Fact::Text(typed.value.clone()))
                .with("zero", Fact::Text(zero.to_owned())),
        );
        return;
    };
    let by_code = scope.national.voivodeship(teryt.voivodeship());
    if let (Some(by_code), Some(by_name)) = (by_code, known)
        && by_code != by_name
    {
        verdict.add(
            Finding::at(&code::TERYT_VOIVODESHIP, typed.at)
                .with_seen(Fact::Text(by_name.to_owned()))
                .with_expected(Fact::Text(by_code.to_owned()))
                .with("prefix", Fact::Text(teryt.voivodeship().to_owned())),
        );
    }
}

fn missing_fields(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let fields = [
        ("voivodeship", a.voivodeship.is_none()),
        ("teryt", a.teryt.is_none()),
        ("unit", a.unit.is_none()),
        ("agreement_number", a.agreement_number.is_none()),
        ("agreement_day", a.agreement_day.is_none()),
    ];
    // A field that holds something unreadable has an error of its own.
    let rows = scope.facts.table(TableId::Agreement).map_or(&[][..], |t| &t.rows);
    let unread = |key: &str| {
        rows.iter().filter_map(|r| r.fields.get(key)).any(|f| !["", "-", "–", "—"].contains(&f.seen.trim()))
    };
    let blank: Vec<&str> = fields.iter().filter(|f| f.1 && !unread(f.0)).map(|f| f.0).collect();
    if let Some(first) = blank.first() {
        let columns = schema::table(TableId::Agreement);
        let headers: Vec<&str> = blank.iter().filter_map(|k| columns.column(k)).map(|c| c.header).collect();
        let mut finding =
            Finding::new(&code::AGREEMENT_INCOMPLETE).with("fields", Fact::Text(headers.join(", ")));
        finding.at = scope.agreement_cell(first);
        verdict.add(finding);
    }
    let signed = [&a.prepared_by, &a.chief_accountant, &a.head_of_unit, &a.mayor];
    if signed.iter().all(|s| s.is_none()) {
        verdict.add(Finding::new(&code::SIGNATURES_MISSING));
    }
}

/// An amendment has a number and a day.
fn amendment(scope: &Scope, verdict: &mut Verdict) {
    let a = &scope.facts.agreement;
    let (key, given) = match (&a.amendment_number, &a.amendment_day) {
        (Some(number), None) => ("amendment_day", number.at),
        (None, Some(day)) => ("amendment_number", day.at),
        _ => return,
    };
    let mut finding =
        Finding::new(&code::AMENDMENT_INCOMPLETE).with_related(given).with("field", header(key));
    finding.at = scope.agreement_cell(key).or(Some(given));
    verdict.add(finding);
}

fn request_days(scope: &Scope, verdict: &mut Verdict) {
    if scope.monthly_supplement().is_none() || !scope.uses(FundComponent::Supplement) {
        return;
    }
    for (half_year, days) in scope.rounds() {
        if scope.request_day(half_year).is_some() {
            continue;
        }
        let key = match half_year {
            // The first half-year has said it already, where it is settled as well.
            _ if scope.by_first_request(half_year) && scope.rounds().len() > 1 => continue,
            _ if scope.by_first_request(half_year) => "request_day_1",
            Some(HalfYear::First) if scope.rounds().len() > 1 => "request_day_1",
            Some(HalfYear::Second) if scope.rounds().len() > 1 => "request_day_2",
            _ => "request_day",
        };
        let mut finding =
            Finding::new(&code::REQUEST_DAY_MISSING).with("field", header(key)).with("period", range(days));
        finding.at = scope.agreement_cell(key);
        verdict.add(finding);
    }
}

/// The canonical header of a field of `Umowa`.
fn header(key: &str) -> Fact {
    let column = schema::table(TableId::Agreement).column(key);
    Fact::Text(column.map_or(key, |c| c.header).to_owned())
}

fn level(scope: &Scope, verdict: &mut Verdict) {
    let one_off = scope.programme.components.iter().any(|c| matches!(c, Component::OneOffSupplement { .. }));
    for component in &scope.programme.components {
        let Component::WageShare { ceiling, .. } = component else { continue };
        let Some(level) = &scope.facts.agreement.level else {
            // 2023 alone: the minister may set a level below the ceiling, so a blank may be an oversight.
            if one_off && scope.uses(FundComponent::EmploymentCost) {
                verdict.add(
                    Finding::new(&code::LEVEL_NOT_GIVEN)
                        .with_expected(Fact::Percent(ceiling.value.clone()))
                        .with_basis(&ceiling.source),
                );
            }
            continue;
        };
        let seen = Fact::Percent(level.value.clone());
        let expected = Fact::Percent(ceiling.value.clone());
        if level.value <= Exact::zero() {
            verdict.add(
                Finding::at(&code::LEVEL_NOT_POSITIVE, level.at)
                    .with_seen(seen)
                    .with_expected(expected)
                    .with_basis(&ceiling.source),
            );
        } else if level.value > ceiling.value {
            verdict.add(
                Finding::at(&code::SHARE_ABOVE_CEILING, level.at)
                    .with_seen(seen)
                    .with_expected(expected)
                    .with_basis(&ceiling.source),
            );
        } else if scope.programme.id == "asystent-rodziny-2025"
            && Exact::ratio(1, 5).as_ref() == Some(&level.value)
        {
            // The official form of that edition prints 20 % where its text says 30 %: a slip that offices copy.
            verdict.add(
                Finding::at(&code::LEVEL_MISPRINT, level.at)
                    .with_seen(seen)
                    .with_expected(expected)
                    .with_basis(&ceiling.source),
            );
        }
    }
}

fn deadline_and_rate(scope: &Scope, verdict: &mut Verdict) {
    let edition = scope.programme.payment_deadline_for(scope.period);
    if let Some(own) = &scope.facts.agreement.payment_deadline
        && own.value > edition.value
    {
        verdict.add(
            Finding::at(&code::DEADLINE_AFTER_EDITION, own.at)
                .with_seen(Fact::Day(own.value))
                .with_expected(Fact::Day(edition.value))
                .with_basis(&edition.source),
        );
    }
    if let Some(rate) = &scope.facts.agreement.accident_rate {
        let lowest = Exact::ratio(33, 10_000).unwrap_or_else(Exact::zero);
        let highest = Exact::ratio(58, 1_000).unwrap_or_else(Exact::one);
        if rate.value < lowest || rate.value > highest {
            verdict.add(
                Finding::at(&code::ACCIDENT_RATE_ODD, rate.at)
                    .with_seen(Fact::Percent(rate.value.clone()))
                    .with("lowest", Fact::Percent(lowest))
                    .with("highest", Fact::Percent(highest)),
            );
        }
    }
}
