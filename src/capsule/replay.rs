//! Repeats a recorded run and says what is not as it was: first what could be the cause, then what came of it.
//!
//! The run uses the capsule's own rules and form. The national series and the words of readings are part of the
//! program; where the capsule's differ from them, that is said. Nothing is written.

use super::{Capsule, Manifest, compare, part, write};
use crate::digest::sha256_hex;
use crate::finding::code::replay as code;
use crate::finding::{Fact, Finding};
use crate::forms::Forms;
use crate::intake::{Document, Documents};
use crate::pipeline::{self, CannotRun, Job, Run};
use crate::programme::Catalogue;
use crate::programme::catalogue::common_files;
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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replay {
    /// What the capsule records.
    pub manifest: Manifest,
    /// How it went.
    pub verdict: Verdict,
    /// What is not as it was, the cause before its effect.
    pub findings: Vec<Finding>,
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
    let verdict = effects(capsule, &run, papers.as_ref(), &mut findings);
    Ok(Replay { manifest: capsule.manifest.clone(), verdict, findings })
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

type Papers = (Vec<u8>, Vec<u8>);

/// Runs again. Without papers there is no settlement.
fn repeated(capsule: &Capsule, documents: &Documents) -> Result<(Run, Option<Papers>), CannotRun> {
    let manifest = &capsule.manifest;
    let of = |name| capsule.text(name).unwrap_or_default();
    let catalogue = Catalogue::default().with_texts(&manifest.edition, of(part::RULES), of(part::LAW));
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

/// Compares figures and papers with those recorded.
fn effects(capsule: &Capsule, run: &Run, papers: Option<&Papers>, findings: &mut Vec<Finding>) -> Verdict {
    let manifest = &capsule.manifest;
    let Some((workbook, to_send)) = papers else {
        let errors = run.findings.iter().filter(|f| f.severity == crate::finding::Severity::Error).count();
        let errors = Fact::Count(i64::try_from(errors).unwrap_or(i64::MAX));
        findings.push(Finding::new(&code::REPLAY_NOT_SETTLED).with("errors", errors));
        return Verdict::Differs;
    };
    let before = findings.len();
    let then = capsule.parts.get(part::FIGURES).map(Vec::as_slice).unwrap_or_default();
    compare::figures(then, &write::figures(run, manifest.arguments.draft), findings);
    let figures_same = findings.len() == before;
    let mut bytes_same = true;
    for (name, now, then) in
        [("workbook", workbook, &manifest.workbook), ("to-send", to_send, &manifest.to_send)]
    {
        let digest = sha256_hex(now);
        if digest != then.sha256 {
            bytes_same = false;
            let finding = Finding::new(&code::REPLAY_WORKBOOK_DIFFERS).with("which", text(name));
            findings.push(finding.with_seen(Fact::Text(digest)).with_expected(text(&then.sha256)));
        }
    }
    let inputs_same = findings.iter().all(|f| f.code.name != code::REPLAY_INPUT_DIFFERS.name);
    match (figures_same, bytes_same && inputs_same) {
        (true, true) => Verdict::Reproduced,
        (true, false) => Verdict::FiguresSame,
        (false, _) => Verdict::Differs,
    }
}
