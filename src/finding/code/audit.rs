//! Codes of differences between a workbook and what it should hold.

use super::codes;

codes! {
    /// A value stands where the program wrote a formula.
    AUDIT_TYPED_OVER = "audit-typed-over", Error;
    /// A formula was changed.
    AUDIT_FORMULA_EDITED = "audit-formula-edited", Error;
    /// A formula stands where the program wrote a value or nothing.
    AUDIT_FORMULA_ADDED = "audit-formula-added", Error;
    /// A total leaves out cells that it took in.
    AUDIT_TOTAL_SHORT = "audit-total-short", Error;
    /// A figure of the rules was changed.
    AUDIT_PARAMETER_CHANGED = "audit-parameter-changed", Error;
    /// A cell of the municipality's data was changed.
    AUDIT_INPUT_CHANGED = "audit-input-changed", Error;
    /// A number written as a value elsewhere was changed.
    AUDIT_VALUE_CHANGED = "audit-value-changed", Error;
    /// A text was changed.
    AUDIT_TEXT_CHANGED = "audit-text-changed", Warning;
    /// A text was removed.
    AUDIT_TEXT_REMOVED = "audit-text-removed", Warning;
    /// Something was written where nothing stood.
    AUDIT_CELL_ADDED = "audit-cell-added", Warning;
    /// A digest was changed or removed.
    AUDIT_DIGEST_CHANGED = "audit-digest-changed", Error;
    /// A row was added.
    AUDIT_ROW_ADDED = "audit-row-added", Error;
    /// A row was deleted.
    AUDIT_ROW_DELETED = "audit-row-deleted", Error;
    /// A row was moved.
    AUDIT_ROW_MOVED = "audit-row-moved", Error;
    /// A column was added.
    AUDIT_COLUMN_ADDED = "audit-column-added", Error;
    /// A column was deleted.
    AUDIT_COLUMN_DELETED = "audit-column-deleted", Error;
    /// A row is hidden.
    AUDIT_ROW_HIDDEN = "audit-row-hidden", Warning;
    /// A column is hidden.
    AUDIT_COLUMN_HIDDEN = "audit-column-hidden", Warning;
    /// A sheet is hidden.
    AUDIT_SHEET_HIDDEN = "audit-sheet-hidden", Warning;
    /// A sheet was added.
    AUDIT_SHEET_ADDED = "audit-sheet-added", Warning;
    /// A sheet was deleted.
    AUDIT_SHEET_DELETED = "audit-sheet-deleted", Error;
    /// A sheet has another name.
    AUDIT_SHEET_RENAMED = "audit-sheet-renamed", Warning;
    /// The sheets stand in another order.
    AUDIT_SHEET_ORDER = "audit-sheet-order", Note;
    /// The stored result of a formula is not what the formula gives.
    AUDIT_STORED_RESULT = "audit-stored-result", Error;
    /// A cell shows an error.
    AUDIT_ERROR_CELL = "audit-error-cell", Error;
    /// The workbook points to other files.
    AUDIT_EXTERNAL_LINKS = "audit-external-links", Warning;
    /// The workbook holds macros.
    AUDIT_MACROS = "audit-macros", Warning;
    /// The workbook says that the program wrote it, and its trace is gone.
    AUDIT_TRACE_MISSING = "audit-trace-missing", Error;
    /// The trace cannot be read, or is not the one its digest speaks of.
    AUDIT_TRACE_DAMAGED = "audit-trace-damaged", Error;
    /// The settlement was made with other rules than those built in.
    AUDIT_RULES_OTHER = "audit-rules-other", Warning;
    /// A figure of the rules is not the edition's.
    AUDIT_LAW_PARAMETER = "audit-law-parameter", Error;
    /// A recorded figure is not what the recorded data give under the law.
    AUDIT_LAW_FIGURE = "audit-law-figure", Error;
    /// A recorded cell is not what the recorded data and rules give.
    AUDIT_LAW_CELL = "audit-law-cell", Error;
    /// The recorded data could not be settled again, so nothing was verified against the law.
    AUDIT_LAW_UNKNOWN = "audit-law-unknown", Warning;
    /// There are more differences than are named.
    AUDIT_MORE = "audit-more", Note;
    /// The tables given are those of another municipality or another edition.
    AUDIT_DATA_FOREIGN = "audit-data-foreign", Error;
    /// A table was changed since the settlement was made.
    AUDIT_DATA_CHANGED = "audit-data-changed", Warning;
    /// A table that the settlement was not made from.
    AUDIT_DATA_OTHER = "audit-data-other", Warning;
    /// A table that the settlement was made from is not among those given.
    AUDIT_DATA_MISSING = "audit-data-missing", Warning;
}
