//! Settlement forms: layouts as data, and their filling with a settlement's figures.
//!
//! A form is a folder in `report-templates/`; [`load`] reads and validates it, [`fields`] is the closed list of what a
//! cell may show, and [`mod@fill`] makes the sheets of a workbook. Nothing of a form's wording stands in Rust, nothing here
//! knows how a workbook is written, and no amount is worked out here except what the printed form itself adds up.

pub mod blank_input;
pub mod collected;
pub mod definition;
pub mod draft;
pub mod facts;
pub mod fields;
pub mod fill;
pub mod listed;
pub mod load;
pub mod notes;
#[cfg(test)]
mod sample;
pub mod working;

pub use definition::FormDefinition;
pub use facts::FormFacts;
pub use fill::{fill, fill_collective, fill_listed};
pub use load::{FormError, Forms};
pub use notes::notes;
