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
    let papers = papers(entry, programme);
    // The act that all sources name is told once: the card shall stay one page.
    let act = papers.iter().find_map(|(_, basis)| basis.split_once(", ").map(|(act, _)| act.to_owned()));
    let act = act.filter(|act| act.starts_with("M.P.")).map(|act| format!("{act}, "));
    let heading = act
        .as_deref()
        .map_or_else(|| "Podstawa".to_owned(), |act| format!("Podstawa ({})", act.trim_end_matches(", ")));
    super::boxes(page, Role::Heading, "Dokument", ["jest", "brak"], Shown::Text(heading));
    for (paper, basis) in papers {
        let basis = act.as_deref().and_then(|act| basis.strip_prefix(act)).unwrap_or(&basis);
        super::boxes(page, Role::Body, paper, super::EMPTY, basis.into());
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
