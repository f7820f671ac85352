//! (being built)

pub mod blank_input;
pub mod working;
