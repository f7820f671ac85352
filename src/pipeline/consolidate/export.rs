//! Where the tables of a roll-up go: into a folder, never among what was read.

use std::path::{Path, PathBuf};

use super::Consolidated;
use crate::frames::by::{Grouping, Totals};
use crate::frames::export::{self, Exported};
use crate::frames::{FrameError, Frames, numbered};
use crate::pipeline::CannotRun;

/// Checks, before the work, that the folder is or can be made a folder and lies in no input folder, where the next run
/// would count every municipality twice.
pub fn check(folder: &Path, inputs: &[PathBuf]) -> Result<(), CannotRun> {
    let refuse = |key| CannotRun::new(key).with("file", folder.display());
    if folder.exists() && !folder.is_dir() {
        return Err(refuse("output-not-folder"));
    }
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.exists() && !parent.is_dir() {
        return Err(refuse("output-no-folder"));
    }
    crate::pipeline::outputs::outside(&[folder], inputs)
}

/// Writes the export.
pub fn write(done: &Consolidated, folder: &Path, force: bool) -> Result<Exported, CannotRun> {
    Ok(export::export(&done.entries, &done.by, folder, force)?)
}

/// Adds up for the screen, in one order whatever the order of asking.
pub fn totals(done: &Consolidated) -> Result<Vec<Totals>, CannotRun> {
    let entries = numbered(&done.entries);
    let frames = Frames::of(&entries)?;
    let by = Grouping::ALL.into_iter().filter(|by| done.by.contains(by));
    let totals = by.map(|by| Totals::of(by, &frames, &entries)).collect::<Result<_, FrameError>>()?;
    Ok(totals)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(folder: &Path, inputs: &[PathBuf]) -> Option<&'static str> {
        check(folder, inputs).err().map(|e| match e {
            CannotRun::Said { key, .. } => key,
            CannotRun::Programme(_) => "programme",
        })
    }

    #[test]
    fn an_export_is_never_put_among_what_is_read() {
        let root = tempfile::tempdir().expect("a folder");
        let inputs = root.path().join("gminy");
        std::fs::create_dir_all(inputs.join("12")).expect("a folder");
        let given = [inputs.clone()];
        for inside in [inputs.clone(), inputs.join("eksport"), inputs.join("12").join("eksport")] {
            assert_eq!(refusal(&inside, &given), Some("output-among-inputs"), "{}", inside.display());
        }
        assert_eq!(refusal(&root.path().join("eksport"), &given), None);
        assert_eq!(refusal(&root.path().join("nie ma").join("eksport"), &given), Some("output-no-folder"));
        let file = root.path().join("plik");
        std::fs::write(&file, b"x").expect("a file");
        assert_eq!(refusal(&file, &given), Some("output-not-folder"));
    }
}
