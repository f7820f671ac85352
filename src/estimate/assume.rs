//! The assumptions sheet: every figure of the coming year by scenario, with its source and how sure it is.
//!
//! What the plan gives wins; then what is announced; then today's. A blank scenario takes the value of the base one. A
//! rate that nobody has announced is never carried over in silence: it is an error until the plan gives it.

use std::collections::BTreeMap;

use super::build::Build;
use super::{AssumptionRow, Scenario};
use crate::calc::model::{day_value, month_value};
use crate::calc::{Cond, Expr, NodeId, Value};
use crate::finding::code::plan as code;
use crate::finding::{Fact, Finding};
use crate::forms::working::input;
use crate::programme::coming::Coming;
use crate::programme::{Catalogue, Component, Figure, Mark};
use crate::records::plan::{PLAN_FIGURES, PlanFigure};
use crate::records::{Contribution, Datum, PlannedFigure};
use crate::units::{Day, Exact, Money, Month};

/// Nodes of the assumptions by key.
#[derive(Clone, Debug, Default)]
pub struct Assumed(BTreeMap<&'static str, [NodeId; 3]>);

impl Assumed {
    /// Returns a figure in a scenario, by its position in [`Scenario::ALL`]; nothing where the edition has no use for it.
    pub fn get(&self, key: &str, scenario: usize) -> Option<NodeId> {
        self.0.get(key).and_then(|nodes| nodes.get(scenario)).copied()
    }

    /// Returns a contribution on pay, rounded to the grosz by itself; nothing where its rate is not assumed.
    pub fn contribution(&self, which: Contribution, pay: impl Into<Expr>, scenario: usize) -> Option<Expr> {
        let rate = match which {
            Contribution::Accident => "accident_rate",
            other => other.key(),
        };
        Some(Expr::mul(self.get(rate, scenario)?, pay).round2())
    }
}

/// A value that holds where the plan gives none.
struct Fallback {
    value: Value,
    mark: Mark,
    source: String,
}

/// Adds every assumption; `supplement` is today's supplement on a full post with its place, where there is one.
pub fn assume(build: &mut Build<'_>, supplement: Option<&(Money, String)>) {
    let mut missing: Vec<(&'static str, String)> = Vec::new();
    for figure in PLAN_FIGURES {
        let planned = build.plan.figures.iter().find(|f| f.key == figure.key && !f.rejected);
        let fallback = match fallback(build, figure.key, supplement) {
            Found::Value(value) => Some(value),
            Found::Nothing => None,
            Found::Missing(newest) => {
                if planned.is_none_or(|p| p.values.iter().all(Option::is_none)) {
                    let told = newest.as_ref().map_or_else(String::new, |newest| shown(figure, newest));
                    missing.push((figure.label, told));
                }
                newest.map(|(f, _)| f)
            }
        };
        add(build, figure, planned.cloned().as_ref(), fallback);
    }
    say_missing(build, &missing);
}

/// Where a figure comes from when the plan does not give it.
enum Found {
    /// Announced, carried on from today, or ours.
    Value(Fallback),
    /// The edition has no use for it.
    Nothing,
    /// Not announced; the newest known with the last day for which it was checked.
    Missing(Option<(Fallback, Day)>),
}

fn shown(figure: &PlanFigure, (newest, day): &(Fallback, Day)) -> String {
    let value = match &newest.value {
        Value::Number(n) => figure.told(n),
        Value::Blank | Value::Text(_) => String::new(),
    };
    format!("{value} ({})", day.polish())
}

fn say_missing(build: &mut Build<'_>, missing: &[(&'static str, String)]) {
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let newest: Vec<String> = missing.iter().map(|(name, newest)| format!("{name}: {newest}")).collect();
    let year = i64::from(build.year);
    let mut finding = Finding::new(&code::PLAN_YEAR_WITHOUT_RATES)
        .with("year", Fact::Text(year.to_string()))
        .with("missing", Fact::Text(names.join("; ")))
        .with("newest", Fact::Text(newest.join("; ")));
    finding.at = build.now.tables.iter().find(|t| t.id.is_plan()).map(|t| t.header_at);
    build.findings.push(finding);
}

fn fallback(build: &Build<'_>, key: &str, supplement: Option<&(Money, String)>) -> Found {
    let ours = |value: Value, source: &str| {
        Found::Value(Fallback { value, mark: Mark::Assumed, source: source.to_owned() })
    };
    let number = |n: Exact| Value::Number(n);
    match key {
        "raise_percent" | "raise_amount" => ours(number(Exact::zero()), "założenie: bez podwyżek"),
        "raise_from" => ours(month_value(build.month(1)), "założenie: od stycznia"),
        "accident_rate" if build.now.agreement.accident_rate.is_some() => {
            let given = build.now.agreement.accident_rate.as_ref();
            let place = given.map_or_else(String::new, |g| build.now.sources.place(g.at));
            let value = given.map_or_else(Exact::zero, |g| g.value.clone());
            ours(number(value), &format!("założenie: jak w tym roku ({place})"))
        }
        "expected_hours" => ours(Value::Blank, "założenie: puste, czyli nominalny czas pracy miesiąca"),
        "supplement" => supplement_due(build, supplement),
        "level" => level(build),
        "thirteenth_share" => ours(
            number(Exact::ratio(85, 1_000).unwrap_or_else(Exact::zero)),
            "dodatkowe wynagrodzenie roczne: 8,5% wynagrodzenia za rok (portalkadrowy.pl)",
        ),
        "request_day" => request_day(build),
        "december_contributions_day" => build.year_days().map_or(Found::Nothing, |days| {
            ours(
                day_value(days.last),
                "założenie: składki za grudzień zapłacone w roku, bo liczy się to, co zapłacono",
            )
        }),
        _ => match build.national.coming(key, build.year) {
            Some(Coming::Announced(figure)) => Found::Value(figure.into()),
            // Never more than an assumption for the year, whatever it was when it held.
            Some(Coming::NotYet(newest)) => Found::Missing(newest.map(|(figure, day)| {
                let source = format!("nie ogłoszono; ostatnia znana, {}: {}", day.polish(), figure.source);
                let figure = Figure { mark: Mark::Assumed, source, ..figure };
                (figure.into(), day)
            })),
            None => Found::Nothing,
        },
    }
}

impl From<Figure<Exact>> for Fallback {
    fn from(figure: Figure<Exact>) -> Self {
        Self { value: Value::Number(figure.value), mark: figure.mark, source: figure.source }
    }
}

/// Today's supplement; where nobody has one, the gross amount that with its contributions earns the whole grant.
fn supplement_due(build: &Build<'_>, today: Option<&(Money, String)>) -> Found {
    let rule = build.programme.components.iter().find(|c| c.is_supplement());
    let (whole, share) = match rule {
        Some(
            Component::MonthlySupplement { amount, share_of_cost, .. }
            | Component::OneOffSupplement { amount, share_of_cost, .. },
        ) => (amount, share_of_cost.value.clone()),
        _ => return Found::Nothing,
    };
    let once = |c: &Component| matches!(c, Component::OneOffSupplement { .. });
    let other = of_this_year(build).is_some_and(|own| Some(once(&own)) != rule.map(once));
    if let Some((amount, place)) = today.filter(|_| !other) {
        let value = Value::Number(amount.to_exact());
        let source = format!("założenie: jak w tym roku ({place})");
        return Found::Value(Fallback { value, mark: Mark::Assumed, source });
    }
    let day = build.month(1).first();
    let rates = [Contribution::Pension, Contribution::Disability, Contribution::LabourFund];
    let known = rates.iter().filter_map(|which| build.national.contribution_rate(*which, day));
    let accident = build.now.agreement.accident_rate.as_ref().map(|r| r.value.clone());
    let accident = accident.or_else(|| build.national.accident_rate_of_small_payers(day).map(|r| r.value));
    let rates: Vec<Exact> = known.map(|r| r.value).chain(accident).collect();
    let wanted = whole.value.to_exact().checked_div(&share).unwrap_or_else(Exact::zero);
    Found::Value(Fallback {
        value: Value::Number(lowest_gross(&wanted, &rates)),
        mark: Mark::Assumed,
        source: match (other, rule.is_some_and(once)) {
            (true, false) => format!(
                "{LOWEST}; dodatku z tego roku nie przeniesiono, bo jest jednorazowy, a ten miesięczny"
            ),
            (true, true) => format!(
                "{LOWEST}; dodatku z tego roku nie przeniesiono, bo jest miesięczny, a ten jednorazowy"
            ),
            (false, _) => LOWEST.to_owned(),
        },
    })
}

const LOWEST: &str = "założenie: najniższa kwota brutto, przy której dofinansowanie dodatku jest pełne";

/// The supplement of the edition that this year's tables name.
fn of_this_year(build: &Build<'_>) -> Option<Component> {
    let id = build.now.agreement.programme.as_ref()?.value.trim();
    let edition = Catalogue::built_in().get(id).ok()?;
    edition.components.into_iter().find(Component::is_supplement)
}

/// The lowest gross amount that costs at least so much, each contribution rounded to the grosz.
fn lowest_gross(cost: &Exact, rates: &[Exact]) -> Exact {
    let factor = rates.iter().cloned().sum::<Exact>() + Exact::one();
    let grosz = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    // Roundings of a few items move it by a grosz or two.
    let near = cost.checked_div(&factor).unwrap_or_else(Exact::zero).cut_down(2);
    let costs = |gross: &Exact| {
        gross.clone() + rates.iter().map(|rate| (rate * gross).round_half_up(2)).sum::<Exact>()
    };
    let tries = (-3..=3).map(|step| near.clone() + grosz.clone() * Exact::whole(step));
    tries.into_iter().find(|gross| costs(gross) >= *cost).unwrap_or(near)
}

fn level(build: &Build<'_>) -> Found {
    let rule = build.programme.components.iter().find_map(|c| match c {
        Component::WageShare { ceiling, .. } => Some(ceiling),
        _ => None,
    });
    rule.map_or(Found::Nothing, |ceiling| {
        let value = Value::Number(ceiling.value.clone());
        Found::Value(Fallback { value, mark: ceiling.mark, source: ceiling.source.clone() })
    })
}

/// The last day for requests of the edition; where it names none, the end of October.
fn request_day(build: &Build<'_>) -> Found {
    let named = build.programme.rounds.iter().rev().find_map(|r| r.request_until.as_ref());
    let (day, source) = match named {
        Some(until) => (Some(until.value), format!("założenie: ostatni dzień terminu ({})", until.source)),
        None => (Day::new(build.year, 10, 31), "założenie: koniec października".to_owned()),
    };
    day.map_or(Found::Nothing, |day| {
        Found::Value(Fallback { value: day_value(day), mark: Mark::Assumed, source })
    })
}

fn add(
    build: &mut Build<'_>,
    figure: &'static PlanFigure,
    planned: Option<&PlannedFigure>,
    fallback: Option<Fallback>,
) {
    let base = planned.and_then(|p| p.values[1].as_ref());
    let own = |i: usize| planned.and_then(|p| p.values[i].as_ref());
    if planned.is_none_or(|p| p.values.iter().all(Option::is_none)) && fallback.is_none() {
        return;
    }
    let format = input::format(figure.kind);
    let label = |i: usize| format!("{} ({})", figure.label, Scenario::ALL[i].word());
    let of_base = base.map(|v| datum_value(&v.value)).or_else(|| fallback.as_ref().map(|f| f.value.clone()));
    let of_base = build.model.parameter(&label(1), format, of_base.unwrap_or(Value::Blank));
    // A scenario without a value of its own repeats the base one, so one cell is typed.
    let nodes = [0, 1, 2].map(|i| match own(i) {
        _ if i == 1 => of_base,
        Some(own) => build.model.parameter(&label(i), format, datum_value(&own.value)),
        None => {
            let repeated = Expr::when(Cond::Blank(of_base), Expr::Blank, of_base);
            build.model.formula(&label(i), format, repeated)
        }
    });
    // What the plan copied from the announcement stays announced.
    let sure = fallback.as_ref().filter(|f| f.mark != Mark::Assumed);
    let announced = sure.is_some_and(|f| nodes.iter().all(|n| *build.model.value(*n) == f.value));
    let first = planned.and_then(|p| p.values.iter().flatten().next()).filter(|_| !announced);
    let (mark, source) = match (first, fallback) {
        (Some(given), _) => (Mark::Assumed, format!("plan: {}", build.now.sources.place(given.at))),
        (None, Some(fallback)) => (fallback.mark, fallback.source),
        (None, None) => (Mark::Assumed, "założenie".to_owned()),
    };
    build.assumed.0.insert(figure.key, nodes);
    build.assumptions.push(AssumptionRow {
        key: figure.key,
        label: figure.label.to_owned(),
        format,
        values: nodes,
        mark,
        source,
    });
}

fn datum_value(datum: &Datum) -> Value {
    match datum {
        Datum::Amount(amount) => Value::Number(amount.to_exact()),
        Datum::Number(number) => Value::Number(number.clone()),
        Datum::Day(day) => day_value(*day),
        Datum::Month(month) => month_value(*month),
        Datum::Text(text) => Value::Text(text.clone()),
        Datum::Choice(word) => Value::Text((*word).to_owned()),
        Datum::Yes(_) => Value::Blank,
    }
}

/// Returns the key of the minimum that holds in a month.
pub fn minimum_of(month: Month, hourly: bool) -> &'static str {
    match (hourly, month.number >= 7) {
        (false, false) => "minimum_wage",
        (false, true) => "minimum_wage_july",
        (true, false) => "hourly_minimum",
        (true, true) => "hourly_minimum_july",
    }
}
