//! Tables of assistant-months as CSV, for people who analyse rather than sign.
//!
//! Every table is compared with the settlement before it is written: the engine behind it is not trusted with sums.

use std::path::{Path, PathBuf};

use super::{CannotRun, Run};
use crate::frames::{By, FrameError, Months};
use crate::output;

/// The files and what they add up by; none: one row an assistant and month.
const TABLES: [(&str, Option<By>); 3] = [
    ("asystento-miesiace.csv", None),
    ("asystenci.csv", Some(By::Assistant)),
    ("miesiace.csv", Some(By::Month)),
];

impl From<FrameError> for CannotRun {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::Output(error) => error.into(),
            error => Self::new("frames-failed").with("reason", error),
        }
    }
}

/// Checks, before the work, that the tables may be written into a folder.
pub fn check_folder(folder: &Path, inputs: &[PathBuf], force: bool) -> Result<(), CannotRun> {
    let files = TABLES.map(|(name, _)| folder.join(name));
    super::outputs::check(&files.each_ref().map(PathBuf::as_path), inputs, force)
}

/// Writes the tables of a settlement into a folder.
pub fn write_tables(run: &Run, folder: &Path, overwrite: bool) -> Result<(), CannotRun> {
    let (Some(programme), Some(settled)) = (&run.programme, &run.settled) else { return Ok(()) };
    let teryt = run.submission.agreement.teryt.as_ref().map_or("", |t| t.value.as_str());
    let months = Months::of(settled, &programme.id, teryt)?;
    months.check(settled)?;
    for (name, by) in TABLES {
        let bytes = match by {
            None => months.csv()?,
            Some(by) => {
                let sums = months.totals(by)?;
                sums.check(settled)?;
                sums.csv()?
            }
        };
        output::put(&folder.join(name), overwrite, &bytes)?;
    }
    Ok(())
}
