//! The share of the employment cost: under a monthly ceiling (shape A), or at a level of the whole (shapes C and D).

use super::component;
use super::figures::ComponentFigures;
use super::formulas;
use super::lines::Draft;
use super::rounding::Rounding;
use super::sharing::{BOOKED_EMPLOYMENT, ShareKeys, share_out, way_of_lines};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::readings::{BindingAward, LevelNotGiven};
use crate::programme::{Component, ContractShare, Mark};
use crate::records::{ContractForm, FundComponent, Position};

/// What a line gets from the share of wages.
#[derive(Clone, Copy, Debug)]
pub struct WageLine {
    /// Co-financing.
    pub co_financing: NodeId,
    /// Cost minus co-financing.
    pub own: NodeId,
}

const LINE_KEYS: ShareKeys =
    ShareKeys { running: "employment_running", shared: "employment_shared", part: "employment_co_financing" };

/// The level used: the one set in the agreement, never above the edition's ceiling, else that ceiling.
pub fn level(work: &mut Work<'_>) -> Option<NodeId> {
    let Component::WageShare { ceiling, seen, .. } = work.wage_rule()? else { return None };
    let ceiling_node = work.share("Najwyższy poziom dofinansowania kosztów zatrudnienia", ceiling);
    let otherwise = match seen {
        Some(seen) if work.programme.reads::<LevelNotGiven>() == LevelNotGiven::Seen => {
            work.share("Drugi ogłoszony poziom dofinansowania kosztów zatrudnienia", seen)
        }
        _ => ceiling_node,
    };
    let expr = work.agreement("level").map_or(Expr::Ref(otherwise), |given| {
        Expr::when(Cond::Blank(given), otherwise, Expr::min(given, ceiling_node))
    });
    let why = "poziom z umowy, a gdy go nie podano, najwyższy według edycji";
    Some(work.derived(
        "Poziom dofinansowania kosztów zatrudnienia",
        Format::Percent,
        expr,
        Mark::Inferred,
        why,
    ))
}

/// Settles the share of wages of one round; `lines` are the round's.
pub fn wages(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    sums: &mut TableBuilder,
    round: usize,
    lines: &[&Draft],
    level: Option<NodeId>,
) -> Option<(ComponentFigures, Vec<WageLine>)> {
    let costs: Vec<NodeId> = lines.iter().map(|l| l.wage_cost).collect();
    let cost = Expr::Sum(costs.clone());
    let rounding = Rounding::of_employment(work.programme);
    // The limits as weights of the lines; their sum where it makes the limit; else the level of the whole cost does.
    let (weights, sum, level) = match work.wage_rule()? {
        Component::WageShareUnderCeiling { by_contract, .. } => {
            let limits = limits_under_ceiling(work, table, lines, by_contract, rounding);
            (limits.clone(), Some(Expr::Sum(limits)), None)
        }
        Component::WageShare { .. } => {
            let level = level?;
            // The lines need limits of their own only where they are rounded, or paid until the money runs out.
            let in_order = work.programme.reads::<BindingAward>() == BindingAward::InTimeOrder;
            let limits: Option<Vec<NodeId>> = (in_order || rounding.is_of_lines()).then(|| {
                let each = |line: &&Draft| {
                    let limit = rounding.line(formulas::of_cost(level, line.wage_cost));
                    table.formula(&mut work.model, line.row, "wage_limit", limit)
                };
                lines.iter().map(each).collect()
            });
            let sum = limits.clone().filter(|_| rounding.is_of_lines()).map(Expr::Sum);
            (limits.unwrap_or_else(|| costs.clone()), sum, Some(level))
        }
        _ => return None,
    };
    let limit = |sum: Option<NodeId>, cost: NodeId| match (sum, level) {
        // Lines rounded one by one add up to whole grosze.
        (Some(sum), Some(_)) => sum.into(),
        (Some(sum), None) => rounding.sum(sum.into()),
        (None, Some(level)) => rounding.sum(formulas::of_cost(level, cost)),
        (None, None) => Expr::whole(0),
    };
    let figures = component::settle(work, sums, FundComponent::EmploymentCost, round, cost, sum, limit);
    let rows: Vec<usize> = lines.iter().map(|l| l.row).collect();
    let (sharing, booked) = way_of_lines(work, table, lines, BOOKED_EMPLOYMENT);
    let weights = booked.as_ref().unwrap_or(&weights);
    let parts = share_out(work, table, &rows, weights, figures.co_financing, &sharing, LINE_KEYS);
    let result = rows
        .iter()
        .zip(&costs)
        .zip(&parts)
        .map(|((row, cost), part)| WageLine {
            co_financing: *part,
            own: table.formula(&mut work.model, *row, "employment_own", Expr::sub(*cost, *part)),
        })
        .collect();
    Some((figures, result))
}

fn limits_under_ceiling(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    lines: &[&Draft],
    by_contract: &[ContractShare],
    rounding: Rounding,
) -> Vec<NodeId> {
    let rules: Vec<((Position, ContractForm), NodeId, NodeId)> = by_contract
        .iter()
        // Figures of coordinators would only puzzle a municipality that employs none.
        .filter(|rule| {
            rule.position == Position::Assistant || lines.iter().any(|l| l.position == rule.position)
        })
        .map(|rule| {
            let name = match rule.position {
                Position::Assistant => rule.form.word().to_owned(),
                Position::Coordinator => format!("koordynator, {}", rule.form.word()),
            };
            let share = work.share(&format!("Udział w wynagrodzeniu: {name}"), &rule.share);
            let ceiling = work.money(&format!("Kwota maksymalna na etat i miesiąc: {name}"), &rule.ceiling);
            ((rule.position, rule.form), share, ceiling)
        })
        .collect();
    lines
        .iter()
        .map(|line| {
            let own = (line.position, line.form);
            let expr = rules.iter().find(|(of, ..)| *of == own).map_or(Expr::whole(0), |rule| {
                let (_, share, ceiling) = *rule;
                let mut factors = vec![Expr::Ref(ceiling), Expr::Ref(line.fte)];
                // Hours worked already hold the part of the month: a post taken from hours is not cut again.
                if !line.posts_from_hours {
                    factors.push(line.share_of_month.into());
                }
                let limit = match line.topped_up {
                    None => Expr::min(Expr::mul(share, line.wage_cost), Expr::Mul(factors)),
                    Some(got) => topped_up(share, line.wage_cost, Expr::Mul(factors), got),
                };
                rounding.line(limit)
            });
            table.formula(&mut work.model, line.row, "wage_limit", expr)
        })
        .collect()
}

/// What is left of the limit once the earlier edition's money is taken off it. The cost is net of that money already,
/// so it is added again before the share is taken: the ceiling binds the whole cost, not the rest.
fn topped_up(share: NodeId, net_cost: NodeId, ceiling: Expr, got: NodeId) -> Expr {
    let whole = Expr::mul(share, Expr::add([net_cost, got]));
    Expr::max(Expr::whole(0), Expr::sub(Expr::min(whole, ceiling), got))
}
