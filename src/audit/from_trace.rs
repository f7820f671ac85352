//! From a trace back to what was handed in, so that it can be settled again without the municipality's files.
//!
//! The sheets `Dane - …` hold every value as it was read, with the file, sheet and row it came from: the records are
//! built from them as the intake would build them, values exact. What no sheet keeps cannot come back: the wording of
//! cells that could not be read, and the order of files. Nothing is compared or judged here.

use std::collections::BTreeMap;

use crate::calc::Value;
use crate::intake::{Intake, typed};
use crate::pipeline::{self, CannotRun, Run};
use crate::programme::Catalogue;
use crate::records::schema::TABLES;
use crate::records::{ColumnSchema, Datum, Field, Kind, Row, Submission, Table, TableId, TableSchema};
use crate::source::{CellRef, FileId, SheetId, SourceFile, Sources};
use crate::trace::{Origin, Trace, TraceCell, TraceSheet};
use crate::units::{Day, Money};

/// Beginning of the names of the sheets that copy the input.
const PREFIX: &str = "Dane - ";
/// Headings at the right of a copied table: where its row came from, and whether it counts.
const FILE: &str = "Plik";
const SHEET: &str = "Arkusz";
const ROW: &str = "Wiersz";
const REMARK: &str = "Uwaga";

/// What a trace keeps of the input.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Files and sheets that the tables come from, after those that were there before.
    pub sources: Sources,
    /// The tables, in the order of the schema.
    pub tables: Vec<Table>,
    /// Where a cell of the input is copied to: sheet of the workbook by position, row and column from zero.
    pub copies: BTreeMap<CellRef, (usize, u32, u32)>,
}

/// Returns what was handed in, as the workbook's own sheets `Dane - …` keep it.
pub fn intake(trace: &Trace) -> Intake {
    let kept = kept(trace, Sources::default());
    of_tables(kept.sources, kept.tables)
}

/// Returns the tables of a trace, their files after those of `before`: rows of two settlements may stand side by side.
pub fn kept(trace: &Trace, before: Sources) -> Kept {
    let mut reading = Reading { first: before.files.len(), sources: before, copies: BTreeMap::new() };
    for document in &trace.head.documents {
        let (name, sha256) = (document.name.clone(), document.sha256.clone());
        reading.sources.add_file(SourceFile { name, sha256, bytes: document.bytes });
    }
    let mut tables = Vec::new();
    for schema in TABLES.iter() {
        let name = format!("{PREFIX}{}", schema.sheet);
        let Some(index) = trace.sheets.iter().position(|sheet| sheet.name == name) else { continue };
        let sheet = &trace.sheets[index];
        tables.extend(if schema.id == TableId::Agreement {
            reading.agreement(index, sheet, schema)
        } else {
            reading.listing(index, sheet, schema)
        });
    }
    Kept { sources: reading.sources, tables, copies: reading.copies }
}

/// Returns tables as the intake would: with their records.
pub fn of_tables(sources: Sources, tables: Vec<Table>) -> Intake {
    let mut submission = Submission { sources, tables, ..Submission::default() };
    let mut findings = Vec::new();
    typed::fill(&mut submission, &mut findings);
    Intake { submission, findings }
}

/// Settles again what the workbook's own sheets hold, by the edition, readings and day that it names.
pub fn settle(trace: &Trace, catalogue: &Catalogue) -> Result<Run, CannotRun> {
    let programme = catalogue.get(&trace.head.edition)?;
    let as_of = Day::parse_iso(&trace.head.as_of);
    let mut run = pipeline::run_read(intake(trace), catalogue, Some(programme), as_of, &trace.head.given)?;
    // What the settlement before said is not in the tables: it is taken as it was recorded.
    pipeline::previous::attach_recorded(&mut run, trace);
    Ok(run)
}

/// Tables in the making.
struct Reading {
    /// The first file of this trace.
    first: usize,
    sources: Sources,
    copies: BTreeMap<CellRef, (usize, u32, u32)>,
}

impl Reading {
    /// Returns the sheet of a file, known before or not.
    fn sheet_id(&mut self, file: &str, sheet: &str) -> SheetId {
        let sources = &mut self.sources;
        let own = |id: FileId| usize::from(id.0) >= self.first;
        let mut sheets = (0u16..).zip(&sources.sheets);
        let known = sheets.find(|(index, s)| own(s.file) && sources.names(SheetId(*index)) == (file, sheet));
        if let Some((index, _)) = known {
            return SheetId(index);
        }
        let mut files = (0u16..).zip(&sources.files);
        let named = files.find(|(index, f)| own(FileId(*index)) && f.name == file);
        let id = named.map(|(index, _)| FileId(index));
        let file = id.unwrap_or_else(|| {
            sources.add_file(SourceFile { name: file.to_owned(), sha256: String::new(), bytes: 0 })
        });
        sources.add_sheet(file, sheet)
    }

    /// `Umowa`: field and value, with file, sheet and cell beside them; one table for each place they came from.
    fn agreement(&mut self, index: usize, sheet: &TraceSheet, schema: &TableSchema) -> Vec<Table> {
        let mut tables = Vec::new();
        for (here, cells) in rows(sheet) {
            let Some(column) = text(cells.get(&0)).and_then(|name| column_of(schema, &name)) else {
                continue;
            };
            let names = (text(cells.get(&2)), text(cells.get(&3)));
            let (Some(file), Some(from)) = names else { continue };
            let id = self.sheet_id(&file, &from);
            let typed = text(cells.get(&4)).and_then(|a1| address(&a1));
            let (row, at_column) = typed.unwrap_or((here, 1));
            let at = CellRef { sheet: id, row, column: at_column };
            self.copies.insert(at, (index, here, 1));
            let field = field(column, cells.get(&1).copied(), at);
            let fields = BTreeMap::from([(column.key, field)]);
            let table = table_of(&mut tables, schema.id, id, row);
            if !table.columns.contains(&column.key) {
                table.columns.push(column.key);
            }
            table.rows.push(Row { at: CellRef { column: 0, ..at }, fields, rejected: false });
        }
        tables
    }

    /// Any other table: one row a row, under its headings.
    fn listing(&mut self, index: usize, sheet: &TraceSheet, schema: &TableSchema) -> Vec<Table> {
        let rows = rows(sheet);
        let Some((heading_row, headings)) = headings(&rows) else { return Vec::new() };
        let place = |name: &str| headings.iter().find(|(_, text)| *text == name).map(|(column, _)| *column);
        let (Some(file), Some(from), Some(number)) = (place(FILE), place(SHEET), place(ROW)) else {
            return Vec::new();
        };
        let remark = place(REMARK);
        let columns: Vec<(u32, &'static ColumnSchema)> =
            headings.iter().filter_map(|(at, text)| Some((*at, column_of(schema, text)?))).collect();
        let origins = origins(&rows, &columns, (file, from));
        // A column that is blank throughout has no known address: one of its own, or it would share a cell with another.
        let beyond = origins.values().max().map_or(0, |last| last + 1);
        let mut tables: Vec<Table> = Vec::new();
        for (here, cells) in rows.range(heading_row + 1..) {
            let (Some(file), Some(from)) = (text(cells.get(&file)), text(cells.get(&from))) else { continue };
            let row = cells.get(&number).and_then(|cell| whole(&cell.holds.value()));
            let Some(row) = row.and_then(|n| u32::try_from(n - 1).ok()) else { continue };
            let id = self.sheet_id(&file, &from);
            let mut fields = BTreeMap::new();
            for (column, schema) in &columns {
                let origin = origins.get(&(file.clone(), from.clone(), *column)).copied();
                let at = CellRef { sheet: id, row, column: origin.unwrap_or(beyond + *column) };
                self.copies.insert(at, (index, *here, *column));
                fields.insert(schema.key, field(schema, cells.get(column).copied(), at));
            }
            let first = fields.values().map(|field| field.at.column).min().unwrap_or(0);
            let rejected = remark.is_some_and(|column| cells.contains_key(&column));
            let table = table_of(&mut tables, schema.id, id, row);
            table.columns = columns.iter().map(|(_, column)| column.key).collect();
            table.rows.push(Row { at: CellRef { sheet: id, row, column: first }, fields, rejected });
        }
        tables
    }
}

/// The filled cells of a sheet, row by row.
fn rows(sheet: &TraceSheet) -> BTreeMap<u32, BTreeMap<u32, &TraceCell>> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, &TraceCell>> = BTreeMap::new();
    for cell in &sheet.cells {
        rows.entry(cell.row).or_default().insert(cell.column, cell);
    }
    rows
}

fn text(cell: Option<&&TraceCell>) -> Option<String> {
    match cell?.holds.value() {
        Value::Text(text) => Some(text),
        Value::Number(_) | Value::Blank => None,
    }
}

fn column_of(schema: &TableSchema, header: &str) -> Option<&'static ColumnSchema> {
    schema.columns.iter().find(|c| c.header == header)
}

/// The row of headings: the one that names where rows came from.
fn headings(rows: &BTreeMap<u32, BTreeMap<u32, &TraceCell>>) -> Option<(u32, Vec<(u32, String)>)> {
    rows.iter().find_map(|(row, cells)| {
        let texts: Vec<(u32, String)> =
            cells.iter().filter_map(|(column, cell)| Some((*column, text(Some(cell))?))).collect();
        let all = [FILE, SHEET, ROW].iter().all(|name| texts.iter().any(|(_, text)| text == name));
        all.then_some((*row, texts))
    })
}

/// Column of the input by file, sheet and column here: told by any filled cell, so that a blank one has its address.
fn origins(
    rows: &BTreeMap<u32, BTreeMap<u32, &TraceCell>>,
    columns: &[(u32, &'static ColumnSchema)],
    (file, from): (u32, u32),
) -> BTreeMap<(String, String, u32), u32> {
    let mut all = BTreeMap::new();
    for cells in rows.values() {
        let (Some(file), Some(from)) = (text(cells.get(&file)), text(cells.get(&from))) else { continue };
        for (column, _) in columns {
            let Some(meaning) = cells.get(column).and_then(|cell| cell.meaning.as_deref()) else { continue };
            if let Origin::Input(_, _, _, origin) = meaning.origin {
                all.entry((file.clone(), from.clone(), *column)).or_insert(origin);
            }
        }
    }
    all
}

/// The last table, where it is of this sheet; else a new one. Rows of a table stand together.
fn table_of(tables: &mut Vec<Table>, id: TableId, sheet: SheetId, row: u32) -> &mut Table {
    if tables.last().is_none_or(|table| table.header_at.sheet != sheet) {
        let header_at = CellRef { sheet, row: row.saturating_sub(1), column: 0 };
        tables.push(Table { id, header_at, columns: Vec::new(), rows: Vec::new() });
    }
    let last = tables.len() - 1;
    &mut tables[last]
}

fn field(column: &ColumnSchema, cell: Option<&TraceCell>, at: CellRef) -> Field {
    let value = cell.map_or(Value::Blank, |cell| cell.holds.value());
    let datum = datum(column.kind, &value);
    Field { at, seen: seen(&value, datum.as_ref()), datum }
}

/// Reads a copied value back; the reverse of what `calc::Model::input` shows.
fn datum(kind: Kind, value: &Value) -> Option<Datum> {
    match (kind, value) {
        (Kind::Text | Kind::Code, Value::Text(text)) => Some(Datum::Text(text.clone())),
        (Kind::YesNo, Value::Text(text)) => match text.as_str() {
            "TAK" => Some(Datum::Yes(true)),
            "NIE" => Some(Datum::Yes(false)),
            _ => None,
        },
        (Kind::Choice(words), Value::Text(text)) => {
            words.iter().find(|word| *word == text).map(|word| Datum::Choice(word))
        }
        (Kind::Amount, Value::Number(n)) => Money::from_exact(n).map(Datum::Amount),
        (Kind::Day, value) => day(value).map(Datum::Day),
        (Kind::Month, value) => day(value).map(|day| Datum::Month(day.month())),
        (Kind::Fte | Kind::Hours | Kind::Percent | Kind::Count, Value::Number(n)) => {
            Some(Datum::Number(n.clone()))
        }
        _ => None,
    }
}

fn day(value: &Value) -> Option<Day> {
    whole(value).and_then(Day::from_serial)
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(n) if n.is_whole() => n.to_i64(),
        _ => None,
    }
}

/// The value as an office would have typed it.
fn seen(value: &Value, datum: Option<&Datum>) -> String {
    match (datum, value) {
        (Some(Datum::Day(day)), _) => day.to_string(),
        (Some(Datum::Month(month)), _) => month.to_string(),
        (_, Value::Number(n)) => n.to_short(6).replace('.', ","),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Blank) => String::new(),
    }
}

/// Reads `B12` as row and column from zero.
fn address(a1: &str) -> Option<(u32, u32)> {
    let digits = a1.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = a1.split_at(digits);
    let column = letters.chars().try_fold(0u32, |column, letter| {
        let value = u32::from(letter).checked_sub(u32::from('A')).filter(|v| *v < 26)?;
        column.checked_mul(26)?.checked_add(value + 1)
    })?;
    Some((number.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Exact;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for (row, column) in [(4, 2), (0, 26), (99, 701)] {
            assert_eq!(address(&crate::source::a1(row, column)), Some((row, column)));
        }
        for wrong in ["", "B", "12", "b3", "B0", "ZZZZZZZZZ1"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_value_of_another_kind_is_not_given() {
        let number = Value::Number(Exact::ratio(1, 3).expect("a third"));
        assert_eq!(datum(Kind::Amount, &number), None, "finer than a grosz");
        assert_eq!(datum(Kind::Day, &number), None);
        assert_eq!(datum(Kind::YesNo, &Value::Text("może".to_owned())), None);
        assert_eq!(datum(Kind::Text, &number), None);
        assert!(datum(Kind::Fte, &number).is_some());
    }
}
