//! Which files belong to a submission.

use std::path::{Path, PathBuf};

use super::IntakeError;

/// Extensions of the formats that are read.
pub const EXTENSIONS: [&str; 8] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"];

/// A file to be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Where it is.
    pub path: PathBuf,
    /// File name without folders.
    pub name: String,
    /// Found in a folder, not named by the caller.
    pub found: bool,
}

/// Files of a folder that are not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignored {
    /// File name without folders.
    pub name: String,
}

/// Turns paths into files; a folder gives its files in the order of their names.
pub fn list(paths: &[PathBuf]) -> Result<(Vec<Candidate>, Vec<Ignored>), IntakeError> {
    let (mut files, mut ignored) = (Vec::new(), Vec::new());
    for path in paths {
        let about = std::fs::metadata(path).map_err(|source| IntakeError::NotFound {
            path: path.display().to_string(),
            reason: source.kind(),
        })?;
        if about.is_dir() {
            folder(path, &mut files, &mut ignored)?;
        } else {
            files.push(Candidate { name: name_of(path), path: path.clone(), found: false });
        }
    }
    if files.is_empty() {
        let shown = paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ");
        return Err(IntakeError::NothingToRead { path: shown });
    }
    Ok((files, ignored))
}

fn folder(path: &Path, files: &mut Vec<Candidate>, ignored: &mut Vec<Ignored>) -> Result<(), IntakeError> {
    let unreadable =
        |e: std::io::Error| IntakeError::NotFound { path: path.display().to_string(), reason: e.kind() };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort_by_key(|p| name_of(p));
    for path in entries.into_iter().filter(|p| p.is_file()) {
        let name = name_of(&path);
        // Lock files and hidden files are nobody's data, and a read-me says that of itself.
        if name.starts_with("~$") || name.starts_with('.') || name.starts_with("README") {
            continue;
        }
        if is_table(&name, false) {
            files.push(Candidate { path, name, found: true });
        } else {
            ignored.push(Ignored { name });
        }
    }
    Ok(())
}

/// Is it a file of a kind that is read, by the ending of its name? A text file in a folder is more often a letter than a
/// table; it is read when the caller named it.
pub fn is_table(name: &str, named: bool) -> bool {
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    let extension = extension.to_lowercase();
    EXTENSIONS.contains(&extension.as_str()) && (named || !matches!(extension.as_str(), "txt" | "tsv"))
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}
