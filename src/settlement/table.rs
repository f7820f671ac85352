//! Builds a working table: steps are declared once, rows are filled by step.
//!
//! The label of a step is the label of its nodes, so the workbook, the explanation and the heading say the same word.

use std::sync::Arc;

use super::figures::{Step, StepTable};
use crate::calc::{Expr, Format, Model, NodeId, Value};

/// A working table being filled.
#[derive(Clone)]
pub struct TableBuilder {
    /// What it is and which steps it has.
    declared: Arc<StepTable>,
    /// Labels of the steps, as the nodes share them.
    labels: Arc<[Arc<str>]>,
    /// Cells by row and step.
    rows: Vec<Vec<Option<NodeId>>>,
    /// Where the next step is looked for first: rows are filled in the order of the steps, or nearly.
    next: usize,
}

/// Declares a step: key, Polish heading, legal basis in words, format.
pub type StepSpec<'a> = (&'static str, &'a str, &'a str, Format);

impl TableBuilder {
    /// Returns an empty table. Steps that no row fills are left out at the end.
    pub fn new(sheet: &'static str, title: &str, steps: &[StepSpec<'_>]) -> Self {
        let labels = steps.iter().map(|(_, label, ..)| Arc::from(*label)).collect();
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
            declared: Arc::new(StepTable { sheet, title: title.to_owned(), steps, rows: Vec::new() }),
            labels,
            rows: Vec::new(),
            next: 0,
        }
    }

    /// Starts a row and returns its number.
    pub fn row(&mut self) -> usize {
        self.next = 0;
        self.rows.push(vec![None; self.declared.steps.len()]);
        self.rows.len() - 1
    }

    /// Puts a node that exists already: an input or a step of another table.
    pub fn put(&mut self, row: usize, key: &'static str, node: NodeId) {
        let step = self.step(key);
        self.put_at(row, step, node);
    }

    /// Adds a formula as a step of a row.
    pub fn formula(&mut self, model: &mut Model, row: usize, key: &'static str, expr: Expr) -> NodeId {
        let step = self.step(key);
        let (label, format) = self.named(step, key);
        let node = model.formula_shared(label, format, expr);
        self.put_at(row, step, node);
        node
    }

    /// Adds a fixed value (a month, a name) as a step of a row.
    pub fn value(&mut self, model: &mut Model, row: usize, key: &'static str, value: Value) -> NodeId {
        let step = self.step(key);
        let (label, format) = self.named(step, key);
        let node = model.parameter_shared(label, format, value);
        self.put_at(row, step, node);
        node
    }

    /// Returns the node of a step in a row.
    pub fn at(&self, row: usize, key: &str) -> Option<NodeId> {
        let step = self.declared.steps.iter().position(|step| step.key == key)?;
        self.rows.get(row)?.get(step).copied().flatten()
    }

    /// Returns a step's nodes in the order of rows.
    pub fn column(&self, key: &str) -> Vec<NodeId> {
        (0..self.rows.len()).filter_map(|row| self.at(row, key)).collect()
    }

    /// Returns the finished table without unused steps.
    pub fn finish(self) -> StepTable {
        let mut table = Arc::unwrap_or_clone(self.declared);
        let used: Vec<bool> =
            (0..table.steps.len()).map(|step| self.rows.iter().any(|row| row[step].is_some())).collect();
        let mut kept = used.iter();
        table.steps.retain(|_| kept.next().is_some_and(|used| *used));
        let of_row = |row: Vec<Option<NodeId>>| -> Vec<Option<NodeId>> {
            row.into_iter().zip(&used).filter_map(|(node, used)| used.then_some(node)).collect()
        };
        table.rows = self.rows.into_iter().map(of_row).collect();
        table
    }

    /// Finds a step, from the one after the step asked for before.
    fn step(&mut self, key: &str) -> Option<usize> {
        let (before, after) = self.declared.steps.split_at(self.next.min(self.declared.steps.len()));
        let at = |steps: &[Step]| steps.iter().position(|step| step.key == key);
        let found = at(after).map(|step| before.len() + step).or_else(|| at(before));
        debug_assert!(found.is_some(), "step {key} is declared");
        self.next = found.map_or(0, |step| step + 1);
        found
    }

    fn named(&self, step: Option<usize>, key: &str) -> (Arc<str>, Format) {
        step.map_or_else(
            || (Arc::from(key), Format::General),
            |step| (Arc::clone(&self.labels[step]), self.declared.steps[step].format),
        )
    }

    fn put_at(&mut self, row: usize, step: Option<usize>, node: NodeId) {
        if let Some(cell) = step.and_then(|step| self.rows.get_mut(row)?.get_mut(step)) {
            *cell = Some(node);
        }
    }
}
