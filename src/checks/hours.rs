//! Hours (C06): given or reckoned where the edition needs them, equal where given twice, such as somebody can work,
//! and those of the month.
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

/// More cells than this help nobody.
const MOST_CELLS: usize = 12;

/// Judges hours.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Pay);
    let columns: BTreeSet<&str> = tables.flat_map(|t| t.columns.iter().copied()).collect();
    let mut no_column: BTreeSet<&'static str> = BTreeSet::new();
    let mut differ = Vec::new();
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
            differ.extend(full.and_then(|full| of_another_month(scope, month, full)));
        }
    }
    verdict.findings.extend(nominal_differ(&differ));
    verdict.findings.extend(reckoned(scope));
}

/// Nominal hours typed and those of the month, where they differ. What nobody can work has a finding of its own.
fn of_another_month<'a>(
    scope: &Scope,
    month: Month,
    full: &'a Sourced<Exact>,
) -> Option<(Month, &'a Sourced<Exact>, Exact)> {
    let own = scope.national.calendar().nominal_hours_of(month)?.value;
    let odd = full.value < Exact::whole(LEAST_NOMINAL) || full.value > Exact::whole(MOST_NOMINAL);
    (own != full.value && !odd).then_some((month, full, own))
}

/// One finding for all months: whoever typed 168 in every row needs to hear it once.
fn nominal_differ(all: &[(Month, &Sourced<Exact>, Exact)]) -> Option<Finding> {
    let (month, full, own) = all.first()?;
    let mut told: Vec<String> = all
        .iter()
        .map(|(m, full, own)| {
            let (seen, expected) = (full.value.to_short(2), own.to_short(2));
            format!("{:02}.{}: {seen} → {expected}", m.number, m.year)
        })
        .collect();
    told.dedup();
    let mut finding = Finding::at(&code::NOMINAL_HOURS_DIFFER, full.at)
        .with_month(*month)
        .with_seen(Fact::Number(full.value.clone()))
        .with_expected(Fact::Number(own.clone()))
        .with("count", Fact::Count(i64::try_from(told.len()).unwrap_or(i64::MAX)))
        .with("list", Fact::Text(told.join("; ")));
    finding.related = all.iter().skip(1).take(MOST_CELLS).map(|(_, full, _)| full.at).collect();
    Some(finding)
}

/// Which hours the program reckons itself: somebody must know, and sign for them.
fn reckoned(scope: &Scope) -> Option<Finding> {
    if !hours_decide(scope) || !scope.reckons_hours() {
        return None;
    }
    let blank = |rows: &&Vec<&Payment>| {
        let employed = |p: &&Payment| scope.form_of(p) == Some(ContractForm::Employment);
        rows.iter().any(employed) && rows.iter().filter(|p| employed(p)).all(|p| p.hours.is_none())
    };
    let months = scope.payments_by_month();
    let rows: Vec<&Payment> =
        months.values().filter(blank).filter_map(|rows| rows.first().copied()).collect();
    let first = rows.first()?;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let at = scope.cell(first.at, "hours");
    Some(Finding::at(&code::HOURS_RECKONED, at).with("count", Fact::Count(count)))
}

/// Do hours decide whether a month earns its supplement?
fn hours_decide(scope: &Scope) -> bool {
    scope.monthly_supplement().is_some() && scope.uses(FundComponent::Supplement)
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
        && hours_decide(scope)
        && !scope.reckons_hours()
        && !supplement.is_zero();
    let by_calendar = scope.national.calendar().nominal_hours(rows[0].month.value.days()).is_some();
    let post = form == Some(ContractForm::Service) && scope.service_fte_from_hours();
    let key = if (threshold || post) && hours.is_none() {
        "hours"
    } else if post && full.is_none() && !by_calendar {
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
