//! Capsules: one file with everything needed to repeat a run, and the repetition.
//!
//! A capsule holds the rules, the form, the arguments, the figures and the digests of inputs and papers; the inputs
//! themselves only when asked for, because they name people. Reading one is reading a stranger's file: it is measured,
//! nothing of it reaches the disk, and whatever is wrong with it ends in a sentence. The format: docs/capsule.md.

pub mod compare;
pub mod manifest;
pub mod pack;
pub mod replay;
pub mod traces;
pub mod write;

use std::collections::BTreeMap;
use std::path::Path;

pub use manifest::Manifest;
pub use replay::{Replay, Verdict};

use crate::digest::sha256_hex;
use crate::finding::Fact;
use crate::intake::{Document, Documents, NotTaken};
use crate::pipeline::CannotRun;
use crate::units::Day;
use pack::{PackError, Parts};

/// Names of the parts.
pub mod part {
    /// The edition's rules.
    pub const RULES: &str = "rules/programme.toml";
    /// The texts that the rules cite.
    pub const LAW: &str = "rules/law.md";
    /// Before the name of a file that all editions rest on.
    pub const COMMON: &str = "rules/";
    /// The form's definition.
    pub const FORM: &str = "forms/form.toml";
    /// The readings with their prices and the findings, as `settle --json` prints them.
    pub const FINDINGS: &str = "findings.json";
    /// The workbook as it was written, with what each figure rests on.
    pub const TRACE: &str = "trace.json";
}

/// Why a file is no capsule to work with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CapsuleError {
    /// The file cannot be read.
    Unreadable(std::io::ErrorKind),
    /// Something else altogether.
    NotACapsule,
    /// Cut off, changed or packed again; or what it says of its parts is not so.
    Damaged,
    /// More than is read.
    TooLarge,
    /// Written in a format that this program does not know yet.
    Newer {
        /// Its number.
        format: u64,
        /// The program that wrote it.
        program: String,
    },
}

impl CapsuleError {
    /// Returns the reason as one for which nothing could be run.
    pub fn at(self, path: &Path) -> CannotRun {
        let said = |key| CannotRun::new(key).with("file", path.display());
        match self {
            Self::Unreadable(reason) => CannotRun::Said {
                key: "intake-path-unreadable",
                facts: vec![
                    ("path", Fact::Text(path.display().to_string())),
                    ("reason", Fact::System(reason)),
                ],
            },
            Self::NotACapsule => said("capsule-not-one"),
            Self::Damaged => said("capsule-damaged"),
            Self::TooLarge => said("capsule-too-large").with("limit", pack::MAX_BYTES / (1024 * 1024)),
            Self::Newer { format, program } => said("capsule-newer")
                .with("format", format)
                .with("known", manifest::FORMAT)
                .with("program", program),
        }
    }
}

impl From<PackError> for CapsuleError {
    fn from(error: PackError) -> Self {
        match error {
            PackError::NotACapsule => Self::NotACapsule,
            PackError::Damaged => Self::Damaged,
            PackError::TooLarge => Self::TooLarge,
        }
    }
}

impl From<NotTaken> for CannotRun {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::Unreadable(file, reason) => Self::Said {
                key: "intake-path-unreadable",
                facts: vec![("path", Fact::Text(file)), ("reason", Fact::System(reason))],
            },
            NotTaken::TooLarge(file) => Self::new("capsule-input-too-large").with("file", file),
        }
    }
}

/// A capsule that was read and found sound in itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Capsule {
    /// What it records.
    pub manifest: Manifest,
    /// Every part but the manifest.
    parts: Parts,
}

impl Capsule {
    /// Reads a capsule from the disk.
    pub fn open(path: &Path) -> Result<Self, CannotRun> {
        let read = || -> Result<Self, CapsuleError> {
            let refused = |e: std::io::Error| CapsuleError::Unreadable(e.kind());
            let about = std::fs::metadata(path).map_err(refused)?;
            if about.is_dir() {
                return Err(CapsuleError::Unreadable(std::io::ErrorKind::IsADirectory));
            }
            // A device never ends.
            if !about.is_file() {
                return Err(CapsuleError::NotACapsule);
            }
            if about.len() > pack::MAX_BYTES as u64 {
                return Err(CapsuleError::TooLarge);
            }
            Self::read(&std::fs::read(path).map_err(refused)?)
        };
        read().map_err(|error| error.at(path))
    }

    /// Reads a capsule.
    pub fn read(bytes: &[u8]) -> Result<Self, CapsuleError> {
        let mut parts = pack::read(bytes)?;
        let head = parts.remove(pack::HEAD).ok_or(CapsuleError::NotACapsule)?;
        let capsule = Self { manifest: Manifest::read(&head)?, parts };
        if capsule.is_sound() { Ok(capsule) } else { Err(CapsuleError::Damaged) }
    }

    /// Do the parts agree with what the manifest says of them, are those there that a repetition needs, and no other?
    fn is_sound(&self) -> bool {
        let recorded: BTreeMap<&str, &str> =
            self.manifest.parts.iter().map(|p| (p.name.as_str(), p.sha256.as_str())).collect();
        let agrees = |(name, bytes): (&String, &Vec<u8>)| {
            recorded.get(name.as_str()).is_some_and(|digest| *digest == sha256_hex(bytes))
        };
        // Each part is digested once, however often a stranger's list of documents names it.
        let held = |document: &manifest::RecordedDocument| {
            document.part.as_ref().is_none_or(|part| {
                let size = self.parts.get(part).map(|bytes| bytes.len() as u64);
                size == Some(document.bytes) && recorded.get(part.as_str()) == Some(&document.sha256.as_str())
            })
        };
        let documents = &self.manifest.documents;
        let needed = [part::RULES, part::LAW, part::FORM, part::FINDINGS, part::TRACE];
        recorded.len() == self.parts.len()
            && (1..=pack::MAX_PARTS).contains(&documents.len())
            && documents.iter().all(held)
            && self.parts.iter().all(agrees)
            && needed.iter().all(|name| self.text(name).is_some())
            && Day::parse_iso(&self.manifest.arguments.as_of).is_some()
    }

    /// Returns a part as text.
    fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.parts.get(name)?).ok()
    }

    /// Does it hold what the municipality's files held?
    pub fn has_data(&self) -> bool {
        self.manifest.documents.iter().all(|document| document.part.is_some())
    }

    /// Returns the municipality's files, if the capsule holds them.
    fn documents(&self) -> Option<Documents> {
        let files = self.manifest.documents.iter().map(|recorded| {
            let bytes = self.parts.get(recorded.part.as_ref()?)?.clone();
            Some(Document { name: recorded.name.clone(), found: recorded.found, bytes })
        });
        Some(Documents { files: files.collect::<Option<_>>()?, skipped: self.manifest.skipped.clone() })
    }
}

#[cfg(test)]
mod tests;
