//! `Uwagi`: every remark about every file, and what the comparison of files with each other and the register found.
//!
//! The heading is the first row: people filter this table.

use super::rows::code;
use super::{BookFacts, names, words};
use crate::calc::Format;
use crate::consolidate::for_office::{self, Acts};
use crate::consolidate::{Entry, Remark};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};

/// Headings and widths.
const COLUMNS: [(&str, u32); 11] = [
    ("Lp.", 6),
    ("Waga", 11),
    ("TERYT", 9),
    ("Gmina", 16),
    ("Plik", 22),
    ("Arkusz i komórka", 15),
    ("Opis", 50),
    ("Kto działa", 8),
    ("Co zrobić", 40),
    ("Kwota", 13),
    ("Kod", 18),
];

/// Builds the sheet.
pub fn sheet(facts: &BookFacts<'_>) -> Sheet {
    let mut page = Page::new(names::REMARKS, &COLUMNS.map(|(_, width)| width));
    page.cells(Role::Heading, COLUMNS.map(|(heading, _)| Shown::from(heading)).to_vec(), None);
    page.keep(0, 0);
    page.sheet.filter = true;
    let compared = facts.findings.iter().map(|remark| (None, remark));
    let of_files = facts.entries.iter().flat_map(|entry| entry.remarks.iter().map(move |r| (Some(entry), r)));
    for (number, (entry, remark)) in (1..).zip(compared.chain(of_files)) {
        row(&mut page, number, entry, remark);
    }
    if page.row == 1 {
        page.cells(Role::Body, vec![Shown::Nothing; COLUMNS.len()], None);
        page.sheet.text(1, 6, Role::Body, "Brak uwag.");
    }
    page.sheet
}

/// Who acts: what concerns no file that came in, such as a cell of the register, is the office's own, whatever its code.
fn acts(entry: Option<&Entry>, remark: &Remark) -> Acts {
    match (entry, for_office::acts(remark)) {
        (None, Acts::Municipality) => Acts::Office,
        (_, acts) => acts,
    }
}

fn row(page: &mut Page, number: i64, entry: Option<&Entry>, remark: &Remark) {
    let place = [remark.sheet.as_str(), remark.cell.as_str()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" › ");
    let path = match entry {
        Some(entry) if entry.files.len() > 1 && !remark.file.is_empty() => {
            let full = entry.files.iter().find(|f| f.path.ends_with(&remark.file));
            full.map_or(remark.file.as_str(), |f| f.path.as_str())
        }
        Some(entry) => entry.path(),
        None => remark.file.as_str(),
    };
    let name = entry.and_then(|e| e.municipality.as_deref().or(e.unit.as_deref())).unwrap_or("");
    let cells = vec![
        Shown::Number(number, Format::Count),
        words::severity(&remark.severity).into(),
        entry.map_or("", code).into(),
        name.into(),
        path.into(),
        place.into(),
        remark.message.as_str().into(),
        words::acts(acts(entry, remark)).into(),
        remark.hint.as_str().into(),
        remark.difference.as_str().into(),
        remark.code.as_str().into(),
    ];
    page.cells(Role::Body, cells, None);
    let role = match remark.severity.as_str() {
        "error" => Role::Error,
        "warning" => Role::Warning,
        _ => Role::Body,
    };
    if let Some(cell) = page.row.checked_sub(1).and_then(|row| page.sheet.cells.get_mut(&(row, 1))) {
        cell.role = role;
    }
}
