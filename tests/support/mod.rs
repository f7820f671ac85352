//! What the test programs share. Each uses a part of it.
#![allow(dead_code)]

pub mod components;
pub mod fraction;
pub mod generator;
pub mod pack;
pub mod pins;
pub mod program;
pub mod random;
pub mod reference;
pub mod soffice;
pub mod submission;
pub mod tamper;
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

/// Every case with its name: the folders of `tests/cases`, and the published ones that ship with the program.
pub fn case_folders() -> Vec<(String, PathBuf)> {
    let mut all = Vec::new();
    for home in ["tests/cases", "programmes/published"] {
        let home = root().join(home);
        // A published case is named after its folder's own folder: `published/2021-dobra`.
        let above = if home.ends_with("published") { home.parent().unwrap_or(&home) } else { &home };
        for folder in folders_with(&home, "case.toml") {
            let name = folder.strip_prefix(above).map_or_else(|_| String::new(), |p| p.display().to_string());
            all.push((name.replace('\\', "/"), folder));
        }
    }
    all
}
