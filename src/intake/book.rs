//! A whole workbook as it lies in the file: formulas beside their stored results, and what is hidden. For `audit` and
//! `explain`; tables of a municipality are read elsewhere.
//!
//! Only `.xlsx`: other formats do not keep what an audit must see. Nothing is followed (links to other files) and
//! nothing is run (macros); both are reported. Cells are streamed within the same limits as all input.

mod headers;
mod open;
mod parts;
mod shared;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata};

pub use self::open::{BookError, open};
pub(super) use self::parts::{sheet_names, sheet_parts};

use super::archive::{Archive, Document};
use super::raw::{self, MAX_CELLS, MAX_FILE_BYTES, MAX_FILLED};
pub use super::raw::{Limit, MAX_FILE_BYTES as LARGEST, Trouble};
use super::workbook::{broken, error_name, guarded};
use crate::digest::sha256_hex;
use crate::source::SourceFile;
use crate::units::Exact;

/// Sheets of a workbook.
const MAX_SHEETS: usize = 500;
/// Bytes of all texts and formulas together.
const MAX_TEXTS: u64 = 64 * 1024 * 1024;

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct ReadBook {
    /// File name without folders.
    pub name: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Worksheets in order.
    pub sheets: Vec<ReadSheet>,
    /// Parts of the file that point to other files, and the targets they name; never followed.
    pub external_links: Vec<String>,
    /// Does it hold macros? Never run.
    pub macros: bool,
    /// Are its days counted from 1904?
    pub epoch_1904: bool,
}

/// A worksheet.
#[derive(Clone, Debug, Default)]
pub struct ReadSheet {
    /// Its name.
    pub name: String,
    /// Hidden from the list of sheets, one way or the other.
    pub hidden: bool,
    /// Hidden rows, from zero.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, from zero.
    pub hidden_columns: Vec<u32>,
    /// What is printed at the top and foot of its pages, without codes.
    pub headers: Vec<String>,
    /// Filled cells and formulas by row, then column, from zero.
    pub cells: BTreeMap<(u32, u32), ReadCell>,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadCell {
    /// Its formula without the equals sign; shared formulas are written out for each cell.
    pub formula: Option<String>,
    /// What it shows: of a formula, its stored result.
    pub value: ReadValue,
}

/// What a cell shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadValue {
    /// Nothing, or a formula without a stored result.
    Blank,
    /// A number, as the shortest decimal that the file's binary number stands for.
    Number(Exact),
    /// Text, in full.
    Text(String),
    /// A truth value.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(&'static str),
}

/// Reads a workbook.
pub fn read(name: &str, bytes: &[u8]) -> Result<ReadBook, Trouble> {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(Trouble::TooLarge(Limit::Bytes, bytes.len().to_string()));
    }
    if !bytes.starts_with(b"PK") {
        // A password wraps the archive; an old `.xls` looks the same from outside.
        let wrapped = super::biff::is_encrypted(bytes);
        return Err(if wrapped { Trouble::Encrypted } else { Trouble::NotAWorkbook });
    }
    let mut archive = Archive::open(bytes)?;
    if archive.document != Document::Xlsx {
        return Err(Trouble::NotAWorkbook);
    }
    let mut book = guarded(|| sheets(bytes))?;
    parts::add(&mut book, &mut archive)?;
    name.clone_into(&mut book.name);
    book.sha256 = sha256_hex(bytes);
    book.bytes = bytes.len() as u64;
    Ok(book)
}

fn sheets(bytes: &[u8]) -> Result<ReadBook, Trouble> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let metadata: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if metadata.len() > MAX_SHEETS {
        return Err(Trouble::TooLarge(Limit::Sheets, metadata.len().to_string()));
    }
    let epoch_1904 = book.has_1904_epoch();
    let mut limits = Limits::default();
    let mut sheets = Vec::new();
    for (name, hidden) in metadata {
        let mut sheet = ReadSheet { name, hidden, ..ReadSheet::default() };
        let mut cells = book.worksheet_cells_reader(&sheet.name.clone()).map_err(|e| broken(&e))?;
        let mut shared = shared::Shared::default();
        // With its own unfolding of shared formulas calamine makes room for as many as the file claims, and moves what
        // stands in the quoted name of a sheet.
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| broken(&e))? {
            let formula = cell.formula.map(|formula| match formula {
                XlsxFormulaMetadata::Normal { formula } => formula,
                XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
                    shared.first(shared_index, cell.pos, formula)
                }
                XlsxFormulaMetadata::SharedDerived { shared_index } => shared.next(shared_index, cell.pos),
                // What a later calamine may tell apart is no formula that this program knows.
                _ => String::new(),
            });
            let read = ReadCell { formula, value: value(&cell.value) };
            limits.take(&sheet.name, cell.pos, &read)?;
            if (read.formula.is_some() || read.value != ReadValue::Blank)
                && sheet.cells.insert(cell.pos, read).is_some()
            {
                // No spreadsheet program writes a cell twice; which of the two it would show is anybody's guess.
                let at = crate::source::a1(cell.pos.0, cell.pos.1);
                return Err(Trouble::Damaged(format!("{} › {at} ×2", sheet.name)));
            }
        }
        sheets.push(sheet);
    }
    Ok(ReadBook { sheets, epoch_1904, ..ReadBook::default() })
}

/// What has been read so far.
#[derive(Default)]
struct Limits {
    seen: u64,
    filled: u64,
    texts: u64,
}

impl Limits {
    fn take(&mut self, sheet: &str, at: (u32, u32), cell: &ReadCell) -> Result<(), Trouble> {
        self.seen += 1;
        self.filled += u64::from(cell.formula.is_some() || cell.value != ReadValue::Blank);
        self.texts += cell.formula.as_ref().map_or(0, |formula| formula.len() as u64);
        if let ReadValue::Text(text) = &cell.value {
            self.texts += text.len() as u64;
        }
        let reached = [
            (self.seen > MAX_CELLS, Limit::Cells),
            (self.filled > MAX_FILLED, Limit::Filled),
            (self.texts > MAX_TEXTS, Limit::Texts),
        ];
        match reached.into_iter().find(|(reached, _)| *reached) {
            Some((_, limit)) => {
                Err(Trouble::TooLarge(limit, format!("{sheet} › {}", crate::source::a1(at.0, at.1))))
            }
            None => Ok(()),
        }
    }
}

fn value(value: &DataRef<'_>) -> ReadValue {
    let number = |n: f64| raw::exact(n).map_or(ReadValue::Error("#NUM!"), ReadValue::Number);
    let text = |text: &str| if text.is_empty() { ReadValue::Blank } else { ReadValue::Text(text.to_owned()) };
    match value {
        DataRef::Empty => ReadValue::Blank,
        DataRef::Int(n) => ReadValue::Number(Exact::whole(*n)),
        DataRef::Float(n) => number(*n),
        DataRef::Bool(b) => ReadValue::Bool(*b),
        DataRef::Error(e) => ReadValue::Error(error_name(e)),
        DataRef::DateTime(moment) => number(moment.as_f64()),
        DataRef::SharedString(t) => text(t),
        DataRef::String(t) | DataRef::DateTimeIso(t) | DataRef::DurationIso(t) => text(t),
    }
}

impl ReadBook {
    /// Returns the file as sources name it.
    pub fn file(&self) -> SourceFile {
        SourceFile { name: self.name.clone(), sha256: self.sha256.clone(), bytes: self.bytes }
    }

    /// Returns a sheet by its name.
    pub fn sheet(&self, name: &str) -> Option<&ReadSheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

impl ReadSheet {
    /// Returns the text of a cell, if it shows text.
    pub fn text(&self, row: u32, column: u32) -> Option<&str> {
        match &self.cells.get(&(row, column))?.value {
            ReadValue::Text(text) => Some(text),
            _ => None,
        }
    }
}
