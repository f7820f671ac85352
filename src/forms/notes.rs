//! What `Kontrole` says about a form: its own slips, and where a figure is not what the printed formula gives.
//!
//! The words are in the form's file, but for the parts left out; nothing is written on the official sheet itself.

use super::collected::{Collected, whole};
use super::definition::{FieldRef, FormDefinition, Note, NoteWhen, PartOf, ProductNote};
use super::facts::FormFacts;
use super::fields::{AgreementField, Field};
use super::fill;
use super::fill::figures::{Figures, Shown, Shows};
use crate::calc::{Model, Value};
use crate::settlement::Settled;
use crate::units::Exact;
use crate::units::money::polish_amount;

/// Words in braces that a note may hold, by what it is about.
pub const PLACEHOLDERS: [&str; 4] = ["{number}", "{printed}", "{shown}", "{difference}"];

/// Returns the notes of a filled form.
pub fn notes(form: &FormDefinition, settled: &mut Settled, facts: &FormFacts) -> Vec<String> {
    let mut figures = Figures::of_settlement(settled, facts);
    let (_, left_out) = fill::parts_of_use(form, &figures);
    let mut found: Vec<String> =
        left_out.into_iter().map(|(sheet, part)| not_used(&sheet.name, part)).collect();
    found.extend(of_form(form, &mut figures));
    found
}

/// Returns the notes of a filled collective form.
pub fn collective_notes(
    form: &FormDefinition,
    model: &mut Model,
    facts: &FormFacts,
    collected: &Collected,
) -> Vec<String> {
    of_form(form, &mut Figures { shows: Shows::Collective(model, collected), facts })
}

fn of_form(form: &FormDefinition, figures: &mut Figures<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for note in &form.notes {
        if note.part_of.is_some_and(|part| !figures.uses(part, None)) {
            continue;
        }
        match &note.when {
            NoteWhen::Always => found.push(note.text.clone()),
            NoteWhen::Given(field) => found.extend(given(note, *field, figures)),
            NoteWhen::RowsDiffer(field) => found.extend(rows_differ(note, *field, figures)),
            NoteWhen::ProductDiffers(product) => {
                let units = figures.rows_of(product.rows);
                found.extend(units.into_iter().filter_map(|unit| differing(note, product, unit, figures)));
            }
        }
    }
    found
}

fn number(shown: &Shown, figures: &Figures<'_>) -> Option<Exact> {
    let Shown::Node(id) = shown else { return None };
    match figures.model().value(*id) {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    }
}

/// Compares to the grosz: nobody writes fractions of it into the form.
fn differing(note: &Note, p: &ProductNote, unit: Option<usize>, figures: &mut Figures<'_>) -> Option<String> {
    let [rate, times, shown] = [p.rate, p.times, p.shown].map(|field| {
        let found = figures.find(field, unit);
        number(&found, figures)
    });
    let shown = shown?;
    let printed = (rate? * times?).round_half_up(2);
    if printed == shown {
        return None;
    }
    let difference = printed.clone() - shown.clone();
    let who = unit.map_or_else(String::new, |u| name_of(u, figures));
    let text = note
        .text
        .replace("{number}", &who)
        .replace("{printed}", &polish_amount(&printed, 2))
        .replace("{shown}", &polish_amount(&shown, 2))
        .replace("{difference}", &polish_amount(&difference, 2));
    Some(text)
}

/// An assistant's number or, on a collective form, the municipality's name.
fn name_of(unit: usize, figures: &mut Figures<'_>) -> String {
    if let Shows::Collective(..) = figures.shows {
        let name = whole(Field::Agreement(AgreementField::Municipality));
        let content = figures.find(name, Some(unit)).content();
        if let Some(text) = figures.text_of(&content) {
            return text;
        }
    }
    (unit + 1).to_string()
}

/// A figure that stands once although the rows do not agree on it.
fn rows_differ(note: &Note, field: FieldRef, figures: &Figures<'_>) -> Option<String> {
    let Shows::Collective(model, collected) = &figures.shows else { return None };
    let given = collected.rows.iter().any(|row| row.values.contains_key(&field));
    (given && collected.common(model, field).is_none()).then(|| note.text.clone())
}

/// An amount the office gave and the form does not take.
fn given(note: &Note, field: Field, figures: &mut Figures<'_>) -> Option<String> {
    let shown = figures.of_form(field);
    let amount = number(&shown, figures).filter(|amount| *amount != Exact::zero())?;
    Some(note.text.replace("{shown}", &polish_amount(&amount, 2)))
}

fn not_used(sheet: &str, part: PartOf) -> String {
    let money = match part {
        PartOf::Supplement => "dofinansowania dodatków do wynagrodzeń",
        PartOf::Employment => "dofinansowania kosztów zatrudnienia",
    };
    format!("{sheet}: pominięto, bo w danych nie ma {money} (brak takiego składnika w arkuszu „Środki”).")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::Forms;
    use crate::forms::sample::{Wanted, facts, settled};
    use crate::source::Sourced;
    use crate::units::Money;

    fn of(id: &str, wanted: Wanted) -> Vec<String> {
        let form = Forms::built_in().get(id).expect("loads");
        notes(&form, &mut settled(wanted), &facts())
    }

    #[test]
    fn slips_are_explained_and_a_product_that_differs_is_named_with_its_amounts() {
        let found = of("asystent-rodziny-2025", Wanted::year(2025));
        assert!(found.iter().any(|n| n.contains("62") && n.contains("66")), "{found:?}");
        // 30 % of 9,000.00 is 2,700.00; the sample has 2,100.00.
        let product = found.iter().find(|n| n.contains("2\u{a0}700,00")).expect("the product differs");
        assert!(product.contains("2\u{a0}100,00") && product.contains("600,00"), "{product}");
        assert!(found.iter().all(|n| !n.contains('{')), "{found:?}");
    }

    #[test]
    fn a_product_that_agrees_needs_no_note() {
        // 30 % of 7,000.00 is 2,100.00, as the sample has it for each assistant.
        let found = of("asystent-rodziny-2023", Wanted::year(2023));
        assert!(!found.iter().any(|n| n.contains("2\u{a0}100,00")), "{found:?}");
    }

    #[test]
    fn notes_of_a_component_not_used_are_left_out() {
        let found = of("asystent-rodziny-2025", Wanted { employment: false, ..Wanted::year(2025) });
        let of_part_3: Vec<&String> = found.iter().filter(|n| n.contains("Część 3")).collect();
        assert_eq!(of_part_3.len(), 1, "{found:?}");
        assert!(of_part_3[0].starts_with("Część 3: pominięto"), "{found:?}");
    }

    #[test]
    fn bank_interest_has_no_column_and_is_named_with_its_amount() {
        let mut given = facts();
        let at = given.agreement.municipality.as_ref().expect("given").at;
        let interest = |grosze| Some(Sourced::new(Money::from_grosze(grosze), at));
        for id in ["asystent-rodziny-2023", "asystent-rodziny-2024", "asystent-rodziny-2025"] {
            let form = Forms::built_in().get(id).expect("loads");
            let of = |facts: &FormFacts| {
                let all = notes(&form, &mut settled(Wanted::year(2025)), facts);
                all.into_iter().filter(|n| n.contains("bankowe")).collect::<Vec<_>>()
            };
            given.agreement.bank_interest = interest(1_234);
            assert!(of(&given).iter().any(|n| n.contains("12,34")), "{id}");
            given.agreement.bank_interest = interest(0);
            assert!(of(&given).is_empty(), "{id}");
            given.agreement.bank_interest = None;
            assert!(of(&given).is_empty(), "{id}");
        }
    }
}
