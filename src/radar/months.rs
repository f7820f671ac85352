//! Months without a supplement and why; hours near the condition; what a month is worth.
//!
//! Which conditions a month does not meet is asked of the settlement's own formula, by [`unmet`].

use super::{Facts, MonthRow, Reason, begun};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::{Component, Programme};
use crate::records::{ContractForm, Position};
use crate::settlement::rounding::Rounding;
use crate::settlement::unmet::unmet;
use crate::settlement::{Line, Settled, formulas};
use crate::units::Money;

/// Returns the months without a supplement up to the day, and those whose hours are near the condition.
pub fn rows(settled: &mut Settled, facts: &Facts<'_>, near: NodeId) -> Vec<MonthRow> {
    let monthly = facts
        .programme
        .components
        .iter()
        .find(|c| matches!(c, Component::MonthlySupplement { .. } | Component::FundedSupplement { .. }));
    let Some(rule) = monthly else { return Vec::new() };
    let mut result = Vec::new();
    for (index, line) in settled.lines.clone().into_iter().enumerate() {
        let used = settled.rounds.get(line.round).is_some_and(|round| round.supplement.is_some());
        let outside =
            line.position == Position::Coordinator && !facts.programme.pays_for(Position::Coordinator);
        if !used || outside || !begun(line.month, facts) {
            continue;
        }
        let needed = settled.step("Obliczenia", index, "hours_needed");
        result.extend(row(settled, facts, rule, (index, &line), needed, near));
    }
    result
}

fn row(
    settled: &mut Settled,
    facts: &Facts<'_>,
    rule: &Component,
    (index, line): (usize, &Line),
    needed: Option<NodeId>,
    near: NodeId,
) -> Option<MonthRow> {
    let running = line.month.last() >= facts.as_of;
    // The pay of the running month may come yet.
    if running && line.payments.is_empty() {
        return None;
    }
    let reasons = reasons(settled, facts, index, line);
    let model = &mut settled.model;
    let known = |model: &Model, id: &NodeId| matches!(model.value(*id), Value::Number(_));
    let hours = line.hours_counted.filter(|id| known(model, id));
    let missing = needed.zip(hours).map(|(needed, hours)| {
        model.formula("Brakuje godzin (poniżej zera: zapas)", Format::Hours, Expr::sub(needed, hours))
    });
    let is_near = needed.zip(missing).is_some_and(|(needed, missing)| {
        model.number(missing).abs() <= model.number(needed) * model.number(near)
    });
    if reasons.is_empty() && !is_near {
        return None;
    }
    let worth = worth(settled, facts.programme, rule, line);
    Some(MonthRow {
        assistant: settled.assistants.get(line.assistant)?.id.clone(),
        month: line.month,
        form: line.form,
        reasons,
        near: is_near,
        running,
        hours,
        needed,
        missing,
        worth,
    })
}

/// Why the line has no supplement; nothing where it has one.
fn reasons(settled: &Settled, facts: &Facts<'_>, index: usize, line: &Line) -> Vec<Reason> {
    let model = &settled.model;
    if facts.programme.sibling && line.form == ContractForm::Service {
        return vec![Reason::ServiceContract];
    }
    if line.payments.is_empty() {
        return vec![Reason::NoPay];
    }
    let mut all: Vec<Reason> = unmet(settled, index).into_iter().map(Reason::from).collect();
    let funded = facts.programme.components.iter().any(|c| matches!(c, Component::FundedSupplement { .. }));
    let paid = line.paid.iter().map(|p| if funded { p.motivation } else { p.supplement });
    let paid: Vec<NodeId> = paid.collect();
    let nothing = paid.iter().all(|id| model.number(*id).is_zero());
    if nothing {
        let payments = line.payments.iter().filter_map(|i| facts.submission.payments.get(*i));
        let typed = payments
            .filter_map(
                |payment| if funded { payment.motivation.as_ref() } else { payment.supplement.as_ref() },
            )
            .any(|given| given.value > Money::ZERO);
        all.push(if typed { Reason::PaidLate } else { Reason::NoSupplement });
    } else if all.is_empty() && line.qualifies.is_some_and(|id| model.number(id).is_zero()) {
        all.push(Reason::Other);
    }
    all
}

/// What the month brings if it qualifies: the amount by post and, where a supplement was paid, no more than the highest
/// share of what it cost. Lines are rounded as the settlement rounds them; a sum that is rounded later is rounded here
/// to be shown.
fn worth(settled: &mut Settled, programme: &Programme, rule: &Component, line: &Line) -> Option<NodeId> {
    let rounding = Rounding::of_supplement(programme);
    let expr = if let Component::MonthlySupplement { .. } = rule {
        let amount = settled.parameter("Kwota dodatku na pełny etat i miesiąc")?;
        let share = settled.parameter("Najwyższy udział w koszcie dodatku")?;
        let by_post = rounding.line(formulas::by_post(amount, line.fte));
        let of_cost = rounding.line(formulas::of_cost(share, line.supplement_paid));
        let paid = Cond::Greater(line.supplement_paid.into(), Expr::whole(0));
        Expr::when(paid, Expr::min(by_post.clone(), of_cost), by_post)
    } else {
        formulas::by_post(settled.parameter("Kwota dodatku motywacyjnego na pełny etat i miesiąc")?, line.fte)
    };
    Some(settled.model.formula(
        "Dofinansowanie, gdyby miesiąc dawał dodatek",
        Format::Money,
        rounding.sum(expr),
    ))
}
