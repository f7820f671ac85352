//! Changes of the settlement's formulas, one at a time: does a case expect another figure?
//!
//! A step is a column of a working table, or a label where a node stands in no table. A change is made in every row of
//! the step that has it, and every case that has it is tried until one fails.

use crate::case::Case;
use crate::rules::{share, verdict};
use crate::{cases, excused, report, step_mutants};
use rozlicz::calc::{Expr, NodeId, Origin};
use rozlicz::settlement::Settled;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The steps are dealt out to so many trials, which run side by side.
pub const PARTS: usize = 4;

/// A case settled under its own rules.
struct Base {
    case: &'static Case,
    settled: Settled,
    steps: BTreeMap<String, Vec<NodeId>>,
}

/// Changes of each step, with the cases that have them.
type Changes = BTreeMap<String, BTreeMap<String, Vec<usize>>>;

fn bases() -> Result<&'static (Vec<Base>, Changes), String> {
    static BASES: OnceLock<Result<(Vec<Base>, Changes), String>> = OnceLock::new();
    BASES.get_or_init(settle_all).as_ref().map_err(Clone::clone)
}

fn settle_all() -> Result<(Vec<Base>, Changes), String> {
    let mut bases = Vec::new();
    for case in cases()? {
        let Some(settled) = case.run(None)?.settled else { continue };
        if let Some(wrong) = case.wrong_figure(&settled) {
            return Err(format!("{} fails without any change: {wrong}", case.name));
        }
        let steps = steps(&settled);
        bases.push(Base { case, settled, steps });
    }
    let mut changes = Changes::new();
    for (index, base) in bases.iter().enumerate() {
        for (step, nodes) in &base.steps {
            let own: BTreeSet<String> = nodes
                .iter()
                .filter_map(|node| formula(&base.settled, *node))
                .flat_map(|expr| step_mutants::all(&expr))
                .map(|(name, _)| name)
                .collect();
            for name in own {
                changes.entry(step.clone()).or_default().entry(name).or_default().push(index);
            }
        }
    }
    Ok((bases, changes))
}

fn formula(settled: &Settled, node: NodeId) -> Option<Arc<Expr>> {
    match &settled.model.node(node).origin {
        Origin::Formula(expr) => Some(Arc::clone(expr)),
        Origin::Input(_) | Origin::Parameter => None,
    }
}

fn steps(settled: &Settled) -> BTreeMap<String, Vec<NodeId>> {
    let mut named: BTreeMap<NodeId, String> = BTreeMap::new();
    for table in &settled.tables {
        for row in &table.rows {
            for (step, node) in table.steps.iter().zip(row) {
                if let Some(node) = node {
                    named.entry(*node).or_insert_with(|| format!("{}/{}", table.sheet, step.key));
                }
            }
        }
    }
    let mut steps: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
    let count = u32::try_from(settled.model.len()).unwrap_or(u32::MAX);
    for node in (0..count).map(NodeId).filter(|n| !settled.model.is_constant(*n)) {
        if formula(settled, node).is_some() {
            let label = || format!("/{}", settled.model.node(node).label);
            steps.entry(named.get(&node).cloned().unwrap_or_else(label)).or_default().push(node);
        }
    }
    steps
}

/// Changes the steps of one part.
pub fn check(part: usize) -> Result<(), String> {
    let (bases, changes) = bases()?;
    let mut survivors: Vec<(String, String)> = Vec::new();
    let (mut tried, mut caught) = (0_usize, 0_usize);
    let own: Vec<_> = changes.iter().skip(part).step_by(PARTS).collect();
    let mut lately: Vec<usize> = Vec::new();
    for (step, names) in &own {
        for (name, having) in *names {
            tried += 1;
            let first = lately.iter().copied().filter(|i| having.contains(i));
            let rest = having.iter().copied().filter(|i| !lately.contains(i));
            let order: Vec<usize> = first.chain(rest).collect();
            match order.into_iter().find(|i| notices(&bases[*i], step, name)) {
                Some(by) => {
                    caught += 1;
                    lately.retain(|i| *i != by);
                    lately.insert(0, by);
                    lately.truncate(12);
                }
                None => survivors.push(((*step).clone(), name.clone())),
            }
        }
    }
    let places: BTreeSet<&String> = own.iter().map(|(step, _)| *step).collect();
    let judged = excused::judge("steps", &|place| places.iter().any(|p| *p == place), &survivors)?;
    report(format!(
        "steps part {part}: {} steps, {tried} changes, {caught} caught, {} cannot matter, {} not caught; {} %",
        own.len(),
        judged.excused,
        judged.listed + judged.open.len(),
        share(caught + judged.excused, tried),
    ));
    verdict(&judged)
}

fn notices(base: &Base, step: &str, name: &str) -> bool {
    let nodes = base.steps.get(step).map(Vec::as_slice).unwrap_or_default();
    let changes: BTreeMap<NodeId, Expr> = nodes
        .iter()
        .filter_map(|node| {
            let expr = formula(&base.settled, *node)?;
            step_mutants::all(&expr).into_iter().find(|(n, _)| n == name).map(|(_, new)| (*node, new))
        })
        .collect();
    let model = base.settled.model.with_formulas(&changes);
    if changes.keys().all(|node| model.value(*node) == base.settled.model.value(*node)) {
        return false;
    }
    let settled = Settled { model, ..base.settled.clone() };
    base.case.wrong_figure(&settled).is_some()
}
