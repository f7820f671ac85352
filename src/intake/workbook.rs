//! A file's bytes as sheets of cells. The one door to calamine.
//!
//! The format is told by the content, since an `.xls` that is really something else is common. Every format is
//! measured before calamine opens it, cells are streamed where it can, and a panic inside it becomes a finding: a
//! municipality's file must never bring the program down.

use std::cell::Cell;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use calamine::{CellErrorType, Data, DataRef, Reader, SheetType, Xls, Xlsb, Xlsx};

use super::archive::{Archive, Document};
use super::raw::{self, Collector, Limit, RawSheet, RawValue, Trouble};
use super::{biff, ods, text, words};

/// Sheets of a file.
const MAX_SHEETS: usize = 500;

/// Reads all sheets of a file.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<RawSheet>, Trouble> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut sheets = if bytes.starts_with(b"PK") {
        zipped(bytes)?
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let scan = biff::scan(bytes)?;
        guarded(|| xls(bytes, &scan))?
    } else if matches!(extension.to_lowercase().as_str(), "csv" | "tsv" | "txt") {
        text::read(stem, bytes)?
    } else {
        return Err(Trouble::NotAWorkbook);
    };
    if sheets.len() > MAX_SHEETS {
        return Err(Trouble::TooLarge(Limit::Sheets, sheets.len().to_string()));
    }
    sheets.iter_mut().for_each(RawSheet::sort);
    Ok(sheets)
}

/// Reads the first rows of every sheet of an `.xlsx` that was measured, to tell what it is.
pub fn top(bytes: &[u8], rows: u32) -> Result<Vec<RawSheet>, Trouble> {
    let mut sheets = guarded(|| xlsx_top(bytes, rows))?;
    sheets.iter_mut().for_each(RawSheet::sort);
    Ok(sheets)
}

fn xlsx_top(bytes: &[u8], rows: u32) -> Result<Vec<RawSheet>, Trouble> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut collector = Collector::default();
    let mut sheets = Vec::new();
    for name in worksheets(&book).into_iter().take(MAX_SHEETS) {
        let mut sheet = RawSheet { name, cells: Vec::new() };
        let mut cells = book.worksheet_cells_reader(&sheet.name.clone()).map_err(|e| broken(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| broken(&e))? {
            if cell.get_position().0 >= rows {
                break;
            }
            collector.take(&mut sheet, cell.get_position(), borrowed(cell.get_value(), false))?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn zipped(bytes: &[u8]) -> Result<Vec<RawSheet>, Trouble> {
    let mut archive = Archive::open(bytes)?;
    match archive.document {
        Document::Xlsx => guarded(|| xlsx(bytes)),
        Document::Xlsb => guarded(|| xlsb(bytes)),
        Document::Ods => ods::read(&mut archive),
        Document::Other => Err(Trouble::NotAWorkbook),
    }
}

/// Runs a reader of calamine; its panics on broken files become trouble with the file.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    // The hook is one for the whole process: it is wrapped once, and keeps silent only on a thread that reads.
    static SILENCED: Once = Once::new();
    SILENCED.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !READING.get() {
                before(info);
            }
        }));
    });
    let outer = READING.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    READING.set(outer);
    read.unwrap_or_else(|_| Err(Trouble::Damaged("calamine".to_owned())))
}

thread_local! {
    /// Does this thread read a file, so that a panic of the library is a damaged file and nothing to print?
    static READING: Cell<bool> = const { Cell::new(false) };
}

pub(super) fn broken(error: &impl std::fmt::Display) -> Trouble {
    Trouble::Damaged(error.to_string())
}

fn worksheets<R, S: std::io::Read + std::io::Seek>(book: &R) -> Vec<String>
where
    R: Reader<S>,
{
    book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).map(|s| s.name.clone()).collect()
}

fn xlsx(bytes: &[u8]) -> Result<Vec<RawSheet>, Trouble> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut collector = Collector::default();
    let late = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for name in worksheets(&book) {
        let mut sheet = RawSheet { name, cells: Vec::new() };
        let mut cells = book.worksheet_cells_reader(&sheet.name.clone()).map_err(|e| broken(&e))?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| broken(&e))? {
            let value = match borrowed(&cell.value, late) {
                None if cell.formula.is_some() && cell.value == DataRef::Empty => Some(RawValue::NoResult),
                value => value,
            };
            collector.take(&mut sheet, cell.pos, value)?;
        }
        drop(cells);
        if may_hold_percentages(&sheet) {
            mark_percentages(&mut book, &mut sheet)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Only a number of at most a hundred on a sheet that speaks of per cent, or has a column of mere values as `Odczytania`
/// does, needs its format, so that the sheets with many rows are read once.
fn may_hold_percentages(sheet: &RawSheet) -> bool {
    let speaks =
        |v: &RawValue| matches!(v, RawValue::Text(t) if t.contains('%') || words::normal(t) == "wartosc");
    sheet.cells.iter().any(|c| speaks(&c.value)) && sheet.cells.iter().any(|c| could_be_share(&c.value))
}

fn could_be_share(value: &RawValue) -> bool {
    matches!(value, RawValue::Number(n) if (0.0..=100.0).contains(n))
}

fn mark_percentages(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &mut RawSheet) -> Result<(), Trouble> {
    let mut cells = book.worksheet_cells_reader(&sheet.name.clone()).map_err(|e| broken(&e))?;
    let percent: Vec<bool> = cells
        .styles()
        .iter()
        .map(|s| s.number_format.as_ref().is_some_and(|f| f.format_code.contains('%')))
        .collect();
    if !percent.contains(&true) {
        return Ok(());
    }
    let mut marked = std::collections::BTreeSet::new();
    while let Some((row, column, style)) = cells.next_style_id().map_err(|e| broken(&e))? {
        if percent.get(style).copied().unwrap_or(false) {
            marked.insert((row, column));
        }
    }
    mark(sheet, &marked);
    Ok(())
}

fn mark(sheet: &mut RawSheet, percent: &std::collections::BTreeSet<(u32, u32)>) {
    for cell in &mut sheet.cells {
        if let RawValue::Number(n) = cell.value
            && percent.contains(&(cell.row, cell.column))
        {
            cell.value = RawValue::Percent(n);
        }
    }
}

fn xlsb(bytes: &[u8]) -> Result<Vec<RawSheet>, Trouble> {
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut collector = Collector::default();
    let late = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for name in worksheets(&book) {
        let mut sheet = RawSheet { name, cells: Vec::new() };
        let mut cells = book.worksheet_cells_reader(&sheet.name.clone()).map_err(|e| broken(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| broken(&e))? {
            let value = borrowed(cell.get_value(), late);
            collector.take(&mut sheet, cell.get_position(), value)?;
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn xls(bytes: &[u8], scan: &biff::Scan) -> Result<Vec<RawSheet>, Trouble> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut collector = Collector::default();
    let late = book.has_1904_epoch();
    let metadata: Vec<(String, SheetType)> =
        book.sheets_metadata().iter().map(|s| (s.name.clone(), s.typ)).collect();
    let mut sheets = Vec::new();
    for (index, (name, kind)) in metadata.into_iter().enumerate() {
        if kind != SheetType::WorkSheet {
            continue;
        }
        let range = book.worksheet_range(&name).map_err(|e| broken(&e))?;
        let mut sheet = RawSheet { name, cells: Vec::new() };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = (
                first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)),
                first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX)),
            );
            collector.take(&mut sheet, at, owned(value, late))?;
        }
        if let Some(percent) = scan.percent.get(&index) {
            mark(&mut sheet, percent);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn borrowed(value: &DataRef<'_>, late: bool) -> Option<RawValue> {
    match value {
        DataRef::Empty => None,
        DataRef::SharedString(text) => RawValue::text(text),
        DataRef::Int(n) => whole(*n),
        DataRef::Float(n) => Some(RawValue::Number(*n)),
        DataRef::Bool(b) => Some(RawValue::Bool(*b)),
        DataRef::Error(e) => Some(RawValue::Error(error_name(e))),
        DataRef::DateTime(moment) => Some(moment_of(*moment, late)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            RawValue::text(text)
        }
    }
}

fn owned(value: &Data, late: bool) -> Option<RawValue> {
    match value {
        Data::Empty => None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => RawValue::text(text),
        Data::Int(n) => whole(*n),
        Data::Float(n) => Some(RawValue::Number(*n)),
        Data::Bool(b) => Some(RawValue::Bool(*b)),
        Data::Error(e) => Some(RawValue::Error(error_name(e))),
        Data::DateTime(moment) => Some(moment_of(*moment, late)),
    }
}

/// Whole numbers of these formats have at most 32 bits; what does not fit is shown as text and refused later.
fn whole(n: i64) -> Option<RawValue> {
    i32::try_from(n).map_or_else(|_| RawValue::text(&n.to_string()), |n| Some(RawValue::Number(f64::from(n))))
}

fn moment_of(moment: calamine::ExcelDateTime, late: bool) -> RawValue {
    let serial = moment.as_f64();
    if moment.is_duration() {
        RawValue::Duration(serial)
    } else if late {
        RawValue::Date(raw::from_1904(serial))
    } else {
        RawValue::Date(serial)
    }
}

pub(super) fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}
