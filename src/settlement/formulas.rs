//! The few formulas that bind a component's figures to each other, in one place: the settlement builds its steps from
//! them, and the audit of a strange report computes the report's own lines with them.

use crate::calc::{Expr, NodeId};

/// The limit by the post: the amount for a full post, in proportion.
pub fn by_post(amount: NodeId, posts: impl Into<Expr>) -> Expr {
    Expr::mul(amount, posts)
}

/// The limit by the cost: the highest share of it.
pub fn of_cost(share: NodeId, cost: impl Into<Expr>) -> Expr {
    Expr::mul(share, cost)
}

/// What the municipality bears itself.
pub fn own_contribution(cost: impl Into<Expr>, co_financing: impl Into<Expr>) -> Expr {
    Expr::sub(cost, co_financing)
}

/// Returns the formula of the principal still to come back: due with interest less interest less what came back, never
/// below zero. Returns are told without interest; interest that nobody tells is none.
pub fn left_to_return(due: NodeId, interest: Option<NodeId>, returned: NodeId) -> Expr {
    let principal = match interest {
        Some(interest) => Expr::sub(due, interest),
        None => Expr::Ref(due),
    };
    Expr::max(Expr::whole(0), Expr::sub(principal, returned))
}

/// Money that came and was not used.
pub fn unused(transferred: impl Into<Expr>, co_financing: impl Into<Expr>) -> Expr {
    Expr::max(Expr::whole(0), Expr::sub(transferred, co_financing))
}
