//! The sibling programme's motivation supplement: under employment contracts only, and said for each month.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, amount, money, smaller};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{ContractForm, FundComponent};
use crate::units::Exact;

/// Judges motivation supplements, one finding for an assistant.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let rule = scope.programme.components.iter().find_map(|c| match c {
        Component::FundedSupplement { amount } => Some(amount),
        _ => None,
    });
    let Some(ceiling) = rule.filter(|_| scope.uses(FundComponent::Supplement)) else { return };
    let mut service: BTreeMap<&str, (Finding, Exact)> = BTreeMap::new();
    let mut blank: BTreeMap<&str, Finding> = BTreeMap::new();
    for ((assistant, month), rows) in scope.payments_by_month() {
        let of = |form| rows.iter().filter(move |r| scope.form_of(r) == Some(form));
        let paid: Exact = of(ContractForm::Service).map(|r| amount(&r.motivation)).sum();
        let cell = of(ContractForm::Service).find_map(|r| r.motivation.as_ref());
        if let Some(cell) = cell.filter(|_| paid > Exact::zero()) {
            let start = || {
                let finding = Finding::at(&code::MOTIVATION_SERVICE, cell.at).with_basis(&ceiling.source);
                (finding.with_assistant(assistant).with_month(month), Exact::zero())
            };
            let (finding, lost) = service.entry(assistant).or_insert_with(start);
            finding.facts.push(("months", Fact::Month(month)));
            *lost = lost.clone() + smaller(paid, ceiling.value.to_exact());
        }
        let silent = of(ContractForm::Employment).next().filter(|_| {
            of(ContractForm::Employment).all(|r| r.motivation.is_none())
                && !scope.absent(assistant, month.days())
        });
        if let Some(row) = silent {
            let start = || {
                Finding::at(&code::MOTIVATION_BLANK, scope.cell(row.at, "motivation"))
                    .with_assistant(assistant)
                    .with_month(month)
            };
            blank.entry(assistant).or_insert_with(start).facts.push(("months", Fact::Month(month)));
        }
    }
    for (finding, lost) in service.into_values() {
        verdict.add(finding.with_difference(money(&lost)));
    }
    for finding in blank.into_values() {
        verdict.add(finding.with("most", Fact::Amount(ceiling.value)));
    }
}
