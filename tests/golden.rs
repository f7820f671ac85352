//! Whole sheets of settled samples, compared by meaning.
//!
//! `tests/golden/SAMPLE/SHEET.csv` lists the filled cells of a sheet: address, whether it is a live formula, what it
//! shows. Looks do not count, nor do addresses inside formulas, the spelling of numbers, the program's version and
//! digests. `ROZLICZ_BLESS=1` writes the lists of the
//! folders again: read the difference and say in the commit why the new figures are right. A sheet without a list is
//! not compared; to add one, put an empty file and bless.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rozlicz::intake::book::{self, ReadCell, ReadSheet, ReadValue};
use rozlicz::pipeline::{self, Job};
use rozlicz::source::a1;
use rozlicz::units::Day;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn settled(sample: &str) -> Vec<ReadSheet> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    let as_of = Day::new(2026, 1, 10);
    let job = Job { inputs: vec![root().join("sample-data").join(sample)], as_of, ..Job::default() };
    let mut run = pipeline::run(&job).expect("the sample is read");
    run.price();
    let forms = rozlicz::forms::Forms::built_in();
    let papers = pipeline::papers(&mut run, &forms, false).expect("the form is sound").expect("figures");
    papers.write(&file, false).expect("written");
    book::read("rozliczenie.xlsx", &fs::read(&file).expect("read")).expect("a workbook").sheets
}

fn listed(sheet: &ReadSheet) -> String {
    let mut out = String::from("komórka;formuła;wartość\n");
    for ((row, column), cell) in &sheet.cells {
        // Addresses inside formulas move when a step is added; what the formula yields may not.
        let live = if cell.formula.is_some() { "=" } else { "" };
        let _ = writeln!(out, "{};{live};{}", a1(*row, *column), quoted(&normal(cell)));
    }
    out
}

fn normal(cell: &ReadCell) -> String {
    match &cell.value {
        ReadValue::Blank => String::new(),
        ReadValue::Number(n) => n.to_short(9),
        ReadValue::Bool(b) => b.to_string(),
        ReadValue::Error(name) => (*name).to_owned(),
        ReadValue::Text(text) if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) => {
            "<skrót>".to_owned()
        }
        ReadValue::Text(text) => text.replace(env!("CARGO_PKG_VERSION"), "<wersja>"),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[test]
fn the_sheets_of_settled_samples_mean_what_they_meant() {
    let mut compared = 0;
    for folder in fs::read_dir(root().join("tests/golden")).expect("the folder of lists") {
        let folder = folder.expect("an entry").path();
        let sample = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let sheets = settled(&sample);
        let mut lists: Vec<PathBuf> =
            fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
        lists.sort();
        for list in lists {
            let name = list.file_stem().expect("a name").to_string_lossy().into_owned();
            let sheet = sheets.iter().find(|s| s.name == name);
            let new = listed(sheet.unwrap_or_else(|| panic!("{sample} has no sheet {name}")));
            if std::env::var_os("ROZLICZ_BLESS").is_some() {
                fs::write(&list, &new).expect("written");
            }
            let old = fs::read_to_string(&list).expect("a list");
            let differing = old.lines().zip(new.lines()).find(|(a, b)| a != b);
            assert!(
                old == new,
                "{sample} › {name}: {:?}, {} lines before and {} now",
                differing,
                old.lines().count(),
                new.lines().count()
            );
            compared += 1;
        }
    }
    assert!(compared >= 12, "only {compared} sheets were compared");
}
