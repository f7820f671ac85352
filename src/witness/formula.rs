//! Formulas of a sheet, parsed by the engine once for each shape.
//!
//! Thousands of formulas of a workbook differ in nothing but the cells they name. The engine's parser reads the first of
//! a shape; the others are copies of what it made of it, with their own cells put in, in the order in which they stand.
//! Whether the cells are where this module believes them to be is proved on every first one: its copy with its own cells
//! must be what the parser made. What the program never writes (names, arrays, whole columns) is refused.

use std::collections::BTreeMap;
use std::slice::Iter;
use std::sync::Arc;

use ironcalc::base::expressions::parser::static_analysis::{StaticResult, add_implicit_intersection};
use ironcalc::base::expressions::parser::{Node, Parser};
use ironcalc::base::expressions::types::CellReferenceRC;

use crate::source::{Address, leading_address};

/// Stands for a cell in a shape; no text of a workbook can hold it.
const CELL: char = '\u{1}';

/// A place, row and column from one, as the engine counts.
type At = (i32, i32);

/// The formulas of a sheet.
pub struct Formulas<'a, 'p> {
    parser: &'a mut Parser<'p>,
    sheet: &'a str,
    shapes: BTreeMap<String, Node>,
    shape: String,
    cells: Vec<Address>,
    parsed: Vec<(Arc<Node>, StaticResult)>,
}

impl<'a, 'p> Formulas<'a, 'p> {
    /// Begins a sheet.
    pub fn of(parser: &'a mut Parser<'p>, sheet: &'a str) -> Self {
        let (shapes, shape, cells, parsed) = Default::default();
        Self { parser, sheet, shapes, shape, cells, parsed }
    }

    /// Takes the formula of a cell; returns its number on the sheet.
    pub fn add(&mut self, text: &str, at: At) -> Result<i32, String> {
        let node = self.node(text, at).ok_or_else(|| format!("{}: ={text}", self.sheet))?;
        let number = i32::try_from(self.parsed.len()).map_err(|e| e.to_string())?;
        // Asked for by the engine only where a user types a formula in.
        self.parsed.push((Arc::new(node), StaticResult::Scalar));
        Ok(number)
    }

    /// What the engine's parser makes of the formulas, by number.
    pub fn parsed(self) -> Vec<(Arc<Node>, StaticResult)> {
        self.parsed
    }

    fn node(&mut self, text: &str, at: At) -> Option<Node> {
        split(text, &mut self.shape, &mut self.cells)?;
        let first = match self.shapes.get(&self.shape) {
            Some(first) => first,
            None => {
                let context = CellReferenceRC { sheet: self.sheet.to_owned(), row: at.0, column: at.1 };
                let first = self.parser.parse(text, &context);
                if placed(&first, at, &self.cells)? != first {
                    return None;
                }
                self.shapes.entry(self.shape.clone()).or_insert(first)
            }
        };
        let mut node = placed(first, at, &self.cells)?;
        // As the engine's import does: a formula of a file is one from before arrays that spill.
        add_implicit_intersection(&mut node, true);
        Some(node)
    }
}

/// Splits a formula into its shape and the cells it names.
fn split(formula: &str, shape: &mut String, cells: &mut Vec<Address>) -> Option<()> {
    shape.clear();
    cells.clear();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            CELL => return None,
            // A doubled quote simply begins the next such text.
            '"' | '\'' => rest[1..].find(first)? + 2,
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        // A name before an exclamation mark is a sheet, before a bracket a function.
        let cell =
            if is_word(first) && !after.starts_with(['!', '(']) { leading_address(piece) } else { None };
        match cell {
            Some((cell, "")) => {
                shape.push_str(if cell.fixed_column { "$" } else { "" });
                shape.push(CELL);
                shape.push_str(if cell.fixed_row { "$" } else { "" });
                cells.push(cell);
            }
            _ => shape.push_str(piece),
        }
        rest = after;
    }
    Some(())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '\\')
}

/// A copy of a parsed formula with other cells in it, as it stands at a place.
fn placed(node: &Node, at: At, cells: &[Address]) -> Option<Node> {
    let (mut node, mut cells) = (node.clone(), cells.iter());
    place(&mut node, at, &mut cells)?;
    cells.next().is_none().then_some(node)
}

fn place(node: &mut Node, at: At, cells: &mut Iter<'_, Address>) -> Option<()> {
    match node {
        Node::ReferenceKind { absolute_row, absolute_column, row, column, .. } => {
            (*row, *column) = seen(cells.next()?, at, (*absolute_row, *absolute_column))?;
        }
        Node::RangeKind {
            absolute_row1,
            absolute_column1,
            row1,
            column1,
            absolute_row2,
            absolute_column2,
            row2,
            column2,
            ..
        } => {
            let (from, to) = (cells.next()?, cells.next()?);
            // The parser turns a range round that is written from its end.
            if from.row > to.row || from.column > to.column {
                return None;
            }
            (*row1, *column1) = seen(from, at, (*absolute_row1, *absolute_column1))?;
            (*row2, *column2) = seen(to, at, (*absolute_row2, *absolute_column2))?;
        }
        Node::OpConcatenateKind { left, right }
        | Node::OpSumKind { left, right, .. }
        | Node::OpProductKind { left, right, .. }
        | Node::OpPowerKind { left, right }
        | Node::CompareKind { left, right, .. } => {
            place(left, at, cells)?;
            place(right, at, cells)?;
        }
        Node::UnaryKind { right, .. } => place(right, at, cells)?,
        Node::FunctionKind { args, .. } | Node::NamedFunctionKind { args, .. } => {
            args.iter_mut().try_for_each(|part| place(part, at, cells))?;
        }
        Node::BooleanKind(_)
        | Node::NumberKind(_)
        | Node::StringKind(_)
        | Node::ErrorKind(_)
        | Node::EmptyArgKind => {}
        // A sheet that is not there, a name, an array, a formula that does not parse.
        _ => return None,
    }
    Some(())
}

/// A cell as the engine holds it: from the formula's own place, unless a dollar sign fixes it.
fn seen(cell: &Address, at: At, fixed: (bool, bool)) -> Option<At> {
    let from = |place: u32, fixed: bool, at: i32| {
        let place = i32::try_from(place).ok()? + 1;
        Some(if fixed { place } else { place - at })
    };
    Some((from(cell.row, fixed.0, at.0)?, from(cell.column, fixed.1, at.1)?))
}

#[cfg(test)]
mod tests;
