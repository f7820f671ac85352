//! Codes of the roll-up: what is wrong with a file among many, or between files.

use super::codes;

codes! {}
