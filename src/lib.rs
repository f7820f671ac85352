//! rozlicz settles the Polish "Asystent rodziny" programme.
//!
//! The pipeline, in the order in which data passes:
//! intake (workbooks → records and findings) → checks (records and rules → findings) → settlement (→ figures as a
//! model of formulas) → forms (figures → grid) → output (grid → file). `pipeline` strings them together; `cli` is the
//! program around it. Each foreign crate is named in one module (docs/architecture.md).

pub mod audit;
pub mod calc;
pub mod calendar;
pub mod capsule;
pub mod checks;
pub mod cli;
pub mod close;
pub mod conformance;
pub mod consolidate;
pub mod correction;
pub mod digest;
pub mod documents;
pub mod estimate;
pub mod explain;
pub mod finding;
pub mod forms;
#[cfg(feature = "analytics")]
pub mod frames;
pub mod grid;
pub mod intake;
pub mod interest;
pub mod locale;
pub mod output;
pub mod pipeline;
pub mod programme;
pub mod radar;
pub mod recalc;
pub mod records;
pub mod settlement;
pub mod source;
pub mod trace;
pub mod units;
pub mod witness;
