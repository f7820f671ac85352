//! Writes the store: whole or not at all, and line by line, so that a country is never held as text.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::{
    CLOSE, Conditions, ENTRY, Found, Head, KEY, Lines, MAX_HEAD, NAME, PathLine, SHA256, SHAPE, Store,
    digest_of, entry_in,
};
use crate::consolidate::Entry;
use crate::consolidate::change::{Before, Seen, seen_in};
use crate::digest::Running;
use crate::output::{self, OutputError};

/// What a run leaves for the next.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What it was made under.
    pub conditions: &'a Conditions,
    /// Its entries; those under no key, because a file could not be read, are made again next time.
    pub entries: &'a [Entry],
    /// Codes of remarks that say nothing of the files: an entry with one of them is not kept.
    pub passing: &'a [&'a str],
    /// How many of them were made in this run.
    pub made: usize,
    /// Was every task done? If not, the entries that were not come to are kept as they are, and the paths of the last
    /// whole run stay those of the last whole run.
    pub whole: bool,
}

impl Run<'_> {
    /// Returns what an entry is kept under; none when it is not.
    fn key(&self, entry: &Entry) -> Option<String> {
        let passing = entry.remarks.iter().any(|remark| self.passing.contains(&remark.code.as_str()));
        if passing { None } else { self.conditions.key(&entry.files) }
    }
}

/// Writes the store of a run over the one that was found. A file that is no store is left as it is. Returns whether a
/// file was written: one that would say the same is not.
pub fn write(path: &Path, old: &Store, run: Run<'_>) -> Result<bool, OutputError> {
    write_beside(path, old, run, &[])
}

/// As [`write()`], with entries that came out of exports. Only their paths are kept, so that the next run can tell what
/// changed: they were not made by this program of those files, and must not be given back as if they were.
pub fn write_beside(path: &Path, old: &Store, run: Run<'_>, beside: &[Entry]) -> Result<bool, OutputError> {
    let seen = || seen_in(run.entries).into_iter().chain(seen_in(beside)).collect::<Seen>();
    if old.found == Found::Foreign || old.says_the_same(run, &seen()) {
        return Ok(false);
    }
    output::put_with(path, true, |file| lines(old, run, seen(), file))?;
    Ok(true)
}

/// Takes back that the run which wrote the store was whole, where no report came of it: the next run is compared with
/// the one before, whose files are given. What was verified stays kept. A file that is no sound store is left as it is.
pub fn take_back(path: &Path, before: &Before) -> Result<(), OutputError> {
    let head = || {
        let mut lines = Lines::of(File::open(path).ok()?);
        lines.next(MAX_HEAD)?;
        serde_json::from_slice::<Head>(lines.line()).ok().filter(|head| head.store == NAME)
    };
    let Some(head) = head() else { return Ok(()) };
    let conditions = Conditions(head.conditions);
    let mut store = Store::open(path, &conditions);
    if store.found != Found::Usable || store.before == *before {
        return Ok(());
    }
    store.before = before.clone();
    let run = Run { conditions: &conditions, entries: &[], passing: &[], made: 0, whole: false };
    output::put_with(path, true, |file| lines(&store, run, Seen::new(), file))
}

impl Store {
    fn says_the_same(&self, run: Run<'_>, seen: &Seen) -> bool {
        let keys = || run.entries.iter().filter_map(|entry| run.key(entry));
        let paths = || !run.whole || self.before.0.as_ref() == Some(seen);
        // What was made again may say something else of the same bytes: where its workbook was written.
        self.found == Found::Usable
            && run.made == 0
            && keys().all(|key| self.lines.contains_key(&key))
            && (!run.whole || keys().collect::<BTreeSet<_>>().len() == self.lines.len())
            && paths()
    }
}

fn lines(old: &Store, run: Run<'_>, now: Seen, file: &mut dyn Write) -> std::io::Result<()> {
    let mut out = Digested { file, digest: Running::default() };
    let seen = if run.whole { Some(now) } else { old.before.0.clone() };
    out.line(&Head {
        store: NAME.to_owned(),
        shape: SHAPE,
        conditions: run.conditions.0.clone(),
        whole: seen.is_some(),
    })?;
    for (path, sha256) in seen.unwrap_or_default() {
        out.line(&PathLine { path, sha256 })?;
    }
    let mut written = BTreeSet::new();
    for entry in run.entries {
        if let Some(key) = run.key(entry)
            && !written.contains(&key)
        {
            out.entry(&key, entry)?;
            written.insert(key);
        }
    }
    let rest = old.lines.keys().filter(|key| !run.whole && !written.contains(*key));
    // A line that is not as it was written is not handed on: its file will be verified again.
    let sound = |key: &String| old.line(key).filter(|line| entry_in(line, key).is_some());
    for line in rest.filter_map(sound) {
        out.text(&line)?;
    }
    let digest = out.digest.hex();
    writeln!(out.file, "{{\"end\":\"{digest}\"}}")
}

/// A file and the digest of what was written to it.
struct Digested<'a> {
    file: &'a mut dyn Write,
    digest: Running,
}

impl Digested<'_> {
    fn line(&mut self, object: &impl Serialize) -> std::io::Result<()> {
        self.text(&serde_json::to_vec(object)?)
    }

    fn entry(&mut self, key: &str, entry: &Entry) -> std::io::Result<()> {
        let entry = serde_json::to_vec(entry)?;
        let digest = digest_of(key, &entry);
        let parts = [KEY, key.as_bytes(), SHA256, digest.as_bytes(), ENTRY, &entry, CLOSE];
        self.text(&parts.concat())
    }

    fn text(&mut self, line: &[u8]) -> std::io::Result<()> {
        for part in [line, b"\n"] {
            self.digest.add(part);
            self.file.write_all(part)?;
        }
        Ok(())
    }
}
