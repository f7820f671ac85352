//! Codes of a correction: what is the matter with the settlement that went before.

use super::codes;

codes! {}
