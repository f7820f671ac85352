//! The papers of a municipality that the office looks through, each with a box.
//!
//! No edition lists them: what follows from the edition's own data names its source, the rest is a neutral list of ours
//! and says so. The contract decides.

use super::super::Entry;
use crate::forms::working::page::{Page, Shown};
use crate::grid::Role;
use crate::programme::Programme;

/// Writes the list.
pub fn table(page: &mut Page, entry: &Entry, programme: Option<&Programme>) {
    super::section(page, "3. Dokumentacja wymagana przepisami i umową");
    page.cells(Role::Heading, ["Dokument", "jest", "brak", "Podstawa"].map(Shown::from).into(), None);
    for (paper, basis) in papers(entry, programme) {
        page.cells(Role::Body, vec![paper.into(), "☐".into(), "☐".into(), Shown::Text(basis)], None);
    }
    page.line(Role::Note, "„przyjęto”: lista ogólna programu komputerowego; rozstrzyga umowa i przepisy.");
}

fn papers(entry: &Entry, programme: Option<&Programme>) -> Vec<(&'static str, String)> {
    const ASSUMED: &str = "przyjęto";
    let source = |figure: Option<String>| figure.unwrap_or_else(|| ASSUMED.to_owned());
    let report = programme.and_then(|p| p.report_days.as_ref()).map(|days| days.source.clone());
    let back = programme.and_then(|p| p.return_days.as_ref()).map(|days| days.source.clone());
    let paid = programme.map(|p| p.payment_deadline.source.clone());
    let mut papers = vec![
        ("Sprawozdanie podpisane przez osoby upoważnione", source(report)),
        ("Umowa z wojewodą i aneksy", ASSUMED.to_owned()),
        ("Umowy asystentów i wymiar etatu", ASSUMED.to_owned()),
        ("Listy płac, rachunki, dowody zapłaty", source(paid)),
        ("Wyodrębniona ewidencja księgowa", ASSUMED.to_owned()),
    ];
    let returned = ["all.returned", "all.unused", "supplement.unused", "employment.return_total"];
    let money_back = returned.iter().any(|name| entry.figures.whole(name).is_some_and(|n| !n.is_zero()));
    if money_back {
        papers.push(("Dowód zwrotu niewykorzystanych środków", source(back)));
    }
    papers
}
