//! The cases and the samples, read once and settled many times.

use crate::support;
use crate::support::pins::{self, Pin};
use crate::support::program::{differences, polish};
use rozlicz::finding::Severity;
use rozlicz::intake::{self, Intake};
use rozlicz::pipeline::{self, Run, result};
use rozlicz::programme::Catalogue;
use rozlicz::settlement::Settled;
use rozlicz::units::Day;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A case, ready to be settled under any rules.
pub struct Case {
    /// As `cases.rs` calls it.
    pub name: String,
    /// Id of its edition.
    pub programme: String,
    /// Has it rules of its own that are not built in?
    pub own_rules: bool,
    catalogue: Catalogue,
    intake: Intake,
    as_of: Option<Day>,
    figures: Value,
    sources: Option<Value>,
    findings: Option<Vec<String>>,
    pins: Vec<Pin>,
    /// Cells of the workbook that no table of steps holds.
    cells: Vec<Pin>,
    /// Ways of readings, as on the command line.
    readings: Vec<String>,
    /// Rows of all tables: small cases are tried first.
    rows: usize,
}

#[derive(Deserialize)]
struct Head {
    programme: String,
    as_of: String,
    programmes: Option<PathBuf>,
    #[serde(default)]
    readings: Vec<String>,
}

/// Reads every case that names an edition, small ones first.
pub fn all() -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (name, folder) in support::case_folders() {
        cases.push(read(&folder, name.clone()).map_err(|e| format!("{name}: {e}"))?);
    }
    for name in ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"] {
        cases.push(sample(name).map_err(|e| format!("{name}: {e}"))?);
    }
    cases.sort_by(|a, b| (a.rows, &a.name).cmp(&(b.rows, &b.name)));
    Ok(cases)
}

fn read(folder: &Path, name: String) -> Result<Case, String> {
    let text = |path: PathBuf| std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()));
    let head: Head = toml::from_str(&text(folder.join("case.toml"))?).map_err(|e| e.to_string())?;
    let figures = text(folder.join("expected/totals.json"))?;
    let findings = text(folder.join("expected/findings.txt")).unwrap_or_default();
    let own = head.programmes.as_ref().map(|p| support::root().join(p));
    let mut case = made(name, head.programme, own.as_deref(), &folder.join("input"), &figures)?;
    case.as_of = Some(Day::parse_iso(&head.as_of).ok_or("as_of is not a day")?);
    case.readings = head.readings;
    case.findings = Some(findings.lines().map(str::to_owned).collect());
    case.pins = pins::read(&folder.join("expected/figures.csv"))?;
    case.cells = pins::read(&folder.join("expected/cells.csv"))?;
    Ok(case)
}

fn sample(name: &str) -> Result<Case, String> {
    let root = support::root();
    let expected = root.join("tests/expected/samples").join(format!("{name}.json"));
    let figures = std::fs::read_to_string(expected).map_err(|e| e.to_string())?;
    let value: Value = serde_json::from_str(&figures).map_err(|e| e.to_string())?;
    let programme = value["programme"].as_str().ok_or("no programme")?.to_owned();
    made(format!("sample-data/{name}"), programme, None, &root.join("sample-data").join(name), &figures)
}

fn made(
    name: String,
    programme: String,
    rules: Option<&Path>,
    input: &Path,
    figures: &str,
) -> Result<Case, String> {
    let mut figures: Value = serde_json::from_str(figures).map_err(|e| e.to_string())?;
    let sources = figures.as_object_mut().and_then(|o| o.remove("sources"));
    let intake = intake::read(&[input.to_owned()]).map_err(|e| e.to_string())?;
    let catalogue = pipeline::catalogue(rules).map_err(|e| e.text(polish()))?;
    let rows = intake.submission.tables.iter().map(|t| t.rows.len()).sum();
    let own_rules = rules.is_some();
    Ok(Case {
        name,
        programme,
        own_rules,
        catalogue,
        intake,
        as_of: None,
        figures,
        sources,
        findings: None,
        pins: Vec::new(),
        cells: Vec::new(),
        readings: Vec::new(),
        rows,
    })
}

impl Case {
    /// Settles the case under the catalogue given, else under its own.
    pub fn run(&self, rules: Option<&Catalogue>) -> Result<Run, String> {
        let catalogue = rules.unwrap_or(&self.catalogue);
        pipeline::run_read(self.intake.clone(), catalogue, None, self.as_of, &self.readings)
            .map_err(|e| e.text(polish()))
    }

    /// Says where a run differs from what the case expects; nothing when it does not.
    pub fn fails(&self, run: &Run) -> Option<String> {
        if let Some(expected) = &self.findings {
            let actual = findings(run);
            if actual != *expected {
                let new = actual.iter().find(|f| !expected.contains(f));
                let missing = expected.iter().find(|f| !actual.contains(f));
                return Some(format!("findings: {:?}", new.or(missing)));
            }
        }
        match &run.settled {
            Some(settled) => self.wrong_figure(settled).or_else(|| self.wrong_cell(run)),
            None => self.figures.get("totals").filter(|t| !t.is_null()).map(|_| "no figures".to_owned()),
        }
    }

    /// Says which expected cell the workbook does not hold.
    fn wrong_cell(&self, run: &Run) -> Option<String> {
        match pins::wrong_cells(&self.cells, run) {
            Ok(wrong) => wrong.into_iter().next(),
            Err(problem) => Some(problem),
        }
    }

    /// Says which expected figure a settlement does not give.
    pub fn wrong_figure(&self, settled: &Settled) -> Option<String> {
        let actual = json!({
            "totals": result::totals(&settled.model, &settled.totals),
            "rounds": result::rounds(settled),
            "assistants": result::assistants(settled),
        });
        for key in ["totals", "rounds", "assistants"] {
            let expected = self.figures.get(key).filter(|e| !e.is_null());
            let wrong = expected.map(|e| differences(e, &actual[key])).unwrap_or_default();
            if let Some(first) = wrong.into_iter().next() {
                return Some(format!("{key}{first}"));
            }
        }
        let wrong = self.sources.as_ref().map(|s| differences(s, &pins::purses(settled))).unwrap_or_default();
        wrong.into_iter().next().or_else(|| pins::wrong(&self.pins, settled).into_iter().next())
    }
}

/// `severity code place`, as in `expected/findings.txt`, without putting anything into words.
fn findings(run: &Run) -> Vec<String> {
    run.findings
        .iter()
        .map(|f| {
            let severity = match f.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let place = f.at.map_or_else(String::new, |at| run.submission.sources.place(at));
            let place = if place.is_empty() { "-" } else { &place };
            let explained = if f.explained.is_some() { " (explained)" } else { "" };
            format!("{severity} {} {place}{explained}", f.code.name)
        })
        .collect()
}
