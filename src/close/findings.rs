//! What is wrong or worth knowing in the last days of a year, as values.

use std::collections::BTreeMap;

use super::days::{Days, When};
use super::grants::State;
use super::transfers::Kind;
use super::units::{Reason, Way, supplement_of};
use super::{Closing, Plan, Year};
use crate::calc::Value;
use crate::checks::scope::base_pay;
use crate::finding::code::close as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::TableId;
use crate::source::CellRef;
use crate::units::{DayRange, Exact, Money, Month};

/// Judges the days, before anything is computed.
pub fn of_days(year: &Year<'_>, days: &Days) -> Vec<Finding> {
    let basis = &year.programme.payment_deadline.source;
    let at = year.facts.agreement.payment_deadline.as_ref().map(|d| d.at);
    let dated = |code: &'static Code| {
        let finding = at.map_or_else(|| Finding::new(code), |at| Finding::at(code, at));
        finding.with_seen(Fact::Day(days.as_of)).with_basis(basis)
    };
    if days.as_of > days.deadline {
        return vec![dated(&code::CLOSE_AFTER_DEADLINE).with_expected(Fact::Day(days.deadline))];
    }
    if days.as_of < year.period.first {
        let period = year.facts.agreement.period_from.as_ref().map(|d| d.at);
        let early = &code::CLOSE_BEFORE_PERIOD;
        let finding = period.map_or_else(|| Finding::new(early), |at| Finding::at(early, at));
        let finding = finding.with_seen(Fact::Day(days.as_of)).with("last", Fact::Day(days.deadline));
        return vec![finding.with_expected(Fact::Day(year.period.first))];
    }
    if days.as_of > days.last_working {
        let finding = dated(&code::CLOSE_NO_WORKING_DAY_LEFT).with_expected(Fact::Day(days.last_working));
        return vec![finding.with("deadline", Fact::Day(days.deadline))];
    }
    Vec::new()
}

/// Asks for the payer's accident rate, and offers that of small payers.
pub fn accident_rate_missing(year: &Year<'_>) -> Finding {
    let table = year.facts.table(TableId::Agreement);
    let field = table.and_then(|t| t.rows.iter().find_map(|row| row.fields.get("accident_rate")));
    let at = field.map(|field| field.at).or(table.map(|t| t.header_at));
    let missing = &code::CLOSE_ACCIDENT_RATE_MISSING;
    let finding = at.map_or_else(|| Finding::new(missing), |at| Finding::at(missing, at));
    let small = year.national.accident_rate_of_small_payers(year.as_of);
    match small {
        Some(rate) => finding.with("small", Fact::Percent(rate.value)).with_basis(&rate.source),
        None => finding.with("small", Fact::Text("—".to_owned())),
    }
}

/// Judges the plan.
pub fn of_plan(year: &Year<'_>, closing: &Closing, plan: &Plan) -> Vec<Finding> {
    let mut found = match closing.way {
        Way::None => vec![Finding::new(&code::CLOSE_NO_SUPPLEMENT).with_basis(&year.programme.act)],
        Way::Funded => vec![Finding::new(&code::CLOSE_SUPPLEMENT_FUNDED).with_basis(&year.programme.act)],
        Way::Monthly | Way::OneOff => Vec::new(),
    };
    if matches!(closing.way, Way::Monthly | Way::OneOff) {
        found.extend(supplements(year, plan));
        found.extend(award_binds(plan));
    }
    found.extend(months_without_pay(year, closing));
    found.extend(payments(year, closing, plan));
    found
}

/// Asks for pay that the tables do not hold yet: the months from the day asked about to the last payment day in which a
/// contract runs. Without them the plan leaves their pay, contributions and supplements out.
fn months_without_pay(year: &Year<'_>, closing: &Closing) -> Vec<Finding> {
    let days = &closing.days;
    let last = days.deadline.min(year.period.last);
    let Some(ahead) = DayRange::new(days.as_of.month().first().max(year.period.first), last) else {
        return Vec::new();
    };
    let mut missing: BTreeMap<&str, (CellRef, Vec<Month>)> = BTreeMap::new();
    for contract in year.facts.employments.iter().filter(|c| !c.rejected) {
        let id = contract.assistant.value.trim();
        let to = contract.to.as_ref().map_or(last, |to| to.value);
        let Some(in_force) = DayRange::new(contract.from.value, to).and_then(|d| d.overlap(&ahead)) else {
            continue;
        };
        let paid = |month: &Month| {
            let mut rows = year.facts.payments.iter().filter(|p| !p.rejected && p.month.value == *month);
            rows.any(|p| p.assistant.value.trim() == id && base_pay(p) > Exact::zero())
        };
        let months = in_force.months().into_iter().filter(|month| !paid(month));
        let months: Vec<Month> = months.collect();
        if !months.is_empty() {
            missing.entry(id).or_insert((contract.at, Vec::new())).1.extend(months);
        }
    }
    let told = missing.into_iter().map(|(id, (at, mut months))| {
        months.sort_unstable();
        months.dedup();
        with_months(Finding::at(&code::CLOSE_MONTH_WITHOUT_PAY, at).with_assistant(id), &months)
    });
    told.collect()
}

fn supplements(year: &Year<'_>, plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    let met = |state: &State| !matches!(state, State::NotMet(_));
    if !plan.states.iter().any(|s| met(&s.state)) {
        found.push(Finding::new(&code::CLOSE_NOBODY_QUALIFIES).with_basis(&year.programme.act));
    }
    let mut unknown: BTreeMap<usize, Vec<Month>> = BTreeMap::new();
    let mut small: BTreeMap<usize, (Vec<Month>, Money)> = BTreeMap::new();
    for state in &plan.states {
        match &state.state {
            State::NotMet(Reason::HoursUnknown) => {
                unknown.entry(state.assistant).or_default().push(state.month);
            }
            State::TooSmall { lost } => {
                let entry = small.entry(state.assistant).or_default();
                entry.0.push(state.month);
                entry.1 = entry.1.checked_add(*lost).unwrap_or(entry.1);
            }
            _ => {}
        }
    }
    let id = |assistant: usize| plan.all.assistants.get(assistant).map_or("", |a| a.id.as_str());
    for (assistant, months) in unknown {
        let finding = Finding::new(&code::CLOSE_HOURS_UNKNOWN).with_assistant(id(assistant));
        found.push(with_months(finding, &months));
    }
    for (assistant, (months, lost)) in small {
        let at = supplement_cell(year, id(assistant), &months);
        let of = &code::CLOSE_SUPPLEMENT_TOO_SMALL;
        let finding = at.map_or_else(|| Finding::new(of), |at| Finding::at(of, at));
        let finding = with_months(finding.with_assistant(id(assistant)), &months);
        found.push(finding.with_difference(lost));
    }
    found
}

/// The first cell of a supplement of these months.
fn supplement_cell(year: &Year<'_>, id: &str, months: &[Month]) -> Option<CellRef> {
    let own = year.facts.payments.iter().filter(|p| p.assistant.value.trim() == id);
    own.filter(|p| months.contains(&p.month.value)).find_map(|p| p.supplement.as_ref().map(|m| m.at))
}

fn award_binds(plan: &Plan) -> Vec<Finding> {
    let model = &plan.all.model;
    let of_round = |round: usize| {
        let component = supplement_of(&plan.all, round)?;
        let Value::Number(awarded) = model.value(component.awarded) else { return None };
        let limit = model.number(component.limit);
        let over = &limit - awarded;
        (over > Exact::zero()).then(|| {
            let money = |n: &Exact| Fact::Amount(Money::from_exact(&n.round_half_up(2)).unwrap_or_default());
            Finding::new(&code::CLOSE_AWARD_BINDS)
                .with_seen(money(&limit))
                .with_expected(money(awarded))
                .with_difference(Money::from_exact(&over.round_half_up(2)).unwrap_or_default())
        })
    };
    (0..plan.all.rounds.len()).filter_map(of_round).collect()
}

fn payments(year: &Year<'_>, closing: &Closing, plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut unconfirmed: Option<(CellRef, i64, Money)> = None;
    for transfer in plan.transfers.iter().filter(|t| t.kind != Kind::Tax) {
        let first = transfer.payments.first().and_then(|i| year.facts.payments.get(*i));
        let lost = transfer.lost.unwrap_or_default();
        match (transfer.when, first) {
            (When::TooLate(day), Some(row)) => {
                let given = match transfer.kind {
                    Kind::Contributions => row.contributions_paid_on.as_ref().or(row.paid_on.as_ref()),
                    Kind::Pay | Kind::Tax => row.paid_on.as_ref(),
                };
                let what = if transfer.kind == Kind::Pay { "pay" } else { "contributions" };
                let who: Vec<&str> = transfer.assistants.iter().map(String::as_str).collect();
                found.push(
                    Finding::at(&code::CLOSE_PLANNED_TOO_LATE, given.map_or(row.at, |d| d.at))
                        .with_assistant(&who.join(", "))
                        .with_seen(Fact::Day(day))
                        .with_expected(Fact::Day(closing.days.last_working))
                        .with("what", Fact::Text(what.to_owned()))
                        .with_difference(lost),
                );
            }
            (When::Unconfirmed, Some(row)) => {
                let (at, count, sum) = unconfirmed.unwrap_or((row.at, 0, Money::ZERO));
                unconfirmed = Some((at, count + 1, sum.checked_add(lost).unwrap_or(sum)));
            }
            _ => {}
        }
    }
    if let Some((at, count, sum)) = unconfirmed {
        found.push(
            Finding::at(&code::CLOSE_CONTRIBUTIONS_UNCONFIRMED, at)
                .with("count", Fact::Count(count))
                .with_expected(Fact::Day(closing.days.last_working))
                .with_difference(sum),
        );
    }
    found
}

/// A month each: the catalogue writes runs of them.
fn with_months(finding: Finding, months: &[Month]) -> Finding {
    months.iter().fold(finding, |f, month| f.with("months", Fact::Month(*month)))
}

/// Writes months of one year by their numbers: `1–6, 8–12`.
pub fn months_numbers(months: &[Month]) -> String {
    runs(months)
        .into_iter()
        .map(|(a, b)| if a == b { a.number.to_string() } else { format!("{}–{}", a.number, b.number) })
        .collect::<Vec<_>>()
        .join(", ")
}

fn runs(months: &[Month]) -> Vec<(Month, Month)> {
    let mut sorted = months.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut runs: Vec<(Month, Month)> = Vec::new();
    for month in sorted {
        match runs.last_mut() {
            Some((_, last)) if last.next() == month => *last = month,
            _ => runs.push((month, month)),
        }
    }
    runs
}
