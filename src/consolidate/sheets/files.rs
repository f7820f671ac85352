//! `Pliki`: a row a file, with the verdict, the reason, the first cell to mend and the digest.
//!
//! The heading is the first row: people filter this table.

use std::collections::BTreeSet;

use super::rows::code;
use super::{BookFacts, names, words};
use crate::calc::Format;
use crate::consolidate::{Entry, EntryFile, Remark, Verdict};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};

/// Headings and widths.
const COLUMNS: [(&str, u32); 12] = [
    ("Lp.", 4),
    ("Plik", 26),
    ("Rodzaj", 10),
    ("TERYT", 8),
    ("Gmina", 15),
    ("Werdykt", 11),
    ("Powód", 37),
    ("Pierwsza komórka do poprawy", 16),
    ("Co zrobić", 28),
    ("Wielkość (B)", 10),
    ("Zmiana od poprzedniego przebiegu", 11),
    ("SHA-256", 34),
];

/// Builds the sheet.
pub fn sheet(facts: &BookFacts<'_>) -> Sheet {
    let widths = COLUMNS.map(|(_, width)| width);
    let mut page = Page::new(names::FILES, &widths);
    page.cells(Role::Heading, COLUMNS.map(|(heading, _)| Shown::from(heading)).to_vec(), None);
    page.keep(0, 2);
    page.sheet.repeat_columns = None;
    page.sheet.filter = true;
    let mut number = 0;
    for entry in facts.entries {
        for (at, file) in entry.files.iter().enumerate() {
            number += 1;
            row(&mut page, number, entry, at, file, facts);
        }
    }
    gone(&mut page, number, facts);
    page.sheet
}

fn row(page: &mut Page, number: i64, entry: &Entry, at: usize, file: &EntryFile, facts: &BookFacts<'_>) {
    let remark = remark_of(entry, at, file);
    let bytes = i64::try_from(file.bytes).unwrap_or(i64::MAX);
    let name = entry.municipality.as_deref().or(entry.unit.as_deref()).unwrap_or("");
    let role = match entry.verdict {
        Verdict::Rejected => Role::Error,
        Verdict::Remarks => Role::Warning,
        Verdict::Accepted | Verdict::Skipped => Role::Body,
    };
    let cells = vec![
        Shown::Number(number, Format::Count),
        file.path.as_str().into(),
        words::kind(entry.kind).into(),
        code(entry).into(),
        name.into(),
        words::verdict(entry.verdict).into(),
        reason(entry, at, remark).into(),
        remark.map(|r| place(r, file)).unwrap_or_default().into(),
        remedy(entry, at, remark).into(),
        Shown::Number(bytes, Format::Count),
        change(file, facts).into(),
        file.sha256.as_str().into(),
    ];
    page.cells(Role::Body, cells, None);
    if let Some(cell) = page.row.checked_sub(1).and_then(|row| page.sheet.cells.get_mut(&(row, 5))) {
        cell.role = role;
    }
}

/// The worst remark about the file; of a submission of several files each tells its own, the first what names none.
fn remark_of<'a>(entry: &'a Entry, at: usize, file: &EntryFile) -> Option<&'a Remark> {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let own = |remark: &&Remark| {
        let named = entry
            .files
            .iter()
            .any(|f| f.path == remark.file || f.path.ends_with(&format!("/{}", remark.file)));
        if named && entry.files.len() > 1 { remark.file == name || remark.file == file.path } else { at == 0 }
    };
    // Of what was set aside the reason comes first, whatever else was found in it.
    if entry.verdict == Verdict::Skipped {
        return entry.remarks.first().filter(|r| at == 0 && r.severity != "note");
    }
    entry.remarks.iter().filter(|r| r.severity != "note").find(own)
}

/// That the settlement workbook is missing from its folder, where another remark is the first: it says nothing of the
/// report, and must not be hidden by it.
fn beside<'a>(entry: &'a Entry, at: usize, remark: Option<&Remark>) -> Option<&'a Remark> {
    entry.unwritten().filter(|unwritten| at == 0 && entry.counts() && remark != Some(unwritten))
}

/// What to do, and with whom. What is to be passed on to the municipality stands last: all that follows goes into a letter.
fn remedy(entry: &Entry, at: usize, remark: Option<&Remark>) -> String {
    let own = beside(entry, at, remark).map(|unwritten| match remark {
        Some(_) => format!("{IN_THE_OFFICE} {}", words::remedy(unwritten)),
        None => words::remedy(unwritten),
    });
    own.into_iter().chain(remark.map(words::remedy)).collect::<Vec<_>>().join(" ")
}

/// Before what concerns the office's own disk, where it stands beside what concerns the report.
const IN_THE_OFFICE: &str = "W urzędzie:";

fn reason(entry: &Entry, at: usize, remark: Option<&Remark>) -> String {
    let first = first_reason(entry, at, remark);
    match beside(entry, at, remark) {
        Some(unwritten) if first.is_empty() => unwritten.message.clone(),
        Some(unwritten) => format!("{first} {IN_THE_OFFICE} {}", unwritten.message),
        None => first,
    }
}

/// The first file of a submission with a remark of its own: the others share its verdict, and are sent there.
fn told_of(entry: &Entry) -> Option<usize> {
    entry.files.iter().enumerate().position(|(at, file)| remark_of(entry, at, file).is_some())
}

fn first_reason(entry: &Entry, at: usize, remark: Option<&Remark>) -> String {
    match remark {
        Some(remark) => remark.message.clone(),
        None if matches!(entry.verdict, Verdict::Remarks | Verdict::Rejected) && entry.files.len() > 1 => {
            match told_of(entry) {
                Some(told) if told != at => format!("jak plik {}", entry.files[told].path),
                _ => String::new(),
            }
        }
        None if at > 0 && entry.verdict == Verdict::Skipped => format!("jak plik {}", entry.path()),
        None => entry
            .remarks
            .iter()
            .find(|_| entry.verdict == Verdict::Skipped)
            .map_or_else(String::new, |r| r.message.clone()),
    }
}

/// Returns `plik › arkusz › komórka`, as far as they are known.
fn place(remark: &Remark, file: &EntryFile) -> String {
    if remark.sheet.is_empty() && remark.cell.is_empty() {
        return String::new();
    }
    let name = if remark.file.is_empty() { file.path.as_str() } else { remark.file.as_str() };
    let name = name.rsplit('/').next().unwrap_or(name);
    let parts = [name, &remark.sheet, &remark.cell];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" › ")
}

fn change(file: &EntryFile, facts: &BookFacts<'_>) -> &'static str {
    match facts.earlier.map(|earlier| earlier.get(&file.path)) {
        None => "",
        Some(None) => "nowy",
        Some(Some(known)) if *known == file.sha256 => "bez zmian",
        Some(Some(_)) => "zmieniony",
    }
}

/// Files of the run before that are no longer there.
fn gone(page: &mut Page, mut number: i64, facts: &BookFacts<'_>) {
    let Some(earlier) = facts.earlier else { return };
    let here: BTreeSet<&str> =
        facts.entries.iter().flat_map(|entry| &entry.files).map(|file| file.path.as_str()).collect();
    for (path, digest) in earlier.iter().filter(|(path, _)| !here.contains(path.as_str())) {
        number += 1;
        let mut cells = vec![Shown::Nothing; COLUMNS.len()];
        cells[0] = Shown::Number(number, Format::Count);
        cells[1] = path.as_str().into();
        cells[10] = "brak już".into();
        cells[11] = digest.as_str().into();
        page.cells(Role::Body, cells, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::{Kind, verdict};
    use crate::finding::code::{checks, consolidate as codes};
    use crate::finding::{Fact, Finding};

    #[test]
    fn what_is_passed_on_to_the_municipality_holds_nothing_of_the_office_s_disk() {
        let file = EntryFile { path: "gmina.xlsx".to_owned(), sha256: String::new(), bytes: 1 };
        let mut entry = Entry::of(vec![file], Kind::Tables);
        let reason = Fact::Text("na dysku nie ma miejsca".to_owned());
        verdict::say(&mut entry, Finding::new(&codes::ROLLUP_NOT_WRITTEN).with("reason", reason));
        entry.remarks.push(Remark {
            code: checks::CASELOAD_ABOVE_LIMIT.name.to_owned(),
            severity: "warning".to_owned(),
            message: "16 rodzin jednocześnie.".to_owned(),
            hint: "Sprawdź daty rodzin.".to_owned(),
            ..Remark::default()
        });
        verdict::done(&mut entry);
        let first = entry.remarks.first().filter(|remark| remark.code == checks::CASELOAD_ABOVE_LIMIT.name);
        let told = remedy(&entry, 0, first);
        let (own, passed_on) = told.split_once("Przekaż gminie:").expect("the municipality's part");
        assert!(own.starts_with("W urzędzie:") && own.contains("--settlements"), "{told}");
        assert!(!passed_on.contains("--settlements") && !passed_on.trim().is_empty(), "{told}");
        let why = super::reason(&entry, 0, first);
        let (theirs, own) = why.split_once("W urzędzie:").expect("the office's part");
        assert!(!theirs.contains("na dysku") && own.contains("na dysku"), "{why}");
    }
}
