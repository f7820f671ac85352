//! Codes of a run repeated from its capsule: what is not as it was, the cause before its effect.

use super::codes;

codes! {
    /// A file of the municipality is not the one that the run read.
    REPLAY_INPUT_DIFFERS = "replay-input-differs", Error;
    /// A file was given that the run did not read; it is left out.
    REPLAY_INPUT_UNUSED = "replay-input-unused", Note;
    /// A file has another name than then; what it holds is the same.
    REPLAY_INPUT_RENAMED = "replay-input-renamed", Note;
    /// The edition's rules are not those built into this program; the run is repeated with those of the capsule.
    REPLAY_RULES_OTHER = "replay-rules-other", Note;
    /// National figures or words differ from those built into this program, with which the run is repeated.
    REPLAY_COMMON_OTHER = "replay-common-other", Warning;
    /// The form is not the one built into this program; the run is repeated with that of the capsule.
    REPLAY_FORM_OTHER = "replay-form-other", Note;
    /// Another version of the program repeats the run.
    REPLAY_PROGRAM_OTHER = "replay-program-other", Note;
    /// The repeated run gives no settlement.
    REPLAY_NOT_SETTLED = "replay-not-settled", Error;
    /// A figure is not as recorded.
    REPLAY_FIGURE_DIFFERS = "replay-figure-differs", Error;
    /// The recorded trace cannot be compared figure by figure.
    REPLAY_TRACE_UNREADABLE = "replay-trace-unreadable", Error;
    /// Cells of a sheet of the workbook are not as recorded; the first is named.
    REPLAY_CELLS_DIFFER = "replay-cells-differ", Error;
    /// A finding was made that is not recorded, or is recorded and was not made.
    REPLAY_FINDING_DIFFERS = "replay-finding-differs", Error;
    /// More figures or cells differ than are listed.
    REPLAY_MORE = "replay-more", Note;
    /// The bytes of a workbook are not those recorded.
    REPLAY_WORKBOOK_DIFFERS = "replay-workbook-differs", Error;
}
