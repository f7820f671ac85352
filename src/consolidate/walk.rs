//! Finds what to take in files and folders. Opens no file.

use std::path::{Path, PathBuf};

/// Something to take: files that are one submission or one report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// Where the files lie, each with the path it is shown under.
    pub files: Vec<(PathBuf, String)>,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Walk {
    /// What to take, in the order of paths.
    pub tasks: Vec<Task>,
}

/// Goes through files and folders, folders in folders too, in the order of names.
pub fn walk(paths: &[PathBuf]) -> std::io::Result<Walk> {
    let mut walk = Walk::default();
    for path in paths {
        if path.is_dir() {
            folder(path, "", &mut walk)?;
        } else {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            walk.tasks.push(Task { files: vec![(path.clone(), name)] });
        }
    }
    Ok(walk)
}

fn folder(path: &Path, shown: &str, walk: &mut Walk) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        let name = entry.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = if shown.is_empty() { name } else { format!("{shown}/{name}") };
        if entry.is_dir() {
            folder(&entry, &shown, walk)?;
        } else {
            walk.tasks.push(Task { files: vec![(entry, shown)] });
        }
    }
    Ok(())
}
