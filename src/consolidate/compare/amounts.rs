//! Amounts awarded, transferred and returned: report against register, by component and half-year.
//!
//! A report's own figure is never changed, only compared. What it leaves blank - the form tells municipalities to leave
//! these columns empty - is taken from the register and said to be.

use super::super::register::{COMPONENTS, Register, RegisterRow};
use super::super::{Entry, FigureKey};
use super::{remark, text};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::Measure;
use crate::records::{FundComponent, HalfYear};
use crate::source::CellRef;
use crate::units::{Exact, Money};

const MEASURES: [Measure; 3] = [Measure::Awarded, Measure::Transferred, Measure::Returned];

/// Compares amounts and fills blanks.
pub fn compare(entry: &mut Entry, row: &RegisterRow, register: &Register) {
    let mut found = Vec::new();
    let mut taken: Option<(CellRef, i64)> = None;
    for measure in MEASURES {
        let mut compared = false;
        for component in COMPONENTS {
            compared |= of_component(entry, row, (measure, component), &mut found, &mut taken);
        }
        together(entry, row, (measure, compared), &mut found, &mut taken);
    }
    if let Some((at, count)) = taken {
        found.push(Finding::at(&code::REGISTER_AMOUNTS_TAKEN, at).with("count", Fact::Count(count)));
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
    let name = match measure {
        Measure::Awarded => "awarded",
        Measure::Transferred => "transferred",
        Measure::Returned => "returned",
        Measure::Requested => return None,
    };
    FigureKey::named(&format!("{part}.{name}"), round)
}

/// A component's amounts, of both half-years and of the whole; returns whether any was compared. Where half-years were
/// compared their sum would tell the same difference once more.
fn of_component(
    entry: &mut Entry,
    row: &RegisterRow,
    (measure, component): (Measure, FundComponent),
    found: &mut Vec<Finding>,
    taken: &mut Option<(CellRef, i64)>,
) -> bool {
    let mut compared = false;
    for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
        let Some((amount, at)) = row.amount(measure, Some(component), round) else { continue };
        let Some(key) = figure(measure, Some(component), round) else { continue };
        match entry.figures.get(key) {
            Some(own) => {
                if round.is_some() || !compared {
                    found.extend(differs((measure, Some(component), round), own, amount, at));
                }
                compared = true;
            }
            None if measure != Measure::Returned => {
                entry.figures.set(key, amount.to_exact());
                entry.filled.push(key.text());
                *taken = Some(taken.map_or((at, 1), |(first, count)| (first, count + 1)));
            }
            None => {}
        }
    }
    compared
}

/// Both components together: what the minister's list tells, and returns that are booked as one.
fn together(
    entry: &mut Entry,
    row: &RegisterRow,
    (measure, compared): (Measure, bool),
    found: &mut Vec<Finding>,
    taken: &mut Option<(CellRef, i64)>,
) {
    for round in [Some(HalfYear::First), Some(HalfYear::Second), None] {
        let Some((amount, at)) = row.amount(measure, None, round) else { continue };
        let Some(key) = figure(measure, None, round) else { continue };
        match own(entry, measure, round) {
            Some(own) => {
                if !compared {
                    found.extend(differs((measure, None, round), &own, amount, at));
                }
                if entry.figures.get(key).is_none() {
                    entry.figures.set(key, own);
                }
            }
            None if measure != Measure::Returned => {
                entry.figures.set(key, amount.to_exact());
                entry.filled.push(key.text());
                *taken = Some(taken.map_or((at, 1), |(first, count)| (first, count + 1)));
            }
            None => {}
        }
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

fn differs(
    (measure, component, round): (Measure, Option<FundComponent>, Option<HalfYear>),
    own: &Exact,
    amount: Money,
    at: CellRef,
) -> Option<Finding> {
    let difference = own.clone() - amount.to_exact();
    if difference.is_zero() {
        return None;
    }
    let what = match measure {
        Measure::Awarded => "awarded",
        Measure::Transferred => "transferred",
        Measure::Returned => "returned",
        Measure::Requested => return None,
    };
    let seen = Money::from_exact(own).map_or_else(|| Fact::Number(own.clone()), Fact::Amount);
    let mut finding = Finding::at(&code::REGISTER_AMOUNT_DIFFERS, at)
        .with("what", text(what))
        .with("component", text(part(component)))
        .with("round", text(round.map_or("", HalfYear::word)))
        .with_seen(seen)
        .with_expected(Fact::Amount(amount));
    if let Some(money) = Money::from_exact(&difference.abs()) {
        finding = finding.with_difference(money);
    }
    Some(finding)
}
