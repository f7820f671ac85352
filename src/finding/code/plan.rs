//! Codes of a plan for the coming year, and of a forecast.

use super::codes;

codes! {
    /// Rates of the coming year are not announced, and the plan does not give them.
    PLAN_YEAR_WITHOUT_RATES = "plan-year-without-rates", Error;
    /// The year asked for is over.
    PLAN_YEAR_OVER = "plan-year-over", Error;
    /// A year between the tables and the year asked for is passed over.
    PLAN_YEAR_SKIPPED = "plan-year-skipped", Warning;
    /// Nobody is employed in the coming year.
    PLAN_NOBODY = "plan-nobody", Error;
    /// Nothing is known of the pay of somebody who stays.
    PLAN_NO_PAY = "plan-no-pay", Error;
    /// A row of assumptions that nobody knows.
    PLAN_FIGURE_UNKNOWN = "plan-figure-unknown", Error;
    /// A raise from a month of another year.
    PLAN_RAISE_OUTSIDE_YEAR = "plan-raise-outside-year", Error;
    /// A raise without percent and without złoty.
    PLAN_RAISE_EMPTY = "plan-raise-empty", Warning;
    /// The plan speaks of somebody of whom nothing is known.
    PLAN_ASSISTANT_UNKNOWN = "plan-assistant-unknown", Error;
    /// The plan changes or ends a contract that is not in force on the day.
    PLAN_NOT_EMPLOYED = "plan-not-employed", Error;
    /// The plan hires somebody who is employed on the day.
    PLAN_HIRE_EMPLOYED = "plan-hire-employed", Error;
    /// A hire or a change of terms before the coming year.
    PLAN_HIRE_BEFORE_YEAR = "plan-hire-before-year", Error;
    /// Something that happens after the coming year.
    PLAN_DAY_AFTER_YEAR = "plan-day-after-year", Error;
    /// A post of nothing, or of more than one.
    PLAN_POST_IMPOSSIBLE = "plan-post-impossible", Error;
    /// A hire without pay, hours or post.
    PLAN_HIRE_INCOMPLETE = "plan-hire-incomplete", Error;
    /// Hours or pay for an hour under an employment contract, or beside pay for a month.
    PLAN_PAY_CONTRADICTS = "plan-pay-contradicts", Error;
    /// A value that no law or calendar allows.
    PLAN_VALUE_IMPOSSIBLE = "plan-value-impossible", Error;
    /// A row of the plan that changes nothing.
    PLAN_CHANGES_NOTHING = "plan-changes-nothing", Warning;
    /// The edition pays for some months of the year only.
    PLAN_PART_OF_YEAR = "plan-part-of-year", Warning;
    /// Two rows say the same or contradict each other.
    PLAN_ROWS_CONTRADICT = "plan-rows-contradict", Error;
    /// A contract ends about the turn of the year, and the plan does not say whether it goes on.
    PLAN_CONTRACT_ENDS = "plan-contract-ends", Warning;
    /// Pay was lifted to the minimum wage.
    PLAN_LIFTED = "plan-lifted-to-minimum", Note;
    /// Tables of a plan among the tables of a settlement.
    PLAN_NOT_SETTLED = "plan-not-settled", Note;
}
