//! Settlements between two settlements: the older data by the newer rules, and one change at a time.
//!
//! Both inputs come from the traces. Rules are those of the catalogue, and only where their digest is the recorded
//! one: a settlement by other rules than the recorded would part the difference wrongly.

use super::figures::{Chain, Figures, Part, by_key};
use super::records::RecordChange;
use crate::audit::from_trace::{self, Kept};
use crate::pipeline;
use crate::programme::{Catalogue, Programme};
use crate::records::{Table, TableId};
use crate::source::Sources;
use crate::trace::build::figures_of;
use crate::trace::{Head, Trace};
use crate::units::Day;

/// Changes whose own effect is computed, one settlement each; the others together.
pub const ONE_BY_ONE: usize = 40;

/// By what a submission is settled.
#[derive(Clone, Debug)]
pub struct Terms {
    programme: Programme,
    as_of: Option<Day>,
    given: Vec<String>,
}

/// Both inputs, and the rules of either where they are known.
#[derive(Debug)]
pub struct Bench<'a> {
    catalogue: &'a Catalogue,
    /// Input of the older settlement.
    pub older: Kept,
    /// Input of the newer settlement.
    pub newer: Kept,
    sources: Sources,
    /// Rules of the older settlement, if they are those of the catalogue.
    pub older_terms: Option<Terms>,
    /// Rules of the newer settlement, if they are those of the catalogue.
    pub newer_terms: Option<Terms>,
}

/// Where the effects of single changes start from, and what all of them come to.
#[derive(Debug)]
pub struct Base {
    /// Settlement without any of the changes.
    pub without: Figures,
    /// Settlement with all of them.
    pub with: Figures,
    /// Rules of both.
    terms: Terms,
    /// `Odczytania` of both.
    readings: Vec<Table>,
}

impl<'a> Bench<'a> {
    /// Reads both inputs.
    pub fn new(older: &Trace, newer: &Trace, catalogue: &'a Catalogue) -> Self {
        let older_kept = from_trace::kept(older, Sources::default());
        let newer_kept = from_trace::kept(newer, older_kept.sources.clone());
        let sources = newer_kept.sources.clone();
        Self {
            catalogue,
            older: older_kept,
            newer: newer_kept,
            sources,
            older_terms: terms(&older.head, catalogue),
            newer_terms: terms(&newer.head, catalogue),
        }
    }

    /// Settles tables; nothing where they cannot be settled by those rules.
    fn settle(&self, tables: Vec<Table>, terms: &Terms) -> Option<Figures> {
        let intake = from_trace::of_tables(self.sources.clone(), tables);
        let programme = Some(terms.programme.clone());
        let run = pipeline::run_read(intake, self.catalogue, programme, terms.as_of, &terms.given).ok()?;
        Some(by_key(&figures_of(&run.settled?), false))
    }

    /// Returns the settlements from the older as recorded to the newer as recorded, and where single changes of data
    /// start. Nothing where neither's rules are known.
    ///
    /// The data of the older by the rules of the newer come first, as the rules are what everybody shares; only where
    /// the newer rules are not known the data change first.
    pub fn chain(&self, newer: &Figures) -> Option<(Chain, Base)> {
        let settle_own = |kept: &Kept, terms: &Option<Terms>| {
            terms.as_ref().and_then(|terms| self.settle(kept.tables.clone(), terms))
        };
        let again = settle_own(&self.older, &self.older_terms);
        let mut steps: Vec<(Part, Figures)> = Vec::new();
        steps.extend(again.clone().map(|figures| (Part::Program, figures)));
        if let Some(terms) = &self.newer_terms {
            let readings = self.readings(&self.newer);
            let without = self.settle(self.with_readings(&self.older, &readings), terms)?;
            let with = settle_own(&self.newer, &self.newer_terms)?;
            steps.push((Part::Rules, without.clone()));
            steps.push((Part::Data, with.clone()));
            steps.push((Part::Program, newer.clone()));
            let base = Base { without, with, terms: terms.clone(), readings };
            return Some((Chain { steps }, base));
        }
        let (terms, without) = (self.older_terms.as_ref()?, again?);
        let readings = self.readings(&self.older);
        let with = self.settle(self.with_readings(&self.newer, &readings), terms)?;
        steps.push((Part::Data, with.clone()));
        steps.push((Part::Rules, newer.clone()));
        Some((Chain { steps }, Base { without, with, terms: terms.clone(), readings }))
    }

    fn readings(&self, kept: &Kept) -> Vec<Table> {
        kept.tables.iter().filter(|table| table.id == TableId::Readings).cloned().collect()
    }

    /// The tables of one settlement with the `Odczytania` of the other: what it says is a rule, not a fact.
    fn with_readings(&self, kept: &Kept, readings: &[Table]) -> Vec<Table> {
        let facts = kept.tables.iter().filter(|table| table.id != TableId::Readings);
        facts.chain(readings).cloned().collect()
    }

    /// Settles the older data with some of the changes.
    pub fn with_changes(&self, base: &Base, changes: &[&RecordChange]) -> Option<Figures> {
        let mut tables = self.with_readings(&self.older, &base.readings);
        for change in changes {
            apply(&mut tables, change, &self.newer.tables);
        }
        self.settle(tables, &base.terms)
    }

    /// Settles the older data by the older rules with one more reading or figure, `NAME=VALUE`.
    pub fn with_given(&self, given: &str) -> Option<Figures> {
        let mut terms = self.older_terms.clone()?;
        let name = |typed: &str| typed.split_once('=').map(|(name, _)| name.trim().to_owned());
        terms.given.retain(|typed| name(typed) != name(given));
        terms.given.push(given.to_owned());
        self.settle(self.older.tables.clone(), &terms)
    }
}

/// The recorded rules, where the catalogue still has the same.
fn terms(head: &Head, catalogue: &Catalogue) -> Option<Terms> {
    let programme = catalogue.get(&head.edition).ok()?;
    (programme.digest == head.rules_sha256).then(|| Terms {
        programme,
        as_of: Day::parse_iso(&head.as_of),
        given: head.given.clone(),
    })
}

/// Makes one change in the tables.
fn apply(tables: &mut Vec<Table>, change: &RecordChange, newer: &[Table]) {
    let id = change.table.id;
    let place = change.older.as_ref().and_then(|older| {
        let mut all = tables.iter().enumerate().filter(|(_, table)| table.id == id);
        all.find_map(|(index, t)| Some((index, t.rows.iter().position(|row| row.at == older.at)?)))
    });
    match (place, &change.newer) {
        (Some((table, row)), Some(newer)) => {
            tables[table].rows[row] = newer.clone();
            widen(&mut tables[table], newer);
        }
        (Some((table, row)), None) => {
            tables[table].rows.remove(row);
        }
        (None, Some(newer_row)) => match tables.iter_mut().rfind(|table| table.id == id) {
            Some(table) => {
                table.rows.push(newer_row.clone());
                widen(table, newer_row);
            }
            None => {
                let from = newer.iter().find(|table| table.id == id);
                let one = from.map(|from| Table { rows: vec![newer_row.clone()], ..from.clone() });
                tables.extend(one);
                tables.sort_by_key(|table| table.id);
            }
        },
        (None, None) => {}
    }
}

/// A row may bring columns that its new table did not have.
fn widen(table: &mut Table, row: &crate::records::Row) {
    for key in row.fields.keys() {
        if !table.columns.contains(key) {
            table.columns.push(key);
        }
    }
}
