//! `Środki` and `Zwroty`: received against awarded (C01), rows of rounds and components that the edition does not have.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, amount, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding, Severity};
use crate::programme::Component;
use crate::records::{Fund, FundComponent, HalfYear};
use crate::units::{Exact, Money};

/// The word that the table uses for a component.
pub fn component_word(component: FundComponent) -> Fact {
    Fact::Text(component.word().to_owned())
}

/// The word that the table uses for a half-year; `none` for the whole period, as the catalogue asks.
pub fn round_word(half_year: Option<HalfYear>) -> Fact {
    Fact::Text(half_year.map_or("none", HalfYear::word).to_owned())
}

/// Judges the money of the agreement.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut seen: BTreeMap<_, &Fund> = BTreeMap::new();
    for fund in scope.facts.funds.iter().filter(|f| !f.rejected) {
        if !in_edition(scope, fund.component.value) {
            verdict.reject(
                fund.at,
                Finding::at(&code::FUND_NOT_IN_EDITION, fund.component.at)
                    .with_seen(component_word(fund.component.value))
                    .with("programme", Fact::Text(scope.programme.id.clone())),
            );
            continue;
        }
        if !round_is_settled(scope, fund, verdict) {
            continue;
        }
        amounts(scope, fund, verdict);
        let key = (
            fund.component.value,
            fund.half_year.as_ref().map(|h| h.value),
            fund.source.as_ref().map(|s| s.value),
        );
        if let Some(first) = seen.insert(key, fund) {
            verdict.add(
                Finding::at(&code::FUND_TWICE, scope.cell(fund.at, "awarded"))
                    .with_related(scope.cell(first.at, "awarded"))
                    .with("component", component_word(fund.component.value)),
            );
        }
    }
    refunds(scope, verdict);
}

fn in_edition(scope: &Scope, component: FundComponent) -> bool {
    scope.programme.components.iter().any(|c| {
        let pays = match c {
            Component::WageShareUnderCeiling { .. } | Component::WageShare { .. } => {
                FundComponent::EmploymentCost
            }
            Component::OneOffSupplement { .. }
            | Component::MonthlySupplement { .. }
            | Component::FundedSupplement { .. } => FundComponent::Supplement,
        };
        pays == component
    })
}

/// Says whether the row belongs to a round that is settled; finds what is wrong with it otherwise.
fn round_is_settled(scope: &Scope, fund: &Fund, verdict: &mut Verdict) -> bool {
    let rounds = scope.rounds();
    match &fund.half_year {
        Some(half) if scope.programme.rounds.iter().any(|r| r.half_year == Some(half.value)) => {
            let settled = rounds.iter().any(|(round, _)| *round == Some(half.value));
            if !settled {
                verdict.add(
                    Finding::at(&code::FUND_ROUND_OUTSIDE, half.at).with_seen(round_word(Some(half.value))),
                );
            }
            settled
        }
        None if rounds.len() > 1 => {
            verdict.reject(
                fund.at,
                Finding::at(&code::FUND_ROUND_UNCLEAR, scope.cell(fund.at, "half_year"))
                    .with("component", component_word(fund.component.value)),
            );
            false
        }
        _ => true,
    }
}

fn amounts(scope: &Scope, fund: &Fund, verdict: &mut Verdict) {
    let component = || component_word(fund.component.value);
    for given in [&fund.requested, &fund.awarded, &fund.received].into_iter().flatten() {
        if given.value.is_negative() {
            verdict.add(
                Finding::at(&code::NEGATIVE_FUND, given.at)
                    .with_seen(Fact::Amount(given.value))
                    .with("component", component()),
            );
        }
    }
    if fund.awarded.is_none() {
        verdict.add(
            Finding::at(&code::AWARD_MISSING, scope.cell(fund.at, "awarded")).with("component", component()),
        );
    }
    if fund.received.is_none() {
        verdict.add(
            Finding::at(&code::RECEIVED_MISSING, scope.cell(fund.at, "received"))
                .with("component", component()),
        );
    }
    let day_asked = scope.cell(fund.at, "received_on") != fund.at;
    if let (true, Some(received), None) = (day_asked, &fund.received, &fund.received_on)
        && received.value > Money::ZERO
    {
        verdict.add(
            Finding::at(&code::RECEIVED_DAY_MISSING, scope.cell(fund.at, "received_on"))
                .with("component", component())
                .with_seen(Fact::Amount(received.value)),
        );
    }
    if let (Some(awarded), Some(received)) = (&fund.awarded, &fund.received)
        && received.value > awarded.value
    {
        // An annex may cut the award of money that came already: what is above it is unused and goes back.
        let agreement = &scope.facts.agreement;
        let amended = agreement.amendment_number.is_some() || agreement.amendment_day.is_some();
        let mut finding = Finding::at(&code::RECEIVED_ABOVE_AWARD, received.at)
            .with_related(awarded.at)
            .with_seen(Fact::Amount(received.value))
            .with_expected(Fact::Amount(awarded.value))
            .with_difference(money(&(received.value.to_exact() - awarded.value.to_exact())))
            .with("annex", Fact::Text(if amended { "yes" } else { "no" }.to_owned()))
            .with("component", component());
        if amended {
            finding.severity = Severity::Warning;
        }
        verdict.add(finding);
    }
}

fn refunds(scope: &Scope, verdict: &mut Verdict) {
    let mut returned: BTreeMap<FundComponent, (Exact, crate::source::CellRef)> = BTreeMap::new();
    for refund in scope.facts.refunds.iter().filter(|r| !r.rejected) {
        if refund.principal.value < Money::ZERO {
            verdict.add(
                Finding::at(&code::NEGATIVE_FUND, refund.principal.at)
                    .with_seen(Fact::Amount(refund.principal.value))
                    .with("component", component_word(refund.component.value)),
            );
        }
        let entry = returned.entry(refund.component.value).or_insert((Exact::zero(), refund.principal.at));
        *entry = (entry.0.clone() + refund.principal.value.to_exact(), refund.principal.at);
    }
    for (component, (sum, at)) in returned {
        let rows = scope.facts.funds.iter().filter(|f| !f.rejected && f.component.value == component);
        let rows: Vec<&Fund> = rows.collect();
        if !rows.is_empty() && rows.iter().any(|f| f.received.is_none()) {
            continue;
        }
        let received: Exact = rows.iter().map(|f| amount(&f.received)).sum();
        if sum > received {
            verdict.add(
                Finding::at(&code::REFUND_ABOVE_RECEIVED, at)
                    .with_seen(Fact::Amount(money(&sum)))
                    .with_expected(Fact::Amount(money(&received)))
                    .with_difference(money(&(sum - received)))
                    .with("component", component_word(component)),
            );
        }
    }
}
