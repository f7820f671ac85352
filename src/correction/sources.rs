//! Who pays a component, by the award.

use crate::records::{FundingSource, Submission};

/// Returns the sources of money that the tables name for a component of a half-year, none of them twice. A row without
/// a half-year is of all of them.
pub(super) fn sources_of(
    submission: &Submission,
    half_year: Option<&str>,
    component: &str,
) -> Vec<FundingSource> {
    let pays = |source: &FundingSource| {
        submission.funds.iter().filter(|fund| !fund.rejected).any(|fund| {
            let half = fund.half_year.as_ref().map(|h| h.value.word());
            fund.paid_by() == *source
                && fund.component.value.word() == component
                && (half.is_none() || half == half_year)
        })
    };
    [FundingSource::StateBudget, FundingSource::LabourFund].into_iter().filter(pays).collect()
}
