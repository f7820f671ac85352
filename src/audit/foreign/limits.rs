//! What a report may not claim: more than the post or the share of the cost allows, more than was transferred, less to
//! return than was left.
//!
//! The amounts, shares and ways of rounding are the edition's; the formulas are the settlement's, over cells of the
//! report. A bound is tested with the cells as they should be, so that one slip is told once.

mod employment;
mod families;
mod returns;
mod supplement;

use super::culprit::Judged;
use super::findings::Told;
use super::ledger::{Ledger, Whose};
use super::read::fact;
use crate::calc::model::Value;
use crate::calc::{Expr, Format, Model, NodeId};
use crate::finding::{Code, Fact, Finding};
use crate::forms::definition::FieldRef;
use crate::programme::{Figure, Programme};
use crate::records::{Datum, Field};
use crate::units::{Exact, Money};

/// What all tests look at.
pub struct Tests<'a> {
    ledger: &'a Ledger<'a>,
    programme: &'a Programme,
    /// The act that prints the form.
    act: &'a str,
    model: Model,
    nodes: Vec<NodeId>,
    told: &'a mut Told,
}

/// Makes a model whose nodes are the cells of a report; corrected cells hold what they should.
pub fn model(ledger: &Ledger<'_>, judged: Option<&Judged>) -> (Model, Vec<NodeId>) {
    let mut model = Model::default();
    let mut nodes = Vec::new();
    for (i, cell) in ledger.cells.iter().enumerate() {
        let corrected = judged.and_then(|j| j.corrected.get(&i));
        let value = corrected.or(cell.value.as_ref());
        let datum = value.map(|n| Datum::Number(n.clone()));
        let seen = String::new();
        nodes.push(model.input(&cell.label, &Field { at: cell.at, datum, seen }));
    }
    (model, nodes)
}

/// Tests everything that is no equation.
pub fn test(ledger: &Ledger<'_>, programme: &Programme, act: &str, judged: &Judged, told: &mut Told) {
    let (model, nodes) = model(ledger, Some(judged));
    let mut tests = Tests { ledger, programme, act, model, nodes, told };
    supplement::test(&mut tests);
    employment::test(&mut tests);
    returns::test(&mut tests);
    families::test(&mut tests);
}

impl Tests<'_> {
    /// Returns the number that a cell should hold; none where it is blank or cannot be read.
    fn number(&self, cell: usize) -> Option<Exact> {
        if !self.ledger.cells[cell].readable {
            return None;
        }
        match self.model.value(self.nodes[cell]) {
            Value::Number(n) => Some(n.clone()),
            Value::Blank | Value::Text(_) => None,
        }
    }

    /// Returns an amount of the edition as a node.
    fn money(&mut self, label: &str, figure: &Figure<Money>) -> NodeId {
        let value = Value::Number(figure.value.to_exact());
        self.model.parameter(label, Format::Money, value)
    }

    /// Returns a share of the edition as a node.
    fn share(&mut self, label: &str, figure: &Figure<Exact>) -> NodeId {
        self.model.parameter(label, Format::Percent, Value::Number(figure.value.clone()))
    }

    /// Evaluates a formula over the report's cells.
    fn value(&self, expr: &Expr) -> Exact {
        expr.number(&self.model)
    }

    /// Returns the municipality's figure.
    fn whole(&self, field: FieldRef) -> Option<usize> {
        self.ledger.whole(field)
    }

    /// Returns the cell of an assistant's figure.
    fn of_assistant(&self, field: FieldRef, assistant: usize) -> Option<usize> {
        self.ledger.of(field, Whose::Assistant(assistant)).next()
    }

    /// Says that a cell breaks a bound.
    fn broken(&mut self, code: &'static Code, cell: usize, bound: &Exact, basis: &str) -> Finding {
        let own = &self.ledger.cells[cell];
        let seen = self.number(cell).unwrap_or_else(Exact::zero);
        let mut finding = Finding::at(code, own.at)
            .with("what", Fact::Text(own.label.clone()))
            .with_seen(fact(&seen, own.format))
            .with_expected(fact(bound, own.format))
            .with_basis(basis);
        if own.format == Format::Money {
            finding.difference = Money::from_exact(&(&seen - bound));
        }
        finding
    }

    /// Tells a finding, with the cells that explain it.
    fn tell(&mut self, mut finding: Finding, related: &[usize]) {
        finding.related.extend(related.iter().map(|i| self.ledger.cells[*i].at));
        self.told.finding(finding);
    }
}

/// One grosz: what sharing a bound sum out to lines may move a line by.
fn grosz() -> Exact {
    Money::from_grosze(1).to_exact()
}
