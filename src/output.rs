//! Workbooks and tables on the disk.
//!
//! A [`Book`] is resolved cell by cell and handed to the one writer; the file appears whole or not at all. Nothing
//! here computes: every number comes from the model, and every formula from its definition.

mod file;
mod number;
mod send;
pub mod table;
mod xlsx;

use std::path::{Path, PathBuf};

pub use file::{abandon, put, put_with, unwritable, writable};
pub use xlsx::as_written;

use crate::calc::print::Layout;
use crate::calc::{Format, Model, NodeId, Value};
use crate::finding::Fact;
use crate::grid::{Book, Cell, Resolved, Sheet};

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Where.
    pub file: PathBuf,
    /// Sheets.
    pub sheets: usize,
    /// Cells with content.
    pub cells: usize,
    /// Of which live formulas.
    pub formulas: usize,
    /// Size in bytes.
    pub bytes: usize,
}

/// A formula that stands in a workbook, with the result stored beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LiveFormula {
    /// Sheet, by position.
    pub sheet: usize,
    /// Row and column from zero.
    pub at: (u32, u32),
    /// The formula without its equals sign.
    pub text: String,
    /// What the program computed, exactly.
    pub result: Value,
    /// How the cell shows it.
    pub format: Format,
    /// The node that the cell shows; nodes are numbered in the order of the computation.
    pub step: Option<NodeId>,
}

/// A workbook in memory: the very bytes that will be put in place, and what stands in them.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The file.
    pub bytes: Vec<u8>,
    /// Names of its sheets in order.
    pub sheets: Vec<String>,
    /// Cells with content.
    pub cells: usize,
    /// Its formulas, sheet by sheet and row by row.
    pub formulas: Vec<LiveFormula>,
}

impl Prepared {
    /// Puts the file in place, whole or not at all.
    pub fn put(&self, path: &Path, overwrite: bool) -> Result<Written, OutputError> {
        file::put(path, overwrite, &self.bytes)?;
        Ok(Written {
            file: path.to_path_buf(),
            sheets: self.sheets.len(),
            cells: self.cells,
            formulas: self.formulas.len(),
            bytes: self.bytes.len(),
        })
    }
}

/// Why a file was not written. Nothing is left behind then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OutputError {
    /// A file of that name is there and may not be overwritten.
    #[error("{} exists", file.display())]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// The path names a folder.
    #[error("{} is a folder", file.display())]
    IsFolder {
        /// The path.
        file: PathBuf,
    },
    /// The folder is not there.
    #[error("no folder for {}", file.display())]
    NoFolder {
        /// The file.
        file: PathBuf,
    },
    /// The folder or file may not be written, or another program holds the file open.
    #[error("may not write {}", file.display())]
    Denied {
        /// The file.
        file: PathBuf,
    },
    /// The path names a device, a pipe or the like.
    #[error("{} is no regular file", file.display())]
    NotRegular {
        /// The path.
        file: PathBuf,
    },
    /// A workbook's file name does not end in `.xlsx`: spreadsheets would refuse to open it.
    #[error("{} must end in .xlsx", file.display())]
    NotWorkbook {
        /// The file.
        file: PathBuf,
    },
    /// The disk refused for another reason.
    #[error("cannot write {}: {reason}", file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        reason: std::io::ErrorKind,
    },
    /// A table's file name ends in neither `.xlsx` nor `.csv`.
    #[error("{} must end in .xlsx or .csv", file.display())]
    Extension {
        /// The file.
        file: PathBuf,
    },
    /// A sheet's name breaks the format's rules, or two sheets share one.
    #[error("sheet name {sheet:?} is not allowed")]
    SheetName {
        /// The name.
        sheet: String,
    },
    /// A text is longer than a cell holds (32,767 characters).
    #[error("text too long in {sheet}!{cell}")]
    TextTooLong {
        /// Sheet.
        sheet: String,
        /// A1 address.
        cell: String,
    },
    /// A formula is longer than a cell holds (8,192 characters), or quotes a text of more than 255.
    #[error("formula too long in {sheet}!{cell}")]
    FormulaTooLong {
        /// Sheet.
        sheet: String,
        /// A1 address.
        cell: String,
    },
    /// A number is larger than a spreadsheet stores.
    #[error("number too large in {sheet}!{cell}")]
    NumberTooLarge {
        /// Sheet.
        sheet: String,
        /// A1 address.
        cell: String,
    },
    /// A sheet's layout breaks the format's rules: a fault of the form's definition.
    #[error("sheet {sheet:?}: {reason}")]
    Layout {
        /// Sheet.
        sheet: String,
        /// The writer's words.
        reason: String,
    },
}

impl OutputError {
    /// Returns the key of the message in the catalogues, and its facts.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Fact)>) {
        let path = |file: &Path| vec![("file", Fact::Text(file.display().to_string()))];
        let place = |sheet: &str, cell: &str| {
            vec![("sheet", Fact::Text(sheet.to_owned())), ("cell", Fact::Text(cell.to_owned()))]
        };
        match self {
            Self::Exists { file } => ("output-exists", path(file)),
            Self::IsFolder { file } => ("output-is-folder", path(file)),
            Self::NoFolder { file } => ("output-no-folder", path(file)),
            Self::Denied { file } => ("output-denied", path(file)),
            Self::Unwritable { file, reason } => {
                let mut facts = path(file);
                facts.push(("reason", Fact::System(*reason)));
                ("output-unwritable", facts)
            }
            Self::NotRegular { file } => ("output-not-regular", path(file)),
            Self::NotWorkbook { file } => ("output-not-workbook", path(file)),
            Self::Extension { file } => ("output-extension", path(file)),
            Self::SheetName { sheet } => ("output-sheet-name", vec![("sheet", Fact::Text(sheet.clone()))]),
            Self::TextTooLong { sheet, cell } => ("output-text-too-long", place(sheet, cell)),
            Self::FormulaTooLong { sheet, cell } => ("output-formula-too-long", place(sheet, cell)),
            Self::NumberTooLarge { sheet, cell } => ("output-number-too-large", place(sheet, cell)),
            Self::Layout { sheet, reason } => (
                "output-layout",
                vec![("sheet", Fact::Text(sheet.clone())), ("reason", Fact::Text(reason.clone()))],
            ),
        }
    }
}

/// Refuses a name that spreadsheets would not open as a workbook.
pub fn named_as_workbook(path: &Path) -> Result<(), OutputError> {
    let xlsx = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    if xlsx { Ok(()) } else { Err(OutputError::NotWorkbook { file: path.to_path_buf() }) }
}

/// Writes the whole workbook, with working sheets and live formulas.
pub fn write(book: &Book, model: &Model, path: &Path, overwrite: bool) -> Result<Written, OutputError> {
    writable(path, overwrite)?;
    prepare(book, model)?.put(path, overwrite)
}

/// Renders the whole workbook, with working sheets and live formulas.
pub fn prepare(book: &Book, model: &Model) -> Result<Prepared, OutputError> {
    let layout = book.layout(model);
    prepare_resolved(book, model, &layout, &|sheet, at, cell| book.resolve(model, &layout, sheet, at, cell))
}

/// Tells what a cell of a sheet holds as it is written.
pub type Resolve<'a> = &'a dyn Fn(usize, (u32, u32), &Cell) -> Resolved;

/// As [`prepare`], of cells that the caller has resolved: printing every formula is a good part of the work.
pub fn prepare_resolved(
    book: &Book,
    model: &Model,
    layout: &Layout,
    resolve: Resolve<'_>,
) -> Result<Prepared, OutputError> {
    xlsx::render(book, resolve, &|sheet, at, cell| book.link(model, layout, sheet, at, cell))
}

/// Counts the formulas that [`prepare`] will write, before it writes them: the workbook itself tells their number.
pub fn live_formulas(book: &Book, model: &Model, layout: &Layout) -> usize {
    let live = |sheet: usize, at: (u32, u32), cell: &Cell| {
        let stays_text = |value: &Value| matches!(value, Value::Text(t) if xlsx::reads_as_other_than_text(t));
        book.formula_of(model, layout, sheet, at, cell).is_some_and(|id| !stays_text(model.value(id)))
    };
    let on =
        |(index, sheet): (usize, &Sheet)| sheet.cells.iter().filter(|(at, c)| live(index, **at, c)).count();
    book.sheets.iter().enumerate().map(on).sum()
}

/// Renders the official sheets alone, for the voivode: what a sheet cannot compute from its own cells stands as a
/// value, so that no link, working sheet or note goes out.
pub fn prepare_to_send(book: &Book, model: &Model) -> Result<Prepared, OutputError> {
    let official = send::official_only(book);
    let layouts: Vec<_> = (0..official.sheets.len()).map(|i| send::own_layout(&official, model, i)).collect();
    let resolve = |sheet: usize, at: (u32, u32), cell: &Cell| {
        send::resolve(&official, model, &layouts[sheet], sheet, at, cell)
    };
    xlsx::render(&official, &resolve, &xlsx::no_links)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Locale};

    #[test]
    fn every_failure_has_words_and_a_remedy_in_both_languages() {
        let file = PathBuf::from("wynik.xlsx");
        let (sheet, cell, reason) = ("Formularz".to_owned(), "B7".to_owned(), "powód".to_owned());
        let all = [
            OutputError::Exists { file: file.clone() },
            OutputError::IsFolder { file: file.clone() },
            OutputError::NoFolder { file: file.clone() },
            OutputError::Denied { file: file.clone() },
            OutputError::Unwritable { file: file.clone(), reason: std::io::ErrorKind::StorageFull },
            OutputError::NotRegular { file: file.clone() },
            OutputError::NotWorkbook { file: file.clone() },
            OutputError::Extension { file },
            OutputError::SheetName { sheet: sheet.clone() },
            OutputError::TextTooLong { sheet: sheet.clone(), cell: cell.clone() },
            OutputError::FormulaTooLong { sheet: sheet.clone(), cell: cell.clone() },
            OutputError::NumberTooLarge { sheet: sheet.clone(), cell },
            OutputError::Layout { sheet, reason },
        ];
        for language in [Language::Polish, Language::English] {
            let locale = Locale::new(language);
            for error in &all {
                let (key, facts) = error.message();
                assert!(locale.has(key) && locale.has(&format!("{key}-hint")), "{key}");
                let text = locale.text(key, &facts);
                assert!(text.contains("wynik.xlsx") || text.contains("Formularz"), "{text}");
                assert!(!text.contains('{'), "{text}");
            }
        }
    }
}
