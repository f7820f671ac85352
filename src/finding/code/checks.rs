//! Codes of findings made by the checks and by the settlement.

use super::codes;

codes! {
    /// The same row twice.
    DUPLICATE_ROW = "duplicate-row", Error;
}
