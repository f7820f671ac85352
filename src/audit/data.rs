//! The files handed to an audit against those that a workbook says it was made from.

use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::records::Agreement;
use crate::source::SourceFile;
use crate::trace::{Document, Head};

/// Says which files are others than those recorded, by digest first and then by name.
pub fn compared(recorded: &[Document], given: &[SourceFile]) -> Vec<Finding> {
    let text = |text: &str| Fact::Text(text.to_owned());
    let mut findings = Vec::new();
    for file in given {
        if recorded.iter().any(|d| d.sha256 == file.sha256) {
            continue;
        }
        let finding = match recorded.iter().find(|d| d.name == file.name) {
            Some(was) => Finding::new(&code::AUDIT_DATA_CHANGED).with_expected(text(&was.sha256)),
            None => Finding::new(&code::AUDIT_DATA_OTHER),
        };
        findings.push(finding.with("file", text(&file.name)).with_seen(text(&file.sha256)));
    }
    for was in recorded {
        if !given.iter().any(|file| file.sha256 == was.sha256 || file.name == was.name) {
            let finding = Finding::new(&code::AUDIT_DATA_MISSING).with("file", text(&was.name));
            findings.push(finding.with_expected(text(&was.sha256)));
        }
    }
    findings
}

/// Says that the data are those of another municipality or edition: then nothing that follows would mean anything.
pub fn foreign(head: &Head, given: &Agreement) -> Option<Finding> {
    let teryt = given.teryt.as_ref().map(|f| f.value.trim().to_owned());
    let edition = given.programme.as_ref().map(|f| f.value.trim().to_owned());
    let recorded = head.teryt.as_deref().map(str::trim);
    let other = |seen: &Option<String>, was: Option<&str>| matches!((seen, was), (Some(seen), Some(was)) if !seen.is_empty() && !was.is_empty() && seen != was);
    if !other(&teryt, recorded) && !other(&edition, Some(&head.edition)) {
        return None;
    }
    let text = |text: Option<String>| Fact::Text(text.unwrap_or_default());
    let finding = Finding::new(&code::AUDIT_DATA_FOREIGN)
        .with("teryt", text(recorded.map(str::to_owned)))
        .with("edition", text(Some(head.edition.clone())));
    Some(finding.with("teryt_seen", text(teryt)).with("edition_seen", text(edition)))
}
