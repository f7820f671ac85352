//! The hours of a line: as they were given, or reckoned from absences.

use super::Key;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::records::ContractForm;
use crate::settlement::figures::WorkTime;
use crate::settlement::hours::{Asked, Hours};
use crate::settlement::table::TableBuilder;
use crate::settlement::work::Work;
use crate::units::Month;

/// Hours of a line.
pub(super) struct LineTime {
    pub nominal_hours: Option<NodeId>,
    pub hours: Option<NodeId>,
    pub hours_counted: Option<NodeId>,
    pub work_time: Option<WorkTime>,
}

/// Hours as given; under employment contracts reckoned from absences where they are not. Nominal hours that were not
/// given are the calendar's where something rests on them.
pub(super) fn line_time(
    work: &mut Work<'_>,
    (table, times): (&mut TableBuilder, &mut Hours),
    row: usize,
    key: &Key,
    (id, contracts): &(String, Vec<usize>),
    rows: &[usize],
    posts_from_hours: bool,
) -> LineTime {
    let reckoned = key.form == ContractForm::Employment && times.apply() && !rows.is_empty();
    let given = largest(work, table, row, ("hours", if reckoned { "hours_given" } else { "hours" }), rows);
    let needed = (reckoned || posts_from_hours) && !rows.is_empty();
    let blank = work.payment_cells(rows, "nominal_hours").iter().all(|n| work.model.value(*n).is_blank());
    let by_calendar = if needed && blank { nominal_by_calendar(work, key.month) } else { None };
    let nominal = match by_calendar {
        Some(node) => {
            table.put(row, "nominal_hours", node);
            Some(node)
        }
        None => largest(work, table, row, ("nominal_hours", "nominal_hours"), rows),
    };
    let period = work.rounds[key.round].period;
    let work_time = nominal.filter(|_| reckoned).and_then(|nominal| {
        let asked = Asked { id, contracts, month: key.month, period, given, nominal, row };
        times.line(work, table, &asked)
    });
    let Some(time) = work_time else {
        if let Some(given) = given {
            table.put(row, "hours", given);
        }
        return LineTime { nominal_hours: nominal, hours: given, hours_counted: given, work_time: None };
    };
    let (hours, hours_counted) = (Some(time.worked), Some(time.counted));
    LineTime { nominal_hours: nominal, hours, hours_counted, work_time: Some(time) }
}

/// The calendar's hours of a full post, among the parameters; nothing outside the years of the calendar.
fn nominal_by_calendar(work: &mut Work<'_>, month: Month) -> Option<NodeId> {
    let figure = work.national.calendar().nominal_hours_of(month)?;
    let label = format!("Nominalny czas pracy (h), {}", month.polish());
    Some(work.figure(&label, Format::Hours, figure.value, figure.mark, &figure.source))
}

/// The largest of a column's cells: hours are given once, or equal. Blank when none is given.
fn largest(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    (column, step): (&'static str, &'static str),
    rows: &[usize],
) -> Option<NodeId> {
    let cells = work.payment_cells(rows, column);
    if cells.is_empty() {
        return None;
    }
    let none = Cond::All(cells.iter().map(|c| Cond::Blank(*c)).collect());
    let most = Expr::Max(cells.into_iter().map(Expr::Ref).collect());
    Some(table.formula(&mut work.model, row, step, Expr::when(none, Expr::Blank, most)))
}
