//! The estimate of a coming year, from tables to workbook: sums derived by hand, formulas that stay live, what is
//! printed, and what is refused.

mod support;

use rozlicz::calc::NodeId;
use rozlicz::estimate::scenarios::{Estimate, Sums};
use rozlicz::intake::book::{self, ReadBook, ReadValue};
use rozlicz::pipeline::estimate::{Asked, Estimated, run};
use rozlicz::pipeline::{self, Job};
use rozlicz::recalc;
use rozlicz::units::Exact;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EDITION: &str = "asystent-rodziny-2025";

fn sample(name: &str) -> PathBuf {
    support::root().join("sample-data").join(name)
}

fn estimated(year: i32, plan: Option<PathBuf>, earlier: Vec<PathBuf>) -> Estimated {
    let job = Job { inputs: vec![sample("gmina-2025")], ..Job::default() };
    run(&Asked { job, year, programme: EDITION.to_owned(), plan, earlier }).expect("the sample is read")
}

fn money(estimate: &Estimate, scenario: usize, pick: fn(&Sums) -> NodeId) -> String {
    estimate.model.money(pick(&estimate.scenarios[scenario].sums)).to_string()
}

/// The tables of a plan that gives rates which nobody has announced for 2027.
fn plan_with_rates(folder: &Path) -> PathBuf {
    let path = folder.join("plan.csv");
    let text = "Założenie;ostrożny;bazowy;ambitny\n\
                Składka emerytalna pracodawcy (%);9,76%;9,76%;9,76%\n\
                Składka rentowa pracodawcy (%);6,50%;6,50%;6,50%\n\
                Składka na FP i FS (%);2,45%;2,45%;2,45%\n\
                Składka na FGŚP (%);0,10%;0,10%;0,10%\n\
                Wpłata pracodawcy na PPK (%);1,50%;1,50%;1,50%\n\
                Podwyżka ogólna (%);0%;5%;10%\n";
    fs::write(&path, text).expect("a plan");
    path
}

/// Without a plan: A01 6,200.00 + 744.00, A02 5,900.00 + 413.00, A03 a service contract with a mean month of 6,572.00:
/// 19,829.00 a month, 237,948.00 a year. The level of 30 % is the edition's; the base scenario takes the last cut seen
/// of wages (2023: 76.5 for 80, so 0.95625), the careful one the worst of all (2019: 0.83496).
#[test]
fn the_sums_of_today_s_staff_are_those_derived_by_hand() {
    let estimated = estimated(2026, None, Vec::new());
    let estimate = estimated.estimate.as_ref().expect("an estimate");
    assert!(estimate.assumed && estimate.programme.title.contains("ZAŁOŻENIE na 2026 r."));
    let base = &estimate.scenarios[1];
    for month in &base.months {
        assert_eq!(estimate.model.money(month.gross).to_string(), "19829.00", "{}", month.month);
    }
    let sum = |pick: fn(&Sums) -> NodeId| estimate.model.money(pick(&base.sums)).to_exact();
    let gross: Exact = base.months.iter().map(|m| estimate.model.number(m.gross)).sum();
    assert_eq!(gross.to_fixed(2), "237948.00");
    // 30 % of the cost, cut to the grosz.
    let level = Exact::ratio(30, 100).expect("a share");
    assert_eq!(sum(|s| s.asked_employment), (&sum(|s| s.employment_cost) * &level).cut_down(2));
    // 286,441.86 × 0.3 = 85,932.558; × 0.95625 = 82,173.0009…; × 0.83496 = 71,750.24…
    assert_eq!(money(estimate, 1, |s| s.employment_cost), "286441.86");
    assert_eq!(money(estimate, 1, |s| s.asked_employment), "85932.55");
    let awards = [0, 1, 2].map(|scenario| money(estimate, scenario, |s| s.award_employment));
    assert_eq!(awards, ["71750.24", "82173.00", "85932.55"]);
    // Supplements were never cut by themselves: the base scenario expects all of them.
    assert_eq!(money(estimate, 1, |s| s.award_supplement), money(estimate, 1, |s| s.asked_supplement));
    // What the council votes: cost of the task less the award, and the thirteenth salary.
    let to_vote = sum(|s| s.task_cost) - sum(|s| s.award) + sum(|s| s.outside) + sum(|s| s.thirteenth);
    assert_eq!(sum(|s| s.to_vote), to_vote);
}

#[test]
fn the_months_add_up_to_the_sums_and_the_cash_to_own_money() {
    let estimated = estimated(2026, None, Vec::new());
    let estimate = estimated.estimate.as_ref().expect("an estimate");
    let model = &estimate.model;
    for figures in &estimate.scenarios {
        let all = |pick: fn(&rozlicz::estimate::months::RequestMonth) -> NodeId| -> Exact {
            figures.months.iter().map(|m| model.number(pick(m))).sum()
        };
        assert_eq!(figures.months.len(), 12);
        assert_eq!(all(|m| m.asked), model.number(figures.sums.asked));
        assert_eq!(all(|m| m.cost), model.number(figures.sums.employment_cost));
        let spread: Exact = figures.cash.iter().map(|m| model.number(m.by_award)).sum();
        assert_eq!(spread, model.number(figures.sums.award));
        let received: Exact = figures.cash.iter().map(|m| model.number(m.received)).sum();
        assert_eq!(received, model.number(figures.sums.award));
        let last = figures.cash.last().expect("December");
        assert_eq!(model.number(last.laid_out), model.number(figures.sums.to_vote));
    }
    // The money of 2025 came in December; the ambitious scenario hopes for October, as in the first half of 2024.
    let came: Vec<u32> = estimate
        .scenarios
        .iter()
        .filter_map(|s| s.cash.iter().find(|m| !model.number(m.received).is_zero()))
        .map(|m| m.month.number)
        .collect();
    assert_eq!(came, [12, 12, 10]);
}

/// The one cell of a sheet that holds a text, as row and column.
fn place(book: &ReadBook, sheet: &str, text: &str) -> (usize, u32, u32) {
    let index = book.sheets.iter().position(|s| s.name == sheet).expect("the sheet");
    let is = |value: &ReadValue| matches!(value, ReadValue::Text(t) if t == text);
    let at = book.sheets[index].cells.iter().find(|(_, cell)| is(&cell.value)).expect("the text").0;
    (index, at.0, at.1)
}

fn workbook(estimated: &mut Estimated) -> Vec<u8> {
    let forms = pipeline::forms(None).expect("forms");
    let witnessed = estimated.workbook(&forms).map_err(|e| e.text(support::program::polish()));
    let witnessed = witnessed.expect("the second engine agrees").expect("an estimate");
    assert!(witnessed.agreement().formulas > 5_000);
    witnessed.prepared().bytes.clone()
}

/// The request and own money of the base scenario as another program computes them from the workbook alone.
fn recomputed(book: &ReadBook) -> [Exact; 3] {
    let again = recalc::of_book(book);
    assert!(again.faults.is_empty(), "{:?}", again.faults.first());
    ["Wnioskowana kwota razem (zł)", "Oczekiwana kwota razem (zł)", "Razem środki własne (zł)"].map(|label| {
        let (sheet, row, column) = place(book, "Warianty", label);
        again.model.number(again.node(sheet, row, column + 2).expect("the base scenario"))
    })
}

#[test]
fn changing_an_assumption_in_the_workbook_changes_the_request() {
    let mut estimated = estimated(2026, None, Vec::new());
    let bytes = workbook(&mut estimated);
    let mut book = book::read("szacunek.xlsx", &bytes).expect("a workbook");
    let before = recomputed(&book);
    let estimate = estimated.estimate.as_ref().expect("an estimate");
    let sums = &estimate.scenarios[1].sums;
    assert_eq!(before, [sums.asked, sums.award, sums.to_vote].map(|id| estimate.model.number(id)));
    // Five percent more pay: about 4,300 zł more to ask for, and own money grows too.
    let mut set = |label: &str, text: &str| {
        let (sheet, row, column) = place(&book, "Założenia", label);
        for cell in [column + 1, column + 2, column + 3] {
            let cell = book.sheets[sheet].cells.get_mut(&(row, cell)).expect("a value");
            if cell.formula.is_none() {
                cell.value = ReadValue::Number(Exact::parse_decimal(text).expect("a number"));
            }
        }
        recomputed(&book)
    };
    let raised = set("Podwyżka ogólna (%)", "0.05");
    let more = &raised[0] - &before[0];
    assert!(more > Exact::whole(4_200) && more < Exact::whole(4_400), "{more}");
    assert!(raised[2] > before[2]);
    // A cut by half changes the award and own money, not the request.
    let cut = set("Przyznana część wnioskowanych kosztów zatrudnienia", "0.5");
    assert_eq!(cut[0], raised[0]);
    assert!(cut[1] < raised[1]);
    assert_eq!(&cut[1] + &cut[2], &raised[1] + &raised[2]);
}

#[test]
fn this_year_given_as_an_earlier_one_is_listed_once() {
    let twice = estimated(2026, None, vec![sample("gmina-2024"), sample("gmina-2025")]);
    assert_eq!(twice.years.iter().map(|y| y.year).collect::<Vec<_>>(), [2024, 2025]);
}

#[test]
fn every_sheet_says_first_that_the_rules_are_assumed() {
    let bytes = workbook(&mut estimated(2026, None, vec![sample("gmina-2024")]));
    let book = book::read("szacunek.xlsx", &bytes).expect("a workbook");
    for sheet in &book.sheets {
        let said = sheet.text(0, 0).unwrap_or_default();
        assert!(said.starts_with("ZAŁOŻENIE na 2026 r.: zasady jak w 2025 r."), "{}: {said}", sheet.name);
    }
    let names: Vec<&str> = book.sheets.iter().map(|s| s.name.as_str()).collect();
    for name in [
        "Zapotrzebowanie",
        "Do wpisania w CAS",
        "Warianty",
        "Gotówka",
        "Wnioski i lata",
        "Wrażliwość",
        "Założenia",
    ] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    // The same input gives the same bytes.
    assert_eq!(workbook(&mut estimated(2026, None, vec![sample("gmina-2024")])), bytes);
}

#[test]
fn a_year_without_announced_rates_needs_them_from_the_plan() {
    let missing = estimated(2027, None, Vec::new());
    assert!(missing.estimate.is_none() && missing.has_errors());
    assert!(missing.findings.iter().any(|f| f.code.name == "plan-year-without-rates"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut given = estimated(2027, Some(plan_with_rates(folder.path())), Vec::new());
    let estimate = given.estimate.as_ref().expect("an estimate");
    let asked = [0, 1, 2].map(|scenario| estimate.model.money(estimate.scenarios[scenario].sums.asked));
    assert!(asked[0] < asked[1] && asked[1] < asked[2], "{asked:?}");
    workbook(&mut given);
}

fn program(line: &str, folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
    command.args(line.split_whitespace()).current_dir(folder).output().expect("the program starts")
}

#[test]
fn the_terminal_shows_three_variants_and_bars_within_a_hundred_columns() {
    let root = support::root();
    for (language, words) in
        [("pl", ["WNIOSEK RAZEM", "ZAŁOŻENIE"]), ("en", ["REQUEST IN ALL", "ASSUMPTION"])]
    {
        let line = format!(
            "szacuj sample-data/gmina-2025 --for 2026 --programme {EDITION} --earlier sample-data/gmina-2024 --lang {language}"
        );
        let out = program(&line, root);
        let text = String::from_utf8(out.stdout).expect("text");
        assert_eq!(out.status.code(), Some(0), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
        assert_eq!(text.lines().filter(|line| line.contains('█') && line.contains('░')).count(), 7, "{text}");
        assert!(text.contains("2024") && text.contains("2025"));
    }
}

#[test]
fn the_json_result_carries_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("szacunek.xlsx");
    let line = format!(
        "estimate sample-data/gmina-2025 --for 2026 --programme {EDITION} --earlier sample-data/gmina-2024 --json --out {}",
        out.display()
    );
    let done = program(&line, support::root());
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(json["for"], 2026);
    assert_eq!(json["rules_assumed"], true);
    assert_eq!(json["scenarios"].as_array().map(Vec::len), Some(3));
    let base = &json["scenarios"][1];
    assert_eq!(base["scenario"], "base");
    assert_eq!(base["totals"]["requested_employment"], "85932.55");
    assert_eq!(base["totals"]["expected_employment"], "82173.00");
    assert_eq!(base["months"].as_array().map(Vec::len), Some(12));
    assert_eq!(base["months"][0]["employment_cost"], "23870.16");
    for key in
        ["own_money_to_vote", "thirteenth_salary", "outside_programme", "most_laid_out", "cost_per_family"]
    {
        assert!(base["totals"][key].is_string(), "{key}");
    }
    let keys: Vec<&str> =
        json["assumptions"].as_array().expect("rows").iter().filter_map(|a| a["key"].as_str()).collect();
    for key in ["raise_percent", "award_share_employment", "arrival_month", "families"] {
        assert!(keys.contains(&key), "{key}: {keys:?}");
    }
    assert_eq!(json["years"][0]["year"], 2024);
    assert!(json["second_engine"]["formulas"].as_u64().is_some_and(|n| n > 5_000));
    assert!(out.is_file());
    // Not a second time without being told to.
    let again = program(&line, support::root());
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn errors_in_this_year_s_tables_stop_the_estimate_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("dane");
    fs::create_dir(&data).expect("a folder");
    for entry in fs::read_dir(support::root().join("examples/samples/gmina-2025")).expect("the sample") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a table");
        let text = text.replacen("A01;2025-03;168;168;6200,00", "A01;2025-03;168;168;sześć tysięcy", 1);
        fs::write(data.join(path.file_name().expect("a name")), text).expect("a copy");
    }
    let line = format!("estimate dane --for 2026 --programme {EDITION} --out szacunek.xlsx");
    let out = program(&line, folder.path());
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert_eq!(out.status.code(), Some(1), "{text}");
    assert!(text.contains("place.csv") && text.contains("szacunek nie powstał"), "{text}");
    assert!(!folder.path().join("szacunek.xlsx").exists());
}

/// The sample with some of its tables put otherwise; nothing: left out.
fn sample_with(folder: &Path, changed: &[(&str, Option<&str>)]) {
    for entry in fs::read_dir(support::root().join("examples/samples/gmina-2025")).expect("the sample") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        if !changed.iter().any(|(n, _)| *n == name) {
            fs::copy(&path, folder.join(&name)).expect("a copy");
        }
    }
    for (name, text) in changed {
        if let Some(text) = text {
            fs::write(folder.join(name), text).expect("a table");
        }
    }
}

fn estimated_of(folder: &Path) -> Estimated {
    let job = Job { inputs: vec![folder.to_path_buf()], ..Job::default() };
    let programme = EDITION.to_owned();
    run(&Asked { job, year: 2026, programme, plan: None, earlier: Vec::new() }).expect("the tables are read")
}

/// A number that is not given is no nought, and a cost for each of no families is nothing to divide.
#[test]
fn the_workbook_is_written_when_nobody_has_families() {
    let ended = "Identyfikator rodziny;Identyfikator asystenta;Od;Do\n\
                 R1;A01;2025-01-01;2025-06-30\n";
    for table in [None, Some(ended)] {
        let folder = tempfile::tempdir().expect("a folder");
        sample_with(folder.path(), &[("rodziny.csv", table)]);
        let mut estimated = estimated_of(folder.path());
        assert!(!workbook(&mut estimated).is_empty());
        let estimate = estimated.estimate.as_ref().expect("an estimate");
        for figures in &estimate.scenarios {
            assert!(estimate.model.value(figures.sums.per_family).is_blank());
            assert!(figures.persons.iter().all(|p| estimate.model.value(p.per_family).is_blank()));
        }
    }
}
