//! The program as the tests see it: tables in, result and findings out, through the library's pipeline.
//!
//! Every test goes through these functions, so that a change of the pipeline's interface is a change of one file.

use super::workbook::{Table, write_csv};
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::{self, Job, Run};
use rozlicz::units::Day;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What a run gave.
pub struct Outcome {
    /// The JSON result.
    pub json: Value,
    /// `severity code place`, in the order printed; ` (explained)` behind what `Wyjaśnienia` explains.
    pub findings: Vec<String>,
    /// The run itself, for workbooks.
    pub run: Run,
}

/// Settles inputs as of an ISO day.
pub fn settle(inputs: &[PathBuf], programmes: Option<&Path>, as_of: Option<&str>) -> Result<Outcome, String> {
    settle_reading(inputs, programmes, as_of, &[])
}

/// Settles inputs as of an ISO day with readings, each `NAME=VALUE`.
pub fn settle_reading(
    inputs: &[PathBuf],
    programmes: Option<&Path>,
    as_of: Option<&str>,
    readings: &[String],
) -> Result<Outcome, String> {
    settle_after(inputs, programmes, as_of, readings, None)
}

/// As [`settle_reading`], set against the workbook of the settlement before.
pub fn settle_after(
    inputs: &[PathBuf],
    programmes: Option<&Path>,
    as_of: Option<&str>,
    readings: &[String],
    previous: Option<&Path>,
) -> Result<Outcome, String> {
    let locale = polish();
    let job = Job {
        inputs: inputs.to_vec(),
        programme: None,
        programmes: programmes.map(Path::to_owned),
        as_of: as_of.map(|day| Day::parse_iso(day).ok_or_else(|| format!("not a day: {day}"))).transpose()?,
        readings: readings.to_vec(),
        previous: previous.map(Path::to_owned),
    };
    let run = pipeline::run(&job).map_err(|e| e.text(locale))?;
    let json = serde_json::to_value(run.result_object(false, locale)).map_err(|e| e.to_string())?;
    let findings = run
        .rendered(locale)
        .into_iter()
        .map(|f| {
            let place = if f.place.is_empty() { "-" } else { &f.place };
            let explained = if f.explained.is_some() { " (explained)" } else { "" };
            format!("{} {} {place}{explained}", f.severity, f.code)
        })
        .collect();
    Ok(Outcome { json, findings, run })
}

/// Settles tables through a folder of CSV files that is gone afterwards.
pub fn settle_tables(tables: &[Table], as_of: Option<&str>) -> Result<Outcome, String> {
    settle_tables_reading(tables, as_of, &[])
}

/// As [`settle_tables`], with readings, each `NAME=VALUE`.
pub fn settle_tables_reading(
    tables: &[Table],
    as_of: Option<&str>,
    readings: &[String],
) -> Result<Outcome, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    write_csv(folder.path(), tables).map_err(|e| e.to_string())?;
    settle_reading(&[folder.path().to_owned()], None, as_of, readings)
}

/// Writes the whole workbook of a run.
pub fn write_workbook(run: &Run, draft: bool, path: &Path) -> Result<(), String> {
    with_papers(run, draft, |papers| papers.write(path, true))
}

/// Writes the official sheets alone.
pub fn write_to_send(run: &Run, path: &Path) -> Result<(), String> {
    with_papers(run, false, |papers| papers.write_to_send(path, true))
}

/// Makes papers of a copy: a test may write those of one run several times.
fn with_papers(
    run: &Run,
    draft: bool,
    write: impl Fn(&pipeline::Papers<'_>) -> Result<(), pipeline::CannotRun>,
) -> Result<(), String> {
    let mut run = run.clone();
    let forms = pipeline::forms(None).map_err(|e| e.text(polish()))?;
    let papers = pipeline::papers(&mut run, &forms, draft).map_err(|e| e.text(polish()))?;
    write(&papers.ok_or("no figures")?).map_err(|e| e.text(polish()))
}

/// The Polish catalogue, loaded once.
pub fn polish() -> &'static Locale {
    static LOCALE: OnceLock<Locale> = OnceLock::new();
    LOCALE.get_or_init(|| Locale::new(Language::Polish))
}

/// Lists where `expected` is not a part of `actual`; empty when it is.
pub fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", expected, actual, &mut found);
    found
}

fn compare(path: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(e), Value::Object(a)) => {
            for (key, value) in e {
                compare(&format!("{path}.{key}"), value, a.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(e), Value::Array(a)) => {
            if e.len() != a.len() {
                found.push(format!("{path}: {} entries expected, {} found", e.len(), a.len()));
            }
            for (i, (e, a)) in e.iter().zip(a).enumerate() {
                compare(&format!("{path}[{i}]"), e, a, found);
            }
        }
        _ if expected != actual => found.push(format!("{path}: {expected} expected, {actual} found")),
        _ => {}
    }
}
