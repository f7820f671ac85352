//! Pay against the law and the edition's base: minimum wage (C24), seniority allowance, what is left out (C11), columns
//! of service contracts (C12), supplements not given (C05).

use std::collections::{BTreeMap, BTreeSet};

use super::components;
use super::pay_month::{PayMonth, pay_of};
use super::scope::{Scope, Verdict, amount, base_pay, contributory_pay, money};
use super::seniority;
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::WageBase;
use crate::programme::pay_components::PayClass;
use crate::records::{ContractForm, FundComponent, Payment};
use crate::source::CellRef;
use crate::units::{Exact, Month};

/// Judges pay.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let narrow = scope.wage_base() == Some(WageBase::BaseAndSeniorityWithContributions);
    if narrow {
        gross_as_base(scope, verdict);
        left_out(scope, verdict);
    }
    let mut blank: Vec<Blank> = Vec::new();
    let mut seniority_told = BTreeSet::new();
    let mut declared = seniority::Declared::default();
    let negative = verdict.negative_months();
    for ((assistant, month), mut rows) in scope.payments_by_month() {
        rows.retain(|r| !verdict.rejected.contains(&r.at));
        if rows.is_empty() || negative.contains(&(assistant.to_owned(), month)) {
            continue;
        }
        for row in &rows {
            service_column(scope, row, verdict);
        }
        if let Some(month) = PayMonth::new(scope, assistant, month, &rows) {
            minimum_wage(scope, &month, verdict);
            declared.add(scope, month);
        }
        if let Some(contract) = scope.ordinary_month(assistant, month, &rows)
            && contract.form.value == ContractForm::Employment
        {
            seniority::check(scope, rows[0], verdict, &mut seniority_told);
        }
        hourly(scope, assistant, month, &rows, verdict);
        blank.extend(supplement_blank(scope, assistant, month, &rows));
    }
    declared.check(scope, verdict, &seniority_told);
    supplements_blank(scope, blank, verdict);
}

/// One question for an assistant: months that would earn a supplement, and where the year's supplement may stand.
fn supplements_blank(scope: &Scope, blank: Vec<Blank>, verdict: &mut Verdict) {
    let mut by_assistant: BTreeMap<&str, Vec<Blank>> = BTreeMap::new();
    for one in blank {
        by_assistant.entry(one.assistant).or_default().push(one);
    }
    let Some((most, _, _)) = scope.monthly_supplement() else { return };
    for (assistant, months) in by_assistant {
        let stake: Exact = months.iter().map(|m| &most.to_exact() * &m.post).sum();
        // A supplement above the share of one month's highest cost may be that of several months in one row.
        let heaped = scope.payments().filter(|p| p.assistant.value == assistant).any(|p| {
            let one_month = &most.to_exact() * &Exact::ratio(5, 2).unwrap_or_else(Exact::one);
            amount(&p.supplement) > one_month
        });
        let mut finding = Finding::at(&code::SUPPLEMENT_BLANK, months[0].at)
            .with_assistant(assistant)
            .with_month(months[0].month)
            .with("heaped", Fact::Text(if heaped { "yes" } else { "no" }.to_owned()))
            .with("most", Fact::Amount(*most))
            .with_difference(money(&stake));
        finding.facts.extend(months.iter().map(|m| ("months", Fact::Month(m.month))));
        verdict.add(finding);
    }
}

/// A month that would earn a supplement and has none.
struct Blank<'a> {
    assistant: &'a str,
    month: Month,
    at: CellRef,
    post: Exact,
}

/// Only base pay and the seniority allowance count, so one sum for all pay may hold too much. Told once.
fn gross_as_base(scope: &Scope, verdict: &mut Verdict) {
    let given = scope.payments().filter_map(components::gross_as_base);
    let given: Vec<_> = given.collect();
    let Some(first) = given.first() else { return };
    let sum: Exact = given.iter().map(|g| g.value.to_exact()).sum();
    verdict.add(Finding::at(&code::GROSS_AS_BASE, first.at).with_seen(Fact::Amount(money(&sum))));
}

fn left_out(scope: &Scope, verdict: &mut Verdict) {
    let mut sum = Exact::zero();
    let mut first = None;
    for row in scope.payments() {
        let sums = [&row.other_contributory, &row.other_exempt, &row.motivation].into_iter().flatten();
        for given in sums.chain(components::left_out(row, scope.programme)) {
            if given.value.grosze() != 0 {
                sum = sum + given.value.to_exact();
                first = first.or(Some(given.at));
            }
        }
    }
    if let Some(at) = first {
        verdict.add(Finding::at(&code::COMPONENTS_LEFT_OUT, at).with_seen(Fact::Amount(money(&sum))));
    }
}

fn service_column(scope: &Scope, row: &Payment, verdict: &mut Verdict) {
    if scope.form_of(row) != Some(ContractForm::Service) {
        return;
    }
    let wrong = [&row.seniority, &row.other_contributory, &row.other_exempt];
    let own = [PayClass::OtherContributory, PayClass::OtherExempt];
    let own = own.into_iter().flat_map(|class| components::of_class(row, class));
    if let Some(given) = wrong.into_iter().flatten().chain(own).find(|m| m.value.grosze() != 0) {
        verdict.add(
            Finding::at(&code::SERVICE_PAY_COLUMN, given.at)
                .with_assistant(&row.assistant.value)
                .with_month(row.month.value)
                .with_seen(Fact::Amount(given.value)),
        );
    }
}

/// Pay of a whole month against the minimum wage for the post, the smallest where it changed in the month. Overtime
/// never counts, the seniority allowance not from 2020 (act of 19 July 2019, Dz.U. 2019 poz. 1564). What else does not
/// count may stand in one column with what does, so it is counted: whoever is below even so is below for certain.
fn minimum_wage(scope: &Scope, month: &PayMonth, verdict: &mut Verdict) {
    let posts: Option<Vec<_>> = month.contracts.iter().map(|c| c.fte.as_ref()).collect();
    let fte = posts.and_then(|posts| posts.into_iter().min_by(|a, b| a.value.cmp(&b.value)));
    let (Some(fte), Some(minimum)) = (fte, scope.national.minimum_wage(month.month)) else { return };
    let base: Exact = month.rows.iter().map(|r| base_pay(r)).sum();
    // Corrections or a supplement alone are no month's pay.
    if base <= Exact::zero() || !month.whole() || month.reduced(scope) {
        return;
    }
    verdict.judged.insert("C24");
    let seniority_counts = month.month.year < 2020;
    let own = month.rows.iter().flat_map(|r| &r.components).filter(|(c, _)| c.key == "overtime");
    let overtime: Exact = own.map(|(_, given)| given.value.to_exact()).sum();
    let seniority: Exact = month.rows.iter().map(|r| amount(&r.seniority)).sum();
    let all = pay_of(&month.rows) - overtime;
    let pay = if seniority_counts { all } else { all - seniority };
    let least = (&fte.value * &minimum.value.to_exact()).cut_down(2);
    if pay < least {
        let cell = month.rows.iter().find_map(|r| r.base.as_ref()).map_or(month.rows[0].at, |b| b.at);
        verdict.add(
            Finding::at(&code::BELOW_MINIMUM_WAGE, cell)
                .with_related(fte.at)
                .with_assistant(month.assistant)
                .with_month(month.month)
                .with("fte", Fact::Number(fte.value.clone()))
                .with("seniority", Fact::Text(if seniority_counts { "in" } else { "out" }.to_owned()))
                .with_seen(Fact::Amount(money(&pay)))
                .with_expected(Fact::Amount(money(&least)))
                .with_difference(money(&(least - pay))),
        );
    }
}

fn hourly(scope: &Scope, assistant: &str, month: Month, rows: &[&Payment], verdict: &mut Verdict) {
    let service: Vec<&&Payment> =
        rows.iter().filter(|r| scope.form_of(r) == Some(ContractForm::Service)).collect();
    let Some(hours) = service.iter().find_map(|r| r.hours.as_ref()) else { return };
    let Some(minimum) = scope.national.hourly_minimum(month.first()) else { return };
    verdict.judged.insert("C24");
    let pay: Exact = service.iter().map(|r| contributory_pay(r)).sum();
    let least = &hours.value * &minimum.value.to_exact();
    let Some(rate) = pay.checked_div(&hours.value) else { return };
    if pay > Exact::zero() && pay < least.cut_down(2) {
        verdict.add(
            Finding::at(
                &code::BELOW_HOURLY_MINIMUM,
                service[0].base.as_ref().map_or(service[0].at, |b| b.at),
            )
            .with_related(hours.at)
            .with_assistant(assistant)
            .with_month(month)
            .with_seen(Fact::Amount(money(&rate)))
            .with_expected(Fact::Amount(minimum.value))
            .with_difference(money(&(least - pay))),
        );
    }
}

/// A month that would earn a supplement and says nothing about one: forgotten, or truly none?
fn supplement_blank<'a>(
    scope: &Scope,
    assistant: &'a str,
    month: Month,
    rows: &[&Payment],
) -> Option<Blank<'a>> {
    let (_, threshold, _) = scope.monthly_supplement()?;
    if !scope.uses(FundComponent::Supplement) || rows.iter().any(|r| r.supplement.is_some()) {
        return None;
    }
    let round = scope.rounds().into_iter().find(|(_, days)| days.overlap(&month.days()).is_some());
    let reference = round.and_then(|(half, _)| scope.request_day(half))?;
    let contracts = scope.contracts_in(assistant, month);
    let employed = scope.employed_on(assistant, reference);
    let service = contracts.iter().any(|c| c.form.value == ContractForm::Service);
    let hours = rows.iter().find_map(|r| r.hours.as_ref());
    let post = contracts.iter().filter_map(|c| c.fte.as_ref()).map(|f| f.value.clone()).max();
    let enough = match (hours, post.clone()) {
        (Some(hours), Some(post)) => hours.value >= &post * threshold,
        (Some(hours), None) => hours.value > Exact::zero(),
        (None, _) => false,
    };
    let paid: Exact = rows.iter().map(|r| amount(&r.base) + amount(&r.gross)).sum();
    let earns = employed && paid > Exact::zero() && (enough || (service && hours.is_some()));
    let at = scope.cell(rows[0].at, "supplement");
    let post = super::scope::smaller(post.unwrap_or_else(Exact::one), Exact::one());
    earns.then_some(Blank { assistant, month, at, post })
}
