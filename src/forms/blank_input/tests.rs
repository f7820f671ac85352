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
    let expected =
        ["Instrukcja", "Umowa", "Środki", "Zatrudnienie", "Płace", "Nieobecności", "Rodziny", "Odczytania"];
    assert_eq!(names, expected);
}

#[test]
fn each_figure_that_the_texts_do_not_tell_has_a_line_of_help() {
    let edition = edition("asystent-rodziny-2020");
    let book = book(&edition, None);
    let help = book.sheets.iter().find(|s| s.name == "Instrukcja").expect("a sheet");
    let texts: Vec<&str> = help
        .cells
        .values()
        .filter_map(|c| if let Content::Text(t) = &c.content { Some(t.as_str()) } else { None })
        .collect();
    assert!(!edition.open.is_empty());
    for figure in &edition.open {
        let line = format!("Nazwa: {}. Wartość na przykład: {}.", figure.name, figure.example);
        assert!(texts.iter().any(|text| text.starts_with(&line)), "{texts:?}");
    }
    let readings = book.sheets.iter().find(|s| s.name == "Odczytania").expect("a sheet");
    assert_eq!(readings.column_formats.get(&1), Some(&Format::Text));
}

#[test]
fn columns_follow_the_shape_of_the_edition() {
    let old = book(&edition("asystent-rodziny-2019"), None);
    let pay = old.sheets.iter().find(|s| s.name == "Płace").expect("a sheet");
    assert!(headers(pay).contains(&"Wynagrodzenie brutto (zł)"));
    assert!(!headers(pay).contains(&"Wynagrodzenie zasadnicze (zł)"));
    assert!(!headers(pay).contains(&"Godziny przepracowane (h)"));
    let absences = |id: &str| book(&edition(id), None).sheets.iter().any(|s| s.name == "Nieobecności");
    assert!(!absences("asystent-rodziny-2019") && !absences("asystent-rodziny-2023"));
    assert!(absences("dodatek-motywacyjny-2024-2027") && absences("asystent-rodziny-2025"));
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
            if ["Instrukcja", "Umowa", "Środki", "Odczytania"].contains(&sheet.name.as_str()) {
                &[]
            } else {
                &[1]
            };
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

/// Fills a row of a table by column key: the one given, or the next free one below the example.
fn fill(book: &mut Book, id: TableId, at: Option<u32>, cells: &[(&str, Content)]) {
    let described = schema::table(id);
    let sheet = book.sheets.iter_mut().find(|s| s.name == described.sheet).expect("a sheet");
    let row = at.unwrap_or(sheet.extent().0 + 1);
    for (key, content) in cells {
        let header = described.column(key).expect("a column").header;
        let (row, column) = if id == TableId::Agreement {
            let named = |c: &crate::grid::Cell| c.content == Content::Text(header.to_owned());
            let at = sheet.cells.iter().find(|((_, column), c)| *column == 0 && named(c)).expect("a field").0;
            (at.0, 1)
        } else {
            let at = headers(sheet).iter().position(|h| *h == header).expect("a column");
            (row, u32::try_from(at).expect("few columns"))
        };
        let role = Role::Input;
        let format = sheet.cells.get(&(row, column)).map(|c| c.format);
        let format = format.or(sheet.column_formats.get(&column).copied()).unwrap_or_default();
        sheet.put(row, column, role, format, content.clone());
    }
}

fn text(words: &str) -> Content {
    Content::Text(words.to_owned())
}

fn number(decimal: &str) -> Content {
    Content::Number(Exact::parse_decimal(decimal).expect("a decimal"))
}

fn on(iso: &str) -> Content {
    Content::Number(Exact::whole(Day::parse_iso(iso).expect("a day").serial()))
}

#[test]
fn filled_in_it_is_read_without_a_finding() {
    let mut book = book(&edition("asystent-rodziny-2025"), None);
    fill(
        &mut book,
        TableId::Agreement,
        None,
        &[
            ("voivodeship", text("lubelskie")),
            ("teryt", text("0613011")),
            ("municipality", text("Przykładowo")),
            ("unit", text("GOPS w Przykładowie")),
            ("request_day", on("2025-10-25")),
            ("agreement_number", text("1/2025")),
            ("agreement_day", on("2025-11-20")),
            ("level", number("0.3")),
        ],
    );
    for row in [1, 2] {
        let amounts = [("awarded", number("2400")), ("received", number("2400.50"))];
        fill(&mut book, TableId::Funds, Some(row), &amounts);
    }
    fill(
        &mut book,
        TableId::Employment,
        None,
        &[
            ("assistant", text("01")),
            ("form", text("umowa o pracę")),
            ("fte", text("3/4")),
            ("from", on("2024-01-01")),
            ("seniority_rate", number("0.05")),
        ],
    );
    fill(
        &mut book,
        TableId::Pay,
        None,
        &[
            ("assistant", text("01")),
            ("month", text("2025-03")),
            ("hours", number("126")),
            ("base", number("5000.01")),
            ("supplement", number("200")),
            ("payroll", text("1/2")),
            ("paid_on", on("2025-03-28")),
        ],
    );
    let families = [("family", text("R1")), ("assistant", text("01")), ("from", on("2025-02-01"))];
    fill(&mut book, TableId::Families, None, &families);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dane.xlsx");
    crate::output::write(&book, &crate::calc::Model::default(), &path, false).expect("written");
    let read = crate::intake::read(&[path]).expect("read");
    assert!(read.findings.is_empty(), "{:#?}", read.findings);
    let submission = read.submission;
    assert_eq!((submission.employments.len(), submission.payments.len()), (1, 1), "the example is skipped");
    let fte = submission.employments[0].fte.as_ref().expect("a post");
    assert_eq!(fte.value, Exact::ratio(3, 4).expect("not zero"));
    assert_eq!(submission.payments[0].month.value.to_string(), "2025-03");
    assert_eq!(submission.employments[0].assistant.value, "01");
    assert_eq!((submission.families.len(), submission.absences.len()), (1, 0));
}

#[test]
fn as_it_is_written_only_what_the_clerk_must_fill_is_missing() {
    for id in Catalogue::built_in().ids() {
        let book = book(&edition(id), Day::new(2026, 1, 10));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("dane.xlsx");
        crate::output::write(&book, &crate::calc::Model::default(), &path, false).expect("written");
        let read = crate::intake::read(&[path]).expect("read");
        let other = read.findings.iter().map(|f| f.code.name);
        let other: Vec<&str> =
            other.filter(|name| !["required-blank", "lone-text-skipped"].contains(name)).collect();
        assert!(other.is_empty(), "{id}: {other:?}");
    }
}

#[test]
fn the_workbook_of_a_plan_is_recognised_and_holds_what_is_announced() {
    let edition = edition("asystent-rodziny-2025");
    let book = plan_book(&edition, 2027).expect("a year of the calendar");
    let names: Vec<&str> = book.sheets.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Instrukcja", "Założenia", "Podwyżki", "Zmiany kadrowe"]);
    for sheet in &book.sheets[1..] {
        let table = schema::TABLES.iter().find(|t| t.sheet == sheet.name).expect("a table");
        let seen = headers(sheet);
        assert!(seen.iter().all(|h| table.columns.iter().any(|c| c.header == *h)), "{seen:?}");
        assert!(
            table.recognised_by.iter().all(|key| table.column(key).is_some_and(|c| seen.contains(&c.header)))
        );
    }
    let figures = &book.sheets[1];
    let row = |label: &str| {
        let cell = figures.cells.iter().find(|(_, c)| c.content == Content::Text(label.to_owned()));
        let ((row, _), _) = cell.unwrap_or_else(|| panic!("no row {label}"));
        let text = |column: u32| figures.cells.get(&(*row, column)).map(|c| c.content.clone());
        (text(2), text(4))
    };
    // Announced for 2027; the rates of 2027 are not, so they stay blank and the newest known is told.
    let (wage, source) = row("Minimalne wynagrodzenie (zł)");
    assert_eq!(wage, Some(Content::Number(Exact::whole(4_950))));
    assert_eq!(source, Some(Content::Text("Dz.U. 2026 poz. 1213 (potwierdzone)".to_owned())));
    let (pension, source) = row("Składka emerytalna pracodawcy (%)");
    assert_eq!(pension, Some(Content::Blank));
    let told = "NIE OGŁOSZONO na 2027 r. Ostatnia znana: 9,76% (31.12.2026)";
    assert_eq!(source, Some(Content::Text(told.to_owned())));
    assert_eq!(row("Podwyżka ogólna (%)").0, Some(Content::Blank), "nobody announces a raise");
}

#[test]
fn instructions_of_a_year_without_an_edition_do_not_say_that_programme_and_period_are_written() {
    for known in [true, false] {
        let sheet = words::carried(&of_2024(), known, &carried::Carried::default(), 2024);
        let says = |part: &str| {
            let text = |cell: &crate::grid::Cell| matches!(&cell.content, Content::Text(text) if text.contains(part));
            sheet.cells.values().any(text)
        };
        assert_eq!(says("są już wpisane"), known);
        assert_eq!(says("są puste. Układ"), !known);
    }
}
