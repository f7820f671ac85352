//! Codes of the papers beside the settlement: acceptance, list of documents, half-year figures.

use super::codes;

codes! {}
