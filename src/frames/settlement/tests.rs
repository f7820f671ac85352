//! Published and made-up settlements as frames.

use super::*;
use crate::programme::Catalogue;
use crate::records::TableId::{self, Agreement, Employment, Funds, Pay};
use crate::settlement::settle_period;
use crate::settlement::testing::submission;
use crate::units::{Day, DayRange};

fn settled(programme: &str, period: (&str, &str), tables: &[(TableId, &str)]) -> Settled {
    let rules = Catalogue::built_in().get(programme).expect("a built-in edition");
    let day = |t| Day::parse_iso(t).expect("a day");
    let period = DayRange::new(day(period.0), day(period.1)).expect("a range");
    settle_period(&submission(tables), &rules, period)
}

/// Two assistants, a supplement and a share of wages.
fn of_2025() -> Settled {
    settled(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (Agreement, "request_day\n2025-10-25"),
            (
                Funds,
                "component awarded received\ndodatki 2000.00 2000.00\nkoszty_zatrudnienia 3001.17 3001.17",
            ),
            (
                Employment,
                "assistant form fte from\nA1 umowa_o_pracę 1 2024-01-01\nA2 umowa_o_pracę 1/2 2024-01-01",
            ),
            (
                Pay,
                "assistant month hours base supplement paid_on\n\
                 A1 2025-01 160 5001.00 250.00 2025-12-20\n\
                 A1 2025-02 160 5002.00 250.00 2025-12-20\n\
                 A2 2025-02 80 2501.33 125.01 2025-12-20\n\
                 A2 2025-03 80 2500.07 125.01 2025-12-20",
            ),
        ],
    )
}

/// Zabierzów's supplement of 2021, shared out in one month.
fn of_2021() -> Settled {
    settled(
        "asystent-rodziny-2021",
        ("2021-10-22", "2021-12-31"),
        &[
            (Funds, "component awarded received\ndodatki 2320.00 2320.00"),
            (
                Employment,
                "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01\nA2 umowa_o_pracę 0.16 2020-01-01",
            ),
            (
                Pay,
                "assistant month supplement paid_on\nA1 2021-12 2400.00 2021-12-28\nA2 2021-12 384.00 2021-12-28",
            ),
        ],
    )
}

fn months(settled: &Settled) -> Months {
    Months::of(settled, "asystent-rodziny-2025", "0613011").expect("a frame")
}

fn text(months: &Months) -> String {
    String::from_utf8(months.csv().expect("csv")).expect("text")
}

#[test]
fn sums_of_the_frame_are_the_sums_of_the_settlement() {
    for settled in [of_2025(), of_2021()] {
        let frame = months(&settled);
        frame.check(&settled).expect("equal to the grosz");
        assert!(frame.sum("co_financing").expect("a sum") > Money::ZERO);
    }
    assert_eq!(months(&of_2021()).sum("co_financing").expect("a sum"), Money::from_grosze(222_720));
}

#[test]
fn totals_keep_every_grosz_and_stand_in_order() {
    let frame = months(&of_2025());
    for by in [By::Municipality, By::Assistant, By::Month] {
        let totals = frame.totals(by).expect("totals");
        for column in MONEY {
            assert_eq!(totals.sum(column).expect("a sum"), frame.sum(column).expect("a sum"), "{column}");
        }
    }
    let by_assistant = text(&frame.totals(By::Assistant).expect("totals"));
    let lines: Vec<&str> = by_assistant.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("programme;teryt;assistant;wage_cost;supplement_cost;"), "{}", lines[0]);
    assert!(lines[1].starts_with("asystent-rodziny-2025;0613011;A1;1000300;50000;"), "{}", lines[1]);
    assert!(lines[2].starts_with("asystent-rodziny-2025;0613011;A2;500140;25002;"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
}

#[test]
fn rows_of_another_settlement_do_not_pass_the_check() {
    let settled = of_2025();
    let frame = months(&settled);
    let twice = Months::stack([frame.clone(), frame.clone()]).expect("stacked").expect("rows");
    assert_eq!(twice.len(), 2 * frame.len());
    assert!(
        matches!(twice.check(&settled), Err(FrameError::Differs { column, .. }) if column == "wage_cost")
    );
}

#[test]
fn csv_has_grosze_and_keeps_leading_zeros_of_the_code() {
    let csv = text(&months(&of_2025()));
    assert!(csv.starts_with("\u{feff}programme;teryt;assistant;month;form;posts;wage_cost;"), "{csv}");
    assert!(
        csv.contains("\nasystent-rodziny-2025;0613011;A1;2025-01;employment;1;500100;25000;20000;"),
        "{csv}"
    );
    assert!(csv.contains("\nasystent-rodziny-2025;0613011;A2;2025-02;employment;0.5;250133;"), "{csv}");
}

#[test]
fn sums_that_might_wrap_around_are_refused() {
    assert!(room("wage_cost", [i64::MAX, -1]).is_err());
    assert!(room("wage_cost", [i64::MAX]).is_ok());
}

#[test]
fn nothing_stacked_is_nothing() {
    assert!(Months::stack([]).expect("no fault").is_none());
}
