//! Which sheet as found is which sheet as written, and how their rows and columns belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Line as _, Lines, aligned};
use super::shape::{self, Column, Hash};
use super::tokens::{Ref, Token, tokens};
use super::value::{near, same_text};
use crate::intake::book::{ReadBook, ReadSheet, ReadValue};
use crate::trace::{Held, Purpose, Trace, TraceSheet, sheet::NAME};

/// A sheet as written and as found.
#[derive(Clone, Debug)]
pub struct Paired {
    /// Position in the workbook as found.
    pub found: usize,
    /// How rows belong together; none until they were looked at.
    rows: Option<Lines>,
    /// How columns belong together.
    columns: Lines,
}

/// How a workbook as found belongs to its trace.
#[derive(Debug)]
pub struct Maps<'a> {
    /// The trace.
    pub trace: &'a Trace,
    /// The workbook.
    pub book: &'a ReadBook,
    /// By position of the sheet as written.
    pairs: Vec<Option<Paired>>,
    /// Names of sheets as written, without regard to case.
    written: BTreeMap<String, usize>,
    /// Names of sheets as found, to the sheet as written.
    found: BTreeMap<String, usize>,
}

impl<'a> Maps<'a> {
    /// Finds what belongs together.
    pub fn of(trace: &'a Trace, book: &'a ReadBook) -> Self {
        let pairs = paired(trace, book);
        let written = trace.sheets.iter().enumerate().map(|(n, s)| (s.name.to_lowercase(), n)).collect();
        let at = |n: usize| book.sheets.get(n).map(|s| s.name.to_lowercase());
        let found = pairs.iter().enumerate().filter_map(|(n, f)| Some((at((*f)?)?, n))).collect();
        let whole = |found: usize| Paired { found, rows: None, columns: Lines::default() };
        let pairs = pairs.into_iter().map(|found| found.map(whole)).collect();
        let mut maps = Self { trace, book, pairs, written, found };
        maps.lines();
        maps
    }

    /// Sheets that nobody touched first, then the others from the input on: a row of figures is known by the rows of
    /// input it points to. Twice, because steps point to one another.
    fn lines(&mut self) {
        let mut touched = Vec::new();
        for (index, written) in self.trace.sheets.iter().enumerate() {
            let Some(pair) = &mut self.pairs[index] else { continue };
            let found = &self.book.sheets[pair.found];
            let (rows, columns) = extent(written, found);
            pair.columns = Lines::unmoved(columns);
            if untouched(written, found) {
                pair.rows = Some(Lines::unmoved(rows));
            } else {
                touched.push(index);
            }
        }
        touched.sort_by_key(|index| (rank(self.trace.sheets[*index].purpose), *index));
        for index in touched.iter().chain(&touched) {
            let written = &self.trace.sheets[*index];
            let Some(found) = self.pairs[*index].as_ref().map(|pair| &self.book.sheets[pair.found]) else {
                continue;
            };
            let columns = columns(&shape::written_columns(written), &shape::found_columns(found));
            if let (Some(columns), Some(pair)) = (columns, &mut self.pairs[*index]) {
                pair.columns = columns;
            }
            let rows =
                aligned(&shape::written_rows(*index, written, self), &shape::found_rows(*index, found, self));
            if let Some(pair) = &mut self.pairs[*index] {
                pair.rows = Some(rows);
            }
        }
    }

    /// The sheet as found, if it is there.
    pub fn pair(&self, written: usize) -> Option<&Paired> {
        self.pairs.get(written)?.as_ref()
    }

    /// Position as written of the sheet that a reference of a formula as written names.
    pub fn sheet_written(&self, own: usize, r: &Ref) -> Option<usize> {
        r.sheet.as_ref().map_or(Some(own), |name| self.written.get(&name.to_lowercase()).copied())
    }

    /// Position as written of the sheet that a reference of a formula as found names.
    pub fn sheet_found(&self, own: usize, r: &Ref) -> Option<usize> {
        r.sheet.as_ref().map_or(Some(own), |name| self.found.get(&name.to_lowercase()).copied())
    }

    /// The column as written of one as found.
    pub fn column_written(&self, sheet: usize, column: u32) -> Option<u32> {
        self.pair(sheet)?.columns.written(column)
    }

    /// Takes a reference of a formula as written into a signature.
    pub fn hash_written(&self, own: usize, row: u32, r: &Ref, hash: &mut Hash) {
        let sheet = self.sheet_written(own, r);
        let known = sheet.and_then(|s| self.pair(s)).is_some_and(|p| p.rows.is_some());
        hash_reference(hash, own, sheet, row, r, Some(r.left), known.then_some(r.top));
    }

    /// Takes a reference of a formula as found into a signature, as if it stood where it was written.
    pub fn hash_found(&self, own: usize, row: u32, r: &Ref, hash: &mut Hash) {
        let sheet = self.sheet_found(own, r);
        let pair = sheet.and_then(|s| self.pair(s));
        let rows = pair.and_then(|p| p.rows.as_ref());
        let top = rows.map(|rows| rows.written(r.top).unwrap_or(u32::MAX));
        let left = pair.and_then(|p| p.columns.written(r.left));
        hash_reference(hash, own, sheet, row, r, left, top);
    }
}

/// Cells of the own sheet count as `this row` or `another row`, and ranges by their column: rows may have moved.
fn hash_reference(
    hash: &mut Hash,
    own: usize,
    sheet: Option<usize>,
    row: u32,
    r: &Ref,
    left: Option<u32>,
    top: Option<u32>,
) {
    hash.number(sheet.map_or(u64::MAX, |s| s as u64));
    hash.number(left.map_or(u64::MAX, u64::from));
    if !r.single() {
        hash.number(1);
    } else if sheet == Some(own) {
        hash.number(if r.top == row { 2 } else { 3 });
    } else {
        hash.number(top.map_or(4, |top| 5 + u64::from(top)));
    }
}

impl Paired {
    /// How rows belong together.
    pub fn rows(&self) -> &Lines {
        static NONE: std::sync::OnceLock<Lines> = std::sync::OnceLock::new();
        self.rows.as_ref().unwrap_or_else(|| NONE.get_or_init(Lines::default))
    }

    /// How columns belong together.
    pub fn columns(&self) -> &Lines {
        &self.columns
    }
}

fn rank(purpose: Purpose) -> u8 {
    match purpose {
        Purpose::Inputs => 0,
        Purpose::Steps => 1,
        Purpose::Views => 2,
        Purpose::Official => 3,
    }
}

/// Rows and columns that hold something on either side.
fn extent(written: &TraceSheet, found: &ReadSheet) -> (usize, usize) {
    let rows = written.cells.last().map_or(0, |c| c.row + 1);
    let rows = rows.max(found.cells.last_key_value().map_or(0, |((row, _), _)| row + 1));
    let columns = written.cells.iter().map(|c| c.column + 1).max().unwrap_or(0);
    let columns = columns.max(found.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0));
    (rows as usize, columns as usize)
}

/// Does every cell hold what was written, results aside?
fn untouched(written: &TraceSheet, found: &ReadSheet) -> bool {
    written.cells.len() == found.cells.len()
        && written.cells.iter().zip(&found.cells).all(|(cell, (at, read))| {
            (cell.row, cell.column) == *at
                && match (&cell.holds, &read.formula, &read.value) {
                    (Held::Formula(a, _), Some(b), _) => same_words(a, b),
                    (Held::Text(a), None, ReadValue::Text(b)) => same_text(a, b),
                    (Held::Number(a), None, ReadValue::Number(b)) => near(a, b),
                    _ => false,
                }
        })
}

/// Are two formulas the same but for their spelling? Nothing is known yet of rows that moved.
fn same_words(a: &str, b: &str) -> bool {
    let lower = |token: Token| match token {
        Token::Ref(r) => Token::Ref(Ref { sheet: r.sheet.map(|s| s.to_lowercase()), ..r }),
        other => other,
    };
    a == b || tokens(a).into_iter().map(lower).eq(tokens(b).into_iter().map(lower))
}

/// Pairs sheets by name, then by what they hold.
fn paired(trace: &Trace, book: &ReadBook) -> Vec<Option<usize>> {
    let position = |name: &str, exactly: bool| {
        book.sheets.iter().position(|s| {
            if exactly { s.name == name } else { s.name.trim().to_lowercase() == name.trim().to_lowercase() }
        })
    };
    let mut pairs: Vec<Option<usize>> = trace
        .sheets
        .iter()
        .map(|sheet| position(&sheet.name, true).or_else(|| position(&sheet.name, false)))
        .collect();
    let mut taken: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    taken.extend(position(NAME, true));
    for (index, sheet) in trace.sheets.iter().enumerate() {
        if pairs[index].is_some() {
            continue;
        }
        let free = (0..book.sheets.len()).filter(|n| !taken.contains(n));
        let best = free.map(|n| (shared(sheet, &book.sheets[n]), n)).max();
        if let Some((_, n)) = best.filter(|(share, _)| *share >= 50) {
            pairs[index] = Some(n);
            taken.insert(n);
        }
    }
    pairs
}

/// The share of cells as written that are found on a sheet, in percent; a first difference ends nothing.
fn shared(written: &TraceSheet, found: &ReadSheet) -> usize {
    let (a, b) = (shape::written_columns(written), shape::found_columns(found));
    let same: usize = a.iter().zip(&b).map(|(a, b)| a.likeness(b) as usize).sum();
    (same * 100).checked_div(written.cells.len()).unwrap_or(0)
}

/// Columns that belong together where that explains the sheet with fewer differences than cells that stay where they
/// stood; nothing where it does not. A column added or deleted is one difference, whatever it holds.
fn columns(written: &[Column], found: &[Column]) -> Option<Lines> {
    let blank = Column::default();
    let differences = |lines: &Lines| -> usize {
        let pair = |(n, a): (u32, &Column)| {
            let b = lines.found(n).map(|at| found.get(at as usize).unwrap_or(&blank));
            b.map_or(usize::from(!a.0.is_empty()), |b| a.unlike(b))
        };
        (0u32..).zip(written).map(pair).sum::<usize>() + lines.added().len()
    };
    let lines = aligned(written, found);
    if lines.added().is_empty() && lines.deleted().is_empty() {
        return None;
    }
    let most = written.len().max(found.len());
    let beyond: usize = found.iter().skip(written.len()).map(|column| column.0.len()).sum();
    let as_they_stand = differences(&Lines::unmoved(most)) + beyond;
    (differences(&lines) < as_they_stand).then_some(lines)
}

impl Maps<'_> {
    /// Where a cell as written is found: sheet, row, column.
    pub fn found_at(&self, (sheet, row, column): (usize, u32, u32)) -> Option<(usize, u32, u32)> {
        let pair = self.pair(sheet)?;
        Some((pair.found, pair.rows().found(row)?, pair.columns.found(column)?))
    }

    /// Does everything stand where it stood, under the names it had?
    pub fn in_place(&self) -> bool {
        let same = |(pair, sheet): (&Option<Paired>, &TraceSheet)| {
            pair.as_ref().is_some_and(|pair| {
                pair.rows().is_unmoved()
                    && pair.columns.is_unmoved()
                    && self.book.sheets.get(pair.found).is_some_and(|found| found.name == sheet.name)
            })
        };
        self.pairs.iter().zip(&self.trace.sheets).all(same)
    }
}

impl Maps<'_> {
    /// What a cell as found was: sheet, row, column as written.
    pub fn written_at(&self, (sheet, row, column): (usize, u32, u32)) -> Option<(usize, u32, u32)> {
        let name = &self.book.sheets.get(sheet)?.name;
        let written = *self.found.get(&name.to_lowercase())?;
        let pair = self.pair(written)?;
        Some((written, pair.rows().written(row)?, pair.columns.written(column)?))
    }
}
