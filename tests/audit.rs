//! `audit` on workbooks of the sample data: untouched ones are clean, and every kind of change is found at its cell
//! and under its name, and nothing else is.

mod support;

use rozlicz::audit::{Report, own};
use rozlicz::calc::{Format, Value};
use rozlicz::finding::Severity;
use rozlicz::intake::book;
use rozlicz::pipeline::{self, Job};
use rozlicz::trace::{Held, Trace, sheet};
use rozlicz::units::Day;
use std::path::PathBuf;
use std::sync::OnceLock;
use support::tamper::{Area, Book, Stored, rewritten};

const SAMPLES: [&str; 4] = ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"];

/// The workbook of a sample.
fn settled(sample: &str) -> Vec<u8> {
    let inputs = vec![support::root().join("sample-data").join(sample)];
    let job = Job { inputs, as_of: Day::new(2026, 1, 31), ..Job::default() };
    let mut run = pipeline::run(&job).expect("the sample is read");
    let forms = rozlicz::forms::Forms::built_in();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    let papers = pipeline::papers(&mut run, &forms, true).expect("the form is sound").expect("figures");
    papers.write(&file, false).expect("written");
    std::fs::read(&file).expect("read")
}

fn one() -> &'static (Vec<u8>, Trace) {
    static ONE: OnceLock<(Vec<u8>, Trace)> = OnceLock::new();
    ONE.get_or_init(|| {
        let bytes = settled("gmina-2024");
        let trace = traced(&bytes);
        (bytes, trace)
    })
}

fn traced(bytes: &[u8]) -> Trace {
    let book = book::read("rozliczenie.xlsx", bytes).expect("a workbook");
    sheet::found(&book).expect("a trace").expect("sound")
}

fn audited(bytes: &[u8], trace: &Trace) -> Report {
    own::audit(&book::read("rozliczenie.xlsx", bytes).expect("a workbook"), trace)
}

/// `code sheet!cell` of every finding.
fn said(report: &Report) -> Vec<String> {
    let one = |f: &rozlicz::finding::Finding| match f.at {
        Some(at) => format!("{} {}!{at}", f.code.name, report.sources.names(at.sheet).1),
        None => f.code.name.to_owned(),
    };
    report.findings.iter().map(one).collect()
}

/// Changes the sample and expects these findings and no others.
fn found(change: impl FnOnce(&mut Book), expected: &[&str]) -> Report {
    let (bytes, trace) = one();
    let mut book = Book::read(bytes).expect("a package");
    change(&mut book);
    let report = audited(&book.write().expect("written"), trace);
    let told: Vec<String> = report.findings.iter().take(3).map(|f| format!("{f:?}")).collect();
    let said = said(&report);
    assert!(
        said == expected,
        "{} findings, expected {expected:?}: {:?}\n{}",
        said.len(),
        &said[..said.len().min(12)],
        told.join("\n")
    );
    report
}

fn number(text: &str) -> Stored {
    Stored::Number(text.to_owned())
}

fn text(text: &str) -> Stored {
    Stored::Text(text.to_owned())
}

#[test]
fn an_untouched_workbook_is_clean_in_every_sample() {
    for sample in SAMPLES {
        let bytes = settled(sample);
        let report = audited(&bytes, &traced(&bytes));
        assert!(report.findings.is_empty(), "{sample}: {:?}", said(&report));
        let rewritten = Book::read(&bytes).and_then(|book| book.write()).expect("written");
        let report = audited(&rewritten, &traced(&rewritten));
        assert!(report.findings.is_empty(), "{sample} rewritten: {:?}", said(&report));
        assert!(report.recomputed.iter().all(|done| done.count > 0));
    }
}

#[test]
fn a_workbook_saved_by_libreoffice_is_clean_in_every_sample() {
    if !support::soffice::present() {
        eprintln!("audit: LibreOffice is not installed, so nothing is saved by it here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> = SAMPLES
        .map(|sample| {
            let file = folder.path().join(format!("{sample}.xlsx"));
            std::fs::write(&file, settled(sample)).expect("written");
            file
        })
        .to_vec();
    let out = folder.path().join("out");
    support::soffice::recalculate(&files, &out, 1).expect("saved");
    for file in files {
        let bytes = std::fs::read(support::soffice::recalculated(&file, &out)).expect("read");
        let report = audited(&bytes, &traced(&bytes));
        assert!(report.findings.is_empty(), "{}: {:?}", file.display(), said(&report));
    }
}

/// A cell of the sample by what it holds.
fn cell(sheet: &str, holds: impl Fn(&Held) -> bool) -> (usize, u32, u32) {
    let trace = &one().1;
    let index = trace.sheets.iter().position(|s| s.name == sheet).expect("the sheet");
    let cell = trace.sheets[index].cells.iter().find(|c| holds(&c.holds)).expect("the cell");
    (index, cell.row, cell.column)
}

fn place(at: (usize, u32, u32)) -> String {
    format!("{}!{}", one().1.sheets[at.0].name, rozlicz::source::a1(at.1, at.2))
}

fn is_sum(held: &Held) -> bool {
    matches!(held, Held::Formula(f, _) if f.starts_with("SUM(") && f.contains(':') && !f.contains('\'') && f.matches('(').count() == 1)
}

/// Stores what every formula gives now, as a spreadsheet does after a change.
fn recalculate(book: &mut Book) {
    let read = book::read("rozliczenie.xlsx", &book.write().expect("written")).expect("a workbook");
    let now = rozlicz::recalc::of_book(&read);
    book.recalculated(&|(sheet, row, column)| {
        if let Some(fault) = now.fault(sheet, row, column) {
            return fault.kind.piece().is_none().then(|| Stored::Error("#REF!".to_owned()));
        }
        Some(match now.model.value(now.node(sheet, row, column)?) {
            Value::Blank => Stored::Text(String::new()),
            Value::Text(text) => Stored::Text(text.clone()),
            Value::Number(n) => Stored::Number(n.to_short(14)),
        })
    });
}

/// The first amount of a column of input.
fn input_amount() -> (usize, u32, u32) {
    let trace = &one().1;
    let sheet = trace.sheet("Dane - Płace").expect("the sheet");
    let money = |c: &&rozlicz::trace::TraceCell| {
        c.meaning.as_ref().is_some_and(|m| m.format == Format::Money)
            && matches!(&c.holds, Held::Number(n) if !n.is_zero())
    };
    let cell = sheet.cells.iter().find(money).expect("an amount");
    (trace.sheets.iter().position(|s| s.name == sheet.name).expect("its place"), cell.row, cell.column)
}

fn amount_of_steps() -> (usize, u32, u32) {
    cell("Obliczenia - asystenci", |held| matches!(held, Held::Formula(_, Value::Number(n)) if !n.is_zero()))
}

#[test]
fn a_result_typed_over_a_formula_is_found_with_its_worth() {
    let at = amount_of_steps();
    let report = found(
        |book| {
            book.put(at, number("1000000"));
            recalculate(book);
        },
        &[&format!("audit-typed-over {}", place(at))],
    );
    let finding = &report.findings[0];
    assert!(
        finding.difference.is_some_and(|d| d.to_exact() > rozlicz::units::Exact::whole(100_000)),
        "{finding:?}"
    );
    assert!(finding.expected.is_some() && finding.seen.is_some());
}

#[test]
fn an_edited_formula_and_one_in_the_place_of_a_value_are_found() {
    let at = amount_of_steps();
    let edit = |book: &mut Book| {
        let now = book.cell(at).and_then(|c| c.formula.clone()).expect("a formula");
        book.put_formula(at, &format!("{now}+100"));
        recalculate(book);
    };
    let report = found(edit, &[&format!("audit-formula-edited {}", place(at))]);
    assert_eq!(report.findings[0].difference.map(|d| d.to_string()).as_deref(), Some("100.00"));
    let at = input_amount();
    let report = found(
        |book| {
            book.put_formula(at, "1+1");
            recalculate(book);
        },
        &[&format!("audit-formula-added {}", place(at))],
    );
    assert!(report.findings[0].difference.is_some());
}

/// A total over a range of its own sheet.
fn total() -> ((usize, u32, u32), String) {
    let trace = &one().1;
    for (index, sheet) in trace.sheets.iter().enumerate() {
        for cell in &sheet.cells {
            if let Held::Formula(formula, Value::Number(n)) = &cell.holds
                && is_sum(&cell.holds)
                && !formula.contains(',')
                && !n.is_zero()
            {
                return ((index, cell.row, cell.column), formula.clone());
            }
        }
    }
    panic!("no total");
}

#[test]
fn a_total_that_leaves_a_line_out_names_the_line() {
    let (at, formula) = total();
    let shorter = rewritten(&formula, &|named, area| {
        Some((named.map(str::to_owned), Area { bottom: area.bottom - 1, ..area }))
    });
    let mut left_out = String::new();
    if let Some((_, last)) = formula.trim_end_matches(')').split_once(':') {
        left_out.push_str(last);
    }
    let report = found(
        |book| {
            book.put_formula(at, &shorter);
            recalculate(book);
        },
        &[&format!("audit-total-short {}", place(at))],
    );
    assert_eq!(report.findings[0].related.first().map(ToString::to_string), Some(left_out));
}

#[test]
fn a_changed_parameter_or_input_is_one_difference_and_not_its_consequences() {
    let trace = &one().1;
    let index = trace.sheets.iter().position(|s| s.name == "Parametry").expect("the sheet");
    let is = |c: &&rozlicz::trace::TraceCell| {
        c.meaning.is_some() && matches!(&c.holds, Held::Number(n) if !n.is_zero())
    };
    let cell = trace.sheets[index].cells.iter().find(is).expect("a parameter");
    let parameter = (index, cell.row, cell.column);
    let change = |at| {
        move |book: &mut Book| {
            let now: f64 = book.shown(at).parse().expect("a number");
            book.put(at, number(&(now * 2.0).to_string()));
            recalculate(book);
        }
    };
    found(change(parameter), &[&format!("audit-parameter-changed {}", place(parameter))]);
    let input = input_amount();
    let report = found(change(input), &[&format!("audit-input-changed {}", place(input))]);
    assert!(report.findings[0].difference.is_some() && report.findings[0].basis.is_some());
}

#[test]
fn changed_and_removed_texts_and_digests_are_found() {
    let title = cell("Kontrole", |held| matches!(held, Held::Text(_)));
    found(|book| book.put(title, text("inny tytuł")), &[&format!("audit-text-changed {}", place(title))]);
    found(|book| book.put(title, Stored::Blank), &[&format!("audit-text-removed {}", place(title))]);
    let digest = cell("Źródła", |held| matches!(held, Held::Text(t) if t.len() == 64));
    let other = "0".repeat(64);
    found(|book| book.put(digest, text(&other)), &[&format!("audit-digest-changed {}", place(digest))]);
    found(|book| book.put(digest, Stored::Blank), &[&format!("audit-digest-changed {}", place(digest))]);
    let beside = (title.0, title.1, 40);
    found(|book| book.put(beside, text("dopisek")), &[&format!("audit-cell-added {}", place(beside))]);
}

#[test]
fn a_row_added_deleted_or_moved_is_one_difference_whatever_shifts() {
    for name in ["Dane - Płace", "Obliczenia", "Obliczenia - asystenci", "Wykaz imienny"] {
        let sheet = one().1.sheets.iter().position(|s| s.name == name).expect("the sheet");
        let rows: Vec<u32> = one().1.sheets[sheet].cells.iter().map(|c| c.row).collect();
        let middle = rows[rows.len() / 2];
        let at = |row: u32| format!("{name}!A{}", row + 1);
        found(
            |book| {
                book.insert_row(sheet, middle);
                recalculate(book);
            },
            &[&format!("audit-row-added {}", at(middle))],
        );
        found(
            |book| {
                book.delete_row(sheet, middle);
                recalculate(book);
            },
            &[&format!("audit-row-deleted {}", at(middle))],
        );
        found(
            |book| {
                book.move_row(sheet, middle, middle + 3);
                recalculate(book);
            },
            &[&format!("audit-row-moved {}", at(middle + 3))],
        );
    }
}

#[test]
fn a_copied_row_in_a_total_tells_what_it_adds() {
    let at = input_amount();
    let copy = |book: &mut Book| {
        book.insert_row(at.0, at.1 + 1);
        let row = book.sheets[at.0].rows[&at.1].clone();
        book.sheets[at.0].rows.insert(at.1 + 1, row);
        recalculate(book);
    };
    let report = found(copy, &[&format!("audit-row-added Dane - Płace!A{}", at.1 + 2)]);
    assert!(report.findings[0].seen.is_some());
}

#[test]
fn a_column_added_or_deleted_is_one_difference() {
    let sheet = input_amount().0;
    found(
        |book| {
            book.insert_column(sheet, 2);
            recalculate(book);
        },
        &["audit-column-added Dane - Płace!C1"],
    );
    found(
        |book| {
            book.delete_column(sheet, 2);
            recalculate(book);
        },
        &["audit-column-deleted Dane - Płace!C1"],
    );
}

#[test]
fn hidden_and_changed_sheets_rows_and_columns_are_found() {
    let at = input_amount();
    found(|book| book.hide_row(at.0, at.1), &[&format!("audit-row-hidden Dane - Płace!A{}", at.1 + 1)]);
    found(|book| book.hide_column(at.0, 3), &["audit-column-hidden Dane - Płace!D1"]);
    found(|book| book.sheets[at.0].hidden = true, &["audit-sheet-hidden Dane - Płace!A1"]);
    found(|book| book.add_sheet("Brudnopis", "notatka"), &["audit-sheet-added Brudnopis!A1"]);
    found(|book| book.rename_sheet(at.0, "Wypłaty gminy"), &["audit-sheet-renamed Wypłaty gminy!A1"]);
    found(|book| book.sheets.swap(1, 2), &["audit-sheet-order Część 1.2!A1"]);
    let views = one().1.sheets.iter().position(|s| s.name == "Kontrole").expect("the sheet");
    found(|book| book.delete_sheet(views), &["audit-sheet-deleted"]);
}

#[test]
fn a_stored_result_changed_behind_its_formula_and_an_error_are_found() {
    let at = amount_of_steps();
    let report = found(|book| book.store(at, number("5")), &[&format!("audit-stored-result {}", place(at))]);
    assert!(report.findings[0].difference.is_some_and(|d| d.to_exact().is_negative()));
    found(
        |book| book.store(at, Stored::Error("#VALUE!".to_owned())),
        &[&format!("audit-error-cell {}", place(at))],
    );
}

#[test]
fn links_to_other_files_and_macros_are_said() {
    found(|book| book.add_part("xl/vbaProject.bin", b"macros"), &["audit-macros"]);
    let link = "<?xml version=\"1.0\"?><externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    found(
        |book| book.add_part("xl/externalLinks/externalLink1.xml", link.as_bytes()),
        &["audit-external-links"],
    );
}
