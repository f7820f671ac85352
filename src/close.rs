//! The last days of a year: what must still be granted, paid and booked so that the programme pays all it can.
//!
//! The contract may come on 18 December, and only what is paid by the last payment day counts. Three settlements by the
//! very same steps answer: everything on the list paid in time, nothing more paid, and, for each transfer, all but it.
//! Nothing here reads files or words messages; days come from the caller.

pub mod booking;
pub mod days;
pub mod figures;
pub mod findings;
pub mod grants;
pub mod gross;
pub mod order;
pub mod rates;
pub mod sheets;
#[cfg(test)]
mod tests;
pub mod transfers;
pub mod units;

use crate::calc::Model;
use crate::finding::Finding;
use crate::programme::{National, Programme};
use crate::records::Submission;
use crate::settlement::{Settled, settle_over};
use crate::units::{Day, DayRange};
use booking::Booking;
use days::{CONTRIBUTIONS_PAID_ON, Days, Facts, PAID_ON, When};
use figures::GrantFigures;
use grants::{Grant, GrantNodes, UnitState};
use transfers::Transfer;
pub use units::Way;

/// What is asked about: the tables of a year, checked, with the edition's rules.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a> {
    /// The facts, rejected rows marked.
    pub facts: &'a Submission,
    /// The rules.
    pub programme: &'a Programme,
    /// National figures.
    pub national: &'a National,
    /// Days settled.
    pub period: DayRange,
    /// The day the paper speaks of.
    pub as_of: Day,
}

/// What is to be done, and what comes of it.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The days that decide.
    pub days: Days,
    /// Does the contract name the last payment day? Else it is the edition's.
    pub own_deadline: bool,
    /// How supplements are paid.
    pub way: Way,
    /// The plan; none where there is nothing that can be done, or something must be given first.
    pub plan: Option<Plan>,
    /// What is wrong or worth knowing.
    pub findings: Vec<Finding>,
}

/// Everything on the list paid in time, and nothing more paid.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The facts with every payment in time and the supplements granted.
    pub facts: Facts,
    /// Their settlement.
    pub all: Settled,
    /// The re-booking, in the same model.
    pub booking: Booking,
    /// The facts with nothing more paid.
    pub left: Facts,
    /// Their settlement.
    pub nothing: Settled,
    /// The division over paragraphs of that settlement.
    pub nothing_shares: crate::settlement::paragraph_steps::Shares,
    /// Every month with the state of its supplement.
    pub states: Vec<UnitState>,
    /// Supplements to be granted.
    pub grants: Vec<Grant>,
    /// Their nodes in the model of `all`.
    pub nodes: Vec<GrantNodes>,
    /// Their figures in the same model.
    pub figures: Vec<GrantFigures>,
    /// Transfers that must leave, dearest first.
    pub transfers: Vec<Transfer>,
}

/// Plans the last days of the year.
pub fn close(year: &Year<'_>) -> Closing {
    let own = year.facts.agreement.payment_deadline.as_ref().map(|d| d.value);
    let deadline = own.unwrap_or(year.programme.payment_deadline_for(year.period).value);
    let last_working = days::last_working_day(year.national, deadline);
    let days = Days { as_of: year.as_of, deadline, last_working };
    let mut closing = Closing {
        days,
        own_deadline: own.is_some(),
        way: Way::None,
        plan: None,
        findings: findings::of_days(year, &days),
    };
    if crate::finding::has_errors(&closing.findings) {
        return closing;
    }
    let typed = in_time(year, &days);
    let settle =
        |facts: &Facts| settle_over(Model::default(), &facts.submission, year.programme, year.period);
    let paid = settle(&typed);
    closing.way = units::way(&paid, year.programme);
    let states = grants::states(year, &paid, closing.way);
    let Ok(grants) = grants::grants(year, &paid, closing.way, &states, days.last_working) else {
        closing.findings.push(findings::accident_rate_missing(year));
        return closing;
    };
    let mut facts = typed;
    let mut model = Model::default();
    let nodes = grants::plan(&mut facts, &mut model, &grants, days.last_working);
    let mut all = settle_over(model, &facts.submission, year.programme, year.period);
    let transfers = transfers::transfers(year, &days, &facts, &all, year.facts.payments.len());
    let units = units::units(&all, closing.way);
    let figures = figures::figures(year, &mut all, &units, &grants, &nodes);
    let booking = booking::booking(&mut all, &facts.submission, year.programme);
    let left = nothing_more(year, &days);
    let mut nothing = settle(&left);
    let nothing_shares =
        crate::settlement::paragraph_steps::Shares::build(&mut nothing, &left.submission, year.programme);
    let plan = Plan {
        facts,
        all,
        booking,
        left,
        nothing,
        nothing_shares,
        states,
        grants,
        nodes,
        figures,
        transfers,
    };
    closing.findings.extend(findings::of_plan(year, &closing, &plan));
    crate::finding::sort(&mut closing.findings);
    closing.plan = Some(plan);
    closing
}

/// The facts with every payment of the tables made in time: days that are blank or too late become the last working day.
fn in_time(year: &Year<'_>, days: &Days) -> Facts {
    let mut facts = Facts::of(year.facts);
    for (index, row) in year.facts.payments.iter().enumerate().filter(|(_, p)| !p.rejected) {
        if matches!(days.of_pay(row), When::Blank | When::TooLate(_)) {
            facts.set_day(index, PAID_ON, Some(days.last_working));
        }
        if matches!(days.of_contributions(row), Some(When::TooLate(_))) && row.contributions_paid_on.is_some()
        {
            facts.set_day(index, CONTRIBUTIONS_PAID_ON, Some(days.last_working));
        }
    }
    facts
}

/// The facts with nothing paid after the day the paper speaks of.
fn nothing_more(year: &Year<'_>, days: &Days) -> Facts {
    let mut facts = Facts::of(year.facts);
    for (index, row) in year.facts.payments.iter().enumerate().filter(|(_, p)| !p.rejected) {
        if days.of_pay(row) != When::Done {
            facts.set_day(index, PAID_ON, None);
        }
        if days.of_contributions(row).is_some_and(|when| when != When::Done) {
            facts.set_day(index, CONTRIBUTIONS_PAID_ON, Some(days.too_late()));
        }
    }
    facts
}
