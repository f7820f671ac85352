//! From what a person types to a cell: `Formularz!D7`, `'Dane - Płace'!$H$14`, `formularz d7`. What is near is offered,
//! never taken: an explanation of another cell than the one meant would be worse than none.

use super::ground::At;
use crate::intake::words;
use crate::source::{a1, cell_at};
use crate::trace::{Held, Trace, TraceSheet};

/// Why a typed cell cannot be explained.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Sheet and address cannot be told apart.
    Unreadable,
    /// No such sheet: the name typed, and the nearest there is.
    NoSheet(String, Option<String>),
    /// Nothing was written in the cell: the cell, and the nearest figure of its row or column.
    Empty(String, Option<String>),
    /// A heading or a remark: the cell and its text.
    Text(String, String),
    /// A number that belongs to the layout, such as the number of a column: the cell.
    Bare(String),
}

/// Returns the cell that a text names.
pub fn parsed(trace: &Trace, typed: &str) -> Result<At, Fault> {
    let (sheet, (row, column)) = apart(typed).ok_or(Fault::Unreadable)?;
    let index = sheet_named(trace, &sheet)?;
    let found = &trace.sheets[index];
    let named = |row: u32, column: u32| format!("{}!{}", found.name, a1(row, column));
    match found.cell(row, column) {
        None => Err(Fault::Empty(named(row, column), nearest(found, row, column).map(|(r, c)| named(r, c)))),
        Some(cell) if cell.meaning.is_some() => Ok((index, row, column)),
        Some(cell) => match &cell.holds {
            Held::Formula(..) => Ok((index, row, column)),
            Held::Text(text) => Err(Fault::Text(named(row, column), text.clone())),
            Held::Number(_) => Err(Fault::Bare(named(row, column))),
        },
    }
}

/// Splits at the last `!`, else at the last space, else at the last dot: where an address stands behind it.
fn apart(typed: &str) -> Option<(String, (u32, u32))> {
    // Quotes that a shell did not take away.
    let typed = typed.trim().trim_matches(['"', '„', '”']).trim();
    let splits = [
        typed.rsplit_once('!'),
        typed.rsplit_once(|c: char| c == '›' || c.is_whitespace()),
        typed.rsplit_once('.'),
    ];
    let (sheet, at) =
        splits.into_iter().flatten().find_map(|(sheet, address)| Some((sheet, cell_at(address.trim())?)))?;
    let sheet = sheet.trim().trim_start_matches('$').trim_end_matches(['›', ' ']);
    let bare = sheet.strip_prefix('\'').and_then(|inner| inner.strip_suffix('\''));
    let sheet = bare.map_or_else(|| sheet.to_owned(), |inner| inner.replace("''", "'"));
    (!sheet.trim().is_empty()).then(|| (sheet.trim().to_owned(), at))
}

/// A sheet by its name, letter for letter, or else as it sounds when only one does.
fn sheet_named(trace: &Trace, typed: &str) -> Result<usize, Fault> {
    if let Some(index) = trace.sheets.iter().position(|sheet| sheet.name == typed) {
        return Ok(index);
    }
    let same = |sheet: &&(usize, String)| sheet.1 == folded(typed);
    let names: Vec<(usize, String)> =
        trace.sheets.iter().enumerate().map(|(index, sheet)| (index, folded(&sheet.name))).collect();
    let mut alike = names.iter().filter(same);
    match (alike.next(), alike.next()) {
        (Some((index, _)), None) => Ok(*index),
        _ => Err(Fault::NoSheet(typed.to_owned(), nearest_name(trace, typed))),
    }
}

fn nearest_name(trace: &Trace, typed: &str) -> Option<String> {
    let typed = folded(typed);
    let all = trace
        .sheets
        .iter()
        .map(|sheet| (strsim::damerau_levenshtein(&folded(&sheet.name), &typed), &sheet.name));
    let (far, name) = all.min()?;
    (far * 2 <= typed.chars().count().max(2)).then(|| name.clone())
}

/// Letters and digits alone, as people read them.
fn folded(name: &str) -> String {
    words::normal(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The nearest cell with a formula or figure: in the row, else in the column.
fn nearest(sheet: &TraceSheet, row: u32, column: u32) -> Option<(u32, u32)> {
    let told = |c: &&crate::trace::TraceCell| c.meaning.is_some() || matches!(c.holds, Held::Formula(..));
    let in_row =
        sheet.cells.iter().filter(told).filter(|c| c.row == row).min_by_key(|c| c.column.abs_diff(column));
    let in_column =
        || sheet.cells.iter().filter(told).filter(|c| c.column == column).min_by_key(|c| c.row.abs_diff(row));
    in_row.or_else(in_column).map(|c| (c.row, c.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::Value;
    use crate::trace::{Head, Purpose, SHAPE, TraceCell};
    use crate::units::Exact;

    fn trace() -> Trace {
        let cell = |row, column, holds| TraceCell { row, column, holds, meaning: None };
        let figure = Held::Formula("A1".into(), Value::Number(Exact::one()));
        let sheet = |name: &str| TraceSheet {
            name: name.into(),
            purpose: Purpose::Views,
            cells: vec![
                cell(0, 0, Held::Text("Tytuł".into())),
                cell(1, 0, Held::Number(Exact::one())),
                cell(6, 3, figure.clone()),
            ],
        };
        let sheets = vec![sheet("Formularz"), sheet("Dane - Płace"), sheet("Część 1.2")];
        Trace { shape: SHAPE, head: Head::default(), sheets, figures: Vec::new() }
    }

    #[test]
    fn a_cell_is_found_however_it_is_written() {
        for typed in [
            "Formularz!D7",
            "formularz d7",
            "Formularz!$D$7",
            "'Formularz'!d7",
            "$Formularz.D7",
            "Formularz › D7",
            "\"Formularz!D7\"",
        ] {
            assert_eq!(parsed(&trace(), typed), Ok((0, 6, 3)), "{typed}");
        }
        for typed in ["'Dane - Płace'!D7", "Dane - Płace D7", "dane-place!d7"] {
            assert_eq!(parsed(&trace(), typed), Ok((1, 6, 3)), "{typed}");
        }
        assert_eq!(parsed(&trace(), "Część 1.2.D7"), Ok((2, 6, 3)));
    }

    #[test]
    fn a_slip_is_named_and_the_nearest_is_offered() {
        let place = |cell: &str| format!("Formularz!{cell}");
        let wrong = |typed| parsed(&trace(), typed).expect_err("a slip");
        assert_eq!(wrong("Formluarz!D7"), Fault::NoSheet("Formluarz".into(), Some("Formularz".into())));
        assert_eq!(wrong("Zupełnie co innego!D7"), Fault::NoSheet("Zupełnie co innego".into(), None));
        assert_eq!(wrong("Formularz!E7"), Fault::Empty(place("E7"), Some(place("D7"))));
        assert_eq!(wrong("Formularz!D99"), Fault::Empty(place("D99"), Some(place("D7"))));
        assert_eq!(wrong("Formularz!A1"), Fault::Text(place("A1"), "Tytuł".into()));
        assert_eq!(wrong("Formularz!A2"), Fault::Bare(place("A2")));
        for typed in [
            "",
            "D7",
            "Formularz",
            "Formularz!",
            "!D7",
            "Formularz!D",
            "Formularz!7",
            "Formularz!D0",
            "Formularz!DDDD7",
            "Formularz!D99999999",
            "Formularz!Ź7",
        ] {
            assert_eq!(wrong(typed), Fault::Unreadable, "{typed}");
        }
    }
}
