//! The rows of the list for the order that grants the supplements: one an assistant, form and kind.

use std::collections::BTreeSet;

use super::Plan;
use super::figures::GrantFigures;
use crate::calc::{Format, NodeId};
use crate::settlement::cells::total_of;
use crate::units::{Money, Month};

/// A row of the list.
#[derive(Clone, Debug)]
pub struct OrderRow {
    /// Its grants, by position in the plan, in the order of months.
    pub grants: Vec<usize>,
    /// Months.
    pub months: Vec<Month>,
    /// The gross of each month where all have one.
    pub each: Option<Money>,
    /// Gross, contributions, cost, from the programme, own.
    pub sums: [NodeId; 5],
}

/// The list.
#[derive(Clone, Debug)]
pub struct Order {
    /// Rows.
    pub rows: Vec<OrderRow>,
    /// Sums of all rows, as [`OrderRow::sums`].
    pub total: [NodeId; 5],
}

/// Adds the sums to the plan's model.
pub fn order(plan: &mut Plan) -> Order {
    let mut rows = Vec::new();
    for grants in groups(plan) {
        let pick = |of: fn(&GrantFigures) -> NodeId| -> Vec<NodeId> {
            grants.iter().map(|i| of(&plan.figures[*i])).collect()
        };
        let parts = [pick(|f| f.gross), pick(|f| f.on_it), pick(|f| f.from_programme), pick(|f| f.own)];
        let model = &mut plan.all.model;
        let [gross, on_it, from_programme, own] =
            parts.map(|ids| total_of(model, "Dodatki asystenta", Format::Money, &ids));
        let cost = total_of(model, "Koszt dodatków asystenta", Format::Money, &[gross, on_it]);
        let amounts: BTreeSet<Money> = grants.iter().map(|i| plan.grants[*i].gross).collect();
        rows.push(OrderRow {
            months: grants.iter().map(|i| plan.grants[*i].month).collect(),
            each: amounts.first().copied().filter(|_| amounts.len() == 1),
            grants,
            sums: [gross, on_it, cost, from_programme, own],
        });
    }
    let total = [0, 1, 2, 3, 4].map(|column: usize| {
        let ids: Vec<NodeId> = rows.iter().map(|r| r.sums[column]).collect();
        total_of(&mut plan.all.model, "Razem", Format::Money, &ids)
    });
    Order { rows, total }
}

/// Grants of one person, form and kind, in the order of months.
fn groups(plan: &Plan) -> Vec<Vec<usize>> {
    let key = |i: &usize| {
        let grant = &plan.grants[*i];
        (grant.assistant, grant.form, grant.tops_up)
    };
    let mut sorted: Vec<usize> = (0..plan.grants.len()).collect();
    sorted.sort_by_key(|i| (key(i), plan.grants[*i].month));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for index in sorted {
        match groups.last_mut().filter(|g| key(&g[0]) == key(&index)) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}
