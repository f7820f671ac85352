//! The floor: calamine reading the same inputs and `rust_xlsxwriter` writing the same cells, and nothing else.
//!
//! The cells are read back from the workbooks that the program wrote; that reading is not counted. A thread's counted
//! time is added up and shared out over the threads, as if none ever waited: the lowest that the floor could be.

use std::path::Path;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::{Formula, Workbook, XlsxError};

use crate::country::Trouble;
use crate::measured::{Spent, own_work};
use crate::{on_threads, workbooks};

/// A cell of a workbook that the program wrote.
enum Content {
    Number(f64),
    Text(String),
    Formula(String, String),
}

struct Sheet {
    name: String,
    cells: Vec<(u32, u16, Content)>,
}

/// Reads every input, and writes every workbook that the program wrote once more.
pub fn country(
    inputs: &Path,
    written: &Path,
    out: &Path,
    threads: usize,
) -> Result<Vec<(String, Spent)>, Trouble> {
    let reading = on_threads(&workbooks(inputs)?, threads, |file| timed(|| read(file)))?;
    let writing = on_threads(&workbooks(written)?, threads, |file| {
        let sheets = cells_of(file)?;
        let path = out.join(file.strip_prefix(written)?);
        std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        timed(|| write(&sheets, &path))
    })?;
    let threads = u32::try_from(threads.max(1)).unwrap_or(1);
    let shared = |times: Vec<Spent>| Spent {
        wall: times.iter().map(|time| time.wall).sum::<Duration>() / threads,
        processors: times.iter().map(|time| time.processors).sum(),
    };
    Ok(vec![("reading".to_owned(), shared(reading)), ("writing".to_owned(), shared(writing))])
}

fn timed<T>(work: impl FnOnce() -> Result<T, Trouble>) -> Result<Spent, Trouble> {
    let (start, before) = (Instant::now(), own_work());
    std::hint::black_box(work()?);
    Ok(Spent { wall: start.elapsed(), processors: own_work().saturating_sub(before) })
}

/// Reads every sheet.
fn read(path: &Path) -> Result<usize, Trouble> {
    let mut book = open_workbook_auto(path)?;
    Ok(book.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum())
}

/// Returns the cells of a workbook that the program wrote.
fn cells_of(path: &Path) -> Result<Vec<Sheet>, Trouble> {
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
fn write(sheets: &[Sheet], path: &Path) -> Result<(), Trouble> {
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
