//! What every check looks at: the facts, the edition, the days settled, and questions asked often.
//!
//! It answers questions and finds nothing itself.

use std::collections::{BTreeMap, BTreeSet};

use super::components;
use crate::finding::Finding;
use crate::finding::code::checks as code;
use crate::programme::national::{AbsenceKind, National};
use crate::programme::readings::RequestDays;
use crate::programme::{Component, Programme, WageBase};
use crate::records::submission::Given;
use crate::records::{
    Absence, ContractForm, Employment, Family, FundComponent, HalfYear, Payment, Position, Row, Submission,
    TableId,
};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Money, Month};

/// The facts and the rules they are judged by.
pub struct Scope<'a> {
    /// The facts.
    pub facts: &'a Submission,
    /// The edition.
    pub programme: &'a Programme,
    /// National figures.
    pub national: &'a National,
    /// The day of the settlement.
    pub as_of: Day,
    /// Days settled, cut to the edition's.
    pub period: DayRange,
    /// Last day on which a payment counts.
    pub deadline: Day,
    contracts: BTreeMap<&'a str, Vec<&'a Employment>>,
    /// Days away, and whether pay falls with them.
    absences: BTreeMap<&'a str, Vec<(DayRange, bool)>>,
    families: BTreeMap<&'a str, Vec<&'a Family>>,
    rows: BTreeMap<CellRef, &'a Row>,
    usual_base: BTreeMap<CellRef, Money>,
    doubtful: BTreeSet<&'a str>,
}

/// Findings so far, and the rows that must not count, by their first cell.
#[derive(Default)]
pub struct Verdict {
    /// Findings.
    pub findings: Vec<Finding>,
    /// Rows to leave out.
    pub rejected: BTreeSet<CellRef>,
    /// Numbers of the checks that compared at least one figure, of those that may find nothing to compare.
    pub judged: BTreeSet<&'static str>,
}

impl Verdict {
    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a finding and leaves the row out of all figures.
    pub fn reject(&mut self, row: CellRef, finding: Finding) {
        self.rejected.insert(row);
        self.findings.push(finding);
    }

    /// Returns the assistant-months with a sum below zero: rates say nothing there, so nothing else is judged.
    pub fn negative_months(&self) -> BTreeSet<(String, Month)> {
        let negative = [&code::NEGATIVE_MONTH, &code::COST_BELOW_ZERO];
        let found = self.findings.iter().filter(|f| negative.contains(&f.code));
        found.filter_map(|f| Some((f.assistant.clone()?, f.month?))).collect()
    }
}

/// Returns the amount, zero where none was given: for sums only, where a blank adds nothing.
pub fn amount(given: &Given<Money>) -> Exact {
    given.as_ref().map_or_else(Exact::zero, |m| m.value.to_exact())
}

/// Returns the amount cut to the grosz; an amount beyond 64 bits is shown as the largest there is.
pub fn money(zlote: &Exact) -> Money {
    Money::from_exact(&zlote.cut_down(2)).unwrap_or(Money::from_grosze(i64::MAX))
}

/// Returns the larger of two numbers.
pub fn larger(a: Exact, b: Exact) -> Exact {
    if a < b { b } else { a }
}

/// Returns the smaller of two numbers.
pub fn smaller(a: Exact, b: Exact) -> Exact {
    if b < a { b } else { a }
}

/// Returns the days of a contract; nothing when its dates are reversed.
pub fn contract_days(contract: &Employment) -> Option<DayRange> {
    DayRange::new(contract.from.value, contract.to.as_ref().map_or_else(last_day, |d| d.value))
}

/// Returns the days of a family with its assistant; nothing when reversed.
pub fn family_days(family: &Family) -> Option<DayRange> {
    DayRange::new(family.from.value, family.to.as_ref().map_or_else(last_day, |d| d.value))
}

fn last_day() -> Day {
    Day::new(9999, 12, 31).expect("the calendar of Day ends on this day")
}

/// Returns all employer contributions of a row.
pub fn contributions(payment: &Payment) -> Exact {
    payment.contributions.iter().map(|(_, m)| m.value.to_exact()).sum()
}

/// Returns the pay of a row that bears contributions, both supplements included.
pub fn contributory_pay(payment: &Payment) -> Exact {
    let supplements = amount(&payment.supplement) + amount(&payment.motivation);
    base_pay(payment) + components::other_contributory(payment) + supplements
}

/// Returns base pay, what continues it, and seniority allowance of a row, or the one sum given in their place.
pub fn base_pay(payment: &Payment) -> Exact {
    let gross = components::gross_as_base(payment).map_or_else(Exact::zero, |m| m.value.to_exact());
    gross + components::base_salary(payment) + amount(&payment.seniority)
}

impl<'a> Scope<'a> {
    /// Sets up the scope; the period falls back to the edition's where the given one cannot be used.
    pub fn new(facts: &'a Submission, programme: &'a Programme, national: &'a National, as_of: Day) -> Self {
        let edition = programme.period.value;
        let from = facts.agreement.period_from.as_ref().map_or(edition.first, |d| d.value);
        let to = facts.agreement.period_to.as_ref().map_or(edition.last, |d| d.value);
        let period = DayRange::new(from, to).and_then(|p| p.overlap(&edition)).unwrap_or(edition);
        let own = facts.agreement.payment_deadline.as_ref().map(|d| d.value);
        let deadline = own.unwrap_or(programme.payment_deadline_for(period).value);
        let mut scope = Self {
            facts,
            programme,
            national,
            as_of,
            period,
            deadline,
            contracts: BTreeMap::new(),
            absences: BTreeMap::new(),
            families: BTreeMap::new(),
            rows: facts.tables.iter().flat_map(|t| &t.rows).map(|r| (r.at, r)).collect(),
            usual_base: BTreeMap::new(),
            doubtful: BTreeSet::new(),
        };
        let employment = facts.tables.iter().filter(|t| t.id == TableId::Employment);
        for row in employment.flat_map(|t| &t.rows).filter(|r| r.rejected) {
            if let Some(id) = row.fields.get("assistant") {
                scope.doubtful.insert(id.seen.trim());
                if let Some(crate::records::Datum::Text(text)) = &id.datum {
                    scope.doubtful.insert(text);
                }
            }
        }
        for contract in &facts.employments {
            scope.contracts.entry(&contract.assistant.value).or_default().push(contract);
        }
        for absence in &facts.absences {
            if let Some(days) = DayRange::new(absence.from.value, absence.to.value) {
                let kind = national.absence_kind(absence.kind.value, absence.from.value).map(|k| k.value);
                let reduces = kind.is_none_or(AbsenceKind::lowers_pay);
                scope.absences.entry(&absence.assistant.value).or_default().push((days, reduces));
            }
        }
        for family in &facts.families {
            scope.families.entry(&family.family.value).or_default().push(family);
        }
        scope.usual_base = scope.usual_bases();
        scope
    }

    /// The base that occurs most often under each contract; of two equally often the smaller.
    fn usual_bases(&self) -> BTreeMap<CellRef, Money> {
        let mut counts: BTreeMap<CellRef, BTreeMap<Money, usize>> = BTreeMap::new();
        for row in self.payments() {
            let (Some(base), [contract]) =
                (&row.base, &self.contracts_in(&row.assistant.value, row.month.value)[..])
            else {
                continue;
            };
            *counts.entry(contract.at).or_default().entry(base.value).or_default() += 1;
        }
        let usual = |bases: BTreeMap<Money, usize>| {
            bases.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))).map(|(base, _)| base)
        };
        counts.into_iter().filter_map(|(at, bases)| Some((at, usual(bases)?))).collect()
    }

    /// Returns the contracts that count.
    pub fn contracts(&self) -> impl Iterator<Item = &'a Employment> {
        self.facts.employments.iter().filter(|e| !e.rejected)
    }

    /// Returns the cell of a column in a row, to point at a blank; the row's first cell where there is no such column.
    pub fn cell(&self, row: CellRef, key: &str) -> CellRef {
        self.rows.get(&row).and_then(|r| r.fields.get(key)).map_or(row, |field| field.at)
    }

    /// Returns the cell of a field of `Umowa`, blank or not, if the table has the field.
    pub fn agreement_cell(&self, key: &str) -> Option<CellRef> {
        let table = self.facts.table(TableId::Agreement)?;
        table.rows.iter().find_map(|r| r.fields.get(key)).map(|field| field.at)
    }

    /// Returns all contracts of an assistant, rejected ones too.
    pub fn contracts_of(&self, assistant: &str) -> &[&'a Employment] {
        self.contracts.get(assistant).map_or(&[], Vec::as_slice)
    }

    /// Returns all rows of a family, rejected ones too.
    pub fn rows_of_family(&self, family: &str) -> &[&'a Family] {
        self.families.get(family).map_or(&[], Vec::as_slice)
    }

    /// Returns the payments that count and are due for a month of the settlement period.
    pub fn payments(&self) -> impl Iterator<Item = &'a Payment> {
        let period = self.period;
        self.facts
            .payments
            .iter()
            .filter(move |p| !p.rejected && period.overlap(&p.month.value.days()).is_some())
    }

    /// Returns the family rows that count and touch the settlement period.
    pub fn families(&self) -> impl Iterator<Item = &'a Family> {
        let period = self.period;
        self.facts
            .families
            .iter()
            .filter(move |f| !f.rejected && family_days(f).is_some_and(|d| d.overlap(&period).is_some()))
    }

    /// Returns the payments by assistant and month.
    pub fn payments_by_month(&self) -> BTreeMap<(&'a str, Month), Vec<&'a Payment>> {
        let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for p in self.payments() {
            all.entry((p.assistant.value.as_str(), p.month.value)).or_default().push(p);
        }
        all
    }

    /// Returns the contracts of an assistant that touch a month.
    pub fn contracts_in(&self, assistant: &str, month: Month) -> Vec<&'a Employment> {
        let days = month.days();
        let own = self.contracts_of(assistant).iter().copied().filter(|e| !e.rejected);
        own.filter(|e| contract_days(e).is_some_and(|d| d.overlap(&days).is_some())).collect()
    }

    /// Returns the contract form a payment belongs to; nothing when no contract or both forms are possible.
    pub fn form_of(&self, payment: &Payment) -> Option<ContractForm> {
        if let Some(form) = &payment.form {
            return Some(form.value);
        }
        let contracts = self.contracts_in(&payment.assistant.value, payment.month.value);
        let first = contracts.first()?.form.value;
        contracts.iter().all(|e| e.form.value == first).then_some(first)
    }

    /// Returns what the person is employed as in the month of the payment, under contracts of its form.
    pub fn position_of(&self, payment: &Payment) -> Position {
        let form = self.form_of(payment);
        let contracts = self.contracts_in(&payment.assistant.value, payment.month.value);
        let of_form = contracts.iter().find(|c| Some(c.form.value) == form);
        of_form.map_or(Position::Assistant, |c| c.employed_as())
    }

    /// Is the assistant under contract on the day?
    pub fn employed_on(&self, assistant: &str, day: Day) -> bool {
        let mut own = self.contracts_of(assistant).iter().filter(|e| !e.rejected);
        own.any(|e| contract_days(e).is_some_and(|d| d.contains(day)))
    }

    /// Returns the one contract that held unchanged through the whole month, if the month was an ordinary one: one
    /// row of pay, no change of terms, no hire or end inside it, no absence, no pay that comes with an absence.
    ///
    /// Only such months can be judged against rates: in all others pay and contributions differ for good reasons.
    pub fn ordinary_month(
        &self,
        assistant: &str,
        month: Month,
        rows: &[&'a Payment],
    ) -> Option<&'a Employment> {
        let contracts = self.contracts_in(assistant, month);
        let [contract] = contracts[..] else { return None };
        let days = month.days();
        let whole = contract_days(contract)?.overlap(&days) == Some(days);
        let absent = self.absent(assistant, days);
        let [row] = rows else { return None };
        if Self::short_hours(contract, row) || self.below_usual(contract, row) {
            return None;
        }
        let sick_pay = !components::other_exempt(row).is_zero() || components::has_benefit(row);
        (whole && !absent && !sick_pay).then_some(contract)
    }

    /// Are the hours clearly below those of the post? Then somebody was away, absence entered or not.
    pub fn short_hours(contract: &Employment, row: &Payment) -> bool {
        let (Some(hours), Some(full)) = (&row.hours, &row.nominal_hours) else { return false };
        let nine_tenths = Exact::ratio(9, 10).unwrap_or_else(Exact::one);
        let post = contract.fte.as_ref().map_or_else(Exact::one, |f| f.value.clone());
        hours.value < &(&full.value * &post) * &nine_tenths
    }

    /// Is the base below the one that the assistant has most often under the contract?
    fn below_usual(&self, contract: &Employment, row: &Payment) -> bool {
        let Some(base) = &row.base else { return false };
        self.usual_base.get(&contract.at).is_some_and(|usual| base.value < *usual)
    }

    /// Was a row of `Zatrudnienie` of the assistant left out for a fault of its own? Then what follows from its
    /// absence needs no second finding.
    pub fn doubtful(&self, assistant: &str) -> bool {
        self.doubtful.contains(assistant)
    }

    /// Is any absence of the assistant on these days?
    pub fn absent(&self, assistant: &str, days: DayRange) -> bool {
        let absences = self.absences.get(assistant).map_or(&[][..], Vec::as_slice);
        absences.iter().any(|(a, _)| a.overlap(&days).is_some())
    }

    /// Is any absence on these days one that pay falls with: sickness, a benefit, unpaid leave? Holiday leave, training
    /// and other paid days change neither pay nor what is due on it.
    pub fn absent_without_pay(&self, assistant: &str, days: DayRange) -> bool {
        let absences = self.absences.get(assistant).map_or(&[][..], Vec::as_slice);
        absences.iter().any(|(a, reduces)| *reduces && a.overlap(&days).is_some())
    }

    /// Returns the base that the assistant has most often under the contract.
    pub fn usual_base(&self, contract: &Employment) -> Option<Money> {
        self.usual_base.get(&contract.at).copied()
    }

    /// Returns the absence of the assistant that touches the month: holiday leave if there is any, else the first.
    pub fn absences_in(&self, assistant: &str, month: Month) -> Option<&'a Absence> {
        let own = self
            .facts
            .absences
            .iter()
            .filter(|a| !a.rejected && a.assistant.value.trim() == assistant.trim());
        let touching = own.filter(|a| a.from.value <= month.last() && a.to.value >= month.first());
        let leave = |a: &&Absence| {
            let kind = self.national.absence_kind(a.kind.value, a.from.value);
            kind.is_some_and(|k| k.value == AbsenceKind::HolidayLeave)
        };
        touching.min_by_key(|a| (!leave(a), a.from.value, a.at))
    }

    /// Can hours that were not given be reckoned from absences? An absence table without a row says nothing.
    pub fn reckons_hours(&self) -> bool {
        let mut tables = self.facts.tables.iter().filter(|t| t.id == TableId::Absences);
        tables.any(|t| !t.rows.is_empty())
    }

    /// Returns the wage base of the edition, if it has one.
    pub fn wage_base(&self) -> Option<WageBase> {
        self.programme.components.iter().find_map(|c| match c {
            Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => {
                Some(base.value)
            }
            _ => None,
        })
    }

    /// Does the edition pay a supplement for each month worked (2024, 2025)?
    pub fn monthly_supplement(&self) -> Option<(&'a Money, &'a Exact, &'a Exact)> {
        self.programme.components.iter().find_map(|c| match c {
            Component::MonthlySupplement { amount, hours, share_of_cost, .. } => {
                Some((&amount.value, &hours.value, &share_of_cost.value))
            }
            _ => None,
        })
    }

    /// Does the municipality use the component: is there a row of money for it?
    pub fn uses(&self, component: FundComponent) -> bool {
        self.facts.funds.iter().any(|f| !f.rejected && f.component.value == component)
    }

    /// Is the post of a service contract reckoned from hours?
    pub fn service_fte_from_hours(&self) -> bool {
        self.programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value)
    }

    /// Returns the level of co-financing of the employment cost used, where the edition has one.
    pub fn level(&self) -> Option<Exact> {
        self.programme.components.iter().find_map(|c| match c {
            Component::WageShare { ceiling, .. } => Some(
                self.facts
                    .agreement
                    .level
                    .as_ref()
                    .map_or_else(|| ceiling.value.clone(), |l| l.value.clone()),
            ),
            _ => None,
        })
    }

    /// Returns the rounds that the settlement period touches.
    pub fn rounds(&self) -> Vec<(Option<HalfYear>, DayRange)> {
        let rounds = self.programme.rounds.iter();
        rounds.filter_map(|r| r.period.overlap(&self.period).map(|days| (r.half_year, days))).collect()
    }

    /// Is the request that counts for a round an earlier one than its own? A reading.
    pub fn by_first_request(&self, half_year: Option<HalfYear>) -> bool {
        half_year == Some(HalfYear::Second)
            && self.programme.reads::<RequestDays>() == RequestDays::FirstRequest
    }

    /// Returns the day on which an assistant must be employed to earn a monthly supplement in a round.
    pub fn request_day(&self, half_year: Option<HalfYear>) -> Option<Day> {
        let day = if self.by_first_request(half_year) {
            self.facts.agreement.request_day_1.as_ref()
        } else {
            super::terms::own_request(self, half_year)
        };
        day.map(|d| d.value)
    }
}
