//! Components of pay that have a column of their own: how they add up, and two faults of them: a benefit of the social
//! insurer among the pay, and a sum given beside its own parts.
//!
//! Which components there are and how each counts is national data ([`crate::programme::pay_components`]).

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, amount, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Programme;
use crate::programme::pay_components::{PayClass, PayComponent};
use crate::records::submission::Given;
use crate::records::{Payment, TableId, schema};
use crate::source::{CellRef, Sourced};
use crate::units::{Exact, Money};

/// Returns the amounts of a row in columns of their own that are of the class.
pub fn of_class(payment: &Payment, class: PayClass) -> impl Iterator<Item = &Sourced<Money>> {
    payment.components.iter().filter(move |(component, _)| component.class == class).map(|(_, given)| given)
}

/// Returns the amounts of a row in columns of their own that the wage base of 2023-2025 leaves out.
pub fn left_out<'a>(payment: &'a Payment, programme: &Programme) -> Vec<&'a Sourced<Money>> {
    let out = |c: &PayComponent| c.class != PayClass::Benefit && !c.in_base(programme);
    payment.components.iter().filter(|(c, _)| out(c)).map(|(_, given)| given).collect()
}

/// Returns a sum, or its parts given in its place.
fn with_parts(sum: Exact, payment: &Payment, class: PayClass) -> Exact {
    sum + of_class(payment, class).map(|m| m.value.to_exact()).sum::<Exact>()
}

/// Returns gross pay where it stands in the place of base salary; beside base salary it is the payroll's total.
pub fn gross_as_base(payment: &Payment) -> Option<&Sourced<Money>> {
    payment.gross.as_ref().filter(|_| payment.base.is_none())
}

/// Is gross pay no more than the total of the row's own parts, with or without the two supplements? Payrolls print it.
fn is_total(payment: &Payment) -> bool {
    let pay = base_salary(payment) + amount(&payment.seniority);
    let pay = pay + other_contributory(payment) + other_exempt(payment);
    let all = pay.clone() + amount(&payment.supplement) + amount(&payment.motivation);
    let gross = amount(&payment.gross);
    payment.base.is_some() && (gross == pay || gross == all)
}

/// Returns base salary and what continues it.
pub fn base_salary(payment: &Payment) -> Exact {
    with_parts(amount(&payment.base), payment, PayClass::Base)
}

/// Returns the other components of a row that bear contributions.
pub fn other_contributory(payment: &Payment) -> Exact {
    with_parts(amount(&payment.other_contributory), payment, PayClass::OtherContributory)
}

/// Returns the components of a row without contributions.
pub fn other_exempt(payment: &Payment) -> Exact {
    with_parts(amount(&payment.other_exempt), payment, PayClass::OtherExempt)
}

/// Returns the pay of a row that the wage base of 2023-2025 holds, by the readings in force.
pub fn narrow_base(payment: &Payment, programme: &Programme) -> Exact {
    let own = payment.components.iter().filter(|(c, _)| c.in_base(programme));
    let own: Exact = own.map(|(_, given)| given.value.to_exact()).sum();
    let gross = gross_as_base(payment).map_or_else(Exact::zero, |m| m.value.to_exact());
    gross + amount(&payment.base) + amount(&payment.seniority) + own
}

/// Returns the contributory pay of a row that the wage base of 2023-2025 leaves out, by the readings in force.
pub fn contributory_outside(payment: &Payment, programme: &Programme) -> Exact {
    let out = payment.components.iter().filter(|(c, _)| c.contributory.value && !c.in_base(programme));
    amount(&payment.other_contributory) + out.map(|(_, given)| given.value.to_exact()).sum::<Exact>()
}

/// Does the row hold a benefit of the social insurer? Then somebody was away.
pub fn has_benefit(payment: &Payment) -> bool {
    of_class(payment, PayClass::Benefit).any(|m| m.value != Money::ZERO)
}

/// A sum of pay and one of its parts in the same row: nobody can tell whether the part is in the sum. Gross pay that is
/// exactly the total of the row is none: it is told apart by its amount, and the settlement takes the parts.
pub fn twice(payment: &Payment) -> Option<(CellRef, CellRef)> {
    let nonzero = |given: &Given<Money>| given.as_ref().filter(|m| m.value != Money::ZERO).map(|m| m.at);
    let part = |wanted: &dyn Fn(PayClass) -> bool| {
        let all = payment.components.iter().filter(|(c, m)| wanted(c.class) && m.value != Money::ZERO);
        all.map(|(_, m)| m.at).next()
    };
    let base = payment.base.as_ref().map(|m| m.at);
    let of_gross = || base.or(nonzero(&payment.seniority)).or(part(&|class| class != PayClass::Benefit));
    let gross = nonzero(&payment.gross).filter(|_| !is_total(payment)).and_then(|at| Some((at, of_gross()?)));
    let contributory =
        nonzero(&payment.other_contributory).zip(part(&|class| class == PayClass::OtherContributory));
    let exempt = nonzero(&payment.other_exempt).zip(part(&|class| class == PayClass::OtherExempt));
    gross.or(contributory).or(exempt)
}

/// Returns the header of the column in which a cell of pay stands.
pub fn header(scope: &Scope, row: CellRef, cell: CellRef) -> &'static str {
    let mut rows = scope.facts.tables.iter().flat_map(|t| &t.rows).filter(|r| r.at == row);
    let key = rows.find_map(|r| r.fields.iter().find(|(_, f)| f.at == cell)).map(|(key, _)| *key);
    key.and_then(|k| schema::table(TableId::Pay).column(k)).map_or("", |c| c.header)
}

/// Says once for a column that it holds a benefit of the social insurer. It counts nowhere, so its rows stay.
pub fn benefits(scope: &Scope, verdict: &mut Verdict) {
    let mut columns: BTreeMap<&str, (&PayComponent, &str, CellRef, i64, Exact)> = BTreeMap::new();
    for payment in scope.payments() {
        let paid = |(c, m): &&(&PayComponent, Sourced<Money>)| {
            c.class == PayClass::Benefit && m.value != Money::ZERO
        };
        for (component, given) in payment.components.iter().filter(paid) {
            let first = || (*component, header(scope, payment.at, given.at), given.at, 0, Exact::zero());
            let (.., rows, sum) = columns.entry(component.key).or_insert_with(first);
            *rows += 1;
            *sum = sum.clone() + given.value.to_exact();
        }
    }
    for (component, header, at, rows, sum) in columns.into_values() {
        verdict.add(
            Finding::at(&code::BENEFIT_IN_PAY, at)
                .with_basis(&component.contributory.source)
                .with("column", Fact::Text(header.to_owned()))
                .with("rows", Fact::Count(rows))
                .with_seen(Fact::Amount(money(&sum))),
        );
    }
}
