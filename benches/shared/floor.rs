//! What the benchmarks share: the floor of one workbook, and how figures are read from the system and shown.
//!
//! The floor is calamine reading a workbook and `rust_xlsxwriter` writing the cells of one that the program wrote
//! (numbers, texts, formulas with their results; no formats), and nothing else.

use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::{Formula, Workbook, XlsxError};

/// Whatever went wrong.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// A cell of a workbook that the program wrote.
pub enum Content {
    /// A number, or a day as its number.
    Number(f64),
    /// A text.
    Text(String),
    /// A formula with its result.
    Formula(String, String),
}

/// A sheet of it.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Row, column and what stands there.
    pub cells: Vec<(u32, u16, Content)>,
}

/// Reads every sheet.
pub fn read(path: &Path) -> Result<usize, Trouble> {
    let mut book = open_workbook_auto(path)?;
    Ok(book.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum())
}

/// Returns the cells of a workbook that the program wrote.
pub fn cells_of(path: &Path) -> Result<Vec<Sheet>, Trouble> {
    let mut book = open_workbook_auto(path)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name)?;
        let formulas = book.worksheet_formula(&name)?;
        let (top, left) = values.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, value) in values.cells() {
            let at = (top + u32::try_from(row)?, left + u32::try_from(column)?);
            let formula = formulas.get_value(at).filter(|f| !f.is_empty());
            let content = match (formula, value) {
                (Some(formula), value) => Content::Formula(formula.clone(), value.to_string()),
                (None, Data::Empty) => continue,
                (None, Data::Float(number)) => Content::Number(*number),
                (None, Data::DateTime(day)) => Content::Number(day.as_f64()),
                (None, value) => Content::Text(value.to_string()),
            };
            cells.push((at.0, u16::try_from(at.1)?, content));
        }
        sheets.push(Sheet { name, cells });
    }
    Ok(sheets)
}

/// Writes the cells and nothing else, to memory and then to the disk in one piece, as the program does.
pub fn write(sheets: &[Sheet], path: &Path) -> Result<(), Trouble> {
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet().set_name(&sheet.name)?;
        for (row, column, content) in &sheet.cells {
            match content {
                Content::Number(number) => page.write_number(*row, *column, *number)?,
                Content::Text(text) => page.write_string(*row, *column, text)?,
                Content::Formula(formula, result) => {
                    page.write_formula(*row, *column, Formula::new(formula).set_result(result))?
                }
            };
        }
    }
    Ok(std::fs::write(path, book.save_to_buffer()?).map_err(XlsxError::IoError)?)
}

/// Reads from a `/proc/…/status` the most memory that the process has held so far, in kB.
pub fn high_water(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Shows memory in kB; 0 where the system does not say.
pub fn memory(kilobytes: u64) -> String {
    if kilobytes == 0 { "not known here".to_owned() } else { format!("{} MB", kilobytes.div_ceil(1024)) }
}

/// Shows hundredths.
pub fn hundredths(value: u128) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}
