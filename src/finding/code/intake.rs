//! Codes of findings made while reading.

use super::codes;

codes! {
    /// A cell where an amount belongs cannot be read as one.
    UNREADABLE_AMOUNT = "unreadable-amount", Error;
}
