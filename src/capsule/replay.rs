//! Repeats a recorded run and says what is not as it was: first what could be the cause, then what came of it.
//!
//! The run uses the capsule's own rules and form. The national series and the words of readings are part of the
//! program; where the capsule's differ from them, that is said. Nothing is written.

use super::{Capsule, Manifest, compare, part, traces, write};
use crate::digest::sha256_hex;
use crate::finding::code::replay as code;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::Forms;
use crate::intake::{Document, Documents};
use crate::pipeline::{self, CannotRun, Job, PaperBytes, Run};
use crate::programme::Catalogue;
use crate::programme::catalogue::common_files;
use crate::source::Sources;
use crate::units::Day;

/// What became of a repetition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Both workbooks and all figures are the same to the byte.
    Reproduced,
    /// The figures are the same, the bytes of a workbook are not.
    FiguresSame,
    /// A figure or a finding is another one.
    Differs,
}

/// A repetition.
#[derive(Clone, Debug)]
pub struct Replay {
    /// What the capsule records.
    pub manifest: Manifest,
    /// How it went.
    pub verdict: Verdict,
    /// What is not as it was, the cause before its effect.
    pub findings: Vec<Finding>,
    /// The workbook whose cells findings name: it is not there, its place is told by its option.
    pub sources: Sources,
}

fn text(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

/// Repeats the run with the files given, or else with those in the capsule.
pub fn replay(capsule: &Capsule, data: Option<Documents>) -> Result<Replay, CannotRun> {
    let mut findings = Vec::new();
    let documents = match data {
        Some(data) => given(&capsule.manifest, data, &mut findings)?,
        None => capsule.documents().ok_or_else(|| needs_data(&capsule.manifest))?,
    };
    causes(capsule, &mut findings);
    let (run, papers) = repeated(capsule, &documents)?;
    let (verdict, sources) = effects(capsule, &run, papers.as_ref(), &mut findings);
    Ok(Replay { manifest: capsule.manifest.clone(), verdict, findings, sources })
}

fn needs_data(manifest: &Manifest) -> CannotRun {
    let names: Vec<&str> = manifest.documents.iter().map(|d| d.name.as_str()).collect();
    CannotRun::new("capsule-needs-data").with("files", names.join(", "))
}

/// Puts the files given in the places of those recorded: by what they hold, whatever their names, else by name.
fn given(manifest: &Manifest, data: Documents, findings: &mut Vec<Finding>) -> Result<Documents, CannotRun> {
    let mut left: Vec<(String, Document)> =
        data.files.into_iter().map(|file| (sha256_hex(&file.bytes), file)).collect();
    let mut take =
        |is: &dyn Fn(&(String, Document)) -> bool| left.iter().position(is).map(|at| left.remove(at));
    let exact: Vec<Option<(String, Document)>> = manifest
        .documents
        .iter()
        .map(|recorded| {
            let same = |(digest, _): &(String, Document)| *digest == recorded.sha256;
            take(&|one| same(one) && one.1.name == recorded.name).or_else(|| take(&same))
        })
        .collect();
    let mut missing = Vec::new();
    let mut files = Vec::new();
    for (recorded, exact) in manifest.documents.iter().zip(exact) {
        let found = exact.or_else(|| take(&|(_, file)| file.name == recorded.name));
        let Some((digest, file)) = found else {
            missing.push(recorded.name.as_str());
            continue;
        };
        if digest != recorded.sha256 {
            let finding = Finding::new(&code::REPLAY_INPUT_DIFFERS).with("file", text(&recorded.name));
            findings.push(finding.with_seen(Fact::Text(digest)).with_expected(text(&recorded.sha256)));
        } else if file.name != recorded.name {
            let finding = Finding::new(&code::REPLAY_INPUT_RENAMED).with("file", text(&recorded.name));
            findings.push(finding.with("now", text(&file.name)));
        }
        files.push(Document { name: recorded.name.clone(), found: recorded.found, bytes: file.bytes });
    }
    if !missing.is_empty() {
        return Err(CannotRun::new("capsule-data-missing").with("files", missing.join(", ")));
    }
    for (_, file) in left {
        findings.push(Finding::new(&code::REPLAY_INPUT_UNUSED).with("file", text(&file.name)));
    }
    Ok(Documents { files, skipped: manifest.skipped.clone() })
}

/// Rules, form and program, where they are not those of this program.
fn causes(capsule: &Capsule, findings: &mut Vec<Finding>) {
    let manifest = &capsule.manifest;
    let catalogue = Catalogue::built_in();
    let edition =
        [(part::RULES, catalogue.rules(&manifest.edition)), (part::LAW, catalogue.law(&manifest.edition))];
    for (name, built_in) in edition.into_iter().filter(|(name, built_in)| capsule.text(name) != *built_in) {
        let key = if built_in.is_some() { "other" } else { "unknown" };
        let finding =
            Finding::new(&code::REPLAY_RULES_OTHER).with("file", text(name)).with("built_in", text(key));
        findings.push(finding.with("edition", text(&manifest.edition)));
    }
    let forms = Forms::built_in();
    if capsule.text(part::FORM) != forms.text(&manifest.form) {
        findings.push(Finding::new(&code::REPLAY_FORM_OTHER).with("form", text(&manifest.form)));
    }
    for name in common_that_differ(capsule) {
        findings.push(Finding::new(&code::REPLAY_COMMON_OTHER).with("file", Fact::Text(name)));
    }
    let own = env!("CARGO_PKG_VERSION");
    if manifest.program_version != own {
        let finding = Finding::new(&code::REPLAY_PROGRAM_OTHER).with_seen(text(own));
        findings.push(finding.with_expected(text(&manifest.program_version)));
    }
}

/// Names the common files that are another here, or that one side alone has.
fn common_that_differ(capsule: &Capsule) -> Vec<String> {
    let built_in = common_files();
    let edition = [part::RULES, part::LAW];
    let theirs = capsule.parts.keys().filter(|name| !edition.contains(&name.as_str()));
    let theirs = theirs.filter_map(|name| name.strip_prefix(part::COMMON).map(str::to_owned));
    let mut names: Vec<String> = built_in.keys().cloned().chain(theirs).collect();
    names.sort();
    names.dedup();
    names.retain(|name| capsule.text(&format!("{}{name}", part::COMMON)) != built_in.get(name).copied());
    names
}

/// Runs again. Without papers there is no settlement.
fn repeated(capsule: &Capsule, documents: &Documents) -> Result<(Run, Option<PaperBytes>), CannotRun> {
    let manifest = &capsule.manifest;
    let of = |name| capsule.text(name).unwrap_or_default();
    let catalogue = Catalogue::default()
        .with_texts(&manifest.edition, of(part::RULES), of(part::LAW))
        .with_origin(&manifest.edition, manifest.arguments.rules.into());
    let forms = Forms::of_texts([(manifest.form.clone(), of(part::FORM).to_owned())]);
    let arguments = &manifest.arguments;
    let job = Job {
        programme: arguments.programme.clone(),
        as_of: Day::parse_iso(&arguments.as_of),
        readings: arguments.readings.clone(),
        ..Job::default()
    };
    let mut run = pipeline::run_documents(&job, documents, &catalogue)?;
    run.price();
    if !run.may_be_written(arguments.draft) {
        return Ok((run, None));
    }
    let bytes = match pipeline::papers(&mut run, &forms, arguments.draft)? {
        Some(papers) => Some(papers.bytes()?),
        None => None,
    };
    Ok((run, bytes))
}

/// The name under which findings speak of the whole workbook.
const WORKBOOK: &str = "--out";

/// Compares figures and papers with those recorded: figures, findings, cells, bytes.
fn effects(
    capsule: &Capsule,
    run: &Run,
    papers: Option<&PaperBytes>,
    findings: &mut Vec<Finding>,
) -> (Verdict, Sources) {
    let Some(papers) = papers else {
        let errors = run.findings.iter().filter(|f| f.severity == Severity::Error).count();
        let errors = Fact::Count(i64::try_from(errors).unwrap_or(i64::MAX));
        findings.push(Finding::new(&code::REPLAY_NOT_SETTLED).with("errors", errors));
        return (Verdict::Differs, Sources::default());
    };
    let then = |name| capsule.parts.get(name).map(Vec::as_slice).unwrap_or_default();
    let before = findings.len();
    let compared = traces::compare(then(part::TRACE), &papers.trace, WORKBOOK);
    findings.extend(compared.figures);
    compare::findings(then(part::FINDINGS), &write::findings(run), findings);
    let figures_same = findings.len() == before;
    let cells_same = compared.cells.is_empty();
    findings.extend(compared.cells);
    let bytes_same = workbooks(&capsule.manifest, papers, findings);
    let inputs_same = findings.iter().all(|f| f.code.name != code::REPLAY_INPUT_DIFFERS.name);
    let trace_same = then(part::TRACE) == papers.trace;
    let verdict = match (figures_same, bytes_same && inputs_same && cells_same && trace_same) {
        (true, true) => Verdict::Reproduced,
        (true, false) => Verdict::FiguresSame,
        (false, _) => Verdict::Differs,
    };
    (verdict, compared.sources)
}

/// Are both workbooks the same to the byte?
fn workbooks(manifest: &Manifest, papers: &PaperBytes, findings: &mut Vec<Finding>) -> bool {
    let pairs =
        [("workbook", &papers.workbook, &manifest.workbook), ("to-send", &papers.to_send, &manifest.to_send)];
    let mut same = true;
    for (name, now, then) in pairs {
        let digest = sha256_hex(now);
        if digest != then.sha256 {
            same = false;
            let finding = Finding::new(&code::REPLAY_WORKBOOK_DIFFERS).with("which", text(name));
            findings.push(finding.with_seen(Fact::Text(digest)).with_expected(text(&then.sha256)));
        }
    }
    same
}
