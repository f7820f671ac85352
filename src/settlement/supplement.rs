//! What a line or an assistant earns as a supplement: monthly (shape D), fully funded (shape E). The one-off
//! supplement of shapes B and C is next door in `one_off`.

use std::collections::BTreeSet;

use super::component;
use super::contracts::{Contracts, Weights, employed_on};
use super::figures::ComponentFigures;
use super::formulas;
use super::lines::Draft;
use super::mid_month;
use super::rounding::Rounding;
use super::sharing::{BOOKED_SUPPLEMENT, ShareKeys, share_out, way_of_lines};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::readings::{FundedContributions, RequestDays};
use crate::programme::{Component, OwnShareScope};
use crate::records::{ContractForm, FundComponent, HalfYear};
use crate::units::{DayRange, Exact};

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
    // A bound on the whole sum, where the own share is measured for the municipality.
    let mut bound: Option<NodeId> = None;
    let rounding = Rounding::of_supplement(work.programme);
    match work.supplement_rule()? {
        Component::MonthlySupplement { amount, hours, share_of_cost, own_share_scope, .. } => {
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
                costs.push(table.formula(&mut work.model, line.row, "supplement_cost", cost));
                qualifies.push(q);
            }
            let earned = Earned { lines, qualifies: &qualifies, costs: &costs, amount, share, rounding };
            limits = match own_share_scope.value {
                OwnShareScope::AssistantMonth => limits_by_month(work, table, &earned),
                OwnShareScope::Assistant => limits_by_assistant(work, table, &earned),
                OwnShareScope::Municipality => {
                    bound = Some(share);
                    limits_by_post(work, table, &earned, "supplement_limit")
                }
            };
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
    // Lines rounded one by one add up to whole grosze: the sum is not rounded again.
    let whole = bound.is_none() && rounding.is_of_lines() && !work.measured_by_assistant();
    let figures = component::settle(
        work,
        sums,
        FundComponent::Supplement,
        round,
        Expr::Sum(costs.clone()),
        None,
        |_, cost| match bound {
            _ if whole => total,
            None => rounding.sum(total),
            Some(share) => Expr::min(rounding.sum(total), rounding.sum(formulas::of_cost(share, cost))),
        },
    );
    let rows: Vec<usize> = lines.iter().map(|l| l.row).collect();
    let (sharing, booked) = way_of_lines(work, table, lines, BOOKED_SUPPLEMENT);
    let weights = booked.as_ref().unwrap_or(&limits);
    let parts = share_out(work, table, &rows, weights, figures.co_financing, &sharing, LINE_KEYS);
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

/// What the lines of a monthly supplement have in common.
struct Earned<'a> {
    lines: &'a [&'a Draft],
    qualifies: &'a [NodeId],
    costs: &'a [NodeId],
    amount: NodeId,
    share: NodeId,
    rounding: Rounding,
}

/// The smaller of the amount by post and the share of the cost, line by line.
fn limits_by_month(work: &mut Work<'_>, table: &mut TableBuilder, earned: &Earned<'_>) -> Vec<NodeId> {
    let mut limits = Vec::new();
    for (line, q) in earned.lines.iter().zip(earned.qualifies) {
        let by_post = earned.rounding.line(formulas::by_post(earned.amount, line.fte));
        let of_cost = earned.rounding.line(formulas::of_cost(earned.share, line.supplement_paid));
        let limit = Expr::when(is_one(*q), Expr::min(by_post, of_cost), Expr::whole(0));
        limits.push(table.formula(&mut work.model, line.row, "supplement_limit", limit));
    }
    limits
}

/// The amount by post, line by line, as far as the month's supplement cost that much: a share of the cost that is
/// measured over more than the month must not pay a month more than it cost.
fn limits_by_post(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    earned: &Earned<'_>,
    step: &'static str,
) -> Vec<NodeId> {
    let mut limits = Vec::new();
    for (line, q) in earned.lines.iter().zip(earned.qualifies) {
        let by_post = earned.rounding.line(formulas::by_post(earned.amount, line.fte));
        let within_cost = Expr::min(by_post, line.supplement_paid);
        let limit = Expr::when(is_one(*q), within_cost, Expr::whole(0));
        limits.push(table.formula(&mut work.model, line.row, step, limit));
    }
    limits
}

/// The share of the cost binds each assistant's months together; each month keeps its part of that bound in
/// proportion to its amount by post.
fn limits_by_assistant(work: &mut Work<'_>, table: &mut TableBuilder, earned: &Earned<'_>) -> Vec<NodeId> {
    let by_post = limits_by_post(work, table, earned, "supplement_by_post");
    let mut limits = Vec::new();
    for (i, line) in earned.lines.iter().enumerate() {
        let own = |nodes: &[NodeId]| -> Vec<NodeId> {
            let same = |other: &&Draft| other.assistant == line.assistant;
            earned.lines.iter().zip(nodes).filter(|(other, _)| same(other)).map(|(_, node)| *node).collect()
        };
        let sum = Expr::Sum(own(&by_post));
        let of_cost =
            earned.rounding.line(Expr::Mul(vec![earned.share.into(), Expr::Sum(own(earned.costs))]));
        let bound = Expr::min(sum.clone(), of_cost);
        let bound = table.formula(&mut work.model, line.row, "supplement_bound", bound);
        let limit = Expr::div(Expr::mul(bound, by_post[i]), sum);
        limits.push(table.formula(&mut work.model, line.row, "supplement_limit", limit));
    }
    limits
}

fn is_one(node: NodeId) -> Cond {
    Cond::Equal(node.into(), Expr::whole(1))
}

/// The day the request of the round was filed; under the reading of one request, the first of them. The plain field
/// speaks of the half-year that the period covers, and so never of an earlier request; in a settlement of both
/// half-years each has a field of its own.
pub fn request_day(work: &mut Work<'_>, round: usize) -> NodeId {
    let first = work.programme.reads::<RequestDays>() == RequestDays::FirstRequest;
    let own = match work.rounds[round].half_year {
        Some(HalfYear::First) => work.agreement("request_day_1"),
        Some(HalfYear::Second) if first => work.agreement("request_day_1"),
        Some(HalfYear::Second) => work.agreement("request_day_2"),
        None => None,
    };
    let earlier = first && work.rounds[round].half_year == Some(HalfYear::Second);
    let common = if work.rounds.len() == 1 && !earlier { work.agreement("request_day") } else { None };
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
/// met by definition, since its post is those hours; or they are asked of the post typed in the contract (reading).
fn qualifies_by_hours(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    line: &Draft,
    employed: Expr,
    hours: NodeId,
) -> NodeId {
    let mut conditions =
        vec![Cond::Equal(employed, Expr::whole(1)), Cond::Greater(line.fte.into(), Expr::whole(0))];
    conditions.extend(line.caseload.clone());
    let post = if line.form == ContractForm::Employment { Some(line.fte) } else { line.typed_posts };
    if let Some(post) = post {
        let needed = table.formula(&mut work.model, line.row, "hours_needed", Expr::mul(hours, post));
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
    let sick = if mid_month::by_working_days(work, line.month) {
        Expr::Number(incapacity_working_days(work, id, &days.own_ranges))
    } else {
        incapacity_days(work, line, id, &days.own_days)
    };
    let sick = table.formula(&mut work.model, line.row, "incapacity_days", sick);
    let weight = |pick: fn(Weights) -> NodeId| Expr::Ref(days.weights.map_or(work.zero, pick));
    let left = Expr::max(Expr::whole(0), Expr::sub(weight(|w| w.any), sick));
    let share = Expr::div(left, weight(|w| w.month));
    let share = table.formula(&mut work.model, line.row, "share_due", share);
    let full = Expr::Mul(vec![amount.into(), line.fte.into(), share.into()]).floor2();
    let g = Expr::max(Expr::whole(0), Expr::min(full, paid));
    let g = table.formula(&mut work.model, line.row, "motivation_limit", g);
    let c = match work.programme.reads::<FundedContributions>() {
        FundedContributions::InProportion => Expr::div(Expr::mul(on, g), paid).round2(),
        FundedContributions::Whole => Expr::when(Cond::Greater(g.into(), Expr::whole(0)), on, Expr::whole(0)),
    };
    let c = table.formula(&mut work.model, line.row, "motivation_contributions", c);
    let q = Expr::when(Cond::Greater(g.into(), Expr::whole(0)), Expr::whole(1), Expr::whole(0));
    let q = table.formula(&mut work.model, line.row, "qualifies", q);
    let cost = Expr::when(is_one(q), Expr::add([paid, on]), Expr::whole(0));
    let cost = table.formula(&mut work.model, line.row, "supplement_cost", cost);
    let limit = table.formula(&mut work.model, line.row, "supplement_limit", Expr::add([g, c]));
    (q, cost, limit)
}

/// Working days of sickness inside the line's contracts, each day once. The calendar is no formula, so this is a number.
fn incapacity_working_days(work: &Work<'_>, id: &str, own: &[DayRange]) -> Exact {
    let mut days = BTreeSet::new();
    for absence in work.submission.absences.iter().filter(|a| !a.rejected && a.kind.value == "choroba") {
        let Some(range) = DayRange::new(absence.from.value, absence.to.value) else { continue };
        if absence.assistant.value.trim() == id {
            for part in own.iter().filter_map(|piece| piece.overlap(&range)) {
                days.extend(part.each());
            }
        }
    }
    days.into_iter().map(|day| mid_month::working_days(work, DayRange::new(day, day))).sum()
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
