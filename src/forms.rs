//! (being built)

pub mod working;
