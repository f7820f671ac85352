//! Hours (C06): given where the edition needs them, equal where given twice, and such as somebody can work.
//!
//! The threshold itself is judged on the figures.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, amount};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::submission::Given;
use crate::records::{ContractForm, FundComponent, Payment, TableId, schema};
use crate::source::Sourced;
use crate::units::{Exact, Month};

/// No month has more working days than 23, so no full post has more hours.
const MOST_NOMINAL: i64 = 184;
/// Eighteen working days of seven hours (people certified as disabled) are 126; below this it is a part of a post.
const LEAST_NOMINAL: i64 = 112;

/// Judges hours.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Pay);
    let columns: BTreeSet<&str> = tables.flat_map(|t| t.columns.iter().copied()).collect();
    let mut no_column: BTreeSet<&'static str> = BTreeSet::new();
    let mut nominal: BTreeMap<Month, Sourced<Exact>> = BTreeMap::new();
    for ((assistant, month), rows) in scope.payments_by_month() {
        let mut by_form: BTreeMap<Option<ContractForm>, Vec<&Payment>> = BTreeMap::new();
        for row in rows {
            by_form.entry(scope.form_of(row)).or_default().push(row);
        }
        for (form, rows) in by_form {
            let hours = one_value(&rows, |p| &p.hours);
            let full = one_value(&rows, |p| &p.nominal_hours);
            for unequal in [&hours, &full].into_iter().filter_map(|v| v.as_ref().err()) {
                verdict.add(unequal.clone().with_assistant(assistant).with_month(month));
            }
            let (Ok(hours), Ok(full)) = (hours, full) else { continue };
            if let Some(finding) = missing(scope, form, &rows, hours, full, &columns, &mut no_column) {
                verdict.add(finding);
            }
            plausible(hours, full, &rows, verdict);
            let Some(full) = full else { continue };
            let first = nominal.entry(month).or_insert_with(|| full.clone());
            if first.value != full.value {
                verdict.add(
                    Finding::at(&code::NOMINAL_HOURS_DIFFER, full.at)
                        .with_related(first.at)
                        .with_assistant(assistant)
                        .with_month(month)
                        .with_seen(Fact::Number(full.value.clone()))
                        .with_expected(Fact::Number(first.value.clone())),
                );
            }
        }
    }
}

/// Hours are given once, or equal in every row of the month.
fn one_value<'a>(
    rows: &[&'a Payment],
    get: fn(&Payment) -> &Given<Exact>,
) -> Result<Option<&'a Sourced<Exact>>, Box<Finding>> {
    let mut found: Option<&'a Sourced<Exact>> = None;
    for value in rows.iter().filter_map(|p| get(p).as_ref()) {
        match found {
            Some(first) if first.value != value.value => {
                return Err(Box::new(
                    Finding::at(&code::HOURS_UNEQUAL, value.at)
                        .with_related(first.at)
                        .with_seen(Fact::Number(value.value.clone()))
                        .with_expected(Fact::Number(first.value.clone())),
                ));
            }
            Some(_) => {}
            None => found = Some(value),
        }
    }
    Ok(found)
}

fn missing(
    scope: &Scope,
    form: Option<ContractForm>,
    rows: &[&Payment],
    hours: Option<&Sourced<Exact>>,
    full: Option<&Sourced<Exact>>,
    columns: &BTreeSet<&str>,
    no_column: &mut BTreeSet<&'static str>,
) -> Option<Finding> {
    let supplement: Exact = rows.iter().map(|p| amount(&p.supplement)).sum();
    // Hours decide the supplement and the post of a service contract; where neither is in play nobody needs them.
    let threshold = form == Some(ContractForm::Employment)
        && scope.monthly_supplement().is_some()
        && scope.uses(FundComponent::Supplement)
        && !supplement.is_zero();
    let post = form == Some(ContractForm::Service) && scope.service_fte_from_hours();
    let key = if (threshold || post) && hours.is_none() {
        "hours"
    } else if post && full.is_none() {
        "nominal_hours"
    } else {
        return None;
    };
    let header = schema::table(TableId::Pay).column(key).map_or(key, |c| c.header);
    let which = |finding: Finding| {
        finding.with("which", Fact::Text(key.to_owned())).with("column", Fact::Text(header.to_owned()))
    };
    // A column that nobody gave is one fault, not one for each month.
    if !columns.contains(key) {
        let first = no_column.insert(key);
        let mut finding = which(Finding::new(&code::HOURS_COLUMN_MISSING));
        finding.at = scope.facts.table(TableId::Pay).map(|t| t.header_at);
        return first.then_some(finding);
    }
    // The hours may stand in a row that was left out for another fault: one fault, one finding.
    let (assistant, month) = (rows[0].assistant.value.trim(), rows[0].month.value);
    let of_month = |p: &&Payment| p.assistant.value.trim() == assistant && p.month.value == month;
    if scope.facts.payments.iter().filter(of_month).any(|p| p.rejected) {
        return None;
    }
    Some(which(
        Finding::at(&code::HOURS_MISSING, scope.cell(rows[0].at, key))
            .with_assistant(&rows[0].assistant.value)
            .with_month(rows[0].month.value),
    ))
}

fn plausible(
    hours: Option<&Sourced<Exact>>,
    full: Option<&Sourced<Exact>>,
    rows: &[&Payment],
    verdict: &mut Verdict,
) {
    let mut odd = |value: &Sourced<Exact>, least: Exact, most: Exact| {
        if value.value < least || value.value > most {
            verdict.add(
                Finding::at(&code::HOURS_IMPLAUSIBLE, value.at)
                    .with_assistant(&rows[0].assistant.value)
                    .with_month(rows[0].month.value)
                    .with_seen(Fact::Number(value.value.clone()))
                    .with("least", Fact::Number(least))
                    .with("most", Fact::Number(most)),
            );
        }
    };
    if let Some(full) = full {
        odd(full, Exact::whole(LEAST_NOMINAL), Exact::whole(MOST_NOMINAL));
    }
    if let Some(hours) = hours {
        // Half as much again as a full post: overtime and two contracts together stay below it.
        let half_more = Exact::ratio(3, 2).unwrap_or_else(Exact::one);
        let most = full.map_or_else(|| Exact::whole(MOST_NOMINAL), |f| f.value.clone());
        odd(hours, Exact::zero(), &most * &half_more);
    }
}
