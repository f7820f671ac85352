//! Cells of `Płace` that the edition needs and that are blank, and needed columns that are not there at all.
//!
//! A month is looked at as a whole: a list of the supplement alone, of a thirteenth salary or of a raise has blanks
//! that say nothing, as long as another row of the month holds the base pay. A missing column is told once.

use std::collections::{BTreeMap, BTreeSet};

use super::components;
use super::scope::{Scope, Verdict, base_pay, contributory_pay};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::pay_components::PayClass;
use crate::programme::{Component, WageBase};
use crate::records::{ContractForm, Contribution, Employment, FundComponent, Payment, TableId, schema};
use crate::units::{Exact, Month};

/// The contributions every employment contract bears, with what may stand in their place.
const NEEDED: [(Contribution, &str, Contribution); 4] = [
    (Contribution::Pension, "pension", Contribution::Paragraph4110),
    (Contribution::Disability, "disability", Contribution::Paragraph4110),
    (Contribution::Accident, "accident", Contribution::Paragraph4110),
    (Contribution::LabourFund, "labour_fund", Contribution::Paragraph4120),
];

/// What the edition and the table's columns ask for.
struct Asked<'a> {
    scope: &'a Scope<'a>,
    /// Columns of all tables of pay.
    columns: BTreeSet<&'static str>,
    /// Is base pay part of what is settled?
    base: bool,
    /// Is the seniority allowance told from other pay?
    seniority: bool,
    /// Are contributions part of a cost that is settled?
    contributions: bool,
}

impl Asked<'_> {
    /// Does the contract say that the assistant has a seniority allowance?
    ///
    /// Pay of other months is no proof: the right arises within a year, and the months before it are left blank.
    fn has_seniority(&self, assistant: &str) -> bool {
        let rate = |c: &&Employment| c.seniority_rate.as_ref().is_some_and(|r| r.value > Exact::zero());
        self.scope.contracts_of(assistant).iter().any(rate)
    }
}

/// Finds blanks.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Pay);
    let columns: BTreeSet<&'static str> = tables.flat_map(|t| t.columns.iter().copied()).collect();
    if columns.is_empty() || scope.payments().next().is_none() {
        return;
    }
    let base = scope.wage_base().filter(|_| scope.uses(FundComponent::EmploymentCost));
    let one_off = scope.programme.components.iter().any(|c| matches!(c, Component::OneOffSupplement { .. }));
    let asked = Asked {
        scope,
        columns,
        base: base.is_some(),
        seniority: base == Some(WageBase::BaseAndSeniorityWithContributions),
        contributions: base.is_some_and(|b| b != WageBase::Gross) || (base.is_none() && one_off),
    };
    missing_columns(&asked, verdict);
    let mut months: BTreeMap<(&str, Month), Vec<&Payment>> = scope.payments_by_month();
    let unreadable: BTreeSet<(&str, Month)> = scope
        .facts
        .payments
        .iter()
        .filter(|p| p.rejected)
        .map(|p| (p.assistant.value.as_str(), p.month.value))
        .collect();
    // The value may stand in a row that was left out for another fault: one fault, one finding.
    months.retain(|key, _| !unreadable.contains(key));
    for ((assistant, month), rows) in months {
        let mut by_form: BTreeMap<ContractForm, Vec<&Payment>> = BTreeMap::new();
        for row in rows {
            if let Some(form) = scope.form_of(row) {
                by_form.entry(form).or_default().push(row);
            }
        }
        for (form, rows) in by_form {
            for (key, row) in blanks(&asked, form, &rows) {
                let header = schema::table(TableId::Pay).column(key).map_or(key, |c| c.header);
                let finding = Finding::at(&code::PAY_CELL_BLANK, scope.cell(row.at, key))
                    .with_assistant(assistant)
                    .with_month(month)
                    .with("column", Fact::Text(header.to_owned()));
                verdict.reject(row.at, finding);
            }
        }
    }
}

/// One finding on the header for all columns that the edition needs and nobody gave.
fn missing_columns(asked: &Asked, verdict: &mut Verdict) {
    let has = |key: &str| asked.columns.contains(key);
    let forms: BTreeSet<_> = asked.scope.contracts().map(|c| c.form.value).collect();
    let employment = forms.contains(&ContractForm::Employment);
    let mut missing = Vec::new();
    if asked.base && !has("base") && !has("gross") {
        missing.push("base");
    }
    // A table without the column of the seniority allowance says that nobody has one.
    if asked.base && asked.contributions && employment && !has("contributions") {
        let lacks = |(_, key, sum): &&(_, &'static str, Contribution)| !has(key) && !has(sum.key());
        missing.extend(NEEDED.iter().filter(lacks).map(|(_, key, _)| *key));
    }
    if missing.is_empty() {
        return;
    }
    let pay = schema::table(TableId::Pay);
    let headers: Vec<&str> = missing.iter().filter_map(|k| pay.column(k)).map(|c| c.header).collect();
    let mut finding = Finding::new(&code::PAY_COLUMN_MISSING)
        .with("count", Fact::Count(i64::try_from(headers.len()).unwrap_or(i64::MAX)))
        .with("columns", Fact::Text(headers.join(", ")));
    finding.at = asked.scope.facts.table(TableId::Pay).map(|t| t.header_at);
    verdict.add(finding);
}

/// The blank cells of a month: key of the column and the row that is left out.
fn blanks<'a>(asked: &Asked, form: ContractForm, rows: &[&'a Payment]) -> Vec<(&'static str, &'a Payment)> {
    let mut found = Vec::new();
    let has = |key: &str| asked.columns.contains(key);
    let pays = |p: &&&Payment| p.base.is_some() || p.gross.is_some();
    let Some(main) = rows.iter().find(pays) else {
        if asked.base && (has("base") || has("gross")) && base_expected(asked, rows) {
            let with_contributions = rows.iter().find(|p| !p.contributions.is_empty());
            let key = if has("base") { "base" } else { "gross" };
            found.extend(with_contributions.or(rows.first()).map(|row| (key, *row)));
        }
        return found;
    };
    if form == ContractForm::Service {
        return found;
    }
    let seniority = rows.iter().any(|p| p.seniority.is_some() || p.gross.is_some());
    if asked.seniority && has("seniority") && !seniority && asked.has_seniority(&main.assistant.value) {
        found.push(("seniority", *main));
    }
    if asked.contributions {
        let sum: Exact = rows.iter().map(|p| base_pay(p)).sum();
        let given: BTreeSet<Contribution> =
            rows.iter().flat_map(|p| &p.contributions).map(|(c, _)| *c).collect();
        // Without any contribution at all there is a finding of its own.
        if sum > Exact::zero() && !given.is_empty() && !given.contains(&Contribution::Total) {
            for (which, key, instead) in NEEDED {
                let none_due = which == Contribution::LabourFund
                    && (labour_fund_exempt(asked.scope, main) || below_minimum(asked.scope, rows));
                if has(key) && !given.contains(&which) && !given.contains(&instead) && !none_due {
                    found.push((key, *main));
                }
            }
        }
    }
    found
}

/// Should there be base pay in the month? Not where the whole month may have gone by in sickness or leave, nor in a
/// row that pays nothing (which has its own finding).
fn base_expected(asked: &Asked, rows: &[&Payment]) -> bool {
    let days = rows[0].month.value.days();
    let absent = asked.scope.absent(&rows[0].assistant.value, days);
    // Holiday pay stands in the place of base salary, and sick pay may fill a month.
    let holiday = |p: &Payment| components::of_class(p, PayClass::Base).next().is_some();
    let instead = rows.iter().any(|p| !components::other_exempt(p).is_zero() || holiday(p));
    let supplement =
        rows.iter().any(|p| p.supplement.is_some() || !p.contributions.is_empty() || p.hours.is_some());
    let something = rows.iter().any(|p| {
        let pay = [&p.seniority, &p.other_contributory, &p.supplement, &p.motivation];
        pay.into_iter().any(Option::is_some) || !p.contributions.is_empty() || !p.components.is_empty()
    });
    !absent && !instead && supplement && something
}

fn labour_fund_exempt(scope: &Scope, row: &Payment) -> bool {
    let contracts = scope.contracts_in(&row.assistant.value, row.month.value);
    contracts.iter().any(|c| c.fp_exempt.as_ref().is_some_and(|e| e.value))
}

/// Is the pay of the month below the minimum wage, so that nothing is due to the Labour Fund?
fn below_minimum(scope: &Scope, rows: &[&Payment]) -> bool {
    let pay: Exact = rows.iter().map(|r| contributory_pay(r)).sum();
    scope.national.minimum_wage(rows[0].month.value).is_some_and(|m| pay < m.value.to_exact())
}
