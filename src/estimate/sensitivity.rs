//! What one more quarter-post, one percent of pay, ten hours a month and another reading bring in złoty.
//!
//! Each is the municipality settled again with the changed facts, by the very code of a settlement: never an
//! approximation, so a limit that binds shows as nothing gained. What another reading brings is handed in by whoever
//! prices readings. Works on any submission, real or projected; nothing here reads files.

mod changed;
pub mod sheet;
#[cfg(test)]
mod tests;

pub use changed::{QuarterPost, hours, pay, quarter_post};

use crate::calc::{Model, Value};
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::{self, Settled};
use crate::units::{DayRange, Exact, Money};

/// Hours added to each month.
pub const HOURS: i64 = 10;

/// What is changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A quarter of a post more.
    QuarterPost(QuarterPost),
    /// Pay one percent higher, with its contributions.
    Pay,
    /// Ten hours more in every month with hours.
    Hours,
    /// Another way to read a clause.
    Reading(ReadingChange),
}

impl Change {
    /// The stable word of messages and JSON.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::QuarterPost(QuarterPost::Raised { .. }) => "quarter-post",
            Self::QuarterPost(QuarterPost::Hired { .. }) => "quarter-post-hired",
            Self::Pay => "pay-percent",
            Self::Hours => "hours",
            Self::Reading(_) => "reading",
        }
    }
}

/// What another reading changes, priced elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadingChange {
    /// Name of the reading.
    pub name: &'static str,
    /// The other way.
    pub way: &'static str,
    /// What that way means, a Polish sentence.
    pub meaning: String,
    /// Co-financing then less co-financing now.
    pub co_financing: Money,
    /// Own contribution then less own contribution now.
    pub own_contribution: Money,
}

/// Figures before or after a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// What the rules give before award and transfer cut it; none for readings.
    pub limit: Option<Money>,
    /// Co-financing.
    pub co_financing: Money,
    /// Own contribution.
    pub own_contribution: Money,
}

/// One change and what it brings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// What is changed.
    pub change: Change,
    /// As it is.
    pub before: Figures,
    /// As it would be.
    pub after: Figures,
}

impl Outcome {
    /// Co-financing gained; below zero: lost.
    pub fn gained(&self) -> Money {
        less(self.after.co_financing, self.before.co_financing)
    }

    /// Own contribution added; below zero: saved.
    pub fn own_added(&self) -> Money {
        less(self.after.own_contribution, self.before.own_contribution)
    }
}

/// All changes of a submission.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sensitivity {
    /// As it is.
    pub before: Figures,
    /// What each change brings, in the order of [`Change`].
    pub outcomes: Vec<Outcome>,
}

/// Settles a submission, which `now` is the settlement of, once for each change. A change that the facts do not allow
/// (nobody is employed, no hours are given) is left out; so is a reading that moves neither figure.
pub fn of(
    submission: &Submission,
    programme: &Programme,
    period: DayRange,
    now: &Settled,
    readings: Vec<ReadingChange>,
) -> Sensitivity {
    let settled =
        |facts: &Submission| figures(&settlement::settle_over(Model::default(), facts, programme, period));
    let before = figures(now);
    let changed = [
        quarter_post(submission, period).map(|(change, facts)| (Change::QuarterPost(change), facts)),
        pay(submission).map(|submission| (Change::Pay, submission)),
        hours(submission, HOURS).map(|submission| (Change::Hours, submission)),
    ];
    let mut outcomes: Vec<Outcome> = changed
        .into_iter()
        .flatten()
        .map(|(change, facts)| Outcome { change, before, after: settled(&facts) })
        .collect();
    let moves = |r: &ReadingChange| r.co_financing != Money::ZERO || r.own_contribution != Money::ZERO;
    for reading in readings.into_iter().filter(moves) {
        let after = Figures {
            limit: None,
            co_financing: plus(before.co_financing, reading.co_financing),
            own_contribution: plus(before.own_contribution, reading.own_contribution),
        };
        let before = Figures { limit: None, ..before };
        outcomes.push(Outcome { change: Change::Reading(reading), before, after });
    }
    Sensitivity { before, outcomes }
}

fn figures(settled: &Settled) -> Figures {
    let components = settled.rounds.iter().flat_map(|r| [&r.supplement, &r.employment]).flatten();
    let limits: Exact = components.map(|c| settled.model.number(c.limit)).sum();
    let known = |id| match settled.model.value(id) {
        Value::Number(_) => settled.model.money(id),
        Value::Blank | Value::Text(_) => Money::ZERO,
    };
    Figures {
        limit: Money::from_exact(&limits.round_half_up(2)),
        co_financing: known(settled.totals.co_financing),
        own_contribution: known(settled.totals.own_contribution),
    }
}

fn plus(a: Money, b: Money) -> Money {
    a.checked_add(b).unwrap_or(a)
}

fn less(a: Money, b: Money) -> Money {
    Money::from_grosze(a.grosze().saturating_sub(b.grosze()))
}
