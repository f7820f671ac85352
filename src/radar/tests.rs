//! Hours, families and money near their limits, each worked out by hand.

use std::fmt::Write as _;

use super::{Facts, Load, Radar, Reason, of};
use crate::calc::{NodeId, Value};
use crate::grid::Content;
use crate::programme::{Catalogue, National};
use crate::records::{FundingSource, TableId};
use crate::settlement::testing::submission;
use crate::settlement::{Settled, settle_period};
use crate::units::{Day, DayRange};

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

/// Settles tables of 2025 and looks at them from a day.
fn looked(as_of: &str, last: &str, tables: &[(TableId, &str)]) -> (Radar, Settled) {
    let programme = Catalogue::built_in().get("asystent-rodziny-2025").expect("a built-in edition");
    let submission = submission(tables);
    let period = DayRange::new(day("2025-01-01"), day(last)).expect("a period");
    let mut settled = settle_period(&submission, &programme, period);
    let national = National::built_in();
    let facts =
        Facts { submission: &submission, programme: &programme, national: &national, as_of: day(as_of) };
    let radar = of(&mut settled, &facts);
    (radar, settled)
}

fn agreement(last: &str) -> String {
    format!("municipality period_from period_to request_day level\nNowa 2025-01-01 {last} 2025-02-20 0.30")
}

fn text(settled: &Settled, id: NodeId) -> String {
    match settled.model.value(id) {
        Value::Number(n) => n.to_fixed(2),
        Value::Blank => "blank".to_owned(),
        Value::Text(text) => text.clone(),
    }
}

const ONE: &str = "assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 -";

/// Months of A1 in 2025: hours, supplement, day paid.
fn months(rows: &[(&str, &str, &str, &str)]) -> String {
    let mut table = "assistant month nominal_hours hours base supplement paid_on".to_owned();
    for (month, hours, supplement, paid) in rows {
        write!(table, "\nA1 {month} 160 {hours} 5000.00 {supplement} {paid}").expect("a string takes it");
    }
    table
}

#[test]
fn at_118_of_120_hours_a_full_post_loses_200_zloty_or_80_percent_of_what_the_supplement_cost() {
    let pay = months(&[
        ("2025-01", "118", "250.00", "2025-01-28"),
        ("2025-02", "118", "200.00", "2025-02-27"),
        ("2025-03", "130", "250.00", "2025-03-28"),
        ("2025-04", "160", "250.00", "2025-04-28"),
    ]);
    let agreement = agreement("2025-12-31");
    let (radar, settled) = looked(
        "2025-04-30",
        "2025-12-31",
        &[
            (TableId::Agreement, &agreement),
            (TableId::Funds, "component awarded received\ndodatki 2400.00 2400.00"),
            (TableId::Employment, ONE),
            (TableId::Pay, &pay),
        ],
    );
    let told: Vec<(u32, Vec<Reason>, bool, String, String)> = radar
        .months
        .iter()
        .map(|row| {
            let shown = |id: Option<NodeId>| text(&settled, id.expect("a figure"));
            (row.month.number, row.reasons.clone(), row.near, shown(row.missing), shown(row.worth))
        })
        .collect();
    // min(200, 80 % of 250) = 200; min(200, 80 % of 200) = 160; 130 of 120 hours is within a tenth; 160 is not near.
    let two = || "2.00".to_owned();
    assert_eq!(
        told,
        [
            (1, vec![Reason::Hours], true, two(), "200.00".to_owned()),
            (2, vec![Reason::Hours], true, two(), "160.00".to_owned()),
            (3, vec![], true, "-10.00".to_owned(), "200.00".to_owned()),
        ]
    );
}

#[test]
fn a_month_without_a_supplement_says_why() {
    let agreement = agreement("2025-12-31");
    let pay = format!(
        "{}\nA2 2025-03 160 160 5000.00 250.00 2025-03-28",
        months(&[
            ("2025-01", "160", "-", "2025-01-28"),
            ("2025-02", "-", "250.00", "2025-02-27"),
            ("2025-03", "160", "250.00", "2026-01-05"),
            ("2025-05", "60", "250.00", "2025-05-28"),
        ])
    );
    let contracts = format!("{ONE}\nA2 umowa_o_pracę 1 2025-03-01 2025-03-31");
    let (radar, _) = looked(
        "2025-05-15",
        "2025-12-31",
        &[
            (TableId::Agreement, &agreement),
            (TableId::Funds, "component awarded received\ndodatki 2400.00 2400.00"),
            (TableId::Employment, &contracts),
            (TableId::Pay, &pay),
        ],
    );
    let told: Vec<(&str, u32, &[Reason], bool)> = radar
        .months
        .iter()
        .map(|row| (row.assistant.as_str(), row.month.number, row.reasons.as_slice(), row.running))
        .collect();
    assert_eq!(
        told,
        [
            ("A1", 1, &[Reason::NoSupplement][..], false),
            ("A1", 2, &[Reason::HoursUnknown], false),
            ("A1", 3, &[Reason::PaidLate], false),
            ("A1", 4, &[Reason::NoPay], false),
            ("A1", 5, &[Reason::Hours], true),
            ("A2", 3, &[Reason::RequestDay], false),
        ],
        "June and later months are still ahead"
    );
}

fn families(counts: &[(&str, u32)], ended: Option<&str>) -> String {
    let mut table = "family assistant from to".to_owned();
    for (assistant, count) in counts {
        for n in 0..*count {
            let to = ended.filter(|_| n == 0).unwrap_or("-");
            write!(table, "\nR{assistant}{n} {assistant} 2025-01-10 {to}").expect("a string takes it");
        }
    }
    table
}

fn loads(counts: &[(&str, u32)], ended: Option<&str>) -> Vec<Load> {
    let agreement = agreement("2025-12-31");
    let mut contracts = "assistant form fte from to".to_owned();
    for (assistant, _) in counts {
        write!(contracts, "\n{assistant} umowa_o_pracę 1 2018-01-01 -").expect("a string takes it");
    }
    let families = families(counts, ended);
    let (radar, _) = looked(
        "2025-06-30",
        "2025-12-31",
        &[
            (TableId::Agreement, &agreement),
            (TableId::Employment, &contracts),
            (TableId::Families, &families),
        ],
    );
    radar.caseload.iter().map(|row| row.load).collect()
}

#[test]
fn fourteen_families_are_near_the_limit_fifteen_at_it_and_sixteen_over_it() {
    let counts = [("A13", 13), ("A14", 14), ("A15", 15), ("A16", 16)];
    assert_eq!(loads(&counts, None), [Load::Below, Load::Near, Load::AtLimit, Load::Over]);
}

#[test]
fn sixteen_families_of_which_one_has_ended_were_over_the_limit() {
    assert_eq!(loads(&[("A1", 16)], Some("2025-03-31")), [Load::WasOver]);
    assert_eq!(loads(&[("A1", 15)], Some("2025-03-31")), [Load::Near]);
}

/// Money of the supplement: used, months with pay, months left, forecast, unspent, unused, to return, missing.
fn money(funds: &str, last: &str, as_of: &str, rows: &[(&str, &str, &str, &str)]) -> [String; 8] {
    let (agreement, pay) = (agreement(last), months(rows));
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, funds),
        (TableId::Employment, ONE),
        (TableId::Pay, &pay),
    ];
    let (radar, settled) = looked(as_of, last, &tables);
    let row = &radar.money[0];
    let nodes = [
        row.used,
        row.paid_months,
        row.months_left,
        row.forecast,
        row.unspent,
        row.unused,
        row.to_return,
        row.missing,
    ];
    nodes.map(|id| text(&settled, id))
}

const QUARTER: [(&str, &str, &str, &str); 3] = [
    ("2025-01", "160", "250.00", "2025-01-28"),
    ("2025-02", "160", "250.00", "2025-02-27"),
    ("2025-03", "160", "125.00", "2025-03-28"),
];

#[test]
fn at_the_pace_of_three_months_what_is_left_of_the_award_must_be_returned() {
    // 200 + 200 + 100 earned in three months; nine are left: 500 ÷ 3 × 12 = 2,000.
    let funds = "component awarded received\ndodatki 3000.00 2500.00";
    let expected =
        ["500.00", "3.00", "9.00", "2000.00", "2500.00", "1000.00", "500.00", "0.00"].map(str::to_owned);
    assert_eq!(money(funds, "2025-12-31", "2025-03-31", &QUARTER), expected);
}

#[test]
fn an_award_below_the_pace_is_told_as_missing_and_thirds_are_rounded_once() {
    // 500 ÷ 3 × 11 = 1,833.333…
    let funds = "component awarded received\ndodatki 1800.00 -";
    let expected =
        ["500.00", "3.00", "8.00", "1833.33", "1300.00", "0.00", "blank", "33.33"].map(str::to_owned);
    assert_eq!(money(funds, "2025-11-30", "2025-03-31", &QUARTER), expected);
}

#[test]
fn a_month_without_pay_does_not_slow_the_pace_and_pay_of_later_months_is_not_used_yet() {
    // January and March: 400 in two months, nine are left: 400 ÷ 2 × 11 = 2,200. April is ahead of the day.
    let rows =
        [QUARTER[0], ("2025-03", "160", "250.00", "2025-03-28"), ("2025-04", "160", "250.00", "2025-04-28")];
    let funds = "component awarded received\ndodatki 3000.00 3000.00";
    let expected =
        ["400.00", "2.00", "9.00", "2200.00", "2600.00", "800.00", "800.00", "0.00"].map(str::to_owned);
    assert_eq!(money(funds, "2025-12-31", "2025-03-31", &rows), expected);
}

#[test]
fn a_month_that_lost_its_supplement_is_part_of_the_pace() {
    // 200 in January, nothing for 100 hours in February: 200 ÷ 2 × 12 = 1,200.
    let rows = [QUARTER[0], ("2025-02", "100", "250.00", "2025-02-27")];
    let funds = "component awarded received\ndodatki 3000.00 3000.00";
    let expected =
        ["200.00", "2.00", "10.00", "1200.00", "2800.00", "1800.00", "1800.00", "0.00"].map(str::to_owned);
    assert_eq!(money(funds, "2025-12-31", "2025-02-28", &rows), expected);
}

#[test]
fn what_is_unspent_is_told_by_source_in_the_proportion_of_the_awards() {
    let agreement = agreement("2025-12-31");
    let pay = months(&QUARTER);
    let funds = "component source awarded received\n\
                 dodatki Fundusz_Pracy 2000.00 2000.00\ndodatki budżet_państwa 500.00 500.00";
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, funds),
        (TableId::Employment, ONE),
        (TableId::Pay, &pay),
    ];
    let (radar, settled) = looked("2025-03-31", "2025-12-31", &tables);
    let told: Vec<(FundingSource, String, String)> = radar.money[0]
        .sources
        .iter()
        .map(|row| (row.source, text(&settled, row.used), text(&settled, row.unspent)))
        .collect();
    // 500 earned: 500 × 500 ÷ 2,500 = 100 of the state budget, 400 of the fund.
    let owned = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let (state, fund) = (owned("100.00", "400.00"), owned("400.00", "1600.00"));
    assert_eq!(
        told,
        [(FundingSource::StateBudget, state.0, state.1), (FundingSource::LabourFund, fund.0, fund.1)]
    );
}

#[test]
fn the_cost_of_a_month_is_what_the_grant_and_the_municipality_paid() {
    let agreement = agreement("2025-12-31");
    let pay = months(&QUARTER);
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, "component awarded received\ndodatki 3000.00 3000.00"),
        (TableId::Employment, ONE),
        (TableId::Pay, &pay),
    ];
    let (radar, settled) = looked("2025-03-31", "2025-12-31", &tables);
    let told: Vec<[String; 3]> = radar
        .monthly
        .iter()
        .map(|row| [row.supplement, row.employment, row.own].map(|id| text(&settled, id)))
        .collect();
    let of = |a: &str, b: &str, c: &str| [a.to_owned(), b.to_owned(), c.to_owned()];
    assert_eq!(
        told,
        [of("200.00", "0.00", "50.00"), of("200.00", "0.00", "50.00"), of("100.00", "0.00", "25.00")]
    );
}

#[test]
fn every_sheet_is_live_and_two_charts_stand_on_the_second() {
    let agreement = agreement("2025-12-31");
    let pay = months(&QUARTER);
    let families = families(&[("A1", 14)], None);
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, "component awarded received\ndodatki 3000.00 3000.00"),
        (TableId::Employment, ONE),
        (TableId::Pay, &pay),
        (TableId::Families, &families),
    ];
    let (radar, settled) = looked("2025-03-31", "2025-12-31", &tables);
    let live = super::sheets::sheets(&radar, &settled.model);
    let is_node = |content: &Content| matches!(content, Content::Node(_));
    assert!(live.iter().all(|sheet| sheet.cells.values().any(|cell| is_node(&cell.content))));
    assert_eq!(live.iter().map(|sheet| sheet.charts.len()).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn what_is_paid_after_the_day_is_planned_and_what_comes_after_it_is_not_received() {
    let agreement = agreement("2025-12-31");
    // Three months earn 200 + 200 + 100; those of January and February are paid on 29 December.
    let pay = months(&[
        ("2025-01", "160", "250.00", "2025-12-29"),
        ("2025-02", "160", "250.00", "2025-12-29"),
        ("2025-03", "160", "125.00", "2025-03-28"),
    ]);
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, "component awarded received received_on\ndodatki 3000.00 2500.00 2025-12-23"),
        (TableId::Employment, ONE),
        (TableId::Pay, &pay),
    ];
    let seen = |as_of: &str| {
        let (radar, settled) = looked(as_of, "2025-12-31", &tables);
        let row = &radar.money[0];
        let nodes = [row.used, row.planned, row.forecast, row.unspent, row.transferred, row.to_return];
        let later = row.received_later.map(|id| text(&settled, id));
        (nodes.map(|id| text(&settled, id)), later)
    };
    // The pace rests on the three months that have begun: 500 ÷ 3 × 12 = 2,000.
    let on_time = ["100.00", "400.00", "2000.00", "2900.00", "0.00", "0.00"].map(str::to_owned);
    assert_eq!(seen("2025-03-31"), (on_time, Some("2500.00".to_owned())));
    let in_the_end = ["500.00", "0.00", "2000.00", "2500.00", "2500.00", "500.00"].map(str::to_owned);
    assert_eq!(seen("2025-12-29"), (in_the_end, None), "the last months without pay are ahead of March");
}

#[test]
fn a_month_of_which_one_row_is_paid_is_used_in_that_part() {
    let agreement = agreement("2025-12-31");
    // 30 % of 5,000.00 paid in March and of 1,000.00 paid in April.
    let pay = "assistant month nominal_hours hours base supplement paid_on\n\
               A1 2025-03 160 160 5000.00 - 2025-03-28\nA1 2025-03 - - 1000.00 - 2025-04-10";
    let tables = [
        (TableId::Agreement, agreement.as_str()),
        (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 9000.00 9000.00"),
        (TableId::Employment, ONE),
        (TableId::Pay, pay),
    ];
    let (radar, settled) = looked("2025-03-31", "2025-12-31", &tables);
    let row = &radar.money[0];
    assert_eq!([row.used, row.planned].map(|id| text(&settled, id)), ["1500.00", "300.00"]);
}
