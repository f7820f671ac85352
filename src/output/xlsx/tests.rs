//! Written files are read back with another library.

mod charts;

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::grid::{Book, Content, Role, Sheet};
use crate::output::{OutputError, Written, prepare_to_send, write};
use crate::units::{Day, Exact};

fn day() -> Day {
    Day::new(2026, 1, 15).expect("a day")
}

fn book_of(sheets: Vec<Sheet>) -> Book {
    Book { title: "Sprawdzian".to_owned(), created: day(), sheets }
}

fn amount(model: &mut Model, text: &str) -> NodeId {
    let value = Value::Number(Exact::parse_decimal(text).expect("a decimal"));
    model.parameter("kwota", Format::Money, value)
}

/// A working sheet with two amounts and their sum, and a form that shows the sum, a product and an identifier.
fn example() -> (Book, Model) {
    let mut model = Model::default();
    let (a, b) = (amount(&mut model, "1234.55"), amount(&mut model, "0.01"));
    let sum = model.formula("suma", Format::Money, Expr::Sum(vec![a, b]));
    let share = model.formula("udział", Format::Money, Expr::div(sum, Expr::whole(3)).round2());
    let twice = model.formula("dwa razy", Format::Money, Expr::mul(share, Expr::whole(2)));
    let blank = model.formula(
        "nic",
        Format::Money,
        Expr::when(Cond::Equal(Expr::Ref(a), Expr::whole(0)), Expr::whole(1), Expr::Blank),
    );
    let name = model.parameter("identyfikator", Format::Text, Value::Text("0012".to_owned()));
    let mut work = Sheet::named("Obliczenia & kroki");
    for (row, id) in (0..).zip([a, b, sum, name]) {
        work.node(&model, row, 0, Role::Body, id);
    }
    let mut form = Sheet::named("Formularz");
    form.official = true;
    form.draft = true;
    form.footer = "2025 r. & dalej".to_owned();
    form.text(0, 0, Role::Title, "Rozliczenie");
    form.text(1, 0, Role::Body, "=1+1");
    for (row, id) in (2..).zip([sum, share, twice, blank, name]) {
        form.node(&model, row, 0, Role::Body, id);
    }
    form.merge((0, 0, 0, 3));
    (book_of(vec![form, work]), model)
}

fn read(path: &Path) -> Xlsx<std::io::BufReader<std::fs::File>> {
    open_workbook(path).expect("a workbook")
}

fn cell(path: &Path, sheet: &str, at: (u32, u32)) -> Data {
    let range = read(path).worksheet_range(sheet).expect("a sheet");
    range.get_value(at).cloned().unwrap_or(Data::Empty)
}

fn formula(path: &Path, sheet: &str, at: (u32, u32)) -> String {
    let range = read(path).worksheet_formula(sheet).expect("a sheet");
    range.get_value(at).cloned().unwrap_or_default()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("a file")).expect("a zip");
    std::io::read_to_string(archive.by_name(name).expect("a part")).expect("text")
}

fn written(book: &Book, model: &Model, check: impl FnOnce(&Path, &Written)) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wynik.xlsx");
    let done = write(book, model, &path, false).expect("written");
    check(&path, &done);
}

#[test]
fn formulas_are_live_and_store_the_results_of_the_model() {
    let (book, model) = example();
    written(&book, &model, |path, done| {
        assert_eq!(formula(path, "Obliczenia & kroki", (2, 0)), "SUM(A1:A2)");
        assert_eq!(cell(path, "Obliczenia & kroki", (2, 0)), Data::Float(1234.56));
        assert_eq!(formula(path, "Formularz", (2, 0)), "'Obliczenia & kroki'!A3");
        assert_eq!(cell(path, "Formularz", (2, 0)), Data::Float(1234.56));
        assert_eq!(cell(path, "Formularz", (3, 0)), Data::Float(411.52));
        assert_eq!(formula(path, "Formularz", (4, 0)), "(A4*2)");
        assert_eq!(cell(path, "Formularz", (4, 0)), Data::Float(823.04));
        assert_eq!((done.sheets, done.formulas), (2, 5));
        assert_eq!(done.bytes as u64, std::fs::metadata(path).expect("a file").len());
    });
}

#[test]
fn a_blank_result_is_stored_as_empty_text_and_not_as_zero() {
    let (book, model) = example();
    written(&book, &model, |path, _| {
        assert!(formula(path, "Formularz", (5, 0)).starts_with("IF("));
        assert!(matches!(cell(path, "Formularz", (5, 0)), Data::String(s) if s.is_empty()));
    });
}

#[test]
fn text_is_never_read_as_a_formula_or_a_number() {
    let (book, model) = example();
    written(&book, &model, |path, _| {
        assert_eq!(cell(path, "Formularz", (1, 0)), Data::String("=1+1".to_owned()));
        assert_eq!(formula(path, "Formularz", (1, 0)), "");
        assert_eq!(cell(path, "Obliczenia & kroki", (3, 0)), Data::String("0012".to_owned()));
        assert_eq!(cell(path, "Formularz", (6, 0)), Data::String("0012".to_owned()));
    });
}

#[test]
fn a_draft_says_so_on_every_page_and_pages_are_numbered() {
    let (book, model) = example();
    written(&book, &model, |path, _| {
        let form = part(path, "xl/worksheets/sheet1.xml");
        assert!(form.contains("PROJEKT</oddHeader>"), "{form}");
        assert!(form.contains("2025 r. &amp;&amp; dalej"), "{form}");
        assert!(form.contains("Strona &amp;P z &amp;N"), "{form}");
        assert!(form.contains("fitToHeight=\"0\"") && form.contains("orientation=\"landscape\""), "{form}");
        assert!(!part(path, "xl/worksheets/sheet2.xml").contains("PROJEKT"));
    });
}

#[test]
fn properties_hold_title_and_day_and_nobody() {
    let (book, model) = example();
    written(&book, &model, |path, _| {
        let core = part(path, "docProps/core.xml");
        assert!(core.contains("<dc:title>Sprawdzian</dc:title>"), "{core}");
        assert!(core.contains("2026-01-15T00:00:00Z"), "{core}");
        assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
        assert!(core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>"), "{core}");
        assert!(part(path, "docProps/app.xml").contains("<Company></Company>"));
    });
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let (book, model) = example();
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("a.xlsx"), folder.path().join("b.xlsx"));
    write(&book, &model, &one, false).expect("written");
    write(&book, &model, &two, false).expect("written");
    assert_eq!(std::fs::read(one).expect("read"), std::fs::read(two).expect("read"));
}

#[test]
fn what_is_sent_has_official_sheets_alone_and_formulas_that_stay_on_their_sheet() {
    let (book, model) = example();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wysylka.xlsx");
    let done = prepare_to_send(&book, &model).and_then(|file| file.put(&path, false)).expect("written");
    assert_eq!(read(&path).sheet_names(), ["Formularz"]);
    assert_eq!(formula(&path, "Formularz", (2, 0)), "", "the sum's terms stand on the working sheet");
    assert_eq!(cell(&path, "Formularz", (2, 0)), Data::Float(1234.56));
    assert_eq!(formula(&path, "Formularz", (3, 0)), "ROUND(ROUND(IF(3=0,0,A3/3),9),2)");
    assert_eq!(formula(&path, "Formularz", (4, 0)), "(A4*2)");
    assert_eq!(done.formulas, 2);
    assert!(!part(&path, "xl/worksheets/sheet1.xml").contains("Obliczenia"));
}

#[test]
fn what_a_file_cannot_hold_is_an_error_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |book: &Book, model: &Model| {
        let path = folder.path().join("wynik.xlsx");
        let error = write(book, model, &path, false).expect_err("refused");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
        error
    };
    let mut model = Model::default();
    let mut sheet = Sheet::named("A");
    sheet.text(3, 2, Role::Body, &"ą".repeat(32_768));
    let error = refused(&book_of(vec![sheet]), &model);
    assert_eq!(error, OutputError::TextTooLong { sheet: "A".into(), cell: "C4".into() });

    let ids: Vec<NodeId> = (0..3000).map(|_| amount(&mut model, "1.25")).collect();
    let long = model.formula("za długie", Format::Money, Expr::Sum(ids));
    let mut sheet = Sheet::named("A");
    sheet.node(&model, 0, 0, Role::Body, long);
    let error = refused(&book_of(vec![sheet]), &model);
    assert_eq!(error, OutputError::FormulaTooLong { sheet: "A".into(), cell: "A1".into() });

    let mut huge = Exact::whole(i64::MAX);
    for _ in 0..5 {
        huge = &huge * &huge;
    }
    let mut sheet = Sheet::named("A");
    sheet.put(0, 1, Role::Body, Format::Money, Content::Number(huge));
    let error = refused(&book_of(vec![sheet]), &model);
    assert_eq!(error, OutputError::NumberTooLarge { sheet: "A".into(), cell: "B1".into() });

    for names in [vec!["a".repeat(32)], vec!["x/y".into()], vec!["Dane".into(), "DANE".into()]] {
        let sheets = names.iter().map(|n: &String| Sheet::named(n)).collect();
        assert!(matches!(refused(&book_of(sheets), &model), OutputError::SheetName { .. }));
    }

    let mut sheet = Sheet::named("A");
    sheet.merges = vec![(0, 0, 1, 1), (1, 1, 2, 2)];
    assert!(matches!(refused(&book_of(vec![sheet]), &model), OutputError::Layout { .. }));
    let mut sheet = Sheet::named("A");
    sheet.text(2_000_000, 70_000, Role::Body, "za daleko");
    assert!(matches!(refused(&book_of(vec![sheet]), &model), OutputError::Layout { .. }));
}

#[test]
fn characters_that_the_format_cannot_hold_do_not_damage_the_file() {
    let mut sheet = Sheet::named("A");
    sheet.text(0, 0, Role::Body, "dwa\u{1}słowa\u{ffff} <&> \"x\" _x0041_");
    written(&book_of(vec![sheet]), &Model::default(), |path, _| {
        let seen = cell(path, "A", (0, 0));
        assert_eq!(seen, Data::String("dwa\u{fffd}słowa\u{fffd} <&> \"x\" _x0041_".to_owned()));
    });
}

#[test]
fn a_long_footer_is_broken_and_cut_to_what_a_footer_holds() {
    let (code, lines) = super::page::footer(&"słowo & słowo ".repeat(60));
    assert!(code.encode_utf16().count() <= 255, "{code}");
    assert!(lines == 2 && code.contains('…') && code.ends_with("Strona &P z &N"), "{code}");
}

#[test]
fn panes_repeats_lists_and_text_columns_reach_the_file() {
    let mut sheet = Sheet::named("Płace");
    sheet.text(0, 0, Role::Heading, "Gotowość \"Za życiem\"");
    sheet.freeze = Some((1, 1));
    sheet.repeat_rows = Some((0, 0));
    sheet.column_formats.insert(2, Format::Text);
    sheet.validations.push(crate::grid::Validation {
        range: (1, 0, 9, 0),
        list: vec!["TAK".to_owned(), "zaświadczenie \"Za życiem\"".to_owned()],
        prompt: "Proszę wybrać.".to_owned(),
    });
    written(&book_of(vec![sheet]), &Model::default(), |path, _| {
        let xml = part(path, "xl/worksheets/sheet1.xml");
        assert!(xml.contains("state=\"frozen\"") && xml.contains("sqref=\"A2:A10\""), "{xml}");
        assert!(xml.contains("\"TAK,zaświadczenie \"\"Za życiem\"\"\""), "{xml}");
        assert!(xml.contains("<col min=\"3\" max=\"3\""), "{xml}");
        assert!(part(path, "xl/styles.xml").contains("formatCode=\"@\""), "a text format");
        assert!(part(path, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    });
}

#[test]
fn a_footer_that_begins_with_a_digit_does_not_become_a_font_size() {
    let (code, _) = super::page::footer("2025 r.");
    assert!(code.starts_with("&L&8&\"Calibri,Regular\"2025 r.&R"), "{code}");
}
