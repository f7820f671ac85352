//! SHA-256 as text. The one door to the digest crate.

use std::io::{ErrorKind, Read};

use sha2::{Digest, Sha256};

/// Returns the SHA-256 of the bytes as 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Returns the SHA-256 of all that a reader gives and how many bytes that is, without keeping them.
pub fn sha256_of(reader: &mut impl Read) -> std::io::Result<(String, u64)> {
    let mut running = Running::default();
    let mut part = vec![0; 64 * 1024];
    let mut bytes = 0_u64;
    loop {
        match reader.read(&mut part) {
            Ok(0) => return Ok((running.hex(), bytes)),
            Ok(read) => {
                running.add(&part[..read]);
                bytes = bytes.saturating_add(read as u64);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A digest of parts that come one after the other.
#[derive(Clone, Debug, Default)]
pub struct Running(Sha256);

impl Running {
    /// Takes the next part.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// Takes a text after its length, which keeps two texts from passing for two others that read the same one after the
    /// other.
    pub fn add_text(&mut self, text: &str) {
        self.add(format!("{} {text}", text.len()).as_bytes());
    }

    /// Returns the digest of all parts so far as 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0.clone().finalize())
    }
}

fn hex(digest: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in digest {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_nothing_is_the_published_one() {
        assert_eq!(sha256_hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn parts_and_readers_give_the_digest_of_the_whole() {
        let whole = b"dodatek dla asystenta".repeat(7_000);
        let mut running = Running::default();
        for part in whole.chunks(977) {
            running.add(part);
        }
        assert_eq!(running.hex(), sha256_hex(&whole));
        let read = sha256_of(&mut whole.as_slice()).expect("memory can be read");
        assert_eq!(read, (sha256_hex(&whole), whole.len() as u64));
    }
}
