//! A small settlement of 2025 as a frame.

use super::*;
use crate::checks;
use crate::programme::Catalogue;
use crate::records::{Contribution, Employment, Fund, FundComponent, Payment, Submission};
use crate::settlement::settle;
use crate::source::{CellRef, SheetId, Sourced};
use crate::units::{Day, Exact, Month};

const PROGRAMME: &str = "asystent-rodziny-2025";

/// The national series judge pay; these tests only add it up.
struct NoSeries;

impl checks::Series for NoSeries {
    fn minimum_wage(&self, _: Day) -> Option<Money> {
        None
    }
    fn hourly_minimum(&self, _: Day) -> Option<Money> {
        None
    }
    fn caseload_limit(&self, _: Day) -> Option<i64> {
        None
    }
    fn contribution_rate(&self, _: Contribution, _: Day) -> Option<Exact> {
        None
    }
}

fn at(row: u32, column: u32) -> CellRef {
    CellRef { sheet: SheetId(0), row, column }
}

fn given<T>(value: T, row: u32, column: u32) -> Option<Sourced<T>> {
    Some(Sourced::new(value, at(row, column)))
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

fn money(zlote: i64) -> Money {
    Money::from_grosze(zlote * 100)
}

fn employment(row: u32, assistant: &str) -> Employment {
    Employment {
        at: at(row, 0),
        rejected: false,
        assistant: Sourced::new(assistant.to_owned(), at(row, 0)),
        name: None,
        position: None,
        form: Sourced::new(ContractForm::Employment, at(row, 1)),
        fte: given(Exact::one(), row, 2),
        from: Sourced::new(day("2024-01-01"), at(row, 3)),
        to: None,
        ready: None,
        qualification: None,
        social_worker: None,
        seniority_rate: None,
        fp_exempt: None,
        employer: None,
        replaces: None,
    }
}

fn payment(row: u32, assistant: &str, month: u32) -> Payment {
    Payment {
        at: at(row, 0),
        rejected: false,
        assistant: Sourced::new(assistant.to_owned(), at(row, 0)),
        month: Sourced::new(Month::new(2025, month).expect("a month"), at(row, 1)),
        form: None,
        nominal_hours: given(Exact::whole(168), row, 2),
        hours: given(Exact::whole(160), row, 3),
        gross: None,
        base: given(money(5_000 + i64::from(month)), row, 4),
        seniority: None,
        other_contributory: None,
        other_exempt: None,
        supplement: given(money(250), row, 5),
        motivation: None,
        contributions: Vec::new(),
        on_other: None,
        on_supplement: None,
        on_motivation: None,
        other_public: None,
        payroll: None,
        paid_on: given(day("2025-12-20"), row, 6),
        contributions_paid_on: None,
    }
}

fn fund(row: u32, component: FundComponent, awarded: i64) -> Fund {
    Fund {
        at: at(row, 0),
        rejected: false,
        component: Sourced::new(component, at(row, 0)),
        half_year: None,
        source: None,
        requested: None,
        awarded: given(money(awarded), row, 1),
        received: given(money(awarded), row, 2),
        received_on: None,
    }
}

fn settled() -> Settled {
    let mut submission = Submission::default();
    submission.agreement.period_from = given(day("2025-01-01"), 1, 20);
    submission.agreement.period_to = given(day("2025-12-31"), 2, 20);
    submission.agreement.request_day = given(day("2025-10-25"), 3, 20);
    submission.funds =
        vec![fund(5, FundComponent::Supplement, 2_000), fund(6, FundComponent::EmploymentCost, 10_000)];
    submission.employments = vec![employment(10, "A1"), employment(11, "A2")];
    submission.payments = vec![
        payment(20, "A1", 1),
        payment(21, "A1", 2),
        payment(22, "A2", 2),
        payment(23, "A2", 3),
        payment(24, "A2", 3),
    ];
    let programme = Catalogue::built_in().get(PROGRAMME).expect("an edition");
    let checked = checks::run(submission, &programme, &NoSeries, day("2026-01-15"));
    settle(&checked.submission, &programme)
}

fn months(settled: &Settled) -> Months {
    Months::of(settled, PROGRAMME, "0613011").expect("a frame")
}

fn text(months: &Months) -> String {
    String::from_utf8(months.csv().expect("csv")).expect("text")
}

#[test]
fn sums_of_the_frame_are_the_sums_of_the_settlement() {
    let settled = settled();
    let frame = months(&settled);
    assert!(frame.len() >= 4 && !frame.is_empty());
    frame.check(&settled).expect("equal to the grosz");
    assert_eq!(
        frame.sum("own_contribution").expect("a sum"),
        settled.model.money(settled.totals.own_contribution)
    );
    assert!(frame.sum("co_financing").expect("a sum") > Money::ZERO);
}

#[test]
fn totals_keep_every_grosz_and_stand_in_order() {
    let settled = settled();
    let frame = months(&settled);
    for by in [By::Municipality, By::Assistant, By::Month] {
        let totals = frame.totals(by).expect("totals");
        for column in MONEY {
            assert_eq!(totals.sum(column).expect("a sum"), frame.sum(column).expect("a sum"), "{column}");
        }
    }
    let by_assistant = text(&frame.totals(By::Assistant).expect("totals"));
    let lines: Vec<&str> = by_assistant.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("programme;teryt;assistant;wage_cost;supplement_cost;"), "{}", lines[0]);
    assert!(lines[1].starts_with("asystent-rodziny-2025;0613011;A1;"), "{}", lines[1]);
    assert!(lines[2].starts_with("asystent-rodziny-2025;0613011;A2;"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
}

#[test]
fn another_settlement_does_not_pass_the_check() {
    let settled = settled();
    let twice = Months::stack([months(&settled), months(&settled)]).expect("stacked").expect("rows");
    assert_eq!(twice.len(), 2 * months(&settled).len());
    assert!(matches!(twice.check(&settled), Err(FrameError::Differs { .. })));
}

#[test]
fn csv_has_grosze_and_keeps_leading_zeros_of_the_code() {
    let csv = text(&months(&settled()));
    assert!(csv.starts_with("\u{feff}programme;teryt;assistant;month;form;posts;wage_cost;"), "{csv}");
    assert!(csv.contains("asystent-rodziny-2025;0613011;A1;2025-01;employment;1;500100;"), "{csv}");
}

#[test]
fn sums_that_might_wrap_around_are_refused() {
    assert!(room("wage_cost", &[i64::MAX, -1]).is_err());
    assert!(room("wage_cost", &[i64::MAX]).is_ok());
}

#[test]
fn nothing_stacked_is_nothing() {
    assert!(Months::stack([]).expect("no fault").is_none());
}
