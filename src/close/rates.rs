//! The contributions that the employer bears on a supplement of one person, each with where its rate comes from.
//!
//! National rates hold on the day of payment; the accident rate is the payer's; whether a person bears a contribution
//! at all is told by the tables: an exemption of the contract, or the person's own last pay.

use super::Year;
use crate::checks::scope::{base_pay, contributory_pay};
use crate::programme::Mark;
use crate::records::{ContractForm, Contribution, Employment, Payment};
use crate::units::{Day, Exact, Money, Month};

/// A rate with its source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rate {
    /// Which contribution.
    pub which: Contribution,
    /// As a fraction of one.
    pub rate: Exact,
    /// How sure.
    pub mark: Mark,
    /// Where it comes from, in Polish.
    pub source: String,
}

/// Returns the Polish name of a contribution on a supplement.
pub fn word(which: Contribution) -> &'static str {
    match which {
        Contribution::Pension => "emerytalna",
        Contribution::Disability => "rentowa",
        Contribution::Accident => "wypadkowa",
        Contribution::LabourFund => "FP i FS",
        Contribution::Fgsp => "FGŚP",
        Contribution::Ppk => "PPK",
        Contribution::Paragraph4110 | Contribution::Paragraph4120 | Contribution::Paragraph4710 => "składki",
        Contribution::Total => "pochodne",
    }
}

/// Whose rates are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Identifier.
    pub assistant: &'a str,
    /// Form of contract.
    pub form: ContractForm,
    /// Day on which the supplement is paid.
    pub paid_on: Day,
    /// Contributory pay of the month of payment, the supplement included.
    pub pay_of_month: &'a Exact,
    /// The month whose pay stands in for that of the month of payment, which the tables do not hold.
    pub judged_by: Option<Month>,
}

/// The payer's accident rate was not given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AccidentRateMissing;

/// Returns the person's rates in the order of the columns of `Płace`; those of nothing are left out.
pub fn rates(year: &Year<'_>, person: &Person<'_>) -> Result<Vec<Rate>, AccidentRateMissing> {
    let contracts: Vec<&Employment> = contracts(year, person);
    let last = last_pay(year, person);
    // A service contract may bear no contributions at all: a student, somebody insured elsewhere.
    if person.form == ContractForm::Service && last.is_some_and(|row| !bears_any(row)) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for which in [Contribution::Pension, Contribution::Disability] {
        if borne(last, which, Contribution::Paragraph4110) {
            all.extend(national(year, person, which));
        }
    }
    if borne(last, Contribution::Accident, Contribution::Paragraph4110) {
        let given = year.facts.agreement.accident_rate.as_ref().ok_or(AccidentRateMissing)?;
        let source = "Umowa, „Stopa wypadkowa (%)”: stopa płatnika".to_owned();
        let (which, rate) = (Contribution::Accident, given.value.clone());
        all.push(Rate { which, rate, mark: Mark::Confirmed, source });
    }
    all.extend(labour_fund(year, person, &contracts));
    let elsewhere = contracts.iter().any(|c| c.employer.is_some());
    if elsewhere && last.is_some_and(|row| given(row, Contribution::Fgsp).is_some_and(|m| m > Money::ZERO)) {
        all.extend(national(year, person, Contribution::Fgsp));
    }
    all.extend(last.and_then(|row| ppk(year, person, row)));
    all.retain(|rate| !rate.rate.is_zero());
    Ok(all)
}

fn contracts<'a>(year: &Year<'a>, person: &Person<'_>) -> Vec<&'a Employment> {
    let own = year.facts.employments.iter().filter(|c| {
        !c.rejected && c.assistant.value.trim() == person.assistant && c.form.value == person.form
    });
    let in_force = |c: &&Employment| c.to.as_ref().is_none_or(|to| to.value >= person.paid_on);
    let now: Vec<&Employment> = own.clone().filter(in_force).collect();
    if now.is_empty() { own.collect() } else { now }
}

/// The person's newest month of ordinary pay and that pay; nothing where no contract runs in the month of payment, since
/// who has left has no other pay there.
pub fn ordinary_month(year: &Year<'_>, assistant: &str, paid_on: Day) -> Option<(Month, Exact)> {
    let runs = |c: &Employment| {
        let to = c.to.as_ref().is_none_or(|to| to.value >= paid_on.month().first());
        !c.rejected && c.assistant.value.trim() == assistant && to && c.from.value <= paid_on
    };
    if !year.facts.employments.iter().any(runs) {
        return None;
    }
    let own = year.facts.payments.iter().filter(|p| !p.rejected && p.assistant.value.trim() == assistant);
    let month = own.clone().filter(|p| base_pay(p) > Exact::zero()).map(|p| p.month.value).max()?;
    Some((month, own.filter(|p| p.month.value == month).map(base_pay).sum()))
}

/// The person's newest row of ordinary pay.
fn last_pay<'a>(year: &Year<'a>, person: &Person<'_>) -> Option<&'a Payment> {
    let own = year.facts.payments.iter().filter(|p| {
        let form = p.form.as_ref().is_none_or(|form| form.value == person.form);
        !p.rejected && form && p.assistant.value.trim() == person.assistant && base_pay(p) > Exact::zero()
    });
    own.max_by_key(|p| p.month.value)
}

fn given(row: &Payment, which: Contribution) -> Option<Money> {
    row.contributions.iter().find(|(kind, _)| *kind == which).map(|(_, amount)| amount.value)
}

fn bears_any(row: &Payment) -> bool {
    row.contributions.iter().any(|(_, amount)| amount.value > Money::ZERO)
}

/// Is the contribution paid for the person? Without pay to look at it is; as a part of a sum it is, too.
fn borne(last: Option<&Payment>, which: Contribution, sum: Contribution) -> bool {
    let Some(row) = last.filter(|row| bears_any(row)) else { return true };
    let paid = |which| given(row, which).is_some_and(|amount| amount > Money::ZERO);
    paid(which) || paid(sum) || paid(Contribution::Total)
}

fn national(year: &Year<'_>, person: &Person<'_>, which: Contribution) -> Option<Rate> {
    let figure = year.national.contribution_rate(which, person.paid_on)?;
    Some(Rate { which, rate: figure.value, mark: figure.mark, source: figure.source })
}

/// Due from the minimum wage of the month of payment up, the supplement counted in; not for the exempt.
fn labour_fund(year: &Year<'_>, person: &Person<'_>, contracts: &[&Employment]) -> Option<Rate> {
    let exempt = |c: &Employment| c.fp_exempt.as_ref().is_some_and(|e| e.value);
    if contracts.iter().any(|c| exempt(c)) {
        return None;
    }
    let minimum = year.national.minimum_wage(person.paid_on.month());
    if minimum.is_some_and(|m| *person.pay_of_month < m.value.to_exact()) {
        return None;
    }
    let rate = national(year, person, Contribution::LabourFund)?;
    let source = match person.judged_by {
        Some(month) => format!(
            "{}; w tabelach nie ma jeszcze płacy z miesiąca wypłaty, przyjęto taką jak za {}: co najmniej równą płacy minimalnej",
            rate.source,
            month.polish()
        ),
        None => format!("{}; podstawa w miesiącu wypłaty co najmniej równa płacy minimalnej", rate.source),
    };
    Some(Rate { source, ..rate })
}

/// The rate of the last pay where it is one with two decimals, else the basic rate; nothing where nothing is paid.
fn ppk(year: &Year<'_>, person: &Person<'_>, row: &Payment) -> Option<Rate> {
    let paid = given(row, Contribution::Ppk).or_else(|| given(row, Contribution::Paragraph4710))?;
    if paid <= Money::ZERO {
        return None;
    }
    let pay = contributory_pay(row);
    let seen = paid.to_exact().checked_div(&pay)?.round_half_up(4);
    let which = Contribution::Ppk;
    if (&seen * &pay).round_half_up(2) == paid.to_exact() {
        let source = format!("Płace, {}: wpłata {paid} od podstawy", row.month.value.polish());
        return Some(Rate { which, rate: seen, mark: Mark::Inferred, source });
    }
    let figure = year.national.ppk_basic_rate(person.paid_on)?;
    Some(Rate { which, rate: figure.value, mark: figure.mark, source: figure.source })
}
