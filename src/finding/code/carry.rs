//! Codes of starting a year from the one before.

use super::codes;

codes! {}
