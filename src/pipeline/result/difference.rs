//! The settlement before and the difference from it, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Amount, amount};
use crate::calc::{Model, Value};
use crate::correction::{Item, Kind, Way};
use crate::settlement::Settled;

/// The settlement before.
#[derive(Serialize, Debug)]
pub struct PreviousObject {
    /// File name without folders.
    pub file: String,
    /// Digest of the file.
    pub sha256: String,
    /// Its edition.
    pub programme: String,
    /// First and last day that it settled.
    pub period: super::PeriodObject,
    /// The day it speaks of.
    pub as_of: String,
    /// Which correction it was itself; 0 for a first settlement.
    pub previous_number: u32,
    /// Which correction this settlement is.
    pub correction_number: u32,
    /// What this settlement is to it: `second-round`, `amendment`, `correction`, `same`.
    pub kinds: Vec<&'static str>,
}

/// An amount before and after.
#[derive(Serialize, Debug)]
pub struct BeforeAfterObject {
    /// As settled before; null where nothing was settled or it was not known.
    pub before: Amount,
    /// As settled now.
    pub after: Amount,
    /// After minus before.
    pub difference: Amount,
}

/// What is to be settled, and figures, of a component or of all.
#[derive(Serialize, Debug)]
pub struct DueObject {
    /// Half-year; null where the year has one round, and for the total.
    pub round: Option<String>,
    /// Component; null for the total.
    pub component: Option<String>,
    /// Source of the money.
    pub source: Option<String>,
    /// Settled before.
    pub settled_before: Amount,
    /// Entitled to now.
    pub entitled_now: Amount,
    /// Entitled now less settled before: below zero the municipality returns it.
    pub due: Amount,
    /// `refund`, `claim` or `none`; null where the amount is not known.
    pub way: Option<&'static str>,
    /// The same as the workbook says it.
    pub meaning: Option<String>,
}

/// Figures of one component of one round.
#[derive(Serialize, Debug)]
pub struct ComponentDifferenceObject {
    /// Half-year; null where the year has one round.
    pub round: Option<String>,
    /// Component.
    pub component: Option<String>,
    /// Figures by name.
    pub figures: BTreeMap<&'static str, BeforeAfterObject>,
}

/// Figures of one assistant.
#[derive(Serialize, Debug)]
pub struct AssistantDifferenceObject {
    /// Identifier.
    pub id: Option<String>,
    /// Figures by name.
    pub figures: BTreeMap<&'static str, BeforeAfterObject>,
}

/// What is different.
#[derive(Serialize, Debug)]
pub struct DifferenceObject {
    /// Totals by name.
    pub totals: BTreeMap<&'static str, BeforeAfterObject>,
    /// What is to be settled in all.
    pub due: DueObject,
    /// What is to be settled by round, component and source.
    pub due_by_component: Vec<DueObject>,
    /// Figures of the components.
    pub components: Vec<ComponentDifferenceObject>,
    /// Figures of the assistants.
    pub assistants: Vec<AssistantDifferenceObject>,
}

/// Returns the settlement before, where one was given.
pub fn previous(settled: &Settled) -> Option<PreviousObject> {
    let correction = settled.correction.as_ref()?;
    let previous = &correction.previous;
    Some(PreviousObject {
        file: previous.file.clone(),
        sha256: previous.sha256.clone(),
        programme: previous.edition.clone(),
        period: super::PeriodObject { from: previous.period.0.clone(), to: previous.period.1.clone() },
        as_of: previous.as_of.clone(),
        previous_number: previous.number,
        correction_number: correction.number(),
        kinds: previous.kinds.iter().copied().map(Kind::key).collect(),
    })
}

/// Returns what is different, where a settlement before was given.
pub fn difference(settled: &Settled) -> Option<DifferenceObject> {
    let correction = settled.correction.as_ref()?;
    let model = &settled.model;
    let mut components: Vec<ComponentDifferenceObject> = Vec::new();
    for item in &correction.components {
        let same = |c: &ComponentDifferenceObject| c.round == item.round && c.component == item.component;
        if !components.last().is_some_and(same) {
            let (round, component) = (item.round.clone(), item.component.clone());
            components.push(ComponentDifferenceObject { round, component, figures: BTreeMap::new() });
        }
        if let Some(last) = components.last_mut() {
            last.figures.insert(item.what, before_after(model, item));
        }
    }
    let mut assistants: Vec<AssistantDifferenceObject> = Vec::new();
    for item in &correction.assistants {
        if assistants.last().is_none_or(|a| a.id != item.assistant) {
            let id = item.assistant.clone();
            assistants.push(AssistantDifferenceObject { id, figures: BTreeMap::new() });
        }
        if let Some(last) = assistants.last_mut() {
            last.figures.insert(item.what, before_after(model, item));
        }
    }
    Some(DifferenceObject {
        totals: correction.totals.iter().map(|item| (item.what, before_after(model, item))).collect(),
        due: due(model, &correction.due_total),
        due_by_component: correction.due.iter().map(|item| due(model, item)).collect(),
        components,
        assistants,
    })
}

fn before_after(model: &Model, item: &Item) -> BeforeAfterObject {
    BeforeAfterObject {
        before: item.before.and_then(|id| amount(model, id)),
        after: item.after.and_then(|id| amount(model, id)),
        difference: amount(model, item.difference),
    }
}

fn due(model: &Model, item: &Item) -> DueObject {
    let meaning = item.meaning.and_then(|id| match model.value(id) {
        Value::Text(text) => Some(text.clone()),
        Value::Blank | Value::Number(_) => None,
    });
    DueObject {
        round: item.round.clone(),
        component: item.component.clone(),
        source: item.source.clone(),
        settled_before: item.before.and_then(|id| amount(model, id)),
        entitled_now: item.after.and_then(|id| amount(model, id)),
        due: amount(model, item.difference),
        way: item.way(model).map(Way::key),
        meaning,
    }
}
