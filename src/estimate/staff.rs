//! Who is employed in the coming year, and on which terms: today's contracts carried on, with the plan's changes.
//!
//! A contract that ends stays ended; an open one stays open. Each change of terms begins a new piece of a contract.

use super::build::Build;
use super::dues::Dues;
use super::plan;
use super::today::Stream;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::finding::code::plan as code;
use crate::finding::{Fact, Finding};
use crate::records::{ContractForm, StaffChange, StaffEvent};
use crate::units::{Day, Exact};

/// A contract of a person through the year.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Identifier of the assistant or vacancy.
    pub assistant: String,
    /// Form.
    pub form: ContractForm,
    /// Pieces of unchanged terms by first day; they do not overlap.
    pub pieces: Vec<Piece>,
    /// What is due on its pay.
    pub dues: Dues,
    /// Whose pay of today it goes on from, by position in the streams.
    pub stream: Option<usize>,
}

/// Unchanged terms.
#[derive(Clone, Debug)]
pub struct Piece {
    /// First day.
    pub from: Day,
    /// Last day; none: open.
    pub to: Option<Day>,
    /// Row of this year's `Zatrudnienie` that it copies; none for somebody new.
    pub source: Option<usize>,
    /// Post with its node; none under a service contract without one.
    pub fte: Option<(Exact, NodeId)>,
    /// Base pay of a whole month, or pay for an hour, at its beginning.
    pub start: Start,
    /// Seniority allowance as a share of base.
    pub seniority: Option<NodeId>,
    /// Hours a month, under a service contract paid by the hour.
    pub hours: Option<NodeId>,
    /// Hours a month under a service contract paid by the month: the supplement follows them.
    pub worked: Option<NodeId>,
}

impl Piece {
    /// Is it in force on the day?
    pub fn on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Pay at the beginning of a piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// As today.
    Today,
    /// As before the change, in proportion to the post.
    Carry,
    /// So much.
    Given(NodeId),
}

/// Returns the contracts of a scenario, by identifier and form.
pub fn contracts(build: &mut Build<'_>, streams: &[Stream], scenario: usize) -> Vec<Contract> {
    let mut all = Vec::new();
    for (index, stream) in streams.iter().enumerate() {
        carried(build, stream, index, &mut all);
    }
    let plan = build.plan;
    let mut changes: Vec<&StaffChange> =
        plan.changes.iter().filter(|c| !c.rejected && c.scenarios[scenario]).collect();
    changes.sort_by_key(|c| (c.day.value, c.event.value != StaffEvent::Departure, c.at));
    for change in changes {
        apply(build, change, &mut all);
    }
    if let Some(year) = build.year_days() {
        for contract in &mut all {
            contract.pieces.retain(|p| p.from <= year.last && p.to.is_none_or(|to| to >= year.first));
        }
    }
    all.retain(|c| !c.pieces.is_empty());
    all.sort_by(|a, b| (&a.assistant, a.form).cmp(&(&b.assistant, b.form)));
    all
}

/// Today's rows one after the other are one contract; rows side by side are several.
fn carried(build: &mut Build<'_>, stream: &Stream, index: usize, all: &mut Vec<Contract>) {
    let Some(year) = build.year_days() else { return };
    let mut mine: Vec<Contract> = Vec::new();
    for row in &stream.rows {
        let source = &build.now.employments[*row];
        if source.to.as_ref().is_some_and(|to| to.value < year.first) {
            continue;
        }
        let (from, to) = (source.from.value, source.to.as_ref().map(|to| to.value));
        let fte = source.fte.clone();
        let rate = source.seniority_rate.clone().filter(|_| stream.form == ContractForm::Employment);
        let fte = fte.map(|f| {
            let value = Value::Number(f.value.clone());
            (f.value, build.basis(&stream.assistant, "Wymiar etatu", None, Format::Factor, value, f.at))
        });
        let seniority = rate.map(|r| {
            let value = Value::Number(r.value);
            build.basis(&stream.assistant, "Dodatek stażowy (%)", None, Format::Percent, value, r.at)
        });
        let today = stream.pay.as_ref();
        let piece = Piece {
            from,
            to,
            source: Some(*row),
            fte,
            start: Start::Today,
            seniority: seniority.or_else(|| today.and_then(|t| t.seniority)),
            hours: today.and_then(|t| t.hours),
            worked: None,
        };
        let follows = |c: &&mut Contract| c.pieces.last().and_then(|p| p.to).is_some_and(|to| to < from);
        match mine.iter_mut().find(follows) {
            Some(contract) => contract.pieces.push(Piece { start: Start::Carry, ..piece }),
            None => mine.push(Contract {
                assistant: stream.assistant.clone(),
                form: stream.form,
                pieces: vec![piece],
                dues: stream.dues,
                stream: Some(index),
            }),
        }
    }
    all.extend(mine);
}

/// Is a contract of the identifier in force on the day?
pub fn in_force(contract: &Contract, assistant: &str, day: Day) -> bool {
    contract.assistant == assistant && contract.pieces.iter().any(|p| p.on(day))
}

fn apply(build: &mut Build<'_>, change: &StaffChange, all: &mut Vec<Contract>) {
    let who = change.assistant.value.trim().to_owned();
    let day = change.day.value;
    let held = all.iter().find(|c| in_force(c, &who, day)).map(|c| c.form);
    match (change.event.value, held) {
        (StaffEvent::Hire, Some(form)) => {
            let finding = Finding::at(&code::PLAN_HIRE_EMPLOYED, change.assistant.at).with_assistant(&who);
            let form = Fact::Text(form.word().to_owned());
            return build.say(finding.with_seen(Fact::Day(day)).with("form", form));
        }
        (StaffEvent::Departure | StaffEvent::Change, None) => {
            let finding = not_employed(build, change, &who, all);
            return build.say(finding);
        }
        _ => {}
    }
    match change.event.value {
        StaffEvent::Departure => {
            let form = change.form.as_ref().map(|f| f.value);
            for contract in all.iter_mut().filter(|c| form.is_none_or(|f| c.form == f)) {
                if in_force(contract, &who, day) {
                    end(contract, day);
                }
            }
        }
        StaffEvent::Hire => {
            let form = change.form.as_ref().map_or(ContractForm::Employment, |f| f.value);
            let piece = new_piece(build, change, None);
            let pieces = vec![piece];
            all.push(Contract { assistant: who, form, pieces, dues: Dues::NEW, stream: None });
        }
        StaffEvent::Change => alter(build, change, &who, day, all),
    }
}

/// Whose terms are to change, or who is to leave, is not there on the day: gone, not hired yet, or known to nobody.
fn not_employed(build: &Build<'_>, change: &StaffChange, who: &str, all: &[Contract]) -> Finding {
    let planned = build.plan.changes.iter().filter(|c| c.event.value == StaffEvent::Hire && !c.rejected);
    let hired = planned.filter(|c| c.assistant.value.trim() == who).map(|c| c.day.value).min();
    let hired = if all.iter().any(|c| c.assistant == who) || build.is_known(who) {
        "brak".to_owned()
    } else if let Some(hired) = hired {
        hired.polish()
    } else {
        return plan::unknown(build, who, change.assistant.at);
    };
    let departure = i64::from(change.event.value == StaffEvent::Departure);
    Finding::at(&code::PLAN_NOT_EMPLOYED, change.day.at)
        .with_assistant(who)
        .with_seen(Fact::Day(change.day.value))
        .with("departure", Fact::Count(departure))
        .with("hired", Fact::Text(hired))
}

fn alter(build: &mut Build<'_>, change: &StaffChange, who: &str, day: Day, all: &mut Vec<Contract>) {
    let form = change.form.as_ref().map(|f| f.value);
    let same = |c: &Contract| form.is_none_or(|f| c.form == f);
    let found = all.iter().position(|c| in_force(c, who, day) && same(c));
    let Some(at) = found.or_else(|| all.iter().position(|c| in_force(c, who, day))) else { return };
    let (old_form, dues) = (all[at].form, all[at].dues);
    let old = all[at].pieces.iter().find(|p| p.on(day)).cloned();
    let piece = new_piece(build, change, old.as_ref());
    let service = form.unwrap_or(old_form) == ContractForm::Service;
    if let Some(fte) = change.fte.as_ref().filter(|_| service && piece.hours.is_some()) {
        build.say(plan::nothing(fte.at, who, "post"));
    }
    if old.as_ref().is_some_and(|old| old.from == day) {
        all[at].pieces.retain(|p| p.from < day);
    } else {
        end(&mut all[at], day.plus_days(-1));
    }
    match form.filter(|f| *f != old_form) {
        Some(form) => {
            all.push(Contract { assistant: who.to_owned(), form, pieces: vec![piece], dues, stream: None });
        }
        None => all[at].pieces.push(piece),
    }
}

/// Ends a contract on a day; what would have come later is dropped.
fn end(contract: &mut Contract, day: Day) {
    contract.pieces.retain(|p| p.from <= day);
    if let Some(last) = contract.pieces.last_mut() {
        last.to = Some(last.to.map_or(day, |to| to.min(day)));
    }
}

/// The terms of a row of the plan; what it leaves blank stays as it was.
fn new_piece(build: &mut Build<'_>, change: &StaffChange, old: Option<&Piece>) -> Piece {
    let who = change.assistant.value.trim();
    let mut node = |label: &str, format, value: Option<(Exact, crate::source::CellRef)>| {
        value.map(|(value, at)| build.planned(who, label, format, Value::Number(value), at))
    };
    let base = change.base.as_ref().map(|b| (b.value.to_exact(), b.at));
    let base = node("Wynagrodzenie zasadnicze według planu", Format::Money, base);
    let rate = change.hourly_rate.as_ref().map(|b| (b.value.to_exact(), b.at));
    let rate = node("Stawka godzinowa według planu", Format::Money, rate);
    let seniority = change.seniority_rate.as_ref().map(|b| (b.value.clone(), b.at));
    let seniority = node("Dodatek stażowy według planu (%)", Format::Percent, seniority);
    let hours = change.hours.as_ref().map(|b| (b.value.clone(), b.at));
    let hours = node("Godziny miesięcznie według planu", Format::Hours, hours);
    let fte = change.fte.as_ref().map(|f| (f.value.clone(), f.at));
    let fte = fte.and_then(|(value, at)| {
        let node = node("Wymiar etatu według planu", Format::Factor, Some((value.clone(), at)))?;
        Some((value, node))
    });
    let start = match (rate.or(base), old) {
        (Some(given), _) => Start::Given(given),
        (None, Some(_)) => Start::Carry,
        (None, None) => Start::Today,
    };
    // Hours alone do not make pay for a month pay for an hour, and monthly pay may take the place of pay for an hour.
    let by_hour = rate.is_some() || (base.is_none() && old.is_some_and(|o| o.hours.is_some()));
    let hours = hours.or_else(|| old.and_then(|o| o.hours.or(o.worked)));
    Piece {
        from: change.day.value,
        to: old.and_then(|o| o.to),
        source: old.and_then(|o| o.source),
        fte: fte.or_else(|| old.and_then(|o| o.fte.clone())),
        start,
        seniority: seniority.or_else(|| old.and_then(|o| o.seniority)),
        hours: hours.filter(|_| by_hour && old.is_none_or(|o| o.worked.is_none() || rate.is_some())),
        worked: hours.filter(|_| !by_hour || old.is_some_and(|o| o.worked.is_some() && rate.is_none())),
    }
}

/// The post as a factor; one where none is given.
pub fn post(piece: &Piece) -> Expr {
    piece.fte.as_ref().map_or(Expr::whole(1), |(_, node)| Expr::Ref(*node))
}
