//! Each change compared with tables changed by hand and settled by themselves.

use super::{Change, Figures, Outcome, QuarterPost, ReadingChange, Sensitivity, of, sheet};
use crate::calc::Model;
use crate::grid::Content;
use crate::programme::{Catalogue, Programme};
use crate::records::{Submission, TableId};
use crate::settlement::settle_over;
use crate::settlement::testing::submission;
use crate::units::{Day, DayRange, Exact, Money};

fn programme() -> Programme {
    Catalogue::built_in().get("asystent-rodziny-2025").expect("a built-in edition")
}

fn period() -> DayRange {
    let day = |text| Day::parse_iso(text).expect("a day");
    DayRange::new(day("2025-01-01"), day("2025-12-31")).expect("a period")
}

fn facts(funds: &str, contracts: &str, pay: &str) -> Submission {
    submission(&[
        (
            TableId::Agreement,
            "municipality period_from period_to request_day level\nNowa 2025-01-01 2025-12-31 2025-02-20 0.30",
        ),
        (TableId::Funds, funds),
        (TableId::Employment, &format!("assistant form fte from to\n{contracts}")),
        (
            TableId::Pay,
            &format!("assistant month nominal_hours hours base seniority supplement pension paid_on\n{pay}"),
        ),
    ])
}

fn brought(submission: &Submission, readings: Vec<ReadingChange>) -> Sensitivity {
    let now = settle_over(Model::default(), submission, &programme(), period());
    of(submission, &programme(), period(), &now, readings)
}

fn outcome<'a>(all: &'a Sensitivity, word: &str) -> &'a Outcome {
    all.outcomes.iter().find(|o| o.change.word() == word).expect("the change")
}

const OPEN: &str = "component awarded received\ndodatki - -\nkoszty_zatrudnienia - -";

/// What the tables changed by hand give.
fn by_hand(funds: &str, contracts: &str, pay: &str) -> Figures {
    brought(&facts(funds, contracts, pay), Vec::new()).before
}

#[test]
fn a_quarter_post_goes_to_the_smallest_post_and_is_worth_what_the_changed_tables_give() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -\nA2 umowa_o_pracę 0.5 2018-01-01 -";
    let others = "A1 2025-03 168 160 6000.00 600.00 250.00 668.76 2025-03-28";
    let all = brought(
        &facts(
            OPEN,
            contracts,
            &format!("{others}\nA2 2025-03 168 80 3000.00 300.00 125.00 334.38 2025-03-28"),
        ),
        Vec::new(),
    );
    let change = outcome(&all, "quarter-post");
    assert_eq!(
        change.change,
        Change::QuarterPost(QuarterPost::Raised {
            assistant: "A2".to_owned(),
            from: Exact::ratio(1, 2).expect("a half"),
            to: Exact::ratio(3, 4).expect("three quarters"),
        })
    );
    // Half as much again: 3,000 → 4,500, 300 → 450, 125 → 187.50, 334.38 → 501.57, 80 → 120 hours.
    let raised = contracts.replace("0.5", "0.75");
    let pay = format!("{others}\nA2 2025-03 168 120 4500.00 450.00 187.50 501.57 2025-03-28");
    assert_eq!(change.after, by_hand(OPEN, &raised, &pay));
    assert!(change.gained() > Money::ZERO && change.own_added() > Money::ZERO, "{change:?}");
}

#[test]
fn where_nobody_has_room_the_quarter_post_is_somebody_new() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let pay = "A1 2025-03 168 160 6000.00 600.00 250.00 668.76 2025-03-28";
    let all = brought(&facts(OPEN, contracts, pay), Vec::new());
    let change = outcome(&all, "quarter-post-hired");
    assert_eq!(change.change, Change::QuarterPost(QuarterPost::Hired { like: "A1".to_owned() }));
    let contracts = format!("{contracts}\nA9 umowa_o_pracę 0.25 2018-01-01 -");
    let pay = format!("{pay}\nA9 2025-03 168 40 1500.00 150.00 62.50 167.19 2025-03-28");
    assert_eq!(change.after, by_hand(OPEN, &contracts, &pay));
}

#[test]
fn a_percent_of_pay_raises_pay_and_the_contributions_on_it_but_no_supplement() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let pay = "A1 2025-03 168 160 5000.00 500.00 250.00 561.20 2025-03-28";
    let all = brought(&facts(OPEN, contracts, pay), Vec::new());
    // 561.20 × (1 + 1 % × 5,500 ÷ 5,750) = 566.568 → 566.57.
    let after = by_hand(OPEN, contracts, "A1 2025-03 168 160 5050.00 505.00 250.00 566.57 2025-03-28");
    assert_eq!(outcome(&all, "pay-percent").after, after);
    assert_eq!(outcome(&all, "pay-percent").before, all.before);
}

#[test]
fn ten_hours_lift_118_over_120_and_bring_the_supplement() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let funds = "component awarded received\ndodatki - -";
    let pay = "A1 2025-03 168 118 5000.00 500.00 250.00 561.20 2025-03-28";
    let all = brought(&facts(funds, contracts, pay), Vec::new());
    let change = outcome(&all, "hours");
    assert_eq!(change.before.co_financing, Money::ZERO);
    assert_eq!(change.after, by_hand(funds, contracts, &pay.replace(" 118 ", " 128 ")));
    assert_eq!(change.gained(), Money::from_grosze(20_000), "200 for a full post");
}

#[test]
fn ten_hours_of_a_service_contract_are_paid_and_bear_contributions() {
    // 62 zł an hour: 100 hours 6,200.00, 110 hours 6,820.00; 605.12 × 1.1 = 665.632 → 665.63.
    let contracts = "A1 umowa_zlecenie - 2018-01-01 -";
    let pay = "A1 2025-03 168 100 6200.00 - - 605.12 2025-03-28";
    let all = brought(&facts(OPEN, contracts, pay), Vec::new());
    let after = by_hand(OPEN, contracts, "A1 2025-03 168 110 6820.00 - - 665.63 2025-03-28");
    assert_eq!(outcome(&all, "hours").after, after);
    assert!(outcome(&all, "hours").own_added() > Money::ZERO);
}

#[test]
fn a_new_quarter_post_below_the_minimum_wage_owes_no_labour_fund() {
    let with_fund = |pay: &str, fund: &str| {
        let table = format!(
            "assistant month nominal_hours hours base pension labour_fund paid_on\nA1 2025-03 168 160 6600.00 644.16 161.70 2025-03-28{pay}{fund}"
        );
        let agreement = "municipality period_from period_to request_day level\nNowa 2025-01-01 2025-12-31 2025-02-20 0.30";
        let contracts = if pay.is_empty() { "" } else { "\nA9 umowa_o_pracę 0.25 2018-01-01 -" };
        submission(&[
            (TableId::Agreement, agreement),
            (TableId::Funds, OPEN),
            (
                TableId::Employment,
                &format!("assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 -{contracts}"),
            ),
            (TableId::Pay, &table),
        ])
    };
    let all = brought(&with_fund("", ""), Vec::new());
    // A quarter of 6,600.00 is 1,650.00, below 4,666.00.
    let new = with_fund("\nA9 2025-03 168 40 1650.00 161.04", " - 2025-03-28");
    assert_eq!(outcome(&all, "quarter-post-hired").after, brought(&new, Vec::new()).before);
}

#[test]
fn where_the_award_binds_a_raise_brings_nothing_and_the_municipality_bears_it() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let funds = "component awarded received\nkoszty_zatrudnienia 100.00 100.00";
    let pay = "A1 2025-03 168 160 5000.00 - - - 2025-03-28";
    let all = brought(&facts(funds, contracts, pay), Vec::new());
    let change = outcome(&all, "pay-percent");
    assert_eq!(change.gained(), Money::ZERO);
    assert_eq!(change.own_added(), Money::from_grosze(5_000), "one percent of 5,000");
    // 30 % of 5,050 instead of 5,000.
    let limits = (change.before.limit, change.after.limit);
    assert_eq!(limits, (Some(Money::from_grosze(150_000)), Some(Money::from_grosze(151_500))));
}

#[test]
fn a_reading_adds_its_price_and_one_that_moves_nothing_is_left_out() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let pay = "A1 2025-03 168 160 5000.00 - - - 2025-03-28";
    let reading = |name, amount: i64| ReadingChange {
        name,
        way: "inaczej",
        meaning: "Inaczej.".to_owned(),
        co_financing: Money::from_grosze(amount),
        own_contribution: Money::from_grosze(-amount),
    };
    let all =
        brought(&facts(OPEN, contracts, pay), vec![reading("wage-base", 1_234), reading("post-cap", 0)]);
    let readings: Vec<&Outcome> = all.outcomes.iter().filter(|o| o.change.word() == "reading").collect();
    assert_eq!(readings.len(), 1);
    assert_eq!(
        (readings[0].gained(), readings[0].own_added()),
        (Money::from_grosze(1_234), Money::from_grosze(-1_234))
    );
}

#[test]
fn nothing_to_change_gives_no_rows() {
    let empty = submission(&[]);
    assert!(brought(&empty, Vec::new()).outcomes.is_empty());
}

#[test]
fn differences_on_the_sheet_are_formulas_and_the_amounts_say_where_they_come_from() {
    let contracts = "A1 umowa_o_pracę 1 2018-01-01 -";
    let pay = "A1 2025-03 168 118 5000.00 500.00 250.00 561.20 2025-03-28";
    let all = brought(&facts(OPEN, contracts, pay), Vec::new());
    let mut model = Model::default();
    let sheet = sheet::sheet(&all, &mut model);
    let formulas = sheet.cells.iter().filter(|(_, cell)| match cell.content {
        Content::Node(id) => matches!(model.node(id).origin, crate::calc::Origin::Formula(_)),
        _ => false,
    });
    let columns: Vec<u32> = formulas.map(|((_, column), _)| *column).collect();
    assert_eq!(columns, [3, 6, 9].repeat(all.outcomes.len()));
    let said = Content::Text("rozliczono ponownie".to_owned());
    assert_eq!(sheet.cells.values().filter(|cell| cell.content == said).count(), all.outcomes.len());
}
