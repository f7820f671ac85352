//! What each assistant is paid today: the last whole month of unchanged terms, cell by cell.
//!
//! The month taken is the latest that a contract covers from the first day to the last, without sickness, unpaid leave
//! or a benefit, and in which base pay is not below that of both whole months before it: a month cut by an absence that
//! nobody entered must not become the pay of a year. Where no month is whole, the latest one is taken and scaled up by
//! working days.

mod amounts;
mod month;

use std::collections::BTreeSet;

use super::build::Build;
use super::dues::{self, Dues};
use crate::calc::NodeId;
use crate::programme::pay_components::{InBase, PayClass};
use crate::records::{ContractForm, Employment, Payment, Submission};
use crate::source::CellRef;
use crate::units::{Exact, Money, Month};

/// A person under one form of contract.
#[derive(Clone, Debug)]
pub struct Stream {
    /// Identifier.
    pub assistant: String,
    /// Form of contract.
    pub form: ContractForm,
    /// Rows of `Zatrudnienie`, by first day.
    pub rows: Vec<usize>,
    /// Pay today; none where nothing was paid this year.
    pub pay: Option<Today>,
    /// What is due on pay.
    pub dues: Dues,
    /// Pay of this whole year that bears contributions, with the number of months paid.
    pub year: Option<(NodeId, usize)>,
}

/// Pay of a month of today, as nodes.
#[derive(Clone, Debug)]
pub struct Today {
    /// Base pay of the whole month; of a service contract without hours, its pay.
    pub base: NodeId,
    /// Posts under which it was paid; none where they are not given.
    pub posts: Option<Exact>,
    /// The rows of `Zatrudnienie` that covered it.
    pub rows: Vec<usize>,
    /// Seniority allowance as a share of base, where the row of employment does not tell its rate.
    pub seniority: Option<NodeId>,
    /// Other components that stand in more than one month.
    pub other_contributory: Option<NodeId>,
    /// See `other_contributory`.
    pub other_exempt: Option<NodeId>,
    /// Motivation supplement.
    pub motivation: Option<NodeId>,
    /// The programme's supplement, where it is paid in more than one month.
    pub supplement: Option<NodeId>,
    /// What other public money pays towards it each month.
    pub other_public: Option<NodeId>,
    /// Pay for an hour, under a service contract with hours.
    pub hourly: Option<NodeId>,
    /// Hours a month, under a service contract with hours.
    pub hours: Option<NodeId>,
}

/// Returns everybody by identifier and form, with today's pay. Rows with errors are left out.
pub fn streams(build: &mut Build<'_>) -> Vec<Stream> {
    let now = build.now;
    let mut keys: BTreeSet<(String, ContractForm)> = BTreeSet::new();
    for row in now.employments.iter().filter(|e| !e.rejected && build.programme.pays_for(e.employed_as())) {
        keys.insert((row.assistant.value.trim().to_owned(), row.form.value));
    }
    let last = build.year_days();
    let mut all = Vec::new();
    for (assistant, form) in keys {
        let mine =
            |e: &Employment| !e.rejected && e.assistant.value.trim() == assistant && e.form.value == form;
        let mut rows: Vec<usize> =
            now.employments.iter().enumerate().filter(|(_, e)| mine(e)).map(|(i, _)| i).collect();
        rows.sort_by_key(|i| now.employments[*i].from.value);
        // Whoever left before the year, or comes after it, is nobody's cost.
        let reaches = |i: &&usize| {
            let row = &now.employments[**i];
            last.is_some_and(|days| {
                row.to.as_ref().is_none_or(|to| to.value >= days.first) && row.from.value <= days.last
            })
        };
        // Somebody who left is still owed a thirteenth salary for this year.
        let owed = form == ContractForm::Employment && !payments(now, &assistant, form).is_empty();
        if owed || rows.iter().any(|i| reaches(&i)) {
            let (pay, dues) = todays(build, &assistant, form, &rows);
            let year = year_pay(build, &assistant, form);
            all.push(Stream { assistant, form, rows, pay, dues, year });
        }
    }
    all
}

/// Payments of a person under a form by month.
fn payments<'a>(now: &'a Submission, assistant: &str, form: ContractForm) -> Vec<&'a Payment> {
    let forms: BTreeSet<ContractForm> = now
        .employments
        .iter()
        .filter(|e| !e.rejected && e.assistant.value.trim() == assistant)
        .map(|e| e.form.value)
        .collect();
    let sole = if forms.len() == 1 { forms.first().copied() } else { Some(ContractForm::Employment) };
    let of_form = |p: &&Payment| p.form.as_ref().map(|f| f.value).or(sole) == Some(form);
    now.payments
        .iter()
        .filter(|p| !p.rejected && p.assistant.value.trim() == assistant)
        .filter(of_form)
        .collect()
}

fn todays(
    build: &mut Build<'_>,
    assistant: &str,
    form: ContractForm,
    rows: &[usize],
) -> (Option<Today>, Dues) {
    let paid = payments(build.now, assistant, form);
    let months = months_with_pay(&paid);
    let of_month =
        |m: Month| -> Vec<&Payment> { paid.iter().copied().filter(|p| p.month.value == m).collect() };
    let whole: Vec<(Month, Exact, Vec<usize>)> = months
        .iter()
        .filter_map(|m| {
            let covering = month::covering(build, rows, m.days())?;
            let payments = of_month(*m);
            let full = !month::away(build, assistant, m.days()) && !payments.iter().any(|p| month::sick(p));
            full.then(|| (*m, payments.iter().map(|p| base_of(p)).sum(), covering))
        })
        .collect();
    let chosen = month::choose(&whole);
    let Some(month) = chosen.map(|i| whole[i].0).or_else(|| months.last().copied()) else {
        return (None, Dues::NEW);
    };
    if let Some(i) = chosen.filter(|_| form == ContractForm::Employment) {
        month::say_moved(build, assistant, &whole[..=i], &of_month);
    }
    let payments = of_month(month);
    let dues = dues::of(build, rows, &payments);
    let (covering, covered) = if let Some(i) = chosen {
        (whole[i].2.clone(), None)
    } else {
        let parts = month::parts(build, rows, month.days());
        let days = parts.iter().map(|(_, days)| build.working_days(*days)).sum();
        (parts.into_iter().map(|(row, _)| row).collect(), Some(days))
    };
    let today = amounts::pay_of(build, (assistant, form), &paid, &payments, month, covering, covered);
    (Some(today), dues)
}

/// Pay of the months given, one sum: its cells are many, so the first of them stands for the place.
fn year_pay(build: &mut Build<'_>, assistant: &str, form: ContractForm) -> Option<(NodeId, usize)> {
    let paid = payments(build.now, assistant, form);
    let months = months_with_pay(&paid);
    let at = paid.first()?.at;
    let sum: Exact = paid.iter().map(|p| contributory(p)).sum();
    let node = build.sum_of_year(assistant, form, sum, at, months.len());
    Some((node, months.len()))
}

/// The months in which there is base pay.
fn months_with_pay(paid: &[&Payment]) -> BTreeSet<Month> {
    paid.iter().filter(|p| base_of(p) > Exact::zero()).map(|p| p.month.value).collect()
}

/// Base pay, with what continues it on days of leave.
fn base_of(payment: &Payment) -> Exact {
    base_cells(payment).into_iter().map(|(amount, _)| amount.to_exact()).sum()
}

fn base_cells(payment: &Payment) -> Vec<(Money, CellRef)> {
    let own = payment.base.as_ref().or(payment.gross.as_ref()).map(|m| (m.value, m.at));
    let continued = payment
        .components
        .iter()
        .filter(|(c, _)| c.class == PayClass::Base && c.in_base.value != InBase::SickPay)
        .map(|(_, m)| (m.value, m.at));
    own.into_iter().chain(continued).collect()
}

/// Pay of a row that bears contributions; of the components in columns of their own only what continues base pay.
pub fn contributory(payment: &Payment) -> Exact {
    let parts = [&payment.seniority, &payment.other_contributory, &payment.supplement, &payment.motivation];
    let parts = parts.into_iter().flatten().map(|m| m.value.to_exact());
    base_of(payment) + parts.sum::<Exact>()
}
