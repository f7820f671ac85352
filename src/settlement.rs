//! Pure computation: checked facts and an edition's rules in, figures out.
//!
//! Every figure is a node of a [`crate::calc::Model`]; nothing here knows files, sheets or the clock. The order is the
//! order of the law: who was employed when (`contracts`), what of the pay counts (`payments`), one line for each
//! assistant, month and form (`lines`), what the components give (`one_off`, `supplement`, `wages`, `component`),
//! how it is shared out (`sharing`), and the sums (`totals`, `families`).

pub mod books;
mod caseload;
pub(crate) mod cells;
mod component;
mod contracts;
mod families;
pub mod figures;
pub mod formulas;
mod hours;
mod lines;
mod mid_month;
mod one_off;
pub(crate) mod paragraph;
pub(crate) mod paragraph_parts;
pub(crate) mod paragraph_steps;
pub mod pay_columns;
mod payments;
mod posts;
pub mod rounding;
mod settle;
mod sharing;
mod supplement;
mod table;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_hours;
#[cfg(test)]
mod tests_pay;
mod totals;
pub mod unmet;
mod wages;
mod ways;
mod work;

pub use figures::*;
pub use payments::PaymentNodes;
#[cfg(test)]
pub(crate) use settle::settle_period;
pub use settle::{settle, settle_over};
pub(crate) use table::TableBuilder;
pub use ways::Ways;
