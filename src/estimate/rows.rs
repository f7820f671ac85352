//! Tables of a year that nobody has handed in: complete, each cell with an address of its own, some cells formulas.
//!
//! Whoever reads them cannot tell them from tables that were read, but for the name of their file.

use std::collections::BTreeMap;

use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::forms::working::input;
use crate::records::{Datum, Field, Kind, Row, Submission, Table, TableId, schema};
use crate::source::{CellRef, SheetId};
use crate::units::{Day, Money};

/// What a cell holds.
#[derive(Clone, Debug)]
pub enum Cell {
    /// A value.
    Plain(Datum),
    /// A node that stands for the cell; it must be at home there.
    Node(NodeId),
}

/// A table in the making.
pub struct Draft {
    table: Table,
    sheet: SheetId,
}

impl Draft {
    /// Starts a table on a sheet of its own.
    pub fn new(id: TableId, sheet: SheetId) -> Self {
        let header_at = CellRef { sheet, row: 0, column: 0 };
        Self { table: Table { id, header_at, columns: Vec::new(), rows: Vec::new() }, sheet }
    }

    /// Adds a formula under the header of the column whose cell it is to be.
    pub fn formula(&self, model: &mut Model, key: &'static str, expr: Expr) -> NodeId {
        let spec = schema::table(self.table.id).column(key);
        let (label, format) = spec.map_or((key, Format::General), |c| (c.header, input::format(c.kind)));
        model.formula(label, format, expr)
    }

    /// Adds a row; a column without a cell is blank. What a node yields becomes the cell's value.
    pub fn row(&mut self, model: &mut Model, cells: &[(&'static str, Cell)]) {
        let row = self.next_row();
        let mut fields = BTreeMap::new();
        for (column, spec) in (0..).zip(schema::table(self.table.id).columns) {
            let Some((_, cell)) = cells.iter().find(|(key, _)| *key == spec.key) else { continue };
            let at = CellRef { sheet: self.sheet, row, column };
            fields.insert(spec.key, field(model, at, spec.kind, cell));
        }
        self.push(row, 0, fields);
    }

    /// Adds a field of `Umowa`: one to a row.
    pub fn agreement(&mut self, model: &mut Model, key: &'static str, cell: &Cell) {
        let Some(spec) = schema::table(self.table.id).column(key) else { return };
        let row = self.next_row();
        let at = CellRef { sheet: self.sheet, row, column: 1 };
        let fields = BTreeMap::from([(spec.key, field(model, at, spec.kind, cell))]);
        self.push(row, 0, fields);
    }

    /// Hands the table over: every row gets every column that some row has, blank where it has none.
    pub fn finish(mut self, submission: &mut Submission) {
        let columns = schema::table(self.table.id).columns.iter().map(|c| c.key);
        let has = |key: &&'static str| self.table.rows.iter().any(|row| row.fields.contains_key(key));
        self.table.columns = columns.filter(|key| has(key)).collect();
        if self.table.id != TableId::Agreement {
            for (column, spec) in (0..).zip(schema::table(self.table.id).columns) {
                if !self.table.columns.contains(&spec.key) {
                    continue;
                }
                for row in &mut self.table.rows {
                    let at = CellRef { sheet: self.sheet, row: row.at.row, column };
                    let blank = || Field { at, datum: None, seen: String::new() };
                    row.fields.entry(spec.key).or_insert_with(blank);
                }
            }
        }
        submission.tables.push(self.table);
    }

    fn next_row(&self) -> u32 {
        u32::try_from(self.table.rows.len()).unwrap_or(u32::MAX - 1) + 1
    }

    fn push(&mut self, row: u32, column: u32, fields: BTreeMap<&'static str, Field>) {
        self.table.rows.push(Row { at: CellRef { sheet: self.sheet, row, column }, fields, rejected: false });
    }
}

fn field(model: &mut Model, at: CellRef, kind: Kind, cell: &Cell) -> Field {
    let datum = match cell {
        Cell::Plain(datum) => Some(datum.clone()),
        Cell::Node(node) => {
            model.stand_for(at, *node);
            datum(kind, model.value(*node))
        }
    };
    let seen = datum.as_ref().map(seen).unwrap_or_default();
    Field { at, datum, seen }
}

/// A node's value in the form that the column has. Every amount of a forecast is rounded to the grosz by its formula.
fn datum(kind: Kind, value: &Value) -> Option<Datum> {
    let Value::Number(number) = value else {
        return match value {
            Value::Text(text) => Some(Datum::Text(text.clone())),
            Value::Blank | Value::Number(_) => None,
        };
    };
    let day = || number.to_i64().and_then(Day::from_serial);
    match kind {
        Kind::Amount => Money::from_exact(number).map(Datum::Amount),
        Kind::Day => day().map(Datum::Day),
        Kind::Month => day().map(|d| Datum::Month(d.month())),
        _ => Some(Datum::Number(number.clone())),
    }
}

/// For the width of columns only.
fn seen(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => text.clone(),
        Datum::Choice(word) => (*word).to_owned(),
        Datum::Amount(amount) => amount.to_string(),
        Datum::Day(day) => day.to_string(),
        Datum::Month(month) => month.to_string(),
        Datum::Number(number) => number.to_short(4),
        Datum::Yes(yes) => if *yes { "TAK" } else { "NIE" }.to_owned(),
    }
}
