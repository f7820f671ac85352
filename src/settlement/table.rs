//! Builds a working table: steps are declared once, rows are filled by step.
//!
//! The label of a step is the label of its nodes, so the workbook, the explanation and the heading say the same word.

use std::collections::BTreeMap;

use super::figures::{Step, StepTable};
use crate::calc::{Expr, Format, Model, NodeId, Value};

/// A working table being filled.
pub struct TableBuilder {
    table: StepTable,
    rows: Vec<BTreeMap<&'static str, NodeId>>,
}

/// Declares a step: key, Polish heading, legal basis in words, format.
pub type StepSpec<'a> = (&'static str, &'a str, &'a str, Format);

impl TableBuilder {
    /// Returns an empty table. Steps that no row fills are left out at the end.
    pub fn new(sheet: &'static str, title: &str, steps: &[StepSpec<'_>]) -> Self {
        let steps = steps
            .iter()
            .map(|(key, label, basis, format)| Step {
                key,
                label: (*label).to_owned(),
                basis: (*basis).to_owned(),
                format: *format,
            })
            .collect();
        Self {
            table: StepTable { sheet, title: title.to_owned(), steps, rows: Vec::new() },
            rows: Vec::new(),
        }
    }

    /// Starts a row and returns its number.
    pub fn row(&mut self) -> usize {
        self.rows.push(BTreeMap::new());
        self.rows.len() - 1
    }

    /// Puts a node that exists already: an input or a step of another table.
    pub fn put(&mut self, row: usize, key: &'static str, node: NodeId) {
        debug_assert!(self.table.steps.iter().any(|s| s.key == key), "step {key} is declared");
        if let Some(cells) = self.rows.get_mut(row) {
            cells.insert(key, node);
        }
    }

    /// Adds a formula as a step of a row.
    pub fn formula(&mut self, model: &mut Model, row: usize, key: &'static str, expr: Expr) -> NodeId {
        let (label, format) = self.named(key);
        let node = model.formula(&label, format, expr);
        self.put(row, key, node);
        node
    }

    /// Adds a fixed value (a month, a name) as a step of a row.
    pub fn value(&mut self, model: &mut Model, row: usize, key: &'static str, value: Value) -> NodeId {
        let (label, format) = self.named(key);
        let node = model.parameter(&label, format, value);
        self.put(row, key, node);
        node
    }

    /// Returns the node of a step in a row.
    pub fn at(&self, row: usize, key: &str) -> Option<NodeId> {
        self.rows.get(row)?.get(key).copied()
    }

    /// Returns a step's nodes in the order of rows.
    pub fn column(&self, key: &str) -> Vec<NodeId> {
        self.rows.iter().filter_map(|row| row.get(key).copied()).collect()
    }

    /// Returns the finished table without unused steps.
    pub fn finish(mut self) -> StepTable {
        self.table.steps.retain(|step| self.rows.iter().any(|row| row.contains_key(step.key)));
        self.table.rows = self
            .rows
            .iter()
            .map(|row| self.table.steps.iter().map(|step| row.get(step.key).copied()).collect())
            .collect();
        self.table
    }

    fn named(&self, key: &str) -> (String, Format) {
        self.table
            .steps
            .iter()
            .find(|s| s.key == key)
            .map_or_else(|| (key.to_owned(), Format::General), |s| (s.label.clone(), s.format))
    }
}
