//! The working sheets of a small municipality: sums, counts, homes of figures.

use super::testing::{case, day, named, row_of, shown, small_2025};
use crate::calc::{Origin, Value};
use crate::grid::{Content, Resolved};
use crate::records::TableId;

#[test]
fn zzz_scratch_workbook() {
    let mut case = small_2025();
    let book = case.book(&[], false);
    let path = std::path::Path::new("/tmp/c2-small.xlsx");
    crate::output::write(&book, &case.settled.model, path, true).expect("written");
}

#[test]
fn the_paragraphs_add_up_to_the_settlement() {
    let mut case = small_2025();
    let book = case.book(&[], false);
    let sheet = named(&book, "Paragrafy");
    let row = row_of(sheet, 4, "Różnica (musi wynosić 0,00)");
    for column in 7..=10 {
        assert_eq!(shown(&book, &case.settled, "Paragrafy", (row, column)), "0.00", "column {column}");
    }
    let codes: Vec<String> = (0..row)
        .map(|r| shown(&book, &case.settled, "Paragrafy", (r, 3)))
        .filter(|t| t.len() == 4 && !t.contains('.'))
        .collect();
    assert_eq!(codes, ["2690", "4010", "4110", "4120", "4170", "4710"]);
}

#[test]
fn a_family_handed_over_on_a_day_is_not_one_too_many() {
    let mut case = small_2025();
    let book = case.book(&[], false);
    let sheet = named(&book, "Część rzeczowa");
    let (a1, column) = (row_of(sheet, 1, "Razem w gminie (rodzina liczona raz)") - 2, 10);
    // A1: R1 and R2 until 14 April, R1 and R3 from 15 April on, when R2 goes to A2.
    assert_eq!(shown(&book, &case.settled, "Część rzeczowa", (a1, column)), "2.00");
    assert_eq!(shown(&book, &case.settled, "Część rzeczowa", (a1 + 1, column)), "2.00");
    assert_eq!(shown(&book, &case.settled, "Część rzeczowa", (a1, 11)), "15.00");
}

#[test]
fn every_formula_fits_a_cell_and_every_input_has_its_home_on_a_data_sheet() {
    let mut case = small_2025();
    let book = case.book(&[], true);
    let model = &case.settled.model;
    let layout = book.layout(model);
    for (index, sheet) in book.sheets.iter().enumerate() {
        assert!(sheet.draft && sheet.name.chars().count() <= 31, "{}", sheet.name);
        for (at, cell) in &sheet.cells {
            if let Resolved::Formula(text, _) = book.resolve(model, &layout, index, *at, cell) {
                assert!(text.len() < 8000, "{} {at:?}", sheet.name);
            }
            if let Content::Node(id) = cell.content
                && let Origin::Input(_) = model.node(id).origin
            {
                let home = layout.homes[&id];
                assert!(book.sheets[home.sheet].name.starts_with("Dane - "), "{}", sheet.name);
            }
        }
    }
}

#[test]
fn text_that_begins_with_an_equals_sign_stays_text() {
    let mut case = small_2025();
    let book = case.book(&[], false);
    let sheet = named(&book, "Dane - Umowa");
    let row = row_of(sheet, 0, "Nazwa jednostki realizującej");
    let index = book.sheets.iter().position(|s| s.name == "Dane - Umowa").expect("a sheet");
    let layout = book.layout(&case.settled.model);
    let cell = &sheet.cells[&(row, 1)];
    assert_eq!(
        book.resolve(&case.settled.model, &layout, index, (row, 1), cell),
        Resolved::Text("=1+1".to_owned())
    );
}

#[test]
fn late_contributions_go_to_no_paragraph() {
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day\n2025-10-20"),
            (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 1500.00 1500.00"),
            (TableId::Employment, "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01"),
            (
                TableId::Pay,
                "assistant month hours nominal_hours base pension labour_fund paid_on contributions_paid_on\n\
                 A1 2025-03 168 168 5000.00 500.00 100.00 2025-03-28 2026-01-05",
            ),
        ],
    );
    let book = case.book(&[], false);
    let sheet = named(&book, "Paragrafy");
    let row = row_of(sheet, 3, "4110");
    assert_eq!(shown(&book, &case.settled, "Paragrafy", (row, 7)), "0.00");
    assert_eq!(shown(&book, &case.settled, "Paragrafy", (row - 1, 7)), "5000.00");
    assert_eq!(case.settled.period.last, day("2025-12-31"));
    assert!(!matches!(case.settled.model.value(case.settled.totals.task_cost), Value::Blank));
}
