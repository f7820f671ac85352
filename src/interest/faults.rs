//! What stands in the way of counting interest, or is worth knowing beside it, as findings with the cell or the option.

use super::charges::{Charge, Typed};
use super::rates::Rates;
use super::steps::Rounding;
use crate::calc::{Model, NodeId};
use crate::checks::debts::{Account, Debt, Ground, Paid};
use crate::checks::funds::{component_word, round_word};
use crate::checks::scope::{Scope, money};
use crate::finding::code::interest as code;
use crate::finding::{Fact, Finding};
use crate::programme::Programme;
use crate::records::InterestClause;
use crate::source::CellRef;
use crate::units::{DayRange, Exact, Money};

fn text(word: &str) -> Fact {
    Fact::Text(word.to_owned())
}

/// A rate that was typed for a day whose rate is known would silently win or silently lose.
pub fn of_rates(rates: &Rates, found: &mut Vec<Finding>) {
    if let Some(given) = rates.given_for_a_known_day() {
        let known = rates.on(given.from).map(|rate| Fact::Percent(rate.value));
        let mut finding = Finding::new(&code::INTEREST_RATE_KNOWN)
            .with("day", Fact::Day(given.from))
            .with_seen(Fact::Percent(given.rate.clone()));
        finding.expected = known;
        let checked = rates.checked_up_to().map(|day| finding.clone().with("checked", Fact::Day(day)));
        found.push(checked.unwrap_or(finding));
    }
    if let Some(twice) = rates.given_twice() {
        let finding = Finding::new(&code::INTEREST_RATE_TWICE).with("day", Fact::Day(twice.from));
        found.push(finding.with_seen(Fact::Percent(twice.rate.clone())));
    }
}

/// The clause asks for what the bank paid, and nobody said how much that is.
pub fn bank_amount_missing(at: Option<CellRef>) -> Finding {
    let mut finding = Finding::new(&code::INTEREST_BANK_AMOUNT_MISSING);
    finding.at = at;
    finding
}

/// A debt typed on the command line.
pub fn of_typed(typed: &Typed, programme: &Programme, found: &mut Vec<Finding>) {
    if typed.principal <= Money::ZERO {
        let finding = Finding::new(&code::INTEREST_PRINCIPAL_NOT_POSITIVE);
        found.push(finding.with_seen(Fact::Amount(typed.principal)));
    }
    if typed.to < typed.from {
        found
            .push(out_of_order("option").with_seen(Fact::Day(typed.to)).with_expected(Fact::Day(typed.from)));
    }
    let edition = programme.period.value.first;
    if typed.from < edition {
        found
            .push(out_of_order("edition").with_seen(Fact::Day(typed.from)).with_expected(Fact::Day(edition)));
    }
}

fn out_of_order(what: &str) -> Finding {
    Finding::new(&code::INTEREST_DAYS_OUT_OF_ORDER).with("what", text(what))
}

/// Money passed on to a body under art. 190 is settled between it and the municipality.
pub fn of_submission(scope: &Scope, found: &mut Vec<Finding>) {
    let passed = scope.facts.employments.iter().filter(|e| !e.rejected).find_map(|e| e.employer.as_ref());
    let checked = scope.national.interest_checked_up_to();
    if let (Some(employer), Some(day)) = (passed, checked) {
        let basis = scope.national.interest_basis("passed_on", day).map(|f| f.value).unwrap_or_default();
        let finding = Finding::at(&code::INTEREST_MONEY_PASSED_ON, employer.at).with_basis(&basis);
        found.push(finding.with_seen(text(&employer.value)));
    }
}

/// Days and amounts of an account that cannot be.
pub fn of_account(scope: &Scope, account: &Account, found: &mut Vec<Finding>) {
    let about = |finding: Finding| {
        finding
            .with("component", component_word(account.component))
            .with("round", round_word(account.half_year))
    };
    let determined = scope.facts.determinations.iter().filter(|d| !d.rejected);
    let determined: Vec<_> =
        determined.filter(|d| account.debts.iter().any(|debt| debt.at == Some(d.amount.at))).collect();
    // No more can go back than came: the rows of a component and round are added up.
    let mut sum = Exact::zero();
    for row in &determined {
        if row.date.value > scope.as_of {
            let finding = about(Finding::at(&code::INTEREST_FINDING_IN_FUTURE, row.date.at));
            found.push(finding.with_seen(Fact::Day(row.date.value)).with_expected(Fact::Day(scope.as_of)));
        }
        if row.amount.value <= Money::ZERO {
            let finding = Finding::at(&code::INTEREST_PRINCIPAL_NOT_POSITIVE, row.amount.at);
            found.push(about(finding).with_seen(Fact::Amount(row.amount.value)));
        }
        let before = sum.clone();
        sum = sum + row.amount.value.to_exact();
        if let Some(received) = &account.received
            && before <= *received
            && sum > *received
        {
            let finding = Finding::at(&code::INTEREST_PRINCIPAL_ABOVE_TRANSFER, row.amount.at);
            let over = sum.clone() - received.clone();
            found.push(
                about(finding)
                    .with_seen(Fact::Amount(money(&sum)))
                    .with_expected(Fact::Amount(money(received)))
                    .with_difference(money(&over)),
            );
        }
    }
    let Some(transferred) = account.transferred else { return };
    for row in &determined {
        if row.date.value < transferred {
            let mut finding = about(out_of_order("finding"));
            finding.at = Some(row.date.at);
            found.push(finding.with_seen(Fact::Day(row.date.value)).with_expected(Fact::Day(transferred)));
        }
    }
    for paid in account.debts.iter().flat_map(|d| &d.paid).filter(|p| p.day < transferred) {
        let finding = Finding::at(&code::INTEREST_RETURN_BEFORE_TRANSFER, paid.at);
        found.push(about(finding).with_seen(Fact::Day(paid.day)).with_expected(Fact::Day(transferred)));
    }
}

/// Nobody checked the rates of some days.
pub fn rate_not_known(charge: &Charge, rates: &Rates, clause: Option<InterestClause>) -> Finding {
    let days: Vec<DayRange> = charge.parts.iter().filter_map(|p| p.days).collect();
    let code = match clause {
        Some(InterestClause::Statutory) => &code::INTEREST_RATE_OF_CONTRACT_MISSING,
        _ => &code::INTEREST_RATE_NOT_KNOWN,
    };
    let mut finding = Finding::new(code).with("principal", Fact::Amount(charge.principal));
    finding.at = charge.at;
    let last = days.iter().map(|d| d.last).max();
    let first = days.iter().filter_map(|d| rates.first_unknown(*d)).min();
    let fee = last.is_some_and(|day| rates.letter_fee(day).is_none());
    let missing = match (first.is_some(), fee && clause != Some(InterestClause::Statutory)) {
        (true, true) => "both",
        (true, false) => "rate",
        _ => "fee",
    };
    let begins = first.and_then(|day| rates.begin_after(day));
    finding = finding
        .with("missing", text(missing))
        .with("early", text(if begins.is_some() { "yes" } else { "no" }))
        .with("begins", begins.map_or(text(""), Fact::Day));
    if let Some(day) = first.or(last) {
        finding = finding.with_seen(Fact::Day(day)).with("option", text(&day.to_string()));
    }
    if let Some(checked) = rates.checked_up_to() {
        finding = finding.with("checked", Fact::Day(checked));
    }
    finding
}

/// The provision came in force after the edition.
pub fn regime_not_in_force(charge: &Charge) -> Finding {
    Finding::new(&code::INTEREST_REGIME_NOT_IN_FORCE)
        .with("regime", text(charge.regime.word()))
        .with("ground", text(charge.ground.word()))
}

/// The day from which interest runs is not known: of unused money the term, of misused money the transfer.
pub fn first_day_not_known(
    scope: &Scope,
    account: &Account,
    debt: &Debt,
    clause: Option<InterestClause>,
) -> Option<Finding> {
    // Where no interest is counted its first day is not asked for.
    Rounding::under(clause)?;
    let (code, cell) = if debt.ground == Ground::Unused {
        (&code::INTEREST_TERM_NOT_KNOWN, scope.agreement_cell("return_deadline"))
    } else {
        (&code::INTEREST_TRANSFER_DAY_MISSING, debt.at)
    };
    let mut finding = Finding::new(code)
        .with("component", component_word(account.component))
        .with("round", round_word(account.half_year));
    finding.at = cell;
    Some(finding.with_seen(Fact::Amount(money(&debt.principal()))))
}

/// Too little was paid for principal and interest.
pub fn paid_in_part(
    charge: &Charge,
    paid: &Paid,
    model: &Model,
    (principal, interest): (NodeId, NodeId),
) -> Finding {
    Finding::at(&code::INTEREST_PAID_IN_PART, paid.at)
        .with("day", Fact::Day(paid.day))
        .with("principal", Fact::Amount(model.money(principal)))
        .with("interest", Fact::Amount(model.money(interest)))
        .with("all", Fact::Amount(charge.principal))
        .with_seen(Fact::Amount(money(&paid.amount)))
}
