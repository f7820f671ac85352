//! Codes of the run as a whole: which programme is settled.

use super::codes;

codes! {
    /// `Umowa` names no programme, and none was given on the command line.
    PROGRAMME_MISSING = "programme-missing", Error;
    /// `Umowa` names a programme that the catalogue does not hold.
    PROGRAMME_UNKNOWN = "programme-unknown", Error;
    /// `Umowa` names a year of a known programme that the catalogue does not hold. No other year stands in for it.
    PROGRAMME_YEAR_UNKNOWN = "programme-year-unknown", Error;
    /// Figures published for one case do not add up among themselves.
    PUBLISHED_SUMS_DIFFER = "published-sums-differ", Warning;
}
