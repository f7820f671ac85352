//! Codes of the radar: what is near a limit.

use super::codes;

codes! {}
