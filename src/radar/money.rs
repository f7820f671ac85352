//! Money of each component: what is earned so far, what will be at the present pace, what is left and must go back; and
//! what each month cost, by who paid.
//!
//! The pace is the mean of the months with pay; it holds for the months after the last of them. Nothing is rounded
//! before the end: the forecast is one fraction, rounded half up to the grosz.

use super::{Facts, MoneyRow, MonthlyCost, Pace, SourceRow, begun, line_steps};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::Component;
use crate::programme::readings::TwoSources;
use crate::records::{Fund, FundComponent, FundingSource, HalfYear};
use crate::settlement::cells::Inputs;
use crate::settlement::{ComponentFigures, RoundFigures, Settled};
use crate::units::{Exact, Month};

/// Returns a row for each component of each round.
pub fn rows(settled: &mut Settled, facts: &Facts<'_>) -> Vec<MoneyRow> {
    let mut rows = Vec::new();
    for (index, round) in settled.rounds.clone().iter().enumerate() {
        for component in [&round.supplement, &round.employment].into_iter().flatten() {
            rows.push(row(settled, facts, (index, round), component));
        }
    }
    rows
}

fn row(
    settled: &mut Settled,
    facts: &Facts<'_>,
    (index, round): (usize, &RoundFigures),
    component: &ComponentFigures,
) -> MoneyRow {
    let rule = rule(facts, component.component);
    let pace = match rule {
        Some(Component::OneOffSupplement { .. }) => Pace::Once,
        _ => Pace::Monthly,
    };
    let weights = weights(settled, index, component.component);
    let used = used(settled, facts, component, &weights);
    let months = months(rule, round);
    let (paid_months, months_left) = counts(settled, facts, (index, &weights), &months);
    let model = &mut settled.model;
    let forecast = match pace {
        Pace::Once => Expr::Ref(used),
        Pace::Monthly => {
            let all = Expr::add([paid_months, months_left]);
            Expr::div(Expr::mul(used, all), paid_months).round2()
        }
    };
    let forecast =
        model.formula("Dofinansowanie do końca okresu przy obecnym tempie", Format::Money, forecast);
    let (awarded, transferred) = (component.awarded, component.transferred);
    let left = |of: NodeId, used: NodeId| Expr::max(Expr::whole(0), Expr::sub(of, used));
    let known = |of: NodeId, expr: Expr| Expr::when(Cond::Blank(of), Expr::Blank, expr);
    let unspent =
        Expr::when(Cond::Blank(awarded), known(transferred, left(transferred, used)), left(awarded, used));
    let mut money = |label: &str, expr: Expr| model.formula(label, Format::Money, expr);
    MoneyRow {
        component: component.component,
        half_year: round.half_year,
        pace,
        awarded,
        transferred,
        used,
        paid_months,
        months_left,
        forecast,
        unspent: money("Jeszcze niewykorzystane", unspent),
        unused: money("Zostanie z przyznanych", known(awarded, left(awarded, forecast))),
        to_return: money("Do zwrotu z otrzymanych", known(transferred, left(transferred, forecast))),
        missing: money("Zabraknie do przyznanych", known(awarded, left(forecast, awarded))),
        sources: sources(settled, facts, round.half_year, component.component, used),
    }
}

fn rule<'a>(facts: &Facts<'a>, component: FundComponent) -> Option<&'a Component> {
    let supplement = component == FundComponent::Supplement;
    facts.programme.components.iter().find(|c| c.is_supplement() == supplement)
}

/// What each line of the round puts into the component: its limit where the edition has one by line, else its cost.
fn weights(settled: &Settled, round: usize, component: FundComponent) -> Vec<(Month, NodeId)> {
    let key = match component {
        FundComponent::Supplement => "supplement_limit",
        FundComponent::EmploymentCost => "wage_limit",
    };
    let steps = line_steps(settled, key).unwrap_or_default();
    let lines = settled.lines.iter().enumerate().filter(|(_, line)| line.round == round);
    let limits: Option<Vec<(Month, NodeId)>> =
        lines.clone().map(|(i, line)| Some((line.month, steps.get(i).copied().flatten()?))).collect();
    let cost = lines.map(|(_, line)| match component {
        FundComponent::Supplement => (line.month, line.supplement_cost),
        FundComponent::EmploymentCost => (line.month, line.wage_cost),
    });
    limits.unwrap_or_else(|| cost.collect())
}

/// What is earned up to the day by the rules, before award and transfer cut it: the whole limit, or its part by the
/// lines of the months that have begun.
fn used(
    settled: &mut Settled,
    facts: &Facts<'_>,
    component: &ComponentFigures,
    weights: &[(Month, NodeId)],
) -> NodeId {
    let begun: Vec<NodeId> =
        weights.iter().filter(|(month, _)| month.first() <= facts.as_of).map(|(_, node)| *node).collect();
    let expr = if begun.len() == weights.len() {
        Expr::Ref(component.limit)
    } else {
        let all = weights.iter().map(|(_, node)| *node).collect();
        Expr::div(Expr::mul(component.limit, Expr::Sum(begun)), Expr::Sum(all)).round2()
    };
    settled.model.formula("Dofinansowanie dotychczas", Format::Money, expr)
}

/// The months of the round in which the component counts.
fn months(rule: Option<&Component>, round: &RoundFigures) -> Vec<Month> {
    let days = match rule {
        Some(Component::WageShare { months: Some(months), .. }) => months.overlap(&round.period),
        _ => Some(round.period),
    };
    days.map(|days| days.months()).unwrap_or_default()
}

/// Counts the months with pay up to the day, and those after the last of them. A month whose supplement was lost was paid
/// all the same: it is part of the pace.
fn counts(
    settled: &mut Settled,
    facts: &Facts<'_>,
    (round, weights): (usize, &[(Month, NodeId)]),
    months: &[Month],
) -> (NodeId, NodeId) {
    let lines = settled.lines.iter().filter(|line| line.round == round);
    let mut pay: Vec<(Month, NodeId)> = weights.to_vec();
    for line in lines {
        let nodes = line.paid.iter().flat_map(|paid| [paid.eligible_pay, paid.supplement, paid.motivation]);
        pay.extend(nodes.map(|node| (line.month, node)));
    }
    let model = &mut settled.model;
    let mut paid = Vec::new();
    let mut last = None;
    for month in months.iter().filter(|month| month.first() <= facts.as_of) {
        let own: Vec<NodeId> = pay.iter().filter(|(of, _)| of == month).map(|(_, node)| *node).collect();
        let any = Expr::Sum(own);
        if any.number(model) > Exact::zero() {
            last = Some(*month);
        }
        paid.push(Expr::when(Cond::Greater(any, Expr::whole(0)), Expr::whole(1), Expr::whole(0)));
    }
    let ahead = |month: &&Month| match last {
        Some(last) => **month > last,
        None => month.first() > facts.as_of,
    };
    let ahead = i64::try_from(months.iter().filter(ahead).count()).unwrap_or(0);
    let left = Value::Number(Exact::whole(ahead));
    (
        model.formula("Miesiące z wypłatami", Format::Count, Expr::Add(paid)),
        model.parameter("Miesiące do końca okresu", Format::Count, left),
    )
}

/// The parts of the sources that `Środki` names, divided as the settlement divides what is earned.
fn sources(
    settled: &mut Settled,
    facts: &Facts<'_>,
    half_year: Option<HalfYear>,
    component: FundComponent,
    used: NodeId,
) -> Vec<SourceRow> {
    let inputs = Inputs::of(facts.submission);
    let first = settled.rounds.len() == 1 || half_year == Some(HalfYear::First);
    let in_round = |fund: &Fund| match (fund.half_year.as_ref().map(|h| h.value), half_year) {
        (_, None) => true,
        (None, Some(_)) => first,
        (Some(of), Some(half)) => of == half,
    };
    let funds = facts.submission.funds.iter();
    let own: Vec<&Fund> =
        funds.filter(|f| !f.rejected && f.component.value == component && in_round(f)).collect();
    let awards = |source: FundingSource, model: &Model| -> Vec<NodeId> {
        let of = |fund: &Fund| fund.source.as_ref().map_or(FundingSource::LabourFund, |s| s.value);
        let rows = own.iter().filter(|fund| of(fund) == source);
        rows.filter_map(|fund| inputs.cell(model, fund.at, "awarded")).collect()
    };
    let state = awards(FundingSource::StateBudget, &settled.model);
    let labour = awards(FundingSource::LabourFund, &settled.model);
    let model = &mut settled.model;
    let state_part = match (state.is_empty(), labour.is_empty()) {
        (true, true) => return Vec::new(),
        (false, true) => Expr::Ref(used),
        (true, false) => Expr::whole(0),
        (false, false) => match facts.programme.reads::<TwoSources>() {
            TwoSources::InProportion => {
                let all = Expr::Sum(state.iter().chain(&labour).copied().collect());
                Expr::div(Expr::mul(used, Expr::Sum(state.clone())), all).round2()
            }
            TwoSources::StateBudgetFirst => Expr::min(used, Expr::Sum(state.clone())),
            TwoSources::LabourFundFirst => Expr::sub(used, Expr::min(used, Expr::Sum(labour.clone()))),
        },
    };
    let mut money = |label: &str, expr: Expr| model.formula(label, Format::Money, expr);
    let state_used = money("Dotychczas z budżetu państwa", state_part);
    let labour_used = money("Dotychczas z Funduszu Pracy", Expr::sub(used, state_used));
    let mut rows = Vec::new();
    for (source, awards, used) in
        [(FundingSource::StateBudget, state, state_used), (FundingSource::LabourFund, labour, labour_used)]
    {
        if awards.is_empty() {
            continue;
        }
        let blank = Cond::Any(awards.iter().map(|id| Cond::Blank(*id)).collect());
        let awarded = money("Przyznano ze źródła", Expr::when(blank, Expr::Blank, Expr::Sum(awards)));
        let left = Expr::max(Expr::whole(0), Expr::sub(awarded, used));
        let left = Expr::when(Cond::Blank(awarded), Expr::Blank, left);
        rows.push(SourceRow {
            source,
            awarded,
            used,
            unspent: money("Jeszcze niewykorzystane ze źródła", left),
        });
    }
    rows
}

/// Returns the cost of each month that has begun, by who paid.
pub fn monthly(settled: &mut Settled, facts: &Facts<'_>) -> Vec<MonthlyCost> {
    let lines: Vec<_> = settled.lines.iter().filter(|line| begun(line, facts.as_of)).cloned().collect();
    let months = settled.period.months().into_iter().filter(|month| month.first() <= facts.as_of);
    let mut result = Vec::new();
    for month in months {
        let own = lines.iter().filter(|line| line.month == month);
        let (mut supplement, mut employment, mut borne) = (Vec::new(), Vec::new(), Vec::new());
        for line in own {
            supplement.push(line.supplement_co_financing);
            employment.push(line.employment_co_financing);
            borne.extend([line.supplement_own, line.employment_own]);
        }
        let mut money = |label: &str, nodes| settled.model.formula(label, Format::Money, Expr::Sum(nodes));
        result.push(MonthlyCost {
            month,
            supplement: money("Dofinansowanie dodatków w miesiącu", supplement),
            employment: money("Dofinansowanie kosztów zatrudnienia w miesiącu", employment),
            own: money("Wkład własny w miesiącu", borne),
        });
    }
    result
}
