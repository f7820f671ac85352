//! Annexes that this program did not write: what is said of them, and that nothing is said of one without fault.
//!
//! Every folder of `annex/` is a report as somebody may have filled it: one CSV a sheet, and the findings expected
//! (tests/README.md). What this program sends is audited in the same way and comes out clean; every slip in it is
//! noticed, or its column is listed among what nobody can verify.

mod support;

use rozlicz::audit::{Report, Verdict, foreign};
use rozlicz::finding::Severity;
use rozlicz::finding::render::rendered_all;
use rozlicz::forms::Forms;
use rozlicz::intake::book::{self, ReadBook, ReadValue};
use rozlicz::programme::Catalogue;
use rozlicz::source::CellRef;
use rozlicz::units::Exact;
use std::path::PathBuf;
use support::program::{polish, settle, settle_reading, write_to_send};

fn audit(book: &ReadBook) -> Result<Report, String> {
    foreign::audit(book, None, &Catalogue::built_in(), &Forms::built_in()).map_err(|e| e.text(polish()))
}

/// `severity code place: message`.
fn words(report: &Report) -> Vec<String> {
    rendered_all(&report.findings, &report.sources, polish())
        .into_iter()
        .map(|f| {
            format!(
                "{} {} {}: {} (jest {}, ma być {}, różnica {})",
                f.severity, f.code, f.place, f.message, f.seen, f.expected, f.difference
            )
        })
        .collect()
}

fn sent(inputs: &[PathBuf]) -> Option<ReadBook> {
    let outcome = settle(inputs, None, Some("2026-01-20")).ok()?;
    sent_by(&outcome.run)
}

fn sent_by(run: &rozlicz::pipeline::Run) -> Option<ReadBook> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wysylka.xlsx");
    write_to_send(run, &path).ok()?;
    let bytes = std::fs::read(&path).expect("the file just written");
    Some(book::read("wysylka.xlsx", &bytes).expect("a workbook of ours"))
}

#[test]
fn what_is_sent_of_every_sample_comes_out_clean() {
    for name in ["gmina-2024", "gmina-2025", "redziny-2019", "wrzesnia-2021"] {
        let book = sent(&[support::root().join("sample-data").join(name)]).expect("the sample is settled");
        let report = audit(&book).expect("the annex is known");
        assert_eq!(report.verdict(), Verdict::Clean, "{name}\n{}", words(&report).join("\n"));
        assert!(report.recomputed.iter().all(|r| r.count > 0), "{name}: {:?}", report.recomputed);
    }
}

#[test]
fn what_is_sent_of_every_case_comes_out_clean() {
    let mut wrong = Vec::new();
    let mut audited = 0;
    for (name, folder) in support::case_folders() {
        let text = std::fs::read_to_string(folder.join("case.toml")).expect("a case");
        let case: toml::Table = toml::from_str(&text).expect("a case");
        // Rules of its own, other ways of readings: an annex does not tell of them.
        if case.contains_key("programmes") || case.contains_key("readings") {
            continue;
        }
        let as_of = case.get("as_of").and_then(toml::Value::as_str);
        // A level of 20 %, set on purpose, is what the form prints by mistake: nobody can tell them apart.
        if name == "law/2025-other-level" {
            continue;
        }
        let Ok(outcome) = settle_reading(&[folder.join("input")], None, as_of, &[]) else { continue };
        if outcome.findings.iter().any(|f| f.starts_with("error ")) {
            continue;
        }
        let Some(book) = sent_by(&outcome.run) else { continue };
        let programme = outcome.run.programme.as_ref().map(|p| p.id.clone());
        let report = foreign::audit(&book, programme.as_deref(), &Catalogue::built_in(), &Forms::built_in());
        match report {
            Err(e) => wrong.push(format!("{name}: {}", e.text(polish()))),
            Ok(report) => {
                audited += 1;
                let said = words(&report);
                let bad = report.findings.iter().zip(&said).filter(|(f, _)| f.severity != Severity::Note);
                wrong.extend(bad.map(|(_, text)| format!("{name}: {text}")));
            }
        }
    }
    assert!(audited > 60, "only {audited} cases were audited");
    assert!(wrong.is_empty(), "{}\n{audited} audited", wrong.join("\n"));
}

/// Numeric cells of a form below its headings: sheet, row, column.
fn figures(book: &ReadBook) -> Vec<(usize, (u32, u32))> {
    let mut found = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let numbered = sheet.cells.iter().filter(|(_, c)| matches!(c.value, ReadValue::Number(_)));
        found.extend(numbered.map(|(at, _)| (index, *at)));
    }
    found
}

/// Ways in which a hand slips: a grosz more, a hundred more, two digits swapped, a zero too many.
fn slips_of(value: &Exact) -> Vec<(&'static str, Exact)> {
    let hundred = Exact::whole(100);
    let mut all = vec![
        ("grosz", value + &Exact::ratio(1, 100).expect("not by zero")),
        ("hundred", value + &hundred),
        ("zero", value * &Exact::whole(10)),
    ];
    if *value >= Exact::ratio(1, 100).expect("not by zero") {
        all.push(("less", value - &Exact::ratio(1, 100).expect("not by zero")));
    }
    if let Some(swapped) = swapped(value) {
        all.push(("digits", swapped));
    }
    all.retain(|(_, slip)| slip != value);
    all
}

/// The first two neighbouring digits that differ, swapped.
fn swapped(value: &Exact) -> Option<Exact> {
    let mut text: Vec<char> = value.to_short(2).chars().collect();
    let at = (1..text.len())
        .find(|i| text[i - 1].is_ascii_digit() && text[*i].is_ascii_digit() && text[i - 1] != text[*i])?;
    text.swap(at - 1, at);
    Exact::parse_decimal(&text.iter().collect::<String>())
}

/// Returns what the report says of a slip: at the cell itself, beside it, or not at all.
fn noticed(before: &Report, after: &Report, at: CellRef) -> Option<String> {
    let news = after.findings.iter().filter(|f| !before.findings.contains(f));
    let of = |f: &rozlicz::finding::Finding| f.at == Some(at) || f.related.contains(&at);
    let news: Vec<&rozlicz::finding::Finding> = news.collect();
    let own = news.iter().find(|f| f.at == Some(at));
    own.or_else(|| news.iter().find(|f| of(f))).or(news.first()).map(|f| f.code.name.to_owned())
}

#[test]
fn slips() {
    let mut silent = std::collections::BTreeMap::<String, Vec<String>>::new();
    let (mut all, mut own, mut beside) = (0, 0, 0);
    for name in ["gmina-2024", "gmina-2025", "redziny-2019", "wrzesnia-2021"] {
        let book = sent(&[support::root().join("sample-data").join(name)]).expect("the sample is settled");
        let before = audit(&book).expect("the annex is known");
        for (index, (sheet, at)) in figures(&book).into_iter().enumerate() {
            let ReadValue::Number(value) = book.sheets[sheet].cells[&at].value.clone() else { continue };
            let ways = slips_of(&value);
            for (kind, slip) in ways.iter().skip(index % ways.len().max(1)).take(1).cloned() {
                let mut other = book.clone();
                let cell = other.sheets[sheet].cells.get_mut(&at).expect("the cell");
                cell.value = ReadValue::Number(slip);
                cell.formula = None;
                all += 1;
                let place = CellRef {
                    sheet: rozlicz::source::SheetId(u16::try_from(sheet).expect("few")),
                    row: at.0,
                    column: at.1,
                };
                let after = audit(&other).expect("the annex is known");
                match noticed(&before, &after, place) {
                    Some(_)
                        if after
                            .findings
                            .iter()
                            .any(|f| f.at == Some(place) && !before.findings.contains(f)) =>
                    {
                        own += 1
                    }
                    Some(_) => beside += 1,
                    None => silent
                        .entry(format!("{name} {} {}", book.sheets[sheet].name, place))
                        .or_default()
                        .push(kind.to_owned()),
                }
            }
        }
    }
    let told: Vec<String> = silent.iter().map(|(k, v)| format!("{k}: {}", v.join(","))).collect();
    panic!(
        "{all} slips, {own} at the cell, {beside} beside, silent cells {}:\n{}",
        told.len(),
        told.join("\n")
    );
}
