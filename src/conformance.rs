//! The public record: what municipalities published, settled again and compared to the grosz.
//!
//! A case is data, never code: a folder of tables, or a row from which a submission is made. Each goes through the
//! real intake, checks and settlement. Nothing is printed here.

mod case;
mod compare;
mod fields;
mod load;
mod result;
mod rows;
mod submission;

pub use case::{Case, Kind, NotRecomputed, PublicRecord, PublishedFigure, Quantity};
pub use compare::{Counts, FigureOutcome, Outcome, Trouble, check, check_all, counts, run};
pub use result::object;
