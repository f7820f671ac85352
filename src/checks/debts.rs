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
use crate::records::{Determination, Fund, FundComponent, FundingSource, HalfYear, InterestClause};
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

impl Ground {
    /// The word of messages, of JSON and of `national/interest-basis.csv`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Misused => "misused",
            Self::Undue => "undue",
        }
    }
}

/// What decides on interest besides the tables.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The clause in force, where there is one.
    pub clause: Option<InterestClause>,
    /// Rules that somebody chose in place of the edition's.
    pub regime: Option<Regime>,
    /// The rates.
    pub rates: Rates,
}

impl Ruling {
    /// Returns what the tables and the national file say by themselves.
    pub fn of(scope: &Scope) -> Self {
        let clause = scope.facts.agreement.interest_clause.as_ref().map(|clause| clause.value);
        Self { clause, regime: None, rates: Rates::known(scope.national) }
    }
}

/// A part of a debt that has not come back, and the first day that bears interest on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Open {
    /// How much.
    pub amount: Exact,
    /// The day, where that is known.
    pub from: Option<Day>,
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
    /// The first day that bears interest on it, where that is known.
    pub from: Option<Day>,
}

/// A sum that goes back.
#[derive(Clone, Debug)]
pub struct Debt {
    /// What it rests on.
    pub ground: Ground,
    /// Under which rules it goes back.
    pub regime: Regime,
    /// Whose money it is, where the component has two sources.
    pub source: Option<FundingSource>,
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
    /// The same by the days from which it bears interest, the earliest first.
    pub open: Vec<Open>,
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
    /// Under which rules it goes back; of two sources the stricter ones.
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
    ruling: &'a Ruling,
}

/// Gathers the debts of every component and round.
pub fn accounts<'a>(scope: &Scope, settled: &Settled, ruling: &'a Ruling) -> Vec<Account<'a>> {
    let components = |round: &RoundFigures| [round.supplement.clone(), round.employment.clone()];
    let all = settled.rounds.iter().flat_map(|r| components(r).into_iter().flatten().map(move |c| (r, c)));
    all.map(|(round, figures)| account(scope, settled, ruling, (round, &figures))).collect()
}

fn account<'a>(
    scope: &Scope,
    settled: &Settled,
    ruling: &'a Ruling,
    (round, figures): (&RoundFigures, &ComponentFigures),
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
    let regime = ruling.regime.unwrap_or_else(|| terms::regime(scope.programme, funds()));
    let transferred = funds().filter_map(|f| f.received_on.as_ref()).map(|d| d.value).min();
    let received: Vec<Exact> =
        funds().filter_map(|f| f.received.as_ref()).map(|m| m.value.to_exact()).collect();
    let received = (!received.is_empty()).then(|| received.into_iter().sum());
    let parts = unused(settled, figures, &funds().collect::<Vec<_>>());
    let mut debts: Vec<Debt> = parts
        .into_iter()
        .map(|(source, left)| {
            let by_source = source.map(|source| terms::regime_of_source(scope.programme, source));
            let regime = ruling.regime.or(by_source).unwrap_or(regime);
            let due = terms::return_day(scope, regime);
            let bears_from =
                due.map(|term| InterestFrom::LateReturn { term }.first_day(scope.programme.reads()));
            let open = vec![Open { amount: left.clone(), from: bears_from }];
            let ground = Ground::Unused;
            Debt { ground, regime, source, due, bears_from, at: None, paid: Vec::new(), left, open }
        })
        .collect();
    let determined = scope.facts.determinations.iter().filter(|d| !d.rejected);
    let determined: Vec<_> = determined.filter(|d| here(d.component.value, d.speaks_of())).collect();
    let refunds = scope.facts.refunds.iter().filter(|r| !r.rejected);
    let refunds: Vec<_> =
        refunds.filter(|r| here(r.component.value, r.half_year.as_ref().map(|h| h.value))).collect();
    let mut pool: Vec<Paid> = refunds
        .iter()
        .map(|r| Paid { amount: r.principal.value.to_exact(), day: r.date.value, at: r.date.at, from: None })
        // A payment still to come gives nothing back yet.
        .filter(|p| p.amount > Exact::zero() && p.day <= scope.as_of)
        .collect();
    pool.sort_by_key(|p| (p.day, p.at));
    let mut came = transfers(funds());
    for row in determined {
        let open = starts(scope, row, transferred, &mut came);
        debts.push(from_finding(scope, row, regime, open, &mut pool));
    }
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
        ruling,
    }
}

/// Unused money, by source where the settlement parts the component in two.
fn unused(
    settled: &Settled,
    figures: &ComponentFigures,
    funds: &[&Fund],
) -> Vec<(Option<FundingSource>, Exact)> {
    let all = settled.model.number(figures.unused);
    let parts = match figures.state_budget_part {
        None => vec![(None, all)],
        Some(earned) => {
            let state = |f: &&&Fund| f.source.as_ref().is_some_and(|s| s.value == FundingSource::StateBudget);
            let came: Exact =
                funds.iter().filter(state).filter_map(|f| Some(f.received.as_ref()?.value.to_exact())).sum();
            // Where one source brought less than its part, the other is the one with money left.
            let rest = came - settled.model.number(earned);
            let state = super::scope::smaller(rest, all.clone()).max(Exact::zero());
            let labour = all - state.clone();
            vec![(Some(FundingSource::StateBudget), state), (Some(FundingSource::LabourFund), labour)]
        }
    };
    parts.into_iter().filter(|(_, amount)| *amount > Exact::zero()).collect()
}

/// The transfers with their days, the earliest first; none where an amount is not given.
fn transfers<'f>(funds: impl Iterator<Item = &'f Fund>) -> Vec<Open> {
    let row = |f: &Fund| {
        let from = f.received_on.as_ref().map(|day| day.value);
        f.received.as_ref().map(|money| Open { amount: money.value.to_exact(), from })
    };
    let mut all: Vec<Open> = funds.map(row).collect::<Option<_>>().unwrap_or_default();
    all.sort_by_key(|t| (t.from.is_none(), t.from));
    all
}

/// A row of `Ustalenia` by the days from which it bears interest.
///
/// Misused money bears it from the day of its transfer (ufp 169 (5) 1). Which transfer it came with nobody says: the
/// rows take the transfers in order, the earliest first, and never more than came (assumption).
fn starts(scope: &Scope, row: &Determination, transferred: Option<Day>, came: &mut [Open]) -> Vec<Open> {
    let read = scope.programme.reads::<InterestFirstDay>();
    let mut left = row.amount.value.to_exact();
    if !misused(row) {
        let from = InterestFrom::UndueOrExcessive { found: row.date.value }.first_day(read);
        return vec![Open { amount: left, from: Some(from) }];
    }
    let first =
        |day: Option<Day>| day.map(|transferred| InterestFrom::Misuse { transferred }.first_day(read));
    let mut open: Vec<Open> = Vec::new();
    for transfer in came.iter_mut().filter(|t| t.amount > Exact::zero()) {
        if left <= Exact::zero() {
            break;
        }
        let amount = super::scope::smaller(left.clone(), transfer.amount.clone());
        left = left - amount.clone();
        transfer.amount = transfer.amount.clone() - amount.clone();
        let from = first(transfer.from);
        match open.last_mut().filter(|before| before.from == from) {
            Some(before) => before.amount = before.amount.clone() + amount,
            None => open.push(Open { amount, from }),
        }
    }
    // More than came, or amounts that are not given: from the first day.
    if open.is_empty() || left > Exact::zero() {
        open.push(Open { amount: left, from: first(transferred) });
    }
    open
}

fn misused(row: &Determination) -> bool {
    row.kind.value.starts_with("niezgodnie")
}

fn from_finding(
    scope: &Scope,
    row: &Determination,
    regime: Regime,
    open: Vec<Open>,
    pool: &mut [Paid],
) -> Debt {
    let known = open.iter().all(|part| part.from.is_some());
    let mut debt = Debt {
        ground: if misused(row) { Ground::Misused } else { Ground::Undue },
        regime,
        source: None,
        due: Some(terms::counted(scope, row.date.value, terms::DAYS_FROM_FINDING)),
        bears_from: open.iter().filter_map(|part| part.from).min().filter(|_| known),
        at: Some(row.amount.at),
        paid: Vec::new(),
        left: row.amount.value.to_exact(),
        open,
    };
    if let Some(day) = row.refunded_on.as_ref().filter(|day| day.value <= scope.as_of) {
        let first = pool.partition_point(|p| p.day < day.value);
        for payment in pool[first..].iter_mut().take_while(|p| p.day == day.value) {
            take(&mut debt, payment);
        }
        // The row itself says that it came back, whether or not the payment stands in `Zwroty`.
        let left = debt.left.clone();
        take(&mut debt, &mut Paid { amount: left, day: day.value, at: day.at, from: None });
    }
    debt
}

/// Moves as much of a payment to the debt as it still needs, to what bears interest longest first.
fn take(debt: &mut Debt, payment: &mut Paid) {
    while payment.amount > Exact::zero()
        && debt.left > Exact::zero()
        && let Some(open) = debt.open.first_mut()
    {
        let part = super::scope::smaller(open.amount.clone(), payment.amount.clone());
        open.amount = open.amount.clone() - part.clone();
        debt.left = debt.left.clone() - part.clone();
        payment.amount = payment.amount.clone() - part.clone();
        debt.paid.push(Paid { amount: part, from: open.from, ..payment.clone() });
        if open.amount <= Exact::zero() {
            debt.open.remove(0);
        }
    }
}

impl Owed {
    /// Returns no interest.
    pub fn nothing() -> Self {
        Self { periods: Vec::new(), due: Exact::zero(), below_threshold: false, by_clause: false }
    }
}

impl Debt {
    /// All of it, what came back and what did not.
    pub fn principal(&self) -> Exact {
        self.paid.iter().map(|p| p.amount.clone()).sum::<Exact>() + self.left.clone()
    }

    /// What has not come back, as if it came back on a day.
    pub fn open_on(&self, day: Day, at: CellRef) -> Vec<Paid> {
        let open = self.open.iter().filter(|part| part.amount > Exact::zero());
        open.map(|part| Paid { amount: part.amount.clone(), day, at, from: part.from }).collect()
    }

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
        debt.bears_from?;
        let Some(rounding) = Rounding::under(self.ruling.clause) else {
            return Some(Ok(Owed { by_clause: true, ..Owed::nothing() }));
        };
        if self.ruling.clause == Some(InterestClause::Statutory) && !self.ruling.rates.has_given() {
            return Some(Err(NoInterest::RateOfContract));
        }
        let parts: Vec<Part> = paid
            .iter()
            .map(|p| Part {
                principal: super::scope::money(&p.amount),
                days: p.from.and_then(|from| DayRange::new(from, p.day)),
            })
            .collect();
        Some(on_parts(&self.ruling.rates, &parts, rounding).map(|all| Owed {
            below_threshold: all.below_threshold(),
            due: all.due.to_exact(),
            periods: all.periods,
            by_clause: false,
        }))
    }
}
