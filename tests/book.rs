//! Whole workbooks as others hand them over: odd, hidden, damaged, hostile; and one that LibreOffice saved again.

mod support;

use rozlicz::intake::book::{self, BookError, ReadBook, ReadValue, Trouble};
use rozlicz::locale::{Language, Locale};
use rozlicz::units::Exact;
use rozlicz::{recalc, trace};
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use support::program::{settle, write_workbook};
use support::soffice;

const NS: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                  xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("content");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook of one sheet with this XML, and further parts.
fn workbook(sheet: &str, strings: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet {NS}>{sheet}</worksheet>");
    let strings = format!("<sst {NS}>{strings}</sst>");
    let book = format!(
        "<workbook {NS}><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>\
         <sheet name=\"B\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATION}/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATION}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let second = format!("<worksheet {NS}><sheetData/></worksheet>");
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/worksheets/sheet2.xml", &second),
        ("xl/sharedStrings.xml", &strings),
    ];
    parts.extend_from_slice(more);
    zipped(&parts)
}

fn read(bytes: &[u8]) -> Result<ReadBook, Trouble> {
    book::read("skoroszyt.xlsx", bytes)
}

fn cell(book: &ReadBook, row: u32, column: u32) -> (Option<&str>, ReadValue) {
    let cell = book.sheets[0].cells.get(&(row, column)).expect("a cell");
    (cell.formula.as_deref(), cell.value.clone())
}

fn text(text: &str) -> ReadValue {
    ReadValue::Text(text.to_owned())
}

fn number(n: i64) -> ReadValue {
    ReadValue::Number(Exact::whole(n))
}

#[test]
fn every_way_to_write_a_cell_is_read() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData>\
        <row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A3\" si=\"0\">'Dane A1'!B1+$C$1</f><v>1</v></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">w </t></is></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>2</v></c>\
        <c r=\"B2\" t=\"str\"><f>IF(1=1,\"a &amp; b\",\"\")</f><v>a &amp; b</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"4000000000\"/><v>3</v></c>\
        <c r=\"B3\"><f t=\"array\" ref=\"B3\">SUM(A1:A2*2)</f><v>6</v></c><c r=\"C3\" t=\"b\"><v>1</v></c>\
        <c r=\"D3\" t=\"e\"><v>#N/A</v></c><c r=\"E3\"><f>A1</f></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\"><v>9</v></c></row></sheetData>";
    let strings = "<si><r><t xml:space=\"preserve\">Płaca </t></r><r><t>brutto</t></r></si>\
        <si><t>okres</t><rPh sb=\"0\" eb=\"1\"><t>ph</t></rPh></si>";
    let book = read(&workbook(sheet, strings, &[])).expect("a workbook");
    assert_eq!(cell(&book, 0, 0), (Some("'Dane A1'!B1+$C$1"), number(1)));
    assert_eq!(cell(&book, 1, 0), (Some("'Dane A1'!B2+$C$1"), number(2)));
    assert_eq!(cell(&book, 2, 0), (Some(""), number(3)));
    assert_eq!(cell(&book, 0, 1), (None, text("w ")));
    assert_eq!(cell(&book, 0, 2), (None, text("Płaca brutto")));
    assert_eq!(cell(&book, 1, 1), (Some("IF(1=1,\"a & b\",\"\")"), text("a & b")));
    assert_eq!(cell(&book, 1, 2), (None, text("okres")));
    assert_eq!(cell(&book, 2, 1), (Some("SUM(A1:A2*2)"), number(6)));
    assert_eq!(cell(&book, 2, 2), (None, ReadValue::Bool(true)));
    assert_eq!(cell(&book, 2, 3), (None, ReadValue::Error("#N/A")));
    assert_eq!(cell(&book, 2, 4), (Some("A1"), ReadValue::Blank));
    assert_eq!(cell(&book, 1_048_575, 16_383), (None, number(9)));
    assert!(book.epoch_1904);
    let kinds: Vec<&str> = recalc::of_book(&book).faults.iter().map(|fault| fault.kind.name()).collect();
    // In order of place: two sums of a sheet that is not there, then row 3.
    assert_eq!(kinds, ["no-sheet", "no-sheet", "unreadable", "array", "truth-value", "error-value"]);
}

#[test]
fn what_is_hidden_linked_or_run_is_told() {
    let sheet = "<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"1\" width=\"9\"/>\
        <col min=\"3\" max=\"4\" width=\"9\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\">\
        <c r=\"A1\"><v>1</v></c><c r=\"G1\"><v>1</v></c></row><row r=\"2\" ht=\"0\" customHeight=\"1\"/></sheetData>";
    let external = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{RELATION}/externalLinkPath\" Target=\"file:///C:/Inny.xlsx\" \
         TargetMode=\"External\"/></Relationships>"
    );
    let link = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{RELATION}/hyperlink\" Target=\"notatka.docx\" \
         TargetMode=\"External\"/></Relationships>"
    );
    let more = [
        ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", external.as_str()),
        ("xl/worksheets/_rels/sheet1.xml.rels", link.as_str()),
        ("xl/vbaProject.bin", "macros"),
    ];
    let book = read(&workbook(sheet, "", &more)).expect("a workbook");
    assert!(book.macros);
    let links = ["xl/externallinks/externallink1.xml", "file:///C:/Inny.xlsx", "notatka.docx"];
    assert_eq!(book.external_links, links);
    assert_eq!(book.sheets[0].hidden_rows, [0, 1]);
    assert_eq!(book.sheets[0].hidden_columns, [2, 3, 6]);
    let hidden: Vec<(&str, bool)> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
    assert_eq!(hidden, [("A", false), ("B", true)]);
    let plain = read(&workbook("<sheetData/>", "", &[])).expect("a workbook");
    assert!(!plain.macros && plain.external_links.is_empty());
}

#[test]
fn a_cell_written_twice_is_damage() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row></sheetData>";
    assert_eq!(read(&workbook(sheet, "", &[])).err(), Some(Trouble::Damaged("A › A1 ×2".to_owned())));
}

#[test]
fn hostile_sheets_take_little_memory() {
    // Five million blank cells with a look, and a row too many.
    let row: String = (0..50).map(|_| "<c s=\"1\"/>").collect();
    let many = format!("<sheetData>{}</sheetData>", format!("<row>{row}</row>").repeat(100_001));
    let blank = read(&workbook(&many, "", &[]));
    assert!(matches!(blank, Err(Trouble::TooLarge(..))), "{:?}", blank.map(|b| b.sheets.len()));
    drop(many);
    let bomb = format!("<sheetData>{}</sheetData>", " ".repeat(40_000_000));
    assert!(matches!(read(&workbook(&bomb, "", &[])), Err(Trouble::TooLarge(..))));
    drop(bomb);
    let claims = "<sheetData><row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:XFD1048576\" si=\"18446744073709551615\">\
        SUM(B1:XFD1048576)</f><v>0</v></c></row></sheetData>";
    let book = read(&workbook(claims, "", &[])).expect("a workbook");
    assert_eq!(recalc::of_book(&book).faults, []);
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string("/proc/self/status").expect("the system tells");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak");
        let kilobytes: u64 = peak.trim().trim_end_matches(" kB").trim().parse().expect("a number");
        // The texts made above count as well; the reader's own share is what remains of 300 MB.
        assert!(kilobytes < 400 * 1024, "{kilobytes} kB");
    }
}

#[test]
fn a_path_that_is_no_workbook_is_refused_with_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path
    };
    let ods = zipped(&[("mimetype", "x"), ("content.xml", "<a/>"), ("META-INF/manifest.xml", "<manifest/>")]);
    let xlsb = zipped(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")]);
    let mut wrapped = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    wrapped.create_stream("/EncryptedPackage").expect("a stream").write_all(b"x").expect("content");
    wrapped.flush().expect("written");
    let whole = workbook("<sheetData/>", "", &[]);
    let cases: Vec<(PathBuf, &str)> = vec![
        (folder.path().join("nie-ma.xlsx"), "intake-path-unreadable"),
        (folder.path().to_owned(), "book-not-a-file"),
        (write("~$rozliczenie.xlsx", b"x"), "book-lock-file"),
        (write(".~lock.rozliczenie.xlsx#", b"x"), "book-lock-file"),
        (write("a.ods", &ods), "book-other-format"),
        (write("b.xlsb", &xlsb), "book-other-format"),
        (write("c.csv", b"a;b\n1;2\n"), "book-other-format"),
        (write("d.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "book-other-format"),
        (write("e.xlsx", &wrapped.into_inner().into_inner()), "book-encrypted"),
        (write("f.xlsx", b"%PDF-1.7"), "book-not-a-workbook"),
        (write("g.xlsx", b""), "book-not-a-workbook"),
        (write("h.xlsx", &whole[..whole.len() / 2]), "book-damaged"),
        (write("i.xlsx", &zipped(&[("a.txt", "x")])), "book-not-a-workbook"),
    ];
    for (path, expected) in cases {
        let error = book::open(&path).expect_err("not a workbook");
        assert_eq!(error.message().0, expected, "{}", path.display());
        for language in [Language::Polish, Language::English] {
            let said = rozlicz::pipeline::CannotRun::from(error.clone()).text(Locale::of(language));
            assert!(said.len() > 30 && !said.contains("book-") && !said.contains('{'), "{said}");
        }
    }
    let large = folder.path().join("j.xlsx");
    std::fs::File::create(&large).and_then(|file| file.set_len(60 * 1024 * 1024)).expect("a sparse file");
    assert!(matches!(book::open(&large), Err(BookError::Unusable { trouble: Trouble::TooLarge(..), .. })));
    assert_eq!(book::open(&write("k.xlsx", &whole)).expect("a workbook").name, "k.xlsx");
}

/// A settlement's workbook.
fn sample(file: &Path) {
    let outcome = settle(&[support::root().join("sample-data/wrzesnia-2021")], None, None).expect("read");
    write_workbook(&outcome.run, false, file).expect("written");
}

#[test]
fn flipped_bytes_never_bring_the_reader_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    sample(&file);
    let bytes = std::fs::read(&file).expect("read");
    let sound = read(&bytes).expect("a workbook");
    let mut state = 12_345_u64;
    let mut refused = 0;
    for _ in 0..60 {
        let mut broken = bytes.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(state >> 33).expect("small") % broken.len();
            broken[at] ^= 1 << (state >> 8 & 7);
        }
        match read(&broken) {
            Ok(book) => {
                let _computed = recalc::of_book(&book);
                let _trace = trace::sheet::found(&book);
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 10, "checksums see most of it: {refused}");
    assert!(read(&bytes[..bytes.len() - 40]).is_err());
    // The same on the XML itself, where no checksum helps.
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("an archive");
    let mut xml = String::new();
    let mut part = archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    std::io::Read::read_to_string(&mut part, &mut xml).expect("text");
    let inner = xml.split_once('>').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, rest)| rest);
    let inner = inner.trim_end_matches("</worksheet>").to_owned();
    for _ in 0..150 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut broken = inner.clone().into_bytes();
        let at = usize::try_from(state >> 33).expect("small") % broken.len();
        broken[at] = b"<>\"=/A1 9$("[usize::try_from(state >> 5 & 7).expect("small")];
        if let Ok(book) = read(&workbook(&String::from_utf8_lossy(&broken), "", &[])) {
            let _computed = recalc::of_book(&book);
        }
    }
    assert_eq!(sound.sheets.len(), read(&bytes).expect("a workbook").sheets.len());
}

/// LibreOffice writes other bytes, other numbers of digits and other quotes, and must not mean anything else.
#[test]
fn a_workbook_saved_again_by_libreoffice_reads_the_same() {
    if !soffice::present() {
        assert!(
            std::env::var_os("ROZLICZ_WITNESS").is_none_or(|v| v != "required"),
            "LibreOffice is required here"
        );
        eprintln!("book: LibreOffice (soffice) is not installed, so nothing is saved again here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    sample(&file);
    let out = folder.path().join("out");
    soffice::recalculate(std::slice::from_ref(&file), &out, 1).expect("converted");
    let ours = book::open(&file).expect("a workbook");
    let theirs = book::open(&soffice::recalculated(&file, &out)).expect("a workbook");
    let names = |book: &ReadBook| book.sheets.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs));
    assert!(theirs.external_links.is_empty() && !theirs.macros, "{:?}", theirs.external_links);
    let known = trace::sheet::found(&theirs).expect("a trace").expect("sound");
    let (mine, again) =
        (recalc::of_book_traced(&ours, &known, &Some), recalc::of_book_traced(&theirs, &known, &Some));
    assert_eq!((mine.faults.len(), again.faults.as_slice()), (0, &[][..]));
    let mut formulas = 0;
    for (index, (a, b)) in ours.sheets.iter().zip(&theirs.sheets).enumerate() {
        assert_eq!(
            (a.hidden, &a.hidden_rows, &a.hidden_columns),
            (b.hidden, &b.hidden_rows, &b.hidden_columns)
        );
        let filled = |sheet: &book::ReadSheet| sheet.cells.keys().copied().collect::<Vec<_>>();
        assert_eq!(filled(a), filled(b), "{}", a.name);
        for (at, cell) in &a.cells {
            let other = &b.cells[at];
            let place = format!("{} {}", a.name, rozlicz::source::a1(at.0, at.1));
            match (&cell.value, &other.value) {
                (ReadValue::Number(x), ReadValue::Number(y)) => {
                    assert_eq!(x.round_half_up(6), y.round_half_up(6), "{place}");
                }
                (x, y) => assert_eq!(x, y, "{place}"),
            }
            assert_eq!(cell.formula.is_some(), other.formula.is_some(), "{place}");
            if let (Some(x), Some(y)) = (&cell.formula, &other.formula) {
                formulas += 1;
                let tree = |formula: &str| rozlicz::calc::parse::parse(formula, index, &names(&ours));
                assert_eq!(tree(x), tree(y), "{place}: {x} and {y}");
                let value = |computed: &recalc::Recalculated| {
                    let id = computed.node(index, at.0, at.1).expect("a node");
                    computed.model.value(id).clone()
                };
                assert_eq!(value(&mine), value(&again), "{place}");
            }
        }
    }
    assert!(formulas > 500, "{formulas}");
}
