//! A trace alone recomputes every amount, and so does the workbook it lies in: over every case and every sample.

mod support;

use rozlicz::calc::Value;
use rozlicz::intake::book::{self, ReadBook, ReadValue};
use rozlicz::recalc;
use rozlicz::trace::{self, Held, Trace};
use std::path::{Path, PathBuf};
use support::program::{settle_reading, write_workbook};

#[derive(serde::Deserialize)]
struct Case {
    as_of: String,
    #[serde(default)]
    draft: bool,
    programmes: Option<PathBuf>,
    #[serde(default)]
    readings: Vec<String>,
}

/// Settles a folder and reads back what was written; nothing where there are no figures.
fn written(input: &Path, case: Option<&Case>) -> Option<(ReadBook, Trace)> {
    let programmes = case.and_then(|c| c.programmes.as_ref()).map(|p| support::root().join(p));
    let readings = case.map_or(&[][..], |c| c.readings.as_slice());
    let as_of = case.map(|c| c.as_of.as_str());
    let outcome = settle_reading(&[input.to_owned()], programmes.as_deref(), as_of, readings).expect("read");
    outcome.run.settled.as_ref()?;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    write_workbook(&outcome.run, case.is_some_and(|c| c.draft), &file).expect("written");
    let book = book::read("rozliczenie.xlsx", &std::fs::read(&file).expect("read")).expect("a workbook");
    let trace = trace::sheet::found(&book).expect("a trace").expect("sound");
    Some((book, trace))
}

/// Returns what differs, and the number of formulas computed.
fn compared(book: &ReadBook, trace: &Trace) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let own = recalc::of_trace(trace);
    wrong.extend(own.faults.iter().map(|fault| format!("trace: {fault:?}")));
    let read = recalc::of_book_traced(book, trace, &Some);
    wrong.extend(read.faults.iter().map(|fault| format!("book: {fault:?}")));
    for (index, sheet) in trace.sheets.iter().enumerate() {
        for cell in &sheet.cells {
            let at = format!("{} {}", sheet.name, rozlicz::source::a1(cell.row, cell.column));
            let Some(id) = own.node(index, cell.row, cell.column) else {
                wrong.push(format!("{at}: no node"));
                continue;
            };
            let (formula, expected) = match &cell.holds {
                Held::Formula(formula, value) => (formula.as_str(), value.clone()),
                other => ("", other.value()),
            };
            if *own.model.value(id) != expected {
                let seen = own.model.value(id);
                wrong.push(format!("{at}: {seen:?}, not {expected:?}, from {formula}"));
            }
            let Some(id) = read.node(index, cell.row, cell.column) else {
                wrong.push(format!("{at}: no node in the book"));
                continue;
            };
            // Numbers of the file are binary, so what is computed from them is near, not equal.
            let near = match (read.model.value(id), &expected) {
                (Value::Number(a), Value::Number(b)) => a.round_half_up(7) == b.round_half_up(7),
                (a, b) => a == b,
            };
            if !near {
                wrong.push(format!("{at}: {:?} in the book, not {expected:?}", read.model.value(id)));
            }
        }
    }
    for figure in &trace.figures {
        let Some((sheet, row, column)) = figure.at else { continue };
        let value = own.node(sheet, row, column).map(|id| own.model.value(id));
        if value != Some(&figure.value) {
            wrong.push(format!("figure {}: {value:?}, not {:?}", figure.what, figure.value));
        }
    }
    let hidden = |value: &ReadValue| matches!(value, ReadValue::Error(_));
    wrong.extend(
        book.sheets
            .iter()
            .flat_map(|s| s.cells.iter())
            .filter(|(_, c)| hidden(&c.value))
            .map(|c| format!("{c:?}")),
    );
    (wrong, own.formulas)
}

fn all_of(folders: Vec<(String, PathBuf, Option<Case>)>) -> usize {
    let queue = std::sync::Mutex::new(folders);
    let all = std::sync::Mutex::new((Vec::new(), 0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((name, input, case)) = queue.lock().expect("no panic before").pop() else {
                        break;
                    };
                    let Some((book, trace)) = written(&input, case.as_ref()) else { continue };
                    let (wrong, formulas) = compared(&book, &trace);
                    let mut all = all.lock().expect("no panic before");
                    all.1 += formulas;
                    all.0.extend(wrong.iter().take(5).map(|line| format!("{name}: {line}")));
                }
            });
        }
    });
    let (wrong, formulas) = all.into_inner().expect("no panic before");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    formulas
}

#[test]
fn a_trace_alone_recomputes_every_amount_of_every_case() {
    let mut folders = Vec::new();
    let all = std::env::var_os("ROZLICZ_ALL").is_some();
    for (index, (name, folder)) in support::case_folders().into_iter().enumerate() {
        // Settling all of them takes minutes without optimisation; the cases of the law differ little in their formulas.
        if !all && index % 8 != 0 && !name.starts_with("published/") && name != "law/sibling-first-year" {
            continue;
        }
        let text = std::fs::read_to_string(folder.join("case.toml")).expect("a case");
        let case: Case = toml::from_str(&text).expect("its keys");
        folders.push((name, folder.join("input"), Some(case)));
    }
    let formulas = all_of(folders);
    assert!(formulas > 10_000, "{formulas} formulas");
}

#[test]
fn a_trace_alone_recomputes_every_amount_of_the_samples() {
    let samples = ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"];
    let folders = samples.map(|name| (name.to_owned(), support::root().join("sample-data").join(name), None));
    let formulas = all_of(folders.into());
    assert!(formulas > 1_000, "{formulas} formulas");
}
