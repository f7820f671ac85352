//! The series hold the published values, and no file has a fault.

use super::*;

const SERIES: National = National(());

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day written in a test")
}

#[test]
fn the_caseload_limit_falls_from_twenty_to_fifteen_on_new_year_2015() {
    let limit = |on: &str| SERIES.caseload_limit(day(on)).map(|figure| figure.value);
    assert_eq!(limit("2014-12-31"), Some(20));
    assert_eq!(limit("2015-01-01"), Some(15));
    assert_eq!(limit("2011-12-31"), None);
}

#[test]
fn no_value_holds_past_the_day_it_was_checked_for() {
    assert_eq!(SERIES.caseload_limit(day("2026-07-15")).map(|f| f.value), Some(15));
    assert_eq!(SERIES.caseload_limit(day("2026-07-16")), None);
    assert_eq!(SERIES.hourly_minimum(day("2028-01-01")), None);
}

#[test]
fn minimum_wages_are_those_of_the_regulations() {
    let wage = |year, month| {
        SERIES.minimum_wage(Month::new(year, month).expect("a month")).map(|f| (f.value.grosze(), f.mark))
    };
    assert_eq!(wage(2023, 6), Some((349_000, Mark::Confirmed)));
    assert_eq!(wage(2023, 7), Some((360_000, Mark::Confirmed)));
    assert_eq!(wage(2022, 1), Some((301_000, Mark::Inferred)));
    assert_eq!(wage(2025, 12), Some((466_600, Mark::Confirmed)));
    assert_eq!(wage(2027, 12), Some((495_000, Mark::Confirmed)));
    assert_eq!(SERIES.hourly_minimum(day("2024-07-01")).map(|f| f.value), Some(Money::from_grosze(2810)));
    assert_eq!(SERIES.hourly_minimum(day("2016-12-31")), None);
}

#[test]
fn contribution_rates_are_fractions_of_the_base() {
    let rate = |which, on: &str| SERIES.contribution_rate(which, day(on)).map(|f| f.value.to_short(6));
    assert_eq!(rate(Contribution::Pension, "2025-05-01").as_deref(), Some("0.0976"));
    assert_eq!(rate(Contribution::Disability, "2012-01-31").as_deref(), Some("0.045"));
    assert_eq!(rate(Contribution::Disability, "2012-02-01").as_deref(), Some("0.065"));
    assert_eq!(rate(Contribution::LabourFund, "2026-12-31").as_deref(), Some("0.0245"));
    assert_eq!(rate(Contribution::LabourFund, "2027-01-01"), None);
    assert_eq!(rate(Contribution::Accident, "2025-05-01"), None);
    let small = SERIES.accident_rate_of_small_payers(day("2018-03-31")).map(|f| f.value.to_short(6));
    assert_eq!(small.as_deref(), Some("0.018"));
    assert_eq!(SERIES.ppk_basic_rate(day("2020-12-31")).map(|f| f.value), Some(Exact::zero()));
}

#[test]
fn the_cost_of_the_minimum_wage_comes_out_as_published() {
    for (year, gross, cost) in [(2025, 466_600, 562_160), (2026, 480_600, 579_028)] {
        let on = Day::new(year, 1, 1).expect("New Year");
        let kinds =
            [Contribution::Pension, Contribution::Disability, Contribution::LabourFund, Contribution::Fgsp];
        let rates = kinds.into_iter().filter_map(|which| SERIES.contribution_rate(which, on));
        let base = Money::from_grosze(gross).to_exact();
        let each = rates
            .chain(SERIES.accident_rate_of_small_payers(on))
            .map(|f| (&base * &f.value).round_half_up(2));
        let total = each.sum::<Exact>() + base.clone();
        assert_eq!(Money::from_exact(&total), Some(Money::from_grosze(cost)), "{year}");
    }
}

#[test]
fn no_file_compiled_in_has_a_fault() {
    assert_eq!(SERIES.faults(), []);
    for line in data_lines(BUDGET_NAMES.text) {
        let code = line.1.split(';').nth(1).expect("a code");
        assert!(SERIES.paragraph(code).is_some(), "{code}");
    }
}

#[test]
fn a_name_of_the_classification_without_mark_or_source_is_refused() {
    let told = |row| name_fault(7, row).map(|f| (f.line, f.key, f.problem));
    assert_eq!(told("chapter;85504;Wspieranie rodziny;confirmed;Dz.U."), None);
    for (row, key, problem) in [
        ("chapter;85504;Wspieranie rodziny;confirmed", "row", "rules-series-row"),
        ("chapters;85504;Wspieranie rodziny;confirmed;Dz.U.", "kind", "rules-unknown-word"),
        ("chapter;85504;Wspieranie rodziny;sure;Dz.U.", "mark", "rules-unknown-word"),
        ("chapter;85504;Wspieranie rodziny;confirmed;", "source", "rules-empty"),
        ("chapter;;Wspieranie rodziny;confirmed;Dz.U.", "code", "rules-empty"),
    ] {
        assert_eq!(told(row), Some((7, key.to_owned(), problem)), "{row}");
    }
}

#[test]
fn rates_of_interest_are_those_of_the_notices() {
    let rate = |on: &str| SERIES.tax_arrears_rate(day(on)).map(|f| (f.value.to_short(4), f.mark));
    for (on, expected, mark) in [
        ("2012-05-09", "0.14", Mark::Inferred),
        ("2021-06-30", "0.08", Mark::Inferred),
        ("2022-07-08", "0.16", Mark::Assumed),
        ("2025-05-07", "0.145", Mark::Inferred),
        ("2025-05-08", "0.135", Mark::Confirmed),
        ("2025-11-06", "0.115", Mark::Inferred),
        ("2026-09-28", "0.105", Mark::Confirmed),
    ] {
        assert_eq!(rate(on), Some((expected.to_owned(), mark)), "{on}");
    }
    assert_eq!(rate("2026-09-29"), None);
}

#[test]
fn the_seniority_allowance_goes_from_five_to_twenty_hundredths() {
    let allowance = SERIES.seniority_allowance(day("2025-06-30")).expect("known in 2025");
    let after: Vec<String> = [4, 5, 6, 19, 20, 21, 45].map(|y| allowance.after_years(y).to_short(4)).into();
    assert_eq!(after, ["0", "0.05", "0.06", "0.19", "0.2", "0.2", "0.2"]);
    let allows = |n, d| allowance.allows(&Exact::ratio(n, d).expect("a share"));
    assert!(allows(0, 1) && allows(5, 100) && allows(20, 100) && allows(13, 100));
    assert!(!allows(4, 100) && !allows(21, 100) && !allows(55, 1000) && !allows(1, 100));
}

#[test]
fn the_classification_changes_with_2017_and_2018() {
    let code = |which, on: &str| SERIES.classification(which, day(on)).map(|f| f.value);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(code(Classification::Division, "2016-12-31"), some("852"));
    assert_eq!(code(Classification::Division, "2017-01-01"), some("855"));
    assert_eq!(code(Classification::Chapter, "2016-12-31"), some("85206"));
    assert_eq!(code(Classification::Chapter, "2017-01-01"), some("85504"));
    assert_eq!(code(Classification::LabourFundRevenue, "2017-12-31"), None);
    assert_eq!(code(Classification::LabourFundRevenue, "2018-01-01"), some("2690"));
    assert_eq!(code(Classification::Coordination, "2017-07-25"), None);
    assert_eq!(code(Classification::Coordination, "2017-07-26"), some("4730"));
    assert_eq!(code(Classification::Coordination, "2017-12-31"), some("4730"));
    assert_eq!(code(Classification::Coordination, "2018-01-01"), None);
    assert_eq!(code(Classification::StateBudgetRevenue, "2024-07-01"), some("2030"));
    for line in data_lines(include_str!("../../../programmes/national/budget-classification.csv")) {
        let value = line.1.split(';').nth(2).expect("a value");
        assert!(value == "-" || SERIES.paragraph_name(value).is_some(), "{value} has no name");
    }
}

#[test]
fn a_public_unit_pays_nothing_to_the_guarantee_fund() {
    let of = |payer| SERIES.contribution_rate_of(Contribution::Fgsp, payer, day("2025-05-01"));
    assert_eq!(of(Payer::PublicUnit).map(|f| f.value), Some(Exact::zero()));
    assert_eq!(of(Payer::Other).map(|f| f.value), Exact::ratio(1, 1000));
    let age = |which| SERIES.labour_fund_exemption(which, day("2025-07-01")).map(|f| f.value);
    assert_eq!(age(LabourFundExemption::WomenFromAge), Some(55));
    assert_eq!(age(LabourFundExemption::MenFromAge), Some(60));
    assert_eq!(age(LabourFundExemption::MonthsAfterParentalLeave), Some(36));
    assert_eq!(age(LabourFundExemption::MonthsForHiredUnemployed), Some(12));
    let highest = SERIES.ppk_highest_rate(day("2025-01-01")).map(|f| f.value.to_short(4));
    assert_eq!(highest.as_deref(), Some("0.04"));
}

#[test]
fn informing_is_due_above_fifty_thousand_since_june_2021() {
    let above = |on: &str| SERIES.information_duty_above(day(on)).map(|f| f.value.grosze());
    assert_eq!(above("2021-06-24"), None);
    assert_eq!(above("2021-06-25"), Some(5_000_000));
}

#[test]
fn codes_have_their_names() {
    assert_eq!(SERIES.voivodeship("12"), Some("małopolskie"));
    assert_eq!(SERIES.voivodeship("13"), None);
    assert_eq!(data_lines(VOIVODESHIPS).count(), 16);
    assert_eq!(SERIES.paragraph_name("4010"), Some("Wynagrodzenia osobowe pracowników"));
    assert_eq!(SERIES.paragraph("4710").map(|f| f.mark), Some(Mark::Assumed));
    assert_eq!(SERIES.paragraph_name("9999"), None);
}

#[test]
fn every_word_of_an_absence_has_its_kind() {
    let column = crate::records::schema::table(crate::records::TableId::Absences).column("kind");
    let Some(crate::records::Kind::Choice(words)) = column.map(|c| c.kind) else { panic!("a closed list") };
    let counted = |read| {
        let counts = |word: &&&str| {
            let kind = SERIES.absence_kind(word, day("2025-06-30")).expect("a kind for every word");
            kind.value.counts(read)
        };
        words.iter().filter(counts).copied().collect::<Vec<_>>()
    };
    assert_eq!(counted(HoursWorked::WorkOnly), ["szkolenie", "delegacja"]);
    let leave = ["urlop wypoczynkowy", "szkolenie", "delegacja"];
    assert_eq!(counted(HoursWorked::WithHolidayLeave), leave);
    let paid = ["urlop wypoczynkowy", "szkolenie", "delegacja", "inna płatna"];
    assert_eq!(counted(HoursWorked::EveryPaidAbsence), paid);
}
