//! Every folder under `tests/cases` is a test: readable tables in, figures and findings out.
//!
//! Found when the test runs, so that a new case needs no code and no rebuild (tests/README.md). Figures are never
//! blessed: they come from the published source or from a derivation by hand.

mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use support::program::{Outcome, differences, settle, settle_reading, settle_tables};
use support::workbook::{Table, read_tables, write_xlsx};

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
    let root = support::root().join("tests/cases");
    let mut trials: Vec<Trial> = support::folders_with(&root, "case.toml")
        .into_iter()
        .map(|folder| {
            let name = folder.strip_prefix(&root).map_or_else(|_| String::new(), |p| p.display().to_string());
            let kind = read(&folder)
                .map_or_else(|_| "unreadable".to_owned(), |c| format!("{:?}", c.kind).to_lowercase());
            Trial::test(name.replace('\\', "/"), move || check(&folder)).with_kind(kind)
        })
        .collect();
    assert!(trials.len() > 50, "the cases are not where they should be: {}", root.display());
    for name in ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"] {
        trials.push(Trial::test(format!("sample-data/{name}"), move || sample(name)).with_kind("sample"));
    }
    trials.push(Trial::test("published/2022-poland", poland).with_kind("reproduced"));
    libtest_mimic::run(&arguments, trials).exit();
}

fn read(folder: &Path) -> Result<Case, Failed> {
    Ok(toml::from_str(&std::fs::read_to_string(folder.join("case.toml"))?)?)
}

fn check(folder: &Path) -> Result<(), Failed> {
    let case = read(folder)?;
    let said = match case.kind {
        Kind::Reproduced => !case.published.is_empty(),
        Kind::Consistent | Kind::Contradicting => !case.published.is_empty() && !case.invented.is_empty(),
        Kind::Scenario => true,
    };
    if !said || case.derivation.trim().is_empty() || case.title.trim().is_empty() {
        return Err(
            "case.toml must say what was published, what was invented and how the figures come about".into(),
        );
    }
    let programmes = case.programmes.as_ref().map(|p| support::root().join(p));
    let input = folder.join("input");
    let run =
        |inputs: &[PathBuf]| settle_reading(inputs, programmes.as_deref(), Some(&case.as_of), &case.readings);
    let outcome = run(std::slice::from_ref(&input))?;
    figures(folder, &case, &outcome)?;
    findings(folder, &outcome)?;
    same_as_workbook(&input, &outcome, run)
}

fn figures(folder: &Path, case: &Case, outcome: &Outcome) -> Result<(), Failed> {
    let text = std::fs::read_to_string(folder.join("expected/totals.json"))?;
    let mut expected: serde_json::Value = serde_json::from_str(&text)?;
    let sources = expected.as_object_mut().and_then(|o| o.remove("sources"));
    let mut wrong = differences(&expected, &outcome.json);
    if let Some(sources) = sources {
        wrong.extend(differences(&sources, &parts(outcome)));
    }
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

/// The two purses of a component.
fn parts(outcome: &Outcome) -> serde_json::Value {
    let settled = outcome.run.settled.as_ref();
    let component = settled.and_then(|s| s.rounds.first()?.employment.as_ref());
    let amount =
        |node: Option<rozlicz::calc::NodeId>| settled.zip(node).map(|(s, n)| s.model.money(n).to_string());
    serde_json::json!({
        "state_budget": amount(component.and_then(|c| c.state_budget_part)),
        "labour_fund": amount(component.and_then(|c| c.labour_fund_part)),
    })
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

/// Poland 2022: 2,948.69 posts at 3,000 are 8,846,070.00. Too long for readable tables, so made here: 2,948 full posts
/// and one of 0.69, each supplement with contributions at 4,000.00 a post (80 % of it does not bind).
fn poland() -> Result<(), Failed> {
    let head = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
    let umowa = [
        ["Pole", "Wartość"],
        ["Nazwa gminy", "Polska"],
        ["Program", "asystent-rodziny-2022"],
        ["Okres od", "2022-11-18"],
        ["Okres do", "2022-12-31"],
    ];
    let mut employment =
        vec![head(&["Identyfikator asystenta", "Forma zatrudnienia", "Wymiar etatu", "Zatrudniony od"])];
    let mut pay = vec![head(&[
        "Identyfikator asystenta",
        "Miesiąc",
        "Dodatek z Programu - pełna kwota brutto (zł)",
        "Pochodne razem (zł)",
        "Data zapłaty",
    ])];
    for n in 1..=2949 {
        let id = format!("A{n:04}");
        let (post, gross, on) =
            if n == 2949 { ("0,69", "2300,00", "460,00") } else { ("1", "3333,33", "666,67") };
        employment.push(head(&[&id, "umowa o pracę", post, "2020-01-01"]));
        pay.push(head(&[&id, "2022-12", gross, on, "2022-12-28"]));
    }
    let funds = vec![
        head(&["Składnik", "Przyznano (zł)", "Otrzymano (zł)", "Data otrzymania"]),
        head(&["dodatki", "8846070,00", "8846070,00", "2022-12-23"]),
    ];
    let tables = [
        ("umowa", umowa.iter().map(|r| head(r)).collect()),
        ("srodki", funds),
        ("zatrudnienie", employment),
        ("place", pay),
    ]
    .map(|(name, rows)| Table { name: name.to_owned(), rows });
    let outcome = settle_tables(&tables, Some("2023-01-20"))?;
    let expected = serde_json::json!({ "totals": {
        "supplement_co_financing": "8846070.00",
        "supplement_cost": "11794760.00",
        "to_return": "0.00",
    } });
    let wrong = differences(&expected, &outcome.json);
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
