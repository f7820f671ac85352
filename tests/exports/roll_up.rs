//! From reports to a workbook, to an export and back: the voivode's workbook is the same byte for byte.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rozlicz::calc::Model;
use rozlicz::consolidate::sheets::By;
use rozlicz::frames::by::{Totals, of_months};
use rozlicz::frames::export::export;
use rozlicz::frames::{Frames, numbered};
use rozlicz::grid::{Book, Content};
use rozlicz::output;
use rozlicz::pipeline::consolidate::{self, ConsolidateJob, Consolidated};
use rozlicz::units::{Day, Exact, Money};

use crate::support;
use crate::support::workbook::write_xlsx;

fn day() -> Day {
    Day::new(2026, 1, 30).expect("a day")
}

/// Writes the sample of 2025 under another code and name, into the folder of its voivodeship.
fn report(root: &Path, teryt: &str, name: &str) {
    let voivodeship = if teryt.starts_with("12") { "małopolskie" } else { "mazowieckie" };
    let folder = root.join(&teryt[..2]);
    std::fs::create_dir_all(&folder).expect("a folder");
    write_xlsx(&folder.join(format!("{teryt}.xlsx")), &support::sample_of(voivodeship, teryt, name))
        .expect("a workbook");
}

/// Reports of two voivodeships, in a folder each.
fn reports(root: &Path) -> [PathBuf; 2] {
    for (teryt, name) in
        [("1206022", "Dolna"), ("1213042", "Osiek"), ("1261011", "Kraków"), ("1420992", "Olszynki")]
    {
        report(root, teryt, name);
    }
    [root.join("12"), root.join("14")]
}

fn taken(inputs: &[PathBuf]) -> Consolidated {
    let by = By::ALL.to_vec();
    let job = ConsolidateJob { inputs: inputs.to_vec(), as_of: Some(day()), by, ..ConsolidateJob::default() };
    consolidate::consolidate(&job).expect("consolidated")
}

fn book(done: &Consolidated) -> (Book, Model) {
    consolidate::book(done).expect("a book")
}

#[test]
fn the_workbook_of_exports_is_the_workbook_of_the_reports() {
    let root = tempfile::tempdir().expect("a folder");
    let inputs = reports(&root.path().join("gminy"));
    let exported: Vec<PathBuf> = inputs
        .iter()
        .map(|input| {
            let folder = root.path().join("eksport").join(input.file_name().expect("a name"));
            export(&taken(std::slice::from_ref(input)).entries, &[], &folder, false).expect("an export");
            folder
        })
        .collect();
    let (of_reports, of_exports) = (taken(&inputs), taken(&exported));
    assert_eq!(of_reports.entries.len(), 4);
    for (back, entry) in of_exports.entries.iter().zip(&of_reports.entries) {
        assert!(back == entry, "{:?}", entry.path());
    }
    let bytes = |done: &Consolidated| {
        let (book, model) = book(done);
        output::prepare(&book, &model).expect("a workbook").bytes
    };
    assert!(bytes(&of_exports) == bytes(&of_reports), "another workbook");
}

/// Numbers of the rows of a sheet under its headings, up to its total, which comes last.
fn rows(book: &Book, model: &Model, name: &str) -> Vec<Vec<Exact>> {
    let sheet = book.sheets.iter().find(|sheet| sheet.name == name).expect("the sheet");
    let text = |content: &Content, text: &str| matches!(content, Content::Text(t) if t == text);
    let row_of = |label: &str| {
        let mut cells = sheet.cells.iter();
        cells.find(|((_, column), cell)| *column == 1 && text(&cell.content, label)).map(|((row, _), _)| *row)
    };
    let top = row_of("Etatomiesiące").expect("the headings");
    let total = sheet.cells.iter().find(|((_, column), cell)| *column == 0 && text(&cell.content, "Razem"));
    let total = total.map(|((row, _), _)| *row).expect("the total");
    let number = |row: u32, column: u32| match sheet.cells.get(&(row, column)).map(|cell| &cell.content) {
        Some(Content::Node(id)) => model.number(*id),
        _ => Exact::zero(),
    };
    (top + 1..=total).map(|row| (2..=7).map(|column| number(row, column)).collect()).collect()
}

#[test]
fn every_table_by_is_the_workbooks_row_by_row_to_the_grosz() {
    let root = tempfile::tempdir().expect("a folder");
    let [of_one, _] = reports(root.path());
    let mut done = taken(&[of_one]);
    // A form filled by hand has the figures and no months.
    done.entries[1].kind = rozlicz::consolidate::Kind::Form;
    done.entries[1].months.clear();
    let (book, model) = book(&done);
    let numbered = numbered(&done.entries);
    let frames = Frames::of(&numbered).expect("frames");
    for by in By::ALL {
        let totals = Totals::of(by, &frames, &numbered).expect("totals").frame;
        let read = totals.read().expect("values");
        let wages = if of_months(by) { "wage_cost_gr" } else { "employment_cost_gr" };
        let columns = [
            "supplement_cost_gr",
            "supplement_co_financing_gr",
            wages,
            "employment_co_financing_gr",
            "own_contribution_gr",
        ];
        let mut ours: Vec<Vec<Exact>> = (0..read.len)
            .map(|row| {
                let amount = |column: &str| read.money(row, column).unwrap_or_default().to_exact();
                let mut amounts: Vec<Exact> = columns.iter().map(|column| amount(column)).collect();
                amounts.push(amounts[1].clone() + amounts[3].clone());
                amounts
            })
            .collect();
        let mut theirs = rows(&book, &model, by.sheet());
        let total = theirs.pop().expect("a total");
        for (at, column) in columns.iter().enumerate() {
            let sum: Money = totals.sum(column).expect("a sum");
            assert_eq!(sum.to_exact(), total[at], "{} {column}", by.sheet());
        }
        theirs.retain(|row| row.iter().any(|amount| !amount.is_zero()));
        ours.sort();
        theirs.sort();
        assert_eq!(ours, theirs, "{}", by.sheet());
    }
}

fn program(arguments: &[&std::ffi::OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rozlicz")).args(arguments).output().expect("the program runs")
}

#[test]
fn the_command_writes_tables_reads_them_and_shows_totals() {
    let root = tempfile::tempdir().expect("a folder");
    let inputs = reports(&root.path().join("gminy"));
    let run = |input: &Path, out: &str, more: &[&str]| {
        let out = root.path().join(out);
        let mut arguments: Vec<&std::ffi::OsStr> = vec!["consolidate".as_ref(), input.as_os_str()];
        arguments.extend(["--out".as_ref(), out.as_os_str(), "--as-of".as_ref(), "2026-01-30".as_ref()]);
        arguments.extend(more.iter().map(std::ffi::OsStr::new));
        let output = program(&arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let folder = root.path().join("tabele");
    let tables = folder.to_string_lossy().into_owned();
    let (code, out, err) =
        run(&inputs[0], "a.xlsx", &["--export", &tables, "--by", "month", "--by", "powiat"]);
    assert!(code == Some(0) || code == Some(1), "{out}{err}");
    assert!(out.contains("Zapisano tabele"), "{out}");
    for file in
        ["PLIKI.sha256", "SCHEMAT.md", "schemat.json", "gminy", "zestawienia/month", "zestawienia/powiat"]
    {
        assert!(folder.join(file).exists(), "{file}");
    }
    let (code, out, err) = run(&inputs[0], "b.xlsx", &["--export", &tables]);
    assert_eq!(code, Some(2), "{out}{err}");
    let (code, out, err) = run(&inputs[0], "c.xlsx", &["--export", &inputs[0].join("x").to_string_lossy()]);
    assert_eq!(code, Some(2), "tables among the reports: {out}{err}");
    let (code, out, err) = run(&folder, "d.xlsx", &["--by", "contract"]);
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(out.contains("Sumy według formy umowy") && out.contains("umowa o pracę"), "{out}");
    let bytes = |name: &str| std::fs::read(root.path().join(name)).expect("a workbook");
    assert!(!bytes("a.xlsx").is_empty() && !bytes("d.xlsx").is_empty());
    // Where the tables are refused there is no workbook either.
    assert!(!root.path().join("b.xlsx").exists() && !root.path().join("c.xlsx").exists());
}
