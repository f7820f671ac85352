//! Work already verified, kept between runs in one file of lines.
//!
//! An entry is taken from the store only under the digest of the very bytes it was made of, the rules and forms, the
//! program and what was asked ([`Conditions`]); nothing else makes two runs the same. A store that is damaged, empty, of
//! another program or of another version is passed over with a word, made anew and never an error: it saves time and
//! decides nothing. A file that does not begin as a store does is somebody else's, and is never written over.
//!
//! The first line says whose store it is, then come the paths of the last whole run, then the entries, and last the digest
//! of all lines before. Entries are read from the file when they are asked for, so the store is never held in memory; each
//! line has a digest of its own, so that one edited since the file was opened is not taken, and its file is verified again.
//! Neither digest is a signature: who can write the file can write both.

mod write;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::change::{Before, Seen};
use super::{Entry, EntryFile};
use crate::digest::Running;

pub use write::{Run, take_back, write, write_beside};

/// Version of the file's shape.
const SHAPE: u32 = 2;
/// What the first line says of itself.
const NAME: &str = "rozlicz-consolidate";
/// Bytes that a first line may have: a file that is no store must not be read into memory to learn that.
const MAX_HEAD: u64 = 1024;
/// Bytes that a line may have: the largest municipality's entry many times over.
const MAX_LINE: u64 = 64 * 1024 * 1024;
const KEY: &[u8] = b"{\"key\":\"";
/// What stands between the key, the digest and the entry of a line, and after it.
const SHA256: &[u8] = b"\",\"sha256\":\"";
const ENTRY: &[u8] = b"\",\"entry\":";
const CLOSE: &[u8] = b"}";
const PATH: &[u8] = b"{\"path\":";
const END: &[u8] = b"{\"end\":\"";
/// Hexadecimal digits of a digest.
const DIGITS: usize = 64;

/// What besides the files decides what an entry says, as a digest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conditions(String);

impl Conditions {
    /// Returns the conditions of these parts: the program, the rules, the forms, what was asked.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut digest = Running::default();
        for part in parts {
            digest.add_text(part);
        }
        Self(digest.hex())
    }

    /// Returns what an entry of these files is kept under; none for files that could not be read.
    pub fn key(&self, files: &[EntryFile]) -> Option<String> {
        if files.is_empty() || files.iter().any(|file| file.sha256.is_empty()) {
            return None;
        }
        let mut digest = Running::default();
        digest.add(self.0.as_bytes());
        for file in files {
            // Remarks name the file, and tables are known by the names of their files.
            digest.add_text(&file.path);
            digest.add(file.sha256.as_bytes());
        }
        Some(digest.hex())
    }
}

/// What was found where the store should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Nothing: the first run.
    Nothing,
    /// A store of the same program, rules and questions.
    Usable,
    /// A sound store of another program, other rules or other questions: only its paths are used.
    OtherConditions,
    /// A store cut off, emptied or changed by somebody, or of another version: passed over, and written anew.
    Damaged,
    /// A file that is no store, or cannot be read: passed over and left as it is.
    Foreign,
}

/// A store as it was found.
#[derive(Debug)]
pub struct Store {
    found: Found,
    before: Before,
    /// Where each entry's line begins and how long it is, without its end.
    lines: BTreeMap<String, (u64, usize)>,
    file: Option<Mutex<File>>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    store: String,
    shape: u32,
    conditions: String,
    /// Was there ever a whole run, so that the paths say something?
    whole: bool,
}

#[derive(Serialize, Deserialize)]
struct PathLine {
    path: String,
    sha256: String,
}

/// Digest of an entry as it stands in its line, bound to what it is kept under: no entry can stand in another's place.
fn digest_of(key: &str, entry: &[u8]) -> String {
    let mut digest = Running::default();
    digest.add(key.as_bytes());
    digest.add(entry);
    digest.hex()
}

/// Returns the entry of a line, as text, if the line is that of the key and as it was written.
fn entry_in<'a>(line: &'a [u8], key: &str) -> Option<&'a [u8]> {
    let rest = line.strip_prefix(KEY)?.strip_prefix(key.as_bytes())?.strip_prefix(SHA256)?;
    let (digest, rest) = rest.split_at_checked(DIGITS)?;
    let entry = rest.strip_prefix(ENTRY)?.strip_suffix(CLOSE)?;
    (digest == digest_of(key, entry).as_bytes()).then_some(entry)
}

impl Store {
    /// Returns a store that holds nothing.
    pub fn empty(found: Found) -> Self {
        Self { found, before: Before::default(), lines: BTreeMap::new(), file: None }
    }

    /// Reads what lies under the path; entries made under other conditions are passed over.
    pub fn open(path: &Path, conditions: &Conditions) -> Self {
        match File::open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Self::empty(Found::Nothing),
            Ok(file) if file.metadata().is_ok_and(|about| about.is_file()) => Self::read(file, conditions),
            Err(_) | Ok(_) => Self::empty(Found::Foreign),
        }
    }

    /// Returns what was found.
    pub fn found(&self) -> Found {
        self.found
    }

    /// Returns the files of the last whole run.
    pub fn before(&self) -> &Before {
        &self.before
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Is there no entry?
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the entry of these files; none when its line is not as it was written.
    pub fn get(&self, conditions: &Conditions, files: &[EntryFile]) -> Option<Entry> {
        let key = conditions.key(files)?;
        let line = self.line(&key)?;
        let entry: Entry = serde_json::from_slice(entry_in(&line, &key)?).ok()?;
        (entry.files == files).then_some(entry)
    }

    /// Returns an entry's line without its end.
    fn line(&self, key: &str) -> Option<Vec<u8>> {
        let (begin, length) = *self.lines.get(key)?;
        let mut file = self.file.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
        let mut line = vec![0; length];
        file.seek(SeekFrom::Start(begin)).ok()?;
        file.read_exact(&mut line).ok()?;
        Some(line)
    }

    fn read(file: File, conditions: &Conditions) -> Self {
        let empty = file.metadata().is_ok_and(|about| about.len() == 0);
        let mut lines = Lines::of(file);
        let head = lines.next(MAX_HEAD).and_then(|()| serde_json::from_slice::<Head>(lines.line()).ok());
        let Some(head) = head.filter(|head| head.store == NAME) else {
            // A file of no bytes, as a full disk leaves it, holds nothing that could be lost.
            return Self::empty(if empty || lines.is_ours() { Found::Damaged } else { Found::Foreign });
        };
        let same = head.conditions == conditions.0;
        let mut store = Self::empty(if same { Found::Usable } else { Found::OtherConditions });
        let mut seen = Seen::new();
        if head.shape != SHAPE || store.read_lines(&mut lines, &mut seen, same).is_none() {
            return Self::empty(Found::Damaged);
        }
        store.before = Before(head.whole.then_some(seen));
        store.file = Some(Mutex::new(lines.reader.into_inner()));
        store
    }

    /// Reads the lines after the first; nothing when they are not as they were written.
    fn read_lines(&mut self, lines: &mut Lines, seen: &mut Seen, entries: bool) -> Option<()> {
        loop {
            lines.next(MAX_LINE)?;
            let line = lines.line();
            if line.starts_with(KEY) {
                let key = std::str::from_utf8(line.get(KEY.len()..KEY.len() + DIGITS)?).ok()?;
                if entries {
                    self.lines.insert(key.to_owned(), (lines.begin, line.len()));
                }
            } else if line.starts_with(PATH) {
                let known: PathLine = serde_json::from_slice(line).ok()?;
                seen.insert(known.path, known.sha256);
            } else {
                let written = line.strip_prefix(END)?.strip_suffix(b"\"}")?;
                let sound = written == lines.before.hex().as_bytes();
                return (sound && lines.ended()).then_some(());
            }
        }
    }
}

/// A file line by line, with the digest of the lines before the one that was read last.
struct Lines {
    reader: BufReader<File>,
    before: Running,
    /// Where the line begins.
    begin: u64,
    /// The line with its end.
    held: Vec<u8>,
}

impl Lines {
    fn of(file: File) -> Self {
        let reader = BufReader::with_capacity(256 * 1024, file);
        Self { reader, before: Running::default(), begin: 0, held: Vec::new() }
    }

    /// Reads the next line; nothing when there is none, it is longer than `max` or has no end.
    fn next(&mut self, max: u64) -> Option<()> {
        self.before.add(&self.held);
        self.begin += self.held.len() as u64;
        self.held.clear();
        self.reader.by_ref().take(max).read_until(b'\n', &mut self.held).ok()?;
        (self.held.last() == Some(&b'\n')).then_some(())
    }

    /// Does the first line begin as that of a store, though it is cut off or spoilt?
    fn is_ours(&self) -> bool {
        self.held.starts_with(format!("{{\"store\":\"{NAME}\"").as_bytes())
    }

    /// Is there nothing after the line?
    fn ended(&mut self) -> bool {
        self.next(1).is_none() && self.held.is_empty()
    }

    fn line(&self) -> &[u8] {
        self.held.strip_suffix(b"\n").unwrap_or(&self.held)
    }
}

#[cfg(test)]
mod tests;
