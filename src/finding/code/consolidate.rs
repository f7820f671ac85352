//! Codes of the roll-up: what is wrong with a file among many, or between files.

use super::codes;

codes! {
    /// A file of an export is missing or is not what was written.
    EXPORT_FILE_CHANGED = "export-file-changed", Error;
    /// A copy for people (CSV, totals, the page) in an export is missing or changed; nothing is read from it.
    EXPORT_COPY_CHANGED = "export-copy-changed", Warning;
    /// A file lies among the tables of an export that its list of digests does not name.
    EXPORT_FILE_UNLISTED = "export-file-unlisted", Error;
    /// An export was written by a schema that this program does not read.
    EXPORT_SCHEMA = "export-schema", Error;
    /// A file of an export has its digest and is no table of the schema all the same.
    EXPORT_UNREADABLE = "export-unreadable", Error;
}
