//! `Część rzeczowa`: assistants, posts, families and children, caseload, "Za życiem", ended work, assessments.

use super::WorkbookFacts;
use super::caseload::{Caseload, FamilyRow};
use super::cells::total_of;
use super::page::{Page, Shown};
use crate::calc::{Expr, Format, Model, NodeId};
use crate::grid::{Role, Sheet};
use crate::records::schema;
use crate::records::{Kind, TableId};
use crate::settlement::Settled;

/// The six family counts, in the order of `AssistantFigures::families`.
const FAMILY_COUNTS: [&str; 6] = [
    "Rodziny",
    "Dzieci",
    "Rodziny z poradami „Za życiem”",
    "Dzieci objęte poradami „Za życiem”",
    "Kobiety w zagrożonej ciąży",
    "Koordynacja wsparcia „Za życiem”",
];

/// Returns `Część rzeczowa`.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>, families: &Caseload) -> Sheet {
    let mut page = Page::new("Część rzeczowa", &[5, 30, 14, 14, 13, 13, 15, 15, 15, 15, 16, 12, 16]);
    page.line(Role::Title, "Część rzeczowa");
    page.line(
        Role::Subtitle,
        &format!(
            "Okres od {} do {}. Kroki liczenia rodzin: arkusz „Rodziny - kroki”.",
            settled.period.first.polish(),
            settled.period.last.polish()
        ),
    );
    assistants(&mut page, settled, families);
    posts(&mut page, settled);
    if families.rows.is_empty() {
        let note = if facts.submission.families.is_empty() {
            "Nie podano tabeli Rodziny: zestawienia według podstawy, kategorii, przyczyn zakończenia i ocen pozostają puste."
        } else {
            "Wierszy tabeli Rodziny jest za dużo na kroki w arkuszu: zestawienia według podstawy, kategorii, przyczyn zakończenia i ocen nie sporządzono."
        };
        page.space();
        page.line(Role::Note, note);
        return page.sheet;
    }
    let model = &mut settled.model;
    by_word(&mut page, model, families, 0, "Podstawa przydzielenia", "ground");
    by_word(&mut page, model, families, 1, "Kategoria", "category");
    ended(&mut page, model, families);
    assessments(&mut page, model, families);
    page.sheet
}

fn assistants(page: &mut Page, settled: &mut Settled, families: &Caseload) {
    page.line(
        Role::Section,
        "Asystenci: forma zatrudnienia, rodziny i najwyższa liczba rodzin w tym samym czasie",
    );
    let mut headings =
        vec!["Lp.", "Identyfikator asystenta", "Umowa o pracę", "Umowa zlecenie lub o świadczenie usług"];
    headings.extend(FAMILY_COUNTS);
    headings.extend(["Najwięcej rodzin jednocześnie", "Limit", "Ponad limit"]);
    page.headings(&headings);
    let Settled { model, assistants, municipality, .. } = settled;
    let limit = families.limit;
    let mut columns: [Vec<NodeId>; 2] = Default::default();
    for (number, assistant) in (1i64..).zip(assistants.iter()) {
        let forms = [assistant.has_employment, assistant.has_service];
        columns[0].push(forms[0]);
        columns[1].push(forms[1]);
        let mut cells = vec![Shown::Number(number, Format::Count), assistant.id_node.into()];
        cells.extend(forms.map(Shown::from));
        match &assistant.families {
            Some(counts) => cells.extend(counts.map(Shown::Node)),
            None => cells.extend(vec![Shown::Nothing; FAMILY_COUNTS.len()]),
        }
        let peak = families.peaks.get(&assistant.id).copied();
        cells.push(peak.into());
        cells.push(limit.into());
        let over = peak.zip(limit).map(|(peak, limit)| {
            let expr = Expr::max(Expr::sub(peak, limit), Expr::whole(0));
            model.formula("Ponad limit", Format::Count, expr)
        });
        cells.push(over.into());
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells = vec![Shown::from(""), Shown::from("Razem w gminie (rodzina liczona raz)")];
    for ids in &columns {
        cells.push(total_of(model, "Razem", Format::Count, ids).into());
    }
    match &municipality.families {
        Some(counts) => cells.extend(counts.map(Shown::Node)),
        None => cells.extend(vec![Shown::Nothing; FAMILY_COUNTS.len()]),
    }
    cells.extend(vec![Shown::Nothing; 3]);
    page.cells(Role::Total, cells, Some(model));
    let moved = families.taken_over();
    if !moved.is_empty() {
        page.line(
            Role::Note,
            &format!("Rodziny, z którymi pracował więcej niż jeden asystent: {}.", moved.join(", ")),
        );
    }
}

fn posts(page: &mut Page, settled: &mut Settled) {
    page.space();
    page.line(Role::Section, "Asystenci i etaty w miesiącach");
    heading(
        page,
        &["Lp.", "Miesiąc", "Asystenci (osoby)", "Etaty: umowa o pracę", "Etaty: zlecenie", "Etaty razem"],
    );
    let Settled { model, municipality, .. } = settled;
    for (number, month) in (1i64..).zip(&municipality.months) {
        let links = [month.heads, month.posts_employment, month.posts_service];
        let both = model.formula("Etaty razem", Format::Posts, Expr::add([links[1], links[2]]));
        let mut cells = vec![
            Shown::Number(number, Format::Count),
            Shown::Number(month.month.first().serial(), Format::Month),
        ];
        cells.extend(links.map(Shown::from));
        cells.push(both.into());
        page.cells(Role::Body, cells, Some(model));
    }
    let averages = [
        municipality.average_heads,
        municipality.average_posts_employment,
        municipality.average_posts_service,
    ];
    let both = model.formula("Etaty razem", Format::Posts, Expr::add([averages[1], averages[2]]));
    let mut cells = vec![Shown::from(""), Shown::from("Średnio w okresie")];
    cells.extend(averages.map(Shown::from));
    cells.push(both.into());
    page.cells(Role::Total, cells, Some(model));
}

fn heading(page: &mut Page, headings: &[&str]) {
    page.cells(Role::Heading, headings.iter().map(|h| Shown::from(*h)).collect(), None);
}

/// The words of a column of `Rodziny`.
fn choices(key: &str) -> &'static [&'static str] {
    match schema::table(TableId::Families).column(key).map(|c| c.kind) {
        Some(Kind::Choice(words)) => words,
        _ => &[],
    }
}

/// One row a word, then the families without one, then the sum.
fn by_word(page: &mut Page, model: &mut Model, families: &Caseload, which: usize, title: &str, key: &str) {
    page.space();
    page.line(Role::Section, &format!("Rodziny i dzieci: {}", title.to_lowercase()));
    heading(page, &["Lp.", title, "Rodziny", "Dzieci"]);
    words(page, model, families, which, key, &[|r| r.counted, |r| r.children]);
}

fn ended(page: &mut Page, model: &mut Model, families: &Caseload) {
    page.space();
    page.line(Role::Section, "Rodziny, z którymi zakończono pracę w okresie");
    heading(page, &["Lp.", "Przyczyna zakończenia", "Rodziny"]);
    words(page, model, families, 2, "end_reason", &[|r| r.finished]);
}

fn words(
    page: &mut Page,
    model: &mut Model,
    families: &Caseload,
    which: usize,
    key: &str,
    picks: &[fn(&FamilyRow) -> NodeId],
) {
    let totals: Vec<NodeId> = picks.iter().map(|pick| families.total(model, "Razem", pick)).collect();
    let mut columns: Vec<Vec<NodeId>> = vec![Vec::new(); picks.len()];
    let mut number = 0;
    for word in choices(key) {
        number += 1;
        let mut cells = vec![Shown::Number(number, Format::Count), Shown::from(*word)];
        for (column, pick) in columns.iter_mut().zip(picks) {
            let id = families.total_of_word(model, which, word, pick);
            column.push(id);
            cells.push(id.into());
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells = vec![Shown::Number(number + 1, Format::Count), Shown::from("nie podano")];
    for (column, total) in columns.into_iter().zip(&totals) {
        let rest = Expr::sub(*total, Expr::Sum(column));
        cells.push(model.formula("nie podano", Format::Count, rest).into());
    }
    page.cells(Role::Body, cells, Some(model));
    let mut cells = vec![Shown::from(""), Shown::from("Razem")];
    cells.extend(totals.into_iter().map(Shown::from));
    page.cells(Role::Total, cells, Some(model));
}

fn assessments(page: &mut Page, model: &mut Model, families: &Caseload) {
    page.space();
    page.line(Role::Section, "Okresowa ocena sytuacji rodziny");
    heading(page, &["Lp.", "", "Rodziny"]);
    let due = families.total(model, "Ocena wymagana", |r| r.assessment_due);
    let made = families.total(model, "Ocena w terminie", |r| r.assessment_made);
    let missing = model.formula("Bez aktualnej oceny", Format::Count, Expr::sub(due, made));
    let rows = [
        ("Rodziny, z którymi praca trwa dłużej niż pół roku", due),
        ("w tym z oceną nie starszą niż pół roku", made),
        ("w tym bez aktualnej oceny", missing),
    ];
    for (number, (label, id)) in (1i64..).zip(rows) {
        page.cells(
            Role::Body,
            vec![Shown::Number(number, Format::Count), label.into(), id.into()],
            Some(model),
        );
    }
    page.line(
        Role::Note,
        "Stan na ostatni dzień okresu albo na dzień zakończenia pracy z rodziną, jeżeli był wcześniejszy.",
    );
}
