//! The workbook that leaves the office: official sheets alone.
//!
//! A formula stays live when all it refers to stands on the same sheet; anything else becomes its value. The office's
//! own working sheets, notes, links and names never pass through here.

use crate::calc::print::{Layout, Place};
use crate::calc::{Model, Origin, Value};
use crate::grid::{Book, Cell, Content, Resolved, Sheet};

/// Returns the book's official sheets, without limits on input: nothing is typed into what is sent.
pub fn official_only(book: &Book) -> Book {
    let sheets = book
        .sheets
        .iter()
        .filter(|s| s.official)
        .map(|s| Sheet { validations: Vec::new(), ..s.clone() })
        .collect();
    Book { title: book.title.clone(), created: book.created, sheets }
}

/// Returns where nodes stand on one sheet, as if it were the only one.
pub fn own_layout(book: &Book, model: &Model, sheet: usize) -> Layout {
    let mut layout =
        Layout { sheets: book.sheets.iter().map(|s| s.name.clone()).collect(), ..Layout::default() };
    let cells = book.sheets.get(sheet).map(|s| s.cells.iter()).into_iter().flatten();
    for ((row, column), cell) in cells {
        if let Content::Node(id) = cell.content
            && !model.is_constant(id)
        {
            layout.homes.entry(id).or_insert(Place { sheet, row: *row, column: *column });
        }
    }
    layout
}

/// Resolves a cell against its own sheet.
pub fn resolve(
    book: &Book,
    model: &Model,
    layout: &Layout,
    sheet: usize,
    at: (u32, u32),
    cell: &Cell,
) -> Resolved {
    if let Content::Node(id) = cell.content
        && let Origin::Formula(expr) = &model.node(id).origin
    {
        let mut inside = true;
        expr.refs(&mut |other| {
            inside &= layout.homes.contains_key(&other) || model.is_constant(other);
        });
        if !inside {
            return match model.value(id) {
                Value::Blank => Resolved::Blank,
                Value::Text(text) => Resolved::Text(text.clone()),
                Value::Number(n) => Resolved::Number(n.clone()),
            };
        }
    }
    book.resolve(model, layout, sheet, at, cell)
}
