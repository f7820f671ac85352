//! The same złoty under two programmes (C11): other public money with the co-financing above what was paid, the
//! motivation supplement inside the base pay, or taken off although it never was inside.
//!
//! A submission shows its own side only; what another grant was settled with stands in `Inne środki publiczne (zł)`.

use std::collections::BTreeMap;

use super::components;
use super::scope::{Scope, Verdict, amount, contributions, contributory_pay, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::WageBase;
use crate::records::Payment;
use crate::settlement::{Line, Settled};
use crate::units::{Exact, Money, Month};

/// Judges the motivation supplement where another programme pays it, and what an earlier edition paid.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    earlier_edition(scope, verdict);
    if scope.wage_base() != Some(WageBase::BaseAndSeniorityWithContributions) {
        return;
    }
    let mut months: BTreeMap<&str, Vec<(Month, &Payment)>> = BTreeMap::new();
    for ((assistant, month), rows) in scope.payments_by_month() {
        for row in &rows {
            taken_off(row, verdict);
        }
        if scope.ordinary_month(assistant, month, &rows).is_some() {
            months.entry(assistant).or_default().push((month, rows[0]));
        }
    }
    for (assistant, rows) in months {
        inside(assistant, &rows, verdict);
    }
}

/// An edition that makes up an earlier one pays what is left of the same months: a blank may be money of both.
fn earlier_edition(scope: &Scope, verdict: &mut Verdict) {
    let Some(earlier) = &scope.programme.tops_up else { return };
    let said = scope.payments().any(|p| p.other_public.is_some());
    let Some(first) = scope.payments().next().filter(|_| !said) else { return };
    verdict.add(
        Finding::at(&code::EARLIER_EDITION_NOT_SAID, scope.cell(first.at, "other_public"))
            .with("earlier", Fact::Text(earlier.value.clone()))
            .with_basis(&earlier.source),
    );
}

/// Other public money that is exactly the motivation supplement, which the base never holds: the base loses it twice.
fn taken_off(row: &Payment, verdict: &mut Verdict) {
    let (Some(public), Some(motivation)) = (&row.other_public, &row.motivation) else { return };
    let paid = motivation.value.to_exact();
    let share = paid.checked_div(&contributory_pay(row));
    let on: Vec<Exact> = match (&row.on_motivation, share) {
        (Some(given), _) => vec![given.value.to_exact()],
        (None, Some(share)) => vec![(&contributions(row) * &share).round_half_up(2)],
        (None, None) => Vec::new(),
    };
    let taken = public.value.to_exact();
    let grosz = Exact::ratio(5, 100).unwrap_or_else(Exact::zero);
    let same = taken == paid || on.iter().any(|o| (paid.clone() + o.clone() - taken.clone()).abs() <= grosz);
    if motivation.value > Money::ZERO && same {
        verdict.add(
            Finding::at(&code::MOTIVATION_TAKEN_OFF, public.at)
                .with_related(motivation.at)
                .with_assistant(&row.assistant.value)
                .with_month(row.month.value)
                .with_seen(Fact::Amount(public.value))
                .with_difference(public.value),
        );
    }
}

/// A month without a motivation supplement whose base pay is higher by exactly the supplement of another month.
fn inside(assistant: &str, rows: &[(Month, &Payment)], verdict: &mut Verdict) {
    let positive = |p: &Payment| p.motivation.as_ref().filter(|m| m.value > Money::ZERO).map(|m| m.value);
    let mut found: Option<Finding> = None;
    for (month, row) in rows.iter().filter(|(_, row)| positive(row).is_none()) {
        let Some(base) = &row.base else { continue };
        let other = rows.iter().find_map(|(_, other)| {
            let (supplement, plain) = (positive(other)?, other.base.as_ref()?);
            (base.value.to_exact() - plain.value.to_exact() == supplement.to_exact())
                .then_some((supplement, plain.at))
        });
        let Some((supplement, at)) = other else { continue };
        let finding = found.get_or_insert_with(|| {
            Finding::at(&code::MOTIVATION_IN_BASE, base.at)
                .with_related(at)
                .with_assistant(assistant)
                .with_month(*month)
                .with_seen(Fact::Amount(base.value))
                .with("supplement", Fact::Amount(supplement))
        });
        finding.facts.push(("months", Fact::Month(*month)));
        let so_far = finding.difference.unwrap_or(Money::ZERO);
        finding.difference = so_far.checked_add(supplement);
    }
    verdict.findings.extend(found);
}

/// Judges lines: the programme's money and other public money together against everything that was paid.
pub fn lines(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    for line in &settled.lines {
        let rows = || line.payments.iter().filter_map(|i| scope.facts.payments.get(*i));
        let Some(public) = rows().find_map(|r| r.other_public.as_ref()) else { continue };
        let taken: Exact = rows().map(|r| amount(&r.other_public)).sum();
        let paid: Exact =
            rows().map(|r| contributory_pay(r) + components::other_exempt(r) + contributions(r)).sum();
        let programme = claimed(settled, line);
        let all = programme.clone() + taken.clone();
        // Where it takes the whole wage cost, the month's base has been told of already.
        if scope.wage_base().is_some() && settled.model.number(line.wage_cost).is_zero() {
            continue;
        }
        if taken > Exact::zero() && programme > Exact::zero() && all > paid {
            let assistant = settled.assistants.get(line.assistant).map_or("", |a| a.id.as_str());
            found.push(
                Finding::at(&code::CLAIMED_TWICE, public.at)
                    .with_assistant(assistant)
                    .with_month(line.month)
                    .with("public", Fact::Amount(money(&taken)))
                    .with("programme", Fact::Amount(money(&programme)))
                    .with_seen(Fact::Amount(money(&all)))
                    .with_expected(Fact::Amount(money(&paid)))
                    .with_difference(money(&(all - paid))),
            );
        }
    }
}

fn claimed(settled: &Settled, line: &Line) -> Exact {
    let number = |node| settled.model.number(node);
    number(line.supplement_co_financing) + number(line.employment_co_financing)
}
