//! `Księgi`: paragraphs that cannot hold the cost of assistants (C12), parts above their turnover, and the programme's
//! money in the books against the co-financing.
//!
//! Which paragraphs exist on which day is judged only where it is known: § 4710 since 2021, § 4730 in 2017 alone.

use std::collections::BTreeSet;

use super::scope::{Scope, Verdict, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::WageBase;
use crate::records::{ContractForm, LedgerLine};
use crate::settlement::Settled;
use crate::units::{Day, DayRange, Exact, Money};

/// Judges the lines of the ledger.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let forms: BTreeSet<ContractForm> = scope.contracts().map(|c| c.form.value).collect();
    let elsewhere = scope.contracts().any(|c| c.employer.is_some());
    for line in &scope.facts.ledger {
        let digits = digits(line);
        let programme = line.programme.as_ref().filter(|m| m.value > Money::ZERO);
        if let Some((given, reason)) = programme.zip(reason(scope, &forms, elsewhere, &digits)) {
            let name = scope.national.paragraph_name(&digits);
            verdict.add(
                Finding::at(&code::LEDGER_PARAGRAPH, line.paragraph.at)
                    .with_related(given.at)
                    .with_seen(Fact::Amount(given.value))
                    .with("paragraph", Fact::Text(digits))
                    .with("named", Fact::Text(if name.is_some() { "yes" } else { "no" }.to_owned()))
                    .with("name", Fact::Text(name.unwrap_or("").to_owned()))
                    .with("reason", Fact::Text(reason.to_owned())),
            );
        }
        let parts: Exact = [&line.programme, &line.others].into_iter().map(super::scope::amount).sum();
        let turnover = line.turnover.value.to_exact();
        if parts > turnover && !turnover.is_negative() {
            verdict.add(
                Finding::at(&code::LEDGER_PARTS, line.turnover.at)
                    .with("paragraph", Fact::Text(line.paragraph.value.trim().to_owned()))
                    .with_seen(Fact::Amount(money(&parts)))
                    .with_expected(Fact::Amount(line.turnover.value))
                    .with_difference(money(&(parts - turnover))),
            );
        }
    }
}

/// `§ 4010` is typed in many ways.
fn digits(line: &LedgerLine) -> String {
    line.paragraph.value.chars().filter(char::is_ascii_digit).collect()
}

/// Why the paragraph cannot hold the programme's money; nothing where it can.
fn reason(
    scope: &Scope,
    forms: &BTreeSet<ContractForm>,
    elsewhere: bool,
    paragraph: &str,
) -> Option<&'static str> {
    let wide = scope.wage_base().is_some_and(|b| b != WageBase::BaseAndSeniorityWithContributions);
    let day = |year, month, day| Day::new(year, month, day);
    match paragraph {
        "4010" => (!forms.contains(&ContractForm::Employment)).then_some("no-employment"),
        "4170" => (!forms.contains(&ContractForm::Service)).then_some("no-service"),
        "4110" | "4120" => None,
        // In 2012-2019 all gross pay counts, the thirteenth salary too.
        "4040" if wide => None,
        "4710" => (scope.period.last < day(2021, 1, 1)?).then_some("no-ppk"),
        "4730" => {
            let existed = DayRange::new(day(2017, 7, 26)?, day(2017, 12, 31)?)?;
            existed.overlap(&scope.period).is_none().then_some("only-2017")
        }
        // A grant to an employer under art. 190.
        "2360" | "2820" => (!elsewhere).then_some("no-other-employer"),
        _ => Some("not-pay"),
    }
}

/// The programme's money in the books against the co-financing of the settlement.
pub fn tie(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    let booked: Vec<_> = scope.facts.ledger.iter().filter_map(|l| l.programme.as_ref()).collect();
    let Some(first) = booked.first() else { return };
    let sum: Exact = booked.iter().map(|m| m.value.to_exact()).sum();
    let settled_sum = settled.model.number(settled.totals.co_financing);
    if sum != settled_sum {
        found.push(
            Finding::at(&code::LEDGER_DIFFERS, first.at)
                .with_seen(Fact::Amount(money(&sum)))
                .with_expected(Fact::Amount(money(&settled_sum)))
                .with("short", Fact::Text(if sum < settled_sum { "yes" } else { "no" }.to_owned()))
                .with_difference(money(&(sum - settled_sum).abs())),
        );
    }
}
