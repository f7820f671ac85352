//! What somebody must be told of this year's tables before a forecast is laid on them: years and months that the tables or
//! the edition do not cover, absences that go on, contracts that end, people without pay.
//!
//! What is wrong with the plan itself is told in `plan`.

use super::build::{Build, year_of_tables};
use super::staff::{self, Contract};
use super::today::Stream;
use crate::finding::code::plan as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{StaffChange, StaffEvent};

/// The tables of a year tell nothing of the years before it, and little of the year after the next one.
pub fn year_over(build: &mut Build<'_>) {
    let of_tables = year_of_tables(build.now);
    if let Some((year, at)) = of_tables.filter(|(year, _)| *year + 1 < build.year) {
        let finding =
            Finding::at(&code::PLAN_YEAR_SKIPPED, at).with("year", Fact::Text(build.year.to_string()));
        let finding = finding.with("before", Fact::Text((build.year - 1).to_string()));
        build.findings.push(finding.with_seen(Fact::Text(year.to_string())));
    }
    if let Some((year, at)) = of_tables.filter(|(year, _)| *year > build.year) {
        let finding = Finding::at(&code::PLAN_YEAR_OVER, at).with("year", Fact::Text(build.year.to_string()));
        build.findings.push(finding.with_seen(Fact::Text(year.to_string())));
    }
}

/// Wages of some months only, or none: sums of the estimate are then no sums of a year, which everybody must be told.
pub fn part_of_year(build: &mut Build<'_>) {
    let Some(year) = build.year_days() else { return };
    let whole = build.programme.period.value;
    let wages = build.programme.components.iter().find_map(|c| match c {
        Component::WageShare { months, .. } => Some(months.unwrap_or(whole)),
        Component::WageShareUnderCeiling { .. } => Some(whole),
        _ => None,
    });
    let days = wages.and_then(|days| days.overlap(&year));
    if days == Some(year) || build.programme.sibling {
        return;
    }
    let told = days.unwrap_or(year);
    let finding = Finding::new(&code::PLAN_PART_OF_YEAR)
        .with("wages", Fact::Count(i64::from(days.is_some())))
        .with("first", Fact::Month(told.first.month()))
        .with("last", Fact::Month(told.last.month()));
    build.findings.push(finding);
}

/// Absences are not carried: whoever stays away into the year is paid in the forecast until the plan lets them go.
pub fn away(build: &mut Build<'_>) {
    let Some(year) = build.year_days() else { return };
    let now = build.now;
    for absence in now.absences.iter().filter(|a| !a.rejected && a.to.value >= year.first) {
        let who = absence.assistant.value.trim();
        let leaves = |c: &StaffChange| {
            c.event.value == StaffEvent::Departure && c.assistant.value.trim() == who && !c.rejected
        };
        if !build.lowers_pay(absence) || now.plan.changes.iter().any(leaves) {
            continue;
        }
        let finding = Finding::at(&code::PLAN_ABSENCE_GOES_ON, absence.to.at)
            .with_assistant(who)
            .with_seen(Fact::Day(absence.to.value))
            .with("kind", Fact::Text(absence.kind.value.to_owned()))
            .with("year", Fact::Text(build.year.to_string()));
        build.findings.push(finding);
    }
}

/// Names whoever stays without any pay known.
pub fn unpaid(build: &mut Build<'_>, contracts: &[Contract], streams: &[Stream]) {
    for contract in contracts {
        let today = contract.stream.and_then(|i| streams.get(i)).and_then(|s| s.pay.as_ref());
        let first = contract.pieces.first();
        let given = first.is_some_and(|p| matches!(p.start, staff::Start::Given(_)));
        if today.is_some() || given {
            continue;
        }
        let row = first.and_then(|p| p.source).map(|i| build.now.employments[i].at);
        let mut finding = Finding::new(&code::PLAN_NO_PAY)
            .with_assistant(&contract.assistant)
            .with("form", Fact::Text(contract.form.word().to_owned()));
        finding.at = row;
        build.say(finding);
    }
}

/// Names whoever's contract ends in the last month before the year, or in it, with nothing after it. Whoever the plan
/// itself lets go is no surprise.
pub fn ending(build: &mut Build<'_>, contracts: &[Contract]) {
    let Some(year) = build.year_days() else { return };
    let from = year.first.plus_days(-31);
    let now = build.now;
    for row in now.employments.iter().filter(|e| !e.rejected) {
        if !build.programme.pays_for(row.employed_as()) {
            continue;
        }
        let Some(to) = row.to.as_ref().filter(|to| to.value >= from && to.value < year.last) else {
            continue;
        };
        let who = row.assistant.value.trim();
        let goes_on = now.employments.iter().any(|e| {
            !e.rejected && e.assistant.value.trim() == who && e.to.as_ref().is_none_or(|t| t.value > to.value)
        });
        let planned = now.plan.changes.iter().any(|c| c.assistant.value.trim() == who);
        if goes_on || planned || contracts.iter().any(|c| staff::in_force(c, who, to.value.plus_days(1))) {
            continue;
        }
        let finding = Finding::at(&code::PLAN_CONTRACT_ENDS, to.at).with_assistant(who);
        let form = Fact::Text(row.form.value.word().to_owned());
        build.say(finding.with_seen(Fact::Day(to.value)).with("form", form));
    }
}
