//! The workbook of the next year started from that of this year: what goes on is carried, what was paid is not.
//!
//! Carried: who the municipality is, people with the terms in force at the year's end, rates, families still with an
//! assistant, absences that go on, readings and explanations to be confirmed, and the headings the office uses, in its
//! order, so that its payroll export still fits. Never carried: an amount, a day of this year's agreement, a payment.

use std::collections::BTreeSet;

use super::{ROWS, Wants, agreement, format, funds, limit, table, width, words};
use crate::grid::{Book, Content, Role, Sheet};
use crate::programme::Programme;
use crate::records::schema::{self, ColumnSchema, Kind, TableId};
use crate::records::{Datum, Field, Headings, Row, Submission};
use crate::units::{Day, DayRange, Exact, Month};

/// This year and the next.
pub struct Years<'a> {
    /// This year's facts, rejected rows marked.
    pub facts: &'a Submission,
    /// This year's edition: it tells which columns are new.
    pub from: &'a Programme,
    /// The coming edition; none: not announced yet.
    pub to: Option<&'a Programme>,
    /// The last day of this year.
    pub end: Day,
}

/// What was carried and what was not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Carried {
    /// Rows of `Zatrudnienie`.
    pub contracts: usize,
    /// Rows of `Rodziny`.
    pub families: usize,
    /// Rows of `Nieobecności` that go on into the new year.
    pub absences: usize,
    /// Rows of `Odczytania`.
    pub readings: usize,
    /// Rows of `Wyjaśnienia`.
    pub explanations: usize,
    /// People whose last contract ended by the year's end, with its last day.
    pub ended: Vec<(String, Day)>,
    /// Families still open with somebody who is not carried.
    pub orphaned: Vec<String>,
    /// Readings that the coming edition does not have, and figures given for this year's.
    pub left_readings: Vec<String>,
    /// Rows left out for an error of their own.
    pub rejected: usize,
}

/// Fields of `Umowa` that are the municipality's own and hold for years.
const KEPT_FIELDS: [&str; 9] = [
    "voivodeship",
    "teryt",
    "municipality",
    "unit",
    "accident_rate",
    "prepared_by",
    "chief_accountant",
    "head_of_unit",
    "mayor",
];

/// Returns the workbook of the next year, and what it took over.
pub fn book(years: &Years<'_>) -> (Book, Carried) {
    let mut making = Making { years, carried: Carried::default(), people: BTreeSet::new() };
    let edition = years.to.unwrap_or(years.from);
    let period = making.period();
    let wants = Wants::of(edition);
    let employment = making.employment(&wants, period);
    let mut sheets =
        vec![making.agreement(&wants), funds(edition, &wants), employment, making.pay(&wants, period)];
    if wants.absences || making.has(TableId::Absences) {
        sheets.push(making.absences(&wants, period));
    }
    sheets.extend([making.families(&wants, period), making.readings(&wants, period)]);
    if making.has(TableId::Explanations) {
        sheets.push(making.explanations(&wants, period));
    }
    sheets.insert(0, making.instruction());
    let title = years.to.map_or_else(
        || format!("Dane na {} r.: edycji jeszcze nie ogłoszono", period.first.month().year),
        |edition| format!("Dane do rozliczenia: {}", edition.title),
    );
    (Book { title, created: period.first, sheets }, making.carried)
}

struct Making<'a> {
    years: &'a Years<'a>,
    carried: Carried,
    people: BTreeSet<String>,
}

impl Making<'_> {
    /// The days of the coming year that the workbook is for.
    fn period(&self) -> DayRange {
        let first = self.years.end.plus_days(1);
        let last = Day::new(first.month().year, 12, 31).unwrap_or(first);
        let whole = DayRange { first, last };
        self.years.to.and_then(|edition| edition.period.value.overlap(&whole)).unwrap_or(whole)
    }

    fn year(&self) -> i32 {
        self.years.end.month().year
    }

    fn has(&self, id: TableId) -> bool {
        self.years.facts.headings.iter().any(|h| h.table == id)
    }

    /// Rows of a table that count, in the order read.
    fn rows(&mut self, id: TableId) -> Vec<Row> {
        let rows = self.years.facts.tables.iter().filter(|t| t.id == id).flat_map(|t| &t.rows);
        let (rejected, sound): (Vec<&Row>, Vec<&Row>) = rows.partition(|row| row.rejected);
        // A payment is never carried, so its faults are none of this workbook's.
        if id != TableId::Pay {
            self.carried.rejected += rejected.len();
        }
        sound.into_iter().cloned().collect()
    }

    fn agreement(&self, wants: &Wants) -> Sheet {
        let edition = self.years.to.unwrap_or(self.years.from);
        let mut sheet = agreement(edition, wants, self.years.to.map(|_| self.period()));
        let own = self.years.facts.tables.iter().find(|t| t.id == TableId::Agreement);
        let fields = schema::table(TableId::Agreement).columns.iter();
        for (row, field) in (1..).zip(fields.filter(|f| wants.column(TableId::Agreement, f.key))) {
            let content = match field.key {
                "programme" if self.years.to.is_none() => Content::Blank,
                key if KEPT_FIELDS.contains(&key) => {
                    let given = own.and_then(|t| t.rows.iter().find_map(|r| r.fields.get(key)));
                    given.map_or(Content::Blank, |given| content(field, given))
                }
                _ => continue,
            };
            sheet.put(row, 1, Role::Input, format(field), content);
        }
        sheet
    }

    fn employment(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let rows = self.rows(TableId::Employment);
        let (open, ended): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| day(row, "to").is_none_or(|to| to > self.years.end));
        self.people = open.iter().filter_map(|row| text(row, "assistant")).collect();
        for row in ended {
            let (Some(who), Some(to)) = (text(&row, "assistant"), day(&row, "to")) else { continue };
            if self.people.contains(&who) {
                continue;
            }
            match self.carried.ended.iter_mut().find(|(other, _)| *other == who) {
                Some((_, last)) => *last = to.max(*last),
                None => self.carried.ended.push((who, to)),
            }
        }
        self.carried.contracts = open.len();
        self.filled(TableId::Employment, wants, period, &open)
    }

    /// A row for each person and month, with nothing but the two: the office fills in or pastes its own over them.
    fn pay(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let columns = self.columns(TableId::Pay, wants);
        let mut sheet = Self::headed(TableId::Pay, &columns, period);
        let mut due: Vec<(String, Month)> = Vec::new();
        let contracts: Vec<(String, DayRange)> = self
            .years
            .facts
            .employments
            .iter()
            .filter(|e| !e.rejected && e.to.as_ref().is_none_or(|to| to.value > self.years.end))
            .filter_map(|e| {
                let last = e.to.as_ref().map_or(period.last, |to| to.value);
                Some((e.assistant.value.clone(), DayRange::new(e.from.value, last)?.overlap(&period)?))
            })
            .collect();
        for month in period.months() {
            for (who, days) in &contracts {
                let here = days.overlap(&month.days()).is_some();
                if here && !due.contains(&(who.clone(), month)) {
                    due.push((who.clone(), month));
                }
            }
        }
        if self.pay_by_person() {
            let order: Vec<&String> = contracts.iter().map(|(who, _)| who).collect();
            due.sort_by_key(|(who, month)| (order.iter().position(|other| *other == who), *month));
        }
        for (row, (who, month)) in (1..).zip(due) {
            for (at, (key, _)) in (0..).zip(&columns) {
                let text = match key {
                    Some("assistant") => who.clone(),
                    Some("month") => month.to_string(),
                    _ => continue,
                };
                sheet.text(row, at, Role::Input, &text);
            }
        }
        sheet
    }

    /// Did the office list a person's months one under the other?
    fn pay_by_person(&self) -> bool {
        match self.years.facts.payments.as_slice() {
            [first, second, ..] => first.assistant.value == second.assistant.value,
            _ => false,
        }
    }

    fn absences(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let mut rows = self.rows(TableId::Absences);
        rows.retain(|row| day(row, "to").is_some_and(|to| to > self.years.end) && self.is_carried(row));
        self.carried.absences = rows.len();
        self.filled(TableId::Absences, wants, period, &rows)
    }

    fn families(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let mut rows = self.rows(TableId::Families);
        rows.retain(|row| day(row, "to").is_none_or(|to| to > self.years.end));
        let orphaned: Vec<String> =
            rows.iter().filter(|row| !self.is_carried(row)).filter_map(|row| text(row, "family")).collect();
        self.carried.orphaned = orphaned;
        self.carried.families = rows.len();
        self.filled(TableId::Families, wants, period, &rows)
    }

    fn is_carried(&self, row: &Row) -> bool {
        text(row, "assistant").is_some_and(|who| self.people.contains(&who))
    }

    /// Readings the coming edition has too; the letter stays and is to be confirmed. A figure given for this edition
    /// says nothing about the next.
    fn readings(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let mut rows = self.rows(TableId::Readings);
        let of = |edition: &Programme, name: &str| edition.readings.iter().any(|r| r.name == name);
        rows.retain(|row| {
            let Some(name) = text(row, "name") else { return false };
            let goes_on = of(self.years.from, &name) && self.years.to.is_none_or(|to| of(to, &name));
            if !goes_on {
                self.carried.left_readings.push(name);
            }
            goes_on
        });
        let remark = format!("do potwierdzenia; w {} r.:", self.year());
        for row in &mut rows {
            remarked(row, "basis", &remark);
        }
        self.carried.readings = rows.len();
        let mut sheet = self.filled(TableId::Readings, wants, period, &rows);
        sheet.widths.extend([(0, 24), (2, 60)]);
        sheet
    }

    /// Explanations of no month, of nobody or of somebody who is still there.
    fn explanations(&mut self, wants: &Wants, period: DayRange) -> Sheet {
        let mut rows = self.rows(TableId::Explanations);
        rows.retain(|row| {
            let blank = |key| row.fields.get(key).is_none_or(|field| field.datum.is_none());
            blank("month") && (blank("assistant") || self.is_carried(row))
        });
        let remark = format!("do potwierdzenia; w {} r.:", self.year());
        for row in &mut rows {
            remarked(row, "text", &remark);
        }
        self.carried.explanations = rows.len();
        self.filled(TableId::Explanations, wants, period, &rows)
    }

    /// The columns of a table as the office has them; the coming edition's new ones stand behind them.
    fn columns(&self, id: TableId, wants: &Wants) -> Vec<(Option<&'static str>, String)> {
        let described = schema::table(id);
        let Some(Headings { columns, .. }) = self.years.facts.headings.iter().find(|h| h.table == id) else {
            let all = described.columns.iter().filter(|c| wants.column(id, c.key));
            return all.map(|c| (Some(c.key), c.header.to_owned())).collect();
        };
        let mut columns = columns.clone();
        let before = Wants::of(self.years.from);
        let new = |c: &&ColumnSchema| wants.column(id, c.key) && !before.column(id, c.key);
        for column in described.columns.iter().filter(new) {
            if !columns.iter().any(|(key, _)| *key == Some(column.key)) {
                columns.push((Some(column.key), column.header.to_owned()));
            }
        }
        columns
    }

    fn headed(id: TableId, columns: &[(Option<&'static str>, String)], period: DayRange) -> Sheet {
        let described = schema::table(id);
        let mut sheet = Sheet::named(described.sheet);
        sheet.freeze = Some((1, 1));
        sheet.repeat_rows = Some((0, 0));
        for (at, (key, heading)) in (0..).zip(columns) {
            sheet.text(0, at, Role::Heading, heading);
            let Some(field) = key.and_then(|key| described.column(key)) else { continue };
            sheet.widths.insert(at, width(field));
            sheet.column_formats.insert(at, format(field));
            sheet.validations.extend(limit(id, field, period, (1, at, ROWS, at)));
        }
        sheet
    }

    fn filled(&self, id: TableId, wants: &Wants, period: DayRange, rows: &[Row]) -> Sheet {
        let described = schema::table(id);
        if !self.has(id) {
            return table(id, wants, period);
        }
        let columns = self.columns(id, wants);
        let mut sheet = Self::headed(id, &columns, period);
        for (at_row, row) in (1..).zip(rows) {
            for (at, (key, _)) in (0..).zip(&columns) {
                let field = key.and_then(|key| Some((described.column(key)?, row.fields.get(key)?)));
                if let Some((column, field)) = field {
                    sheet.put(at_row, at, Role::Input, format(column), content(column, field));
                }
            }
        }
        sheet
    }

    /// The instructions of the empty workbook, with what was carried at their head.
    fn instruction(&self) -> Sheet {
        let edition = self.years.to.unwrap_or(self.years.from);
        words::carried(edition, self.years.to.is_some(), &self.carried, self.year())
    }
}

fn day(row: &Row, key: &str) -> Option<Day> {
    match row.fields.get(key)?.datum {
        Some(Datum::Day(day)) => Some(day),
        _ => None,
    }
}

fn text(row: &Row, key: &str) -> Option<String> {
    match &row.fields.get(key)?.datum {
        Some(Datum::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

/// Puts a remark before a text; a blank cell holds the remark alone.
fn remarked(row: &mut Row, key: &'static str, remark: &str) {
    let before = text(row, key).unwrap_or_else(|| "pisma nie podano".to_owned());
    let at = row.fields.get(key).map_or(row.at, |field| field.at);
    // What was carried once already keeps one remark.
    let words = if before.starts_with("do potwierdzenia") { before } else { format!("{remark} {before}") };
    row.fields.insert(key, Field { at, datum: Some(Datum::Text(words.clone())), seen: words });
}

/// The content of a cell as the office would type it.
fn content(column: &ColumnSchema, field: &Field) -> Content {
    match &field.datum {
        // No table that is carried has an amount; one that gets some must decide what becomes of them.
        None | Some(Datum::Amount(_)) => Content::Blank,
        Some(Datum::Text(text)) => Content::Text(text.clone()),
        Some(Datum::Choice(word)) => Content::Text((*word).to_owned()),
        Some(Datum::Yes(yes)) => Content::Text(if *yes { "TAK" } else { "NIE" }.to_owned()),
        Some(Datum::Month(month)) => Content::Text(month.to_string()),
        Some(Datum::Day(day)) => Content::Number(Exact::whole(day.serial())),
        // A post is text: a spreadsheet would take 1/2 for a day. A third stays as it was typed.
        Some(Datum::Number(number)) if column.kind == Kind::Fte => {
            let short = number.to_short(6);
            let exact = Exact::parse_decimal(&short).as_ref() == Some(number);
            Content::Text(if exact { short.replace('.', ",") } else { field.seen.clone() })
        }
        Some(Datum::Number(number)) => Content::Number(number.clone()),
    }
}
