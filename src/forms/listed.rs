//! What a paper other than a settlement shows: rows made elsewhere, cell by cell, under the names of fields.
//!
//! The request by months, the list of documents, the periods of interest: each is a form in `report-templates/` whose
//! rows are not assistants. Whoever knows the figures hands them over here; the form's file alone has the words.

use std::collections::BTreeMap;

use crate::calc::NodeId;

/// A value of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A node of the model.
    Node(NodeId),
    /// Text that is no part of the model.
    Text(String),
}

/// Rows and single values by the names of their fields.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// Rows in order; a field that a row lacks is left empty.
    pub rows: Vec<BTreeMap<&'static str, Value>>,
    /// Values that stand once on the form.
    pub once: BTreeMap<&'static str, Value>,
}
