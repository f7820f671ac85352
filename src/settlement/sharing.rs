//! Shares a total out to lines so that the lines add up to it by construction.
//!
//! Line *i* gets `round2(T × C(i) ÷ C(n)) − round2(T × C(i−1) ÷ C(n))`, where `C` is the running sum of the weights.

use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Expr, NodeId};

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

/// Shares `total` out over the rows in proportion to their weights. No weight at all gives every row zero.
pub fn share_out(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    rows: &[usize],
    weights: &[NodeId],
    total: NodeId,
    keys: ShareKeys,
) -> Vec<NodeId> {
    let mut running: Vec<NodeId> = Vec::with_capacity(rows.len());
    for (row, weight) in rows.iter().zip(weights) {
        let expr = running.last().map_or(Expr::Ref(*weight), |before| Expr::add([*before, *weight]));
        running.push(table.formula(&mut work.model, *row, keys.running, expr));
    }
    let Some(all) = running.last().copied() else { return Vec::new() };
    let mut before: Option<NodeId> = None;
    let mut parts = Vec::with_capacity(rows.len());
    for (row, sum) in rows.iter().zip(&running) {
        let shared = Expr::div(Expr::mul(total, *sum), all).round2();
        let shared = table.formula(&mut work.model, *row, keys.shared, shared);
        let part = before.map_or(Expr::Ref(shared), |b| Expr::sub(shared, b));
        parts.push(table.formula(&mut work.model, *row, keys.part, part));
        before = Some(shared);
    }
    parts
}
