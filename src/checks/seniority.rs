//! The seniority allowance: 5 to 20 % of base pay, a whole percentage (act on local-government employees, art. 38).
//!
//! Ordinary months only: in a month of sickness the allowance is paid in full and base pay is not, so that the share
//! rises without fault. Told once for an assistant.

use std::collections::BTreeSet;

use super::scope::{Verdict, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::Payment;
use crate::units::Exact;

/// Judges the allowance of an ordinary month under an employment contract.
pub fn check<'a>(row: &'a Payment, verdict: &mut Verdict, told: &mut BTreeSet<&'a str>) {
    let assistant = row.assistant.value.as_str();
    if told.contains(assistant) {
        return;
    }
    if let Some(finding) = judged(row) {
        told.insert(assistant);
        verdict.add(finding);
    }
}

fn judged(row: &Payment) -> Option<Finding> {
    let (base, paid) = (row.base.as_ref()?, row.seniority.as_ref()?);
    let (base_exact, paid_exact) = (base.value.to_exact(), paid.value.to_exact());
    let share = paid_exact.checked_div(&base_exact)?;
    if paid_exact.is_zero() || paid_exact.is_negative() || base.value.is_negative() {
        return None;
    }
    // A grosz of rounding on either side.
    let grosz = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    let of_base = |percent: i64| &base_exact * &Exact::ratio(percent, 100).unwrap_or_else(Exact::zero);
    let near = |percent: i64| (of_base(percent) - paid_exact.clone()).abs() <= grosz;
    if (5..=20).any(near) {
        return None;
    }
    let outside = paid_exact < of_base(5) || paid_exact > of_base(20);
    let which = if outside { &code::SENIORITY_PAID } else { &code::SENIORITY_NOT_WHOLE };
    Some(
        Finding::at(which, paid.at)
            .with_related(base.at)
            .with_assistant(&row.assistant.value)
            .with_month(row.month.value)
            .with("share", Fact::Percent(share.cut_down(6).round_half_up(4)))
            .with("base", Fact::Amount(base.value))
            .with("least", Fact::Amount(money(&of_base(5))))
            .with("most", Fact::Amount(money(&of_base(20))))
            .with_seen(Fact::Amount(paid.value)),
    )
}
