//! Calendar days, months and ranges. The one door to chrono.
//!
//! Ranges include both ends, as the law writes them. A month is a type, not a first day. There is no clock here.

use std::fmt;

use chrono::{Datelike, NaiveDate, TimeDelta};

/// The oldest day that a spreadsheet counts right.
const OLDEST: NaiveDate = NaiveDate::from_ymd_opt(1900, 3, 1).expect("the calendar has the first of March");
/// The day whose serial number is zero.
const SERIAL_ZERO: NaiveDate =
    NaiveDate::from_ymd_opt(1899, 12, 30).expect("the calendar has the end of December");

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// Returns the day, or nothing when the calendar has none such, or it lies outside 1900-03-01 to 9999-12-31.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::within(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    fn within(date: NaiveDate) -> Option<Self> {
        (date >= OLDEST && date.year() <= 9999).then_some(Self(date))
    }

    /// Reads `2024-03-01`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let shape = y.len() == 4 && m.len() == 2 && d.len() == 2 && parts.next().is_none();
        if !shape {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// Returns the day of a spreadsheet's serial number (1900 system, after February 1900).
    pub fn from_serial(serial: i64) -> Option<Self> {
        Self::within(SERIAL_ZERO.checked_add_signed(TimeDelta::try_days(serial)?)?)
    }

    /// Returns the spreadsheet's serial number of the day.
    pub fn serial(self) -> i64 {
        (self.0 - SERIAL_ZERO).num_days()
    }

    /// Returns the month the day lies in.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), number: self.0.month() }
    }

    /// Returns the day of the month, from 1.
    pub fn of_month(self) -> u32 {
        self.0.day()
    }

    /// Returns the day of the week: 1 for Monday to 7 for Sunday.
    pub fn of_week(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// Returns the day `days` later (earlier when negative); the calendar's end when there is none.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let later = TimeDelta::try_days(days).and_then(|days| self.0.checked_add_signed(days));
        later.and_then(Self::within).unwrap_or(self)
    }

    /// Writes `01.03.2024`, as Poles read it.
    pub fn polish(self) -> String {
        self.0.format("%d.%m.%Y").to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A calendar month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 for January to 12 for December.
    pub number: u32,
}

/// The months as Polish names, January first.
pub const POLISH_MONTHS: [&str; 12] = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
];

impl Month {
    /// Returns the month, or nothing when the number is not 1 to 12.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        Day::new(year, number, 1).map(Day::month)
    }

    /// Returns the first day.
    pub fn first(self) -> Day {
        Day(NaiveDate::from_ymd_opt(self.year, self.number, 1).unwrap_or_default())
    }

    /// Returns the last day.
    pub fn last(self) -> Day {
        self.next().first().plus_days(-1)
    }

    /// Returns the month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.number == 12 {
            Self { year: self.year + 1, number: 1 }
        } else {
            Self { year: self.year, number: self.number + 1 }
        }
    }

    /// Returns both ends.
    pub fn days(self) -> DayRange {
        DayRange { first: self.first(), last: self.last() }
    }

    /// Writes `marzec 2024`.
    pub fn polish(self) -> String {
        format!("{} {}", POLISH_MONTHS[(self.number as usize + 11) % 12], self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

/// A range of days, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayRange {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl DayRange {
    /// Returns the range, or nothing when the last day lies before the first.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Returns the days of a calendar year; nothing for a year outside the calendar.
    pub fn of_year(year: i32) -> Option<Self> {
        Self::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)
    }

    /// Does the range hold the day?
    pub fn contains(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Returns the days both ranges share.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// Returns the number of days.
    pub fn len(&self) -> i64 {
        self.last.serial() - self.first.serial() + 1
    }

    /// Is the range without a day? Never: a range holds at least one.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Returns every day of the range, in order.
    pub fn each(&self) -> impl Iterator<Item = Day> {
        let first = self.first;
        (0..self.len()).map(move |n| first.plus_days(n))
    }

    /// Returns every month the range touches, in order.
    pub fn months(&self) -> Vec<Month> {
        let mut month = self.first.month();
        let mut all = Vec::new();
        while month <= self.last.month() {
            all.push(month);
            month = month.next();
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_agree_with_spreadsheets() {
        let day = Day::new(2024, 3, 1).expect("a day");
        assert_eq!(day.serial(), 45352);
        assert_eq!(Day::from_serial(45352), Some(day));
        assert_eq!(Month::new(2024, 2).expect("a month").last(), Day::new(2024, 2, 29).expect("a day"));
    }

    #[test]
    fn weeks_begin_on_monday() {
        let day = Day::new(2025, 11, 10).expect("a Monday");
        let range = DayRange::new(day, day.plus_days(6)).expect("a week");
        assert_eq!(range.each().map(Day::of_week).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn impossible_days_are_refused() {
        assert!(Day::parse_iso("2023-02-29").is_none());
        assert!(Day::parse_iso("24-1-1").is_none());
        assert!(Day::from_serial(i64::MAX).is_none());
    }
}
