//! The request for the coming year: this year's staff carried forward by a plan, in three scenarios, as live formulas.
//!
//! A projection is a submission for the coming year whose cells are formulas over an assumptions sheet
//! ([`crate::calc::Model::stand_for`]). It is settled by the very steps that settle a real year
//! ([`crate::settlement::settle_over`]), once a scenario over one model, so the request, the award, the own
//! contribution and the cash follow when an assumption is changed in the workbook. Rules of a year that is not
//! announced are an edition carried over ([`Programme::for_year`]), and every sheet says so. Nothing here reads files.

mod assume;
mod build;
mod dues;
mod expect;
mod full_cost;
pub mod months;
mod pay;
mod plan;
mod project;
mod ranges;
pub mod request;
mod rows;
pub mod scenarios;
pub mod sensitivity;
pub mod sheets;
mod staff;
mod tables;
#[cfg(test)]
mod tests;
mod thirteenth;
mod today;
mod told;

pub use project::project;

use crate::calc::{Format, Model, NodeId};
use crate::finding::Finding;
use crate::programme::{Mark, Programme};
use crate::records::Submission;
use crate::settlement::StepTable;
use crate::source::CellRef;
use crate::units::{DayRange, Month};

/// One of the three ways the year may go. Each is a column of the assumptions sheet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Scenario {
    /// Less money and fewer people than hoped for.
    Careful,
    /// What the plan says.
    Base,
    /// Everything planned comes about.
    Ambitious,
}

impl Scenario {
    /// All, in the order of their columns.
    pub const ALL: [Self; 3] = [Self::Careful, Self::Base, Self::Ambitious];

    /// The Polish word of plan and workbook.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Careful => "ostrożny",
            Self::Base => "bazowy",
            Self::Ambitious => "ambitny",
        }
    }

    /// Its position among the columns, as in [`Self::ALL`].
    pub const fn column(self) -> usize {
        match self {
            Self::Careful => 0,
            Self::Base => 1,
            Self::Ambitious => 2,
        }
    }
}

/// A row of the assumptions sheet: a figure with its value in each scenario.
#[derive(Clone, Debug)]
pub struct AssumptionRow {
    /// Stable name, such as `raise_percent`.
    pub key: &'static str,
    /// What it is called, in Polish.
    pub label: String,
    /// How it is shown.
    pub format: Format,
    /// The nodes, as [`Scenario::ALL`]; one node thrice where all agree.
    pub values: [NodeId; 3],
    /// How sure.
    pub mark: Mark,
    /// Where it comes from, in Polish words: the act, the plan's cell, or "założenie".
    pub source: String,
}

/// A value of this year, or of a row of the plan, on which the forecast rests. Its node stands in no other table.
#[derive(Clone, Debug)]
pub struct BasisRow {
    /// Assistant, or vacancy; empty where it concerns everybody.
    pub assistant: String,
    /// What it is, in Polish.
    pub label: String,
    /// Month it is due for, where it is pay.
    pub month: Option<Month>,
    /// The node: a parameter, or a formula over those above.
    pub node: NodeId,
    /// Cell of this year's tables or of the plan; none of a formula.
    pub at: Option<CellRef>,
    /// The same in words: file, sheet, address; empty of a formula.
    pub place: String,
}

/// The thirteenth salary: a cost of the municipality that no edition refunds, and so no part of `Płace`.
#[derive(Clone, Debug)]
pub struct Thirteenth {
    /// Assistant, or vacancy.
    pub assistant: String,
    /// For this year's pay, paid in the coming year; none without pay this year.
    pub paid: Option<NodeId>,
    /// Employer's contributions on `paid`.
    pub paid_contributions: Option<NodeId>,
    /// For the coming year's pay, paid in the year after it; none for less than six months.
    pub earned: Option<NodeId>,
}

/// This year's staff carried to the coming year, in one scenario.
#[derive(Clone, Debug)]
pub struct Projected {
    /// Which.
    pub scenario: Scenario,
    /// The coming year's tables; their cells stand in the projection's model as formulas over the assumptions.
    pub submission: Submission,
    /// How pay comes about, month by month: the home of all nodes between assumptions and `Płace`.
    pub steps: StepTable,
    /// Thirteenth salaries, in the order of assistants.
    pub thirteenth: Vec<Thirteenth>,
}

/// The three projections over one model.
#[derive(Clone, Debug)]
pub struct Projection {
    /// The year asked about.
    pub year: i32,
    /// Its rules, carried over where they are not announced.
    pub programme: Programme,
    /// Are those rules another year's?
    pub assumed: bool,
    /// Days of the coming year.
    pub period: DayRange,
    /// Assumptions and the cells of all three projections.
    pub model: Model,
    /// Rows of the assumptions sheet in order.
    pub assumptions: Vec<AssumptionRow>,
    /// Values of this year and of the plan's rows, in order: a sheet must hold them, since formulas refer to them.
    pub basis: Vec<BasisRow>,
    /// As [`Scenario::ALL`].
    pub scenarios: Vec<Projected>,
    /// What is wrong with the plan; with an error nothing is written.
    pub findings: Vec<Finding>,
}
