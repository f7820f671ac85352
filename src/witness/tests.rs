use rust_xlsxwriter::{Formula, Workbook};

use super::*;
use crate::calc::{Expr, Model as Figures};
use crate::grid::{Book, Role, Sheet};
use crate::locale::{Language, Locale};
use crate::output;
use crate::units::Day;

fn number(decimal: &str) -> Exact {
    Exact::parse_decimal(decimal).expect("a decimal")
}

/// One sheet `Kwoty` with a formula in every cell of the first column; results stored as given.
fn workbook(formulas: &[(&str, Value, Format)]) -> Prepared {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Kwoty").expect("a name");
    let mut live = Vec::new();
    for (row, (text, result, format)) in (0u32..).zip(formulas) {
        let stored = match result {
            Value::Blank => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(n) => n.to_short(10),
        };
        sheet.write_formula(row, 0, Formula::new(*text).set_result(stored)).expect("written");
        let (text, result) = ((*text).to_owned(), result.clone());
        live.push(LiveFormula { sheet: 0, at: (row, 0), text, result, format: *format, step: None });
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    Prepared { bytes, sheets: vec!["Kwoty".to_owned()], cells: live.len(), formulas: live }
}

fn amount(decimal: &str) -> Value {
    Value::Number(number(decimal))
}

fn difference(refusal: Result<Agreement, Refusal>) -> Difference {
    match refusal {
        Err(Refusal::Differs(difference)) => *difference,
        other => unreachable!("a difference was planted: {other:?}"),
    }
}

#[test]
fn the_version_is_the_one_that_is_built_in() {
    let lock = include_str!("../../Cargo.lock");
    for package in ["ironcalc", "ironcalc_base"] {
        let named = format!("name = \"{package}\"\nversion = \"{ENGINE_VERSION}\"\n");
        assert!(lock.contains(&named), "{package} is not {ENGINE_VERSION}");
    }
}

#[test]
fn equal_results_of_every_kind_agree() {
    let found = compare(&workbook(&[
        ("10.10+20.20", amount("30.30"), Format::Money),
        ("1/3", Value::Number(Exact::ratio(1, 3).expect("not zero")), Format::Unrounded),
        ("ROUND(2.675,2)", amount("2.68"), Format::Money),
        ("IF(1=1,\"\",1)", Value::Blank, Format::Money),
        ("IF(1=1,\"świadczenie\",\"\")", Value::Text("świadczenie".into()), Format::Text),
        ("0.1+0.2-0.3", amount("0"), Format::Money),
    ]));
    assert_eq!(found, Ok(Agreement { formulas: 6 }));
}

#[test]
fn a_result_off_by_one_grosz_is_refused_with_the_cell_both_values_and_the_formula() {
    let good = ("1+1", amount("2"), Format::Money);
    let found = difference(compare(&workbook(&[good, ("100.10+0.20", amount("100.31"), Format::Money)])));
    assert_eq!((found.sheet.as_str(), found.cell.as_str()), ("Kwoty", "A2"));
    assert_eq!(found.formula, "=100.10+0.20");
    assert_eq!(found.expected, shown(&amount("100.31"), Format::Money));
    assert_eq!(found.found, shown(&amount("100.30"), Format::Money));
    assert_eq!(found.cells, 1);
    let (key, facts) = Refusal::Differs(Box::new(found)).message();
    let text = Locale::of(Language::Polish).text(key, &facts);
    for part in ["„Kwoty”, komórka A2", "100,31", "100,30", "=100.10+0.20", "IronCalc 0.9.1"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_rounding_would_hide_is_refused() {
    for (text, expected, format) in [
        ("0.0149", "0.01", Format::Money),
        ("0.00500001", "0.01", Format::Money),
        ("0.33334", "0.33333", Format::Factor),
        ("123456.00001", "123456", Format::Unrounded),
        ("45678.5", "45678", Format::Day),
    ] {
        let found = compare(&workbook(&[(text, amount(expected), format)]));
        assert!(matches!(found, Err(Refusal::Differs(_))), "{text} for {expected}");
    }
}

#[test]
fn another_kind_of_result_is_refused() {
    for (text, expected) in [
        ("0", Value::Blank),
        ("IF(1=1,\"\",1)", amount("0")),
        ("IF(1=1,\"2\",1)", amount("2")),
        ("1=1", amount("1")),
        ("IF(1=1,\"tak\",1)", Value::Text("TAK".into())),
    ] {
        let found = compare(&workbook(&[(text, expected.clone(), Format::General)]));
        assert!(matches!(found, Err(Refusal::Differs(_))), "{text} for {expected:?}");
    }
}

#[test]
fn a_formula_that_the_engine_cannot_compute_is_refused() {
    for (text, error) in [("NIEZNANA(1)", "#NAME?"), ("1/0", "#DIV/0!"), ("A1+1", "#CIRC!")] {
        let found = difference(compare(&workbook(&[(text, amount("1"), Format::Money)])));
        assert_eq!(found.found, Shown::Text(error.to_owned()), "{text}");
    }
}

#[test]
fn a_formula_that_was_written_and_not_listed_or_listed_and_not_written_is_refused() {
    let mut workbook = workbook(&[("1", amount("1"), Format::Money), ("2", amount("2"), Format::Money)]);
    let lost = workbook.formulas.pop();
    assert_eq!(compare(&workbook), Err(Refusal::Count { written: 1, found: 2 }));
    workbook.formulas.extend([lost.clone(), lost].into_iter().flatten());
    assert_eq!(compare(&workbook), Err(Refusal::Count { written: 3, found: 2 }));
}

#[test]
fn the_result_that_is_stored_beside_a_formula_is_not_what_the_engine_tells() {
    let mut workbook =
        workbook(&[("1+1", amount("99"), Format::Money), ("A1*2", amount("98"), Format::Money)]);
    assert!(matches!(compare(&workbook), Err(Refusal::Differs(_))));
    for (formula, right) in workbook.formulas.iter_mut().zip(["2", "4"]) {
        formula.result = amount(right);
    }
    assert_eq!(compare(&workbook), Ok(Agreement { formulas: 2 }));
}

#[test]
fn a_formula_of_another_text_in_the_bytes_is_refused_although_its_stored_result_is_right() {
    let sound = workbook(&[("10*2", amount("20"), Format::Money), ("A1+5", amount("25"), Format::Money)]);
    for (first, second) in [("10*3", "A1+5"), ("10*2", "A1+6"), ("10*2", "A2+5"), ("10*2", "B1+5")] {
        let other = workbook(&[(first, amount("20"), Format::Money), (second, amount("25"), Format::Money)]);
        let found = compare(&Prepared { bytes: other.bytes, ..sound.clone() });
        assert!(matches!(found, Err(Refusal::Differs(_))), "{first} {second}: {found:?}");
    }
    assert_eq!(compare(&sound), Ok(Agreement { formulas: 2 }));
}

#[test]
fn a_formula_that_is_no_formula_or_names_what_is_not_there_is_refused() {
    for text in ["1+", "kwota", "SUM(A:A)", "'Inny'!A1", "SUM({1,1})", "1 2 A1"] {
        let found = compare(&workbook(&[(text, amount("1"), Format::Money)]));
        let Err(Refusal::Unable { reason }) = found else { unreachable!("{text}: {found:?}") };
        assert!(reason.contains("Kwoty") && reason.contains(text), "{reason}");
    }
}

#[test]
fn bytes_that_are_no_workbook_and_a_panic_are_refusals() {
    let broken = Prepared { bytes: b"PK\x03\x04".to_vec(), ..workbook(&[]) };
    assert!(matches!(compare(&broken), Err(Refusal::Unable { .. })));
    let panicked = guarded::<()>(|| std::panic::resume_unwind(Box::new("engine")));
    assert!(matches!(panicked, Err(Refusal::Unable { .. })));
}

#[test]
fn the_step_that_began_it_is_named_and_not_a_sum_that_took_it_over() {
    let mut figures = Figures::default();
    let paid = figures.parameter("wypłacono", Format::Money, amount("100"));
    let half = Expr::Mul(vec![Expr::Ref(paid), Expr::Number(number("0.5"))]);
    let share = figures.formula("udział", Format::Money, half);
    let sum = figures.formula("razem", Format::Money, Expr::Add(vec![Expr::Ref(share), Expr::Ref(paid)]));
    let (mut form, mut steps) = (Sheet::named("Formularz"), Sheet::named("Kroki"));
    form.official = true;
    form.node(&figures, 0, 0, Role::Body, sum);
    form.node(&figures, 1, 0, Role::Body, share);
    steps.node(&figures, 0, 0, Role::Body, sum);
    steps.node(&figures, 1, 0, Role::Body, share);
    steps.node(&figures, 2, 0, Role::Body, paid);
    let created = Day::new(2026, 1, 10).expect("a day");
    let book = Book { title: String::new(), created, sheets: vec![form, steps] };
    let rendered = output::prepare(&book, &figures).expect("rendered");
    let formulas = output::live_formulas(&book, &figures, &book.layout(&figures));
    assert_eq!(compare(&rendered), Ok(Agreement { formulas }));

    figures.plant(share, amount("50.01"));
    figures.plant(sum, amount("150.01"));
    let rendered = output::prepare(&book, &figures).expect("rendered");
    let found = difference(compare(&rendered));
    assert_eq!((found.sheet.as_str(), found.cell.as_str()), ("Kroki", "A2"), "{found:?}");
    assert_eq!(found.cells, 4);
}

#[test]
fn every_refusal_has_words_and_a_remedy_in_both_languages() {
    let planted = difference(compare(&workbook(&[("1", amount("2"), Format::Money)])));
    let several = Difference { cells: 3, ..planted.clone() };
    let all = [
        Refusal::Differs(Box::new(planted)),
        Refusal::Differs(Box::new(several)),
        Refusal::Count { written: 5, found: 4 },
        Refusal::Unable { reason: "zip".to_owned() },
    ];
    for language in [Language::Polish, Language::English] {
        let locale = Locale::new(language);
        for refusal in &all {
            let (key, facts) = refusal.message();
            assert!(locale.has(&format!("{key}-hint")), "{key}");
            let text = locale.text(key, &facts);
            assert!(text.contains(ENGINE_VERSION) && !text.contains('{'), "{text}");
        }
        let differs = |n: usize| {
            let (key, facts) = all[n].message();
            locale.text(key, &facts)
        };
        assert!(differs(1).contains(": 2.") && !differs(0).contains(": 0."), "{}", differs(1));
    }
}
