//! Interest on money that goes back: examples worked by hand, each also computed by the F8 workbook's own formulas in the
//! second engine; what must be refused; what must hold for every debt.
//!
//! An example is a file of `tests/interest`, found when the tests run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rozlicz::checks::debts::Ground;
use rozlicz::checks::terms::Regime::{ByContract, StateBudget};
use rozlicz::finding::code::interest as code;
use rozlicz::finding::{Finding, Severity};
use rozlicz::forms::Forms;
use rozlicz::interest::arrears::{interest, on_parts};
use rozlicz::interest::charges::{Asked, BankInterest, Typed};
use rozlicz::interest::rates::{GivenRate, Rates};
use rozlicz::interest::steps::{Part, Rounding};
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::Job;
use rozlicz::pipeline::interest::{self as pipeline, Interest};
use rozlicz::programme::National;
use rozlicz::records::{FundingSource, InterestClause};
use rozlicz::units::{Day, DayRange, Exact, Money};
use serde::Deserialize;

/// An example: a debt typed, or tables over a base folder; and what comes out.
#[derive(Deserialize, Clone, Default)]
#[serde(deny_unknown_fields)]
struct Example {
    title: String,
    derivation: String,
    programme: Option<String>,
    principal: Option<String>,
    ground: Option<String>,
    from: Option<String>,
    to: Option<String>,
    clause: Option<String>,
    #[serde(default)]
    rates: Vec<String>,
    letter_fee: Option<String>,
    base: Option<String>,
    as_of: Option<String>,
    /// Files of the base to replace or add.
    #[serde(default)]
    tables: BTreeMap<String, String>,
    /// Fields of `Umowa` to add.
    #[serde(default)]
    umowa: BTreeMap<String, String>,
    #[serde(default)]
    debt: Vec<ExpectedDebt>,
    bank: Option<String>,
    /// Findings of the interest itself that are no errors.
    #[serde(default)]
    notes: Vec<String>,
    /// Errors that refuse it.
    #[serde(default)]
    refused: Vec<String>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct ExpectedDebt {
    periods: Vec<String>,
    sum: Option<String>,
    due: Option<String>,
    basis: String,
    ground: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interest")
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day of an example")
}

fn money(text: &str) -> Money {
    Exact::parse_decimal(text).and_then(|n| Money::from_exact(&n)).expect("an amount of an example")
}

fn given(text: &str) -> GivenRate {
    let (from, percent) = text.split_once('=').expect("DATE=PERCENT");
    let percent = Exact::parse_decimal(percent).expect("a percentage");
    let rate = percent.checked_div(&Exact::whole(100)).expect("not zero");
    GivenRate { from: day(from), rate, typed: text.to_owned() }
}

fn ground(word: &str) -> Ground {
    match word {
        "late" | "unused" => Ground::Unused,
        "misused" => Ground::Misused,
        "undue" => Ground::Undue,
        other => unreachable!("no such ground: {other}"),
    }
}

impl Example {
    fn asked(&self) -> Asked {
        let clause = self.clause.as_deref().map(|word| match word {
            "statutory" => InterestClause::Statutory,
            "bank" => InterestClause::Bank,
            "none" => InterestClause::Nothing,
            _ => InterestClause::TaxArrears,
        });
        Asked {
            rates: self.rates.iter().map(|text| given(text)).collect(),
            letter_fee: self.letter_fee.as_deref().map(money),
            clause,
            regime: None,
        }
    }

    fn computed(&self) -> Interest {
        let Some(base) = &self.base else {
            let job = Job { programme: self.programme.clone(), ..Job::default() };
            let text = |field: &Option<String>| field.clone().expect("an example of one debt has it");
            let typed = Typed {
                principal: money(&text(&self.principal)),
                ground: ground(&text(&self.ground)),
                from: day(&text(&self.from)),
                to: day(&text(&self.to)),
            };
            return pipeline::of_typed(&typed, &job, &self.asked()).expect("the edition is known");
        };
        let place = tempfile::tempdir().expect("a folder");
        for entry in std::fs::read_dir(folder().join("base").join(base)).expect("the base") {
            let path = entry.expect("an entry").path();
            let mut text = std::fs::read_to_string(&path).expect("a table");
            if path.ends_with("umowa.csv") {
                text.extend(self.umowa.iter().map(|(field, value)| format!("{field};{value}\n")));
            }
            std::fs::write(place.path().join(path.file_name().expect("a name")), text).expect("a copy");
        }
        for (name, text) in &self.tables {
            std::fs::write(place.path().join(format!("{name}.csv")), text).expect("a table");
        }
        let as_of = self.as_of.as_deref().map(day);
        let job = Job { inputs: vec![place.path().to_owned()], as_of, ..Job::default() };
        pipeline::of_inputs(&job, &self.asked()).expect("the tables are read")
    }
}

fn names(findings: &[Finding], of: impl Fn(Severity) -> bool) -> Vec<&'static str> {
    let own = findings.iter().filter(|f| code::CODES.contains(&f.code) && of(f.severity));
    own.map(|f| f.code.name).collect()
}

fn check(example: &Example) {
    assert!(!example.derivation.trim().is_empty() && !example.title.is_empty());
    let mut done = example.computed();
    assert_eq!(names(&done.findings, |s| s == Severity::Error), example.refused, "{}", example.title);
    if !example.refused.is_empty() {
        assert!(done.has_errors());
        return;
    }
    assert!(!done.has_errors(), "{:?}", done.findings);
    assert_eq!(names(&done.findings, |s| s != Severity::Error), example.notes);
    let computed = done.computed.as_ref().expect("figures");
    assert_eq!(computed.charges.len(), example.debt.len());
    for (charge, expected) in computed.charges.iter().zip(&example.debt) {
        let model = &computed.model;
        let periods = charge.steps.iter().flat_map(|s| &s.parts).flat_map(|p| &p.periods);
        let seen: Vec<String> = periods
            .map(|p| {
                let rate = (&p.figure.value * &Exact::whole(100)).to_short(4).replace('.', ",");
                format!("{} {} {} {rate}%", p.range.first, p.range.last, p.range.len())
            })
            .collect();
        assert_eq!(seen, expected.periods);
        let sum = charge.steps.as_ref().map(|s| model.number(s.sum).to_fixed(4));
        assert_eq!(sum, expected.sum);
        assert_eq!(computed.due(charge).map(|due| due.to_string()), expected.due);
        let basis = charge.basis.as_ref().map(|b| b.value.clone()).unwrap_or_default();
        assert!(basis.contains(&expected.basis), "{basis}");
        if let Some(word) = &expected.ground {
            assert_eq!(charge.ground, ground(word));
        }
    }
    let bank = match &computed.bank {
        BankInterest::Given(amount) => Some(amount.to_string()),
        _ => None,
    };
    assert_eq!(bank.or(example.bank.clone()), example.bank);
    let counted = computed.charges.iter().any(|c| c.steps.is_some());
    // Refused unless the second engine finds the same in every cell.
    let workbook = done.workbook(&Forms::built_in()).expect("the second engine agrees").expect("a debt");
    assert!(workbook.agreement().formulas > 0 || !counted);
}

#[test]
fn every_worked_example_comes_out_by_hand_and_by_the_workbook() {
    let mut found = 0;
    let mut wrong = Vec::new();
    let entries = std::fs::read_dir(folder()).expect("the folder of examples");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
        found += 1;
        let text = std::fs::read_to_string(path).expect("an example");
        let example: Example = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        if let Err(cause) = std::panic::catch_unwind(|| check(&example)) {
            let said = cause.downcast_ref::<String>().cloned().unwrap_or_default();
            wrong.push(format!("{}: {said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found >= 12, "only {found} examples");
}

const FUNDS: &str = "Składnik;Przyznano (zł);Otrzymano (zł);Data otrzymania\n\
                     dodatki;10200,00;10200,00;2025-12-23\nkoszty zatrudnienia;1805,70;1805,70;2025-12-23\n";
const FINDINGS: &str = "Data ustalenia;Kto ustalił;Składnik;Rodzaj;Kwota (zł);Data zwrotu\n";
const RETURNS: &str = "Data;Składnik;Kwota główna (zł);Odsetki (zł);Odsetki bankowe (zł)\n";

fn tables(more: &[(&str, String)]) -> Example {
    let mut tables = BTreeMap::from([("srodki".to_owned(), FUNDS.to_owned())]);
    tables.extend(more.iter().map(|(name, text)| ((*name).to_owned(), text.clone())));
    Example {
        base: Some("2025".to_owned()),
        as_of: Some("2026-03-10".to_owned()),
        tables,
        ..Example::default()
    }
}

fn typed(programme: &str, principal: &str, from: &str, to: &str) -> Example {
    Example {
        programme: Some(programme.to_owned()),
        principal: Some(principal.to_owned()),
        ground: Some("late".to_owned()),
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
        ..Example::default()
    }
}

/// The fault that calls forth each finding.
fn faults() -> Vec<(&'static str, Example)> {
    let determined = |row: &str| tables(&[("ustalenia", format!("{FINDINGS}{row}\n"))]);
    let returned = |row: &str| tables(&[("zwroty", format!("{RETURNS}{row}\n"))]);
    let p25 = "asystent-rodziny-2025";
    let beyond = typed(p25, "1000.00", "2026-09-01", "2026-10-01");
    let statutory = Example { clause: Some("statutory".to_owned()), ..beyond.clone() };
    let known = Example { rates: vec!["2026-03-01=9.00".to_owned()], ..beyond.clone() };
    let twice =
        Example { rates: vec!["2026-09-29=9.00".to_owned(), "2026-09-29=9.50".to_owned()], ..beyond.clone() };
    let bank = Example { clause: Some("bank".to_owned()), ..typed(p25, "10.00", "2026-02-01", "2026-02-10") };
    let no_day = FUNDS.replace(";2025-12-23", ";");
    let passed = std::fs::read_to_string(folder().join("base/2025/zatrudnienie.csv")).expect("a table");
    let passed = passed.replacen("\nA1;", "\nA1;Fundacja Przykładna;", 1);
    let passed = passed.replacen("Identyfikator asystenta;", "Identyfikator asystenta;Pracodawca;", 1);
    vec![
        ("interest-rate-not-known", beyond),
        ("interest-rate-known", known),
        ("interest-rate-twice", twice),
        ("interest-bank-amount-missing", bank),
        (
            "interest-finding-in-future",
            determined("2026-04-01;wojewoda;koszty zatrudnienia;nienależnie;500,00;"),
        ),
        ("interest-rate-of-contract-missing", statutory),
        ("interest-return-before-transfer", returned("2025-12-20;dodatki;10000,00;;0,00")),
        (
            "interest-days-out-of-order",
            determined("2025-12-20;wojewoda;koszty zatrudnienia;nienależnie;500,00;"),
        ),
        ("interest-principal-not-positive", typed(p25, "-5.00", "2026-01-16", "2026-02-01")),
        (
            "interest-principal-above-transfer",
            determined("2026-02-01;wojewoda;koszty zatrudnienia;nienależnie;1805,71;"),
        ),
        (
            "interest-transfer-day-missing",
            tables(&[
                ("srodki", no_day),
                (
                    "ustalenia",
                    format!(
                        "{FINDINGS}2026-02-01;wojewoda;koszty zatrudnienia;niezgodnie z przeznaczeniem;5,00;\n"
                    ),
                ),
            ]),
        ),
        ("interest-paid-in-part", returned("2026-02-14;dodatki;10000,00;;0,00")),
        ("interest-money-passed-on", tables(&[("zatrudnienie", passed)])),
    ]
}

#[test]
fn every_code_of_interest_has_a_fault_that_fires_it() {
    // These two need an edition without a term, and an option: see below.
    let elsewhere = ["interest-term-not-known", "interest-regime-not-in-force"];
    let all = faults();
    for (name, example) in &all {
        let done = example.computed();
        let own: Vec<&Finding> = done.findings.iter().filter(|f| f.code.name == *name).collect();
        assert!(
            !own.is_empty(),
            "{name}: {:?}",
            done.findings.iter().map(|f| f.code.name).collect::<Vec<_>>()
        );
        // A fault of the tables names its cell.
        let in_tables = example.base.is_some();
        assert!(!in_tables || own.iter().all(|f| f.at.is_some()), "{name} names no cell");
        let polish = done.rendered(Locale::of(Language::Polish));
        assert!(polish.iter().all(|f| !f.message.contains('{') && !f.message.contains("interest-")));
    }
    let tested: Vec<&str> = all.iter().map(|(name, _)| *name).chain(elsewhere).collect();
    let untested: Vec<&str> =
        code::CODES.iter().map(|c| c.name).filter(|name| !tested.contains(name)).collect();
    assert_eq!(untested, Vec::<&str>::new());
}

#[test]
fn days_out_of_order_on_the_command_line_are_refused_with_the_option() {
    for (from, to) in [("2026-02-01", "2026-01-31"), ("2024-12-31", "2026-01-31")] {
        let done = typed("asystent-rodziny-2025", "10.00", from, to).computed();
        assert_eq!(names(&done.findings, |_| true), ["interest-days-out-of-order"]);
        let text = done.rendered(Locale::of(Language::Polish)).remove(0).hint;
        assert!(text.contains("--from"), "{text}");
    }
}

#[test]
fn rules_that_were_not_in_force_are_refused() {
    let asked = Asked { regime: Some(rozlicz::checks::terms::Regime::ByStatute), ..Asked::default() };
    let typed = Typed {
        principal: money("1000.00"),
        ground: Ground::Unused,
        from: day("2022-02-01"),
        to: day("2022-02-20"),
    };
    let of = |id: &str| {
        let job = Job { programme: Some(id.to_owned()), ..Job::default() };
        let typed = Typed { from: day("2024-02-01"), to: day("2024-02-20"), ..typed.clone() };
        names(&pipeline::of_typed(&typed, &job, &asked).expect("known").findings, |_| true)
    };
    assert_eq!(of("asystent-rodziny-2022"), ["interest-regime-not-in-force"]);
    assert_eq!(of("asystent-rodziny-2023"), Vec::<&str>::new());
}

#[test]
fn an_edition_without_a_term_asks_for_the_contracts_own() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samples/wrzesnia-2021");
    let place = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(sample).expect("the sample") {
        let path = entry.expect("an entry").path();
        let text =
            std::fs::read_to_string(&path).expect("a table").replace("9000,00;9000,00", "9500,00;9500,00");
        std::fs::write(place.path().join(path.file_name().expect("a name")), text).expect("a copy");
    }
    let job = Job { inputs: vec![place.path().to_owned()], as_of: Some(day("2022-06-30")), ..Job::default() };
    let mut done = pipeline::of_inputs(&job, &Asked::default()).expect("the sample is read");
    assert!(names(&done.findings, |_| true).contains(&"interest-term-not-known"));
    assert!(done.computed.as_ref().expect("figures").charges.iter().all(|c| c.steps.is_none()));
    assert!(done.workbook(&Forms::built_in()).expect("it can be written").is_some(), "without any interest");
}

#[test]
fn rows_of_a_component_are_added_up_against_its_transfer() {
    let row = |amount: &str| format!("2026-02-01;wojewoda;koszty zatrudnienia;nienależnie;{amount};\n");
    let of = |text: String| {
        names(&tables(&[("ustalenia", format!("{FINDINGS}{text}"))]).computed().findings, |_| true)
    };
    let above = "interest-principal-above-transfer";
    assert!(!of(row("1000,00") + &row("805,70")).contains(&above));
    assert!(of(row("1000,00") + &row("805,71")).contains(&above));
}

#[test]
fn checks_beside_the_count_use_the_typed_rates_and_rules() {
    let owed = tables(&[]);
    let statutory =
        Example { clause: Some("statutory".to_owned()), rates: vec!["2026-01-01=9.25".to_owned()], ..owed };
    let done = statutory.computed();
    let text = done.rendered(Locale::of(Language::Polish));
    assert!(done.findings.iter().any(|f| f.code.name == "return-overdue"));
    assert!(
        text.iter()
            .all(|f| !f.message.contains("nie policzono") && !f.message.contains("nie da się policzyć"))
    );
}

#[test]
fn two_sources_are_two_debts_each_under_its_own_rules() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samples/wrzesnia-2021");
    let place = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(sample).expect("the sample") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a table");
        std::fs::write(place.path().join(path.file_name().expect("a name")), text).expect("a copy");
    }
    std::fs::write(
        place.path().join("srodki.csv"),
        "Składnik;Źródło;Przyznano (zł);Otrzymano (zł);Data otrzymania\n\
         dodatki;budżet państwa;15000,00;15000,00;2021-12-01\ndodatki;Fundusz Pracy;25000,00;25000,00;2021-12-02\n",
    )
    .expect("a table");
    let job = Job { inputs: vec![place.path().to_owned()], as_of: Some(day("2022-02-28")), ..Job::default() };
    let done = pipeline::of_inputs(&job, &Asked::default()).expect("the sample is read");
    let computed = done.computed.as_ref().expect("figures");
    let debts: Vec<_> = computed
        .charges
        .iter()
        .map(|c| (c.source.map(FundingSource::word), c.regime, c.steps.is_some()))
        .collect();
    assert_eq!(
        debts,
        [(Some("budżet państwa"), StateBudget, true), (Some("Fundusz Pracy"), ByContract, false)]
    );
    assert!(names(&done.findings, |_| true).contains(&"interest-term-not-known"));
}

fn known_days() -> impl Strategy<Value = (i64, i64)> {
    // 9 June 2011 to 28 September 2026.
    (40_703_i64..46_293, 0_i64..2_000).prop_map(|(first, more)| (first, (first + more).min(46_293)))
}

fn range(first: i64, last: i64) -> DayRange {
    let of = |serial| Day::from_serial(serial).expect("a day");
    DayRange::new(of(first), of(last)).expect("in order")
}

/// The same sum by whole numbers, day by day: grosze × hundredths of a percent over 365 × 10 000 × 100.
fn by_days(principal: i64, days: DayRange) -> i128 {
    let national = National::built_in();
    let rate = |serial| {
        let figure = national.tax_arrears_rate(Day::from_serial(serial).expect("a day")).expect("known");
        i128::from((&figure.value * &Exact::whole(10_000)).to_i64().expect("hundredths of a percent"))
    };
    (days.first.serial()..=days.last.serial()).map(|serial| i128::from(principal) * rate(serial)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn interest_is_the_sum_over_its_days(principal in 1_i64..100_000_000, (first, last) in known_days()) {
        let rates = Rates::known(&National::built_in());
        let all = interest(&rates, Money::from_grosze(principal), range(first, last)).expect("known");
        let units = by_days(principal, range(first, last));
        let scaled = &all.unrounded * &Exact::whole(365 * 10_000 * 100);
        prop_assert_eq!(scaled.to_i64().map(i128::from), Some(units));
        // Whole złoty half up, nothing up to three fees, from the same whole number.
        let unit: i128 = 365 * 10_000 * 100;
        let fee = i128::from(all.threshold.expect("known").grosze());
        let rounded = (units * 2 + unit) / (unit * 2) * 100;
        let due = if units * 100 <= fee * unit { 0 } else { rounded };
        prop_assert_eq!(i128::from(all.due.grosze()), due);
    }

    #[test]
    fn days_split_anywhere_add_up((first, last) in known_days(), principal in 1_i64..100_000_000, cut in 0_i64..2_000) {
        let rates = Rates::known(&National::built_in());
        let of = |first, last| interest(&rates, Money::from_grosze(principal), range(first, last)).expect("known").unrounded;
        let middle = (first + cut).min(last);
        let rest = if middle < last { of(middle + 1, last) } else { Exact::zero() };
        prop_assert_eq!(of(first, middle) + rest, of(first, last));
    }

    #[test]
    fn more_money_or_more_days_bear_no_less(
        (first, last) in known_days(),
        principal in 1_i64..100_000_000,
        more in 0_i64..1_000_000,
    ) {
        let rates = Rates::known(&National::built_in());
        let of = |p, last| interest(&rates, Money::from_grosze(p), range(first, last)).expect("known");
        let (now, richer) = (of(principal, last), of(principal + more, last));
        prop_assert!(now.unrounded <= richer.unrounded && now.due <= richer.due);
        // The threshold may have changed between two days, so only the sum is compared.
        prop_assert!(of(principal, first.max(last - 1)).unrounded <= now.unrounded);
    }

    #[test]
    fn parts_of_a_debt_bear_together_what_the_whole_bears(
        (first, last) in known_days(),
        a in 1_i64..10_000_000,
        b in 1_i64..10_000_000,
    ) {
        let rates = Rates::known(&National::built_in());
        let part = |p| Part { principal: Money::from_grosze(p), days: Some(range(first, last)) };
        let apart = on_parts(&rates, &[part(a), part(b)], Rounding::WholeZloty).expect("known");
        let whole = interest(&rates, Money::from_grosze(a + b), range(first, last)).expect("known");
        prop_assert_eq!((apart.unrounded, apart.due), (whole.unrounded, whole.due));
    }
}
