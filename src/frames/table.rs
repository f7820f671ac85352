//! A table with its columns, from rows to a frame, to bytes, and back.
//!
//! Text, whole numbers and yes or no: nothing else is stored, so that every engine reads the same.

use std::collections::BTreeMap;
use std::io::Cursor;

use polars::prelude::{
    Column, CsvWriter, DataFrame, DataType, ParquetCompression, ParquetReader, ParquetWriter, SerReader as _,
    SerWriter as _,
};

use super::{FrameError, room};
use crate::units::Money;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// Money in whole grosze, 64 bits.
    Grosze,
    /// A whole number, 64 bits.
    Whole,
    /// Yes or no.
    Flag,
}

impl Kind {
    /// Returns the name of the type in the schema: those of Parquet as engines print them.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text (UTF8)",
            Self::Grosze => "grosze (INT64)",
            Self::Whole => "whole number (INT64)",
            Self::Flag => "yes or no (BOOLEAN)",
        }
    }

    fn stored(self) -> DataType {
        match self {
            Self::Text => DataType::String,
            Self::Grosze | Self::Whole => DataType::Int64,
            Self::Flag => DataType::Boolean,
        }
    }
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnInfo {
    /// Name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// May it be unknown?
    pub nullable: bool,
    /// What it is.
    pub meaning: String,
}

impl ColumnInfo {
    /// Describes a column that is always filled.
    pub fn always(name: &str, kind: Kind, meaning: &str) -> Self {
        Self { name: name.to_owned(), kind, nullable: false, meaning: meaning.to_owned() }
    }

    /// Describes a column that may be unknown.
    pub fn maybe(name: &str, kind: Kind, meaning: &str) -> Self {
        Self { nullable: true, ..Self::always(name, kind, meaning) }
    }
}

/// A value of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Text; none: unknown.
    Text(Option<String>),
    /// A number; none: unknown.
    Whole(Option<i64>),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// Returns a text.
    pub fn text(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }

    #[expect(clippy::option_option, reason = "the outer: is it a text at all; the inner: is it known")]
    fn as_text(&self) -> Option<Option<&str>> {
        if let Self::Text(text) = self { Some(text.as_deref()) } else { None }
    }

    #[expect(clippy::option_option, reason = "the outer: is it a number at all; the inner: is it known")]
    fn as_whole(&self) -> Option<Option<i64>> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    fn as_flag(&self) -> Option<bool> {
        if let Self::Flag(yes) = self { Some(*yes) } else { None }
    }

    /// Returns an amount.
    pub fn money(amount: Option<Money>) -> Self {
        Self::Whole(amount.map(Money::grosze))
    }
}

/// A table of the schema.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Name, which is also that of its folder.
    pub name: &'static str,
    /// What a row is.
    pub meaning: &'static str,
    /// Columns in order.
    pub columns: Vec<ColumnInfo>,
}

/// A table with its rows.
#[derive(Clone, Debug)]
pub struct Frame {
    table: Table,
    frame: DataFrame,
}

impl Frame {
    /// Makes a frame of rows, each a cell for every column of the table.
    pub fn of(table: Table, rows: &[Vec<Cell>]) -> Result<Self, FrameError> {
        let mut columns = Vec::with_capacity(table.columns.len());
        for (at, column) in table.columns.iter().enumerate() {
            let wrong = || FrameError::Column { table: table.name, column: column.name.clone() };
            let name = column.name.as_str().into();
            columns.push(match column.kind {
                Kind::Text => Column::new(name, of_rows(rows, at, Cell::as_text).ok_or_else(wrong)?),
                Kind::Grosze | Kind::Whole => {
                    let values = of_rows(rows, at, Cell::as_whole).ok_or_else(wrong)?;
                    // What enters no total may be absurd: a rejected report must not keep the others from being written.
                    let counting = rows.iter().zip(&values).filter(|(row, _)| enters(&table, row));
                    room(&column.name, counting.filter_map(|(_, value)| *value))?;
                    Column::new(name, values)
                }
                Kind::Flag => Column::new(name, of_rows(rows, at, Cell::as_flag).ok_or_else(wrong)?),
            });
        }
        let frame = DataFrame::new(rows.len(), columns)?;
        Ok(Self { table, frame })
    }

    /// Takes a frame that polars computed.
    pub(super) fn computed(table: Table, frame: &DataFrame) -> Result<Self, FrameError> {
        fits(&table, frame)?;
        let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        let frame = frame.select(names)?;
        Ok(Self { table, frame })
    }

    /// Returns the table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Returns polars' own frame.
    pub fn polars(&self) -> &DataFrame {
        &self.frame
    }

    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.frame.height()
    }

    /// Is there no row?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the sum of a column of money or numbers over the rows that count; unknown adds nothing.
    pub fn sum(&self, column: &str) -> Result<Money, FrameError> {
        let values = self.frame.column(column)?.i64()?;
        let counts = self.frame.column("counts").ok().map(Column::bool).transpose()?;
        let mut total = Money::ZERO;
        for (row, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            if counts.is_some_and(|c| c.get(row) == Some(false)) {
                continue;
            }
            total = total
                .checked_add(Money::from_grosze(value))
                .ok_or_else(|| FrameError::TooLarge { column: column.to_owned() })?;
        }
        Ok(total)
    }

    /// Returns the rows as Parquet: one row group up to a quarter of a million rows, no date and no name of a writer.
    pub fn parquet(&self) -> Result<Vec<u8>, FrameError> {
        let mut bytes = Vec::new();
        ParquetWriter::new(&mut bytes)
            .with_compression(ParquetCompression::Zstd(None))
            .with_row_group_size(Some(ROWS_OF_A_GROUP))
            .set_parallel(false)
            .finish(&mut self.frame.clone())?;
        Ok(bytes)
    }

    /// Returns the rows as CSV: semicolons and a byte-order mark, as a Polish spreadsheet expects; money in grosze. A
    /// text that a spreadsheet would run as a formula has an apostrophe before it; in Parquet it stands as it is.
    pub fn csv(&self) -> Result<Vec<u8>, FrameError> {
        let mut rows = self.frame.clone();
        for column in self.table.columns.iter().filter(|c| c.kind == Kind::Text) {
            let texts = rows.column(&column.name)?.str()?;
            if texts.iter().flatten().any(runs) {
                let guarded: Vec<Option<String>> = texts.iter().map(|t| t.map(guarded)).collect();
                rows.with_column(Column::new(column.name.as_str().into(), guarded))?;
            }
        }
        let mut bytes = Vec::new();
        CsvWriter::new(&mut bytes).include_bom(true).with_separator(b';').finish(&mut rows)?;
        Ok(bytes)
    }

    /// Reads a table from Parquet. Columns that may be unknown may be missing: an older program wrote fewer.
    pub fn from_parquet(table: Table, bytes: &[u8]) -> Result<Self, FrameError> {
        let frame = ParquetReader::new(Cursor::new(bytes)).finish()?;
        fits(&table, &frame)?;
        Ok(Self { table, frame })
    }

    /// Returns the values by column.
    pub fn read(&self) -> Result<Read, FrameError> {
        let mut read = Read { len: self.len(), columns: BTreeMap::new() };
        for column in &self.table.columns {
            let Ok(found) = self.frame.column(&column.name) else { continue };
            let values = match column.kind {
                Kind::Text => Values::Text(found.str()?.iter().map(|t| t.map(str::to_owned)).collect()),
                Kind::Grosze | Kind::Whole => Values::Whole(found.i64()?.iter().collect()),
                Kind::Flag => Values::Flag(found.bool()?.iter().collect()),
            };
            read.columns.insert(column.name.clone(), values);
        }
        Ok(read)
    }
}

/// Larger than a voivodeship's year; engines read groups in parallel.
const ROWS_OF_A_GROUP: usize = 1 << 18;

/// Returns the values of a column; none when a row has no such cell or one of another kind.
fn of_rows<'r, T>(rows: &'r [Vec<Cell>], at: usize, value: impl Fn(&'r Cell) -> Option<T>) -> Option<Vec<T>> {
    rows.iter().map(|row| row.get(at).and_then(&value)).collect()
}

/// Does a row enter totals?
fn enters(table: &Table, row: &[Cell]) -> bool {
    let flag = table.columns.iter().position(|c| c.name == "counts");
    flag.is_none_or(|at| row.get(at) != Some(&Cell::Flag(false)))
}

fn fits(table: &Table, frame: &DataFrame) -> Result<(), FrameError> {
    let wrong = |name: &str| FrameError::Column { table: table.name, column: name.to_owned() };
    for column in &table.columns {
        match frame.column(&column.name) {
            Ok(found) if *found.dtype() == column.kind.stored() => {
                if !column.nullable && found.null_count() > 0 {
                    return Err(wrong(&column.name));
                }
            }
            Err(_) if column.nullable => {}
            _ => return Err(wrong(&column.name)),
        }
    }
    let more =
        frame.get_column_names().into_iter().find(|n| table.columns.iter().all(|c| c.name != n.as_str()));
    more.map_or(Ok(()), |name| Err(wrong(name)))
}

fn runs(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('=' | '+' | '@' | '\t' | '\r') => true,
        Some('-') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

fn guarded(text: &str) -> String {
    if runs(text) { format!("'{text}") } else { text.to_owned() }
}

#[derive(Clone, Debug)]
enum Values {
    Text(Vec<Option<String>>),
    Whole(Vec<Option<i64>>),
    Flag(Vec<Option<bool>>),
}

/// The values of a frame by row and name of the column.
#[derive(Clone, Debug)]
pub struct Read {
    /// Number of rows.
    pub len: usize,
    columns: BTreeMap<String, Values>,
}

impl Read {
    /// Returns a text; none when unknown.
    pub fn text(&self, row: usize, column: &str) -> Option<String> {
        match self.columns.get(column) {
            Some(Values::Text(values)) => values.get(row).cloned().flatten(),
            _ => None,
        }
    }

    /// Returns a number; none when unknown.
    pub fn whole(&self, row: usize, column: &str) -> Option<i64> {
        match self.columns.get(column) {
            Some(Values::Whole(values)) => values.get(row).copied().flatten(),
            _ => None,
        }
    }

    /// Returns a yes or no; none where the table has no such column.
    pub fn flag(&self, row: usize, column: &str) -> Option<bool> {
        match self.columns.get(column) {
            Some(Values::Flag(values)) => values.get(row).copied().flatten(),
            _ => None,
        }
    }

    /// Returns an amount; none when unknown.
    pub fn money(&self, row: usize, column: &str) -> Option<Money> {
        self.whole(row, column).map(Money::from_grosze)
    }
}
