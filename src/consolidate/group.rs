//! Which files of a folder are one submission. Looks at few files, and at their first rows only.
//!
//! A municipality may send one workbook or a folder of tables; an office keeps a folder of a thousand workbooks. The rule
//! stands in `docs/decisions.md`: joined are only files none of which is a submission by itself, and never two that
//! both speak of one table, unless they are text tables.

use std::path::{Path, PathBuf};

use super::own_papers::paper;
use super::walk::Task;
use crate::intake::MAX_FILE_BYTES;
use crate::intake::look::{self, Look, REQUIRED};
use crate::records::TableId;
use crate::trace::sheet;

/// Files of a folder up to which it may be one submission: there are 16 tables, and some are sent in parts.
const FEW: usize = 40;

/// A file and what it holds of a submission.
struct Part {
    tables: Vec<TableId>,
    is_text: bool,
}

/// Makes tasks of the files of one folder.
pub fn tasks(files: Vec<(PathBuf, String)>) -> Vec<Task> {
    let alone = |files: Vec<(PathBuf, String)>| files.into_iter().map(|file| Task::of(vec![file])).collect();
    if files.len() < 2 || files.len() > FEW {
        return alone(files);
    }
    let parts: Vec<Option<Part>> = files.iter().map(|(path, _)| part(path)).collect();
    if !are_one(parts.iter().flatten()) {
        return alone(files);
    }
    let (mut together, mut tasks) = (Vec::new(), Vec::new());
    for (file, part) in files.into_iter().zip(parts) {
        if part.is_some() {
            together.push(file);
        } else {
            tasks.push(Task::of(vec![file]));
        }
    }
    tasks.push(Task::of(together));
    tasks
}

/// Are these parts one submission? At least two, at most one agreement, and no table in two workbooks.
fn are_one<'a>(parts: impl Iterator<Item = &'a Part>) -> bool {
    let parts: Vec<&Part> = parts.collect();
    let holding = |id: TableId| parts.iter().filter(move |part| part.tables.contains(&id));
    parts.len() > 1
        && holding(TableId::Agreement).count() <= 1
        && REQUIRED.iter().all(|id| holding(*id).filter(|part| !part.is_text).count() <= 1)
}

/// What a file holds of a submission; none when it is a report by itself, or nothing of ours.
fn part(path: &Path) -> Option<Part> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    if std::fs::metadata(path).ok()?.len() > MAX_FILE_BYTES {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    let look: Look = look::look(&name, &bytes, sheet::NAME).ok()?;
    let is_text = name.to_lowercase().ends_with(".csv");
    // Headings of a workbook that are nearly a table's may be those of an official form.
    let is_of_tables = look.promised || !look.tables.is_empty() || (is_text && look.near);
    let is_part = is_of_tables && !look.is_whole() && !look.has(sheet::NAME) && paper(&look).is_none();
    is_part.then_some(Part { tables: look.tables, is_text })
}
