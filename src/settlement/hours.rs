//! Hours of an employee in a month: those of the post less absences, where nobody gave the hours worked.
//!
//! Employees in task-based time keep no register (Labour Code, art. 140), so their hours are nominal. Working days come
//! from the calendar as fixed cells; what is made of them are formulas. A given figure wins. Without any row of
//! `Nieobecności` hours that were not given stay unknown: nobody is present the whole year.

use std::cmp::Reverse;

use super::figures::{AbsenceHours, StepTable, WorkTime};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::programme::readings::HoursWorked;
use crate::programme::{AbsenceKind, Component};
use crate::records::{Absence, ContractForm, Datum, Row, TableId};
use crate::units::{Day, DayRange, Exact, Month};

/// Builds the table of hours.
pub struct Hours {
    table: TableBuilder,
    applies: bool,
}

/// The line whose hours are asked for.
pub struct Asked<'a> {
    /// Identifier of the assistant.
    pub id: &'a str,
    /// Rows of `Zatrudnienie` of the assistant.
    pub contracts: &'a [usize],
    /// The month.
    pub month: Month,
    /// Days settled.
    pub period: DayRange,
    /// Hours worked as given; none where the table has no such column.
    pub given: Option<NodeId>,
    /// Nominal hours of the month.
    pub nominal: NodeId,
    /// Row of the table of lines.
    pub row: usize,
}

/// Days of a contract in the month, with those that no contract before it covers.
struct Piece {
    index: usize,
    days: DayRange,
    own: Option<DayRange>,
}

impl Hours {
    /// Returns an empty table. Hours decide only where a month must have some to earn its supplement.
    pub fn new(work: &Work<'_>) -> Self {
        let threshold = matches!(work.supplement_rule(), Some(Component::MonthlySupplement { .. }));
        let mut tables = work.submission.tables.iter().filter(|t| t.id == TableId::Absences);
        // A row that cannot be read says all the same that absences are kept.
        let applies = threshold && tables.any(|t| !t.rows.is_empty());
        let by_code = "Kodeks pracy, art. 130: godziny dni roboczych";
        let table = TableBuilder::new(
            "Obliczenia - czas pracy",
            "Godziny umów i nieobecności w miesiącach",
            &[
                ("assistant", "Identyfikator asystenta", "", Format::Text),
                ("month", "Miesiąc", "", Format::Month),
                ("what", "Umowa albo rodzaj nieobecności", "", Format::Text),
                ("first", "Pierwszy dzień", "", Format::Day),
                ("last", "Ostatni dzień", "", Format::Day),
                ("days", "Dni robocze", "kalendarz: bez sobót, niedziel i świąt", Format::Count),
                ("month_days", "Dni nominalne miesiąca", "Kodeks pracy, art. 130", Format::Count),
                ("nominal", "Nominalny czas pracy (h)", "", Format::Hours),
                ("fte", "Wymiar etatu", "", Format::Factor),
                ("given", "Godziny nieobecności podane", "", Format::Hours),
                ("given_days", "Z dni nieobecności w tym miesiącu", "", Format::Count),
                ("given_all", "Dni robocze całej nieobecności", "", Format::Count),
                ("hours", "Godziny", by_code, Format::Hours),
                ("as_work", "Liczone jako praca (1 - tak, 0 - nie)", "", Format::Count),
                ("away", "Godziny poza pracą", "", Format::Hours),
            ],
        );
        Self { table, applies }
    }

    /// Does this edition reckon hours for the municipality?
    pub fn apply(&self) -> bool {
        self.applies
    }

    /// Returns the finished table.
    pub fn finish(self) -> StepTable {
        self.table.finish()
    }

    /// Works out the hours of a line under employment contracts; nothing outside the years of the calendar.
    pub fn line(
        &mut self,
        work: &mut Work<'_>,
        lines: &mut TableBuilder,
        asked: &Asked<'_>,
    ) -> Option<WorkTime> {
        let calendar = work.national.calendar();
        let month_days = calendar.nominal_hours(asked.month.days())? / 8;
        let pieces = pieces(work, asked);
        let mut due = Vec::new();
        for piece in &pieces {
            let days = calendar.nominal_hours(piece.days)? / 8;
            let row = self.start(work, asked, ("umowa", piece.days), days, month_days);
            let fte = self.fte(work, row, piece.index);
            let expr = self.by_calendar(row, fte);
            due.push(self.table.formula(&mut work.model, row, "hours", expr));
        }
        let absences = self.absences(work, asked, &pieces, month_days)?;
        let due = lines.formula(&mut work.model, asked.row, "hours_due", Expr::Sum(due));
        let away = Expr::Sum(absences.iter().map(|a| a.away).collect());
        let away = lines.formula(&mut work.model, asked.row, "hours_away", away);
        let computed = if doubtful(work, asked.id, asked.month) {
            Expr::Blank
        } else {
            Expr::max(Expr::whole(0), Expr::sub(due, away))
        };
        let worked =
            asked.given.map_or(computed.clone(), |given| Expr::when(Cond::Blank(given), computed, given));
        let worked = lines.formula(&mut work.model, asked.row, "hours", worked);
        let counted = counted(work, lines, asked.row, worked, &absences);
        Some(WorkTime { given: asked.given, due, away, absences, worked, counted })
    }

    /// Hours of each absence inside the contracts, each day once.
    fn absences(
        &mut self,
        work: &mut Work<'_>,
        asked: &Asked<'_>,
        pieces: &[Piece],
        month_days: i64,
    ) -> Option<Vec<AbsenceHours>> {
        let calendar = work.national.calendar();
        let mut result = Vec::new();
        for own_days in of_assistant(work, asked.id) {
            let absence = own_days.absence;
            let kind = work.national.absence_kind(absence.kind.value, absence.from.value)?.value;
            let within = |piece: &Piece| -> Vec<(usize, DayRange, Option<DayRange>)> {
                let inside = |part: &DayRange| {
                    let own = piece.own.and_then(|own| own.overlap(part));
                    piece.days.overlap(part).map(|days| (piece.index, days, own))
                };
                own_days.parts.iter().filter_map(inside).collect()
            };
            for (contract, inside, own) in pieces.iter().flat_map(within) {
                let working = calendar.working_days(inside)?;
                let row = self.start(work, asked, (absence.kind.value, inside), working, month_days);
                let fte = self.fte(work, row, contract);
                let by_calendar = self.by_calendar(row, fte);
                let expr = self.as_given(work, row, &own_days, own, by_calendar)?;
                let hours = self.table.formula(&mut work.model, row, "hours", expr);
                let flag = Value::Number(Exact::whole(i64::from(kind == AbsenceKind::Work)));
                let as_work = self.table.value(&mut work.model, row, "as_work", flag);
                let away = Expr::mul(hours, Expr::sub(Expr::whole(1), as_work));
                let away = self.table.formula(&mut work.model, row, "away", away);
                result.push(AbsenceHours { kind, hours, away });
            }
        }
        Some(result)
    }

    fn start(
        &mut self,
        work: &mut Work<'_>,
        asked: &Asked<'_>,
        (what, days): (&str, DayRange),
        working: i64,
        month_days: i64,
    ) -> usize {
        let row = self.table.row();
        let first = asked.contracts.first();
        match first.and_then(|i| work.cell(work.submission.employments[*i].at, "assistant")) {
            Some(node) => self.table.put(row, "assistant", node),
            None => {
                self.table.value(&mut work.model, row, "assistant", Value::Text(asked.id.to_owned()));
            }
        }
        let model = &mut work.model;
        self.table.value(model, row, "month", day_value(asked.month.first()));
        self.table.value(model, row, "what", Value::Text(what.to_owned()));
        self.table.value(model, row, "first", day_value(days.first));
        self.table.value(model, row, "last", day_value(days.last));
        self.table.value(model, row, "days", Value::Number(Exact::whole(working)));
        self.table.value(model, row, "month_days", Value::Number(Exact::whole(month_days)));
        self.table.put(row, "nominal", asked.nominal);
        row
    }

    fn fte(&mut self, work: &Work<'_>, row: usize, contract: usize) -> Expr {
        let cell = work.cell(work.submission.employments[contract].at, "fte");
        if let Some(node) = cell {
            self.table.put(row, "fte", node);
        }
        cell.map_or(Expr::whole(0), Expr::Ref)
    }

    /// Nominal hours × days ÷ the month's days × post: 8 hours a day, or fewer where the month's hours are given so.
    fn by_calendar(&self, row: usize, fte: Expr) -> Expr {
        let of = |key| self.table.at(row, key).map_or(Expr::whole(0), Expr::Ref);
        Expr::Mul(vec![Expr::div(Expr::Mul(vec![of("nominal"), of("days")]), of("month_days")), fte])
    }

    /// Hours given for the whole absence, by its working days in this piece; days covered by two contracts once.
    fn as_given(
        &mut self,
        work: &mut Work<'_>,
        row: usize,
        days: &OwnDays<'_>,
        own: Option<DayRange>,
        by_calendar: Expr,
    ) -> Option<Expr> {
        let Some(given) = work.cell(days.absence.at, "hours") else { return Some(by_calendar) };
        if work.model.value(given).is_blank() {
            return Some(by_calendar);
        }
        let calendar = work.national.calendar();
        let all = days.parts.iter().map(|part| calendar.working_days(*part)).sum::<Option<i64>>()?;
        let here = own.map_or(Some(0), |own| calendar.working_days(own))?;
        // Hours given for days that are all free of work belong to the first of them.
        let first_here = own.zip(days.parts.first()).is_some_and(|(own, part)| own.contains(part.first));
        let (here, all) = if all == 0 { (i64::from(first_here), 1) } else { (here, all) };
        self.table.put(row, "given", given);
        let number = |n: i64| Value::Number(Exact::whole(n));
        let here = self.table.value(&mut work.model, row, "given_days", number(here));
        let all = self.table.value(&mut work.model, row, "given_all", number(all));
        let part = Expr::div(Expr::mul(given, here), all);
        Some(Expr::when(Cond::Blank(given), by_calendar, part))
    }
}

/// Hours that the condition of hours asks for: those worked and, by some readings, those of paid absences.
fn counted(
    work: &mut Work<'_>,
    lines: &mut TableBuilder,
    row: usize,
    worked: NodeId,
    absences: &[AbsenceHours],
) -> NodeId {
    let read = work.programme.reads::<HoursWorked>();
    let more: Vec<NodeId> = absences
        .iter()
        .filter(|a| a.kind != AbsenceKind::Work && a.kind.counts(read))
        .map(|a| a.hours)
        .collect();
    if more.is_empty() {
        return worked;
    }
    let sum = Expr::Add(vec![worked.into(), Expr::Sum(more)]);
    let expr = Expr::when(Cond::Blank(worked), Expr::Blank, sum);
    lines.formula(&mut work.model, row, "hours_counted", expr)
}

/// Employment contracts that touch the month, by first day.
fn pieces(work: &Work<'_>, asked: &Asked<'_>) -> Vec<Piece> {
    let Some(month) = asked.month.days().overlap(&asked.period) else { return Vec::new() };
    let mut covered: Option<Day> = None;
    let mut all = Vec::new();
    for index in asked.contracts {
        let row = &work.submission.employments[*index];
        let last = row.to.as_ref().map_or(month.last, |to| to.value);
        let days = DayRange::new(row.from.value, last).and_then(|days| days.overlap(&month));
        let Some(days) = days.filter(|_| row.form.value == ContractForm::Employment) else { continue };
        let first = covered.map_or(days.first, |c| days.first.max(c.plus_days(1)));
        let own = DayRange::new(first, days.last);
        covered = Some(covered.map_or(days.last, |c| c.max(days.last)));
        all.push(Piece { index: *index, days, own });
    }
    all
}

/// An absence with the days that are its own: each day of somebody belongs to one absence.
struct OwnDays<'a> {
    absence: &'a Absence,
    parts: Vec<DayRange>,
}

/// Absences of an assistant by first day, each with its own days: sickness takes its days from every other kind (it
/// interrupts leave: Labour Code, art. 165-167); otherwise the absence that begins first has them. At equal days what
/// counts the least as work goes first, so that nothing rests on the order of rows.
fn of_assistant<'a>(work: &Work<'a>, id: &str) -> Vec<OwnDays<'a>> {
    let own = work.submission.absences.iter().filter(|a| !a.rejected && a.assistant.value.trim() == id);
    let mut rows: Vec<(Option<AbsenceKind>, &Absence)> =
        own.map(|a| (work.national.absence_kind(a.kind.value, a.from.value).map(|k| k.value), a)).collect();
    rows.sort_by_key(|(kind, a)| {
        let given = a.hours.as_ref().map(|h| &h.value);
        let sick = *kind == Some(AbsenceKind::Sickness);
        (!sick, a.from.value, a.to.value, Reverse(*kind), a.kind.value, given)
    });
    let mut taken: Vec<DayRange> = Vec::new();
    let mut all = Vec::new();
    for (_, absence) in rows {
        let Some(days) = DayRange::new(absence.from.value, absence.to.value) else { continue };
        let parts =
            taken.iter().fold(vec![days], |parts, t| parts.iter().flat_map(|p| minus(*p, *t)).collect());
        taken.push(days);
        if !parts.is_empty() {
            all.push(OwnDays { absence, parts });
        }
    }
    all.sort_by_key(|own| own.parts.first().map(|part| part.first));
    all
}

/// The days of a range outside another, before it and after it.
fn minus(days: DayRange, other: DayRange) -> impl Iterator<Item = DayRange> {
    let parts = match days.overlap(&other) {
        None => [Some(days), None],
        Some(both) => [
            (days.first < both.first).then(|| DayRange::new(days.first, both.first.plus_days(-1))).flatten(),
            (days.last > both.last).then(|| DayRange::new(both.last.plus_days(1), days.last)).flatten(),
        ],
    };
    parts.into_iter().flatten()
}

/// Was an absence left out that is, or may be, the assistant's, and touches the month? Then the hours are not known. A
/// row that repeats another says nothing new.
fn doubtful(work: &Work<'_>, id: &str, month: Month) -> bool {
    let rows = || work.submission.tables.iter().filter(|t| t.id == TableId::Absences).flat_map(|t| &t.rows);
    let datum = |row: &'_ Row, key: &str| row.fields.get(key).and_then(|f| f.datum.clone());
    let mut rejected = rows().filter(|row| row.rejected);
    rejected.any(|row| {
        let whose = match datum(row, "assistant") {
            Some(Datum::Text(text)) => text.trim() == id,
            _ => true,
        };
        let day = |key| match datum(row, key) {
            Some(Datum::Day(day)) => Some(day),
            _ => None,
        };
        let (from, to) = (day("from"), day("to"));
        // Of days out of order nobody knows which is wrong: every month between them is in doubt.
        let (from, to) =
            if from.is_some() && to.is_some() { (from.min(to), from.max(to)) } else { (from, to) };
        let touches = from.is_none_or(|d| d <= month.last()) && to.is_none_or(|d| d >= month.first());
        whose && touches && !rows().any(|other| !other.rejected && same(row, other))
    })
}

/// Do two rows say the same, cell by cell? A blank cell and a missing column are the same.
fn same(row: &Row, other: &Row) -> bool {
    let said = |row: &'_ Row, key: &str| {
        row.fields
            .get(key)
            .map(|f| (f.datum.clone(), if f.datum.is_none() { f.seen.clone() } else { String::new() }))
    };
    let blank = || (None, String::new());
    let mut keys = row.fields.keys().chain(other.fields.keys());
    keys.all(|key| said(row, key).unwrap_or_else(blank) == said(other, key).unwrap_or_else(blank))
}
