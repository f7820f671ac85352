//! The workbook that leaves the office: official sheets alone.
//!
//! A formula stays live when all it refers to stands on the same sheet; anything else becomes its value. The office's
//! own working sheets, notes, links and names never pass through here; cells that name a person are left blank, to be
//! filled in by hand with the signature.

use crate::calc::print::{Layout, Place};
use crate::calc::{Model, Origin};
use crate::grid::{self, Book, Cell, Content, Resolved, Sheet};

/// Returns the book's official sheets, without names of persons, and without limits on input: nothing is typed into
/// what is sent.
pub fn official_only(book: &Book) -> Book {
    let sheets = book
        .sheets
        .iter()
        .filter(|s| s.official)
        .map(|s| {
            let mut sheet = Sheet { validations: Vec::new(), ..s.clone() };
            for at in &s.private {
                if let Some(cell) = sheet.cells.get_mut(at) {
                    cell.content = Content::Blank;
                }
            }
            sheet
        })
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
            layout.homes.claim(id, Place { sheet, row: *row, column: *column });
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
            inside &= layout.homes.get(other).is_some() || model.is_constant(other);
        });
        if !inside {
            return grid::plain(model.value(id));
        }
    }
    book.resolve(model, layout, sheet, at, cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Role;
    use crate::units::Day;

    #[test]
    fn a_cell_that_names_a_person_is_not_sent() {
        let mut sheet = Sheet { official: true, ..Sheet::named("Rozliczenie") };
        sheet.text(0, 0, Role::Label, "Główny księgowy / Skarbnik");
        sheet.text(0, 1, Role::FieldValue, "Jan Wymyślony");
        sheet.private.insert((0, 1));
        let created = Day::new(2026, 1, 10).expect("a day");
        let book = Book { title: String::new(), created, sheets: vec![sheet, Sheet::named("Osoby")] };
        let sent = official_only(&book);
        assert_eq!(sent.sheets.len(), 1);
        let content = |column| sent.sheets[0].cells.get(&(0, column)).map(|c| c.content.clone());
        assert_eq!(content(0), Some(Content::Text("Główny księgowy / Skarbnik".into())));
        assert_eq!(content(1), Some(Content::Blank));
    }
}
