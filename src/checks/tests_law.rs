//! What the law says of plans, days, papers, contributions, books and money of other programmes: each finding on its
//! fault, and nothing a grosz or a day before it.

use super::testing::{Case, ordinary};
use crate::finding::code::checks as code;
use crate::finding::{Code, Severity};
use crate::records::TableId::{Agreement, Determinations, Employment, Families, Funds, Ledger, Pay, Refunds};
use crate::units::Money;

/// The fault that calls forth each finding of these checks.
pub(super) fn faults() -> Vec<(&'static Code, Case)> {
    let base = || ordinary(2025);
    let term = |key: &'static str, day: &'static str| base().column(Agreement, key, day);
    vec![
        (&code::AMENDMENT_INCOMPLETE, term("amendment_number", "2")),
        (&code::TERM_AFTER_EDITION, term("return_deadline", "2026-01-16")),
        (
            &code::DAYS_OUT_OF_ORDER,
            term("amendment_day", "2024-12-31").column(Agreement, "amendment_number", "1"),
        ),
        (&code::RECEIVED_IN_FUTURE, base().column(Funds, "received_on", "2026-01-11")),
        (&code::REQUEST_LATE, base().edit(Agreement, "2025-10-28", "2025-11-03")),
        (&code::REPORT_OVERDUE, term("report_deadline", "2026-01-09")),
        (&code::AWARD_ABOVE_REQUEST, base().column(Funds, "requested", "399")),
        (&code::SENIORITY_NOT_WHOLE, base().edit(Pay, "5000.00 500.00", "5000.00 525.00")),
        (&code::SENIORITY_DIFFERS, base().column(Employment, "seniority_rate", "0.12")),
        (&code::MOTIVATION_IN_BASE, motivation_in_base("6000.00")),
        (
            &code::MOTIVATION_TAKEN_OFF,
            base().column(Pay, "motivation", "1000.00").column(Pay, "other_public", "1000.00"),
        ),
        (&code::PPK_ODD, base().column(Pay, "ppk", "230.02")),
        (&code::PLAN_MISSING, base().column(Families, "plan_day", "-")),
        (
            &code::ASSESSMENT_BEFORE_PLAN,
            base().column(Families, "plan_day", "2025-02-01").column(
                Families,
                "assessment_day",
                "2025-01-31",
            ),
        ),
        (&code::LEDGER_PARAGRAPH, ledger("4440 1000.00 100.00")),
        (&code::LEDGER_PARTS, ledger("4010 100.00 100.01")),
        (&code::LEDGER_DIFFERS, ledger("4010 9000.00 4403.10")),
        (&code::BOOKED_DIFFERS, as_booked().column(Pay, "booked_supplement", "0.01")),
        (&code::BOOKED_MISSING, as_booked()),
        (&code::CLAIMED_TWICE, other_public_money("250.01")),
        (&code::EARLIER_EDITION_NOT_SAID, second_edition_of_2012()),
        (&code::AWARD_NOT_POSTS, ordinary(2021).edit(Funds, "2000 2000", "1900 1900")),
        (&code::FAMILY_TABLES_DIFFER, base().totals("A1", [2, 2, 0, 0, 0, 0])),
    ]
}

fn second_edition_of_2012() -> Case {
    ordinary(2019)
        .programme("asystent-rodziny-2012-2")
        .edit(Agreement, "2019-01-01 2019-12-31", "2012-01-01 2012-12-31")
        .table(Pay, "assistant month gross contributions paid_on\nA1 2012-06 2500.00 500.00 2012-06-28")
        .on("2013-01-10")
}

fn as_booked() -> Case {
    ordinary(2025).reading(["binding-award", "as-booked", "pismo"])
}

fn ledger(row: &str) -> Case {
    ordinary(2025).table(Ledger, &format!("paragraph turnover programme\n{row}"))
}

fn motivation_in_base(second: &str) -> Case {
    ordinary(2025).column(Pay, "motivation", "1000.00").edit(
        Pay,
        "A1 2025-06 160 160 5000.00",
        &format!("A1 2025-06 160 160 {second}"),
    )
}

/// Two supplements of 1,250.00, of which the programme pays 1,000.00 each, and other public money on the first.
fn other_public_money(amount: &str) -> Case {
    ordinary(2021).table(
        Pay,
        &format!(
            "assistant month supplement other_public paid_on on_supplement\n\
             A1 2021-11 1250.00 {amount} 2021-11-28 0.00\nA1 2021-12 1250.00 - 2021-12-28 0.00"
        ),
    )
}

#[test]
fn a_day_is_late_the_day_after_and_not_on_its_last_day() {
    let term = |key: &'static str, day: &'static str| ordinary(2025).column(Agreement, key, day).names();
    let nothing = Vec::<&str>::new();
    // 15 days from 31 December.
    assert_eq!(term("return_deadline", "2026-01-15"), nothing);
    assert_eq!(term("return_deadline", "2026-01-16"), ["term-after-edition"]);
    // The settlement is of 10 January.
    assert_eq!(term("report_deadline", "2026-01-10"), nothing);
    assert_eq!(term("report_deadline", "2026-01-09"), ["report-overdue"]);
    assert_eq!(term("completion_day", "2025-12-26"), nothing);
    assert_eq!(term("completion_day", "2025-12-25"), ["report-overdue"]);
}

#[test]
fn the_published_cost_of_the_minimum_wage_comes_out_and_two_grosze_in_one_item_do_not() {
    // 4,806.00 -> 5,790.28 in 2026 and 4,666.00 -> 5,621.60 in 2025, each item rounded; 1.67 % and 0.10 %.
    for (year, gross, items, cost) in [
        (2025, "4666.00", ["455.40", "303.29", "77.92", "114.32", "4.67"], 562_160),
        (2026, "4806.00", ["469.07", "312.39", "80.26", "117.75", "4.81"], 579_028),
    ] {
        let grosze = |text: &str| text.replace('.', "").parse::<i64>().expect("grosze");
        assert_eq!(grosze(gross) + items.iter().map(|i| grosze(i)).sum::<i64>(), cost);
        let case = |items: &[String]| {
            ordinary(2025)
                .programme("dodatek-motywacyjny-2024-2027")
                .edit(Agreement, "2025-01-01 2025-12-31", &format!("{year}-01-01 {year}-12-31"))
                .edit(Agreement, "2025-12-18", &format!("{year}-06-30"))
                .column(Employment, "employer", "Fundacja")
                .table(
                    Pay,
                    &format!(
                        "assistant month base pension disability accident labour_fund fgsp paid_on\n\
                         A1 {year}-05 {gross} {} {year}-05-28",
                        items.join(" ")
                    ),
                )
                .on(if year == 2025 { "2026-01-10" } else { "2027-01-10" })
                .names()
        };
        let right: Vec<String> = items.iter().map(|i| (*i).to_owned()).collect();
        let about: [&str; 2] = ["contribution-differs", "contributions-grosz"];
        assert!(!case(&right).iter().any(|n| about.contains(n)), "{year}");
        for index in 0..items.len() {
            for by in [-2, 2] {
                let mut wrong = right.clone();
                let value = Money::from_grosze(grosze(items[index]) + by);
                wrong[index] = value.to_string();
                assert!(case(&wrong).contains(&"contribution-differs"), "{year} {index} {by}");
            }
        }
    }
}

#[test]
fn an_employer_that_is_no_budget_unit_may_pay_to_the_guaranteed_benefits_fund() {
    let fgsp = |case: Case| case.column(Pay, "fgsp", "5.75").names();
    assert!(fgsp(ordinary(2025)).contains(&"fgsp-budget-unit"));
    let other = fgsp(ordinary(2025).column(Employment, "employer", "Fundacja"));
    assert!(!other.contains(&"fgsp-budget-unit") && !other.contains(&"contribution-differs"), "{other:?}");
}

#[test]
fn ppk_is_nothing_or_between_the_basic_rate_and_two_and_a_half_percent_more() {
    // 1.5 % of 5,750.00 is 86.25, 4 % is 230.00; a grosz of rounding on either side.
    for (paid, odd) in [
        ("0.00", false),
        ("86.23", true),
        ("86.24", false),
        ("86.25", false),
        ("230.01", false),
        ("230.02", true),
    ] {
        let names = ordinary(2025).column(Pay, "ppk", paid).names();
        assert_eq!(names.contains(&"ppk-odd"), odd, "{paid}: {names:?}");
    }
}

#[test]
fn the_allowance_is_a_whole_percentage_to_the_grosz() {
    for (paid, wanted) in [
        ("0.00", None),
        ("249.98", Some("seniority-paid")),
        ("249.99", None),
        ("250.00", None),
        ("525.00", Some("seniority-not-whole")),
        ("1000.01", None),
        ("1000.02", Some("seniority-paid")),
    ] {
        let names = ordinary(2025).edit(Pay, "5000.00 500.00", &format!("5000.00 {paid}")).names();
        let found: Vec<&&str> = names.iter().filter(|n| n.starts_with("seniority")).collect();
        assert_eq!(found, wanted.iter().collect::<Vec<_>>(), "{paid}");
    }
    let away = ordinary(2025)
        .edit(Pay, "5000.00 500.00", "4000.00 500.00")
        .row(crate::records::TableId::Absences, "A1 2025-05-05 2025-05-09 choroba");
    assert!(!away.names().contains(&"seniority-not-whole"), "a month of sickness");
}

#[test]
fn the_allowance_is_the_one_declared_to_the_grosz_and_rises_once() {
    let names = |first: &str, second: &str, sick: bool| {
        let case = ordinary(2025).column(Employment, "seniority_rate", "0.10");
        let case = case.edit(Pay, "5000.00 500.00", &format!("5000.00 {first}"));
        let june = format!("A1 2025-06 160 160 5000.00 {second}");
        let case = case.edit(Pay, "A1 2025-06 160 160 5000.00 500.00", &june);
        let away = |c: Case| c.row(crate::records::TableId::Absences, "A1 2025-05-05 2025-05-09 choroba");
        if sick { away(case) } else { case }.names().contains(&"seniority-differs")
    };
    assert!(!names("500.00", "500.00", false) && !names("500.01", "499.99", false));
    // A step on an anniversary, before or after.
    assert!(!names("450.00", "500.00", false) && !names("500.00", "550.00", false));
    // Down, two steps, or never the declared rate.
    assert!(names("550.00", "500.00", false) && names("500.00", "450.00", false));
    assert!(names("500.00", "600.00", false) && names("450.00", "450.00", false));
    assert!(names("0.00", "500.00", false) && !names("550.00", "500.00", true));
}

#[test]
fn pay_is_below_the_minimum_by_a_grosz_and_from_2020_without_the_seniority_allowance() {
    let names = |year, old: &str, pay: &str| ordinary(year).edit(Pay, old, pay).names();
    // 2025: 4,666.00 for a full post; base and supplement count, the allowance does not.
    let below = "below-minimum-wage";
    assert!(names(2025, "5000.00 500.00 250.00", "4415.99 500.00 250.00").contains(&below));
    assert!(!names(2025, "5000.00 500.00 250.00", "4416.00 500.00 250.00").contains(&below));
    // 2019: 2,250.00, the allowance counts.
    assert!(names(2019, "2800.00 280.00", "2000.00 249.99").contains(&below));
    assert!(!names(2019, "2800.00 280.00", "2000.00 250.00").contains(&below));
}

#[test]
fn overtime_never_counts_to_the_minimum_wage() {
    let names = |overtime: &str| {
        let case = ordinary(2025).edit(Pay, "5000.00 500.00 250.00", "4415.99 500.00 250.00");
        case.column(Pay, overtime, "100.00").names()
    };
    assert!(names("overtime").contains(&"below-minimum-wage"));
    assert!(!names("bonus").contains(&"below-minimum-wage"));
}

#[test]
fn contributions_fit_pay_in_columns_of_components() {
    // 5,750.00 and overtime of 100.00: 5,850.00 x 9.76 %, 6.50 %, 1.67 % and 2.45 %.
    let case = |pension: &str| {
        let old = "561.20 373.75 96.03 140.88";
        let new = format!("{pension} 380.25 97.70 143.33");
        ordinary(2025).edit(Pay, old, &new).column(Pay, "overtime", "100.00").names()
    };
    assert!(!case("570.96").iter().any(|n| n.starts_with("contribution")), "{:?}", case("570.96"));
    assert!(case("570.98").contains(&"contribution-differs"));
    // Sick pay bears none, and what bears them is judged beside it.
    let sick =
        |pension: &str| ordinary(2025).column(Pay, "sick_pay", "100.00").edit(Pay, "561.20", pension).names();
    assert!(!sick("561.20").contains(&"contribution-differs"));
    assert!(sick("570.96").contains(&"contribution-differs"));
}

#[test]
fn an_hour_of_a_service_contract_is_below_the_minimum_by_a_grosz() {
    // 160 hours at 30.50 are 4,880.00; the supplement of 250.00 is pay too.
    let names = |base: &str| {
        let service = ordinary(2025).edit(Employment, "umowa_o_pracę", "umowa_zlecenie");
        service.edit(Pay, "5000.00 500.00", &format!("{base} 0.00")).names()
    };
    assert!(names("4629.99").contains(&"below-hourly-minimum"));
    assert!(!names("4630.00").contains(&"below-hourly-minimum"));
}

#[test]
fn a_plan_is_asked_for_after_half_a_year_or_with_an_assessment() {
    let family = |row: &str| {
        let head = "family assistant from children plan_day assessment_day";
        let names = ordinary(2025).table(Families, &format!("{head}\n{row}")).names();
        names.contains(&"plan-missing")
    };
    assert!(family("R1 A1 2025-06-29 2 - -"));
    assert!(!family("R1 A1 2025-06-30 2 - -"), "half a year before 31 December");
    assert!(family("R1 A1 2025-09-30 2 - 2025-12-01"));
    assert!(!family("R1 A1 2025-01-30 2 2025-02-20 2025-12-01"));
}

#[test]
fn the_same_money_is_claimed_twice_from_the_first_grosz() {
    assert!(other_public_money("250.01").names().contains(&"claimed-twice"));
    assert!(!other_public_money("250.00").names().contains(&"claimed-twice"));
}

#[test]
fn what_the_first_edition_of_2012_paid_is_asked_for_until_it_is_said() {
    let said = |amount: &str| second_edition_of_2012().column(Pay, "other_public", amount).names();
    assert!(said("-").contains(&"earlier-edition-not-said"));
    assert!(!said("0.00").contains(&"earlier-edition-not-said"));
    assert!(!said("1268.40").contains(&"earlier-edition-not-said"));
}

#[test]
fn a_rise_that_is_not_the_supplement_is_no_suspicion() {
    assert!(motivation_in_base("6000.00").names().contains(&"motivation-in-base"));
    assert!(!motivation_in_base("6000.01").names().contains(&"motivation-in-base"));
}

#[test]
fn the_award_is_posts_times_the_amount_to_the_grosz() {
    let names = |funds: &str| ordinary(2021).edit(Funds, "2000 2000", funds).names();
    assert!(!names("2000 2000").contains(&"award-not-posts"));
    assert!(names("1999.99 1999.99").contains(&"award-not-posts"));
    assert!(names("2000.01 2000.01").contains(&"award-not-posts"));
}

#[test]
fn the_books_hold_pay_in_its_paragraphs() {
    let names = |row: &str| ledger(row).names();
    assert!(!names("4010 9000.00 4403.11").contains(&"ledger-differs"));
    for (row, found) in [
        ("§_4010 1.00 1.00", false),
        ("4170 1.00 1.00", true),
        ("4040 1.00 1.00", true),
        ("4440 1.00 0.00", false),
        ("4730 1.00 1.00", true),
        ("4710 1.00 1.00", false),
        ("2360 1.00 1.00", true),
    ] {
        assert_eq!(names(row).contains(&"ledger-paragraph"), found, "{row}");
    }
}

#[test]
fn thousands_of_returns_findings_and_families_are_judged_without_a_square_of_steps() {
    let many = |head: &str, row: &dyn Fn(u32) -> String| {
        let rows: Vec<String> = (0..5_000).map(row).collect();
        format!("{head}\n{}", rows.join("\n"))
    };
    let day = |n: u32| format!("2026-0{}-{:02}", 1 + n % 3, 1 + n % 28);
    let names = ordinary(2025)
        .on("2026-04-30")
        .edit(Funds, "400 400", "10400 10400")
        .table(
            Refunds,
            &many("date component principal interest", &|n| {
                format!("{} dodatki 0.{:02} 0.01", day(n), n % 97)
            }),
        )
        .table(
            Determinations,
            &many("date by component kind amount refunded_on", &|n| {
                format!("{} wojewoda dodatki nienależnie 0.{:02} {}", day(n), n % 89, day(n + 1))
            }),
        )
        .table(
            Families,
            &many("family assistant from children plan_day assessment_day", &|n| {
                format!("R1 A1 2025-01-{:02} {} - -", 1 + n % 28, n % 7)
            }),
        )
        .names();
    assert!(names.contains(&"return-overdue") && names.contains(&"plan-missing"), "{:?}", names.first());
}

#[test]
fn a_check_without_anything_to_look_at_is_not_passed() {
    let passed = ordinary(2025).checked().passed;
    assert!(["C16", "C20", "C22"].iter().all(|n| !passed.contains(n)), "{passed:?}");
    let planned = ordinary(2025).column(Families, "plan_day", "2025-01-20").checked().passed;
    assert!(planned.contains(&"C16"));
    let asked = ordinary(2025).column(Funds, "requested", "400").checked().passed;
    assert!(asked.contains(&"C20"));
}

#[test]
fn severities_follow_the_policy() {
    let severity = |wanted: &'static Code| {
        let case = super::tests::every_fault()
            .into_iter()
            .find(|(code, _)| *code == wanted)
            .expect("every code has a fault")
            .1;
        case.findings().into_iter().find(|f| f.code == wanted).expect("it fires").severity
    };
    assert_eq!(severity(&code::PAY_WITHOUT_CONTRACT), Severity::Error);
    assert_eq!(severity(&code::RECEIVED_ABOVE_AWARD), Severity::Error);
    assert_eq!(severity(&code::PAID_LATE), Severity::Warning);
    assert_eq!(severity(&code::CASELOAD_ABOVE_LIMIT), Severity::Warning);
    assert_eq!(severity(&code::PAY_OUTSIDE_PERIOD), Severity::Note);
    assert_eq!(severity(&code::CLAIMED_TWICE), Severity::Error);
    assert_eq!(severity(&code::RETURN_OVERDUE), Severity::Warning);
    assert_eq!(severity(&code::INFORMATION_DUTY), Severity::Note);
}

#[test]
fn a_report_is_overdue_by_the_term_of_the_edition_alone() {
    let overdue = |year, day| ordinary(year).on(day).names().contains(&"report-overdue");
    assert!(!overdue(2025, "2026-01-15"));
    assert!(overdue(2025, "2026-01-16"));
    assert!(!overdue(2023, "2024-01-30"));
    assert!(overdue(2023, "2024-01-31"));
    // Editions before 2023 leave it to the contract.
    assert!(!overdue(2021, "2022-06-30"));
}

#[test]
fn a_request_after_the_closing_day_of_its_half_year_is_late() {
    let half = |first: &str, second: &str| {
        let text = format!(
            "municipality period_from period_to request_day_1 request_day_2\nW 2024-01-01 2024-12-31 {first} {second}"
        );
        let year = ordinary(2025).programme("asystent-rodziny-2024").table(Agreement, &text);
        year.names().iter().filter(|name| **name == "request-late").count()
    };
    assert_eq!(half("2024-06-30", "2024-10-31"), 0);
    assert_eq!(half("2024-07-01", "2024-11-01"), 2);
}

#[test]
fn the_report_of_the_first_half_year_runs_from_its_money() {
    let on = |day| {
        let funds = "component half_year awarded received received_on\ndodatki I-VI 400 400 2024-07-15";
        let agreement = "municipality period_from period_to request_day\nW 2024-01-01 2024-06-30 2024-06-20";
        let half = ordinary(2025).programme("asystent-rodziny-2024").table(Agreement, agreement);
        half.table(Funds, funds).on(day).names().contains(&"report-overdue")
    };
    assert!(!on("2024-08-14"));
    assert!(on("2024-08-15"));
}
