//! `capsule.json`: what a capsule records of a run. The format is described in docs/capsule.md; a change of it that an
//! older program could not read raises [`FORMAT`].
//!
//! Whatever stands in a capsule was written by somebody else: every field is looked at before it is used.

use serde::{Deserialize, Serialize};

use super::CapsuleError;
use crate::programme::Origin;

/// Number of the format this program writes and the newest that it reads.
pub const FORMAT: u64 = 1;
/// Bytes of a manifest that is read: thousands of files fit.
const MAX_BYTES: usize = 2 * 1024 * 1024;
/// What the file says it is.
const WHAT: &str = "rozlicz-capsule";

/// What a capsule records beside its parts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    what: String,
    format: u64,
    /// Version of the program that made the run.
    pub program_version: String,
    /// What was asked for.
    pub arguments: Arguments,
    /// Edition settled.
    pub edition: String,
    /// Form filled.
    pub form: String,
    /// Files read, in the order read.
    pub documents: Vec<RecordedDocument>,
    /// Names of files of a folder that were not read.
    pub skipped: Vec<String>,
    /// Every other part of the capsule with the digest of its bytes.
    pub parts: Vec<RecordedPart>,
    /// The whole workbook.
    pub workbook: Digest,
    /// The official sheets alone, for the voivode.
    pub to_send: Digest,
}

/// The arguments of the run: no path, and nothing that leaves figures and papers as they are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arguments {
    /// Edition asked for on the command line, by its id.
    pub programme: Option<String>,
    /// Day the settlement speaks of, ISO.
    pub as_of: String,
    /// Readings and open figures, `NAME=VALUE`, in the order typed.
    pub readings: Vec<String>,
    /// A draft was asked for.
    pub draft: bool,
    /// Where the rules of the edition came from.
    pub rules: RulesFrom,
}

/// Where the rules of an edition came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RulesFrom {
    /// They were built into the program.
    Program,
    /// A folder of the municipality.
    Folder,
    /// A folder, in the place of an edition built in.
    FolderOverProgram,
}

impl From<Origin> for RulesFrom {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::BuiltIn => Self::Program,
            Origin::Folder => Self::Folder,
            Origin::FolderOverBuiltIn => Self::FolderOverProgram,
        }
    }
}

impl From<RulesFrom> for Origin {
    fn from(rules: RulesFrom) -> Self {
        match rules {
            RulesFrom::Program => Self::BuiltIn,
            RulesFrom::Folder => Self::Folder,
            RulesFrom::FolderOverProgram => Self::FolderOverBuiltIn,
        }
    }
}

/// A file of the municipality.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedDocument {
    /// File name without folders.
    pub name: String,
    /// Found in a folder, not named on the command line.
    pub found: bool,
    /// Size.
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// The part that holds its bytes, if the capsule does.
    pub part: Option<String>,
}

/// Size and digest of some bytes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digest {
    /// Size.
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

/// A part of the capsule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedPart {
    /// Its name in the archive.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl Digest {
    /// Measures bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, sha256: crate::digest::sha256_hex(bytes) }
    }
}

/// What a run says of itself, to be put into a manifest.
pub struct Said {
    /// What was asked for.
    pub arguments: Arguments,
    /// Edition settled.
    pub edition: String,
    /// Form filled.
    pub form: String,
}

impl Manifest {
    /// Returns the manifest of a run by this program; documents and parts are added.
    pub fn new(said: Said, workbook: Digest, to_send: Digest) -> Self {
        Self {
            what: WHAT.to_owned(),
            format: FORMAT,
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            arguments: said.arguments,
            edition: said.edition,
            form: said.form,
            documents: Vec::new(),
            skipped: Vec::new(),
            parts: Vec::new(),
            workbook,
            to_send,
        }
    }

    /// Writes the manifest as JSON.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Texts, numbers and lists of them have no way to fail.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads a manifest. The number of the format is looked at first: a newer one may say anything else in another way.
    pub fn read(bytes: &[u8]) -> Result<Self, CapsuleError> {
        if bytes.len() > MAX_BYTES {
            return Err(CapsuleError::TooLarge);
        }
        let all: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| CapsuleError::Damaged)?;
        if all.get("what").and_then(serde_json::Value::as_str) != Some(WHAT) {
            return Err(CapsuleError::NotACapsule);
        }
        match all.get("format").and_then(serde_json::Value::as_u64) {
            Some(FORMAT) => serde_json::from_value(all).map_err(|_| CapsuleError::Damaged),
            Some(format) if format > FORMAT => {
                let version = all.get("program_version").and_then(serde_json::Value::as_str).unwrap_or("?");
                Err(CapsuleError::Newer { format, program: version.chars().take(40).collect() })
            }
            _ => Err(CapsuleError::Damaged),
        }
    }
}
