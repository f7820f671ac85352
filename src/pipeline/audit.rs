//! One audit from a file to a report. Decides which way a workbook is audited; compares nothing itself.

use std::path::{Path, PathBuf};

use super::{CannotRun, Job, Run};
use crate::audit::{Report, Subject, Unverified, data, foreign, from_trace, law, own};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::forms::Forms;
use crate::intake::book::{self, ReadBook, Trouble};
use crate::locale::{Language, Locale};
use crate::trace::pack::PackError;
use crate::trace::{Document, SHAPE, Trace, sheet};
use crate::units::Day;

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
        Some(Err(error)) => without_trace(
            &book,
            job,
            Finding::at(&code::AUDIT_TRACE_DAMAGED, trace_cell(&book))
                .with("reason", Fact::Text(reason(&error).to_owned())),
        ),
        None if is_ours(&book) => without_trace(&book, job, Finding::new(&code::AUDIT_TRACE_MISSING)),
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

/// With tables, the workbook is compared with what they give now; without, with its own trace, and the trace with the
/// law. Another version's workbook has another layout: its figures are compared, and its cells with its own trace.
fn audit_own(book: &ReadBook, trace: &Trace, job: &AuditJob) -> Result<Report, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let forms = super::forms(job.forms.as_deref())?;
    let mut report;
    let mut again = None;
    if job.data.is_empty() {
        report = own::audit(book, trace);
    } else {
        let mut run = super::run(&Job {
            inputs: job.data.clone(),
            programme: Some(trace.head.edition.clone()),
            programmes: job.programmes.clone(),
            as_of: Day::parse_iso(&trace.head.as_of),
            readings: trace.head.given.clone(),
        })?;
        let files = data::compared(&trace.head.documents, &run.submission.sources.files);
        let documents = run.submission.sources.files.clone();
        // A copy under another name is the same file: what is written again names it as it was recorded.
        for file in &mut run.submission.sources.files {
            if let Some(was) = trace.head.documents.iter().find(|was| was.sha256 == file.sha256) {
                file.name.clone_from(&was.name);
            }
        }
        let foreign = data::foreign(&trace.head, &run.submission.agreement);
        if foreign.is_none() {
            again = settled_again(run, &forms, trace.head.draft)?;
        }
        let same_version = trace.head.program == env!("CARGO_PKG_VERSION");
        report = match &again {
            Some((fresh, _)) if same_version => own::audit(book, fresh),
            _ => own::audit(book, trace),
        };
        if !same_version {
            let version = Fact::Text(trace.head.program.clone());
            report
                .unverified
                .push(Unverified { key: "audit-unverified-version", facts: vec![("version", version)] });
        }
        if again.is_none() && foreign.is_none() {
            report.unverified.push(Unverified { key: "audit-unverified-data", facts: Vec::new() });
        }
        // Where the data are not this settlement's, every file is another: that is said once.
        report.findings.extend(if foreign.is_some() { Vec::new() } else { files });
        report.findings.extend(foreign);
        report.documents.extend(documents.into_iter().map(|f| Document {
            name: f.name,
            sha256: f.sha256,
            bytes: f.bytes,
        }));
    }
    if again.is_none() {
        let run = from_trace::settle(trace, &catalogue);
        let settled = run.and_then(|run| settled_again(run, &forms, trace.head.draft));
        let reason = match settled {
            Ok(Some(settled)) => {
                again = Some(settled);
                None
            }
            Ok(None) => Some(String::new()),
            Err(error) => Some(error.text(Locale::of(Language::Polish))),
        };
        if let Some(reason) = reason {
            report.findings.push(
                Finding::new(&code::AUDIT_LAW_UNKNOWN)
                    .with("edition", Fact::Text(trace.head.edition.clone()))
                    .with("reason", Fact::Text(reason.clone())),
            );
            report.unverified.push(Unverified {
                key: "audit-unverified-law",
                facts: vec![("reason", Fact::Text(reason))],
            });
        }
    }
    if let Some((fresh, rules_sha256)) = &again {
        let places = own::Places::of(book, trace);
        let law = law::Law { trace: fresh, rules_sha256 };
        if !law::is_comparable(&trace.head, &law) {
            let version = Fact::Text(trace.head.program.clone());
            let facts = vec![("version", version)];
            report.unverified.push(Unverified { key: "audit-unverified-law-version", facts });
        }
        let (findings, figures) = law::compared(trace, &law, &|at| places.of_cell(at));
        law::noted(&mut report, findings, figures);
    }
    report.findings.extend(own::trace_sheet(book, trace));
    report.sort();
    report.cap();
    Ok(report)
}

/// The trace of a settlement made again, and the digest of its rules; nothing when it has no figures.
fn settled_again(mut run: Run, forms: &Forms, draft: bool) -> Result<Option<(Trace, String)>, CannotRun> {
    run.price();
    let digest = run.programme.as_ref().map(|p| p.digest.clone()).unwrap_or_default();
    let papers = super::papers(&mut run, forms, draft)?;
    Ok(papers.map(|papers| (papers.trace().clone(), digest)))
}

fn audit_foreign(book: &ReadBook, job: &AuditJob) -> Result<Report, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let forms = super::forms(job.forms.as_deref())?;
    foreign::audit(book, job.programme.as_deref(), &catalogue, &forms)
}

/// Our own workbook without its trace: with tables, compared with what they give; without, as a report from elsewhere.
fn without_trace(book: &ReadBook, job: &AuditJob, finding: Finding) -> Result<Report, CannotRun> {
    let mut report = match settled_from_tables(book, job)? {
        Some(fresh) => own::audit(book, &fresh),
        None => audit_foreign(book, job).unwrap_or_else(|_| {
            let mut report = Report::on(book, Subject::OwnWithoutTrace);
            report.findings = own::of_book(book);
            report
        }),
    };
    report.subject = Subject::OwnWithoutTrace;
    report.findings.push(finding);
    report.sort();
    Ok(report)
}

fn settled_from_tables(book: &ReadBook, job: &AuditJob) -> Result<Option<Trace>, CannotRun> {
    if job.data.is_empty() {
        return Ok(None);
    }
    let run = super::run(&Job {
        inputs: job.data.clone(),
        programme: job.programme.clone(),
        programmes: job.programmes.clone(),
        as_of: as_of(book),
        readings: Vec::new(),
    })?;
    let draft = run.has_errors();
    Ok(settled_again(run, &super::forms(job.forms.as_deref())?, draft)?.map(|(trace, _)| trace))
}

/// The day that a workbook without a trace says it speaks of.
fn as_of(book: &ReadBook) -> Option<Day> {
    let sheet = book.sheet("Źródła")?;
    let row = sheet.cells.keys().find(|(row, column)| sheet.text(*row, *column) == Some("Stan na dzień"))?;
    let mut parts = sheet.text(row.0, row.1 + 1)?.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
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
