//! Codes of the last days of a year.

use super::codes;

codes! {}
