//! The trace as text that a cell can hold: JSON, deflated, in base64; and back. The one door to flate2 and base64.
//!
//! What is unpacked may have been written by anybody: its size is limited before it is believed.

use std::io::{BufWriter, Read as _, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{SHAPE, Trace};
use crate::digest::{Running, sha256_hex};

/// Bytes of an unpacked trace: some two hundred assistants' year five times over.
const MAX_UNPACKED: u64 = 192 * 1024 * 1024;
/// Bytes of JSON that are packed at a time.
const CHUNK: usize = 64 * 1024;
/// Characters of a part: a cell holds 32,767.
const PART: usize = 30_000;

/// A trace as it stands on its sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Packed {
    /// SHA-256 of the JSON text.
    pub sha256: String,
    /// The text, cut to the length of cells.
    pub parts: Vec<String>,
}

/// Why a trace cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackError {
    /// Not base64, not deflated, not JSON, or of another shape than it says.
    #[error("not a trace: {0}")]
    Damaged(String),
    /// Larger than a trace can be.
    #[error("the trace is too large")]
    TooLarge,
    /// Its digest is not the one written beside it.
    #[error("the digest differs: {found}")]
    Digest {
        /// Digest of what was found.
        found: String,
    },
    /// Written by a newer version of the program.
    #[error("of shape {shape}, newer than this program knows")]
    Newer {
        /// Its shape.
        shape: u32,
    },
}

/// Returns the JSON text of a trace.
pub fn json(trace: &Trace) -> Vec<u8> {
    serde_json::to_vec(trace).expect("a trace has no map with keys other than texts")
}

/// The JSON text on its way: its digest and what is packed of it. The whole text, over a hundred megabytes of a large
/// municipality, is never in memory.
struct Text {
    digest: Running,
    encoder: DeflateEncoder<Vec<u8>>,
}

impl Write for Text {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        self.encoder.write_all(part)?;
        self.digest.add(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.encoder.flush()
    }
}

/// Packs a trace.
pub fn packed(trace: &Trace) -> Packed {
    let encoder = DeflateEncoder::new(Vec::new(), Compression::new(5));
    let mut text = BufWriter::with_capacity(CHUNK, Text { digest: Running::default(), encoder });
    serde_json::to_writer(&mut text, trace)
        .expect("memory can be written to, and no key is other than a text");
    let Text { digest, encoder } = text.into_inner().ok().expect("memory can be written to");
    let sha256 = digest.hex();
    let text = STANDARD.encode(encoder.finish().expect("memory can be written to"));
    // Base64 is one byte a character.
    let parts = text.as_bytes().chunks(PART).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    Packed { sha256, parts }
}

/// Unpacks a trace. Space and line breaks inside the parts do not matter: some programs add them.
pub fn unpacked(packed: &Packed) -> Result<Trace, PackError> {
    let damaged = |e: &dyn std::fmt::Display| PackError::Damaged(e.to_string());
    let encoded: Vec<u8> =
        packed.parts.iter().flat_map(|part| part.bytes()).filter(|b| !b.is_ascii_whitespace()).collect();
    let deflated = STANDARD.decode(encoded).map_err(|e| damaged(&e))?;
    let mut text = Vec::new();
    let mut decoder = DeflateDecoder::new(deflated.as_slice()).take(MAX_UNPACKED + 1);
    decoder.read_to_end(&mut text).map_err(|e| damaged(&e))?;
    if text.len() as u64 > MAX_UNPACKED {
        return Err(PackError::TooLarge);
    }
    let found = sha256_hex(&text);
    if found != packed.sha256 {
        return Err(PackError::Digest { found });
    }
    from_json(&text)
}

/// Reads the JSON text of a trace.
pub fn from_json(text: &[u8]) -> Result<Trace, PackError> {
    #[derive(serde::Deserialize)]
    struct Shape {
        shape: u32,
    }
    let damaged = |e: serde_json::Error| PackError::Damaged(e.to_string());
    let Shape { shape } = serde_json::from_slice(text).map_err(damaged)?;
    if shape > SHAPE {
        return Err(PackError::Newer { shape });
    }
    let trace: Trace = serde_json::from_slice(text).map_err(damaged)?;
    match super::sound::fault(&trace) {
        Some(fault) => Err(PackError::Damaged(fault)),
        None => Ok(trace),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Head;

    fn empty() -> Trace {
        let day = || "2025-12-31".to_owned();
        let head = Head { as_of: day(), period: (day(), day()), ..Head::default() };
        Trace { shape: SHAPE, head, sheets: Vec::new(), figures: Vec::new() }
    }

    #[test]
    fn a_packed_trace_is_the_same_again() {
        let packed = packed(&empty());
        assert_eq!(unpacked(&packed), Ok(empty()));
    }

    #[test]
    fn a_changed_digest_or_text_and_a_newer_shape_are_told_apart() {
        let good = packed(&empty());
        let other = Packed { sha256: "0".repeat(64), ..good.clone() };
        assert!(matches!(unpacked(&other), Err(PackError::Digest { .. })));
        let cut = Packed { parts: vec![good.parts[0][..8].to_owned()], ..good };
        assert!(matches!(unpacked(&cut), Err(PackError::Damaged(_))));
        let newer = packed(&Trace { shape: SHAPE + 1, ..empty() });
        assert_eq!(unpacked(&newer), Err(PackError::Newer { shape: SHAPE + 1 }));
    }
}
