//! The floor: calamine reading the same inputs and `rust_xlsxwriter` writing the same cells, and nothing else.
//!
//! The cells are read back from the workbooks that the program wrote; that reading is not counted. A thread's counted
//! time is added up and shared out over the threads, as if none ever waited: the lowest that the floor could be.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::country::Trouble;
use crate::measured::{Spent, own_work};
use crate::shared::{cells_of, read, write};
use crate::{on_threads, workbooks};

/// Reads every input, and writes every workbook that the program wrote once more.
pub fn country(
    inputs: &Path,
    written: &Path,
    out: &Path,
    threads: usize,
) -> Result<Vec<(String, Spent)>, Trouble> {
    let reading = on_threads(&workbooks(inputs)?, threads, |file| timed(|| read(file)))?;
    let writing = on_threads(&workbooks(written)?, threads, |file| {
        let sheets = cells_of(file)?;
        let path = out.join(file.strip_prefix(written)?);
        std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        timed(|| write(&sheets, &path))
    })?;
    let threads = u32::try_from(threads.max(1)).unwrap_or(1);
    let shared = |times: Vec<Spent>| Spent {
        wall: times.iter().map(|time| time.wall).sum::<Duration>() / threads,
        processors: times.iter().map(|time| time.processors).sum(),
    };
    Ok(vec![("reading".to_owned(), shared(reading)), ("writing".to_owned(), shared(writing))])
}

fn timed<T>(work: impl FnOnce() -> Result<T, Trouble>) -> Result<Spent, Trouble> {
    let (start, before) = (Instant::now(), own_work());
    std::hint::black_box(work()?);
    Ok(Spent { wall: start.elapsed(), processors: own_work().saturating_sub(before) })
}
