//! Packs many workbooks into one: values and formulas alone, each workbook in rows of its own below the others.
//!
//! LibreOffice spends most of its time on opening, styling and saving sheets. A thousand small submissions are
//! therefore recalculated as a few packed workbooks: every formula is that of the written file with its row numbers
//! moved down, and no result is stored, so that LibreOffice has nothing to repeat.

use super::soffice::{open, same};
use calamine::{Data, Reader};
use rust_xlsxwriter::{Formula, Workbook, Worksheet};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

type Cells = calamine::Range<Data>;

/// A formula of a packed workbook with the result stored in the file it came from.
pub struct Expected {
    /// Row and column from zero.
    at: (u32, u32),
    /// Stored result.
    stored: Data,
    /// File, sheet, address and formula, for a message.
    origin: String,
}

/// What the formulas of a packed workbook must give, by sheet.
pub type Sheets = BTreeMap<String, Vec<Expected>>;

/// Packs files; returns what each formula must give.
pub fn pack(files: &[PathBuf], to: &Path) -> Result<Sheets, String> {
    let mut book = Workbook::new();
    let mut sheets = Sheets::new();
    let mut down = 0;
    for file in files {
        let mut source = open(file)?;
        let mut height = 0;
        for name in source.sheet_names() {
            let values = source.worksheet_range(&name).map_err(|e| e.to_string())?;
            let formulas = source.worksheet_formula(&name).map_err(|e| e.to_string())?;
            let sheet = match book.worksheet_from_name(&name) {
                Ok(sheet) => sheet,
                Err(_) => book.add_worksheet().set_name(&name).map_err(|e| e.to_string())?,
            };
            write_values(sheet, &values, down)?;
            let expected = sheets.entry(name.clone()).or_default();
            let (top, left) = formulas.start().unwrap_or((0, 0));
            for (row, column, formula) in formulas.used_cells() {
                let at = (top + u32::try_from(row).unwrap_or(0), left + u32::try_from(column).unwrap_or(0));
                let column = u16::try_from(at.1).map_err(|e| e.to_string())?;
                let text = Formula::new(moved(formula, down)?).set_result("0");
                sheet.write_formula(at.0 + down, column, text).map_err(|e| e.to_string())?;
                let stored = values.get_value(at).cloned().unwrap_or(Data::Empty);
                let origin =
                    format!("{} {name}!{} ={formula}", file.display(), rozlicz::source::a1(at.0, at.1));
                expected.push(Expected { at: (at.0 + down, at.1), stored, origin });
            }
            let last = |end: Option<(u32, u32)>| end.map_or(0, |(row, _)| row + 1);
            height = height.max(last(values.end())).max(last(formulas.end()));
        }
        down += height;
    }
    book.save(to).map_err(|e| e.to_string())?;
    Ok(sheets)
}

/// Compares a recalculated packed workbook; returns the number of formulas and what differs.
pub fn compare(recalculated: &Path, sheets: &Sheets) -> Result<(usize, Vec<String>), String> {
    let mut book = open(recalculated)?;
    let (mut count, mut wrong) = (0, Vec::new());
    for (name, expected) in sheets {
        let cells = book.worksheet_range(name).map_err(|e| e.to_string())?;
        for one in expected {
            let computed = cells.get_value(one.at).cloned().unwrap_or(Data::Empty);
            count += 1;
            if !same(&one.stored, &computed) {
                wrong.push(format!("{}: stored {:?}, recalculated {computed:?}", one.origin, one.stored));
            }
        }
    }
    Ok((count, wrong))
}

/// Moves every cell a formula names down by `rows`. Quoted sheet names and texts stay; a reference without a row
/// would take in other submissions and is refused.
fn moved(formula: &str, rows: u32) -> Result<String, String> {
    let mut out = String::with_capacity(formula.len() + 16);
    let mut rest = formula;
    while let Some(c) = rest.chars().next() {
        if c == '"' || c == '\'' {
            let end = rest[1..].find(c).ok_or_else(|| format!("an open quote in {formula}"))? + 2;
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_ascii_alphabetic() || c == '$' {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '$').unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.push_str(&moved_word(word, after, rows).ok_or_else(|| format!("{word} in {formula}"))?);
            rest = after;
        } else if c.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(out)
}

fn moved_word(word: &str, after: &str, rows: u32) -> Option<String> {
    if after.starts_with('(') || ["TRUE", "FALSE"].contains(&word) {
        return Some(word.to_owned());
    }
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = word.split_at(digits);
    Some(format!("{column}{}", row.parse::<u32>().ok()? + rows))
}

fn write_values(sheet: &mut Worksheet, values: &Cells, down: u32) -> Result<(), String> {
    let (top, left) = values.start().unwrap_or((0, 0));
    for (row, column, value) in values.used_cells() {
        let row = down + top + u32::try_from(row).map_err(|e| e.to_string())?;
        let column = left + u32::try_from(column).map_err(|e| e.to_string())?;
        let column = u16::try_from(column).map_err(|e| e.to_string())?;
        let written = match value {
            Data::Float(n) => sheet.write_number(row, column, *n),
            Data::DateTime(d) => sheet.write_number(row, column, d.as_f64()),
            Data::Int(n) => {
                let n = n.to_string().parse::<f64>().map_err(|e| e.to_string())?;
                sheet.write_number(row, column, n)
            }
            Data::Bool(b) => sheet.write_boolean(row, column, *b),
            Data::String(s) if !s.is_empty() => sheet.write_string(row, column, s),
            _ => continue,
        };
        written.map_err(|e| e.to_string())?;
    }
    Ok(())
}
