//! What a component must give back, what came back of it and when, and the interest on it (C17-C19).
//!
//! Unused money is one debt, every row of `Ustalenia` another. `Zwroty` does not say what a payment is for: a row of
//! `Ustalenia` with a day of return takes the payment of that day, the rest goes to the debt that is due first. Nothing
//! is said to anybody here.

use super::scope::Scope;
use super::terms::{self, Regime};
use crate::interest::arrears::{InterestFrom, InterestPeriod, NoInterest, on_parts};
use crate::interest::rates::Rates;
use crate::interest::steps::{Part, Rounding};
use crate::programme::readings::InterestFirstDay;
use crate::records::{Determination, FundComponent, HalfYear, InterestClause};
use crate::settlement::{ComponentFigures, RoundFigures, Settled};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact};

/// What a debt rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// Transferred and not earned.
    Unused,
    /// Used against its purpose.
    Misused,
    /// Undue or excessive.
    Undue,
}

/// A payment towards a debt.
#[derive(Clone, Debug)]
pub struct Paid {
    /// How much of the principal.
    pub amount: Exact,
    /// When.
    pub day: Day,
    /// The day's cell.
    pub at: CellRef,
}

/// A sum that goes back.
#[derive(Clone, Debug)]
pub struct Debt {
    /// What it rests on.
    pub ground: Ground,
    /// The last day on which it comes back in time, where that is known.
    pub due: Option<Day>,
    /// The first day that bears interest, where that is known.
    pub bears_from: Option<Day>,
    /// The cell of the finding it rests on; of unused money none.
    pub at: Option<CellRef>,
    /// What came back.
    pub paid: Vec<Paid>,
    /// What has not come back.
    pub left: Exact,
}

/// Interest on a debt.
#[derive(Clone, Debug)]
pub struct Owed {
    /// Days and rates, in order.
    pub periods: Vec<InterestPeriod>,
    /// In whole złoty, zero up to the threshold.
    pub due: Exact,
    /// Nothing in `due`, because the sum is below the threshold.
    pub below_threshold: bool,
    /// Nothing in `due`, because the contract's clause asks for none.
    pub by_clause: bool,
}

/// The component of a round with its debts.
pub struct Account<'a> {
    /// Which round.
    pub half_year: Option<HalfYear>,
    /// Which component.
    pub component: FundComponent,
    /// Under which rules it goes back.
    pub regime: Regime,
    /// The first day on which its money came.
    pub transferred: Option<Day>,
    /// What came, where that is given.
    pub received: Option<Exact>,
    /// Its debts, the one due first at the front.
    pub debts: Vec<Debt>,
    /// Interest as entered in `Zwroty`; none where every cell is blank.
    pub given: Option<Exact>,
    /// The cell of that interest, or of the last payment.
    pub at: Option<CellRef>,
    scope: &'a Scope<'a>,
}

/// Gathers the debts of every component and round.
pub fn accounts<'a>(scope: &'a Scope<'a>, settled: &Settled) -> Vec<Account<'a>> {
    let components = |round: &RoundFigures| [round.supplement.clone(), round.employment.clone()];
    let all = settled.rounds.iter().flat_map(|r| components(r).into_iter().flatten().map(move |c| (r, c)));
    all.map(|(round, figures)| account(scope, settled, round, &figures)).collect()
}

fn account<'a>(
    scope: &'a Scope<'a>,
    settled: &Settled,
    round: &RoundFigures,
    figures: &ComponentFigures,
) -> Account<'a> {
    let component = figures.component;
    // As the settlement takes them: a row without a half-year belongs to the only round there is.
    let alone = settled.rounds.len() == 1;
    let here = |of: FundComponent, half: Option<HalfYear>| {
        let whole = half.is_none() && (alone || round.half_year == Some(HalfYear::First));
        of == component && (whole || round.half_year.is_none() || half == round.half_year)
    };
    let funds = || {
        let own = |f: &&crate::records::Fund| here(f.component.value, f.half_year.as_ref().map(|h| h.value));
        scope.facts.funds.iter().filter(|f| !f.rejected).filter(own)
    };
    let regime = terms::regime(scope.programme, funds());
    let transferred = funds().filter_map(|f| f.received_on.as_ref()).map(|d| d.value).min();
    let received: Vec<Exact> =
        funds().filter_map(|f| f.received.as_ref()).map(|m| m.value.to_exact()).collect();
    let received = (!received.is_empty()).then(|| received.into_iter().sum());
    let mut debts = Vec::new();
    let unused = settled.model.number(figures.unused);
    if unused > Exact::zero() {
        let due = terms::return_day(scope, regime);
        let bears_from = due.map(|term| InterestFrom::LateReturn { term }.first_day(scope.programme.reads()));
        let paid = Vec::new();
        debts.push(Debt { ground: Ground::Unused, due, bears_from, at: None, paid, left: unused });
    }
    let determined = scope.facts.determinations.iter().filter(|d| !d.rejected);
    let determined: Vec<_> = determined.filter(|d| here(d.component.value, half_of(d))).collect();
    let refunds = scope.facts.refunds.iter().filter(|r| !r.rejected);
    let refunds: Vec<_> =
        refunds.filter(|r| here(r.component.value, r.half_year.as_ref().map(|h| h.value))).collect();
    let mut pool: Vec<Paid> = refunds
        .iter()
        .map(|r| Paid { amount: r.principal.value.to_exact(), day: r.date.value, at: r.date.at })
        // A payment still to come gives nothing back yet.
        .filter(|p| p.amount > Exact::zero() && p.day <= scope.as_of)
        .collect();
    pool.sort_by_key(|p| (p.day, p.at));
    debts.extend(determined.into_iter().map(|row| from_finding(scope, row, transferred, &mut pool)));
    debts.sort_by_key(|d| (d.due.is_none(), d.due));
    // Each payment goes on where the last one left off, so that thousands of both are gone through once.
    let mut pool = pool.iter_mut().peekable();
    for debt in &mut debts {
        while debt.left > Exact::zero()
            && let Some(payment) = pool.peek_mut()
        {
            take(debt, payment);
            if payment.amount.is_zero() {
                pool.next();
            }
        }
    }
    let interest: Vec<_> = refunds.iter().filter_map(|r| r.interest.as_ref()).collect();
    Account {
        half_year: round.half_year,
        component,
        regime,
        transferred,
        received,
        debts,
        given: (!interest.is_empty()).then(|| interest.iter().map(|i| i.value.to_exact()).sum()),
        at: interest.first().map(|i| i.at).or(refunds.last().map(|r| r.principal.at)),
        scope,
    }
}

/// The half-year a finding speaks of: as given, else the one its month lies in.
fn half_of(row: &Determination) -> Option<HalfYear> {
    let of_month = |m: crate::units::Month| if m.number <= 6 { HalfYear::First } else { HalfYear::Second };
    row.half_year.as_ref().map(|h| h.value).or_else(|| row.month.as_ref().map(|m| of_month(m.value)))
}

fn from_finding(scope: &Scope, row: &Determination, transferred: Option<Day>, pool: &mut [Paid]) -> Debt {
    let found = row.date.value;
    let misused = row.kind.value.starts_with("niezgodnie");
    let from = if misused {
        transferred.map(|transferred| InterestFrom::Misuse { transferred })
    } else {
        Some(InterestFrom::UndueOrExcessive { found })
    };
    let read = scope.programme.reads::<InterestFirstDay>();
    let mut debt = Debt {
        ground: if misused { Ground::Misused } else { Ground::Undue },
        due: Some(terms::counted(scope, found, terms::DAYS_FROM_FINDING)),
        bears_from: from.map(|f| f.first_day(read)),
        at: Some(row.amount.at),
        paid: Vec::new(),
        left: row.amount.value.to_exact(),
    };
    if let Some(day) = row.refunded_on.as_ref().filter(|day| day.value <= scope.as_of) {
        let first = pool.partition_point(|p| p.day < day.value);
        for payment in pool[first..].iter_mut().take_while(|p| p.day == day.value) {
            take(&mut debt, payment);
        }
        // The row itself says that it came back, whether or not the payment stands in `Zwroty`.
        let left = debt.left.clone();
        take(&mut debt, &mut Paid { amount: left, day: day.value, at: day.at });
    }
    debt
}

/// Moves as much of a payment to the debt as it still needs.
fn take(debt: &mut Debt, payment: &mut Paid) {
    let part = super::scope::smaller(debt.left.clone(), payment.amount.clone());
    if part > Exact::zero() {
        debt.left = debt.left.clone() - part.clone();
        payment.amount = payment.amount.clone() - part.clone();
        debt.paid.push(Paid { amount: part, ..payment.clone() });
    }
}

impl Owed {
    /// Returns no interest.
    pub fn nothing() -> Self {
        Self { periods: Vec::new(), due: Exact::zero(), below_threshold: false, by_clause: false }
    }
}

impl Debt {
    /// What came back after its last day.
    pub fn late(&self) -> Vec<&Paid> {
        self.paid.iter().filter(|p| self.due.is_some_and(|due| p.day > due)).collect()
    }
}

impl Account<'_> {
    /// Interest on these payments of a debt, or nothing where the day it runs from is not known.
    ///
    /// Each payment bears its own days; their sum is rounded once, and is nothing up to three registered letters. A
    /// clause of the contract that says otherwise wins.
    pub fn interest(&self, debt: &Debt, paid: &[Paid]) -> Option<Result<Owed, NoInterest>> {
        let from = debt.bears_from?;
        match self.scope.facts.agreement.interest_clause.as_ref().map(|clause| clause.value) {
            None | Some(InterestClause::TaxArrears) => {}
            Some(InterestClause::Bank | InterestClause::Nothing) => {
                return Some(Ok(Owed { by_clause: true, ..Owed::nothing() }));
            }
            Some(InterestClause::Statutory) => return Some(Err(NoInterest::RateOfContract)),
        }
        let parts: Vec<Part> = paid
            .iter()
            .map(|p| Part { principal: super::scope::money(&p.amount), days: DayRange::new(from, p.day) })
            .collect();
        let rates = Rates::known(self.scope.national);
        Some(on_parts(&rates, &parts, Rounding::WholeZloty).map(|all| Owed {
            below_threshold: all.below_threshold(),
            due: all.due.to_exact(),
            periods: all.periods,
            by_clause: false,
        }))
    }
}
