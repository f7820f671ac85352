//! `Rodziny` and its summary: dates, two assistants at once, the caseload limit (C13), the form's own controls.
//!
//! A family handed over on a day ends with one assistant and begins with the other: neither two assistants nor one
//! family too many.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, contract_days, family_days};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::submission::Given;
use crate::records::{Family, FamilyTotals, TableId};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact};

/// Judges family data.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let facts = scope.facts;
    if facts.families.is_empty() && facts.family_totals.is_empty() {
        verdict.add(Finding::new(&code::FAMILY_DATA_MISSING));
        return;
    }
    reversed(scope, verdict);
    outside_period(scope, verdict);
    assistants(scope, verdict);
    twice(scope, verdict);
    caseload(scope, verdict);
    for family in scope.families() {
        parts(family, verdict);
    }
    counted(scope, verdict);
    for totals in facts.family_totals.iter().filter(|t| !t.rejected) {
        summary(totals, verdict);
    }
}

fn count(n: usize) -> Fact {
    Fact::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

fn reversed(scope: &Scope, verdict: &mut Verdict) {
    for family in scope.facts.families.iter().filter(|f| !f.rejected && family_days(f).is_none()) {
        let Some(to) = &family.to else { continue };
        verdict.reject(
            family.at,
            Finding::at(&code::FAMILY_DATES_REVERSED, to.at)
                .with_related(family.from.at)
                .with("family", Fact::Text(family.family.value.clone()))
                .with_seen(Fact::Day(to.value))
                .with_expected(Fact::Day(family.from.value)),
        );
    }
}

fn outside_period(scope: &Scope, verdict: &mut Verdict) {
    let outside =
        |f: &&Family| !f.rejected && family_days(f).is_some_and(|d| d.overlap(&scope.period).is_none());
    let rows: Vec<&Family> = scope.facts.families.iter().filter(outside).collect();
    let Some(first) = rows.first() else { return };
    verdict.add(Finding::at(&code::FAMILIES_OUTSIDE_PERIOD, first.from.at).with("rows", count(rows.len())));
}

/// Families with people who are not in employment, or not on those days. Told once for an assistant.
fn assistants(scope: &Scope, verdict: &mut Verdict) {
    let mut strangers: BTreeMap<&str, (CellRef, usize)> = BTreeMap::new();
    let mut outside: BTreeMap<&str, (CellRef, usize, String)> = BTreeMap::new();
    for family in scope.families() {
        let assistant = family.assistant.value.as_str();
        let rows = scope.facts.employments.iter().filter(|e| e.assistant.value == assistant);
        let contracts: Vec<DayRange> = rows.clone().filter_map(contract_days).collect();
        if rows.clone().next().is_none() {
            strangers.entry(assistant).or_insert((family.assistant.at, 0)).1 += 1;
        } else if let Some(days) = family_days(family).and_then(|d| d.overlap(&scope.period)) {
            let covered = |day: Day| contracts.iter().any(|c| c.contains(day));
            let inside = covered(days.first) && covered(days.last);
            if !contracts.is_empty() && !inside {
                let entry = outside.entry(assistant).or_insert((family.from.at, 0, String::new()));
                entry.1 += 1;
                if !entry.2.is_empty() {
                    entry.2.push_str(", ");
                }
                entry.2.push_str(&family.family.value);
            }
        }
    }
    for (assistant, (at, n)) in strangers {
        verdict.add(
            Finding::at(&code::FAMILY_ASSISTANT_UNKNOWN, at).with_assistant(assistant).with("rows", count(n)),
        );
    }
    for (assistant, (at, n, families)) in outside {
        verdict.add(
            Finding::at(&code::FAMILY_OUTSIDE_CONTRACT, at)
                .with_assistant(assistant)
                .with("rows", count(n))
                .with("families", Fact::Text(families)),
        );
    }
}

/// One family on the same days with two assistants, or twice with one.
fn twice(scope: &Scope, verdict: &mut Verdict) {
    let mut by_family: BTreeMap<&str, Vec<&Family>> = BTreeMap::new();
    for family in scope.families() {
        by_family.entry(&family.family.value).or_default().push(family);
    }
    for (family, rows) in by_family {
        for (i, a) in rows.iter().enumerate() {
            for b in &rows[i + 1..] {
                let (Some(one), Some(two)) = (family_days(a), family_days(b)) else { continue };
                let Some(shared) = one.overlap(&two).and_then(|d| d.overlap(&scope.period)) else { continue };
                let same = a.assistant.value == b.assistant.value;
                let handed_over = shared.len() == 1 && (one.last == two.first || two.last == one.first);
                if handed_over || (!same && stands_in(scope, &a.assistant.value, &b.assistant.value)) {
                    continue;
                }
                let which = if same { &code::FAMILY_OVERLAPS_ITSELF } else { &code::FAMILY_TWO_ASSISTANTS };
                verdict.add(
                    Finding::at(which, b.at)
                        .with_related(a.at)
                        .with("family", Fact::Text(family.to_owned()))
                        .with("first", Fact::Text(a.assistant.value.clone()))
                        .with("second", Fact::Text(b.assistant.value.clone()))
                        .with("days", Fact::Count(shared.len()))
                        .with("from", Fact::Day(shared.first)),
                );
            }
        }
    }
}

/// Does one of the two replace the other (`Zastępuje`)? Then both may stand with a family for a while.
fn stands_in(scope: &Scope, a: &str, b: &str) -> bool {
    scope.contracts().any(|c| {
        let replaced = c.replaces.as_ref().map(|r| r.value.as_str());
        (c.assistant.value == a && replaced == Some(b)) || (c.assistant.value == b && replaced == Some(a))
    })
}

/// The most families of one assistant at one time against the limit of that day.
fn caseload(scope: &Scope, verdict: &mut Verdict) {
    let mut by_assistant: BTreeMap<&str, Vec<(&Family, DayRange)>> = BTreeMap::new();
    for family in scope.families() {
        let Some(mut days) = family_days(family) else { continue };
        // On the day of handing over the family is the new assistant's.
        let handed_over = scope.families().any(|other| {
            other.family.value == family.family.value
                && other.assistant.value != family.assistant.value
                && Some(other.from.value) == family.to.as_ref().map(|t| t.value)
                && other.from.value > family.from.value
        });
        if handed_over {
            days.last = days.last.plus_days(-1);
        }
        by_assistant.entry(&family.assistant.value).or_default().push((family, days));
    }
    for (assistant, families) in by_assistant {
        let starts: BTreeSet<Day> = families.iter().map(|(_, d)| d.first.max(scope.period.first)).collect();
        // The number rises only where a family begins; the worst day stands for all of them.
        let mut worst: Option<(i64, i64, Day)> = None;
        for day in starts.into_iter().filter(|d| scope.period.contains(*d)) {
            let open: BTreeSet<&str> = families
                .iter()
                .filter(|(_, d)| d.contains(day))
                .map(|(f, _)| f.family.value.as_str())
                .collect();
            let open = i64::try_from(open.len()).unwrap_or(i64::MAX);
            let Some(limit) = limit_on(scope, day) else { continue };
            if open > limit && worst.is_none_or(|(n, _, _)| open > n) {
                worst = Some((open, limit, day));
            }
        }
        if let Some((open, limit, day)) = worst {
            let last = families.iter().find(|(f, _)| f.from.value == day).or(families.first());
            let mut finding = caseload_finding(assistant, open, limit).with("day", Fact::Day(day));
            finding.at = last.map(|(f, _)| f.from.at);
            verdict.add(finding);
        }
    }
    for row in &scope.facts.caseload_months {
        let Some(limit) = limit_on(scope, row.month.value.last()) else { continue };
        if row.peak.value > Exact::whole(limit) {
            let open = row.peak.value.to_i64().unwrap_or(i64::MAX);
            let mut finding = caseload_finding(&row.assistant.value, open, limit)
                .with("day", Fact::Month(row.month.value))
                .with_month(row.month.value);
            finding.at = Some(row.peak.at);
            verdict.add(finding);
        }
    }
}

fn limit_on(scope: &Scope, day: Day) -> Option<i64> {
    scope.national.caseload_limit(day).map(|limit| i64::from(limit.value))
}

fn caseload_finding(assistant: &str, open: i64, limit: i64) -> Finding {
    Finding::new(&code::CASELOAD_ABOVE_LIMIT)
        .with_assistant(assistant)
        .with_seen(Fact::Count(open))
        .with_expected(Fact::Count(limit))
}

/// A part and the whole it belongs to.
fn part_of(
    (part, part_word): (&Given<Exact>, &str),
    (whole, whole_word): (&Given<Exact>, &str),
    who: &str,
    verdict: &mut Verdict,
) {
    if let (Some(part), Some(whole)) = (part, whole)
        && part.value > whole.value
    {
        verdict.add(
            Finding::at(&code::FAMILY_PART_ABOVE_WHOLE, part.at)
                .with_related(whole.at)
                .with("who", Fact::Text(who.to_owned()))
                .with("part", Fact::Text(part_word.to_owned()))
                .with("whole", Fact::Text(whole_word.to_owned()))
                .with_seen(Fact::Number(part.value.clone()))
                .with_expected(Fact::Number(whole.value.clone())),
        );
    }
}

fn parts(family: &Family, verdict: &mut Verdict) {
    let who = family.family.value.as_str();
    let children = (&family.children, "Liczba dzieci");
    part_of((&family.children_in_care, "Dzieci w pieczy"), children, who, verdict);
    part_of((&family.children_advised, "Dzieci objęte poradami \"Za życiem\""), children, who, verdict);
    if let Some(advised) = &family.children_advised {
        let none = family.advised.as_ref().is_none_or(|a| !a.value);
        if none && advised.value > Exact::zero() {
            verdict.add(
                Finding::at(&code::FAMILY_ADVICE_UNCLEAR, advised.at)
                    .with("family", Fact::Text(who.to_owned()))
                    .with_seen(Fact::Number(advised.value.clone())),
            );
        }
    }
}

fn summary(totals: &FamilyTotals, verdict: &mut Verdict) {
    let [families, children, advised, children_advised, pregnancy, coordination] = &totals.counts;
    let who = totals.assistant.value.as_str();
    let families = (families, "Liczba rodzin");
    part_of((advised, "Rodziny z poradami \"Za życiem\""), families, who, verdict);
    part_of((pregnancy, "Kobieta w zagrożonej ciąży"), families, who, verdict);
    part_of((coordination, "Koordynacja wsparcia"), families, who, verdict);
    part_of((children_advised, "Dzieci w tych rodzinach"), (children, "Liczba dzieci"), who, verdict);
}

/// What many rows may lack is asked once, with the number of rows.
fn counted(scope: &Scope, verdict: &mut Verdict) {
    let mut ask = |which: &'static Code, rows: Vec<&Family>| {
        let Some(first) = rows.first() else { return };
        let codes: Vec<&str> = rows.iter().map(|f| f.family.value.as_str()).collect();
        verdict.add(
            Finding::at(which, first.at)
                .with("rows", count(rows.len()))
                .with("families", Fact::Text(codes.join(", "))),
        );
    };
    ask(&code::CHILDREN_MISSING, scope.families().filter(|f| f.children.is_none()).collect());
    let has = |key: &str| {
        let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Families);
        tables.clone().any(|t| t.columns.contains(&key))
    };
    if has("end_reason") {
        let unexplained = |f: &&Family| f.end_reason.is_none() && ended(scope, f);
        ask(&code::END_REASON_MISSING, scope.families().filter(unexplained).collect());
    }
    if has("assessment_day") {
        ask(&code::ASSESSMENT_OVERDUE, scope.families().filter(|f| overdue(scope, f)).collect());
    }
}

/// Did the work end inside the period, without another row going on with the family?
fn ended(scope: &Scope, family: &Family) -> bool {
    let Some(to) = &family.to else { return false };
    let goes_on = |other: &Family| {
        other.family.value == family.family.value
            && other.at != family.at
            && family_days(other).is_some_and(|d| d.last > to.value)
            && other.from.value <= to.value.plus_days(1)
    };
    scope.period.contains(to.value) && !scope.facts.families.iter().any(goes_on)
}

/// Is the last assessment (or the beginning) more than half a year before the day that is reported on?
fn overdue(scope: &Scope, family: &Family) -> bool {
    let Some(days) = family_days(family)
        .and_then(|d| d.overlap(&DayRange { first: family.from.value, last: scope.period.last }))
    else {
        return false;
    };
    let end = days.last.min(scope.as_of);
    let last = family.assessment_day.as_ref().map_or(family.from.value, |d| d.value);
    // A family taken over was assessed by its first assistant, whose row says when.
    let earlier = scope.facts.families.iter().filter(|o| o.family.value == family.family.value);
    let last = earlier.filter_map(|o| o.assessment_day.as_ref()).map(|d| d.value).fold(last, Day::max);
    last < half_year_before(end)
}

fn half_year_before(day: Day) -> Day {
    let month = day.month();
    let (year, number) =
        if month.number > 6 { (month.year, month.number - 6) } else { (month.year - 1, month.number + 6) };
    // 31 August looks back to the last day of February.
    (0..4).find_map(|back| Day::new(year, number, day.of_month().saturating_sub(back))).unwrap_or(day)
}
