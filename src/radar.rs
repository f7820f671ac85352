//! The running year seen from its near misses: months without a supplement and why, hours that are almost enough,
//! assistants at the limit of families, money that will be left over at the present pace, what is still unspent.
//!
//! Every figure is a node of the settlement's model, so the radar's workbook is live; what happened to a month is read
//! from the settlement's own condition, never judged a second time. Nothing here reads files or prints.

mod caseload;
mod money;
mod months;
pub mod sheets;
#[cfg(test)]
mod tests;
pub mod words;

use crate::calc::model::day_value;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::forms::working::Caseload;
use crate::programme::{National, Programme};
use crate::records::{ContractForm, FundComponent, FundingSource, HalfYear, Submission};
use crate::settlement::Settled;
use crate::settlement::unmet::Unmet;
use crate::units::{Day, Exact, Month};

/// What the radar looks at beside the figures.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What was handed in.
    pub submission: &'a Submission,
    /// The edition's rules.
    pub programme: &'a Programme,
    /// National series: the limit of families.
    pub national: &'a National,
    /// The day from which the year is looked at: months after its own are still ahead.
    pub as_of: Day,
}

/// What is near a limit in the running year.
#[derive(Debug)]
pub struct Radar {
    /// The day looked from.
    pub as_of: Day,
    /// The same as a node.
    pub typed_day: NodeId,
    /// That day inside the settled period, as a node.
    pub day: NodeId,
    /// Hours near the condition: their share of the hours needed. A choice of ours, not of the law.
    pub near: NodeId,
    /// Money by component and round.
    pub money: Vec<MoneyRow>,
    /// Months without a supplement, and those that earned one narrowly.
    pub months: Vec<MonthRow>,
    /// Assistants by identifier.
    pub caseload: Vec<CaseloadRow>,
    /// Cost of each month up to the day.
    pub monthly: Vec<MonthlyCost>,
    /// The families behind `caseload`, for the sheets.
    pub families: Caseload,
}

/// How the money of a component runs on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pace {
    /// By month: the mean of the months with pay holds to the end.
    Monthly,
    /// Paid once in the year: nothing more is expected.
    Once,
}

/// The money of one component in one round.
#[derive(Clone, Debug)]
pub struct MoneyRow {
    /// Which component.
    pub component: FundComponent,
    /// Which half-year, where the edition has two.
    pub half_year: Option<HalfYear>,
    /// How it runs on.
    pub pace: Pace,
    /// Awarded; blank when not given.
    pub awarded: NodeId,
    /// Received by the day; blank when not given.
    pub transferred: NodeId,
    /// Received after the day, where the tables hold such a row.
    pub received_later: Option<NodeId>,
    /// Earned by what was paid up to the day, before the award cuts it: art. 168 (4) of the public finance act.
    pub used: NodeId,
    /// Earned by rows of the tables that are paid after the day.
    pub planned: NodeId,
    /// Months with pay up to the day.
    pub paid_months: NodeId,
    /// Months of the round after the last of those.
    pub months_left: NodeId,
    /// What will have been earned by the end at this pace.
    pub forecast: NodeId,
    /// Awarded (received, where no award is given) and not yet earned; blank when neither is given.
    pub unspent: NodeId,
    /// Awarded and not earned by the end; blank when not given.
    pub unused: NodeId,
    /// Received and not earned by the end: to be returned; blank when not given.
    pub to_return: NodeId,
    /// Earned by the end above the award; blank when not given.
    pub missing: NodeId,
    /// By source, where `Środki` names awards.
    pub sources: Vec<SourceRow>,
}

/// The part of one source.
#[derive(Clone, Copy, Debug)]
pub struct SourceRow {
    /// Who pays.
    pub source: FundingSource,
    /// Awarded by it.
    pub awarded: NodeId,
    /// Earned by what was paid up to the day.
    pub used: NodeId,
    /// Not yet earned.
    pub unspent: NodeId,
}

/// Why a month has no supplement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// Not employed on the day the request was filed.
    RequestDay,
    /// No post in the month.
    NoPost,
    /// The hours worked are not known.
    HoursUnknown,
    /// Too few hours.
    Hours,
    /// Too many families, where a reading takes the money away.
    Families,
    /// No pay of the month in the tables.
    NoPay,
    /// No supplement in the month's pay.
    NoSupplement,
    /// A supplement is in the tables, but was paid late, or no day of payment is given.
    PaidLate,
    /// A service contract, outside the sibling programme.
    ServiceContract,
    /// The whole month of incapacity, or another condition of the edition.
    Other,
}

impl From<Unmet> for Reason {
    fn from(unmet: Unmet) -> Self {
        match unmet {
            Unmet::RequestDay => Self::RequestDay,
            Unmet::NoPost => Self::NoPost,
            Unmet::HoursUnknown => Self::HoursUnknown,
            Unmet::Hours => Self::Hours,
            Unmet::Families => Self::Families,
            Unmet::Other => Self::Other,
        }
    }
}

impl Reason {
    /// The stable word of messages and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::RequestDay => "request-day",
            Self::NoPost => "no-post",
            Self::HoursUnknown => "hours-unknown",
            Self::Hours => "hours",
            Self::Families => "families",
            Self::NoPay => "no-pay",
            Self::NoSupplement => "no-supplement",
            Self::PaidLate => "paid-late",
            Self::ServiceContract => "service-contract",
            Self::Other => "other",
        }
    }
}

/// A month of an assistant without a supplement, or one that earned it narrowly.
#[derive(Clone, Debug)]
pub struct MonthRow {
    /// Identifier.
    pub assistant: String,
    /// Month.
    pub month: Month,
    /// Form of contract.
    pub form: ContractForm,
    /// Why it has none, in the order of the conditions; empty where it has one.
    pub reasons: Vec<Reason>,
    /// Are the hours within [`Radar::near`] of those needed, above or below?
    pub near: bool,
    /// Does the day fall into the month, so that it may still change?
    pub running: bool,
    /// Hours that count, where known.
    pub hours: Option<NodeId>,
    /// Hours needed.
    pub needed: Option<NodeId>,
    /// Hours missing; below zero: hours to spare.
    pub missing: Option<NodeId>,
    /// What the month brings in co-financing if it qualifies, before the award cuts it.
    pub worth: Option<NodeId>,
}

/// How many families, against the limit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Load {
    /// More than the limit on the day.
    Over,
    /// More than the limit earlier in the period, no longer.
    WasOver,
    /// Just the limit: the next family is one too many.
    AtLimit,
    /// One below.
    Near,
    /// Further below.
    Below,
    /// No limit is known for the year, or the families are not.
    Unknown,
}

impl Load {
    /// The stable word of messages and JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::WasOver => "was-over",
            Self::AtLimit => "at-limit",
            Self::Near => "near",
            Self::Below => "below",
            Self::Unknown => "unknown",
        }
    }
}

/// The families of one assistant.
#[derive(Clone, Debug)]
pub struct CaseloadRow {
    /// Identifier.
    pub assistant: String,
    /// On the day; none without single families.
    pub now: Option<NodeId>,
    /// Most at one time in the period.
    pub peak: Option<NodeId>,
    /// The limit.
    pub limit: Option<NodeId>,
    /// Against the limit.
    pub load: Load,
}

/// What a month cost, by who paid.
#[derive(Clone, Copy, Debug)]
pub struct MonthlyCost {
    /// Month.
    pub month: Month,
    /// Co-financing of the supplement.
    pub supplement: NodeId,
    /// Co-financing of the cost of employment.
    pub employment: NodeId,
    /// Own contribution.
    pub own: NodeId,
}

/// Share of the hours needed within which a month is near: 12 of 120.
const NEAR: (i64, i64) = (1, 10);

/// Looks at a settlement from a day.
pub fn of(settled: &mut Settled, facts: &Facts<'_>) -> Radar {
    let typed = settled.model.parameter("Stan na dzień", Format::Day, day_value(facts.as_of));
    let (first, last) = settled.period_nodes;
    // After the period the last day of it speaks; before it nothing has happened.
    let day = Expr::max(Expr::min(typed, last), first);
    let day = settled.model.formula("Dzień, na który liczy radar", Format::Day, day);
    let share = Exact::ratio(NEAR.0, NEAR.1).unwrap_or_else(Exact::zero);
    let near = settled.model.parameter(
        "Godziny uznawane za bliskie warunku (część wymaganych)",
        Format::Percent,
        Value::Number(share),
    );
    let families = Caseload::build(settled, facts.submission, facts.national);
    let monthly = money::monthly(settled, facts);
    Radar {
        as_of: facts.as_of,
        typed_day: typed,
        day,
        near,
        money: money::rows(settled, facts),
        months: months::rows(settled, facts, near),
        caseload: caseload::rows(settled, facts, &families, day),
        monthly,
        families,
    }
}

/// Has the month begun by the day?
fn begun(month: Month, facts: &Facts<'_>) -> bool {
    month.first() <= facts.as_of
}
