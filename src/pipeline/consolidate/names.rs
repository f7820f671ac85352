//! Names of the settlement workbooks in their folder: safe on any system, and the same whatever thread comes first.
//!
//! Two submissions of one municipality would want one name. The one with the smaller digest has it, the other bears its
//! digest too; a file that this run did not write is never replaced unless that was asked for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::output;
use crate::pipeline::CannotRun;

/// Characters of a municipality's name that are kept.
const LONGEST: usize = 60;
/// Digits of a digest that a second file of one name bears.
const DIGITS: usize = 12;

/// Names given in this run.
#[derive(Debug, Default)]
pub struct Names(Mutex<BTreeMap<String, String>>);

impl Names {
    /// Puts a settlement workbook into the folder and returns its name; the name may be given up to another submission
    /// later ([`Names::of`] tells the last one).
    pub fn put(
        &self,
        folder: &Path,
        teryt: Option<&str>,
        municipality: Option<&str>,
        digest: &str,
        bytes: &[u8],
        force: bool,
    ) -> Result<String, CannotRun> {
        let stem = stem(teryt, municipality);
        // Held while files are moved: no other thread may see the folder between two names.
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let holder = given.get(&stem.to_lowercase()).cloned();
        let (plain, own) = (format!("{stem}.xlsx"), longer(&stem, digest));
        let name = match holder {
            Some(holder) if holder.as_str() < digest => own,
            Some(holder) if holder.as_str() > digest => {
                let there = folder.join(&plain);
                move_over(&there, &folder.join(longer(&stem, &holder)), force)?;
                plain
            }
            _ => plain,
        };
        put(&folder.join(&name), bytes, force)?;
        let first = given.entry(stem.to_lowercase()).or_insert_with(|| digest.to_owned());
        if digest < first.as_str() {
            digest.clone_into(first);
        }
        Ok(name)
    }

    /// Returns the name that a submission has when all are done; none where this run wrote nothing of that name.
    pub fn of(&self, teryt: Option<&str>, municipality: Option<&str>, digest: &str) -> Option<String> {
        let stem = stem(teryt, municipality);
        let given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let holder = given.get(&stem.to_lowercase())?;
        Some(if holder == digest { format!("{stem}.xlsx") } else { longer(&stem, digest) })
    }
}

fn longer(stem: &str, digest: &str) -> String {
    format!("{stem}-{}.xlsx", digest.get(..DIGITS).unwrap_or(digest))
}

/// Writes a file, unless the very same one is there.
fn put(path: &PathBuf, bytes: &[u8], force: bool) -> Result<(), CannotRun> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    Ok(output::put(path, force, bytes)?)
}

fn move_over(from: &PathBuf, to: &PathBuf, force: bool) -> Result<(), CannotRun> {
    let bytes = fs::read(from).map_err(|e| unwritable(to, &e))?;
    put(to, &bytes, force)?;
    fs::remove_file(from).map_err(|e| unwritable(from, &e))
}

fn unwritable(path: &Path, error: &std::io::Error) -> CannotRun {
    output::OutputError::Unwritable { file: path.to_path_buf(), reason: error.kind() }.into()
}

/// `TERYT-nazwa`, of letters, digits and hyphens only.
fn stem(teryt: Option<&str>, municipality: Option<&str>) -> String {
    let code: String = teryt.unwrap_or_default().chars().filter(char::is_ascii_digit).take(7).collect();
    let code = if code.is_empty() { "bez-TERYT".to_owned() } else { code };
    let name = municipality.unwrap_or_default();
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect();
    if name.is_empty() { code } else { format!("{code}-{}", name.trim_end_matches('-')) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let mut all: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
            .expect("a folder")
            .map(|e| e.expect("an entry"))
            .map(|e| (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).expect("read")))
            .collect();
        all.sort();
        all
    }

    #[test]
    fn names_are_safe_and_say_whose_file_it_is() {
        assert_eq!(stem(Some("0612011"), Some("Radzyń Podlaski / m.")), "0612011-Radzyń-Podlaski-m");
        assert_eq!(stem(None, Some("../../etc")), "bez-TERYT-etc");
        assert_eq!(stem(Some("06 12 01 1"), None), "0612011");
        assert!(stem(Some("1"), Some(&"ą".repeat(900))).chars().count() < 70);
    }

    #[test]
    fn two_submissions_of_one_municipality_get_the_same_names_in_either_order() {
        let put = |order: [&str; 2]| {
            let folder = tempfile::tempdir().expect("a folder");
            let names = Names::default();
            for digest in order {
                let name =
                    names.put(folder.path(), Some("0612011"), Some("X"), digest, digest.as_bytes(), false);
                name.expect("written");
            }
            let of = |digest| names.of(Some("0612011"), Some("X"), digest).expect("written");
            assert_eq!(of("aaaa"), "0612011-X.xlsx");
            assert_eq!(of("bbbb"), "0612011-X-bbbb.xlsx");
            files(folder.path())
        };
        let one = put(["aaaa", "bbbb"]);
        assert_eq!(one, put(["bbbb", "aaaa"]));
        assert_eq!(one.len(), 2);
        assert_eq!(one[1], ("0612011-X.xlsx".to_owned(), b"aaaa".to_vec()));
    }

    #[test]
    fn a_file_of_somebody_else_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("0612011-X.xlsx"), b"old").expect("a file");
        let put = |bytes: &[u8], force| {
            Names::default().put(folder.path(), Some("0612011"), Some("X"), "aaaa", bytes, force).is_ok()
        };
        assert!(!put(b"new", false));
        assert_eq!(files(folder.path()), [("0612011-X.xlsx".to_owned(), b"old".to_vec())]);
        assert!(put(b"old", false), "the very same file is as if written");
        assert!(put(b"new", true));
    }
}
