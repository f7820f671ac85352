//! Money to be returned that nobody says is back, on the day of the roll-up.
//!
//! The register's word counts where the report has none: the money mostly comes back after the report. Settlements and tables
//! were judged by their own days and terms; forms, which know neither, by the edition's.

use super::super::register::{COMPONENTS, Register, RegisterRow};
use super::super::{Entry, FigureKey, Kind, Verdict};
use super::amounts::{amount, figure, from_register, own};
use super::{Office, day, remark, terms, text};
use crate::finding::code::checks::RETURN_OVERDUE;
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::{AmountKey, Column, Measure};
use crate::records::HalfYear;
use crate::source::Sources;
use crate::units::{Exact, Money};

const ROUNDS: [Option<HalfYear>; 3] = [None, Some(HalfYear::First), Some(HalfYear::Second)];

/// Takes out the noughts that only stand for a missing table of returns, where the register tells a return. Returns those
/// of parts of which nothing was to be returned: they hold unless the register tells them.
pub fn leave_to_register(entry: &mut Entry, row: &RegisterRow) -> Vec<FigureKey> {
    let parts = || COMPONENTS.map(Some).into_iter().chain([None]);
    let all = || parts().flat_map(|part| ROUNDS.map(|round| (part, round)));
    let booked = all().any(|(part, round)| row.amount(Measure::Returned, part, round).is_some());
    if !entry.returns_untold || !booked {
        return Vec::new();
    }
    let mut sound = Vec::new();
    for key in all().filter_map(|(part, round)| figure(Measure::Returned, part, round)) {
        if entry.filled.contains(&key.text()) || entry.figures.get(key).is_none() {
            continue;
        }
        entry.figures.remove(key);
        let due = FigureKey::named(&key.name.replace(".returned", ".return_total"), key.round);
        let due = due.and_then(|due| entry.figures.get(due));
        if !key.name.starts_with("all.") && due.is_some_and(Exact::is_zero) {
            sound.push(key);
        }
    }
    sound
}

/// Puts back what the register does not tell: a part of which nothing was to be returned.
pub fn put_back(entry: &mut Entry, sound: Vec<FigureKey>) {
    let whole = figure(Measure::Returned, None, None).map(FigureKey::text);
    if whole.is_some_and(|whole| entry.filled.contains(&whole)) {
        return;
    }
    for key in sound {
        if entry.figures.get(key).is_none() {
            entry.figures.set(key, Exact::zero());
        }
    }
}

/// Tells what should be back and is not told to be, and what came back after its day.
pub fn judge(entry: &mut Entry, of: Option<(&RegisterRow, &Register)>, office: &Office<'_>) {
    let booked = from_register(entry, Measure::Returned, None);
    if entry.returns_untold && booked {
        // Whether it came back the register tells; what it tells less is a difference between the two.
        entry.remarks.retain(|remark| remark.code != RETURN_OVERDUE.name);
    } else if entry.kind != Kind::Form || entry.verdict == Verdict::Rejected {
        return;
    }
    let whole = |name: &str| entry.figures.whole(name).cloned();
    let Some(total) = whole("all.return_total") else { return };
    let principal = total - whole("all.interest").unwrap_or_else(Exact::zero);
    let term = entry.return_due.as_deref().and_then(day);
    let Some(due) = term.or_else(|| terms::returned_by(office.programme?)) else { return };
    let parts = ["municipality.returned_in_year", "municipality.returned_later"].map(whole);
    let parts: Vec<Exact> = parts.into_iter().flatten().collect();
    let by_parts = (!parts.is_empty()).then(|| parts.into_iter().sum());
    let returned = own(entry, Measure::Returned, None).or(by_parts);
    let nothing = Register::default();
    let sources: &Sources = &of.map_or(&nothing, |(_, register)| register).sources;
    let left = principal.clone() - returned.clone().unwrap_or_else(Exact::zero);
    if principal <= Exact::zero() {
        return;
    }
    if left <= Exact::zero() {
        let came = of.filter(|_| booked).and_then(|(row, _)| Some((row, row.returned_on()?)));
        if let Some((row, came)) = came.filter(|(_, came)| *came > due) {
            let finding = Finding::at(&code::REPORT_RETURN_LATE, row.cell(Column::ReturnedOn))
                .with("principal", amount(&principal))
                .with_seen(Fact::Day(came))
                .with_expected(Fact::Day(due));
            remark(entry, &finding, sources);
        }
        return;
    }
    // Less in the register than is due was told by comparing the two.
    if booked || office.as_of.is_none_or(|today| today <= due) {
        return;
    }
    let told = match (&returned, of) {
        (Some(returned), _) if !returned.is_zero() => "report",
        (_, Some(_)) => "register",
        _ => "none",
    };
    let mut finding = Finding::new(&code::REPORT_RETURN_OVERDUE)
        .with("told", text(told))
        .with("principal", amount(&principal))
        .with("returned", amount(&returned.unwrap_or_else(Exact::zero)))
        .with_expected(Fact::Day(due));
    finding.difference = Money::from_exact(&left);
    // Where to enter it.
    let booked = Column::Amount(AmountKey { measure: Measure::Returned, component: None, round: None });
    finding.at = of.map(|(row, _)| row.cell(booked));
    remark(entry, &finding, sources);
}
