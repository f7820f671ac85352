//! Codes of a plan for the coming year, and of a forecast.

use super::codes;

codes! {}
