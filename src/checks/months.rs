//! Sums of an assistant-month: no item and no cost below zero, no row without an amount.
//!
//! Corrections may be negative, their month may not. A cost is judged over the rows that count (paid in time), since a
//! correction paid in time may stand against pay that was paid late. What a sum takes away is the settlement's matter.

use std::collections::BTreeMap;

use super::components;
use super::scope::{Scope, amount, base_pay, contributory_pay, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::pay_components::PayClass;
use crate::programme::{Component, WageBase};
use crate::records::submission::Given;
use crate::records::{ContractForm, Payment, TableId, schema};
use crate::source::{CellRef, Sourced};
use crate::units::{Exact, Money};

/// A column of amounts.
type Column = fn(&Payment) -> &Given<Money>;

const COLUMNS: [(&str, Column); 11] = [
    ("gross", |p| &p.gross),
    ("base", |p| &p.base),
    ("seniority", |p| &p.seniority),
    ("other_contributory", |p| &p.other_contributory),
    ("other_exempt", |p| &p.other_exempt),
    ("supplement", |p| &p.supplement),
    ("motivation", |p| &p.motivation),
    ("on_other", |p| &p.on_other),
    ("on_supplement", |p| &p.on_supplement),
    ("on_motivation", |p| &p.on_motivation),
    ("other_public", |p| &p.other_public),
];

/// Judges the rows of one assistant and month.
pub fn sums(scope: &Scope, rows: &[&Payment]) -> Vec<Finding> {
    let mut found = negative_items(rows);
    if found.is_empty() {
        // A negative item makes its cost negative as well: one fault, one finding.
        found.extend(costs(scope, rows));
    }
    found.extend(nothing_paid(rows));
    found
}

fn negative_items(rows: &[&Payment]) -> Vec<Finding> {
    let mut items: BTreeMap<&'static str, (Exact, Option<CellRef>)> = BTreeMap::new();
    let mut add = |key: &'static str, value: Money, at: CellRef| {
        let (sum, cell) = items.entry(key).or_insert((Exact::zero(), None));
        *sum = sum.clone() + value.to_exact();
        if value.is_negative() {
            *cell = cell.or(Some(at));
        }
    };
    for row in rows {
        for (key, get) in COLUMNS {
            if let Some(given) = get(row) {
                add(key, given.value, given.at);
            }
        }
        for (component, given) in row.components.iter().filter(|(c, _)| c.class != PayClass::Benefit) {
            add(component.key, given.value, given.at);
        }
        for (which, given) in &row.contributions {
            add(which.key(), given.value, given.at);
        }
    }
    let pay = schema::table(TableId::Pay);
    let negative = items.into_iter().filter(|(_, (sum, _))| sum.is_negative());
    let finding = |(key, (sum, at)): (&'static str, (Exact, Option<CellRef>))| {
        let header = pay.column(key).map_or(key, |c| c.header);
        Finding::at(&code::NEGATIVE_MONTH, at.unwrap_or(rows[0].at))
            .with("column", Fact::Text(header.to_owned()))
            .with_seen(Fact::Amount(money(&sum)))
    };
    negative.map(finding).collect()
}

/// The wage cost and the supplement's cost of each contract form, over the rows that count.
fn costs(scope: &Scope, rows: &[&Payment]) -> Vec<Finding> {
    let in_time = |p: &&&Payment| p.paid_on.as_ref().is_some_and(|d| d.value <= scope.deadline);
    let mut by_form: BTreeMap<Option<ContractForm>, Vec<&Payment>> = BTreeMap::new();
    for row in rows.iter().filter(in_time) {
        by_form.entry(scope.form_of(row)).or_default().push(row);
    }
    let mut found = Vec::new();
    for rows in by_form.into_values() {
        found.extend(wage_cost(scope, &rows));
        found.extend(supplement_cost(scope, &rows));
    }
    found
}

/// The contributions of a row that count: those paid in time.
fn counted_contributions(scope: &Scope, row: &Payment) -> Vec<Exact> {
    let paid = row.contributions_paid_on.as_ref().or(row.paid_on.as_ref());
    if paid.is_none_or(|d| d.value > scope.deadline) {
        return Vec::new();
    }
    row.contributions.iter().map(|(_, m)| m.value.to_exact()).collect()
}

/// The contributions on a part of the pay: as given, else in proportion, each column to the grosz.
fn on_part(columns: &[Exact], row: &Payment, given: Option<&Sourced<Money>>, part: &Exact) -> Exact {
    if columns.is_empty() {
        return Exact::zero();
    }
    if let Some(given) = given {
        return given.value.to_exact();
    }
    let Some(share) = part.checked_div(&contributory_pay(row)) else { return Exact::zero() };
    columns.iter().map(|c| (c * &share).round_half_up(2)).sum()
}

fn below_zero(rows: &[&Payment], what: &'static str, sum: &Exact) -> Finding {
    let negative = |m: &&Sourced<Money>| m.value.is_negative();
    let cells = |p: &Payment| {
        let pay = COLUMNS.iter().filter_map(|(_, get)| get(p).as_ref()).find(negative).map(|m| m.at);
        let own = p.components.iter().map(|(_, m)| m).find(negative).map(|m| m.at);
        pay.or(own).or(p.contributions.iter().map(|(_, m)| m).find(negative).map(|m| m.at))
    };
    let at = rows.iter().find_map(|p| cells(p)).unwrap_or(rows[0].at);
    Finding::at(&code::COST_BELOW_ZERO, at)
        .with("what", Fact::Text(what.to_owned()))
        .with_seen(Fact::Amount(money(sum)))
}

fn wage_cost(scope: &Scope, rows: &[&Payment]) -> Option<Finding> {
    let base = scope.wage_base()?;
    let wide = base != WageBase::BaseAndSeniorityWithContributions;
    let mut cost = Exact::zero();
    for row in rows {
        cost = cost
            + if wide {
                base_pay(row) + components::other_contributory(row) + components::other_exempt(row)
            } else {
                components::narrow_base(row, scope.programme)
            };
        if base != WageBase::Gross {
            let columns = counted_contributions(scope, row);
            cost = cost + columns.iter().cloned().sum::<Exact>()
                - on_part(&columns, row, row.on_supplement.as_ref(), &amount(&row.supplement))
                - on_part(&columns, row, row.on_motivation.as_ref(), &amount(&row.motivation));
            if !wide {
                let outside = components::contributory_outside(row, scope.programme);
                cost = cost - on_part(&columns, row, row.on_other.as_ref(), &outside);
            }
        }
    }
    let taken: Exact = rows.iter().map(|p| amount(&p.other_public)).sum();
    if taken <= cost {
        return None;
    }
    let public = rows.iter().find_map(|p| p.other_public.as_ref()).filter(|_| !cost.is_negative());
    Some(match public {
        Some(public) => Finding::at(&code::WAGE_BASE_BELOW_ZERO, public.at)
            .with_seen(Fact::Amount(money(&taken)))
            .with_expected(Fact::Amount(money(&cost)))
            .with_difference(money(&(taken - cost))),
        None => below_zero(rows, "wage", &(cost - taken)),
    })
}

fn supplement_cost(scope: &Scope, rows: &[&Payment]) -> Option<Finding> {
    let motivation =
        scope.programme.components.iter().any(|c| matches!(c, Component::FundedSupplement { .. }));
    if !scope.programme.components.iter().any(Component::is_supplement) {
        return None;
    }
    let mut cost = Exact::zero();
    for row in rows {
        let columns = counted_contributions(scope, row);
        let (paid, on) = if motivation {
            (amount(&row.motivation), &row.on_motivation)
        } else {
            (amount(&row.supplement), &row.on_supplement)
        };
        let on = on_part(&columns, row, on.as_ref(), &paid);
        cost = cost + paid + on;
    }
    cost.is_negative().then(|| below_zero(rows, "supplement", &cost))
}

fn nothing_paid(rows: &[&Payment]) -> Option<Finding> {
    let given = |p: &Payment| {
        let pay = [&p.gross, &p.base, &p.seniority, &p.other_contributory, &p.other_exempt];
        pay.into_iter().chain([&p.supplement, &p.motivation]).any(Option::is_some)
            || !p.contributions.is_empty()
            || !p.components.is_empty()
    };
    let row = rows.iter().find(|p| !given(p))?;
    Some(Finding::at(&code::PAY_ROW_EMPTY, row.at))
}
