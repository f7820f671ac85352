//! What people are employed as, and since when: whom the edition does not pay for.
//!
//! Coordinators of family foster care are paid by the editions of 2013-2019 alone; the first edition of 2012 paid only
//! for assistants hired after it was announced. Nobody is left out of a settlement without a word here.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, contract_days};
use crate::finding::code::editions as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{ContractForm, Employment, Position};
use crate::units::{Day, DayRange, Month};

/// Judges positions and days of hiring.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut people: BTreeMap<&str, Vec<&Employment>> = BTreeMap::new();
    for contract in scope.contracts() {
        if contract_days(contract).is_some_and(|d| d.overlap(&scope.period).is_some()) {
            people.entry(&contract.assistant.value).or_default().push(contract);
        }
    }
    for (id, contracts) in &people {
        outside(scope, id, contracts, verdict);
        two_positions(scope, id, contracts, verdict);
        hired_too_early(scope, id, verdict);
    }
}

fn outside(scope: &Scope, id: &str, contracts: &[&Employment], verdict: &mut Verdict) {
    let Some(contract) = contracts.iter().find(|c| !scope.programme.pays_for(c.employed_as())) else {
        return;
    };
    let at = contract.position.as_ref().map_or(contract.at, |p| p.at);
    verdict.add(
        Finding::at(&code::POSITION_NOT_IN_EDITION, at)
            .with_assistant(id)
            .with("programme", Fact::Text(scope.programme.id.clone())),
    );
}

/// Two positions under one form of contract in one month: a payment could belong to either.
fn two_positions(scope: &Scope, id: &str, contracts: &[&Employment], verdict: &mut Verdict) {
    if !scope.programme.pays_for(Position::Coordinator) || scope.programme.sibling {
        return;
    }
    let months = |c: &Employment| -> BTreeSet<(ContractForm, Month)> {
        let days = contract_days(c).and_then(|d: DayRange| d.overlap(&scope.period));
        days.map(|d| d.months().into_iter().map(|m| (c.form.value, m)).collect()).unwrap_or_default()
    };
    let of = |position| contracts.iter().filter(move |c| c.employed_as() == position);
    let as_assistant: BTreeSet<_> = of(Position::Assistant).flat_map(|c| months(c)).collect();
    for contract in of(Position::Coordinator) {
        let Some((_, month)) = months(contract).intersection(&as_assistant).next().copied() else { continue };
        let at = contract.position.as_ref().map_or(contract.at, |p| p.at);
        let finding = Finding::at(&code::POSITION_UNCLEAR, at).with_assistant(id).with_month(month);
        verdict.reject(contract.at, finding.with("month", Fact::Month(month)));
    }
}

/// The first edition of 2012 paid only for people hired from a day on. Consecutive rows are one hiring.
fn hired_too_early(scope: &Scope, id: &str, verdict: &mut Verdict) {
    let hired_from = scope.programme.components.iter().find_map(|c| match c {
        Component::WageShareUnderCeiling { hired_from, .. } => hired_from.as_ref(),
        _ => None,
    });
    let Some(hired_from) = hired_from else { return };
    let mut rows: Vec<(&Employment, DayRange)> =
        scope.contracts_of(id).iter().filter_map(|c| Some((*c, contract_days(c)?))).collect();
    rows.sort_by_key(|(_, days)| days.first);
    let mut hired: Option<(&Employment, Day)> = None;
    for (row, days) in rows {
        if hired.is_none_or(|(_, last)| last.plus_days(1) < days.first) {
            hired = Some((row, days.last));
        } else if let Some((_, last)) = &mut hired {
            *last = (*last).max(days.last);
        }
        let Some((first, _)) = hired else { continue };
        let counted = days.overlap(&scope.period).is_some();
        if counted && first.from.value < hired_from.value {
            verdict.add(
                Finding::at(&code::HIRED_TOO_EARLY, first.from.at)
                    .with_assistant(id)
                    .with_seen(Fact::Day(first.from.value))
                    .with_expected(Fact::Day(hired_from.value))
                    .with_basis(&hired_from.source),
            );
            return;
        }
    }
}
