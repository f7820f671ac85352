//! Small helpers over the model: sums, flags, roundings. Knows no sheet.

use std::collections::BTreeMap;

use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::records::{Row, Submission};
use crate::source::CellRef;

/// The input cells by row and column key. A cell that is blank today is found too, as long as its table has the
/// column: a formula must follow what is typed there tomorrow.
pub struct Inputs<'a> {
    rows: BTreeMap<CellRef, &'a Row>,
}

impl<'a> Inputs<'a> {
    /// Reads the rows of all tables.
    pub fn of(submission: &'a Submission) -> Self {
        let rows = submission.tables.iter().flat_map(|t| &t.rows);
        Self { rows: rows.map(|row| (row.at, row)).collect() }
    }

    /// Has any row a value in a column of this key?
    pub fn given(&self, key: &str) -> bool {
        self.rows.values().any(|row| row.fields.get(key).is_some_and(|f| f.datum.is_some()))
    }

    /// Returns the node of a cell by the first cell of its row and its column key; nothing when the table has no such
    /// column.
    pub fn cell(&self, model: &Model, row: CellRef, key: &str) -> Option<NodeId> {
        model.input_at(self.rows.get(&row)?.fields.get(key)?.at)
    }

    /// Returns the nodes of those of the columns that the row has.
    pub fn cells(&self, model: &Model, row: CellRef, keys: &[&str]) -> Vec<NodeId> {
        keys.iter().filter_map(|key| self.cell(model, row, key)).collect()
    }
}

/// Base salary and seniority allowance; where the table has only gross pay, that.
pub fn base_pay(cell: impl Fn(&'static str) -> Option<NodeId>) -> Vec<Expr> {
    let mut parts: Vec<Expr> = Vec::new();
    match (cell("base"), cell("gross")) {
        (Some(base), Some(gross)) => parts.push(Expr::when(Cond::Blank(base), gross, base)),
        (Some(one), None) | (None, Some(one)) => parts.push(one.into()),
        (None, None) => {}
    }
    parts.extend(cell("seniority").map(Expr::Ref));
    parts
}

/// Adds a sum that is blank as long as all its cells are, since a blank is not zero; nothing without any cell.
pub fn sum_of(model: &mut Model, label: &str, format: Format, ids: &[NodeId]) -> Option<NodeId> {
    (!ids.is_empty()).then(|| {
        let sum = Expr::Sum(ids.to_vec());
        model.formula(label, format, Expr::when(all_blank(ids), Expr::Blank, sum))
    })
}

/// Are all of them blank?
pub fn all_blank(ids: &[NodeId]) -> Cond {
    match ids {
        [one] => Cond::Blank(*one),
        many => Cond::All(many.iter().map(|id| Cond::Blank(*id)).collect()),
    }
}

/// Adds a sum of cells; zero when there are none.
pub fn total_of(model: &mut Model, label: &str, format: Format, ids: &[NodeId]) -> NodeId {
    model.formula(label, format, Expr::Sum(ids.to_vec()))
}

/// Returns 1 where the condition holds, else 0.
pub fn flag(cond: Cond) -> Expr {
    Expr::when(cond, Expr::whole(1), Expr::whole(0))
}

/// Rounds half up to the grosz after settling the seventh decimal: a binary engine that holds a tie as
/// 0.00499999999 then rounds as the exact fraction does.
pub fn settled_round(expr: Expr) -> Expr {
    Expr::RoundHalfUp(Box::new(expr), 6).round2()
}

/// Adds `TAK` where the node is 1, else `NIE`.
pub fn yes_no(model: &mut Model, label: &str, id: NodeId) -> NodeId {
    let yes = model.parameter("TAK", Format::Text, Value::Text("TAK".to_owned()));
    let no = model.parameter("NIE", Format::Text, Value::Text("NIE".to_owned()));
    model.formula(label, Format::Text, Expr::when(Cond::Equal(Expr::Ref(id), Expr::whole(1)), yes, no))
}
