//! The second engine agrees with every workbook that the tests can make: those of all cases, of the public record, and
//! of random submissions, whole and as they are sent.
//!
//! A run that the engine refuses gives the office no workbook at all, so a false alarm is as bad as a missed fault:
//! `ROZLICZ_WITNESS_RANDOM` asks for more random submissions than the suite has time for, and for all cases in place of
//! every fourth. (`witness.rs` writes all of them, and nothing is written that this engine has not computed.)

mod support;

use rozlicz::conformance::{self, PublicRecord};
use rozlicz::pipeline::{self, Run};
use rozlicz::programme::Catalogue;
use rozlicz::witness;
use std::fs;
use support::{case_folders, generator, program, root};

/// Random submissions of an ordinary run of the tests.
const RANDOM: u64 = 60;

/// Every which case is computed in an ordinary run.
const EVERY: usize = 4;

fn asked() -> Option<u64> {
    std::env::var("ROZLICZ_WITNESS_RANDOM").ok().and_then(|n| n.parse().ok())
}

/// Renders both workbooks of a run, has them computed, and returns the number of formulas.
fn witnessed(mut run: Run) -> Result<usize, String> {
    let draft = run.has_errors();
    let locale = program::polish();
    let forms = pipeline::forms(None).map_err(|e| e.text(locale))?;
    let Some(papers) = pipeline::papers(&mut run, &forms, draft).map_err(|e| e.text(locale))? else {
        return Ok(0);
    };
    let whole = papers.whole().map_err(|e| e.text(locale))?;
    let to_send = papers.to_send().map_err(|e| e.text(locale))?;
    // Read our way, the engine has the very formulas and values that its own import gives it.
    for written in [&whole, &to_send] {
        let alike = witness::imported_alike(&written.prepared().bytes)?;
        assert_eq!(alike, written.agreement().formulas, "formulas that the engine's own import has");
    }
    Ok(whole.agreement().formulas + to_send.agreement().formulas)
}

/// Does the work for each item, on two threads, and says what every failure was.
fn all<T: Sync>(items: &[T], work: impl Fn(&T) -> Result<usize, String> + Sync) {
    let half = items.len().div_ceil(2).max(1);
    let each = &|some: &[T]| some.iter().map(&work).collect::<Vec<_>>();
    let results: Vec<Result<usize, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = items.chunks(half).map(|some| scope.spawn(move || each(some))).collect();
        running.into_iter().flat_map(|one| one.join().expect("a worker ends")).collect()
    });
    let wrong: Vec<&String> = results.iter().filter_map(|r| r.as_ref().err()).collect();
    assert!(wrong.is_empty(), "{} of {} workbooks: {wrong:#?}", wrong.len(), items.len());
    let formulas: usize = results.iter().flatten().sum();
    println!("{} submissions, {formulas} formulas agree", items.len());
    assert!(formulas > 100 * items.len(), "{formulas} formulas of {} submissions", items.len());
}

#[test]
fn the_workbooks_of_the_samples_and_of_the_cases_agree() {
    let step = if asked().is_some() { 1 } else { EVERY };
    let mut folders: Vec<_> = case_folders().into_iter().step_by(step).collect();
    for name in ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025", "awkward"] {
        folders.push((name.to_owned(), root().join("sample-data").join(name)));
    }
    all(&folders, |(name, folder)| {
        let text = fs::read_to_string(folder.join("case.toml")).unwrap_or_default();
        let facts: toml::Table = toml::from_str(&text).map_err(|e| e.to_string())?;
        let get = |key: &str| facts.get(key).and_then(toml::Value::as_str);
        let programmes = get("programmes").map(|p| root().join(p));
        let chosen = facts.get("readings").and_then(toml::Value::as_array);
        let chosen: Vec<String> =
            chosen.into_iter().flatten().filter_map(toml::Value::as_str).map(str::to_owned).collect();
        let input = if text.is_empty() { folder.clone() } else { folder.join("input") };
        let outcome = program::settle_reading(&[input], programmes.as_deref(), get("as_of"), &chosen)?;
        witnessed(outcome.run).map_err(|e| format!("{name}: {e}"))
    });
}

#[test]
fn the_workbooks_of_the_public_record_agree() {
    let (record, catalogue) = (PublicRecord::built_in().expect("sound"), Catalogue::built_in());
    all(&record.cases, |case| {
        let run = conformance::run(case, &catalogue).map_err(|e| e.text(program::polish()))?;
        // A nation in one row would be three thousand people.
        let run = run.filter(|r| r.settled.as_ref().is_some_and(|s| s.assistants.len() < 100));
        run.map_or(Ok(0), witnessed)
    });
}

#[test]
fn the_workbooks_of_random_submissions_agree() {
    let seeds: Vec<u64> = (0..asked().unwrap_or(RANDOM)).collect();
    all(&seeds, |seed| {
        let case = generator::case(*seed);
        let outcome = program::settle_tables(&case.tables(), None)?;
        witnessed(outcome.run).map_err(|e| format!("seed {seed}: {e}"))
    });
}
