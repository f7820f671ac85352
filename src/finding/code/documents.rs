//! Codes of the papers beside the settlement: acceptance, list of documents, half-year figures.

use super::codes;

codes! {
    /// A statement was asked for, and the edition asks municipalities for none. Said as a note where all papers that
    /// there are were asked for.
    NO_STATEMENT = "no-statement", Error;
    /// A refusal was asked for where it may be sent only before the contract, and the contract is signed.
    STATEMENT_AFTER_CONTRACT = "statement-after-contract", Error;
    /// A statement was asked for, and `Środki` says no amount awarded.
    STATEMENT_WITHOUT_AWARD = "statement-without-award", Error;
    /// Payments in the list of documents have no number of a payroll or bill.
    DOCUMENT_WITHOUT_NUMBER = "document-without-number", Note;
    /// The half-year asked for is outside of the days settled.
    HALF_YEAR_OUTSIDE = "half-year-outside", Error;
    /// The tables hold a part of the half-year only.
    HALF_YEAR_PARTIAL = "half-year-partial", Warning;
    /// The half-year is not over: its last day is still to come.
    HALF_YEAR_NOT_OVER = "half-year-not-over", Warning;
    /// There is no table of families, and so no count of them.
    HALF_YEAR_NO_FAMILIES = "half-year-no-families", Warning;
    /// Money came, the day is not said, and so not in which half-year it was spent.
    HALF_YEAR_NO_DAY = "half-year-no-day", Warning;
}
