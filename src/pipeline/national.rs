//! Hands the national series to the checks, which know only what they ask for.

use crate::checks::Series;
use crate::programme::national::National;
use crate::records::Contribution;
use crate::units::{Day, Exact, Money};

impl Series for National {
    fn minimum_wage(&self, on: Day) -> Option<Money> {
        Self::minimum_wage(self, on.month()).map(|figure| figure.value)
    }

    fn hourly_minimum(&self, on: Day) -> Option<Money> {
        Self::hourly_minimum(self, on).map(|figure| figure.value)
    }

    fn caseload_limit(&self, on: Day) -> Option<i64> {
        Self::caseload_limit(self, on).map(|figure| i64::from(figure.value))
    }

    fn contribution_rate(&self, which: Contribution, on: Day) -> Option<Exact> {
        Self::contribution_rate(self, which, on).map(|figure| figure.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checks_see_the_series_that_were_compiled_in() {
        let day = Day::new(2025, 3, 14).expect("a day");
        let series: &dyn Series = &National::built_in();
        assert_eq!(series.minimum_wage(day), Some(Money::from_grosze(466_600)));
        assert_eq!(series.caseload_limit(day), Some(15));
        assert!(series.contribution_rate(Contribution::Pension, day).is_some());
        assert!(series.contribution_rate(Contribution::Accident, day).is_none());
    }
}
