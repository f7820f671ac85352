//! Rows of `Płace`: what the contracts of a person add up to in a month, with the contributions on it.

use std::collections::BTreeMap;

use super::super::assume::minimum_of;
use super::super::build::Build;
use super::super::dues::{Dues, LabourFund};
use super::super::rows::{Cell, Draft};
use super::{Part, Pay};
use crate::calc::{Cond, Expr, NodeId};
use crate::records::{ContractForm, Contribution, Datum};
use crate::settlement::StepTable;
use crate::units::Month;

/// Pay of each month under employment contracts, by assistant.
pub type Earned = BTreeMap<String, Vec<Vec<NodeId>>>;

/// A column that adds up parts: its key, what it takes of each, and whether contributions rest on it.
type Sum = (&'static str, fn(&Part) -> Option<NodeId>, bool);

const SUMS: [Sum; 8] = [
    ("hours", |p| p.hours, false),
    ("base", |p| p.base, true),
    ("seniority", |p| p.seniority, true),
    ("other_contributory", |p| p.other_contributory, true),
    ("other_exempt", |p| p.other_exempt, false),
    ("supplement", |p| p.supplement, true),
    ("motivation", |p| p.motivation, true),
    ("other_public", |p| p.other_public, false),
];

impl Pay<'_, '_> {
    /// Writes the rows of `Płace` and returns the steps.
    ///
    /// Returns too what each person earns under employment contracts, month by month, that bears contributions.
    pub fn finish(mut self, draft: &mut Draft) -> (StepTable, Earned) {
        let mut earned = Earned::new();
        for ((assistant, form, month), parts) in std::mem::take(&mut self.months) {
            let pay = self.row(draft, &assistant, form, month, &parts);
            if form == ContractForm::Employment {
                earned.entry(assistant).or_default().push(pay);
            }
        }
        (self.table.finish(), earned)
    }

    fn row(
        &mut self,
        draft: &mut Draft,
        assistant: &str,
        form: ContractForm,
        month: Month,
        parts: &[Part],
    ) -> Vec<NodeId> {
        let mut cells: Vec<(&'static str, Cell)> = vec![
            ("assistant", Cell::Plain(Datum::Text(assistant.to_owned()))),
            ("month", Cell::Plain(Datum::Month(month))),
            ("form", Cell::Plain(Datum::Choice(form.word()))),
            ("paid_on", Cell::Plain(Datum::Day(self.build.last_working_day(month)))),
        ];
        let Build { model, assumed, .. } = &mut *self.build;
        let mut put = |key: &'static str, expr: Expr| {
            let node = draft.formula(model, key, expr);
            cells.push((key, Cell::Node(node)));
            node
        };
        if let Some(nominal) = parts.iter().find_map(|p| p.nominal) {
            put("nominal_hours", nominal.into());
        }
        let mut contributory: Vec<NodeId> = Vec::new();
        for (key, pick, bears_contributions) in SUMS {
            let nodes: Vec<NodeId> = parts.iter().filter_map(pick).collect();
            let node = match nodes.as_slice() {
                [] => continue,
                [one] => put(key, Expr::Ref(*one)),
                many => put(key, Expr::Sum(many.to_vec())),
            };
            if bears_contributions {
                contributory.push(node);
            }
        }
        let dues = parts.iter().find_map(|p| p.dues).unwrap_or(Dues::NEW);
        let pay = Expr::add(contributory.iter().copied());
        for (which, due) in dues.each() {
            let mut expr = assumed.contribution(which, pay.clone(), self.scenario).filter(|_| due);
            if which == Contribution::LabourFund && dues.labour_fund == LabourFund::FromMinimum {
                let minimum = assumed.get(minimum_of(month, false), self.scenario);
                expr = expr.map(|due| from_minimum(minimum, &pay, due));
            }
            put(which.key(), expr.unwrap_or(Expr::whole(0)));
        }
        let paid_on = assumed.get("december_contributions_day", self.scenario);
        if let Some(day) = paid_on.filter(|_| month.number == 12) {
            put("contributions_paid_on", day.into());
        }
        draft.row(model, &cells);
        contributory
    }
}

/// A contribution that is due on pay from the minimum up.
fn from_minimum(minimum: Option<NodeId>, pay: &Expr, due: Expr) -> Expr {
    match minimum {
        Some(minimum) => Expr::when(Cond::AtLeast(pay.clone(), minimum.into()), due, Expr::whole(0)),
        None => due,
    }
}
