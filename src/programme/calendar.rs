//! Public holidays, and the hours of a full post by the Labour Code's rule.
//!
//! Labour Code, art. 130: 40 hours for each full week, 8 for each further day from Monday to Friday, less 8 for each
//! holiday on any day but Sunday, so a Saturday holiday too. Who worked is not known here.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use super::refusal::Refusal;
use super::series::{
    SeriesFile, checked_up_to, data_lines, fault, field_count, read_mark, unknown_word, unreadable,
};
use super::{Figure, Mark, National};
use crate::units::{Day, DayRange, Exact, Month};

/// Hours of a day of work, and of a holiday.
const DAY_HOURS: i64 = 8;
/// Hours of a week of work.
const WEEK_HOURS: i64 = 40;
/// Last day of the working week, and the day on which a holiday takes nothing off.
const FRIDAY: u32 = 5;
const SUNDAY: u32 = 7;

/// A public holiday.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holiday {
    /// Its Polish name.
    pub name: String,
    /// How sure.
    pub mark: Mark,
    /// Source in Polish words.
    pub source: String,
    rule: Rule,
    valid_from: Day,
    valid_until: Option<Day>,
}

/// When a holiday falls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rule {
    /// The same day of every year: month, day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    AfterEaster(i64),
    /// A single day.
    Once(Day),
}

impl Holiday {
    fn falls_on(&self, day: Day) -> bool {
        self.in_year(day.month().year) == Some(day)
    }

    /// Returns its day of a year.
    fn in_year(&self, year: i32) -> Option<Day> {
        let day = match self.rule {
            Rule::Fixed(month, number) => Day::new(year, month, number)?,
            Rule::AfterEaster(days) => easter(year)?.plus_days(days),
            Rule::Once(once) => once,
        };
        let valid = self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until);
        (valid && day.month().year == year).then_some(day)
    }
}

/// Holidays of all years, compiled in.
#[derive(Debug)]
pub struct Calendar {
    checked_up_to: Option<Day>,
    holidays: Vec<Holiday>,
    /// The years of which every holiday stands in `by_day`.
    years: RangeInclusive<i32>,
    /// Days and the first holiday of each, by day. Every line of every settlement asks for the days of a month.
    by_day: Vec<(Day, usize)>,
    faults: Vec<Refusal>,
}

impl National {
    /// Returns the calendar of public holidays.
    pub fn calendar(&self) -> &'static Calendar {
        static CALENDAR: OnceLock<Calendar> = OnceLock::new();
        CALENDAR.get_or_init(|| {
            Calendar::read(&SeriesFile {
                name: "public-holidays.csv",
                text: include_str!("../../programmes/national/public-holidays.csv"),
                keys: &[],
                example: "12-24, easter+1, 2018-11-12",
            })
        })
    }
}

impl Calendar {
    fn read(file: &SeriesFile) -> Self {
        let mut calendar = Self {
            checked_up_to: None,
            holidays: Vec::new(),
            years: RangeInclusive::new(1, 0),
            by_day: Vec::new(),
            faults: Vec::new(),
        };
        match checked_up_to(file) {
            Ok(day) => calendar.checked_up_to = Some(day),
            Err(fault) => calendar.faults.push(fault),
        }
        for (line, text) in data_lines(file.text) {
            match read_row(file, line, text) {
                Ok(holiday) => calendar.holidays.push(holiday),
                Err(fault) => calendar.faults.push(fault),
            }
        }
        calendar.enter_days();
        calendar
    }

    /// Works out the holidays of the years that were checked.
    fn enter_days(&mut self) {
        let first = self.holidays.iter().map(|holiday| holiday.valid_from).min();
        let (Some(first), Some(last)) = (first, self.checked_up_to) else { return };
        self.years = first.month().year..=last.month().year;
        for year in self.years.clone() {
            let of_year = self.holidays.iter().enumerate();
            self.by_day.extend(of_year.filter_map(|(at, holiday)| Some((holiday.in_year(year)?, at))));
        }
        self.by_day.sort_unstable();
        self.by_day.dedup_by_key(|(day, _)| *day);
    }

    /// Returns what is wrong with the file, line by line.
    pub fn faults(&self) -> &[Refusal] {
        &self.faults
    }

    /// Returns the holiday that falls on a day.
    pub fn holiday(&self, day: Day) -> Option<&Holiday> {
        if !self.years.contains(&day.month().year) {
            return self.holidays.iter().find(|holiday| holiday.falls_on(day));
        }
        let place = self.by_day.binary_search_by_key(&day, |(holiday, _)| *holiday).ok()?;
        Some(&self.holidays[self.by_day[place].1])
    }

    /// Is every day of the range within what was checked? Before 2012 nothing was entered.
    pub fn covers(&self, days: DayRange) -> bool {
        let begun = self.holidays.iter().any(|h| h.valid_from <= days.first);
        begun && self.checked_up_to.is_some_and(|checked| days.last <= checked)
    }

    /// Returns the days from Monday to Friday that are no holiday; nothing outside what was checked.
    pub fn working_days(&self, days: DayRange) -> Option<i64> {
        let works = |day: &Day| day.of_week() <= FRIDAY && self.holiday(*day).is_none();
        let count = days.each().filter(works).count();
        self.covers(days).then(|| i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Returns the day, or the first working day after it.
    pub fn working_day_from(&self, day: Day) -> Day {
        // No run of free days is longer than a week; where the calendar was not checked the day stays.
        let works = |day: &Day| self.working_days(DayRange { first: *day, last: *day }) == Some(1);
        (0..8).map(|n| day.plus_days(n)).find(works).unwrap_or(day)
    }

    /// Returns the hours that a full post has on these days (art. 130); nothing outside what was checked.
    ///
    /// Seven days on end hold five working days whatever the first, so weeks may be counted from any day. A short
    /// range can come out below zero by a holiday on Saturday: then it is zero.
    pub fn nominal_hours(&self, days: DayRange) -> Option<i64> {
        let weeks = days.len() / 7;
        let rest = days.each().skip(usize::try_from(weeks * 7).unwrap_or(0));
        let single = i64::try_from(rest.filter(|day| day.of_week() <= FRIDAY).count()).unwrap_or(0);
        let off = |day: &Day| day.of_week() != SUNDAY && self.holiday(*day).is_some();
        let holidays = i64::try_from(days.each().filter(off).count()).unwrap_or(0);
        let hours = WEEK_HOURS * weeks + DAY_HOURS * single - DAY_HOURS * holidays;
        self.covers(days).then_some(hours.max(0))
    }

    /// Returns the nominal hours of a month with the holidays that lowered them; the mark is that of the least sure.
    pub fn nominal_hours_of(&self, month: Month) -> Option<Figure<Exact>> {
        let days = month.days();
        let hours = self.nominal_hours(days)?;
        let off = days.each().filter(|day| day.of_week() != SUNDAY);
        let holidays: Vec<(Day, &Holiday)> = off.filter_map(|d| Some((d, self.holiday(d)?))).collect();
        let mark = holidays.iter().map(|h| h.1.mark).max().unwrap_or(Mark::Confirmed);
        let named: Vec<String> =
            holidays.iter().map(|(day, _)| format!("{}.{:02}", day.of_month(), month.number)).collect();
        let source = if named.is_empty() {
            "Kodeks pracy, art. 130; bez świąt".to_owned()
        } else {
            format!("Kodeks pracy, art. 130; święta: {}", named.join(", "))
        };
        Some(Figure { value: Exact::whole(hours), mark, source, law: None })
    }
}

/// Easter Sunday in the Gregorian calendar.
///
/// The anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8): whole numbers only, right for every
/// year of that calendar. Its letters have no meaning of their own; they are named by what they count.
fn easter(year: i32) -> Option<Day> {
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let exception = (golden + 11 * epact + 22 * weekday) / 451;
    let march = epact + weekday - 7 * exception + 114;
    let (month, day) = (u32::try_from(march / 31).ok()?, u32::try_from(march % 31 + 1).ok()?);
    Day::new(year, month, day)
}

/// Reads `day;valid_from;valid_until;name;mark;source`; a blank `valid_until` has no end.
fn read_row(file: &SeriesFile, line: usize, text: &str) -> Result<Holiday, Refusal> {
    let fields: Vec<&str> = text.split(';').collect();
    let [day, from, until, name, mark, source] = fields.as_slice() else {
        return Err(field_count(file, line, fields.len(), 6));
    };
    let rule = read_rule(day).ok_or_else(|| unreadable(file, line, "day", day, file.example))?;
    let bound =
        |key, text| Day::parse_iso(text).ok_or_else(|| unreadable(file, line, key, text, "2026-01-01"));
    let valid_from = bound("valid_from", from)?;
    let valid_until = if until.is_empty() { None } else { Some(bound("valid_until", until)?) };
    if valid_until.is_some_and(|until| until < valid_from) {
        return Err(fault(file, line, "valid_until", "rules-backward-range", &[]));
    }
    let mark = read_mark(mark)
        .ok_or_else(|| unknown_word(file, line, "mark", mark, "confirmed, inferred, assumed"))?;
    let empty = [("name", name), ("source", source)].into_iter().find(|(_, text)| text.trim().is_empty());
    if let Some((key, _)) = empty {
        return Err(fault(file, line, key, "rules-empty", &[]));
    }
    let (name, source) = ((*name).to_owned(), (*source).to_owned());
    Ok(Holiday { name, mark, source, rule, valid_from, valid_until })
}

fn read_rule(text: &str) -> Option<Rule> {
    if text == "easter" {
        return Some(Rule::AfterEaster(0));
    }
    if let Some(days) = text.strip_prefix("easter+") {
        return days.parse().ok().map(Rule::AfterEaster);
    }
    if let Some(once) = Day::parse_iso(text) {
        return Some(Rule::Once(once));
    }
    // A leap year has every day of a year.
    let fixed = Day::parse_iso(&format!("2024-{text}"))?;
    Some(Rule::Fixed(fixed.month().number, fixed.of_month()))
}

#[cfg(test)]
mod tests;
