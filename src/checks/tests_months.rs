//! Months as a whole: what is below zero, blank, missing or told once, and what must stay quiet.

use super::testing::ordinary;
use super::tests::two_assistants;
use crate::finding::code::checks as code;
use crate::records::TableId::{Absences, Agreement, Employment, Families, Funds, Pay};
use crate::units::Money;

#[test]
fn every_item_of_a_month_below_zero_is_an_error_and_nothing_else_is_said_of_that_month() {
    for column in ["other_contributory", "on_other", "on_motivation", "other_public", "ppk", "fgsp"] {
        let names = ordinary(2025).column(Pay, column, "-1.00").names();
        let errors: Vec<&str> = names.into_iter().filter(|n| *n != "components-left-out").collect();
        assert_eq!(errors.first(), Some(&"negative-month"), "{column}");
        assert!(!errors.contains(&"contribution-differs"), "{column}: {errors:?}");
    }
    let pension = ordinary(2025).edit(Pay, "561.20", "-561.20").names();
    assert_eq!(pension.iter().filter(|n| **n == "negative-month").count(), 1);
    assert!(!pension.contains(&"contribution-differs") && !pension.contains(&"cost-below-zero"));
    // A correction of a month whose sum stays above zero is in order.
    let corrected = ordinary(2025).row(Pay, "A1 2025-06 160 160 -10.00 0.00 - - - - - 2025-07-28").names();
    assert_eq!(corrected, ["received-above-rule"]);
}

#[test]
fn blank_cells_that_the_edition_needs_are_named_once_for_an_assistant_and_column() {
    for (old, new) in [("5000.00 500.00", "- 500.00"), ("561.20", "-"), ("140.88", "-")] {
        let case = ordinary(2025).edit(Pay, old, new);
        assert_eq!(case.findings()[0].code, &code::PAY_CELL_BLANK, "{old}");
        if old.starts_with("500") {
            continue;
        }
        let both = case.edit(Pay, old, new).findings();
        let blank: Vec<_> = both.iter().filter(|f| f.code == &code::PAY_CELL_BLANK).collect();
        assert_eq!((blank.len(), blank[0].related.len()), (1, 1), "{old}");
        assert!(both.iter().all(|f| f.code != &code::CONTRIBUTION_DIFFERS), "{old}");
    }
}

#[test]
fn a_list_of_the_supplement_alone_may_leave_the_base_blank() {
    let split = ordinary(2025)
        .edit(Pay, "500.00 250.00", "500.00 -")
        .row(Pay, "A1 2025-05 160 160 - - 250.00 - - - - 2025-05-28 0.00");
    assert!(!split.names().contains(&"pay-cell-blank"));
    let supplement_year = ordinary(2021).edit(Pay, "5000.00 500.00", "- -");
    assert!(!supplement_year.names().contains(&"pay-cell-blank"));
    let exempt = ordinary(2025).edit(Pay, "140.88", "-").column(Employment, "fp_exempt", "TAK");
    assert!(!exempt.names().contains(&"pay-cell-blank"));
    // The right to an allowance arises within a year: months before it are blank, months after it are not.
    let senior_since_a_month = ordinary(2025).edit(Pay, "500.00 250.00", "- 250.00");
    assert!(!senior_since_a_month.names().contains(&"pay-cell-blank"));
    let never_senior = ordinary(2025).edit(Pay, " 500.00 ", " - ").edit(Pay, " 500.00 ", " - ");
    assert!(!never_senior.names().contains(&"pay-cell-blank"));
}

#[test]
fn a_column_that_is_missing_is_told_once() {
    let names = ordinary(2025).edit(Pay, "accident labour_fund", "fgsp ppk").names();
    let errors: Vec<_> = names.iter().filter(|n| n.starts_with("pay-c")).collect();
    assert_eq!(errors, [&"pay-column-missing"]);
}

#[test]
fn months_without_pay_are_asked_for_once_and_not_before_they_are_over() {
    let case = ordinary(2025).without(Absences);
    let found = case.findings();
    let gaps: Vec<_> = found.iter().filter(|f| f.code == &code::PAY_MONTH_MISSING).collect();
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].facts.iter().filter(|(name, _)| *name == "months").count(), 10);
    let early = ordinary(2025).edit(Agreement, "2025-01-01 2025-12-31", "2025-05-01 2025-12-31");
    assert!(!early.without(Absences).on("2025-07-30").names().contains(&"pay-month-missing"));
}

#[test]
fn a_family_handed_over_on_the_day_after_the_contract_is_inside_it() {
    let left = two_assistants().column(Employment, "to", "2025-06-14");
    let handed = left.clone().row(Families, "R1 A2 2025-06-15 2 -").names();
    assert!(!handed.contains(&"family-outside-contract"), "{handed:?}");
    let kept = left.findings().into_iter().find(|f| f.code == &code::FAMILY_OUTSIDE_CONTRACT);
    assert_eq!(kept.and_then(|f| f.at).map(|at| at.to_string()).as_deref(), Some("E2"));
}

#[test]
fn a_month_with_short_hours_or_a_lower_base_is_not_judged_by_minimum_and_allowance() {
    let quiet = ["below-minimum-wage", "seniority-paid", "labour-fund-below-minimum"];
    let low = ordinary(2025).edit(Pay, "160 160 5000.00 500.00", "160 120 3000.00 900.00").names();
    assert!(low.iter().all(|n| !quiet.contains(n)), "{low:?}");
    let base = ordinary(2025)
        .edit(Absences, "2025-07-01", "2025-08-01")
        .row(Pay, "A1 2025-07 160 160 5000.00 500.00 250.00 561.20 373.75 96.03 140.88 2025-07-28 0.00")
        .edit(Pay, "160 160 5000.00 500.00", "160 160 3000.00 900.00")
        .names();
    assert!(base.iter().all(|n| !quiet.contains(n)), "{base:?}");
}

#[test]
fn the_cell_of_a_contract_that_ended_before_the_day_is_its_end() {
    let found = ordinary(2025).column(Employment, "to", "2025-10-27").findings();
    let one = found.iter().find(|f| f.code == &code::NOT_EMPLOYED_ON_REFERENCE_DAY).expect("it fires");
    assert_eq!(one.at.map(|at| at.to_string()).as_deref(), Some("F2"));
    assert_eq!(one.expected, None);
}

#[test]
fn checks_of_what_the_municipality_does_not_use_are_not_passed() {
    let passed = ordinary(2025).checked().passed;
    assert!(["C03", "C06", "C07", "C11"].iter().all(|n| passed.contains(n)));
    let wages = ordinary(2025).edit(Funds, "dodatki 400 400", "").edit(Pay, "250.00", "0.00");
    let wages = wages.edit(Pay, "250.00", "0.00").checked().passed;
    assert!(["C03", "C05", "C07"].iter().all(|n| !wages.contains(n)), "{wages:?}");
}

#[test]
fn blank_supplements_and_a_missing_column_of_hours_are_told_once() {
    let case = ordinary(2025)
        .edit(Absences, "2025-07-01", "2025-08-01")
        .row(Pay, "A1 2025-07 160 160 5000.00 500.00 750.00 610.00 406.25 104.38 153.13 2025-07-28 0.00")
        .edit(Pay, " 250.00", " -")
        .edit(Pay, " 250.00", " -");
    let found = case.findings();
    let blank: Vec<_> = found.iter().filter(|f| f.code == &code::SUPPLEMENT_BLANK).collect();
    assert_eq!(blank.len(), 1);
    assert_eq!(blank[0].difference, Some(Money::from_grosze(40_000)));
    assert!(blank[0].facts.contains(&("heaped", crate::finding::Fact::Text("yes".to_owned()))));
    let case = ordinary(2025).without(Absences);
    let hours = case.edit(Pay, "nominal_hours hours", "nominal_hours other_exempt").names();
    assert_eq!(hours.iter().filter(|n| n.starts_with("hours-")).count(), 1);
}

#[test]
fn a_motivation_supplement_under_a_service_contract_is_lost_up_to_its_ceiling() {
    let found = ordinary(2025)
        .programme("dodatek-motywacyjny-2024-2027")
        .edit(Employment, "umowa_o_pracę", "umowa_zlecenie")
        .column(Pay, "motivation", "1200.00")
        .findings();
    let lost = found.iter().find(|f| f.code == &code::MOTIVATION_SERVICE).and_then(|f| f.difference);
    assert_eq!(lost, Some(Money::from_grosze(100_000)));
}
