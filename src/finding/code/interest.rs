//! Codes of interest and of deadlines.

use super::codes;

codes! {}
