//! The files a run will write, checked before any work is done.
//!
//! An accountant must not wait for a settlement only to learn that it cannot be saved, and must never lose an input
//! or an earlier settlement to a typing slip. Nothing is written here; a folder for many files is made at most.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::CannotRun;

/// Checks that every output may be written: the folder is there, no file stands in the way (unless `force`), the path
/// is no input and lies in no input folder, and no two outputs are one file.
pub fn check(outputs: &[&Path], inputs: &[PathBuf], force: bool) -> Result<(), CannotRun> {
    let mut seen: Vec<PathBuf> = Vec::new();
    for output in outputs {
        let place = resolved(output)?;
        if seen.contains(&place) {
            return Err(CannotRun::new("output-twice").with("file", output.display()));
        }
        check_inputs(output, &place, inputs)?;
        crate::output::writable(output, force)?;
        seen.push(place);
    }
    Ok(())
}

/// Checks that no output lies in an input folder at any depth, for runs that read folders in folders. A folder that is
/// written to may be missing as yet.
pub fn outside(outputs: &[&Path], inputs: &[PathBuf]) -> Result<(), CannotRun> {
    for output in outputs {
        let Some(place) = output.ancestors().skip(1).chain([Path::new(".")]).find_map(canonical) else {
            continue;
        };
        let place = fs::canonicalize(output).unwrap_or(place);
        for input in inputs {
            let source = fs::canonicalize(input).unwrap_or_default();
            if source.is_dir() && place.starts_with(&source) {
                return Err(CannotRun::new("output-among-inputs")
                    .with("file", output.display())
                    .with("folder", input.display()));
            }
        }
    }
    Ok(())
}

/// Sees to a folder that many files will be written to: it is made where only it is missing. A path typed wrong is refused;
/// a disk that does not take the folder or files in it, for want of rights or room, is not: what does not depend on these
/// files shall be done, and each file that is not there is told when it is written.
pub fn folder(folder: &Path) -> Result<(), CannotRun> {
    not_file(folder)?;
    match fs::create_dir(folder) {
        Err(error) if !folder.exists() && is_missing(&error) => Err(unmade(folder, &error)),
        _ => Ok(()),
    }
}

/// Refuses a file where a folder should be.
pub fn not_file(folder: &Path) -> Result<(), CannotRun> {
    let file = folder.exists() && !folder.is_dir();
    if file { Err(CannotRun::new("output-not-folder").with("file", folder.display())) } else { Ok(()) }
}

/// Says why a folder could not be made.
pub fn unmade(folder: &Path, error: &std::io::Error) -> CannotRun {
    let said = |key| CannotRun::new(key).with("file", folder.display());
    match error.kind() {
        _ if is_missing(error) => said("output-no-folder"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => said("output-folder-denied"),
        _ => crate::output::unwritable(folder, error).into(),
    }
}

fn is_missing(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Returns a folder with links followed; an empty path is no folder.
fn canonical(folder: &Path) -> Option<PathBuf> {
    if folder.as_os_str().is_empty() { None } else { fs::canonicalize(folder).ok() }
}

/// Checks that workbooks will have names of workbooks.
pub fn workbooks(outputs: &[&Path]) -> Result<(), CannotRun> {
    outputs.iter().try_for_each(|output| Ok(crate::output::named_as_workbook(output)?))
}

/// Checks that a table of findings will have a name that says its kind.
pub fn table(output: Option<&Path>) -> Result<(), CannotRun> {
    output.map_or(Ok(()), |path| Ok(crate::output::table::named_as_table(path)?))
}

/// Returns the path with its folder made absolute, links followed.
fn resolved(output: &Path) -> Result<PathBuf, CannotRun> {
    let refuse = |key| CannotRun::new(key).with("file", output.display());
    let name = output.file_name().ok_or_else(|| refuse("output-is-folder"))?;
    let folder = match output.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(|_| refuse("output-no-folder"))?;
    let place = folder.join(name);
    // A link to an input is that input.
    Ok(fs::canonicalize(&place).unwrap_or(place))
}

fn check_inputs(output: &Path, place: &Path, inputs: &[PathBuf]) -> Result<(), CannotRun> {
    for input in inputs {
        let Ok(source) = fs::canonicalize(input) else { continue };
        if source == place || same_file(&source, place) {
            return Err(CannotRun::new("output-is-input").with("file", output.display()));
        }
        // The next run would read the settlement as data.
        if source.is_dir() && place.parent() == Some(source.as_path()) {
            return Err(CannotRun::new("output-among-inputs")
                .with("file", output.display())
                .with("folder", input.display()));
        }
    }
    Ok(())
}

#[cfg(unix)]
fn same_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (fs::metadata(a), fs::metadata(b)) {
        (Ok(a), Ok(b)) => a.is_file() && a.dev() == b.dev() && a.ino() == b.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn same_file(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(outputs: &[&Path], inputs: &[PathBuf], force: bool) -> Option<&'static str> {
        check(outputs, inputs, force).err().map(|e| match e {
            CannotRun::Said { key, .. } => key,
            CannotRun::Programme(_) => "programme",
        })
    }

    #[test]
    fn a_file_that_exists_is_refused_unless_forced() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = folder.path().join("old.xlsx");
        fs::write(&old, b"x").expect("a file");
        assert_eq!(refusal(&[&old], &[], false), Some("output-exists"));
        assert_eq!(refusal(&[&old], &[], true), None);
        assert_eq!(refusal(&[&folder.path().join("new.xlsx")], &[], false), None);
    }

    #[test]
    fn an_input_is_never_overwritten_not_even_when_forced() {
        let folder = tempfile::tempdir().expect("a folder");
        let input = folder.path().join("dane.xlsx");
        fs::write(&input, b"x").expect("a file");
        let inputs = [input.clone()];
        assert_eq!(refusal(&[&input], &inputs, true), Some("output-is-input"));
        let roundabout = folder.path().join(".").join("dane.xlsx");
        assert_eq!(refusal(&[&roundabout], &inputs, true), Some("output-is-input"));
        let new = folder.path().join("wynik.xlsx");
        assert_eq!(refusal(&[&new], &[folder.path().to_owned()], true), Some("output-among-inputs"));
    }

    #[test]
    fn a_folder_that_is_missing_or_named_as_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(refusal(&[folder.path()], &[], true), Some("output-is-folder"));
        let nowhere = folder.path().join("brak").join("wynik.xlsx");
        assert_eq!(refusal(&[&nowhere], &[], true), Some("output-no-folder"));
    }

    #[test]
    fn an_output_deep_in_an_input_folder_is_refused_and_one_beside_it_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let inputs = [folder.path().join("gminy")];
        let deep = inputs[0].join("zgierski");
        fs::create_dir_all(&deep).expect("folders");
        for within in [deep.join("zbiorcze.xlsx"), inputs[0].join("rozliczenia"), inputs[0].clone()] {
            assert!(outside(&[&within], &inputs).is_err(), "{}", within.display());
        }
        let missing = inputs[0].join("nie ma").join("tu");
        assert!(outside(&[&missing], &inputs).is_err(), "a folder that would be made there");
        for beside in ["zbiorcze.xlsx", "rozliczenia", "gminy.xlsx"] {
            assert_eq!(outside(&[&folder.path().join(beside)], &inputs), Ok(()), "{beside}");
        }
        assert!(outside(&[Path::new("zbiorcze.xlsx")], &[PathBuf::from(".")]).is_err());
    }

    #[test]
    fn a_folder_for_many_files_is_made_and_a_file_in_its_place_is_refused() {
        let desk = tempfile::tempdir().expect("a folder");
        let new = desk.path().join("rozliczenia");
        assert_eq!(folder(&new), Ok(()));
        assert_eq!(fs::read_dir(&new).expect("made").count(), 0, "and is empty");
        assert_eq!(folder(&new), Ok(()));
        assert!(folder(&desk.path().join("nie ma").join("rozliczenia")).is_err());
        fs::write(desk.path().join("plik"), b"x").expect("a file");
        assert!(folder(&desk.path().join("plik")).is_err());
    }

    #[test]
    fn a_workbook_must_be_named_as_one() {
        assert_eq!(workbooks(&[Path::new("a.xlsx"), Path::new("b.XLSX")]), Ok(()));
        for wrong in ["wynik", "wynik.xls", "wynik.csv", "xlsx", ".xlsx"] {
            assert!(workbooks(&[Path::new(wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn two_outputs_may_not_be_one_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let new = folder.path().join("wynik.xlsx");
        assert_eq!(refusal(&[&new, &new], &[], false), Some("output-twice"));
    }
}
