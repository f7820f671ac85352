//! From the figures of the settlement before to before, after and difference, all formulas: here of each component, in
//! the modules below what is to be settled, sums, and assistants.

mod assistants;
mod due;
mod totals;

use super::before::{Before, Previous};
use super::compare::{Was, row};
use super::measures::{COMPONENT, is_source_part, name};
use super::{Correction, Item};
use crate::calc::{Format, Model, NodeId, Value};
use crate::records::{HalfYear, Submission};
use crate::settlement::{ComponentFigures, RoundFigures, Settled};

/// The words of differences: return, claim, none, and less due where nothing that came goes back.
const WORDS: [&str; 4] = ["do zwrotu przez gminę", "należne gminie", "bez różnicy", super::NOTHING_BACK];
/// Notes on rows.
const TAKEN_OVER: &str = "rozliczone poprzednio, teraz nierozliczane ponownie";
const FIRST_TIME: &str = "rozliczane po raz pierwszy";
const GONE: &str = "nie ma w tym rozliczeniu";

/// Sets a settlement against the one before it. Adds nodes to the model and changes none.
pub fn build(settled: &mut Settled, submission: &Submission, mut previous: Previous) {
    let mut parts = previous.figures.iter().filter(|figure| figure.component.is_some());
    previous.whole = parts.all(|figure| rounds_of(settled, figure.round.as_deref()).next().is_some());
    let mut model = std::mem::take(&mut settled.model);
    let correction = Building::new(&mut model, settled, submission, previous).finish();
    settled.model = model;
    settled.correction = Some(correction);
}

/// The settlement's round of a half-year, or of no half-year; none where the half-year is taken over.
fn rounds_of<'a>(settled: &'a Settled, half_year: Option<&str>) -> impl Iterator<Item = &'a RoundFigures> {
    settled.rounds.iter().filter(move |round| round.half_year.map(HalfYear::word) == half_year)
}

/// Half-year and component.
#[derive(Clone, PartialEq, Eq)]
struct Part {
    round: Option<String>,
    component: String,
}

impl Part {
    fn has(&self, figure: &Before) -> bool {
        figure.component.as_deref() == Some(&self.component) && figure.round == self.round
    }

    fn words(&self) -> String {
        let Self { round, component } = self;
        round.as_ref().map_or_else(|| component.clone(), |round| format!("{component}, {round}"))
    }

    /// A row of this part, to which its source and note are to be added.
    fn item(&self, item: Item) -> Item {
        Item { round: self.round.clone(), component: Some(self.component.clone()), ..item }
    }
}

struct Building<'a> {
    model: &'a mut Model,
    settled: &'a Settled,
    submission: &'a Submission,
    previous: Previous,
    before: Vec<Option<NodeId>>,
    words: [NodeId; 4],
}

impl<'a> Building<'a> {
    fn new(
        model: &'a mut Model,
        settled: &'a Settled,
        submission: &'a Submission,
        previous: Previous,
    ) -> Self {
        let word = |model: &mut Model, text: &str| {
            model.parameter("Nazwa różnicy", Format::Text, Value::Text(text.to_owned()))
        };
        let words = WORDS.map(|text| word(model, text));
        let before = previous.figures.iter().map(|figure| {
            let value = figure.value.clone()?;
            Some(model.parameter(&before_label(figure), figure.format, Value::Number(value)))
        });
        let before = before.collect();
        Self { model, settled, submission, previous, before, words }
    }

    fn finish(mut self) -> Correction {
        let parts = self.parts();
        let mut components = Vec::new();
        let mut due = Vec::new();
        for part in &parts {
            let rows = self.component(part);
            due.extend(self.due(part, &rows));
            components.extend(rows);
        }
        let totals = self.totals(&components);
        let co_financing = totals.iter().find(|i| i.what == "co_financing").map(|i| i.difference);
        let due_total = self.due_total(&due, co_financing);
        let assistants = self.assistants();
        Correction {
            previous: self.previous,
            words: self.words,
            due,
            due_total,
            components,
            totals,
            assistants,
            paragraphs: Vec::new(),
            form: Vec::new(),
            before: self.before,
        }
    }

    /// Half-years and components of either settlement, those of before first where they are not settled again.
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut add = |round: Option<String>, component: String| {
            let part = Part { round, component };
            if !parts.contains(&part) {
                parts.push(part);
            }
        };
        for figure in &self.previous.figures {
            if let Some(component) = &figure.component {
                add(figure.round.clone(), component.clone());
            }
        }
        for round in &self.settled.rounds {
            for component in round.supplement.iter().chain(&round.employment) {
                add(round.half_year.map(|h| h.word().to_owned()), component.component.word().to_owned());
            }
        }
        parts.sort_by_key(|part| part.round.clone());
        parts
    }

    fn now(&self, part: &Part) -> Option<&'a ComponentFigures> {
        let mut all = rounds_of(self.settled, part.round.as_deref())
            .flat_map(|r| r.supplement.iter().chain(&r.employment));
        all.find(|c| c.component.word() == part.component)
    }

    fn was(&self, part: &Part, what: &str) -> Was {
        match Was::of(&self.previous, &self.before, |f| part.has(f) && f.what == what) {
            Was::Nothing if is_source_part(what) => Was::Nothing,
            // The part was settled, but without this figure.
            Was::Nothing if self.previous.figures.iter().any(|f| part.has(f)) => Was::Unknown,
            was => was,
        }
    }

    fn component(&mut self, part: &Part) -> Vec<Item> {
        let now = self.now(part);
        let taken_over = rounds_of(self.settled, part.round.as_deref()).next().is_none();
        let mut items = Vec::new();
        for (what, pick) in COMPONENT {
            let was = self.was(part, what);
            let after = match (now, was) {
                (Some(figures), _) => pick(figures),
                (None, Was::Known(node)) if taken_over => Some(node),
                _ => None,
            };
            if is_source_part(what) && after.is_none() && matches!(was, Was::Nothing) {
                continue;
            }
            let note = match (taken_over, now, was) {
                (true, ..) => TAKEN_OVER,
                (false, None, _) => GONE,
                (false, Some(_), Was::Nothing) => FIRST_TIME,
                _ => "",
            };
            let words = format!("{} ({})", name(what), part.words());
            let sides = row(self.model, &words, Format::Money, was, after);
            items.push(Item { note, ..part.item(Item::new(what, name(what), sides)) });
        }
        items
    }
}

fn before_label(figure: &Before) -> String {
    let whose = [&figure.component, &figure.round, &figure.assistant, &figure.row];
    let whose: Vec<&str> = whose.into_iter().flatten().map(String::as_str).collect();
    format!("Poprzednio: {} ({})", name(&figure.what), whose.join(", "))
}
