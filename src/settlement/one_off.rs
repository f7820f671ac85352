//! The one-off supplement by the post on a reference day (shapes B and C).
//!
//! Co-financing is shared out to assistants; an assistant's part is then shown by month in proportion to what was
//! paid, so that months add up to the assistant as well.

use super::component;
use super::contracts::{employed_on, on_day};
use super::figures::{ComponentFigures, StepTable};
use super::formulas;
use super::lines::Draft;
use super::posts::{capped, has_posts};
use super::rounding::Rounding;
use super::sharing::{
    BOOKED_ON_ASSISTANT, BOOKED_SUPPLEMENT, ShareKeys, Taker, share_out, way, way_of_lines,
};
use super::supplement::{LINE_KEYS, SupplementLine};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::programme::readings::{BlankReadiness, PostRounding};
use crate::programme::{Component, OwnShareScope};
use crate::records::{ContractForm, FundComponent};
use crate::units::Month;

/// Posts on the reference day by assistant.
#[derive(Clone, Copy, Debug)]
pub struct ReferencePosts {
    /// Under employment contracts.
    pub employment: NodeId,
    /// Under service contracts, as far as they count.
    pub service: NodeId,
}

/// What the one-off supplement yields.
pub struct OneOff {
    /// The component.
    pub figures: ComponentFigures,
    /// By line of the round.
    pub lines: Vec<SupplementLine>,
    /// By assistant.
    pub posts: Vec<ReferencePosts>,
    /// The steps of each assistant.
    pub table: StepTable,
}

const ASSISTANT_KEYS: ShareKeys = ShareKeys { running: "running", shared: "shared", part: "co_financing" };

struct Rules {
    amount: NodeId,
    day: NodeId,
    month: Month,
    still: Option<(NodeId, NodeId)>,
    share: NodeId,
    scope: OwnShareScope,
    decimals: Option<u32>,
    readiness: bool,
    rounding: Rounding,
}

/// Settles the one-off supplement of one round; `lines` are the round's.
pub fn one_off(
    work: &mut Work<'_>,
    line_table: &mut TableBuilder,
    sums: &mut TableBuilder,
    round: usize,
    lines: &[&Draft],
    people: &[(String, Vec<usize>)],
) -> Option<OneOff> {
    let rules = rules(work)?;
    let mut table = assistant_table();
    let mut limits = Vec::new();
    let mut costs = Vec::new();
    let mut qualifies = Vec::new();
    let mut posts = Vec::new();
    for (index, (id, contracts)) in people.iter().enumerate() {
        let own: Vec<&Draft> = lines.iter().copied().filter(|l| l.assistant == index).collect();
        let row = table.row();
        table.value(&mut work.model, row, "assistant", Value::Text(id.clone()));
        let reference = reference_posts(work, &mut table, row, &rules, contracts, &own);
        posts.push(reference);
        let q = qualifies_on_day(work, &mut table, row, &rules, contracts, &own);
        let paid = Expr::Sum(own.iter().map(|l| l.supplement_paid).collect());
        let paid = table.formula(&mut work.model, row, "paid", paid);
        let cost = Expr::when(Cond::Equal(q.into(), Expr::whole(1)), paid, Expr::whole(0));
        let cost = table.formula(&mut work.model, row, "cost", cost);
        limits.push(limit(work, &mut table, row, &rules, reference, q, cost));
        costs.push(cost);
        qualifies.push(q);
    }
    let figures = settle_component(work, sums, round, &rules, &limits, &costs);
    let rows: Vec<usize> = (0..people.len()).collect();
    let (sharing, booked) = way(work, &mut table, &takers(work, people.len(), lines), BOOKED_ON_ASSISTANT);
    let weights = booked.as_ref().unwrap_or(&limits);
    let parts = share_out(work, &mut table, &rows, weights, figures.co_financing, &sharing, ASSISTANT_KEYS);
    for ((row, cost), part) in rows.iter().zip(&costs).zip(&parts) {
        table.formula(&mut work.model, *row, "own", Expr::sub(*cost, *part));
    }
    let by_line = share_to_months(work, line_table, lines, &qualifies, &parts);
    Some(OneOff { figures, lines: by_line, posts, table: table.finish() })
}

fn rules(work: &mut Work<'_>) -> Option<Rules> {
    let Component::OneOffSupplement {
        amount,
        reference_day,
        still_employed,
        share_of_cost,
        own_share_scope,
        fte_decimals,
        readiness,
    } = work.supplement_rule()?
    else {
        return None;
    };
    let by_reading = (work.programme.reads::<PostRounding>() == PostRounding::TwoDecimals).then_some(2);
    let day = work.day("Dzień odniesienia", reference_day.value, reference_day.mark, &reference_day.source);
    let still = still_employed.as_ref().map(|days| {
        let mut day = |which: &str, day| {
            work.day(&format!("Nadal zatrudniony: {which} dzień"), day, days.mark, &days.source)
        };
        (day("pierwszy", days.value.first), day("ostatni", days.value.last))
    });
    Some(Rules {
        amount: work.money("Kwota dodatku na pełny etat", amount),
        day,
        month: reference_day.value.month(),
        still,
        share: work.share("Najwyższy udział w koszcie dodatku", share_of_cost),
        scope: own_share_scope.value,
        decimals: fte_decimals.as_ref().map(|f| f.value).or(by_reading),
        readiness: *readiness,
        rounding: Rounding::of_supplement(work.programme),
    })
}

fn assistant_table() -> TableBuilder {
    use Format::{Count, Factor, Money, Posts, Text, Unrounded};
    TableBuilder::new(
        "Obliczenia - dodatki",
        "Dodatek według etatu w dniu odniesienia: asystent",
        &[
            ("assistant", "Identyfikator asystenta", "", Text),
            ("fte_employment", "Etat z umowy o pracę w dniu odniesienia", "", Factor),
            ("fte_service", "Etat z umowy zlecenia do dodatku", "", Factor),
            ("fte", "Etat do dodatku", "", Posts),
            ("qualifies", "Uprawniony w dniu odniesienia (1 - tak, 0 - nie)", "", Count),
            ("paid", "Dodatek zapłacony z pochodnymi", "", Money),
            ("cost", "Koszt dodatku w zadaniu", "", Money),
            ("limit", "Limit dofinansowania", "", Unrounded),
            ("booked", "Zaksięgowano ze środków dodatku", "Płace (odczytanie)", Money),
            ("running", "Limit narastająco", "", Unrounded),
            ("shared", "Dofinansowanie narastająco", "podział na wiersze (odczytanie)", Money),
            ("co_financing", "Dofinansowanie dodatku", "", Money),
            ("own", "Wkład własny", "", Money),
        ],
    )
}

/// Posts on the reference day. A service contract without a typed post counts its hours over the nominal hours of the
/// edition's months. Together at most one.
fn reference_posts(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    rules: &Rules,
    contracts: &[usize],
    lines: &[&Draft],
) -> ReferencePosts {
    let of = |form: ContractForm| -> Vec<usize> {
        contracts.iter().copied().filter(|i| work.submission.employments[*i].form.value == form).collect()
    };
    let typed = |work: &Work<'_>, rows: &[usize]| {
        let terms = rows
            .iter()
            .filter_map(|i| {
                let fte = work.cell(work.submission.employments[*i].at, "fte")?;
                Some(on_day(work, *i, rules.day, fte.into()))
            })
            .collect();
        Expr::Add(terms)
    };
    let capped = capped(work);
    let employed = typed(work, &of(ContractForm::Employment));
    let employed = if capped { Expr::min(Expr::whole(1), employed) } else { employed };
    let employment = table.formula(&mut work.model, row, "fte_employment", employed);
    let from_hours = work.programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value);
    let service_rows = of(ContractForm::Service);
    let cells: Vec<NodeId> =
        service_rows.iter().filter_map(|i| work.cell(work.submission.employments[*i].at, "fte")).collect();
    let posts = if service_rows.is_empty() {
        Expr::whole(0)
    } else if has_posts(work, &cells) && !from_hours {
        typed(work, &service_rows)
    } else {
        by_hours(work, rules, &service_rows, lines)
    };
    let left = Expr::sub(Expr::whole(1), employment);
    let posts = if capped { Expr::min(left, posts) } else { posts };
    let service = table.formula(&mut work.model, row, "fte_service", posts);
    ReferencePosts { employment, service }
}

fn by_hours(work: &Work<'_>, rules: &Rules, rows: &[usize], lines: &[&Draft]) -> Expr {
    let service = || lines.iter().filter(|l| l.form == ContractForm::Service);
    let hours = Expr::Sum(service().filter_map(|l| l.hours).collect());
    let nominal = Expr::Sum(service().filter_map(|l| l.nominal_hours).collect());
    Expr::mul(employed_on(work, rows, rules.day), Expr::div(hours, nominal))
}

fn qualifies_on_day(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    rules: &Rules,
    contracts: &[usize],
    lines: &[&Draft],
) -> NodeId {
    let mut conditions = vec![Cond::Equal(employed_on(work, contracts, rules.day), Expr::whole(1))];
    for day in rules.still.into_iter().flat_map(|(first, last)| [first, last]) {
        conditions.push(Cond::Equal(employed_on(work, contracts, day), Expr::whole(1)));
    }
    if rules.readiness {
        for index in contracts {
            let ready = work.cell(work.submission.employments[*index].at, "ready");
            let must_say = work.programme.reads::<BlankReadiness>() == BlankReadiness::NotReady;
            let refused = match (ready, must_say) {
                (Some(ready), false) => {
                    Expr::when(Cond::TextIs(ready, "NIE"), Expr::whole(1), Expr::whole(0))
                }
                (Some(ready), true) => Expr::when(Cond::TextIs(ready, "TAK"), Expr::whole(0), Expr::whole(1)),
                (None, true) => Expr::whole(1),
                (None, false) => continue,
            };
            conditions.push(Cond::Equal(on_day(work, *index, rules.day, refused), Expr::whole(0)));
        }
    }
    let month = lines.iter().find(|line| line.month == rules.month);
    conditions.extend(month.and_then(|line| line.caseload.clone()));
    let expr = Expr::when(Cond::All(conditions), Expr::whole(1), Expr::whole(0));
    table.formula(&mut work.model, row, "qualifies", expr)
}

fn limit(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    rules: &Rules,
    posts: ReferencePosts,
    qualifies: NodeId,
    cost: NodeId,
) -> NodeId {
    let both = Expr::add([posts.employment, posts.service]);
    let fte = match rules.decimals {
        Some(places) => Expr::RoundHalfUp(Box::new(both), places),
        None => both,
    };
    let fte = table.formula(&mut work.model, row, "fte", fte);
    let by_post = formulas::by_post(rules.amount, fte);
    let bound = match rules.scope {
        OwnShareScope::Municipality => rules.rounding.line(Expr::min(by_post, cost)),
        OwnShareScope::Assistant | OwnShareScope::AssistantMonth => {
            let of_cost = formulas::of_cost(rules.share, cost);
            Expr::min(rules.rounding.line(by_post), rules.rounding.line(of_cost))
        }
    };
    let expr = Expr::when(Cond::Equal(qualifies.into(), Expr::whole(1)), bound, Expr::whole(0));
    table.formula(&mut work.model, row, "limit", expr)
}

fn settle_component(
    work: &mut Work<'_>,
    sums: &mut TableBuilder,
    round: usize,
    rules: &Rules,
    limits: &[NodeId],
    costs: &[NodeId],
) -> ComponentFigures {
    let share = rules.share;
    let whole = rules.scope == OwnShareScope::Municipality;
    let rounding = rules.rounding;
    component::settle(
        work,
        sums,
        FundComponent::Supplement,
        round,
        Expr::Sum(costs.to_vec()),
        Some(Expr::Sum(limits.to_vec())),
        |sum, cost| {
            let sum = rounding.sum(sum.map_or(Expr::whole(0), Expr::Ref));
            if whole { Expr::min(sum, rounding.sum(formulas::of_cost(share, cost))) } else { sum }
        },
    )
}

/// Assistants as takers: the turn of each comes with the first month in which something was paid.
fn takers(work: &Work<'_>, people: usize, lines: &[&Draft]) -> Vec<Taker> {
    let of = |assistant: usize| lines.iter().filter(move |line| line.assistant == assistant);
    let paid = |line: &&&Draft| work.model.money(line.supplement_paid).grosze() != 0;
    (0..people)
        .map(|row| Taker {
            row,
            since: of(row).find(paid).map(|line| line.month),
            payments: of(row).flat_map(|line| line.payments.clone()).collect(),
        })
        .collect()
}

fn share_to_months(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    lines: &[&Draft],
    qualifies: &[NodeId],
    parts: &[NodeId],
) -> Vec<SupplementLine> {
    let mut result: Vec<Option<SupplementLine>> = vec![None; lines.len()];
    for (assistant, (q, part)) in qualifies.iter().zip(parts).enumerate() {
        let own: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].assistant == assistant).collect();
        let rows: Vec<usize> = own.iter().map(|i| lines[*i].row).collect();
        let mut costs = Vec::new();
        for i in &own {
            let line = lines[*i];
            let cost =
                Expr::when(Cond::Equal((*q).into(), Expr::whole(1)), line.supplement_paid, Expr::whole(0));
            costs.push(table.formula(&mut work.model, line.row, "supplement_cost", cost));
        }
        let mine: Vec<&Draft> = own.iter().map(|i| lines[*i]).collect();
        let (sharing, booked) = way_of_lines(work, table, &mine, BOOKED_SUPPLEMENT);
        let weights = booked.as_ref().unwrap_or(&costs);
        let shares = share_out(work, table, &rows, weights, *part, &sharing, LINE_KEYS);
        for ((i, cost), share) in own.iter().zip(&costs).zip(&shares) {
            let own_part = Expr::sub(*cost, *share);
            let own_part = table.formula(&mut work.model, lines[*i].row, "supplement_own", own_part);
            result[*i] = Some(SupplementLine {
                qualifies: Some(*q),
                cost: *cost,
                co_financing: *share,
                own: own_part,
            });
        }
    }
    let zero = work.zero;
    let none = SupplementLine { qualifies: None, cost: zero, co_financing: zero, own: zero };
    result.into_iter().map(|line| line.unwrap_or(none)).collect()
}
