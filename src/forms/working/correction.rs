//! `Korekta`: what the settlement changes against the one before it, and `Korekta - poprzednio`: what that one settled.
//!
//! The first holds live formulas over the second and over the settlement's own steps; the second holds plain amounts,
//! each with the file, sheet and cell it was read from.

use super::WorkbookFacts;
use super::page::{Page, Shown};
use crate::calc::{Format, Model};
use crate::correction::{Correction, Item, Kind};
use crate::grid::{Role, Sheet};
use crate::settlement::Settled;
use crate::units::Day;

/// Name of the sheet of differences.
pub const CORRECTION: &str = "Korekta";
/// Name of the sheet of what was settled before.
pub const BEFORE: &str = "Korekta - poprzednio";

/// Columns of the tables of differences.
const COLUMNS: usize = 8;

/// Returns both sheets; none where no settlement went before.
pub fn sheets(settled: &Settled, facts: &WorkbookFacts<'_>) -> Vec<Sheet> {
    let Some(correction) = &settled.correction else { return Vec::new() };
    vec![differences(correction, &settled.model, facts), before(correction, &settled.model)]
}

/// What the settlement is to the one before, in words: `Korekta nr 2 (aneks)`. A second round that changes nothing of
/// the first is no correction, though it counts on.
pub fn version(correction: &Correction) -> String {
    let kinds: Vec<&str> = correction.previous.kinds.iter().map(|kind| kind_words(*kind)).collect();
    if correction.previous.kinds == [Kind::SecondRound] {
        return format!("Rozliczenie drugiej tury ({})", kinds.join(", "));
    }
    format!("Korekta nr {} ({})", correction.number(), kinds.join(", "))
}

fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::SecondRound => "druga tura: rozliczenie kolejnego okresu",
        Kind::Amendment => "aneks: zmiana przyznanych kwot lub umowy",
        Kind::Correction => "korekta danych rozliczonych poprzednio",
        Kind::Rules => "inne odczytanie przepisów lub inne zasady",
        Kind::Same => "bez zmian w danych",
    }
}

fn differences(correction: &Correction, model: &Model, facts: &WorkbookFacts<'_>) -> Sheet {
    let mut page = Page::new(CORRECTION, &[12, 20, 15, 46, 15, 15, 15, 32]);
    let previous = &correction.previous;
    page.line(Role::Title, &version(correction));
    page.line(
        Role::Subtitle,
        "Do rozliczenia = należne teraz (po) - rozliczone poprzednio (przed). Kwota ujemna: do zwrotu przez gminę, jeżeli ją przekazano; dodatnia: należna gminie, najpierw z pieniędzy już otrzymanych.",
    );
    let which = match previous.number {
        0 => "rozliczenie pierwotne".to_owned(),
        n => format!("korekta nr {n}"),
    };
    page.line(
        Role::Note,
        &format!(
            "Poprzednio: {which}, plik {}, stan na {}, okres {} - {}, SHA-256 {}.",
            previous.file,
            day(&previous.as_of),
            day(&previous.period.0),
            day(&previous.period.1),
            previous.sha256
        ),
    );
    if !facts.form_official {
        page.line(
            Role::Note,
            "Wzór edycji nie ma kolumn na korektę; ten arkusz jest zestawieniem pomocniczym.",
        );
    }
    page.space();
    page.line(Role::Section, "Do rozliczenia");
    let top = page.row;
    // On every page over all tables, so they say nothing that is true of one only.
    page.headings(&[
        "Okres, asystent, paragraf, arkusz",
        "Składnik",
        "Źródło",
        "Pozycja",
        "Przed (zł)",
        "Po (zł)",
        "Różnica (zł)",
        "Co to znaczy, uwagi",
    ]);
    page.keep(top, 0);
    for item in &correction.due {
        row(&mut page, Role::Body, item, model);
    }
    row(&mut page, Role::Total, &correction.due_total, model);
    table(&mut page, "Razem: przed, po, różnica", &correction.totals, model);
    table(&mut page, "Składniki: przed, po, różnica", &correction.components, model);
    table(&mut page, "Asystenci: przed, po, różnica", &correction.assistants, model);
    table(&mut page, "Paragrafy: przed, po, różnica", &correction.paragraphs, model);
    table(&mut page, "Wiersze razem formularza: przed, po, różnica", &correction.form, model);
    changes(&mut page, correction);
    words(&mut page, correction, model);
    page.sheet
}

/// The words of differences have their cells here.
fn words(page: &mut Page, correction: &Correction, model: &Model) {
    page.space();
    page.line(Role::Section, "Nazwy różnic");
    for (id, sign) in
        correction.words.into_iter().zip(["ujemna", "dodatnia", "zero", "ujemna, nieprzekazana"])
    {
        let mut cells = vec![Shown::Nothing; COLUMNS];
        cells[3] = format!("różnica {sign}").into();
        cells[7] = id.into();
        page.cells(Role::Body, cells, Some(model));
    }
}

fn table(page: &mut Page, title: &str, items: &[Item], model: &Model) {
    if items.is_empty() {
        return;
    }
    page.space();
    page.line(Role::Section, title);
    for item in items {
        row(page, Role::Body, item, model);
    }
}

fn row(page: &mut Page, role: Role, item: &Item, model: &Model) {
    let text = |text: &Option<String>| text.as_deref().map_or(Shown::Nothing, Shown::from);
    let first = item.assistant.as_ref().or(item.row.as_ref()).or(item.round.as_ref()).cloned();
    let note = if item.note.is_empty() { Shown::Nothing } else { item.note.into() };
    let label = if item.note.is_empty() || item.meaning.is_none() {
        item.label.clone()
    } else {
        format!("{} - {}", item.label, item.note)
    };
    page.cells(
        role,
        vec![
            text(&first),
            text(&item.component),
            text(&item.source),
            label.into(),
            item.before.into(),
            item.after.into(),
            item.difference.into(),
            item.meaning.map_or(note, Shown::Node),
        ],
        Some(model),
    );
}

fn changes(page: &mut Page, correction: &Correction) {
    page.space();
    page.line(Role::Section, "Co się zmieniło od poprzedniego rozliczenia");
    let changes = &correction.previous.changes;
    if changes.is_empty() {
        page.line(Role::Note, "Nic: tabele i odczytania są takie same.");
        return;
    }
    let mut cells: Vec<Shown> = ["Tabela", "Wiersz", "", "Zmiana"].into_iter().map(Shown::from).collect();
    cells.resize(COLUMNS, Shown::Nothing);
    page.cells(Role::Heading, cells, None);
    page.merge_last(1, 2);
    page.merge_last(3, 7);
    for change in changes {
        let mut cells = vec![
            change.table.clone().into(),
            change.row.clone().into(),
            Shown::Nothing,
            change.change.clone().into(),
        ];
        cells.resize(COLUMNS, Shown::Nothing);
        page.cells(Role::Body, cells, None);
        page.merge_last(1, 2);
        page.merge_last(3, 7);
    }
}

/// Amounts of the settlement before, in the columns of `Parametry`: the trace reads mark and source from them.
fn before(correction: &Correction, model: &Model) -> Sheet {
    let mut page = Page::new(BEFORE, &[5, 60, 16, 26, 70, 10]);
    page.line(Role::Title, "Rozliczone poprzednio");
    page.line(
        Role::Subtitle,
        &format!(
            "Kwoty przepisane z pliku {} (SHA-256 {}). Nie zmieniać: „rozlicz audyt” porównuje je z zapisem.",
            correction.previous.file, correction.previous.sha256
        ),
    );
    let top = page.row;
    page.headings(&["Lp.", "Kwota czego", "Kwota (zł)", "Pewność", "Źródło", "Odczytanie"]);
    page.keep(top, 0);
    for (number, (figure, node)) in (1i64..).zip(correction.previous.figures.iter().zip(&correction.before)) {
        let label = node.map_or_else(|| "nie podano".to_owned(), |id| model.node(id).label.to_string());
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                label.into(),
                Shown::from(*node),
                "z poprzedniego rozliczenia".into(),
                figure.place.clone().into(),
                Shown::Nothing,
            ],
            Some(model),
        );
    }
    page.sheet
}

/// An ISO day as people write it.
fn day(iso: &str) -> String {
    Day::parse_iso(iso).map_or_else(|| iso.to_owned(), Day::polish)
}
