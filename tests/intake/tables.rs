//! Tables and cells: where they are found, what they say, what is wrong with them.

use std::path::Path;

use rozlicz::intake::read;
use rozlicz::records::{Datum, TableId};
use rozlicz::units::{Exact, Month};
use rust_xlsxwriter::{Format, Formula};

use crate::make::{FUNDS, codes, fact, find, folder, place, read_one, sheet_at, workbook, zipped};

#[test]
fn wrong_cells_are_named_by_address_and_their_rows_rejected() {
    let dir = folder();
    let path = sheet_at(
        &dir,
        "dane.xlsx",
        "Pieniądze",
        (4, 2),
        &[FUNDS, &["dodatki", "", "", "2024-03-01"], &["koszty zatrudnienia", "2.000", "", "1.3.24"]],
        |page| {
            page.write_number(5, 3, 12.345).expect("a cell");
            page.write_formula(5, 4, Formula::new("=NA()").set_result("#N/A")).expect("a cell");
        },
    );
    let intake = read_one(&path);
    let at = |code| place(&intake, find(&intake, code));
    assert_eq!(at("amount-finer-than-grosz"), "dane.xlsx › Pieniądze › D6");
    assert_eq!(at("error-cell"), "dane.xlsx › Pieniądze › E6");
    assert_eq!(at("ambiguous-number"), "dane.xlsx › Pieniądze › D7");
    assert_eq!(at("unreadable-day"), "dane.xlsx › Pieniądze › F7");
    assert_eq!(intake.submission.funds.len(), 2);
    assert!(intake.submission.funds.iter().all(|f| f.rejected));
    assert_eq!(
        intake.submission.table(TableId::Funds).map(|t| t.header_at.to_string()).as_deref(),
        Some("C5")
    );
}

#[test]
fn a_missing_header_is_offered_the_nearest_one() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Płace",
        &[
            &["Identyfikator asystenta", "Miesiac", "Wynagrodzenie zasadnicze (zł)", "Data zaplty"],
            &["A1", "2024-03"],
        ],
    ));
    let finding = find(&intake, "missing-header");
    assert_eq!(place(&intake, finding), "dane.xlsx › Płace › D1");
    assert_eq!(
        format!("{:?} {:?}", finding.seen, finding.expected),
        "Some(Text(\"Data zaplty\")) Some(Text(\"Data zapłaty\"))"
    );
}

#[test]
fn text_that_begins_like_a_formula_stays_text() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Zatrudnienie",
        &[
            &["Identyfikator asystenta", "Imię i nazwisko", "Forma zatrudnienia", "Zatrudniony od"],
            &["A1", "=1+1", "umowa o pracę", "2024-01-01"],
        ],
    ));
    let name = intake.submission.employments[0].name.as_ref().map(|n| n.value.as_str());
    assert_eq!(name, Some("=1+1"));
    assert!(codes(&intake).is_empty());
}

#[test]
fn a_formula_without_a_result_is_not_a_blank() {
    let dir = folder();
    let path = dir.path().join("dane.xlsx");
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Składnik</t></is></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>Przyznano (zł)</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>dodatki</t></is></c>\
        <c r=\"B2\"><f>1+1</f><v></v></c></row></sheetData></worksheet>";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let bytes = zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns:r=\"{relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"b\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    std::fs::write(&path, bytes).expect("a file");
    let intake = read_one(&path);
    assert_eq!(codes(&intake), ["formula-without-result"]);
    assert_eq!(place(&intake, &intake.findings[0]), "dane.xlsx › S › B2");
}

#[test]
fn a_percentage_and_a_plain_amount_typed_in_odczytania_are_taken_as_shown() {
    let dir = folder();
    let header: &[&str] = &["Nazwa", "Wartość", "Podstawa", "Kto przyjął"];
    let path = sheet_at(&dir, "o.xlsx", "Odczytania", (0, 0), &[header], |page| {
        for (row, name) in (1..).zip(["supplement.share", "supplement.amount", "supplement.hours"]) {
            page.write_string(row, 0, name).expect("a cell");
        }
        page.write_number_with_format(1, 1, 0.8, &Format::new().set_num_format("0%")).expect("a cell");
        page.write_number(2, 1, 1700).expect("a cell");
        page.write_number_with_format(3, 1, 0.5, &Format::new().set_num_format("0.00")).expect("a cell");
    });
    let values: Vec<String> =
        read_one(&path).submission.readings.iter().map(|row| row.value.value.clone()).collect();
    assert_eq!(values, ["80%", "1700", "0.5"]);
}

#[test]
fn percent_and_duration_formats_are_heeded() {
    let dir = folder();
    let path = sheet_at(
        &dir,
        "dane.xlsx",
        "A",
        (0, 0),
        &[
            &["Pole", "Wartość"],
            &["Poziom dofinansowania kosztów zatrudnienia (%)"],
            &["Stopa wypadkowa (%)"],
        ],
        |page| {
            page.write_number_with_format(1, 1, 0.285, &Format::new().set_num_format("0.0%"))
                .expect("a cell");
            page.write_number(2, 1, 0.5).expect("a cell");
            let header = [
                "Identyfikator asystenta",
                "Miesiąc",
                "Godziny przepracowane (h)",
                "Brutto (zł)",
                "Data zapłaty",
            ];
            for (column, text) in (0..).zip(header) {
                page.write_string(5, column, text).expect("a cell");
            }
            page.write_string(6, 0, "A1").expect("a cell");
            page.write_string(6, 1, "marzec 2024").expect("a cell");
            page.write_number_with_format(6, 2, 6.75, &Format::new().set_num_format("[h]:mm"))
                .expect("a cell");
        },
    );
    let intake = read_one(&path);
    let level = intake.submission.agreement.level.as_ref().map(|l| l.value.clone());
    assert_eq!(level, Exact::ratio(285, 1000));
    assert_eq!(place(&intake, find(&intake, "unreadable-percent")), "dane.xlsx › A › B3");
    let payment = &intake.submission.payments[0];
    assert_eq!(payment.hours.as_ref().map(|h| h.value.clone()), Some(Exact::whole(162)));
    assert_eq!(Some(payment.month.value), Month::new(2024, 3));
}

#[test]
fn totals_examples_numbering_and_remarks_are_no_data() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Środki",
        &[
            &["Środki z Programu w 2024 r."],
            FUNDS,
            &["1", "2", "3", "4"],
            &["PRZYKŁAD", "1,00", "", ""],
            &["dodatki", "100,00", "", ""],
            &[],
            &["koszty zatrudnienia", "200,00", "", ""],
            &["Razem", "300,00", "", ""],
            &["Sporządzono na podstawie umowy"],
        ],
    ));
    assert_eq!(intake.submission.funds.len(), 2);
    assert_eq!(codes(&intake), ["total-rows-skipped", "lone-text-skipped"]);
}

#[test]
fn headers_of_two_rows_are_read_as_one() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Lista",
        &[
            &["Lista płac 2024"],
            &["Identyfikator asystenta", "Miesiąc", "Wynagrodzenie", "", "Składka", "", "Data zapłaty"],
            &[
                "",
                "",
                "Wynagrodzenie zasadnicze (zł)",
                "Dodatek stażowy (zł)",
                "emerytalna pracodawcy (zł)",
                "Składka wypadkowa (zł)",
            ],
            &["A1", "2024-03", "5 000,00", "500,00", "536,80", "91,85", "2024-03-28"],
        ],
    ));
    assert!(codes(&intake).is_empty(), "{:?}", intake.findings);
    let table = intake.submission.table(TableId::Pay).expect("a table");
    assert_eq!(table.columns, ["assistant", "month", "base", "seniority", "pension", "accident", "paid_on"]);
    assert_eq!(intake.submission.payments[0].contributions.len(), 2);
}

#[test]
fn several_tables_may_stand_on_one_sheet() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Rodziny - zestawienie",
        &[
            &[
                "Identyfikator asystenta",
                "Liczba rodzin",
                "Liczba dzieci",
                "",
                "Identyfikator asystenta",
                "Miesiąc",
                "Najwyższa liczba rodzin",
            ],
            &["A1", "10", "20", "", "A1", "2024-01", "9"],
            &["gmina", "10", "20", "", "A1", "2024-02", "10"],
            &[],
            &["Kod", "Wyjaśnienie", "Kto", "Data"],
            &["hours-below-threshold", "urlop", "kierownik", "2024-07-01"],
        ],
    ));
    assert!(codes(&intake).is_empty(), "{:?}", intake.findings);
    assert_eq!(intake.submission.family_totals.len(), 2);
    assert_eq!(intake.submission.caseload_months.len(), 2);
    assert_eq!(intake.submission.explanations.len(), 1);
}

#[test]
fn an_agreement_is_found_with_and_without_its_headers() {
    let dir = folder();
    let headed = workbook(
        &dir,
        "a.xlsx",
        "Umowa",
        &[
            &["Pole", "Wartość"],
            &["Nazwa gminy", "Gmina Przykładowo"],
            &["Program", "asystent-rodziny-2025"],
            &["Okres od", "2025-01-01"],
            &["Okres do", "31.12.2025"],
            &["Uwagi", "brak"],
        ],
    );
    let intake = read_one(&headed);
    assert_eq!(codes(&intake), ["unknown-fields"]);
    assert_eq!(
        intake.submission.agreement.period_to.as_ref().map(|d| d.at.to_string()).as_deref(),
        Some("B5")
    );
    let bare = workbook(
        &dir,
        "b.xlsx",
        "Dane",
        &[
            &[],
            &["", "Gmina:", "", "Gmina Przykładowo"],
            &["", "Program", "", "asystent-rodziny-2025"],
            &["", "Okres od", "", "2025-01-01"],
            &["", "Okres do", "", "2025-06-30"],
        ],
    );
    let intake = read_one(&bare);
    assert!(codes(&intake).is_empty(), "{:?}", intake.findings);
    let both = read(&[headed, bare]).expect("readable");
    let finding = find(&both, "field-given-twice");
    assert_eq!(place(&both, finding), "b.xlsx › Dane › D5");
    assert_eq!(finding.related.len(), 1);
}

#[test]
fn missing_tables_are_named_once_each() {
    let dir = folder();
    let intake = read_one(&workbook(&dir, "a.xlsx", "x", &[FUNDS, &["dodatki", "1,00", "", ""]]));
    let missing: Vec<String> = intake.findings.iter().map(|f| fact(f, "table")).collect();
    assert_eq!(missing, ["Text(\"Umowa\")", "Text(\"Zatrudnienie\")", "Text(\"Płace\")"]);
}

#[test]
fn fields_of_the_agreement_are_rows_of_its_table() {
    let dir = folder();
    let path =
        workbook(&dir, "a.xlsx", "Umowa", &[&["Pole", "Wartość"], &["Program", "x"], &["Nazwa gminy", "y"]]);
    let intake = read_one(&path);
    let table = intake.submission.table(TableId::Agreement).expect("a table");
    let field = table.rows[0].fields.get("programme").expect("a field");
    assert_eq!((field.at.to_string(), &field.datum), ("B2".to_owned(), &Some(Datum::Text("x".to_owned()))));
    assert_eq!(intake.findings.iter().filter(|f| f.code.name == "missing-field").count(), 2);
}

#[test]
fn the_awkward_sample_is_read_without_errors() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/awkward");
    let intake = read(&[path]).expect("the sample is part of the project");
    let sources = &intake.submission.sources;
    let shown: Vec<String> = intake
        .findings
        .iter()
        .map(|f| {
            format!(
                "{:?} {} {}",
                f.severity,
                f.code.name,
                f.at.map(|at| sources.place(at)).unwrap_or_default()
            )
        })
        .collect();
    assert!(!rozlicz::finding::has_errors(&intake.findings), "{shown:#?}");
    let s = &intake.submission;
    assert_eq!((s.funds.len(), s.employments.len(), s.payments.len(), s.families.len()), (2, 2, 18, 3));
    assert_eq!(s.table(TableId::Pay).map(|t| t.header_at.to_string()).as_deref(), Some("C5"), "{shown:#?}");
    let base: i64 = s.payments.iter().filter_map(|p| Some(p.base.as_ref()?.value.grosze())).sum();
    assert_eq!(base, 12 * 520_000 + 6 * 260_000);
    let hours: Vec<_> = s.payments.iter().filter_map(|p| Some(p.hours.as_ref()?.value.clone())).collect();
    assert_eq!((hours.len(), &hours[0]), (18, &Exact::whole(168)));
    assert_eq!(s.employments[1].fte.as_ref().map(|f| f.value.clone()), Exact::ratio(1, 2));
    assert_eq!(s.employments[0].seniority_rate.as_ref().map(|f| f.value.clone()), Exact::ratio(1, 10));
    assert_eq!(s.agreement.level.as_ref().map(|f| f.value.clone()), Exact::ratio(285, 1000));
    assert_eq!(s.agreement.teryt.as_ref().map(|t| t.value.as_str()), Some("3099012"));
}

#[test]
fn the_empty_workbook_is_read_without_a_note() {
    let dir = folder();
    let catalogue = rozlicz::programme::catalogue::Catalogue::built_in();
    for id in catalogue.ids() {
        let programme = catalogue.get(id).expect("a programme of ours");
        let path = dir.path().join(format!("{id}.xlsx"));
        let book = rozlicz::forms::blank_input::book(&programme, None);
        rozlicz::output::write(&book, &rozlicz::calc::Model::default(), &path, false).expect("written");
        let intake = read_one(&path);
        let left: Vec<String> = intake
            .findings
            .iter()
            .filter(|f| f.code.name != "required-blank")
            .map(|f| format!("{} {}", f.code.name, place(&intake, f)))
            .collect();
        assert!(left.is_empty(), "{id}: {left:?}");
        let elsewhere = intake.findings.iter().map(|f| place(&intake, f)).find(|p| !p.contains("› Umowa ›"));
        assert_eq!(elsewhere, None, "{id}: only fields of the agreement are for the clerk to write");
    }
}

#[test]
fn an_agreement_below_a_table_ends_it() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "a.xlsx",
        "Wszystko",
        &[
            FUNDS,
            &["dodatki", "1,00", "", ""],
            &[],
            &["Sporządziła:", "Anna Przykładowa"],
            &["Pole", "Wartość"],
            &["Nazwa gminy", "Gmina Przykładowo"],
            &["Program", "asystent-rodziny-2025"],
            &["Okres od", "2025-01-01"],
            &["Okres do", "2025-12-31"],
        ],
    ));
    assert_eq!(codes(&intake), ["lone-text-skipped"]);
    assert_eq!(intake.submission.funds.len(), 1);
    assert!(intake.submission.agreement.period_to.is_some());
}

#[test]
fn a_shifted_column_does_not_drown_the_reader() {
    let dir = folder();
    let mut text = FUNDS.join(";") + "\n";
    for _ in 0..3_000 {
        text.push_str("dodatki;dwa;trzy;2024-03-01\n");
    }
    let path = dir.path().join("a.csv");
    std::fs::write(&path, text).expect("a file");
    let intake = read_one(&path);
    assert_eq!(find(&intake, "too-many-errors").at.map(|at| at.row), Some(502));
    assert!(intake.findings.len() < 1_100);
}

#[test]
fn a_component_alone_is_data_and_no_remark() {
    let dir = folder();
    let intake =
        read_one(&workbook(&dir, "a.xlsx", "Środki", &[FUNDS, &["dodatki"], &["koszty zatrudnienia"]]));
    assert!(codes(&intake).is_empty(), "{:?}", codes(&intake));
    assert_eq!(intake.submission.funds.len(), 2);
}

#[test]
fn a_slip_in_a_needed_header_is_an_error_and_in_another_a_warning() {
    use rozlicz::finding::Severity;
    let dir = folder();
    let read_pay = |name: &str, headers: &[&str]| {
        let table: Vec<&str> = ["Identyfikator asystenta", "Miesiąc", "Data zapłaty"]
            .into_iter()
            .chain(headers.iter().copied())
            .collect();
        read_one(&workbook(&dir, name, "Płace", &[&table, &["A1", "2024-03", "2024-03-28", "100"]]))
    };
    let similar = |intake: &rozlicz::intake::Intake| {
        let of = |f: &&rozlicz::finding::Finding| f.code.name == "similar-header";
        intake.findings.iter().filter(of).map(|f| f.severity).collect::<Vec<_>>()
    };
    let wrong = read_pay("1.xlsx", &["Wynagrodzenie zasadncze", "Dodatek z Programu (zł)"]);
    assert_eq!(similar(&wrong), [Severity::Error]);
    assert!(wrong.submission.payments.iter().all(|p| p.rejected));
    let doubtful = read_pay("2.xlsx", &["Wynagrodzenie zasadnicze (zł)", "PPK pracodwacy (zł)"]);
    assert_eq!(similar(&doubtful), [Severity::Warning]);
    let others = read_pay(
        "3.xlsx",
        &[
            "Wynagrodzenie zasadnicze (zł)",
            "Wynagrodzenie netto (zł)",
            "Składka emerytalna pracownika (zł)",
            "§ 4010 (zł)",
            "Skł. wypadkowa",
            "FP (zł)",
        ],
    );
    assert_eq!(codes(&others), ["unknown-columns"]);
    assert_eq!(fact(find(&others, "unknown-columns"), "count"), "Count(3)");
}

#[test]
fn a_slip_in_a_field_of_the_agreement_is_named() {
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Umowa",
        &[
            &["Pole", "Wartość"],
            &["Nazwa gminy", "Kalinowo"],
            &["Program", "asystent-rodziny-2024"],
            &["Okres od", "2024-01-01"],
            &["Okres do", "2024-12-31"],
            &["Numer umowyy", "17/2024"],
            &["Kolor segregatora", "zielony"],
        ],
    ));
    assert_eq!(codes(&intake), ["similar-header", "unknown-fields"]);
    let finding = find(&intake, "similar-header");
    assert_eq!(finding.severity, rozlicz::finding::Severity::Error);
    assert_eq!(place(&intake, finding), "dane.xlsx › Umowa › A6");
}

#[test]
fn what_no_amount_depends_on_is_a_warning_and_keeps_its_row() {
    use rozlicz::finding::Severity;
    let dir = folder();
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Zatrudnienie",
        &[
            &[
                "Identyfikator asystenta",
                "Forma zatrudnienia",
                "Zatrudniony od",
                "Podstawa kwalifikacji",
                "Pracownik socjalny",
            ],
            &["A1", "o pracę", "2024-01-01", "studia", "chyba"],
        ],
    ));
    assert_eq!(codes(&intake), ["unknown-word", "unreadable-yes-no"]);
    assert!(intake.findings.iter().take(2).all(|f| f.severity == Severity::Warning));
    assert!(!intake.submission.employments[0].rejected);
    let intake = read_one(&workbook(
        &dir,
        "rodziny.xlsx",
        "Rodziny",
        &[
            &["Identyfikator rodziny", "Identyfikator asystenta", "Od", "Liczba dzieci", "Kategoria"],
            &["R1", "A1", "2024-01-01", "dwoje", "trudna"],
        ],
    ));
    assert_eq!(codes(&intake), ["unreadable-count", "unknown-word"]);
    assert!(!intake.submission.families[0].rejected);
}

#[test]
fn sums_are_known_by_their_word_anywhere_or_by_their_place() {
    let dir = folder();
    let header = &[
        "Lp.",
        "Identyfikator asystenta",
        "Miesiąc",
        "Wynagrodzenie zasadnicze (zł)",
        "Dodatek stażowy (zł)",
        "Data zapłaty",
        "Uwagi",
    ];
    let intake = read_one(&workbook(
        &dir,
        "dane.xlsx",
        "Płace",
        &[
            header,
            &["1", "A1", "2024-01", "100,00", "10,00", "2024-01-28", "razem z dopłatą"],
            &["", "", "I kwartał razem", "100,00", "10,00"],
            &["", "", "", "100,00", "10,00", "", "Razem"],
            &["2", "A1", "2024-02", "100,00", "10,00", "2024-02-28"],
            &["", "", "", "200,00", "20,00"],
        ],
    ));
    assert_eq!(codes(&intake), ["unknown-columns", "total-rows-skipped"]);
    assert_eq!(fact(find(&intake, "total-rows-skipped"), "count"), "Count(3)");
    assert_eq!(intake.submission.payments.len(), 2);
    // Above the last named row it may be a payment whose identifier was forgotten.
    let intake = read_one(&workbook(
        &dir,
        "inne.xlsx",
        "Płace",
        &[
            header,
            &["1", "", "", "100,00", "10,00"],
            &["2", "A1", "2024-02", "100,00", "10,00", "2024-02-28"],
        ],
    ));
    assert!(codes(&intake).contains(&"required-blank"));
}

#[test]
fn a_blank_field_speaks_of_the_field_and_gives_no_strange_example() {
    use rozlicz::locale::{Language, Locale};
    let dir = folder();
    let path = workbook(
        &dir,
        "dane.xlsx",
        "Umowa",
        &[&["Pole", "Wartość"], &["Nazwa gminy"], &["Program"], &["Okres od"], &["Okres do", "2024-12-31"]],
    );
    let intake = read_one(&path);
    let locale = Locale::new(Language::Polish);
    let shown: Vec<String> = intake
        .findings
        .iter()
        .filter(|f| f.code.name == "required-blank")
        .map(|f| rozlicz::finding::render::rendered(f, &intake.submission.sources, &locale))
        .map(|f| format!("{} {}{}", f.message, f.expected, f.hint))
        .collect();
    assert_eq!(shown[0], "Pole „Nazwa gminy” jest puste, a musi być wypełnione. Wpisz wartość.");
    assert!(shown[2].ends_with("na przykład: 2025-03-01."), "{shown:?}");

    let job = rozlicz::pipeline::Job { inputs: vec![path], ..Default::default() };
    let run = rozlicz::pipeline::run(&job).expect("a run");
    let about_programme: Vec<_> = run
        .findings
        .iter()
        .filter(|f| f.at.is_some_and(|at| at.to_string() == "B3"))
        .map(|f| f.code.name)
        .collect();
    assert_eq!(about_programme, ["programme-missing"]);
}
