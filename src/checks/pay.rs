//! `Płace`, row by row and month by month: whose pay it is, when it was paid (C08), and whether it adds up.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{
    Scope, Verdict, amount, base_pay, contract_days, contributions, contributory_pay, larger, money, smaller,
};
use super::{components, months};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::programme::{Component, WageBase};
use crate::records::submission::Given;
use crate::records::{ContractForm, Contribution, FundComponent, Payment};
use crate::source::CellRef;
use crate::units::{Exact, Money};

/// Judges payments.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    outside_period(scope, verdict);
    components::benefits(scope, verdict);
    let mut strangers: BTreeMap<&str, Vec<&Payment>> = BTreeMap::new();
    for payment in scope.payments() {
        if scope.contracts_of(&payment.assistant.value).is_empty() {
            strangers.entry(&payment.assistant.value).or_default().push(payment);
        } else {
            contract(scope, payment, verdict);
        }
        payment_day(scope, payment, verdict);
        parts(payment, verdict);
        twice(scope, payment, verdict);
    }
    for (assistant, rows) in strangers {
        for row in &rows {
            verdict.rejected.insert(row.at);
        }
        if scope.doubtful(assistant) {
            continue;
        }
        let sum: Exact = rows.iter().map(|r| paid(r)).sum();
        verdict.add(
            Finding::at(&code::ASSISTANT_NOT_EMPLOYED, rows[0].assistant.at)
                .with_assistant(assistant)
                .with("rows", Fact::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX)))
                .with("sum", Fact::Amount(money(&sum))),
        );
    }
    for ((assistant, month), rows) in scope.payments_by_month() {
        let rows: Vec<&Payment> = rows.into_iter().filter(|r| !verdict.rejected.contains(&r.at)).collect();
        if rows.is_empty() {
            continue;
        }
        for finding in months::sums(scope, &rows) {
            verdict.add(finding.with_assistant(assistant).with_month(month));
        }
    }
}

/// Everything the row pays to the assistant.
fn paid(payment: &Payment) -> Exact {
    contributory_pay(payment) + components::other_exempt(payment)
}

fn outside_period(scope: &Scope, verdict: &mut Verdict) {
    let outside = |p: &&Payment| !p.rejected && scope.period.overlap(&p.month.value.days()).is_none();
    let rows: Vec<&Payment> = scope.facts.payments.iter().filter(outside).collect();
    let Some(first) = rows.first() else { return };
    verdict.add(
        Finding::at(&code::PAY_OUTSIDE_PERIOD, first.month.at)
            .with("rows", Fact::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX)))
            .with("from", Fact::Day(scope.period.first))
            .with("to", Fact::Day(scope.period.last)),
    );
}

fn contract(scope: &Scope, payment: &Payment, verdict: &mut Verdict) {
    let assistant = payment.assistant.value.as_str();
    let month = payment.month.value;
    // A contract that is itself in error has its own finding; its pay needs no second one.
    let in_doubt = |at: &CellRef| verdict.rejected.contains(at);
    let mut own = scope.contracts_of(assistant).iter();
    if scope.doubtful(assistant) || own.any(|e| e.rejected || in_doubt(&e.at) || contract_days(e).is_none()) {
        return;
    }
    let contracts = scope.contracts_in(assistant, month);
    let here = |finding: Finding| finding.with_assistant(assistant).with_month(month);
    if let Some(form) = &payment.form {
        if contracts.iter().any(|c| c.form.value == form.value) {
            return;
        }
    } else {
        let forms: BTreeSet<ContractForm> = contracts.iter().map(|c| c.form.value).collect();
        if forms.len() > 1 {
            verdict
                .reject(payment.at, here(Finding::at(&code::FORM_UNCLEAR, scope.cell(payment.at, "form"))));
        }
        if !forms.is_empty() {
            return;
        }
    }
    if counts_nothing(scope, payment) {
        return;
    }
    verdict.reject(
        payment.at,
        here(Finding::at(&code::PAY_WITHOUT_CONTRACT, payment.month.at))
            .with_seen(Fact::Amount(money(&(paid(payment) + contributions(payment)))))
            .with_difference(money(&(paid(payment) + contributions(payment)))),
    );
}

/// Does the row pay only what is outside the base anyway: a thirteenth salary or severance after the end?
fn counts_nothing(scope: &Scope, payment: &Payment) -> bool {
    let narrow = scope.wage_base() == Some(WageBase::BaseAndSeniorityWithContributions);
    let nothing = |m: &Given<Money>| amount(m).is_zero();
    let others = nothing(&payment.supplement) && nothing(&payment.motivation);
    narrow && others && components::narrow_base(payment, scope.programme).is_zero()
}

fn payment_day(scope: &Scope, payment: &Payment, verdict: &mut Verdict) {
    let here = |code: &'static Code, at: CellRef| {
        Finding::at(code, at).with_assistant(&payment.assistant.value).with_month(payment.month.value)
    };
    let Some(day) = &payment.paid_on else {
        if !paid(payment).is_zero() || !payment.contributions.is_empty() {
            verdict.add(here(&code::PAYMENT_DAY_MISSING, scope.cell(payment.at, "paid_on")));
        }
        return;
    };
    let dated = |f: Finding| f.with_seen(Fact::Day(day.value));
    if day.value > scope.deadline {
        let lost = grant_on(scope, payment, true);
        verdict.add(
            dated(here(&code::PAID_LATE, day.at))
                .with_expected(Fact::Day(scope.deadline))
                .with_difference(lost),
        );
        return;
    }
    if day.value > scope.as_of {
        verdict.add(dated(here(&code::PAID_IN_FUTURE, day.at)).with_expected(Fact::Day(scope.as_of)));
    }
    let first = payment.month.value.first();
    // Pay in advance by some days occurs; by more than a month it is a slip of the year or month.
    if day.value < first.plus_days(-31) {
        verdict.add(dated(here(&code::PAID_BEFORE_MONTH, day.at)).with_expected(Fact::Day(first)));
    }
    if let Some(later) = payment.contributions_paid_on.as_ref().filter(|d| d.value > scope.deadline) {
        verdict.add(
            here(&code::CONTRIBUTIONS_PAID_LATE, later.at)
                .with_seen(Fact::Day(later.value))
                .with_expected(Fact::Day(scope.deadline))
                .with_difference(grant_on(scope, payment, false)),
        );
    }
}

/// The most that the programme could have given for the row (for its contributions alone without `pay`).
///
/// Computed for one row by itself; the award and the months beside it may leave less.
fn grant_on(scope: &Scope, payment: &Payment, pay: bool) -> Money {
    let all = contributions(payment);
    let on_supplement = amount(&payment.on_supplement);
    let outside = amount(&payment.on_other) + on_supplement.clone() + amount(&payment.on_motivation);
    let on_base = larger(all - outside, Exact::zero());
    let base = if pay { base_pay(payment) } else { Exact::zero() };
    let supplement = if pay { amount(&payment.supplement) } else { Exact::zero() };
    let mut sum = Exact::zero();
    let in_use = |c: &&Component| {
        scope.uses(if c.is_supplement() { FundComponent::Supplement } else { FundComponent::EmploymentCost })
    };
    for component in scope.programme.components.iter().filter(in_use) {
        let part = match component {
            Component::WageShare { months, .. } => {
                let counts = months.is_none_or(|m| m.overlap(&payment.month.value.days()).is_some());
                let level = scope.level().unwrap_or_else(Exact::zero);
                if counts { level * (base.clone() + on_base.clone()) } else { Exact::zero() }
            }
            Component::WageShareUnderCeiling { base: which, by_contract, .. } => {
                let with_contributions = which.value == WageBase::GrossWithContributions;
                let cost = base.clone() + if with_contributions { on_base.clone() } else { Exact::zero() };
                let form = scope.form_of(payment);
                let position = scope.position_of(payment);
                let rule = by_contract.iter().find(|c| Some(c.form) == form && c.position == position);
                rule.map_or_else(Exact::zero, |r| smaller(&r.share.value * &cost, r.ceiling.value.to_exact()))
            }
            Component::OneOffSupplement { amount, share_of_cost, .. }
            | Component::MonthlySupplement { amount, share_of_cost, .. } => {
                let cost = supplement.clone() + on_supplement.clone();
                smaller(&share_of_cost.value * &cost, amount.value.to_exact())
            }
            Component::FundedSupplement { amount: ceiling, .. } => {
                let motivation = if pay { amount(&payment.motivation) } else { Exact::zero() };
                smaller(motivation, ceiling.value.to_exact()) + amount(&payment.on_motivation)
            }
        };
        sum = sum + part;
    }
    money(&sum)
}

/// A sum and what it is the sum of in one row: both would count.
fn twice(scope: &Scope, payment: &Payment, verdict: &mut Verdict) {
    use Contribution::{
        Accident, Disability, LabourFund, Paragraph4110, Paragraph4120, Paragraph4710, Pension, Ppk, Total,
    };
    let given = |which: Contribution| {
        let mut all = payment.contributions.iter().filter(|(c, m)| *c == which && m.value != Money::ZERO);
        all.next().map(|(_, m)| m.at)
    };
    let single = [Pension, Disability, Accident, LabourFund, Contribution::Fgsp, Ppk];
    let of_total: Vec<_> = single.into_iter().chain([Paragraph4110, Paragraph4120, Paragraph4710]).collect();
    let sums = [
        (Total, &of_total[..]),
        (Paragraph4110, &single[..3]),
        (Paragraph4120, &single[3..4]),
        (Paragraph4710, &single[5..]),
    ];
    let mut doubled = sums
        .into_iter()
        .filter_map(|(sum, parts)| Some((given(sum)?, parts.iter().find_map(|p| given(*p))?)));
    let sums = components::twice(payment).or_else(|| doubled.next());
    let Some((sum, part)) = sums else { return };
    let header = |at: CellRef| Fact::Text(components::header(scope, payment.at, at).to_owned());
    verdict.reject(
        payment.at,
        Finding::at(&code::PAY_GIVEN_TWICE, sum)
            .with_related(part)
            .with_assistant(&payment.assistant.value)
            .with_month(payment.month.value)
            .with("sum", header(sum))
            .with("part", header(part)),
    );
}

fn parts(payment: &Payment, verdict: &mut Verdict) {
    let all = contributions(payment);
    let given = [&payment.on_other, &payment.on_supplement, &payment.on_motivation];
    let of_which: Exact = given.iter().map(|p| amount(p)).sum();
    let Some(first) = given.into_iter().flatten().next() else { return };
    // A correction is negative in whole and parts alike; its month is judged by its sum.
    if of_which > all && !all.is_negative() {
        verdict.add(
            Finding::at(&code::OF_WHICH_ABOVE_TOTAL, first.at)
                .with_assistant(&payment.assistant.value)
                .with_month(payment.month.value)
                .with_seen(Fact::Amount(money(&of_which)))
                .with_expected(Fact::Amount(money(&all)))
                .with_difference(money(&(of_which - all))),
        );
    }
}
