//! Finds what to take in files and folders, in the order of names. Opens no file and judges none.
//!
//! Folders in folders are gone through and links are followed, but nothing is found twice: a path given twice, a path
//! inside another, a link back. What is found and cannot be taken is handed on too, so that every file has its verdict.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{exported, group};
use crate::intake;

/// Why something that was found is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// The file that a spreadsheet program keeps beside an open workbook.
    Lock,
    /// A hidden file, or one that a file manager keeps for itself.
    Hidden,
    /// A letter, a picture, an archive: no format of tables.
    Other,
    /// A link to what was found already, such as the folder it lies in.
    Again,
    /// A pipe, a socket, a device.
    NotAFile,
    /// A folder that the system does not show.
    Folder(ErrorKind),
    /// A file that the system does not show.
    File(ErrorKind),
}

/// Something to take: files that are one submission or one report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// Where the files lie, each with the path it is shown under.
    pub files: Vec<(PathBuf, String)>,
    /// Why it is not to be read; none: it is.
    pub told: Option<Told>,
}

impl Task {
    /// Returns the task of reading files.
    pub fn of(files: Vec<(PathBuf, String)>) -> Self {
        Self { files, told: None }
    }

    fn told(path: &Path, shown: &str, told: Told) -> Self {
        Self { files: vec![(path.to_path_buf(), shown.to_owned())], told: Some(told) }
    }
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Walk {
    /// What to take, in the order of paths.
    pub tasks: Vec<Task>,
    /// Folders that are exports of this program, each with the path it is shown under; nothing in them is a task.
    pub exports: Vec<(PathBuf, String)>,
}

/// A path given by the caller that is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// As typed.
    pub path: String,
    /// What the system said.
    pub reason: ErrorKind,
}

/// Goes through files and folders. `outputs` are what this run writes, or what an earlier one wrote there: they are no
/// input, whatever they hold.
pub fn walk(paths: &[PathBuf], outputs: &[PathBuf]) -> Result<Walk, Missing> {
    let mut walker = Walker {
        outputs: outputs.iter().filter_map(|path| resolved(path)).collect(),
        several: paths.len() > 1,
        ..Walker::default()
    };
    for path in paths {
        let missing = |e: std::io::Error| Missing { path: path.display().to_string(), reason: e.kind() };
        let about = std::fs::metadata(path).map_err(missing)?;
        let name = name_of(path);
        if about.is_dir() {
            // Two folders may hold files of one name.
            let shown = if walker.several { name } else { String::new() };
            walker.folder(path, &shown);
        } else {
            walker.named(path, &name, about.is_file());
        }
    }
    while let Some((path, shown)) = walker.links.pop_first_in() {
        walker.link(&path, &shown);
    }
    walker.walk.exports.sort_by(|a, b| a.1.cmp(&b.1));
    walker.walk.tasks.sort_by(|a, b| a.files.first().map(|f| &f.1).cmp(&b.files.first().map(|f| &f.1)));
    Ok(walker.walk)
}

#[derive(Default)]
struct Walker {
    walk: Walk,
    /// Outputs, absolute, links followed.
    outputs: Vec<PathBuf>,
    /// Folders and files found, absolute, links followed.
    seen: BTreeSet<PathBuf>,
    /// Links, followed last: what lies where it is shown comes first.
    links: Links,
    several: bool,
}

/// Links in the order found.
#[derive(Default)]
struct Links(std::collections::VecDeque<(PathBuf, String)>);

impl Links {
    fn pop_first_in(&mut self) -> Option<(PathBuf, String)> {
        self.0.pop_front()
    }
}

impl Walker {
    /// A file that the caller named: read whatever its ending, if it may be a table at all.
    fn named(&mut self, path: &Path, shown: &str, is_file: bool) {
        if self.is_new(path) {
            let told = told_by_name(shown, true).or((!is_file).then_some(Told::NotAFile));
            self.walk.tasks.push(told.map_or_else(
                || Task::of(vec![(path.to_path_buf(), shown.to_owned())]),
                |told| Task::told(path, shown, told),
            ));
        }
    }

    /// Is this no output and not found before? Then it is found now.
    fn is_new(&mut self, path: &Path) -> bool {
        let Ok(place) = std::fs::canonicalize(path) else { return true };
        !self.outputs.iter().any(|output| place.starts_with(output)) && self.seen.insert(place)
    }

    fn folder(&mut self, path: &Path, shown: &str) {
        if !self.is_new(path) {
            return;
        }
        if exported::is_export(path) {
            return self.walk.exports.push((path.to_path_buf(), shown.to_owned()));
        }
        let listed: Result<Vec<PathBuf>, std::io::Error> =
            std::fs::read_dir(path).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect());
        let mut entries = match listed {
            Ok(entries) => entries,
            Err(e) => {
                self.walk.tasks.push(Task::told(path, shown, Told::Folder(e.kind())));
                return;
            }
        };
        entries.sort_by_key(|path| name_of(path));
        let mut files = Vec::new();
        for entry in entries {
            let name = name_of(&entry);
            let shown = if shown.is_empty() { name } else { format!("{shown}/{name}") };
            self.entry(&entry, shown, &mut files);
        }
        self.walk.tasks.extend(group::tasks(files));
    }

    fn entry(&mut self, path: &Path, shown: String, files: &mut Vec<(PathBuf, String)>) {
        let about = match std::fs::symlink_metadata(path) {
            Ok(about) => about,
            Err(e) => return self.walk.tasks.push(Task::told(path, &shown, Told::File(e.kind()))),
        };
        if about.is_symlink() {
            self.links.0.push_back((path.to_path_buf(), shown));
        } else if about.is_dir() {
            if is_hidden(&name_of(path)) {
                return self.walk.tasks.push(Task::told(path, &shown, Told::Hidden));
            }
            self.folder(path, &shown);
        } else if !self.is_new(path) {
            // An output, or named before.
        } else if let Some(told) = told_by_name(&shown, false) {
            self.walk.tasks.push(Task::told(path, &shown, told));
        } else if !about.is_file() {
            self.walk.tasks.push(Task::told(path, &shown, Told::NotAFile));
        } else {
            files.push((path.to_path_buf(), shown));
        }
    }

    fn link(&mut self, path: &Path, shown: &str) {
        let told = match (std::fs::metadata(path), std::fs::canonicalize(path)) {
            (Err(e), _) | (_, Err(e)) => Some(Told::File(e.kind())),
            (Ok(_), Ok(place)) if self.outputs.iter().any(|output| place.starts_with(output)) => return,
            (Ok(_), Ok(place)) if self.seen.contains(&place) => Some(Told::Again),
            (Ok(about), _) if about.is_dir() => {
                self.folder(path, shown);
                return;
            }
            (Ok(about), Ok(place)) => {
                self.seen.insert(place);
                told_by_name(shown, false).or((!about.is_file()).then_some(Told::NotAFile))
            }
        };
        self.walk.tasks.push(told.map_or_else(
            || Task::of(vec![(path.to_path_buf(), shown.to_owned())]),
            |told| Task::told(path, shown, told),
        ));
    }
}

/// What the name alone tells.
fn told_by_name(shown: &str, named: bool) -> Option<Told> {
    let name = shown.rsplit('/').next().unwrap_or(shown);
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        Some(Told::Lock)
    } else if is_hidden(name) {
        Some(Told::Hidden)
    } else {
        (!intake::is_table_by_name(name, named)).then_some(Told::Other)
    }
}

fn is_hidden(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with('.') || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "__macosx")
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The path made absolute, links followed; of a file that is not there yet, its folder is.
fn resolved(path: &Path) -> Option<PathBuf> {
    if let Ok(place) = std::fs::canonicalize(path) {
        return Some(place);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(std::fs::canonicalize(folder).ok()?.join(path.file_name()?))
}
