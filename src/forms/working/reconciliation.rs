//! `Uzgodnienie`: the walk from the ledger to the form as a page to sign, a paragraph a column.
//!
//! Every amount is a step of `settlement::books`; here it is only shown, with where it comes from and who answers for a
//! rest. Nothing is judged: what is wrong comes in as findings.

use super::WorkbookFacts;
use super::page::{Page, Shown};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::finding::code::checks::LEDGER_DIFFERS;
use crate::finding::code::reconciliation::{
    LEDGER_DOES_NOT_TIE, LEDGER_PARAGRAPH_MISSING, LEDGER_PARAGRAPHS_TOGETHER, LEDGER_PROGRAMME_SPLIT,
};
use crate::grid::{Role, Sheet};
use crate::settlement::Settled;
use crate::settlement::books::{Books, Kind, MOTIVATION, OTHER_PUBLIC, REMAINDER, SUPPLEMENT, StepOf, name};

/// Returns `Uzgodnienie` and adds its verdicts to the model; nothing where the ledger was not given.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Option<Sheet> {
    let books = settled.books.clone()?;
    let paragraphs = books.walk.columns.len();
    let mut widths = vec![5, 56];
    widths.extend(vec![14; paragraphs + 1]);
    widths.push(66);
    let last = u32::try_from(widths.len() - 1).unwrap_or(3);
    let mut page = Page::new("Uzgodnienie", &widths);
    page.line(Role::Title, "Uzgodnienie rozliczenia z księgami");
    page.line(Role::Subtitle, &whose(facts));
    page.line(
        Role::Subtitle,
        &format!(
            "Obroty kasowe od {} do {}. Każda kolumna prowadzi od obrotów paragrafu do kosztu kwalifikowanego w rozliczeniu; reszta musi wynosić 0,00 albo mieć wyjaśnienie.",
            books.days.first.polish(),
            books.days.last.polish()
        ),
    );
    if paragraphs > 0 {
        walk(&mut page, &mut settled.model, &books);
        programme(&mut page, &mut settled.model, &books);
    }
    left_aside(&mut page, facts, &settled.model, &books);
    answers(&mut page, facts);
    signatures(&mut page, facts, last);
    Some(page.sheet)
}

/// Whose settlement it is: the page may be filed by itself.
fn whose(facts: &WorkbookFacts<'_>) -> String {
    let agreement = &facts.submission.agreement;
    let given = [&agreement.municipality, &agreement.unit];
    let mut parts: Vec<String> =
        given.into_iter().flatten().map(|text| text.value.trim().to_owned()).collect();
    parts.extend(agreement.agreement_number.as_ref().map(|n| format!("umowa nr {}", n.value.trim())));
    parts.push(facts.programme.title.clone());
    parts.join(" · ")
}

fn headings(page: &mut Page, books: &Books) {
    let mut headings = vec!["Lp.", "Krok"];
    headings.extend(books.walk.columns.iter().map(|c| c.name));
    headings.extend(["Razem", "Skąd i dlaczego"]);
    let top = page.row;
    page.headings(&headings);
    page.keep(top, 0);
}

/// The sign of a step, as the sheet's words say it.
fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Unpaid => "+ ",
        Kind::Rounding => "± ",
        Kind::Expected => "= ",
        Kind::Others
        | Kind::Previous
        | Kind::Outside
        | Kind::NoContract
        | Kind::NotCounted
        | Kind::Item(_) => "− ",
        Kind::Turnover
        | Kind::Form
        | Kind::Rest
        | Kind::Programme
        | Kind::ProgrammeForm
        | Kind::ProgrammeRest => "",
    }
}

fn source(kind: Kind) -> &'static str {
    match kind {
        Kind::Turnover => "Dane - Księgi: „Obroty (zł)”",
        Kind::Others => "Dane - Księgi: „z tego inne osoby (zł)”",
        Kind::Previous => "Płace: miesiąc sprzed tego roku, data zapłaty w tym roku",
        Kind::Outside => "Płace: miesiąc poza okresem rozliczenia, zapłacony w tym roku",
        Kind::NoContract => "Płace: w tym miesiącu nie ma umowy w tabeli Zatrudnienie",
        Kind::Unpaid => "Płace: miesiąc okresu bez zapłaty w tym roku; księgi go jeszcze nie mają",
        Kind::NotCounted => "Płace: po ostatnim dniu zapłaty albo bez daty zapłaty",
        Kind::Item(SUPPLEMENT) => "dodatek za miesiące, za które się nie należy, z pochodnymi",
        Kind::Item(MOTIVATION) => "osobny program: z pochodnymi",
        Kind::Item(OTHER_PUBLIC) => "Płace: część, którą płaci inna dotacja",
        Kind::Item(REMAINDER) => "miesiące, osoby, kwoty i składki, których edycja nie finansuje",
        Kind::Item(_) => "składnik spoza podstawy, z pochodnymi od niego",
        Kind::Rounding => "kroki i podział na paragrafy zaokrąglono do groszy",
        Kind::Expected => "suma powyższych",
        Kind::Form => "koszt zatrudnienia i dodatki: arkusz Paragrafy - podział",
        Kind::Rest => "musi wynosić 0,00",
        Kind::Programme => "Dane - Księgi: „z tego Program (zł)”",
        Kind::ProgrammeForm => "arkusz Paragrafy",
        Kind::ProgrammeRest => "musi wynosić 0,00; podział na paragrafy jest odczytaniem",
    }
}

fn row(page: &mut Page, model: &Model, number: i64, step: &StepOf) {
    let role = match step.kind {
        Kind::Expected | Kind::Form | Kind::Rest | Kind::ProgrammeRest => Role::Total,
        _ => Role::Body,
    };
    let mut cells =
        vec![Shown::Number(number, Format::Count), format!("{}{}", sign(step.kind), name(step.kind)).into()];
    cells.extend(step.amounts.iter().map(|id| Shown::from(*id)));
    cells.extend([step.total.into(), source(step.kind).into()]);
    page.cells(role, cells, Some(model));
}

fn walk(page: &mut Page, model: &mut Model, books: &Books) {
    headings(page, books);
    let mut number = 0;
    for step in books.walk.steps.iter().filter(|s| !of_programme(s.kind)) {
        number += 1;
        row(page, model, number, step);
    }
    if let Some(rest) = books.walk.step(Kind::Rest) {
        verdict(page, model, "Czy zgadza się z księgami", rest);
    }
}

fn of_programme(kind: Kind) -> bool {
    matches!(kind, Kind::Programme | Kind::ProgrammeForm | Kind::ProgrammeRest)
}

/// `TAK` under every rest that is nothing.
fn verdict(page: &mut Page, model: &mut Model, label: &str, rest: &StepOf) {
    let mut yes_no = |id: NodeId| {
        let mut word = |text: &str| model.parameter(text, Format::Text, Value::Text(text.to_owned()));
        let (yes, no) = (word("TAK"), word("NIE"));
        let same = Cond::Equal(id.into(), Expr::whole(0));
        Shown::from(model.formula(label, Format::Text, Expr::when(same, yes, no)))
    };
    let mut cells = vec![Shown::Nothing, label.into()];
    for id in &rest.amounts {
        cells.push(id.map_or(Shown::Nothing, &mut yes_no));
    }
    cells.extend([yes_no(rest.total), Shown::Nothing]);
    page.cells(Role::Body, cells, Some(model));
}

fn programme(page: &mut Page, model: &mut Model, books: &Books) {
    let given = books.walk.step(Kind::Programme);
    if given.is_none_or(|s| s.amounts.iter().all(Option::is_none)) {
        return;
    }
    page.space();
    page.line(Role::Section, "Środki Programu według paragrafów");
    let mut number = 0;
    for step in books.walk.steps.iter().filter(|s| of_programme(s.kind)) {
        number += 1;
        row(page, model, number, step);
    }
    if let Some(rest) = books.walk.step(Kind::ProgrammeRest) {
        verdict(page, model, "Czy zgadza się z księgami", rest);
    }
}

/// Paragraphs that were not walked, and why.
fn left_aside(page: &mut Page, facts: &WorkbookFacts<'_>, model: &Model, books: &Books) {
    let beside: Vec<&str> = facts
        .submission
        .ledger
        .iter()
        .filter(|line| books.columns.beside.contains(&line.paragraph.at))
        .map(|line| line.paragraph.value.trim())
        .collect();
    if beside.is_empty() && books.walk.missing.is_empty() && !books.columns.combined {
        return;
    }
    page.space();
    page.line(Role::Section, "Czego nie uzgodniono osobno");
    for (name, cost) in &books.walk.missing {
        let cost = crate::calc::words::value_words(model.value(*cost), Format::Money);
        page.line(
            Role::Note,
            &format!("{name}: w rozliczeniu jest {cost} zł, a tabela Księgi nie podaje obrotów."),
        );
    }
    if books.columns.combined {
        page.line(
            Role::Note,
            "Składki podano jedną kwotą, bez podziału na paragrafy; § 4110, 4120 i 4710 stoją w jednej kolumnie.",
        );
    }
    if !beside.is_empty() {
        page.line(
            Role::Note,
            &format!(
                "Paragrafy bez wynagrodzeń i składek, których rozliczenie nie obejmuje: {}.",
                beside.join(", ")
            ),
        );
    }
}

/// What the checks found here, each with who answers for it.
fn answers(page: &mut Page, facts: &WorkbookFacts<'_>) {
    let of_books = [
        LEDGER_DOES_NOT_TIE.name,
        LEDGER_DIFFERS.name,
        LEDGER_PARAGRAPH_MISSING.name,
        LEDGER_PARAGRAPHS_TOGETHER.name,
        LEDGER_PROGRAMME_SPLIT.name,
    ];
    let own: Vec<_> = facts.findings.iter().filter(|f| of_books.contains(&f.code)).collect();
    page.space();
    page.line(Role::Section, "Różnice i ich wyjaśnienia");
    for finding in &own {
        page.line(Role::Note, &finding.message);
        let answer = finding.explained.as_ref().map_or_else(
            || format!("Bez wyjaśnienia. {}", finding.hint),
            |given| format!("Wyjaśnienie ({}, {}): {}", given.who, given.when, given.text),
        );
        page.line(Role::Note, &answer);
    }
    if own.is_empty() {
        page.line(Role::Note, "Nie ma różnic.");
    }
}

/// Lines to sign, side by side; names stand above where `Umowa` gives them.
fn signatures(page: &mut Page, facts: &WorkbookFacts<'_>, last: u32) {
    let agreement = &facts.submission.agreement;
    let who = [
        ("Sporządził: data i podpis", &agreement.prepared_by),
        ("Główny księgowy: data i podpis", &agreement.chief_accountant),
        ("Kierownik jednostki: data i podpis", &agreement.head_of_unit),
    ];
    let spans = [(0, 1), (2, last - 1), (last, last)];
    page.space();
    page.space();
    for ((what, name), (first, to)) in who.into_iter().zip(spans) {
        let name = name.as_ref().map_or("", |n| n.value.trim());
        page.cell(page.row, first, Role::Plain, name.into(), None);
        page.cell(page.row + 3, first, Role::Signature, what.into(), None);
        for row in [page.row, page.row + 3] {
            if first < to {
                page.sheet.merge((row, first, row, to));
            }
        }
    }
    page.row += 4;
}
