//! What the checks need of the national series: minimum wages, contribution rates, the caseload limit.
//!
//! A seam, so that the checks can be tried with a few figures written beside the test. It holds no figure itself.

use crate::records::Contribution;
use crate::units::{Day, Exact, Money};

/// National figures on a day; nothing where the series does not reach.
pub trait Series {
    /// Returns the minimum wage of a full post for a month.
    fn minimum_wage(&self, on: Day) -> Option<Money>;
    /// Returns the lowest pay for an hour under a service contract.
    fn hourly_minimum(&self, on: Day) -> Option<Money>;
    /// Returns how many families one assistant may have at one time.
    fn caseload_limit(&self, on: Day) -> Option<i64>;
    /// Returns the employer's rate of a contribution as a fraction of one; nothing for those the payer sets.
    fn contribution_rate(&self, which: Contribution, on: Day) -> Option<Exact>;
}
