//! The amounts of a card: what report and register both say, with the difference; then what the report alone says, both
//! components side by side.

use super::super::compare::figure_of;
use super::super::figures::PARTS;
use super::super::register::{COMPONENTS, RegisterRow};
use super::super::sheets::words;
use super::super::{Entry, FigureKey};
use super::{figures, number};
use crate::calc::{Expr, Format, Model, NodeId};
use crate::forms::working::page::{Page, Shown};
use crate::grid::Role;
use crate::intake::register::Measure;
use crate::records::HalfYear;
use crate::settlement::formulas::left_to_return;
use crate::units::{Exact, Money};

/// What only the report tells of a component, and its words.
const OWN: [(&str, &str); 7] = [
    ("cost", "Koszt"),
    ("co_financing", "Wykorzystano"),
    ("own_contribution", "Wkład własny"),
    ("unused", "Niewykorzystane"),
    ("misused", "Niezgodnie z przeznaczeniem"),
    ("interest", "Odsetki"),
    ("return_total", "Do zwrotu razem z odsetkami"),
];

/// Writes both tables. A figure taken from the register is no figure of the report, so its cell there is empty.
pub fn table(page: &mut Page, model: &mut Model, entry: &Entry, row: Option<&RegisterRow>) {
    super::gap(page);
    let headings = ["Kwota (zł)", "W sprawozdaniu", "W rejestrze", "Różnica"];
    figures(page, Role::Heading, headings.map(Shown::from), None);
    for (key, register) in compared(entry, row) {
        let own = own(entry, key).cloned();
        let register = register.map(Money::to_exact);
        // Nothing returned of a component is no row, unless the register speaks of it.
        if register.is_none() && own.as_ref().is_none_or(Exact::is_zero) {
            continue;
        }
        // The heading of the column says that all are złoty.
        let label = words::figure(key).replace(" (zł)", "");
        let own = own.map(|value| number(model, &label, Format::Money, value));
        let register = register.map(|value| number(model, &label, Format::Money, value));
        let difference = own.zip(register).map(|(own, register)| {
            model.formula("Różnica", Format::Money, Expr::sub(own, register).round2())
        });
        let cells = [Shown::Text(label), own.into(), register.into(), difference.into()];
        figures(page, Role::Body, cells, Some(model));
    }
    if !entry.filled.is_empty() {
        let text = if entry.counts() {
            "Puste pole w kolumnie „W sprawozdaniu”: gmina nie podała kwoty, do sum wzięto ją z rejestru."
        } else {
            "Puste pole w kolumnie „W sprawozdaniu”: gmina nie podała kwoty, zna ją tylko rejestr."
        };
        page.line(Role::Note, text);
    }
    alone(page, model, entry, row);
}

/// The report's own figure of the whole period or of a half-year.
fn own(entry: &Entry, key: FigureKey) -> Option<&Exact> {
    entry.figures.get(key).filter(|_| !entry.filled.contains(&key.text()))
}

fn named<'a>(entry: &'a Entry, part: &str, field: &str) -> Option<&'a Exact> {
    own(entry, FigureKey::named(&format!("{part}.{field}"), None)?)
}

/// Figures that the register does not have, both components and their sum; last what is still to come back.
fn alone(page: &mut Page, model: &mut Model, entry: &Entry, row: Option<&RegisterRow>) {
    let known = |field: &str| PARTS.iter().chain(&["all"]).any(|part| named(entry, part, field).is_some());
    if !OWN.iter().any(|(field, _)| known(field)) {
        return;
    }
    super::gap(page);
    let headings = ["Kwota w sprawozdaniu (zł)", "Dodatki", "Koszty zatrudnienia", "Razem"];
    figures(page, Role::Heading, headings.map(Shown::from), None);
    let (mut due, mut interest) = (None, None);
    for (field, label) in OWN.into_iter().filter(|(field, _)| known(field)) {
        let [first, second] = PARTS.map(|part| {
            named(entry, part, field).cloned().map(|value| number(model, label, Format::Money, value))
        });
        let both = match (first, second) {
            (Some(a), Some(b)) => Some(model.formula(label, Format::Money, Expr::add([a, b]))),
            // A component that is not used adds nothing; one whose figure nobody knows makes the sum unknown.
            (Some(one), None) | (None, Some(one)) if !PARTS.iter().all(|part| entry.figures.uses(part)) => {
                Some(model.formula(label, Format::Money, Expr::Ref(one)))
            }
            _ => named(entry, "all", field).cloned().map(|value| number(model, label, Format::Money, value)),
        };
        match field {
            "return_total" => due = both,
            "interest" => interest = both,
            _ => {}
        }
        figures(page, Role::Body, [label.into(), first.into(), second.into(), both.into()], Some(model));
    }
    left(page, model, (due, interest), returned(entry, row));
}

/// The principal that came back: of the report, where it is silent of the register.
fn returned(entry: &Entry, row: Option<&RegisterRow>) -> Option<Exact> {
    named(entry, "all", "returned")
        .cloned()
        .or_else(|| row.and_then(|row| row.money(Measure::Returned, None, None)).map(Money::to_exact))
}

/// What came back and what is left of the principal: returns are told without interest.
fn left(
    page: &mut Page,
    model: &mut Model,
    (due, interest): (Option<NodeId>, Option<NodeId>),
    returned: Option<Exact>,
) {
    let Some((due, returned)) = due.zip(returned) else { return };
    let returned = number(model, "Zwrócono", Format::Money, returned);
    let left = left_to_return(due, interest, returned);
    let left = model.formula("Pozostało do zwrotu", Format::Money, left);
    for (label, id) in
        [("Zwrócono (należność główna)", returned), ("Pozostało do zwrotu (bez odsetek)", left)]
    {
        let cells = [label.into(), Shown::Nothing, Shown::Nothing, id.into()];
        figures(page, Role::Body, cells, Some(model));
    }
}

/// Amounts that register and report may both have, by half-year where the register has half-years. A sum of both
/// components is a row only where the components are not told by themselves.
fn compared(entry: &Entry, row: Option<&RegisterRow>) -> Vec<(FigureKey, Option<Money>)> {
    let mut all = Vec::new();
    for measure in [Measure::Awarded, Measure::Transferred, Measure::Returned] {
        let told = |component| row.and_then(|row| row.money(measure, component, None)).is_some();
        let by_components = COMPONENTS.iter().any(|component| told(Some(*component)));
        let own_components = |key: Option<FigureKey>| key.is_some_and(|key| own(entry, key).is_some());
        let components = COMPONENTS.map(|component| figure_of(measure, Some(component), None));
        let alone = row.is_none() && components.into_iter().any(own_components);
        for component in COMPONENTS.map(Some).into_iter().chain([None]) {
            if component.is_none() && (by_components || alone) {
                continue;
            }
            // What the register books as one amount is compared as one.
            if measure == Measure::Returned && component.is_some() && told(None) && !by_components {
                continue;
            }
            for round in HalfYear::ALL.map(Some).into_iter().chain([None]) {
                let Some(key) = figure_of(measure, component, round) else { continue };
                let amount = row.and_then(|row| row.money(measure, component, round));
                // A half-year is a row where the register tells it; the whole where it does not tell both.
                let halves = || {
                    HalfYear::ALL
                        .iter()
                        .all(|half| row.and_then(|row| row.money(measure, component, Some(*half))).is_some())
                };
                let shown = if round.is_none() { !halves() } else { amount.is_some() };
                if shown {
                    all.push((key, amount));
                }
            }
        }
    }
    all
}
