//! The transfers that must leave by the last payment day, and what each costs in co-financing when it is late.
//!
//! The cost is a difference of two settlements by the very same steps: everything paid in time, and the same with this
//! one transfer a day too late. Costs do not add up: two late transfers may cost less than each by itself where the
//! award binds.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::days::{CONTRIBUTIONS_PAID_ON, Days, Facts, PAID_ON, When};
use crate::checks::scope::{amount, contributions, contributory_pay, money};
use crate::programme::pay_components::PayClass;
use crate::records::Payment;
use crate::settlement::{Settled, settle_over};
use crate::units::{Exact, Money, Month};

/// What is transferred.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Pay to the assistant.
    Pay,
    /// Contributions to the social insurer, with PPK.
    Contributions,
    /// The advance of income tax and the employee's own contributions: parts of the gross that go elsewhere.
    Tax,
}

/// A transfer.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// What it is.
    pub kind: Kind,
    /// Payroll, empty where none is given.
    pub payroll: String,
    /// Identifiers of the assistants.
    pub assistants: BTreeSet<String>,
    /// Months that it is due for.
    pub months: BTreeSet<Month>,
    /// Is it a supplement that is still to be granted?
    pub granted: bool,
    /// Amount; of tax the gross that it is a part of, since the tables do not tell the tax.
    pub amount: Money,
    /// Whether it is planned.
    pub when: When,
    /// Co-financing lost when it is late; nothing where the tables cannot tell.
    pub lost: Option<Money>,
    /// Its rows among the payments.
    pub payments: Vec<usize>,
}

/// Lists the transfers of the planned facts, dearest first. `first_granted` is the first payment that was added.
pub fn transfers(
    year: &Year<'_>,
    days: &Days,
    planned: &Facts,
    settled: &Settled,
    first_granted: usize,
) -> Vec<Transfer> {
    let mut all = grouped(year, days, planned, settled, first_granted);
    let whole = settled.model.money(settled.totals.co_financing);
    for transfer in &mut all {
        transfer.lost = (transfer.kind != Kind::Tax).then(|| {
            let late = late(year, days, planned, transfer);
            let left = late.model.money(late.totals.co_financing);
            Money::from_grosze(whole.grosze() - left.grosze())
        });
    }
    let size = |t: &Transfer| t.lost.map_or(0, Money::grosze);
    all.sort_by(|a, b| {
        let key = |t: &Transfer| (t.kind == Kind::Tax, std::cmp::Reverse(size(t)), t.kind, t.payroll.clone());
        key(a).cmp(&key(b)).then_with(|| a.assistants.cmp(&b.assistants))
    });
    all
}

/// Settles the planned facts with one transfer a day after the last payment day.
pub fn late(year: &Year<'_>, days: &Days, planned: &Facts, transfer: &Transfer) -> Settled {
    let mut facts = planned.clone();
    let key = if transfer.kind == Kind::Contributions { CONTRIBUTIONS_PAID_ON } else { PAID_ON };
    for payment in &transfer.payments {
        facts.set_day(*payment, key, Some(days.too_late()));
    }
    settle_over(crate::calc::Model::default(), &facts.submission, year.programme, year.period)
}

fn grouped(
    year: &Year<'_>,
    days: &Days,
    planned: &Facts,
    settled: &Settled,
    first_granted: usize,
) -> Vec<Transfer> {
    // A row that no line takes cannot lose anything.
    let in_lines: BTreeSet<usize> = settled.lines.iter().flat_map(|l| l.payments.iter().copied()).collect();
    let mut groups: BTreeMap<(Kind, String, String, When), Transfer> = BTreeMap::new();
    for index in in_lines {
        let Some(row) = planned.submission.payments.get(index) else { continue };
        let typed = year.facts.payments.get(index);
        let granted = index >= first_granted;
        let pay = typed.map_or(When::ToGrant, |row| days.of_pay(row));
        let on_it = typed.map_or_else(|| Some(When::ToGrant), |row| days.of_contributions(row));
        let gross = gross(row);
        let mut add = |kind: Kind, when: When, sum: &Exact| {
            if when == When::Done || sum.is_zero() {
                return;
            }
            let payroll = row.payroll.as_ref().map_or_else(String::new, |p| p.value.clone());
            // One advance of tax goes out for the whole payroll.
            let who = if kind == Kind::Tax { String::new() } else { row.assistant.value.trim().to_owned() };
            let transfer = groups.entry((kind, payroll.clone(), who, when)).or_insert_with(|| Transfer {
                kind,
                payroll,
                assistants: BTreeSet::new(),
                months: BTreeSet::new(),
                granted,
                amount: Money::ZERO,
                when,
                lost: None,
                payments: Vec::new(),
            });
            transfer.assistants.insert(row.assistant.value.trim().to_owned());
            transfer.months.insert(row.month.value);
            transfer.amount = transfer.amount.checked_add(money(sum)).unwrap_or(transfer.amount);
            transfer.payments.push(index);
        };
        add(Kind::Pay, pay, &gross);
        if let Some(when) = on_it.filter(|_| !contributions(row).is_zero()) {
            add(Kind::Contributions, when, &contributions(row));
        }
        // Tax on pay of this month is due in the next, as are its contributions.
        let this_month =
            typed.and_then(|row| row.paid_on.as_ref()).is_some_and(|d| d.value.month() >= days.as_of.month());
        let tax = if pay == When::Done && this_month { When::Unconfirmed } else { pay };
        add(Kind::Tax, tax, &gross);
    }
    groups.into_values().collect()
}

/// All that a row pays to the assistant.
fn gross(row: &Payment) -> Exact {
    let exempt = row.components.iter().filter(|(c, _)| c.class == PayClass::OtherExempt);
    let exempt: Exact = exempt.map(|(_, m)| m.value.to_exact()).sum();
    &(&contributory_pay(row) + &amount(&row.other_exempt)) + &exempt
}
