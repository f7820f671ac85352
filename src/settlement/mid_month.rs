//! How a month is weighed in which terms change: by calendar days, or by the working days of the calendar (reading).
//!
//! A spreadsheet knows no Polish holidays, so working days are fixed cells; what is made of them are formulas. Outside
//! the years of the calendar a month is weighed by its days.

use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::programme::readings::MidMonthChange;
use crate::units::{DayRange, Exact, Month};

/// Does the reading weigh months by working days?
pub fn by_working_days(work: &Work<'_>, month: Month) -> bool {
    work.programme.reads::<MidMonthChange>() == MidMonthChange::Hours
        && work.national.calendar().covers(month.days())
}

/// Returns the working days of a range as a number; none of nothing.
pub fn working_days(work: &Work<'_>, days: Option<DayRange>) -> Exact {
    let count = days.and_then(|days| work.national.calendar().working_days(days));
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
    let count = Value::Number(working_days(work, days));
    table.value(&mut work.model, row, key, count)
}

/// Adds the working days of a range as a node that stands in no table.
pub fn count(work: &mut Work<'_>, label: &str, days: Option<DayRange>) -> NodeId {
    let number = Expr::Number(working_days(work, days));
    work.model.formula(label, Format::Count, number)
}

/// The largest post of each day, added up over the days; nothing where no day is under two contracts. A workbook
/// cannot tell which contract is the largest on which day, so the days are numbers and the posts are cells.
pub fn largest_by_day(work: &Work<'_>, spans: &[(DayRange, NodeId)]) -> Option<Expr> {
    let first = spans.iter().map(|(days, _)| days.first).min()?;
    let parallel = |i: usize| spans[..i].iter().any(|(before, _)| before.overlap(&spans[i].0).is_some());
    if !(1..spans.len()).any(parallel) {
        return None;
    }
    let month = first.month();
    let working = by_working_days(work, month);
    let mut runs: Vec<(Vec<NodeId>, Exact)> = Vec::new();
    for day in month.days().each() {
        let held: Vec<NodeId> =
            spans.iter().filter(|(days, _)| days.contains(day)).map(|(_, fte)| *fte).collect();
        let weight = if working { working_days(work, DayRange::new(day, day)) } else { Exact::whole(1) };
        match runs.last_mut() {
            Some((same, sum)) if *same == held => *sum = sum.clone() + weight,
            _ if held.is_empty() => {}
            _ => runs.push((held, weight)),
        }
    }
    let of_run = |(held, days): (Vec<NodeId>, Exact)| {
        Expr::mul(Expr::Max(held.into_iter().map(Expr::Ref).collect()), Expr::Number(days))
    };
    Some(Expr::Add(runs.into_iter().map(of_run).collect()))
}
