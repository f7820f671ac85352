//! LibreOffice recalculates every workbook the tests produce; every formula must give its stored result.
//!
//! First a wrong result is planted and must be seen corrected: a witness that repeats what it is told is worth
//! nothing. Then the workbooks of the sample data as they are, and those of all cases and of a thousand random
//! submissions packed into a few (tests/support/pack.rs). `ROZLICZ_WITNESS=required` makes a missing LibreOffice a failure; `ROZLICZ_WITNESS_RANDOM` changes how
//! many random submissions there are.

mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use rozlicz::conformance::{self, PublicRecord};
use rozlicz::pipeline::Run;
use rozlicz::programme::Catalogue;
use std::fs;
use std::path::{Path, PathBuf};
use support::{generator, pack, program, soffice};

fn main() {
    let arguments = Arguments::from_args();
    let required = std::env::var_os("ROZLICZ_WITNESS").is_some_and(|v| v == "required");
    let absent = !soffice::present() && !required;
    if absent && !arguments.list {
        eprintln!(
            "witness: LibreOffice (soffice) is not installed, so the workbooks are NOT recalculated here"
        );
    }
    let trials = vec![
        Trial::test("a_planted_wrong_result_is_seen_and_corrected", planted).with_ignored_flag(absent),
        Trial::test("the_workbooks_of_the_samples_recalculate_to_themselves", samples)
            .with_ignored_flag(absent),
        Trial::test("the_workbooks_of_the_cases_recalculate_to_themselves", cases).with_ignored_flag(absent),
        Trial::test("a_thousand_random_workbooks_recalculate_to_themselves", random)
            .with_ignored_flag(absent),
    ];
    // One conversion at a time: each already uses every core.
    let arguments = Arguments { test_threads: Some(1), ..arguments };
    libtest_mimic::run(&arguments, trials).exit();
}

/// A folder for workbooks that stays after a failure, to look at.
fn fresh(name: &str) -> Result<PathBuf, Failed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("witness").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(4)
}

fn judge(files: &[PathBuf], out: &Path) -> Result<(), Failed> {
    soffice::recalculate(files, out, workers())?;
    let (mut formulas, mut wrong) = (0, Vec::new());
    for file in files {
        let (count, differences) = soffice::compare(file, &soffice::recalculated(file, out))?;
        formulas += count;
        wrong.extend(differences.into_iter().map(|d| format!("{}: {d}", file.display())));
    }
    report(files.len(), formulas, &wrong)
}

/// Does the same to every item on every core; results in order, the first failure wins.
fn in_parallel<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R, String> + Sync,
) -> Result<Vec<R>, String> {
    let share = items.len().div_ceil(workers()).max(1);
    let each = &|some: &[T]| some.iter().map(&work).collect::<Result<Vec<R>, String>>();
    std::thread::scope(|scope| {
        let running: Vec<_> = items.chunks(share).map(|some| scope.spawn(move || each(some))).collect();
        let mut all = Vec::new();
        for one in running {
            all.extend(one.join().map_err(|_| "a worker broke off".to_owned())??);
        }
        Ok(all)
    })
}

/// Workbooks packed together: enough to make conversions few, not so many that memory grows.
const TOGETHER: usize = 250;

fn judge_packed(files: &[PathBuf], folder: &Path) -> Result<(), Failed> {
    let share = files.len().div_ceil(workers()).clamp(1, TOGETHER);
    let parts: Vec<(PathBuf, &[PathBuf])> = files
        .chunks(share)
        .enumerate()
        .map(|(n, some)| (folder.join(format!("packed-{n:03}.xlsx")), some))
        .collect();
    let expected = in_parallel(&parts, |(file, some)| pack::pack(some, file))?;
    let packed: Vec<PathBuf> = parts.into_iter().map(|(file, _)| file).collect();
    let out = folder.join("out");
    soffice::recalculate(&packed, &out, workers())?;
    let (mut formulas, mut wrong) = (0, Vec::new());
    for (file, expected) in packed.iter().zip(&expected) {
        let (count, differences) = pack::compare(&soffice::recalculated(file, &out), expected)?;
        formulas += count;
        wrong.extend(differences);
    }
    report(files.len(), formulas, &wrong)
}

fn report(files: usize, formulas: usize, wrong: &[String]) -> Result<(), Failed> {
    if !wrong.is_empty() {
        let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
        return Err(format!("{} of {formulas} formulas differ\n{shown}", wrong.len()).into());
    }
    if formulas == 0 {
        return Err("no formula was compared".into());
    }
    println!("{files} workbooks, {formulas} formulas agree");
    Ok(())
}

fn sample_folders() -> Vec<PathBuf> {
    ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"]
        .map(|name| support::root().join("sample-data").join(name))
        .to_vec()
}

fn settled_sample(folder: &Path, file: &Path) -> Result<(), Failed> {
    let outcome = program::settle(&[folder.to_owned()], None, None)?;
    Ok(program::write_workbook(&outcome.run, false, file)?)
}

fn planted() -> Result<(), Failed> {
    let folder = fresh("planted")?;
    let (honest, wrong) = (folder.join("honest.xlsx"), folder.join("planted.xlsx"));
    settled_sample(&sample_folders()[3], &honest)?;
    let stood = soffice::plant(&honest, &wrong)?;
    let out = folder.join("out");
    soffice::recalculate(std::slice::from_ref(&wrong), &out, 1)?;
    let after = soffice::recalculated(&wrong, &out);
    let (_, seen) = soffice::compare(&wrong, &after)?;
    if seen.is_empty() || !seen.iter().all(|d| d.contains("987654.32")) {
        return Err(format!("the planted result was not seen: {seen:?}").into());
    }
    let (_, corrected) = soffice::compare(&honest, &after)?;
    if corrected.is_empty() { Ok(()) } else { Err(format!("{stood} was not restored: {corrected:?}").into()) }
}

fn samples() -> Result<(), Failed> {
    let folder = fresh("samples")?;
    let mut files = Vec::new();
    for (n, sample) in sample_folders().iter().enumerate() {
        let file = folder.join(format!("sample-{n}.xlsx"));
        let outcome = program::settle(std::slice::from_ref(sample), None, None)?;
        program::write_workbook(&outcome.run, false, &file)?;
        let send = folder.join(format!("send-{n}.xlsx"));
        program::write_to_send(&outcome.run, &send)?;
        files.extend([file, send]);
    }
    files.push(estimate(&folder)?);
    files.push(collective(&folder)?);
    judge(&files, &folder.join("out"))
}

/// The workbook of an estimate: three settlements over one model.
fn estimate(folder: &Path) -> Result<PathBuf, Failed> {
    let told = |e: rozlicz::pipeline::CannotRun| Failed::from(e.text(program::polish()));
    let inputs = vec![support::root().join("sample-data/gmina-2025")];
    let asked = rozlicz::pipeline::estimate::Asked {
        job: rozlicz::pipeline::Job { inputs, ..rozlicz::pipeline::Job::default() },
        year: 2026,
        programme: "asystent-rodziny-2025".to_owned(),
        earlier: vec![support::root().join("sample-data/gmina-2024")],
        ..rozlicz::pipeline::estimate::Asked::default()
    };
    let mut estimated = rozlicz::pipeline::estimate::run(&asked).map_err(told)?;
    let forms = rozlicz::pipeline::forms(None).map_err(told)?;
    let workbook = estimated.workbook(&forms).map_err(told)?.ok_or("no estimate")?;
    let file = folder.join("estimate.xlsx");
    workbook.put(&file, true).map_err(told)?;
    Ok(file)
}

/// The collective workbook of a sample, with every further table.
fn collective(folder: &Path) -> Result<PathBuf, Failed> {
    use rozlicz::consolidate::sheets::By;
    use rozlicz::pipeline::consolidate::{ConsolidateJob, consolidate, workbook};
    let told = |e: rozlicz::pipeline::CannotRun| Failed::from(e.text(program::polish()));
    let day = rozlicz::units::Day::new(2026, 1, 30).ok_or("no day")?;
    let job = ConsolidateJob {
        inputs: vec![support::root().join("sample-data/gmina-2025")],
        as_of: Some(day),
        by: By::ALL.to_vec(),
        ..ConsolidateJob::default()
    };
    let file = folder.join("collective.xlsx");
    workbook(&consolidate(&job).map_err(told)?).map_err(told)?.put(&file, true).map_err(told)?;
    Ok(file)
}

fn cases() -> Result<(), Failed> {
    let folder = fresh("cases")?;
    let mut files = Vec::new();
    for (name, case) in support::case_folders() {
        let text = fs::read_to_string(case.join("case.toml"))?;
        let facts: toml::Table = toml::from_str(&text)?;
        let get = |key: &str| facts.get(key).and_then(toml::Value::as_str);
        let programmes = get("programmes").map(|p| support::root().join(p));
        let chosen = facts.get("readings").and_then(toml::Value::as_array);
        let chosen: Vec<String> =
            chosen.into_iter().flatten().filter_map(toml::Value::as_str).map(str::to_owned).collect();
        let input = [case.join("input")];
        let outcome = program::settle_reading(&input, programmes.as_deref(), get("as_of"), &chosen)?;
        if outcome.run.settled.is_none() {
            continue;
        }
        let file = folder.join(format!("{}.xlsx", name.replace('/', "-")));
        program::write_workbook(&outcome.run, outcome.run.has_errors(), &file)?;
        files.push(file);
    }
    files.extend(record(&folder)?);
    judge_packed(&files, &folder)
}

/// The workbooks of the published cases that are rows. A nation in one row would be three thousand people.
fn record(folder: &Path) -> Result<Vec<PathBuf>, Failed> {
    let mut files = Vec::new();
    let (record, catalogue) = (PublicRecord::built_in()?, Catalogue::built_in());
    for (n, case) in record.cases.iter().enumerate() {
        let run = conformance::run(case, &catalogue).map_err(|e| e.text(program::polish()))?;
        let Some(run) = run.filter(|r| r.settled.as_ref().is_some_and(|s| s.assistants.len() < 100)) else {
            continue;
        };
        let file = folder.join(format!("record-{n:03}.xlsx"));
        program::write_workbook(&run, run.has_errors(), &file)?;
        files.push(file);
    }
    Ok(files)
}

/// Another way of one reading for every second seed, so that the formulas of all ways are met.
fn another_way(run: &Run, seed: u64) -> Vec<String> {
    let readings = run.programme.as_ref().map_or(&[][..], |programme| &programme.readings);
    let ways: Vec<String> = readings
        .iter()
        .flat_map(|r| r.ways.iter().filter(|way| way.word != r.default).map(|way| (r.name, way.word)))
        // Nothing random is booked, and that would be an error.
        .filter(|(_, word)| *word != "as-booked")
        .map(|(name, word)| format!("{name}={word}"))
        .collect();
    let turn = usize::try_from(seed / 2).unwrap_or(0) % ways.len().max(1);
    ways.into_iter().skip(turn).take(usize::from(seed % 2 == 1)).collect()
}

fn random() -> Result<(), Failed> {
    let folder = fresh("random")?;
    let asked = std::env::var("ROZLICZ_WITNESS_RANDOM").ok().and_then(|n| n.parse().ok());
    let count: u64 = asked.unwrap_or(1000);
    let seeds: Vec<u64> = (0..count).collect();
    let files = in_parallel(&seeds, |seed| {
        let tables = generator::case(*seed).tables();
        let outcome = program::settle_tables(&tables, None)?;
        let chosen = another_way(&outcome.run, *seed);
        // Some ways ask for what the random tables do not hold; then the default stands.
        let other = program::settle_tables_reading(&tables, None, &chosen)?;
        let outcome = if other.run.has_errors() { outcome } else { other };
        if outcome.run.has_errors() {
            return Err(format!("seed {seed} has errors:\n{}", outcome.findings.join("\n")));
        }
        let file = folder.join(format!("r{seed:04}.xlsx"));
        program::write_workbook(&outcome.run, false, &file)?;
        Ok(file)
    })?;
    judge_packed(&files, &folder)
}
