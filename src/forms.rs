//! (being built)

pub mod blank_input;
