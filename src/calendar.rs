//! Every date and deadline of an edition in one view: computed from the rules, the municipality's own days and the day
//! of asking.
//!
//! Each deadline has one definition: that of the rules file, of the edition's figure, or of the contract; the checks
//! ([`crate::checks::terms`]) and this view ask the same functions. What no text tells stays without a day and says
//! which event is missing. Nothing is moved off a day free of work unless the reading says so. Nothing is printed here.

mod build;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::programme::Mark;
use crate::programme::when::{Event, What};
use crate::programme::yearly_duties::Who;
use crate::records::HalfYear;
use crate::units::Day;

pub use build::{Asked, calendar};

/// Days of events given with the command; the half-year where each has its own.
pub type Events = BTreeMap<(Event, Option<HalfYear>), Day>;

/// A date or deadline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What it is about.
    pub what: What,
    /// Whose it is.
    pub who: Who,
    /// The half-year it is for.
    pub half_year: Option<HalfYear>,
    /// The year settled, in an edition of several years.
    pub year: Option<i32>,
    /// The rules file's words for it; none: those of the catalogue for [`Entry::what`].
    pub event: Option<String>,
    /// How the day follows.
    pub rule: Rule,
    /// The day as the text has it; none: not told, or counted from an event whose day is not known.
    pub day: Option<Day>,
    /// The day that binds: after the reading of days free of work and the contract's own term.
    pub binding: Option<Day>,
    /// The event whose day is missing.
    pub missing: Option<Event>,
    /// The contract's own term.
    pub own: Option<Day>,
    /// The day on which the municipality did it.
    pub done: Option<Day>,
    /// What is special about [`Entry::day`], where it is free of work.
    pub free: Option<Free>,
    /// Days from the day of asking to the binding day; below zero when it has gone by.
    pub left: Option<i64>,
    /// How sure: never surer than the event from which it is counted.
    pub mark: Mark,
    /// Source in Polish words.
    pub source: String,
}

/// How a day follows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rule {
    /// The text names the day.
    Fixed,
    /// So many days after an event.
    Counted {
        /// The event.
        event: Event,
        /// How many days.
        days: u32,
        /// Working days only.
        working: bool,
        /// The event's day, where it is known.
        from: Option<Day>,
        /// The day is only the latest there can be: completion on the last day of payment.
        latest: bool,
    },
    /// The same day of every year.
    Yearly,
    /// The municipality's own act.
    OwnDay,
    /// The contract sets it; the edition does not.
    Contract,
    /// Words without a day.
    Words(String),
}

/// Why a day is free of work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Free {
    /// Name of the public holiday; none: a Saturday or Sunday.
    pub holiday: Option<String>,
    /// The first working day after it.
    pub next_working: Day,
}

/// The calendar of an edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// Id of the edition.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Does the reading in force move a term off a day free of work? None: the edition leaves no such question.
    pub moves: Option<bool>,
    /// The day of asking.
    pub as_of: Option<Day>,
    /// In order of days; those without a day last.
    pub entries: Vec<Entry>,
}
