//! Zip archives, opened with care. The one door to zip.
//!
//! A few kilobytes may unfold to gigabytes, and sizes written in an archive may lie. Parts that could be large are
//! therefore unpacked once into nothing and measured before any reader sees them.

use std::io::{BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::raw::{Limit, Trouble};

/// Unpacked bytes of a part that may be needed: five million cells fit.
const MAX_PART: u64 = 512 * 1024 * 1024;
/// Unpacked bytes of the list of shared texts, which is held in memory.
const MAX_STRINGS: u64 = 48 * 1024 * 1024;
/// Parts smaller than this unpacked need no measuring.
const HARMLESS: u64 = 32 * 1024 * 1024;
/// Longest stretch of XML without a tag: a reader holds such a stretch in memory at once.
const MAX_STRETCH: u64 = 4 * 1024 * 1024;
/// Deflate cannot unfold further than this.
const MAX_RATIO: u64 = 1_032;
/// Parts of an archive.
const MAX_PARTS: usize = 20_000;

/// What kind of document an archive is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Document {
    /// Excel, XML parts.
    Xlsx,
    /// Excel, binary parts.
    Xlsb,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Something else in a zip archive.
    Other,
}

/// An archive whose parts have been measured.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What it holds.
    pub document: Document,
}

impl<'a> Archive<'a> {
    /// Opens an archive, recognises it and measures its parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| trouble(&e))?;
        let document = document(&zip);
        if document != Document::Other {
            measure(&mut zip)?;
        }
        let mut archive = Self { zip, document };
        if document == Document::Ods && archive.is_encrypted_ods() {
            return Err(Trouble::Encrypted);
        }
        Ok(archive)
    }

    /// Opens an archive that this program has just written: what is in it needs no measuring.
    pub fn of_ours(bytes: &'a [u8]) -> Result<Self, Trouble> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| trouble(&e))?;
        Ok(Self { zip, document: Document::Xlsx })
    }

    /// Returns a reader of a part, or nothing when there is none such.
    pub fn part(&mut self, name: &str) -> Result<impl BufRead, Trouble> {
        self.zip.by_name(name).map(BufReader::new).map_err(|e| trouble(&e))
    }

    /// Returns the names of all parts, in the order of the archive.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect()
    }

    fn is_encrypted_ods(&mut self) -> bool {
        let Ok(part) = self.zip.by_name("META-INF/manifest.xml") else { return false };
        let mut text = Vec::new();
        let read = part.take(1024 * 1024).read_to_end(&mut text);
        read.is_ok() && contains(&text, b"encryption-data")
    }
}

fn document(zip: &ZipArchive<Cursor<&[u8]>>) -> Document {
    let names: Vec<String> =
        zip.file_names().filter_map(Result::ok).map(|n| n.replace('\\', "/").to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    let extension = |name: &str| name.rsplit('.').next().map(str::to_owned);
    // Excel's main part may have any name (some exporters write xl/workbook2.xml), so the folder decides.
    if names.iter().any(|n| n.starts_with("xl/workbook") && extension(n).as_deref() == Some("bin")) {
        Document::Xlsb
    } else if has("[content_types].xml") && names.iter().any(|n| n.starts_with("xl/")) {
        Document::Xlsx
    } else if has("content.xml") && has("mimetype") {
        Document::Ods
    } else {
        Document::Other
    }
}

fn measure(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Trouble> {
    if zip.len() > MAX_PARTS {
        return Err(Trouble::TooLarge(Limit::Part, zip.len().to_string()));
    }
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|e| trouble(&e))?;
        let name = part.name().map(|n| n.to_lowercase()).unwrap_or_default();
        let suffix = name.rsplit('.').next().unwrap_or_default();
        if !matches!(suffix, "xml" | "bin" | "rels") {
            continue;
        }
        let strings = name.contains("sharedstrings");
        let limit = if strings { MAX_STRINGS } else { MAX_PART };
        if part.size() > limit {
            return Err(Trouble::TooLarge(Limit::Part, name));
        }
        let possible = part.compressed_size().saturating_mul(MAX_RATIO);
        if possible > HARMLESS || strings {
            measure_part(part, limit, suffix == "xml", strings && suffix == "xml", &name)?;
        }
    }
    Ok(())
}

fn measure_part(
    mut part: impl Read,
    limit: u64,
    xml: bool,
    strings: bool,
    name: &str,
) -> Result<(), Trouble> {
    let mut buffer = vec![0_u8; 64 * 1024];
    let (mut total, mut stretch, mut first) = (0_u64, 0_u64, true);
    loop {
        let n = part.read(&mut buffer).map_err(|e| Trouble::Damaged(e.to_string()))?;
        if n == 0 {
            return Ok(());
        }
        let block = &buffer[..n];
        total += n as u64;
        if strings && first && declared_strings(block) > super::raw::MAX_CELLS {
            return Err(Trouble::TooLarge(Limit::Part, name.to_owned()));
        }
        first = false;
        if xml {
            for piece in block.split_inclusive(|b| *b == b'<') {
                stretch += piece.len() as u64;
                if stretch > MAX_STRETCH {
                    return Err(Trouble::TooLarge(Limit::Part, name.to_owned()));
                }
                if piece.ends_with(b"<") {
                    stretch = 0;
                }
            }
        }
        if total > limit {
            return Err(Trouble::TooLarge(Limit::Part, name.to_owned()));
        }
    }
}

/// Returns the number of texts that the list claims to hold: a reader would make room for as many.
fn declared_strings(block: &[u8]) -> u64 {
    let key = b"uniqueCount=";
    let Some(at) = block.windows(key.len()).position(|w| w == key) else { return 0 };
    let digits: String = block[at + key.len()..]
        .iter()
        .skip(1)
        .take(24)
        .take_while(|b| b.is_ascii_digit())
        .map(|b| char::from(*b))
        .collect();
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|w| w == part)
}

fn trouble(error: &ZipError) -> Trouble {
    match error {
        ZipError::InvalidPassword => Trouble::Encrypted,
        ZipError::UnsupportedArchive(text) if text.to_lowercase().contains("password") => Trouble::Encrypted,
        other => Trouble::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_claims_a_milliard_texts_is_seen_through() {
        assert_eq!(declared_strings(br#"<sst count="3" uniqueCount="1000000000">"#), 1_000_000_000);
        assert_eq!(declared_strings(br#"<sst uniqueCount="99999999999999999999999">"#), u64::MAX);
        assert_eq!(declared_strings(b"<sst>"), 0);
    }

    #[test]
    fn what_is_cut_off_is_called_damaged() {
        assert!(matches!(Archive::open(b"PK\x03\x04 and nothing more"), Err(Trouble::Damaged(_))));
    }
}
