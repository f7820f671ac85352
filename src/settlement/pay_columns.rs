//! Which columns of `Płace` hold which class of pay: the canonical sums, and the components with a column of their own.
//!
//! Base salary, gross pay and the seniority allowance are not here: one stands in the place of another, which
//! `settlement::payments` knows.

use super::work::Work;
use crate::calc::NodeId;
use crate::programme::Programme;
use crate::programme::pay_components::{self, PayClass};
use crate::records::{Submission, TableId};
use crate::source::CellRef;

/// A column of pay.
#[derive(Clone, Copy, Debug)]
pub struct PayColumn {
    /// Key in the schema.
    pub key: &'static str,
    /// What it adds to.
    pub class: PayClass,
    /// Does the base of 2023-2025 hold it, by the readings in force?
    pub in_base: bool,
    /// Paragraph of spending, where the component has a column of its own.
    pub paragraph: Option<&'static str>,
}

/// The columns that some table of the submission has, in the schema's order.
pub struct PayColumns(Vec<PayColumn>);

impl PayColumns {
    /// Looks the columns up and asks the edition's readings.
    pub fn of(submission: &Submission, programme: &Programme) -> Self {
        let tables: Vec<_> = submission.tables.iter().filter(|t| t.id == TableId::Pay).collect();
        let sum = |key, class| PayColumn { key, class, in_base: false, paragraph: None };
        let sums = [
            sum("other_contributory", PayClass::OtherContributory),
            sum("other_exempt", PayClass::OtherExempt),
        ];
        let components = pay_components::built_in().iter().filter(|c| !c.is_canonical());
        let own = components.flat_map(|c| {
            c.columns().map(|(key, _)| PayColumn {
                key,
                class: c.class,
                in_base: c.in_base(programme),
                paragraph: c.paragraph,
            })
        });
        Self(
            sums.into_iter()
                .chain(own)
                .filter(|c| tables.iter().any(|t| t.columns.contains(&c.key)))
                .collect(),
        )
    }

    /// Returns all columns.
    pub fn all(&self) -> impl Iterator<Item = &PayColumn> {
        self.0.iter()
    }

    /// Returns the key and the own paragraph of each column that the employer pays.
    pub fn paid_keys(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        self.0.iter().filter(|c| c.is_pay()).map(|c| (c.key, c.paragraph))
    }

    /// Returns the keys of the columns wanted.
    pub fn keys(&self, wanted: impl Fn(&PayColumn) -> bool) -> Vec<&'static str> {
        self.0.iter().filter(|c| wanted(c)).map(|c| c.key).collect()
    }

    /// Returns the cells of a row in the columns wanted.
    pub fn cells(&self, work: &Work<'_>, row: CellRef, wanted: impl Fn(&PayColumn) -> bool) -> Vec<NodeId> {
        self.0.iter().filter(|c| wanted(c)).filter_map(|c| work.cell(row, c.key)).collect()
    }
}

impl PayColumn {
    /// Is it paid by the employer at all?
    pub fn is_pay(&self) -> bool {
        self.class != PayClass::Benefit
    }

    /// Is it of the class?
    pub fn is(class: PayClass) -> impl Fn(&Self) -> bool {
        move |column| column.class == class
    }
}
