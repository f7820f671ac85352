//! Readings on `Parametry`: which way is in force and on what it rests, and what other ways would change.
//!
//! Prices come ready from the run. They are constants: a workbook holds the formulas of one settlement, not of forty.

use super::WorkbookFacts;
use super::page::{Page, Shown};
use crate::calc::Format;
use crate::grid::Role;
use crate::units::Money;

/// Prices of the readings, worded for the workbook.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadingPrices {
    /// Ways that no letter supports and that would change something, dearest first.
    pub others: Vec<OtherWay>,
    /// Names of the readings without a letter that change no amount here, each with what else it touches.
    pub without_effect: Vec<String>,
}

/// A way that is not in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherWay {
    /// Name of the reading.
    pub name: &'static str,
    /// Its question.
    pub question: String,
    /// Word of the way.
    pub word: &'static str,
    /// What it means.
    pub meaning: String,
    /// Change of the co-financing; none where it is not known.
    pub co_financing: Option<Money>,
    /// All that would change, in words.
    pub told: String,
}

/// Writes the readings below the figures.
pub fn readings(page: &mut Page, facts: &WorkbookFacts<'_>) {
    if facts.programme.readings.is_empty() {
        return;
    }
    page.space();
    page.line(
        Role::Section,
        "Odczytania: przepisy, które można rozumieć na kilka sposobów, i sposób przyjęty tutaj",
    );
    heading(page, ["Lp.", "Pytanie", "Nazwa", "Pewność", "Podstawa", "Przyjęto"]);
    for (number, reading) in (1i64..).zip(&facts.programme.readings) {
        let (sure, basis) = reading.basis();
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                reading.question.clone().into(),
                reading.name.into(),
                sure.into(),
                basis.into(),
                reading.used().into(),
            ],
            None,
        );
    }
    if let Some(prices) = facts.reading_prices {
        priced(page, prices);
    }
}

fn priced(page: &mut Page, prices: &ReadingPrices) {
    page.space();
    page.line(Role::Section, "Odczytania bez pisma: co zmieniłby inny sposób");
    page.line(
        Role::Note,
        "Kwoty stałe, policzone przy sporządzaniu skoroszytu: nie przeliczają się po zmianie danych ani parametrów. Każdy sposób policzono osobno, gdy pozostałe odczytania zostają bez zmian. Wyjaśnianie programu należy do wojewody.",
    );
    heading(
        page,
        [
            "Lp.",
            "Pytanie",
            "Nazwa = wartość",
            "Zmiana dofinansowania (zł)",
            "Co się zmieni",
            "Inne odczytanie",
        ],
    );
    for (number, other) in (1i64..).zip(&prices.others) {
        page.cells(
            Role::Body,
            vec![
                Shown::Number(number, Format::Count),
                other.question.clone().into(),
                format!("{} = {}", other.name, other.word).into(),
                other.co_financing.map_or(Shown::Nothing, Shown::Amount),
                other.told.clone().into(),
                other.meaning.clone().into(),
            ],
            None,
        );
    }
    if prices.others.is_empty() {
        page.line(Role::Note, "Żaden inny sposób nie zmieniłby kwot tej gminy.");
    }
    if !prices.without_effect.is_empty() {
        let names = prices.without_effect.join(", ");
        page.line(Role::Note, &format!("Bez wpływu na kwoty tej gminy: {names}."));
    }
}

fn heading(page: &mut Page, headings: [&str; 6]) {
    page.cells(Role::Heading, headings.into_iter().map(Shown::from).collect(), None);
}
