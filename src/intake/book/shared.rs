//! Formulas that a spreadsheet writes once for many cells, written out for each.

use std::collections::BTreeMap;

use crate::source::{COLUMNS, ROWS, leading_address, push_a1};

/// Shared formulas of a sheet, by the number the file gives them.
#[derive(Default)]
pub struct Shared(BTreeMap<usize, ((u32, u32), String)>);

impl Shared {
    /// Takes the formula that others repeat.
    pub fn first(&mut self, index: usize, at: (u32, u32), formula: String) -> String {
        self.0.insert(index, (at, formula.clone()));
        formula
    }

    /// Returns the formula of a cell that repeats it; an empty one where the file lacks the first.
    pub fn next(&self, index: usize, at: (u32, u32)) -> String {
        let Some((first, formula)) = self.0.get(&index) else { return String::new() };
        moved(formula, *first, at)
    }
}

/// Returns a formula as it would be if its cell were filled from one place to another.
fn moved(formula: &str, from: (u32, u32), to: (u32, u32)) -> String {
    let by = (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1));
    let mut out = String::with_capacity(formula.len() + 8);
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => quoted(rest, first),
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        // A name before an exclamation mark is a sheet, before a bracket a function.
        let cell = if is_word(first) && !after.starts_with(['!', '(']) { shifted(piece, by) } else { None };
        match cell {
            Some(cell) => out.push_str(&cell),
            None => out.push_str(piece),
        }
        rest = after;
    }
    out
}

/// Length of a text in quotes; a doubled quote simply begins the next such text.
fn quoted(text: &str, quote: char) -> usize {
    text.get(1..).and_then(|inner| inner.find(quote)).map_or(text.len(), |end| end + 2)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '\\')
}

/// Moves `B$7` by rows and columns; nothing for a word that is no cell.
fn shifted(word: &str, by: (i64, i64)) -> Option<String> {
    let (at, after) = leading_address(word)?;
    if !after.is_empty() {
        return None;
    }
    let moved = |place: u32, fixed: bool, by: i64, size: u32| {
        let place = i64::from(place) + if fixed { 0 } else { by };
        u32::try_from(place).ok().filter(|place| *place < size)
    };
    let row = moved(at.row, at.fixed_row, by.0, ROWS);
    let column = moved(at.column, at.fixed_column, by.1, COLUMNS);
    let (Some(row), Some(column)) = (row, column) else { return Some("#REF!".to_owned()) };
    let mut address = String::new();
    push_a1(&mut address, row, column);
    let split = address.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let dollar = |fixed: bool| if fixed { "$" } else { "" };
    Some(format!(
        "{}{}{}{}",
        dollar(at.fixed_column),
        &address[..split],
        dollar(at.fixed_row),
        &address[split..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_filled_down_moves_its_cells_and_nothing_else() {
        let cases = [
            ("A1+$B$2*C$3/$D4", (1, 0), "A2+$B$2*C$3/$D5"),
            ("SUM(A1:B2)", (2, 1), "SUM(B3:C4)"),
            ("'Dane A1'!A1&\"A1 \"\"B2\"\"\"", (1, 1), "'Dane A1'!B2&\"A1 \"\"B2\"\"\""),
            ("LOG10(A1)+Q1!A1+ŁAD1", (1, 0), "LOG10(A2)+Q1!A2+ŁAD1"),
            ("A1+1.5E3+XFE1", (0, 1), "B1+1.5E3+XFE1"),
            ("\"unfinished A1", (1, 0), "\"unfinished A1"),
        ];
        for (formula, (row, column), expected) in cases {
            assert_eq!(moved(formula, (0, 0), (row, column)), expected, "{formula}");
        }
        assert_eq!(moved("A1", (5, 0), (4, 0)), "#REF!");
    }

    #[test]
    fn a_repeated_formula_without_its_first_is_empty() {
        let mut shared = Shared::default();
        assert_eq!(shared.next(4_000_000_000, (1, 1)), "");
        shared.first(7, (0, 0), "A1".to_owned());
        assert_eq!(shared.next(7, (2, 0)), "A3");
    }
}
