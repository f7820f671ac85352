//! The list of all cards, with the municipalities of the register that sent nothing.

use super::super::compare::due;
use super::super::sheets::{Missing, words};
use super::super::{Entry, Verdict};
use super::{Card, Facts};
use crate::calc::{Format, Model};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Book, Role};
use crate::units::Day;

/// Builds the list. `files` are the cards' names in the order of the entries.
pub fn list(entries: &[Entry], files: &[Option<String>], missing: &[Missing], facts: &Facts<'_>) -> Card {
    let mut page = Page::new("Karty", &[6, 11, 32, 13, 13, 20, 9, 46]);
    page.line(Role::Title, "Wykaz kart weryfikacji");
    if let Some(programme) = facts.programme {
        page.line(Role::Subtitle, &programme.title);
    }
    let top = page.row;
    let headings = ["Lp.", "Kod TERYT", "Gmina", "Termin", "Wpłynęło", "Wynik", "Uwag", "Karta"];
    page.cells(Role::Heading, headings.map(Shown::from).into(), None);
    page.keep(top, 0);
    let mut number = 0_i64;
    for (entry, file) in entries.iter().zip(files) {
        let Some(file) = file else { continue };
        let name = words::municipality(entry);
        let count = i64::try_from(entry.remarks.len()).unwrap_or(i64::MAX);
        let code = entry.teryt.as_deref().unwrap_or_default();
        number += 1;
        row(&mut page, number, (code, &name), facts, (words::verdict(entry.verdict), Some(count), file));
    }
    for one in missing {
        number += 1;
        row(&mut page, number, (&one.teryt, &one.municipality), facts, ("brak sprawozdania", None, ""));
    }
    let rejected = entries.iter().filter(|entry| entry.verdict == Verdict::Rejected).count();
    page.line(Role::Note, &format!("Odrzucone: {rejected}. Bez sprawozdania: {}.", missing.len()));
    let title = "Wykaz kart weryfikacji".to_owned();
    page.sheet.footer.clone_from(&title);
    let book = Book { title, created: facts.as_of, sheets: vec![page.sheet] };
    Card { file: "karty-wykaz.xlsx".to_owned(), book, model: Model::default() }
}

fn row(
    page: &mut Page,
    number: i64,
    (code, name): (&str, &str),
    facts: &Facts<'_>,
    (verdict, remarks, file): (&str, Option<i64>, &str),
) {
    let known = facts.register.and_then(|register| register.row_of_code(code));
    let last = known.and_then(|row| due(row, facts.programme).into_iter().find(|due| due.round.is_none()));
    let day = |day: Option<Day>| day.map_or(Shown::Nothing, |day| Shown::Text(day.polish()));
    let cells = vec![
        Shown::Number(number, Format::Count),
        code.into(),
        name.into(),
        day(last.map(|due| due.day)),
        day(known.and_then(|row| row.arrived(None))),
        verdict.into(),
        remarks.map_or(Shown::Nothing, |count| Shown::Number(count, Format::Count)),
        file.into(),
    ];
    page.cells(Role::Body, cells, None);
}
