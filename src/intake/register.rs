//! Reads the office's register, or the minister's list of awards: tables of municipalities found by their header row.
//!
//! Values are read by the same readers as those of a municipality's tables. Whose row it is, and what it means beside
//! the reports, is for `consolidate` to say.

pub mod heads;

use std::collections::BTreeMap;

pub use heads::{AmountKey, Column, Measure};

use super::locate::Rows;
use super::raw::{RawCell, RawSheet, RawValue};
use super::tables::{Tally, is_total, tidied, unreadable};
use super::value::{self, Outcome};
use super::{explains, trouble_with, words, workbook};
use crate::digest::sha256_hex;
use crate::finding::code::intake as codes;
use crate::finding::code::register as own;
use crate::finding::{Fact, Finding};
use crate::records::{Datum, Kind};
use crate::source::{CellRef, SheetId, SourceFile, Sources};

/// Rows of a register: four times the municipalities of the country, for amendments in rows of their own.
const MAX_ROWS: usize = 10_000;

/// A row of a register.
#[derive(Clone, Debug)]
pub struct Line {
    /// The row's first cell.
    pub at: CellRef,
    /// What its cells hold; a blank or unreadable cell is absent.
    pub cells: BTreeMap<Column, (CellRef, Datum)>,
}

impl Line {
    /// Returns a text.
    pub fn text(&self, column: Column) -> Option<&str> {
        match self.cells.get(&column) {
            Some((_, Datum::Text(text))) => Some(text),
            Some((_, Datum::Choice(word))) => Some(word),
            _ => None,
        }
    }
}

/// A register as it stands in its file.
#[derive(Clone, Debug, Default)]
pub struct RegisterFile {
    /// The file and its sheets.
    pub sources: Sources,
    /// Rows of all its tables, in the order read.
    pub lines: Vec<Line>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Reads a register.
pub fn read(name: &str, bytes: &[u8]) -> RegisterFile {
    let mut file = RegisterFile::default();
    let source = SourceFile {
        name: name.to_owned(),
        sha256: sha256_hex(bytes),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    let id = file.sources.add_file(source);
    let sheets = match workbook::read(name, bytes) {
        Ok(sheets) => sheets,
        Err(trouble) => {
            file.findings.push(trouble_with(&trouble, name));
            return file;
        }
    };
    let mut found = false;
    for sheet in &sheets {
        let sheet_id = file.sources.add_sheet(id, &sheet.name);
        let Some(head) = Head::find(sheet) else {
            // A sheet that explains is no table; nor is an empty one.
            if !sheet.cells.is_empty() && !explains(&sheet.name) {
                let at = CellRef { sheet: sheet_id, row: 0, column: 0 };
                let name = Fact::Text(sheet.name.clone());
                file.findings.push(Finding::at(&own::REGISTER_SHEET_PASSED, at).with("sheet", name));
            }
            continue;
        };
        found = true;
        head.check(sheet_id, &mut file.findings);
        rows(&head, sheet, sheet_id, &mut file);
    }
    if !found {
        file.findings.push(Finding::new(&own::REGISTER_NO_TABLE).with("file", Fact::Text(name.to_owned())));
    }
    file
}

/// A header cell understood.
struct Named {
    row: u32,
    column: u32,
    text: String,
    means: Option<Column>,
}

/// The header of a table.
struct Head {
    first: u32,
    data_row: u32,
    cells: Vec<Named>,
}

impl Head {
    /// Finds the header of a sheet's table: one to three rows that name a municipality and something more. Rows with a
    /// title above it, or with the names of half-years below it, are tried as well; the most columns win.
    fn find(sheet: &RawSheet) -> Option<Self> {
        let rows = Rows::new(sheet);
        let numbers: Vec<u32> = rows.between(0, u32::MAX).map(|(row, _)| row).take(200).collect();
        let at = |first: u32| (1..=3).map(move |depth| (first, depth));
        let heads = |(first, depth): (u32, u32)| Some(Self::at(&rows, first, depth)).filter(Self::heads);
        let found = numbers.iter().find_map(|first| at(*first).find_map(heads))?;
        let near = (found.first..found.data_row).flat_map(at).filter_map(heads);
        near.reduce(|best, next| if next.rank() > best.rank() { next } else { best })
    }

    /// Most columns, then fewest rows.
    fn rank(&self) -> (usize, std::cmp::Reverse<u32>) {
        (self.known(), std::cmp::Reverse(self.data_row - self.first))
    }

    /// Reads rows as a header. The name of a group of columns stands over the first of them.
    fn at(rows: &Rows<'_>, first: u32, depth: u32) -> Self {
        let last = first.saturating_add(depth - 1);
        let texts: Vec<(u32, Vec<(u32, &str)>)> = rows
            .between(first, last)
            .map(|(row, cells)| {
                (row, cells.iter().filter_map(|c| Some((c.column, header_text(c)?))).collect())
            })
            .collect();
        let mut columns: Vec<u32> = texts.iter().flat_map(|(_, t)| t.iter().map(|(c, _)| *c)).collect();
        columns.sort_unstable();
        columns.dedup();
        let named = |column: u32| {
            let own = texts.iter().rposition(|(_, t)| t.iter().any(|(c, _)| *c == column)).unwrap_or(0);
            let parts: Vec<&str> = texts
                .iter()
                .enumerate()
                .take(own + 1)
                .filter_map(|(level, (_, t))| {
                    let over =
                        t.iter().rfind(|(c, _)| if level == own { *c == column } else { *c <= column });
                    over.map(|(_, text)| *text)
                })
                .collect();
            let ways = (0..parts.len()).map(|from| parts[from..].join(" "));
            let means = ways.clone().find_map(|way| heads::column(&way));
            let text = parts.last().copied().unwrap_or_default();
            let row = texts.get(own).map_or(first, |(row, _)| *row);
            Named { row, column, text: text.split_whitespace().collect::<Vec<_>>().join(" "), means }
        };
        Self { first, data_row: last.saturating_add(1), cells: columns.into_iter().map(named).collect() }
    }

    /// Returns how many different columns are known.
    fn known(&self) -> usize {
        let mut known: Vec<Column> = self.cells.iter().filter_map(|c| c.means).collect();
        known.sort_unstable();
        known.dedup();
        known.iter().filter(|c| **c != Column::Passed).count()
    }

    /// Does it head a register? A municipality and one thing told of it.
    fn heads(&self) -> bool {
        let has = |of: fn(Column) -> bool| self.cells.iter().filter_map(|c| c.means).any(of);
        has(is_municipality) && has(tells)
    }

    /// Names columns that are not read, and those named twice.
    fn check(&self, sheet: SheetId, findings: &mut Vec<Finding>) {
        let at = |cell: &Named| CellRef { sheet, row: cell.row, column: cell.column };
        let unknown: Vec<&Named> = self.cells.iter().filter(|c| c.means.is_none()).collect();
        if let Some(first) = unknown.first() {
            let names: Vec<&str> = unknown.iter().map(|c| c.text.as_str()).collect();
            let count = Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX));
            findings.push(
                Finding::at(&own::REGISTER_COLUMNS_PASSED, at(first))
                    .with_seen(Fact::Text(names.join("; ")))
                    .with("count", count),
            );
        }
        for (n, cell) in self.cells.iter().enumerate() {
            let before = self.cells[..n].iter().find(|c| c.means.is_some() && c.means == cell.means);
            if let Some(before) = before.filter(|_| cell.means != Some(Column::Passed)) {
                findings.push(
                    Finding::at(&own::REGISTER_COLUMN_TWICE, at(cell))
                        .with_related(at(before))
                        .with_seen(Fact::Text(cell.text.clone())),
                );
            }
        }
    }

    /// Returns the columns that are read, each once: the first of two that mean the same.
    fn read(&self) -> Vec<(&Named, Column, Kind)> {
        let mut read: Vec<(&Named, Column, Kind)> = Vec::new();
        for cell in &self.cells {
            let Some(column) = cell.means else { continue };
            if let Some(kind) = column.kind()
                && read.iter().all(|(_, known, _)| *known != column)
            {
                read.push((cell, column, kind));
            }
        }
        read
    }
}

/// Does the column tell whose row it is?
fn is_municipality(column: Column) -> bool {
    matches!(column, Column::Teryt | Column::Municipality | Column::Office)
}

/// Does the column tell something of the municipality?
fn tells(column: Column) -> bool {
    let of_place = matches!(column, Column::Voivodeship | Column::County | Column::Round | Column::Component);
    !is_municipality(column) && !of_place && column != Column::Passed
}

fn header_text(cell: &RawCell) -> Option<&str> {
    match &cell.value {
        RawValue::Text(text) if text.len() < 200 && text.chars().any(char::is_alphabetic) => Some(text),
        _ => None,
    }
}

fn rows(head: &Head, sheet: &RawSheet, id: SheetId, file: &mut RegisterFile) {
    let columns = head.read();
    let mut tally = Tally::default();
    for (row, cells) in Rows::new(sheet).between(head.data_row, u32::MAX) {
        let of = |column: u32| cells.iter().find(|c| c.column == column).map(|c| &c.value);
        let known: Vec<&RawValue> = columns.iter().filter_map(|(cell, ..)| of(cell.column)).collect();
        let text = |value: &RawValue| matches!(value, RawValue::Text(t) if is_total(t));
        let at = CellRef { sheet: id, row, column: cells.first().map_or(0, |c| c.column) };
        if known.is_empty() || is_numbering(cells) {
            continue;
        }
        let names = columns.iter().filter(|(_, column, _)| is_municipality(*column));
        if cells.first().is_some_and(|c| text(&c.value)) || names.filter_map(|(c, ..)| of(c.column)).any(text)
        {
            tally.add(&codes::TOTAL_ROWS_SKIPPED, at);
            continue;
        }
        let whose = |c: &&(&Named, Column, Kind)| is_municipality(c.1) && of(c.0.column).is_some();
        if !columns.iter().any(|c| whose(&c)) {
            // A line of text under the table is no row; figures for nobody are.
            let figure = |(cell, _, kind): &(&Named, Column, Kind)| {
                let value = of(cell.column)?;
                let plain = matches!(kind, Kind::Text | Kind::Code);
                (!plain && matches!(value::read(*kind, "", value), Outcome::Read(_) | Outcome::Tidied(..)))
                    .then_some(())
            };
            if columns.iter().any(|c| figure(c).is_some()) {
                file.findings.push(Finding::at(&own::REGISTER_ROW_OF_NOBODY, at));
            }
            continue;
        }
        if known.len() == 1 && columns.len() > 2 {
            tally.add(&codes::LONE_TEXT_SKIPPED, at);
            continue;
        }
        if file.lines.len() >= MAX_ROWS {
            let limit = Fact::Count(i64::try_from(MAX_ROWS).unwrap_or(i64::MAX));
            file.findings.push(Finding::at(&codes::TOO_MANY_ROWS, at).with("limit", limit));
            break;
        }
        let mut line = Line { at, cells: BTreeMap::new() };
        for (cell, column, kind) in &columns {
            let place = CellRef { sheet: id, row, column: cell.column };
            let datum = of(cell.column).and_then(|value| {
                datum((*column, *kind), cell, value, place, &mut tally, &mut file.findings)
            });
            line.cells.extend(datum.map(|datum| (*column, (place, datum))));
        }
        for part in [Column::Round, Column::Component] {
            let given = columns.iter().find(|(_, column, _)| *column == part);
            if given.is_some_and(|(cell, ..)| {
                of(cell.column).is_some_and(|value| !value.seen().trim().is_empty())
            }) && !line.cells.contains_key(&part)
            {
                line.cells.retain(|column, _| !needs(*column, part));
            }
        }
        file.lines.push(line);
    }
    file.findings.extend(tally.findings(&sheet.name));
}

/// Does the row's own word on its half-year or component decide what the column's amount is of? Where that word cannot be
/// read the amount is nobody's: it must not pass for the whole period's.
fn needs(column: Column, part: Column) -> bool {
    match (column, part) {
        (Column::Amount(key), Column::Round) => key.round.is_none(),
        (Column::Amount(key), _) => key.component.is_none(),
        (Column::Due(round) | Column::Arrived(round) | Column::MoneyOn(round), Column::Round) => {
            round.is_none()
        }
        _ => false,
    }
}

/// Less than nothing, where a register tells money or posts.
fn negative(datum: &Datum) -> bool {
    match datum {
        Datum::Amount(amount) => amount.to_exact().is_negative(),
        Datum::Number(number) => number.is_negative(),
        _ => false,
    }
}

/// Reads a cell; what cannot be read is told and counts as not given.
fn datum(
    (column, kind): (Column, Kind),
    named: &Named,
    cell: &RawValue,
    at: CellRef,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) -> Option<Datum> {
    let seen = cell.seen();
    if column == Column::Accepted
        && let Some(said) = accepted(&seen)
    {
        return Some(Datum::Yes(said));
    }
    let key = if column == Column::Teryt { "teryt" } else { "" };
    match value::read(kind, key, cell) {
        // It would be added into the official table; the form's own amount below nothing is an error as well.
        Outcome::Read(datum) | Outcome::Tidied(datum, _) if negative(&datum) => {
            let seen = Fact::Text(seen);
            findings.push(
                Finding::at(&own::REGISTER_AMOUNT_NEGATIVE, at)
                    .with_seen(seen)
                    .with("column", Fact::Text(named.text.clone())),
            );
            None
        }
        Outcome::Read(datum) => Some(datum),
        Outcome::Tidied(datum, what) => {
            tidied(what, at, &seen, &datum, tally, findings);
            Some(datum)
        }
        Outcome::Blank => None,
        Outcome::Dash => {
            tally.add(&codes::DASH_READ_AS_BLANK, at);
            None
        }
        Outcome::Wrong(wrong) => {
            findings.push(unreadable(wrong, at, &seen, &named.text));
            None
        }
    }
}

/// Other words than TAK and NIE that offices put in the column of the statement.
fn accepted(seen: &str) -> Option<bool> {
    match words::normal(seen).as_str() {
        "przyjeto" | "przyjete" | "przyjmuje" | "przyjecie" => Some(true),
        "nieprzyjeto" | "nieprzyjete" | "nieprzyjmuje" | "odmowa" | "rezygnacja" | "zrezygnowano" => {
            Some(false)
        }
        _ => None,
    }
}

/// A row of column numbers under the header.
fn is_numbering(cells: &[RawCell]) -> bool {
    let numbers: Option<Vec<u32>> = cells.iter().map(|c| c.value.seen().parse::<u32>().ok()).collect();
    numbers.is_some_and(|n| n.len() >= 3 && n[0] == 1 && n.windows(2).all(|w| w[1] == w[0] + 1))
}
