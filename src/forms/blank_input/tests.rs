//! The empty workbook against the schema.

use super::*;
use crate::programme::Catalogue;

fn edition(id: &str) -> Programme {
    Catalogue::built_in().get(id).expect("an edition")
}

fn of_2024() -> Programme {
    edition("asystent-rodziny-2024")
}

fn headers(sheet: &Sheet) -> Vec<&str> {
    let texts = sheet.cells.iter().filter(|((row, _), _)| *row == 0).map(|(_, cell)| &cell.content);
    texts.filter_map(|c| if let Content::Text(t) = c { Some(t.as_str()) } else { None }).collect()
}

#[test]
fn headers_are_canonical_and_every_table_is_recognised_by_them() {
    let book = book(&of_2024(), None);
    for sheet in &book.sheets {
        let Some(table) = schema::TABLES.iter().find(|t| t.sheet == sheet.name) else {
            assert_eq!(sheet.name, "Instrukcja");
            continue;
        };
        if table.id == TableId::Agreement {
            assert_eq!(headers(sheet), ["Pole", "Wartość"]);
            continue;
        }
        let seen = headers(sheet);
        assert!(seen.iter().all(|h| table.columns.iter().any(|c| c.header == *h)), "{seen:?}");
        for key in table.recognised_by {
            let header = table.column(key).expect("in the schema").header;
            assert!(seen.contains(&header), "{}: {header}", sheet.name);
        }
    }
    let names: Vec<&str> = book.sheets.iter().map(|s| s.name.as_str()).collect();
    let expected = ["Instrukcja", "Umowa", "Środki", "Zatrudnienie", "Płace", "Nieobecności", "Rodziny"];
    assert_eq!(names, expected);
}

#[test]
fn columns_follow_the_shape_of_the_edition() {
    let old = book(&edition("asystent-rodziny-2019"), None);
    let pay = old.sheets.iter().find(|s| s.name == "Płace").expect("a sheet");
    assert!(headers(pay).contains(&"Wynagrodzenie brutto (zł)"));
    assert!(!headers(pay).contains(&"Wynagrodzenie zasadnicze (zł)"));
    assert!(!headers(pay).contains(&"Godziny przepracowane (h)"));
    assert!(!old.sheets.iter().any(|s| s.name == "Nieobecności"));
    let new = book(&of_2024(), None);
    let pay = new.sheets.iter().find(|s| s.name == "Płace").expect("a sheet");
    assert!(!headers(pay).contains(&"Wynagrodzenie brutto (zł)"));
    assert!(headers(pay).contains(&"Godziny przepracowane (h)"));
}

#[test]
fn agreement_and_funds_are_filled_as_far_as_the_edition_knows() {
    let book = book(&of_2024(), None);
    let texts = |name: &str| -> Vec<String> {
        let sheet = book.sheets.iter().find(|s| s.name == name).expect("a sheet");
        let contents = sheet.cells.values().map(|cell| &cell.content);
        contents.filter_map(|c| if let Content::Text(t) = c { Some(t.clone()) } else { None }).collect()
    };
    assert!(texts("Umowa").contains(&"asystent-rodziny-2024".to_owned()));
    assert!(texts("Umowa").contains(&"Data złożenia wniosku VII-XII".to_owned()));
    let funds = texts("Środki");
    let rows = &funds[funds.len() - 8..];
    assert_eq!(
        rows,
        [
            "dodatki",
            "I-VI",
            "dodatki",
            "VII-XII",
            "koszty zatrudnienia",
            "I-VI",
            "koszty zatrudnienia",
            "VII-XII"
        ]
    );
}

#[test]
fn every_table_with_an_identifier_has_one_example_row() {
    for sheet in book(&of_2024(), None).sheets {
        let marked = sheet.cells.iter().filter(|(_, c)| c.content == Content::Text(EXAMPLE.to_owned()));
        let rows: std::collections::BTreeSet<u32> = marked.map(|((row, _), _)| *row).collect();
        let expected: &[u32] =
            if ["Instrukcja", "Umowa", "Środki"].contains(&sheet.name.as_str()) { &[] } else { &[1] };
        assert!(rows.iter().eq(expected), "{}", sheet.name);
    }
}

#[test]
fn what_a_spreadsheet_would_turn_into_a_day_stands_in_a_text_column() {
    let book = book(&of_2024(), None);
    for (name, header) in
        [("Zatrudnienie", "Wymiar etatu"), ("Płace", "Miesiąc"), ("Płace", "Numer listy płac")]
    {
        let sheet = book.sheets.iter().find(|s| s.name == name).expect("a sheet");
        let at = headers(sheet).iter().position(|h| *h == header).expect("a column");
        let column = u32::try_from(at).expect("few columns");
        assert_eq!(sheet.column_formats.get(&column), Some(&Format::Text), "{header}");
    }
}

#[test]
fn every_list_fits_into_a_drop_down() {
    for sheet in book(&of_2024(), None).sheets {
        for limit in sheet.validations {
            let joined = limit.list.join(",").replace('"', "\"\"");
            assert!(joined.chars().count() <= 255, "{joined}");
            assert!(limit.list.iter().all(|w| !w.contains(',')), "{joined}");
            assert!(limit.prompt.chars().count() <= 200, "{}", limit.prompt);
        }
    }
}

#[test]
fn an_edition_settled_year_by_year_is_prepared_for_the_year_before_the_winter() {
    let programme = edition("dodatek-motywacyjny-2024-2027");
    let january = Day::new(2026, 1, 10);
    let asked = period(&programme, january).expect("a year");
    assert_eq!(
        (asked.first, asked.last),
        (Day::new(2025, 1, 1).expect("day"), Day::new(2025, 12, 31).expect("day"))
    );
    assert!(period(&programme, None).is_none());
    let book = book(&programme, january);
    let pay = book.sheets.iter().find(|s| s.name == "Płace").expect("a sheet");
    assert!(headers(pay).contains(&"Dodatek motywacyjny (zł)"));
    assert!(pay.validations.iter().any(|v| v.list.first().is_some_and(|m| m == "2025-01")));
}
