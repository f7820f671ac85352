//! A payment that covers neither the whole principal nor its interest (Ordynacja podatkowa, art. 55 § 2).
//!
//! It is counted in proportion: arrears to interest on its day. Each part bears interest up to its own day, so a payment
//! that brings the interest of its own part with it is split just so already. Where it does not, the table's word on what
//! is principal stands, and the proportion is told beside it.

use super::charges::{Charge, Computed};
use super::faults;
use super::rates::Rates;
use super::steps::{self, Part, Rounding};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::checks::debts::Debt;
use crate::checks::scope::{Scope, money};
use crate::records::InterestClause;
use crate::units::{Day, Exact, Money};

/// Adds what each late payment would be in proportion, and says so where the table has it otherwise.
pub fn of_payments(scope: &Scope, debt: &Debt, charge: &mut Charge, rates: &Rates, computed: &mut Computed) {
    let statutory = computed.clause == Some(InterestClause::Statutory);
    let owed = computed.due(charge).is_some_and(|due| due > Money::ZERO);
    if charge.steps.is_none() || statutory || !owed {
        return;
    }
    // Parts of one debt that bear interest from different days have no one interest to be in proportion to.
    if debt.paid.iter().any(|p| p.from != debt.bears_from) {
        return;
    }
    let mut arrears = charge.principal.to_exact();
    for (i, paid) in debt.paid.iter().enumerate() {
        let before = arrears.clone();
        arrears = arrears - paid.amount.clone();
        let Some(days) = charge.parts.get(i).and_then(|p| p.days) else { continue };
        let typed = interest_typed(scope, paid.day);
        let mut model = Model::default();
        let part = Part { principal: money(&before), days: Some(days) };
        let Ok(all) = steps::charge(&mut model, rates, &[part], Rounding::WholeZloty) else { continue };
        let accrued = model.number(all.sum);
        let share = accrued.clone() * paid.amount.clone();
        let own = share.checked_div(&before).unwrap_or_else(Exact::zero);
        // Interest is paid in whole złoty: what is short of one by less than that is no shortage.
        if typed >= own.round_half_up(0) {
            continue;
        }
        let sum = paid.amount.clone() + typed;
        let split = in_proportion(&mut computed.model, &sum, &before, &accrued);
        computed.findings.push(faults::paid_in_part(charge, paid, &computed.model, split));
        if let Some(part) = charge.parts.get_mut(i) {
            part.split = Some(split);
        }
    }
}

/// Interest that the table has for payments of the day, of all rows with it.
fn interest_typed(scope: &Scope, day: Day) -> Exact {
    let rows = scope.facts.refunds.iter().filter(|r| !r.rejected && r.date.value == day);
    rows.filter_map(|r| r.interest.as_ref()).map(|m| m.value.to_exact()).sum()
}

/// Payment × arrears ÷ (arrears + interest), to the grosz; the rest is interest.
fn in_proportion(model: &mut Model, paid: &Exact, arrears: &Exact, interest: &Exact) -> (NodeId, NodeId) {
    let mut value = |label, n: &Exact| model.parameter(label, Format::Money, Value::Number(n.clone()));
    let paid = value("Wpłata", paid);
    let arrears = value("Zaległość przed wpłatą", arrears);
    let interest = value("Odsetki na dzień wpłaty", interest);
    let both = Expr::add([arrears, interest]);
    let principal = Expr::div(Expr::mul(paid, arrears), both).round2();
    let principal = model.formula("Z wpłaty na należność główną", Format::Money, principal);
    let rest = model.formula("Z wpłaty na odsetki", Format::Money, Expr::sub(paid, principal));
    (principal, rest)
}
