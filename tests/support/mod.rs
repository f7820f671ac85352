//! What the test programs share. Each uses a part of it.
#![allow(dead_code)]

pub mod components;
pub mod fraction;
pub mod generator;
pub mod pack;
pub mod program;
pub mod reference;
pub mod soffice;
pub mod submission;
pub mod workbook;

use std::path::{Path, PathBuf};

/// Folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every folder below `folder` that holds a file of the name, sorted.
pub fn folders_with(folder: &Path, file: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        if next.join(file).is_file() {
            found.push(next);
            continue;
        }
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        open.extend(entries.filter_map(Result::ok).map(|e| e.path()).filter(|p| p.is_dir()));
    }
    found.sort();
    found
}
