//! A run as a capsule. Nothing is computed here: what the run read, used and gave is put side by side.

use serde_json::json;

use super::manifest::{Arguments, Digest, Manifest, RecordedDocument, RecordedPart, Said};
use super::{CapsuleError, pack, part};
use crate::digest::sha256_hex;
use crate::forms::Forms;
use crate::intake::Documents;
use crate::locale::{Language, Locale};
use crate::pipeline::{CannotRun, Job, PaperBytes, Run};
use crate::programme::Catalogue;
use crate::programme::catalogue::common_files;

/// What a capsule is made of.
#[derive(Debug)]
pub struct Made<'a> {
    /// What was asked for.
    pub job: &'a Job,
    /// A draft was asked for.
    pub draft: bool,
    /// What was read.
    pub documents: &'a Documents,
    /// The rules there were.
    pub catalogue: &'a Catalogue,
    /// The forms there were.
    pub forms: &'a Forms,
    /// What came of it.
    pub run: &'a Run,
    /// Both workbooks and the trace.
    pub papers: &'a PaperBytes,
    /// Whether the capsule is to hold what the municipality's files hold.
    pub with_data: bool,
}

/// Returns the bytes of the capsule; nothing for a run without a settlement.
pub fn capsule(made: &Made<'_>) -> Result<Option<Vec<u8>>, CannotRun> {
    let (Some(programme), Some(as_of)) = (&made.run.programme, made.run.as_of) else { return Ok(None) };
    let texts = made.catalogue.rules(&programme.id).zip(made.catalogue.law(&programme.id));
    let (Some((rules, law)), Some(form)) = (texts, made.forms.text(&programme.form)) else { return Ok(None) };
    let said = Said {
        arguments: Arguments {
            programme: made.job.programme.as_ref().map(|_| programme.id.clone()),
            as_of: as_of.to_string(),
            // As typed: the trace repeats them so.
            readings: made.job.readings.clone(),
            draft: made.draft,
            rules: programme.origin.into(),
        },
        edition: programme.id.clone(),
        form: programme.form.clone(),
    };
    let mut parts = pack::Parts::new();
    let texts = [(part::RULES, rules), (part::LAW, law), (part::FORM, form)];
    parts.extend(texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    let common = common_files().into_iter();
    parts.extend(common.map(|(name, text)| (format!("{}{name}", part::COMMON), text.as_bytes().to_vec())));
    parts.insert(part::FINDINGS.to_owned(), findings(made.run));
    parts.insert(part::TRACE.to_owned(), made.papers.trace.clone());
    let (workbook, to_send) = (Digest::of(&made.papers.workbook), Digest::of(&made.papers.to_send));
    let mut manifest = Manifest::new(said, workbook, to_send);
    manifest.skipped.clone_from(&made.documents.skipped);
    manifest.documents = documents(made, &mut parts);
    let recorded =
        |(name, bytes): (&String, &Vec<u8>)| RecordedPart { name: name.clone(), sha256: sha256_hex(bytes) };
    manifest.parts = parts.iter().map(recorded).collect();
    parts.insert(pack::HEAD.to_owned(), manifest.to_bytes());
    pack::write(&parts).map(Some).map_err(|error| match CapsuleError::from(error) {
        CapsuleError::TooLarge if made.with_data => {
            CannotRun::new("capsule-data-too-large").with("limit", pack::MAX_BYTES / (1024 * 1024))
        }
        other => other.at(std::path::Path::new(pack::HEAD)),
    })
}

fn documents(made: &Made<'_>, parts: &mut pack::Parts) -> Vec<RecordedDocument> {
    let mut recorded = Vec::new();
    for (index, document) in made.documents.files.iter().enumerate() {
        let part = made.with_data.then(|| format!("inputs/{:03}{}", index + 1, ending(&document.name)));
        if let Some(part) = &part {
            parts.insert(part.clone(), document.bytes.clone());
        }
        let digest = Digest::of(&document.bytes);
        recorded.push(RecordedDocument {
            name: document.name.clone(),
            found: document.found,
            bytes: digest.bytes,
            sha256: digest.sha256,
            part,
        });
    }
    recorded
}

/// The ending of a file's name, for whoever looks into the archive; none where it is no plain one.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let plain = |e: &String| (1..=5).contains(&e.len()) && e.bytes().all(|b| b.is_ascii_alphanumeric());
    ending.filter(plain).map(|e| format!(".{e}")).unwrap_or_default()
}

/// The readings and findings in Polish, like the workbook. The figures stand in the trace.
pub fn findings(run: &Run) -> Vec<u8> {
    let object = run.result_object(false, Locale::of(Language::Polish));
    let object = json!({ "findings": object.findings, "readings": object.readings });
    // Objects, lists and texts have no way to fail.
    serde_json::to_vec_pretty(&object).unwrap_or_default()
}
