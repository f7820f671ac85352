//! How long the settlement of a whole country takes, next to the floor measured in the same run. It prints and judges,
//! and fails nothing: machines differ, and a timed test is a false alarm in waiting.
//!
//! For each size a country is generated (`examples/country`; not timed). Then, each in a process of its own, so that the
//! peak memory of each is its own too:
//!
//! * the program without the second engine: every input is read, checked and settled, every reading is priced, and the
//!   settlement workbook is written; then sixteen collective workbooks and one of the country;
//! * the floor: calamine reads the same inputs, and `rust_xlsxwriter` writes the same cells (numbers, texts, formulas
//!   with their results; no formats) as the same files, on the same number of threads. What the floor spends to learn
//!   the cells is not counted, nor is the end of a thread that waits for the other;
//! * the program with the second engine;
//! * the program once more over the unchanged country, where nothing is to be done twice.
//!
//! `ROZLICZ_BENCH_SIZES=100,500,2479,10000` chooses the sizes, `ROZLICZ_BENCH_THREADS=2` the threads,
//! `ROZLICZ_BENCH_SEED=1` the country.

#[path = "../examples/country/mod.rs"]
#[allow(dead_code)]
mod country;
#[path = "country/floor.rs"]
mod floor;
#[path = "country/measured.rs"]
mod measured;
#[path = "country/program.rs"]
mod program;
#[path = "shared/floor.rs"]
mod shared;
#[path = "../tests/support/workbook.rs"]
#[allow(dead_code)]
mod workbook;

use std::path::{Path, PathBuf};
use std::process::Command;

use country::{Country, Trouble, year};
use measured::Measured;

const EDITION: &str = "asystent-rodziny-2025";

fn main() -> Result<(), Trouble> {
    // Cargo passes arguments of its own; a part of the work is named by the environment.
    if let Ok(part) = std::env::var("ROZLICZ_BENCH_PART") {
        return child(&part);
    }
    let threads = number("ROZLICZ_BENCH_THREADS")?
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));
    let seed = number("ROZLICZ_BENCH_SEED")?.unwrap_or(1) as u64;
    let sizes = std::env::var("ROZLICZ_BENCH_SIZES").unwrap_or_else(|_| "100,500,2479".to_owned());
    let sizes: Vec<usize> = sizes.split(',').map(|s| s.trim().parse()).collect::<Result<_, _>>()?;
    println!("settles an invented country, {EDITION}, {threads} threads, seed {seed}");
    let mut all = Vec::new();
    for size in sizes {
        let folder = tempfile::tempdir()?;
        let country = Country::new(size, seed, year::edition(EDITION).ok_or("no such edition")?)?;
        let inputs = folder.path().join("dane");
        country.write_all(&inputs, threads)?;
        let assistants = country.places.iter().map(|place| place.assistants).sum();
        let run = |part: &str| start(part, folder.path(), threads);
        let measured = Measured {
            size,
            assistants,
            without: run("without")?,
            floor: run("floor")?,
            with: run("with")?,
            again: run("again")?,
        };
        measured.print();
        all.push(measured);
    }
    measured::print_together(&all);
    Ok(())
}

fn number(name: &str) -> Result<Option<usize>, Trouble> {
    Ok(std::env::var(name).ok().map(|text| text.parse()).transpose()?)
}

/// Runs this very program for one part of the work.
fn start(part: &str, folder: &Path, threads: usize) -> Result<measured::Part, Trouble> {
    let output = Command::new(std::env::current_exe()?)
        .env("ROZLICZ_BENCH_PART", part)
        .env("ROZLICZ_BENCH_FOLDER", folder)
        .env("ROZLICZ_BENCH_THREADS", threads.to_string())
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("{part} ended with {}", output.status).into());
    }
    measured::Part::read(&String::from_utf8(output.stdout)?)
}

fn child(part: &str) -> Result<(), Trouble> {
    let folder = PathBuf::from(std::env::var_os("ROZLICZ_BENCH_FOLDER").ok_or("no folder")?);
    let threads = number("ROZLICZ_BENCH_THREADS")?.unwrap_or(1);
    let inputs = folder.join("dane");
    let [without, with, floor] = ["bez", "z", "podloga"].map(|name| folder.join(name));
    let stages = match part {
        "without" => program::country(&inputs, &without, threads, false)?,
        "floor" => {
            let stages = floor::country(&inputs, &without, &floor, threads)?;
            // A country takes room on the disk: a part leaves nothing that no other needs.
            [without, floor].iter().try_for_each(std::fs::remove_dir_all)?;
            stages
        }
        "with" | "again" => program::country(&inputs, &with, threads, true)?,
        _ => return Err(format!("no part {part}").into()),
    };
    measured::Part { stages, peak: measured::peak() }.write();
    Ok(())
}

/// Every workbook below a folder, sorted.
fn workbooks(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "xlsx") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Does the work for every item, each thread taking the next one that nobody has.
fn on_threads<T: Send>(
    items: &[PathBuf],
    threads: usize,
    work: impl Fn(&Path) -> Result<T, Trouble> + Sync,
) -> Result<Vec<T>, Trouble> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            done.push(work(item)?);
        }
        Ok(done)
    };
    let parts: Vec<Result<Vec<T>, Trouble>> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(take)).collect();
        started
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended early".into())))
            .collect()
    });
    let mut all = Vec::with_capacity(items.len());
    for part in parts {
        all.extend(part?);
    }
    Ok(all)
}
