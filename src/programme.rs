//! Rules of an edition as types, loaded from `programmes/<id>/programme.toml`.
//!
//! Every figure carries its mark and its source. The loader refuses what it does not understand and never borrows a
//! figure from another year. Records and workbooks are not known here.

mod asked;
pub mod awards;
pub mod build;
pub mod calendar;
pub mod catalogue;
mod choosing;
pub mod coming;
mod for_year;
pub mod given;
pub mod law;
pub mod load;
pub mod national;
pub mod overlaps;
pub mod page;
pub mod pay_components;
pub mod reader;
pub mod readings;
pub mod refusal;
pub mod rules;
pub mod series;
pub mod show;
pub mod when;
pub mod yearly_duties;

pub use catalogue::Catalogue;
pub use choosing::nearest as nearest_name;
pub use given::{Given, GivenFigure, same_value};
pub use national::{AbsenceKind, National};
pub use refusal::ProgrammeError;
pub use rules::*;
