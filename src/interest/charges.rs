//! The debts of a submission, or one typed on the command line, with their interest as nodes of one model.
//!
//! Which debts there are and which payment goes to which is told by [`crate::checks::debts`]; here they are put under
//! their rules and counted. What cannot be counted is a finding, never a guess.

use super::arrears::NoInterest;
use super::faults;
use super::rates::{GivenRate, Rates};
use super::steps::{self, ChargeSteps, Part, Rounding};
use crate::calc::{Model, NodeId};
use crate::checks::debts::{self, Account, Debt, Ground, Ruling};
use crate::checks::scope::{Scope, money};
use crate::checks::terms::{self, Regime};
use crate::finding::Finding;
use crate::programme::{Figure, Mark, National, Programme};
use crate::records::{FundComponent, FundingSource, HalfYear, InterestClause};
use crate::settlement::Settled;
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Money};

/// What was typed with the command and wins over what is known otherwise.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Rates for days that nobody checked, or those of the contract.
    pub rates: Vec<GivenRate>,
    /// Fee for a registered letter for days that nobody checked.
    pub letter_fee: Option<Money>,
    /// The contract's clause.
    pub clause: Option<InterestClause>,
    /// The rules.
    pub regime: Option<Regime>,
}

/// A part of a debt and when it came back.
#[derive(Clone, Debug)]
pub struct ChargePart {
    /// How much.
    pub principal: Money,
    /// Its days of interest; none: it came back before interest began.
    pub days: Option<DayRange>,
    /// When it came back; none: it is still owed.
    pub back: Option<Day>,
    /// Of what was paid that day, how much art. 55 § 2 counts as principal and how much as interest, where too little
    /// was paid for both.
    pub split: Option<(NodeId, NodeId)>,
}

/// A debt with its interest.
#[derive(Clone, Debug)]
pub struct Charge {
    /// Why the money goes back.
    pub ground: Ground,
    /// Which component; none for a debt typed on the command line.
    pub component: Option<FundComponent>,
    /// Which round.
    pub half_year: Option<HalfYear>,
    /// Whose money it is, where the component has two sources.
    pub source: Option<FundingSource>,
    /// Under which rules.
    pub regime: Regime,
    /// The provision or the contract, with mark and source.
    pub basis: Option<Figure<String>>,
    /// All of it.
    pub principal: Money,
    /// The day the money came.
    pub transferred: Option<Day>,
    /// The last day on which it comes back without delay.
    pub due: Option<Day>,
    /// The first day that bears interest.
    pub bears_from: Option<Day>,
    /// Its parts, in the order of the days on which they came back; what is still owed last.
    pub parts: Vec<ChargePart>,
    /// The interest; none where the contract asks for none or it cannot be computed.
    pub steps: Option<ChargeSteps>,
    /// Where the debt stands.
    pub at: Option<CellRef>,
}

/// Bank interest on the money, where the contract or the edition asks for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BankInterest {
    /// Nobody asks for it.
    NotAsked,
    /// It goes back, and nobody said how much it is.
    NotGiven,
    /// It goes back: this much.
    Given(Money),
}

/// All that goes back, with its interest.
#[derive(Debug)]
pub struct Computed {
    /// The nodes.
    pub model: Model,
    /// The debts.
    pub charges: Vec<Charge>,
    /// Bank interest.
    pub bank: BankInterest,
    /// The clause in force, where there is one.
    pub clause: Option<InterestClause>,
    /// Was the clause typed with the command?
    pub clause_typed: bool,
    /// What is in the way, or worth knowing.
    pub findings: Vec<Finding>,
}

/// One debt as typed on the command line.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What bears interest.
    pub principal: Money,
    /// Why.
    pub ground: Ground,
    /// First and last day that bear interest.
    pub from: Day,
    /// See `from`.
    pub to: Day,
}

/// The clause's word in `national/interest-basis.csv`, in JSON and in messages.
pub const fn clause_word(clause: InterestClause) -> &'static str {
    match clause {
        InterestClause::TaxArrears => "tax_arrears",
        InterestClause::Statutory => "statutory",
        InterestClause::Bank => "bank",
        InterestClause::Nothing => "nothing",
    }
}

fn basis(
    national: National,
    programme: &Programme,
    clause: Option<InterestClause>,
    typed: bool,
    regime: Regime,
    ground: Ground,
) -> Option<Figure<String>> {
    let key = match clause {
        Some(clause) => format!("clause_{}", clause_word(clause)),
        None => format!("{}_{}", regime.word(), ground.word()),
    };
    // The file tells since when a provision reaches this money; an edition may last longer than anybody has checked.
    let checked = national.interest_checked_up_to()?;
    let basis = national.interest_basis(&key, programme.period.value.last.min(checked))?;
    if typed {
        let source = "podano w poleceniu: --clause".to_owned();
        return Some(Figure { mark: Mark::Assumed, source, ..basis });
    }
    Some(basis)
}

impl Asked {
    fn rates(&self, national: National, clause: Option<InterestClause>) -> Rates {
        let rates = Rates::known(&national).with_given(self.rates.clone(), self.letter_fee);
        if clause == Some(InterestClause::Statutory) { rates.of_contract() } else { rates }
    }

    /// Was anything typed that decides on interest?
    pub fn decides(&self) -> bool {
        !self.rates.is_empty() || self.letter_fee.is_some() || self.clause.is_some() || self.regime.is_some()
    }

    /// Returns what decides on the interest of a submission.
    pub fn ruling(&self, scope: &Scope) -> Ruling {
        let clause = self.clause.or(Ruling::of(scope).clause);
        Ruling { clause, regime: self.regime, rates: self.rates(*scope.national, clause) }
    }
}

/// Puts the debts of a submission under their rules and counts their interest.
pub fn of_submission(scope: &Scope, settled: &Settled, asked: &Asked) -> Computed {
    let ruling = asked.ruling(scope);
    let mut computed = Computed::empty(ruling.clause, asked.clause.is_some());
    faults::of_rates(&ruling.rates, &mut computed.findings);
    faults::of_submission(scope, &mut computed.findings);
    for account in &debts::accounts(scope, settled, &ruling) {
        faults::of_account(scope, account, &mut computed.findings);
        for debt in &account.debts {
            let charge = charge(scope, account, debt, &ruling.rates, &mut computed);
            computed.charges.push(charge);
        }
    }
    computed.bank = bank(scope, ruling.clause, &computed.charges);
    if ruling.clause == Some(InterestClause::Bank) && computed.bank == BankInterest::NotGiven {
        let at = scope.agreement_cell("bank_interest").or_else(|| scope.agreement_cell("interest_clause"));
        computed.findings.push(faults::bank_amount_missing(at));
    }
    computed
}

/// Counts the interest on one debt typed on the command line.
pub fn of_typed(typed: &Typed, programme: &Programme, national: &National, asked: &Asked) -> Computed {
    let clause = asked.clause;
    let mut computed = Computed::empty(clause, clause.is_some());
    let rates = asked.rates(*national, clause);
    if clause == Some(InterestClause::Bank) {
        computed.bank = BankInterest::NotGiven;
        computed.findings.push(faults::bank_amount_missing(None));
    }
    faults::of_rates(&rates, &mut computed.findings);
    faults::of_typed(typed, programme, &mut computed.findings);
    let regime = asked.regime.unwrap_or_else(|| terms::regime_of_edition(programme));
    let part = ChargePart {
        principal: typed.principal.max(Money::ZERO),
        days: DayRange::new(typed.from, typed.to),
        back: Some(typed.to),
        split: None,
    };
    let mut charge = Charge {
        ground: typed.ground,
        component: None,
        half_year: None,
        source: None,
        regime,
        basis: basis(*national, programme, clause, clause.is_some(), regime, typed.ground),
        principal: typed.principal,
        transferred: None,
        due: None,
        bears_from: Some(typed.from),
        parts: vec![part],
        steps: None,
        at: None,
    };
    count(&mut charge, &rates, &mut computed);
    computed.charges.push(charge);
    computed
}

/// Adds the steps of a debt, or the finding that says why there are none.
fn count(charge: &mut Charge, rates: &Rates, computed: &mut Computed) {
    if charge.basis.is_none() {
        computed.findings.push(faults::regime_not_in_force(charge));
    }
    let Some(rounding) = Rounding::under(computed.clause) else { return };
    let parts: Vec<Part> =
        charge.parts.iter().map(|p| Part { principal: p.principal, days: p.days }).collect();
    match steps::charge(&mut computed.model, rates, &parts, rounding) {
        Ok(steps) => charge.steps = Some(steps),
        Err(NoInterest::TooLarge) => {}
        Err(_) => {
            let finding = faults::rate_not_known(charge, rates, computed.clause);
            // One remedy is asked for once, however many debts wait for it.
            let same = |f: &Finding| f.code == finding.code && f.seen == finding.seen;
            if !computed.findings.iter().any(same) {
                computed.findings.push(finding);
            }
        }
    }
}

fn charge(scope: &Scope, account: &Account, debt: &Debt, rates: &Rates, computed: &mut Computed) -> Charge {
    let regime = debt.regime;
    let days = |from: Option<Day>, last: Day| from.and_then(|first| DayRange::new(first, last));
    let mut parts: Vec<ChargePart> = debt
        .paid
        .iter()
        .map(|p| ChargePart {
            principal: money(&p.amount),
            days: days(p.from, p.day),
            back: Some(p.day),
            split: None,
        })
        .collect();
    for open in debt.open.iter().filter(|open| open.amount > Exact::zero()) {
        let (principal, days) = (money(&open.amount), days(open.from, scope.as_of));
        parts.push(ChargePart { principal, days, back: None, split: None });
    }
    let mut charge = Charge {
        ground: debt.ground,
        component: Some(account.component),
        half_year: account.half_year,
        source: debt.source,
        regime,
        basis: basis(
            *scope.national,
            scope.programme,
            computed.clause,
            computed.clause_typed,
            regime,
            debt.ground,
        ),
        principal: money(&debt.principal()),
        transferred: account.transferred,
        due: debt.due,
        bears_from: debt.bears_from,
        parts,
        steps: None,
        at: debt.at,
    };
    if debt.bears_from.is_none() {
        computed.findings.extend(faults::first_day_not_known(scope, account, debt, computed.clause));
    } else {
        count(&mut charge, rates, computed);
        super::split::of_payments(scope, debt, &mut charge, rates, computed);
    }
    charge
}

/// The 2025 edition asks for what the bank paid on unused money, a clause of the contract on all of it; a statute asks
/// for none.
fn bank(scope: &Scope, clause: Option<InterestClause>, charges: &[Charge]) -> BankInterest {
    let by_contract = |c: &Charge| c.ground == Ground::Unused && c.regime == Regime::ByContract;
    let edition = terms::asks_for_bank_interest(scope.programme) && charges.iter().any(by_contract);
    let asked = clause.map_or(edition, |clause| clause == InterestClause::Bank && !charges.is_empty());
    if !asked {
        return BankInterest::NotAsked;
    }
    let earned = scope.facts.agreement.bank_interest.as_ref().map(|earned| earned.value);
    // What was returned is known to be at least earned, where `Umowa` is silent.
    let rows = scope.facts.refunds.iter().filter(|r| !r.rejected).filter_map(|r| r.bank_interest.as_ref());
    let returned: Vec<Exact> = rows.map(|m| m.value.to_exact()).collect();
    let returned = (!returned.is_empty()).then(|| money(&returned.into_iter().sum()));
    earned.or(returned).map_or(BankInterest::NotGiven, BankInterest::Given)
}

impl Computed {
    fn empty(clause: Option<InterestClause>, clause_typed: bool) -> Self {
        Self {
            model: Model::default(),
            charges: Vec::new(),
            bank: BankInterest::NotAsked,
            clause,
            clause_typed,
            findings: Vec::new(),
        }
    }

    /// Returns the interest due on a debt, where it was counted.
    pub fn due(&self, charge: &Charge) -> Option<Money> {
        charge.steps.as_ref().map(|steps| self.model.money(steps.due))
    }
}
