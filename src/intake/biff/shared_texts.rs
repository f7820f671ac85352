//! How long the shared texts of an old Excel file are. Their characters are not kept.
//!
//! The list may be carried on in further records; where a text is cut by the end of one, the next begins with a byte
//! that says anew whether its characters take one byte or two.

use super::{number16, number32};

/// Returns the number of characters of each text, up to the first that is broken.
pub fn lengths(records: &[&[u8]]) -> Vec<u32> {
    let mut at = Cursor { records, position: 8 };
    let mut found = Vec::new();
    while let Some(length) = at.text() {
        found.push(length);
    }
    found
}

struct Cursor<'a> {
    records: &'a [&'a [u8]],
    position: usize,
}

impl<'a> Cursor<'a> {
    /// The bytes left of the present record, or of the next one when nothing is left.
    fn left(&mut self) -> Option<&'a [u8]> {
        loop {
            let rest = self.records.first()?.get(self.position..).unwrap_or_default();
            if !rest.is_empty() {
                return Some(rest);
            }
            self.next_record();
        }
    }

    fn next_record(&mut self) {
        self.records = self.records.get(1..).unwrap_or_default();
        self.position = 0;
    }

    /// Passes over a text and returns its number of characters.
    fn text(&mut self) -> Option<u32> {
        let head = self.left()?;
        let (length, flags) = (number16(head, 0)?, *head.get(2)?);
        let (rich, phonetic) = (flags & 8 != 0, flags & 4 != 0);
        let mut head_length = 3;
        let mut extra = 0_usize;
        if rich {
            extra += 4 * usize::from(number16(head, head_length)?);
            head_length += 2;
        }
        if phonetic {
            extra = extra.checked_add(usize::try_from(number32(head, head_length)?).ok()?)?;
            head_length += 4;
        }
        self.position += head_length;
        self.characters(usize::from(length), flags)?;
        self.pass(extra)?;
        Some(u32::from(length))
    }

    fn characters(&mut self, mut wanted: usize, mut flags: u8) -> Option<()> {
        while wanted > 0 {
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let here = self.records.first()?.len().saturating_sub(self.position) / width;
            let taken = here.min(wanted);
            self.position += taken * width;
            wanted -= taken;
            if wanted > 0 {
                self.next_record();
                flags = *self.records.first()?.first()?;
                self.position = 1;
            }
        }
        Some(())
    }

    fn pass(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let taken = self.left()?.len().min(bytes);
            self.position += taken;
            bytes -= taken;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cut_by_the_end_of_a_record_are_followed() {
        // `abc` in one byte each, cut and carried on in two; then `d` with a run of formatting.
        let first = [&[0; 8][..], &[3, 0, 0, b'a']].concat();
        let second = [1, b'b', 0, b'c', 0, 1, 0, 8, 1, 0, b'd', 0, 0, 0, 0];
        assert_eq!(lengths(&[&first, &second]), [3, 1]);
        assert_eq!(lengths(&[]), [0_u32; 0]);
        assert_eq!(lengths(&[&first]), [0_u32; 0]);
    }
}
