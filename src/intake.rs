//! Reads what a municipality hands in: workbooks and text tables become records, each value with its cell, and findings.
//!
//! Knows file formats and the layout of the tables; knows neither law nor programmes. A file that cannot be read is a
//! finding, so that one pass names everything; only when there is nothing at all to read does it give up.

mod agreement;
mod archive;
mod biff;
pub mod book;
mod calendar;
mod columns;
mod headers;
mod locate;
pub mod look;
pub(crate) mod number;
mod ods;
mod paths;
mod plan;
mod raw;
pub mod register;
mod tables;
mod text;
pub(crate) mod typed;
pub(crate) mod value;
pub(crate) mod words;
mod workbook;
pub(crate) mod written;

pub use paths::is_table as is_table_by_name;
pub use raw::{Limit, MAX_FILE_BYTES, Trouble};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::digest::sha256_hex;
use crate::finding::code::intake as codes;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::records::{Submission, TableId, schema};
use crate::source::{CellRef, SheetId, SourceFile};
use raw::RawSheet;

/// What was read, and what there is to say about it.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The facts.
    pub submission: Submission,
    /// What is wrong, doubtful or worth knowing, in the order read.
    pub findings: Vec<Finding>,
}

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// A path that does not exist or may not be opened.
    #[error("{path}: {reason}")]
    NotFound {
        /// As given.
        path: String,
        /// What the system said.
        reason: std::io::ErrorKind,
    },
    /// No file in a supported format.
    #[error("{path}: no workbook (.xlsx, .xlsm, .xls, .xlsb, .ods) and no .csv file")]
    NothingToRead {
        /// As given.
        path: String,
    },
}

impl IntakeError {
    /// Returns the key of the message in the catalogues, and its facts.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Fact)>) {
        match self {
            Self::NotFound { path, reason } => (
                "intake-path-unreadable",
                vec![("path", Fact::Text(path.clone())), ("reason", Fact::System(*reason))],
            ),
            Self::NothingToRead { path } => {
                ("intake-nothing-to-read", vec![("path", Fact::Text(path.clone()))])
            }
        }
    }
}

/// Returns the figure of a plan that a row of `Założenia` names.
pub fn plan_figure(name: &str) -> Option<&'static crate::records::plan::PlanFigure> {
    plan::figure(name)
}

/// Returns the word that was most likely meant, for a suggestion.
pub fn nearest_word<'a>(seen: &str, known: &[&'a str]) -> Option<&'a str> {
    words::nearest(seen, known.iter().copied())
}

/// A file that is in memory: the published cases are compiled in and lie on no disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoryFile {
    /// File name without folders; its extension tells text tables.
    pub name: String,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
}

/// Reads files and folders as one submission.
pub fn read(paths: &[PathBuf]) -> Result<Intake, IntakeError> {
    let (files, ignored) = paths::list(paths)?;
    let mut intake = Reading::default();
    for file in ignored {
        intake.findings.push(about_file(&codes::FILE_SKIPPED, &file.name));
    }
    for file in files {
        intake.file(&file);
    }
    Ok(intake.done())
}

/// The files of a submission with what they hold, as a capsule keeps them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Documents {
    /// Files that are read, in the order read.
    pub files: Vec<Document>,
    /// Names of files of a folder that are not read.
    pub skipped: Vec<String>,
}

/// A file of a submission with what it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// File name without folders.
    pub name: String,
    /// Found in a folder, not named by the caller: a file without a table is then no error.
    pub found: bool,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why the files of a submission could not be taken up whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotTaken {
    /// The system refused.
    Unreadable(String, std::io::ErrorKind),
    /// Larger than any file that is read.
    TooLarge(String),
}

/// Takes up files and folders as they are, to read them with [`read_documents`]: one look at the disk serves both the
/// run and the capsule that records it.
pub fn documents(paths: &[PathBuf]) -> Result<Result<Documents, NotTaken>, IntakeError> {
    let (files, ignored) = paths::list(paths)?;
    let take = |file: paths::Candidate| {
        let refused = |e: std::io::Error| NotTaken::Unreadable(file.name.clone(), e.kind());
        if std::fs::metadata(&file.path).map_err(refused)?.len() > raw::MAX_FILE_BYTES {
            return Err(NotTaken::TooLarge(file.name));
        }
        let bytes = std::fs::read(&file.path).map_err(refused)?;
        Ok(Document { name: file.name, found: file.found, bytes })
    };
    let skipped = ignored.into_iter().map(|file| file.name).collect();
    let files: Result<Vec<Document>, NotTaken> = files.into_iter().map(take).collect();
    Ok(files.map(|files| Documents { files, skipped }))
}

/// Reads files taken up before as one submission, with the findings that [`read`] would have made of them.
pub fn read_documents(documents: &Documents) -> Intake {
    let mut intake = Reading::default();
    for name in &documents.skipped {
        intake.findings.push(about_file(&codes::FILE_SKIPPED, name));
    }
    for file in &documents.files {
        intake.bytes(&file.name, Cow::Borrowed(&file.bytes), file.found);
    }
    intake.done()
}

/// Reads files that are in memory as one submission, as if they had been found in a folder.
pub fn read_memory(files: &[MemoryFile]) -> Intake {
    let mut intake = Reading::default();
    for file in files {
        intake.bytes(&file.name, Cow::Borrowed(&*file.bytes), true);
    }
    intake.done()
}

/// Reads a text table that is no part of a submission: its rows, cells as text. Nothing when it is not text.
pub fn text_rows(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for cell in text::read("", bytes).ok()?.iter().flat_map(|sheet| &sheet.cells) {
        let (row, column) = (usize::try_from(cell.row).ok()?, usize::try_from(cell.column).ok()?);
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, String::new());
        }
        rows[row][column] = cell.value.seen();
    }
    Some(rows)
}

/// An intake in the making.
#[derive(Default)]
struct Reading {
    submission: Submission,
    findings: Vec<Finding>,
    /// Tables that were found but cannot be read, and of which that was said.
    announced: Vec<TableId>,
    /// Was there a file of which nothing could be read? It may hold any of the tables.
    unread: bool,
}

fn about_file(code: &'static Code, name: &str) -> Finding {
    Finding::new(code).with("file", Fact::Text(name.to_owned()))
}

impl Reading {
    fn done(mut self) -> Intake {
        self.submission.tables.sort_by_key(|t| t.id);
        typed::fill(&mut self.submission, &mut self.findings);
        self.say_missing_tables();
        for table in self.submission.tables.iter().filter(|t| t.id.is_plan()) {
            let name = Fact::Text(schema::table(table.id).sheet.to_owned());
            let finding = Finding::at(&crate::finding::code::plan::PLAN_NOT_SETTLED, table.header_at);
            self.findings.push(finding.with_seen(name));
        }
        Intake { submission: self.submission, findings: self.findings }
    }

    fn file(&mut self, file: &paths::Candidate) {
        let size = std::fs::metadata(&file.path).map_or(0, |m| m.len());
        if size > raw::MAX_FILE_BYTES {
            let trouble = Trouble::TooLarge(raw::Limit::Bytes, format!("{} MB", size / (1024 * 1024)));
            self.findings.push(trouble_with(&trouble, &file.name));
            self.unread = true;
            return;
        }
        let bytes = match std::fs::read(&file.path) {
            Ok(bytes) => bytes,
            Err(e) => {
                let finding = about_file(&codes::FILE_UNREADABLE, &file.name);
                self.findings.push(finding.with("reason", Fact::System(e.kind())));
                self.unread = true;
                return;
            }
        };
        self.bytes(&file.name, Cow::Owned(bytes), file.found);
    }

    /// Reads what a file holds; `found` in a folder, or named by the caller.
    fn bytes(&mut self, name: &str, bytes: Cow<'_, [u8]>, found: bool) {
        let sha256 = sha256_hex(&bytes);
        if self.submission.sources.files.iter().any(|f| f.sha256 == sha256) {
            self.findings.push(about_file(&codes::SAME_FILE_TWICE, name));
            return;
        }
        let sheets = match workbook::read(name, &bytes) {
            Ok(sheets) => sheets,
            Err(trouble) => {
                self.findings.push(trouble_with(&trouble, name));
                self.unread = true;
                return;
            }
        };
        if is_own_output(&sheets) {
            // In a folder the last settlement may well lie beside the tables; named outright it is a mistake.
            let severity = if found { Severity::Note } else { Severity::Error };
            self.findings.push(about_file(&codes::OWN_OUTPUT, name).with_severity(severity));
            return;
        }
        let bytes_read = bytes.len() as u64;
        drop(bytes);
        let id =
            self.submission.sources.add_file(SourceFile { name: name.to_owned(), sha256, bytes: bytes_read });
        let before = self.submission.tables.len();
        let near_before = self.findings.iter().filter(|f| f.severity == Severity::Error).count();
        for sheet in &sheets {
            let sheet_id = self.submission.sources.add_sheet(id, &sheet.name);
            self.sheet(sheet, sheet_id);
        }
        let errors = self.findings.iter().filter(|f| f.severity == Severity::Error).count();
        let explained = sheets.iter().all(|s| explains(&s.name));
        if self.submission.tables.len() == before && errors == near_before && !explained {
            let severity = if found { Severity::Warning } else { Severity::Error };
            self.findings.push(about_file(&codes::NO_TABLE_IN_FILE, name).with_severity(severity));
        }
    }

    fn sheet(&mut self, sheet: &RawSheet, id: SheetId) {
        let Some(first) = sheet.cells.first() else {
            let at = CellRef { sheet: id, row: 0, column: 0 };
            self.findings.push(Finding::at(&codes::EMPTY_SHEET, at));
            return;
        };
        let first = CellRef { sheet: id, row: first.row, column: first.column };
        let rows = locate::Rows::new(sheet);
        let (places, near) = locate::tables(&rows);
        let agreement = agreement::read(&rows, id, &places, &mut self.findings);
        let nothing = places.is_empty() && agreement.is_none();
        self.submission.tables.extend(agreement);
        for place in &places {
            let before = self.submission.tables.iter().map(|t| t.rows.len()).sum();
            let table = tables::read(&rows, place, id, before, &mut self.findings);
            self.submission.tables.push(table);
            self.submission.headings.push(place.header.as_written());
        }
        for place in &near {
            self.announced.push(place.header.schema.id);
            columns::check_header(
                &place.header,
                id,
                (place.first_row, place.columns.0),
                &BTreeMap::new(),
                &mut self.findings,
            );
        }
        if nothing && near.is_empty() {
            self.unknown_sheet(&sheet.name, first);
        }
    }

    /// A sheet without a table: an error when its name promises one, nothing when it explains, else a note.
    fn unknown_sheet(&mut self, name: &str, at: CellRef) {
        if explains(name) {
            return;
        }
        let normal = words::normal(name);
        let promised = schema::TABLES.iter().find(|t| words::normal(t.sheet) == normal);
        let finding = match promised {
            Some(table) => {
                self.announced.push(table.id);
                let headers: Vec<&str> = table.columns.iter().map(|c| c.header).take(6).collect();
                Finding::at(&codes::TABLE_NOT_RECOGNISED, at)
                    .with("table", Fact::Text(table.sheet.to_owned()))
                    .with_expected(Fact::Text(headers.join(", ")))
            }
            None => Finding::at(&codes::SHEET_WITHOUT_TABLE, at).with("sheet", Fact::Text(name.to_owned())),
        };
        self.findings.push(finding);
    }

    /// Names the tables without which nothing can be settled.
    fn say_missing_tables(&mut self) {
        // The reason was said; whether the tables are missing is not known before the file can be read.
        let nothing = self.submission.tables.is_empty() && crate::finding::has_errors(&self.findings);
        if self.unread || nothing {
            return;
        }
        for id in [TableId::Agreement, TableId::Funds, TableId::Employment, TableId::Pay] {
            if self.submission.table(id).is_none() && !self.announced.contains(&id) {
                let table = schema::table(id);
                let by = if id == TableId::Agreement {
                    "Pole, Wartość".to_owned()
                } else {
                    let headers = table.recognised_by.iter().filter_map(|key| table.column(key));
                    headers.map(|c| c.header).collect::<Vec<_>>().join(", ")
                };
                self.findings.push(
                    Finding::new(&codes::MISSING_TABLE)
                        .with("table", Fact::Text(table.sheet.to_owned()))
                        .with_expected(Fact::Text(by)),
                );
            }
        }
    }
}

fn trouble_with(trouble: &Trouble, name: &str) -> Finding {
    match trouble {
        Trouble::NotAWorkbook => about_file(&codes::NOT_A_WORKBOOK, name),
        Trouble::Encrypted => about_file(&codes::ENCRYPTED_WORKBOOK, name),
        // The reader's own words are English: a fact for that catalogue, not a value seen.
        Trouble::Damaged(words) => {
            about_file(&codes::DAMAGED_WORKBOOK, name).with("reason", Fact::Text(words.clone()))
        }
        Trouble::TooLarge(limit, at) => about_file(&codes::FILE_TOO_LARGE, name)
            .with("limit", Fact::Text(limit.name().to_owned()))
            .with_seen(Fact::Text(at.clone())),
    }
}

/// A settlement workbook of ours copies the input, which must not be read twice; a list of findings is no table.
fn is_own_output(sheets: &[RawSheet]) -> bool {
    let settlement = ["Kontrole", "Źródła"].iter().all(|name| sheets.iter().any(|s| s.name == *name));
    let findings = |s: &RawSheet| {
        let top = || s.cells.iter().take_while(|c| c.row < 3).map(|c| words::normal(&c.value.seen()));
        ["waga", "plik", "komorka", "uwaga", "cozrobic"].iter().all(|head| top().any(|text| text == *head))
    };
    settlement || sheets.iter().any(findings)
}

/// Is this a sheet that explains the others, by its name? A text table may have that of the workbook before it.
fn explains(name: &str) -> bool {
    let normal = words::normal(name);
    let beginnings = ["instrukcja", "objasnienia", "slownik", "listy", "pomoc", "przyklad"];
    beginnings.iter().any(|word| normal.starts_with(word)) || normal.ends_with("-instrukcja")
}
