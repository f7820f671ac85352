//! A second settlement, written from the specification (calculation.md) and not from `src/`.
//!
//! It knows the generated cases only and is plain on purpose: loops and fractions, no formulas, no model. Where it and
//! the program differ, one of the two has misread the specification.

use super::components::{self, Class};
use super::fraction::Fraction as F;
use super::generator::last_day;
use super::submission::{Case, Contract, Date, Pay, Shape};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Figures of the editions: (amount in złoty, reference day, highest level, share and ceiling by form).
struct Edition {
    amount: i64,
    reference: Option<Date>,
    level: i64,
    employment: (i64, i64),
    service: (i64, i64),
    deadline: Date,
}

fn edition(case: &Case) -> Edition {
    let (amount, reference, level, employment, service) = match case.programme {
        "asystent-rodziny-2019" => (0, None, 0, (60, 1900), (27, 800)),
        "asystent-rodziny-2021" => (2000, Some((2021, 10, 22)), 0, (0, 0), (0, 0)),
        "asystent-rodziny-2022" => (3000, Some((2022, 11, 18)), 0, (0, 0), (0, 0)),
        "asystent-rodziny-2023" => (2000, Some((2023, 11, 22)), 8000, (0, 0), (0, 0)),
        "asystent-rodziny-2024" | "asystent-rodziny-2025" => (200, None, 3000, (0, 0), (0, 0)),
        "dodatek-motywacyjny-2024-2027" => (1000, None, 0, (0, 0), (0, 0)),
        other => unreachable!("no reference for {other}"),
    };
    Edition { amount, reference, level, employment, service, deadline: (case.to.0, 12, 31) }
}

/// One assistant, month and form.
#[derive(Clone, Debug)]
struct Line {
    id: String,
    employment: bool,
    share: F,
    fte: F,
    hours: Option<F>,
    nominal: Option<F>,
    wage: F,
    supplement: F,
    motivation: F,
    on_motivation: F,
    sick: i64,
    days_any: i64,
    days: i64,
}

#[derive(Clone, Debug, Default)]
struct Person {
    supplement: Option<F>,
    employment: Option<F>,
    own: Option<F>,
}

const KEYS: [&str; 11] = [
    "task_cost",
    "supplement_cost",
    "employment_cost",
    "supplement_co_financing",
    "employment_co_financing",
    "co_financing",
    "own_contribution",
    "transferred",
    "to_return",
    "left_to_return",
    "due_not_transferred",
];

type Totals = BTreeMap<&'static str, Option<F>>;

/// Settles a case: `totals`, `assistants` and, with two rounds, `rounds`, as the JSON result has them.
pub fn settle(case: &Case) -> Value {
    let edition = edition(case);
    // Somebody whose contracts lie outside the settlement period is nobody of this settlement.
    let of_period =
        case.contracts.iter().filter(|c| c.from <= case.to && c.to.is_none_or(|to| to >= case.from));
    let mut people: BTreeMap<String, Person> = of_period.map(|c| (c.id.clone(), Person::default())).collect();
    let mut rounds = Vec::new();
    for (half, first, last) in halves(case) {
        rounds.push((half, round(case, &edition, half, first, last, &mut people)));
    }
    let sum = |key: &str| rounds.iter().map(|(_, t)| t[key]).sum::<Option<F>>();
    let all: Totals = KEYS.iter().map(|k| (*k, sum(k))).collect();
    let amount = |f: Option<F>| json!(f.unwrap_or(F::ZERO).amount());
    let assistants: Vec<Value> = people
        .iter()
        .map(|(id, p)| {
            json!({
                "id": id,
                "supplement_co_financing": amount(p.supplement),
                "employment_co_financing": amount(p.employment),
                "own_contribution": amount(p.own),
            })
        })
        .collect();
    let mut result = json!({ "totals": object(&all), "assistants": assistants });
    if rounds.len() > 1 {
        let named: Vec<Value> = rounds
            .iter()
            .map(|(half, t)| json!({ "round": if *half == 1 { "I-VI" } else { "VII-XII" }, "totals": object(t) }))
            .collect();
        result["rounds"] = json!(named);
    }
    result
}

fn object(totals: &Totals) -> Value {
    let entries = totals.iter().map(|(k, v)| ((*k).to_owned(), json!(v.map(F::amount))));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn halves(case: &Case) -> Vec<(u32, Date, Date)> {
    if case.programme != "asystent-rodziny-2024" {
        return vec![(0, case.from, case.to)];
    }
    [(1, (2024, 1, 1), (2024, 6, 30)), (2, (2024, 7, 1), (2024, 12, 31))]
        .into_iter()
        .map(|(half, first, last)| (half, case.from.max(first), case.to.min(last)))
        .filter(|(_, first, last)| first <= last)
        .collect()
}

fn round(
    case: &Case,
    edition: &Edition,
    half: u32,
    first: Date,
    last: Date,
    people: &mut BTreeMap<String, Person>,
) -> Totals {
    let lines = lines(case, edition, first, last);
    let mut totals: Totals = KEYS.iter().map(|k| (*k, Some(F::ZERO))).collect();
    let request = case.request[usize::from(half == 2)];
    if let Some((cost, limit, weights)) = supplement(case, edition, &lines, request) {
        component(case, half, true, &cost, limit, &weights, &mut totals, people);
    }
    if let Some((limit, weights)) = employment(case, edition, &lines) {
        let cost: Vec<(String, F)> = lines.iter().map(|l| (l.id.clone(), l.wage)).collect();
        component(case, half, false, &cost, limit, &weights, &mut totals, people);
    }
    let returned: F = case.refunds.iter().filter(|r| r.half == half).map(|r| F::grosze(r.principal)).sum();
    let left = totals["to_return"].map(|t| t - returned);
    totals.insert("left_to_return", left);
    totals
}

/// How many days of `year-month` from `first` to `last` the contract covers.
fn covers(contract: &Contract, day: Date) -> bool {
    contract.from <= day && contract.to.is_none_or(|to| day <= to)
}

fn lines(case: &Case, edition: &Edition, first: Date, last: Date) -> Vec<Line> {
    let ids: BTreeSet<&String> = case.contracts.iter().map(|c| &c.id).collect();
    let mut lines = Vec::new();
    for id in ids {
        let (mut year, mut month) = (first.0, first.1);
        while (year, month) <= (last.0, last.1) {
            month_lines(case, edition, id, (year, month), first, last, &mut lines);
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }
    lines
}

fn month_lines(
    case: &Case,
    edition: &Edition,
    id: &str,
    (year, month): (i32, u32),
    first: Date,
    last: Date,
    lines: &mut Vec<Line>,
) {
    let days_of_month = last_day(year, month);
    let inside: Vec<Date> =
        (1..=days_of_month).map(|d| (year, month, d)).filter(|d| (first..=last).contains(d)).collect();
    let contracts: Vec<&Contract> =
        case.contracts.iter().filter(|c| c.id == id && inside.iter().any(|d| covers(c, *d))).collect();
    let any: Vec<Date> = inside.iter().copied().filter(|d| contracts.iter().any(|c| covers(c, *d))).collect();
    let sick = any
        .iter()
        .filter(|d| case.absences.iter().any(|a| a.sick && a.id == id && a.from <= **d && **d <= a.to))
        .count();
    let whole = |n: usize| i64::try_from(n).expect("at most 31");
    let mut used = F::ZERO;
    for employment in [true, false] {
        let of_form: Vec<&&Contract> = contracts.iter().filter(|c| c.employment == employment).collect();
        if of_form.is_empty() {
            continue;
        }
        let rows: Vec<&Pay> = case
            .pays
            .iter()
            .filter(|p| {
                p.id == id && p.month == (year, month) && p.employment.unwrap_or(employment) == employment
            })
            .collect();
        let hours = rows.iter().filter_map(|p| p.hours).max().map(F::grosze);
        let nominal = rows.iter().filter_map(|p| p.nominal).max().map(|n| F::new(n.into(), 1));
        let mut fte = if !employment && case.shape == Shape::D {
            hours.zip(nominal).map_or(F::ZERO, |(h, n)| h.over(n))
        } else {
            let weighted: F = of_form
                .iter()
                .map(|c| {
                    let (n, d) = c.fte.expect("generated with a post");
                    let days = inside.iter().filter(|day| covers(c, **day)).count();
                    F::new(i128::from(n), i128::from(d)) * F::new(days as i128, 1)
                })
                .sum();
            weighted.over(F::new(any.len() as i128, 1))
        };
        if matches!(case.shape, Shape::B | Shape::C | Shape::D) {
            fte = fte.min(F::ONE - used);
            used = used + fte;
        }
        let mut line = Line {
            id: id.to_owned(),
            employment,
            share: F::new(any.len() as i128, i128::from(days_of_month)),
            fte,
            hours,
            nominal,
            wage: F::ZERO,
            supplement: F::ZERO,
            motivation: F::ZERO,
            on_motivation: F::ZERO,
            sick: whole(sick),
            days_any: whole(any.len()),
            days: i64::from(days_of_month),
        };
        for pay in rows {
            count(case, edition, pay, &mut line);
        }
        line.wage = line.wage.max(F::ZERO);
        lines.push(line);
    }
}

/// Adds what counts of a payment.
fn count(case: &Case, edition: &Edition, pay: &Pay, line: &mut Line) {
    if pay.paid > edition.deadline {
        return;
    }
    let of = |a: Option<i64>| F::grosze(a.unwrap_or(0));
    // A sum, or its parts in columns of their own.
    let whole = |sum: Option<i64>, class| match sum.unwrap_or(0) + components::sum(pay, class) {
        0 => None,
        amount => Some(amount),
    };
    let (other, exempt) = (whole(pay.other, Class::Contributory), whole(pay.exempt, Class::Exempt));
    let holiday = F::grosze(components::sum(pay, Class::Base));
    let base = of(pay.base.or(pay.gross)) + holiday + of(pay.seniority);
    let contributory = base + of(other) + of(pay.supplement) + of(pay.motivation);
    let part = |given: Option<i64>, amount: Option<i64>| match given {
        Some(given) => F::grosze(given),
        None if amount.unwrap_or(0) == 0 || contributory.is_zero() => F::ZERO,
        None => {
            pay.contributions.iter().map(|c| (F::grosze(*c) * of(amount)).over(contributory).round2()).sum()
        }
    };
    let on_other = part(pay.on_other, other);
    let on_supplement = part(pay.on_supplement, pay.supplement);
    let on_motivation = part(pay.on_motivation, pay.motivation);
    let in_time = pay.contributions_paid.unwrap_or(pay.paid) <= edition.deadline;
    let mut wage = base - of(pay.public);
    match case.shape {
        Shape::A => wage = wage + of(other) + of(exempt),
        _ if !line.employment => wage = wage + of(other) + of(exempt),
        _ => {}
    }
    line.supplement = line.supplement + of(pay.supplement);
    line.motivation = line.motivation + of(pay.motivation);
    if in_time {
        let total: F = pay.contributions.iter().map(|c| F::grosze(*c)).sum();
        if case.shape != Shape::A {
            let out = if line.employment { on_other } else { F::ZERO };
            wage = wage + total - out - on_supplement - on_motivation;
        }
        line.supplement = line.supplement + on_supplement;
        line.on_motivation = line.on_motivation + on_motivation;
    }
    line.wage = line.wage + wage;
}

type Weights = Vec<(String, F)>;

/// Cost, limit and weights of the supplement, if the edition has one.
fn supplement(
    case: &Case,
    edition: &Edition,
    lines: &[Line],
    request: Option<Date>,
) -> Option<(Weights, F, Weights)> {
    let zloty = |n: i64| F::new(i128::from(n), 1);
    let eighty = F::new(4, 5);
    let (mut costs, mut weights) = (Weights::new(), Weights::new());
    match case.shape {
        Shape::A => return None,
        Shape::B | Shape::C => {
            let day = edition.reference.expect("shapes B and C have one");
            let ids: BTreeSet<&String> = case.contracts.iter().map(|c| &c.id).collect();
            for id in ids {
                let on_day: Vec<&Contract> =
                    case.contracts.iter().filter(|c| &c.id == id && covers(c, day)).collect();
                if on_day.is_empty() || on_day.iter().any(|c| c.ready == Some(false)) {
                    continue;
                }
                let posts: F =
                    on_day.iter().filter_map(|c| c.fte).map(|(n, d)| F::new(n.into(), d.into())).sum();
                let cost: F = lines.iter().filter(|l| &l.id == id).map(|l| l.supplement).sum();
                let limit = if case.shape == Shape::B {
                    (zloty(edition.amount) * posts.min(F::ONE).round2()).min(cost)
                } else {
                    (zloty(edition.amount) * posts.min(F::ONE)).floor2().min((eighty * cost).floor2())
                };
                costs.push((id.clone(), cost));
                weights.push((id.clone(), limit));
            }
            let mut limit = sum(&weights);
            if case.shape == Shape::B {
                limit = limit.floor2().min((eighty * sum(&costs)).floor2());
            }
            return Some((costs, limit, weights));
        }
        Shape::D => {
            for line in lines {
                let employed = request
                    .is_some_and(|day| case.contracts.iter().any(|c| c.id == line.id && covers(c, day)));
                let met = !line.employment || line.hours.is_some_and(|h| h >= zloty(120) * line.fte);
                let known = line.employment || line.hours.zip(line.nominal).is_some();
                let good = employed && met && known && line.fte > F::ZERO;
                let limit =
                    (zloty(edition.amount) * line.fte).floor2().min((eighty * line.supplement).floor2());
                costs.push((line.id.clone(), if good { line.supplement } else { F::ZERO }));
                weights.push((line.id.clone(), if good { limit } else { F::ZERO }));
            }
        }
        Shape::E => {
            for line in lines.iter().filter(|l| l.employment) {
                let share = F::new((line.days_any - line.sick).into(), line.days.into());
                let due = (zloty(edition.amount) * line.fte * share).floor2().min(line.motivation);
                let on = if line.motivation.is_zero() {
                    F::ZERO
                } else {
                    (line.on_motivation * due).over(line.motivation).round2()
                };
                let cost = if due > F::ZERO { line.motivation + line.on_motivation } else { F::ZERO };
                costs.push((line.id.clone(), cost));
                weights.push((line.id.clone(), due + on));
            }
        }
    }
    let limit = sum(&weights);
    Some((costs, limit, weights))
}

/// Limit and weights of the employment cost, if the edition has one.
fn employment(case: &Case, edition: &Edition, lines: &[Line]) -> Option<(F, Weights)> {
    match case.shape {
        Shape::A => {
            let weights: Weights = lines
                .iter()
                .map(|l| {
                    let (share, ceiling) = if l.employment { edition.employment } else { edition.service };
                    let by_share = F::new(share.into(), 100) * l.wage;
                    (l.id.clone(), by_share.min(F::new(ceiling.into(), 1) * l.fte * l.share))
                })
                .collect();
            Some((sum(&weights).floor2(), weights))
        }
        Shape::C | Shape::D => {
            let level = F::new(case.level.unwrap_or(edition.level).into(), 10_000);
            let weights: Weights = lines.iter().map(|l| (l.id.clone(), l.wage)).collect();
            Some(((level * sum(&weights)).floor2(), weights))
        }
        Shape::B | Shape::E => None,
    }
}

fn sum(weights: &Weights) -> F {
    weights.iter().map(|(_, w)| *w).sum()
}

#[allow(clippy::too_many_arguments)]
fn component(
    case: &Case,
    half: u32,
    is_supplement: bool,
    costs: &Weights,
    limit: F,
    weights: &Weights,
    totals: &mut Totals,
    people: &mut BTreeMap<String, Person>,
) {
    let rows: Vec<_> =
        case.funds.iter().filter(|f| f.supplement == is_supplement && f.half == half).collect();
    if rows.is_empty() {
        return;
    }
    let awarded: Option<F> = rows.iter().map(|f| f.awarded.map(F::grosze)).sum();
    let received: Option<F> = rows.iter().map(|f| f.received.map(F::grosze)).sum();
    let due = awarded.map_or(limit, |a| a.min(limit));
    let paid = received.map_or(due, |r| r.min(due));
    let cost = sum(costs);
    let mut add = |key: &'static str, value: Option<F>| {
        let before = totals[key];
        totals.insert(key, before.zip(value).map(|(a, b)| a + b));
    };
    add("task_cost", Some(cost));
    add(if is_supplement { "supplement_cost" } else { "employment_cost" }, Some(cost));
    add(if is_supplement { "supplement_co_financing" } else { "employment_co_financing" }, Some(paid));
    add("co_financing", Some(paid));
    add("own_contribution", Some(cost - paid));
    add("transferred", received);
    add("to_return", received.map(|r| (r - paid).max(F::ZERO)));
    add("due_not_transferred", received.map(|_| due - paid));
    // Cumulative rounding.
    let whole = sum(weights);
    let (mut running, mut before) = (F::ZERO, F::ZERO);
    for (id, weight) in weights {
        running = running + *weight;
        let now = if whole.is_zero() { F::ZERO } else { (paid * running).over(whole).round2() };
        let part = now - before;
        before = now;
        let person = people.entry(id.clone()).or_default();
        let target = if is_supplement { &mut person.supplement } else { &mut person.employment };
        *target = Some(target.unwrap_or(F::ZERO) + part);
        person.own = Some(person.own.unwrap_or(F::ZERO) - part);
    }
    for (id, cost) in costs {
        let person = people.entry(id.clone()).or_default();
        person.own = Some(person.own.unwrap_or(F::ZERO) + *cost);
    }
}
