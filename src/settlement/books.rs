//! From the ledger to the form: what was booked in a paragraph, step by step, down to the eligible cost.
//!
//! Built only where `Księgi` was given. The ledger is on a cash basis: it holds what was paid within the calendar year.
//! The form holds what is due for the months settled and was paid by the last payment day. Between them lie items of
//! other years, items paid later, and what the programme leaves out; each is a step, and what then remains is either
//! nothing or unexplained. The figures of the settlement are read, never changed, and nothing is judged here.

mod ledger;
mod months;
mod payments;
mod walk;

pub use ledger::{Booked, Books, Column, PaidAmount};
pub use months::{MOTIVATION, OTHER_PUBLIC, REMAINDER, SUPPLEMENT};
pub use walk::{Kind, StepOf, Walk, label as name};

use super::paragraph_steps::Shares;
use super::{ParameterUsed, Settled};
use crate::calc::model::day_value;
use crate::calc::{Format, NodeId};
use crate::programme::{Mark, Programme};
use crate::records::Submission;
use crate::units::{Day, DayRange};

/// First and last day of the turnover, as figures of the run.
pub(crate) struct Window {
    pub(crate) first: NodeId,
    pub(crate) last: NodeId,
    pub(crate) days: DayRange,
}

/// Adds the way from the ledger to the form, where `Księgi` has rows.
pub fn build(settled: &mut Settled, submission: &Submission, programme: &Programme) {
    if submission.ledger.is_empty() {
        return;
    }
    let Some(window) = window(settled) else { return };
    let shares = Shares::build(settled, submission, programme);
    let columns = ledger::columns(submission, settled, &shares);
    let paid = payments::build(settled, submission, programme, &window, &columns);
    let months = months::build(settled, submission, programme, &shares, &columns, &paid);
    let walk = walk::build(settled, submission, &shares, &columns, &paid, &months);
    let payments = paid
        .rows
        .iter()
        .filter_map(|row| {
            let payment = submission.payments.get(row.payment)?;
            Some(PaidAmount {
                column: columns.name(row.paragraph),
                assistant: payment.assistant.value.trim().to_owned(),
                month: payment.month.value,
                amount: row.amount,
            })
        })
        .collect();
    settled.tables.push(paid.table);
    settled.tables.push(months.table);
    settled.books = Some(Books { shares, columns, walk, payments, days: window.days });
}

/// The calendar year of the settlement: the ledger of a unit is kept by years.
fn window(settled: &mut Settled) -> Option<Window> {
    let year = |day: Day| day.month().year;
    let first = Day::new(year(settled.period.first), 1, 1)?;
    let last = Day::new(year(settled.period.last), 12, 31)?;
    let days = DayRange::new(first, last)?;
    let mut day = |label: &str, day: Day| {
        let node = settled.model.parameter(label, Format::Day, day_value(day));
        settled.parameters.push(ParameterUsed {
            node,
            mark: Mark::Assumed,
            source: "księgi prowadzi się latami; obroty są kasowe: to, co zapłacono w roku".to_owned(),
            reading: String::new(),
        });
        node
    };
    let first = day("Obroty ksiąg od dnia", first);
    let last = day("Obroty ksiąg do dnia", last);
    Some(Window { first, last, days })
}
