//! Which month of this year tells what is paid today, and on which days a contract covers it.

use super::super::build::Build;
use super::base_cells;
use crate::checks::scope::contract_days;
use crate::finding::code::plan::PLAN_PAY_MOVED;
use crate::finding::{Fact, Finding};
use crate::programme::pay_components::{InBase, PayClass, PayComponent};
use crate::records::Payment;
use crate::units::{DayRange, Exact, Money, Month};

/// Arrears in the month taken look like a raise: only whoever pays knows, so both amounts are named.
pub fn say_moved<'p>(
    build: &mut Build<'_>,
    assistant: &str,
    whole: &[(Month, Exact, Vec<usize>)],
    of_month: &dyn Fn(Month) -> Vec<&'p Payment>,
) {
    let [.., (earlier, was, terms), (month, is, terms_now)] = whole else { return };
    if was == is || terms != terms_now {
        return;
    }
    let cells = |month| of_month(month).into_iter().flat_map(base_cells).map(|(_, at)| at).next_back();
    let amount = |n: &Exact| Fact::Amount(Money::from_exact(n).unwrap_or_default());
    let mut finding = Finding::new(&PLAN_PAY_MOVED)
        .with_assistant(assistant)
        .with_month(*month)
        .with_seen(amount(is))
        .with_expected(amount(was));
    finding.at = cells(*month);
    if let Some(at) = cells(*earlier) {
        finding = finding.with_related(at);
    }
    build.say(finding);
}

/// The latest whole month whose base pay is not below that of both whole months before it.
pub fn choose(whole: &[(Month, Exact, Vec<usize>)]) -> Option<usize> {
    let low = |i: &usize| {
        let before: Vec<&Exact> = whole[..*i].iter().rev().take(2).map(|(_, base, _)| base).collect();
        !before.is_empty() && before.iter().all(|b| **b > whole[*i].1)
    };
    (0..whole.len()).rev().find(|i| !low(i)).or_else(|| whole.len().checked_sub(1))
}

/// The rows that cover all days of the month from first to last; nothing where one begins or ends inside it.
pub fn covering(build: &Build<'_>, rows: &[usize], days: DayRange) -> Option<Vec<usize>> {
    let parts = parts(build, rows, days);
    let all = !parts.is_empty() && parts.iter().all(|(_, part)| *part == days);
    all.then(|| parts.into_iter().map(|(row, _)| row).collect())
}

/// The rows in force on some of the days, each with those of them on which it is.
pub fn parts(build: &Build<'_>, rows: &[usize], days: DayRange) -> Vec<(usize, DayRange)> {
    let part = |row: usize| contract_days(&build.now.employments[row])?.overlap(&days);
    rows.iter().filter_map(|row| Some((*row, part(*row)?))).collect()
}

/// Was there an absence that lowers pay?
pub fn away(build: &Build<'_>, assistant: &str, month: DayRange) -> bool {
    build.now.absences.iter().filter(|a| !a.rejected && a.assistant.value.trim() == assistant).any(|a| {
        let touches = DayRange::new(a.from.value, a.to.value).and_then(|d| d.overlap(&month)).is_some();
        touches && build.lowers_pay(a)
    })
}

/// Is there sick pay or a benefit in the payment?
pub fn sick(payment: &Payment) -> bool {
    let sick = |c: &PayComponent| c.class == PayClass::Benefit || c.in_base.value == InBase::SickPay;
    payment.components.iter().any(|(c, amount)| sick(c) && amount.value != Money::ZERO)
}
