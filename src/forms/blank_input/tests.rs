//! The empty workbook against the schema.

use super::*;
use crate::programme::Mark;
use crate::programme::rules::{Figure, OwnShareScope, Round};
use crate::records::HalfYear;
use crate::units::{DayRange, Money};

fn figure<T>(value: T) -> Figure<T> {
    Figure { value, mark: Mark::Assumed, source: "sprawdzian".to_owned(), law: None }
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

fn programme(components: Vec<Component>, rounds: Vec<Round>) -> Programme {
    let period = DayRange::new(day("2024-01-01"), day("2024-12-31")).expect("a range");
    Programme {
        id: "asystent-rodziny-2024".to_owned(),
        title: "Program asystent rodziny w 2024 r.".to_owned(),
        act: "M.P. 2023 poz. 1462".to_owned(),
        period: figure(period),
        payment_deadline: figure(period.last),
        report_days: None,
        return_days: None,
        components,
        rounds,
        service_fte_from_hours: None,
        sibling: false,
        revenue_paragraph: figure(String::new()),
        division: figure(String::new()),
        chapter: figure(String::new()),
        form: String::new(),
        readings: Vec::new(),
        digest: String::new(),
    }
}

fn of_2024() -> Programme {
    let half = |half, first, last| Round {
        half_year: Some(half),
        period: DayRange::new(day(first), day(last)).expect("a range"),
    };
    programme(
        vec![
            Component::MonthlySupplement {
                amount: figure(Money::from_grosze(20_000)),
                hours: figure(Exact::whole(120)),
                share_of_cost: figure(Exact::one()),
                own_share_scope: figure(OwnShareScope::AssistantMonth),
            },
            Component::WageShare {
                base: figure(WageBase::BaseAndSeniorityWithContributions),
                ceiling: figure(Exact::one()),
                months: None,
            },
        ],
        vec![
            half(HalfYear::First, "2024-01-01", "2024-06-30"),
            half(HalfYear::Second, "2024-07-01", "2024-12-31"),
        ],
    )
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
    let of_2013 = programme(
        vec![Component::WageShareUnderCeiling {
            base: figure(WageBase::GrossWithContributions),
            by_contract: Vec::new(),
        }],
        vec![Round { half_year: None, period: of_2024().period.value }],
    );
    let old = book(&of_2013, None);
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
