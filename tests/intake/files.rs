//! Files that are no workbooks, cannot be opened or are far too large, and several files at once.

use rozlicz::finding::Severity;
use rozlicz::intake::{IntakeError, read};
use rozlicz::units::Money;
use rust_xlsxwriter::Workbook;
use std::io::Write;

use crate::make::{
    FUNDS, codes, fact, find, folder, ods, place, read_one, record, sheet_at, workbook, write, xls, zipped,
};

#[test]
fn a_path_that_does_not_exist_stops_the_program() {
    let dir = folder();
    assert!(matches!(read(&[dir.path().join("nie-ma.xlsx")]), Err(IntakeError::NotFound { .. })));
    assert!(matches!(read(&[dir.path().to_path_buf()]), Err(IntakeError::NothingToRead { .. })));
}

#[test]
fn what_is_no_workbook_is_named() {
    let dir = folder();
    for (name, bytes) in
        [("list.xlsx", &b"Szanowni Panstwo"[..]), ("pusty.xls", b""), ("obraz.csv", b"\x89PNG\0\0")]
    {
        let intake = read_one(&write(&dir, name, bytes));
        let finding = find(&intake, "not-a-workbook");
        assert_eq!(finding.severity, Severity::Error);
        assert!(fact(finding, "file").contains(name));
    }
    let letter = zipped(&[("word/document.xml", "<w/>"), ("[Content_Types].xml", "<t/>")]);
    assert_eq!(codes(&read_one(&write(&dir, "pismo.docx", &letter))), ["not-a-workbook"]);
}

#[test]
fn encrypted_workbooks_are_told_apart_from_broken_ones() {
    let dir = folder();
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a file");
    file.create_stream("/EncryptedPackage").expect("a stream").write_all(b"secret").expect("content");
    file.flush().expect("written");
    let path = write(&dir, "haslo.xlsx", &file.into_inner().into_inner());
    assert_eq!(codes(&read_one(&path)), ["encrypted-workbook"]);

    let path = write(&dir, "haslo.xls", &xls(&[record(0x002F, &[1, 0])], &[(0, 0)]));
    assert_eq!(codes(&read_one(&path)), ["encrypted-workbook"]);

    let locked = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "not xml"),
        ("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"),
    ]);
    assert_eq!(codes(&read_one(&write(&dir, "haslo.ods", &locked))), ["encrypted-workbook"]);
}

#[test]
fn a_truncated_workbook_is_damaged_at_every_length() {
    let dir = folder();
    let whole =
        std::fs::read(workbook(&dir, "a.xlsx", "Środki", &[FUNDS, &["dodatki", "1", "1", "2024-03-01"]]))
            .expect("bytes");
    for part in [5, 30, whole.len() / 2, whole.len() - 30] {
        let intake = read_one(&write(&dir, "b.xlsx", &whole[..part]));
        assert_eq!(codes(&intake), ["damaged-workbook"], "{part} bytes");
    }
    for part in [512, 1024, 3000] {
        let whole = xls(&[], &[(0, 0)]);
        let intake = read_one(&write(&dir, "b.xls", &whole[..part]));
        assert_eq!(codes(&intake), ["damaged-workbook"], "{part} bytes");
    }
}

#[test]
fn flipped_bytes_never_bring_the_program_down() {
    let dir = folder();
    let rows: &[&[&str]] = &[FUNDS, &["dodatki", "1,00", "1,00", "2024-03-01"]];
    let modern = std::fs::read(workbook(&dir, "a.xlsx", "Środki", rows)).expect("bytes");
    for whole in [modern, xls(&[], &[(0, 0), (3, 4)])] {
        for step in 0..200 {
            let mut broken = whole.clone();
            let at = step * whole.len() / 200;
            broken[at] ^= 0x5A;
            let intake = read_one(&write(&dir, "b.bin.xlsx", &broken));
            assert!(!intake.findings.is_empty());
        }
    }
}

#[test]
fn an_empty_sheet_gets_a_note_and_an_empty_file_an_error() {
    let dir = folder();
    let intake = read_one(&workbook(&dir, "pusty.xlsx", "Arkusz1", &[]));
    assert_eq!(codes(&intake), ["empty-sheet", "no-table-in-file"]);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let dir = folder();
    let rows: &[&[&str]] = &[FUNDS, &["dodatki", "1 000,00", "1 000,00", "2024-03-01"]];
    let path = sheet_at(&dir, "daleko.xlsx", "Środki", (0, 0), rows, |page| {
        page.write_string(1_048_575, 16_383, "x").expect("a cell");
    });
    let intake = read_one(&path);
    assert_eq!(intake.submission.funds.len(), 1);
    assert!(intake.findings.iter().all(|f| f.code.name == "missing-table"), "{:?}", codes(&intake));
}

#[test]
fn an_old_workbook_with_a_far_cell_is_refused_before_it_costs_memory() {
    let dir = folder();
    let bytes = xls(&[], &[(0, 0), (65_535, 255)]);
    assert!(bytes.len() < 8 * 1024);
    let intake = read_one(&write(&dir, "daleko.xls", &bytes));
    assert_eq!(codes(&intake), ["file-too-large"]);
    let intake = read_one(&write(&dir, "blisko.xls", &xls(&[], &[(0, 0), (9, 9)])));
    assert_eq!(codes(&intake), ["sheet-without-table", "no-table-in-file"]);
}

#[test]
fn repeated_cells_of_an_opendocument_sheet_are_refused_only_when_filled() {
    let dir = folder();
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" \
                table:number-columns-repeated=\"16384\"/>";
    let body = format!(
        "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048576\">{cell}\
         </table:table-row></table:table>"
    );
    assert_eq!(codes(&read_one(&write(&dir, "pelny.ods", &ods(&body)))), ["file-too-large"]);

    let text = |t: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>")
    };
    let row = |texts: &[&str]| {
        let cells: String = texts.iter().map(|t| text(t)).collect();
        format!(
            "<table:table-row>{cells}<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
        )
    };
    let body = format!(
        "<table:table table:name=\"Środki\">{}{}<table:table-row table:number-rows-repeated=\"1048000\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        row(FUNDS),
        row(&["dodatki", "1&#160;000,50", "", "2024-03-01"])
    );
    let intake = read_one(&write(&dir, "zwykly.ods", &ods(&body)));
    assert!(codes(&intake).is_empty(), "{:?}", codes(&intake));
    let awarded = intake.submission.funds[0].awarded.as_ref().map(|a| a.value);
    assert_eq!(awarded, Some(Money::from_grosze(100_050)));
}

#[test]
fn a_file_of_200_000_rows_is_refused_with_the_place() {
    let dir = folder();
    let mut text = FUNDS.join(";") + "\n";
    for _ in 0..200_000 {
        text.push_str("dodatki;1 000,00;1 000,00;2024-03-01\n");
    }
    let intake = read_one(&write(&dir, "dlugi.csv", text.as_bytes()));
    let finding = find(&intake, "too-many-rows");
    assert_eq!(place(&intake, finding), "dlugi.csv › dlugi › A10002");
}

#[test]
fn a_zip_bomb_is_not_unfolded() {
    let dir = folder();
    let huge = " ".repeat(40 * 1024 * 1024);
    let bomb = zipped(&[
        ("[Content_Types].xml", "<t/>"),
        ("_rels/.rels", "<r/>"),
        ("xl/workbook.xml", "<w/>"),
        ("xl/worksheets/sheet1.xml", &huge),
    ]);
    assert!(bomb.len() < 100 * 1024);
    let intake = read_one(&write(&dir, "bomba.xlsx", &bomb));
    assert_eq!(codes(&intake), ["file-too-large"]);
}

#[test]
fn a_folder_is_one_submission_and_its_strangers_are_named() {
    let dir = folder();
    workbook(&dir, "b.xlsx", "x", &[FUNDS, &["dodatki", "1,00", "", ""]]);
    write(&dir, "a.csv", (FUNDS.join(";") + "\nkoszty zatrudnienia;2,00;;\n").as_bytes());
    write(&dir, "c.csv", (FUNDS.join(";") + "\nkoszty zatrudnienia;2,00;;\n").as_bytes());
    write(&dir, "~$b.xlsx", b"lock");
    write(&dir, "pismo.pdf", b"%PDF");
    let mut book = Workbook::new();
    for name in ["Kontrole", "Źródła"] {
        book.add_worksheet().set_name(name).expect("a name");
    }
    book.save(dir.path().join("rozliczenie.xlsx")).expect("a file");
    let intake = read(&[dir.path().to_path_buf()]).expect("readable");
    assert_eq!(codes(&intake), ["file-skipped", "same-file-twice", "own-output"]);
    assert!(
        intake.findings.iter().filter(|f| f.code.name == "own-output").all(|f| f.severity == Severity::Note)
    );
    let amounts: Vec<i64> =
        intake.submission.funds.iter().filter_map(|f| Some(f.awarded.as_ref()?.value.grosze())).collect();
    assert_eq!(amounts, [200, 100]);
    assert_eq!(intake.submission.sources.files.len(), 2);
    assert!(intake.submission.sources.files.iter().all(|f| f.sha256.len() == 64));
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let dir = folder();
    workbook(&dir, "dobry.xlsx", "x", &[FUNDS, &["dodatki", "1,00", "", ""]]);
    write(&dir, "zly.xlsx", b"PK\x03\x04");
    let intake = read(&[dir.path().to_path_buf()]).expect("readable");
    assert_eq!(codes(&intake), ["damaged-workbook"]);
    assert_eq!(intake.submission.funds.len(), 1);
}

#[test]
fn a_long_text_in_many_cells_is_refused_and_one_is_cut() {
    let dir = folder();
    let long = "ż".repeat(3_000);
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"900\"><table:table-cell \
         table:number-columns-repeated=\"900\" office:value-type=\"string\"><text:p>{long}</text:p>\
         </table:table-cell></table:table-row>"
    );
    let body = format!("<table:table table:name=\"Dużo\">{row}</table:table>");
    let intake = read_one(&write(&dir, "dane.ods", &ods(&body)));
    let finding = find(&intake, "file-too-large");
    assert_eq!(fact(finding, "limit"), "Text(\"texts\")");
    assert!(format!("{:?}", finding.seen).contains("Dużo › "), "{:?}", finding.seen);

    let header = ["Składnik", "Przyznano (zł)", "Źródło", "Uwagi"];
    let intake = read_one(&workbook(&dir, "uwagi.xlsx", "Środki", &[&header, &["dodatki", "1", "", &long]]));
    assert_eq!(codes(&intake), ["unknown-columns"]);
    let header = ["Nazwa", "Wartość", "Podstawa"];
    let intake = read_one(&workbook(&dir, "odczyt.xlsx", "Odczytania", &[&header, &["a", "b", &long]]));
    assert_eq!(codes(&intake), ["text-too-long"]);
}

#[test]
fn of_a_file_that_cannot_be_read_nothing_is_said_to_be_missing() {
    let dir = folder();
    let path = write(&dir, "umowa.xlsx", b"PK\x03\x04 broken");
    let funds = workbook(&dir, "srodki.xlsx", "Środki", &[FUNDS, &["dodatki", "100,00"]]);
    for inputs in [vec![path.clone()], vec![path, funds]] {
        let job = rozlicz::pipeline::Job { inputs, ..Default::default() };
        let run = rozlicz::pipeline::run(&job).expect("a run");
        let names: Vec<_> = run.findings.iter().map(|f| f.code.name).collect();
        assert_eq!(names, ["damaged-workbook"]);
        let locale = rozlicz::locale::Locale::new(rozlicz::locale::Language::Polish);
        let text =
            run.rendered(&locale).iter().map(|f| format!("{}{}", f.message, f.seen)).collect::<Vec<_>>();
        assert_eq!(text, ["Plik „umowa.xlsx” jest uszkodzony albo ucięty."]);
    }
}

#[test]
fn a_missing_file_is_told_in_the_language_asked_for() {
    use rozlicz::locale::{Language, Locale};
    let error = read(&[std::path::PathBuf::from("nie-ma.xlsx")]).expect_err("no such file");
    let (key, facts) = error.message();
    let text = |language| Locale::new(language).text(key, &facts);
    assert!(text(Language::Polish).starts_with("Nie ma pliku ani folderu „nie-ma.xlsx”."));
    assert!(text(Language::English).contains("os error"));
}

#[test]
fn instructions_and_lists_of_findings_in_a_folder_are_passed_over() {
    let dir = folder();
    write(&dir, "gmina-Instrukcja.csv", "Jak wypełnić;Krok\n1;2\n".as_bytes());
    write(
        &dir,
        "uwagi.csv",
        "Lp.;Waga;Plik;Arkusz;Komórka;Uwaga;Jest;Co zrobić;Kod\n1;błąd;a;b;A1;x;;y;z\n".as_bytes(),
    );
    workbook(&dir, "srodki.xlsx", "Środki", &[FUNDS, &["dodatki", "100,00"]]);
    let intake = read(&[dir.path().to_path_buf()]).expect("a folder");
    assert_eq!(codes(&intake), ["own-output"]);
    assert_eq!(find(&intake, "own-output").severity, Severity::Note);
}

#[test]
fn tables_cut_off_at_the_limit_are_not_settled() {
    let dir = folder();
    let header = "Identyfikator asystenta;Miesiąc;Wynagrodzenie zasadnicze (zł);Data zapłaty\n";
    let rows = "A1;2025-01;100,00;2025-01-28\n".repeat(10_001);
    write(&dir, "place.csv", format!("{header}{rows}").as_bytes());
    workbook(&dir, "srodki.xlsx", "Środki", &[FUNDS, &["dodatki", "100,00"]]);
    write(
        &dir,
        "umowa.csv",
        "Pole;Wartość\nNazwa gminy;Kalinowo\nProgram;asystent-rodziny-2025\nOkres od;2025-01-01\n\
         Okres do;2025-12-31\n"
            .as_bytes(),
    );
    let job = rozlicz::pipeline::Job { inputs: vec![dir.path().to_path_buf()], ..Default::default() };
    let run = rozlicz::pipeline::run(&job).expect("a run");
    let names: Vec<_> =
        run.findings.iter().map(|f| f.code.name).filter(|name| *name != "missing-table").collect();
    assert_eq!(names, ["too-many-rows"]);
    assert!(run.settled.is_none());
}
