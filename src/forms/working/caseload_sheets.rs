//! `Rodziny - kroki` and `Rodziny w miesiącach - kroki`: the flags and counts of [`super::caseload`] as sheets.

use super::caseload::Caseload;
use super::page::{Page, Shown};
use crate::calc::{Format, Model};
use crate::grid::{Role, Sheet};

/// Returns `Rodziny - kroki` and the months, if there are single families.
pub fn sheets(families: &Caseload, model: &Model) -> Vec<Sheet> {
    if families.rows.is_empty() {
        return Vec::new();
    }
    let widths = [13, 13, 11, 11, 20, 20, 16, 12, 11, 11, 9, 11, 9, 7, 11, 9, 11];
    let mut page = Page::new("Rodziny - kroki", &widths);
    page.line(Role::Title, "Rodziny: kroki obliczenia liczebności");
    page.line(
            Role::Subtitle,
            "1 oznacza tak, 0 nie. Rodzina przekazana innemu asystentowi w dniu przekazania liczy się tylko nowemu. W gminie rodzina liczy się raz, według ostatniego wiersza w okresie.",
        );
    let top = page.row;
    page.headings(&[
        "Identyfikator asystenta",
        "Identyfikator rodziny",
        "Od",
        "Do",
        "Podstawa przydzielenia",
        "Kategoria",
        "Przyczyna zakończenia",
        "Przekazana innemu asystentowi",
        "Liczona od dnia",
        "Liczona do dnia",
        "Liczona w okresie",
        "Rodzin asystenta w dniu z kol. 9",
        "Liczona w gminie",
        "Dzieci",
        "Praca zakończona w okresie",
        "Ocena wymagana",
        "Ocena nie starsza niż pół roku",
    ]);
    page.keep(top, 2);
    for row in &families.rows {
        // A blank day has no look of its own; what is typed there must show as a day.
        let formats = [Format::Text, Format::Text, Format::Day, Format::Day];
        let shown = row.cells.iter().zip(formats);
        let mut cells: Vec<Shown> =
            shown.map(|(id, format)| id.map_or(Shown::Nothing, |id| Shown::NodeAs(id, format))).collect();
        cells.extend(row.words.map(Shown::from));
        let spans = [row.spans.handed_over, row.spans.first, row.spans.last, row.spans.open];
        cells.extend(spans.map(Shown::from));
        let counts = [row.peak, row.counted, row.children, row.finished];
        cells.extend(counts.map(Shown::from));
        cells.extend([row.assessment_due, row.assessment_made].map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    vec![page.sheet, months(families, model)]
}

fn months(families: &Caseload, model: &Model) -> Sheet {
    let mut page = Page::new("Rodziny w miesiącach - kroki", &[26, 16, 18, 18, 22, 22, 22]);
    page.line(Role::Title, "Liczba rodzin asystenta w miesiącach");
    page.line(
            Role::Subtitle,
            "Liczba rodzin może wzrosnąć tylko w dniu, w którym któraś się zaczyna; te dni są w arkuszu „Rodziny - kroki”.",
        );
    let top = page.row;
    page.headings(&[
        "Identyfikator asystenta",
        "Miesiąc",
        "Pierwszy dzień",
        "Ostatni dzień",
        "Rodzin w pierwszym dniu",
        "Rodzin w ostatnim dniu",
        "Najwięcej jednocześnie",
    ]);
    page.keep(top, 0);
    for ((assistant, month), count) in &families.months {
        let mut cells =
            vec![Shown::from(assistant.as_str()), Shown::Number(month.first().serial(), Format::Month)];
        let nodes = [count.first_day, count.last_day, count.on_first, count.on_last, count.peak];
        cells.extend(nodes.map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    page.sheet
}
