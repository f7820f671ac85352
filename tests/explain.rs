//! `explain` as a user meets it: one amount told in full, changed workbooks, and what cannot be explained.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rozlicz::calc::{Format, Value};
use rozlicz::trace::{self, Held, Meaning, Origin, Purpose, SHAPE, Trace, TraceCell, TraceSheet, pack};
use rust_xlsxwriter::{Formula, Workbook};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
    let Output { status, stdout, stderr } =
        command.args(args).current_dir(folder).output().expect("the program starts");
    (status.code(), format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr)))
}

fn settled(folder: &Path) {
    let sample = root().join("sample-data/gmina-2025");
    let sample = sample.to_str().expect("a path");
    let args = ["settle", sample, "--as-of", "2026-01-10", "--out", "r.xlsx", "--do-wysylki", "w.xlsx"];
    let (code, text) = run(folder, &args);
    assert_eq!(code, Some(0), "{text}");
}

#[test]
fn an_amount_of_a_sample_is_told_from_the_form_down_to_the_payroll() {
    let folder = tempfile::tempdir().expect("a folder");
    settled(folder.path());
    let (code, told) = run(folder.path(), &["explain", "r.xlsx", "Obliczenia!O31"]);
    assert_eq!(code, Some(0), "{told}");
    let file = root().join("tests/explain/limit-dodatku.txt");
    if std::env::var_os("ROZLICZ_BLESS").is_some() {
        fs::write(&file, &told).expect("written");
    }
    assert_eq!(told, fs::read_to_string(&file).expect("the expected text"));
    let (_, same) = run(folder.path(), &["wyjasnij", "r.xlsx", "obliczenia", "$o$31"]);
    assert_eq!(same, told);
    assert!(told.lines().all(|line| line.chars().count() <= 90));
    let (_, english) = run(folder.path(), &["explain", "r.xlsx", "Obliczenia!O31", "--lang", "en"]);
    assert!(english.contains("STEPS, FROM THE AMOUNT DOWN") && english.contains("because "), "{english}");
    let (_, shallow) = run(folder.path(), &["explain", "r.xlsx", "Obliczenia!O31", "--depth", "1"]);
    assert!(shallow.contains("[1] ") && !shallow.contains("\n[2] ") && shallow.contains("[…]"), "{shallow}");
}

#[test]
fn the_json_of_an_explanation_keeps_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    settled(folder.path());
    let (code, text) = run(folder.path(), &["explain", "r.xlsx", "Obliczenia!O31", "--json"]);
    assert_eq!(code, Some(0), "{text}");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["asked"][0]["exact"], "13333/100");
    assert_eq!(json["asked"][0]["is"]["step"], 1);
    let row = &json["steps"][0]["rows"][0];
    assert_eq!((&row["cell"], &row["value"]), (&"O31".into(), &"133,33\u{a0}zł".into()));
    assert_eq!(row["because"][0]["holds"], true);
    assert!(row["spreadsheet"].as_str().is_some_and(|formula| formula.starts_with("=IF(")));
    assert!(row["uses"].as_array().is_some_and(|uses| uses.iter().any(|used| used["is"]["parameter"] == 7)));
    assert_eq!(json["parameters"][6]["mark"], "potwierdzone");
    let datum = &json["inputs"][1]["cells"][0];
    assert_eq!((&datum["cell"], &datum["copy"]["cell"]), (&"D8".into(), &"D11".into()));
    assert_eq!(json["not_followed"], 0);
}

#[test]
fn a_person_s_month_is_explained_from_the_tables_and_from_the_workbook_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    settled(folder.path());
    let sample = root().join("sample-data/gmina-2025");
    let sample = sample.to_str().expect("a path");
    let asked = ["explain", "--assistant", "A01", "--month", "03.2025", "--as-of", "2026-01-10"];
    let (code, tables) = run(folder.path(), &[&asked[..], &[sample]].concat());
    assert_eq!(code, Some(0), "{tables}");
    assert!(tables.contains("Obliczenia › R9 (A01 · 03.2025 · umowa o pracę) = 200,00\u{a0}zł"), "{tables}");
    let (code, workbook) = run(folder.path(), &[&asked[..], &["r.xlsx"]].concat());
    assert_eq!((code, workbook), (Some(0), tables));
}

#[test]
fn what_cannot_be_explained_ends_with_two_and_a_way_on() {
    let folder = tempfile::tempdir().expect("a folder");
    settled(folder.path());
    fs::write(folder.path().join("uszkodzony.xlsx"), b"PK\x03\x04 nic").expect("written");
    fs::write(folder.path().join("notatka.txt"), "nic").expect("written");
    for (args, words) in [
        (vec!["r.xlsx", "Oblicznia!O31"], "Czy chodzi o „Obliczenia”?"),
        (vec!["r.xlsx", "Coś innego zupełnie!O31"], "Arkusze: Część 1, "),
        (vec!["r.xlsx", "Obliczenia!O3"], "jest napis, a nie kwota"),
        (vec!["r.xlsx", "Obliczenia!O999"], "Najbliższa kwota: Obliczenia!O40"),
        (vec!["r.xlsx", "O31"], "o którą komórkę chodzi"),
        (vec!["r.xlsx"], "Trzeba podać skoroszyt i komórkę"),
        (vec!["w.xlsx", "Część 1!D12"], "nie ma arkusza „Ślad”"),
        (vec!["uszkodzony.xlsx", "A!A1"], "uszkodzony"),
        (vec!["notatka.txt", "A!A1"], "nie jest skoroszytem .xlsx"),
        (vec!["nie-ma.xlsx", "A!A1"], "nie ma takiego pliku"),
        (vec!["r.xlsx", "--assistant", "A09"], "Są: A01, A02, A03."),
        (vec!["r.xlsx", "--assistant", "A02", "--month", "2025-01"], "Są: 2025-03, "),
        (vec!["r.xlsx", "--assistant", "A02", "--month", "marzec"], "--month"),
        (vec!["r.xlsx", "Obliczenia!O31", "--depth", "0"], "--depth"),
    ] {
        let (code, text) = run(folder.path(), &[&["explain"], &args[..]].concat());
        assert_eq!(code, Some(2), "{args:?}: {text}");
        assert!(text.contains(words), "{args:?}: {text}");
        assert!(!text.contains("explain-"), "{args:?}: {text}");
    }
}

/// A workbook of one sheet and its trace: `A1` handed in, `B1` twice that.
fn small(path: &Path, spoil: impl Fn(&mut Trace), now: u32) {
    let twice = 2 * now;
    let meaning = |label: &str, origin| {
        Some(Meaning { label: label.into(), format: Format::Money, origin, readings: Vec::new() })
    };
    let input = Origin::Input("dane.xlsx".into(), "Płace".into(), 6, 2);
    let held = Held::Formula("(A1*2)".into(), Value::Number(rozlicz::units::Exact::whole(20)));
    let cells = vec![
        TraceCell {
            row: 0,
            column: 0,
            holds: Held::Number(rozlicz::units::Exact::whole(10)),
            meaning: meaning("Płaca", input).map(Box::new),
        },
        TraceCell {
            row: 0,
            column: 1,
            holds: held,
            meaning: meaning("Dwie płace", Origin::Step(String::new())).map(Box::new),
        },
    ];
    let sheets = vec![TraceSheet { name: "Kwoty".into(), purpose: Purpose::Steps, cells }];
    let top = trace::Head {
        as_of: "2025-12-31".into(),
        period: ("2025-01-01".into(), "2025-12-31".into()),
        ..trace::Head::default()
    };
    let mut trace = Trace { shape: SHAPE, head: top, sheets, figures: Vec::new() };
    spoil(&mut trace);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Kwoty").expect("a name");
    sheet.write_number(0, 0, now).expect("written");
    sheet.write_formula(0, 1, Formula::new("(A1*2)").set_result(twice.to_string())).expect("written");
    let packed = pack::packed(&trace);
    let sheet = book.add_worksheet().set_name("Ślad").expect("a name");
    sheet.write_string(5, 1, &packed.sha256).expect("written");
    for (row, part) in (9..).zip(&packed.parts) {
        sheet.write_string(row, 1, part).expect("written");
    }
    book.save(path).expect("written");
}

#[test]
fn a_cell_changed_since_is_said_first_and_what_was_recorded_is_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    small(&folder.path().join("r.xlsx"), |_| {}, 12);
    let (code, text) = run(folder.path(), &["explain", "r.xlsx", "Kwoty!B1"]);
    assert_eq!(code, Some(0), "{text}");
    let warned = text.find("!! UWAGA: 2 komórki").unwrap_or_else(|| panic!("{text}"));
    assert!(warned < text.find("Kwoty › B1 = 20,00\u{a0}zł").unwrap_or(0), "{text}");
    assert!(text.contains("Kwoty › A1: zapisano 10,00\u{a0}zł, teraz jest 12,00\u{a0}zł"), "{text}");
    assert!(text.contains("10,00 × 2 = 20,00\u{a0}zł") && text.contains("rozlicz audit"), "{text}");
    assert!(text.contains("C7: 10,00\u{a0}zł"), "{text}");
    small(&folder.path().join("bez-zmian.xlsx"), |_| {}, 10);
    let (_, text) = run(folder.path(), &["explain", "bez-zmian.xlsx", "Kwoty!B1"]);
    assert!(!text.contains("!!"), "{text}");
}

#[test]
fn a_workbook_of_a_newer_version_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    small(&folder.path().join("r.xlsx"), |trace| trace.shape = SHAPE + 1, 10);
    let (code, text) = run(folder.path(), &["explain", "r.xlsx", "Kwoty!B1"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("nowszej wersji programu"), "{text}");
}
