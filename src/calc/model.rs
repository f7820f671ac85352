//! The list of values and formulas that a settlement is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::expr::Expr;
use crate::records::{Datum, Field};
use crate::source::CellRef;
use crate::units::{Day, Exact, Money, Month};

/// A node, by position in its [`Model`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NodeId(pub u32);

/// What a node holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Value {
    /// Not given. Shown as an empty cell; counts as zero in arithmetic only.
    #[serde(rename = "b")]
    Blank,
    /// A number; days are serial numbers.
    #[serde(rename = "n")]
    Number(Exact),
    /// Text.
    #[serde(rename = "t")]
    Text(String),
}

impl Value {
    /// Is this blank?
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

/// How a value is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Text or a number as it comes.
    #[default]
    General,
    /// Text, kept as text.
    Text,
    /// Złoty and grosze.
    Money,
    /// An unrounded amount: up to six decimals.
    Unrounded,
    /// Posts, two decimals.
    Posts,
    /// A factor or share of a month: up to six decimals.
    Factor,
    /// Hours.
    Hours,
    /// Whole number.
    Count,
    /// Percentage.
    Percent,
    /// Day.
    Day,
    /// Month and year.
    Month,
}

/// Where a node comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A cell of the input.
    Input(CellRef),
    /// A value of the edition or of the run, with a name and its source in words.
    Parameter,
    /// A formula; shared, because a workbook is built over a copy of the settlement's model.
    Formula(Arc<Expr>),
}

/// A named value.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is called in explanations; some hundred labels serve all nodes.
    pub label: Arc<str>,
    /// Where it comes from.
    pub origin: Origin,
    /// Its value.
    pub value: Value,
    /// How it is shown.
    pub format: Format,
}

/// All nodes, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The first nodes, where several models begin alike ([`Model::shared`]).
    before: Arc<Vec<Node>>,
    nodes: Vec<Node>,
    inputs: Arc<BTreeMap<CellRef, NodeId>>,
    labels: Arc<BTreeSet<Arc<str>>>,
    values_only: bool,
}

impl Model {
    /// Adds a formula and evaluates it.
    pub fn formula(&mut self, label: &str, format: Format, expr: Expr) -> NodeId {
        let label = self.label(label);
        self.formula_shared(label, format, expr)
    }

    /// As [`Self::formula`], under a label that the caller shares out itself.
    pub fn formula_shared(&mut self, label: Arc<str>, format: Format, expr: Expr) -> NodeId {
        let value = expr.eval(self);
        let origin = if self.values_only { Origin::Parameter } else { Origin::Formula(Arc::new(expr)) };
        self.add(label, origin, value, format)
    }

    /// Adds a parameter.
    pub fn parameter(&mut self, label: &str, format: Format, value: Value) -> NodeId {
        let label = self.label(label);
        self.parameter_shared(label, format, value)
    }

    /// As [`Self::parameter`], under a label that the caller shares out itself.
    pub fn parameter_shared(&mut self, label: Arc<str>, format: Format, value: Value) -> NodeId {
        self.add(label, Origin::Parameter, value, format)
    }

    /// Adds the value of an input cell; asked twice for one cell, returns the same node.
    pub fn input(&mut self, label: &str, field: &Field) -> NodeId {
        if let Some(known) = self.inputs.get(&field.at) {
            return *known;
        }
        let (value, format) = datum_value(field.datum.as_ref());
        let label = self.label(label);
        let id = self.add(label, Origin::Input(field.at), value, format);
        Arc::make_mut(&mut self.inputs).insert(field.at, id);
        id
    }

    /// Lets a node stand for an input cell: whoever asks for that cell gets the node. So a forecast's cells may be
    /// formulas over its assumptions, and a settlement over them stays live down to the assumptions.
    pub fn stand_for(&mut self, cell: CellRef, node: NodeId) {
        Arc::make_mut(&mut self.inputs).insert(cell, node);
    }

    /// Returns an empty model with room for so many nodes.
    pub fn with_room(nodes: usize) -> Self {
        Self { nodes: Vec::with_capacity(nodes), ..Self::default() }
    }

    /// Returns an empty model that keeps no formulas, for a settlement of which nothing but amounts is asked.
    pub fn of_values() -> Self {
        Self { values_only: true, ..Self::default() }
    }

    /// Returns the model with all its nodes shared: a copy of it costs nothing, and grows by itself.
    #[must_use]
    pub fn shared(mut self) -> Self {
        if self.before.is_empty() {
            self.before = Arc::new(std::mem::take(&mut self.nodes));
        } else {
            Arc::make_mut(&mut self.before).append(&mut self.nodes);
        }
        self
    }

    /// Adds a cell of a workbook that is read back. Unlike [`Self::input`] it keeps no register: the caller asks once.
    pub fn cell(&mut self, label: &str, format: Format, at: CellRef, value: Value) -> NodeId {
        let label = self.label(label);
        self.add(label, Origin::Input(at), value, format)
    }

    /// Returns the node of an input cell, if it was added.
    pub fn input_at(&self, cell: CellRef) -> Option<NodeId> {
        self.inputs.get(&cell).copied()
    }

    /// Returns a node.
    pub fn node(&self, id: NodeId) -> &Node {
        let at = id.0 as usize;
        match at.checked_sub(self.before.len()) {
            Some(own) => &self.nodes[own],
            None => &self.before[at],
        }
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        let at = id.0 as usize;
        match at.checked_sub(self.before.len()) {
            Some(own) => &mut self.nodes[own],
            None => &mut Arc::make_mut(&mut self.before)[at],
        }
    }

    /// Returns a node's value.
    pub fn value(&self, id: NodeId) -> &Value {
        &self.node(id).value
    }

    /// Returns a node's number; blanks and texts are zero.
    pub fn number(&self, id: NodeId) -> Exact {
        match self.value(id) {
            Value::Number(n) => n.clone(),
            Value::Blank | Value::Text(_) => Exact::zero(),
        }
    }

    /// Returns a node's number, where it has one.
    pub fn given_number(&self, id: NodeId) -> Option<&Exact> {
        match self.value(id) {
            Value::Number(n) => Some(n),
            Value::Blank | Value::Text(_) => None,
        }
    }

    /// Returns a node's amount; the node must hold whole grosze.
    pub fn money(&self, id: NodeId) -> Money {
        Money::from_exact(&self.number(id).round_half_up(2)).unwrap_or_default()
    }

    /// Is the node a formula that is only a number or nothing? Such a node needs no home: it is written out in place.
    pub fn is_constant(&self, id: NodeId) -> bool {
        match &self.node(id).origin {
            Origin::Formula(expr) => match expr.as_ref() {
                Expr::Number(_) | Expr::Blank => true,
                Expr::Sum(parts) => parts.is_empty(),
                _ => false,
            },
            Origin::Input(_) | Origin::Parameter => false,
        }
    }

    /// Returns the model as it would be with other formulas for some nodes: those nodes and all that rest on them are
    /// evaluated again. For tests that ask whether a step matters. A new formula may refer to earlier nodes only.
    #[must_use]
    pub fn with_formulas(&self, changes: &BTreeMap<NodeId, Expr>) -> Self {
        let mut copy = self.clone();
        let mut moved: BTreeSet<NodeId> = BTreeSet::new();
        for id in (0..self.len()).filter_map(|i| u32::try_from(i).ok()).map(NodeId) {
            let given = changes.get(&id);
            let Origin::Formula(old) = &self.node(id).origin else { continue };
            let mut touched = given.is_some();
            old.refs(&mut |other| touched |= moved.contains(&other));
            if !touched {
                continue;
            }
            let expr = given.map_or_else(|| Arc::clone(old), |new| Arc::new(new.clone()));
            let value = expr.eval(&copy);
            if value != *self.value(id) {
                moved.insert(id);
            }
            let target = copy.node_mut(id);
            (target.origin, target.value) = (Origin::Formula(expr), value);
        }
        copy
    }

    /// Gives a node a value that its formula does not have, to see who notices.
    #[cfg(test)]
    pub fn plant(&mut self, id: NodeId, value: Value) {
        self.node_mut(id).value = value;
    }

    /// Returns the number of nodes.
    pub fn len(&self) -> usize {
        self.before.len() + self.nodes.len()
    }

    /// Has no node been added?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn label(&mut self, label: &str) -> Arc<str> {
        if let Some(known) = self.labels.get(label) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(label);
        Arc::make_mut(&mut self.labels).insert(Arc::clone(&new));
        new
    }

    fn add(&mut self, label: Arc<str>, origin: Origin, value: Value, format: Format) -> NodeId {
        self.nodes.push(Node { label, origin, value, format });
        NodeId(u32::try_from(self.len() - 1).unwrap_or(u32::MAX))
    }
}

/// Returns a day as a value.
pub fn day_value(day: Day) -> Value {
    Value::Number(Exact::whole(day.serial()))
}

/// Returns a month as the value of its first day.
pub fn month_value(month: Month) -> Value {
    day_value(month.first())
}

fn datum_value(datum: Option<&Datum>) -> (Value, Format) {
    match datum {
        None => (Value::Blank, Format::General),
        Some(Datum::Text(text)) => (Value::Text(text.clone()), Format::Text),
        Some(Datum::Choice(text)) => (Value::Text((*text).to_owned()), Format::Text),
        Some(Datum::Yes(yes)) => (Value::Text(if *yes { "TAK" } else { "NIE" }.to_owned()), Format::Text),
        Some(Datum::Amount(amount)) => (Value::Number(amount.to_exact()), Format::Money),
        Some(Datum::Number(number)) => (Value::Number(number.clone()), Format::Factor),
        Some(Datum::Day(day)) => (day_value(*day), Format::Day),
        Some(Datum::Month(month)) => (month_value(*month), Format::Month),
    }
}
