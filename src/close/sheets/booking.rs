//! `PK`: the order to re-book from own money to the programme, and its steps.

use super::{Paper, page, signatures};
use crate::calc::{Format, NodeId};
use crate::close::Plan;
use crate::close::booking::Spread;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::settlement::paragraph::round_words;

/// Returns the order.
pub fn order(paper: &Paper<'_>, plan: &mut Plan) -> Sheet {
    let mut widths = vec![30];
    widths.resize(2 + plan.booking.paragraphs.len(), 16);
    widths.resize(widths.len().max(8), 16);
    let mut page = page(
        paper,
        "PK",
        "PK – polecenie księgowania: przeniesienie wydatków ze środków własnych na Program",
        &widths,
    );
    let programme = paper.year.programme;
    let number = paper.year.facts.agreement.agreement_number.as_ref().map_or("", |n| n.value.as_str());
    for line in [
        format!("Numer PK: ....................   Data: ....................   Umowa: {number}"),
        format!("Z konta wydatków środków własnych: ....................   na konto wydatków Programu: ....................   dział {}, rozdział {}", programme.division.value, programme.chapter.value),
        "Kwoty przy założeniu, że wszystko z arkusza „Przelewy” zapłacono w terminie. Miesiąc to ten, za który przysługuje wynagrodzenie, choćby wypłacono je później.".to_owned(),
    ] {
        page.line(Role::Note, &line);
    }
    page.space();
    let top = page.row;
    let booking = &plan.booking;
    let model = &plan.all.model;
    let mut headings = vec!["Wydatek za miesiąc".to_owned()];
    headings.extend(booking.paragraphs.iter().map(|p| format!("§ {} (zł)", p.code())));
    headings.push("Razem (zł)".to_owned());
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 1);
    for (month, sum) in booking.months.iter().zip(&booking.by_month) {
        let mut cells: Vec<Shown> = vec![month.polish().into()];
        cells.extend(
            booking.paragraphs.iter().map(|p| Shown::from(booking.cells.get(&(*month, *p)).copied())),
        );
        cells.push((*sum).into());
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells: Vec<Shown> = vec!["RAZEM".into()];
    cells.extend(booking.by_paragraph.iter().map(|id| Shown::from(*id)));
    cells.push(booking.total.into());
    page.cells(Role::Total, cells, Some(model));
    page.space();
    let control = |page: &mut Page, label: &str, id: NodeId| {
        page.cells(Role::Body, vec![label.into(), id.into()], Some(model));
    };
    control(&mut page, "Dofinansowanie (zł)", plan.all.totals.co_financing);
    control(&mut page, "Różnica (0,00)", booking.control);
    signatures(&mut page, &[("Sporządził(a)", 1), ("Sprawdził(a)", 2), ("Główny księgowy", 2)]);
    page.sheet
}

/// Returns the steps: by line, then by month.
pub fn steps(plan: &Plan) -> Vec<Sheet> {
    let spreads: Vec<&Spread> = plan.booking.spreads.iter().collect();
    vec![by_line(plan, &spreads), by_month(plan, &spreads)]
}

fn name(spread: &Spread) -> String {
    format!("{}, § {}", spread.part.words(), spread.paragraph.code())
}

/// The programme's part of each paragraph in every line: months together, so that their sums are ranges.
fn by_line(plan: &Plan, spreads: &[&Spread]) -> Sheet {
    let mut kinds: Vec<String> = Vec::new();
    for spread in spreads {
        if !kinds.contains(&name(spread)) {
            kinds.push(name(spread));
        }
    }
    let mut widths = vec![16, 18];
    widths.resize(2 + kinds.len(), 16);
    let mut page = Page::new("PK - wiersze", &widths);
    page.line(Role::Title, "Przeksięgowanie: dofinansowanie wierszy według paragrafów, bez zaokrąglenia");
    page.line(
        Role::Subtitle,
        "Dofinansowanie asystenta i miesiąca podzielone jak jego koszt (arkusz „Paragrafy - kroki”).",
    );
    let top = page.row;
    let mut headings = vec!["Miesiąc".to_owned(), "Asystent".to_owned()];
    headings.extend(kinds.iter().cloned());
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 2);
    let lines = &plan.all.lines;
    let mut order: Vec<usize> = plan.booking.shares.lines.iter().map(|l| l.line).collect();
    order.sort_by_key(|i| (lines[*i].round, lines[*i].month, lines[*i].assistant, lines[*i].form));
    for index in order {
        let line = &lines[index];
        let mut cells: Vec<Shown> = vec![
            Shown::Number(line.month.first().serial(), Format::Month),
            plan.all.assistants[line.assistant].id_node.into(),
        ];
        for kind in &kinds {
            let own = spreads.iter().filter(|s| name(s) == *kind && s.round == line.round);
            let id = own.flat_map(|s| &s.months).flat_map(|m| &m.lines).find(|(i, _)| *i == index);
            cells.push(id.map(|(_, id)| *id).into());
        }
        page.cells(Role::Body, cells, Some(&plan.all.model));
    }
    page.sheet.holds = Holds::Steps;
    page.sheet
}

fn by_month(plan: &Plan, spreads: &[&Spread]) -> Sheet {
    let mut page = Page::new("PK - kroki", &[14, 22, 18, 14, 20, 20, 18]);
    page.line(Role::Title, "Przeksięgowanie: kroki");
    page.line(
        Role::Subtitle,
        "Dofinansowanie paragrafu rozłożone na miesiące w proporcji do wierszy, zaokrąglaniem narastającym; ostatni miesiąc przejmuje resztę, więc sumy są sumami rozliczenia.",
    );
    let top = page.row;
    page.headings(&[
        "Okres",
        "Część",
        "§",
        "Miesiąc",
        "Suma wierszy miesiąca",
        "Narastająco",
        "Przeksięgowanie (zł)",
    ]);
    page.keep(top, 0);
    let model = &plan.all.model;
    for spread in spreads {
        let round = round_words(plan.all.rounds.get(spread.round).and_then(|r| r.half_year));
        for month in &spread.months {
            page.cells(
                Role::Body,
                vec![
                    round.into(),
                    spread.part.words().into(),
                    spread.paragraph.code().into(),
                    Shown::Number(month.month.first().serial(), Format::Month),
                    month.weight.into(),
                    month.running.into(),
                    month.amount.into(),
                ],
                Some(model),
            );
        }
    }
    page.sheet.holds = Holds::Steps;
    page.sheet
}
