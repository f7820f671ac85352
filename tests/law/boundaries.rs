//! `boundaries.csv`: every threshold has a case on each side, and the sides differ in the figure named.

use crate::support;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Reads the inventory and asks every case for its figure.
pub fn check() -> Result<(), String> {
    let path = support::root().join("tests/law/boundaries.csv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_path(&path)
        .map_err(|e| e.to_string())?;
    let folders: BTreeMap<String, _> = support::case_folders().into_iter().collect();
    let mut sides: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        let fields: Vec<&str> = record.iter().collect();
        let [boundary, side, case, figure, value] = fields[..] else {
            return Err(format!("boundaries.csv: a line has five fields: {record:?}"));
        };
        let Some(folder) = folders.get(case) else {
            wrong.push(format!("{boundary}: there is no case {case}"));
            continue;
        };
        let found = shown(&folder.join("expected"), figure)?;
        if found != value {
            wrong.push(format!("{boundary}, {side}: {case} expects {figure} {found}, not {value}"));
        }
        let values = sides.entry(boundary.to_owned()).or_default().entry(side.to_owned()).or_default();
        values.insert(value.to_owned());
    }
    for (boundary, sides) in &sides {
        let distinct: BTreeSet<_> = sides.values().flatten().collect();
        if sides.len() < 2 || distinct.len() < 2 {
            wrong.push(format!("{boundary}: two sides that differ are wanted, there are {sides:?}"));
        }
    }
    if sides.len() < 25 {
        wrong.push(format!("only {} boundaries", sides.len()));
    }
    crate::report(format!("boundaries: {} thresholds with a case on each side", sides.len()));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// A figure that a case expects: a key of `totals`; `A01.key` of an assistant; `finding code` as yes or no; or
/// `table|row|step` of `figures.csv`.
fn shown(expected: &Path, figure: &str) -> Result<String, String> {
    let read = |name: &str| fs::read_to_string(expected.join(name)).unwrap_or_default();
    if let Some(code) = figure.strip_prefix("finding ") {
        let found = read("findings.txt").lines().any(|line| line.split(' ').nth(1) == Some(code));
        return Ok(if found { "yes" } else { "no" }.to_owned());
    }
    if figure.contains('|') {
        let start = figure.replace('|', ";") + ";";
        let found = read("figures.csv").lines().find_map(|line| line.strip_prefix(&start).map(str::to_owned));
        return found.ok_or_else(|| format!("{}: no {figure}", expected.display()));
    }
    let totals: Value = serde_json::from_str(&read("totals.json")).map_err(|e| e.to_string())?;
    let value = match figure.split_once('.') {
        Some((id, key)) => {
            let all = totals["assistants"].as_array().cloned().unwrap_or_default();
            all.iter().find(|a| a["id"] == id).map(|a| a[key].clone()).unwrap_or_default()
        }
        None => totals["totals"][figure].clone(),
    };
    Ok(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}
