//! Codes of a correction: what is the matter with the settlement that went before.

use super::codes;

codes! {
    /// The workbook of the settlement before was changed since it was written.
    PREVIOUS_CHANGED = "previous-changed", Error;
    /// It carries no trace: this program did not write it, or the sheet was deleted, or it is the file that was sent.
    PREVIOUS_NO_TRACE = "previous-no-trace", Error;
    /// Its trace cannot be read.
    PREVIOUS_TRACE_DAMAGED = "previous-trace-damaged", Error;
    /// It is a draft.
    PREVIOUS_DRAFT = "previous-draft", Error;
    /// It is another municipality's.
    PREVIOUS_OTHER_MUNICIPALITY = "previous-other-municipality", Error;
    /// It settles another programme or edition.
    PREVIOUS_OTHER_PROGRAMME = "previous-other-programme", Error;
    /// It speaks of a later day than this settlement.
    PREVIOUS_NEWER = "previous-newer", Error;
    /// Its days are neither held by this settlement nor followed by it.
    PREVIOUS_PERIOD = "previous-period", Error;
    /// The same file was handed in as data.
    PREVIOUS_IS_INPUT = "previous-is-input", Error;
}
