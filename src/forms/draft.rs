//! `PROJEKT` on a sheet itself: the printed header is not seen on the screen.
//!
//! No cell of the sheet moves: the mark stands in a free place near the top.

use crate::grid::{Role, Sheet};

/// The mark.
pub const MARK: &str = "PROJEKT";

/// Rows among which a free one is looked for: those of the heading. Further down a mark would part two tables.
const TOP: u32 = 4;

/// Marks a sheet as a draft, in the printed header and in a cell.
pub fn mark(sheet: &mut Sheet) {
    sheet.draft = true;
    let (row, column) = place(sheet);
    sheet.text(row, column, Role::Draft, MARK);
}

/// The first free cell of the title's row where a title leaves the first column; else a free row near the top; else
/// the last cell under the title, which it lends; else the cell right of everything.
fn place(sheet: &mut Sheet) -> (u32, u32) {
    let taken = |sheet: &Sheet, row: u32, column: u32| {
        let covers = |m: &&(u32, u32, u32, u32)| (m.0..=m.2).contains(&row) && (m.1..=m.3).contains(&column);
        sheet.cells.contains_key(&(row, column)) || sheet.merges.iter().any(|m| covers(&m))
    };
    if !taken(sheet, 0, 0) {
        return (0, 0);
    }
    let (last_row, last_column) = sheet.extent();
    let free = |row: &u32| (0..=last_column).all(|column| !taken(sheet, *row, column));
    if let Some(row) = (0..TOP.min(last_row)).find(free) {
        return (row, 0);
    }
    let Some(title) = sheet.merges.iter_mut().find(|m| m.0 == 0 && m.2 == 0 && m.1 == 0 && m.3 > 1) else {
        return (0, last_column + 1);
    };
    let lent = (0, title.3);
    title.3 -= 1;
    lent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Content;

    fn marked(mut sheet: Sheet) -> (Sheet, (u32, u32)) {
        let before = sheet.clone();
        mark(&mut sheet);
        let is_mark = |c: &crate::grid::Cell| c.content == Content::Text(MARK.to_owned());
        let at = *sheet.cells.iter().find(|(_, c)| is_mark(c) && c.role == Role::Draft).expect("a mark").0;
        for (place, cell) in before.cells {
            assert!(place == at || sheet.cells[&place] == cell, "{place:?} moved");
        }
        let inside = |m: &&(u32, u32, u32, u32)| (m.0..=m.2).contains(&at.0) && (m.1..=m.3).contains(&at.1);
        assert!(sheet.draft && !sheet.merges.iter().any(|m| inside(&m)), "{at:?} is merged away");
        (sheet, at)
    }

    fn titled() -> Sheet {
        let mut sheet = Sheet::named("Formularz");
        sheet.text(0, 0, Role::Title, "Rozliczenie");
        sheet.merge((0, 0, 0, 4));
        sheet.text(1, 0, Role::Subtitle, "za rok");
        sheet
    }

    #[test]
    fn a_form_carries_the_mark_in_its_free_row() {
        let mut sheet = titled();
        sheet.text(3, 0, Role::Label, "Gmina");
        assert_eq!(marked(sheet).1, (2, 0));
    }

    #[test]
    fn a_sheet_without_a_free_row_carries_it_at_the_end_of_its_title() {
        let mut sheet = titled();
        sheet.text(2, 0, Role::Heading, "Lp.");
        let (sheet, at) = marked(sheet);
        assert_eq!((at, sheet.merges[0]), ((0, 4), (0, 0, 0, 3)));
    }

    #[test]
    fn a_title_that_leaves_the_first_column_gives_it_to_the_mark() {
        let mut sheet = Sheet::named("Obliczenia");
        sheet.text(0, 2, Role::Title, "Obliczenia");
        assert_eq!(marked(sheet).1, (0, 0));
        let mut narrow = Sheet::named("A");
        narrow.text(0, 0, Role::Title, "A");
        assert_eq!(marked(narrow).1, (0, 1));
    }
}
