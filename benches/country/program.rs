//! The work itself, through the library: what the command does for sixteen offices and the ministry, without its words.
//!
//! The store of verified work is written and read as the command does.

use std::path::{Path, PathBuf};
use std::time::Instant;

use rozlicz::consolidate::Verdict;
use rozlicz::locale::{Language, Locale};
use rozlicz::output;
use rozlicz::pipeline::CannotRun;
use rozlicz::pipeline::consolidate::{
    ConsolidateJob, Consolidated, Control, book, consolidate_with, program, workbook,
};
use rozlicz::units::Day;

use crate::country::Trouble;
use crate::measured::{Spent, work};

const AS_OF: (i32, u32, u32) = (2026, 1, 15);

/// Settles every input into a workbook of its own, then writes one a voivodeship and one of the country.
pub fn country(
    inputs: &Path,
    out: &Path,
    threads: usize,
    witness: bool,
) -> Result<Vec<(String, Spent)>, Trouble> {
    let day = Day::new(AS_OF.0, AS_OF.1, AS_OF.2).ok_or("no such day")?;
    let folders = folders(inputs)?;
    let (mut stages, mut clock) = (Vec::new(), Clock::start());
    let mut done = Vec::with_capacity(folders.len());
    for folder in &folders {
        done.push(voivodeship(folder, out, threads, witness, day)?);
    }
    stages.push(("settlements".to_owned(), clock.lap()));
    for (folder, done) in folders.iter().zip(&done) {
        let path = beside(out, folder, "zbiorcze", "xlsx");
        collective(done, &path, witness)?;
    }
    stages.push(("collective".to_owned(), clock.lap()));
    let mut done = done.into_iter();
    let mut whole = done.next().ok_or("no voivodeship")?;
    whole.entries.extend(done.flat_map(|one| one.entries));
    collective(&whole, &out.join("zbiorcze.xlsx"), witness)?;
    stages.push(("country".to_owned(), clock.lap()));
    Ok(stages)
}

fn voivodeship(
    folder: &Path,
    out: &Path,
    threads: usize,
    witness: bool,
    day: Day,
) -> Result<Consolidated, Trouble> {
    let settlements = out.join(folder.file_name().ok_or("no name")?);
    std::fs::create_dir_all(&settlements)?;
    let job = ConsolidateJob {
        inputs: vec![folder.to_owned()],
        as_of: Some(day),
        settlements: Some(settlements),
        force: true,
        unwitnessed: !witness,
        ..ConsolidateJob::default()
    };
    let store = beside(out, folder, "zrobione", "json");
    let control = Control {
        threads,
        store: Some(&store),
        program: program().unwrap_or_default(),
        ..Control::default()
    };
    let done = consolidate_with(&job, control).map_err(|error| said(&error))?;
    if let Some(entry) = done.entries.iter().find(|entry| entry.verdict == Verdict::Rejected) {
        let why = entry.remarks.first().map_or("", |remark| &remark.message);
        return Err(format!("{}: {why}", entry.path()).into());
    }
    Ok(done)
}

fn collective(done: &Consolidated, path: &Path, witness: bool) -> Result<(), Trouble> {
    if witness {
        workbook(done).and_then(|book| book.put(path, true)).map_err(|error| said(&error))?;
    } else {
        let (book, model) = book(done).map_err(|error| said(&error))?;
        output::write(&book, &model, path, true)?;
    }
    Ok(())
}

/// The folders of voivodeships, sorted.
fn folders(inputs: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let entries = std::fs::read_dir(inputs)?;
    let paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    let mut folders: Vec<PathBuf> = paths.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

fn beside(out: &Path, folder: &Path, what: &str, extension: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    out.join(format!("{what}-{name}.{extension}"))
}

/// Time since the last look.
struct Clock(Instant, std::time::Duration);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), work())
    }

    fn lap(&mut self) -> Spent {
        let last = std::mem::replace(self, Self::start());
        Spent { wall: last.0.elapsed(), processors: work().saturating_sub(last.1) }
    }
}

fn said(error: &CannotRun) -> String {
    error.text(Locale::of(Language::English))
}
