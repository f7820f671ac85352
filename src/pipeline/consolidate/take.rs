//! Takes one task: reads its files, settles or audits them, and keeps what the roll-up needs.
//!
//! Never fails: what goes wrong with a file is a remark in its entry, so that the others are done. The entry follows from
//! the bytes and the context alone: it may be kept by their digests, and taken on any thread.

mod bytes;
mod form;
mod ours;
mod settled;
pub(super) mod tables;

pub use bytes::{Held, read};

use super::Context;
use crate::consolidate::own_papers::{is_ours, paper};
use crate::consolidate::walk::Task;
use crate::consolidate::{Entry, Kind, verdict};
use crate::finding::code::consolidate as codes;
use crate::finding::{Fact, Finding};
use crate::intake::Document;
use crate::intake::look;
use crate::locale::{Language, Locale};
use crate::pipeline::CannotRun;
use crate::trace::sheet;

/// Takes a task.
pub fn take(task: &Task, context: &Context) -> Entry {
    match read(task) {
        Ok(held) => take_read(held, context),
        Err(entry) => *entry,
    }
}

/// Takes the files of a task that were read.
pub fn take_read(held: Held, context: &Context) -> Entry {
    let Held { files, documents } = held;
    let entry = Entry::of(files, Kind::Tables);
    let alone = match documents.as_slice() {
        [one] => single(&entry, one, context),
        _ => None,
    };
    let mut entry = alone.unwrap_or_else(|| tables::take(entry, documents, context));
    verdict::done(&mut entry);
    entry
}

/// Takes a file that stands alone: a settlement of ours, a form, or nothing of ours; none: it is of tables.
fn single(entry: &Entry, document: &Document, context: &Context) -> Option<Entry> {
    // Where even a look is refused, the intake says what is wrong with the file.
    let look = look::look(&document.name, &document.bytes, sheet::NAME).ok()?;
    let left = |code| Some(verdict::left(entry.files.clone(), Finding::new(code)));
    if look.has(sheet::NAME) {
        return Some(ours::take(entry.clone(), document, context));
    }
    if let Some(code) = paper(&look) {
        return left(code);
    }
    if is_ours(&look) {
        return Some(ours::take(entry.clone(), document, context));
    }
    if look.is_whole() {
        return None;
    }
    if look.speaks
        && let Some(taken) = form::take(entry, document, &look, context)
    {
        return Some(taken);
    }
    if look.is_of_tables() { None } else { left(&codes::ROLLUP_NO_REPORT) }
}

/// Says why a file cannot be taken.
fn cannot(error: &CannotRun) -> Finding {
    let reason = error.text(Locale::of(Language::Polish));
    Finding::new(&codes::ROLLUP_NOT_TAKEN).with("reason", Fact::Text(reason))
}

/// Says that a report is of another edition than the one asked for.
pub(super) fn other_edition(seen: &str, asked: &str) -> Finding {
    Finding::new(&codes::ROLLUP_OTHER_EDITION)
        .with_seen(Fact::Text(seen.to_owned()))
        .with_expected(Fact::Text(asked.to_owned()))
}
