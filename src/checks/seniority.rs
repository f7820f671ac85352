//! The seniority allowance: a share of base pay that the act on local-government employees (art. 38) knows.
//!
//! Ordinary months only: in a month of sickness the allowance is paid in full and base pay is not, so that the share
//! rises without fault. Told once for an assistant.

use std::collections::BTreeSet;

use super::components;
use super::scope::{Scope, Verdict, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::Payment;
use crate::units::Exact;

/// Judges the allowance of an ordinary month under an employment contract.
pub fn check<'a>(scope: &Scope, row: &'a Payment, verdict: &mut Verdict, told: &mut BTreeSet<&'a str>) {
    let assistant = row.assistant.value.as_str();
    if told.contains(assistant) {
        return;
    }
    if let Some(finding) = judged(scope, row) {
        told.insert(assistant);
        verdict.add(finding);
    }
}

fn judged(scope: &Scope, row: &Payment) -> Option<Finding> {
    let (base, paid) = (row.base.as_ref()?, row.seniority.as_ref()?);
    // Holiday pay in a column of its own is base salary of the days of leave.
    let (base_exact, paid_exact) = (components::base_salary(row), paid.value.to_exact());
    let share = paid_exact.checked_div(&base_exact)?;
    if paid_exact.is_zero() || paid_exact.is_negative() || base.value.is_negative() {
        return None;
    }
    let law = scope.national.seniority_allowance(row.month.value.last())?;
    let of_base = |share: &Exact| &base_exact * share;
    // A grosz of rounding on either side.
    let grosz = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    let (least, most) = (of_base(&law.first.value), of_base(&law.highest.value));
    let above = paid_exact.clone() - least.clone();
    let steps = above.checked_div(&of_base(&law.step.value)).unwrap_or_else(Exact::zero).round_half_up(0);
    let nearest = &law.first.value + &(&law.step.value * &steps);
    let near = (of_base(&nearest) - paid_exact.clone()).abs() <= grosz;
    if near && law.allows(&nearest) && !nearest.is_zero() {
        return None;
    }
    let outside = paid_exact < least || paid_exact > most;
    let which = if outside { &code::SENIORITY_PAID } else { &code::SENIORITY_NOT_WHOLE };
    Some(
        Finding::at(which, paid.at)
            .with_related(base.at)
            .with_assistant(&row.assistant.value)
            .with_month(row.month.value)
            .with("share", Fact::Percent(share.cut_down(6).round_half_up(4)))
            .with("base", Fact::Amount(money(&base_exact)))
            .with("least", Fact::Amount(money(&least)))
            .with("most", Fact::Amount(money(&most)))
            .with_seen(Fact::Amount(paid.value)),
    )
}
