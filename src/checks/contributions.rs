//! Employer contributions against the pay they are due on (C09, C10), item by item, each rounded to the grosz.
//!
//! The rates are those of the day of payment (of the month's last day where it is blank): the duty arises with pay.
//! Only ordinary months are recomputed (see `Scope::ordinary_month`): arrears, absence and changes of terms make
//! contributions differ for good reasons, and a false alarm is a defect. The yearly limit of pension contributions is
//! far above assistants' pay and is not looked at.

use std::collections::BTreeSet;

use super::scope::{Scope, Verdict, amount, contributory_pay, money};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::programme::{Component, WageBase};
use crate::records::{ContractForm, Contribution, Employment, Payment, TableId};
use crate::source::CellRef;
use crate::units::{Day, Exact, Money, Month};

/// Differences of one grosz, gathered for a single note.
#[derive(Default)]
struct Grosze {
    items: i64,
    sum: i64,
    first: Option<CellRef>,
}

/// Judges contributions.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut grosze = Grosze::default();
    let mut labour_fund: BTreeSet<(&str, &'static str)> = BTreeSet::new();
    let negative = verdict.negative_months();
    for ((assistant, month), mut rows) in scope.payments_by_month() {
        rows.retain(|r| !verdict.rejected.contains(&r.at));
        if negative.contains(&(assistant.to_owned(), month)) {
            continue;
        }
        for row in &rows {
            missing(scope, row, verdict);
        }
        let Some(contract) = scope.ordinary_month(assistant, month, &rows) else { continue };
        if contract.form.value != ContractForm::Employment {
            continue;
        }
        let row = rows[0];
        for (which, given) in &row.contributions {
            match which {
                Contribution::LabourFund | Contribution::Paragraph4120 => {
                    labour_fund_item(scope, contract, row, *which, verdict, &mut labour_fund, &mut grosze);
                }
                Contribution::Total => total(row, given, verdict),
                Contribution::Ppk | Contribution::Paragraph4710 => ppk(scope, row, given, verdict),
                _ => {
                    if let Some((expected, items)) = expected(scope, row, *which) {
                        compare(row, *which, (given.value, given.at), &expected, items, verdict, &mut grosze);
                    }
                }
            }
        }
    }
    if let Some(first) = grosze.first {
        verdict.add(
            Finding::at(&code::CONTRIBUTIONS_GROSZ, first)
                .with("items", Fact::Count(grosze.items))
                .with_difference(Money::from_grosze(grosze.sum)),
        );
    }
    fgsp_and_ppk(scope, verdict);
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
fn due_day(row: &Payment) -> Day {
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
fn ppk(scope: &Scope, row: &Payment, given: &crate::source::Sourced<Money>, verdict: &mut Verdict) {
    let day = due_day(row);
    let (basic, highest) = (scope.national.ppk_basic_rate(day), scope.national.ppk_highest_rate(day));
    let (Some(basic), Some(highest)) = (basic.filter(|r| !r.value.is_zero()), highest) else { return };
    let pay = contributory_pay(row);
    let least = (&basic.value * &pay).round_half_up(2);
    let most = (&highest.value * &pay).round_half_up(2);
    let grosz = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    let paid = given.value.to_exact();
    if paid.is_zero() || (paid.clone() + grosz.clone() >= least && paid <= most.clone() + grosz) {
        return;
    }
    verdict.add(
        Finding::at(&code::PPK_ODD, given.at)
            .with_assistant(&row.assistant.value)
            .with_month(row.month.value)
            .with("pay", Fact::Amount(money(&pay)))
            .with("least", Fact::Amount(money(&least)))
            .with("most", Fact::Amount(money(&most)))
            .with_seen(Fact::Amount(given.value)),
    );
}

/// One sum of all contributions can hold PPK or none, the Labour Fund or none, so only a wide band is judged.
fn total(row: &Payment, given: &crate::source::Sourced<Money>, verdict: &mut Verdict) {
    let pay = contributory_pay(row);
    let part = |percent: i64| &pay * &Exact::ratio(percent, 100).unwrap_or_else(Exact::zero);
    let (least, most, sum) = (part(15), part(25), given.value.to_exact());
    if pay > Exact::zero() && (sum < least || sum > most) {
        verdict.add(
            Finding::at(&code::CONTRIBUTIONS_IMPLAUSIBLE, given.at)
                .with_assistant(&row.assistant.value)
                .with_month(row.month.value)
                .with("pay", Fact::Amount(money(&pay)))
                .with("least", Fact::Amount(money(&least)))
                .with("most", Fact::Amount(money(&most)))
                .with_seen(Fact::Amount(given.value)),
        );
    }
}

/// The payer's rate, which holds from April to March: the rate of the agreement says nothing of January to March.
fn accident_rate(scope: &Scope, row: &Payment) -> Option<Exact> {
    let rate = scope.facts.agreement.accident_rate.as_ref()?;
    let april = Month::new(scope.period.last.month().year, 4)?.first();
    (due_day(row) >= april && scope.period.last >= april).then(|| rate.value.clone())
}

fn compare(
    row: &Payment,
    which: Contribution,
    (given, at): (Money, CellRef),
    expected: &Exact,
    items: i64,
    verdict: &mut Verdict,
    grosze: &mut Grosze,
) {
    let difference = given.to_exact() - expected.clone();
    if difference.is_zero() {
        return;
    }
    let off = money(&difference);
    if off.grosze().abs() <= items {
        grosze.items += 1;
        grosze.sum += off.grosze();
        grosze.first = grosze.first.or(Some(at));
        return;
    }
    verdict.add(
        Finding::at(&code::CONTRIBUTION_DIFFERS, at)
            .with_assistant(&row.assistant.value)
            .with_month(row.month.value)
            .with("contribution", word(which))
            .with("pay", Fact::Amount(money(&contributory_pay(row))))
            .with_seen(Fact::Amount(given))
            .with_expected(Fact::Amount(money(expected)))
            .with_difference(off),
    );
}

/// The Labour Fund: due from the minimum wage up, whatever the post, unless the assistant is exempt.
fn labour_fund_item<'a>(
    scope: &Scope,
    contract: &Employment,
    row: &'a Payment,
    which: Contribution,
    verdict: &mut Verdict,
    told: &mut BTreeSet<(&'a str, &'static str)>,
    grosze: &mut Grosze,
) {
    let Some((_, given)) = row.contributions.iter().find(|(c, _)| *c == which) else { return };
    let pay = contributory_pay(row);
    let (due, month) = (due_day(row), row.month.value.last());
    let Some(rate) = scope.national.contribution_rate(Contribution::LabourFund, due) else { return };
    let minimum = |day: Day| scope.national.minimum_wage(day.month()).map(|m| m.value.to_exact());
    let (Some(then), Some(now)) = (minimum(month), minimum(due)) else { return };
    let exempt = contract.fp_exempt.as_ref().is_some_and(|e| e.value);
    let full = (&rate.value * &pay).round_half_up(2);
    let mut once = |code: &'static Code, expected: Exact| {
        if told.insert((row.assistant.value.as_str(), code.name)) {
            verdict.add(
                Finding::at(code, given.at)
                    .with_assistant(&row.assistant.value)
                    .with_month(row.month.value)
                    .with("pay", Fact::Amount(money(&pay)))
                    .with("minimum", Fact::Amount(money(&now)))
                    .with_seen(Fact::Amount(given.value))
                    .with_expected(Fact::Amount(money(&expected))),
            );
        }
    };
    if given.value == Money::ZERO {
        // Once for an assistant: an exemption that nobody wrote down repeats every month.
        if !exempt && pay >= then && pay >= now && !full.is_zero() {
            once(&code::LABOUR_FUND_ZERO, full);
        }
    } else if exempt {
        once(&code::LABOUR_FUND_EXEMPT, Exact::zero());
    } else if pay < then && pay < now && (row.base.is_some() || row.gross.is_some()) {
        // A row of the supplement alone (2020-2022) does not tell the month's pay.
        once(&code::LABOUR_FUND_BELOW_MINIMUM, Exact::zero());
    } else {
        compare(row, which, (given.value, given.at), &full, 1, verdict, grosze);
    }
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
