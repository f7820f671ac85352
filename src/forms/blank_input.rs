//! The empty workbook that `init` writes: the tables of the schema with the columns an edition asks for.
//!
//! Headers come from [`schema`] alone, so that intake knows every one. Nothing is computed here; the wording of
//! instructions and prompts stands in `words`.

pub mod carried;
mod plan;
mod words;

pub use plan::plan_book;

use crate::calc::Format;
use crate::grid::{Book, Content, Role, Sheet, Validation};
use crate::programme::pay_components;
use crate::programme::rules::{Component, Programme, WageBase};
use crate::records::schema::{self, ColumnSchema, Kind, TableId};
use crate::units::{Day, DayRange, Exact, Month};

/// Rows prepared for input, far more than any municipality fills.
const ROWS: u32 = 3_000;
/// Identifier of a row that intake skips.
pub const EXAMPLE: &str = "PRZYKŁAD";

/// Returns the workbook for an edition. It has no nodes, so any model serves to write it.
pub fn book(programme: &Programme, as_of: Option<Day>) -> Book {
    let period = period(programme, as_of);
    let wants = Wants::of(programme);
    let mut sheets =
        vec![words::instruction(programme), agreement(programme, &wants, period), funds(programme, &wants)];
    let tables = [TableId::Employment, TableId::Pay, TableId::Absences, TableId::Families];
    for id in tables {
        if id != TableId::Absences || wants.absences {
            sheets.push(table(id, &wants, period.unwrap_or(programme.period.value)));
        }
    }
    sheets.push(table(TableId::Readings, &wants, programme.period.value));
    Book {
        title: format!("Dane do rozliczenia: {}", programme.title),
        created: as_of.unwrap_or(programme.period.value.first),
        sheets,
    }
}

/// Returns the days that the workbook is for. An edition settled year by year is settled in winter, so until June the
/// year before is meant; without a day nobody knows which.
fn period(programme: &Programme, as_of: Option<Day>) -> Option<DayRange> {
    let whole = programme.period.value;
    if !programme.settled_yearly() {
        return Some(whole);
    }
    let month = as_of?.month();
    let year = if month.number <= 6 { month.year - 1 } else { month.year };
    DayRange::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)?.overlap(&whole)
}

/// What an edition's arithmetic looks at.
#[allow(clippy::struct_excessive_bools)] // A set of independent wishes.
#[derive(Clone, Copy, Default)]
struct Wants {
    /// Pay as one gross sum.
    gross: bool,
    /// Base salary and seniority allowance apart.
    base: bool,
    /// Employer's contributions.
    contributions: bool,
    /// The programme's supplement.
    supplement: bool,
    /// The motivation supplement.
    motivation: bool,
    /// Hours worked.
    hours: bool,
    /// Days of absence: sickness cuts the motivation supplement, and hours worked are reckoned from absences.
    absences: bool,
    /// A level of co-financing.
    level: bool,
    /// Request days of two half-years.
    half_years: bool,
    /// Readiness for "Za życiem" support.
    readiness: bool,
}

impl Wants {
    fn of(programme: &Programme) -> Self {
        let mut wants = Self { half_years: programme.rounds.len() > 1, ..Self::default() };
        wants.hours = programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value);
        for component in &programme.components {
            match component {
                Component::WageShareUnderCeiling { base, .. } => wants.wages(base.value),
                Component::WageShare { base, .. } => {
                    wants.level = true;
                    wants.wages(base.value);
                }
                Component::OneOffSupplement { readiness, .. } => {
                    wants.supplement = true;
                    wants.contributions = true;
                    wants.readiness |= *readiness;
                }
                Component::MonthlySupplement { .. } => {
                    (wants.supplement, wants.contributions) = (true, true);
                    (wants.motivation, wants.hours, wants.absences) = (true, true, true);
                }
                Component::FundedSupplement { .. } => {
                    (wants.motivation, wants.base, wants.contributions) = (true, true, true);
                    (wants.supplement, wants.absences) = (true, true);
                }
            }
        }
        wants
    }

    fn wages(&mut self, base: WageBase) {
        match base {
            WageBase::Gross => self.gross = true,
            WageBase::GrossWithContributions => (self.gross, self.contributions) = (true, true),
            WageBase::BaseAndSeniorityWithContributions => {
                (self.base, self.contributions) = (true, true);
            }
        }
    }

    #[allow(clippy::match_same_arms)] // One line a table and topic reads better than arms joined by their answer.
    /// Does the edition ask for the column? What is left out is still accepted when someone adds it.
    fn column(&self, table: TableId, key: &str) -> bool {
        match (table, key) {
            (TableId::Agreement, "level") => self.level,
            (TableId::Agreement, "request_day_1" | "request_day_2") => self.half_years,
            (TableId::Agreement, "accident_rate") => self.contributions,
            (TableId::Employment, "ready") => self.readiness,
            (TableId::Employment, "fp_exempt" | "seniority_rate") => self.contributions,
            // A component with a column of its own stands beside the sums: the help sheet names them.
            (TableId::Pay, key) if pay_components::of_column(key).is_some() => false,
            (
                TableId::Pay,
                "form" | "par_4110" | "par_4120" | "par_4710" | "contributions" | "booked_supplement"
                | "booked_employment",
            ) => false,
            (TableId::Pay, "nominal_hours" | "hours") => self.hours,
            (TableId::Pay, "gross") => self.gross && !self.base,
            (TableId::Pay, "base" | "seniority" | "other_contributory" | "other_exempt") => {
                self.base || (self.contributions && !self.gross)
            }
            (TableId::Pay, "on_other") => self.base,
            (TableId::Pay, "supplement" | "on_supplement") => self.supplement,
            (TableId::Pay, "motivation" | "on_motivation") => self.motivation,
            (
                TableId::Pay,
                "pension"
                | "disability"
                | "accident"
                | "labour_fund"
                | "fgsp"
                | "ppk"
                | "contributions_paid_on",
            ) => self.contributions,
            _ => true,
        }
    }
}

/// `Umowa`: field and value, one under the other.
fn agreement(programme: &Programme, wants: &Wants, period: Option<DayRange>) -> Sheet {
    let mut sheet = Sheet::named(schema::table(TableId::Agreement).sheet);
    sheet.text(0, 0, Role::Heading, "Pole");
    sheet.text(0, 1, Role::Heading, "Wartość");
    sheet.widths.extend([(0, 48), (1, 48)]);
    sheet.freeze = Some((1, 1));
    let fields = schema::table(TableId::Agreement).columns.iter();
    for (row, field) in (1..).zip(fields.filter(|f| wants.column(TableId::Agreement, f.key))) {
        sheet.text(row, 0, Role::FieldValue, field.header);
        let day =
            |day: Option<Day>| day.map_or(Content::Blank, |d| Content::Number(Exact::whole(d.serial())));
        let content = match field.key {
            "programme" => Content::Text(programme.id.clone()),
            "period_from" => day(period.map(|p| p.first)),
            "period_to" => day(period.map(|p| p.last)),
            _ => Content::Blank,
        };
        sheet.put(row, 1, Role::Input, format(field), content);
        sheet.validations.extend(limit(TableId::Agreement, field, programme.period.value, (row, 1, row, 1)));
    }
    sheet
}

/// `Środki`: one row a component and round, named in advance; amounts are the clerk's.
fn funds(programme: &Programme, wants: &Wants) -> Sheet {
    let mut sheet = table(TableId::Funds, wants, programme.period.value);
    let mut row = 1;
    let supplement =
        |c: &Component| !matches!(c, Component::WageShareUnderCeiling { .. } | Component::WageShare { .. });
    for word in schema::COMPONENTS {
        let wanted = programme.components.iter().any(|c| supplement(c) == (*word == schema::COMPONENTS[0]));
        for round in programme.rounds.iter().filter(|_| wanted) {
            sheet.text(row, 0, Role::Input, word);
            if let Some(half) = round.half_year {
                let at = usize::from(half == crate::records::HalfYear::Second);
                sheet.text(row, 1, Role::Input, schema::HALF_YEARS[at]);
            }
            row += 1;
        }
    }
    for filled in 1..row {
        for (at, field) in (0..).zip(schema::table(TableId::Funds).columns) {
            sheet.cells.entry((filled, at)).or_insert_with(|| crate::grid::Cell {
                content: Content::Blank,
                role: Role::Input,
                format: format(field),
            });
        }
    }
    sheet
}

fn table(id: TableId, wants: &Wants, period: DayRange) -> Sheet {
    let described = schema::table(id);
    let mut sheet = Sheet::named(described.sheet);
    sheet.freeze = Some((1, 1));
    sheet.repeat_rows = Some((0, 0));
    let columns = described.columns.iter().filter(|c| wants.column(id, c.key));
    for (at, field) in (0..).zip(columns) {
        sheet.text(0, at, Role::Heading, field.header);
        sheet.widths.insert(at, width(field));
        sheet.column_formats.insert(at, format(field));
        sheet.validations.extend(limit(id, field, period, (1, at, ROWS, at)));
        if let Some(content) = words::example(id, field, period) {
            sheet.put(1, at, Role::Note, format(field), content);
        }
    }
    sheet
}

fn width(field: &ColumnSchema) -> u32 {
    let longest = field.header.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let content = match field.kind {
        Kind::Choice(list) => list.iter().map(|w| w.chars().count()).max().unwrap_or(0).min(30),
        Kind::Text | Kind::Code => 16,
        _ => 12,
    };
    u32::try_from(longest.max(content) + 2).unwrap_or(16)
}

/// Text where a spreadsheet would turn what is typed into something else: `1/2` and `2025-03` into days, `0613` into
/// 613.
fn format(field: &ColumnSchema) -> Format {
    match field.kind {
        Kind::Amount => Format::Money,
        Kind::Day => Format::Day,
        Kind::Hours => Format::Hours,
        Kind::Percent => Format::Percent,
        Kind::Count => Format::Count,
        Kind::Text | Kind::Code | Kind::Fte | Kind::Month | Kind::YesNo | Kind::Choice(_) => Format::Text,
    }
}

fn limit(
    table: TableId,
    field: &ColumnSchema,
    period: DayRange,
    range: (u32, u32, u32, u32),
) -> Option<Validation> {
    let list = match field.kind {
        Kind::YesNo => vec!["TAK".to_owned(), "NIE".to_owned()],
        Kind::Choice(words) => words.iter().map(|w| (*w).to_owned()).collect(),
        Kind::Month => months(period),
        _ => Vec::new(),
    };
    let prompt = words::prompt(table, field);
    (!list.is_empty() || !prompt.is_empty()).then_some(Validation { range, list, prompt })
}

/// Months of the edition, where a drop-down list can hold them; pay that is due outside them is skipped anyway.
fn months(period: DayRange) -> Vec<String> {
    let all = period.months();
    if all.len() > 24 { Vec::new() } else { all.iter().map(Month::to_string).collect() }
}

#[cfg(test)]
mod tests;
