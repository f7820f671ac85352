//! The days by which reports are due, and the days on which they came in.
//!
//! The register's own day wins: it is the contract's. Else the edition's term is counted, from the day on which a
//! half-year's money was sent or from the last day of payment; where that day is not known nothing is said.

use super::super::Entry;
use super::super::register::{Register, RegisterRow};
use super::{remark, text};
use crate::checks::terms::{Regime, moved_under, regime_of_edition};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::Column;
use crate::programme::{National, Programme};
use crate::records::HalfYear;
use crate::units::Day;

/// A day by which a report is due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueDay {
    /// Which report; none: the one of the whole period.
    pub round: Option<HalfYear>,
    /// The day.
    pub day: Day,
    /// Source of the term; empty where the register gives the day.
    pub source: String,
}

/// Returns the days by which a municipality's reports are due, the earlier half-year first.
pub fn due(row: &RegisterRow, programme: Option<&Programme>) -> Vec<DueDay> {
    let own = |round: Option<HalfYear>| {
        let day = row.day(Column::Due(round))?;
        Some(DueDay { round, day, source: String::new() })
    };
    let first = own(Some(HalfYear::First)).or_else(|| of_round(row, programme?));
    let second = own(Some(HalfYear::Second)).map(|due| DueDay { round: None, ..due });
    let last = own(None).or(second).or_else(|| at_the_end(programme?));
    first.into_iter().chain(last).collect()
}

/// The report of a half-year, counted from its money.
fn of_round(row: &RegisterRow, programme: &Programme) -> Option<DueDay> {
    let first = Some(HalfYear::First);
    let round = programme.rounds.iter().find(|round| round.half_year == first)?;
    let days = round.report_days.as_ref()?;
    let sent = row.day(Column::MoneyOn(first))?;
    let day = moved_under(programme, &National::built_in(), sent.plus_days(i64::from(days.value)));
    Some(DueDay { round: first, day, source: days.source.clone() })
}

/// The report after the task, counted from the last day of payment: the latest day there can be.
fn at_the_end(programme: &Programme) -> Option<DueDay> {
    let days = programme.report_days.as_ref()?;
    let day = moved_under(
        programme,
        &National::built_in(),
        programme.payment_deadline.value.plus_days(i64::from(days.value)),
    );
    Some(DueDay { round: None, day, source: days.source.clone() })
}

/// Returns the last day for money not used to come back by the edition, or by statute where that is earlier: counted from
/// the last day of payment, as no form tells the contract's own.
pub fn returned_by(programme: &Programme) -> Option<Day> {
    let national = National::built_in();
    let (last, moved) = (programme.payment_deadline.value, |day| moved_under(programme, &national, day));
    let edition = programme.return_days.as_ref().map(|days| moved(last.plus_days(i64::from(days.value))));
    let statute = Day::new(last.month().year + 1, 1, 31).map(moved);
    let statute = statute.filter(|_| regime_of_edition(programme) != Regime::ByContract);
    edition.into_iter().chain(statute).min()
}

/// Names reports that came in late.
pub fn late(entry: &mut Entry, row: &RegisterRow, register: &Register, programme: Option<&Programme>) {
    for due in due(row, programme) {
        let Some(came) = row.arrived(due.round).filter(|came| *came > due.day) else { continue };
        let column = if row.day(Column::Arrived(due.round)).is_some() {
            Column::Arrived(due.round)
        } else {
            Column::Arrived(Some(HalfYear::Second))
        };
        let days = came.serial() - due.day.serial();
        let mut finding = Finding::at(&code::REPORT_LATE, row.cell(column))
            .with("round", text(due.round.map_or("", HalfYear::word)))
            .with("days", Fact::Count(days))
            .with_seen(Fact::Day(came))
            .with_expected(Fact::Day(due.day));
        if !due.source.is_empty() {
            finding = finding.with_basis(&due.source);
        }
        remark(entry, &finding, &register.sources);
    }
}
