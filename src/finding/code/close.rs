//! Codes of the last days of a year.

use super::codes;

codes! {
    /// The day asked about is after the last payment day: nothing can be paid any more.
    CLOSE_AFTER_DEADLINE = "close-after-deadline", Error;
    /// The day asked about is before the days settled.
    CLOSE_BEFORE_PERIOD = "close-before-period", Error;
    /// Banks send nothing any more between the day asked about and the last payment day.
    CLOSE_NO_WORKING_DAY_LEFT = "close-no-working-day-left", Warning;
    /// The payer's accident rate is not given, and contributions on a supplement rest on it.
    CLOSE_ACCIDENT_RATE_MISSING = "close-accident-rate-missing", Error;
    /// The edition has no supplement, or the municipality has no money for it.
    CLOSE_NO_SUPPLEMENT = "close-no-supplement", Note;
    /// The edition pays its supplement in full with contributions: there is nothing to search.
    CLOSE_SUPPLEMENT_FUNDED = "close-supplement-funded", Note;
    /// No month of anybody meets the conditions of the supplement.
    CLOSE_NOBODY_QUALIFIES = "close-nobody-qualifies", Warning;
    /// The hours of months are not in the tables, so nothing is known of their supplement.
    CLOSE_HOURS_UNKNOWN = "close-hours-unknown", Warning;
    /// A contract runs in a month up to the last payment day, and the tables hold no pay of it yet.
    CLOSE_MONTH_WITHOUT_PAY = "close-month-without-pay", Warning;
    /// A supplement in the tables earns less than the grant.
    CLOSE_SUPPLEMENT_TOO_SMALL = "close-supplement-too-small", Warning;
    /// The award is below what the supplements could earn.
    CLOSE_AWARD_BINDS = "close-award-binds", Note;
    /// A payment of the tables has a day after the last payment day.
    CLOSE_PLANNED_TOO_LATE = "close-planned-too-late", Warning;
    /// Pay of this month has no day on which its contributions were paid.
    CLOSE_CONTRIBUTIONS_UNCONFIRMED = "close-contributions-unconfirmed", Warning;
}
