//! One audit from a file to a report. Decides which way a workbook is audited; compares nothing itself.

use std::path::{Path, PathBuf};

use super::CannotRun;
use crate::audit::{Report, Subject, Unverified, own};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::intake::book::{self, ReadBook, Trouble};
use crate::trace::pack::PackError;
use crate::trace::{SHAPE, Trace, sheet};

/// What is asked for, as typed.
#[derive(Clone, Debug, Default)]
pub struct AuditJob {
    /// The workbook.
    pub workbook: PathBuf,
    /// Files and folders to settle again.
    pub data: Vec<PathBuf>,
    /// Folder of rules to use beside those built in.
    pub programmes: Option<PathBuf>,
    /// Folder of forms to use instead of those built in.
    pub forms: Option<PathBuf>,
    /// Edition of a workbook that does not name it.
    pub programme: Option<String>,
}

/// Audits a workbook.
pub fn audit(job: &AuditJob) -> Result<Report, CannotRun> {
    let book = read(&job.workbook)?;
    match sheet::found(&book) {
        Some(Ok(trace)) => audit_own(&book, &trace, job),
        Some(Err(PackError::Newer { shape })) => Err(CannotRun::new("audit-newer")
            .with("file", &book.name)
            .with("shape", shape)
            .with("known", SHAPE)),
        Some(Err(error)) => Ok(without_trace(
            &book,
            Finding::at(&code::AUDIT_TRACE_DAMAGED, trace_cell(&book))
                .with("reason", Fact::Text(reason(&error).to_owned())),
        )),
        None if is_ours(&book) => Ok(without_trace(&book, Finding::new(&code::AUDIT_TRACE_MISSING))),
        None => audit_foreign(&book, job),
    }
}

/// Reads a workbook from the disk.
pub fn read(path: &Path) -> Result<ReadBook, CannotRun> {
    let shown = path.display().to_string();
    let cannot = |e: &std::io::Error| CannotRun::Said {
        key: "intake-path-unreadable",
        facts: vec![("path", Fact::Text(shown.clone())), ("reason", Fact::System(e.kind()))],
    };
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let size = std::fs::metadata(path).map_err(|e| cannot(&e))?.len();
    if size > book::LARGEST {
        return Err(unreadable(&name, "large", &format!("{} MB", size / (1024 * 1024))));
    }
    let bytes = std::fs::read(path).map_err(|e| cannot(&e))?;
    book::read(&name, &bytes).map_err(|trouble| match trouble {
        Trouble::Encrypted => unreadable(&name, "encrypted", ""),
        Trouble::Damaged(_) => unreadable(&name, "damaged", ""),
        Trouble::TooLarge(_, at) => unreadable(&name, "large", &at),
        Trouble::NotAWorkbook => unreadable(&name, "other", ""),
    })
}

fn unreadable(file: &str, trouble: &str, at: &str) -> CannotRun {
    CannotRun::new("audit-unreadable").with("file", file).with("trouble", trouble).with("at", at)
}

fn audit_own(book: &ReadBook, trace: &Trace, _job: &AuditJob) -> Result<Report, CannotRun> {
    Ok(own::audit(book, trace))
}

fn audit_foreign(book: &ReadBook, _job: &AuditJob) -> Result<Report, CannotRun> {
    let mut report = Report::on(book, Subject::Foreign);
    report.unverified.push(Unverified { key: "audit-unverified-foreign", facts: Vec::new() });
    Ok(report)
}

fn without_trace(book: &ReadBook, finding: Finding) -> Report {
    let mut report = Report::on(book, Subject::OwnWithoutTrace);
    report.findings.push(finding);
    report.findings.extend(own::of_book(book));
    report
}

/// Does a workbook without a trace say that this program wrote it? Its working sheets do, one or the other.
fn is_ours(book: &ReadBook) -> bool {
    const OURS: [&str; 4] = ["Źródła", "Parametry", "Obliczenia", "Kontrole"];
    OURS.iter().filter(|name| book.sheet(name).is_some()).count() >= 2
}

fn trace_cell(book: &ReadBook) -> crate::source::CellRef {
    let sheet = book.sheets.iter().position(|s| s.name == sheet::NAME).unwrap_or_default();
    crate::audit::cell(sheet, sheet::DIGEST_ROW, 1)
}

fn reason(error: &PackError) -> &'static str {
    match error {
        PackError::Digest { .. } => "digest",
        PackError::TooLarge => "large",
        PackError::Damaged(_) | PackError::Newer { .. } => "damaged",
    }
}
