//! What is told of taken files against each other before they are added up: the same file twice, several editions.

use std::collections::BTreeMap;

use super::Context;
use super::take::tables;
use crate::consolidate::{Entry, Kind, verdict};
use crate::finding::code::consolidate as codes;
use crate::finding::{Fact, Finding};
use crate::pipeline::CannotRun;

/// Leaves out every entry whose files are, byte for byte, those of one before it. Entries stand in the order of paths.
pub fn same_files(entries: &mut [Entry]) {
    let mut first: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for entry in entries.iter_mut().filter(|entry| entry.kind != Kind::Unrelated) {
        let mut digests: Vec<String> = entry.files.iter().map(|file| file.sha256.clone()).collect();
        digests.sort_unstable();
        if digests.iter().any(String::is_empty) {
            continue;
        }
        if let Some(known) = first.get(&digests) {
            let finding = Finding::new(&codes::ROLLUP_SAME_FILE).with("first", Fact::Text(known.clone()));
            let copy = verdict::left(std::mem::take(&mut entry.files), finding);
            // Whose copy it is stays told: a table of files is sorted by municipality.
            let of = std::mem::replace(entry, copy);
            (entry.teryt, entry.municipality, entry.unit) = (of.teryt, of.municipality, of.unit);
        } else {
            first.insert(digests, entry.path().to_owned());
        }
    }
}

/// Refuses to add up several editions: which of them the report is about, nobody but the office can say.
pub fn one_edition(entries: &[Entry], context: &Context) -> Result<Option<String>, CannotRun> {
    if context.asked.is_some() {
        return Ok(context.asked.clone());
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for edition in entries.iter().filter(|e| e.counts()).filter_map(|e| e.edition.as_deref()) {
        *counts.entry(edition).or_default() += 1;
    }
    if counts.len() > 1 {
        let told: Vec<String> =
            counts.iter().map(|(edition, count)| format!("{edition} ({count})")).collect();
        return Err(CannotRun::new("rollup-several-editions").with("editions", told.join(", ")));
    }
    Ok(counts.into_keys().next().map(str::to_owned))
}

/// Tells each settlement workbook written by the name that it has in the end.
pub fn final_names(entries: &mut [Entry], context: &Context) {
    for entry in entries {
        let Some(written) = &mut entry.settlement else { continue };
        let digest = tables::digest(&entry.files);
        let name = context.names.of(entry.teryt.as_deref(), entry.municipality.as_deref(), &digest);
        if let Some(name) = name {
            written.path = name;
        }
    }
}
