//! Interest as nodes of a model: the one place where its arithmetic stands. The checks read the values, the F8 sheet
//! shows the formulas.
//!
//! Whether interest is due at all, and from which day, is settled before.

use super::arrears::NoInterest;
use super::rates::Rates;
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::Figure;
use crate::records::InterestClause;
use crate::units::{Day, DayRange, Exact, Money};

/// Days of a year for interest: 365 in a leap year too (interest regulation, t.j. Dz.U. 2021 poz. 703).
const DAYS_OF_YEAR: i64 = 365;

/// A spreadsheet's binary numbers miss a tie by a hair. Grosze × whole days × hundredths of a percent ÷ 365 lie at
/// least 2.7 × 10⁻⁹ apart, so nine decimals change no exact sum's side of a half or of the threshold.
const GUARD: u32 = 9;

/// A part of a debt that bears interest over days of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// How much.
    pub principal: Money,
    /// The days, first and last included; none: it came back before interest began.
    pub days: Option<DayRange>,
}

/// How the sum becomes an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// Tax arrears: whole złoty, nothing up to three registered letters.
    WholeZloty,
    /// A contract's own interest: the grosz, no threshold.
    Grosz,
}

impl Rounding {
    /// Returns how interest under the contract's clause is rounded; none where the clause asks for none of this kind.
    pub fn under(clause: Option<InterestClause>) -> Option<Self> {
        match clause {
            None | Some(InterestClause::TaxArrears) => Some(Self::WholeZloty),
            Some(InterestClause::Statutory) => Some(Self::Grosz),
            Some(InterestClause::Bank | InterestClause::Nothing) => None,
        }
    }
}

/// Days of one rate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeriodSteps {
    /// First day, last day included, and their number.
    pub from: NodeId,
    /// See `from`.
    pub to: NodeId,
    /// See `from`.
    pub days: NodeId,
    /// The yearly rate.
    pub rate: NodeId,
    /// Interest, not rounded.
    pub interest: NodeId,
    /// The days as values.
    pub range: DayRange,
    /// The rate with its source.
    pub figure: Figure<Exact>,
}

/// A part with its periods.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PartSteps {
    /// What bears interest.
    pub principal: NodeId,
    /// One for each rate, in order.
    pub periods: Vec<PeriodSteps>,
}

/// Interest on one debt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChargeSteps {
    /// Its parts, in the order of the days on which they came back.
    pub parts: Vec<PartSteps>,
    /// All periods added up, not rounded.
    pub sum: NodeId,
    /// Fee for a registered letter, where it matters.
    pub fee: Option<NodeId>,
    /// The same with its source.
    pub fee_figure: Option<Figure<Money>>,
    /// Sum up to which nothing is due, where there is such a sum.
    pub threshold: Option<NodeId>,
    /// The sum rounded once.
    pub rounded: NodeId,
    /// What is due.
    pub due: NodeId,
}

/// Adds a debt's interest to a model: each rate's days by themselves, the sum rounded once.
pub fn charge(
    model: &mut Model,
    rates: &Rates,
    parts: &[Part],
    rounding: Rounding,
) -> Result<ChargeSteps, NoInterest> {
    let last = parts.iter().filter_map(|p| p.days).map(|days| days.last).max();
    let fee = match (rounding, last) {
        (Rounding::WholeZloty, Some(day)) => {
            Some(rates.letter_fee(day).ok_or(NoInterest::FeeNotKnown { day })?)
        }
        _ => None,
    };
    let mut steps = Vec::new();
    for part in parts {
        let principal = part.principal.to_exact();
        let principal = model.parameter("Należność główna", Format::Money, Value::Number(principal));
        let split = part.days.map_or(Ok(Vec::new()), |days| by_rate(rates, days))?;
        let mut periods: Vec<PeriodSteps> = Vec::new();
        for (range, figure) in split {
            let before = periods.last().map(|p| p.to);
            periods.push(period(model, principal, before, range, figure));
        }
        steps.push(PartSteps { principal, periods });
    }
    Ok(closed(model, steps, fee, rounding))
}

/// Splits days where the rate changes.
fn by_rate(rates: &Rates, days: DayRange) -> Result<Vec<(DayRange, Figure<Exact>)>, NoInterest> {
    let mut all = Vec::new();
    let mut first = days.first;
    while first <= days.last {
        let unknown = NoInterest::RateNotKnown { day: first, checked_up_to: rates.checked_up_to() };
        let rate = rates.on(first).ok_or(unknown)?;
        let change = rates.next_change(first);
        let last = change.map_or(days.last, |change| change.plus_days(-1).min(days.last));
        all.push((DayRange { first, last }, rate));
        first = last.plus_days(1);
    }
    Ok(all)
}

/// Principal × days × rate ÷ 365.
fn period(
    model: &mut Model,
    principal: NodeId,
    before: Option<NodeId>,
    range: DayRange,
    figure: Figure<Exact>,
) -> PeriodSteps {
    let day = |model: &mut Model, label, day: Day| model.parameter(label, Format::Day, day_value(day));
    let from = match before {
        Some(to) => model.formula("Od dnia", Format::Day, Expr::add([Expr::from(to), Expr::whole(1)])),
        None => day(model, "Od dnia", range.first),
    };
    let to = day(model, "Do dnia (włącznie)", range.last);
    let length = Expr::add([Expr::sub(to, from), Expr::whole(1)]);
    let days = model.formula("Liczba dni", Format::Count, length);
    let rate = model.parameter("Stawka roczna", Format::Percent, Value::Number(figure.value.clone()));
    let product = Expr::Mul(vec![principal.into(), days.into(), rate.into()]);
    let interest = Expr::div(product, Expr::whole(DAYS_OF_YEAR));
    let interest = model.formula("Odsetki za okres", Format::Unrounded, interest);
    PeriodSteps { from, to, days, rate, interest, range, figure }
}

fn closed(
    model: &mut Model,
    parts: Vec<PartSteps>,
    fee_figure: Option<Figure<Money>>,
    rounding: Rounding,
) -> ChargeSteps {
    let all = parts.iter().flat_map(|p| &p.periods).map(|p| p.interest).collect();
    let sum = model.formula("Suma odsetek", Format::Unrounded, Expr::Sum(all));
    let exact = || Expr::RoundHalfUp(Box::new(sum.into()), GUARD);
    let places = if rounding == Rounding::Grosz { 2 } else { 0 };
    let whole = Expr::RoundHalfUp(Box::new(exact()), places);
    let rounded = model.formula("Odsetki zaokrąglone", Format::Money, whole);
    let fee = fee_figure.as_ref().map(|fee| {
        let value = Value::Number(fee.value.to_exact());
        model.parameter("Opłata za list polecony", Format::Money, value)
    });
    let threshold = fee.map(|fee| {
        let thrice = Expr::mul(Expr::whole(3), fee);
        model.formula("Próg: trzy opłaty za list polecony", Format::Money, thrice)
    });
    let due = match threshold {
        Some(limit) => {
            let limit = Expr::RoundHalfUp(Box::new(limit.into()), GUARD);
            Expr::when(Cond::Greater(exact(), limit), rounded, Expr::whole(0))
        }
        None => rounded.into(),
    };
    let due = model.formula("Odsetki do zapłaty", Format::Money, due);
    ChargeSteps { parts, sum, fee, fee_figure, threshold, rounded, due }
}
