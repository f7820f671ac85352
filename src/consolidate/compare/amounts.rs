//! Amounts awarded, transferred and returned: report against register, by component and half-year.
//!
//! A report's own figure is never changed, only compared. What it leaves blank - the form tells municipalities to leave
//! these columns empty - is taken from the register and said to be. A report of one half-year alone is compared with what
//! the register has of that half-year: its columns of the year hold no more than that.

use super::super::register::{COMPONENTS, Register, RegisterRow};
use super::super::sheets::words;
use super::super::{Entry, FigureKey};
use super::{halves, remark, text};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::{AmountKey, Measure};
use crate::records::{FundComponent, HalfYear};
use crate::source::CellRef;
use crate::units::{Exact, Money};

/// A figure taken from the register, and its cell there.
type Taken = (FigureKey, CellRef);

const MEASURES: [Measure; 3] = [Measure::Awarded, Measure::Transferred, Measure::Returned];

/// Compares amounts and fills blanks.
pub fn compare(entry: &mut Entry, row: &RegisterRow, register: &Register) {
    let mut found = Vec::new();
    let mut taken = Vec::new();
    let lone = halves::alone(entry);
    for measure in MEASURES {
        let mut compared = false;
        for component in COMPONENTS {
            compared |= of_component(entry, row, (measure, component, lone), &mut found, &mut taken);
        }
        together(entry, row, (measure, compared, lone), &mut found, &mut taken);
    }
    for part in [Some(FundComponent::Supplement), Some(FundComponent::EmploymentCost), None] {
        unused(entry, row, (part, lone), &mut found);
    }
    if !entry.filled.is_empty() {
        // What follows from the register's amounts is no figure of the report either.
        let added = entry.figures.complete();
        entry.filled.extend(added.into_iter().map(FigureKey::text));
    }
    returned(entry, row, &mut found);
    fill_returned(entry, row, &mut taken);
    if let Some((_, at)) = taken.first() {
        // Where both half-years were taken their sum follows.
        let of = |key: FigureKey, half| {
            taken.iter().any(|(other, _)| *other == FigureKey { round: Some(half), ..key })
        };
        let told = taken.iter().map(|(key, _)| *key);
        let told =
            told.filter(|key| key.round.is_some() || !HalfYear::ALL.into_iter().all(|half| of(*key, half)));
        let names: Vec<String> = told.map(|key| words::figure(key).replace(" (zł)", "")).collect();
        found.push(
            Finding::at(&code::REGISTER_AMOUNTS_TAKEN, *at)
                .with("count", Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX)))
                .with("figures", text(names.join("; "))),
        );
    }
    for finding in &found {
        remark(entry, finding, &register.sources);
    }
}

/// The first part of a figure's name.
fn part(component: Option<FundComponent>) -> &'static str {
    match component {
        Some(FundComponent::Supplement) => "supplement",
        Some(FundComponent::EmploymentCost) => "employment",
        None => "all",
    }
}

/// Returns the figure that an amount of the register speaks of.
pub fn figure(
    measure: Measure,
    component: Option<FundComponent>,
    round: Option<HalfYear>,
) -> Option<FigureKey> {
    let part = part(component);
    FigureKey::named(&format!("{part}.{}", word(measure)?), round)
}

/// The last part of a figure's name; none of what no report tells.
fn word(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Awarded => Some("awarded"),
        Measure::Transferred => Some("transferred"),
        Measure::Returned => Some("returned"),
        Measure::Requested => None,
    }
}

/// Takes an amount that the report leaves blank from the register.
fn fill(entry: &mut Entry, key: FigureKey, (amount, at): (Money, CellRef), taken: &mut Vec<Taken>) {
    entry.figures.set(key, amount.to_exact());
    entry.filled.push(key.text());
    taken.push((key, at));
}

/// Takes over what the register says was returned, where the report does not tell it. Last of all: nothing of the report
/// is compared with it as if it were the report's, and no sum is made of it.
fn fill_returned(entry: &mut Entry, row: &RegisterRow, taken: &mut Vec<Taken>) {
    for component in COMPONENTS.map(Some).into_iter().chain([None]) {
        for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
            let known = row.amount(Measure::Returned, component, round);
            let key = figure(Measure::Returned, component, round);
            // Where the report tells a part, its own word on the whole is the sum of what it tells.
            let told = own(entry, Measure::Returned, round).is_some()
                && !from_register(entry, Measure::Returned, round);
            if let (Some(amount), Some(key), false) = (known, key, told)
                && entry.figures.get(key).is_none()
            {
                fill(entry, key, amount, taken);
            }
        }
    }
}

/// A component's amounts, of both half-years and of the whole; returns whether any was compared. Where half-years were
/// compared their sum would tell the same difference once more.
fn of_component(
    entry: &mut Entry,
    row: &RegisterRow,
    (measure, component, lone): (Measure, FundComponent, Option<HalfYear>),
    found: &mut Vec<Finding>,
    taken: &mut Vec<Taken>,
) -> bool {
    let mut compared = false;
    for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
        let Some(key) = figure(measure, Some(component), round) else { continue };
        let own = entry.figures.get(key);
        let of = (measure, Some(component), round);
        let Some((of, (amount, at))) = held(row, of, own, lone) else { continue };
        match own {
            Some(own) => {
                if round.is_some() || !compared {
                    found.extend(differs(of, own, amount, at));
                }
                compared = true;
            }
            None if may_be_taken(measure, round, lone) => fill(entry, key, (amount, at), taken),
            None => {}
        }
    }
    compared
}

/// Both components together: what the minister's list tells, and returns that are booked as one.
fn together(
    entry: &mut Entry,
    row: &RegisterRow,
    (measure, compared, lone): (Measure, bool, Option<HalfYear>),
    found: &mut Vec<Finding>,
    taken: &mut Vec<Taken>,
) {
    for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
        let Some(key) = figure(measure, None, round) else { continue };
        let own = own(entry, measure, round);
        let Some((of, (amount, at))) = held(row, (measure, None, round), own.as_ref(), lone) else {
            continue;
        };
        match own {
            Some(own) => {
                let told = compared && !list_differs(row, measure, round);
                if !told && !from_register(entry, measure, round) {
                    found.extend(differs(of, &own, amount, at));
                }
                if entry.figures.get(key).is_none() {
                    // A sum in which the register has a part is no figure of the report.
                    if from_register(entry, measure, round) {
                        entry.filled.push(key.text());
                    }
                    entry.figures.set(key, own);
                }
            }
            None if may_be_taken(measure, round, lone) => fill(entry, key, (amount, at), taken),
            None => {}
        }
    }
}

/// Does the register tell another amount of both components, as the minister's list beside it does, than its components
/// make? Then that they were compared says nothing of the list.
fn list_differs(row: &RegisterRow, measure: Measure, round: Option<HalfYear>) -> bool {
    let typed = row.typed(AmountKey { measure, component: None, round }).map(|(amount, _)| amount);
    let [a, b] = COMPONENTS.map(|component| row.money(measure, Some(component), round));
    let parts = a.zip(b).and_then(|(a, b)| a.checked_add(b));
    typed.zip(parts).is_some_and(|(typed, parts)| typed != parts)
}

/// Which amount: of what, of which component or both, of which half-year or the year.
type Which = (Measure, Option<FundComponent>, Option<HalfYear>);

/// Returns the register's amount to hold against a report's own, and what that amount is of. A report of one half-year may
/// tell, in a column of the year, the year's amount or that of its half-year.
fn held(
    row: &RegisterRow,
    (measure, component, round): Which,
    own: Option<&Exact>,
    lone: Option<HalfYear>,
) -> Option<(Which, (Money, CellRef))> {
    let known = row.amount(measure, component, round);
    let of_year = known.is_some_and(|(amount, _)| own.is_some_and(|own| *own == amount.to_exact()));
    let half = lone.filter(|_| round.is_none() && own.is_some() && !of_year);
    match half {
        Some(_) => Some(((measure, component, half), row.amount(measure, component, half)?)),
        None => Some(((measure, component, round), known?)),
    }
}

/// May a blank be taken from the register? Money of a half-year on which nobody reported would look like money not used.
fn may_be_taken(measure: Measure, round: Option<HalfYear>, lone: Option<HalfYear>) -> bool {
    match measure {
        Measure::Returned => false,
        Measure::Transferred => lone.is_none() || round == lone,
        Measure::Awarded | Measure::Requested => true,
    }
}

/// Returns the report's own amount of both components; the one it has where the edition has one.
fn own(entry: &Entry, measure: Measure, round: Option<HalfYear>) -> Option<Exact> {
    let get = |component| entry.figures.get(figure(measure, component, round)?).cloned();
    get(None).or_else(|| {
        let parts: Vec<Exact> = COMPONENTS.into_iter().filter_map(|component| get(Some(component))).collect();
        (!parts.is_empty()).then(|| parts.into_iter().sum())
    })
}

/// Money transferred, as the register tells it, less money used, against what the report says of money not used: by
/// half-year where the register tells them. Both components together only where neither is told by itself.
fn unused(
    entry: &Entry,
    row: &RegisterRow,
    (component, lone): (Option<FundComponent>, Option<HalfYear>),
    found: &mut Vec<Finding>,
) {
    let part = part(component);
    let of = |field: &str, round: Option<HalfYear>| {
        let key = FigureKey::named(&format!("{part}.{field}"), round)?;
        entry.figures.get(key).filter(|_| !entry.filled.contains(&key.text())).cloned()
    };
    let mut told = false;
    for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
        let filled = figure(Measure::Transferred, component, round)
            .is_some_and(|key| entry.filled.contains(&key.text()));
        let (true, Some((transferred, at)), Some(used)) =
            (filled, row.amount(Measure::Transferred, component, round), of("co_financing", round))
        else {
            continue;
        };
        if round.is_none() && (told || lone.is_some()) {
            continue;
        }
        told = true;
        let left = transferred.to_exact() - used.clone();
        let said = |finding: Finding| {
            finding.with("component", text(part)).with("round", text(round.map_or("", HalfYear::word)))
        };
        if left < Exact::zero() {
            let finding = Finding::at(&code::REPORT_USED_MORE, at)
                .with_seen(amount(&used))
                .with_expected(Fact::Amount(transferred));
            found.push(with_difference(said(finding), &left));
            continue;
        }
        let misused = of("misused", round);
        let rest = |total: Exact| {
            let more = misused.iter().cloned().chain(of("interest", round)).sum::<Exact>();
            total - more
        };
        let stated = of("unused", round);
        // Where the form asks for one amount to return, misused money may be in it: then only too little is a fault.
        let exact = stated.is_some() || misused.is_some();
        let Some(seen) = stated.or_else(|| of("return_total", round).map(rest)) else { continue };
        let difference = seen.clone() - left.clone();
        if difference.is_zero() || (!exact && difference > Exact::zero()) {
            continue;
        }
        let finding = Finding::at(&code::REPORT_UNUSED_DIFFERS, at)
            .with("transferred", Fact::Amount(transferred))
            .with("used", amount(&used))
            .with_seen(amount(&seen))
            .with_expected(amount(&left));
        found.push(with_difference(said(finding), &difference));
    }
}

/// Money returned, as the register tells it, against what the report says is to be returned, with interest or without.
/// A report that says itself what was returned was compared already.
fn returned(entry: &Entry, row: &RegisterRow, found: &mut Vec<Finding>) {
    let Some((returned, at)) = row.amount(Measure::Returned, None, None) else { return };
    let whole = |name: &str| entry.figures.whole(name).cloned();
    let (None, Some(due)) = (own(entry, Measure::Returned, None), whole("all.return_total")) else { return };
    let difference = returned.to_exact() - due.clone();
    let without = whole("all.interest").map(|interest| due.clone() - interest);
    if difference.is_zero() || without == Some(returned.to_exact()) {
        return;
    }
    let finding = Finding::at(&code::REGISTER_RETURN_DIFFERS, at)
        .with_seen(amount(&due))
        .with_expected(Fact::Amount(returned));
    found.push(with_difference(finding, &difference));
}

fn amount(value: &Exact) -> Fact {
    Money::from_exact(value).map_or_else(|| Fact::Number(value.clone()), Fact::Amount)
}

fn with_difference(finding: Finding, difference: &Exact) -> Finding {
    match Money::from_exact(&difference.abs()) {
        Some(money) => finding.with_difference(money),
        None => finding,
    }
}

/// Did the register give a part of both components together?
fn from_register(entry: &Entry, measure: Measure, round: Option<HalfYear>) -> bool {
    let given = |component| {
        let key = figure(measure, component, round).map(FigureKey::text);
        key.is_some_and(|key| entry.filled.contains(&key))
    };
    given(None) || COMPONENTS.into_iter().any(|component| given(Some(component)))
}

fn differs((measure, component, round): Which, own: &Exact, amount: Money, at: CellRef) -> Option<Finding> {
    let difference = own.clone() - amount.to_exact();
    if difference.is_zero() {
        return None;
    }
    let finding = Finding::at(&code::REGISTER_AMOUNT_DIFFERS, at)
        .with("what", text(word(measure)?))
        .with("component", text(part(component)))
        .with("round", text(round.map_or("", HalfYear::word)))
        .with_seen(self::amount(own))
        .with_expected(Fact::Amount(amount));
    Some(with_difference(finding, &difference))
}
