//! The rule gives the hours that payroll sites publish; one-off days and new holidays count from their day.

use super::*;

fn calendar() -> &'static Calendar {
    National::built_in().calendar()
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day written in a test")
}

fn hours(year: i32, number: u32) -> Option<i64> {
    calendar().nominal_hours(Month::new(year, number).expect("a month").days())
}

/// Reads `2014`, `2014-03` or `2014-01..2014-03`.
fn months(text: &str) -> Vec<Month> {
    let month = |t: &str| day(&format!("{t}-01")).month();
    let (first, last) = match text.split_once("..") {
        Some((first, last)) => (month(first), month(last)),
        None if text.len() == 4 => (month(&format!("{text}-01")), month(&format!("{text}-12"))),
        None => (month(text), month(text)),
    };
    DayRange::new(first.first(), last.last()).expect("months in order").months()
}

#[test]
fn the_rule_gives_the_hours_that_were_published() {
    let mut rows = 0;
    for (_, line) in data_lines(include_str!("published.csv")) {
        let fields: Vec<&str> = line.split(';').collect();
        let [period, expected, source] = fields.as_slice() else { panic!("three fields: {line}") };
        let all = months(period);
        let sum: i64 = all.iter().filter_map(|m| calendar().nominal_hours(m.days())).sum();
        assert_eq!(Ok(sum), expected.parse::<i64>(), "{period}, {source}");
        rows += 1;
    }
    assert!(rows > 100, "{rows}");
}

#[test]
fn the_documentation_names_the_years_without_a_full_published_table() {
    let text = include_str!("published.csv");
    let full = |year: i32| (1..=12).all(|m| text.contains(&format!("\n{year}-{m:02};")));
    let partly: Vec<i32> = (2012..=2027).filter(|year| !full(*year)).collect();
    assert_eq!(partly, [2012, 2013, 2014, 2015, 2016, 2018, 2020, 2022, 2024, 2027]);
    let nothing: Vec<i32> = partly.into_iter().filter(|y| !text.contains(&format!("\n{y}"))).collect();
    assert_eq!(nothing, [2018, 2020, 2027], "nothing was found for these years: they are unchecked");
}

#[test]
fn every_month_from_2012_to_2027_has_its_hours() {
    for year in 2012..=2027 {
        for month in 1..=12 {
            let hours = hours(year, month).expect("a month in what was checked");
            assert!((144..=184).contains(&hours) && hours % 8 == 0, "{year}-{month}: {hours}");
        }
    }
    assert_eq!((hours(2011, 12), hours(2028, 1)), (None, None));
}

#[test]
fn a_saturday_holiday_lowers_the_month_and_a_sunday_one_does_not() {
    // 1 January 2022 was a Saturday, 1 January 2023 a Sunday.
    let january = |year| DayRange::new(day(&format!("{year}-01-01")), day(&format!("{year}-01-02")));
    assert_eq!(calendar().nominal_hours(january(2022).expect("days")), Some(0), "below zero is zero");
    assert_eq!((hours(2022, 1), hours(2023, 1)), (Some(152), Some(168)));
    let working = |month: Month| calendar().working_days(month.days());
    let november_2025 = Month::new(2025, 11).expect("a month");
    assert_eq!((working(november_2025), hours(2025, 11)), (Some(19), Some(144)), "the day off is elsewhere");
}

#[test]
fn the_centenary_and_christmas_eve_count_in_their_years_only() {
    let free = |text: &str| calendar().holiday(day(text)).is_some();
    assert!(free("2018-11-12") && !free("2017-11-13") && !free("2019-11-12"));
    assert!(!free("2024-12-24") && free("2025-12-24") && free("2026-12-24"));
    assert!(free("2012-01-06"), "6 January is free since 2011");
    // November 2018 has 22 days from Monday to Friday, less 1 and 12 November; the 11th was a Sunday.
    assert_eq!((hours(2018, 11), hours(2024, 12), hours(2025, 12)), (Some(160), Some(160), Some(160)));
}

#[test]
fn easter_falls_where_the_church_puts_it() {
    for text in ["2012-04-08", "2018-04-01", "2019-04-21", "2024-03-31", "2025-04-20", "2027-03-28"] {
        assert_eq!(easter(day(text).month().year), Some(day(text)));
    }
    for (corpus, name) in [("2025-06-19", "Boże Ciało"), ("2025-06-08", "Zielone Świątki")] {
        assert_eq!(calendar().holiday(day(corpus)).map(|h| h.name.as_str()), Some(name));
    }
}

#[test]
fn a_month_tells_which_holidays_lowered_it() {
    let told = |year, number| {
        let month = Month::new(year, number).expect("a month");
        calendar().nominal_hours_of(month).map(|f| (f.value.to_short(0), f.mark, f.source))
    };
    let source = "Kodeks pracy, art. 130; święta: 1.11, 11.11";
    assert_eq!(told(2025, 11), Some(("144".to_owned(), Mark::Inferred, source.to_owned())));
    let none = "Kodeks pracy, art. 130; bez świąt";
    assert_eq!(told(2025, 7), Some(("184".to_owned(), Mark::Confirmed, none.to_owned())));
}

#[test]
fn a_part_of_a_month_has_its_own_hours() {
    let range = |first: &str, last: &str| DayRange::new(day(first), day(last)).expect("days in order");
    // 16-30 September 2025: eleven working days.
    assert_eq!(calendar().nominal_hours(range("2025-09-16", "2025-09-30")), Some(88));
    assert_eq!(calendar().working_days(range("2025-09-16", "2025-09-30")), Some(11));
    assert_eq!(calendar().working_days(range("2025-12-20", "2025-12-28")), Some(2));
}

#[test]
fn a_faulty_holiday_is_refused_with_its_line_and_key() {
    let told = |text: &'static str| {
        let file = SeriesFile { name: "x.csv", text, keys: &[], example: "12-24" };
        let calendar = Calendar::read(&file);
        calendar.faults().iter().map(|f| format!("{} {} {}", f.line, f.key, f.problem)).collect::<Vec<_>>()
    };
    macro_rules! row {
        ($row:literal) => {
            concat!("# checked-up-to: 2027-12-31\nday;valid_from;valid_until;name;mark;source\n", $row, "\n")
        };
    }
    assert_eq!(calendar().faults(), []);
    for (text, expected) in [
        (row!("12-24;2025-02-01;;Wigilia;confirmed"), "3 row rules-series-fields"),
        (row!("24-12;2025-02-01;;Wigilia;confirmed;s"), "3 day rules-not-readable"),
        (row!("easter+x;2025-02-01;;Wigilia;confirmed;s"), "3 day rules-not-readable"),
        (row!("12-24;wczoraj;;Wigilia;confirmed;s"), "3 valid_from rules-not-readable"),
        (row!("12-24;2025-02-01;jutro;Wigilia;confirmed;s"), "3 valid_until rules-not-readable"),
        (row!("12-24;2025-02-01;2024-02-01;Wigilia;confirmed;s"), "3 valid_until rules-backward-range"),
        (row!("12-24;2025-02-01;;;confirmed;s"), "3 name rules-empty"),
        (row!("12-24;2025-02-01;;Wigilia;sure;s"), "3 mark rules-unknown-word"),
        (row!("12-24;2025-02-01;;Wigilia;confirmed;"), "3 source rules-empty"),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

/// The days that were worked out beforehand must be those that the rules say, in and around the years checked.
#[test]
fn every_day_has_the_holiday_that_the_rules_give_it() {
    let calendar = National::built_in().calendar();
    assert!(calendar.years.contains(&2012) && calendar.years.contains(&2025), "{:?}", calendar.years);
    let days = DayRange::new(day("2010-01-01"), day("2040-12-31")).expect("days in order");
    let mut found = 0;
    for each in days.each() {
        let by_rules = calendar.holidays.iter().find(|holiday| holiday.falls_on(each));
        assert_eq!(calendar.holiday(each), by_rules, "{each}");
        found += usize::from(by_rules.is_some());
    }
    assert!(found > 13 * 20, "{found}");
}
