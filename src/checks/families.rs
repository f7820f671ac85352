//! `Rodziny` and its summary: dates, two assistants at once, the caseload limit (C13), the form's own controls.
//!
//! A family handed over on a day ends with one assistant and begins with the other: neither two assistants nor one
//! family too many.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict, contract_days, family_days};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::submission::Given;
use crate::records::{Family, FamilyTotals, Position, Submission, TableId, schema};
use crate::source::{CellRef, Sourced};
use crate::units::{Day, DayRange, Exact};

/// Judges family data.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let facts = scope.facts;
    if facts.families.is_empty() && facts.family_totals.is_empty() {
        verdict.add(Finding::new(&code::FAMILY_DATA_MISSING));
        // The highest number of each month may still have been given.
        caseload(scope, verdict);
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
    distinct(facts, verdict);
}

/// The word that stands for the municipality in the summary.
const MUNICIPALITY: &str = "gmina";

/// A family counts once in the municipality, so its distinct totals are never above the sum over assistants.
fn distinct(facts: &Submission, verdict: &mut Verdict) {
    let rows = || facts.family_totals.iter().filter(|t| !t.rejected);
    let own = |t: &&FamilyTotals| t.assistant.value.to_lowercase() == MUNICIPALITY;
    let Some(all) = rows().find(own) else { return };
    for (index, key) in ["families", "children"].into_iter().enumerate() {
        let parts: Vec<_> = rows().filter(|t| !own(t)).filter_map(|t| t.counts[index].as_ref()).collect();
        let (Some(total), Some(first)) = (&all.counts[index], parts.first()) else { continue };
        let sum: Exact = parts.iter().map(|p| p.value.clone()).sum();
        let header = schema::table(TableId::FamilyTotals).column(key).map_or(key, |c| c.header);
        let sum = Some(Sourced::new(sum, first.at));
        part_of((&Some(total.clone()), header), (&sum, "suma asystentów"), MUNICIPALITY, verdict);
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
        let rows = scope.contracts_of(assistant);
        let contracts: Vec<DayRange> = rows.iter().filter_map(|c| contract_days(c)).collect();
        if rows.is_empty() {
            if scope.doubtful(assistant) {
                continue;
            }
            strangers.entry(assistant).or_insert((family.assistant.at, 0)).1 += 1;
        } else if let Some(days) = family_days(family).and_then(|d| d.overlap(&scope.period)) {
            let covered = |day: Day| contracts.iter().any(|c| c.contains(day));
            // On the day of handing over the family is the next assistant's already.
            let last = if days.len() > 1 && handed_over(scope, family) {
                days.last.plus_days(-1)
            } else {
                days.last
            };
            let inside = covered(days.first) && covered(last);
            if !contracts.is_empty() && !inside && !scope.doubtful(assistant) {
                let end = || family.to.as_ref().map_or_else(|| scope.cell(family.at, "to"), |to| to.at);
                let place = if covered(days.first) { end() } else { family.from.at };
                let entry = outside.entry(assistant).or_insert((place, 0, String::new()));
                entry.1 += 1;
                if !entry.2.is_empty() {
                    entry.2.push_str(", ");
                }
                entry.2.push_str(&family.family.value);
            }
        }
    }
    for totals in scope.facts.family_totals.iter().filter(|t| !t.rejected) {
        let assistant = totals.assistant.value.as_str();
        if assistant.to_lowercase() != MUNICIPALITY
            && !scope.doubtful(assistant)
            && scope.contracts_of(assistant).is_empty()
        {
            strangers.entry(assistant).or_insert((totals.assistant.at, 0)).1 += 1;
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
    for (family, mut rows) in by_family {
        rows.sort_by_key(|r| (r.from.value, r.at));
        // Each row against the earlier one that lasts longest: one finding for a row, however many overlap.
        let mut longest: Option<&Family> = None;
        for row in rows {
            if let Some(earlier) = longest {
                overlap(scope, family, earlier, row, verdict);
            }
            let end = |f: &Family| family_days(f).map(|d| d.last);
            if longest.is_none_or(|l| end(row) >= end(l)) {
                longest = Some(row);
            }
        }
    }
}

fn overlap(scope: &Scope, family: &str, a: &Family, b: &Family, verdict: &mut Verdict) {
    let (Some(one), Some(two)) = (family_days(a), family_days(b)) else { return };
    let Some(shared) = one.overlap(&two).and_then(|d| d.overlap(&scope.period)) else { return };
    let same = a.assistant.value == b.assistant.value;
    let handed_over = shared.len() == 1 && (one.last == two.first || two.last == one.first);
    if handed_over || (!same && stands_in(scope, &a.assistant.value, &b.assistant.value)) {
        return;
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

/// Does one of the two replace the other (`Zastępuje`)? Then both may stand with a family for a while.
fn stands_in(scope: &Scope, a: &str, b: &str) -> bool {
    let replaces = |who: &str, whom: &str| {
        let mut own = scope.contracts_of(who).iter();
        own.any(|c| c.replaces.as_ref().is_some_and(|r| r.value == whom))
    };
    replaces(a, b) || replaces(b, a)
}

/// The most families of one assistant at one time against the limit of that day.
fn caseload(scope: &Scope, verdict: &mut Verdict) {
    let mut by_assistant: BTreeMap<&str, Vec<(&Family, DayRange)>> = BTreeMap::new();
    for family in scope.families() {
        if coordinator(scope, &family.assistant.value) {
            continue;
        }
        let Some(mut days) = family_days(family) else { continue };
        // On the day of handing over the family is the new assistant's.
        if handed_over(scope, family) {
            days.last = days.last.plus_days(-1);
        }
        by_assistant.entry(&family.assistant.value).or_default().push((family, days));
    }
    for (assistant, families) in by_assistant {
        let worst = worst_day(scope, &families);
        if let Some((open, limit, day)) = worst {
            let last = families.iter().find(|(f, _)| f.from.value == day).or(families.first());
            let mut finding = caseload_finding(assistant, open, limit).with("day", Fact::Day(day));
            finding.at = last.map(|(f, _)| f.from.at);
            verdict.add(finding);
        }
    }
    for row in &scope.facts.caseload_months {
        if coordinator(scope, &row.assistant.value) {
            continue;
        }
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

/// Is the person a coordinator only? Art. 15 ust. 4 limits the families of assistants.
fn coordinator(scope: &Scope, id: &str) -> bool {
    let mut own = scope.contracts_of(id).iter().peekable();
    own.peek().is_some() && own.all(|c| c.employed_as() == Position::Coordinator)
}

/// Does another assistant begin with the family on the day on which this one ends?
fn handed_over(scope: &Scope, family: &Family) -> bool {
    scope.rows_of_family(&family.family.value).iter().any(|other| {
        !other.rejected
            && other.assistant.value != family.assistant.value
            && Some(other.from.value) == family.to.as_ref().map(|t| t.value)
            && other.from.value > family.from.value
    })
}

/// The day with the most families above its limit: number, limit, day.
fn worst_day(scope: &Scope, families: &[(&Family, DayRange)]) -> Option<(i64, i64, Day)> {
    let mut by_start: Vec<_> = families.iter().collect();
    by_start.sort_by_key(|(_, d)| d.first);
    let mut by_end = by_start.clone();
    by_end.sort_by_key(|(_, d)| d.last);
    let mut started = by_start.into_iter().peekable();
    let mut ended = by_end.into_iter().peekable();
    // How many rows of each family are open: a family counts once.
    let mut open: BTreeMap<&str, i64> = BTreeMap::new();
    let mut worst: Option<(i64, i64, Day)> = None;
    // The number rises only where a family begins.
    while let Some((_, days)) = started.peek() {
        let day = days.first.max(scope.period.first);
        while let Some((family, _)) = started.next_if(|(_, d)| d.first <= day) {
            *open.entry(&family.family.value).or_default() += 1;
        }
        while let Some((family, _)) = ended.next_if(|(_, d)| d.last < day) {
            let code = family.family.value.as_str();
            if let Some(rows) = open.get_mut(code) {
                *rows -= 1;
                if *rows == 0 {
                    open.remove(code);
                }
            }
        }
        let Some(limit) = limit_on(scope, day) else { continue };
        let number = i64::try_from(open.len()).unwrap_or(i64::MAX);
        if scope.period.contains(day) && number > limit && worst.is_none_or(|(most, _, _)| number > most) {
            worst = Some((number, limit, day));
        }
    }
    worst
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
    let mut ask = |which: &'static Code, key: &str, rows: Vec<&Family>| {
        let Some(first) = rows.first() else { return };
        let codes: Vec<&str> = rows.iter().map(|f| f.family.value.as_str()).collect();
        verdict.add(
            Finding::at(which, scope.cell(first.at, key))
                .with("rows", count(rows.len()))
                .with("families", Fact::Text(codes.join(", "))),
        );
    };
    ask(&code::CHILDREN_MISSING, "children", scope.families().filter(|f| f.children.is_none()).collect());
    let has = |key: &str| {
        let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Families);
        tables.clone().any(|t| t.columns.contains(&key))
    };
    for (key, which) in
        [("ground", &code::FAMILY_GROUND_MISSING), ("category", &code::FAMILY_CATEGORY_MISSING)]
    {
        let blank = |f: &&Family| if key == "ground" { f.ground.is_none() } else { f.category.is_none() };
        if has(key) {
            ask(which, key, scope.families().filter(blank).collect());
        }
    }
    if has("end_reason") {
        let unexplained = |f: &&Family| f.end_reason.is_none() && ended(scope, f);
        ask(&code::END_REASON_MISSING, "end_reason", scope.families().filter(unexplained).collect());
    }
}

/// Did the work end inside the period, without another row going on with the family?
fn ended(scope: &Scope, family: &Family) -> bool {
    let Some(to) = &family.to else { return false };
    let goes_on = |other: &Family| {
        other.at != family.at
            && family_days(other).is_some_and(|d| d.last > to.value)
            && other.from.value <= to.value.plus_days(1)
    };
    scope.period.contains(to.value)
        && !scope.rows_of_family(&family.family.value).iter().any(|other| goes_on(other))
}
