//! Employer contributions against the pay they are due on (C09, C10), item by item, each rounded to the grosz.
//!
//! The rates are those of the day of payment (of the month's last day where it is blank): the duty arises with pay.
//! Contributions follow from the pay given, so every month is recomputed, its rows added up ([`PayMonth`]): leave,
//! sickness, arrears and changes of terms change the pay and not the rates. The yearly limit of pension contributions is
//! far above assistants' pay and is not looked at.

use std::collections::{BTreeMap, BTreeSet};

use super::pay_month::{PayMonth, pay_of};
use super::scope::{Scope, Verdict, amount, contributory_pay, money};
use super::{accident, labour_fund};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::{Component, WageBase};
use crate::records::{ContractForm, Contribution, Payment, TableId};
use crate::source::CellRef;
use crate::units::{Day, Exact, Money, Month};

/// Differences of one grosz, gathered for a single note.
#[derive(Default)]
pub struct Grosze {
    items: i64,
    sum: i64,
    first: Option<CellRef>,
}

/// Judges contributions.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut grosze = Grosze::default();
    let mut told = labour_fund::Told::new();
    let mut accidents: BTreeMap<(Option<&str>, i32), Vec<accident::Given>> = BTreeMap::new();
    let negative = verdict.negative_months();
    for ((assistant, month), mut rows) in scope.payments_by_month() {
        let all = rows.len();
        rows.retain(|r| !verdict.rejected.contains(&r.at));
        if negative.contains(&(assistant.to_owned(), month)) {
            continue;
        }
        for row in &rows {
            missing(scope, row, verdict);
        }
        // A row left out may hold the pay or the contributions of those that stay.
        if rows.len() != all && rows.len() > 1 {
            continue;
        }
        let Some(month) = PayMonth::new(scope, assistant, month, &rows) else { continue };
        let given: BTreeSet<Contribution> =
            month.rows.iter().flat_map(|r| &r.contributions).map(|(which, _)| *which).collect();
        if two_ways(&given) || month.mixed(scope) {
            continue;
        }
        for which in given {
            match which {
                Contribution::LabourFund | Contribution::Paragraph4120 => {
                    labour_fund::check(scope, &month, which, verdict, &mut told, &mut grosze);
                }
                Contribution::Total => total(&month, verdict),
                Contribution::Ppk | Contribution::Paragraph4710 => ppk(scope, &month, which, verdict),
                _ => item(scope, &month, which, verdict, &mut grosze),
            }
            if let Some((key, one)) = untyped(scope, &month, which) {
                accidents.entry(key).or_default().push(one);
            }
        }
    }
    let typed = scope.facts.agreement.accident_rate.as_ref().map(|r| &r.value);
    accident::check(accidents, typed, verdict, &mut grosze);
    if let Some(first) = grosze.first {
        verdict.add(
            Finding::at(&code::CONTRIBUTIONS_GROSZ, first)
                .with("items", Fact::Count(grosze.items))
                .with_difference(Money::from_grosze(grosze.sum)),
        );
    }
    fgsp_and_ppk(scope, verdict);
}

/// Do the rows of a month give the same contribution by itself and inside a sum?
fn two_ways(given: &BTreeSet<Contribution>) -> bool {
    let social = [Contribution::Pension, Contribution::Disability, Contribution::Accident];
    let has = |which: &Contribution| given.contains(which);
    (has(&Contribution::Total) && given.len() > 1)
        || (has(&Contribution::Paragraph4110) && social.iter().any(has))
        || (has(&Contribution::Paragraph4120) && has(&Contribution::LabourFund))
        || (has(&Contribution::Paragraph4710) && has(&Contribution::Ppk))
}

/// One item by its rate, over the rows of the month.
fn item(scope: &Scope, month: &PayMonth, which: Contribution, verdict: &mut Verdict, grosze: &mut Grosze) {
    let Some((given, at)) = month.given(which) else { return };
    let on = |rows: Vec<&'_ Payment>| -> Option<(Exact, i64)> {
        let each: Option<Vec<_>> = rows.iter().map(|r| expected(scope, r, which)).collect();
        let each = each?;
        let items = each.first().map_or(1, |(_, items)| *items);
        Some((each.into_iter().map(|(sum, _)| sum).sum(), items))
    };
    let Some((_, items)) = on(month.rows.clone()) else { return };
    verdict.judged.insert("C09");
    let ways = [month.rows.clone(), month.bearing()];
    let ways = ways.into_iter().filter_map(|rows| Some((on(rows.clone())?.0, rows))).collect();
    let (expected, rows) = closest(ways, &given);
    compare(month, which, (&given, at), (&expected, &rows), items, verdict, grosze);
}

/// Of the ways to read a month, the one nearest to what is given; the first where they are as near.
pub fn closest<'a>(ways: Vec<(Exact, Vec<&'a Payment>)>, given: &Exact) -> (Exact, Vec<&'a Payment>) {
    let off = |expected: &Exact| (given.clone() - expected.clone()).abs();
    let nearer = |a: (Exact, Vec<&'a Payment>), b: (Exact, Vec<&'a Payment>)| {
        if off(&b.0) < off(&a.0) { b } else { a }
    };
    ways.into_iter().reduce(nearer).unwrap_or_else(|| (Exact::zero(), Vec::new()))
}

/// An accident contribution whose rate is not typed, by payer and year of rates.
fn untyped<'a>(
    scope: &Scope<'a>,
    month: &PayMonth<'a>,
    which: Contribution,
) -> Option<((Option<&'a str>, i32), accident::Given<'a>)> {
    if ![Contribution::Accident, Contribution::Paragraph4110].contains(&which) {
        return None;
    }
    let rows = month.bearing();
    let years: BTreeSet<i32> = rows.iter().map(|r| rate_year(due_day(r))).collect();
    let year = *years.first().filter(|_| years.len() == 1)?;
    if rows.iter().any(|r| accident_rate(scope, r).is_some()) || pay_of(&rows) <= Exact::zero() {
        return None;
    }
    let mut beside = Exact::zero();
    if which == Contribution::Paragraph4110 {
        for row in &rows {
            for social in [Contribution::Pension, Contribution::Disability] {
                beside = beside + expected(scope, row, social)?.0;
            }
        }
    }
    let payer = month.contracts[0].employer.as_ref().map(|e| e.value.as_str());
    let sum = month.given(which)?;
    let items = if which == Contribution::Accident { 1 } else { 3 };
    let (contracts, alone) = (month.contracts.clone(), month.alone);
    let month = PayMonth { assistant: month.assistant, month: month.month, rows, contracts, alone };
    Some(((payer, year), accident::Given { month, which, sum, beside, items }))
}

/// The year in whose April the accident rate of the day began.
fn rate_year(day: Day) -> i32 {
    let month = day.month();
    if month.number < 4 { month.year - 1 } else { month.year }
}

/// The Polish name of a contribution, as in the table's header.
fn word(which: Contribution) -> Fact {
    Fact::Text(
        match which {
            Contribution::Pension => "emerytalna",
            Contribution::Disability => "rentowa",
            Contribution::Accident => "wypadkowa",
            Contribution::LabourFund => "FP i FS",
            Contribution::Fgsp => "FGŚP",
            Contribution::Ppk => "PPK",
            Contribution::Paragraph4110 => "§ 4110",
            Contribution::Paragraph4120 => "§ 4120",
            Contribution::Paragraph4710 => "§ 4710",
            Contribution::Total => "pochodne razem",
        }
        .to_owned(),
    )
}

/// The day whose rates hold: contributions arise when pay is paid.
pub fn due_day(row: &Payment) -> Day {
    row.paid_on.as_ref().map_or_else(|| row.month.value.last(), |d| d.value)
}

fn missing(scope: &Scope, row: &Payment, verdict: &mut Verdict) {
    let needed = scope.programme.components.iter().any(|c| match c {
        Component::WageShareUnderCeiling { base, .. } => base.value == WageBase::GrossWithContributions,
        Component::WageShare { .. } => true,
        // The whole cost of a supplement holds its contributions, but an office may pay none on it.
        _ => false,
    });
    let columns = scope.facts.tables.iter().filter(|t| t.id == TableId::Pay).flat_map(|t| &t.columns);
    let asked: BTreeSet<&str> = columns.copied().collect();
    // Without a column there is one finding on the header.
    let Some(first) = ["pension", "par_4110", "contributions"].into_iter().find(|k| asked.contains(k)) else {
        return;
    };
    let bears = super::scope::base_pay(row) > Exact::zero();
    let employed = scope.form_of(row) == Some(ContractForm::Employment);
    if needed && employed && bears && row.contributions.is_empty() {
        verdict.add(
            Finding::at(&code::CONTRIBUTIONS_MISSING, scope.cell(row.at, first))
                .with_assistant(&row.assistant.value)
                .with_month(row.month.value)
                .with("pay", Fact::Amount(money(&contributory_pay(row)))),
        );
    }
}

/// The contribution recomputed, and how many items it is the sum of; nothing where the rate is not known.
fn expected(scope: &Scope, row: &Payment, which: Contribution) -> Option<(Exact, i64)> {
    let pay = contributory_pay(row);
    let item = |rate: Exact| (&rate * &pay).round_half_up(2);
    let national = |which| scope.national.contribution_rate(which, due_day(row)).map(|r| item(r.value));
    match which {
        Contribution::Pension | Contribution::Disability => Some((national(which)?, 1)),
        Contribution::Accident => Some((item(accident_rate(scope, row)?), 1)),
        // A budget unit owes none; an employer under art. 190 may.
        Contribution::Fgsp if elsewhere(scope, row) => Some((national(Contribution::Fgsp)?, 1)),
        Contribution::Paragraph4110 => {
            let social = national(Contribution::Pension)? + national(Contribution::Disability)?;
            Some((social + item(accident_rate(scope, row)?), 3))
        }
        _ => None,
    }
}

/// Is the assistant employed by somebody else than the municipality's unit?
fn elsewhere(scope: &Scope, row: &Payment) -> bool {
    scope.contracts_of(&row.assistant.value).iter().any(|c| c.employer.is_some())
}

/// The employer's payment to PPK: nothing, since taking part is voluntary, or from the basic rate to the highest.
fn ppk(scope: &Scope, month: &PayMonth, which: Contribution, verdict: &mut Verdict) {
    let Some((paid, at)) = month.given(which).filter(|(paid, _)| !paid.is_zero()) else { return };
    let grosz = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    let (mut least, mut most, mut slack) = (Exact::zero(), Exact::zero(), Exact::zero());
    for row in &month.rows {
        let day = due_day(row);
        let (basic, highest) = (scope.national.ppk_basic_rate(day), scope.national.ppk_highest_rate(day));
        let (Some(basic), Some(highest)) = (basic.filter(|r| !r.value.is_zero()), highest) else { return };
        let pay = contributory_pay(row);
        // Taking part may begin or end between two payments.
        if row.contributions.iter().any(|(c, m)| *c == which && m.value != Money::ZERO) {
            least = least + (&basic.value * &pay).round_half_up(2);
        }
        most = most + (&highest.value * &pay).round_half_up(2);
        slack = slack + grosz.clone();
    }
    if paid.clone() + slack.clone() >= least && paid <= most.clone() + slack {
        return;
    }
    verdict.add(
        Finding::at(&code::PPK_ODD, at)
            .with_assistant(month.assistant)
            .with_month(month.month)
            .with("pay", Fact::Amount(money(&pay_of(&month.rows))))
            .with("least", Fact::Amount(money(&least)))
            .with("most", Fact::Amount(money(&most)))
            .with_seen(Fact::Amount(money(&paid))),
    );
}

/// One sum of all contributions can hold PPK or none, the Labour Fund or none, so only a wide band is judged.
fn total(month: &PayMonth, verdict: &mut Verdict) {
    let Some((sum, at)) = month.given(Contribution::Total) else { return };
    let pay = pay_of(&month.rows);
    let bearing = pay_of(&month.bearing());
    let part = |pay: &Exact, percent: i64| pay * &Exact::ratio(percent, 100).unwrap_or_else(Exact::zero);
    let (least, most) = (part(&bearing, 15), part(&pay, 25));
    verdict.judged.insert("C09");
    if pay > Exact::zero() && (sum < least || sum > most) {
        verdict.add(
            Finding::at(&code::CONTRIBUTIONS_IMPLAUSIBLE, at)
                .with_assistant(month.assistant)
                .with_month(month.month)
                .with("pay", Fact::Amount(money(&pay)))
                .with("least", Fact::Amount(money(&least)))
                .with("most", Fact::Amount(money(&most)))
                .with_seen(Fact::Amount(money(&sum))),
        );
    }
}

/// The payer's rate, which holds from April to March: the rate of the agreement says nothing of January to March.
fn accident_rate(scope: &Scope, row: &Payment) -> Option<Exact> {
    let rate = scope.facts.agreement.accident_rate.as_ref()?;
    let april = Month::new(scope.period.last.month().year, 4)?.first();
    (due_day(row) >= april && scope.period.last >= april).then(|| rate.value.clone())
}

/// Compares what is given with what is expected on some rows of a month; a grosz an item and row is rounding.
pub fn compare(
    month: &PayMonth,
    which: Contribution,
    (given, at): (&Exact, CellRef),
    (expected, rows): (&Exact, &[&Payment]),
    items: i64,
    verdict: &mut Verdict,
    grosze: &mut Grosze,
) {
    let difference = given.clone() - expected.clone();
    if difference.is_zero() {
        return;
    }
    let off = money(&difference);
    let tolerance = items.saturating_mul(i64::try_from(month.rows.len()).unwrap_or(i64::MAX));
    if off.grosze().abs() <= tolerance {
        grosze.items += 1;
        grosze.sum += off.grosze();
        grosze.first = grosze.first.or(Some(at));
        return;
    }
    verdict.add(
        Finding::at(&code::CONTRIBUTION_DIFFERS, at)
            .with_assistant(month.assistant)
            .with_month(month.month)
            .with("contribution", word(which))
            .with("pay", Fact::Amount(money(&pay_of(rows))))
            .with_seen(Fact::Amount(money(given)))
            .with_expected(Fact::Amount(money(expected)))
            .with_difference(off),
    );
}

fn fgsp_and_ppk(scope: &Scope, verdict: &mut Verdict) {
    let ppk_from = Day::new(2021, 1, 1).expect("the first day of 2021 is in the calendar");
    let mut fgsp: Option<(CellRef, Exact)> = None;
    let mut ppk: Option<(CellRef, Exact)> = None;
    for row in scope.payments() {
        let elsewhere = elsewhere(scope, row);
        for (which, given) in row.contributions.iter().filter(|(_, m)| m.value > Money::ZERO) {
            let sum = match which {
                Contribution::Fgsp if !elsewhere => &mut fgsp,
                Contribution::Ppk | Contribution::Paragraph4710 if due_day(row) < ppk_from && !elsewhere => {
                    &mut ppk
                }
                _ => continue,
            };
            let (at, so_far) = sum.take().unwrap_or((given.at, amount(&None)));
            *sum = Some((at, so_far + given.value.to_exact()));
        }
    }
    for (code, found) in [(&code::FGSP_BUDGET_UNIT, fgsp), (&code::PPK_TOO_EARLY, ppk)] {
        if let Some((at, sum)) = found {
            verdict.add(Finding::at(code, at).with_seen(Fact::Amount(money(&sum))));
        }
    }
}
