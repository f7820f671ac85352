//! Absences: of somebody employed, inside the contract, each day once, not more hours than the days have.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, contract_days};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::Absence;
use crate::units::{Day, DayRange, Exact};

/// Judges absences. Reversed dates are told with the other dates.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut by_assistant: BTreeMap<&str, Vec<(&Absence, DayRange)>> = BTreeMap::new();
    for absence in scope.facts.absences.iter().filter(|a| !a.rejected) {
        let id = absence.assistant.value.trim();
        let Some(days) = DayRange::new(absence.from.value, absence.to.value) else { continue };
        if days.overlap(&scope.period).is_none() {
            continue;
        }
        by_assistant.entry(id).or_default().push((absence, days));
    }
    for (id, mut rows) in by_assistant {
        rows.sort_by_key(|(absence, days)| (days.first, days.last, absence.at));
        if scope.contracts_of(id).is_empty() {
            if !scope.doubtful(id) {
                verdict.add(
                    Finding::at(&code::ABSENCE_ASSISTANT_UNKNOWN, rows[0].0.assistant.at).with_assistant(id),
                );
            }
            continue;
        }
        overlaps(id, &rows, verdict);
        for (absence, days) in &rows {
            outside(scope, id, absence, *days, verdict);
            hours(scope, id, absence, *days, verdict);
        }
    }
}

fn overlaps(id: &str, rows: &[(&Absence, DayRange)], verdict: &mut Verdict) {
    let mut before: Option<&(&Absence, DayRange)> = None;
    for row in rows {
        if let Some((earlier, days)) = before
            && let Some(shared) = days.overlap(&row.1)
        {
            verdict.add(
                Finding::at(&code::ABSENCES_OVERLAP, row.0.from.at)
                    .with_related(earlier.from.at)
                    .with_assistant(id)
                    .with_seen(Fact::Day(shared.first))
                    .with("until", Fact::Day(shared.last))
                    .with("kind", Fact::Text(row.0.kind.value.to_owned()))
                    .with("other", Fact::Text(earlier.kind.value.to_owned())),
            );
        }
        if before.is_none_or(|(_, days)| days.last < row.1.last) {
            before = Some(row);
        }
    }
}

/// Is a day of the absence, within the days settled, under no contract?
fn outside(scope: &Scope, id: &str, absence: &Absence, days: DayRange, verdict: &mut Verdict) {
    let Some(days) = days.overlap(&scope.period) else { return };
    let contracts: Vec<DayRange> = scope.contracts_of(id).iter().filter_map(|c| contract_days(c)).collect();
    let free = |day: &Day| !contracts.iter().any(|c| c.contains(*day));
    let Some(day) = days.each().find(free) else { return };
    verdict.add(
        Finding::at(&code::ABSENCE_OUTSIDE_CONTRACT, absence.from.at)
            .with_assistant(id)
            .with_seen(Fact::Day(day))
            .with("kind", Fact::Text(absence.kind.value.to_owned())),
    );
}

/// Hours given cannot be more than the working days have at eight hours for a full post.
fn hours(scope: &Scope, id: &str, absence: &Absence, days: DayRange, verdict: &mut Verdict) {
    let (Some(given), Some(working)) = (&absence.hours, scope.national.calendar().working_days(days)) else {
        return;
    };
    let most = Exact::whole(working * 8);
    if given.value > most || given.value.is_negative() {
        verdict.add(
            Finding::at(&code::ABSENCE_HOURS_ODD, given.at)
                .with_assistant(id)
                .with_seen(Fact::Number(given.value.clone()))
                .with_expected(Fact::Number(most))
                .with("days", Fact::Count(working)),
        );
    }
}
