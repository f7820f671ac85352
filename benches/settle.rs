//! How long a settlement takes, next to the floor measured in the same run. It prints and judges nothing: machines
//! differ, and a timed test is a false alarm in waiting.
//!
//! The program: the release binary as a whole process, from start to exit, settling `sample-data/gmina-2025` into a
//! workbook. The floor: inside this process, reading the same file with calamine alone, plus writing a workbook of the
//! same cells (numbers, texts, formulas with their results, no formats) with rust_xlsxwriter alone. The floor has no
//! process to start, so the ratio is rather too high than too low.
//!
//! The second engine: inside this process, IronCalc loads the bytes of the same workbook, evaluates every formula and
//! each result is compared. It is a part of the whole process, and must not cost more than the rest of it. What is held
//! against the floor is the rest.
//!
//! `ROZLICZ_BENCH_INPUT=FOLDER` settles other tables, with a draft where they have errors.

#[path = "shared/floor.rs"]
mod shared;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rozlicz::locale::{Language, Locale};
use rozlicz::output::Prepared;
use rozlicz::pipeline::{self, Job};
use rozlicz::units::Day;
use rozlicz::witness;
use shared::{Sheet, Trouble, cells_of, high_water, hundredths, memory, write};

const RUNS: usize = 20;

const AS_OF: &str = "2026-01-10";

fn main() -> Result<(), Trouble> {
    let input = std::env::var_os("ROZLICZ_BENCH_INPUT").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025"),
        PathBuf::from,
    );
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("rozliczenie.xlsx");

    let workbook = prepared(&input)?;
    let mut times = Times::default();
    let mut peak = 0;
    // In turn, so that a busy minute of the machine falls on all alike.
    for _ in 0..RUNS {
        times.whole.push(settle(&input, &out)?);
        times.engine.push(timed(|| witness::compare(&workbook))?);
        peak = peak.max(peak_memory(&input, &out)?);
    }
    let sheets = cells_of(&out)?;
    for _ in 0..RUNS {
        times.reading.push(timed(|| read(&input))?);
        times.writing.push(timed(|| write(&sheets, &folder.path().join("floor.xlsx")))?);
    }
    print(&input, &sheets, workbook.formulas.len(), times, peak);
    Ok(())
}

#[derive(Default)]
struct Times {
    whole: Vec<Duration>,
    engine: Vec<Duration>,
    reading: Vec<Duration>,
    writing: Vec<Duration>,
}

/// The workbook as the program renders it, with the formulas that the second engine is to compute.
fn prepared(input: &Path) -> Result<Prepared, Trouble> {
    let locale = Locale::of(Language::English);
    let said = |error: pipeline::CannotRun| error.text(locale);
    let as_of = Day::parse_iso(AS_OF);
    let mut run =
        pipeline::run(&Job { inputs: vec![input.to_owned()], as_of, ..Job::default() }).map_err(said)?;
    run.price();
    let forms = pipeline::forms(None).map_err(said)?;
    let draft = run.has_errors();
    let papers = pipeline::papers(&mut run, &forms, draft).map_err(said)?.ok_or("no figures")?;
    Ok(papers.whole().map_err(said)?.prepared().clone())
}

fn print(input: &Path, sheets: &[Sheet], formulas: usize, times: Times, peak: u64) {
    let count: usize = sheets.iter().map(|s| s.cells.len()).sum();
    let [whole, engine] = [times.whole, times.engine].map(median);
    let [reading, writing] = [times.reading, times.writing].map(median);
    let floor = reading + writing;
    let target = floor + floor / 2 + Duration::from_millis(10);
    let rest = whole.saturating_sub(engine);
    let hundred = |a: Duration, b: Duration| hundredths(a.as_micros() * 100 / b.as_micros().max(1));
    let name = input.file_name().unwrap_or_default().to_string_lossy();
    println!("settles {name}: {count} cells on {} sheets, median of {RUNS} runs", sheets.len());
    println!("  whole process  {:>10}", shown(whole));
    println!("  second engine  {:>10}  ({formulas} formulas, {})", shown(engine), witness::ENGINE_VERSION);
    let verdict = if engine <= rest { "kept" } else { "missed" };
    println!("  settlement     {:>10}  (whole less second engine)", shown(rest));
    println!("  engine/rest    {:>10}  (at most 1): {verdict}", hundred(engine, rest));
    println!(
        "  floor          {:>10}  (reading {}, writing {})",
        shown(floor),
        shown(reading),
        shown(writing)
    );
    println!("  rest/floor     {:>10}", hundred(rest, floor));
    let verdict = if rest <= target { "kept" } else { "missed" };
    println!("  aim            {:>10}  (1.5 × floor + 10 ms): {verdict}", shown(target));
    println!("  peak memory    {:>10}", memory(peak));
}

/// Runs the program once and returns its wall time.
fn settle(input: &Path, out: &Path) -> Result<Duration, Trouble> {
    let start = Instant::now();
    let status = command(input, out).spawn()?.wait()?;
    let time = start.elapsed();
    // 1: there were errors in the data, and a draft was written.
    if matches!(status.code(), Some(0 | 1)) {
        Ok(time)
    } else {
        Err(format!("the program ended with {status}").into())
    }
}

/// Runs the program once more, watched: its peak memory in kB, 0 where the system does not say. Watching costs time,
/// so this run is not timed.
fn peak_memory(input: &Path, out: &Path) -> Result<u64, Trouble> {
    let mut child = command(input, out).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        peak = peak.max(high_water(&status).unwrap_or(0));
    }
    Ok(peak)
}

fn command(input: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
    command.arg("settle").arg(input).arg("--out").arg(out);
    command.args(["--as-of", AS_OF, "--force"]).stdout(Stdio::null());
    if std::env::var_os("ROZLICZ_BENCH_INPUT").is_some() {
        command.arg("--draft");
    }
    command
}

fn timed<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<Duration, E> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

/// Reads every sheet of every workbook of the folder.
fn read(folder: &Path) -> Result<usize, Trouble> {
    let mut cells = 0;
    for entry in std::fs::read_dir(folder)? {
        cells += shared::read(&entry?.path())?;
    }
    Ok(cells)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn shown(time: Duration) -> String {
    format!("{} ms", hundredths(time.as_micros() / 10))
}
