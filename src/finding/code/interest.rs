//! Codes of interest and of deadlines.

use super::codes;

codes! {
    /// No rate, or no letter fee, is known for the days that bear interest.
    INTEREST_RATE_NOT_KNOWN = "interest-rate-not-known", Error;
    /// A rate was typed for a day whose rate is known.
    INTEREST_RATE_KNOWN = "interest-rate-known", Error;
    /// Two rates were typed for one day.
    INTEREST_RATE_TWICE = "interest-rate-twice", Error;
    /// The clause asks for bank interest, and its amount was not given.
    INTEREST_BANK_AMOUNT_MISSING = "interest-bank-amount-missing", Warning;
    /// A finding of the authority has a day after the settlement's.
    INTEREST_FINDING_IN_FUTURE = "interest-finding-in-future", Warning;
    /// The contract asks for statutory interest, and no rate was given.
    INTEREST_RATE_OF_CONTRACT_MISSING = "interest-rate-of-contract-missing", Error;
    /// Money came back before it was transferred.
    INTEREST_RETURN_BEFORE_TRANSFER = "interest-return-before-transfer", Error;
    /// The last day lies before the first, or a finding before the transfer.
    INTEREST_DAYS_OUT_OF_ORDER = "interest-days-out-of-order", Error;
    /// The principal is not above zero.
    INTEREST_PRINCIPAL_NOT_POSITIVE = "interest-principal-not-positive", Error;
    /// More was determined than was transferred.
    INTEREST_PRINCIPAL_ABOVE_TRANSFER = "interest-principal-above-transfer", Error;
    /// Interest on misused money runs from the transfer, whose day is not given.
    INTEREST_TRANSFER_DAY_MISSING = "interest-transfer-day-missing", Error;
    /// Nobody says by which day unused money comes back, so nobody can say that it is late.
    INTEREST_TERM_NOT_KNOWN = "interest-term-not-known", Warning;
    /// The chosen rules were not in force in the edition.
    INTEREST_REGIME_NOT_IN_FORCE = "interest-regime-not-in-force", Error;
    /// A payment covers neither the whole principal nor its interest.
    INTEREST_PAID_IN_PART = "interest-paid-in-part", Note;
    /// Part of the money was passed on to a body, which settles it with the municipality by other articles.
    INTEREST_MONEY_PASSED_ON = "interest-money-passed-on", Note;
}
