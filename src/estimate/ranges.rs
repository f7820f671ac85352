//! Values of a plan that no law or calendar allows: a negative wage, a level above the edition's ceiling.
//!
//! Each is named at its cell with the range that holds. What is only unlikely is a warning.

use super::build::Build;
use crate::finding::code::plan as code;
use crate::finding::{Fact, Finding, Severity};
use crate::programme::Component;
use crate::records::Datum;
use crate::source::CellRef;
use crate::units::{Exact, Money};

/// From and to; without an end: as much as one likes.
struct Range {
    from: Exact,
    to: Option<Exact>,
    severity: Severity,
    kind: Kind,
}

/// How a value is shown.
#[derive(Clone, Copy)]
enum Kind {
    Money,
    Percent,
    Hours,
}

/// The hours of a month of 31 days, eight hours each.
const MOST_HOURS: i64 = 248;

/// Looks at every value of the plan that has a range.
pub fn check(build: &Build<'_>, found: &mut Vec<Finding>) {
    for figure in build.plan.figures.iter().filter(|f| !f.rejected) {
        let Some(range) = of_figure(build, figure.key) else { continue };
        for given in figure.values.iter().flatten() {
            let value = match &given.value {
                Datum::Amount(amount) => amount.to_exact(),
                Datum::Number(number) => number.clone(),
                _ => continue,
            };
            found.extend(outside(&range, &value, given.at));
        }
    }
    for change in build.plan.changes.iter().filter(|c| !c.rejected) {
        let amounts = [&change.base, &change.hourly_rate].into_iter().flatten();
        let amounts = amounts.map(|m| (pay(), m.value.to_exact(), m.at));
        let seniority = change.seniority_rate.iter().map(|r| (seniority(), r.value.clone(), r.at));
        let worked = change.hours.iter().map(|h| (hours(), h.value.clone(), h.at));
        for (range, value, at) in amounts.chain(seniority).chain(worked) {
            found
                .extend(outside(&range, &value, at).map(|f| f.with_assistant(change.assistant.value.trim())));
        }
    }
}

fn outside(range: &Range, value: &Exact, at: CellRef) -> Option<Finding> {
    let above = range.to.as_ref().is_some_and(|to| value > to);
    if *value >= range.from && !above {
        return None;
    }
    let shown = |value: &Exact| match range.kind {
        Kind::Money => Fact::Amount(Money::from_exact(&value.round_half_up(2)).unwrap_or_default()),
        Kind::Percent => Fact::Percent(value.clone()),
        Kind::Hours => Fact::Number(value.clone()),
    };
    // Less than nothing is never merely unlikely.
    let severity = if above { range.severity } else { Severity::Error };
    let finding = Finding::at(&code::PLAN_VALUE_IMPOSSIBLE, at).with_severity(severity);
    let finding = finding.with_seen(shown(value)).with("from", shown(&range.from));
    let end = range.to.as_ref();
    let finding = finding.with("ends", Fact::Count(i64::from(end.is_some())));
    Some(finding.with("to", end.map_or(Fact::Count(0), shown)))
}

/// A grosz and more.
fn pay() -> Range {
    let from = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    Range { from, to: None, severity: Severity::Error, kind: Kind::Money }
}

/// The act on employees of local government: from 5 % to 20 %; other employers' rules may say otherwise.
fn seniority() -> Range {
    Range { to: Exact::ratio(20, 100), severity: Severity::Warning, ..share(0, 1) }
}

fn hours() -> Range {
    let to = Some(Exact::whole(MOST_HOURS));
    Range { from: Exact::zero(), to, severity: Severity::Warning, kind: Kind::Hours }
}

/// A share of ten thousandths, up to the whole.
fn share(from: i64, whole: i64) -> Range {
    let from = Exact::ratio(from, 10_000).unwrap_or_else(Exact::zero);
    Range { from, to: Some(Exact::whole(whole)), severity: Severity::Error, kind: Kind::Percent }
}

fn of_figure(build: &Build<'_>, key: &str) -> Option<Range> {
    Some(match key {
        "minimum_wage" | "minimum_wage_july" | "hourly_minimum" | "hourly_minimum_july" => pay(),
        "supplement" => Range { from: Exact::zero(), ..pay() },
        // Always due, in whatever height.
        "pension" | "disability" | "labour_fund" => share(1, 1),
        "fgsp" | "ppk" | "award_share" | "thirteenth_share" => share(0, 1),
        // Half of the lowest rate of a group of activity, one and a half of the highest.
        "accident_rate" => Range { to: Exact::ratio(58, 1_000), ..share(33, 1) },
        "expected_hours" => hours(),
        "level" => {
            let ceiling = build.programme.components.iter().find_map(|c| match c {
                Component::WageShare { ceiling, .. } => Some(ceiling.value.clone()),
                _ => None,
            });
            Range { to: Some(ceiling?), ..share(0, 1) }
        }
        _ => return None,
    })
}
