//! The calendar as JSON, for other programs.

use serde::Serialize;

use super::calendar::title;
use crate::calendar::{Entry, Rule};
use crate::locale::Locale;
use crate::pipeline::calendar::Made;
use crate::programme::when::Event;
use crate::records::HalfYear;
use crate::units::Day;

/// The calendar as JSON: days in ISO spelling, words of closed lists in English.
#[derive(Serialize)]
pub struct CalendarObject {
    programme: String,
    title: String,
    as_of: Option<String>,
    days_free_of_work_move_terms: Option<bool>,
    errors_in_data: usize,
    entries: Vec<EntryObject>,
}

#[derive(Serialize)]
struct EntryObject {
    what: &'static str,
    who: &'static str,
    half_year: Option<&'static str>,
    year: Option<i32>,
    event: String,
    rule: RuleObject,
    day: Option<String>,
    weekday: Option<u32>,
    binding: Option<String>,
    missing: Option<&'static str>,
    own: Option<String>,
    done: Option<String>,
    free_of_work: bool,
    holiday: Option<String>,
    next_working: Option<String>,
    days_left: Option<i64>,
    mark: &'static str,
    source: String,
}

#[derive(Serialize)]
struct RuleObject {
    kind: &'static str,
    from_event: Option<&'static str>,
    days: Option<u32>,
    working_days: Option<bool>,
    from: Option<String>,
    latest_possible: Option<bool>,
    words: Option<String>,
}

impl CalendarObject {
    /// Returns the object of a calendar.
    pub fn of(made: &Made, locale: &Locale) -> Self {
        let calendar = &made.calendar;
        Self {
            programme: calendar.id.clone(),
            title: calendar.title.clone(),
            as_of: calendar.as_of.map(|day| day.to_string()),
            days_free_of_work_move_terms: calendar.moves,
            errors_in_data: made.errors,
            entries: calendar.entries.iter().map(|entry| EntryObject::of(entry, locale)).collect(),
        }
    }
}

impl EntryObject {
    fn of(entry: &Entry, locale: &Locale) -> Self {
        let iso = |day: Option<Day>| day.map(|day| day.to_string());
        Self {
            what: entry.what.word(),
            who: entry.who.word(),
            half_year: entry.half_year.map(HalfYear::word),
            year: entry.year,
            event: title(entry, locale),
            rule: RuleObject::of(&entry.rule),
            day: iso(entry.day),
            weekday: entry.day.map(Day::of_week),
            binding: iso(entry.binding),
            missing: entry.missing.map(Event::word),
            own: iso(entry.own),
            done: iso(entry.done),
            free_of_work: entry.free.is_some(),
            holiday: entry.free.as_ref().and_then(|free| free.holiday.clone()),
            next_working: iso(entry.free.as_ref().map(|free| free.next_working)),
            days_left: entry.left,
            mark: entry.mark.word(),
            source: entry.source.clone(),
        }
    }
}

impl RuleObject {
    fn of(rule: &Rule) -> Self {
        let plain = |kind| Self {
            kind,
            from_event: None,
            days: None,
            working_days: None,
            from: None,
            latest_possible: None,
            words: None,
        };
        match rule {
            Rule::Fixed => plain("fixed"),
            Rule::Yearly => plain("yearly"),
            Rule::OwnDay => plain("own-day"),
            Rule::Contract => plain("contract"),
            Rule::Words(words) => Self { words: Some(words.clone()), ..plain("words") },
            Rule::Counted { event, days, working, from, latest } => Self {
                from_event: Some(event.word()),
                days: Some(*days),
                working_days: Some(*working),
                from: from.map(|day| day.to_string()),
                latest_possible: Some(*latest),
                ..plain("counted")
            },
        }
    }
}
