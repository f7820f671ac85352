//! Hours from absences: by post and day, once each, under each reading of what counts as worked.

use super::Settled;
use super::testing::submission;
use crate::programme::Catalogue;
use crate::records::TableId::{Absences, Agreement, Employment, Funds, Pay};
use crate::units::{Day, DayRange};

/// Settles 2025 with blank hours in March, which has 168, under a reading of `hours-worked`.
fn march(employment: &str, pay: &str, absences: &str, read: &str) -> Settled {
    let facts = submission(&[
        (Agreement, "request_day\n2025-10-20"),
        (Funds, "component awarded received\ndodatki 2400.00 2400.00"),
        (Employment, &format!("assistant form fte from to\n{employment}")),
        (
            Pay,
            &format!(
                "assistant month nominal_hours hours base supplement contributions on_supplement paid_on\n\
                 A1 2025-03 {pay} 5000.00 207.67 1060.00 42.33 2025-03-31"
            ),
        ),
        (Absences, &format!("assistant from to kind hours\n{absences}")),
    ]);
    let rules = Catalogue::built_in().get("asystent-rodziny-2025").expect("built in");
    let rules = rules.with_reading("hours-worked", read, None).expect("a reading of 2025");
    let day = |text| Day::parse_iso(text).expect("a day");
    let year = DayRange::new(day("2025-01-01"), day("2025-12-31")).expect("a year");
    super::settle_period(&facts, &rules, year)
}

/// Hours worked, hours that count, and whether the month earns its supplement.
fn told(settled: &Settled) -> (String, String, bool) {
    let line = &settled.lines[2];
    assert_eq!(line.month.number, 3);
    let text = |node: Option<crate::calc::NodeId>| {
        node.filter(|n| !settled.model.value(*n).is_blank())
            .map_or("blank".to_owned(), |n| settled.model.number(n).to_short(4))
    };
    let earns = line.qualifies.is_some_and(|q| !settled.model.number(q).is_zero());
    (text(line.hours), text(line.hours_counted), earns)
}

fn expect(settled: &Settled, worked: &str, counted: &str, earns: bool) {
    assert_eq!(told(settled), (worked.to_owned(), counted.to_owned(), earns));
}

const POST: &str = "A1 umowa_o_pracę 1 2018-01-01 -";
/// Seven working days of leave, two of another paid absence, two of sickness: 56 + 16 + 16 hours of 168.
const AWAY: &str = "A1 2025-03-03 2025-03-11 urlop_wypoczynkowy -\nA1 2025-03-12 2025-03-13 inna_płatna -\n\
                    A1 2025-03-14 2025-03-17 choroba -";

#[test]
fn each_reading_counts_the_absences_it_names() {
    expect(&march(POST, "168 -", AWAY, "work-only"), "80", "80", false);
    expect(&march(POST, "168 -", AWAY, "with-holiday-leave"), "80", "136", true);
    expect(&march(POST, "168 -", AWAY, "every-paid-absence"), "80", "152", true);
}

#[test]
fn a_reading_adds_leave_to_hours_that_were_given() {
    expect(&march(POST, "168 100", AWAY, "work-only"), "100", "100", false);
    expect(&march(POST, "168 100", AWAY, "with-holiday-leave"), "100", "156", true);
    let one_day = "A1 2025-03-03 2025-03-03 urlop_wypoczynkowy -";
    expect(&march(POST, "168 112", one_day, "with-holiday-leave"), "112", "120", true);
    expect(&march(POST, "168 111", one_day, "with-holiday-leave"), "111", "119", false);
}

#[test]
fn training_counts_once_by_every_reading() {
    let training = "A1 2025-03-03 2025-03-14 szkolenie -";
    for read in ["work-only", "with-holiday-leave", "every-paid-absence"] {
        expect(&march(POST, "168 -", training, read), "168", "168", true);
    }
}

#[test]
fn without_a_row_of_absences_hours_stay_unknown() {
    expect(&march(POST, "168 -", "", "work-only"), "blank", "blank", false);
}

#[test]
fn days_that_two_absences_share_count_once() {
    let twice = "A1 2025-03-03 2025-03-07 urlop_wypoczynkowy -\nA1 2025-03-05 2025-03-10 choroba -";
    expect(&march(POST, "168 -", twice, "work-only"), "120", "120", true);
    let inside = "A1 2025-03-03 2025-03-10 choroba -\nA1 2025-03-04 2025-03-05 urlop_wypoczynkowy -";
    expect(&march(POST, "168 -", inside, "with-holiday-leave"), "120", "120", true);
}

#[test]
fn hours_given_for_an_absence_are_spread_over_its_working_days() {
    // 24 February to 7 March: ten working days, five of them in March; 60 hours given, 30 in March.
    let given = "A1 2025-02-24 2025-03-07 urlop_wypoczynkowy 60";
    expect(&march(POST, "168 -", given, "work-only"), "138", "138", true);
    // A Saturday alone: its hours count whole.
    let saturday = "A1 2025-03-08 2025-03-09 choroba 12";
    expect(&march(POST, "168 -", saturday, "work-only"), "156", "156", true);
}

#[test]
fn each_contract_has_its_own_days_and_post() {
    // Half a post to 16 March (10 working days), a whole one from the 17th (11): 40 + 88 = 128; a day of each away.
    let change = "A1 umowa_o_pracę 1/2 2018-01-01 2025-03-16\nA1 umowa_o_pracę 1 2025-03-17 -";
    let away = "A1 2025-03-14 2025-03-17 choroba -";
    expect(&march(change, "168 -", away, "work-only"), "116", "116", true);
    // Two halves at once: hours given for an absence count once, those of the calendar under each contract.
    let both = "A1 umowa_o_pracę 1/2 2018-01-01 -\nA1 umowa_o_pracę 1/2 2020-01-01 -";
    expect(&march(both, "168 -", "A1 2025-03-03 2025-03-03 choroba 8", "work-only"), "160", "160", true);
    expect(&march(both, "168 -", "A1 2025-03-03 2025-03-03 choroba -", "work-only"), "160", "160", true);
}

#[test]
fn a_shorter_norm_follows_the_nominal_hours_given() {
    // 147 hours are 21 days of seven; six days away leave 105.
    let away = "A1 2025-03-03 2025-03-10 choroba -";
    expect(&march(POST, "147 -", away, "work-only"), "105", "105", false);
}

#[test]
fn more_hours_away_than_there_are_is_no_hour_worked() {
    // November 2025 would show it too: nineteen working days, 144 nominal hours.
    expect(&march(POST, "160 -", "A1 2025-03-01 2025-03-31 choroba 400", "work-only"), "0", "0", false);
}

#[test]
fn sickness_takes_its_days_out_of_leave_whatever_the_order_of_rows() {
    // Ten working days of leave, two of them sick: 64 + 16 hours away of 168; only leave counts by the second reading.
    let leave = "A1 2025-03-03 2025-03-14 urlop_wypoczynkowy -";
    let sick = "A1 2025-03-06 2025-03-07 choroba -";
    for rows in [[leave, sick], [sick, leave]] {
        expect(&march(POST, "168 -", &rows.join("\n"), "with-holiday-leave"), "88", "152", true);
    }
    // Hours given for the leave are spread over the eight days left of it: none is lost.
    let given = "A1 2025-03-03 2025-03-14 urlop_wypoczynkowy 64\nA1 2025-03-06 2025-03-07 choroba -";
    expect(&march(POST, "168 -", given, "with-holiday-leave"), "88", "152", true);
    let (leave, sick) =
        ("A1 2025-03-03 2025-03-10 urlop_wypoczynkowy -", "A1 2025-03-03 2025-03-10 choroba -");
    for rows in [[leave, sick], [sick, leave]] {
        expect(&march(POST, "168 -", &rows.join("\n"), "with-holiday-leave"), "120", "120", true);
    }
}

/// March with blank hours and two rows of absences, the second of them left out.
fn left_out(second: &str) -> Settled {
    let mut facts = submission(&[
        (Agreement, "request_day\n2025-10-20"),
        (Funds, "component awarded received\ndodatki 2400.00 2400.00"),
        (Employment, &format!("assistant form fte from to\n{POST}")),
        (Pay, "assistant month hours base supplement paid_on\nA1 2025-03 - 5000.00 207.67 2025-03-31"),
        (Absences, &format!("assistant from to kind\nA1 2025-03-03 2025-03-04 choroba\n{second}")),
    ]);
    for table in facts.tables.iter_mut().filter(|t| t.id == Absences) {
        table.rows[1].rejected = true;
    }
    for absence in facts.absences.iter_mut().skip(1) {
        absence.rejected = true;
    }
    let rules = Catalogue::built_in().get("asystent-rodziny-2025").expect("built in");
    super::settle_period(&facts, &rules, rules.period.value)
}

#[test]
fn an_absence_that_was_left_out_makes_unknown_the_months_it_touches() {
    expect(&left_out("A1 2025-03-09 2025-03-08 opieka"), "blank", "blank", false);
    expect(&left_out("A1 2025-02-20 2025-03-01 opieka"), "blank", "blank", false);
    expect(&left_out("A1 2025-08-04 2025-08-08 -"), "152", "152", true);
    expect(&left_out("A2 2025-03-04 2025-03-08 opieka"), "152", "152", true);
}

#[test]
fn an_absence_typed_twice_changes_nothing() {
    expect(&left_out("A1 2025-03-03 2025-03-04 choroba"), "152", "152", true);
}
