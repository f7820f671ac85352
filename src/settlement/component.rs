//! From a limit to the money: award, transfer, co-financing, what is due, unused, returned.
//!
//! Nothing is netted between components. What the municipality did not say stays blank.

use super::figures::ComponentFigures;
use super::formulas;
use super::lines::component_cells;
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::programme::readings::TwoSources;
use crate::records::{FundComponent, FundingSource, HalfYear};

/// Returns the empty table of components.
pub fn table() -> TableBuilder {
    use Format::Money;
    TableBuilder::new(
        "Obliczenia - sumy",
        "Od limitu do kwoty dofinansowania: składnik, okres",
        &[
            ("component", "Składnik", "", Format::Text),
            ("round", "Okres", "", Format::Text),
            ("cost", "Koszt w zadaniu", "", Money),
            ("sum_of_limits", "Suma limitów", "", Format::Unrounded),
            ("limit", "Limit według zasad edycji", "", Money),
            ("awarded", "Przyznano", "umowa z wojewodą z aneksami", Money),
            ("transferred", "Otrzymano", "", Money),
            ("co_financing", "Dofinansowanie", "najmniejsza z kwot: limit, przyznano, otrzymano", Money),
            ("own_contribution", "Wkład własny", "", Money),
            ("due_not_transferred", "Należne, lecz nieprzekazane", "", Money),
            ("unused", "Środki niewykorzystane", "", Money),
            ("returned", "Zwrócono (kwota główna)", "", Money),
            ("misused", "Wykorzystane niezgodnie, nienależnie lub w nadmiernej wysokości", "", Money),
            ("interest", "Odsetki", "", Money),
            ("return_total", "Do zwrotu ogółem", "", Money),
            ("state_budget", "z tego budżet państwa", "w proporcji przyznanych kwot (odczytanie)", Money),
            ("labour_fund", "z tego Fundusz Pracy", "różnica", Money),
        ],
    )
}

/// Settles a component of a round from its cost and limit. `sum_of_limits` is the unrounded sum, where there is one.
pub fn settle(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    component: FundComponent,
    round: usize,
    cost: Expr,
    sum_of_limits: Option<Expr>,
    limit: impl FnOnce(Option<NodeId>, NodeId) -> Expr,
) -> ComponentFigures {
    let row = table.row();
    let half = work.rounds[round].half_year;
    table.value(&mut work.model, row, "component", Value::Text(component.word().to_owned()));
    table.value(&mut work.model, row, "round", Value::Text(half.map_or("", HalfYear::word).to_owned()));
    let cost = table.formula(&mut work.model, row, "cost", cost);
    let sum = sum_of_limits.map(|expr| table.formula(&mut work.model, row, "sum_of_limits", expr));
    let limit = table.formula(&mut work.model, row, "limit", limit(sum, cost));
    let awarded = fund_sum(work, table, row, component, round, "awarded", "awarded");
    let transferred = fund_sum(work, table, row, component, round, "received", "transferred");
    let or_limit = |node: NodeId| Expr::when(Cond::Blank(node), limit, node);
    let entitled = Expr::min(limit, or_limit(awarded));
    let smallest = Expr::Min(vec![limit.into(), or_limit(awarded), or_limit(transferred)]);
    let co_financing = table.formula(&mut work.model, row, "co_financing", smallest);
    let own = table.formula(
        &mut work.model,
        row,
        "own_contribution",
        formulas::own_contribution(cost, co_financing),
    );
    let known = |expr: Expr| Expr::when(Cond::Blank(transferred), Expr::Blank, expr);
    let due = known(Expr::max(Expr::whole(0), Expr::sub(entitled, transferred)));
    let due = table.formula(&mut work.model, row, "due_not_transferred", due);
    let unused = known(formulas::unused(transferred, co_financing));
    let unused = table.formula(&mut work.model, row, "unused", unused);
    let cells = |work: &Work<'_>, key| refund_cells(work, component, round, key);
    let (principal, interest) = (cells(work, "principal"), cells(work, "interest"));
    let returned = table.formula(&mut work.model, row, "returned", Expr::Sum(principal));
    let misused = determination_cells(work, component, round);
    let misused = table.formula(&mut work.model, row, "misused", Expr::Sum(misused));
    let interest = table.formula(&mut work.model, row, "interest", Expr::Sum(interest));
    let total = known(Expr::Sum(vec![unused, misused, interest]));
    let return_total = table.formula(&mut work.model, row, "return_total", total);
    let parts = sources(work, table, row, component, round, co_financing);
    ComponentFigures {
        component,
        cost,
        limit,
        awarded,
        transferred,
        co_financing,
        own_contribution: own,
        due_not_transferred: due,
        unused,
        returned,
        misused,
        interest,
        return_total,
        state_budget_part: parts.map(|p| p.0),
        labour_fund_part: parts.map(|p| p.1),
    }
}

fn fund_cells(
    work: &Work<'_>,
    component: FundComponent,
    round: usize,
    source: Option<FundingSource>,
    key: &'static str,
) -> Vec<NodeId> {
    let rows = work
        .submission
        .funds
        .iter()
        .filter(|f| source.is_none_or(|s| f.paid_by() == s))
        .map(|f| (f.at, f.rejected, f.component.value, f.half_year.as_ref().map(|h| h.value)));
    component_cells(work, component, &work.rounds[round], rows, key)
}

/// The sum over the rows of `Środki`; blank when any of them is blank, since half an award does not bind.
fn fund_sum(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    component: FundComponent,
    round: usize,
    key: &'static str,
    step: &'static str,
) -> NodeId {
    let cells = fund_cells(work, component, round, None, key);
    let expr = match cells.as_slice() {
        [] => Expr::Blank,
        many => {
            let blank = Cond::Any(many.iter().map(|c| Cond::Blank(*c)).collect());
            Expr::when(blank, Expr::Blank, Expr::Sum(many.to_vec()))
        }
    };
    table.formula(&mut work.model, row, step, expr)
}

fn refund_cells(work: &Work<'_>, component: FundComponent, round: usize, key: &'static str) -> Vec<NodeId> {
    let rows = work
        .submission
        .refunds
        .iter()
        .map(|r| (r.at, r.rejected, r.component.value, r.half_year.as_ref().map(|h| h.value)));
    component_cells(work, component, &work.rounds[round], rows, key)
}

fn determination_cells(work: &Work<'_>, component: FundComponent, round: usize) -> Vec<NodeId> {
    let rows =
        work.submission.determinations.iter().map(|d| (d.at, d.rejected, d.component.value, d.speaks_of()));
    component_cells(work, component, &work.rounds[round], rows, "amount")
}

/// Two sources of one component are settled in the proportion of their awards: the state budget's part is rounded,
/// the Labour Fund's is the difference (reading).
fn sources(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    component: FundComponent,
    round: usize,
    co_financing: NodeId,
) -> Option<(NodeId, NodeId)> {
    let state = fund_cells(work, component, round, Some(FundingSource::StateBudget), "awarded");
    let labour = fund_cells(work, component, round, Some(FundingSource::LabourFund), "awarded");
    if state.is_empty() || labour.is_empty() {
        return None;
    }
    let all = Expr::Sum(state.iter().chain(&labour).copied().collect());
    let part = match work.programme.reads::<TwoSources>() {
        TwoSources::InProportion => Expr::div(Expr::mul(co_financing, Expr::Sum(state)), all).round2(),
        TwoSources::StateBudgetFirst => Expr::min(co_financing, Expr::Sum(state)),
        TwoSources::LabourFundFirst => {
            Expr::sub(co_financing, Expr::min(co_financing, Expr::Sum(labour.clone())))
        }
    };
    let state = table.formula(&mut work.model, row, "state_budget", part);
    let rest = table.formula(&mut work.model, row, "labour_fund", Expr::sub(co_financing, state));
    Some((state, rest))
}
