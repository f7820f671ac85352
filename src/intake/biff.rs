//! A look at an old Excel file before calamine opens it. The one door to cfb.
//!
//! calamine makes room for the whole rectangle that a sheet's cells span: one cell in the last corner of six kilobytes
//! would cost half a gigabyte. So the records are walked here in bounded memory, the rectangles are added up, and
//! the cells formatted as percentages are noted, which calamine does not tell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use super::raw::{Limit, MAX_CELLS, MAX_TEXTS, Trouble};

mod shared_texts;

/// Places calamine may fill: values, formulas and one copy of the largest sheet, some 24 bytes each.
const MAX_PLACES: u64 = 2 * MAX_CELLS;
/// Rows times columns of the format itself.
const WHOLE_SHEET: u64 = 65_536 * 256;

/// What the look found.
#[derive(Debug, Default)]
pub struct Scan {
    /// Cells formatted as percentages, by position of the sheet in the workbook.
    pub percent: BTreeMap<usize, BTreeSet<(u32, u32)>>,
}

/// Is this a workbook of any format behind a password?
pub fn is_encrypted(bytes: &[u8]) -> bool {
    let wrapped = bytes.starts_with(b"\xD0\xCF\x11\xE0");
    let open = || cfb::CompoundFile::open(Cursor::new(bytes)).ok();
    wrapped && open().is_some_and(|file| file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo"))
}

/// Walks the records; refuses encrypted, broken and over-large workbooks.
pub fn scan(bytes: &[u8]) -> Result<Scan, Trouble> {
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| Trouble::Damaged(e.to_string()))?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(Trouble::Encrypted);
    }
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|n| file.exists(n));
    let Some(name) = name else { return Err(Trouble::NotAWorkbook) };
    let stream = file.open_stream(name).map_err(|e| Trouble::Damaged(e.to_string()))?;
    let mut data = Vec::new();
    // A stream cannot be longer than the file that holds it, whatever its entry says.
    stream.take(bytes.len() as u64).read_to_end(&mut data).map_err(|e| Trouble::Damaged(e.to_string()))?;
    walk(&data)
}

fn walk(stream: &[u8]) -> Result<Scan, Trouble> {
    let globals = globals(stream)?;
    let mut scan = Scan::default();
    let (mut places, mut largest, mut texts) = (0_u64, 0_u64, 0_u64);
    for (index, start) in globals.sheets.iter().enumerate() {
        let from = stream.get(*start..).ok_or_else(|| Trouble::Damaged("BoundSheet".to_owned()))?;
        let sheet = sheet(from, &globals)?;
        // calamine copies a shared text into every cell that shows it.
        texts += sheet.texts;
        places += sheet.values.places() + sheet.formulas.places();
        largest = largest.max(sheet.values.places());
        if places + largest > MAX_PLACES {
            let at = crate::source::a1(sheet.values.last_row, sheet.values.last_column);
            return Err(Trouble::TooLarge(Limit::Cells, at));
        }
        if texts > MAX_TEXTS {
            let at = crate::source::a1(sheet.values.last_row, sheet.values.last_column);
            return Err(Trouble::TooLarge(Limit::Texts, at));
        }
        scan.percent.insert(index, sheet.percent);
    }
    Ok(scan)
}

struct Globals {
    sheets: Vec<usize>,
    /// Characters of each shared text.
    texts: Vec<u32>,
    percent_styles: BTreeSet<u16>,
}

fn globals(stream: &[u8]) -> Result<Globals, Trouble> {
    let mut percent_formats = BTreeSet::from([9_u16, 10]);
    let mut styles = Vec::new();
    let mut sheets = Vec::new();
    // The list of shared texts and the records that carry it on.
    let mut shared: Vec<&[u8]> = Vec::new();
    let mut carried_on = false;
    for (kind, data) in Records(stream) {
        carried_on = kind == 0x00FC || (carried_on && kind == 0x003C);
        if carried_on {
            shared.push(data);
        }
        match kind {
            0x002F if number16(data, 0) != Some(0) => return Err(Trouble::Encrypted),
            0x041E if data.len() > 4 && data[4..].contains(&b'%') => {
                percent_formats.extend(number16(data, 0));
            }
            0x00E0 => styles.extend(number16(data, 2)),
            0x0085 => {
                let position = number32(data, 0).and_then(|n| usize::try_from(n).ok());
                sheets.push(position.ok_or_else(|| Trouble::Damaged("BoundSheet".to_owned()))?);
            }
            0x000A => break,
            _ => {}
        }
    }
    let percent_styles = (0_u16..)
        .zip(styles)
        .filter(|(_, format)| percent_formats.contains(format))
        .map(|(index, _)| index)
        .collect();
    Ok(Globals { sheets, texts: shared_texts::lengths(&shared), percent_styles })
}

/// The rectangle that cells span.
#[derive(Default)]
struct Extent {
    any: bool,
    first_row: u32,
    last_row: u32,
    first_column: u32,
    last_column: u32,
}

impl Extent {
    fn add(&mut self, row: u32, column: u32) {
        if self.any {
            self.first_row = self.first_row.min(row);
            self.last_row = self.last_row.max(row);
            self.first_column = self.first_column.min(column);
            self.last_column = self.last_column.max(column);
        } else {
            *self =
                Self { any: true, first_row: row, last_row: row, first_column: column, last_column: column };
        }
    }

    fn places(&self) -> u64 {
        let side = |first: u32, last: u32| u64::from(last - first) + 1;
        if self.any {
            side(self.first_row, self.last_row) * side(self.first_column, self.last_column)
        } else {
            0
        }
    }
}

#[derive(Default)]
struct SheetScan {
    values: Extent,
    formulas: Extent,
    percent: BTreeSet<(u32, u32)>,
    cells: u64,
    texts: u64,
}

impl SheetScan {
    fn value(&mut self, row: u32, column: u32, style: Option<u16>, percent_styles: &BTreeSet<u16>) {
        self.cells += 1;
        self.values.add(row, column);
        if style.is_some_and(|s| percent_styles.contains(&s)) {
            self.percent.insert((row, column));
        }
    }
}

fn sheet(stream: &[u8], globals: &Globals) -> Result<SheetScan, Trouble> {
    let percent_styles = &globals.percent_styles;
    let mut found = SheetScan::default();
    let (mut inside, mut nested) = (false, 0_u32);
    for (kind, data) in Records(stream) {
        match kind {
            // Charts inside a sheet are streams of their own with records that look like cells.
            0x0809 if inside => nested += 1,
            0x0809 => inside = true,
            0x000A if nested > 0 => nested -= 1,
            0x000A => break,
            _ if nested > 0 => {}
            0x0200 => dimensions(data)?,
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                let (Some(row), Some(column)) = (number16(data, 0), number16(data, 2)) else { continue };
                let (row, column) = (u32::from(row), u32::from(column));
                found.value(row, column, number16(data, 4), percent_styles);
                if kind == 0x00FD {
                    let index = number32(data, 6).and_then(|n| usize::try_from(n).ok());
                    let length = index.and_then(|i| globals.texts.get(i));
                    found.texts += length.map_or(0, |n| u64::from(*n));
                }
                if kind == 0x0006 {
                    found.formulas.add(row, column);
                }
            }
            0x00BD => {
                let (Some(row), Some(first)) = (number16(data, 0), number16(data, 2)) else { continue };
                let pairs = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                for (offset, pair) in (0_u32..).zip(pairs.chunks_exact(6)) {
                    let style = number16(pair, 0);
                    found.value(u32::from(row), u32::from(first) + offset, style, percent_styles);
                }
            }
            _ => {}
        }
        if found.cells > MAX_CELLS {
            let at = crate::source::a1(found.values.last_row, found.values.last_column);
            return Err(Trouble::TooLarge(Limit::Cells, at));
        }
    }
    Ok(found)
}

/// Refuses a declared size that no sheet can have: calamine makes room for it at once.
fn dimensions(data: &[u8]) -> Result<(), Trouble> {
    let (rows, columns) = if data.len() >= 14 {
        ((number32(data, 0), number32(data, 4)), (number16(data, 8), number16(data, 10)))
    } else {
        let wide = |at| number16(data, at).map(u32::from);
        ((wide(0), wide(2)), (number16(data, 4), number16(data, 6)))
    };
    let (Some(first_row), Some(end_row)) = rows else { return Ok(()) };
    let (Some(first_column), Some(end_column)) = columns else { return Ok(()) };
    let backwards = end_row < first_row || end_column < first_column;
    let places =
        u64::from(end_row.saturating_sub(first_row)) * u64::from(end_column.saturating_sub(first_column));
    if backwards || places > WHOLE_SHEET {
        return Err(Trouble::Damaged("Dimensions".to_owned()));
    }
    Ok(())
}

/// Records of a stream: kind and data, until the first that is cut off.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = number16(self.0, 0)?;
        let length = usize::from(number16(self.0, 2)?);
        let data = self.0.get(4..4 + length)?;
        self.0 = self.0.get(4 + length..)?;
        Some((kind, data))
    }
}

fn number16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes)
}

fn number32(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).expect("short");
        [&kind.to_le_bytes()[..], &length.to_le_bytes()[..], data].concat()
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        let head: Vec<u8> = [row, column, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
        record(0x0203, &[&head[..], &1.0_f64.to_le_bytes()[..]].concat())
    }

    fn book(cells: &[Vec<u8>]) -> Vec<u8> {
        let bof = record(0x0809, &[0, 6, 5, 0]);
        let start = u32::try_from(bof.len() + 4 + 8 + 4).expect("short");
        let bound = record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 0, 0]].concat());
        [bof.clone(), bound, record(0x000A, &[]), bof, cells.concat(), record(0x000A, &[])].concat()
    }

    #[test]
    fn one_cell_far_away_beside_another_is_refused() {
        assert!(walk(&book(&[number(0, 0), number(10, 10)])).is_ok());
        assert_eq!(
            walk(&book(&[number(0, 0), number(65_535, 255)])).err(),
            Some(Trouble::TooLarge(Limit::Cells, "IV65536".to_owned()))
        );
    }

    #[test]
    fn a_long_text_shown_in_many_cells_is_refused() {
        let long = 30_000_u16;
        let bytes = vec![b'x'; usize::from(long)];
        let cut = 8_000;
        let head = [&[1, 0, 0, 0, 1, 0, 0, 0][..], &long.to_le_bytes(), &[0]].concat();
        let shared = record(0x00FC, &[&head[..], &bytes[..cut]].concat());
        let carried: Vec<u8> =
            bytes[cut..].chunks(8_000).flat_map(|part| record(0x003C, &[&[0][..], part].concat())).collect();
        let label = |row: u16| record(0x00FD, &[&row.to_le_bytes()[..], &[0; 8]].concat());
        let book = |rows: u16| {
            let bof = record(0x0809, &[0, 6, 5, 0]);
            let start = u32::try_from(bof.len() + shared.len() + carried.len() + 12 + 4).expect("short");
            let bound = record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 0, 0]].concat());
            let cells: Vec<u8> = (0..rows).flat_map(label).collect();
            let end = record(0x000A, &[]);
            [bof.clone(), shared.clone(), carried.clone(), bound, end.clone(), bof, cells, end].concat()
        };
        assert!(walk(&book(1_000)).is_ok());
        let refused = walk(&book(1_200)).err();
        assert_eq!(refused, Some(Trouble::TooLarge(Limit::Texts, "A1200".to_owned())));
    }

    #[test]
    fn an_encrypted_workbook_is_told_by_its_record() {
        let stream = [record(0x0809, &[0, 6, 5, 0]), record(0x002F, &[1, 0])].concat();
        assert_eq!(walk(&stream).err(), Some(Trouble::Encrypted));
    }

    #[test]
    fn a_size_that_no_sheet_has_is_refused() {
        let size: Vec<u8> =
            [0_u32, u32::MAX].iter().flat_map(|n| n.to_le_bytes()).chain([0, 0, 0, 1, 0, 0]).collect();
        assert!(matches!(walk(&book(&[record(0x0200, &size)])), Err(Trouble::Damaged(_))));
    }
}
