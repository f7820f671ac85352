//! The file of a capsule: named parts in a zip archive, whose last 64 bytes are the digest of all bytes before them.
//!
//! The one door to zip beside `src/intake/`, which reads the office's files; here zip is also written, for a file that
//! this program alone reads. What is unfolded is measured while it is unfolded, whatever the archive says of sizes.
//! Names are keys: nothing is ever unpacked onto the disk. This module knows nothing of what the parts mean.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::digest::sha256_hex;

/// Bytes of a capsule, written or read: it is held in memory, and an audit must do with 300 MB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of all its parts together.
pub const MAX_UNPACKED: usize = 128 * 1024 * 1024;
/// Parts of a capsule; a submission has five to twenty files.
pub const MAX_PARTS: usize = 4_000;
/// The part that names all others. It is first by name, so that a capsule is told by its first bytes.
pub const HEAD: &str = "capsule.json";
/// Hexadecimal digits of a SHA-256.
const SEAL: usize = 64;
/// Bytes of a zip entry before its name.
const BEFORE_NAME: usize = 30;

/// What a capsule holds, by name.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// Why a file is no sound capsule, or none could be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackError {
    /// Something else altogether.
    NotACapsule,
    /// A capsule that was cut off, changed or packed again.
    Damaged,
    /// More than is read or written.
    TooLarge,
}

/// Packs the parts. The same parts give the same bytes on every day and system.
pub fn write(parts: &Parts) -> Result<Vec<u8>, PackError> {
    let all = parts.values().map(Vec::len).fold(0_usize, usize::saturating_add);
    if all > MAX_UNPACKED || parts.len() > MAX_PARTS {
        return Err(PackError::TooLarge);
    }
    let mut bytes = packed(parts).map_err(|_| PackError::TooLarge)?;
    seal(&mut bytes);
    if bytes.len() > MAX_BYTES { Err(PackError::TooLarge) } else { Ok(bytes) }
}

fn packed(parts: &Parts) -> Result<Vec<u8>, ZipError> {
    // No clock and no system: the day and the rights of an entry are fixed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(zip::System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    zip.set_comment("0".repeat(SEAL))?;
    Ok(zip.finish()?.into_inner())
}

/// Writes the digest of everything before them into the last bytes. A seal shows damage, it proves no origin.
pub fn seal(bytes: &mut [u8]) {
    let Some(at) = bytes.len().checked_sub(SEAL) else { return };
    let (before, last) = bytes.split_at_mut(at);
    last.copy_from_slice(sha256_hex(before).as_bytes());
}

/// Reads the parts of a capsule. The seal is looked at before anything is read as an archive.
pub fn read(bytes: &[u8]) -> Result<Parts, PackError> {
    if !begins_as_capsule(bytes) {
        return Err(PackError::NotACapsule);
    }
    if bytes.len() > MAX_BYTES {
        return Err(PackError::TooLarge);
    }
    let at = bytes.len().checked_sub(SEAL).ok_or(PackError::Damaged)?;
    let (before, last) = bytes.split_at(at);
    if sha256_hex(before).as_bytes() != last {
        return Err(PackError::Damaged);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackError::Damaged)?;
    if zip.len() > MAX_PARTS {
        return Err(PackError::TooLarge);
    }
    let mut parts = Parts::new();
    // A few kilobytes may unfold to gigabytes, and one stretch of the file may be named a thousand times over.
    let mut left = MAX_UNPACKED;
    for index in 0..zip.len() {
        let (name, part) = one(&mut zip, index, left)?;
        left -= part.len();
        if parts.insert(name, part).is_some() {
            return Err(PackError::Damaged);
        }
    }
    Ok(parts)
}

fn one(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    left: usize,
) -> Result<(String, Vec<u8>), PackError> {
    let part = zip.by_index(index).map_err(|_| PackError::Damaged)?;
    let name = part.name().map_err(|_| PackError::Damaged)?.into_owned();
    if part.compression() != CompressionMethod::Deflated || !is_key(&name) {
        return Err(PackError::Damaged);
    }
    let limit = u64::try_from(left).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    part.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| PackError::Damaged)?;
    if bytes.len() > left { Err(PackError::TooLarge) } else { Ok((name, bytes)) }
}

/// Lower-case letters, digits and `.-/`, no step upwards: names that this program gives.
fn is_key(name: &str) -> bool {
    let plain =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'/' | b'_');
    let steps = || name.split('/').any(|step| step.is_empty() || step.starts_with('.'));
    !name.is_empty() && name.len() <= 200 && name.bytes().all(plain) && !steps()
}

fn begins_as_capsule(bytes: &[u8]) -> bool {
    let name = bytes.get(BEFORE_NAME..BEFORE_NAME + HEAD.len());
    bytes.starts_with(b"PK\x03\x04") && name == Some(HEAD.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let all = [(HEAD, "{}"), ("rules/a/programme.toml", "id = \"a\""), ("trace.json", "[1]")];
        all.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_was_packed_is_read_again_and_the_bytes_are_always_the_same() {
        let bytes = write(&parts()).expect("packed");
        assert_eq!(read(&bytes), Ok(parts()));
        assert_eq!(write(&parts()), Ok(bytes));
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_seen() {
        let bytes = write(&parts()).expect("packed");
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 0x20;
            assert!(matches!(read(&other), Err(PackError::Damaged | PackError::NotACapsule)), "byte {at}");
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_byte_changed_and_sealed_anew_never_ends_in_a_panic() {
        let bytes = write(&parts()).expect("packed");
        let mut refused = 0;
        for at in 0..bytes.len() - SEAL {
            let mut other = bytes.clone();
            other[at] ^= 0xff;
            seal(&mut other);
            refused += usize::from(read(&other).is_err());
        }
        assert!(refused > bytes.len() / 4, "{refused} of {}", bytes.len());
    }

    #[test]
    fn a_name_that_leads_out_of_the_archive_is_refused() {
        for name in ["../x", "/etc/x", "a//b", "a/../b", "C:x", "a\\b", "inputs/.x", "Ż", ""] {
            assert!(!is_key(name), "{name}");
        }
        let mut outside = parts();
        outside.insert("rules/../../x".to_owned(), Vec::new());
        let bytes = write(&outside).expect("packed");
        assert_eq!(read(&bytes), Err(PackError::Damaged));
    }

    #[test]
    fn another_archive_is_no_capsule() {
        let others = [(Vec::new(), "nothing"), (b"PK\x03\x04 and more".to_vec(), "a beginning")];
        for (bytes, what) in others {
            assert_eq!(read(&bytes), Err(PackError::NotACapsule), "{what}");
        }
        let named: Parts = [("[content_types].xml".to_owned(), b"x".to_vec())].into();
        assert_eq!(read(&write(&named).expect("packed")), Err(PackError::NotACapsule));
    }
}
