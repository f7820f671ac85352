//! `asystenci` and `pliki`: the assistants of an entry with their families, and the files it was read from.

use super::municipalities::{key_cells, keys};
use super::{Cell, ColumnInfo, Frame, FrameError, Kind, Numbered, Read, Table};
use crate::consolidate::{AssistantRow, EntryFile};

/// Name of the table of assistants.
pub const ASSISTANTS: &str = "asystenci";

/// Name of the table of files.
pub const FILES: &str = "pliki";

/// Describes the table of assistants.
pub fn table_of_assistants() -> Table {
    let mut columns = keys();
    columns.extend([
        ColumnInfo::always("counts", Kind::Flag, "do the figures of its entry enter totals?"),
        ColumnInfo::always(
            "assistant",
            Kind::Text,
            "identifier of the assistant in its municipality; no name",
        ),
        ColumnInfo::maybe(
            "families",
            Kind::Whole,
            "families in care in the period; unknown without family data",
        ),
    ]);
    Table { name: ASSISTANTS, meaning: "a row an assistant; only of tables and settlements", columns }
}

/// Describes the table of files.
pub fn table_of_files() -> Table {
    let mut columns = keys();
    columns.extend([
        ColumnInfo::always("path", Kind::Text, "path under the folder that was consolidated"),
        ColumnInfo::always("sha256", Kind::Text, "digest of its bytes; empty when it could not be read"),
        ColumnInfo::always("bytes", Kind::Whole, "size"),
    ]);
    Table { name: FILES, meaning: "a row a file", columns }
}

/// Makes the frame of assistants.
pub fn assistants(entries: &[Numbered<'_>]) -> Result<Frame, FrameError> {
    let row = |numbered: &Numbered<'_>, assistant: &AssistantRow| {
        let mut cells = key_cells(numbered);
        cells.extend([
            Cell::Flag(numbered.entry.counts()),
            Cell::text(&assistant.id),
            Cell::Whole(assistant.families.map(i64::from)),
        ]);
        cells
    };
    let rows: Vec<_> =
        entries.iter().flat_map(|n| n.entry.assistants.iter().map(move |a| row(n, a))).collect();
    Frame::of(table_of_assistants(), &rows)
}

/// Makes the frame of files.
pub fn files(entries: &[Numbered<'_>]) -> Result<Frame, FrameError> {
    let row = |numbered: &Numbered<'_>, file: &EntryFile| {
        let mut cells = key_cells(numbered);
        let bytes = i64::try_from(file.bytes).unwrap_or(i64::MAX);
        cells.extend([Cell::text(&file.path), Cell::text(&file.sha256), Cell::Whole(Some(bytes))]);
        cells
    };
    let rows: Vec<_> = entries.iter().flat_map(|n| n.entry.files.iter().map(move |f| row(n, f))).collect();
    Frame::of(table_of_files(), &rows)
}

/// Reads an assistant back.
pub fn assistant(read: &Read, row: usize) -> Option<AssistantRow> {
    let families = match read.whole(row, "families") {
        Some(families) => Some(u32::try_from(families).ok()?),
        None => None,
    };
    Some(AssistantRow { id: read.text(row, "assistant")?, families })
}

/// Reads a file back.
pub fn file(read: &Read, row: usize) -> Option<EntryFile> {
    let bytes = u64::try_from(read.whole(row, "bytes")?).ok()?;
    Some(EntryFile { path: read.text(row, "path")?, sha256: read.text(row, "sha256")?, bytes })
}
