//! The working sheets of a small municipality: sums, counts, homes of figures.

use super::testing::{case, day, named, row_of, shown, small_2025};
use crate::calc::{Origin, Value};
use crate::grid::{Content, Resolved};
use crate::records::{TableId, schema};

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
                let home = layout.homes.get(id).expect("every shown node has a home");
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

/// The same people and pay under every shape of rules: each part of the paragraphs adds up to the settlement.
#[test]
fn the_paragraphs_add_up_under_every_shape() {
    let editions = [
        ("asystent-rodziny-2019", "2019"),
        ("asystent-rodziny-2021", "2021"),
        ("asystent-rodziny-2022", "2022"),
        ("asystent-rodziny-2023", "2023"),
        ("asystent-rodziny-2024", "2024"),
        ("asystent-rodziny-2025", "2025"),
        ("dodatek-motywacyjny-2024-2027", "2025"),
    ];
    for (programme, year) in editions {
        let dated = |text: &str| text.replace("YYYY", year);
        let (first, last) = (dated("YYYY-01-01"), dated("YYYY-12-31"));
        let agreement = dated("period_from period_to request_day\nYYYY-01-01 YYYY-12-31 YYYY-10-01");
        let employment = dated(
            "assistant form fte from to\nA1 umowa_o_pracę 2/3 2018-01-01 -\n\
             A2 umowa_o_pracę 1 2018-01-01 YYYY-12-15\nA3 umowa_zlecenie 1/3 YYYY-02-01 -",
        );
        let pay = dated(
            "assistant month nominal_hours hours base seniority other_contributory supplement motivation pension labour_fund fgsp contributions on_other paid_on\n\
             A1 YYYY-11 160 130 3333.33 111.11 77.77 1234.56 666.66 503.21 131.07 5.11 - - YYYY-12-20\n\
             A1 YYYY-12 160 133 3333.34 111.11 - 1100.00 666.67 500.00 129.99 5.10 - - YYYY-12-30\n\
             A2 YYYY-11 160 140 4100.07 410.01 0.03 2201.00 1000.00 - - - 1515.15 0.01 YYYY-12-20\n\
             A3 YYYY-11 160 55 1717.17 - - 700.70 - 230.03 60.06 - - - YYYY-12-21",
        );
        // Only 2024 knows half-years.
        let half = if year == "2024" { ["half_year", "VII-XII"] } else { ["source", "Fundusz_Pracy"] };
        let funds = format!(
            "component awarded received {}\ndodatki 4444.44 5000.00 {half}\nkoszty_zatrudnienia 3210.99 3210.99 {half}",
            half[0],
            half = half[1]
        );
        let mut case = case(
            programme,
            (&first, &last),
            &[
                (TableId::Agreement, &agreement),
                (TableId::Funds, &funds),
                (TableId::Employment, &employment),
                (TableId::Pay, &pay),
            ],
        );
        let book = case.book(&[], false);
        let row = row_of(named(&book, "Paragrafy"), 4, "Różnica (musi wynosić 0,00)");
        let total: String = shown(&book, &case.settled, "Paragrafy", (row - 2, 7));
        assert_ne!(total, "0.00", "{programme}");
        for column in 7..=10 {
            let difference = shown(&book, &case.settled, "Paragrafy", (row, column));
            assert_eq!(difference, "0.00", "{programme}, column {column}");
        }
    }
}

/// Families of many assistants, each with columns that are blank in most rows, under `asystent-rodziny-2025`.
fn families(assistants: usize, each: usize) -> (super::testing::Case, crate::grid::Book) {
    let mut employment = vec!["assistant form fte from".to_owned()];
    let mut pay =
        vec!["assistant month hours nominal_hours base supplement pension labour_fund paid_on".to_owned()];
    let mut families =
        vec!["family assistant from to children category end_reason assessment_day".to_owned()];
    for a in 1..=assistants {
        let form = if a % 2 == 0 { "umowa_o_pracę" } else { "umowa_zlecenie" };
        employment.push(format!("A{a} {form} 1 2018-01-01"));
        for month in (1..=12).filter(|m| m % 5 > 0) {
            pay.push(format!("A{a} 2025-{month:02} 160 160 5000.00 - 500.00 100.00 2025-{month:02}-28"));
        }
        for f in 1..=each {
            let end = if f == 1 { "2025-12-30 1 - cel_osiągnięty -" } else { "- - - - -" };
            families.push(format!("R{a}x{f} A{a} 2025-0{}-11 {end}", 1 + f % 9));
        }
    }
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day\n2025-10-20"),
            (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 1500.00 1500.00"),
            (TableId::Employment, &employment.join("\n")),
            (TableId::Pay, &pay.join("\n")),
            (TableId::Families, &families.join("\n")),
        ],
    );
    let book = case.book(&[], false);
    (case, book)
}

#[test]
fn no_formula_grows_long_with_six_hundred_families() {
    for (assistants, each) in [(40, 15), (3, 200), (1, 600)] {
        let (case, book) = families(assistants, each);
        let model = &case.settled.model;
        let layout = book.layout(model);
        let mut formulas = 0;
        for (index, sheet) in book.sheets.iter().enumerate() {
            for (at, cell) in &sheet.cells {
                if let Resolved::Formula(text, _) = book.resolve(model, &layout, index, *at, cell) {
                    assert!(text.len() < 4000, "{} {at:?}: {}", sheet.name, text.len());
                    formulas += 1;
                }
            }
        }
        assert!(formulas > 600 * 10, "{formulas}");
        let sheet = named(&book, "Część rzeczowa");
        let row = row_of(sheet, 1, "cel osiągnięty");
        assert_eq!(
            shown(&book, &case.settled, "Część rzeczowa", (row, 2)),
            format!("{assistants}.00"),
            "each assistant ended one"
        );
    }
}

#[test]
fn a_family_without_a_last_day_asks_the_blank_cell_for_it() {
    let (case, book) = families(1, 2);
    let model = &case.settled.model;
    let layout = book.layout(model);
    let index = book.sheets.iter().position(|s| s.name == "Rodziny - kroki").expect("a sheet");
    let sheet = &book.sheets[index];
    let (first, last) = (sheet.freeze.expect("headings").0, sheet.extent().0);
    for row in first..=last {
        for column in [9, 14, 16] {
            let cell = &sheet.cells[&(row, column)];
            let resolved = book.resolve(model, &layout, index, (row, column), cell);
            assert!(
                matches!(&resolved, Resolved::Formula(text, _) if text.contains("'Dane - Rodziny'!")),
                "row {row}, column {column}: {resolved:?}"
            );
        }
    }
}

/// Every pay column blank in one month and given in the other.
fn blank_month() -> (super::testing::Case, crate::grid::Book) {
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day\n2025-10-20"),
            (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 1500.00 -"),
            (TableId::Employment, "assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 -"),
            (
                TableId::Pay,
                "assistant month hours nominal_hours base seniority other_contributory supplement motivation pension labour_fund fgsp ppk other_public paid_on\n\
                 A1 2025-03 168 168 5000.00 - - - - 500.00 100.00 - - - 2025-03-28\n\
                 A1 2025-04 168 168 5000.00 1.00 2.00 3.00 4.00 500.00 100.00 - 5.00 6.00 2025-04-28",
            ),
        ],
    );
    let book = case.book(&[], false);
    (case, book)
}

#[test]
fn a_blank_cell_of_pay_is_asked_by_every_sheet_that_shows_its_column() {
    let (case, book) = blank_month();
    let model = &case.settled.model;
    let layout = book.layout(model);
    let pay = named(&book, "Dane - Płace");
    let row = pay.freeze.expect("headings").0;
    // What the formulas of a sheet ask for, through all steps between.
    let asked = |name: &str| {
        let sheet = named(&book, name);
        let mut todo: Vec<crate::calc::NodeId> = sheet
            .cells
            .values()
            .filter_map(|c| if let Content::Node(id) = c.content { Some(id) } else { None })
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(id) = todo.pop() {
            if seen.insert(id)
                && let Origin::Formula(expr) = &model.node(id).origin
            {
                expr.refs(&mut |other| todo.push(other));
            }
        }
        seen
    };
    for name in ["Wykaz imienny", "Paragrafy", "Paragrafy - kroki", "Paragrafy - podział"] {
        let asked = asked(name);
        for key in ["supplement", "fgsp", "ppk", "other_public", "seniority"] {
            let heading = schema::table(TableId::Pay).column(key).expect("a column").header;
            let mut headings = pay.cells.iter().filter(|((r, _), _)| *r == row - 2);
            let found = headings.find(|(_, c)| c.content == Content::Text(heading.to_owned()));
            let column = found.unwrap_or_else(|| panic!("no column {heading}")).0.1;
            let Content::Node(id) = pay.cells[&(row, column)].content else { panic!("an input cell") };
            assert!(layout.homes.get(id).is_some() && asked.contains(&id), "{name}: {heading}");
        }
    }
    assert!(row_of(named(&book, "Paragrafy"), 3, "FGŚP") > 0);
    let index = book.sheets.iter().position(|s| s.name == "Paragrafy - kroki").expect("a sheet");
    let steps = &book.sheets[index];
    // January and February have no pay.
    let row = steps.freeze.expect("headings").0 + 2;
    for column in [5, 6] {
        let at = (row, column);
        let formula = book.resolve(model, &layout, index, at, &steps.cells[&at]);
        let asks = matches!(&formula, Resolved::Formula(text, _) if text.contains("'Dane - Płace'!"));
        assert!(asks, "column {column}: {formula:?}");
    }
}

#[test]
fn a_total_of_the_list_has_no_gap_where_a_month_is_blank() {
    let (case, book) = blank_month();
    let layout = book.layout(&case.settled.model);
    let index = book.sheets.iter().position(|s| s.name == "Wykaz imienny").expect("a sheet");
    let sheet = &book.sheets[index];
    let row = row_of(sheet, 1, "RAZEM");
    let mut sums = 0;
    for column in 14..=sheet.extent().1 {
        let resolved =
            book.resolve(&case.settled.model, &layout, index, (row, column), &sheet.cells[&(row, column)]);
        if let Resolved::Formula(text, _) = resolved {
            assert!(!text.contains(',') && text.contains(':'), "{text}");
            sums += 1;
        }
    }
    assert!(sums > 10, "{sums}");
}

#[test]
fn the_sibling_has_no_paragraph_of_service_contracts() {
    let mut case = case(
        "dodatek-motywacyjny-2024-2027",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day\n2025-10-20"),
            (
                TableId::Employment,
                "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01\nA2 umowa_zlecenie - 2018-01-01",
            ),
            (
                TableId::Pay,
                "assistant month base motivation pension paid_on\n\
                 A1 2025-03 5000.00 1000.00 500.00 2025-03-28\nA2 2025-03 3000.00 - 300.00 2025-03-28",
            ),
        ],
    );
    let book = case.book(&[], false);
    let texts: Vec<String> = (0..40).map(|r| shown(&book, &case.settled, "Paragrafy", (r, 3))).collect();
    assert!(texts.contains(&"4010".to_owned()) && !texts.contains(&"4170".to_owned()), "{texts:?}");
}

#[test]
fn bank_interest_of_the_agreement_is_shown_among_the_parameters() {
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day bank_interest\n2025-10-20 12.34"),
            (TableId::Employment, "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01"),
        ],
    );
    let book = case.book(&[], false);
    let row = row_of(named(&book, "Parametry"), 1, "Odsetki bankowe (zł)");
    assert_eq!(shown(&book, &case.settled, "Parametry", (row, 2)), "12.34");
}

/// Two months of blank hours in 2025, one with leave and training, and one month with hours given.
fn with_absences() -> (super::testing::Case, crate::grid::Book) {
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "request_day head_of_unit\n2025-10-20 Nowa"),
            (TableId::Funds, "component awarded received\ndodatki 1500.00 1500.00"),
            (TableId::Employment, "assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 -"),
            (
                TableId::Pay,
                "assistant month hours base supplement pension labour_fund paid_on\n\
                 A1 2025-03 - 5000.00 250.00 500.00 100.00 2025-03-28\n\
                 A1 2025-04 - 5000.00 250.00 500.00 100.00 2025-04-28\n\
                 A1 2025-05 123 5000.00 250.00 500.00 100.00 2025-05-28",
            ),
            (
                TableId::Absences,
                "assistant from to kind\nA1 2025-03-03 2025-03-07 urlop_wypoczynkowy\n\
                 A1 2025-03-10 2025-03-10 szkolenie\nA1 2025-05-05 2025-05-05 choroba",
            ),
        ],
    );
    let book = case.book(&[], false);
    (case, book)
}

#[test]
fn the_sheet_of_hours_shows_what_was_reckoned_and_what_was_given() {
    let (case, book) = with_absences();
    let row = |n: u32| -> Vec<String> {
        let first = named(&book, "Czas pracy").freeze.expect("headings").0;
        (3..14).map(|column| shown(&book, &case.settled, "Czas pracy", (first + n, column))).collect()
    };
    let hours = |text: &str| text.split(' ').map(|t| t.trim_matches('-').to_owned()).collect::<Vec<_>>();
    let march = hours("168.00 1.00 168.00 40.00 - - - - 8.00 128.00 policzone");
    assert_eq!(row(0), march);
    assert_eq!(row(1), hours("168.00 1.00 168.00 - - - - - - 168.00 policzone"));
    assert_eq!(row(2), hours("160.00 1.00 160.00 - 8.00 - - - - 123.00 podane"));
    let signed = named(&book, "Czas pracy")
        .cells
        .values()
        .any(|c| matches!(&c.content, Content::Text(text) if text == "kierownik jednostki, data: Nowa"));
    assert!(signed);
}

#[test]
fn hours_reckoned_are_formulas_over_days_from_the_calendar() {
    let (case, book) = with_absences();
    let model = &case.settled.model;
    let layout = book.layout(model);
    let index = book.sheets.iter().position(|s| s.name == "Obliczenia - czas pracy").expect("a sheet");
    let sheet = &book.sheets[index];
    let first = sheet.freeze.expect("headings").0;
    let formulas = (0..=sheet.extent().1)
        .filter_map(|column| {
            let cell = sheet.cells.get(&(first + 1, column))?;
            match book.resolve(model, &layout, index, (first + 1, column), cell) {
                Resolved::Formula(text, _) => Some(text),
                _ => None,
            }
        })
        .collect::<Vec<_>>();
    assert!(formulas.iter().any(|f| f.contains('*') && f.contains('/')), "{formulas:?}");
}

#[test]
fn without_absences_there_is_no_sheet_of_hours() {
    let (_, book) = blank_month();
    assert!(book.sheets.iter().all(|s| s.name != "Czas pracy" && s.name != "Obliczenia - czas pracy"));
}
