//! Plans of work and periodic assessments of families (C16).
//!
//! The act sets no day for the plan, but wants an assessment at least every half-year, and an assessment is one of
//! the plan: so a plan is asked for once half a year has passed or an assessment is given. Columns that the table does
//! not have are not asked for. No amount depends on any of it.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, family_days};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::{Family, TableId};
use crate::source::CellRef;
use crate::units::{Day, DayRange};

/// Judges plans and assessments, one finding of a kind for all families.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let wholes = wholes(scope);
    let mut tell =
        |(which, key): (&'static Code, &str), rows: Vec<&Family>, point: fn(&Family) -> Option<Day>| {
            let Some(first) = rows.first() else { return };
            let codes: Vec<&str> = rows.iter().map(|f| f.family.value.as_str()).collect();
            let mut finding = Finding::at(which, scope.cell(first.at, key))
                .with("rows", Fact::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX)))
                .with("families", Fact::Text(codes.join(", ")));
            finding.seen = point(first).map(Fact::Day);
            if let Some(at) = first.assessment_day.as_ref().filter(|_| finding.seen.is_some()) {
                finding.at = Some(at.at);
            }
            verdict.add(finding);
        };
    let assessed = |f: &Family| f.assessment_day.as_ref().map(|d| d.value);
    if has(scope, "plan_day") {
        tell(
            (&code::PLAN_MISSING, "plan_day"),
            scope.families().filter(|f| without_plan(scope, &wholes, f)).collect(),
            |_| None,
        );
        let early = |f: &&Family| {
            let plan = f.plan_day.as_ref().map(|d| d.value);
            // A plan made more than half a year after the beginning may be a renewed one.
            let first = plan.filter(|plan| f.from.value >= half_year_before(*plan));
            first.zip(f.assessment_day.as_ref()).is_some_and(|(plan, day)| day.value < plan)
        };
        tell(
            (&code::ASSESSMENT_BEFORE_PLAN, "assessment_day"),
            scope.families().filter(early).collect(),
            assessed,
        );
    }
    if has(scope, "assessment_day") {
        tell(
            (&code::ASSESSMENT_OVERDUE, "assessment_day"),
            scope.families().filter(|f| overdue(scope, &wholes, f)).collect(),
            |_| None,
        );
    }
}

/// Does a table of families have the column?
fn has(scope: &Scope, key: &str) -> bool {
    scope.facts.tables.iter().any(|t| t.id == TableId::Families && t.columns.contains(&key))
}

/// All rows of a family together.
struct Whole {
    begin: Day,
    /// The row that goes on answers for the family; a row taken over says nothing of its own.
    last: Option<(Day, CellRef)>,
    planned: bool,
    /// A family taken over was assessed by its first assistant, whose row says when.
    assessed: Option<Day>,
}

/// Gathers the rows of every family, once: a family may have thousands.
fn wholes<'a>(scope: &'a Scope) -> BTreeMap<&'a str, Whole> {
    let mut all: BTreeMap<&str, Whole> = BTreeMap::new();
    for row in &scope.facts.families {
        let whole = all.entry(&row.family.value).or_insert(Whole {
            begin: row.from.value,
            last: None,
            planned: false,
            assessed: None,
        });
        whole.begin = whole.begin.min(row.from.value);
        whole.last = whole.last.max((!row.rejected).then_some((row.from.value, row.at)));
        whole.planned |= row.plan_day.is_some();
        whole.assessed = whole.assessed.max(row.assessment_day.as_ref().map(|d| d.value));
    }
    all
}

/// Has the family no plan in any of its rows, though half a year went by or an assessment was made?
fn without_plan(scope: &Scope, wholes: &BTreeMap<&str, Whole>, family: &Family) -> bool {
    let Some(whole) = wholes.get(family.family.value.as_str()) else { return false };
    let Some(end) = reported_until(scope, family) else { return false };
    !whole.planned
        && whole.last == Some((family.from.value, family.at))
        && (whole.assessed.is_some() || whole.begin < half_year_before(end))
}

/// The last day of the family that the report speaks of.
fn reported_until(scope: &Scope, family: &Family) -> Option<Day> {
    let period = DayRange { first: family.from.value, last: scope.period.last };
    let days = family_days(family)?.overlap(&period)?;
    Some(days.last.min(scope.as_of))
}

/// Is the last assessment (or the beginning) more than half a year before the day that is reported on?
fn overdue(scope: &Scope, wholes: &BTreeMap<&str, Whole>, family: &Family) -> bool {
    let Some(end) = reported_until(scope, family) else { return false };
    let own = family.assessment_day.as_ref().map_or(family.from.value, |d| d.value);
    let others = wholes.get(family.family.value.as_str()).and_then(|w| w.assessed);
    others.map_or(own, |day| day.max(own)) < half_year_before(end)
}

fn half_year_before(day: Day) -> Day {
    let month = day.month();
    let (year, number) =
        if month.number > 6 { (month.year, month.number - 6) } else { (month.year - 1, month.number + 6) };
    // 31 August looks back to the last day of February.
    (0..4).find_map(|back| Day::new(year, number, day.of_month().saturating_sub(back))).unwrap_or(day)
}
