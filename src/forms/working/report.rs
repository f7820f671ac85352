//! `Kontrole`, `Parametry` and `Źródła`: what was found, what figures were used, what everything rests on.

use super::WorkbookFacts;
use super::caseload::Caseload;
use super::page::{Page, Shown};
use super::readings;
use crate::calc::Format;
use crate::finding::render::RenderedFinding;
use crate::grid::{Role, Sheet};
use crate::programme::Mark;
use crate::programme::readings::{LevelNotGiven, Switch as _};
use crate::settlement::{ParameterUsed, Settled};

/// Returns `Kontrole`.
pub fn findings(facts: &WorkbookFacts<'_>, families: &Caseload) -> Sheet {
    let mut page = Page::new("Kontrole", &[4, 12, 17, 25, 38, 13, 13, 12, 20, 38, 10, 8]);
    page.line(Role::Title, "Kontrole");
    page.line(
        Role::Subtitle,
        "Wynik sprawdzenia danych i rozliczenia, od najpoważniejszych. Każda uwaga wskazuje plik, arkusz i komórkę.",
    );
    page.line(Role::Section, &format!("Uwagi: {}", counts(facts.findings)));
    let top = page.row;
    page.headings(&[
        "Lp.",
        "Waga",
        "Kod",
        "Miejsce",
        "Opis",
        "Jest",
        "Powinno być",
        "Różnica",
        "Podstawa",
        "Co zrobić",
        "Asystent",
        "Miesiąc",
    ]);
    page.keep(top, 0);
    for (number, finding) in (1i64..).zip(facts.findings) {
        finding_row(&mut page, number, finding);
    }
    if facts.findings.is_empty() {
        page.line(Role::Note, "Nie ma uwag.");
    }
    explanations(&mut page, facts.findings);
    page.space();
    page.line(Role::Section, "Kontrole bez zastrzeżeń");
    for check in facts.checks_passed {
        page.line(Role::Note, &format!("{}: {}", check.code, check.text));
    }
    if facts.checks_passed.is_empty() {
        page.line(Role::Note, "Żadna kontrola nie przeszła bez uwag albo lista nie została sporządzona.");
    }
    notes(&mut page, facts, families);
    page.sheet
}

/// What a reader of the form would otherwise ask: slips of its text, and counts that differ between its parts.
fn notes(page: &mut Page, facts: &WorkbookFacts<'_>, families: &Caseload) {
    let moved = families.taken_over();
    if facts.form_notes.is_empty() && moved.is_empty() {
        return;
    }
    page.space();
    page.line(Role::Section, "Objaśnienia do sprawozdania");
    for note in facts.form_notes {
        page.line(Role::Note, note);
    }
    if !moved.is_empty() {
        let list = moved.join(", ");
        page.line(
            Role::Note,
            &format!("Rodzina, z którą w okresie pracował więcej niż jeden asystent, liczy się każdemu z nich, a w gminie raz; dlatego suma z wierszy asystentów może być większa. Są to: {list}."),
        );
    }
}

fn finding_row(page: &mut Page, number: i64, finding: &RenderedFinding) {
    let role = match finding.severity {
        "error" => Role::Error,
        "warning" if finding.explained.is_none() => Role::Warning,
        _ => Role::Body,
    };
    let mut place = finding.place.clone();
    for related in &finding.related {
        place.push_str("\nzob. ");
        place.push_str(related);
    }
    page.cells(
        role,
        vec![
            Shown::Number(number, Format::Count),
            finding.severity_word.clone().into(),
            finding.code.into(),
            place.into(),
            finding.message.clone().into(),
            finding.seen.clone().into(),
            finding.expected.clone().into(),
            finding.difference.clone().into(),
            finding.basis.clone().into(),
            finding.explained.as_ref().map_or_else(|| finding.hint.clone(), |e| e.line.clone()).into(),
            finding.assistant.clone().into(),
            finding.month.clone().into(),
        ],
        None,
    );
}

fn counts(findings: &[RenderedFinding]) -> String {
    let open = |f: &&RenderedFinding| f.explained.is_none();
    let of = |severity: &str| findings.iter().filter(open).filter(|f| f.severity == severity).count();
    let explained = findings.iter().filter(|f| f.explained.is_some() && f.severity == "warning").count();
    let apart = if explained > 0 { format!(", ostrzeżenia wyjaśnione {explained}") } else { String::new() };
    format!("błędy {}, ostrzeżenia {}, informacje {}{apart}", of("error"), of("warning"), of("note"))
}

/// The explanations in force, in the columns of the table `Wyjaśnienia`: the code stands first, so that a row can be
/// copied into next year's input as it is.
fn explanations(page: &mut Page, findings: &[RenderedFinding]) {
    let explained: Vec<_> = findings.iter().filter_map(|f| f.explained.as_ref().map(|e| (f, e))).collect();
    if explained.is_empty() {
        return;
    }
    page.space();
    page.line(Role::Section, "Wyjaśnienia przyjęte");
    page.line(
        Role::Note,
        "Ostrzeżenia, za które ktoś odpowiada. Kod, asystent, miesiąc i wyjaśnienie są w takiej postaci, w jakiej przyjmuje je tabela Wyjaśnienia.",
    );
    let headings =
        ["Lp.", "Data", "Kod", "Kto", "Wyjaśnienie", "Identyfikator asystenta", "Miesiąc", "Kwota"];
    page.cells(Role::Heading, headings.into_iter().map(Shown::from).collect(), None);
    for (number, (finding, given)) in (1i64..).zip(explained) {
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                given.when.clone().into(),
                finding.explaining_code.clone().into(),
                given.who.clone().into(),
                given.text.clone().into(),
                finding.assistant.clone().into(),
                finding.month.clone().into(),
                finding.difference.clone().into(),
            ],
            None,
        );
    }
}

/// Returns `Parametry`: the home of every figure used, then the readings of the edition.
pub fn parameters(settled: &Settled, facts: &WorkbookFacts<'_>, families: &Caseload) -> Sheet {
    let model = &settled.model;
    let mut page = Page::new("Parametry", &[5, 52, 18, 17, 62, 52]);
    page.line(Role::Title, &format!("Parametry: {}", facts.programme.title));
    page.line(
        Role::Subtitle,
        "Każda liczba użyta w rozliczeniu, z pewnością i źródłem. Zmiana kwoty, udziału lub dnia przelicza skoroszyt; okres o innych miesiącach wymaga ponownego uruchomienia programu.",
    );
    let top = page.row;
    page.headings(&["Lp.", "Nazwa", "Wartość", "Pewność", "Źródło", "Odczytanie i uwagi"]);
    page.keep(top, 0);
    let interest = bank_interest(settled, facts);
    let used = settled.parameters.iter().chain(families.parameters()).chain(&interest);
    let mut seen = std::collections::BTreeSet::new();
    let mut number = 0i64;
    for parameter in used.filter(|p| seen.insert(p.node)) {
        number += 1;
        let node = model.node(parameter.node);
        let computed = !matches!(node.origin, crate::calc::Origin::Parameter);
        let at = page.row;
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                node.label.as_ref().into(),
                parameter.node.into(),
                parameter.mark.polish().into(),
                parameter.source.clone().into(),
                resting_on(parameter, settled, facts).into(),
            ],
            Some(model),
        );
        if !computed && let Some(cell) = page.sheet.cells.get_mut(&(at, 2)) {
            cell.role = Role::Input;
        }
    }
    readings::readings(&mut page, facts);
    page.sheet
}

/// The reading that a figure rests on: a level that nobody gave is a reading's.
fn resting_on(parameter: &ParameterUsed, settled: &Settled, facts: &WorkbookFacts<'_>) -> String {
    let is_level = settled.level == Some(parameter.node) && facts.submission.agreement.level.is_none();
    let reading = facts.programme.readings.iter().find(|r| is_level && r.name == LevelNotGiven::NAME);
    reading.map_or_else(|| parameter.reading.clone(), |r| format!("{}: {}", r.name, r.used()))
}

/// Bank interest as given in `Umowa`: no step of the settlement takes it, so it would be seen on its own sheet only.
fn bank_interest(settled: &Settled, facts: &WorkbookFacts<'_>) -> Option<ParameterUsed> {
    let given = facts.submission.agreement.bank_interest.as_ref()?;
    Some(ParameterUsed {
        node: settled.model.input_at(given.at)?,
        mark: Mark::Confirmed,
        source: "kwota podana w arkuszu Umowa".to_owned(),
        reading: "nie zmienia kosztów ani dofinansowania wyliczonych w skoroszycie".to_owned(),
    })
}

/// Name of the sheet that says what the workbook rests on.
pub const SOURCES: &str = "Źródła";

/// Returns `Źródła`.
pub fn sources(facts: &WorkbookFacts<'_>) -> Sheet {
    let mut page = Page::new(SOURCES, &[40, 70, 16]);
    page.line(Role::Title, SOURCES);
    page.line(
        Role::Subtitle,
        "Z czego i czym sporządzono skoroszyt; pozwala odtworzyć rozliczenie przy kontroli.",
    );
    let top = page.row;
    page.headings(&["Plik wejściowy", "SHA-256", "Wielkość (B)"]);
    page.keep(top, 0);
    for file in &facts.submission.sources.files {
        let bytes = i64::try_from(file.bytes).unwrap_or(i64::MAX);
        page.cells(
            Role::Body,
            vec![file.name.clone().into(), file.sha256.clone().into(), Shown::Number(bytes, Format::Count)],
            None,
        );
    }
    page.space();
    page.line(Role::Section, "Sporządzenie");
    let form = if facts.form_official {
        "wzór urzędowy, ogłoszony w Monitorze Polskim"
    } else {
        "układ odtworzony: dla tej edycji nie ogłoszono wzoru"
    };
    let rows: [(&str, String); 8] = [
        ("Program komputerowy", format!("rozlicz {}", facts.program_version)),
        ("Edycja (plik zasad)", facts.programme.id.clone()),
        ("Akt", facts.programme.act.clone()),
        ("Skąd są zasady", facts.programme.origin.polish().to_owned()),
        ("SHA-256 pliku zasad", facts.rules_digest.to_owned()),
        ("Formularz", facts.form_id.to_owned()),
        ("Rodzaj formularza", form.to_owned()),
        ("Stan na dzień", facts.as_of.polish()),
    ];
    for (name, value) in rows {
        page.cells(Role::Body, vec![name.into(), value.into()], None);
    }
    page.sheet
}

/// Adds to `Źródła` the engine that computes the whole workbook once more, and the number of formulas.
pub fn record_witness(sources: &mut Sheet, engine: &str, version: &str, formulas: usize) {
    let mut page = Page::below(std::mem::take(sources));
    page.space();
    page.line(Role::Section, "Sprawdzenie drugim programem obliczeniowym");
    let rows = [
        ("Drugi program obliczeniowy", format!("{engine} {version}, niezależny od rozlicz")),
        ("Wzory przeliczone drugim programem", formulas.to_string()),
        ("Wynik", "wszystkie wyniki zgodne, kwoty co do grosza".to_owned()),
    ];
    for (name, value) in rows {
        page.cells(Role::Body, vec![name.into(), value.into()], None);
    }
    *sources = page.sheet;
}
