//! Where a value came from: file, sheet, cell. Every value keeps its cell to the last line printed.
//!
//! This is the only place that turns rows and columns into A1 addresses, and addresses into rows and columns. It opens no
//! file.

use std::fmt::{self, Write as _};

/// Rows of a sheet in any spreadsheet program.
pub const ROWS: u32 = 1_048_576;
/// Columns of a sheet in any spreadsheet program.
pub const COLUMNS: u32 = 16_384;

/// A file of the submission, by position in [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FileId(pub u16);

/// A sheet of a file, by position in [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SheetId(pub u16);

/// A cell of an input file; row and column count from zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CellRef {
    /// The sheet, which knows its file.
    pub sheet: SheetId,
    /// Row from zero.
    pub row: u32,
    /// Column from zero.
    pub column: u32,
}

/// A value and the cell it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it stood.
    pub at: CellRef,
}

impl<T> Sourced<T> {
    /// Ties a value to its cell.
    pub fn new(value: T, at: CellRef) -> Self {
        Self { value, at }
    }
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// File name without folders: a path may hold a person's name and differs between machines.
    pub name: String,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// A sheet that was read.
#[derive(Clone, Debug)]
pub struct SourceSheet {
    /// Its file.
    pub file: FileId,
    /// Its name; for a CSV file, the file's stem.
    pub name: String,
}

/// All files and sheets of a submission, in the order read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Files.
    pub files: Vec<SourceFile>,
    /// Sheets.
    pub sheets: Vec<SourceSheet>,
}

impl Sources {
    /// Adds a file.
    pub fn add_file(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(u16::try_from(self.files.len() - 1).unwrap_or(u16::MAX))
    }

    /// Adds a sheet of a file.
    pub fn add_sheet(&mut self, file: FileId, name: &str) -> SheetId {
        self.sheets.push(SourceSheet { file, name: name.to_owned() });
        SheetId(u16::try_from(self.sheets.len() - 1).unwrap_or(u16::MAX))
    }

    /// Returns file name and sheet name of a sheet.
    pub fn names(&self, sheet: SheetId) -> (&str, &str) {
        self.sheets.get(usize::from(sheet.0)).map_or(("", ""), |s| {
            (self.files.get(usize::from(s.file.0)).map_or("", |f| f.name.as_str()), s.name.as_str())
        })
    }

    /// Writes `plik.xlsx › Płace › G14`.
    pub fn place(&self, cell: CellRef) -> String {
        let (file, sheet) = self.names(cell.sheet);
        format!("{file} › {sheet} › {}", a1(cell.row, cell.column))
    }
}

/// Writes the letters of a column counted from zero: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut out = String::new();
    push_letters(&mut out, column);
    out
}

fn push_letters(out: &mut String, column: u32) {
    if column >= 26 {
        push_letters(out, column / 26 - 1);
    }
    out.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
}

/// Writes the address of a cell whose row and column count from zero.
pub fn a1(row: u32, column: u32) -> String {
    let mut out = String::with_capacity(8);
    push_a1(&mut out, row, column);
    out
}

/// As [`a1`], at the end of a text.
pub fn push_a1(out: &mut String, row: u32, column: u32) {
    push_letters(out, column);
    let _writing_to_a_string_cannot_fail = write!(out, "{}", u64::from(row) + 1);
}

/// An address as it was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Address {
    /// Row from zero.
    pub row: u32,
    /// Column from zero.
    pub column: u32,
    /// A dollar sign stands before the row.
    pub fixed_row: bool,
    /// A dollar sign stands before the column.
    pub fixed_column: bool,
}

/// Reads the address that a text begins with, such as `B7` or `$b$7`; returns what follows it too. Nothing where no
/// address stands or none of a sheet.
pub fn leading_address(text: &str) -> Option<(Address, &str)> {
    let bare = text.strip_prefix('$').unwrap_or(text);
    let letters = bare.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = bare.split_at_checked(letters)?;
    let digits = rest.strip_prefix('$').unwrap_or(rest);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&letters) || !(1..=7).contains(&length) {
        return None;
    }
    let (number, after) = digits.split_at_checked(length)?;
    let column = name.bytes().fold(0, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = number.parse().ok()?;
    let inside = (1..=ROWS).contains(&row) && column <= COLUMNS;
    let (fixed_column, fixed_row) = (bare.len() < text.len(), digits.len() < rest.len());
    inside.then(|| (Address { row: row - 1, column: column - 1, fixed_row, fixed_column }, after))
}

/// Reads a text that is an address and nothing else, as row and column from zero.
pub fn cell_at(word: &str) -> Option<(u32, u32)> {
    leading_address(word).filter(|(_, after)| after.is_empty()).map(|(at, _)| (at.row, at.column))
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&a1(self.row, self.column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_count_like_a_spreadsheet() {
        assert_eq!(a1(4, 2), "C5");
        assert_eq!(a1(1_048_575, 16_383), "XFD1048576");
        assert_eq!(cell_at("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(cell_at("$h$14"), Some((13, 7)));
        for none in ["", "A", "7", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A 1", "Ą1", "A12345678"] {
            assert_eq!(cell_at(none), None, "{none}");
        }
        let (at, after) = leading_address("C$5:D6").expect("an address");
        assert_eq!((at.row, at.column, at.fixed_row, at.fixed_column, after), (4, 2, true, false, ":D6"));
        assert_eq!(column_letters(26), "AA");
        assert_eq!(column_letters(701), "ZZ");
    }
}
