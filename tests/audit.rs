//! `audit` on workbooks of the sample data: untouched ones are clean, and every kind of change is found at its cell
//! and under its name, and nothing else is.

mod support;

use rozlicz::audit::{Report, own};
use rozlicz::finding::Severity;
use rozlicz::intake::book;
use rozlicz::pipeline::{self, Job};
use rozlicz::trace::{Held, Trace, sheet};
use rozlicz::units::Day;
use std::path::PathBuf;
use std::sync::OnceLock;
use support::tamper::{Book, Stored};

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
    assert_eq!(said(&report), expected, "{:#?}", report.findings);
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
