//! The pay of one assistant and month under employment contracts, its rows added up.
//!
//! Contributions follow from the pay of a month however it is spread over rows, so they are judged by its sum. It
//! answers questions and finds nothing itself.

use super::components;
use super::scope::{Scope, contract_days, contributory_pay};
use crate::programme::pay_components::{PayClass, PayComponent};
use crate::records::{ContractForm, Contribution, Employment, Payment};
use crate::source::CellRef;
use crate::units::{Exact, Money, Month};

/// A month of pay under employment contracts.
pub struct PayMonth<'a> {
    /// Whose.
    pub assistant: &'a str,
    /// Which month.
    pub month: Month,
    /// Its rows that count; at least one.
    pub rows: Vec<&'a Payment>,
    /// Employment contracts that touch the month; at least one.
    pub contracts: Vec<&'a Employment>,
    /// Is there no service contract beside them? Its pay counts to the minimum wage of the Labour Fund.
    pub alone: bool,
}

impl<'a> PayMonth<'a> {
    /// Returns the month; nothing without a row and a contract of employment.
    pub fn new(scope: &Scope<'a>, assistant: &'a str, month: Month, rows: &[&'a Payment]) -> Option<Self> {
        let employment = |r: &&&Payment| scope.form_of(r) == Some(ContractForm::Employment);
        let rows: Vec<&Payment> = rows.iter().filter(employment).copied().collect();
        let mut contracts = scope.contracts_in(assistant, month);
        let all = contracts.len();
        contracts.retain(|c| c.form.value == ContractForm::Employment);
        let alone = contracts.len() == all;
        let any = !rows.is_empty() && !contracts.is_empty();
        any.then_some(Self { assistant, month, rows, contracts, alone })
    }

    /// Is every day of the month under contract? A change of terms does not break it.
    pub fn whole(&self) -> bool {
        let covered = |day| self.contracts.iter().any(|c| contract_days(c).is_some_and(|d| d.contains(day)));
        self.month.days().each().all(covered)
    }

    /// May pay have fallen for days away: an absence that pay falls with, sick pay or a benefit beside it, hours clearly
    /// below the post that no paid absence explains, or a base below the usual one?
    pub fn reduced(&self, scope: &Scope) -> bool {
        let days = self.month.days();
        let sick = |r: &&Payment| {
            let exempt = r.other_exempt.as_ref().is_some_and(|m| m.value != Money::ZERO);
            // These are paid beside a whole month's pay.
            let beside = ["jubilee", "retirement_severance", "severance"];
            let sick_pay = |c: &PayComponent| c.class == PayClass::OtherExempt && !beside.contains(&c.key);
            let own = r.components.iter().any(|(c, m)| sick_pay(c) && m.value != Money::ZERO);
            exempt || own || components::has_benefit(r)
        };
        let short =
            |r: &&Payment| !scope.absent(self.assistant, days) && Scope::short_hours(self.contracts[0], r);
        scope.absent_without_pay(self.assistant, days)
            || self.rows.iter().any(|r| sick(r) || short(r))
            || self.below_usual(scope)
    }

    fn below_usual(&self, scope: &Scope) -> bool {
        let base: Exact = self.rows.iter().map(|r| components::base_salary(r)).sum();
        let given = self.rows.iter().any(|r| r.base.is_some());
        let usual = |c: &&Employment| scope.usual_base(c).is_some_and(|usual| base < usual.to_exact());
        given && self.contracts.iter().any(usual)
    }

    /// Does one sum stand for all pay in a month with days away? It may hold sick pay, which bears no contributions.
    pub fn mixed(&self, scope: &Scope) -> bool {
        self.rows.iter().any(|r| components::gross_as_base(r).is_some()) && self.reduced(scope)
    }

    /// Returns the sum given of a contribution, with the first cell that says something.
    pub fn given(&self, which: Contribution) -> Option<(Exact, CellRef)> {
        let all = self.rows.iter().flat_map(|r| &r.contributions).filter(|(c, _)| *c == which);
        let cells: Vec<_> = all.map(|(_, m)| m).collect();
        let first = cells.iter().find(|m| m.value != Money::ZERO).or(cells.first())?;
        Some((cells.iter().map(|m| m.value.to_exact()).sum(), first.at))
    }

    /// Returns the rows that give contributions. A supplement, a thirteenth salary or a correction on a list of its own
    /// may have them on the main list; base pay without any has a finding of its own.
    pub fn bearing(&self) -> Vec<&'a Payment> {
        self.rows.iter().filter(|r| !r.contributions.is_empty()).copied().collect()
    }
}

/// Returns the contributory pay of some rows.
pub fn pay_of(rows: &[&Payment]) -> Exact {
    rows.iter().map(|r| contributory_pay(r)).sum()
}
