//! One formula, three renderings.
//!
//! A [`Model`] is a list of nodes: inputs (with the cell they came from), parameters and formulas over earlier nodes.
//! A formula is an [`Expr`]; it is evaluated in exact fractions when it is added, printed as a spreadsheet formula by
//! [`mod@print`] and as words by [`words`], all from the one definition. Nodes may only refer to earlier nodes, so there
//! is no cycle to detect. Nothing here knows the programme, sheets' looks or files.

pub mod expr;
pub mod model;
pub mod parse;
pub mod print;
pub mod words;

pub use expr::{Cond, Expr, Test};
pub use model::{Format, Model, Node, NodeId, Origin, Value};
