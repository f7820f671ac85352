//! The rows of the list for the order that grants the supplements: one an assistant, form and kind.

use std::collections::BTreeSet;

use super::figures::GrantFigures;
use super::grants::counts_contributions;
use super::gross::{contribution, first};
use super::{Plan, Year};
use crate::calc::{Expr, Format, NodeId, Value};
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
    /// The same paid as one sum, where there are several months.
    pub one_sum: Option<OneSum>,
}

/// Several supplements paid as one sum. Contributions are then counted on the sum and rounded once, so that they come to a
/// few grosze less or more than month by month; less would cost a month its last grosz of the grant.
#[derive(Clone, Copy, Debug)]
pub struct OneSum {
    /// Contributions on the sum of the months.
    pub contributions: NodeId,
    /// That sum with them, less the cost of the months one by one: below nothing, a month loses.
    pub short: NodeId,
    /// The smallest sum that costs as much as the months: a number that may be changed.
    pub gross: NodeId,
    /// What it costs.
    pub cost: NodeId,
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
pub fn order(year: &Year<'_>, plan: &mut Plan) -> Order {
    let counted = counts_contributions(year);
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
        let one_sum = if counted && grants.len() > 1 { one_sum(plan, &grants, gross, cost) } else { None };
        rows.push(OrderRow {
            one_sum,
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

fn one_sum(plan: &mut Plan, grants: &[usize], gross: NodeId, cost: NodeId) -> Option<OneSum> {
    let rates: Vec<NodeId> = plan.nodes[grants[0]].contributions.iter().map(|(rate, _)| *rate).collect();
    let model = &mut plan.all.model;
    let on = |gross: Expr| Expr::Add(rates.iter().map(|rate| contribution(*rate, gross.clone())).collect());
    let with = |gross: Expr| Expr::Add(vec![gross.clone(), on(gross)]);
    let target = model.number(cost);
    let enough = |sum: Money| with(Expr::Number(sum.to_exact())).number(model) >= target;
    let smallest = first(enough)?;
    let value = Value::Number(smallest.to_exact());
    let enough = model.parameter("Jedna kwota brutto, która wystarcza", Format::Money, value);
    Some(OneSum {
        contributions: model.formula("Składki od jednej kwoty", Format::Money, on(gross.into())),
        short: model.formula("Różnica kosztu", Format::Money, Expr::sub(with(gross.into()), cost)),
        gross: enough,
        cost: model.formula("Koszt jednej kwoty", Format::Money, with(enough.into())),
    })
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
