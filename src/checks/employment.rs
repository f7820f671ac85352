//! `Zatrudnienie`: dates, posts, overlapping contracts, qualification (C14), social work (C15), seniority allowance.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, contract_days};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{ContractForm, Employment, Position, TableId};
use crate::units::Exact;

/// Judges contracts.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut by_assistant: BTreeMap<&str, Vec<&Employment>> = BTreeMap::new();
    for contract in scope.contracts() {
        if contract_days(contract).is_none() {
            reversed(contract, verdict);
            continue;
        }
        by_assistant.entry(&contract.assistant.value).or_default().push(contract);
        post(scope, contract, verdict);
        seniority_rate(contract, verdict);
        if let Some(flag) = contract.social_worker.as_ref().filter(|f| f.value) {
            verdict.add(
                Finding::at(&code::SOCIAL_WORKER, flag.at)
                    .with_assistant(&contract.assistant.value)
                    .with_seen(Fact::Text("TAK".to_owned())),
            );
        }
    }
    for contract in scope.contracts() {
        if let Some(other) =
            contract.replaces.as_ref().filter(|r| !by_assistant.contains_key(r.value.as_str()))
        {
            verdict.add(
                Finding::at(&code::REPLACED_UNKNOWN, other.at)
                    .with_assistant(&contract.assistant.value)
                    .with_seen(Fact::Text(other.value.clone())),
            );
        }
    }
    let paid: BTreeSet<&str> = scope.facts.payments.iter().map(|p| p.assistant.value.as_str()).collect();
    for (assistant, contracts) in &by_assistant {
        overlaps(assistant, contracts, verdict);
        posts_together(scope, assistant, contracts, verdict);
        without_pay(scope, assistant, contracts, &paid, verdict);
    }
    qualification(scope, &by_assistant, verdict);
}

fn reversed(contract: &Employment, verdict: &mut Verdict) {
    let Some(to) = &contract.to else { return };
    verdict.reject(
        contract.at,
        Finding::at(&code::EMPLOYMENT_DATES_REVERSED, to.at)
            .with_related(contract.from.at)
            .with_assistant(&contract.assistant.value)
            .with_seen(Fact::Day(to.value))
            .with_expected(Fact::Day(contract.from.value)),
    );
}

fn post(scope: &Scope, contract: &Employment, verdict: &mut Verdict) {
    let touches = contract_days(contract).is_some_and(|d| d.overlap(&scope.period).is_some());
    match &contract.fte {
        // Before 2024 a service contract's blank post is reckoned from hours as well, so only employment needs it.
        None if contract.form.value == ContractForm::Employment && touches => verdict.reject(
            contract.at,
            Finding::at(&code::FTE_MISSING, scope.cell(contract.at, "fte"))
                .with_assistant(&contract.assistant.value),
        ),
        Some(fte) if fte.value <= Exact::zero() => verdict.reject(
            contract.at,
            Finding::at(&code::FTE_NOT_POSITIVE, fte.at)
                .with_assistant(&contract.assistant.value)
                .with_seen(Fact::Number(fte.value.clone())),
        ),
        _ => {}
    }
}

fn seniority_rate(contract: &Employment, verdict: &mut Verdict) {
    let Some(rate) = &contract.seniority_rate else { return };
    let percent = &rate.value * &Exact::whole(100);
    let usual = percent.is_zero()
        || (percent.is_whole() && percent >= Exact::whole(5) && percent <= Exact::whole(20));
    if !usual {
        verdict.add(
            Finding::at(&code::SENIORITY_RATE, rate.at)
                .with_assistant(&contract.assistant.value)
                .with_seen(Fact::Percent(rate.value.clone())),
        );
    }
}

/// Contracts of one form that share days. Consecutive rows are a change of terms and no fault.
fn overlaps(assistant: &str, contracts: &[&Employment], verdict: &mut Verdict) {
    let mut sorted = contracts.to_vec();
    sorted.sort_by_key(|c| (c.form.value, c.from.value, c.at));
    for pair in sorted.windows(2) {
        let (Some(a), Some(b)) = (contract_days(pair[0]), contract_days(pair[1])) else { continue };
        if pair[0].form.value != pair[1].form.value {
            continue;
        }
        if let Some(shared) = a.overlap(&b) {
            verdict.add(
                Finding::at(&code::CONTRACTS_OVERLAP, pair[1].at)
                    .with_related(pair[0].at)
                    .with_assistant(assistant)
                    .with("from", Fact::Day(shared.first))
                    // Contracts without an end share days without an end.
                    .with(
                        "days",
                        Fact::Count(if pair.iter().all(|c| c.to.is_none()) { 0 } else { shared.len() }),
                    ),
            );
        }
    }
}

/// Posts on each day on which one begins: that is where their sum can rise.
fn posts_together(scope: &Scope, assistant: &str, contracts: &[&Employment], verdict: &mut Verdict) {
    let uncapped = |c: &Component| matches!(c, Component::FundedSupplement { .. });
    if scope.programme.components.iter().any(uncapped) {
        return;
    }
    let counted =
        |c: &&&Employment| !(c.form.value == ContractForm::Service && scope.service_fte_from_hours());
    for start in contracts.iter().filter(counted) {
        let day = start.from.value.max(scope.period.first);
        if !scope.period.contains(day) {
            continue;
        }
        let open =
            contracts.iter().filter(counted).filter(|c| contract_days(c).is_some_and(|d| d.contains(day)));
        let sum: Exact = open.filter_map(|c| c.fte.as_ref().map(|f| f.value.clone())).sum();
        if sum > Exact::one() {
            verdict.add(
                Finding::at(&code::FTE_ABOVE_ONE, start.fte.as_ref().map_or(start.at, |f| f.at))
                    .with_assistant(assistant)
                    .with_seen(Fact::Number(sum))
                    .with_expected(Fact::Number(Exact::one()))
                    .with("day", Fact::Day(day)),
            );
            return;
        }
    }
}

fn without_pay(
    scope: &Scope,
    assistant: &str,
    contracts: &[&Employment],
    paid: &BTreeSet<&str>,
    verdict: &mut Verdict,
) {
    let in_period = |c: &&&Employment| contract_days(c).is_some_and(|d| d.overlap(&scope.period).is_some());
    let Some(contract) = contracts.iter().find(in_period) else { return };
    // Somebody on unpaid or parental leave has no pay and needs no question.
    let away = scope.facts.absences.iter().any(|a| a.assistant.value == assistant);
    let pays_for = scope.programme.pays_for(contract.employed_as());
    if !away && !paid.contains(assistant) && pays_for {
        verdict
            .add(Finding::at(&code::ASSISTANT_WITHOUT_PAY, contract.assistant.at).with_assistant(assistant));
    }
}

/// One question for everybody whose qualification is not given, not one for each row.
fn qualification(scope: &Scope, by_assistant: &BTreeMap<&str, Vec<&Employment>>, verdict: &mut Verdict) {
    let missing: BTreeSet<&str> = by_assistant
        .iter()
        .filter(|(_, rows)| rows.iter().all(|c| c.qualification.is_none()))
        // Art. 12 speaks of assistants alone.
        .filter(|(_, rows)| rows.iter().any(|c| c.employed_as() == Position::Assistant))
        .filter(|(_, rows)| {
            rows.iter().any(|c| contract_days(c).is_some_and(|d| d.overlap(&scope.period).is_some()))
        })
        .map(|(id, _)| *id)
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().copied().collect();
    let place = match &names[..] {
        [one] => {
            let first = by_assistant.get(one).and_then(|rows| rows.first());
            first.map(|c| scope.cell(c.at, "qualification"))
        }
        _ => scope.facts.table(TableId::Employment).map(|t| t.header_at),
    };
    let mut finding = Finding::new(&code::QUALIFICATION_MISSING)
        .with("count", Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX)))
        .with("assistants", Fact::Text(names.join(", ")));
    finding.at = place;
    verdict.add(finding);
}
