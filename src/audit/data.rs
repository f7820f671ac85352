//! The files handed to an audit against those that a workbook says it was made from.

use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::source::SourceFile;
use crate::trace::Document;

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
