//! `settle --capsule FILE`: records a run so that it can be repeated.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use super::arguments;
use crate::capsule::write::{self, Made};
use crate::forms::Forms;
use crate::intake::{self, Documents};
use crate::locale::Locale;
use crate::output;
use crate::pipeline::{self, CannotRun, Job, PaperBytes, Run};
use crate::programme::Catalogue;

/// `--capsule FILE` and `--with-data`.
pub fn arguments(locale: &Locale) -> [Arg; 2] {
    [
        arguments::path_option("capsule", "file", "cli-capsule", locale).alias("kapsula"),
        arguments::switch("with-data", "cli-with-data", locale).requires("capsule"),
    ]
}

/// What was asked for.
#[derive(Default)]
pub struct Asked {
    /// Where the capsule goes, if there is to be one.
    pub path: Option<PathBuf>,
    with_data: bool,
}

/// What is known of a run before it is made.
pub struct Recording<'a> {
    path: PathBuf,
    with_data: bool,
    job: &'a Job,
    documents: Documents,
    catalogue: &'a Catalogue,
    forms: &'a Forms,
}

impl Asked {
    /// Reads the options.
    pub fn of(matches: &ArgMatches) -> Self {
        Self { path: arguments::path(matches, "capsule"), with_data: matches.get_flag("with-data") }
    }

    /// Takes up the files, if a capsule is asked for: it must hold what was read, not what lies on the disk when the
    /// work is done.
    pub fn recording<'a>(
        &self,
        job: &'a Job,
        catalogue: &'a Catalogue,
        forms: &'a Forms,
    ) -> Result<Option<Recording<'a>>, CannotRun> {
        let Some(path) = self.path.clone() else { return Ok(None) };
        let documents = intake::documents(&job.inputs)??;
        Ok(Some(Recording { path, with_data: self.with_data, job, documents, catalogue, forms }))
    }
}

impl Recording<'_> {
    /// Makes the run of the files taken up.
    pub fn run(&self) -> Result<Run, CannotRun> {
        pipeline::run_documents(self.job, &self.documents, self.catalogue)
    }

    /// Writes the capsule and returns where it is; nothing for a run without a settlement.
    pub fn write(
        &self,
        run: &Run,
        papers: &PaperBytes,
        draft: bool,
        overwrite: bool,
    ) -> Result<Option<PathBuf>, CannotRun> {
        let made = Made {
            job: self.job,
            draft,
            documents: &self.documents,
            catalogue: self.catalogue,
            forms: self.forms,
            run,
            papers,
            with_data: self.with_data,
        };
        let Some(bytes) = write::capsule(&made)? else { return Ok(None) };
        output::put(&self.path, overwrite, &bytes)?;
        Ok(Some(self.path.clone()))
    }
}
