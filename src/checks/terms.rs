//! The days by which a report is filed and money returned: the edition's, the contract's, the statute's. The earliest
//! binds.
//!
//! Counted from the contract's day of completion; where it is blank, from the last payment day, which is the latest
//! there can be. It answers questions and finds nothing itself.

use super::scope::Scope;
use crate::programme::readings::{DaysCounted, ReturnRegime, Switch};
use crate::programme::{Figure, National, Programme, Round};
use crate::records::{Fund, FundingSource, HalfYear};
use crate::source::Sourced;
use crate::units::Day;

/// Under which rules money goes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Regime {
    /// Public finance act directly: a grant from the state budget.
    StateBudget,
    /// Public finance act by art. 197 (8)-(10) of the family support act: Labour Fund money of 2023 and 2024.
    ByStatute,
    /// The contract and the programme.
    ByContract,
}

impl Regime {
    /// The word of messages, of JSON and of `national/interest-basis.csv`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::StateBudget => "state",
            Self::ByStatute => "statute",
            Self::ByContract => "contract",
        }
    }
}

/// Returns the rules under which a component's money goes back. Money of both sources follows the stricter rules.
pub fn regime<'a>(programme: &Programme, mut funds: impl Iterator<Item = &'a Fund>) -> Regime {
    let state = |f: &Fund| match &f.source {
        Some(source) => source.value == FundingSource::StateBudget,
        None => of_state_budget(programme),
    };
    if funds.any(state) { Regime::StateBudget } else { of_labour_fund(programme) }
}

/// Returns the rules of an edition's money where nobody says more of its source than the edition.
pub fn regime_of_edition(programme: &Programme) -> Regime {
    if of_state_budget(programme) { Regime::StateBudget } else { of_labour_fund(programme) }
}

/// Returns the rules of money whose source is given.
pub fn regime_of_source(programme: &Programme, source: FundingSource) -> Regime {
    if source == FundingSource::StateBudget { Regime::StateBudget } else { of_labour_fund(programme) }
}

fn of_state_budget(programme: &Programme) -> bool {
    !programme.revenue_paragraph.value.starts_with("2690")
}

/// Without the reading an edition of Labour Fund money has no statute to rest on.
fn of_labour_fund(programme: &Programme) -> Regime {
    if asks_for_bank_interest(programme) && programme.reads::<ReturnRegime>() == ReturnRegime::Statute {
        Regime::ByStatute
    } else {
        Regime::ByContract
    }
}

/// Does the edition leave open whether statute or contract decides, and ask for the interest that the bank paid on
/// unused money where it is the contract?
pub fn asks_for_bank_interest(programme: &Programme) -> bool {
    programme.readings.iter().any(|r| r.name == ReturnRegime::NAME)
}

/// Returns the last day of a term of so many days, moved off a day free of work where that is the reading.
pub fn counted(scope: &Scope, from: Day, days: u32) -> Day {
    moved(scope, from.plus_days(i64::from(days)))
}

/// Returns the day a term ends on: moved off a day free of work where that is the reading, typed terms too.
pub fn moved(scope: &Scope, day: Day) -> Day {
    moved_under(scope.programme, scope.national, day)
}

/// As [`moved`], where there is no submission.
pub fn moved_under(programme: &Programme, national: &National, day: Day) -> Day {
    if programme.reads::<DaysCounted>() == DaysCounted::Calendar {
        return day;
    }
    national.calendar().working_day_from(day)
}

/// Returns the last day of a term that the edition counts from the day of completion.
pub fn from_completion(scope: &Scope, days: Option<&Figure<u32>>) -> Option<Day> {
    let completion = scope.facts.agreement.completion_day.as_ref().map_or(scope.deadline, |d| d.value);
    days.map(|days| counted(scope, completion, days.value))
}

/// Returns the last day on which unused money comes back in time; nothing where neither contract nor edition nor
/// statute says.
pub fn return_day(scope: &Scope, regime: Regime) -> Option<Day> {
    let own = scope.facts.agreement.return_deadline.as_ref().map(|d| moved(scope, d.value));
    let edition = from_completion(scope, scope.programme.return_days.as_ref());
    let statute = Day::new(scope.deadline.month().year + 1, 1, 31).map(|day| moved(scope, day));
    let statute = statute.filter(|_| regime != Regime::ByContract);
    [own, edition, statute].into_iter().flatten().min()
}

/// Returns the day on which the municipality filed its own request for a round.
pub fn own_request<'a>(scope: &Scope<'a>, half_year: Option<HalfYear>) -> Option<&'a Sourced<Day>> {
    let a = &scope.facts.agreement;
    // The plain day speaks for a half-year only where that half-year is all there is to settle.
    a.request_of(half_year).or(a.request_day.as_ref().filter(|_| scope.rounds().len() == 1))
}

/// Returns the first day on which money of a round came.
pub fn money_came<'a>(scope: &Scope<'a>, half_year: Option<HalfYear>) -> Option<&'a Sourced<Day>> {
    let here = |f: &&Fund| !f.rejected && f.half_year.as_ref().map(|h| h.value) == half_year;
    let came = scope.facts.funds.iter().filter(here).filter_map(|f| f.received_on.as_ref());
    came.min_by_key(|day| day.value)
}

/// Returns the term of a round's own report, where it has one: counted from the day its money came.
pub fn round_report<'a>(scope: &Scope<'a>, half_year: Option<HalfYear>) -> Option<&'a Figure<u32>> {
    round(scope.programme, half_year)?.report_days.as_ref()
}

/// Returns the edition's round of a half-year.
pub fn round(programme: &Programme, half_year: Option<HalfYear>) -> Option<&Round> {
    programme.rounds.iter().find(|round| round.half_year == half_year)
}

/// Returns the last day of the report as the contract sets it.
pub fn own_report(scope: &Scope) -> Option<Day> {
    scope.facts.agreement.report_deadline.as_ref().map(|day| moved(scope, day.value))
}

/// Days from the finding within which misused, undue and excessive money comes back (public finance act, art. 169 (1)).
pub const DAYS_FROM_FINDING: u32 = 15;
