//! What a protocol says, and that nothing in a workbook can break it.

use super::*;
use crate::audit::{Recomputed, Unverified, cell};
use crate::finding::Finding;
use crate::finding::code::against as codes;
use crate::intake::book::{ReadBook, ReadSheet};

fn report(findings: usize) -> Report {
    let sheet = |name: &str| ReadSheet { name: name.to_owned(), ..ReadSheet::default() };
    let book = ReadBook {
        name: "rozliczenie.xlsx".to_owned(),
        sha256: "ab".repeat(32),
        bytes: 1234,
        sheets: vec![sheet("Część 1"), sheet("Obliczenia")],
        ..ReadBook::default()
    };
    let mut report = Report::on(&book, Subject::Own);
    report.head.edition = "asystent-rodziny-2025".to_owned();
    report.head.period = ("2025-01-01".to_owned(), "2025-12-31".to_owned());
    report.head.municipality = Some("=cmd|' /C calc'!A0".to_owned());
    report.recomputed.push(Recomputed { key: "against-recomputed-formulas", count: 1234 });
    report.unverified.push(Unverified { key: "against-unverified-traces", facts: Vec::new() });
    for n in 0..findings {
        let at = cell(1, u32::try_from(n).unwrap_or(0), 2);
        let finding = Finding::at(&codes::AGAINST_ROW_CHANGED, at)
            .with("table", Fact::Text("Płace".to_owned()))
            .with("row", Fact::Text("=HYPERLINK(\"http://x\")".to_owned()))
            .with("changes", Fact::Text("a".repeat(5_000)))
            .with_seen(Fact::Text("+1+1".to_owned()))
            .with_difference(Money::from_grosze(-150));
        report.findings.push(finding);
    }
    report
}

/// The texts and numbers of the sheet, row by row.
fn lines(book: &Book) -> Vec<String> {
    let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for ((row, _), cell) in &book.sheets[0].cells {
        let text = shown(&cell.content);
        if !text.is_empty() {
            lines.entry(*row).or_default().push(text);
        }
    }
    lines.into_values().map(|cells| cells.join(" | ")).collect()
}

fn facts() -> Facts {
    Facts { verdict: "Znaleziono 2 różnice.".to_owned(), as_of: Day::new(2026, 1, 10), ..Facts::default() }
}

#[test]
fn a_protocol_has_its_parts_in_order_with_amounts_as_numbers() {
    let book = book(&report(2), &facts());
    let lines = lines(&book);
    let at = |begin: &str| {
        lines.iter().position(|line| line.starts_with(begin)).unwrap_or_else(|| panic!("{begin}: {lines:#?}"))
    };
    let order = [
        "Protokół audytu rozliczenia",
        "1. Zakres",
        "Okres | 01.01.2025 - 31.12.2025",
        "2. Dokumenty",
        "3. Co przeliczono",
        "4. Wynik",
        "Znaleziono 2 różnice.",
        "5. Czego nie można było sprawdzić",
        "6. Różnice",
        "dane: zmieniony wiersz | -3.00 | 2.00",
        "Lp. | Miejsce | Jest | Powinno być | Różnica (zł) | Przyczyna | Podstawa | Co zrobić",
        "1.00 | Obliczenia › C1 | +1+1 | -1.50",
        "2.00 | Obliczenia › C2",
        "Sporządził: imię i nazwisko | Sprawdził: imię i nazwisko | data: 10.01.2026",
        "stanowisko | stanowisko",
        "podpis | podpis",
    ];
    let found: Vec<usize> = order.into_iter().map(at).collect();
    assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}\n{lines:#?}");
    assert!(lines.iter().any(|line| line.contains(&"ab".repeat(32)) && line.contains("1234")));
    assert!(book.sheets[0].footer.contains("rozliczenie.xlsx"));
}

#[test]
fn without_a_day_a_line_is_left_to_write_it_on() {
    let book = book(&report(0), &Facts::default());
    let lines = lines(&book);
    assert!(lines.iter().any(|line| line.starts_with("Sporządził") && line.ends_with("| data")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("1.00 | badany skoroszyt | rozliczenie.xlsx")));
    assert!(lines.iter().any(|line| line == "Nie znaleziono różnic."));
}

#[test]
fn thousands_of_differences_and_evil_texts_make_a_workbook_the_same_twice() {
    let report = report(5_000);
    let folder = tempfile::tempdir().expect("a folder");
    let written = |name: &str| {
        let path = folder.path().join(name);
        let book = book(&report, &facts());
        crate::pipeline::write_protocol(&book, &path, false).expect("written");
        std::fs::read(path).expect("a file")
    };
    let bytes = written("a.xlsx");
    assert_eq!(bytes, written("b.xlsx"), "the same report, the same bytes");
    let read = crate::intake::book::read("a.xlsx", &bytes).expect("a workbook");
    let sheet = read.sheet(SHEET).expect("the sheet");
    assert!(sheet.cells.values().all(|cell| cell.formula.is_none()), "no text became a formula");
    let texts: Vec<String> = lines(&book(&report, &facts()));
    assert!(texts.iter().any(|line| line.contains("pozostałe (4600)")), "{:?}", texts.last());
    assert!(texts.iter().any(|line| line.ends_with("-7500.00 | 5000.00")), "all are summed, printed or not");
    assert!(texts.iter().all(|line| line.chars().count() < 4 * LONGEST), "a cell can be printed");
    assert!(sheet.cells.keys().map(|(row, _)| *row).max() < Some(1_000));
}

#[test]
fn two_settlements_have_their_amounts_side_by_side() {
    let zloty = |n| Some(Exact::whole(n));
    let row = Amount {
        label: "dofinansowanie".to_owned(),
        older: zloty(100),
        newer: zloty(90),
        difference: zloty(-10),
        parts: [zloty(-4), zloty(-6), zloty(0)],
    };
    let unknown = Amount { older: None, difference: None, parts: [None, None, None], ..row.clone() };
    let amounts = Some(Amounts { rows: vec![row, unknown], more: 7 });
    let lines = lines(&book(&report(1), &Facts { amounts, ..facts() }));
    let text = lines.join("\n").replace('\u{a0}', " ");
    assert!(
        text.contains(
            "dofinansowanie | 100.00 | 90.00 | -10.00 | zasady -4,00 zł, dane -6,00 zł, program 0,00 zł"
        ),
        "{text}"
    );
    assert!(text.contains("dofinansowanie | 90.00 | nie rozdzielono"), "{text}");
    assert!(text.contains("Było") && !text.contains("Powinno być") && text.contains("(7)"), "{text}");
}

#[test]
fn no_protocol_says_that_everything_was_checked() {
    for subject in [Subject::Own, Subject::OwnWithoutTrace, Subject::Foreign] {
        let mut report = report(0);
        report.subject = subject;
        report.unverified.clear();
        let lines = lines(&book(&report, &facts()));
        assert!(lines.iter().any(|line| line.starts_with("Nie widziano list płac, umowy")), "{subject:?}");
        assert!(!lines.iter().any(|line| line.contains("Sprawdzono wszystko")), "{subject:?}");
    }
}
