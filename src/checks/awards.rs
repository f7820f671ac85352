//! The award against the request (C20) and against posts times amount (C22), and two tables of families against each
//! other (C20).
//!
//! Posts of the request and of the half-year report are in no table, so they cannot be compared here.

use std::collections::BTreeMap;

use super::funds::{component_word, round_word};
use super::scope::{Scope, Verdict, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::{FundComponent, TableId, schema};
use crate::settlement::Settled;
use crate::units::{Exact, Money};

/// Nobody is awarded more than was asked for.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    for fund in scope.facts.funds.iter().filter(|f| !f.rejected) {
        let (Some(requested), Some(awarded)) = (&fund.requested, &fund.awarded) else { continue };
        if requested.value > Money::ZERO && awarded.value > requested.value {
            verdict.add(
                Finding::at(&code::AWARD_ABOVE_REQUEST, awarded.at)
                    .with_related(requested.at)
                    .with("component", component_word(fund.component.value))
                    .with("round", round_word(fund.half_year.as_ref().map(|h| h.value)))
                    .with_seen(Fact::Amount(awarded.value))
                    .with_expected(Fact::Amount(requested.value))
                    .with_difference(money(&(awarded.value.to_exact() - requested.value.to_exact()))),
            );
        }
    }
}

/// From the threshold up the municipality has information duties (public finance act, art. 35a). The value is the
/// whole award: the threshold is that of the task.
pub fn information(scope: &Scope, verdict: &mut Verdict) {
    let day = scope.facts.agreement.agreement_day.as_ref().map_or(scope.deadline, |d| d.value);
    let Some(above) = scope.national.information_duty_above(day) else { return };
    let awards: Vec<_> =
        scope.facts.funds.iter().filter(|f| !f.rejected).filter_map(|f| f.awarded.as_ref()).collect();
    let sum: Exact = awards.iter().map(|a| a.value.to_exact()).sum();
    if sum > above.value.to_exact() {
        let mut finding = Finding::new(&code::INFORMATION_DUTY)
            .with_seen(Fact::Amount(money(&sum)))
            .with_expected(Fact::Amount(above.value));
        finding.at = awards.first().map(|a| a.at);
        verdict.add(finding);
    }
}

/// Editions that pay a supplement by the post on one day and nothing else: the award is posts times the amount.
pub fn posts(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    let [Component::OneOffSupplement { amount, .. }] = &scope.programme.components[..] else { return };
    let rows =
        scope.facts.funds.iter().filter(|f| !f.rejected && f.component.value == FundComponent::Supplement);
    let awards: Option<Vec<_>> = rows.map(|f| f.awarded.as_ref()).collect();
    let Some((awards, first)) = awards.and_then(|a| a.first().map(|first| first.at).map(|at| (a, at))) else {
        return;
    };
    let award: Exact = awards.iter().map(|a| a.value.to_exact()).sum();
    let posts: Exact = settled
        .assistants
        .iter()
        .flat_map(|a| [a.reference_fte_employment, a.reference_fte_service])
        .flatten()
        .map(|node| settled.model.number(node))
        .sum();
    let expected = (&amount.value.to_exact() * &posts).cut_down(2);
    let Some(implied) = award.checked_div(&amount.value.to_exact()) else { return };
    if award.is_zero() || posts.is_zero() || award == expected {
        return;
    }
    found.push(
        Finding::at(&code::AWARD_NOT_POSTS, first)
            .with_basis(&amount.source)
            .with("posts", Fact::Number(posts))
            .with("implied", Fact::Number(implied.round_half_up(4)))
            .with("each", Fact::Amount(amount.value))
            .with_seen(Fact::Amount(money(&award)))
            .with_expected(Fact::Amount(money(&expected)))
            .with_difference(money(&(award - expected).abs())),
    );
}

/// `Rodziny` and `Rodziny - zestawienie` count the same families; the settlement takes the first.
pub fn family_tables(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    if scope.facts.families.iter().all(|f| f.rejected) {
        return;
    }
    let by_assistant: BTreeMap<&str, _> =
        settled.assistants.iter().map(|a| (a.id.as_str(), a.families)).collect();
    for totals in scope.facts.family_totals.iter().filter(|t| !t.rejected) {
        let who = totals.assistant.value.trim();
        let counted = if who.eq_ignore_ascii_case("gmina") {
            settled.municipality.families
        } else {
            by_assistant.get(who).copied().flatten()
        };
        let Some(counted) = counted else { continue };
        for (index, key) in ["families", "children"].into_iter().enumerate() {
            let Some(given) = &totals.counts[index] else { continue };
            let number = settled.model.number(counted[index]);
            if given.value != number {
                let header = schema::table(TableId::FamilyTotals).column(key).map_or(key, |c| c.header);
                found.push(
                    Finding::at(&code::FAMILY_TABLES_DIFFER, given.at)
                        .with("who", Fact::Text(who.to_owned()))
                        .with("what", Fact::Text(header.to_owned()))
                        .with_seen(Fact::Number(given.value.clone()))
                        .with_expected(Fact::Number(number)),
                );
            }
        }
    }
}
