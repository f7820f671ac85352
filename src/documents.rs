//! The papers beside the settlement: statement (F2), list of accounting documents (F5), figures for the half-year report.
//!
//! Each is built over a settlement's own model, so that its cells are live formulas down to the input. Words of forms
//! stand in `report-templates/`; data sheets of ours stand here, in Polish. No file is read or written here.

pub mod half_year;
pub mod list;
pub mod list_sheets;
pub mod staff;
pub mod statement;
#[cfg(test)]
mod tests;

use crate::records::HalfYear;

/// A paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// The statement of acceptance or refusal.
    Statement,
    /// The list of accounting documents.
    List,
    /// Figures for the half-year report.
    HalfYear,
}

impl Kind {
    /// All, in the order of the workbook.
    pub const ALL: [Self; 3] = [Self::Statement, Self::List, Self::HalfYear];

    /// The word of the command line and of the JSON result.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::List => "documents",
            Self::HalfYear => "half-year",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Papers by name; none: all that the edition has.
    pub kinds: Vec<Kind>,
    /// The statement refuses the award.
    pub refuse: bool,
    /// Number of the correction that the forms are.
    pub correction: Option<u32>,
    /// Which half-year; none: the last one settled.
    pub half: Option<HalfYear>,
}

/// The version of a form that corrects an earlier one. Nothing tells whether a form without a number is the first.
pub fn version(correction: u32) -> String {
    format!("korekta nr {correction}")
}

impl Asked {
    /// Is the paper to be made?
    pub fn wants(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}
