//! The amounts of a card: what the report says, what the register says, and the difference.

use super::super::compare::figure_of;
use super::super::register::{COMPONENTS, RegisterRow};
use super::super::sheets::words;
use super::super::{Entry, FigureKey};
use super::{figures, number};
use crate::calc::{Expr, Format, Model};
use crate::forms::working::page::{Page, Shown};
use crate::grid::Role;
use crate::intake::register::Measure;
use crate::records::HalfYear;
use crate::units::{Exact, Money};

/// Figures that only the report has.
const OWN: [&str; 10] = [
    "supplement.co_financing",
    "supplement.own_contribution",
    "supplement.unused",
    "supplement.misused",
    "supplement.interest",
    "employment.cost",
    "employment.co_financing",
    "employment.misused",
    "employment.interest",
    "employment.return_total",
];

/// Writes the table. A figure taken from the register is no figure of the report, so its cell there is empty.
pub fn table(page: &mut Page, model: &mut Model, entry: &Entry, row: Option<&RegisterRow>) {
    page.space();
    let headings = ["Kwota (zł)", "W sprawozdaniu", "W rejestrze", "Różnica"];
    figures(page, Role::Heading, headings.map(Shown::from), None);
    for (key, register) in compared(row) {
        let own = entry.figures.get(key).filter(|_| !entry.filled.contains(&key.text())).cloned();
        let register = register.map(Money::to_exact);
        // Nothing returned of a component is no row, unless the register speaks of it.
        if register.is_none() && own.as_ref().is_none_or(Exact::is_zero) {
            continue;
        }
        let label = words::figure(key);
        let own = own.map(|value| number(model, &label, Format::Money, value));
        let register = register.map(|value| number(model, &label, Format::Money, value));
        let difference = own.zip(register).map(|(own, register)| {
            model.formula("Różnica", Format::Money, Expr::sub(own, register).round2())
        });
        let cells = [Shown::Text(label), own.into(), register.into(), difference.into()];
        figures(page, Role::Body, cells, Some(model));
    }
    for key in OWN.into_iter().filter_map(|name| FigureKey::named(name, None)) {
        let own = entry.figures.get(key).filter(|_| !entry.filled.contains(&key.text()));
        let Some(value) = own.cloned() else { continue };
        let label = words::figure(key);
        let own = number(model, &label, Format::Money, value);
        let cells = [Shown::Text(label), own.into(), Shown::Nothing, Shown::Nothing];
        figures(page, Role::Body, cells, Some(model));
    }
    if !entry.filled.is_empty() {
        let text =
            "Puste pole w kolumnie „W sprawozdaniu”: gmina nie podała kwoty, do sum wzięto ją z rejestru.";
        page.line(Role::Note, text);
    }
}

/// Amounts that register and report may both have, by half-year where the register has half-years.
fn compared(row: Option<&RegisterRow>) -> Vec<(FigureKey, Option<Money>)> {
    let mut all = Vec::new();
    for measure in [Measure::Awarded, Measure::Transferred, Measure::Returned] {
        for component in COMPONENTS.map(Some).into_iter().chain([None]) {
            for round in HalfYear::ALL.map(Some).into_iter().chain([None]) {
                let Some(key) = figure_of(measure, component, round) else { continue };
                let amount = row.and_then(|row| row.money(measure, component, round));
                // A half-year is a row where the register tells it; the whole always.
                if round.is_none() || amount.is_some() {
                    all.push((key, amount));
                }
            }
        }
    }
    all
}
