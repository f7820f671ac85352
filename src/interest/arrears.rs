//! Interest as for tax arrears on a grant that came back late, was misused, undue or excessive.
//!
//! Ordynacja podatkowa, art. 53-56 and 63, with the interest regulation (t.j. Dz.U. 2021 poz. 703): each rate's days
//! apart, amount × days × rate ÷ 365 in every year, the sum rounded once to whole złoty, nothing where the unrounded
//! sum is at most three registered-letter fees. Whether a debt exists, and under which article, is not known here.

use super::rates::Rates;
use super::steps::{self, Part, Rounding};
use crate::calc::Model;
use crate::programme::Figure;
use crate::programme::readings::InterestFirstDay;
use crate::units::{Day, DayRange, Exact, Money};

/// Why interest runs, with the day that the provision names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InterestFrom {
    /// Unused money returned after its term: from the day after the term (ufp 168 (3)).
    LateReturn {
        /// Last day of the term.
        term: Day,
    },
    /// Money used against its purpose: from the day of transfer (ufp 169 (5) 1).
    Misuse {
        /// Day of transfer.
        transferred: Day,
    },
    /// Undue or excessive money: from the day of finding (ufp 169 (5) 2).
    UndueOrExcessive {
        /// Day of finding.
        found: Day,
    },
}

impl InterestFrom {
    /// Returns the first day that bears interest. The provision on late returns says "the day after" itself; whether
    /// the day named for misused, undue or excessive money counts is a reading.
    pub fn first_day(self, read: InterestFirstDay) -> Day {
        let named = match self {
            Self::LateReturn { term } => return term.plus_days(1),
            Self::Misuse { transferred } => transferred,
            Self::UndueOrExcessive { found } => found,
        };
        match read {
            InterestFirstDay::SameDay => named,
            InterestFirstDay::NextDay => named.plus_days(1),
        }
    }

    /// Returns the days that bear interest when the money is paid back on a day, that day included; nothing when it
    /// comes back before interest begins.
    pub fn until(self, paid_back: Day, read: InterestFirstDay) -> Option<DayRange> {
        DayRange::new(self.first_day(read), paid_back)
    }
}

/// Interest for the days of one rate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InterestPeriod {
    /// The days, first and last included.
    pub days: DayRange,
    /// The yearly rate as a fraction of one.
    pub rate: Figure<Exact>,
    /// Interest for these days, not rounded.
    pub interest: Exact,
}

/// Interest on one debt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interest {
    /// The periods of one rate each, in order.
    pub periods: Vec<InterestPeriod>,
    /// Their sum, not rounded.
    pub unrounded: Exact,
    /// Three registered-letter fees on the last day: interest up to this sum is not due. None where no day bears any.
    pub threshold: Option<Money>,
    /// Interest due in whole złoty; zero up to the threshold.
    pub due: Money,
}

impl Interest {
    /// Is nothing due only because the sum is small?
    pub fn below_threshold(&self) -> bool {
        self.due == Money::ZERO && !self.unrounded.is_zero()
    }
}

/// Why interest cannot be computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoInterest {
    /// No rate is known for a day; `checked_up_to` is the last day for which rates were checked.
    #[error("no rate of interest for a day; rates are checked up to {checked_up_to:?}")]
    RateNotKnown {
        /// First day without a rate.
        day: Day,
        /// Last day for which rates were checked.
        checked_up_to: Option<Day>,
    },
    /// No registered-letter fee is known for the last day.
    #[error("no registered-letter fee for a day")]
    FeeNotKnown {
        /// The day.
        day: Day,
    },
    /// The contract has an interest of its own, whose rate was not given.
    #[error("the rate of the contract's own interest was not given")]
    RateOfContract,
    /// The sum is too large to be an amount.
    #[error("interest too large to be an amount")]
    TooLarge,
}

/// Computes interest on a debt for the days given, first and last included: the values of [`steps::charge`].
///
/// A principal of zero or below bears none. Days past the checked day of the rates are refused, never guessed.
pub fn interest(rates: &Rates, principal: Money, days: DayRange) -> Result<Interest, NoInterest> {
    on_parts(rates, &[Part { principal, days: Some(days) }], Rounding::WholeZloty)
}

/// The same for a debt that came back in parts, each with its days; their sum is rounded once.
pub fn on_parts(rates: &Rates, parts: &[Part], rounding: Rounding) -> Result<Interest, NoInterest> {
    let parts: Vec<Part> =
        parts.iter().map(|p| Part { principal: p.principal.max(Money::ZERO), ..p.clone() }).collect();
    let mut model = Model::default();
    let steps = steps::charge(&mut model, rates, &parts, rounding)?;
    let amount = |id| Money::from_exact(&model.number(id)).ok_or(NoInterest::TooLarge);
    let periods = steps.parts.iter().flat_map(|p| &p.periods).map(|p| InterestPeriod {
        days: p.range,
        rate: p.figure.clone(),
        interest: model.number(p.interest),
    });
    Ok(Interest {
        periods: periods.collect(),
        unrounded: model.number(steps.sum),
        threshold: steps.threshold.map(amount).transpose()?,
        due: amount(steps.due)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::National;

    fn rates() -> Rates {
        Rates::known(&National::built_in())
    }

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a day written in a test")
    }

    fn days(first: &str, last: &str) -> DayRange {
        DayRange::new(day(first), day(last)).expect("days in order")
    }

    fn of(grosze: i64, first: &str, last: &str) -> Interest {
        interest(&rates(), Money::from_grosze(grosze), days(first, last)).expect("known rates")
    }

    #[test]
    fn each_rate_counts_its_own_days_and_the_sum_is_rounded_once() {
        // 100 000,00 zł, 1-31 December 2025: three days at 11.5 %, twenty-eight at 11 %.
        let all = of(10_000_000, "2025-12-01", "2025-12-31");
        let parts: Vec<(i64, String)> =
            all.periods.iter().map(|p| (p.days.len(), p.interest.to_fixed(4))).collect();
        assert_eq!(parts, [(3, "94.5205".to_owned()), (28, "843.8356".to_owned())]);
        assert_eq!(all.unrounded.to_fixed(4), "938.3562");
        assert_eq!(all.due, Money::from_grosze(93_800));
    }

    #[test]
    fn periods_are_not_rounded_by_themselves() {
        // 94.52 and 843.84 alone would be 95 and 844, one złoty more than the rounded sum.
        let whole = of(10_000_000, "2025-12-01", "2025-12-31").due;
        let apart = of(10_000_000, "2025-12-01", "2025-12-03").due.grosze()
            + of(10_000_000, "2025-12-04", "2025-12-31").due.grosze();
        assert_eq!((whole.grosze(), apart), (93_800, 93_900));
    }

    #[test]
    fn a_year_has_365_days_in_a_leap_year_too() {
        // 10 000 zł for all 366 days of 2024 at 14.5 %.
        let all = of(1_000_000, "2024-01-01", "2024-12-31");
        assert_eq!(all.unrounded.to_fixed(4), "1453.9726");
        assert_eq!(all.due, Money::from_grosze(145_400));
    }

    #[test]
    fn interest_up_to_three_letters_is_not_due() {
        let at = of(18_000_000, "2024-01-01", "2024-01-01");
        assert_eq!(at.threshold, Some(Money::from_grosze(870)));
        // 219 zł at 14.5 % for 100 days is exactly 8.70.
        let exactly = of(21_900, "2024-01-01", "2024-04-09");
        assert_eq!((exactly.unrounded.to_fixed(4), exactly.due.grosze()), ("8.7000".to_owned(), 0));
        let more = of(21_901, "2024-01-01", "2024-04-09");
        assert_eq!(more.due.grosze(), 900, "a grosz above the threshold is due, rounded to whole złoty");
    }

    #[test]
    fn half_a_zloty_rounds_up() {
        // 7 300 zł at 14.5 % for 25 days is 72.50.
        assert_eq!(of(730_000, "2024-01-01", "2024-01-25").due.grosze(), 7_300);
        assert_eq!(of(729_999, "2024-01-01", "2024-01-25").due.grosze(), 7_200);
    }

    #[test]
    fn days_past_the_checked_day_are_refused() {
        let until = |last: &str| interest(&rates(), Money::from_grosze(100_000), days("2026-09-01", last));
        assert!(until("2026-09-28").is_ok());
        assert_eq!(until("2026-09-29"), Err(NoInterest::FeeNotKnown { day: day("2026-09-29") }));
        let before = interest(&rates(), Money::from_grosze(1), days("2011-06-08", "2011-06-20"));
        assert!(
            matches!(before, Err(NoInterest::RateNotKnown { day: first, .. }) if first == day("2011-06-08"))
        );
    }

    #[test]
    fn a_day_from_which_interest_runs_follows_its_article() {
        let bears = |from: InterestFrom, paid_back: &str| {
            [InterestFirstDay::SameDay, InterestFirstDay::NextDay]
                .map(|read| from.until(day(paid_back), read).map_or(0, |days| days.len()))
        };
        let late = InterestFrom::LateReturn { term: day("2026-01-15") };
        assert_eq!(bears(late, "2026-01-15"), [0, 0], "returned in time");
        assert_eq!(bears(late, "2026-01-16"), [1, 1]);
        let misuse = InterestFrom::Misuse { transferred: day("2025-12-20") };
        assert_eq!(bears(misuse, "2025-12-20"), [1, 0]);
        let undue = InterestFrom::UndueOrExcessive { found: day("2026-02-01") };
        assert_eq!(bears(undue, "2026-02-10"), [10, 9]);
    }

    #[test]
    fn nothing_grows_on_nothing() {
        assert_eq!(of(0, "2024-01-01", "2025-12-31").due.grosze(), 0);
        assert_eq!(of(-500_000, "2024-01-01", "2025-12-31").unrounded, Exact::zero());
    }
}
