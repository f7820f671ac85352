//! Codes of a plan for the coming year, and of a forecast.

use super::codes;

codes! {
    /// Rates of the coming year are not announced, and the plan does not give them.
    PLAN_YEAR_WITHOUT_RATES = "plan-year-without-rates", Error;
    /// Nobody is employed in the coming year.
    PLAN_NOBODY = "plan-nobody", Error;
    /// Nothing is known of the pay of somebody who stays.
    PLAN_NO_PAY = "plan-no-pay", Error;
    /// A contract ends before the coming year, and the plan does not say whether it goes on.
    PLAN_CONTRACT_ENDS = "plan-contract-ends", Warning;
    /// Pay was lifted to the minimum wage.
    PLAN_LIFTED = "plan-lifted-to-minimum", Note;
}
