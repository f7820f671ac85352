//! Every finding fires on its fault, and none on what is ordinary.

use super::testing::{Case, ordinary};
use super::{tests_faults, tests_law, tests_returns};
use crate::finding::code::checks as code;
use crate::finding::{Code, Severity};
use crate::records::TableId::{Absences, Agreement, Employment, Families, Funds, Pay};
use crate::units::Money;

#[test]
fn an_ordinary_municipality_has_no_findings_in_any_edition() {
    for year in [2019, 2021, 2023, 2025] {
        assert_eq!(ordinary(year).names(), Vec::<&str>::new(), "{year}");
    }
}

pub(super) const LETTER: &str = "pismo wojewody PS-VI.1 z 3 czerwca 2025";

/// Two assistants and a family handed over on 15 June.
pub(super) fn two_assistants() -> Case {
    ordinary(2025)
        .row(Employment, "A2 umowa_o_pracę 1 2020-01-01 art._12_ust._1_pkt_1_lit._b")
        .row(Absences, "A2 2025-01-01 2025-12-31 urlop_bezpłatny")
        .table(Families, "family assistant from children to\nR1 A1 2025-01-01 2 2025-06-15")
}

pub(super) fn every_fault() -> Vec<(&'static Code, Case)> {
    tests_faults::faults().into_iter().chain(tests_law::faults()).chain(tests_returns::faults()).collect()
}

#[test]
fn every_finding_fires_on_its_fault() {
    for (code, case) in every_fault() {
        let findings = case.findings();
        let fired = findings.iter().find(|f| f.code == code);
        let names: Vec<&str> = findings.iter().map(|f| f.code.name).collect();
        assert!(fired.is_some(), "{} did not fire, but {names:?}", code.name);
    }
}

#[test]
fn every_code_of_the_checks_has_a_fault_that_fires_it() {
    let tested: Vec<&str> = every_fault().iter().map(|(code, _)| code.name).collect();
    let untested: Vec<&str> =
        code::CODES.iter().map(|c| c.name).filter(|name| !tested.contains(name)).collect();
    assert_eq!(untested, Vec::<&str>::new());
}

#[test]
fn a_way_with_a_letter_the_default_and_the_same_said_twice_are_no_findings() {
    let with_letter = || ordinary(2025).reading(["hours-worked", "with-holiday-leave", LETTER]);
    assert_eq!(with_letter().names(), Vec::<&str>::new());
    assert_eq!(with_letter().reading(["hours-worked", "with-holiday-leave", ""]).names(), Vec::<&str>::new());
    assert_eq!(with_letter().asked("hours-worked", "with-holiday-leave").names(), Vec::<&str>::new());
    assert_eq!(ordinary(2025).reading(["hours-worked", "work-only", ""]).names(), Vec::<&str>::new());
}

#[test]
fn a_family_handed_over_is_neither_two_assistants_nor_one_too_many() {
    let case = two_assistants().row(Families, "R1 A2 2025-06-15 2 -");
    assert_eq!(case.names(), Vec::<&str>::new());
    // Fifteen families, one of which goes on the day on which it is handed over.
    let rows: Vec<String> = (2..=15).map(|i| format!("R{i} A2 2025-01-01 1 -")).collect();
    let full = case.table(
        Families,
        &format!(
            "family assistant from children to\nR1 A1 2025-01-01 2 2025-06-15\nR1 A2 2025-06-15 2 -\n\
             R16 A2 2025-01-01 1 2025-06-15\nR16 A1 2025-06-15 1 -\n{}",
            rows.join("\n")
        ),
    );
    assert_eq!(full.names(), Vec::<&str>::new());
}

#[test]
fn fifteen_families_are_allowed_and_sixteen_on_one_day_are_not() {
    let rows = |n: u32| (1..=n).map(|i| format!("\nR{i} A1 2025-03-01 1")).collect::<Vec<_>>().concat();
    let case = |n| ordinary(2025).table(Families, &format!("family assistant from children{}", rows(n)));
    assert_eq!(case(15).names(), Vec::<&str>::new());
    assert_eq!(case(16).names(), ["caseload-above-limit"]);
    assert_eq!(ordinary(2025).peak(2025, 4, 15).names(), Vec::<&str>::new());
    assert_eq!(ordinary(2025).peak(2025, 4, 16).names(), ["caseload-above-limit"]);
}

#[test]
fn a_change_of_terms_is_no_overlap() {
    let case = ordinary(2025)
        .column(Employment, "to", "2025-05-14")
        .row(Employment, "A1 umowa_o_pracę 3/4 2025-05-15 art._12_ust._1_pkt_1_lit._a -");
    assert!(!case.names().contains(&"contracts-overlap"));
    assert!(!case.names().contains(&"fte-above-one"));
}

#[test]
fn contributions_are_left_alone_where_they_differ_for_good_reasons() {
    let wrong = || ordinary(2025).edit(Pay, "561.20", "500.00");
    assert!(wrong().names().contains(&"contribution-differs"));
    let arrears = wrong().row(Pay, "A1 2025-05 - - 100.00 - - 9.00 6.00 1.00 2.00 2025-06-28");
    assert!(!arrears.names().contains(&"contribution-differs"));
    let absent = wrong().table(Absences, "assistant from to kind\nA1 2025-05-05 2025-05-07 choroba");
    assert!(!absent.names().contains(&"contribution-differs"));
    let hired =
        wrong().edit(Employment, "2018-01-01", "2025-05-02").edit(Families, "2025-01-01", "2025-05-02");
    assert!(!hired.names().contains(&"contribution-differs"));
    let sick_pay = wrong().column(Pay, "other_exempt", "300.00");
    assert!(!sick_pay.names().contains(&"contribution-differs"));
}

#[test]
fn an_exempt_assistant_pays_nothing_to_the_labour_fund() {
    let case = ordinary(2025).edit(Pay, "140.88", "0.00").column(Employment, "fp_exempt", "TAK");
    assert!(!case.names().contains(&"labour-fund-zero"));
}

#[test]
fn a_thirteenth_salary_after_the_end_needs_no_contract() {
    let ended = ordinary(2025)
        .column(Employment, "to", "2025-11-30")
        .column(Families, "to", "2025-11-30")
        .edit(Absences, "2025-12-31", "2025-11-30")
        .column(Pay, "other_contributory", "-")
        .row(Pay, "A1 2025-12 - - - - - 97.60 65.00 16.70 24.50 2025-12-20 - 1000.00");
    assert_eq!(ended.names(), ["components-left-out"]);
}

#[test]
fn hours_exactly_at_the_threshold_qualify() {
    assert_eq!(ordinary(2025).edit(Pay, "160 160", "160 120").names(), Vec::<&str>::new());
    let below = ordinary(2025).edit(Pay, "160 160", "160 119").findings();
    let lost = below.iter().find(|f| f.code == &code::HOURS_BELOW_THRESHOLD).and_then(|f| f.difference);
    assert_eq!(lost, Some(Money::from_grosze(20_000)));
}

#[test]
fn losses_are_told_in_zloty() {
    let binds = ordinary(2025).edit(Funds, "400 400", "399 399").findings();
    assert_eq!(binds[0].difference, Some(Money::from_grosze(100)));
    let own = ordinary(2025).edit(Pay, "250.00", "200.00").findings();
    let share = own.iter().find(|f| f.code == &code::OWN_SHARE_BINDS).and_then(|f| f.difference);
    assert_eq!(share, Some(Money::from_grosze(4_000)));
}

#[test]
fn a_part_of_the_summary_above_its_whole_is_found() {
    let case = |counts| ordinary(2025).without(Families).totals("A1", counts);
    assert_eq!(case([10, 20, 3, 6, 1, 2]).names(), Vec::<&str>::new());
    assert_eq!(case([10, 20, 11, 6, 1, 2]).names(), ["family-part-above-whole"]);
    assert_eq!(case([10, 20, 3, 6, 1, 2]).totals("gmina", [10, 20, 3, 6, 1, 2]).names(), Vec::<&str>::new());
    let above = case([10, 20, 3, 6, 1, 2]).totals("gmina", [11, 20, 3, 6, 1, 2]);
    assert_eq!(above.names(), ["family-part-above-whole"]);
    let stranger = case([10, 20, 3, 6, 1, 2]).totals("A9", [1, 1, 0, 0, 0, 0]);
    assert_eq!(stranger.names(), ["family-assistant-unknown"]);
}

#[test]
fn a_duplicate_row_counts_once_and_is_an_error() {
    let row = "A1 2025-06 160 160 5000.00 500.00 250.00 561.20 373.75 96.03 140.88 2025-06-28 0.00";
    let findings = ordinary(2025).row(Pay, row).findings();
    assert_eq!(findings.iter().map(|f| f.code.name).collect::<Vec<_>>(), ["duplicate-row"]);
    assert_eq!(findings[0].severity, Severity::Error);
}

#[test]
fn a_finding_about_a_blank_points_at_the_blank_cell() {
    let blank = |case: Case| case.findings().into_iter().next().and_then(|f| f.at).map(|at| at.to_string());
    assert_eq!(blank(ordinary(2025).edit(Funds, "400 400", "400 -")).as_deref(), Some("C2"));
    assert_eq!(blank(ordinary(2025).edit(Agreement, "2025-10-28", "-")).as_deref(), Some("L2"));
}

#[test]
fn twenty_thousand_rows_are_judged_without_a_square_of_steps() {
    let rows: Vec<String> = (0..20_000).map(|i| format!("R{i} A1 2025-03-01 1")).collect();
    let case =
        ordinary(2025).table(Families, &format!("family assistant from children\n{}", rows.join("\n")));
    let names: Vec<&str> = case.checked().findings.iter().map(|f| f.code.name).collect();
    assert_eq!(names, ["caseload-above-limit"]);
}

#[test]
fn amounts_at_the_end_of_what_fits_end_in_findings_and_no_panic() {
    let huge = "90000000000000000.00";
    let names = ordinary(2025)
        .edit(Funds, "400 400", &format!("{huge} {huge}"))
        .edit(Pay, "5000.00", huge)
        .edit(Pay, "5000.00", huge)
        .edit(Pay, "250.00", huge)
        .names();
    assert!(names.contains(&"contribution-differs"));
}
