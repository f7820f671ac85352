//! Money that goes back: unused and late (C17), misused, undue or excessive (C18), and the interest entered against the
//! formula (C19). Bank interest on unused money where the contract asks for it.
//!
//! Whether money was misused is for people to say (`Ustalenia`); here only days and interest are judged.

use super::debts::{self, Account, Debt, Ground, Owed, Paid, Ruling};
use super::funds::{component_word, round_word};
use super::scope::{Scope, money};
use super::terms::{self, Regime};
use crate::finding::code::checks as code;
use crate::finding::render::PERIOD;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::interest::arrears::NoInterest;
use crate::settlement::Settled;
use crate::units::{Day, DayRange, Exact, Money};

/// The codes of all that is found here.
pub const CODES: [&Code; 8] = [
    &code::RETURN_OVERDUE,
    &code::RETURNED_LATE,
    &code::DETERMINATION_OVERDUE,
    &code::DETERMINATION_RETURNED_LATE,
    &code::INTEREST_DIFFERS,
    &code::INTEREST_NOT_COMPUTED,
    &code::BANK_INTEREST_NOT_RETURNED,
    &code::BANK_INTEREST_UNKNOWN,
];

/// Judges what goes back.
pub fn judge(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    judge_by(scope, settled, &Ruling::of(scope), found);
}

/// Judges what goes back by rules, clause and rates that somebody chose.
pub fn judge_by(scope: &Scope, settled: &Settled, ruling: &Ruling, found: &mut Vec<Finding>) {
    for account in debts::accounts(scope, settled, ruling) {
        let mut unknown = false;
        for debt in &account.debts {
            unknown |= overdue(scope, &account, debt, found);
            late(scope, &account, debt, found);
        }
        interest(scope, &account, found, unknown);
        bank_interest(scope, &account, found);
    }
}

/// Starts a finding on a component, with what every sentence on money that goes back needs.
fn about(which: &'static Code, account: &Account, regime: Regime) -> Finding {
    Finding::new(which)
        .with("component", component_word(account.component))
        .with("round", round_word(account.half_year))
        .with("regime", Fact::Text(regime.word().to_owned()))
}

fn of_ground(debt: &Debt, unused: &'static Code, determined: &'static Code) -> &'static Code {
    if debt.ground == Ground::Unused { unused } else { determined }
}

fn ground(debt: &Debt) -> Fact {
    Fact::Text(debt.ground.word().to_owned())
}

/// Adds the days of each rate and the sum.
fn with_interest(mut finding: Finding, owed: Option<&Owed>) -> Finding {
    // Interest entered for several debts is compared even where none of them bears a day.
    let alone = finding.code != &code::INTEREST_DIFFERS;
    let periods = owed.map_or(&[][..], |o| &o.periods);
    for period in periods {
        let DayRange { first, last } = period.days;
        let facts = [
            Fact::Day(first),
            Fact::Day(last),
            Fact::Count(period.days.len()),
            Fact::Percent(period.rate.value.clone()),
        ];
        finding.facts.extend(PERIOD.into_iter().zip(facts));
    }
    let days: i64 = periods.iter().map(|p| p.days.len()).sum();
    let state = match owed {
        None => "unknown",
        Some(o) if o.by_clause => "clause",
        Some(o) if o.below_threshold => "small",
        Some(o) if o.periods.is_empty() && alone => "none",
        Some(_) => "known",
    };
    finding
        .with("state", Fact::Text(state.to_owned()))
        .with("days", Fact::Count(days))
        .with("interest", Fact::Amount(owed.map_or(Money::ZERO, |o| money(&o.due))))
}

/// Principal that has not come back though its day is gone; interest up to the day of the settlement.
fn overdue(scope: &Scope, account: &Account, debt: &Debt, found: &mut Vec<Finding>) -> bool {
    let (left, Some(due)) = (debt.left.clone(), debt.due) else { return false };
    if left <= Exact::zero() || scope.as_of <= due {
        return false;
    }
    let at = debt.at.or_else(|| fund_cell(scope, account, debt));
    let open = at.map(|at| debt.open_on(scope.as_of, at)).unwrap_or_default();
    let owed = account.interest(debt, &open);
    let which = of_ground(debt, &code::RETURN_OVERDUE, &code::DETERMINATION_OVERDUE);
    let mut finding = about(which, account, debt.regime)
        .with("ground", ground(debt))
        .with("principal", Fact::Amount(money(&left)))
        .with_seen(Fact::Day(scope.as_of))
        .with_expected(Fact::Day(due))
        .with_difference(money(&left));
    finding.at = at;
    found.push(with_interest(finding, owed.as_ref().and_then(|o| o.as_ref().ok())));
    true
}

fn fund_cell(scope: &Scope, account: &Account, debt: &Debt) -> Option<crate::source::CellRef> {
    let own = scope.facts.funds.iter().filter(|f| !f.rejected && f.component.value == account.component);
    let round = |f: &&crate::records::Fund| {
        let half = f.half_year.as_ref().map(|h| h.value);
        half.is_none() || account.half_year.is_none() || half == account.half_year
    };
    let source = |f: &&crate::records::Fund| {
        debt.source.is_none_or(|source| f.source.as_ref().is_some_and(|own| own.value == source))
    };
    own.filter(round).filter(source).map(|f| f.received.as_ref().map_or(f.at, |m| m.at)).next()
}

/// Principal that came back after its last day.
fn late(scope: &Scope, account: &Account, debt: &Debt, found: &mut Vec<Finding>) {
    let late: Vec<Paid> = debt.late().into_iter().cloned().collect();
    let (Some(last), Some(due)) = (late.last(), debt.due) else { return };
    let sum: Exact = late.iter().map(|p| p.amount.clone()).sum();
    let owed = account.interest(debt, &late).and_then(Result::ok);
    let given = account.given.clone().unwrap_or_else(Exact::zero);
    let settled = match &owed {
        Some(owed) if owed.due.is_zero() => "none",
        Some(owed) if given >= owed.due => "yes",
        _ => "no",
    };
    let which = of_ground(debt, &code::RETURNED_LATE, &code::DETERMINATION_RETURNED_LATE);
    let mut finding = about(which, account, debt.regime)
        .with("ground", ground(debt))
        .with("settled", Fact::Text(settled.to_owned()))
        .with("weekday", Fact::Text(weekday(scope, due, last.day).to_owned()))
        .with("principal", Fact::Amount(money(&sum)))
        .with_seen(Fact::Day(last.day))
        .with_expected(Fact::Day(due))
        .with_difference(money(&sum));
    finding.at = Some(last.at);
    if settled != "no" {
        // The interest is paid, or none is due: worth knowing, nothing to answer for.
        finding.severity = Severity::Note;
    }
    found.push(with_interest(finding, owed.as_ref()));
}

/// Which day free of work the term is, where the money came by the first working day after: by another way of counting
/// days it came in time.
fn weekday(scope: &Scope, due: Day, last: Day) -> &'static str {
    let next = scope.national.calendar().working_day_from(due);
    if next == due || last > next {
        return "working";
    }
    match due.of_week() {
        6 => "saturday",
        7 => "sunday",
        _ => "holiday",
    }
}

/// Interest entered in `Zwroty` against the formula, for everything that came back of a component.
fn interest(scope: &Scope, account: &Account, found: &mut Vec<Finding>, still_open: bool) {
    let mut all = Owed::nothing();
    // The debt with the most interest: its last payment is where a blank is pointed at.
    let mut most: Option<(Exact, crate::source::CellRef)> = None;
    for debt in account.debts.iter().filter(|d| !d.paid.is_empty()) {
        match account.interest(debt, &debt.paid) {
            Some(Ok(owed)) => {
                all.below_threshold |= owed.below_threshold;
                all.by_clause |= owed.by_clause;
                if let Some(last) = debt.paid.last()
                    && most.as_ref().is_none_or(|(due, _)| owed.due > *due)
                {
                    most = Some((owed.due.clone(), last.at));
                }
                all.due = all.due + owed.due;
                all.periods.extend(owed.periods);
            }
            // Without a term nothing can be late.
            None if debt.ground == Ground::Unused => {}
            None => return found.push(not_computed(account, debt, "transfer", None)),
            Some(Err(NoInterest::RateOfContract)) => {
                return found.push(not_computed(account, debt, "contract", None));
            }
            Some(Err(NoInterest::TooLarge)) => return found.push(not_computed(account, debt, "large", None)),
            Some(Err(reason)) => return found.push(not_computed(account, debt, "rate", Some(reason))),
        }
    }
    let given = account.given.clone().unwrap_or_else(Exact::zero);
    let paid = account.debts.iter().any(|d| !d.paid.is_empty());
    // Interest for money still to come back may have been paid beforehand; nobody can tell it apart.
    if !paid || given == all.due || (still_open && given > all.due) {
        return;
    }
    all.below_threshold &= all.due.is_zero();
    let mut finding = about(&code::INTEREST_DIFFERS, account, account.regime)
        .with("blank", Fact::Text(if account.given.is_none() { "yes" } else { "no" }.to_owned()))
        .with_seen(Fact::Amount(money(&given)))
        .with_expected(Fact::Amount(money(&all.due)))
        .with("short", Fact::Text(if given < all.due { "yes" } else { "no" }.to_owned()))
        .with_difference(money(&(given - all.due.clone()).abs()));
    let blank = most.filter(|_| account.given.is_none()).map(|(_, at)| interest_cell(scope, at));
    finding.at = blank.or(account.at);
    found.push(with_interest(finding, Some(&all)));
}

/// The cell for the interest of a payment of `Zwroty`; a day of `Ustalenia` stays itself.
fn interest_cell(scope: &Scope, paid: crate::source::CellRef) -> crate::source::CellRef {
    let row = scope.facts.refunds.iter().find(|r| r.date.at == paid);
    row.map_or(paid, |row| scope.cell(row.at, "interest"))
}

fn not_computed(account: &Account, debt: &Debt, reason: &str, why: Option<NoInterest>) -> Finding {
    let mut finding = about(&code::INTEREST_NOT_COMPUTED, account, debt.regime)
        .with("reason", Fact::Text(reason.to_owned()));
    if let Some(NoInterest::RateNotKnown { day, .. } | NoInterest::FeeNotKnown { day }) = why {
        finding.seen = Some(Fact::Day(day));
    }
    finding.at = account.at.or(debt.at);
    finding
}

/// Under a contract that asks for it, bank interest earned goes back with the unused part.
fn bank_interest(scope: &Scope, account: &Account, found: &mut Vec<Finding>) {
    let unused = account.debts.iter().find(|d| d.ground == Ground::Unused && !d.paid.is_empty());
    let asked = terms::asks_for_bank_interest(scope.programme);
    let Some(debt) = unused.filter(|debt| asked && debt.regime == Regime::ByContract) else { return };
    let refunds = scope.facts.refunds.iter().filter(|r| !r.rejected);
    let returned: Vec<_> = refunds.filter_map(|r| r.bank_interest.as_ref()).collect();
    let sum: Exact = returned.iter().map(|m| m.value.to_exact()).sum();
    let earned = scope.facts.agreement.bank_interest.as_ref();
    let told =
        |f: &Finding| f.code == &code::BANK_INTEREST_NOT_RETURNED || f.code == &code::BANK_INTEREST_UNKNOWN;
    if found.iter().any(told) {
        return;
    }
    match earned {
        Some(earned) if sum < earned.value.to_exact() => {
            let mut finding = Finding::at(&code::BANK_INTEREST_NOT_RETURNED, earned.at)
                .with_seen(Fact::Amount(money(&sum)))
                .with_expected(Fact::Amount(earned.value))
                .with_difference(money(&(earned.value.to_exact() - sum)));
            finding.related.extend(debt.paid.first().map(|p| p.at));
            found.push(finding);
        }
        None if returned.is_empty() => {
            let mut finding = Finding::new(&code::BANK_INTEREST_UNKNOWN);
            let paid = debt.paid.first().map(|p| p.at);
            let row = scope.facts.refunds.iter().find(|r| Some(r.date.at) == paid);
            let asked = row
                .map(|row| scope.cell(row.at, "bank_interest"))
                .filter(|at| row.is_some_and(|r| r.at != *at));
            finding.at = scope.agreement_cell("bank_interest").or(asked).or(paid);
            found.push(finding);
        }
        _ => {}
    }
}
