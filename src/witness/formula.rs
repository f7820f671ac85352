//! Formulas of a sheet, parsed by the engine once for each shape.
//!
//! Thousands of formulas of a workbook differ in nothing but the cells they name. The engine's parser reads the first of
//! a shape; the others are copies of what it made of it, with their own cells put in, in the order in which they stand.
//! Whether the cells are where this module believes them to be is proved on every first one: its copy with its own cells
//! must be what the parser made. What the program never writes (names, arrays, whole columns) is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use ironcalc::base::expressions::parser::static_analysis::{StaticResult, add_implicit_intersection};
use ironcalc::base::expressions::parser::{Node, Parser};
use ironcalc::base::expressions::types::CellReferenceRC;

use crate::source::{Address, leading_address};

/// Stands for a cell in a shape; no text of a workbook can hold it.
const CELL: char = '\u{1}';

/// A place: row and column from one, as the engine counts, or from the formula's own cell.
type At = (i32, i32);

/// The formulas of a sheet.
pub struct Formulas<'a, 'p> {
    parser: &'a mut Parser<'p>,
    sheet: &'a str,
    shapes: BTreeMap<String, Shape>,
    text: String,
    cells: Cells,
    parsed: Vec<(Arc<Node>, StaticResult)>,
}

/// What formulas of one shape have in common.
struct Shape {
    node: Node,
    /// Whether a range is one cell or many decides how the engine reads it.
    ranged: bool,
    /// Numbers of the formulas by the places they name from their own cell: many are the very same.
    copies: BTreeMap<Vec<At>, i32>,
}

/// The cells that a formula names, in the order in which they stand: as addresses, and as the engine holds them.
#[derive(Default)]
struct Cells {
    addresses: Vec<Address>,
    places: Vec<At>,
}

impl<'a, 'p> Formulas<'a, 'p> {
    /// Begins a sheet.
    pub fn of(parser: &'a mut Parser<'p>, sheet: &'a str) -> Self {
        let (shapes, text, cells, parsed) = Default::default();
        Self { parser, sheet, shapes, text, cells, parsed }
    }

    /// Takes the formula of a cell; returns its number on the sheet.
    pub fn add(&mut self, text: &str, at: At) -> Result<i32, String> {
        self.number(text, at).ok_or_else(|| format!("{}: ={text}", self.sheet))
    }

    /// What the engine's parser makes of the formulas, by number.
    pub fn parsed(self) -> Vec<(Arc<Node>, StaticResult)> {
        self.parsed
    }

    fn number(&mut self, text: &str, at: At) -> Option<i32> {
        split(text, &mut self.text, &mut self.cells.addresses)?;
        self.cells.place_from(at)?;
        let shape = if let Some(shape) = self.shapes.get_mut(&self.text) {
            shape
        } else {
            let context = CellReferenceRC { sheet: self.sheet.to_owned(), row: at.0, column: at.1 };
            let mut node = self.parser.parse(text, &context);
            if self.cells.put_into(&node)? != node {
                return None;
            }
            let ranged = self.text.contains(':');
            if !ranged {
                intersected(&mut node);
            }
            self.shapes.entry(self.text.clone()).or_insert(Shape { node, ranged, copies: BTreeMap::new() })
        };
        if let Some(number) = shape.copies.get(&self.cells.places) {
            return Some(*number);
        }
        let mut node = self.cells.put_into(&shape.node)?;
        if shape.ranged {
            intersected(&mut node);
        }
        let number = i32::try_from(self.parsed.len()).ok()?;
        shape.copies.insert(self.cells.places.clone(), number);
        // Asked for by the engine only where a user types a formula in.
        self.parsed.push((Arc::new(node), StaticResult::Scalar));
        Some(number)
    }
}

/// As the engine's import does: a formula of a file is one from before arrays that spill.
fn intersected(node: &mut Node) {
    add_implicit_intersection(node, true);
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
        let word = is_word(first) && !after.starts_with(['!', '(']);
        // Whether `A01` is a cell is for the parser to say: nobody writes it.
        let padded = || piece.bytes().find(u8::is_ascii_digit) == Some(b'0');
        let cell = if word { leading_address(piece).filter(|_| !padded()) } else { None };
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

impl Cells {
    /// Says where the cells are as the engine does: from the formula's own place, unless a dollar sign fixes them.
    fn place_from(&mut self, at: At) -> Option<()> {
        let from = |place: u32, fixed: bool, at: i32| {
            let place = i32::try_from(place).ok()? + 1;
            Some(if fixed { place } else { place - at })
        };
        self.places.clear();
        for cell in &self.addresses {
            let place = (from(cell.row, cell.fixed_row, at.0)?, from(cell.column, cell.fixed_column, at.1)?);
            self.places.push(place);
        }
        Some(())
    }

    /// A copy of a parsed formula with these cells in it.
    fn put_into(&self, node: &Node) -> Option<Node> {
        let (mut node, mut cells) = (node.clone(), self.addresses.iter().zip(&self.places));
        put(&mut node, &mut cells)?;
        cells.next().is_none().then_some(node)
    }
}

fn put<'a>(node: &mut Node, cells: &mut impl Iterator<Item = (&'a Address, &'a At)>) -> Option<()> {
    match node {
        Node::ReferenceKind { row, column, .. } => {
            (*row, *column) = *cells.next()?.1;
        }
        Node::RangeKind { row1, column1, row2, column2, .. } => {
            let ((first, from), (last, to)) = (cells.next()?, cells.next()?);
            // The parser turns a range round that is written from its end.
            if first.row > last.row || first.column > last.column {
                return None;
            }
            ((*row1, *column1), (*row2, *column2)) = (*from, *to);
        }
        Node::OpConcatenateKind { left, right }
        | Node::OpSumKind { left, right, .. }
        | Node::OpProductKind { left, right, .. }
        | Node::OpPowerKind { left, right }
        | Node::CompareKind { left, right, .. } => {
            put(left, cells)?;
            put(right, cells)?;
        }
        Node::UnaryKind { right, .. } => put(right, cells)?,
        Node::ImplicitIntersection { child, .. } => put(child, cells)?,
        Node::FunctionKind { args, .. } | Node::NamedFunctionKind { args, .. } => {
            args.iter_mut().try_for_each(|part| put(part, cells))?;
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

#[cfg(test)]
mod tests;
