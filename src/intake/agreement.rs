//! `Umowa`: a list of fields and values, with or without its headers.

use super::columns::SLIP;
use super::headers;
use super::locate::{Place, Rows};
use super::raw::{RawCell, RawValue};
use super::tables::{Tally, field};
use super::words;
use crate::finding::code::intake as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::records::{ColumnSchema, Presence, Row, Table, TableId};
use crate::source::{CellRef, SheetId};

/// Known fields in one column that make it an agreement without headers.
const ENOUGH: usize = 3;

/// Reads the agreement of a sheet, if there is one outside the other tables.
pub fn read(rows: &Rows<'_>, sheet: SheetId, others: &[Place], findings: &mut Vec<Finding>) -> Option<Table> {
    let found = headed(rows, others).or_else(|| bare(rows, others))?;
    let at = |row, column| CellRef { sheet, row, column };
    let mut table = Table {
        id: TableId::Agreement,
        header_at: at(found.first_row, found.label_column),
        columns: Vec::new(),
        rows: Vec::new(),
    };
    let mut unknown: Vec<(CellRef, String)> = Vec::new();
    let mut tally = Tally::default();
    for (row, cells) in rows.between(found.data_row, found.last_row) {
        if in_table(others, row, found.label_column) {
            continue;
        }
        let Some(label) = label(cells, found.label_column) else { continue };
        let Some(column) = headers::agreement_field(&words::normal(label)) else {
            unknown
                .push((at(row, found.label_column), label.split_whitespace().collect::<Vec<_>>().join(" ")));
            continue;
        };
        let value = match found.value_column {
            Some(wanted) => cells.iter().find(|c| c.column == wanted),
            None => right_of(cells, found.label_column),
        };
        let place =
            at(row, value.map_or_else(|| found.value_column.unwrap_or(found.label_column + 1), |c| c.column));
        let (field, rejected) =
            field(TableId::Agreement, column, value.map(|c| &c.value), place, &mut tally, findings);
        let fields = std::iter::once((column.key, field)).collect();
        table.rows.push(Row { at: at(row, found.label_column), fields, rejected });
    }
    table.columns = schema().columns.iter().map(|c| c.key).filter(|k| has(&table, k)).collect();
    say_missing(&table, &mut unknown, findings);
    say_similar(&table, &mut unknown, findings);
    if let (true, Some((first, _))) = (found.value_column.is_some(), unknown.first()) {
        let names: Vec<&str> = unknown.iter().map(|(_, text)| text.as_str()).collect();
        let count = Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX));
        findings.push(
            Finding::at(&codes::UNKNOWN_FIELDS, *first)
                .with_seen(Fact::Text(names.join("; ")))
                .with("count", count),
        );
    }
    findings.extend(tally.findings(schema().sheet));
    Some(table)
}

fn schema() -> &'static crate::records::TableSchema {
    crate::records::schema::table(TableId::Agreement)
}

fn has(table: &Table, key: &str) -> bool {
    table.rows.iter().any(|r| r.fields.contains_key(key))
}

/// Where labels and values stand.
struct Found {
    first_row: u32,
    data_row: u32,
    last_row: u32,
    label_column: u32,
    /// None: the first filled cell right of the label.
    value_column: Option<u32>,
}

fn in_table(others: &[Place], row: u32, column: u32) -> bool {
    let inside = |p: &Place| {
        (p.first_row..=p.last_row).contains(&row) && (p.columns.0..=p.columns.1).contains(&column)
    };
    others.iter().any(inside)
}

fn label(cells: &[RawCell], column: u32) -> Option<&str> {
    cells.iter().find(|c| c.column == column).and_then(|c| match &c.value {
        RawValue::Text(text) => Some(&**text),
        _ => None,
    })
}

fn right_of(cells: &[RawCell], column: u32) -> Option<&RawCell> {
    cells.iter().find(|c| c.column > column)
}

/// Finds `Pole | Wartość`.
fn headed(rows: &Rows<'_>, others: &[Place]) -> Option<Found> {
    rows.between(0, u32::MAX).find_map(|(row, cells)| {
        // Short texts only: this looks at every row of every sheet.
        let named = |name: &str| {
            cells
                .iter()
                .find(|c| matches!(&c.value, RawValue::Text(t) if t.len() < 24 && words::normal(t) == name))
                .map(|c| c.column)
        };
        let (label, value) = (named("pole")?, named("wartosc")?);
        let free = label < value && !in_table(others, row, label);
        let below = others.iter().map(|p| p.first_row).filter(|r| *r > row).min();
        free.then(|| Found {
            first_row: row,
            data_row: row + 1,
            last_row: below.map_or(u32::MAX, |r| r - 1),
            label_column: label,
            value_column: Some(value),
        })
    })
}

/// Finds a column with at least three known fields, filled cells beside them.
fn bare(rows: &Rows<'_>, others: &[Place]) -> Option<Found> {
    let mut columns: std::collections::BTreeMap<u32, (usize, u32)> = std::collections::BTreeMap::new();
    for (row, cells) in rows.between(0, u32::MAX) {
        for cell in cells.iter().filter(|c| !in_table(others, row, c.column)) {
            if let RawValue::Text(text) = &cell.value
                && text.len() < 200
                && headers::agreement_field(&words::normal(text)).is_some()
            {
                columns.entry(cell.column).or_insert((0, row)).0 += 1;
            }
        }
    }
    let (column, (_, first)) = columns.into_iter().find(|(_, (count, _))| *count >= ENOUGH)?;
    Some(Found {
        first_row: first,
        data_row: first,
        last_row: u32::MAX,
        label_column: column,
        value_column: None,
    })
}

/// Names fields that are known but for a slip of the pen.
fn say_similar(table: &Table, unknown: &mut Vec<(CellRef, String)>, findings: &mut Vec<Finding>) {
    for column in schema().columns.iter().filter(|c| !has(table, c.key)) {
        let names = || std::iter::once(&column.header).chain(column.aliases);
        let slip = |label: &str| names().any(|name| words::slip(label, name) >= SLIP);
        let Some(index) = unknown.iter().position(|(_, label)| slip(label)) else { continue };
        let (at, label) = unknown.remove(index);
        let needed = column.presence != Presence::Optional;
        findings.push(
            Finding::at(&codes::SIMILAR_HEADER, at)
                .with_severity(if needed { Severity::Error } else { Severity::Warning })
                .with_seen(Fact::Text(label))
                .with_expected(Fact::Text(column.header.to_owned()))
                .with("table", Fact::Text(schema().sheet.to_owned())),
        );
    }
}

/// Names required fields that have no row, with the label that is probably meant.
fn say_missing(table: &Table, unknown: &mut Vec<(CellRef, String)>, findings: &mut Vec<Finding>) {
    let required = |c: &&ColumnSchema| c.presence == Presence::Required;
    for column in schema().columns.iter().filter(required).filter(|c| !has(table, c.key)) {
        let labels: Vec<String> = unknown.iter().map(|(_, text)| text.clone()).collect();
        let near = words::nearest(column.header, labels.iter().map(String::as_str));
        let place =
            near.and_then(|n| unknown.iter().position(|(_, text)| text == n)).map(|i| unknown.remove(i));
        let at = place.as_ref().map_or(table.header_at, |(at, _)| *at);
        let mut finding = Finding::at(&codes::MISSING_FIELD, at)
            .with_expected(Fact::Text(column.header.to_owned()))
            .with("likely", Fact::Count(i64::from(place.is_some())));
        if let Some((_, text)) = place {
            finding = finding.with_seen(Fact::Text(text));
        }
        findings.push(finding);
    }
}
