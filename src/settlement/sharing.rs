//! Shares a total out to lines so that the lines add up to it by construction.
//!
//! In proportion: line *i* gets `round2(T × C(i) ÷ C(n)) − round2(T × C(i−1) ÷ C(n))`, where `C` is the running sum of
//! the weights. In the order of months, and as booked, line *i* gets `min(T, round2(C(i))) − min(T, round2(C(i−1)))`,
//! where `C` runs over limits or over what was booked, and the last line takes what is left. The way is a reading.

use super::lines::Draft;
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Expr, NodeId};
use crate::programme::readings::BindingAward;
use crate::units::Month;

/// Keys of the three steps: running weight, running share, the line's share.
#[derive(Clone, Copy, Debug)]
pub struct ShareKeys {
    /// Running sum of weights.
    pub running: &'static str,
    /// Rounded share of the running sum.
    pub shared: &'static str,
    /// The line's part.
    pub part: &'static str,
}

/// How the total goes over the rows.
#[derive(Clone, Debug)]
pub enum Sharing {
    /// In proportion to the weights.
    InProportion,
    /// Row by row in this order of indices, each up to its weight.
    InOrder(Vec<usize>),
}

/// Shares `total` out over the rows by their weights. No weight at all gives every row zero.
pub fn share_out(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    rows: &[usize],
    weights: &[NodeId],
    total: NodeId,
    sharing: &Sharing,
    keys: ShareKeys,
) -> Vec<NodeId> {
    let order: Vec<usize> = match sharing {
        Sharing::InProportion => (0..rows.len()).collect(),
        Sharing::InOrder(order) => order.clone(),
    };
    let mut running: Vec<NodeId> = Vec::with_capacity(rows.len());
    for i in &order {
        let weight = weights[*i];
        let expr = running.last().map_or(Expr::Ref(weight), |before| Expr::add([*before, weight]));
        running.push(table.formula(&mut work.model, rows[*i], keys.running, expr));
    }
    let Some(all) = running.last().copied() else { return Vec::new() };
    let mut before: Option<NodeId> = None;
    let mut parts = vec![work.zero; rows.len()];
    for (place, (i, sum)) in order.iter().zip(&running).enumerate() {
        let last = place + 1 == order.len();
        let shared = match sharing {
            Sharing::InProportion => Expr::div(Expr::mul(total, *sum), all).round2(),
            Sharing::InOrder(_) if last => total.into(),
            Sharing::InOrder(_) => Expr::min(total, Expr::Ref(*sum).round2()),
        };
        let shared = table.formula(&mut work.model, rows[*i], keys.shared, shared);
        let part = before.map_or(Expr::Ref(shared), |b| Expr::sub(shared, b));
        parts[*i] = table.formula(&mut work.model, rows[*i], keys.part, part);
        before = Some(shared);
    }
    parts
}

/// Who takes a part of a total: a line, or an assistant.
#[derive(Clone, Debug)]
pub struct Taker {
    /// Row of its table.
    pub row: usize,
    /// The month by which its turn comes; none comes last.
    pub since: Option<Month>,
    /// Rows of `Płace` that belong to it.
    pub payments: Vec<usize>,
}

impl From<&Draft> for Taker {
    fn from(line: &Draft) -> Self {
        Self { row: line.row, since: Some(line.month), payments: line.payments.clone() }
    }
}

/// Returns how a component's money goes over its takers, and the weights where the limits are not they.
///
/// As booked needs the office's own amounts; where `Płace` has none for any taker, the money goes in proportion, and a
/// finding says so.
pub fn way(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    takers: &[Taker],
    keys: BookedKeys,
) -> (Sharing, Option<Vec<NodeId>>) {
    match work.programme.reads::<BindingAward>() {
        BindingAward::InProportion => (Sharing::InProportion, None),
        BindingAward::InTimeOrder => {
            let mut order: Vec<usize> = (0..takers.len()).collect();
            order.sort_by_key(|i| (takers[*i].since.is_none(), takers[*i].since, *i));
            (Sharing::InOrder(order), None)
        }
        BindingAward::AsBooked => {
            let cells: Vec<Vec<NodeId>> =
                takers.iter().map(|taker| work.payment_cells(&taker.payments, keys.column)).collect();
            if cells.iter().flatten().all(|cell| work.model.value(*cell).is_blank()) {
                return (Sharing::InProportion, None);
            }
            let booked = takers
                .iter()
                .zip(cells)
                .map(|(taker, cells)| table.formula(&mut work.model, taker.row, keys.step, Expr::Sum(cells)))
                .collect();
            (Sharing::InOrder((0..takers.len()).collect()), Some(booked))
        }
    }
}

/// As [`way`], for lines.
pub fn way_of_lines(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    lines: &[&Draft],
    keys: BookedKeys,
) -> (Sharing, Option<Vec<NodeId>>) {
    let takers: Vec<Taker> = lines.iter().map(|line| Taker::from(*line)).collect();
    way(work, table, &takers, keys)
}

/// Column of `Płace` and step that hold what the office booked on a component.
#[derive(Clone, Copy, Debug)]
pub struct BookedKeys {
    /// Column of `Płace`.
    pub column: &'static str,
    /// Step of the table of takers.
    pub step: &'static str,
}

/// What was booked on the supplement, by line.
pub const BOOKED_SUPPLEMENT: BookedKeys =
    BookedKeys { column: "booked_supplement", step: "supplement_booked" };

/// What was booked on the supplement, by assistant.
pub const BOOKED_ON_ASSISTANT: BookedKeys = BookedKeys { column: "booked_supplement", step: "booked" };

/// What was booked on the cost of employment.
pub const BOOKED_EMPLOYMENT: BookedKeys =
    BookedKeys { column: "booked_employment", step: "employment_booked" };
