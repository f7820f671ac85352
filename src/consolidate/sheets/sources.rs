//! `Źródła`: rules, program, day and numbers of files; the second engine's line is added when the book is whole.

use std::collections::BTreeSet;

use super::{BookFacts, words};
use crate::consolidate::{Entry, Verdict};
use crate::forms::working::SOURCES;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};

/// Builds the sheet.
pub fn sheet(facts: &BookFacts<'_>) -> Sheet {
    let mut page = Page::new(SOURCES, &[44, 74]);
    page.line(Role::Title, SOURCES);
    page.line(Role::Subtitle, "Z czego i czym sporządzono skoroszyt; pozwala odtworzyć sprawozdanie przy kontroli. Pliki i ich skróty są w arkuszu Pliki.");
    page.line(Role::Section, "Pliki");
    let files: usize = facts.entries.iter().map(|entry| entry.files.len()).sum();
    let mut lines = vec![("Pliki w arkuszu Pliki".to_owned(), files.to_string())];
    for verdict in [Verdict::Accepted, Verdict::Remarks, Verdict::Rejected, Verdict::Skipped] {
        let count = facts.entries.iter().filter(|entry| entry.verdict == verdict).count();
        lines.push((format!("Zgłoszenia: {}", words::verdict(verdict)), count.to_string()));
    }
    put(&mut page, lines);
    page.space();
    page.line(Role::Section, "Sporządzenie");
    let mut lines = vec![
        ("Program komputerowy".to_owned(), format!("rozlicz {}", env!("CARGO_PKG_VERSION"))),
        ("Stan na dzień".to_owned(), facts.as_of.polish()),
    ];
    lines.extend(distinct(facts, "Edycja (plik zasad)", |entry| entry.edition.as_deref()));
    lines.extend(distinct(facts, "SHA-256 pliku zasad", |entry| Some(entry.rules_sha256.as_str())));
    lines.extend(facts.sources.iter().cloned());
    put(&mut page, lines);
    page.sheet
}

fn put(page: &mut Page, lines: Vec<(String, String)>) {
    for (name, value) in lines {
        page.cells(Role::Body, vec![Shown::Text(name), Shown::Text(value)], None);
    }
}

fn distinct<'a>(
    facts: &BookFacts<'a>,
    label: &'a str,
    of: impl Fn(&'a Entry) -> Option<&'a str>,
) -> impl Iterator<Item = (String, String)> {
    let known: BTreeSet<&str> =
        facts.entries.iter().filter(|e| e.counts()).filter_map(of).filter(|text| !text.is_empty()).collect();
    known.into_iter().map(move |text| (label.to_owned(), text.to_owned()))
}
