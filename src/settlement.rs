//! Pure computation: checked facts and an edition's rules in, figures out.
//!
//! Every figure is a node of a [`crate::calc::Model`]; nothing here knows files, sheets or the clock.

pub mod figures;

pub use figures::*;
