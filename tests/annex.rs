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
use rozlicz::intake::book::{self, ReadBook};
use rozlicz::programme::Catalogue;
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
