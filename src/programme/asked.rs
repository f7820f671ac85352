//! Which readings were asked for.
//!
//! A settlement is made from facts and rules alone, so one that never asks for a reading comes out the same whichever
//! way is in force. That is all this is for: it changes no answer, and two editions that differ in it are equal.

use std::sync::atomic::{AtomicU64, Ordering};

/// Readings asked for, by position in the edition. Positions beyond the last bit count as asked for.
#[derive(Debug, Default)]
pub struct Asked(AtomicU64);

impl Asked {
    /// Takes note of a reading.
    pub fn note(&self, position: usize) {
        let bit = bit(position);
        // Most are asked again and again; looking first keeps the cell unwritten.
        if self.0.load(Ordering::Relaxed) & bit != bit {
            self.0.fetch_or(bit, Ordering::Relaxed);
        }
    }

    /// Was the reading asked for?
    pub fn has(&self, position: usize) -> bool {
        position >= BITS || self.0.load(Ordering::Relaxed) & bit(position) != 0
    }

    /// Forgets what was asked for.
    pub fn forget(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

const BITS: usize = 64;

fn bit(position: usize) -> u64 {
    u32::try_from(position).ok().and_then(|by| 1_u64.checked_shl(by)).unwrap_or(0)
}

/// A copy has not been asked anything.
impl Clone for Asked {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Asked {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Asked {}

#[cfg(test)]
mod tests {
    use crate::programme::Catalogue;
    use crate::programme::readings::{HoursWorked, ParagraphShares, Switch};

    #[test]
    fn an_edition_knows_which_of_its_readings_were_asked_for_and_its_copy_starts_anew() {
        let edition = Catalogue::built_in().get("asystent-rodziny-2025").expect("a built-in edition").clone();
        assert!(!edition.was_asked(HoursWorked::NAME));
        let _ = edition.reads::<HoursWorked>();
        assert!(edition.was_asked(HoursWorked::NAME));
        assert!(!edition.was_asked(ParagraphShares::NAME));
        assert!(!edition.clone().was_asked(HoursWorked::NAME));
        assert_eq!(edition, edition.clone());
    }
}
