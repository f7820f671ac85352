//! The thirteenth salary: a share of the year's pay, paid in the first months of the next one.
//!
//! Employment contracts only, after six months of work in the year. Whether the programme refunds it was found nowhere,
//! and the programme's base is base pay with the seniority allowance, so it is a cost of the municipality and shown apart.
//!
//! The request is due before the year ends, so months that the tables do not have yet are taken at today's pay while the
//! contract lasts. Whoever left after six months of work is owed it too.

use std::collections::BTreeSet;

use super::Thirteenth;
use super::build::Build;
use super::dues::Dues;
use super::pay::Earned;
use super::today::Stream;
use crate::calc::{Expr, Format, NodeId};
use crate::records::{ContractForm, StaffEvent};
use crate::units::{DayRange, Exact, Month};

/// Months of work that give a right to it.
const MONTHS: usize = 6;

/// Returns everybody's in a scenario, by identifier.
pub fn of(build: &mut Build<'_>, streams: &[Stream], earned: &Earned, scenario: usize) -> Vec<Thirteenth> {
    let Some(share) = build.assumed.get("thirteenth_share", scenario) else { return Vec::new() };
    let today = |s: &&Stream| s.form == ContractForm::Employment;
    let mut who: Vec<&str> = streams.iter().filter(today).map(|s| s.assistant.as_str()).collect();
    who.extend(earned.keys().map(String::as_str));
    who.sort_unstable();
    who.dedup();
    let mut all = Vec::new();
    for assistant in who {
        let stream = streams.iter().filter(today).find(|s| s.assistant == assistant);
        let year = stream.and_then(|s| year_pay(build, s, scenario)).filter(|(_, months)| *months >= MONTHS);
        let paid = year.map(|(sum, _)| {
            let label = "Dodatkowe wynagrodzenie roczne za rok poprzedni";
            build.model.formula(label, Format::Money, Expr::mul(sum, share).round2())
        });
        let paid_contributions =
            paid.zip(stream).map(|(paid, s)| contributions(build, paid, s.dues, scenario));
        let months = earned.get(assistant).filter(|months| months.len() >= MONTHS);
        let earned = months.map(|months| {
            let sum = Expr::Sum(months.iter().flatten().copied().collect());
            let label = "Dodatkowe wynagrodzenie roczne za rok prognozy";
            build.model.formula(label, Format::Money, Expr::mul(sum, share).round2())
        });
        if paid.is_some() || earned.is_some() {
            all.push(Thirteenth { assistant: assistant.to_owned(), paid, paid_contributions, earned });
        }
    }
    all
}

/// Pay of the year before the coming one, with its number of months: what was paid, and the months still to come.
fn year_pay(build: &mut Build<'_>, stream: &Stream, scenario: usize) -> Option<(Expr, usize)> {
    let year = build.year_before();
    let of_year = |months: &BTreeSet<Month>| months.iter().any(|m| m.year == year);
    let paid_in: BTreeSet<Month> = build.now.payments.iter().map(|p| p.month.value).collect();
    let paid = stream.year.filter(|_| of_year(&paid_in));
    let missing = missing(build, stream, scenario, year, paid_in.last().copied());
    let months = paid.map_or(0, |(_, months)| months) + missing.map_or(0, |(_, months)| months);
    let parts = paid.into_iter().chain(missing).map(|(node, _)| Expr::Ref(node));
    (months > 0).then(|| (Expr::add(parts), months))
}

/// Pay of the months of the year after the last one paid, while the contract lasts: as in the month taken for today's.
fn missing(
    build: &mut Build<'_>,
    stream: &Stream,
    scenario: usize,
    year: i32,
    last_paid: Option<Month>,
) -> Option<(NodeId, usize)> {
    let today = stream.pay.as_ref()?;
    let months = (1..=12).filter_map(|number| Month::new(year, number));
    let months = months.filter(|m| last_paid.is_none_or(|last| *m > last));
    let shares: Vec<(Month, Exact)> = months
        .map(|month| (month, share_of_month(build, stream, scenario, month)))
        .filter(|(_, share)| !share.is_zero())
        .collect();
    let (first, last) = (shares.first()?.0, shares.last()?.0);
    let count: Exact = shares.iter().map(|(_, share)| share.clone()).sum();
    let seniority = today.seniority.map(|share| Expr::mul(today.base, share));
    let others = [today.other_contributory, today.motivation, today.supplement];
    let parts = std::iter::once(Expr::Ref(today.base)).chain(seniority);
    let month_pay = Expr::add(parts.chain(others.into_iter().flatten().map(Expr::Ref)));
    let label = format!("Przyjęta płaca miesięcy od {first} do {last}, których tabele jeszcze nie mają");
    let sum = Expr::mul(month_pay, Expr::Number(count)).round2();
    let node = build.between(&stream.assistant, &label, first, Format::Money, sum);
    let told = format!("; miesiące {year} r., których tabele jeszcze nie mają, przyjęto z dzisiejszą płacą");
    let row = build.assumptions.iter_mut().find(|row| row.key == "thirteenth_share");
    if let Some(row) = row.filter(|row| !row.source.contains(&told)) {
        row.source.push_str(&told);
    }
    Some((node, shares.len()))
}

/// How much of a month's pay of today the contract gives: days in force, and the post beside today's.
fn share_of_month(build: &Build<'_>, stream: &Stream, scenario: usize, month: Month) -> Exact {
    let left = build.plan.changes.iter().filter(|c| {
        !c.rejected
            && c.scenarios[scenario]
            && c.event.value == StaffEvent::Departure
            && c.assistant.value.trim() == stream.assistant
    });
    let left = left.map(|c| c.day.value).min();
    let today = stream.pay.as_ref().and_then(|t| t.posts.clone()).filter(|posts| !posts.is_zero());
    let all = Exact::whole(build.working_days(month.days()));
    let mut share = Exact::zero();
    for row in stream.rows.iter().map(|i| &build.now.employments[*i]) {
        let last = [row.to.as_ref().map(|to| to.value), left, Some(month.last())].into_iter().flatten().min();
        let days = last.and_then(|last| DayRange::new(row.from.value, last)?.overlap(&month.days()));
        let Some(days) = days else { continue };
        let part = Exact::whole(build.working_days(days)).checked_div(&all);
        let post = row.fte.as_ref().zip(today.as_ref()).and_then(|(f, today)| f.value.checked_div(today));
        share = share + part.unwrap_or_else(Exact::zero) * post.unwrap_or_else(Exact::one);
    }
    share
}

/// Contributions on it. It comes with a month's pay, so the minimum wage is reached.
fn contributions(build: &mut Build<'_>, paid: NodeId, dues: Dues, scenario: usize) -> NodeId {
    let due = dues.each().into_iter().filter(|(_, due)| *due);
    let each = due.filter_map(|(which, _)| build.assumed.contribution(which, paid, scenario)).collect();
    build.model.formula("Pochodne od dodatkowego wynagrodzenia rocznego", Format::Money, Expr::Add(each))
}
