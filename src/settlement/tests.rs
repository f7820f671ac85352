//! The figures that municipalities published, and the edges of the rules, through the whole settlement.

use super::testing::submission;
use super::{Settled, settle_period};
use crate::calc::{NodeId, Value};
use crate::programme::Catalogue;
use crate::records::TableId::{self, Agreement, Employment, Funds, Pay};
use crate::units::{Day, DayRange};

fn settled(programme: &str, period: (&str, &str), tables: &[(TableId, &str)]) -> Settled {
    let rules = Catalogue::built_in().get(programme).expect("a built-in edition");
    let day = |t| Day::parse_iso(t).expect("a day");
    let period = DayRange::new(day(period.0), day(period.1)).expect("a range");
    settle_period(&submission(tables), &rules, period)
}

fn amount(settled: &Settled, node: NodeId) -> String {
    match settled.model.value(node) {
        Value::Number(n) => n.to_exact_decimal(2).unwrap_or_else(|| format!("not grosze: {n:?}")),
        Value::Blank => "blank".to_owned(),
        Value::Text(text) => text.clone(),
    }
}

const YEAR_2021: (&str, &str) = ("2021-10-22", "2021-12-31");

/// Koszyce published 1,000.00 of 1,316.37 and half a post; pay of 1,100.00 with 216.37 of contributions is inferred.
#[test]
fn koszyce_2021_gets_a_thousand_of_its_cost() {
    let s = settled(
        "asystent-rodziny-2021",
        YEAR_2021,
        &[
            (Funds, "component awarded received\ndodatki 1000.00 1000.00"),
            (Employment, "assistant form fte from\nA1 umowa_o_pracę 1/2 2020-01-01"),
            (
                Pay,
                "assistant month supplement contributions on_supplement paid_on\n\
                 A1 2021-12 1100.00 216.37 216.37 2021-12-28",
            ),
        ],
    );
    assert_eq!(amount(&s, s.totals.task_cost), "1316.37");
    assert_eq!(amount(&s, s.totals.co_financing), "1000.00");
    assert_eq!(amount(&s, s.totals.own_contribution), "316.37");
}

/// Zabierzów 2021 received 2,320.00 for 1.16 posts; 80 % of the task's 2,784.00 is 2,227.20.
#[test]
fn zabierzow_2021_must_return_what_exceeds_eighty_percent_of_the_task() {
    let s = settled(
        "asystent-rodziny-2021",
        YEAR_2021,
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
    );
    assert_eq!(amount(&s, s.totals.co_financing), "2227.20");
    assert_eq!(amount(&s, s.totals.to_return), "92.80");
    let parts: Vec<String> =
        s.assistants.iter().map(|a| amount(&s, a.total.supplement_co_financing)).collect();
    assert_eq!(parts, ["1920.00", "307.20"]);
}

/// Ochotnica Dolna 2023: 6,957.61 of a wage cost of 9,094.92 is 76.5 % cut to the grosz.
#[test]
fn ochotnica_2023_is_paid_at_the_level_set() {
    let s = settled(
        "asystent-rodziny-2023",
        ("2023-11-01", "2023-12-31"),
        &[
            (Agreement, "level\n0.765"),
            (Funds, "component awarded received\nkoszty_zatrudnienia 6957.61 6957.61"),
            (Employment, "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01"),
            (
                Pay,
                "assistant month base contributions paid_on\nA1 2023-11 3800.00 747.46 2023-11-28\n\
                 A1 2023-12 3800.00 747.46 2023-12-28",
            ),
        ],
    );
    assert_eq!(amount(&s, s.totals.employment_cost), "9094.92");
    assert_eq!(amount(&s, s.totals.employment_co_financing), "6957.61");
    assert_eq!(amount(&s, s.totals.supplement_cost), "0.00");
}

const ONE_POST: &str = "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01";

fn month_2025(hours: &str, supplement: &str, request: &str) -> Settled {
    settled(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (Agreement, &format!("request_day\n{request}")),
            (Funds, "component awarded received\ndodatki 2400.00 2400.00\nkoszty_zatrudnienia - -"),
            (Employment, ONE_POST),
            (
                Pay,
                &format!(
                    "assistant month nominal_hours hours base supplement contributions on_supplement paid_on\n\
                     A1 2025-03 168 {hours} 5000.00 {supplement} 1060.00 42.33 2025-12-20"
                ),
            ),
        ],
    )
}

#[test]
fn a_month_of_120_hours_earns_the_supplement_and_119_does_not() {
    let s = month_2025("120", "207.67", "2025-10-20");
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "200.00");
    assert_eq!(amount(&s, s.totals.supplement_cost), "250.00");
    let s = month_2025("119", "207.67", "2025-10-20");
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "0.00");
    assert_eq!(amount(&s, s.totals.supplement_cost), "0.00");
}

#[test]
fn unknown_hours_and_an_unknown_request_day_earn_nothing() {
    let s = month_2025("-", "207.67", "2025-10-20");
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "0.00");
    let s = month_2025("160", "207.67", "-");
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "0.00");
}

#[test]
fn the_eighty_percent_binds_before_the_two_hundred() {
    let s = month_2025("160", "200.00", "2025-10-20");
    assert_eq!(amount(&s, s.totals.supplement_cost), "242.33");
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "193.86");
}

#[test]
fn an_unknown_award_does_not_bind_and_an_unknown_transfer_stays_unknown() {
    let s = month_2025("160", "200.00", "2025-10-20");
    let component = s.rounds[0].employment.as_ref().expect("used");
    // 30 % of base 5,000.00 with contributions of 1,060.00 − 42.33.
    assert_eq!(amount(&s, component.co_financing), "1805.30");
    assert_eq!(amount(&s, component.unused), "blank");
    assert_eq!(amount(&s, s.totals.to_return), "blank");
}

/// Rędziny published an award of 15,309.00 only; people and pay are invented.
#[test]
fn redziny_2019_is_never_paid_more_than_its_award() {
    let pay = "assistant month gross paid_on\nA1 2019-01 3500.00 2019-01-30\nA1 2019-02 3000.00 2019-02-27";
    let at = |award: &str| {
        let s = settled(
            "asystent-rodziny-2019",
            ("2019-01-01", "2019-12-31"),
            &[
                (Funds, &format!("component awarded received\nkoszty_zatrudnienia {award} {award}")),
                (Employment, ONE_POST),
                (Pay, pay),
            ],
        );
        amount(&s, s.totals.co_financing)
    };
    // 60 % of 3,500.00 is 2,100.00, above 1,900.00; 60 % of 3,000.00 is 1,800.00.
    assert_eq!(at("15309.00"), "3700.00");
    assert_eq!(at("3700.00"), "3700.00");
    assert_eq!(at("3699.99"), "3699.99");
}

/// Radlin: three full posts, twelve months, 1,000.00 with contributions of 19.91 %.
#[test]
fn radlin_is_funded_in_full() {
    let mut people = vec!["assistant form fte from".to_owned()];
    let mut pay = vec!["assistant month motivation contributions on_motivation paid_on".to_owned()];
    for person in ["A1", "A2", "A3"] {
        people.push(format!("{person} umowa_o_pracę 1 2018-01-01"));
        for month in 1..=12 {
            pay.push(format!("{person} 2025-{month:02} 1000.00 199.10 199.10 2025-12-20"));
        }
    }
    let s = settled(
        "dodatek-motywacyjny-2024-2027",
        ("2025-01-01", "2025-12-31"),
        &[
            (Funds, "component source awarded received\ndodatki budżet_państwa 43167.60 43167.60"),
            (Employment, &people.join("\n")),
            (Pay, &pay.join("\n")),
        ],
    );
    assert_eq!(amount(&s, s.totals.supplement_co_financing), "43167.60");
    assert_eq!(amount(&s, s.totals.own_contribution), "0.00");
}

#[test]
fn lines_add_up_to_the_total_whatever_is_shared() {
    let s = settled(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (Funds, "component awarded received\nkoszty_zatrudnienia 1000.01 1000.01"),
            (
                Employment,
                "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01\nA2 umowa_o_pracę 1 2020-01-01\nA3 umowa_o_pracę 1 2020-01-01",
            ),
            (
                Pay,
                "assistant month base contributions paid_on\nA1 2025-01 4000.01 0.00 2025-01-30\n\
                 A2 2025-01 4000.01 0.00 2025-01-30\nA3 2025-01 4000.01 0.00 2025-01-30",
            ),
        ],
    );
    let parts: Vec<String> =
        s.assistants.iter().map(|a| amount(&s, a.total.employment_co_financing)).collect();
    assert_eq!(parts, ["333.34", "333.33", "333.34"]);
}
