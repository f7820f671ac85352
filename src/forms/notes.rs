//! What `Kontrole` says about a form: its own slips, and where a figure is not what the printed formula gives.
//!
//! The words are in the form's file; nothing is written on the official sheet itself.

use std::collections::{BTreeMap, BTreeSet};

use super::definition::{FormDefinition, Note, NoteWhen, ProductNote, RowUnit};
use super::facts::FormFacts;
use super::fill::figures::{Figures, Shown};
use crate::calc::Value;
use crate::settlement::Settled;
use crate::units::Exact;
use crate::units::money::polish_amount;

/// Words in braces that a note may hold, by what it is about.
pub const PLACEHOLDERS: [&str; 5] = ["{number}", "{printed}", "{shown}", "{difference}", "{families}"];

/// Returns the notes of a filled form.
pub fn notes(form: &FormDefinition, settled: &mut Settled, facts: &FormFacts) -> Vec<String> {
    let mut figures = Figures { settled, facts };
    let mut found = Vec::new();
    for note in &form.notes {
        if note.part_of.is_some_and(|part| !figures.uses(part, None)) {
            continue;
        }
        match &note.when {
            NoteWhen::Always => found.push(note.text.clone()),
            NoteWhen::FamiliesTakenOver => found.extend(taken_over(note, &figures)),
            NoteWhen::ProductDiffers(product) => {
                let units = match product.rows {
                    RowUnit::Municipality => vec![None],
                    RowUnit::Assistant => (0..figures.settled.assistants.len()).map(Some).collect(),
                };
                found.extend(
                    units.into_iter().filter_map(|unit| differing(note, product, unit, &mut figures)),
                );
            }
        }
    }
    found
}

fn number(shown: &Shown, figures: &Figures<'_>) -> Option<Exact> {
    let Shown::Node(id) = shown else { return None };
    match figures.settled.model.value(*id) {
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
    let who = unit.map_or_else(String::new, |u| (u + 1).to_string());
    let text = note
        .text
        .replace("{number}", &who)
        .replace("{printed}", &polish_amount(&printed, 2))
        .replace("{shown}", &polish_amount(&shown, 2))
        .replace("{difference}", &polish_amount(&difference, 2));
    Some(text)
}

/// Families of two or more of the assistants shown: each of them counts it, the municipality counts it once.
fn taken_over(note: &Note, figures: &Figures<'_>) -> Option<String> {
    let numbers: BTreeMap<&str, usize> =
        figures.settled.assistants.iter().zip(1..).map(|(a, n)| (a.id.as_str(), n)).collect();
    let mut by_family: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for family in &figures.facts.families {
        let open = family.from.value <= figures.settled.period.last
            && family.to.as_ref().is_none_or(|to| to.value >= figures.settled.period.first);
        if let (true, Some(n)) = (open, numbers.get(family.assistant.value.as_str())) {
            by_family.entry(&family.family.value).or_default().insert(*n);
        }
    }
    let listed: Vec<String> = by_family
        .into_iter()
        .filter(|(_, assistants)| assistants.len() > 1)
        .map(|(family, assistants)| {
            let numbers: Vec<String> = assistants.iter().map(ToString::to_string).collect();
            format!("{family} ({})", numbers.join(", "))
        })
        .collect();
    (!listed.is_empty()).then(|| note.text.replace("{families}", &listed.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::Forms;
    use crate::forms::sample::{Wanted, facts, settled};

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
        assert!(!found.iter().any(|n| n.contains("Część 3")), "{found:?}");
    }
}
