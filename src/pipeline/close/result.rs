//! What `close --json` prints.

use serde::Serialize;
use serde_json::Value as Json;

use super::ClosingRun;
use crate::calc::Model;
use crate::close::days::When;
use crate::close::grants::State;
use crate::close::transfers::{Kind, Transfer};
use crate::close::units::Reason;
use crate::close::{Closing, Plan, Way};
use crate::finding::render::json;
use crate::locale::Locale;
use crate::settlement::Settled;
use crate::units::Money;

/// The whole result.
#[derive(Debug, Serialize)]
pub struct ClosingObject {
    /// Id of the edition.
    pub programme: Option<String>,
    /// Day the paper speaks of.
    pub as_of: Option<String>,
    /// Last payment day.
    pub payment_deadline: Option<String>,
    /// Does the contract name it?
    pub deadline_of_agreement: bool,
    /// The last working day up to it.
    pub last_working_day: Option<String>,
    /// `monthly`, `one-off`, `funded` or `none`.
    pub supplement: &'static str,
    /// Every month (or assistant) with the state of its supplement.
    pub months: Vec<MonthObject>,
    /// Supplements to be granted.
    pub grants: Vec<GrantObject>,
    /// Transfers that must leave, dearest first.
    pub transfers: Vec<TransferObject>,
    /// Totals if everything on the list is paid.
    pub all_paid: Option<OutcomeObject>,
    /// Totals if nothing more is paid.
    pub nothing_more_paid: Option<OutcomeObject>,
    /// The re-booking.
    pub booking: Vec<BookingObject>,
    /// Findings.
    pub findings: Json,
}

/// A month with the state of its supplement.
#[derive(Debug, Serialize)]
pub struct MonthObject {
    assistant: String,
    month: String,
    gross_in_tables: String,
    state: &'static str,
    lost: Option<String>,
}

/// A supplement to be granted.
#[derive(Debug, Serialize)]
pub struct GrantObject {
    assistant: String,
    month: String,
    tops_up: bool,
    posts: String,
    gross: String,
    contributions: std::collections::BTreeMap<&'static str, String>,
    cost: String,
    whole_grant: String,
    earned: String,
    earned_with_one_grosz_less: String,
    lost_if_gross_equals_grant: String,
    from_programme: String,
    own: String,
    rates: Vec<RateObject>,
}

/// A rate with its source.
#[derive(Debug, Serialize)]
pub struct RateObject {
    contribution: &'static str,
    rate: String,
    mark: &'static str,
    source: String,
}

/// A transfer.
#[derive(Debug, Serialize)]
pub struct TransferObject {
    kind: &'static str,
    to_be_granted: bool,
    payroll: String,
    assistants: Vec<String>,
    months: Vec<String>,
    /// Of tax: nothing, since the tables do not tell it.
    amount: Option<String>,
    /// Of tax: the gross that it is a part of.
    part_of_gross: Option<String>,
    state: &'static str,
    day: Option<String>,
    lost_if_late: Option<String>,
}

/// What comes of it.
#[derive(Debug, Serialize)]
pub struct OutcomeObject {
    task_cost: String,
    supplement_co_financing: String,
    employment_co_financing: String,
    co_financing: String,
    own_contribution: String,
    expected_return: String,
    paragraphs: Vec<ParagraphObject>,
}

/// A paragraph.
#[derive(Debug, Serialize)]
pub struct ParagraphObject {
    paragraph: &'static str,
    cost: String,
    programme_supplement: String,
    programme_employment: String,
    own: String,
}

/// An amount that is re-booked.
#[derive(Debug, Serialize)]
pub struct BookingObject {
    month: String,
    paragraph: &'static str,
    amount: String,
}

/// Returns the result. Adds sums to the plan's models.
pub fn result(run: &mut ClosingRun, locale: &Locale) -> ClosingObject {
    let findings = json(&run.findings, &run.run.submission.sources, locale);
    let programme = run.run.programme.as_ref().map(|p| p.id.clone());
    let closing = run.closing.as_mut();
    let mut object = ClosingObject {
        programme,
        as_of: closing.as_ref().map(|c| c.days.as_of.to_string()),
        payment_deadline: closing.as_ref().map(|c| c.days.deadline.to_string()),
        deadline_of_agreement: closing.as_ref().is_some_and(|c| c.own_deadline),
        last_working_day: closing.as_ref().map(|c| c.days.last_working.to_string()),
        supplement: closing.as_ref().map_or("none", |c| way(c)),
        months: Vec::new(),
        grants: Vec::new(),
        transfers: Vec::new(),
        all_paid: None,
        nothing_more_paid: None,
        booking: Vec::new(),
        findings,
    };
    if let Some(plan) = closing.and_then(|c| c.plan.as_mut()) {
        object.months = months(plan);
        object.grants = grants(plan);
        object.transfers = plan.transfers.iter().map(transfer).collect();
        let (all, nothing) = outcomes(plan);
        object.all_paid = Some(all);
        object.nothing_more_paid = Some(nothing);
        let money = |id| plan.all.model.money(id);
        let cells = plan.booking.cells.iter().filter(|(_, id)| money(**id) != Money::ZERO);
        object.booking = cells
            .map(|((month, paragraph), id)| BookingObject {
                month: month.to_string(),
                paragraph: paragraph.code(),
                amount: money(*id).to_string(),
            })
            .collect();
    }
    object
}

fn way(closing: &Closing) -> &'static str {
    match closing.way {
        Way::Monthly => "monthly",
        Way::OneOff => "one-off",
        Way::Funded => "funded",
        Way::None => "none",
    }
}

fn months(plan: &Plan) -> Vec<MonthObject> {
    let id = |assistant: usize| plan.all.assistants.get(assistant).map_or_else(String::new, |a| a.id.clone());
    let each = plan.states.iter().map(|s| MonthObject {
        assistant: id(s.assistant),
        month: s.month.to_string(),
        gross_in_tables: s.gross.to_string(),
        state: match &s.state {
            State::InTables => "in-tables",
            State::ToGrant => "to-grant",
            State::TooSmall { .. } => "too-small",
            State::NotMet(Reason::HoursUnknown) => "hours-unknown",
            State::NotMet(Reason::HoursShort { .. }) => "hours-short",
            State::NotMet(Reason::TooManyFamilies) => "too-many-families",
            State::NotMet(Reason::NotOnTheDay) => "not-on-the-day",
        },
        lost: match &s.state {
            State::TooSmall { lost } => Some(lost.to_string()),
            _ => None,
        },
    });
    each.collect()
}

fn grants(plan: &Plan) -> Vec<GrantObject> {
    let model = &plan.all.model;
    let money = |id| model.money(id).to_string();
    let each = plan.grants.iter().zip(&plan.figures).map(|(grant, f)| GrantObject {
        assistant: grant.id.clone(),
        month: grant.month.to_string(),
        tops_up: grant.tops_up,
        posts: model.number(f.posts).to_short(6),
        gross: money(f.gross),
        contributions: f.contributions.iter().map(|(which, id)| (which.key(), money(*id))).collect(),
        cost: money(f.cost),
        whole_grant: money(f.whole),
        earned: money(f.of_cost),
        earned_with_one_grosz_less: money(f.of_less),
        lost_if_gross_equals_grant: money(f.plain[1]),
        from_programme: money(f.from_programme),
        own: money(f.own),
        rates: grant
            .rates
            .iter()
            .map(|rate| RateObject {
                contribution: rate.which.key(),
                rate: rate.rate.to_short(6),
                mark: rate.mark.word(),
                source: rate.source.clone(),
            })
            .collect(),
    });
    each.collect()
}

fn transfer(transfer: &Transfer) -> TransferObject {
    let tax = transfer.kind == Kind::Tax;
    let (state, day) = match transfer.when {
        When::TooLate(day) => ("too-late", Some(day)),
        When::Blank => ("no-day", None),
        When::Unconfirmed => ("contributions-without-day", None),
        When::ToGrant => ("to-be-granted", None),
        When::Planned(day) => ("planned", Some(day)),
        When::Done => ("done", None),
    };
    TransferObject {
        kind: match transfer.kind {
            Kind::Pay => "pay",
            Kind::Contributions => "contributions",
            Kind::Tax => "tax",
        },
        to_be_granted: transfer.granted,
        payroll: transfer.payroll.clone(),
        assistants: transfer.assistants.iter().cloned().collect(),
        months: transfer.months.iter().map(ToString::to_string).collect(),
        amount: (!tax).then(|| transfer.amount.to_string()),
        part_of_gross: tax.then(|| transfer.amount.to_string()),
        state,
        day: day.map(|d| d.to_string()),
        lost_if_late: transfer.lost.map(|m| m.to_string()),
    }
}

fn outcomes(plan: &mut Plan) -> (OutcomeObject, OutcomeObject) {
    use crate::close::sheets::money::{of_paragraph, rows};
    let last = rows(&mut plan.all, &plan.nothing).pop();
    let back = last.as_ref().map_or(Money::ZERO, |row| plan.all.model.money(row.all));
    let other = last.and_then(|row| row.nothing).unwrap_or_default();
    let by = |model: &mut Model, spending: &[crate::settlement::paragraph_steps::Spending]| {
        let mut all = Vec::new();
        for row in spending {
            let [cost, supplement, employment, own] =
                of_paragraph(model, row).map(|id| model.money(id).to_string());
            all.push(ParagraphObject {
                paragraph: row.paragraph.code(),
                cost,
                programme_supplement: supplement,
                programme_employment: employment,
                own,
            });
        }
        all
    };
    let of_all = by(&mut plan.all.model, &plan.booking.shares.spending);
    let of_nothing = by(&mut plan.nothing.model, &plan.nothing_shares.spending);
    (outcome(&plan.all, back, of_all), outcome(&plan.nothing, other, of_nothing))
}

fn outcome(settled: &Settled, back: Money, paragraphs: Vec<ParagraphObject>) -> OutcomeObject {
    let money = |id| settled.model.money(id).to_string();
    let totals = &settled.totals;
    OutcomeObject {
        task_cost: money(totals.task_cost),
        supplement_co_financing: money(totals.supplement_co_financing),
        employment_co_financing: money(totals.employment_co_financing),
        co_financing: money(totals.co_financing),
        own_contribution: money(totals.own_contribution),
        expected_return: back.to_string(),
        paragraphs,
    }
}
