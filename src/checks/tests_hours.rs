//! Hours of the month against the calendar, and hours reckoned from absences.

use super::testing::ordinary;
use crate::finding::code::checks as code;
use crate::records::TableId::{Absences, Pay};

#[test]
fn nominal_hours_of_other_months_are_told_once_with_each_month() {
    let wrong = ordinary(2025).edit(Pay, "2025-05 160 160", "2025-05 168 160").edit(
        Pay,
        "2025-06 160",
        "2025-06 176",
    );
    let found = wrong.findings();
    let differ: Vec<_> = found.iter().filter(|f| f.code == &code::NOMINAL_HOURS_DIFFER).collect();
    assert_eq!(differ.len(), 1);
    let list = crate::finding::Fact::Text("05.2025: 168 → 160; 06.2025: 176 → 160".to_owned());
    assert!(differ[0].facts.contains(&("list", list)), "{:?}", differ[0].facts);
    let same = ordinary(2025).names();
    assert!(!same.contains(&"nominal-hours-differ"));
}

#[test]
fn hours_that_absences_lower_below_the_threshold_are_told_with_what_was_reckoned() {
    // May 2025 has 160 hours; six days of leave leave 112.
    let case = ordinary(2025)
        .edit(Pay, "160 160", "160 -")
        .row(Absences, "A1 2025-05-05 2025-05-12 urlop_wypoczynkowy");
    let names = case.names();
    assert!(names.contains(&"hours-reckoned") && !names.contains(&"hours-missing"), "{names:?}");
}

#[test]
fn typed_hours_that_absences_do_not_leave_are_a_doubt_only_where_money_rests_on_them() {
    let away = |days: &str| ordinary(2025).row(Absences, &format!("A1 {days} urlop_wypoczynkowy"));
    // May 2025 has 160 hours; six days of leave leave 112, five leave 120.
    assert!(away("2025-05-05 2025-05-12").names().contains(&"hours-above-presence"));
    assert!(!away("2025-05-05 2025-05-09").names().contains(&"hours-above-presence"));
}

#[test]
fn hours_that_only_leave_keeps_below_the_threshold_name_the_row_of_leave_and_the_hours() {
    let case = |pay: &str| {
        ordinary(2025).edit(Pay, "160 160", pay).row(Absences, "A1 2025-05-05 2025-05-12 urlop_wypoczynkowy")
    };
    let below = |case: super::testing::Case| {
        let found = case.findings();
        let found = found.into_iter().find(|f| f.code == &code::HOURS_BELOW_THRESHOLD).expect("below");
        let fact =
            |name: &str| found.facts.iter().find(|(n, _)| *n == name).map(|(_, fact)| format!("{fact:?}"));
        (
            fact("why").unwrap_or_default(),
            fact("leave").unwrap_or_default(),
            found.at.map(|at| at.to_string()),
        )
    };
    let (why, leave, at) = below(case("160 -"));
    assert!(why.contains("leave") && leave.contains("48"), "{why} {leave}");
    assert_eq!(at.as_deref(), Some("B4"), "the row of the leave, not the blank cell of pay");
    let (why, _, at) = below(case("160 60"));
    assert!(why.contains("typed"), "with 48 hours of leave 60 are still too few: {why}");
    assert_eq!(at.as_deref(), Some("D2"));
}
