//! What a supplement is measured by: an assistant's month, or an assistant where it is paid once.
//!
//! Reads the figures of a settlement, whichever: the one of the tables as they are, or of what is planned. Both hold the
//! same units in the same order, since days and amounts of pay make no line.

use crate::calc::{Model, NodeId};
use crate::programme::{Component, Programme};
use crate::records::ContractForm;
use crate::settlement::unmet::{Unmet, unmet};
use crate::settlement::{ComponentFigures, Line, Settled};
use crate::units::{Exact, Month};

/// How the edition pays supplements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// For each month.
    Monthly,
    /// Once, by the post on a reference day.
    OneOff,
    /// In full, contributions too: nothing to search.
    Funded,
    /// Not at all, or the municipality does not use it.
    None,
}

/// Returns how the edition pays supplements, as far as the municipality uses them.
pub fn way(settled: &Settled, programme: &Programme) -> Way {
    if settled.rounds.iter().all(|round| round.supplement.is_none()) {
        return Way::None;
    }
    let rule = programme.components.iter().find(|c| c.is_supplement());
    match rule {
        Some(Component::MonthlySupplement { .. }) => Way::Monthly,
        Some(Component::OneOffSupplement { .. }) => Way::OneOff,
        Some(Component::FundedSupplement { .. }) => Way::Funded,
        _ => Way::None,
    }
}

/// What one supplement is measured by.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Index into the settlement's assistants.
    pub assistant: usize,
    /// Index into its rounds.
    pub round: usize,
    /// Month of the line; of a supplement paid once, the last month with a line.
    pub month: Month,
    /// Form of contract.
    pub form: ContractForm,
    /// Posts that count.
    pub posts: NodeId,
    /// 1 where the conditions are met.
    pub qualifies: NodeId,
    /// Co-financing of the unit.
    pub co_financing: Vec<NodeId>,
    /// Payments of the unit with the cost of the supplement in each.
    pub paid: Vec<(usize, NodeId)>,
    /// Hours counted and hours needed, where hours are asked for.
    pub hours: Option<(NodeId, Option<NodeId>)>,
    /// Conditions that a month does not meet.
    pub unmet: Vec<Unmet>,
}

/// Returns the units of a settlement in the order of its lines or assistants.
pub fn units(settled: &Settled, way: Way) -> Vec<Unit> {
    match way {
        Way::Monthly => {
            settled.lines.iter().enumerate().filter_map(|(i, line)| of_line(settled, i, line)).collect()
        }
        Way::OneOff => (0..settled.assistants.len()).filter_map(|i| of_assistant(settled, i)).collect(),
        Way::Funded | Way::None => Vec::new(),
    }
}

fn of_line(settled: &Settled, index: usize, line: &Line) -> Option<Unit> {
    let needed = settled.step("Obliczenia", index, "hours_needed");
    Some(Unit {
        assistant: line.assistant,
        round: line.round,
        month: line.month,
        form: line.form,
        posts: line.fte,
        qualifies: line.qualifies?,
        co_financing: vec![line.supplement_co_financing],
        paid: paid(line),
        hours: line.hours_counted.map(|hours| (hours, needed)),
        unmet: unmet(settled, index),
    })
}

fn paid(line: &Line) -> Vec<(usize, NodeId)> {
    line.payments.iter().zip(&line.paid).map(|(payment, nodes)| (*payment, nodes.supplement)).collect()
}

fn of_assistant(settled: &Settled, index: usize) -> Option<Unit> {
    let lines: Vec<&Line> = settled.lines.iter().filter(|l| l.assistant == index).collect();
    let last = lines.last()?;
    let of = |key| settled.step("Obliczenia - dodatki", index, key);
    Some(Unit {
        assistant: index,
        round: last.round,
        month: last.month,
        form: last.form,
        posts: of("fte")?,
        qualifies: of("qualifies")?,
        co_financing: lines.iter().map(|l| l.supplement_co_financing).collect(),
        paid: lines.iter().flat_map(|l| paid(l)).collect(),
        hours: None,
        unmet: Vec::new(),
    })
}

/// Returns the rule's amount for a full post and the highest share of the cost, as the settlement used them.
pub fn amount_and_share(settled: &Settled) -> Option<(NodeId, NodeId)> {
    let amount = settled
        .parameter("Kwota dodatku na pełny etat i miesiąc")
        .or_else(|| settled.parameter("Kwota dodatku na pełny etat"))?;
    Some((amount, settled.parameter("Najwyższy udział w koszcie dodatku")?))
}

impl Unit {
    /// Are the conditions met?
    pub fn is_met(&self, model: &Model) -> bool {
        model.number(self.qualifies) == Exact::one()
    }

    /// Why the conditions are not met.
    pub fn reason(&self, model: &Model) -> Reason {
        let blank = self.hours.is_some_and(|(hours, _)| model.value(hours).is_blank());
        // A month without pay has no row that could hold hours.
        let in_tables = !self.paid.is_empty();
        if blank || (in_tables && self.unmet.contains(&Unmet::HoursUnknown)) {
            return Reason::HoursUnknown;
        }
        match self.hours {
            Some((worked, Some(needed))) if self.unmet.contains(&Unmet::Hours) => {
                Reason::HoursShort { worked: model.number(worked), needed: model.number(needed) }
            }
            _ if self.unmet.contains(&Unmet::Families) => Reason::TooManyFamilies,
            _ => Reason::NotOnTheDay,
        }
    }
}

/// Why a unit earns no supplement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The hours of the month are not in the tables.
    HoursUnknown,
    /// Fewer hours than asked for.
    HoursShort {
        /// Counted.
        worked: Exact,
        /// Needed.
        needed: Exact,
    },
    /// More families than the limit, where a reading takes the month's money away.
    TooManyFamilies,
    /// Not employed on the day of the request (of reference), not ready, or without a post.
    NotOnTheDay,
}

/// Returns the component of the supplements in a round.
pub fn supplement_of(settled: &Settled, round: usize) -> Option<&ComponentFigures> {
    settled.rounds.get(round).and_then(|r| r.supplement.as_ref())
}
