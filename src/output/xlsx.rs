//! A book of resolved cells as an Excel workbook. The one door to rust_xlsxwriter.
//!
//! Texts are written as texts, never guessed at. Every formula carries its result, so that a reader that does not
//! recalculate shows the settled figures; Excel recalculates when it opens the file. The same book gives the same
//! bytes. Nothing here knows the programme.

mod charts;
mod height;
mod look;
mod page;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Formula, Url, Workbook, Worksheet, XlsxError};

use height::Heights;
use look::{Key, Looks, Stretch, Stretches};
use page::properties;
pub use text::as_written;
pub(super) use text::reads_as_other_than_text;
use text::{cleaned_text, longest_quoted};

use super::{LiveFormula, OutputError, Prepared, number};
use crate::calc::print::Place;
use crate::calc::{Format, Value};
use crate::grid::{Book, Cell, Content, Resolved, Role, Sheet};
use crate::source::a1;
use crate::units::Exact;

/// Longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Longest formula.
const LONGEST_FORMULA: usize = 8_192;
/// Longest text quoted inside a formula.
const LONGEST_QUOTED: usize = 255;
/// Links of a sheet that Excel takes.
const MOST_LINKS: usize = 65_530;
/// From so many columns on, letters are smaller.
const WIDE: u32 = 14;

/// What a cell holds, asked once for each.
pub(super) type Resolver<'a> = dyn Fn(usize, (u32, u32), &Cell) -> Resolved + 'a;

/// Where a click on a cell leads, asked once for each.
pub(super) type Linker<'a> = dyn Fn(usize, (u32, u32), &Cell) -> Option<Place> + 'a;

/// No cell leads anywhere.
pub(super) fn no_links(_: usize, _: (u32, u32), _: &Cell) -> Option<Place> {
    None
}

/// Writes the book into memory.
pub(super) fn render(
    book: &Book,
    resolve: &Resolver<'_>,
    link: &Linker<'_>,
) -> Result<Prepared, OutputError> {
    check_names(book)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book));
    let mut looks = Looks::default();
    let names = book.sheets.iter().map(|s| s.name.clone()).collect();
    let mut prepared = Prepared { bytes: Vec::new(), sheets: names, cells: 0, formulas: Vec::new() };
    for (index, sheet) in book.sheets.iter().enumerate() {
        let mut writer = Writer {
            index,
            sheet,
            out: workbook.add_worksheet(),
            looks: &mut looks,
            merged: sheet.merges.iter().map(|(r1, c1, r2, c2)| ((*r1, *c1), (*r2, *c2))).collect(),
            heights: Heights::default(),
            stretches: Stretches::default(),
            wide: sheet.extent().1 >= WIDE,
            cells: 0,
            links: 0,
            formulas: &mut prepared.formulas,
        };
        writer.page().and_then(|()| writer.shape()).map_err(|e| layout_fault(sheet, &e))?;
        for (at, cell) in &sheet.cells {
            let content = as_written(resolve(index, *at, cell));
            // Only computed numbers: a program may turn a text with a link into another kind of text.
            if let Resolved::Formula(_, Value::Number(_)) = content
                && let Some(target) = link(index, *at, cell)
            {
                writer.link(*at, &book.sheets[target.sheet].name, target)?;
            }
            writer.cell(*at, cell, content)?;
        }
        writer.dress().and_then(|()| writer.grow()).map_err(|e| layout_fault(sheet, &e))?;
        charts::insert(sheet, writer.out)?;
        prepared.cells += writer.cells;
    }
    prepared.bytes = workbook
        .save_to_buffer()
        .map_err(|e| OutputError::Layout { sheet: book.title.clone(), reason: e.to_string() })?;
    Ok(prepared)
}

struct Writer<'a> {
    index: usize,
    sheet: &'a Sheet,
    out: &'a mut Worksheet,
    looks: &'a mut Looks,
    merged: BTreeMap<(u32, u32), (u32, u32)>,
    heights: Heights,
    stretches: Stretches,
    wide: bool,
    cells: usize,
    links: usize,
    formulas: &'a mut Vec<LiveFormula>,
}

impl Writer<'_> {
    fn key(&self, at: (u32, u32), cell: &Cell) -> Key {
        Key {
            role: cell.role,
            format: cell.format,
            formula: false,
            whole_percent: false,
            merged: self.merged.contains_key(&at),
            wide: self.wide,
        }
    }

    fn cell(&mut self, at: (u32, u32), cell: &Cell, content: Resolved) -> Result<(), OutputError> {
        let (row, col) = (at.0, column(at.1).map_err(|e| layout_fault(self.sheet, &e))?);
        let mut key = self.key(at, cell);
        if content != Resolved::Blank {
            self.cells += 1;
        }
        let written = match content {
            Resolved::Blank if cell.role == Role::Plain => return Ok(()),
            Resolved::Blank if self.later(row, col, key) => return Ok(()),
            Resolved::Blank => self.out.write_blank(row, col, self.looks.get(key)),
            Resolved::Text(text) => {
                self.fitting(at, &text)?;
                self.note_height(at, key, &text);
                if self.later(row, col, key) {
                    self.out.write_string(row, col, text)
                } else {
                    self.out.write_string_with_format(row, col, text, self.looks.get(key))
                }
            }
            Resolved::Number(n) => {
                let binary = number::to_binary(&n).ok_or_else(|| self.too_large(at))?;
                key.whole_percent = whole_percent(cell.format, &n);
                if self.later(row, col, key) {
                    self.out.write_number(row, col, binary)
                } else {
                    self.out.write_number_with_format(row, col, binary, self.looks.get(key))
                }
            }
            Resolved::Formula(formula, result) => {
                key.formula = true;
                if formula.len() > LONGEST_FORMULA && formula.chars().count() > LONGEST_FORMULA
                    || longest_quoted(&formula) > LONGEST_QUOTED
                {
                    return Err(OutputError::FormulaTooLong {
                        sheet: self.sheet.name.clone(),
                        cell: a1(at.0, at.1),
                    });
                }
                let (stored, result) = match result {
                    Value::Blank => (String::new(), Value::Blank),
                    Value::Text(text) => {
                        self.note_height(at, key, &text);
                        self.fitting(at, &text)?;
                        (text.clone(), Value::Text(text))
                    }
                    Value::Number(n) => {
                        key.whole_percent = whole_percent(cell.format, &n);
                        let binary = number::to_binary(&n).ok_or_else(|| self.too_large(at))?;
                        (number::shortest(binary), Value::Number(n))
                    }
                };
                let text = cleaned_text(formula);
                let written = Formula::new(&text).set_result(stored);
                let step = match cell.content {
                    Content::Node(id) => Some(id),
                    _ => None,
                };
                let (sheet, format) = (self.index, cell.format);
                self.formulas.push(LiveFormula { sheet, at, text, result, format, step });
                if self.later(row, col, key) {
                    self.out.write_formula(row, col, written)
                } else {
                    self.out.write_formula_with_format(row, col, written, self.looks.get(key))
                }
            }
        };
        written.map(drop).map_err(|e| layout_fault(self.sheet, &e))
    }

    /// Leaves the look of a cell for [`Self::dress`]. Not a look that no cell had before: the file numbers looks in the
    /// order in which they come.
    fn later(&mut self, row: u32, col: u16, key: Key) -> bool {
        let known = self.looks.knows(key);
        if known {
            self.stretches.note(row, col, key);
        }
        known
    }

    /// Gives the cells that were written bare their looks.
    fn dress(&mut self) -> Result<(), XlsxError> {
        for Stretch { key, columns, rows } in std::mem::take(&mut self.stretches).all() {
            self.out.set_range_format(rows.0, columns.0, rows.1, columns.1, self.looks.get(key))?;
        }
        Ok(())
    }

    /// Ties a cell to another one. The writer takes links for texts: it is written as one, and what the cell holds is
    /// written over it with the look it has.
    fn link(&mut self, at: (u32, u32), sheet: &str, target: Place) -> Result<(), OutputError> {
        if self.links >= MOST_LINKS {
            return Ok(());
        }
        self.links += 1;
        let place = format!("internal:'{}'!{}", sheet.replace('\'', "''"), a1(target.row, target.column));
        let col = column(at.1).map_err(|e| layout_fault(self.sheet, &e))?;
        // What would show the target again is left out: the cell shows its own number.
        let url = Url::new(place).set_text(" ");
        let written = self.out.write_url_with_format(at.0, col, url, self.looks.get(Key::plain()));
        written.map(drop).map_err(|e| layout_fault(self.sheet, &e))
    }

    /// A cell that spans rows has room below; one that does not wrap needs no more than its line.
    fn note_height(&mut self, at: (u32, u32), key: Key, text: &str) {
        let last = self.merged.get(&at).copied().unwrap_or(at);
        if key.wraps() && last.0 == at.0 {
            self.heights.note(self.sheet, at, last.1, key.role, text);
        }
    }

    fn grow(&mut self) -> Result<(), XlsxError> {
        for (row, height) in self.heights.rows() {
            self.out.set_row_height(row, f64::from(height))?;
        }
        Ok(())
    }

    fn fitting(&self, at: (u32, u32), text: &str) -> Result<(), OutputError> {
        if text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT {
            return Err(OutputError::TextTooLong { sheet: self.sheet.name.clone(), cell: a1(at.0, at.1) });
        }
        Ok(())
    }

    fn too_large(&self, at: (u32, u32)) -> OutputError {
        OutputError::NumberTooLarge { sheet: self.sheet.name.clone(), cell: a1(at.0, at.1) }
    }
}

fn column(at: u32) -> Result<u16, XlsxError> {
    u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}

fn layout_fault(sheet: &Sheet, error: &XlsxError) -> OutputError {
    OutputError::Layout { sheet: sheet.name.clone(), reason: error.to_string() }
}

fn whole_percent(format: Format, n: &Exact) -> bool {
    format == Format::Percent && (n * &Exact::whole(100)).is_whole()
}

/// Names are compared as Excel does, without regard to case.
fn check_names(book: &Book) -> Result<(), OutputError> {
    let mut seen = BTreeSet::new();
    for sheet in &book.sheets {
        let name = sheet.name.as_str();
        let bad = name.is_empty()
            || name.encode_utf16().count() > 31
            || name.contains(['[', ']', ':', '*', '?', '/', '\\'])
            || name.chars().any(char::is_control)
            || name.starts_with('\'')
            || name.ends_with('\'')
            || name.eq_ignore_ascii_case("history")
            || !seen.insert(name.to_lowercase());
        if bad {
            return Err(OutputError::SheetName { sheet: sheet.name.clone() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
