//! The yearly rates that interest is counted by: those of the national file, and beyond its last checked day those that
//! somebody typed.
//!
//! A typed rate never takes the place of one that is known, and a day without either has none: nothing is carried on.

use crate::programme::{Figure, Mark, National};
use crate::units::{Day, DayRange, Exact, Money};

/// A rate somebody typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenRate {
    /// First day on which it holds.
    pub from: Day,
    /// The rate as a fraction of one.
    pub rate: Exact,
    /// As typed, for the source.
    pub typed: String,
}

/// Rates by day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rates {
    national: National,
    given: Vec<GivenRate>,
    fee: Option<Money>,
    contract_only: bool,
}

impl Rates {
    /// Returns the rates of the national file alone.
    pub fn known(national: &National) -> Self {
        Self { national: *national, ..Self::default() }
    }

    /// Adds rates and a letter fee that were typed.
    #[must_use]
    pub fn with_given(mut self, mut given: Vec<GivenRate>, fee: Option<Money>) -> Self {
        given.sort_by_key(|g| g.from);
        (self.given, self.fee) = (given, fee);
        self
    }

    /// Returns the typed rates alone: a contract that asks for another interest than that for tax arrears.
    #[must_use]
    pub fn of_contract(mut self) -> Self {
        self.contract_only = true;
        self
    }

    /// Was any rate typed?
    pub fn has_given(&self) -> bool {
        !self.given.is_empty()
    }

    /// Returns the first typed rate that has the same first day as another one.
    pub fn given_twice(&self) -> Option<&GivenRate> {
        self.given.windows(2).find(|pair| pair[0].from == pair[1].from).map(|pair| &pair[1])
    }

    /// Returns the first day of the file's rates, if the day lies before it.
    pub fn begin_after(&self, day: Day) -> Option<Day> {
        let before = !self.contract_only && self.checked_up_to().is_some_and(|checked| day <= checked);
        let unknown = before && self.national.tax_arrears_rate(day).is_none();
        self.national.next_tax_arrears_rate(day).filter(|_| unknown)
    }

    /// Returns the first typed rate that begins on a day whose rate is known.
    pub fn given_for_a_known_day(&self) -> Option<&GivenRate> {
        let known = |g: &&GivenRate| !self.contract_only && self.national.tax_arrears_rate(g.from).is_some();
        self.given.iter().find(known)
    }

    /// Returns the rate of a day.
    pub fn on(&self, day: Day) -> Option<Figure<Exact>> {
        let national = if self.contract_only { None } else { self.national.tax_arrears_rate(day) };
        national.or_else(|| {
            let given = self.given.iter().rev().find(|g| g.from <= day)?;
            let source = format!("podano w poleceniu: --rate {}", given.typed);
            Some(Figure { value: given.rate.clone(), mark: Mark::Assumed, source, law: None })
        })
    }

    /// Returns the first day after `day` on which another rate may hold.
    pub fn next_change(&self, day: Day) -> Option<Day> {
        let file = if self.contract_only { None } else { self.national.next_tax_arrears_rate(day) };
        // The file ends with its last checked day, whatever rate is typed for the days after it.
        let end = self.checked_up_to().map(|checked| checked.plus_days(1));
        let given = self.given.iter().map(|g| g.from);
        [file, end].into_iter().flatten().chain(given).filter(|change| *change > day).min()
    }

    /// Returns the first of these days that has no rate.
    pub fn first_unknown(&self, days: DayRange) -> Option<Day> {
        let mut day = days.first;
        while day <= days.last {
            if self.on(day).is_none() {
                return Some(day);
            }
            day = self.next_change(day)?;
        }
        None
    }

    /// Returns the last day for which rates were checked; none where the contract's own are used.
    pub fn checked_up_to(&self) -> Option<Day> {
        if self.contract_only { None } else { self.national.interest_checked_up_to() }
    }

    /// Returns the fee for a registered letter on a day.
    pub fn letter_fee(&self, day: Day) -> Option<Figure<Money>> {
        self.national.registered_letter_fee(day).or_else(|| {
            let source = "podano w poleceniu: --letter-fee".to_owned();
            self.fee.map(|value| Figure { value, mark: Mark::Assumed, source, law: None })
        })
    }
}
