//! The division of the settlement's paragraphs over the documents of the list, and its rounding.
//!
//! What each document costs unrounded is settled before; here nothing is said of whose payment it is.

use super::Draft;
use crate::calc::{Cond, Expr, Format, Model, NodeId};
use crate::settlement::cells::settled_round;
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_steps::{Block, Part};
use crate::settlement::{Line, Settled};

/// One part of one round in one paragraph, shared out over its documents.
#[derive(Clone, Debug)]
pub struct Division {
    /// Round of the settlement.
    pub round: usize,
    /// What is shared out.
    pub part: Part,
    /// Which paragraph.
    pub paragraph: Paragraph,
    /// Rows in the order of the list.
    pub steps: Vec<DivisionStep>,
}

/// The steps of one document.
#[derive(Clone, Copy, Debug)]
pub struct DivisionStep {
    /// Row of the list.
    pub row: usize,
    /// Its cost, unrounded, and the running sum.
    pub exact: [NodeId; 2],
    /// Its cost in grosze: running, own.
    pub cost: [NodeId; 2],
    /// Its co-financing by the month's own, unrounded, and the running sum.
    pub weight: Option<[NodeId; 2]>,
    /// Its co-financing in grosze: running, own.
    pub grant: Option<[NodeId; 2]>,
}

/// Shares one block of the settlement out, paragraph by paragraph.
pub(super) fn divided(settled: &mut Settled, drafts: &[Draft], block: &Block) -> Vec<Division> {
    let Settled { model, lines, .. } = settled;
    let mut all = Vec::new();
    for row in &block.rows {
        let members: Vec<(usize, &Draft, NodeId)> = drafts
            .iter()
            .enumerate()
            .filter(|(_, d)| d.paragraph == row.paragraph && lines[d.line].round == block.round)
            .filter_map(|(n, d)| Some((n, d, *d.exact.get(&block.part)?)))
            .filter(|(_, _, id)| !model.number(*id).is_zero())
            .collect();
        if members.is_empty() {
            continue;
        }
        let exact: Vec<NodeId> = members.iter().map(|(_, _, id)| *id).collect();
        let running = running(model, "Koszt narastająco", &exact);
        let whole = running.last().copied().unwrap_or(row.exact);
        let cost_to = |k: usize| settled_round(Expr::div(Expr::mul(row.cost, running[k]), whole));
        let cost = rounded(model, "Koszt dokumentu", row.cost, members.len(), cost_to);
        let grants = row.grant.map(|grant| {
            let weights: Vec<NodeId> =
                members.iter().map(|(_, d, id)| weight(model, &lines[d.line], block.part, *id)).collect();
            let run = self::running(model, "Dofinansowanie miesiąca narastająco", &weights);
            let all_weights = run.last().copied().unwrap_or(grant);
            let up_to = |k: usize| {
                let less = Expr::div(Expr::mul(grant, run[k]), all_weights);
                // More than the months' own: the rest goes by what each document's cost still leaves.
                let room = Expr::mul(Expr::sub(grant, all_weights), Expr::sub(running[k], run[k]));
                let more = Expr::add([run[k].into(), Expr::div(room, Expr::sub(whole, all_weights))]);
                let enough = Cond::AtLeast(all_weights.into(), grant.into());
                settled_round(Expr::when(enough, less, more))
            };
            let grants = rounded(model, "Dofinansowanie dokumentu", grant, members.len(), up_to);
            (weights, run, grants)
        });
        let steps = members.iter().enumerate().map(|(k, (index, _, _))| DivisionStep {
            row: *index,
            exact: [exact[k], running[k]],
            cost: cost[k],
            weight: grants.as_ref().map(|(weights, run, _)| [weights[k], run[k]]),
            grant: grants.as_ref().map(|(_, _, grants)| grants[k]),
        });
        all.push(Division {
            round: block.round,
            part: block.part,
            paragraph: row.paragraph,
            steps: steps.collect(),
        });
    }
    all
}

/// What of a document's cost the month's own co-financing would pay.
fn weight(model: &mut Model, line: &Line, part: Part, exact: NodeId) -> NodeId {
    let (co_financing, cost) = match part {
        Part::Employment => (line.employment_co_financing, line.wage_cost),
        Part::Supplement | Part::OtherPublic => (line.supplement_co_financing, line.supplement_cost),
    };
    let expr = Expr::div(Expr::mul(exact, co_financing), cost);
    model.formula("Dofinansowanie miesiąca przypadające na dokument", Format::Unrounded, expr)
}

/// Running sums.
fn running(model: &mut Model, label: &str, ids: &[NodeId]) -> Vec<NodeId> {
    let mut all: Vec<NodeId> = Vec::new();
    for id in ids {
        let expr = match all.last() {
            Some(before) => Expr::add([*before, *id]),
            None => Expr::Ref(*id),
        };
        all.push(model.formula(label, Format::Unrounded, expr));
    }
    all
}

/// Rounds a running sum and takes off what went before; the last is the whole.
fn rounded(
    model: &mut Model,
    label: &str,
    whole: NodeId,
    count: usize,
    up_to: impl Fn(usize) -> Expr,
) -> Vec<[NodeId; 2]> {
    let mut all: Vec<[NodeId; 2]> = Vec::new();
    for k in 0..count {
        let expr = if k + 1 == count { Expr::Ref(whole) } else { up_to(k) };
        let rounded = model.formula("Narastająco, zaokrąglone", Format::Money, expr);
        let expr = match all.last() {
            Some([before, _]) => Expr::sub(rounded, *before),
            None => Expr::Ref(rounded),
        };
        all.push([rounded, model.formula(label, Format::Money, expr)]);
    }
    all
}
