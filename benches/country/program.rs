//! The work itself, through the library: what the commands do, without their words.

use std::path::Path;
use std::time::Instant;

use rozlicz::forms::Forms;
use rozlicz::intake::{Document, Documents};
use rozlicz::locale::{Language, Locale};
use rozlicz::output;
use rozlicz::pipeline::{self, Job};
use rozlicz::programme::Catalogue;
use rozlicz::units::Day;

use crate::country::Trouble;
use crate::measured::{Spent, work};
use crate::{on_threads, workbooks};

const AS_OF: &str = "2026-01-15";

/// Settles every input into a workbook of its own.
pub fn country(
    inputs: &Path,
    out: &Path,
    threads: usize,
    witness: bool,
) -> Result<Vec<(String, Spent)>, Trouble> {
    let (start, before) = (Instant::now(), work());
    let catalogue = pipeline::catalogue(None).map_err(said)?;
    let forms = pipeline::forms(None).map_err(said)?;
    let files = workbooks(inputs)?;
    on_threads(&files, threads, |file| {
        let path = out.join(file.strip_prefix(inputs)?);
        std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        settle(file, &path, &catalogue, &forms, witness)
    })?;
    let spent = Spent { wall: start.elapsed(), processors: work().saturating_sub(before) };
    Ok(vec![("settlements".to_owned(), spent)])
}

fn settle(
    file: &Path,
    out: &Path,
    catalogue: &Catalogue,
    forms: &Forms,
    witness: bool,
) -> Result<(), Trouble> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let document = Document { name, found: true, bytes: std::fs::read(file)? };
    let documents = Documents { files: vec![document], ..Documents::default() };
    let job = Job { as_of: Day::parse_iso(AS_OF), ..Job::default() };
    let mut run = pipeline::run_documents(&job, &documents, catalogue).map_err(said)?;
    if run.has_errors() {
        return Err(format!("{} does not settle", file.display()).into());
    }
    run.price();
    let papers = pipeline::papers(&mut run, forms, false).map_err(said)?.ok_or("no figures")?;
    if witness {
        papers.write(out, true).map_err(said)?;
    } else {
        output::put(out, true, &papers.unwitnessed().map_err(said)?)?;
    }
    Ok(())
}

fn said(error: pipeline::CannotRun) -> String {
    error.text(Locale::of(Language::English))
}
