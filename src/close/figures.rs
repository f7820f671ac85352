//! The figures of each supplement to be granted, as nodes over the planned settlement.
//!
//! The settlement's own formulas, asked once more for one supplement: what it costs, what the share of that cost is, what
//! one grosz less and what the plain amount of the grant would earn. What the programme pays is the settlement's figure.

use std::collections::BTreeMap;

use super::Year;
use super::grants::{Grant, GrantNodes, counts_contributions};
use super::gross;
use super::units::{Unit, amount_and_share};
use crate::calc::{Expr, Format, Model, NodeId};
use crate::records::Contribution;
use crate::settlement::Settled;
use crate::settlement::cells::settled_round;
use crate::settlement::rounding::Rounding;
use crate::units::Exact;

/// Figures of one supplement to be granted.
#[derive(Clone, Debug)]
pub struct GrantFigures {
    /// Posts.
    pub posts: NodeId,
    /// The whole grant of the posts.
    pub whole: NodeId,
    /// Cost of what the tables hold already.
    pub already: NodeId,
    /// Gross.
    pub gross: NodeId,
    /// Contributions on it.
    pub contributions: BTreeMap<Contribution, NodeId>,
    /// Their sum.
    pub on_it: NodeId,
    /// What the supplement costs, as the edition counts it.
    pub cost: NodeId,
    /// The share of the whole cost, what the tables hold included.
    pub of_cost: NodeId,
    /// The same with one grosz less of gross.
    pub of_less: NodeId,
    /// What a gross equal to the grant would earn, and lose.
    pub plain: [NodeId; 2],
    /// From the programme, once the award is looked at.
    pub from_programme: NodeId,
    /// Borne by the municipality.
    pub own: NodeId,
}

/// Adds the figures to the model of the planned settlement.
pub fn figures(
    year: &Year<'_>,
    settled: &mut Settled,
    units: &[Unit],
    grants: &[Grant],
    nodes: &[GrantNodes],
) -> Vec<GrantFigures> {
    let Some((amount, share)) = amount_and_share(settled) else { return Vec::new() };
    let first = year.facts.payments.len();
    let rule = Rule {
        amount,
        share,
        rounding: Rounding::of_supplement(year.programme),
        counted: counts_contributions(year),
    };
    let model = &mut settled.model;
    let each = grants.iter().zip(nodes).filter_map(|(grant, nodes)| {
        let unit = units.get(grant.unit)?;
        let already: Vec<NodeId> = unit.paid.iter().filter(|(p, _)| *p < first).map(|(_, id)| *id).collect();
        Some(one(model, &rule, unit, already, grant, nodes))
    });
    each.collect()
}

/// What the edition says of every supplement.
struct Rule {
    amount: NodeId,
    share: NodeId,
    rounding: Rounding,
    counted: bool,
}

fn one(
    model: &mut Model,
    rule: &Rule,
    unit: &Unit,
    already: Vec<NodeId>,
    grant: &Grant,
    nodes: &GrantNodes,
) -> GrantFigures {
    let money = |model: &mut Model, label: &str, expr: Expr| model.formula(label, Format::Money, expr);
    let whole = gross::whole_grant(rule.rounding, rule.amount, unit.posts);
    let whole = money(model, "Kwota dotacji według etatu", whole);
    let already = money(model, "Koszt dodatku, który jest w tabelach", Expr::Sum(already));
    let amounts: Vec<NodeId> = nodes.contributions.iter().map(|(_, amount)| *amount).collect();
    let on_it = money(model, "Składki od dodatku", Expr::Sum(amounts.clone()));
    let counted = if rule.counted { amounts } else { Vec::new() };
    let cost = money(
        model,
        "Koszt dodatku",
        gross::cost(Expr::whole(0), nodes.gross, counted.iter().copied().map(Expr::Ref).collect()),
    );
    let earned = |cost: Expr| gross::earned(rule.rounding, rule.share, cost);
    let of_cost = money(model, "Udział w koszcie", earned(Expr::add([already, cost])));
    // As another gross would cost: its contributions are computed from it, each to the grosz.
    let with_gross = |gross: &Expr| {
        let rates = nodes.contributions.iter().filter(|_| rule.counted);
        let each = rates.map(|(rate, _)| gross::contribution(*rate, gross.clone())).collect();
        earned(gross::cost(already, gross.clone(), each))
    };
    let grosz = Expr::Number(Exact::ratio(1, 100).unwrap_or_else(Exact::zero));
    let less = with_gross(&Expr::sub(nodes.gross, grosz));
    let of_less = money(model, "Udział w koszcie przy kwocie o grosz mniejszej", less);
    let plain = Expr::min(whole, with_gross(&Expr::Ref(whole)));
    let plain = money(model, "Dofinansowanie, gdyby brutto było równe dotacji", plain);
    let lost = money(model, "Strata, gdyby brutto było równe dotacji", Expr::sub(whole, plain));
    let limit = |of_cost: Expr| Expr::min(whole, of_cost);
    let before = limit(earned(already.into()));
    let paid = Expr::Sum(unit.co_financing.clone());
    // What the supplement adds: all of the month's money where nothing was paid before it.
    let part = Expr::sub(limit(of_cost.into()), before);
    let from_programme = settled_round(Expr::div(Expr::mul(paid, part), limit(of_cost.into())));
    let from_programme = money(model, "Z Programu", from_programme);
    let bears = Expr::sub(Expr::add([nodes.gross, on_it]), from_programme);
    let own = money(model, "Środki własne", bears);
    GrantFigures {
        posts: unit.posts,
        whole,
        already,
        gross: nodes.gross,
        contributions: grant
            .rates
            .iter()
            .zip(&nodes.contributions)
            .map(|(r, (_, id))| (r.which, *id))
            .collect(),
        on_it,
        cost,
        of_cost,
        of_less,
        plain: [plain, lost],
        from_programme,
        own,
    }
}
