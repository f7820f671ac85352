//! The seniority allowance: a share of base pay that the act on local-government employees (art. 38) knows.
//!
//! Ordinary months only: in a month of sickness the allowance is paid in full and base pay is not, so that the share
//! rises without fault. Told once for an assistant.

use std::collections::{BTreeMap, BTreeSet};

use super::components;
use super::pay_month::PayMonth;
use super::scope::{Scope, Verdict, amount, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::Payment;
use crate::source::CellRef;
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

/// What one month paid against the declared rate.
struct Paid<'a> {
    month: PayMonth<'a>,
    rate: (&'a Exact, CellRef),
    at: CellRef,
    base: Exact,
    allowance: Exact,
}

impl Paid<'_> {
    fn pays(&self, rate: &Exact) -> bool {
        let rows = i64::try_from(self.month.rows.len()).unwrap_or(i64::MAX);
        let tolerance = Exact::ratio(rows, 100).unwrap_or_else(Exact::zero);
        (&self.base * rate - self.allowance.clone()).abs() <= tolerance
    }
}

/// Months in which the allowance can be held against the declared rate.
#[derive(Default)]
pub struct Declared<'a>(BTreeMap<(&'a str, CellRef), Vec<Paid<'a>>>);

impl<'a> Declared<'a> {
    /// Adds a month, unless pay fell in it, no rate is declared or none was paid in a column of its own.
    pub fn add(&mut self, scope: &Scope<'a>, month: PayMonth<'a>) {
        let [contract] = month.contracts[..] else { return };
        let Some(rate) = &contract.seniority_rate else { return };
        // A rate that the law does not know has a finding of its own.
        let law = scope.national.seniority_allowance(month.month.last());
        if !law.is_some_and(|law| law.allows(&rate.value)) {
            return;
        }
        let base: Exact = month.rows.iter().map(|r| components::base_salary(r)).sum();
        let given = |r: &&'a crate::records::Payment| r.seniority.as_ref().map(|m| m.at);
        let Some(at) = month.rows.iter().find_map(given) else { return };
        if base <= Exact::zero() || month.reduced(scope) {
            return;
        }
        let paid = month.rows.iter().map(|r| amount(&r.seniority)).sum();
        let rate = (&rate.value, rate.at);
        self.0.entry((month.assistant, contract.at)).or_default().push(Paid {
            month,
            rate,
            at,
            base,
            allowance: paid,
        });
    }

    /// Finds the first month under each contract that does not pay the declared rate.
    ///
    /// The rate rises by a step on an anniversary, and a contract declares one: where months under it pay the declared
    /// rate, a step less before them or a step more after them is in order.
    pub fn check(self, scope: &Scope, verdict: &mut Verdict, told: &BTreeSet<&str>) {
        for ((assistant, _), mut months) in self.0 {
            // One finding for an assistant is enough.
            if told.contains(assistant) {
                continue;
            }
            months.sort_by_key(|m| m.month.month);
            let fits = |m: &Paid| m.pays(m.rate.0);
            let first = months.iter().find(|m| fits(m)).map(|m| m.month.month);
            let last = months.iter().rfind(|m| fits(m)).map(|m| m.month.month);
            let stepped = |m: &Paid| {
                let Some(law) = scope.national.seniority_allowance(m.month.month.last()) else { return true };
                let rate = m.rate.0;
                // The right begins at the first rate, after years of nothing.
                let less = if *rate == law.first.value { Exact::zero() } else { rate - &law.step.value };
                let before = first.is_some_and(|first| m.month.month < first) && m.pays(&less);
                let more = if rate.is_zero() { law.first.value.clone() } else { rate + &law.step.value };
                before || (last.is_some_and(|last| m.month.month > last) && m.pays(&more))
            };
            let Some(odd) = months.iter().find(|m| !fits(m) && !stepped(m)) else { continue };
            let expected = (&odd.base * odd.rate.0).round_half_up(2);
            verdict.add(
                Finding::at(&code::SENIORITY_DIFFERS, odd.at)
                    .with_related(odd.rate.1)
                    .with_assistant(assistant)
                    .with_month(odd.month.month)
                    .with("share", Fact::Percent(odd.rate.0.clone()))
                    .with("base", Fact::Amount(money(&odd.base)))
                    .with_seen(Fact::Amount(money(&odd.allowance)))
                    .with_expected(Fact::Amount(money(&expected)))
                    .with_difference(money(&(odd.allowance.clone() - expected))),
            );
        }
    }
}
