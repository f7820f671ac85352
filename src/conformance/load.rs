//! Reads the public record: folders with a `case.toml`, `rows.csv`, `not-recomputed.csv`.
//!
//! From what was compiled in, or from a folder; no path of a machine goes further than a refusal that names a file
//! the caller gave.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry};

use super::case::{Case, Data, Kind, PublicRecord};
use super::fields::Fields;
use super::rows;
use crate::finding::Fact;
use crate::intake::MemoryFile;
use crate::programme::ProgrammeError;
use crate::programme::catalogue::BUILT_IN;
use crate::programme::load::{Node, Value, parse};
use crate::programme::refusal::Refusal;

/// Files by their path inside the folder, with `/`.
type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// The folder of the published cases among the programmes compiled in.
const HOME: &str = "published";
const CASE: &str = "case.toml";
const ROWS: &str = "rows.csv";
const NOT_RECOMPUTED: &str = "not-recomputed.csv";
/// Folders in folders that are still looked into.
const DEEPEST: usize = 4;

impl PublicRecord {
    /// Returns the record compiled in.
    pub fn built_in() -> Result<Self, ProgrammeError> {
        let mut files = Files::new();
        let mut open: Vec<&Dir<'static>> = BUILT_IN.get_dir(HOME).into_iter().collect();
        while let Some(dir) = open.pop() {
            for entry in dir.entries() {
                match entry {
                    DirEntry::Dir(inner) => open.push(inner),
                    DirEntry::File(file) => {
                        let path = file.path().strip_prefix(HOME).unwrap_or(file.path());
                        let name = path.to_string_lossy().replace('\\', "/");
                        files.insert(name, Cow::Borrowed(file.contents()));
                    }
                }
            }
        }
        Self::from_files(&files)
    }

    /// Reads the record of a folder.
    pub fn from_dir(folder: &Path) -> Result<Self, ProgrammeError> {
        let mut files = Files::new();
        gather(folder, "", DEEPEST, &mut files)?;
        let record = Self::from_files(&files)?;
        if record.cases.is_empty() && record.not_recomputed.is_empty() {
            let place = folder.display().to_string();
            return Err(refused(&place, 1, CASE, "conformance-nothing-there", &[]));
        }
        Ok(record)
    }

    fn from_files(files: &Files) -> Result<Self, ProgrammeError> {
        let mut record = Self::default();
        for (path, bytes) in files {
            match path.strip_suffix(CASE) {
                Some(folder) if folder.is_empty() || folder.ends_with('/') => {
                    record.cases.push(folder_case(path, folder, bytes, files)?);
                }
                _ => {}
            }
        }
        if let Some(bytes) = files.get(ROWS) {
            record.cases.extend(rows::cases(ROWS, bytes)?);
        }
        if let Some(bytes) = files.get(NOT_RECOMPUTED) {
            record.not_recomputed = rows::not_recomputed(NOT_RECOMPUTED, bytes)?;
        }
        record.cases.sort_by(|a, b| (&a.year, &a.municipality).cmp(&(&b.year, &b.municipality)));
        record.not_recomputed.sort_by(|a, b| (&a.year, &a.municipality).cmp(&(&b.year, &b.municipality)));
        Ok(record)
    }
}

fn gather(folder: &Path, prefix: &str, depth: usize, files: &mut Files) -> Result<(), ProgrammeError> {
    let unreadable = |path: &Path, error: &std::io::Error| ProgrammeError::Unreadable {
        file: path.display().to_string(),
        reason: error.kind(),
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        paths.push(entry.map_err(|e| unreadable(folder, &e))?.path());
    }
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inside = format!("{prefix}{name}");
        if path.is_dir() {
            if depth > 0 {
                gather(&path, &format!("{inside}/"), depth - 1, files)?;
            }
        } else if [".toml", ".csv"].iter().any(|end| name.ends_with(end)) {
            files.insert(inside, Cow::Owned(fs::read(&path).map_err(|e| unreadable(&path, &e))?));
        }
    }
    Ok(())
}

fn refused(
    file: &str,
    line: usize,
    key: &str,
    problem: &'static str,
    facts: &[(&'static str, &str)],
) -> ProgrammeError {
    let facts = facts.iter().map(|(name, text)| (*name, Fact::Text((*text).to_owned()))).collect();
    ProgrammeError::Refused(vec![Refusal {
        file: file.to_owned(),
        line,
        key: key.to_owned(),
        problem,
        facts,
    }])
}

/// Reads `case.toml` and takes the tables of `input/` beside it.
fn folder_case(file: &str, folder: &str, bytes: &[u8], files: &Files) -> Result<Case, ProgrammeError> {
    let text = String::from_utf8_lossy(bytes);
    let tree =
        parse(&text).map_err(|e| refused(file, e.line, CASE, "rules-not-toml", &[("reason", &e.message)]))?;
    let mut values = BTreeMap::new();
    flatten(file, "", &tree, &mut values)?;
    let mut fields = Fields::new(file, 1, values);
    let tables = format!("{folder}input/");
    let inputs: Vec<MemoryFile> = files
        .range(tables.clone()..)
        .take_while(|(path, _)| path.starts_with(&tables))
        .map(|(path, bytes)| MemoryFile { name: path[tables.len()..].to_owned(), bytes: bytes.clone() })
        .collect();
    if inputs.is_empty() {
        fields.refuse("input", "conformance-no-tables", &[]);
    }
    // For the reader of the file and for the tests; the command shows the rest.
    for words in ["title", "published", "derivation"] {
        fields.required(words);
    }
    let kind = fields.kind();
    let figures = fields.figures(kind);
    let findings = fields.text("findings").unwrap_or_default();
    let Some(as_of) = fields.day("as_of") else {
        return Err(fields.done().err().unwrap_or_else(|| refused(file, 1, "as_of", "rules-not-text", &[])));
    };
    let case = Case {
        place: folder.trim_end_matches('/').to_owned(),
        municipality: fields.required("municipality"),
        year: fields.required("year"),
        programme: fields.required("programme"),
        kind: kind.unwrap_or(Kind::Consistent),
        figures,
        findings: findings.split(',').map(|code| code.trim().to_owned()).filter(|c| !c.is_empty()).collect(),
        inferred: fields.text("inferred").unwrap_or_default(),
        source: fields.required("source"),
        data: Data::Tables { files: inputs, as_of },
    };
    fields.done().map(|()| case)
}

/// Turns tables into keys with a point: `figures.co_financing`.
fn flatten(
    file: &str,
    path: &str,
    node: &Node,
    values: &mut BTreeMap<String, (usize, String)>,
) -> Result<(), ProgrammeError> {
    let problem = match &node.value {
        Value::Table(table) => {
            for (key, inner) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(file, &path, inner, values)?;
            }
            return Ok(());
        }
        Value::Text(text) => {
            values.insert(path.to_owned(), (node.line, text.clone()));
            return Ok(());
        }
        Value::Bare(seen) => refused(file, node.line, path, "rules-not-in-quotes", &[("seen", seen)]),
        Value::List(_) => refused(file, node.line, path, "rules-not-text", &[]),
    };
    Err(problem)
}
