//! Interest on money of the programme that goes back: which debts bear it, by which rules, and how much.
//!
//! [`steps`] holds the arithmetic as nodes of a model; [`arrears`] reads its values for the checks. [`rates`] answers for
//! a day. Nothing here reads or writes files.

pub mod arrears;
pub mod charges;
mod faults;
pub mod paper;
pub mod rates;
mod split;
pub mod steps;
