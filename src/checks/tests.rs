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
fn contributions_follow_from_the_pay_given_in_every_month() {
    let about = |case: &Case| case.names().iter().filter(|n| n.starts_with("contribution")).count();
    // Ways in which a month is out of the ordinary; none changes a rate.
    let away = |kind: &str, from: &str, to: &str| {
        let row = format!("A1 {from} {to} {kind}");
        move |case: Case| case.row(Absences, &row)
    };
    let ways: Vec<Box<dyn Fn(Case) -> Case>> = vec![
        Box::new(away("urlop_wypoczynkowy", "2025-05-05", "2025-05-09")),
        Box::new(away("szkolenie", "2025-05-05", "2025-05-05")),
        Box::new(away("choroba", "2025-05-10", "2025-05-10")),
        Box::new(|c| c.row(Pay, "A1 2025-05 - - 100.00 - - 9.76 6.50 1.67 2.45 2025-06-28 -")),
        Box::new(|c| {
            c.edit(Employment, "2018-01-01", "2025-05-02").edit(Families, "2025-01-01", "2025-05-02")
        }),
        Box::new(|c| {
            c.column(Employment, "to", "2025-05-14")
                .row(Employment, "A1 umowa_o_pracę 3/4 2025-05-15 art._12_ust._1_pkt_1_lit._a -")
        }),
        Box::new(|c| c.column(Pay, "other_exempt", "300.00")),
        Box::new(|c| c.column(Pay, "jubilee", "9000.00")),
    ];
    for (n, way) in ways.iter().enumerate() {
        assert_eq!(about(&way(ordinary(2025))), 0, "{n}: {:?}", way(ordinary(2025)).names());
        for (old, new) in [("561.20", "500.00"), ("140.88", "14.88"), ("96.03", "86.03")] {
            let wrong = way(ordinary(2025).edit(Pay, old, new));
            assert_eq!(about(&wrong), 1, "{n} {old}: {:?}", wrong.names());
        }
    }
}

#[test]
fn contributions_on_pay_that_bears_none_are_found() {
    // On 14,750.00 in place of 5,750.00: 9.76 %, 6.50 %, 1.67 %, 2.45 %.
    let wrong = || ordinary(2025).edit(Pay, "561.20 373.75 96.03 140.88", "1439.60 958.75 246.33 361.38");
    for exempt in ["jubilee", "sick_pay", "severance", "other_exempt"] {
        let names = wrong().column(Pay, exempt, "9000.00").names();
        assert_eq!(names.iter().filter(|n| **n == "contribution-differs").count(), 4, "{exempt}: {names:?}");
    }
}

#[test]
fn a_supplement_on_a_list_of_its_own_is_added_to_the_month() {
    // 5,500.00 on one list and 250.00 on another: 536.80 + 24.40, 357.50 + 16.25, 91.85 + 4.18, 134.75 + 6.13.
    let case = |main: &str, own: &str| {
        let old = "5000.00 500.00 250.00 561.20 373.75 96.03 140.88 2025-05-28 0.00";
        let row = ordinary(2025).edit(Pay, old, &format!("5000.00 500.00 - {main} 2025-05-28 -"));
        row.row(Pay, &format!("A1 2025-05 160 160 - - 250.00 {own} 2025-05-30 0.00")).names()
    };
    let about = |names: Vec<&'static str>| names.iter().filter(|n| n.starts_with("contribution")).count();
    let right = case("536.80 357.50 91.85 134.75", "24.40 16.25 4.18 6.13");
    assert!(!right.contains(&"contribution-differs"), "{right:?}");
    // All on the main list, or none on the supplement.
    assert_eq!(about(case("561.20 373.75 96.03 140.88", "- - - -")), 0);
    assert_eq!(about(case("536.80 357.50 91.85 134.75", "- - - -")), 0);
    assert!(case("436.80 357.50 91.85 134.75", "24.40 16.25 4.18 6.13").contains(&"contribution-differs"));
    assert!(case("536.80 357.50 91.85 0.00", "24.40 16.25 4.18 0.00").contains(&"labour-fund-zero"));
}

#[test]
fn the_accident_contribution_before_april_is_of_one_rate() {
    // 1.80 % before April, whatever the agreement says of the months from April.
    let case = |march: &str| {
        let row = |month: &str, accident: &str| {
            format!(
                "\nA1 {month} 160 160 5000.00 500.00 250.00 561.20 373.75 {accident} 140.88 {month}-28 0.00"
            )
        };
        let head = "assistant month nominal_hours hours base seniority supplement pension disability accident \
                    labour_fund paid_on on_supplement";
        let months = [("2025-01", "103.50"), ("2025-02", "103.50"), ("2025-03", march), ("2025-04", "96.03")];
        let rows: String = months.iter().map(|(month, accident)| row(month, accident)).collect();
        let case = ordinary(2025).table(Pay, &format!("{head}{rows}"));
        case.findings().into_iter().filter(|f| f.code == &code::CONTRIBUTION_DIFFERS).collect::<Vec<_>>()
    };
    assert_eq!(case("103.50").len(), 0);
    for wrong in ["96.03", "0.00", "1035.00"] {
        let found = case(wrong);
        assert_eq!(found.len(), 1, "{wrong}");
        assert_eq!(found[0].month.map(|m| m.number), Some(3), "{wrong}");
    }
}

#[test]
fn leave_and_a_second_list_do_not_hide_pay_below_the_minimum_and_sickness_may() {
    let low = || ordinary(2025).edit(Pay, "5000.00 500.00 250.00", "4415.99 500.00 250.00");
    // Both months, so that the first is not below the usual base.
    let low = || low().edit(Pay, "5000.00 500.00 250.00", "4415.99 500.00 250.00");
    let below = |case: Case| case.names().contains(&"below-minimum-wage");
    let away = |case: Case, kind: &str| {
        let may = format!("A1 2025-05-05 2025-05-07 {kind}");
        case.row(Absences, &may).row(Absences, &may.replace("2025-05", "2025-06"))
    };
    assert!(below(away(low(), "urlop_wypoczynkowy")) && below(away(low(), "szkolenie")));
    assert!(!below(away(low(), "choroba")) && !below(away(low(), "urlop_bezpłatny")));
    let second = "A1 2025-05 160 160 - 10.00 - 0.98 0.65 0.17 0.25 2025-05-30 -";
    assert!(below(low().row(Pay, second)));
}

#[test]
fn a_blank_labour_fund_below_the_minimum_wage_is_no_blank() {
    let half = |base: &str, fund: &str| {
        let case = ordinary(2025).edit(Employment, "umowa_o_pracę 1", "umowa_o_pracę 1/2");
        case.edit(Pay, "5000.00 500.00 250.00", base).edit(Pay, "140.88", fund).names()
    };
    assert!(!half("2500.00 250.00 250.00", "-").contains(&"pay-cell-blank"));
    assert!(half("4166.00 250.00 250.00", "-").contains(&"pay-cell-blank"), "4,666.00 reaches the minimum");
}

#[test]
fn what_found_no_month_to_compare_is_not_passed() {
    let numbers = ["C09", "C10", "C24"];
    let passed = ordinary(2025).checked().passed;
    assert!(numbers.iter().all(|n| passed.contains(n)), "{passed:?}");
    let nothing = ordinary(2025).edit(Employment, "umowa_o_pracę", "umowa_zlecenie").column(Pay, "form", "-");
    let passed = nothing.checked().passed;
    assert!(!passed.contains(&"C09") && !passed.contains(&"C10"), "{passed:?}");
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
