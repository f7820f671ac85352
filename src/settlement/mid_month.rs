//! How a month is weighed in which terms change: by calendar days, or by the working days of the calendar (reading).
//!
//! A spreadsheet knows no Polish holidays, so working days are fixed cells; what is made of them are formulas. Outside
//! the years of the calendar a month is weighed by its days.

use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Format, NodeId, Value};
use crate::programme::National;
use crate::programme::readings::MidMonthChange;
use crate::units::{DayRange, Exact, Month};

/// Does the reading weigh months by working days?
pub fn by_working_days(work: &Work<'_>, month: Month) -> bool {
    work.programme.reads::<MidMonthChange>() == MidMonthChange::Hours
        && National::built_in().calendar().covers(month.days())
}

/// Returns the working days of a range as a number; none of nothing.
pub fn working_days(days: Option<DayRange>) -> Exact {
    let count = days.and_then(|days| National::built_in().calendar().working_days(days));
    Exact::whole(count.unwrap_or(0))
}

/// Puts the working days of a range into a step.
pub fn step(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    key: &'static str,
    days: Option<DayRange>,
) -> NodeId {
    table.value(&mut work.model, row, key, Value::Number(working_days(days)))
}

/// Adds the working days of a range as a node that stands in no table.
pub fn count(work: &mut Work<'_>, label: &str, days: Option<DayRange>) -> NodeId {
    let number = crate::calc::Expr::Number(working_days(days));
    work.model.formula(label, Format::Count, number)
}
