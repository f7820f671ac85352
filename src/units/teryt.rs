//! The municipality's territorial code.
//!
//! Form and prefix only: the register of existing codes is not part of the program, and callers must say so.

use std::fmt;

/// A TERYT code of a municipality: 6 digits, or 7 with the kind of municipality (1 urban, 2 rural, 3 mixed).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TerytCode(String);

impl TerytCode {
    /// Returns the code when it has 6 or 7 digits, a seventh digit of 1, 2 or 3, and a voivodeship's prefix.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let kind = text.len() == 6 || (text.len() == 7 && matches!(text.as_bytes()[6], b'1'..=b'3'));
        if !digits || !kind {
            return None;
        }
        let prefix: u32 = text[..2].parse().ok()?;
        (prefix.is_multiple_of(2) && (2..=32).contains(&prefix)).then(|| Self(text.to_owned()))
    }

    /// Returns the two digits of the voivodeship.
    pub fn voivodeship(&self) -> &str {
        &self.0[..2]
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TerytCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_municipalities_of_real_voivodeships_pass() {
        assert!(TerytCode::parse("1206042").is_some());
        assert!(TerytCode::parse("120604").is_some());
        for bad in ["12060", "1206044", "1306042", "3406042", "12060a2", "", "０２０１０１"] {
            assert!(TerytCode::parse(bad).is_none(), "{bad}");
        }
    }
}
