//! One audit from a file to a report. Decides which way a workbook is audited; compares nothing itself.

use std::path::PathBuf;

use super::{CannotRun, Job, Run, previous};
use crate::audit::{Report, Subject, Unverified, data, foreign, from_trace, law, own};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::forms::Forms;
use crate::intake::book::{self, ReadBook};
use crate::locale::{Language, Locale};
use crate::programme::Catalogue;
use crate::trace::pack::PackError;
use crate::trace::{Document, Trace, sheet};
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
    let book = book::open(&job.workbook)?;
    match sheet::found(&book) {
        Some(Ok(trace)) => of_trace(&book, &trace, job),
        Some(Err(PackError::Newer { shape })) => Err(CannotRun::newer(&book.name, shape)),
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

/// A settlement made again.
struct Again {
    /// Its trace.
    trace: Trace,
    /// Digest of the rules that were used.
    rules_sha256: String,
    /// The run itself.
    run: Run,
}

/// With tables, the workbook is compared with what they give now; without, with its own trace, and the trace with the
/// law. Another version's workbook has another layout: its figures are compared, and its cells with its own trace.
pub fn of_trace(book: &ReadBook, trace: &Trace, job: &AuditJob) -> Result<Report, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let forms = super::forms(job.forms.as_deref())?;
    of_trace_settled(book, trace, job, &catalogue, &forms).map(|(report, _)| report)
}

/// As [`of_trace`], with the settlement that was made again, for those who want its figures: computed anew, not read
/// from cells. None where it could not be made.
pub fn of_trace_settled(
    book: &ReadBook,
    trace: &Trace,
    job: &AuditJob,
    catalogue: &Catalogue,
    forms: &Forms,
) -> Result<(Report, Option<Run>), CannotRun> {
    let (mut report, mut again) = if job.data.is_empty() {
        (own::audit(book, trace), None)
    } else {
        with_tables(book, trace, job, forms)?
    };
    if again.is_none() {
        let run = from_trace::settle(trace, catalogue);
        match run.and_then(|run| settled_again(run, forms, trace.head.draft)) {
            Ok(Some(settled)) => again = Some(settled),
            Ok(None) => without_law(&mut report, trace, String::new()),
            Err(error) => without_law(&mut report, trace, error.text(Locale::of(Language::Polish))),
        }
    }
    if let Some(Again { trace: fresh, rules_sha256, .. }) = &again {
        against_law(&mut report, book, trace, &law::Law { trace: fresh, rules_sha256 });
    }
    if let Some(previous) = &trace.head.previous {
        let text = |text: &str| Fact::Text(text.to_owned());
        let facts = vec![("file", text(&previous.file)), ("sha256", text(&previous.sha256))];
        report.unverified.push(Unverified { key: "audit-unverified-previous", facts });
    }
    report.findings.extend(own::trace_sheet(book, trace));
    report.sort();
    report.cap();
    Ok((report, again.map(|again| again.run)))
}

/// Settles the tables again and audits the workbook against that; against its own trace where the tables are another
/// municipality's, where they give no figures, and where another version wrote the workbook.
fn with_tables(
    book: &ReadBook,
    trace: &Trace,
    job: &AuditJob,
    forms: &Forms,
) -> Result<(Report, Option<Again>), CannotRun> {
    let mut run = super::run(&Job {
        inputs: job.data.clone(),
        programme: Some(trace.head.edition.clone()),
        programmes: job.programmes.clone(),
        as_of: Day::parse_iso(&trace.head.as_of),
        readings: trace.head.given.clone(),
        previous: None,
    })?;
    previous::attach_recorded(&mut run, trace);
    let files = data::compared(&trace.head.documents, &run.submission.sources.files);
    let documents: Vec<Document> = run.submission.sources.files.iter().map(Document::of).collect();
    // A copy under another name is the same file: what is written again names it as it was recorded.
    for file in &mut run.submission.sources.files {
        if let Some(was) = trace.head.documents.iter().find(|was| was.sha256 == file.sha256) {
            file.name.clone_from(&was.name);
        }
    }
    let foreign = data::foreign(&trace.head, &run.submission.agreement);
    let mut again = None;
    if foreign.is_none() {
        // The prices of other readings stand on `Parametry`.
        run.price();
        again = settled_again(run, forms, trace.head.draft)?;
    }
    let same_version = trace.head.program == env!("CARGO_PKG_VERSION");
    let mut report = match &again {
        Some(Again { trace: fresh, .. }) if same_version => own::audit(book, fresh),
        _ => own::audit(book, trace),
    };
    if !same_version {
        unverified_for_version(&mut report, "audit-unverified-version", trace);
    }
    if again.is_none() && foreign.is_none() {
        report.unverified.push(Unverified { key: "audit-unverified-data", facts: Vec::new() });
    }
    // Where the data are not this settlement's, every file is another: that is said once.
    report.findings.extend(if foreign.is_some() { Vec::new() } else { files });
    report.findings.extend(foreign);
    report.documents.extend(documents);
    Ok((report, again))
}

/// Says that nothing could be settled again, so that the law was not asked.
fn without_law(report: &mut Report, trace: &Trace, reason: String) {
    report.findings.push(
        Finding::new(&code::AUDIT_LAW_UNKNOWN)
            .with("edition", Fact::Text(trace.head.edition.clone()))
            .with("reason", Fact::Text(reason.clone())),
    );
    let facts = vec![("reason", Fact::Text(reason))];
    report.unverified.push(Unverified { key: "audit-unverified-law", facts });
}

fn against_law(report: &mut Report, book: &ReadBook, trace: &Trace, law: &law::Law<'_>) {
    let places = own::Places::of(book, trace);
    if !law::is_comparable(&trace.head, law) {
        unverified_for_version(report, "audit-unverified-law-version", trace);
    }
    let (findings, figures) = law::compared(trace, law, &|at| places.of_cell(at));
    law::noted(report, findings, figures);
}

fn unverified_for_version(report: &mut Report, key: &'static str, trace: &Trace) {
    let facts = vec![("version", Fact::Text(trace.head.program.clone()))];
    report.unverified.push(Unverified { key, facts });
}

/// The trace of a settlement made again; nothing when it has no figures.
fn settled_again(mut run: Run, forms: &Forms, draft: bool) -> Result<Option<Again>, CannotRun> {
    let rules_sha256 = run.programme.as_ref().map(|p| p.digest.clone()).unwrap_or_default();
    let trace = super::papers::trace_alone(&mut run, forms, draft)?;
    Ok(trace.map(|trace| Again { trace, rules_sha256, run }))
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
    let mut run = super::run(&Job {
        inputs: job.data.clone(),
        programme: job.programme.clone(),
        programmes: job.programmes.clone(),
        as_of: as_of(book),
        readings: Vec::new(),
        previous: None,
    })?;
    let draft = run.has_errors();
    run.price();
    Ok(settled_again(run, &super::forms(job.forms.as_deref())?, draft)?.map(|again| again.trace))
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

/// Names what is wrong with a trace, for the message.
pub fn reason(error: &PackError) -> &'static str {
    match error {
        PackError::Digest { .. } => "digest",
        PackError::TooLarge => "large",
        PackError::Damaged(_) | PackError::Newer { .. } => "damaged",
    }
}
