//! Reads an export back into the entries it was written from: figures exact, months, assistants, files, remarks.
//!
//! Only what the list of digests names and what still has its digest is read. An export with a changed Parquet file is
//! refused as a whole: part of a voivodeship would look like all of it. A changed CSV is told and does not matter, since
//! nothing is read from CSV. Entries keep the kind they were exported with: what came from a bare form stays so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::export::{DATA, DIGESTS, TOTALS, inside};
use super::figures::FigureColumn;
use super::{
    Frame, FrameError, Read, Table, assistant_months, figures, findings, handed_in, municipalities, schema,
};
use crate::consolidate::{Entry, EntryFile, Kind, Remark, Verdict};
use crate::digest::sha256_hex;
use crate::finding::{Code, Fact, Finding, code};
use crate::source::Sources;

/// Reads an export. `shown` is put before the paths of its files; of several editions only `programme` is taken.
///
/// Never fails: what is wrong is a remark of an entry of kind [`Kind::Export`], which is then the only one.
pub fn import(folder: &Path, shown: &str, programme: Option<&str>) -> Vec<Entry> {
    let mut remarks = Vec::new();
    let list = std::fs::read(folder.join(DIGESTS)).unwrap_or_default();
    let mut entries = match taken(folder, &list, programme, &mut remarks) {
        Some(entries) if remarks.iter().all(|r: &Remark| r.severity != "error") => entries,
        _ => Vec::new(),
    };
    let under = |path: &str| if shown.is_empty() { path.to_owned() } else { format!("{shown}/{path}") };
    for file in entries.iter_mut().flat_map(|e| &mut e.files) {
        file.path = under(&file.path);
    }
    if !remarks.is_empty() {
        remarks.sort_by_key(|r| r.severity != "error");
        let bytes = u64::try_from(list.len()).unwrap_or(u64::MAX);
        let file = EntryFile { path: under(DIGESTS), sha256: sha256_hex(&list), bytes };
        let mut export = Entry::of(vec![file], Kind::Export);
        export.remarks = remarks;
        export.judge();
        // Its entries are taken; the export itself is no report and must not stand among them with no figure.
        if export.verdict == Verdict::Remarks {
            export.verdict = Verdict::Skipped;
        }
        entries.push(export);
    }
    entries
}

fn told(code: &'static Code, facts: &[(&'static str, String)]) -> Remark {
    let mut finding = Finding::new(code);
    finding.facts.extend(facts.iter().map(|(name, text)| (*name, Fact::Text(text.clone()))));
    Remark::of(&finding, &Sources::default())
}

fn about(code: &'static Code, file: &str) -> Remark {
    told(code, &[("file", file.to_owned())])
}

/// Reads every partition; none where the export cannot be read at all. What is wrong stands among the remarks.
fn taken(
    folder: &Path,
    list: &[u8],
    programme: Option<&str>,
    remarks: &mut Vec<Remark>,
) -> Option<Vec<Entry>> {
    let version =
        std::fs::read_to_string(folder.join(schema::JSON)).ok().and_then(|t| schema::version_in(&t));
    if version != Some(schema::VERSION) {
        let seen = version.map_or_else(|| "–".to_owned(), |v| v.to_string());
        let facts = [("seen", seen), ("expected", schema::VERSION.to_string())];
        remarks.push(told(&code::consolidate::EXPORT_SCHEMA, &facts));
        return None;
    }
    let Some(listed) = lines(list) else {
        remarks.push(about(&code::consolidate::EXPORT_FILE_CHANGED, DIGESTS));
        return None;
    };
    let listed = Listed { folder, listed };
    for path in listed.beside() {
        if listed.bytes(path).is_none() {
            remarks.push(about(&code::consolidate::EXPORT_COPY_CHANGED, path));
        }
    }
    remarks
        .extend(listed.strangers().iter().map(|path| about(&code::consolidate::EXPORT_FILE_UNLISTED, path)));
    let columns = figures::columns();
    let mut entries = Vec::new();
    for place in listed.places() {
        match partition(&listed, &place, &columns) {
            Ok(read) => entries.extend(read),
            Err(Fault::Changed(path)) => remarks.push(about(&code::consolidate::EXPORT_FILE_CHANGED, &path)),
            Err(Fault::Unreadable(path)) => remarks.push(about(&code::consolidate::EXPORT_UNREADABLE, &path)),
        }
    }
    entries.retain(|e| programme.is_none() || e.edition.is_none() || e.edition.as_deref() == programme);
    Some(entries)
}

/// Reads the list of digests: 64 digits, two spaces, a path that stays in the folder; none for anything else.
fn lines(list: &[u8]) -> Option<BTreeMap<String, String>> {
    let text = std::str::from_utf8(list).ok()?;
    let line = |line: &str| {
        let (digest, path) = line.split_once("  ")?;
        (digest.len() == 64 && inside(path)).then(|| (path.to_owned(), digest.to_owned()))
    };
    text.lines().map(line).collect::<Option<BTreeMap<_, _>>>().filter(|listed| !listed.is_empty())
}

/// The files of an export by the list of their digests.
struct Listed<'f> {
    folder: &'f Path,
    listed: BTreeMap<String, String>,
}

impl Listed<'_> {
    /// Returns the bytes of a file; none where it is missing, changed or not listed.
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let digest = self.listed.get(path)?;
        std::fs::read(self.folder.join(path)).ok().filter(|bytes| sha256_hex(bytes) == *digest)
    }

    /// Goes through the files from which nothing is read: CSV, totals, the schema's page.
    fn beside(&self) -> impl Iterator<Item = &str> {
        self.listed.keys().map(String::as_str).filter(|path| !is_data(path))
    }

    /// Returns `programme=…/voivodeship=…` of every partition listed under any table.
    fn places(&self) -> BTreeSet<String> {
        let data = self.listed.keys().filter(|path| is_data(path));
        data.filter_map(|path| Some(path.split_once('/')?.1.rsplit_once('/')?.0.to_owned())).collect()
    }

    /// Returns the Parquet files among the tables that nobody listed: copied in by hand, say.
    fn strangers(&self) -> Vec<String> {
        let mut found = Vec::new();
        for table in schema::tables() {
            let mut folders = vec![table.name.to_owned()];
            for _ in ["programme", "voivodeship"] {
                folders = folders.iter().flat_map(|folder| self.names(folder)).collect();
            }
            let files = folders.iter().flat_map(|folder| self.names(folder));
            found.extend(files.filter(|path| path.ends_with(".parquet") && !self.listed.contains_key(path)));
        }
        found
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let Ok(read) = std::fs::read_dir(self.folder.join(folder)) else { return Vec::new() };
        let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = read.flatten().map(|e| format!("{folder}/{}", name(e))).collect();
        names.sort();
        names
    }
}

/// Is a path that of a table's Parquet file?
fn is_data(path: &str) -> bool {
    let file = format!("/{DATA}.parquet");
    path.ends_with(&file) && !path.starts_with(&format!("{TOTALS}/"))
}

/// Why a partition was not read, with the file.
enum Fault {
    Changed(String),
    Unreadable(String),
}

/// Reads the entries of a partition.
fn partition(listed: &Listed<'_>, place: &str, columns: &[FigureColumn]) -> Result<Vec<Entry>, Fault> {
    let [municipalities, months, assistants, files, remarks] =
        schema::tables().map(|t| Rows::of(listed, place, t));
    let rows = municipalities?;
    let mut entries = Vec::new();
    for row in 0..rows.read.len {
        let number = i64::try_from(row + 1).unwrap_or(i64::MAX);
        let entry = municipalities::entry(&rows.read, row, columns).ok_or_else(|| rows.fault())?;
        if rows.read.whole(row, "entry") != Some(number) {
            return Err(rows.fault());
        }
        entries.push(entry);
    }
    months?.each(&mut entries, assistant_months::month, |e, month| e.months.push(month))?;
    assistants?.each(&mut entries, handed_in::assistant, |e, assistant| e.assistants.push(assistant))?;
    files?.each(&mut entries, handed_in::file, |e, file| e.files.push(file))?;
    remarks?.each(&mut entries, findings::remark, |e, remark| e.remarks.push(remark))?;
    Ok(entries)
}

/// A table of a partition.
struct Rows {
    path: String,
    read: Read,
}

impl Rows {
    fn of(listed: &Listed<'_>, place: &str, table: Table) -> Result<Self, Fault> {
        let path = format!("{}/{place}/{DATA}.parquet", table.name);
        let bytes = listed.bytes(&path).ok_or_else(|| Fault::Changed(path.clone()))?;
        let read = Frame::from_parquet(table, &bytes).and_then(|f| f.read());
        read.map(|read| Self { path: path.clone(), read }).map_err(|_: FrameError| Fault::Unreadable(path))
    }

    fn fault(&self) -> Fault {
        Fault::Unreadable(self.path.clone())
    }

    /// Gives each row to the entry whose number it bears.
    fn each<T>(
        &self,
        entries: &mut [Entry],
        make: impl Fn(&Read, usize) -> Option<T>,
        give: impl Fn(&mut Entry, T),
    ) -> Result<(), Fault> {
        for row in 0..self.read.len {
            let number = self.read.whole(row, "entry").and_then(|n| usize::try_from(n).ok());
            let entry =
                number.and_then(|n| entries.get_mut(n.checked_sub(1)?)).ok_or_else(|| self.fault())?;
            give(entry, make(&self.read, row).ok_or_else(|| self.fault())?);
        }
        Ok(())
    }
}
