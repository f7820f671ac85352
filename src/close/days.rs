//! Which payment was made, which is planned, which comes too late; and the same facts with other days.

use crate::checks::scope::contributions;
use crate::programme::National;
use crate::records::{Datum, Field, Payment, Submission, TableId};
use crate::source::{CellRef, SheetId, SourceFile, Sourced};
use crate::units::{Day, DayRange, Exact};

/// Key of the day of payment.
pub const PAID_ON: &str = "paid_on";
/// Key of the day on which contributions were paid.
pub const CONTRIBUTIONS_PAID_ON: &str = "contributions_paid_on";

/// Whether a payment was made, as far as the tables tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum When {
    /// The day is after the last payment day.
    TooLate(Day),
    /// No day is given.
    Blank,
    /// The pay has a day this month; the day of its contributions is not given, and they are due next month.
    Unconfirmed,
    /// To be granted: no row of the tables yet.
    ToGrant,
    /// The day is to come, and in time.
    Planned(Day),
    /// Made.
    Done,
}

/// The days that decide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Days {
    /// The day the paper speaks of.
    pub as_of: Day,
    /// Last day on which a payment counts.
    pub deadline: Day,
    /// The last working day up to it: banks send nothing on other days.
    pub last_working: Day,
}

impl Days {
    /// Says whether the pay of a row was made.
    pub fn of_pay(&self, row: &Payment) -> When {
        row.paid_on.as_ref().map_or(When::Blank, |day| self.judged(day.value))
    }

    /// Says whether the contributions of a row were paid; nothing where it has none. A day not given is the day of the
    /// pay, as the settlement reads it, but for pay of this month: its contributions are due in the next one.
    pub fn of_contributions(&self, row: &Payment) -> Option<When> {
        if contributions(row) == Exact::zero() {
            return None;
        }
        Some(match (&row.contributions_paid_on, &row.paid_on) {
            (Some(day), _) => self.judged(day.value),
            (None, None) => When::Blank,
            (None, Some(paid)) => match self.judged(paid.value) {
                When::Done if paid.value.month() >= self.as_of.month() => When::Unconfirmed,
                other => other,
            },
        })
    }

    fn judged(&self, day: Day) -> When {
        if day > self.deadline {
            When::TooLate(day)
        } else if day > self.as_of {
            When::Planned(day)
        } else {
            When::Done
        }
    }

    /// A day on which a payment no longer counts.
    pub fn too_late(&self) -> Day {
        self.deadline.plus_days(1)
    }
}

/// Returns the last day up to `deadline` from Monday to Friday that is no holiday; the deadline itself where the
/// calendar does not reach it.
pub fn last_working_day(national: &National, deadline: Day) -> Day {
    let works = |day: Day| {
        DayRange::new(day, day).and_then(|days| national.calendar().working_days(days)).is_none_or(|n| n > 0)
    };
    (0..14).map(|back| deadline.plus_days(-back)).find(|day| works(*day)).unwrap_or(deadline)
}

/// The facts of the municipality, changed: days of payment, and rows that are not yet in the tables.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The facts.
    pub submission: Submission,
    /// A sheet of no file, for cells that the program adds.
    pub sheet: SheetId,
    next: u32,
}

impl Facts {
    /// Copies the facts.
    pub fn of(submission: &Submission) -> Self {
        let mut submission = submission.clone();
        let name = "wiersze dopisane przez „rozlicz close”".to_owned();
        let file = submission.sources.add_file(SourceFile { name, sha256: String::new(), bytes: 0 });
        let sheet = submission.sources.add_sheet(file, "plan wypłat");
        Self { submission, sheet, next: 0 }
    }

    /// Returns a cell that nobody has.
    pub fn cell(&mut self) -> CellRef {
        self.next += 1;
        CellRef { sheet: self.sheet, row: self.next, column: 0 }
    }

    /// Gives a payment another day, both as read and as typed.
    pub fn set_day(&mut self, payment: usize, key: &'static str, day: Option<Day>) {
        let spare = self.cell();
        let Some(row) = self.submission.payments.get_mut(payment) else { return };
        let at = row.at;
        let tables = self.submission.tables.iter_mut().filter(|t| t.id == TableId::Pay);
        let mut cell = spare;
        for table in tables {
            let Some(found) = table.rows.iter_mut().find(|r| r.at == at) else { continue };
            if !table.columns.contains(&key) {
                table.columns.push(key);
            }
            let field = found.fields.entry(key).or_insert_with(|| Field {
                at: spare,
                datum: None,
                seen: String::new(),
            });
            field.datum = day.map(Datum::Day);
            field.seen = day.map_or_else(String::new, Day::polish);
            cell = field.at;
        }
        let given = day.map(|day| Sourced::new(day, cell));
        if key == PAID_ON {
            row.paid_on = given;
        } else {
            row.contributions_paid_on = given;
        }
    }
}
