//! Reads the files of a task once: what is judged, settled and named by its digest are the same bytes.

use std::fs::{File, Metadata};
use std::io::Read as _;
use std::path::Path;

use crate::consolidate::walk::{Task, Told};
use crate::consolidate::{Entry, EntryFile, verdict};
use crate::digest::sha256_hex;
use crate::finding::code::consolidate as codes;
use crate::finding::code::intake::FILE_TOO_LARGE;
use crate::finding::{Fact, Finding};
use crate::intake::{Document, Limit, MAX_FILE_BYTES};

/// The files of a task with what they hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// As the entry names them.
    pub files: Vec<EntryFile>,
    /// Their bytes, under names without folders.
    pub documents: Vec<Document>,
}

/// Reads the files of a task; where that cannot be, what there is to say instead.
pub fn read(task: &Task) -> Result<Held, Box<Entry>> {
    if let Some(told) = task.told {
        return Err(Box::new(not_taken(task, told)));
    }
    let mut held = Held { files: Vec::new(), documents: Vec::new() };
    for (path, shown) in &task.files {
        match of_file(path, || {}) {
            Ok(bytes) => {
                held.files.push(EntryFile {
                    path: shown.clone(),
                    sha256: sha256_hex(&bytes),
                    bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
                });
                let name = shown.rsplit('/').next().unwrap_or(shown).to_owned();
                held.documents.push(Document { name, found: true, bytes });
            }
            Err(finding) => {
                // The file that cannot be read comes first: it is the one to look at.
                let mut files = unread(task);
                files.sort_by_key(|file| file.path != *shown);
                return Err(Box::new(verdict::left(files, *finding)));
            }
        }
    }
    Ok(held)
}

/// The files of a task of which nothing was read.
fn unread(task: &Task) -> Vec<EntryFile> {
    let size = |path: &Path| std::fs::symlink_metadata(path).map_or(0, |about| about.len());
    let files = task.files.iter();
    files
        .map(|(path, shown)| EntryFile { path: shown.clone(), sha256: String::new(), bytes: size(path) })
        .collect()
}

fn not_taken(task: &Task, told: Told) -> Entry {
    let finding = match told {
        Told::Lock => Finding::new(&codes::ROLLUP_LOCK_FILE),
        Told::Hidden => Finding::new(&codes::ROLLUP_HIDDEN_FILE),
        Told::Other => Finding::new(&codes::ROLLUP_OTHER_FILE),
        Told::Again => Finding::new(&codes::ROLLUP_LINK_BACK),
        Told::NotAFile => Finding::new(&codes::ROLLUP_NOT_A_FILE),
        Told::Folder(kind) => {
            Finding::new(&codes::ROLLUP_FOLDER_UNREADABLE).with("reason", Fact::System(kind))
        }
        Told::File(kind) => unreadable(kind),
    };
    let mut files = unread(task);
    if matches!(told, Told::Folder(_) | Told::Again | Told::NotAFile) {
        // What a system tells of a folder's or a link's own size is nothing of the office's.
        for file in &mut files {
            file.bytes = 0;
        }
    }
    verdict::left(files, finding)
}

fn unreadable(kind: std::io::ErrorKind) -> Finding {
    Finding::new(&codes::ROLLUP_FILE_UNREADABLE).with("reason", Fact::System(kind))
}

/// Reads a file whole, unless it changes meanwhile: half of one state and half of another would be nobody's report.
/// `during` is called between the looks at its size and time.
fn of_file(path: &Path, during: impl FnOnce()) -> Result<Vec<u8>, Box<Finding>> {
    let refused = |e: std::io::Error| Box::new(unreadable(e.kind()));
    let look = || std::fs::metadata(path).map_err(refused);
    let before = look()?;
    if !before.is_file() {
        return Err(Box::new(Finding::new(&codes::ROLLUP_NOT_A_FILE)));
    }
    let too_large = |bytes: u64| {
        Finding::new(&FILE_TOO_LARGE)
            .with("limit", Fact::Text(Limit::Bytes.name().to_owned()))
            .with_seen(Fact::Text(format!("{} MB", bytes / (1024 * 1024))))
    };
    if before.len() > MAX_FILE_BYTES {
        return Err(Box::new(too_large(before.len())));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(refused)?;
    during();
    let after = look()?;
    let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if read != before.len() || !is_same(&before, &after) {
        return Err(Box::new(Finding::new(&codes::ROLLUP_FILE_CHANGED)));
    }
    Ok(bytes)
}

fn is_same(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::Verdict;

    #[test]
    fn a_file_that_grows_while_it_is_read_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("dane.csv");
        std::fs::write(&path, "Pole;Wartość\n").expect("a file");
        assert_eq!(of_file(&path, || {}).expect("quiet"), "Pole;Wartość\n".as_bytes());
        let grown = of_file(&path, || std::fs::write(&path, "Pole;Wartość\nGmina;X\n").expect("written"));
        assert_eq!(grown.expect_err("changed").code.name, "rollup-file-changed");
        let gone = of_file(&path, || std::fs::remove_file(&path).expect("removed"));
        assert_eq!(gone.expect_err("gone").code.name, "rollup-file-unreadable");
    }

    #[test]
    fn a_submission_with_one_unreadable_file_names_that_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let (good, bad) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        std::fs::write(&good, "x").expect("a file");
        std::fs::create_dir(&bad).expect("a folder in its place");
        let task = Task::of(vec![(good, "gmina/a.csv".to_owned()), (bad, "gmina/b.csv".to_owned())]);
        let entry = read(&task).expect_err("not a file");
        assert_eq!((entry.path(), entry.files.len()), ("gmina/b.csv", 2));
        assert_eq!(entry.verdict, Verdict::Skipped);
        assert!(entry.remarks[0].message.contains("gmina/b.csv"), "{}", entry.remarks[0].message);
    }
}
