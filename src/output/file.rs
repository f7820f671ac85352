//! Files that appear whole or not at all.
//!
//! Bytes are written beside the target, flushed to the disk and then renamed. Nothing here knows what the bytes mean.

use std::collections::BTreeSet;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::OutputError;

/// What the names of unfinished files begin and end with; whoever reads folders passes them over.
const UNFINISHED: (&str, &str) = (".rozlicz-", ".tmp");

/// Unfinished files of this process. A process that ends in the middle removes them first ([`abandon`]).
static UNDER_WAY: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes the unfinished files of this process and lets none be begun any more. Only for a process that ends at once:
/// threads that want to write wait for ever.
pub fn abandon() {
    let under_way = under_way();
    for path in under_way.iter() {
        // What cannot be removed stays behind under a name that no run reads.
        let _nothing_more_to_do = std::fs::remove_file(path);
    }
    std::mem::forget(under_way);
}

fn under_way() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An unfinished file that is on the list while it is unfinished.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        under_way().remove(&self.0);
    }
}

/// Asks before the work whether the file could be written: the folder is there and takes files, and nothing stands in
/// the way unless it may be overwritten.
pub fn writable(path: &Path, overwrite: bool) -> Result<(), OutputError> {
    refuse(path, overwrite)?;
    beside(path).map(drop)
}

/// Writes the bytes under the path; on failure nothing is left behind and an older file stays as it was.
pub fn put(path: &Path, overwrite: bool, bytes: &[u8]) -> Result<(), OutputError> {
    put_with(path, overwrite, |file| file.write_all(bytes))
}

/// As [`put`], for contents that are not held in memory at once.
pub fn put_with(
    path: &Path,
    overwrite: bool,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), OutputError> {
    refuse(path, overwrite)?;
    let (file, _unfinished) = beside(path)?;
    let mut buffer = BufWriter::new(file);
    write(&mut buffer).and_then(|()| buffer.flush()).map_err(|e| unwritable(path, &e))?;
    let file = buffer.into_inner().map_err(|e| unwritable(path, e.error()))?;
    file.as_file().sync_all().map_err(|e| unwritable(path, &e))?;
    // Without leave to overwrite the rename itself must refuse: another program may have written the file meanwhile.
    let kept = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|failed| match failed.error.kind() {
        ErrorKind::AlreadyExists if !overwrite => OutputError::Exists { file: path.to_path_buf() },
        _ => unwritable(path, &failed.error),
    })
}

fn refuse(path: &Path, overwrite: bool) -> Result<(), OutputError> {
    let file = path.to_path_buf();
    match std::fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Err(OutputError::IsFolder { file }),
        // A device or a pipe would be replaced by a file, or never end. A link is what it points to.
        Ok(_) if std::fs::metadata(path).is_ok_and(|target| !target.is_file()) => {
            Err(OutputError::NotRegular { file })
        }
        Ok(_) if !overwrite => Err(OutputError::Exists { file }),
        _ if path.file_name().is_none() => Err(OutputError::IsFolder { file }),
        _ => Ok(()),
    }
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

fn beside(path: &Path) -> Result<(tempfile::NamedTempFile, Unfinished), OutputError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // A temporary file is private by default; the finished one is as open as the user's other files.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // Made under the lock: no moment when the file is there and not on the list.
    let mut under_way = under_way();
    let file = builder.tempfile_in(folder(path)).map_err(|e| unwritable(path, &e))?;
    under_way.insert(file.path().to_path_buf());
    let unfinished = Unfinished(file.path().to_path_buf());
    Ok((file, unfinished))
}

/// Says why the disk refuses a path.
pub fn unwritable(path: &Path, error: &std::io::Error) -> OutputError {
    let file = path.to_path_buf();
    match error.kind() {
        ErrorKind::NotFound => OutputError::NoFolder { file },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OutputError::Denied { file },
        // The temporary file's random name must not reach a message.
        kind => OutputError::Unwritable { file, reason: kind },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut all: Vec<String> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        all.sort();
        all
    }

    #[test]
    fn an_older_file_is_kept_unless_overwriting_is_asked_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("wynik.xlsx");
        put(&path, false, b"one").expect("written");
        assert!(matches!(put(&path, false, b"two"), Err(OutputError::Exists { .. })));
        assert!(matches!(writable(&path, false), Err(OutputError::Exists { .. })));
        assert_eq!(std::fs::read(&path).expect("read"), b"one");
        put(&path, true, b"two").expect("overwritten");
        assert_eq!(std::fs::read(&path).expect("read"), b"two");
        assert_eq!(names(folder.path()), ["wynik.xlsx"]);
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("nie ma").join("wynik.xlsx");
        assert!(matches!(put(&missing, false, b"x"), Err(OutputError::NoFolder { .. })));
        assert!(matches!(put(folder.path(), true, b"x"), Err(OutputError::IsFolder { .. })));
        assert!(matches!(writable(&missing, true), Err(OutputError::NoFolder { .. })));
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_replaced_even_when_overwriting_is_allowed() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("wynik.xlsx");
        std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
        assert!(matches!(writable(&link, true), Err(OutputError::NotRegular { .. })));
        assert!(matches!(put(&link, true, b"x"), Err(OutputError::NotRegular { .. })));
        assert!(std::fs::symlink_metadata(&link).expect("still there").is_symlink());
    }

    #[test]
    fn a_writer_that_fails_half_way_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pamiec");
        put(&path, false, b"old").expect("written");
        let failed = put_with(&path, true, |file| {
            file.write_all(b"half of it")?;
            let unfinished = |name: &String| name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1);
            let named: Vec<bool> = names(folder.path()).iter().map(unfinished).collect();
            assert_eq!(named, [true, false], "the unfinished file is known by its name");
            Err(ErrorKind::StorageFull.into())
        });
        assert!(matches!(failed, Err(OutputError::Unwritable { .. })));
        assert_eq!(names(folder.path()), ["pamiec"]);
        assert_eq!(std::fs::read(&path).expect("read"), b"old");
        assert!(!under_way().iter().any(|p| p.starts_with(folder.path())));
    }

    #[test]
    fn asking_first_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        writable(&folder.path().join("wynik.xlsx"), false).expect("can be written");
        assert!(names(folder.path()).is_empty());
    }
}
