//! Codes of the roll-up: what is wrong with a file among many, or between files.

use super::codes;

codes! {
    /// The file that a spreadsheet program keeps beside an open workbook.
    ROLLUP_LOCK_FILE = "rollup-lock-file", Note;
    /// A hidden file, or one that a file manager keeps.
    ROLLUP_HIDDEN_FILE = "rollup-hidden-file", Note;
    /// A file of a kind that holds no tables.
    ROLLUP_OTHER_FILE = "rollup-other-file", Note;
    /// A workbook or text table without anything of the programme.
    ROLLUP_NO_REPORT = "rollup-no-report", Note;
    /// A paper of this program that is no settlement: a protocol, a list of findings.
    ROLLUP_OWN_PAPER = "rollup-own-paper", Note;
    /// A collective report of a voivode.
    ROLLUP_COLLECTIVE = "rollup-collective", Note;
    /// The same bytes under another name.
    ROLLUP_SAME_FILE = "rollup-same-file", Note;
    /// Nothing in it that another file of the municipality does not say.
    ROLLUP_SAME_FIGURES = "rollup-same-figures", Note;
    /// A form without a code says what a file of a municipality of that name says: it may be that one's.
    ROLLUP_MAYBE_TWICE = "rollup-maybe-twice", Error;
    /// A form without a code, of another name, has every amount of a file of a known municipality: it may be that one's.
    ROLLUP_SAME_AMOUNTS = "rollup-same-amounts", Warning;
    /// A link back to what was found.
    ROLLUP_LINK_BACK = "rollup-link-back", Note;
    /// A pipe or a device.
    ROLLUP_NOT_A_FILE = "rollup-not-a-file", Note;
    /// A folder that may not be listed.
    ROLLUP_FOLDER_UNREADABLE = "rollup-folder-unreadable", Error;
    /// A file that may not be read.
    ROLLUP_FILE_UNREADABLE = "rollup-file-unreadable", Error;
    /// The file was written to while it was read.
    ROLLUP_FILE_CHANGED = "rollup-file-changed", Error;
    /// A draft was sent in.
    ROLLUP_DRAFT = "rollup-draft", Error;
    /// A form that somebody marked as a draft, in a cell or at the top of its pages.
    ROLLUP_FORM_DRAFT = "rollup-form-draft", Error;
    /// A settlement that goes on with one of earlier days, so that it is a part of the year only.
    ROLLUP_PART_OF_PERIOD = "rollup-part-of-period", Warning;
    /// Settled under another reading than the one the edition starts from.
    ROLLUP_OTHER_READING = "rollup-other-reading", Note;
    /// Several workbooks read as one submission.
    ROLLUP_TOGETHER = "rollup-together", Note;
    /// A report of another edition than the one asked for.
    ROLLUP_OTHER_EDITION = "rollup-other-edition", Error;
    /// The file cannot be audited or settled; the reason says why.
    ROLLUP_NOT_TAKEN = "rollup-not-taken", Error;
    /// The settlement workbook of a municipality could not be written: a copy is missing, the figures are sound.
    ROLLUP_NOT_WRITTEN = "rollup-not-written", Warning;
    /// The settlement workbook of a municipality could not be made, or the second engine computed something else.
    ROLLUP_WORKBOOK_REFUSED = "rollup-workbook-refused", Error;
    /// A figure so large that no spreadsheet adds it up to the grosz; the form itself is told at its cell.
    ROLLUP_BEYOND_BELIEF = "rollup-beyond-belief", Error;
    /// This program broke down over the file, which it never should.
    ROLLUP_BROKE_DOWN = "rollup-broke-down", Error;
    /// There are more remarks than are kept.
    ROLLUP_MORE_REMARKS = "rollup-more-remarks", Note;
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
    /// An export was given to a program built without the tables for analysis.
    EXPORT_UNSUPPORTED = "export-unsupported", Error;
}
