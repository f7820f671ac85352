//! What of a line of cells stays the same when a workbook is recalculated: texts, numbers, and formulas without the
//! cells they point to. Lines are recognised by it.

use std::collections::BTreeMap;

use super::align::Line;
use super::sheets::Maps;
use super::tokens::{Ref, Token, tokens};
use crate::intake::book::{ReadCell, ReadSheet, ReadValue};
use crate::trace::{Held, TraceSheet};
use crate::units::Exact;

/// A line of cells.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Position across, kind, what it is.
    cells: Vec<(u32, u8, u64)>,
}

impl Line for Shape {
    fn signature(&self) -> Option<u64> {
        let mut hash = Hash::default();
        for (at, _, what) in &self.cells {
            hash.number(u64::from(*at));
            hash.number(*what);
        }
        (!self.cells.is_empty()).then_some(hash.0)
    }

    fn likeness(&self, other: &Self) -> u32 {
        if self.cells.is_empty() || other.cells.is_empty() {
            return u32::from(self.cells.is_empty() && other.cells.is_empty());
        }
        let (mut same, mut kin) = (0u32, 0u32);
        for (at, kind, what) in &self.cells {
            let Ok(index) = other.cells.binary_search_by_key(at, |cell| cell.0) else { continue };
            same += u32::from(other.cells[index].2 == *what);
            kin += u32::from(other.cells[index].1 == *kind);
        }
        let most = u32::try_from(self.cells.len().max(other.cells.len())).unwrap_or(u32::MAX);
        if same == 0 && kin * 2 < most { 0 } else { 4 * same + kin }
    }
}

/// The rows of a sheet as written.
pub fn written_rows(index: usize, sheet: &TraceSheet, maps: &Maps<'_>) -> Vec<Shape> {
    let count = sheet.cells.last().map_or(0, |cell| cell.row as usize + 1);
    let mut rows = vec![Shape::default(); count];
    for cell in &sheet.cells {
        let (kind, what) = held(&cell.holds, |hash, r| maps.hash_written(index, cell.row, r, hash));
        rows[cell.row as usize].cells.push((cell.column, kind, what));
    }
    rows
}

/// The rows of a sheet as found, columns and references as they were written.
pub fn found_rows(index: usize, sheet: &ReadSheet, maps: &Maps<'_>) -> Vec<Shape> {
    let count = sheet.cells.last_key_value().map_or(0, |((row, _), _)| *row as usize + 1);
    let mut rows = vec![Shape::default(); count];
    for ((row, column), cell) in &sheet.cells {
        // A column that was added is no part of any row as written.
        let Some(column) = maps.column_written(index, *column) else { continue };
        let (kind, what) = read(cell, |hash, r| maps.hash_found(index, *row, r, hash));
        rows[*row as usize].cells.push((column, kind, what));
    }
    for row in &mut rows {
        row.cells.sort_unstable();
    }
    rows
}

/// What stands in each column as written, whatever the row.
pub fn written_columns(sheet: &TraceSheet) -> Vec<Column> {
    columns(sheet.cells.iter().map(|cell| (cell.column, held(&cell.holds, |_, _| {}).1)))
}

/// What stands in each column as found.
pub fn found_columns(sheet: &ReadSheet) -> Vec<Column> {
    columns(sheet.cells.iter().map(|((_, column), cell)| (*column, read(cell, |_, _| {}).1)))
}

fn columns(cells: impl Iterator<Item = (u32, u64)>) -> Vec<Column> {
    let mut all: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
    cells.for_each(|(column, what)| all.entry(column).or_default().push(what));
    let count = all.last_key_value().map_or(0, |(column, _)| *column + 1);
    let mut columns: Vec<Column> = Vec::new();
    for n in 0..count {
        let mut cells = all.remove(&n).unwrap_or_default();
        cells.sort_unstable();
        columns.push(Column(cells));
    }
    columns
}

/// A column: what its cells are, in order of the hash.
#[derive(Clone, Debug, Default)]
pub struct Column(pub Vec<u64>);

impl Column {
    /// Cells that one has and the other has not; a changed cell is one.
    pub fn unlike(&self, other: &Self) -> usize {
        self.0.len().max(other.0.len()) - self.same(other)
    }

    /// How many cells both have.
    fn same(&self, other: &Self) -> usize {
        let (mut i, mut j, mut same) = (0, 0, 0usize);
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => (i, j, same) = (i + 1, j + 1, same + 1),
            }
        }
        same
    }
}

impl Line for Column {
    fn signature(&self) -> Option<u64> {
        let mut hash = Hash::default();
        self.0.iter().for_each(|what| hash.number(*what));
        (!self.0.is_empty()).then_some(hash.0)
    }

    /// How many cells both have; columns that share less than a third are strangers.
    fn likeness(&self, other: &Self) -> u32 {
        if self.0.is_empty() || other.0.is_empty() {
            return u32::from(self.0.is_empty() && other.0.is_empty());
        }
        let same = self.same(other);
        let stranger = same * 3 < self.0.len().max(other.0.len());
        if stranger { 0 } else { u32::try_from(same).unwrap_or(u32::MAX) }
    }
}

const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const FORMULA: u8 = 3;
const OTHER: u8 = 4;

fn held(held: &Held, mut reference: impl FnMut(&mut Hash, &Ref)) -> (u8, u64) {
    match held {
        Held::Text(text) => (TEXT, of_text(text)),
        Held::Number(n) => (NUMBER, of_number(n)),
        Held::Formula(formula, _) => (FORMULA, of_formula(formula, &mut reference)),
    }
}

fn read(cell: &ReadCell, mut reference: impl FnMut(&mut Hash, &Ref)) -> (u8, u64) {
    match (&cell.formula, &cell.value) {
        (Some(formula), _) => (FORMULA, of_formula(formula, &mut reference)),
        (None, ReadValue::Text(text)) => (TEXT, of_text(text)),
        (None, ReadValue::Number(n)) => (NUMBER, of_number(n)),
        (None, ReadValue::Bool(b)) => (OTHER, u64::from(*b)),
        (None, ReadValue::Error(_) | ReadValue::Blank) => (OTHER, 7),
    }
}

fn of_text(text: &str) -> u64 {
    let mut hash = Hash::default();
    hash.text(text);
    hash.0
}

fn of_number(n: &Exact) -> u64 {
    let mut hash = Hash::default();
    hash.text(&n.to_short(6));
    hash.0
}

fn of_formula(formula: &str, reference: &mut impl FnMut(&mut Hash, &Ref)) -> u64 {
    let mut hash = Hash::default();
    for token in tokens(formula) {
        match token {
            Token::Ref(r) => {
                hash.text("A1");
                reference(&mut hash, &r);
            }
            Token::Gone => hash.text("A1"),
            Token::Number(n) => hash.text(&n.to_short(12)),
            Token::Text(text) => hash.text(&text),
            Token::Name(name) => hash.text(&name),
            Token::Sign(sign) => hash.text(sign),
            Token::Other(other) => hash.number(u64::from(u32::from(other))),
        }
    }
    hash.0
}

/// A running hash (FNV-1a). Not for secrets: two lines taken for one are still compared cell by cell.
#[derive(Clone, Copy, Debug)]
pub struct Hash(pub u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Takes in a text.
    pub fn text(&mut self, text: &str) {
        text.bytes().for_each(|b| self.byte(b));
        self.byte(0xff);
    }

    /// Takes in a number.
    pub fn number(&mut self, n: u64) {
        n.to_le_bytes().into_iter().for_each(|b| self.byte(b));
    }

    fn byte(&mut self, b: u8) {
        self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
    }
}
