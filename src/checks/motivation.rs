//! The sibling programme's motivation supplement: under employment contracts only, and said for each month.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Scope, Verdict, amount, money, smaller};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{ContractForm, FundComponent};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Month};

/// Absences for which no pay is due. Sickness is not among them: the programme excepts incapacity for work.
const UNPAID: [&str; 5] = ["opieka", "urlop bezpłatny", "macierzyński", "rodzicielski", "wychowawczy"];

/// Supplements paid for months with days for which no pay is due.
#[derive(Default)]
struct Unpaid<'a> {
    by_assistant: BTreeMap<&'a str, UnpaidDays>,
}

struct UnpaidDays {
    at: CellRef,
    months: Vec<Month>,
    days: BTreeSet<Day>,
    kinds: BTreeSet<&'static str>,
    at_stake: Exact,
}

impl<'a> Unpaid<'a> {
    fn add(&mut self, scope: &Scope, (who, month): (&'a str, Month), at: CellRef, at_stake: Exact) {
        let rows = scope.facts.absences.iter().filter(|a| !a.rejected && a.assistant.value == who);
        let mut rows = rows.filter(|a| UNPAID.contains(&a.kind.value)).filter_map(|absence| {
            let days = DayRange::new(absence.from.value, absence.to.value)?;
            Some((absence.kind.value, days.overlap(&month.days())?))
        });
        let Some(first) = rows.next() else { return };
        let empty = || UnpaidDays {
            at,
            months: Vec::new(),
            days: BTreeSet::new(),
            kinds: BTreeSet::new(),
            at_stake: Exact::zero(),
        };
        let own = self.by_assistant.entry(who).or_insert_with(empty);
        own.months.push(month);
        own.at_stake = own.at_stake.clone() + at_stake;
        for (kind, days) in std::iter::once(first).chain(rows) {
            own.kinds.insert(kind);
            own.days.extend(days.each());
        }
    }

    fn findings(self) -> impl Iterator<Item = Finding> {
        self.by_assistant.into_iter().map(|(assistant, own)| {
            let kinds: Vec<&str> = own.kinds.into_iter().collect();
            let mut finding = Finding::at(&code::MOTIVATION_ABSENCE, own.at)
                .with_assistant(assistant)
                .with("days", Fact::Count(i64::try_from(own.days.len()).unwrap_or(i64::MAX)))
                .with("kinds", Fact::Text(kinds.join(", ")))
                .with_difference(money(&own.at_stake));
            finding.month = own.months.first().copied();
            finding.facts.extend(own.months.into_iter().map(|month| ("months", Fact::Month(month))));
            finding
        })
    }
}

/// Judges motivation supplements, one finding for an assistant.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let rule = scope.programme.components.iter().find_map(|c| match c {
        Component::FundedSupplement { amount } => Some(amount),
        _ => None,
    });
    let Some(ceiling) = rule.filter(|_| scope.uses(FundComponent::Supplement)) else { return };
    let mut service: BTreeMap<&str, (Finding, Exact)> = BTreeMap::new();
    let mut blank: BTreeMap<&str, Finding> = BTreeMap::new();
    let mut away = Unpaid::default();
    for ((assistant, month), rows) in scope.payments_by_month() {
        let of = |form| rows.iter().filter(move |r| scope.form_of(r) == Some(form));
        let paid: Exact = of(ContractForm::Service).map(|r| amount(&r.motivation)).sum();
        let cell = of(ContractForm::Service).find_map(|r| r.motivation.as_ref());
        if let Some(cell) = cell.filter(|_| paid > Exact::zero()) {
            let start = || {
                let finding = Finding::at(&code::MOTIVATION_SERVICE, cell.at).with_basis(&ceiling.source);
                (finding.with_assistant(assistant).with_month(month), Exact::zero())
            };
            let (finding, lost) = service.entry(assistant).or_insert_with(start);
            finding.facts.push(("months", Fact::Month(month)));
            *lost = lost.clone() + smaller(paid, ceiling.value.to_exact());
        }
        let earned: Exact = of(ContractForm::Employment).map(|r| amount(&r.motivation)).sum();
        if let Some(cell) = of(ContractForm::Employment).find_map(|r| r.motivation.as_ref())
            && earned > Exact::zero()
        {
            let at_stake = smaller(earned, ceiling.value.to_exact());
            away.add(scope, (assistant, month), cell.at, at_stake);
        }
        let silent = of(ContractForm::Employment).next().filter(|_| {
            of(ContractForm::Employment).all(|r| r.motivation.is_none())
                && !scope.absent(assistant, month.days())
        });
        if let Some(row) = silent {
            let start = || {
                Finding::at(&code::MOTIVATION_BLANK, scope.cell(row.at, "motivation"))
                    .with_assistant(assistant)
                    .with_month(month)
            };
            blank.entry(assistant).or_insert_with(start).facts.push(("months", Fact::Month(month)));
        }
    }
    for (finding, lost) in service.into_values() {
        verdict.add(finding.with_difference(money(&lost)));
    }
    verdict.findings.extend(away.findings());
    for finding in blank.into_values() {
        verdict.add(finding.with("most", Fact::Amount(ceiling.value)));
    }
}
