//! Strings the stages together; the only module that sees them all.
//!
//! intake → rules → checks → settlement → checks of the figures → forms → output. It decides nothing about money and
//! prints nothing: the command line asks it for values and words them.

pub mod against;
pub mod audit;
pub mod calendar;
pub mod cannot_run;
pub mod carry;
pub mod close;
pub mod consolidate;
pub mod documents;
pub mod estimate;
pub mod explaining;
pub mod interest;
mod open_figures;
pub mod outputs;
pub mod papers;
pub mod previous;
pub mod prices;
pub mod radar;
mod readings;
pub mod result;
mod run;
#[cfg(feature = "analytics")]
mod tables;

use std::path::Path;

pub use cannot_run::CannotRun;
pub use papers::{
    PaperBytes, Papers, Witnessed, papers, witnessed, write_blank_input, write_blank_plan, write_findings,
    write_protocol,
};
pub use run::{FileRead, Job, Run, run, run_documents, run_memory, run_read};
#[cfg(feature = "analytics")]
pub use tables::{check_folder, write_tables};

use crate::forms::Forms;
use crate::programme::{Catalogue, Programme};
use crate::records::Submission;

/// Returns the editions built in, with those of a folder where one is given.
pub fn catalogue(folder: Option<&Path>) -> Result<Catalogue, CannotRun> {
    Ok(match folder {
        Some(folder) => Catalogue::with_dir(folder)?,
        None => Catalogue::built_in(),
    })
}

/// Returns the edition that a job names, with the ways chosen on its command line.
pub fn edition(job: &Job) -> Result<Programme, CannotRun> {
    let (figures, chosen) = open_figures::apart(&job.readings);
    let nothing = Submission::default();
    let id = job.programme.as_deref().unwrap_or_default();
    let given = open_figures::given(&nothing, &figures);
    let (programme, _) = catalogue(job.programmes.as_deref())?.edition_with(id, &given)?;
    readings::figures_known(&programme, &figures)?;
    readings::in_force(&programme, &nothing, &chosen)
}

/// Returns the forms of a folder, or those built in.
pub fn forms(folder: Option<&Path>) -> Result<Forms, CannotRun> {
    Ok(match folder {
        Some(folder) => Forms::from_dir(folder)?,
        None => Forms::built_in(),
    })
}
