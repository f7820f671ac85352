//! The sheets of the collective workbook: from entries to grid. Computes nothing that a cell's formula does not.

use super::Entry;
use crate::calc::Model;
use crate::grid::{Holds, Role, Sheet};

/// Builds the sheets behind the official ones.
pub fn sheets(entries: &[Entry], _model: &mut Model) -> Vec<Sheet> {
    vec![files(entries)]
}

/// `Pliki`: a verdict a file.
fn files(entries: &[Entry]) -> Sheet {
    let mut sheet = Sheet::named("Pliki");
    sheet.holds = Holds::Views;
    for (column, text) in (0..).zip(["Plik", "SHA-256", "TERYT", "Gmina", "Werdykt", "Uwaga"]) {
        sheet.text(0, column, Role::Heading, text);
    }
    for (row, entry) in (1..).zip(entries) {
        let first = entry.remarks.first().map_or("", |r| r.message.as_str());
        let digest = entry.files.first().map_or("", |f| f.sha256.as_str());
        let verdict = match entry.verdict {
            super::Verdict::Accepted => "przyjęte",
            super::Verdict::Remarks => "przyjęte z uwagami",
            super::Verdict::Rejected => "odrzucone",
            super::Verdict::Skipped => "pominięte",
        };
        let texts = [
            entry.path(),
            digest,
            entry.teryt.as_deref().unwrap_or(""),
            entry.municipality.as_deref().unwrap_or(""),
            verdict,
            first,
        ];
        for (column, text) in (0..).zip(texts) {
            sheet.text(row, column, Role::Body, text);
        }
    }
    sheet
}
