//! Writes an invented country: input workbooks of N municipalities and the register of the voivodes' offices.
//!
//! `cargo run --release --example country -- --municipalities 2479 --seed 1 --edition asystent-rodziny-2025 --out DIR`
//! makes `DIR/12-malopolskie/1201012-gmina-….xlsx` and so on, and `DIR/rejestr.csv`. With `--settlements` each file is
//! the settlement workbook of the municipality instead of its input. The same arguments give the same bytes. All names,
//! people and amounts are invented.

#[path = "country/mod.rs"]
#[allow(dead_code)]
mod country;
#[path = "../tests/support/workbook.rs"]
#[allow(dead_code)]
mod workbook;

use std::path::{Path, PathBuf};

use country::{Country, Trouble, year};
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::{self, Job};

struct Arguments {
    municipalities: usize,
    seed: u64,
    edition: String,
    out: Option<PathBuf>,
    settlements: bool,
}

fn main() -> Result<(), Trouble> {
    let arguments = arguments()?;
    let edition = year::edition(&arguments.edition).ok_or("editions: asystent-rodziny-2023, -2024, -2025")?;
    let out = arguments.out.ok_or("--out DIR is missing")?;
    let country = Country::new(arguments.municipalities, arguments.seed, edition)?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    country.write_all(&out, threads)?;
    if arguments.settlements {
        for index in 0..country.places.len() {
            settle(&out.join(country.path(index).unwrap_or_default()))?;
        }
    }
    let assistants: usize = country.places.iter().map(|place| place.assistants).sum();
    println!("{} municipalities, {assistants} assistants: {}", country.places.len(), out.display());
    Ok(())
}

/// Puts the settlement in the place of the input.
fn settle(path: &Path) -> Result<(), Trouble> {
    let said = |error: pipeline::CannotRun| error.text(Locale::of(Language::English));
    let mut run = pipeline::run(&Job { inputs: vec![path.to_owned()], ..Job::default() }).map_err(said)?;
    let forms = pipeline::forms(None).map_err(said)?;
    let papers = pipeline::papers(&mut run, &forms, false).map_err(said)?.ok_or("no figures")?;
    papers.write(path, true).map_err(said)?;
    Ok(())
}

fn arguments() -> Result<Arguments, Trouble> {
    let mut found = Arguments {
        municipalities: country::places::COUNTRY,
        seed: 1,
        edition: "asystent-rodziny-2025".to_owned(),
        out: None,
        settlements: false,
    };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--municipalities" => found.municipalities = value()?.parse()?,
            "--seed" => found.seed = value()?.parse()?,
            "--edition" => found.edition = value()?,
            "--out" => found.out = Some(PathBuf::from(value()?)),
            "--settlements" => found.settlements = true,
            _ => return Err(format!("unknown: {name}").into()),
        }
    }
    Ok(found)
}
