//! Codes of reports by half-year: two files of a municipality that are no two reports of the same.

use super::codes;

codes! {
    /// A report of the first half-year beside one of the whole, which says all of it.
    REPORT_OF_HALF = "report-of-half", Note;
    /// The report of the whole says something else of the first half-year than the one of that half-year did.
    REPORT_HALF_CHANGED = "report-half-changed", Warning;
    /// A report of one half-year after the end of the year, and none that counts of the other.
    REPORT_HALF_MISSING = "report-half-missing", Warning;
    /// Two forms, each of one half-year, put together.
    REPORTS_PUT_TOGETHER = "reports-put-together", Warning;
}
