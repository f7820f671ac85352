//! Writes the verification cards: every one computed by the second engine, none over a file that stands there.

use std::path::{Path, PathBuf};

use super::Consolidated;
use crate::consolidate::Entry;
use crate::consolidate::cards::{self, Card, Facts};
use crate::output::OutputError;
use crate::pipeline::{CannotRun, outputs};

/// Asks before the work whether a folder that is there takes cards: their list, which is always written, may be.
pub fn writable(folder: &Path, force: bool) -> Result<(), CannotRun> {
    outputs::not_file(folder)?;
    // Whether the disk takes cards is told beside the report, which does not depend on them.
    match crate::output::writable(&folder.join(cards::LIST), force) {
        Err(error @ OutputError::Exists { .. }) => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes a card for each municipality and the list of cards into a folder, which is made where it is missing. Returns
/// how many files were written. Whether all may be written is asked before the first is.
pub fn write(done: &Consolidated, folder: &Path, force: bool) -> Result<usize, CannotRun> {
    let (programme, register) = (done.programme.as_ref(), done.office.register.as_ref());
    let facts = Facts { programme, register, as_of: done.day() };
    let files = cards::file_names(&done.entries);
    let wanted: Vec<(&Entry, &str)> =
        done.entries.iter().zip(&files).filter_map(|(entry, file)| Some((entry, file.as_deref()?))).collect();
    std::fs::create_dir_all(folder).map_err(|error| outputs::unmade(folder, &error))?;
    let list = cards::list(&done.entries, &files, &done.office.missing().unwrap_or_default(), &facts);
    let path = |file: &str| -> PathBuf { folder.join(file) };
    for file in wanted.iter().map(|(_, file)| *file).chain([list.file.as_str()]) {
        crate::output::writable(&path(file), force)?;
    }
    let put = |card: &Card| -> Result<(), CannotRun> {
        crate::pipeline::witnessed(&card.book, &card.model)?.put(&path(&card.file), force)
    };
    for (entry, file) in &wanted {
        put(&cards::card(entry, file, &facts))?;
    }
    put(&list)?;
    Ok(wanted.len() + 1)
}
