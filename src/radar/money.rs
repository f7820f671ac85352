//! Money of each component: what is earned so far, what will be at the present pace, what is left and must go back; and
//! what each month cost, by who paid.
//!
//! The pace is the mean of the months with pay; it holds for the months after the last of them. Nothing is rounded
//! before the end: the forecast is one fraction, rounded half up to the grosz.

use super::{Facts, MoneyRow, MonthlyCost, Pace, SourceRow, begun};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::Component;
use crate::programme::readings::{SupplementCost, TwoSources};
use crate::records::{Fund, FundComponent, FundingSource, HalfYear};
use crate::settlement::cells::Inputs;
use crate::settlement::{ComponentFigures, Line, RoundFigures, Settled};
use crate::units::{Day, Exact, Month};

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
    let earned = earned(settled, facts, component, &weights);
    let used = used(settled, facts, component, index, &weights);
    let transferred = received(settled, facts, round.half_year, component);
    let months = months(rule, round);
    let (paid_months, months_left) = counts(settled, facts, (index, &weights), &months);
    let model = &mut settled.model;
    let forecast = match pace {
        Pace::Once => Expr::Ref(earned),
        Pace::Monthly => {
            let all = Expr::add([paid_months, months_left]);
            Expr::div(Expr::mul(earned, all), paid_months).round2()
        }
    };
    let forecast =
        model.formula("Dofinansowanie do końca okresu przy obecnym tempie", Format::Money, forecast);
    let awarded = component.awarded;
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
        planned: money("Zaplanowane po tym dniu", left(component.limit, used)),
        received_later: (transferred != component.transferred)
            .then(|| money("Otrzymane po tym dniu", left(component.transferred, transferred))),
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
    let lines = settled.lines.iter().enumerate().filter(|(_, line)| line.round == round);
    let limits: Option<Vec<(Month, NodeId)>> =
        lines.clone().map(|(i, line)| Some((line.month, settled.step("Obliczenia", i, key)?))).collect();
    let cost = lines.map(|(_, line)| match component {
        FundComponent::Supplement => (line.month, line.supplement_cost),
        FundComponent::EmploymentCost => (line.month, line.wage_cost),
    });
    limits.unwrap_or_else(|| cost.collect())
}

/// What is earned by what was paid up to the day, before award and transfer cut it. Money of a grant is used when it is
/// paid for what it was granted for (art. 168 (4) of the public finance act): a row with a later day is planned only.
fn used(
    settled: &mut Settled,
    facts: &Facts<'_>,
    component: &ComponentFigures,
    round: usize,
    weights: &[(Month, NodeId)],
) -> NodeId {
    let lines = settled.lines.iter().filter(|line| line.round == round);
    let (mut paid, mut parts, mut whole) = (Vec::new(), Vec::new(), true);
    for (line, (_, weight)) in lines.zip(weights) {
        match paid_part(settled, facts, component, line) {
            Paid::All => paid.push(*weight),
            Paid::Part(part) => parts.push(Expr::mul(*weight, part)),
            Paid::Nothing => {}
        }
        whole &= paid.last() == Some(weight);
    }
    let expr = if whole {
        Expr::Ref(component.limit)
    } else {
        let all = weights.iter().map(|(_, node)| *node).collect();
        parts.push(Expr::Sum(paid));
        Expr::div(Expr::mul(component.limit, Expr::Add(parts)), Expr::Sum(all)).round2()
    };
    settled.model.formula("Dofinansowanie dotychczas", Format::Money, expr)
}

/// How much of a line was paid by the day.
enum Paid {
    All,
    /// A fraction of its cost.
    Part(Expr),
    Nothing,
}

/// As its rows (and, on a day of their own, their contributions) divide its cost. Rows that cost the component nothing
/// say nothing, which also keeps the formula short.
fn paid_part(settled: &Settled, facts: &Facts<'_>, component: &ComponentFigures, line: &Line) -> Paid {
    let later = |day: Option<Day>| day.is_some_and(|day| day > facts.as_of);
    let funded = facts.programme.components.iter().any(|c| matches!(c, Component::FundedSupplement { .. }));
    let counted = facts.programme.reads::<SupplementCost>() == SupplementCost::WithContributions;
    let (mut done, mut all, mut whole) = (Vec::new(), Vec::new(), true);
    for (index, paid) in line.payments.iter().zip(&line.paid) {
        let Some(row) = facts.submission.payments.get(*index) else { continue };
        let (cost, on_it) = match component.component {
            FundComponent::EmploymentCost => (vec![paid.wage], Some(paid.eligible_contributions)),
            FundComponent::Supplement if funded => {
                (vec![paid.motivation, paid.on_motivation], Some(paid.on_motivation))
            }
            FundComponent::Supplement => (vec![paid.supplement], counted.then_some(paid.on_supplement)),
        };
        if Expr::Sum(cost.clone()).number(&settled.model).is_zero() {
            continue;
        }
        all.extend(cost.iter().copied());
        if later(row.paid_on.as_ref().map(|d| d.value)) {
            whole = false;
        } else if later(row.contributions_paid_on.as_ref().map(|d| d.value)) && on_it.is_some() {
            whole = false;
            done.push(Expr::sub(Expr::Sum(cost), Expr::Sum(on_it.into_iter().collect())));
        } else {
            done.push(Expr::Sum(cost));
        }
    }
    match (whole, done.is_empty()) {
        (true, _) => Paid::All,
        (false, true) => Paid::Nothing,
        (false, false) => Paid::Part(Expr::div(Expr::Add(done), Expr::Sum(all))),
    }
}

/// What came by the day; the settlement's own figure where nothing comes later.
fn received(
    settled: &mut Settled,
    facts: &Facts<'_>,
    half_year: Option<HalfYear>,
    component: &ComponentFigures,
) -> NodeId {
    let later = |fund: &&Fund| fund.received_on.as_ref().is_some_and(|day| day.value > facts.as_of);
    let own = funds(settled, facts, half_year, component.component);
    if !own.iter().any(later) {
        return component.transferred;
    }
    let inputs = Inputs::of(facts.submission);
    let came = own.iter().filter(|fund| !later(fund));
    let came = came.filter_map(|fund| inputs.cell(&settled.model, fund.at, "received")).collect();
    settled.model.formula("Otrzymano do tego dnia", Format::Money, Expr::Sum(came))
}

/// The rows of `Środki` of a component and round.
fn funds<'a>(
    settled: &Settled,
    facts: &Facts<'a>,
    half_year: Option<HalfYear>,
    component: FundComponent,
) -> Vec<&'a Fund> {
    let first = settled.rounds.len() == 1 || half_year == Some(HalfYear::First);
    let in_round = |fund: &Fund| match (fund.half_year.as_ref().map(|h| h.value), half_year) {
        (_, None) => true,
        (None, Some(_)) => first,
        (Some(of), Some(half)) => of == half,
    };
    let all = facts.submission.funds.iter();
    all.filter(|f| !f.rejected && f.component.value == component && in_round(f)).collect()
}

/// What the months that have begun earn by the rules, paid or planned: the whole limit, or its part by their lines. The
/// pace rests on it: a supplement that is paid once for many months would else have no pace.
fn earned(
    settled: &mut Settled,
    facts: &Facts<'_>,
    component: &ComponentFigures,
    weights: &[(Month, NodeId)],
) -> NodeId {
    let begun: Vec<NodeId> =
        weights.iter().filter(|(month, _)| begun(*month, facts)).map(|(_, node)| *node).collect();
    let expr = if begun.len() == weights.len() {
        Expr::Ref(component.limit)
    } else {
        let all = weights.iter().map(|(_, node)| *node).collect();
        Expr::div(Expr::mul(component.limit, Expr::Sum(begun)), Expr::Sum(all)).round2()
    };
    settled.model.formula("Dofinansowanie miesięcy, które się zaczęły", Format::Money, expr)
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
    for month in months.iter().filter(|month| begun(**month, facts)) {
        let own: Vec<NodeId> = pay.iter().filter(|(of, _)| of == month).map(|(_, node)| *node).collect();
        let any = Expr::Sum(own);
        if any.number(model) > Exact::zero() {
            last = Some(*month);
        }
        paid.push(Expr::when(Cond::Greater(any, Expr::whole(0)), Expr::whole(1), Expr::whole(0)));
    }
    let ahead = |month: &&Month| match last {
        Some(last) => **month > last,
        None => !begun(**month, facts),
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
    let own = funds(settled, facts, half_year, component);
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
    let months = settled.period.months().into_iter().filter(|month| begun(*month, facts));
    let mut result = Vec::new();
    for month in months {
        let own = settled.lines.iter().filter(|line| line.month == month);
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
