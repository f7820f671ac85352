//! Months under an employment contract without any row of pay: forgotten, or is there an absence to enter?
//!
//! Asked only where the edition pays for months, once for an assistant, and not for months that are not over yet. A
//! service contract is paid by the bill, and a month without one is ordinary.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, contract_days};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{ContractForm, Employment, FundComponent, TableId};
use crate::units::{Day, DayRange, Month};

/// Finds months without pay.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let months: Vec<Month> = scope.period.months().into_iter().filter(|m| asked(scope, *m)).collect();
    // Rows left out for another fault show that the month was not forgotten.
    let paid: BTreeSet<(&str, Month)> =
        scope.facts.payments.iter().map(|p| (p.assistant.value.as_str(), p.month.value)).collect();
    let known: BTreeSet<&str> = paid.iter().map(|(id, _)| *id).collect();
    let mut by_assistant: BTreeMap<&str, Vec<&Employment>> = BTreeMap::new();
    for contract in scope.contracts().filter(|c| !verdict.rejected.contains(&c.at)) {
        by_assistant.entry(&contract.assistant.value).or_default().push(contract);
    }
    for (assistant, contracts) in by_assistant {
        let elsewhere = |c: &&Employment| {
            c.form.value == ContractForm::Service || !scope.programme.pays_for(c.employed_as())
        };
        // Whoever has no pay at all has a finding of its own.
        if !known.contains(assistant) || contracts.iter().any(elsewhere) {
            continue;
        }
        let missing =
            |m: &&Month| !paid.contains(&(assistant, **m)) && works(scope, assistant, &contracts, **m);
        let missing: Vec<Month> = months.iter().filter(missing).copied().collect();
        if missing.is_empty() {
            continue;
        }
        let mut finding = Finding::new(&code::PAY_MONTH_MISSING)
            .with_assistant(assistant)
            .with("count", Fact::Count(i64::try_from(missing.len()).unwrap_or(i64::MAX)));
        finding.facts.extend(missing.iter().map(|m| ("months", Fact::Month(*m))));
        finding.related.extend(contracts.first().map(|c| c.from.at));
        finding.at = scope.facts.table(TableId::Pay).map(|t| t.header_at);
        verdict.add(finding);
    }
}

/// Is the month over, and does the edition pay for it?
fn asked(scope: &Scope, month: Month) -> bool {
    let pays = scope.programme.components.iter().any(|c| match c {
        Component::WageShareUnderCeiling { .. } => scope.uses(FundComponent::EmploymentCost),
        Component::WageShare { months, .. } => {
            scope.uses(FundComponent::EmploymentCost)
                && months.is_none_or(|m| m.overlap(&month.days()).is_some())
        }
        Component::MonthlySupplement { .. } | Component::FundedSupplement { .. } => {
            scope.uses(FundComponent::Supplement)
        }
        Component::OneOffSupplement { .. } => false,
    });
    pays && month.last() <= scope.as_of
}

/// Is there a day of the month under contract that no absence covers?
fn works(scope: &Scope, assistant: &str, contracts: &[&Employment], month: Month) -> bool {
    let Some(days) = month.days().overlap(&scope.period) else { return false };
    let employed = |day: Day| contracts.iter().any(|c| contract_days(c).is_some_and(|d| d.contains(day)));
    let mut each = (0..days.len()).map(|n| days.first.plus_days(n));
    each.any(|day| employed(day) && !scope.absent(assistant, DayRange { first: day, last: day }))
}
