//! Which cell is wrong, when several sums disagree.
//!
//! A figure that three places contradict by the same amount is wrong itself; a sum that nothing but its own lines
//! contradicts is a wrong sum. Each turn takes the cell whose correction mends most and breaks least; of equals the one
//! that is computed, since a line is what the municipality reports.

use std::collections::BTreeMap;

use super::equations::Equation;
use super::ledger::Cell;
use crate::units::Exact;

/// Contradictions beyond which nothing is weighed: every computed cell is named by itself.
const MOST_WEIGHED: usize = 300;

/// A cell that does not agree with the others.
#[derive(Clone, Debug)]
pub struct Culprit {
    /// The cell.
    pub cell: usize,
    /// What it should hold.
    pub expected: Exact,
    /// The equations that this mends, by position.
    pub mends: Vec<usize>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Cells that are wrong.
    pub culprits: Vec<Culprit>,
    /// Equations that are out by no more than the rounding of the figures shown, by position.
    pub rounded: Vec<(usize, Exact)>,
    /// Values to compute with from here on, where they differ from those typed.
    pub corrected: BTreeMap<usize, Exact>,
}

/// Weighs all equations.
pub fn judge(cells: &[Cell], equations: &[Equation]) -> Judged {
    let mut judged = Judged::default();
    let mut of_cell: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, equation) in equations.iter().enumerate() {
        for (cell, _) in equation.terms() {
            of_cell.entry(cell).or_default().push(i);
        }
    }
    let mut residuals: Vec<Exact> = equations.iter().map(|e| residual(e, cells, &judged.corrected)).collect();
    let tolerance: Vec<Exact> = equations.iter().map(|e| e.slack(cells)).collect();
    let mut open: Vec<usize> = Vec::new();
    for (i, residual) in residuals.iter().enumerate() {
        if residual.abs() > tolerance[i] {
            open.push(i);
        } else if residual.abs() * Exact::whole(1_000_000) >= Exact::one() {
            judged.rounded.push((i, residual.clone()));
        }
    }
    while let Some(first) = open.first().copied() {
        let best = if open.len() > MOST_WEIGHED {
            None
        } else {
            best(&open, equations, cells, &of_cell, &residuals, &tolerance)
        };
        let (cell, delta) = best.unwrap_or_else(|| (equations[first].target, residuals[first].clone()));
        let own = value(cells, &judged.corrected, cell);
        let expected = &own + &delta;
        judged.corrected.insert(cell, expected.clone());
        let mut mends = Vec::new();
        for i in of_cell.get(&cell).into_iter().flatten() {
            let before = open.contains(i);
            residuals[*i] = residual(&equations[*i], cells, &judged.corrected);
            let holds = residuals[*i].abs() <= tolerance[*i];
            // A sum over the cell that was right by its own lines is weighed no more, lest one slip be told often.
            if before && holds {
                mends.push(*i);
                open.retain(|o| o != i);
            }
        }
        if mends.is_empty() {
            open.retain(|o| *o != first);
            mends.push(first);
        }
        match judged.culprits.iter_mut().find(|c| c.cell == cell) {
            Some(known) => {
                known.expected = expected;
                known.mends.extend(mends);
            }
            None => judged.culprits.push(Culprit { cell, expected, mends }),
        }
    }
    judged
}

fn value(cells: &[Cell], corrected: &BTreeMap<usize, Exact>, cell: usize) -> Exact {
    corrected.get(&cell).or(cells[cell].value.as_ref()).cloned().unwrap_or_else(Exact::zero)
}

/// What the computed side has more than the cell: zero when both agree.
fn residual(equation: &Equation, cells: &[Cell], corrected: &BTreeMap<usize, Exact>) -> Exact {
    equation
        .terms()
        .map(|(cell, plus)| {
            let own = value(cells, corrected, cell);
            if plus { own } else { -own }
        })
        .sum()
}

/// Returns the cell and the change of it that mends most.
fn best(
    open: &[usize],
    equations: &[Equation],
    cells: &[Cell],
    of_cell: &BTreeMap<usize, Vec<usize>>,
    residuals: &[Exact],
    tolerance: &[Exact],
) -> Option<(usize, Exact)> {
    let mut best: Option<((i64, bool), usize, Exact)> = None;
    for i in open {
        for (cell, plus) in equations[*i].terms() {
            let delta = if plus { -residuals[*i].clone() } else { residuals[*i].clone() };
            let is_target = equations[*i].target == cell;
            let would = cells[cell].value.clone().unwrap_or_else(Exact::zero) + delta.clone();
            // Nobody reports an amount below zero, and a blank line is not where a sum goes wrong.
            if !is_target && (would.is_negative() || cells[cell].value.is_none()) {
                continue;
            }
            let mut score = 0_i64;
            for other in of_cell.get(&cell).into_iter().flatten() {
                let sign = equations[*other].terms().find(|(c, _)| *c == cell).is_some_and(|(_, plus)| plus);
                let moved = if sign { delta.clone() } else { -delta.clone() };
                let holds = (&residuals[*other] + &moved).abs() <= tolerance[*other];
                match (open.contains(other), holds) {
                    (true, true) => score += 1,
                    (false, false) => score -= 1,
                    _ => {}
                }
            }
            let rank = (score, is_target);
            if best.as_ref().is_none_or(|(known, ..)| rank > *known) {
                best = Some((rank, cell, delta));
            }
        }
    }
    best.filter(|((score, _), ..)| *score > 0).map(|(_, cell, delta)| (cell, delta))
}
