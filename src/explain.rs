//! Answers "where does this amount come from": from the amount down to the cells that were handed in, each step with
//! its formula, the numbers put in, its rounding and its basis.
//!
//! The answer is made from a trace (`trace`) and a model of its formulas, and from nothing else: years later a workbook
//! alone is enough. It is a value ([`Explanation`]), printed as JSON as it is, or as text by [`text`]. Nothing is
//! computed here that the settlement did not compute, and nothing is judged: differences are `audit`'s.

pub mod address;
mod chain;
pub mod differences;
pub mod ground;
pub mod numbers;
pub mod text;
pub mod words;

#[cfg(test)]
mod tests;

use serde::Serialize;

pub use chain::{Limits, explain};
pub use ground::{At, Ground};

use crate::units::Exact;

/// Where an amount comes from.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Explanation {
    /// What was settled.
    pub settlement: About,
    /// The cells asked about.
    pub asked: Vec<Asked>,
    /// Cells of the chain that differ in the workbook from what was recorded.
    pub changed: Vec<Changed>,
    /// Steps from the amounts downwards; each is explained once.
    pub steps: Vec<Step>,
    /// Values that the steps took from what was handed in.
    pub inputs: Vec<Data>,
    /// Figures of the rules and of the run.
    pub parameters: Vec<Parameter>,
    /// Readings in force that the steps name.
    pub readings: Vec<Reading>,
    /// Cells that were not followed: too deep or too many.
    pub not_followed: usize,
}

/// What was settled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct About {
    /// Version of the program that settled.
    pub program: String,
    /// Id of the edition.
    pub programme: String,
    /// Its title.
    pub title: String,
    /// Its act.
    pub act: String,
    /// Municipality as typed.
    pub municipality: Option<String>,
    /// TERYT code as typed.
    pub teryt: Option<String>,
    /// Day the settlement speaks of, ISO.
    pub as_of: String,
    /// Not to be signed.
    pub draft: bool,
}

/// A cell asked about.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Asked {
    /// Where it stands.
    #[serde(flatten)]
    pub cell: Cell,
    /// Whose row it is: assistant, month, form of contract.
    pub of: String,
    /// What it is called.
    pub label: String,
    /// Stable name of the figure, where it was asked for by assistant.
    pub what: Option<String>,
    /// Its value.
    #[serde(flatten)]
    pub value: Written,
    /// Where the figure that it repeats stands.
    pub repeats: Option<Cell>,
    /// The step, datum or parameter that it is.
    pub is: Mark,
}

/// A cell by sheet and address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Cell {
    /// Sheet.
    pub sheet: String,
    /// Address, such as `H14`.
    pub cell: String,
}

/// A value as people read it and as it is.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Written {
    /// As Poles write it.
    pub value: String,
    /// The number without any rounding, as a fraction; none for a text or a blank.
    pub exact: Option<Exact>,
}

/// What a cell is in the explanation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// A step, by its number.
    Step(usize),
    /// A group of input cells, by its number.
    Data(usize),
    /// A parameter, by its number.
    Parameter(usize),
    /// Not followed.
    Left,
}

/// A step: one formula, used in one row or in many.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Step {
    /// Its number in this explanation.
    pub number: usize,
    /// What it is called.
    pub label: String,
    /// Sheet where it stands.
    pub sheet: String,
    /// The formula in words.
    pub formula: String,
    /// The rounding in words, where there is one.
    pub rounding: Option<String>,
    /// Legal basis, empty for plain arithmetic.
    pub basis: String,
    /// Names of the readings it rests on.
    pub readings: Vec<String>,
    /// The cells of the step.
    pub rows: Vec<Row>,
}

/// A step in one cell.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Row {
    /// Address on the step's sheet.
    pub cell: String,
    /// Whose row it is: assistant, month, form of contract.
    pub of: String,
    /// The formula with its numbers.
    pub numbers: String,
    /// The conditions that decided.
    pub because: Vec<Because>,
    /// The value before the rounding, where rounding changed it.
    pub before_rounding: Option<Written>,
    /// The result.
    #[serde(flatten)]
    pub result: Written,
    /// The formula as the cell holds it.
    pub spreadsheet: String,
    /// What it rests on.
    pub uses: Vec<Use>,
}

/// A condition and its answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Because {
    /// The condition.
    pub condition: String,
    /// Does it hold?
    pub holds: bool,
}

/// A cell that a step rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Use {
    /// Where it stands.
    #[serde(flatten)]
    pub cell: Cell,
    /// What it is in this explanation.
    pub is: Mark,
}

/// Cells of one column that was handed in.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Data {
    /// Number in this explanation.
    pub number: usize,
    /// Heading of the column.
    pub label: String,
    /// File.
    pub file: String,
    /// Sheet of the file.
    pub sheet: String,
    /// The cells.
    pub cells: Vec<Datum>,
}

/// A cell that was handed in.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Datum {
    /// Address in the file.
    pub cell: String,
    /// Whose row it is.
    pub of: String,
    /// Its value.
    #[serde(flatten)]
    pub value: Written,
    /// Where the workbook keeps its copy.
    pub copy: Cell,
}

/// A figure of the rules or of the run.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Parameter {
    /// Number in this explanation.
    pub number: usize,
    /// What it is called.
    pub label: String,
    /// Its value.
    #[serde(flatten)]
    pub value: Written,
    /// Where it stands.
    pub at: Cell,
    /// How sure it is, in Polish; empty for what follows from the tables alone, such as a month.
    pub mark: String,
    /// Its source.
    pub source: String,
    /// How its clause was read.
    pub reading: String,
}

/// A reading in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Reading {
    /// Name of the switch.
    pub name: String,
    /// The way chosen.
    pub way: String,
    /// The question it answers.
    pub question: String,
    /// What the way means.
    pub meaning: String,
    /// On what ground; the letter where there is one.
    pub basis: String,
}

/// A cell of the chain that differs from what was recorded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Changed {
    /// Where.
    #[serde(flatten)]
    pub cell: Cell,
    /// What was recorded.
    pub recorded: String,
    /// What stands there now.
    pub now: String,
}
