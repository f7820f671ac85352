//! Codes of the office's register: what it cannot be read for, and where reports differ from it.

use super::codes;

codes! {}
