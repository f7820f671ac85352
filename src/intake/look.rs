//! A quick look at a file: what sheets it has, which tables of ours begin in it, whether it speaks of the programme.
//!
//! Among thousands of files it tells what each is before any is read whole: names of sheets first, and only where they
//! do not decide, the first rows. It makes no findings and judges nothing.

use super::archive::{Archive, Document};
use super::raw::Trouble;
use super::{agreement, book, locate, words, workbook};
use crate::records::TableId;
use crate::records::schema::TABLES;
use crate::source::SheetId;

/// Rows of a sheet that are looked at: a title, explanations and the headings of tables stand above them.
const ROWS: u32 = 120;
/// Bytes of a text table that are looked at.
const BYTES: usize = 64 * 1024;
/// Tables without which nothing can be settled.
pub const REQUIRED: [TableId; 4] = [TableId::Agreement, TableId::Funds, TableId::Employment, TableId::Pay];

/// What a look tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Names of the sheets.
    pub sheets: Vec<String>,
    /// Tables that begin in it, in the order of the schema, each once.
    pub tables: Vec<TableId>,
    /// Is there a heading that nearly is one of a table?
    pub near: bool,
    /// Is there a sheet, or a text table, named as a table is?
    pub promised: bool,
    /// Does it speak of family assistants, or of those whom the sibling programme pays?
    pub speaks: bool,
}

impl Look {
    /// Are all the tables there without which nothing can be settled?
    pub fn is_whole(&self) -> bool {
        REQUIRED.iter().all(|id| self.tables.contains(id))
    }

    /// Is there a sheet of this name?
    pub fn has(&self, sheet: &str) -> bool {
        self.sheets.iter().any(|name| name == sheet)
    }

    /// Is there anything of a submission in it?
    pub fn is_of_tables(&self) -> bool {
        self.near || self.promised || !self.tables.is_empty()
    }
}

/// Looks at a file. A workbook with a sheet `alone` is known by that: nothing else of it is looked at.
pub fn look(name: &str, bytes: &[u8], alone: &str) -> Result<Look, Trouble> {
    let xlsx = names(bytes)?;
    let streamed = xlsx.is_some();
    if let Some(sheets) = xlsx {
        let named: Vec<TableId> = sheets.iter().filter_map(|name| promised(name)).collect();
        if sheets.iter().any(|name| name == alone) {
            return Ok(Look { sheets, ..Look::default() });
        }
        if REQUIRED.iter().all(|id| named.contains(id)) {
            return Ok(Look { sheets, tables: sorted(named), promised: true, near: false, speaks: true });
        }
    }
    let head = if streamed {
        workbook::top(bytes, ROWS)?
    } else if bytes.starts_with(b"PK") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        workbook::read(name, bytes)?
    } else {
        workbook::read(name, beginning(bytes))?
    };
    let mut look = Look { sheets: head.iter().map(|s| s.name.clone()).collect(), ..Look::default() };
    for sheet in &head {
        let rows = locate::Rows::new(sheet);
        let (places, near) = locate::tables(&rows);
        look.tables.extend(places.iter().map(|place| place.header.schema.id));
        if agreement::read(&rows, SheetId(0), &places, &mut Vec::new()).is_some() {
            look.tables.push(TableId::Agreement);
        }
        look.near |= !near.is_empty();
        look.promised |= promised(&sheet.name).is_some();
        look.speaks |= sheet.cells.iter().any(|cell| speaks(&cell.value.seen()));
    }
    look.tables = sorted(look.tables);
    Ok(look)
}

/// Names of the sheets of an `.xlsx`, whose format tells them cheaply.
fn names(bytes: &[u8]) -> Result<Option<Vec<String>>, Trouble> {
    if !bytes.starts_with(b"PK") {
        return Ok(None);
    }
    let mut archive = Archive::open(bytes)?;
    if archive.document == Document::Xlsx { book::sheet_names(&mut archive).map(Some) } else { Ok(None) }
}

/// The table that the name of a sheet promises.
fn promised(name: &str) -> Option<TableId> {
    let normal = words::normal(name);
    TABLES.iter().find(|table| words::normal(table.sheet) == normal).map(|table| table.id)
}

fn sorted(mut tables: Vec<TableId>) -> Vec<TableId> {
    tables.sort_unstable();
    tables.dedup();
    tables
}

/// Does a text speak of what the programmes pay for?
fn speaks(text: &str) -> bool {
    let normal = words::normal(text);
    let rodzin = normal.contains("rodzin");
    rodzin && ["asyst", "pieczyzastepczej", "funduszupracy"].iter().any(|word| normal.contains(word))
}

/// The beginning of a text table, up to the end of a line.
fn beginning(bytes: &[u8]) -> &[u8] {
    // Two bytes a letter: a cut may fall between them.
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let Some(head) = bytes.get(..BYTES).filter(|_| !wide) else { return bytes };
    head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..=end])
}
