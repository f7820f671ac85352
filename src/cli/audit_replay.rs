//! `audit --replay CAPSULE`: repeats a recorded run and says what is not as it was.

use clap::{Arg, ArgAction, ArgMatches};
use serde_json::json;

use super::terminal::Report;
use super::{DONE, ERRORS_FOUND, arguments, summary};
use crate::capsule::{Capsule, Manifest, Replay, Verdict, replay};
use crate::finding::{Fact, render};
use crate::intake;
use crate::locale::Locale;
use crate::pipeline::CannotRun;
use crate::units::Day;

/// The option of `audit` that names the capsule.
pub fn arguments(locale: &Locale) -> [Arg; 1] {
    [arguments::path_option("replay", "file", "cli-replay", locale).action(ArgAction::Set)]
}

/// Repeats the run. `audit` has the options `data` (paths) and `json`.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let Some(path) = arguments::path(matches, "replay") else { return Ok(Report::default()) };
    let capsule = Capsule::open(&path)?;
    let data: Vec<_> =
        matches.get_many::<std::path::PathBuf>("data").map(|all| all.cloned().collect()).unwrap_or_default();
    let documents = if data.is_empty() { None } else { Some(intake::documents(&data)??) };
    let repeated = replay::replay(&capsule, documents)?;
    let code = if repeated.verdict == Verdict::Reproduced { DONE } else { ERRORS_FOUND };
    let mut report = Report { code, ..Report::default() };
    if matches.get_flag("json") {
        report.line(&summary::json(&object(&repeated, locale)));
        return Ok(report);
    }
    report.line(&head(&repeated.manifest, locale));
    if !repeated.findings.is_empty() {
        let words = render::rendered_all(&repeated.findings, &repeated.sources, locale);
        report.line(&render::text(&words, locale));
    }
    report.line(&verdict(&repeated, locale));
    Ok(report)
}

fn key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reproduced => "reproduced",
        Verdict::FiguresSame => "figures-same",
        Verdict::Differs => "differs",
    }
}

fn verdict(repeated: &Replay, locale: &Locale) -> String {
    locale.text(&format!("replay-verdict-{}", key(repeated.verdict)), &[])
}

/// What the capsule records, for the reader to compare with the papers in hand.
fn head(manifest: &Manifest, locale: &Locale) -> String {
    let day = Day::parse_iso(&manifest.arguments.as_of);
    let facts = [
        ("edition", Fact::Text(manifest.edition.clone())),
        ("form", Fact::Text(manifest.form.clone())),
        ("day", day.map_or_else(|| Fact::Text(manifest.arguments.as_of.clone()), Fact::Day)),
        ("version", Fact::Text(manifest.program_version.clone())),
        ("digest", Fact::Text(manifest.workbook.sha256.clone())),
        ("draft", Fact::Text(if manifest.arguments.draft { "yes" } else { "no" }.to_owned())),
    ];
    let mut text = locale.text("replay-head", &facts);
    for document in &manifest.documents {
        let facts =
            [("file", Fact::Text(document.name.clone())), ("digest", Fact::Text(document.sha256.clone()))];
        text.push_str("\n  ");
        text.push_str(&locale.text("replay-document", &facts));
    }
    text.push('\n');
    text
}

fn object(repeated: &Replay, locale: &Locale) -> serde_json::Value {
    let manifest = &repeated.manifest;
    let documents: Vec<_> = manifest
        .documents
        .iter()
        .map(|d| json!({"name": d.name, "bytes": d.bytes, "sha256": d.sha256}))
        .collect();
    json!({
        "verdict": key(repeated.verdict),
        "text": verdict(repeated, locale),
        "program_version": manifest.program_version,
        "edition": manifest.edition,
        "form": manifest.form,
        "arguments": manifest.arguments,
        "documents": documents,
        "workbook": manifest.workbook,
        "to_send": manifest.to_send,
        "findings": render::json(&repeated.findings, &repeated.sources, locale),
    })
}
