//! Values beside their labels: the municipality, its code, the level of co-financing.

use super::headings::Likeness;
use super::ledger::{Cell, Ledger, Whose};
use super::page::{Page, Seen};
use crate::calc::Format;
use crate::forms::FormDefinition;
use crate::forms::definition::{Block, FieldRef};
use crate::forms::fields::{AgreementField, Field, MunicipalityField};
use crate::intake::{number, words};
use crate::source::CellRef;
use crate::units::Exact;

/// Columns to the right of a label in which its value is looked for.
const REACH: u32 = 15;

/// A text beside a label.
#[derive(Clone, Debug)]
pub struct Text {
    /// Where it stands, or its label where nothing stands beside it.
    pub at: CellRef,
    /// The text; empty when there is none.
    pub text: String,
}

/// What was found beside labels.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// Names of the municipality, one a sheet that asks for it.
    pub municipality: Vec<Text>,
    /// TERYT codes.
    pub teryt: Vec<Text>,
    /// Cells with a level that cannot be read as a percentage.
    pub level_unreadable: Vec<Text>,
    /// Labels of days that are given.
    pub days: Vec<String>,
    /// Was a level asked for and left blank?
    pub level_blank: Option<CellRef>,
    /// Every text of the agreement that is given, in the order read.
    pub texts: Vec<(AgreementField, String)>,
}

/// Reads the labelled values of a form. `pages` are those that a part of the form was found on.
pub fn read(
    form: &FormDefinition,
    pages: &[&Page],
    likeness: &mut Likeness,
    ledger: &mut Ledger<'_>,
) -> Labels {
    let mut wanted: Vec<(String, Field)> = Vec::new();
    for block in form.sheets.iter().flat_map(|sheet| &sheet.blocks) {
        if let Block::Field(block) = block
            && let Some(field) = block.field
        {
            let label = words::normal(&block.label);
            if !wanted.iter().any(|(known, _)| *known == label) {
                wanted.push((label, field));
            }
        }
    }
    let mut labels = Labels::default();
    for page in pages {
        for (at, text) in page.texts() {
            let Some(field) = labelled(text, &wanted, likeness) else { continue };
            let inline = text.split_once(':').map_or("", |(_, inline)| inline.trim_matches([':', ' ']));
            // A label beside a label is no value: where the cell between them is blank, nothing was given.
            let mut is_label = |text: &str| labelled(text, &wanted, likeness).is_some();
            take(field, page, at, inline, &mut labels, ledger, &mut is_label);
        }
    }
    labels
}

/// The field whose label the text is, up to a colon.
fn labelled(text: &str, wanted: &[(String, Field)], likeness: &mut Likeness) -> Option<Field> {
    let name = words::normal(text.split_once(':').map_or(text, |(name, _)| name));
    wanted.iter().find(|(label, _)| likeness.of(&name, label) > 900).map(|(_, field)| *field)
}

fn take(
    field: Field,
    page: &Page,
    (row, column): (u32, u32),
    inline: &str,
    labels: &mut Labels,
    ledger: &mut Ledger<'_>,
    is_label: &mut dyn FnMut(&str) -> bool,
) {
    let beside = (column + 1..=column + REACH).find(|c| page.at(row, *c).is_some());
    let beside = beside.filter(|c| !matches!(page.at(row, *c), Some(Seen::Text(t)) if is_label(t)));
    // A heading `Nazwa Gminy` of a column has another heading beside it, and its value below.
    let heading =
        beside.is_some_and(|c| matches!(page.at(row, c), Some(Seen::Text(t)) if t.chars().count() > 60));
    if heading && inline.is_empty() {
        return;
    }
    let (at, seen) = match beside {
        _ if !inline.is_empty() => (page.place(row, column), Some(Seen::Text(inline.to_owned()))),
        Some(c) => (page.place(row, c), page.at(row, c).cloned()),
        None => (page.place(row, column), None),
    };
    let text = Text { at, text: seen.as_ref().map(Seen::shown).unwrap_or_default() };
    if let (Field::Agreement(field), false) = (field, text.text.trim().is_empty()) {
        labels.texts.push((field, text.text.trim().to_owned()));
    }
    match field {
        Field::Agreement(AgreementField::Municipality) => labels.municipality.push(text),
        Field::Agreement(AgreementField::Teryt) => labels.teryt.push(text),
        Field::Agreement(
            AgreementField::Day
            | AgreementField::AmendmentDay
            | AgreementField::PeriodFrom
            | AgreementField::PeriodTo
            | AgreementField::AsOf,
        ) if seen.is_some() => {
            if let Some(Seen::Text(label)) = page.at(row, column) {
                labels.days.push(label.trim_end_matches(':').to_owned());
            }
        }
        Field::Municipality(MunicipalityField::Level) => {
            let value = seen.as_ref().and_then(percentage);
            match (&seen, &value) {
                (None, _) => labels.level_blank = Some(at),
                (Some(_), None) => labels.level_unreadable.push(text),
                _ => {}
            }
            ledger.add(Cell {
                at,
                label: "Ustalony poziom dofinansowania".to_owned(),
                field: Some(FieldRef { field, round: None, month: None }),
                whose: Whose::Municipality,
                format: Format::Percent,
                readable: seen.is_none() || value.is_some(),
                value,
            });
        }
        _ => {}
    }
}

/// `30%`, `do 30 %`, 0,3 and 30 are the same level.
fn percentage(seen: &Seen) -> Option<Exact> {
    let hundredth = Exact::ratio(1, 100)?;
    let number = match seen {
        Seen::Number(n) => n.clone(),
        Seen::Text(text) => {
            let bare = text.to_lowercase().replace("do", "").replace('%', "");
            number::quantity(&bare)?
        }
        Seen::Other(_) => return None,
    };
    let level = if number > Exact::one() { number * hundredth } else { number };
    (!level.is_negative() && level <= Exact::one()).then_some(level)
}
