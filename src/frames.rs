//! Tables for analysis: of one settlement, and of many municipalities. The one door to polars.
//!
//! Money is whole grosze in 64-bit integers and posts are text beside a scaled integer: polars' decimal type casts
//! half-to-even and has had wrong sums. A frame filters, stacks and adds; it never multiplies by a rate or a post, and
//! its sums are checked against what it came from.

pub mod assistant_months;
pub mod by;
pub mod export;
pub mod figures;
pub mod findings;
pub mod handed_in;
pub mod import;
pub mod municipalities;
pub mod place;
pub mod schema;
mod settlement;
mod table;

use polars::prelude::PolarsError;

pub use place::{Numbered, Place, numbered};
pub use settlement::{By, MONEY, Months};
pub use table::{Cell, ColumnInfo, Frame, Kind, Read, Table};

use crate::units::Money;

/// Why a frame could not be made, trusted or written.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// An amount does not fit 64 bits, or a sum might not.
    #[error("amounts in column {column} are too large to add")]
    TooLarge {
        /// Column.
        column: String,
    },
    /// The frame's sum is not that of what it came from: a fault of the program.
    #[error("column {column} adds up to {frame}, the settlement says {settled}")]
    Differs {
        /// Column.
        column: String,
        /// Sum in the frame.
        frame: Money,
        /// Sum in the settlement.
        settled: Money,
    },
    /// A file read as a table lacks a column, or has one of another type or one more.
    #[error("column {column} of table {table}")]
    Column {
        /// Table.
        table: &'static str,
        /// Column.
        column: String,
    },
    /// polars refused.
    #[error("{0}")]
    Polars(#[from] PolarsError),
    /// The disk refused.
    #[error("{0}")]
    Output(#[from] crate::output::OutputError),
}

/// polars' sums wrap around without a word, so the magnitudes must fit before anything is added.
fn room(column: &str, values: impl IntoIterator<Item = i64>) -> Result<(), FrameError> {
    let magnitude = values.into_iter().fold(0_u64, |sum, v| sum.saturating_add(v.unsigned_abs()));
    if i64::try_from(magnitude).is_ok() {
        Ok(())
    } else {
        Err(FrameError::TooLarge { column: column.to_owned() })
    }
}

/// The five tables of the entries of one run, or of a part of them.
#[derive(Clone, Debug)]
pub struct Frames {
    /// One row an entry.
    pub municipalities: Frame,
    /// One row an assistant, month and form of contract.
    pub assistant_months: Frame,
    /// One row an assistant.
    pub assistants: Frame,
    /// One row a file.
    pub files: Frame,
    /// One row a finding.
    pub findings: Frame,
}

impl Frames {
    /// Makes the tables and checks their sums against the entries.
    pub fn of(entries: &[Numbered<'_>]) -> Result<Self, FrameError> {
        let frames = Self {
            municipalities: municipalities::frame(entries)?,
            assistant_months: assistant_months::frame(entries)?,
            assistants: handed_in::assistants(entries)?,
            files: handed_in::files(entries)?,
            findings: findings::frame(entries)?,
        };
        municipalities::check(&frames.municipalities, entries)?;
        assistant_months::check(&frames.assistant_months, entries)?;
        Ok(frames)
    }

    /// Returns the tables in the order of the schema.
    pub fn all(&self) -> [&Frame; 5] {
        [&self.municipalities, &self.assistant_months, &self.assistants, &self.files, &self.findings]
    }
}
