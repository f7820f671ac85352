//! Writes the tables of entries into a folder that any engine reads: `gminy/programme=…/voivodeship=…/dane.parquet`.
//!
//! Everything is rendered and written into a folder beside first, then put in place by renaming; the list of digests
//! comes last. A failure before the renaming changes nothing; what is half in place afterwards does not match the list,
//! and a reader of the export is told. Same entries, same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::by::{Grouping, Totals};
use super::place::Place;
use super::{FrameError, Frames, Numbered, figures, numbered, schema};
use crate::consolidate::Entry;
use crate::digest::sha256_hex;
use crate::output::{self, OutputError};

/// The list of files with their digests, as `sha256sum` writes and checks it.
pub const DIGESTS: &str = "PLIKI.sha256";

/// Name of a partition's files, without ending.
pub const DATA: &str = "dane";

/// Folder of the tables of totals.
pub const TOTALS: &str = "zestawienia";

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exported {
    /// Partitions in order.
    pub places: Vec<Place>,
    /// Files put in place, the list of digests included.
    pub files: usize,
    /// First files of entries that count and hold a figure which no column can hold.
    pub outside: Vec<String>,
}

/// Files by their path under the folder, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Renders every file of the partitions of the entries, without the list of digests.
pub fn rendered(entries: &[Entry], by: &[Grouping]) -> Result<Files, FrameError> {
    let mut partitions: BTreeMap<Place, Vec<Numbered<'_>>> = BTreeMap::new();
    for one in numbered(entries) {
        partitions.entry(one.place.clone()).or_default().push(one);
    }
    let mut files = Files::new();
    for (place, entries) in &partitions {
        let frames = Frames::of(entries)?;
        let totals = by.iter().map(|by| Totals::of(*by, &frames, entries)).collect::<Result<Vec<_>, _>>()?;
        let named = frames.all().map(|f| (f.table().name.to_owned(), f)).into_iter();
        let totals = totals.iter().map(|t| (format!("{TOTALS}/{}", t.by.word()), &t.frame));
        for (name, frame) in named.chain(totals) {
            let path = format!("{name}/{}/{DATA}", place.path());
            files.insert(format!("{path}.parquet"), frame.parquet()?);
            files.insert(format!("{path}.csv"), frame.csv()?);
        }
    }
    files.insert(schema::JSON.to_owned(), schema::json().into_bytes());
    files.insert(schema::PAGE.to_owned(), page().into_bytes());
    Ok(files)
}

fn page() -> String {
    format!("{}\n{}", include_str!("export/schemat.md"), schema::page())
}

/// Writes the export. Partitions that are there are replaced only with `overwrite`; others in the folder stay.
pub fn export(
    entries: &[Entry],
    by: &[Grouping],
    folder: &Path,
    overwrite: bool,
) -> Result<Exported, FrameError> {
    let files = rendered(entries, by)?;
    let places: BTreeSet<Place> = numbered(entries).into_iter().map(|n| n.place).collect();
    let before = listed(folder)?;
    refuse_other_schema(folder, overwrite)?;
    refuse_existing(&files, folder, overwrite)?;
    let of_these = |path: &str| places.iter().any(|place| path.contains(&format!("/{}/", place.path())));
    // A table of totals that is not asked for now would stand beside figures it was not made from.
    let stale: Vec<&String> = before.keys().filter(|p| of_these(p) && !files.contains_key(*p)).collect();
    let mut list: BTreeMap<&str, String> =
        before.iter().filter(|(p, _)| !of_these(p)).map(|(p, digest)| (p.as_str(), digest.clone())).collect();
    list.extend(files.iter().map(|(path, bytes)| (path.as_str(), sha256_hex(bytes))));
    let lines: Vec<String> = list.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect();
    let digests = lines.concat();
    put_all(&files, &digests, &stale, folder)?;
    let fractions = entries.iter().filter(|e| e.counts() && figures::has_fractions(&e.figures));
    let outside = fractions.map(|e| e.path().to_owned()).collect();
    Ok(Exported { places: places.into_iter().collect(), files: files.len() + 1, outside })
}

/// Returns the digests of an export by path; empty where there is none.
pub fn listed(folder: &Path) -> Result<BTreeMap<String, String>, OutputError> {
    let file = folder.join(DIGESTS);
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(text
            .lines()
            .filter_map(|line| line.split_once("  "))
            .filter(|(_, path)| inside(path))
            .map(|(digest, path)| (path.to_owned(), digest.to_owned()))
            .collect()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(error) => Err(OutputError::Unwritable { file, reason: error.kind() }),
    }
}

/// Does a path stay in its folder? A list of files is read from a disk and trusted with nothing.
pub fn inside(path: &str) -> bool {
    let plain = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(plain)
}

/// Partitions of two schemas in one folder would not be one table.
fn refuse_other_schema(folder: &Path, overwrite: bool) -> Result<(), OutputError> {
    let file = folder.join(schema::JSON);
    match std::fs::read_to_string(&file) {
        Ok(text) if !overwrite && schema::version_in(&text) != Some(schema::VERSION) => {
            Err(OutputError::Exists { file })
        }
        _ => Ok(()),
    }
}

fn refuse_existing(files: &Files, folder: &Path, overwrite: bool) -> Result<(), OutputError> {
    for path in files.keys().filter(|path| path.contains('/')) {
        let file = folder.join(path);
        match std::fs::symlink_metadata(&file) {
            Ok(found) if found.is_dir() => return Err(OutputError::IsFolder { file }),
            Ok(_) if !overwrite => return Err(OutputError::Exists { file }),
            _ => {}
        }
    }
    Ok(())
}

/// Writes beside, then renames.
fn put_all(files: &Files, digests: &str, stale: &[&String], folder: &Path) -> Result<(), OutputError> {
    folder_for(&folder.join(DIGESTS))?;
    let beside = tempfile::Builder::new()
        .prefix(".rozlicz-")
        .tempdir_in(folder)
        .map_err(|e| output::unwritable(folder, &e))?;
    let list = (DIGESTS.to_owned(), digests.as_bytes().to_vec());
    let all = || files.iter().chain(std::iter::once((&list.0, &list.1)));
    let staged: Vec<PathBuf> = (0..all().count()).map(|n| beside.path().join(n.to_string())).collect();
    for ((_, bytes), place) in all().zip(&staged) {
        output::put(place, false, bytes)?;
    }
    for (path, _) in all() {
        folder_for(&folder.join(path))?;
    }
    for path in stale {
        let file = folder.join(path);
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(output::unwritable(&file, &error));
            }
            _ => {}
        }
    }
    for ((path, _), place) in all().zip(&staged) {
        let file = folder.join(path);
        std::fs::rename(place, &file).map_err(|e| output::unwritable(&file, &e))?;
    }
    Ok(())
}

fn folder_for(file: &Path) -> Result<(), OutputError> {
    let Some(folder) = file.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|e| output::unwritable(folder, &e))
}
