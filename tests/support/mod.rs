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

use std::collections::BTreeMap;
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

/// Every file below a folder with its bytes, by its path in it, with `/`.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut open) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder").to_string_lossy();
                found.insert(name.replace('\\', "/"), std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The tables of the sample of 2025 as those of another municipality.
pub fn sample_of(voivodeship: &str, teryt: &str, name: &str) -> Vec<workbook::Table> {
    let sample = root().join("examples/samples/gmina-2025");
    let mut tables = workbook::read_tables(&sample).expect("the sample");
    for row in tables.iter_mut().filter(|table| table.name == "umowa").flat_map(|table| &mut table.rows) {
        match row[0].as_str() {
            "Kod TERYT gminy" => teryt.clone_into(&mut row[1]),
            "Nazwa gminy" => name.clone_into(&mut row[1]),
            "Województwo" => voivodeship.clone_into(&mut row[1]),
            _ => {}
        }
    }
    tables
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
