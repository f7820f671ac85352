//! The next year's input workbook from this year's tables.

use std::path::Path;

use super::{CannotRun, Job, Run};
use crate::calc::Model;
use crate::forms::blank_input::carried::{self, Carried, Years};
use crate::grid::Book;
use crate::output;
use crate::programme::{Catalogue, Programme};
use crate::units::Day;

/// A workbook of the next year that waits to be written.
#[derive(Clone, Debug)]
pub struct NextYear {
    /// The workbook.
    pub book: Book,
    /// What it took over.
    pub carried: Carried,
    /// The year it is for.
    pub year: i32,
    /// Its edition; none: not known yet.
    pub coming: Option<String>,
}

/// What became of the wish.
#[derive(Clone, Debug)]
pub enum Made {
    /// The workbook.
    Workbook(Box<NextYear>),
    /// Nobody knows which edition this year's tables are of: the findings say why.
    NotKnown(Box<Run>),
}

/// Starts the next year from the job's inputs. `coming` names its edition; without it the edition of the same name and
/// the next year is taken where there is one.
///
/// Errors in this year's pay hinder nothing, since no payment is carried; rows with errors of their own are left out.
pub fn next_year(job: &Job, coming: Option<&str>) -> Result<Made, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let asked = coming.map(|id| catalogue.get(id)).transpose()?;
    let run = super::run(job)?;
    let (Some(from), Some(period)) = (&run.programme, run.period) else {
        return Ok(Made::NotKnown(Box::new(run)));
    };
    let year = period.last.month().year;
    let Some(end) = Day::new(year, 12, 31) else { return Ok(Made::NotKnown(Box::new(run))) };
    let to = asked.or_else(|| following(&catalogue, from, year + 1));
    if let Some(to) = to.as_ref().filter(|to| !touches(to, year + 1)) {
        let other = CannotRun::new("carry-other-year").with("id", &to.id).with("year", year + 1);
        return Err(other);
    }
    let years = Years { facts: &run.submission, from, to: to.as_ref(), end };
    let (book, carried) = carried::book(&years);
    let coming = to.map(|edition| edition.id);
    Ok(Made::Workbook(Box::new(NextYear { book, carried, year: year + 1, coming })))
}

/// Writes the workbook.
pub fn write(made: &NextYear, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    output::write(&made.book, &Model::default(), path, overwrite)?;
    Ok(())
}

/// The edition of the next year: the same one where it goes on, else that of the same name.
fn following(catalogue: &Catalogue, from: &Programme, year: i32) -> Option<Programme> {
    if touches(from, year) {
        return Some(from.clone());
    }
    let (name, _) = from.id.rsplit_once('-').filter(|(_, tail)| tail.len() == 4)?;
    catalogue.get(&format!("{name}-{year}")).ok()
}

/// Does the edition pay for days of the year?
fn touches(edition: &Programme, year: i32) -> bool {
    let days = edition.period.value;
    days.first.month().year <= year && year <= days.last.month().year
}
