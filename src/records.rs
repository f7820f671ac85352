//! What the municipality told us: tables as read, and the same facts typed.
//!
//! [`schema`] names every table and column once; intake, `init`, the copied input sheets and the documentation all
//! use that list. A value that was not given is `None`, never zero. Nothing here knows workbooks or law.

pub mod kinds;
pub mod plan;
pub mod schema;
pub mod submission;

pub use kinds::{
    ContractForm, Contribution, FundComponent, FundingSource, HalfYear, InterestClause, Position,
};
pub use plan::{Plan, PlannedFigure, PlannedRaise, StaffChange, StaffEvent};
pub use schema::{ColumnSchema, Kind, Presence, TableId, TableSchema};
pub use submission::{
    Absence, Agreement, CaseloadMonth, Determination, Employment, Explanation, Family, FamilyTotals, Fund,
    Headings, LedgerLine, Payment, ReadingChoice, Refund, Submission,
};

use std::collections::BTreeMap;

use crate::source::CellRef;
use crate::units::{Day, Exact, Money, Month};

/// A value as read from a cell, in the form its column asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Datum {
    /// Text, trimmed.
    Text(String),
    /// An amount in złoty.
    Amount(Money),
    /// A calendar day.
    Day(Day),
    /// A calendar month.
    Month(Month),
    /// A post, hours, a share (a fraction of one) or a count.
    Number(Exact),
    /// TAK or NIE.
    Yes(bool),
    /// One of the column's words, in canonical spelling.
    Choice(&'static str),
}

/// A cell of a recognised column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// Where it stands.
    pub at: CellRef,
    /// The value; `None` when the cell is blank or could not be read.
    pub datum: Option<Datum>,
    /// What was seen, as text; empty for a blank cell.
    pub seen: String,
}

/// A data row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The row's first cell.
    pub at: CellRef,
    /// Cells by column key; a key is missing when the table has no such column.
    pub fields: BTreeMap<&'static str, Field>,
    /// Left out of all figures, because a finding of severity error lies on it.
    pub rejected: bool,
}

/// A table as recognised on a sheet.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which table it is.
    pub id: TableId,
    /// The first cell of its header row.
    pub header_at: CellRef,
    /// Keys of the columns found, in the schema's order.
    pub columns: Vec<&'static str>,
    /// Data rows in the order of the sheet.
    pub rows: Vec<Row>,
}
