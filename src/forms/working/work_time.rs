//! `Czas pracy`: hours of employees by month, with absences by kind, for the manager of the unit to sign.
//!
//! In task-based time nobody keeps a register; this sheet stands in its place. Identifiers only, as on the list of
//! persons.

use super::WorkbookFacts;
use super::cells::total_of;
use super::page::{Page, Shown};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::grid::{Role, Sheet};
use crate::programme::AbsenceKind;
use crate::settlement::{Settled, WorkTime};

/// Absences in the order of the columns.
const ABSENCES: [(AbsenceKind, &str); 6] = [
    (AbsenceKind::HolidayLeave, "Urlop wypoczynkowy (h)"),
    (AbsenceKind::Sickness, "Niezdolność do pracy (h)"),
    (AbsenceKind::Benefit, "Opieka, macierzyński, rodzicielski (h)"),
    (AbsenceKind::Paid, "Inna płatna (h)"),
    (AbsenceKind::Unpaid, "Bez wynagrodzenia (h)"),
    (AbsenceKind::Work, "Szkolenia i delegacje: praca (h)"),
];

const SOURCE: &str = "Godziny etatu: nominalny czas pracy (Kodeks pracy, art. 130) razy wymiar etatu, w dniach umowy. \
Godziny nieobecności: jej dni robocze po tyle samo godzin, albo godziny podane w tabeli „Nieobecności”. Szkolenia i delegacje są pracą.";

const RESULT: &str = "Godziny przepracowane wpisane w tabeli „Płace” mają pierwszeństwo („podane”); gdzie ich nie ma, \
są to godziny etatu mniej nieobecności („policzone”). Kroki: arkusz „Obliczenia - czas pracy”.";

/// Returns `Czas pracy`, if hours were reckoned for anybody.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Option<Sheet> {
    let Settled { model, lines, assistants, period, .. } = settled;
    let rows: Vec<_> = lines.iter().filter_map(|line| Some((line, line.work_time.as_ref()?))).collect();
    if rows.is_empty() {
        return None;
    }
    // By some readings paid absences count too; then the condition needs a column of its own.
    let counted = rows.iter().any(|(_, time)| time.counted != time.worked);
    let mut page = Page::new("Czas pracy", &[5, 14, 9, 10, 9, 10, 12, 13, 14, 10, 14, 13, 14, 11]);
    page.line(Role::Title, "Czas pracy asystentów rodziny zatrudnionych na umowę o pracę");
    let unit = facts.submission.agreement.unit.as_ref().map_or("", |u| u.value.as_str());
    let (first, last) = (period.first.polish(), period.last.polish());
    page.line(Role::Subtitle, format!("{unit}, od {first} do {last}").trim_start_matches([',', ' ']));
    let top = page.row;
    page.headings(&headings(counted));
    page.keep(top, 3);
    let mut sums: Vec<Vec<NodeId>> = Vec::new();
    for (number, (line, time)) in (1i64..).zip(&rows) {
        let Some(assistant) = assistants.get(line.assistant) else { continue };
        let month = Shown::Number(line.month.first().serial(), Format::Month);
        let mut cells = vec![Shown::Number(number, Format::Count), assistant.id_node.into(), month];
        cells.extend([line.nominal_hours.into(), Shown::from(line.fte)]);
        let hours = hours(model, time, counted);
        sums.resize(hours.len(), Vec::new());
        for (sum, id) in sums.iter_mut().zip(&hours) {
            sum.extend(*id);
        }
        cells.extend(hours.into_iter().map(Shown::from));
        cells.push(whence(model, time).into());
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells = vec![Shown::from(""), Shown::from("RAZEM")];
    cells.extend(vec![Shown::Nothing; 3]);
    cells.extend(sums.iter().map(|ids| Shown::Node(total_of(model, "Razem", Format::Hours, ids))));
    cells.push(Shown::Nothing);
    page.cells(Role::Total, cells, Some(model));
    page.space();
    page.line(Role::Note, SOURCE);
    page.line(Role::Note, RESULT);
    sign(&mut page, facts);
    Some(page.sheet)
}

fn headings(counted: bool) -> Vec<&'static str> {
    let mut all = vec!["Lp.", "Identyfikator asystenta", "Miesiąc", "Nominalny czas pracy (h)", "Etat"];
    all.push("Godziny etatu (h)");
    all.extend(ABSENCES.map(|(_, heading)| heading));
    all.push("Godziny przepracowane (h)");
    if counted {
        all.push("Godziny liczone do warunku (h)");
    }
    all.push("Skąd");
    all
}

/// Hours of the post, of each kind of absence, and worked; nothing for a kind that the month does not have.
fn hours(model: &mut Model, time: &WorkTime, counted: bool) -> Vec<Option<NodeId>> {
    let mut all = vec![Some(time.due)];
    for (kind, heading) in ABSENCES {
        let own: Vec<NodeId> = time.absences.iter().filter(|a| a.kind == kind).map(|a| a.hours).collect();
        all.push((!own.is_empty()).then(|| total_of(model, heading, Format::Hours, &own)));
    }
    all.push(Some(time.worked));
    if counted {
        all.push(Some(time.counted));
    }
    all
}

/// `podane` or `policzone`, by what the cell of `Płace` holds.
fn whence(model: &mut Model, time: &WorkTime) -> NodeId {
    let word =
        |model: &mut Model, text: &str| model.parameter(text, Format::Text, Value::Text(text.to_owned()));
    let reckoned = word(model, "policzone");
    let Some(given) = time.given else { return reckoned };
    let typed = word(model, "podane");
    model.formula("Skąd godziny", Format::Text, Expr::when(Cond::Blank(given), reckoned, typed))
}

/// Room for two signatures below the table.
fn sign(page: &mut Page, facts: &WorkbookFacts<'_>) {
    let agreement = &facts.submission.agreement;
    page.row += 3;
    let row = page.row;
    for (column, who, name) in [
        (1, "sporządził(a)", &agreement.prepared_by),
        (8, "kierownik jednostki, data", &agreement.head_of_unit),
    ] {
        let name = name.as_ref().map_or("", |name| name.value.as_str());
        let text = if name.is_empty() { who.to_owned() } else { format!("{who}: {name}") };
        page.sheet.text(row, column, Role::Signature, &text);
        page.sheet.merge((row, column, row, column + 4));
    }
    page.row += 1;
}
