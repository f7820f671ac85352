//! Codes of the way from the ledger to the form, and of explanations.

use super::codes;

codes! {
    /// The ledger's turnover does not lead to the eligible cost of the form.
    LEDGER_DOES_NOT_TIE = "ledger-does-not-tie", Warning;
    /// The form has a cost in a paragraph whose turnover was not given.
    LEDGER_PARAGRAPH_MISSING = "ledger-paragraph-missing", Warning;
    /// Contributions are known as one sum, so their paragraphs are reconciled as one.
    LEDGER_PARAGRAPHS_TOGETHER = "ledger-paragraphs-together", Note;
    /// The programme's money agrees in all, but lies in other paragraphs.
    LEDGER_PROGRAMME_SPLIT = "ledger-programme-split", Note;
    /// An explanation of something that must be put right.
    EXPLANATION_OF_ERROR = "explanation-of-error", Warning;
    /// An explanation of nothing that was found.
    EXPLANATION_MATCHES_NOTHING = "explanation-matches-nothing", Warning;
}
