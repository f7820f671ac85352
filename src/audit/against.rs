//! Compares two settlements by business key: a correction with its original, this year with last.
//!
//! What changed in the data, in the rules and in the look is kept apart, each with its effect in złoty. Both are read
//! from their traces; what somebody changed in a workbook afterwards is found by its own audit and told before all else (`since`).
//! Nothing here prints; findings and words are made in `report` and `told`.

pub mod bench;
pub mod figures;
pub mod kind;
pub mod look;
pub mod records;
pub mod report;
pub mod rules;
pub mod since;
#[cfg(test)]
mod tests;
pub mod told;

use std::collections::{BTreeMap, BTreeSet};

use crate::programme::Catalogue;
use crate::records::{Table, TableId};
use crate::source::SourceFile;
use crate::trace::Trace;
use crate::units::Exact;
use bench::{Base, Bench, ONE_BY_ONE};
use figures::{Chain, FigureChange, Figures, Key, Level, Part, by_key, difference, differing};
use look::Look;
use records::RecordChange;
use rules::{RuleChange, RuleKind};

/// One of the two settlements.
#[derive(Clone, Debug)]
pub struct Side {
    /// The workbook.
    pub file: SourceFile,
    /// Its trace.
    pub trace: Trace,
    /// The workbook against its own trace; none where there is no workbook but only a trace.
    pub own: Option<crate::audit::Report>,
}

/// What a difference comes from could not be told, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Inseparable {
    /// Another edition: the data of one cannot be settled by the rules of the other.
    OtherEdition,
    /// The rules of neither are those of this program.
    RulesUnknown,
    /// The data of one do not settle by the rules of the other.
    NotSettled,
}

/// What one change alone does to the totals and components; only what it changes.
pub type Effect = BTreeMap<Key, Exact>;

/// Effects of single changes, and what they leave: together they come to the whole.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// By change, in the order of the changes; none for one that was not computed alone.
    pub own: Vec<Option<Effect>>,
    /// Of the changes not computed alone, together; none where there are none.
    pub rest: Option<Effect>,
    /// Of several changes acting on each other.
    pub interaction: Effect,
    /// Of all.
    pub whole: Effect,
}

/// What differs between two settlements.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Are two editions compared? Months count by their number then.
    pub other_edition: bool,
    /// Rows compared: of the older, of the newer.
    pub rows: (usize, usize),
    /// Figures compared: of the older, of the newer.
    pub figures_compared: (usize, usize),
    /// Changed rows; where two editions are compared only those of people employed.
    pub data: Vec<RecordChange>,
    /// Changed rules.
    pub rules: Vec<RuleChange>,
    /// Changed look.
    pub look: Look,
    /// Changed figures: totals, half-years, components, assistants, months.
    pub figures: Vec<FigureChange>,
    /// Are the rules of the older and of the newer those of this program?
    pub rules_known: (bool, bool),
    /// Why the differences are not parted; none where they are.
    pub inseparable: Option<Inseparable>,
    /// Effects of the changed rows.
    pub data_effects: Effects,
    /// Effects of the changed rules that can be applied alone.
    pub rule_effects: Effects,
    /// Rows by table, older and newer, where two editions are compared.
    pub tables: Vec<(&'static str, usize, usize)>,
    /// Copies of the input cells in both workbooks, for places.
    pub copies: Copies,
}

/// Where cells of both inputs are copied to in the workbooks.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// Of the older workbook.
    pub older: BTreeMap<crate::source::CellRef, (usize, u32, u32)>,
    /// Of the newer workbook.
    pub newer: BTreeMap<crate::source::CellRef, (usize, u32, u32)>,
}

impl Comparison {
    /// Is there any difference but of the look?
    pub fn differs(&self) -> bool {
        !self.data.is_empty() || !self.rules.is_empty() || !self.figures.is_empty()
    }
}

/// Compares two settlements.
pub fn compare(newer: &Side, older: &Side, catalogue: &Catalogue) -> Comparison {
    let apart = newer.trace.head.edition != older.trace.head.edition;
    let (before, now) = (by_key(&older.trace.figures, apart), by_key(&newer.trace.figures, apart));
    let bench = Bench::new(&older.trace, &newer.trace, catalogue);
    let rules = rules::changes(&older.trace, &newer.trace);
    let mut data = records::changes(&facts(&bench.older.tables), &facts(&bench.newer.tables));
    let look = look::compare(&older.trace, &newer.trace, data.is_empty() && rules.is_empty());
    let mut inseparable = apart.then_some(Inseparable::OtherEdition);
    let parted = if apart { None } else { bench.chain(&now) };
    if parted.is_none() && inseparable.is_none() {
        let known = bench.older_terms.is_some() || bench.newer_terms.is_some();
        inseparable = Some(if known { Inseparable::NotSettled } else { Inseparable::RulesUnknown });
    }
    if apart {
        data.retain(|change| change.table.id == TableId::Employment);
        data = people(data);
    }
    let figures = differing(&before, &now, parted.as_ref().map(|(chain, _)| chain));
    let data_effects = parted.as_ref().map(|(_, base)| data_effects(&bench, base, &data));
    let rule_effects = parted.as_ref().map(|(chain, _)| rule_effects(&bench, chain, &before, &rules));
    Comparison {
        other_edition: apart,
        rows: (records::count(&bench.older.tables), records::count(&bench.newer.tables)),
        figures_compared: (before.len(), now.len()),
        tables: if apart { sizes(&bench) } else { Vec::new() },
        data,
        rules,
        look,
        figures,
        rules_known: (bench.older_terms.is_some(), bench.newer_terms.is_some()),
        inseparable,
        data_effects: data_effects.unwrap_or_default(),
        rule_effects: rule_effects.unwrap_or_default(),
        copies: Copies { older: bench.older.copies, newer: bench.newer.copies },
    }
}

/// Tables of facts: what `Odczytania` says is a rule.
fn facts(tables: &[Table]) -> Vec<Table> {
    tables.iter().filter(|table| table.id != TableId::Readings).cloned().collect()
}

fn sizes(bench: &Bench<'_>) -> Vec<(&'static str, usize, usize)> {
    let rows =
        |tables: &[Table], id| tables.iter().filter(|t| t.id == id).map(|t| t.rows.len()).sum::<usize>();
    let one = |schema: &crate::records::TableSchema| {
        (schema.sheet, rows(&bench.older.tables, schema.id), rows(&bench.newer.tables, schema.id))
    };
    crate::records::schema::TABLES.iter().map(one).filter(|(_, a, b)| a + b > 0).collect()
}

/// Of two years only who came and who left is told: every other row differs anyhow.
fn people(changes: Vec<RecordChange>) -> Vec<RecordChange> {
    let who = |newer: bool| -> BTreeSet<String> {
        let there =
            |change: &&RecordChange| if newer { change.newer.is_some() } else { change.older.is_some() };
        changes.iter().filter(there).filter_map(|c| c.assistant().map(str::to_owned)).collect()
    };
    let (before, now) = (who(false), who(true));
    let alone = |change: &RecordChange| {
        change.assistant().is_some_and(|id| match (&change.older, &change.newer) {
            (Some(_), None) => !now.contains(id),
            (None, Some(_)) => !before.contains(id),
            _ => false,
        })
    };
    changes.into_iter().filter(alone).collect()
}

/// Tables that no figure of a settlement rests on.
fn bears_no_figure(id: TableId) -> bool {
    matches!(id, TableId::Explanations | TableId::Ledger) || id.is_plan()
}

fn data_effects(bench: &Bench<'_>, base: &Base, changes: &[RecordChange]) -> Effects {
    let whole = effect(&base.without, &base.with);
    let counted: Vec<&RecordChange> = changes.iter().filter(|c| !bears_no_figure(c.table.id)).collect();
    if let ([_], false) = (counted.as_slice(), changes.is_empty()) {
        let own = changes
            .iter()
            .map(|c| Some(if bears_no_figure(c.table.id) { Effect::new() } else { whole.clone() }));
        return Effects { own: own.collect(), whole, ..Effects::default() };
    }
    let mut left = ONE_BY_ONE;
    let mut together: Vec<&RecordChange> = Vec::new();
    let mut own = Vec::new();
    for change in changes {
        if bears_no_figure(change.table.id) {
            own.push(Some(Effect::new()));
            continue;
        }
        let alone = (left > 0).then(|| bench.with_changes(base, &[change])).flatten();
        left = left.saturating_sub(1);
        if alone.is_none() {
            together.push(change);
        }
        own.push(alone.map(|figures| effect(&base.without, &figures)));
    }
    let rest = (!together.is_empty()).then(|| bench.with_changes(base, &together)).flatten();
    let rest = rest.map(|figures| effect(&base.without, &figures));
    let interaction = left_over(&whole, own.iter().flatten().chain(&rest));
    Effects { own, rest, interaction, whole }
}

/// Readings and given figures alone, by the older data and rules; only where the text of the rules is the same.
fn rule_effects(bench: &Bench<'_>, chain: &Chain, recorded: &Figures, changes: &[RuleChange]) -> Effects {
    let Some(at) = chain.steps.iter().position(|(part, _)| *part == Part::Rules) else {
        return Effects::default();
    };
    let before = at.checked_sub(1).map_or(recorded, |before| &chain.steps[before].1);
    let whole = effect(before, &chain.steps[at].1);
    let given: Vec<Option<String>> = changes.iter().map(given).collect();
    let parted = changes.iter().all(|change| !matches!(change.kind, RuleKind::Edition | RuleKind::Text));
    let mut own: Vec<Option<Effect>> = vec![None; changes.len()];
    let single: Vec<usize> = (0..changes.len()).filter(|i| given[*i].is_some()).collect();
    if !parted || single.len() > ONE_BY_ONE {
        return Effects { own, whole, ..Effects::default() };
    }
    for index in single {
        let figures = given[index].as_ref().and_then(|given| bench.with_given(given));
        own[index] = figures.map(|figures| effect(before, &figures));
    }
    let interaction = left_over(&whole, own.iter().flatten());
    Effects { own, rest: None, interaction, whole }
}

/// How the newer way of a reading, or a figure, is asked for.
fn given(change: &RuleChange) -> Option<String> {
    match (change.kind, &change.newer) {
        (RuleKind::Reading | RuleKind::Given, Some(newer)) => match &newer.value {
            crate::calc::Value::Text(value) => Some(format!("{}={value}", change.name)),
            _ => None,
        },
        _ => None,
    }
}

/// What changes of totals, half-years and components, in złoty.
fn effect(before: &Figures, after: &Figures) -> Effect {
    let keys: BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
    let money = |key: &&&Key| {
        let known = after.get(**key).or_else(|| before.get(**key));
        key.level <= Level::Component && known.is_some_and(|k| k.format == crate::calc::Format::Money)
    };
    let one = |key: &Key| Some((key.clone(), difference(before.get(key), after.get(key))?));
    keys.iter().filter(money).filter_map(|key| one(key)).filter(|(_, d)| !d.is_zero()).collect()
}

/// The whole less its parts.
fn left_over<'a>(whole: &Effect, parts: impl Iterator<Item = &'a Effect>) -> Effect {
    let mut left = whole.clone();
    for (key, amount) in parts.flatten() {
        let entry = left.entry(key.clone()).or_insert_with(Exact::zero);
        *entry = &*entry - amount;
    }
    left.retain(|_, amount| !amount.is_zero());
    left
}
