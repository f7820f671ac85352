//! Leaf types of the field: exact numbers, money, posts, days, months, codes.
//!
//! Nothing here reads or writes anything, knows a workbook or knows the law. Binary floating point does not occur.

pub mod day;
pub mod exact;
pub mod money;
pub mod teryt;

pub use day::{Day, DayRange, Month};
pub use exact::Exact;
pub use money::Money;
pub use teryt::TerytCode;
