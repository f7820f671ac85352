//! Which conditions of a supplement a month does not meet.
//!
//! Whether a month qualifies is the settlement's own formula. Its parts are asked one by one, so that no second reading
//! of the conditions can drift away from the first.

use super::Settled;
use crate::calc::{Cond, Expr, Model, NodeId, Origin};

/// A condition that is not met, in the order in which they are told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unmet {
    /// Not employed on the day the request was filed.
    RequestDay,
    /// No post in the month.
    NoPost,
    /// The hours worked are not known.
    HoursUnknown,
    /// Too few hours.
    Hours,
    /// Too many families, where a reading takes the money away.
    Families,
    /// The whole month of incapacity, or another condition of the edition.
    Other,
}

/// Returns what a line does not meet, each once; nothing where it qualifies, or where the edition does not ask for hours.
pub fn unmet(settled: &Settled, line: usize) -> Vec<Unmet> {
    let model = &settled.model;
    let Some(qualifies) = settled.lines.get(line).and_then(|line| line.qualifies) else { return Vec::new() };
    let conditions = conditions(model, qualifies);
    // An edition that asks for nothing but the amount has one condition, which says nothing.
    if conditions.len() < 2 {
        return Vec::new();
    }
    let needed = settled.step("Obliczenia", line, "hours_needed");
    let mut all: Vec<Unmet> =
        conditions.iter().filter(|c| !c.eval(model)).map(|c| judged(model, c, needed)).collect();
    all.sort_unstable();
    all.dedup();
    // Hours that are not known are not also too few.
    if all.contains(&Unmet::HoursUnknown) {
        all.retain(|one| *one != Unmet::Hours);
    }
    all
}

/// The parts of the condition under which a line qualifies.
fn conditions(model: &Model, id: NodeId) -> Vec<Cond> {
    let Origin::Formula(expr) = &model.node(id).origin else { return Vec::new() };
    match expr.as_ref() {
        Expr::If(cond, _, _) => match cond.as_ref() {
            Cond::All(parts) => parts.clone(),
            other => vec![other.clone()],
        },
        _ => Vec::new(),
    }
}

/// Which of the conditions it is that fails.
fn judged(model: &Model, cond: &Cond, needed: Option<NodeId>) -> Unmet {
    let is_needed = |expr: &Expr| matches!(expr, Expr::Ref(id) if Some(*id) == needed);
    match cond {
        Cond::Equal(..) => Unmet::RequestDay,
        Cond::Greater(Expr::Ref(_), Expr::Number(_)) => Unmet::NoPost,
        Cond::Not(_) | Cond::Greater(Expr::Number(_), Expr::Number(_)) => Unmet::HoursUnknown,
        Cond::AtLeast(Expr::Ref(worked), bound) if is_needed(bound) && model.value(*worked).is_blank() => {
            Unmet::HoursUnknown
        }
        Cond::AtLeast(_, bound) if is_needed(bound) => Unmet::Hours,
        Cond::AtLeast(..) => Unmet::Families,
        _ => Unmet::Other,
    }
}
