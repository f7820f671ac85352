//! Odd and broken files, each with the finding it must get. Files are made here; nobody in them exists.

use std::io::Write;
use std::path::{Path, PathBuf};

use rozlicz::finding::{Finding, Severity};
use rozlicz::intake::{Intake, IntakeError, read};
use rozlicz::records::{Datum, TableId};
use rozlicz::units::{Exact, Money, Month};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn read_one(path: &Path) -> Intake {
    read(&[path.to_path_buf()]).expect("the path exists")
}

fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.findings.iter().map(|f| f.code.name).filter(|name| *name != "missing-table").collect()
}

fn find<'a>(intake: &'a Intake, code: &str) -> &'a Finding {
    intake.findings.iter().find(|f| f.code.name == code).unwrap_or_else(|| {
        panic!(
            "{code} is missing among {:?}",
            intake.findings.iter().map(|f| f.code.name).collect::<Vec<_>>()
        )
    })
}

fn place(intake: &Intake, finding: &Finding) -> String {
    finding.at.map(|at| intake.submission.sources.place(at)).unwrap_or_default()
}

fn fact(finding: &Finding, name: &str) -> String {
    let found = finding.facts.iter().find(|(n, _)| *n == name).map(|(_, f)| format!("{f:?}"));
    found.unwrap_or_default()
}

fn write(dir: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// Writes a workbook with one sheet made of rows of text.
fn workbook(dir: &TempDir, name: &str, sheet: &str, rows: &[&[&str]]) -> PathBuf {
    sheet_at(dir, name, sheet, (0, 0), rows, |_| {})
}

fn sheet_at(
    dir: &TempDir,
    name: &str,
    sheet: &str,
    (top, left): (u32, u16),
    rows: &[&[&str]],
    more: impl FnOnce(&mut Worksheet),
) -> PathBuf {
    let path = dir.path().join(name);
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet).expect("a name");
    for (row, cells) in (top..).zip(rows) {
        for (column, text) in (left..).zip(cells.iter()) {
            if !text.is_empty() {
                page.write_string(row, column, *text).expect("a cell");
            }
        }
    }
    more(page);
    book.save(&path).expect("a file");
    path
}

const FUNDS: &[&str] = &["Składnik", "Przyznano (zł)", "Otrzymano (zł)", "Data otrzymania"];

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("content");
    }
    zip.finish().expect("an archive").into_inner()
}

fn ods(body: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            &format!(
                "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" \
                 xmlns:text=\"x\"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>\
                 </office:document-content>"
            ),
        ),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes()[..], data].concat()
}

/// An old Excel file whose only sheet has numbers at the given places.
fn xls(globals: &[Vec<u8>], cells: &[(u16, u16)]) -> Vec<u8> {
    let bof = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let start = bof.len() + globals.concat().len() + 13 + end.len();
    let position = u32::try_from(start).expect("short").to_le_bytes();
    let bound = record(0x0085, &[&position[..], &[0, 0, 1, 0, b'A']].concat());
    let numbers: Vec<u8> = cells
        .iter()
        .flat_map(|(row, column)| {
            let head: Vec<u8> = [*row, *column, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
            record(0x0203, &[&head[..], &1.0_f64.to_le_bytes()[..]].concat())
        })
        .collect();
    let mut stream = [bof.clone(), globals.concat(), bound, end.clone(), bof, numbers, end].concat();
    stream.resize(stream.len().max(4096), 0);
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, std::io::Cursor::new(Vec::new()))
        .expect("a file");
    file.create_stream("/Workbook").expect("a stream").write_all(&stream).expect("content");
    file.flush().expect("written");
    file.into_inner().into_inner()
}

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
    assert_eq!(place(&intake, finding), "dlugi.csv › dlugi › A20002");
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
