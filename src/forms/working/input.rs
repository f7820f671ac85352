//! The input copied as values, one sheet a table: the home cells of all input nodes.
//!
//! Headers are the canonical ones in the schema's order; at the right stand the file, sheet and row a line came from.

use super::WorkbookFacts;
use super::page::{Page, Shown};
use crate::calc::{Format, Model, NodeId};
use crate::grid::{Role, Sheet};
use crate::records::schema::TABLES;
use crate::records::{ColumnSchema, Kind, Row, Submission, Table, TableId, TableSchema};
use crate::settlement::Settled;

/// Adds every input cell to the model and returns the sheets that hold them.
pub fn sheets(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Vec<Sheet> {
    let submission = facts.submission;
    TABLES
        .iter()
        .filter_map(|schema| {
            let tables: Vec<&Table> = submission.tables.iter().filter(|t| t.id == schema.id).collect();
            if tables.is_empty() {
                return None;
            }
            Some(if schema.id == TableId::Agreement {
                agreement(&mut settled.model, submission, schema, &tables)
            } else {
                listing(&mut settled.model, submission, schema, &tables)
            })
        })
        .collect()
}

fn title(schema: &TableSchema) -> String {
    format!("Dane wejściowe: {}", schema.sheet)
}

const SUBTITLE: &str = "Skopiowane wartości. Puste pole oznacza „nie podano”, a nie zero. Zmiana kwoty, godzin, etatu, dnia albo TAK/NIE przelicza skoroszyt. Po zmianie identyfikatora, miesiąca albo formy umowy i po dopisaniu wiersza trzeba ponownie uruchomić program na poprawionych danych.";
const REJECTED: &str = "wiersz pominięty w obliczeniach (zob. Kontrole)";

/// `Umowa`: field and value, one to a row.
fn agreement(model: &mut Model, submission: &Submission, schema: &TableSchema, tables: &[&Table]) -> Sheet {
    let mut page = Page::new(&format!("Dane - {}", schema.sheet), &[46, 44, 30, 24, 10]);
    page.line(Role::Title, &title(schema));
    page.line(Role::Subtitle, SUBTITLE);
    let top = page.row;
    page.headings(&["Pole", "Wartość", "Plik", "Arkusz", "Komórka"]);
    page.keep(top, 1);
    for column in schema.columns {
        let fields = tables.iter().flat_map(|t| &t.rows).filter_map(|r| r.fields.get(column.key));
        for field in fields {
            let id = model.input(column.header, field);
            let (file, sheet) = submission.sources.names(field.at.sheet);
            let texts = [
                Shown::from(column.header),
                Shown::from(file),
                Shown::from(sheet),
                field.at.to_string().into(),
            ];
            let [name, file, sheet, cell] = texts;
            let at = page.row;
            page.cells(Role::Body, vec![name, Shown::Nothing, file, sheet, cell], Some(model));
            put_input(&mut page, at, 1, column.kind, id, model);
        }
    }
    page.sheet
}

/// Any other table: one row a row.
fn listing(model: &mut Model, submission: &Submission, schema: &TableSchema, tables: &[&Table]) -> Sheet {
    let columns: Vec<&ColumnSchema> =
        schema.columns.iter().filter(|c| tables.iter().any(|t| t.columns.contains(&c.key))).collect();
    let mut widths: Vec<u32> = columns.iter().map(|c| width(c, tables)).collect();
    let names = || tables.iter().map(|t| submission.sources.names(t.header_at.sheet));
    widths.push(fitting(8, names().map(|(file, _)| file.chars().count())));
    widths.push(fitting(8, names().map(|(_, sheet)| sheet.chars().count())));
    widths.push(8);
    let rejected = tables.iter().any(|t| t.rows.iter().any(|r| r.rejected));
    let mut headings: Vec<&str> = columns.iter().map(|c| c.header).collect();
    headings.extend(["Plik", "Arkusz", "Wiersz"]);
    if rejected {
        headings.push("Uwaga");
        widths.push(28);
    }
    let mut page = Page::new(&format!("Dane - {}", schema.sheet), &widths);
    page.line(Role::Title, &title(schema));
    page.line(Role::Subtitle, SUBTITLE);
    let top = page.row;
    page.headings(&headings);
    page.keep(top, 1);
    for row in tables.iter().flat_map(|t| &t.rows) {
        data_row(&mut page, model, submission, &columns, row);
    }
    page.sheet
}

fn data_row(
    page: &mut Page,
    model: &mut Model,
    submission: &Submission,
    columns: &[&ColumnSchema],
    row: &Row,
) {
    let mut shown: Vec<Shown> = vec![Shown::Nothing; columns.len()];
    let (file, sheet) = submission.sources.names(row.at.sheet);
    shown.extend([file.into(), sheet.into(), Shown::Number(i64::from(row.at.row) + 1, Format::Count)]);
    if row.rejected {
        shown.push(REJECTED.into());
    }
    let at = page.row;
    let role = if row.rejected { Role::Error } else { Role::Body };
    page.cells(role, shown, Some(model));
    for (column, schema) in (0u32..).zip(columns) {
        if let Some(field) = row.fields.get(schema.key) {
            let id = model.input(schema.header, field);
            put_input(page, at, column, schema.kind, id, model);
        }
    }
}

fn put_input(page: &mut Page, row: u32, column: u32, kind: Kind, id: NodeId, model: &Model) {
    page.cell(row, column, Role::Input, Shown::NodeAs(id, format(kind)), Some(model));
}

/// How a column of a kind is shown.
pub fn format(kind: Kind) -> Format {
    match kind {
        Kind::Text | Kind::Code | Kind::YesNo | Kind::Choice(_) => Format::Text,
        Kind::Amount => Format::Money,
        Kind::Day => Format::Day,
        Kind::Month => Format::Month,
        Kind::Fte => Format::Factor,
        Kind::Hours => Format::Hours,
        Kind::Percent => Format::Percent,
        Kind::Count => Format::Count,
    }
}

/// Wide enough for the longest value and the longest word of the heading.
fn width(column: &ColumnSchema, tables: &[&Table]) -> u32 {
    let rows = tables.iter().flat_map(|t| &t.rows);
    let value = rows.filter_map(|r| r.fields.get(column.key)).map(|f| f.seen.chars().count()).max();
    let word = column.header.split(' ').map(|w| w.chars().count()).max();
    let usual = match column.kind {
        Kind::Month | Kind::Day | Kind::Amount => 11,
        _ => 8,
    };
    fitting(usual, [value, word.map(|w| w + 1)].into_iter().flatten())
}

fn fitting(usual: u32, lengths: impl Iterator<Item = usize>) -> u32 {
    let longest = lengths.max().unwrap_or(0).min(38);
    usual.max(u32::try_from(longest).unwrap_or(38) + 2)
}
