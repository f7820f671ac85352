//! Every folder under `tests/cases` and `programmes/published` is a test: readable tables in, figures and findings out.
//!
//! Found when the test runs, so that a new case needs no code and no rebuild (tests/README.md). Figures are never
//! blessed: they come from the published source or from a derivation by hand.

mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use rozlicz::conformance::{self, PublicRecord};
use rozlicz::programme::Catalogue;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::pins;
use support::program::{Outcome, differences, settle, settle_after, write_workbook};
use support::workbook::{read_tables, write_xlsx};

/// `case.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    title: String,
    programme: String,
    kind: Kind,
    as_of: String,
    /// Errors are expected: the figures are a draft's.
    #[serde(default)]
    draft: bool,
    /// The day of the settlement before, whose tables stand in `poprzednie/`.
    previous_as_of: Option<String>,
    /// Rules that are not built in, relative to the package.
    programmes: Option<PathBuf>,
    /// Ways of readings, each `name=value`, as on the command line.
    #[serde(default)]
    readings: Vec<String>,
    #[serde(default)]
    published: String,
    #[serde(default)]
    invented: String,
    derivation: String,
    #[serde(default)]
    inferred: String,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Debug, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Everything needed was published.
    Reproduced,
    /// Some inputs had to be inferred.
    Consistent,
    /// The published figures break the rules.
    Contradicting,
    /// Invented.
    Scenario,
}

fn main() {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = support::case_folders()
        .into_iter()
        .map(|(name, folder)| {
            let kind = read(&folder)
                .map_or_else(|_| "unreadable".to_owned(), |c| format!("{:?}", c.kind).to_lowercase());
            Trial::test(name, move || check(&folder)).with_kind(kind)
        })
        .collect();
    assert!(trials.len() > 50, "the cases are not where they should be");
    for name in ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"] {
        trials.push(Trial::test(format!("sample-data/{name}"), move || sample(name)).with_kind("sample"));
    }
    trials.extend(record());
    trials
        .push(Trial::test("readings: every way of every edition is pinned", every_way).with_kind("coverage"));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Keys of a published case that `programmes conformance` reads; its own loader judges them.
const OF_THE_RECORD: [&str; 6] = ["municipality", "year", "source", "findings", "figures", "right"];

fn read(folder: &Path) -> Result<Case, Failed> {
    let mut table: toml::Table = toml::from_str(&std::fs::read_to_string(folder.join("case.toml"))?)?;
    for key in OF_THE_RECORD {
        table.remove(key);
    }
    Ok(table.try_into()?)
}

fn check(folder: &Path) -> Result<(), Failed> {
    let case = read(folder)?;
    let said = match case.kind {
        Kind::Reproduced => !case.published.is_empty(),
        Kind::Consistent | Kind::Contradicting => {
            let told = !case.invented.is_empty() || !case.inferred.is_empty();
            told && !case.published.is_empty()
        }
        Kind::Scenario => true,
    };
    if !said || case.derivation.trim().is_empty() || case.title.trim().is_empty() {
        return Err(
            "case.toml must say what was published, what was invented and how the figures come about".into(),
        );
    }
    let programmes = case.programmes.as_ref().map(|p| support::root().join(p));
    let input = folder.join("input");
    let before = previous(folder, &case)?;
    let previous = before.as_ref().map(|folder| folder.path().join(PREVIOUS));
    let run = |inputs: &[PathBuf]| {
        let (rules, previous) = (programmes.as_deref(), previous.as_deref());
        settle_after(inputs, rules, Some(&case.as_of), &case.readings, previous)
    };
    let outcome = run(std::slice::from_ref(&input))?;
    figures(folder, &case, &outcome)?;
    findings(folder, &outcome)?;
    same_as_workbook(&input, &outcome, run)
}

/// Name of the workbook of the settlement before.
const PREVIOUS: &str = "poprzednie.xlsx";

/// Settles the tables of `poprzednie/`, where the case has them, to a workbook in a folder that is gone afterwards.
fn previous(folder: &Path, case: &Case) -> Result<Option<tempfile::TempDir>, Failed> {
    let tables = folder.join("poprzednie");
    if tables.is_dir() != case.previous_as_of.is_some() {
        return Err("poprzednie/ and previous_as_of go together".into());
    }
    let Some(as_of) = &case.previous_as_of else { return Ok(None) };
    let made = tempfile::tempdir()?;
    let outcome = settle(&[tables], None, Some(as_of))?;
    write_workbook(&outcome.run, false, &made.path().join(PREVIOUS))?;
    Ok(Some(made))
}

fn figures(folder: &Path, case: &Case, outcome: &Outcome) -> Result<(), Failed> {
    let text = std::fs::read_to_string(folder.join("expected/totals.json"))?;
    let mut expected: serde_json::Value = serde_json::from_str(&text)?;
    let sources = expected.as_object_mut().and_then(|o| o.remove("sources"));
    let mut wrong = differences(&expected, &outcome.json);
    let difference = folder.join("expected/difference.json");
    if case.previous_as_of.is_some() != difference.is_file() {
        wrong.push("a settlement before and expected/difference.json go together".to_owned());
    } else if difference.is_file() {
        let expected = serde_json::from_str(&std::fs::read_to_string(difference)?)?;
        wrong.extend(differences(&expected, &outcome.json["difference"]));
    }
    if let Some(sources) = sources {
        let purses = outcome.run.settled.as_ref().map(pins::purses);
        wrong.extend(differences(&sources, &purses.unwrap_or_default()));
    }
    let pinned = pins::read(&folder.join("expected/figures.csv"))?;
    match &outcome.run.settled {
        Some(settled) => wrong.extend(pins::wrong(&pinned, settled)),
        None if pinned.is_empty() => {}
        None => wrong.push("figures.csv expects figures and there are none".to_owned()),
    }
    let cells = pins::read(&folder.join("expected/cells.csv"))?;
    wrong.extend(pins::wrong_cells(&cells, &outcome.run)?);
    if case.programme != expected["programme"] {
        wrong.push("case.toml and totals.json name different programmes".to_owned());
    }
    let errors: Vec<&String> = outcome.findings.iter().filter(|f| f.starts_with("error ")).collect();
    if case.draft == errors.is_empty() {
        wrong.push(format!("draft = {} but errors {errors:?}", case.draft));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}\n{}\n{}\nfindings:\n{}",
        case.title,
        case.derivation,
        wrong.join("\n"),
        outcome.findings.join("\n")
    )
    .into())
}

fn findings(folder: &Path, outcome: &Outcome) -> Result<(), Failed> {
    let path = folder.join("expected/findings.txt");
    let mut actual = outcome.findings.join("\n");
    if !actual.is_empty() {
        actual.push('\n');
    }
    if std::env::var_os("ROZLICZ_BLESS").is_some_and(|v| v == "1") && std::env::var_os("CI").is_none() {
        std::fs::write(&path, actual)?;
        return Ok(());
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    let missing: Vec<&str> = expected.lines().filter(|l| !actual.lines().any(|a| a == *l)).collect();
    let new: Vec<&str> = actual.lines().filter(|l| !expected.lines().any(|a| a == *l)).collect();
    Err(format!("findings differ\nmissing:\n{}\nnew:\n{}", missing.join("\n"), new.join("\n")).into())
}

/// The same tables as one workbook give the same figures.
fn same_as_workbook(
    input: &Path,
    outcome: &Outcome,
    run: impl Fn(&[PathBuf]) -> Result<Outcome, String>,
) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("dane.xlsx");
    write_xlsx(&file, &read_tables(input)?)?;
    let other = run(&[file])?;
    for key in ["programme", "totals", "rounds", "assistants"] {
        if outcome.json.get(key) != other.json.get(key) {
            let wrong = differences(&outcome.json[key], &other.json[key]);
            return Err(format!("as a workbook, {key} differs:\n{}", wrong.join("\n")).into());
        }
    }
    Ok(())
}

/// A sample settles without an error, to the figures worked out apart, and is what its readable tables make.
fn sample(name: &str) -> Result<(), Failed> {
    let root = support::root();
    let folder = root.join("sample-data").join(name);
    let outcome = settle(std::slice::from_ref(&folder), None, None)?;
    let text = std::fs::read_to_string(root.join("tests/expected/samples").join(format!("{name}.json")))?;
    let mut wrong = differences(&serde_json::from_str(&text)?, &outcome.json);
    wrong.extend(outcome.findings.iter().filter(|f| f.starts_with("error ")).cloned());
    let fresh = tempfile::tempdir()?;
    let file = fresh.path().join("fresh.xlsx");
    write_xlsx(&file, &read_tables(&root.join("examples/samples").join(name))?)?;
    if std::fs::read(&file)? != std::fs::read(folder.join(name).with_extension("xlsx"))? {
        wrong.push("the workbook is not what its tables make: cargo run --example make_samples".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// Every published case, folder or row, comes out as the record says: the same as `programmes conformance`.
fn record() -> Vec<Trial> {
    let home = support::root().join("programmes/published");
    let record = match PublicRecord::from_dir(&home) {
        Ok(record) => record,
        Err(error) => return vec![Trial::test("record", move || Err(error.to_string().into()))],
    };
    let one = |case: conformance::Case| {
        let name = format!("record/{}-{}", case.year, case.municipality.replace(' ', "-"));
        let kind = case.kind.word();
        Trial::test(name, move || recorded(&case)).with_kind(kind)
    };
    record.cases.into_iter().map(one).collect()
}

fn recorded(case: &conformance::Case) -> Result<(), Failed> {
    let outcome = conformance::check(case, &Catalogue::built_in(), support::program::polish());
    if outcome.as_recorded() { Ok(()) } else { Err(format!("{outcome:#?}").into()) }
}

/// Every way of every reading that a built-in edition admits has a case under `tests/cases/readings`, of an edition that
/// admits it, with figures or findings of its own; and no two ways of a reading have the same ones for the same input.
fn every_way() -> Result<(), Failed> {
    let catalogue = Catalogue::built_in();
    let mut pinned = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, folder) in support::case_folders().into_iter().filter(|(n, _)| n.starts_with("readings/")) {
        let case = read(&folder)?;
        let programme = catalogue.get(&case.programme)?;
        let [chosen] = case.readings.as_slice() else {
            wrong.push(format!("{name} pins one way of one reading"));
            continue;
        };
        let admitted = chosen.split_once('=').is_some_and(|(name, way)| {
            let reading = programme.readings.iter().find(|r| r.name == name);
            reading.is_some_and(|r| r.ways.iter().any(|w| w.word == way))
        });
        if !admitted {
            wrong.push(format!("{name}: {} does not admit {chosen}", case.programme));
        }
        pinned.insert(chosen.clone());
    }
    for id in catalogue.ids() {
        for reading in catalogue.get(id)?.readings {
            let ways = reading.ways.iter().map(|way| format!("{}={}", reading.name, way.word));
            wrong.extend(ways.filter(|w| !pinned.contains(w)).map(|w| format!("no case pins {w} ({id})")));
        }
    }
    wrong.extend(alike()?);
    wrong.sort();
    wrong.dedup();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// Ways of a reading that no input tells apart: a case that expects the same whatever the way pins nothing.
fn alike() -> Result<Vec<String>, Failed> {
    let mut seen: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (_, folder) in support::case_folders().into_iter().filter(|(n, _)| n.starts_with("readings/")) {
        let case = read(&folder)?;
        let Some((reading, way)) = case.readings.first().and_then(|chosen| chosen.split_once('=')) else {
            continue;
        };
        let mut expected = Vec::new();
        for file in ["totals.json", "findings.txt", "figures.csv", "cells.csv"] {
            expected.push(std::fs::read_to_string(folder.join("expected").join(file)).unwrap_or_default());
        }
        let given = read_tables(&folder.join("input"))?;
        seen.entry((reading.to_owned(), way.to_owned())).or_default().insert(format!(
            "{} {given:?} {}",
            case.programme,
            expected.join("\n")
        ));
    }
    let mut wrong = Vec::new();
    for ((reading, way), own) in &seen {
        let others = seen.iter().filter(|((r, w), _)| r == reading && w != way);
        for ((_, other), theirs) in others {
            if own.is_subset(theirs) {
                wrong.push(format!("{reading}: no input tells {way} from {other}"));
            }
        }
    }
    Ok(wrong)
}
