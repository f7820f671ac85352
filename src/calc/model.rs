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
    nodes: Vec<Node>,
    inputs: BTreeMap<CellRef, NodeId>,
    labels: BTreeSet<Arc<str>>,
}

impl Model {
    /// Adds a formula and evaluates it.
    pub fn formula(&mut self, label: &str, format: Format, expr: Expr) -> NodeId {
        let value = expr.eval(self);
        let origin = Origin::Formula(Arc::new(expr));
        self.add(label, origin, value, format)
    }

    /// Adds a parameter.
    pub fn parameter(&mut self, label: &str, format: Format, value: Value) -> NodeId {
        self.add(label, Origin::Parameter, value, format)
    }

    /// Adds the value of an input cell; asked twice for one cell, returns the same node.
    pub fn input(&mut self, label: &str, field: &Field) -> NodeId {
        if let Some(known) = self.inputs.get(&field.at) {
            return *known;
        }
        let (value, format) = datum_value(field.datum.as_ref());
        let id = self.add(label, Origin::Input(field.at), value, format);
        self.inputs.insert(field.at, id);
        id
    }

    /// Lets a node stand for an input cell: whoever asks for that cell gets the node. So a forecast's cells may be
    /// formulas over its assumptions, and a settlement over them stays live down to the assumptions.
    pub fn stand_for(&mut self, cell: CellRef, node: NodeId) {
        self.inputs.insert(cell, node);
    }

    /// Returns an empty model with room for so many nodes.
    pub fn with_room(nodes: usize) -> Self {
        Self { nodes: Vec::with_capacity(nodes), ..Self::default() }
    }

    /// Adds a cell of a workbook that is read back. Unlike [`Self::input`] it keeps no register: the caller asks once.
    pub fn cell(&mut self, label: &str, format: Format, at: CellRef, value: Value) -> NodeId {
        self.add(label, Origin::Input(at), value, format)
    }

    /// Returns the node of an input cell, if it was added.
    pub fn input_at(&self, cell: CellRef) -> Option<NodeId> {
        self.inputs.get(&cell).copied()
    }

    /// Returns a node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
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
        for id in (0..self.nodes.len()).filter_map(|i| u32::try_from(i).ok()).map(NodeId) {
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
            let target = &mut copy.nodes[id.0 as usize];
            (target.origin, target.value) = (Origin::Formula(expr), value);
        }
        copy
    }

    /// Gives a node a value that its formula does not have, to see who notices.
    #[cfg(test)]
    pub fn plant(&mut self, id: NodeId, value: Value) {
        self.nodes[id.0 as usize].value = value;
    }

    /// Returns the number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Has no node been added?
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    fn label(&mut self, label: &str) -> Arc<str> {
        if let Some(known) = self.labels.get(label) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(label);
        self.labels.insert(Arc::clone(&new));
        new
    }

    fn add(&mut self, label: &str, origin: Origin, value: Value, format: Format) -> NodeId {
        let label = self.label(label);
        self.nodes.push(Node { label, origin, value, format });
        NodeId(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
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
