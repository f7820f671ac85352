//! Two workbooks from the disk to a comparison. Compares nothing itself.

use std::path::{Path, PathBuf};

use super::{CannotRun, catalogue};
use crate::audit::against::{self, Comparison, Side};
use crate::audit::own;
use crate::intake::book;
use crate::trace::pack::PackError;
use crate::trace::sheet;

/// What is asked for, as typed.
#[derive(Clone, Debug, Default)]
pub struct AgainstJob {
    /// The newer workbook.
    pub workbook: PathBuf,
    /// The older one.
    pub older: PathBuf,
    /// Folder of rules to use beside those built in.
    pub programmes: Option<PathBuf>,
}

/// Compares; returns the newer and the older workbook too.
pub fn compare(job: &AgainstJob) -> Result<(Comparison, Side, Side), CannotRun> {
    let catalogue = catalogue(job.programmes.as_deref())?;
    let (newer, older) = (side(&job.workbook)?, side(&job.older)?);
    Ok((against::compare(&newer, &older, &catalogue), newer, older))
}

/// Reads the trace of a workbook; only what this program wrote whole can be compared.
fn side(path: &Path) -> Result<Side, CannotRun> {
    let book = book::open(path)?;
    let trace = match sheet::found(&book) {
        Some(Ok(trace)) => trace,
        Some(Err(PackError::Newer { shape })) => return Err(CannotRun::newer(&book.name, shape)),
        Some(Err(_)) => return Err(CannotRun::new("against-trace-unreadable").with("file", &book.name)),
        None => return Err(CannotRun::new("against-no-trace").with("file", &book.name)),
    };
    // A trace says how the workbook was written, not how it stands: each is compared with its own before the two are.
    let own = Some(own::audit(&book, &trace));
    Ok(Side { file: book.file(), trace, own })
}
