//! What changed since the run before: files by path and digest. Decides nothing about entries.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, EntryFile};

/// Digests by path; that of a file that could not be read is empty.
pub type Seen = BTreeMap<String, String>;

/// What happened to what was handed in since the run before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    /// None of its files was there.
    New,
    /// A file of it has other bytes, or came to it.
    Changed,
    /// Every byte is the same.
    Same,
}

/// The files of the run before; none when there was no run before, or nothing is known of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Before(pub Option<Seen>);

/// Paths by what happened to them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Were not there before.
    pub new: Vec<String>,
    /// Have other bytes.
    pub changed: Vec<String>,
    /// Are there no more.
    pub gone: Vec<String>,
}

impl Before {
    /// Says what happened to what was handed in; nothing when no run before is known.
    pub fn change(&self, entry: &Entry) -> Option<Change> {
        let seen = self.0.as_ref()?;
        let before = |file: &EntryFile| seen.get(&file.path);
        Some(if entry.files.iter().all(|file| before(file).is_none()) {
            Change::New
        } else if entry.files.iter().all(|file| before(file) == Some(&file.sha256)) {
            Change::Same
        } else {
            Change::Changed
        })
    }

    /// Lists what is new, changed and gone; nothing when no run before is known.
    pub fn changes(&self, entries: &[Entry]) -> Option<Changes> {
        let seen = self.0.as_ref()?;
        let now = seen_in(entries);
        let mut changes = Changes::default();
        for (path, sha256) in &now {
            match seen.get(path) {
                None => changes.new.push(path.clone()),
                Some(before) if before != sha256 => changes.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        changes.gone = seen.keys().filter(|path| !now.contains_key(*path)).cloned().collect();
        Some(changes)
    }
}

/// Returns the digests of all files of the entries.
pub fn seen_in(entries: &[Entry]) -> Seen {
    let files: BTreeSet<&EntryFile> = entries.iter().flat_map(|entry| &entry.files).collect();
    files.into_iter().map(|file| (file.path.clone(), file.sha256.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::Kind;

    fn entry(files: &[(&str, &str)]) -> Entry {
        let file = |(path, sha256): &(&str, &str)| EntryFile {
            path: (*path).to_owned(),
            sha256: (*sha256).to_owned(),
            bytes: 1,
        };
        Entry::of(files.iter().map(file).collect(), Kind::Tables)
    }

    #[test]
    fn what_is_new_changed_the_same_and_gone_is_told() {
        let first = [entry(&[("a.xlsx", "1")]), entry(&[("b/umowa.csv", "2"), ("b/place.csv", "3")])];
        let before = Before(Some(seen_in(&first)));
        let same = entry(&[("a.xlsx", "1")]);
        let mended = entry(&[("b/umowa.csv", "2"), ("b/place.csv", "4")]);
        let new = entry(&[("c.xlsx", "5")]);
        assert_eq!(before.change(&same), Some(Change::Same));
        assert_eq!(before.change(&mended), Some(Change::Changed));
        assert_eq!(before.change(&new), Some(Change::New));
        let changes = before.changes(&[mended, new]).expect("a run before is known");
        assert_eq!(changes.changed, ["b/place.csv"]);
        assert_eq!(changes.new, ["c.xlsx"]);
        assert_eq!(changes.gone, ["a.xlsx"]);
    }

    #[test]
    fn without_a_run_before_nothing_is_called_new() {
        assert_eq!(Before::default().change(&entry(&[("a.xlsx", "1")])), None);
        assert_eq!(Before::default().changes(&[]), None);
    }

    #[test]
    fn a_file_that_came_to_a_submission_changes_it() {
        let before = Before(Some(seen_in(&[entry(&[("b/umowa.csv", "2")])])));
        let more = entry(&[("b/umowa.csv", "2"), ("b/place.csv", "3")]);
        assert_eq!(before.change(&more), Some(Change::Changed));
    }
}
