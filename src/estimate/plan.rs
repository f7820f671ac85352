//! What is wrong with a plan: rows that nobody can follow, that speak of another year, or that contradict each other.
//!
//! Whether an assistant is employed on the day of a change is asked where the change is made (`staff`).

use std::collections::BTreeSet;

use super::build::Build;
use super::ranges;
use crate::finding::code::plan as code;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::intake;
use crate::records::plan::PLAN_FIGURES;
use crate::records::{ContractForm, Datum, PlannedRaise, Row, StaffChange, StaffEvent, TableId};
use crate::source::CellRef;
use crate::units::{Exact, Month};

/// Looks at every row of the plan by itself and beside the others.
pub fn check(build: &mut Build<'_>) {
    let mut found = Vec::new();
    figures(build, &mut found);
    ranges::check(build, &mut found);
    raises(build, &mut found);
    for change in build.plan.changes.iter().filter(|c| !c.rejected) {
        day(build, change, &mut found);
        terms(build, change, &mut found);
    }
    contradictions(build, &mut found);
    build.findings.extend(found);
}

/// Returns the cell of a column in a row of the plan; the row's first where it has none.
pub fn cell(build: &Build<'_>, row: CellRef, key: &str) -> CellRef {
    let rows = build.now.tables.iter().filter(|t| t.id.is_plan()).flat_map(|t| &t.rows);
    let row_found = rows.into_iter().find(|r| r.at == row);
    row_found.and_then(|r| r.fields.get(key)).map_or(row, |f| f.at)
}

fn year(build: &Build<'_>) -> Fact {
    Fact::Text(build.year.to_string())
}

fn figures(build: &Build<'_>, found: &mut Vec<Finding>) {
    let tables = build.now.tables.iter().filter(|t| t.id == TableId::PlanFigures);
    for row in tables.flat_map(|t| &t.rows).filter(|r| !r.rejected) {
        let Some(name) = row.fields.get("figure") else { continue };
        let filled = |r: &Row| {
            ["careful", "base", "ambitious"]
                .iter()
                .any(|k| r.fields.get(k).is_some_and(|f| f.datum.is_some()))
        };
        if intake::plan_figure(&name.seen).is_none() && filled(row) {
            let labels: Vec<&str> = PLAN_FIGURES.iter().map(|f| f.label).collect();
            let nearest = intake::nearest_word(&name.seen, &labels);
            let mut finding = Finding::at(&code::PLAN_FIGURE_UNKNOWN, name.at)
                .with_seen(Fact::Text(name.seen.clone()))
                .with("likely", Fact::Count(i64::from(nearest.is_some())));
            finding.expected = nearest.map(|n| Fact::Text(n.to_owned()));
            found.push(finding);
        }
    }
    for figure in build.plan.figures.iter().filter(|f| !f.rejected && f.key == "raise_from") {
        for value in figure.values.iter().flatten() {
            if let Datum::Month(month) = value.value {
                outside(build, month, value.at, found);
            }
        }
    }
}

fn outside(build: &Build<'_>, month: Month, at: CellRef, found: &mut Vec<Finding>) {
    if month.year != build.year {
        let finding = Finding::at(&code::PLAN_RAISE_OUTSIDE_YEAR, at).with_seen(Fact::Month(month));
        found.push(finding.with("year", year(build)));
    }
}

fn raises(build: &Build<'_>, found: &mut Vec<Finding>) {
    let known = known(build);
    for raise in build.plan.raises.iter().filter(|r| !r.rejected) {
        outside(build, raise.from.value, raise.from.at, found);
        if raise.percent.is_none() && raise.amount.is_none() {
            found.push(Finding::at(&code::PLAN_RAISE_EMPTY, raise.at));
        }
        if let Some(who) = raise.assistant.as_ref().filter(|a| !known.contains(a.value.trim())) {
            found.push(unknown(build, who.value.trim(), who.at));
        }
    }
}

/// Everybody this year's tables or the plan's hires name.
fn known(build: &Build<'_>) -> BTreeSet<String> {
    let today = build.now.employments.iter().map(|e| e.assistant.value.trim().to_owned());
    let hires = build.plan.changes.iter().filter(|c| c.event.value == StaffEvent::Hire);
    today.chain(hires.map(|c| c.assistant.value.trim().to_owned())).collect()
}

/// Nobody of this identifier is known.
pub fn unknown(build: &Build<'_>, who: &str, at: CellRef) -> Finding {
    let known: Vec<String> = known(build).into_iter().collect();
    Finding::at(&code::PLAN_ASSISTANT_UNKNOWN, at)
        .with_assistant(who)
        .with_seen(Fact::Text(who.to_owned()))
        .with("known", Fact::Text(known.join(", ")))
}

fn day(build: &Build<'_>, change: &StaffChange, found: &mut Vec<Finding>) {
    let Some(days) = build.year_days() else { return };
    let day = change.day.value;
    // Whoever leaves before the year is simply not there.
    let early = day < days.first && change.event.value != StaffEvent::Departure;
    let code: &'static Code = match (early, day > days.last) {
        (true, _) => &code::PLAN_HIRE_BEFORE_YEAR,
        (_, true) => &code::PLAN_DAY_AFTER_YEAR,
        _ => return,
    };
    let finding = Finding::at(code, change.day.at).with_seen(Fact::Day(day)).with("year", year(build));
    found.push(finding.with_assistant(change.assistant.value.trim()));
}

fn terms(build: &Build<'_>, change: &StaffChange, found: &mut Vec<Finding>) {
    let who = change.assistant.value.trim();
    if let Some(fte) = &change.fte {
        let impossible = fte.value <= Exact::zero() || fte.value > Exact::whole(2);
        if impossible || fte.value > Exact::one() {
            let severity = if impossible { Severity::Error } else { Severity::Warning };
            let finding = Finding::at(&code::PLAN_POST_IMPOSSIBLE, fte.at).with_severity(severity);
            let finding = finding.with_seen(Fact::Number(fte.value.clone())).with_assistant(who);
            found.push(finding.with("impossible", Fact::Count(i64::from(impossible))));
        }
    }
    pay_of_form(build, change, found);
    let employment = change.form.as_ref().is_none_or(|f| f.value == ContractForm::Employment);
    let hire = change.event.value == StaffEvent::Hire;
    let blank = change.form.is_none()
        && change.fte.is_none()
        && change.hours.is_none()
        && change.seniority_rate.is_none()
        && change.base.is_none()
        && change.hourly_rate.is_none();
    if blank && change.event.value == StaffEvent::Change {
        found.push(nothing(change.event.at, who, "empty"));
    }
    let missing = match (&change.base, &change.hourly_rate, &change.hours) {
        (None, None, _) if hire => Some(("base", "Wynagrodzenie zasadnicze (zł)")),
        (_, Some(_), None) if hire => Some(("hours", "Godziny miesięcznie (h)")),
        _ if hire && employment && change.fte.is_none() => Some(("fte", "Wymiar etatu")),
        _ => None,
    };
    if let Some((key, header)) = missing {
        let finding = Finding::at(&code::PLAN_HIRE_INCOMPLETE, cell(build, change.at, key));
        found.push(finding.with_assistant(who).with_expected(Fact::Text(header.to_owned())));
    }
}

/// Hours and pay for an hour belong to service contracts: under an employment contract they would turn monthly pay into
/// pay for an hour. Pay for a month and pay for an hour together are one too many.
fn pay_of_form(build: &Build<'_>, change: &StaffChange, found: &mut Vec<Finding>) {
    let who = change.assistant.value.trim();
    let service = match (&change.form, change.event.value) {
        (Some(form), _) => form.value == ContractForm::Service,
        (None, StaffEvent::Hire) => false,
        (None, _) => {
            let own = build.now.employments.iter().filter(|e| e.assistant.value.trim() == who);
            let hires = build.plan.changes.iter().filter(|c| c.assistant.value.trim() == who);
            let hires = hires.filter_map(|c| c.form.as_ref()).map(|f| f.value);
            own.map(|e| e.form.value).chain(hires).any(|form| form == ContractForm::Service)
        }
    };
    let rate = change.hourly_rate.as_ref().map(|r| (Fact::Amount(r.value), r.at));
    let hours = change.hours.as_ref().map(|h| (Fact::Number(h.value.clone()), h.at));
    let (wrong, twice) =
        if service { (rate.filter(|_| change.base.is_some()), 1) } else { (rate.or(hours), 0) };
    if let Some((seen, at)) = wrong {
        let finding = Finding::at(&code::PLAN_PAY_CONTRADICTS, at).with_assistant(who).with_seen(seen);
        found.push(finding.with("twice", Fact::Count(twice)));
    }
}

/// A row of the plan that changes nothing; why is told by a word of the message.
pub fn nothing(at: CellRef, who: &str, why: &str) -> Finding {
    Finding::at(&code::PLAN_CHANGES_NOTHING, at).with_assistant(who).with("why", Fact::Text(why.to_owned()))
}

fn contradictions(build: &Build<'_>, found: &mut Vec<Finding>) {
    let together = |a: &[bool; 3], b: &[bool; 3]| a.iter().zip(b).any(|(a, b)| *a && *b);
    let twice = |at: CellRef, first: CellRef, what: &str| {
        Finding::at(&code::PLAN_ROWS_CONTRADICT, at)
            .with_related(first)
            .with_seen(Fact::Text(what.to_owned()))
    };
    let figures: Vec<_> = build.plan.figures.iter().filter(|f| !f.rejected).collect();
    for (i, later) in figures.iter().enumerate() {
        if let Some(first) = figures[..i].iter().find(|f| f.key == later.key) {
            let label = PLAN_FIGURES.iter().find(|f| f.key == later.key).map_or("", |f| f.label);
            found.push(twice(later.at, first.at, label));
        }
    }
    let who = |r: &PlannedRaise| r.assistant.as_ref().map(|a| a.value.trim().to_owned());
    let raises: Vec<_> = build.plan.raises.iter().filter(|r| !r.rejected).collect();
    for (i, later) in raises.iter().enumerate() {
        let same = |r: &&&PlannedRaise| {
            r.from.value == later.from.value
                && who(r) == who(later)
                && together(&r.scenarios, &later.scenarios)
        };
        if let Some(first) = raises[..i].iter().find(same) {
            let what = who(later).unwrap_or_else(|| "wszyscy".to_owned());
            found.push(twice(later.at, first.at, &format!("{what}, {}", later.from.value)));
        }
    }
    let changes: Vec<_> = build.plan.changes.iter().filter(|c| !c.rejected).collect();
    for (i, later) in changes.iter().enumerate() {
        let same = |c: &&&StaffChange| {
            c.assistant.value.trim() == later.assistant.value.trim()
                && c.event.value == later.event.value
                && c.day.value == later.day.value
                && c.form.as_ref().map(|f| f.value) == later.form.as_ref().map(|f| f.value)
                && together(&c.scenarios, &later.scenarios)
        };
        if let Some(first) = changes[..i].iter().find(same) {
            let what = format!("{}, {}", later.assistant.value.trim(), later.day.value);
            found.push(twice(later.at, first.at, &what));
        }
    }
}
