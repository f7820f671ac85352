//! One figure before and after: the formulas of its sides and of their difference, each blank where what it rests on is.

use super::before::{Before, Previous};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Origin};

/// The figure before, as far as it is known.
#[derive(Clone, Copy)]
pub(super) enum Was {
    /// Nothing was settled.
    Nothing,
    /// It was settled, but the figure was not known.
    Unknown,
    /// The figure.
    Known(NodeId),
}

impl Was {
    /// Finds a figure of the settlement before; `nodes` are those of its figures, in their order.
    pub(super) fn of(
        previous: &Previous,
        nodes: &[Option<NodeId>],
        is_it: impl FnMut(&Before) -> bool,
    ) -> Self {
        match previous.figures.iter().position(is_it) {
            Some(index) => nodes[index].map_or(Self::Unknown, Self::Known),
            None => Self::Nothing,
        }
    }
}

/// Before, after, and the difference.
pub(super) type Sides = (Option<NodeId>, Option<NodeId>, NodeId);

/// Adds the figure now as a node of its own, and the difference. A node of its own, because a figure's home is the
/// sheet that explains it, which is not this one.
pub(super) fn row(model: &mut Model, words: &str, format: Format, was: Was, now: Option<NodeId>) -> Sides {
    let after = now.map(|id| {
        let link = unless_blank(model, id, Expr::Ref(id));
        model.formula(&format!("{words}: po"), format, link)
    });
    let (before, expr) = match (was, after) {
        (Was::Nothing, None) => (None, Expr::whole(0)),
        (Was::Nothing, Some(after)) => (None, unless_blank(model, after, Expr::Ref(after))),
        (Was::Unknown, _) => (None, Expr::Blank),
        (Was::Known(before), None) => (Some(before), Expr::sub(Expr::whole(0), before)),
        (Was::Known(before), Some(after)) => {
            (Some(before), unless_blank(model, after, Expr::sub(after, before)))
        }
    };
    let difference = model.formula(&format!("{words}: różnica"), format, expr);
    (before, after, difference)
}

/// Blank where a node is, without a condition where it never can be.
pub(super) fn unless_blank(model: &Model, id: NodeId, expr: Expr) -> Expr {
    if may_be_blank(model, id) { Expr::when(Cond::Blank(id), Expr::Blank, expr) } else { expr }
}

/// Can a node be blank? A figure of the settlement is where its formula says so.
pub(super) fn may_be_blank(model: &Model, id: NodeId) -> bool {
    match &model.node(id).origin {
        Origin::Formula(expr) => matches!(expr.as_ref(), Expr::If(..) | Expr::Blank),
        Origin::Input(_) | Origin::Parameter => model.value(id).is_blank(),
    }
}
