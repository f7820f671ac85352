//! Components of pay with columns of their own: what of them the wage cost holds, by edition, contract and reading.

use super::settle_period;
use super::testing::submission;
use crate::programme::Catalogue;
use crate::records::TableId::{Employment, Funds, Pay};
use crate::units::{Day, DayRange};

/// Settles March with 9.76 + 6.50 + 1.67 + 2.45 % of 6,000.00 and returns the wage cost.
fn wage_cost(programme: &str, form: &str, readings: &[(&str, &str)]) -> String {
    let mut rules = Catalogue::built_in().get(programme).expect("a built-in edition");
    for (name, word) in readings {
        rules = rules.with_reading(name, word, None).expect("a reading of the edition");
    }
    let year = rules.period.value.first.month().year;
    let month = if year == 2023 { "2023-11".to_owned() } else { format!("{year}-03") };
    let employment = format!("assistant form fte from\nA1 {form} 1 2015-01-01");
    let pay = format!(
        "assistant month nominal_hours hours base holiday_pay seniority overtime award sick_pay sickness_benefit \
         pension disability accident labour_fund paid_on\n\
         A1 {month} 168 168 4000.00 500.00 500.00 300.00 700.00 400.00 250.00 585.60 390.00 100.20 147.00 {month}-28"
    );
    let funds = "component awarded received\nkoszty_zatrudnienia 99999.00 99999.00";
    let facts = submission(&[(Funds, funds), (Employment, &employment), (Pay, &pay)]);
    let days = DayRange::new(rules.period.value.first, Day::new(year, 12, 31).expect("a day"));
    let settled = settle_period(&facts, &rules, days.expect("a range"));
    let cost = settled.model.number(settled.totals.employment_cost);
    cost.to_exact_decimal(2).expect("whole grosze")
}

/// 4,000 + 500 + 500, and 1,222.80 less a sixth of each contribution: 97.60 + 65.00 + 16.70 + 24.50 = 203.80.
#[test]
fn holiday_pay_continues_the_base_and_overtime_award_and_sick_pay_are_outside() {
    for edition in ["asystent-rodziny-2023", "asystent-rodziny-2024", "asystent-rodziny-2025"] {
        assert_eq!(wage_cost(edition, "umowa_o_pracę", &[]), "6019.00", "{edition}");
    }
}

#[test]
fn sick_pay_read_as_inside_adds_itself_and_no_contributions() {
    let reading = [("sick-pay", "in")];
    assert_eq!(wage_cost("asystent-rodziny-2025", "umowa_o_pracę", &reading), "6419.00");
}

/// A twelfth of each contribution leaves with it: 48.80 + 32.50 + 8.35 + 12.25 = 101.90.
#[test]
fn holiday_pay_read_as_outside_leaves_with_its_contributions() {
    let reading = [("holiday-pay", "out")];
    assert_eq!(wage_cost("asystent-rodziny-2025", "umowa_o_pracę", &reading), "5417.10");
    let both = [("holiday-pay", "out"), ("sick-pay", "in")];
    assert_eq!(wage_cost("asystent-rodziny-2025", "umowa_o_pracę", &both), "5817.10");
}

/// All but the benefit: 6,400.00 and all contributions; before 2023 without them.
#[test]
fn all_pay_but_the_benefit_counts_under_a_service_contract_and_before_2023() {
    assert_eq!(wage_cost("asystent-rodziny-2025", "umowa_zlecenie", &[]), "7622.80");
    assert_eq!(wage_cost("asystent-rodziny-2019", "umowa_o_pracę", &[]), "6400.00");
}
