//! A path to a workbook that is to be audited or explained: what may be read, and what to say of the rest.

use std::io::{ErrorKind, Read as _};
use std::path::Path;

use super::{ReadBook, read};
use crate::finding::Fact;
use crate::intake::archive::{Archive, Document};
use crate::intake::raw::{Limit, MAX_FILE_BYTES, Trouble};

/// Why a workbook could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BookError {
    /// Not there, or not to be read.
    Unreadable {
        /// The path.
        path: String,
        /// What the system says.
        reason: ErrorKind,
    },
    /// A folder, or a device.
    NotAFile {
        /// The path.
        path: String,
    },
    /// The file that a spreadsheet program keeps beside an open workbook.
    LockFile {
        /// File name without folders.
        file: String,
    },
    /// A table or workbook of a format that does not keep what an audit must see.
    OtherFormat {
        /// File name without folders.
        file: String,
    },
    /// Not readable as a workbook.
    Unusable {
        /// File name without folders.
        file: String,
        /// Why.
        trouble: Trouble,
    },
}

impl BookError {
    /// Returns the key of the message in the catalogues, and its facts.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Fact)>) {
        let file = |name: &String| ("file", Fact::Text(name.clone()));
        match self {
            Self::Unreadable { path, reason } => (
                "intake-path-unreadable",
                vec![("path", Fact::Text(path.clone())), ("reason", Fact::System(*reason))],
            ),
            Self::NotAFile { path } => ("book-not-a-file", vec![("path", Fact::Text(path.clone()))]),
            Self::LockFile { file: name } => ("book-lock-file", vec![file(name)]),
            Self::OtherFormat { file: name } => ("book-other-format", vec![file(name)]),
            Self::Unusable { file: name, trouble } => match trouble {
                Trouble::NotAWorkbook => ("book-not-a-workbook", vec![file(name)]),
                Trouble::Encrypted => ("book-encrypted", vec![file(name)]),
                Trouble::Damaged(_) => ("book-damaged", vec![file(name)]),
                Trouble::TooLarge(limit, seen) => (
                    "book-too-large",
                    vec![
                        file(name),
                        ("limit", Fact::Text(limit.name().to_owned())),
                        ("seen", Fact::Text(seen.clone())),
                    ],
                ),
            },
        }
    }
}

/// Reads the workbook at a path.
pub fn open(path: &Path) -> Result<ReadBook, BookError> {
    let shown = path.display().to_string();
    let name = path.file_name().map_or_else(|| shown.clone(), |n| n.to_string_lossy().into_owned());
    let unreadable = |e: std::io::Error| BookError::Unreadable { path: shown.clone(), reason: e.kind() };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(BookError::NotAFile { path: shown });
    }
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Err(BookError::LockFile { file: name });
    }
    let unusable = |trouble| BookError::Unusable { file: name.clone(), trouble };
    let too_large = |size: u64| unusable(Trouble::TooLarge(Limit::Bytes, size.to_string()));
    if about.len() > MAX_FILE_BYTES {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::new();
    // The file may grow between the two.
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    read(&name, &bytes).map_err(|trouble| match trouble {
        Trouble::NotAWorkbook if is_other_format(&name, &bytes) => {
            BookError::OtherFormat { file: name.clone() }
        }
        trouble => unusable(trouble),
    })
}

/// Would the program that wrote it save it as `.xlsx`?
fn is_other_format(name: &str, bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK") {
        let document = Archive::open(bytes).map(|archive| archive.document);
        return matches!(document, Ok(Document::Xlsb | Document::Ods));
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
        || matches!(extension.as_str(), "csv" | "tsv" | "txt" | "fods" | "xml" | "html" | "htm")
}
