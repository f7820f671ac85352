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
use crate::audit::protocol;
use crate::consolidate::walk::Task;
use crate::consolidate::{Entry, Kind, verdict};
use crate::finding::code::consolidate as codes;
use crate::finding::{Fact, Finding};
use crate::intake::Document;
use crate::intake::look::{self, Look};
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
    let mut entry = match documents.as_slice() {
        [one] => single(Entry::of(files, Kind::Tables), one, context),
        _ => tables::take(Entry::of(files, Kind::Tables), documents, context),
    };
    verdict::done(&mut entry);
    entry
}

/// Takes a file that stands alone: a settlement of ours, a form, tables, or nothing of ours.
fn single(entry: Entry, document: &Document, context: &Context) -> Entry {
    let of_tables = |entry| tables::take(entry, vec![document.clone()], context);
    let Ok(look) = look::look(&document.name, &document.bytes, sheet::NAME) else {
        // The intake says what is wrong with the file.
        return of_tables(entry);
    };
    if look.has(sheet::NAME) || is_ours(&look) {
        return ours::take(entry, document, context);
    }
    if let Some(code) = paper(&look) {
        return verdict::left(entry.files, Finding::new(code));
    }
    if look.is_whole() {
        return of_tables(entry);
    }
    if look.speaks
        && let Some(taken) = form::take(&entry, document, &look, context)
    {
        return taken;
    }
    if look.is_of_tables() {
        return of_tables(entry);
    }
    verdict::left(entry.files, Finding::new(&codes::ROLLUP_NO_REPORT))
}

/// Do its sheets say that this program wrote it, though its trace is gone?
fn is_ours(look: &Look) -> bool {
    ["Źródła", "Parametry", "Obliczenia", "Kontrole"].iter().filter(|name| look.has(name)).count() >= 2
}

/// Papers of this program that are no municipality's report.
fn paper(look: &Look) -> Option<&'static crate::finding::Code> {
    let only = |name: &str| look.sheets.len() == 1 && look.has(name);
    if only(protocol::SHEET) || only("Uwagi") {
        return Some(&codes::ROLLUP_OWN_PAPER);
    }
    ["Pliki", "Przegląd"].iter().all(|name| look.has(name)).then_some(&codes::ROLLUP_COLLECTIVE)
}

/// Says why a file cannot be taken.
fn cannot(error: &CannotRun) -> Finding {
    let reason = error.text(Locale::of(Language::Polish));
    Finding::new(&codes::ROLLUP_NOT_TAKEN).with("reason", Fact::Text(reason))
}

/// Says that a report is of another edition than the one asked for.
fn other_edition(seen: &str, asked: &str) -> Finding {
    Finding::new(&codes::ROLLUP_OTHER_EDITION)
        .with_seen(Fact::Text(seen.to_owned()))
        .with_expected(Fact::Text(asked.to_owned()))
}
