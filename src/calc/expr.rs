//! The closed vocabulary of formulas. Every variant evaluates for every input: there is nothing to fail at run time.

use super::model::{Model, NodeId, Value};
use crate::units::Exact;

/// A number made from nodes.
#[derive(Clone, Debug)]
pub enum Expr {
    /// A structural number (0, 1, a number of months). A figure of the law is a parameter node, never this.
    Number(Exact),
    /// A node's value; a blank counts as zero inside arithmetic.
    Ref(NodeId),
    /// Nothing: the cell shows as empty.
    Blank,
    /// Sum of terms.
    Add(Vec<Expr>),
    /// First minus second.
    Sub(Box<Expr>, Box<Expr>),
    /// Product of factors.
    Mul(Vec<Expr>),
    /// First over second; zero when the second is zero.
    DivOrZero(Box<Expr>, Box<Expr>),
    /// First over second. Only formulas read from a workbook divide so; who reads them reports a second that is zero
    /// (`calc::parse`), and here it yields zero.
    Div(Box<Expr>, Box<Expr>),
    /// Smallest.
    Min(Vec<Expr>),
    /// Largest.
    Max(Vec<Expr>),
    /// Sum of nodes, printed as ranges; blanks and texts count as zero.
    Sum(Vec<NodeId>),
    /// Sum of those values whose neighbours pass all tests, printed as `SUMIFS` over ranges.
    SumWhere(Vec<NodeId>, Vec<(Vec<NodeId>, Test)>),
    /// Largest of those values whose neighbours pass all tests, zero when none does; values and tested cells are
    /// numbers, no value is below zero, and no test is of a text. Printed as one `SUMPRODUCT` over ranges.
    MaxWhere(Vec<NodeId>, Vec<(Vec<NodeId>, Test)>),
    /// Rounded half up, away from zero, to so many decimals.
    RoundHalfUp(Box<Expr>, u32),
    /// Cut toward zero to so many decimals.
    CutDown(Box<Expr>, u32),
    /// One of two.
    If(Box<Cond>, Box<Expr>, Box<Expr>),
}

/// A test of one node of a column in [`Expr::SumWhere`].
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// It is this text. Stars, question marks and comparison signs mean something else to a spreadsheet: none here.
    TextIs(&'static str),
    /// It holds the same as the node, texts whatever their case, as a spreadsheet compares.
    Same(NodeId),
    /// It is a number, at most the node's.
    AtMost(NodeId),
    /// It is a number, at least the node's.
    AtLeast(NodeId),
}

/// A condition over nodes.
#[derive(Clone, Debug)]
pub enum Cond {
    /// First equals second.
    Equal(Expr, Expr),
    /// Both hold the same: numbers, texts whatever their case, or nothing. As a spreadsheet compares; only formulas read
    /// from a workbook do.
    Same(Expr, Expr),
    /// First is at least second.
    AtLeast(Expr, Expr),
    /// First is greater than second.
    Greater(Expr, Expr),
    /// The node is blank.
    Blank(NodeId),
    /// The node is this text.
    TextIs(NodeId, &'static str),
    /// All hold.
    All(Vec<Cond>),
    /// At least one holds.
    Any(Vec<Cond>),
    /// Does not hold.
    Not(Box<Cond>),
}

impl From<NodeId> for Expr {
    fn from(id: NodeId) -> Self {
        Self::Ref(id)
    }
}

impl Expr {
    /// Returns a whole number.
    pub fn whole(n: i64) -> Self {
        Self::Number(Exact::whole(n))
    }

    /// Returns `a − b`.
    pub fn sub(a: impl Into<Expr>, b: impl Into<Expr>) -> Self {
        Self::Sub(Box::new(a.into()), Box::new(b.into()))
    }

    /// Returns `a + b + …`.
    pub fn add(terms: impl IntoIterator<Item = impl Into<Expr>>) -> Self {
        Self::Add(terms.into_iter().map(Into::into).collect())
    }

    /// Returns `a · b`.
    pub fn mul(a: impl Into<Expr>, b: impl Into<Expr>) -> Self {
        Self::Mul(vec![a.into(), b.into()])
    }

    /// Returns `a / b`, zero when `b` is zero. Multiply before dividing: binary engines then agree on ties.
    pub fn div(a: impl Into<Expr>, b: impl Into<Expr>) -> Self {
        Self::DivOrZero(Box::new(a.into()), Box::new(b.into()))
    }

    /// Returns the smaller.
    pub fn min(a: impl Into<Expr>, b: impl Into<Expr>) -> Self {
        Self::Min(vec![a.into(), b.into()])
    }

    /// Returns the larger.
    pub fn max(a: impl Into<Expr>, b: impl Into<Expr>) -> Self {
        Self::Max(vec![a.into(), b.into()])
    }

    /// Returns one of two.
    pub fn when(cond: Cond, yes: impl Into<Expr>, no: impl Into<Expr>) -> Self {
        Self::If(Box::new(cond), Box::new(yes.into()), Box::new(no.into()))
    }

    /// Rounds half up to the grosz.
    #[must_use]
    pub fn round2(self) -> Self {
        Self::RoundHalfUp(Box::new(self), 2)
    }

    /// Cuts to the grosz.
    #[must_use]
    pub fn floor2(self) -> Self {
        Self::CutDown(Box::new(self), 2)
    }

    /// Evaluates over the model. A reference alone keeps the node's kind (text, blank); anything else is a number.
    pub fn eval(&self, model: &Model) -> Value {
        match self {
            Self::Ref(id) => model.value(*id).clone(),
            Self::Blank => Value::Blank,
            Self::If(cond, yes, no) => {
                if cond.eval(model) {
                    yes.eval(model)
                } else {
                    no.eval(model)
                }
            }
            _ => Value::Number(self.number(model)),
        }
    }

    /// Evaluates to a number; blanks and texts count as zero.
    pub fn number(&self, model: &Model) -> Exact {
        match self {
            Self::Number(n) => n.clone(),
            Self::Ref(id) => model.number(*id),
            Self::Blank => Exact::zero(),
            Self::Add(terms) => each(terms, model).sum(),
            Self::Sub(a, b) => a.number(model) - b.number(model),
            Self::Mul(factors) => each(factors, model).fold(Exact::one(), |a, b| a * b),
            Self::DivOrZero(a, b) | Self::Div(a, b) => {
                a.number(model).checked_div(&b.number(model)).unwrap_or_else(Exact::zero)
            }
            Self::Min(parts) => each(parts, model).min().unwrap_or_else(Exact::zero),
            Self::Max(parts) => each(parts, model).max().unwrap_or_else(Exact::zero),
            // Blank cells are many, and nothing is added for them.
            Self::Sum(ids) => {
                ids.iter().filter_map(|id| model.given_number(*id)).fold(Exact::zero(), |a, b| &a + b)
            }
            Self::SumWhere(values, tests) => passing(model, values, tests).sum(),
            Self::MaxWhere(values, tests) => {
                passing(model, values, tests).max().unwrap_or_else(Exact::zero).max(Exact::zero())
            }
            Self::RoundHalfUp(inner, places) => inner.number(model).round_half_up(*places),
            Self::CutDown(inner, places) => inner.number(model).cut_down(*places),
            Self::If(cond, yes, no) => {
                if cond.eval(model) {
                    yes.number(model)
                } else {
                    no.number(model)
                }
            }
        }
    }

    /// Calls `visit` with every node this refers to, in the order written.
    pub fn refs(&self, visit: &mut impl FnMut(NodeId)) {
        match self {
            Self::Number(_) | Self::Blank => {}
            Self::Ref(id) => visit(*id),
            Self::Sum(ids) => ids.iter().for_each(|id| visit(*id)),
            Self::SumWhere(values, tests) | Self::MaxWhere(values, tests) => {
                for id in values {
                    visit(*id);
                }
                for (column, test) in tests {
                    for id in column {
                        visit(*id);
                    }
                    if let Test::AtMost(bound) | Test::AtLeast(bound) | Test::Same(bound) = test {
                        visit(*bound);
                    }
                }
            }
            Self::Add(parts) | Self::Mul(parts) | Self::Min(parts) | Self::Max(parts) => {
                for part in parts {
                    part.refs(visit);
                }
            }
            Self::Sub(a, b) | Self::DivOrZero(a, b) | Self::Div(a, b) => {
                a.refs(visit);
                b.refs(visit);
            }
            Self::RoundHalfUp(inner, _) | Self::CutDown(inner, _) => inner.refs(visit),
            Self::If(cond, yes, no) => {
                cond.refs(visit);
                yes.refs(visit);
                no.refs(visit);
            }
        }
    }
}

fn each<'a>(parts: &'a [Expr], model: &'a Model) -> impl Iterator<Item = Exact> + 'a {
    parts.iter().map(|part| part.number(model))
}

/// The values whose neighbours pass all tests.
fn passing<'a>(
    model: &'a Model,
    values: &'a [NodeId],
    tests: &'a [(Vec<NodeId>, Test)],
) -> impl Iterator<Item = Exact> + 'a {
    let passes =
        |i: usize| tests.iter().all(|(column, test)| column.get(i).is_some_and(|id| test.holds(model, *id)));
    values.iter().enumerate().filter(move |(i, _)| passes(*i)).map(|(_, id)| model.number(*id))
}

/// Do two values hold the same, as a spreadsheet compares: texts whatever their case, a number never a text?
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => a == b || a.to_lowercase() == b.to_lowercase(),
        (a, b) => a == b,
    }
}

impl Test {
    /// Does the node pass? A blank or a text passes no comparison.
    pub fn holds(self, model: &Model, id: NodeId) -> bool {
        match (self, model.value(id)) {
            (Self::TextIs(text), Value::Text(seen)) => seen == text,
            (Self::Same(other), Value::Text(_) | Value::Number(_)) => {
                same(model.value(id), model.value(other))
            }
            (Self::AtMost(bound), Value::Number(n)) => *n <= model.number(bound),
            (Self::AtLeast(bound), Value::Number(n)) => *n >= model.number(bound),
            _ => false,
        }
    }

    /// The same for one node, as a condition.
    pub fn cond(self, id: NodeId) -> Cond {
        match self {
            Self::TextIs(text) => Cond::TextIs(id, text),
            Self::Same(other) => Cond::Same(id.into(), other.into()),
            Self::AtMost(bound) => Cond::AtLeast(bound.into(), id.into()),
            Self::AtLeast(bound) => Cond::AtLeast(id.into(), bound.into()),
        }
    }
}

impl Cond {
    /// Is the node not blank?
    pub fn given(id: NodeId) -> Self {
        Self::Not(Box::new(Self::Blank(id)))
    }

    /// Evaluates over the model.
    pub fn eval(&self, model: &Model) -> bool {
        match self {
            Self::Equal(a, b) => a.number(model) == b.number(model),
            Self::Same(a, b) => same(&a.eval(model), &b.eval(model)),
            Self::AtLeast(a, b) => a.number(model) >= b.number(model),
            Self::Greater(a, b) => a.number(model) > b.number(model),
            Self::Blank(id) => model.value(*id).is_blank(),
            Self::TextIs(id, text) => matches!(model.value(*id), Value::Text(seen) if seen == text),
            Self::All(parts) => parts.iter().all(|p| p.eval(model)),
            Self::Any(parts) => parts.iter().any(|p| p.eval(model)),
            Self::Not(inner) => !inner.eval(model),
        }
    }

    /// Calls `visit` with every node this refers to, in the order written.
    pub fn refs(&self, visit: &mut impl FnMut(NodeId)) {
        match self {
            Self::Equal(a, b) | Self::Same(a, b) | Self::AtLeast(a, b) | Self::Greater(a, b) => {
                a.refs(visit);
                b.refs(visit);
            }
            Self::Blank(id) | Self::TextIs(id, _) => visit(*id),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|p| p.refs(visit)),
            Self::Not(inner) => inner.refs(visit),
        }
    }
}
