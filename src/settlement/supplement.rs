//! What a line or an assistant earns as a supplement: monthly (shape D), fully funded (shape E). The one-off
//! supplement of shapes B and C is next door in `one_off`.

use super::component;
use super::contracts::{Contracts, employed_on};
use super::figures::ComponentFigures;
use super::lines::Draft;
use super::sharing::{ShareKeys, share_out};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::Component;
use crate::records::{ContractForm, FundComponent, HalfYear};

/// What a line gets from the supplement.
#[derive(Clone, Copy, Debug)]
pub struct SupplementLine {
    /// 1 when the month earns a supplement.
    pub qualifies: Option<NodeId>,
    /// Cost inside the task.
    pub cost: NodeId,
    /// Co-financing.
    pub co_financing: NodeId,
    /// Cost minus co-financing.
    pub own: NodeId,
}

/// Steps under which the supplement is shared out to lines.
pub const LINE_KEYS: ShareKeys =
    ShareKeys { running: "supplement_running", shared: "supplement_shared", part: "supplement_co_financing" };

/// Settles the monthly or the funded supplement of one round; `lines` are the round's.
pub fn monthly(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    sums: &mut TableBuilder,
    round: usize,
    lines: &[&Draft],
    people: &[(String, Vec<usize>)],
    contracts: &Contracts,
) -> Option<(ComponentFigures, Vec<SupplementLine>)> {
    let mut limits = Vec::new();
    let mut costs = Vec::new();
    let mut qualifies = Vec::new();
    match work.supplement_rule()? {
        Component::MonthlySupplement { amount, hours, share_of_cost, .. } => {
            let amount = work.money("Kwota dodatku na pełny etat i miesiąc", amount);
            let hours = work.figure(
                "Godziny wymagane od pełnego etatu",
                Format::Hours,
                hours.value.clone(),
                hours.mark,
                &hours.source,
            );
            let share = work.share("Najwyższy udział w koszcie dodatku", share_of_cost);
            let day = request_day(work, round);
            for line in lines {
                let employed = employed_on(work, &people[line.assistant].1, day);
                let q = qualifies_by_hours(work, table, line, employed, hours);
                let cost = Expr::when(is_one(q), line.supplement_paid, Expr::whole(0));
                table.put(line.row, "supplement_paid", line.supplement_paid);
                costs.push(table.formula(&mut work.model, line.row, "supplement_cost", cost));
                let bound = Expr::min(
                    Expr::mul(amount, line.fte).floor2(),
                    Expr::mul(share, line.supplement_paid).floor2(),
                );
                let limit = Expr::when(is_one(q), bound, Expr::whole(0));
                limits.push(table.formula(&mut work.model, line.row, "supplement_limit", limit));
                qualifies.push(q);
            }
        }
        Component::FundedSupplement { amount } => {
            let amount = work.money("Kwota dodatku motywacyjnego na pełny etat i miesiąc", amount);
            for line in lines {
                let id = people[line.assistant].0.as_str();
                let (q, cost, limit) = funded_line(work, table, line, id, amount, contracts);
                qualifies.push(q);
                costs.push(cost);
                limits.push(limit);
            }
        }
        _ => return None,
    }
    let total = Expr::Sum(limits.clone());
    let figures = component::settle(
        work,
        sums,
        FundComponent::Supplement,
        round,
        Expr::Sum(costs.clone()),
        None,
        |_, _| total,
    );
    let rows: Vec<usize> = lines.iter().map(|l| l.row).collect();
    let parts = share_out(work, table, &rows, &limits, figures.co_financing, LINE_KEYS);
    let result = rows
        .iter()
        .zip(&costs)
        .zip(parts.iter().zip(&qualifies))
        .map(|((row, cost), (part, q))| SupplementLine {
            qualifies: Some(*q),
            cost: *cost,
            co_financing: *part,
            own: table.formula(&mut work.model, *row, "supplement_own", Expr::sub(*cost, *part)),
        })
        .collect();
    Some((figures, result))
}

fn is_one(node: NodeId) -> Cond {
    Cond::Equal(node.into(), Expr::whole(1))
}

/// The day the request of the round was filed. The plain field speaks of the half-year that the period covers; in a
/// settlement of both half-years each has a field of its own.
fn request_day(work: &mut Work<'_>, round: usize) -> NodeId {
    let own = match work.rounds[round].half_year {
        Some(HalfYear::First) => work.agreement("request_day_1"),
        Some(HalfYear::Second) => work.agreement("request_day_2"),
        None => None,
    };
    let common = if work.rounds.len() == 1 { work.agreement("request_day") } else { None };
    match (own, common) {
        (Some(own), Some(common)) => {
            let expr =
                Expr::when(Cond::given(own), own, Expr::when(Cond::given(common), common, Expr::Blank));
            work.model.formula("Data złożenia wniosku", Format::Day, expr)
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => work.model.formula("Data złożenia wniosku", Format::Day, Expr::Blank),
    }
}

/// Unknown is not met: a line without hours or without a post earns nothing. Under a service contract the hours are
/// met by definition, since its post is those hours.
fn qualifies_by_hours(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    line: &Draft,
    employed: Expr,
    hours: NodeId,
) -> NodeId {
    let mut conditions =
        vec![Cond::Equal(employed, Expr::whole(1)), Cond::Greater(line.fte.into(), Expr::whole(0))];
    if line.form == ContractForm::Employment {
        let needed = table.formula(&mut work.model, line.row, "hours_needed", Expr::mul(hours, line.fte));
        match line.hours_counted {
            Some(worked) => {
                conditions.push(Cond::given(worked));
                conditions.push(Cond::AtLeast(worked.into(), needed.into()));
            }
            None => conditions.push(Cond::Greater(Expr::whole(0), Expr::whole(0))),
        }
    }
    let expr = Expr::when(Cond::All(conditions), Expr::whole(1), Expr::whole(0));
    table.formula(&mut work.model, line.row, "qualifies", expr)
}

/// M.P. 2024 poz. 504, part V: employment contracts, in proportion to the post, for the time under contract without
/// incapacity; contributions follow in proportion.
fn funded_line(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    line: &Draft,
    id: &str,
    amount: NodeId,
    contracts: &Contracts,
) -> (NodeId, NodeId, NodeId) {
    let (paid, on) = line.motivation;
    if line.form == ContractForm::Service {
        let zero = |work: &mut Work<'_>, table: &mut TableBuilder, key| {
            table.formula(&mut work.model, line.row, key, Expr::whole(0))
        };
        return (
            zero(work, table, "qualifies"),
            zero(work, table, "supplement_cost"),
            zero(work, table, "supplement_limit"),
        );
    }
    let days = contracts.get(&(line.round, line.assistant, line.month)).cloned().unwrap_or_default();
    let sick = incapacity_days(work, line, id, &days.own_days);
    let sick = table.formula(&mut work.model, line.row, "incapacity_days", sick);
    let of = |node: Option<NodeId>, zero: NodeId| Expr::Ref(node.unwrap_or(zero));
    let left = Expr::max(Expr::whole(0), Expr::sub(of(days.days_any, work.zero), sick));
    let share = Expr::div(left, of(days.days_in_month, work.zero));
    let share = table.formula(&mut work.model, line.row, "share_due", share);
    let full = Expr::Mul(vec![amount.into(), line.fte.into(), share.into()]).floor2();
    let g = Expr::max(Expr::whole(0), Expr::min(full, paid));
    let g = table.formula(&mut work.model, line.row, "motivation_limit", g);
    let c = Expr::div(Expr::mul(on, g), paid).round2();
    let c = table.formula(&mut work.model, line.row, "motivation_contributions", c);
    let q = Expr::when(Cond::Greater(g.into(), Expr::whole(0)), Expr::whole(1), Expr::whole(0));
    let q = table.formula(&mut work.model, line.row, "qualifies", q);
    let cost = Expr::when(is_one(q), Expr::add([paid, on]), Expr::whole(0));
    let cost = table.formula(&mut work.model, line.row, "supplement_cost", cost);
    let limit = table.formula(&mut work.model, line.row, "supplement_limit", Expr::add([g, c]));
    (q, cost, limit)
}

/// Days of sickness inside the line's contracts. Each contract row counts only its own days, so parallel contracts
/// do not count a day twice; overlapping absences of one person are clipped by first day.
fn incapacity_days(work: &Work<'_>, line: &Draft, id: &str, own: &[(NodeId, NodeId)]) -> Expr {
    let mut absences: Vec<_> = work
        .submission
        .absences
        .iter()
        .filter(|a| !a.rejected && a.kind.value == "choroba" && a.assistant.value.trim() == id)
        .collect();
    absences.sort_by_key(|a| (a.from.value, a.to.value));
    let month = line.month.days();
    let mut terms = Vec::new();
    let mut before: Option<Expr> = None;
    for absence in absences {
        let (Some(from), Some(to)) = (work.cell(absence.at, "from"), work.cell(absence.at, "to")) else {
            continue;
        };
        let start =
            before.clone().map_or(Expr::Ref(from), |b| Expr::max(from, Expr::Add(vec![b, Expr::whole(1)])));
        before = Some(before.map_or(Expr::Ref(to), |b| Expr::max(b, to)));
        if absence.to.value < month.first || absence.from.value > month.last {
            continue;
        }
        for (first, last) in own {
            let begin = Expr::max(start.clone(), *first);
            let days = Expr::Add(vec![Expr::sub(Expr::min(to, *last), begin), Expr::whole(1)]);
            terms.push(Expr::max(Expr::whole(0), days));
        }
    }
    Expr::Add(terms)
}
