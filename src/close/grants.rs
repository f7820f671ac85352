//! The supplements still to be granted: whose, for which months, how much, and the rows of `Płace` they will be.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::days::Facts;
use super::gross::{self, Search};
use super::rates::{AccidentRateMissing, Person, Rate, rates};
use super::units::{Reason, Unit, Way, amount_and_share, units};
use crate::calc::{Format, Model, NodeId, Value};
use crate::checks::scope::{base_pay, contributory_pay};
use crate::programme::readings::SupplementCost;
use crate::records::{ContractForm, Contribution, Datum, Field, Payment, Row, Table, TableId};
use crate::settlement::Settled;
use crate::settlement::rounding::Rounding;
use crate::source::{CellRef, Sourced};
use crate::units::{Day, Exact, Money, Month};

/// What is the matter with a unit's supplement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// In the tables, and it earns the whole grant.
    InTables,
    /// Nothing is in the tables: to be granted.
    ToGrant,
    /// What is in the tables earns less than it could.
    TooSmall {
        /// What the grant loses.
        lost: Money,
    },
    /// The conditions are not met.
    NotMet(Reason),
}

/// A month (or an assistant) with its state.
#[derive(Clone, Debug)]
pub struct UnitState {
    /// Index into the units of the settlement.
    pub unit: usize,
    /// Index into the assistants.
    pub assistant: usize,
    /// Month.
    pub month: Month,
    /// Gross of the supplement in the tables.
    pub gross: Money,
    /// Its state.
    pub state: State,
}

/// A supplement to be granted.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Index into the units of the settlement.
    pub unit: usize,
    /// Index into the assistants.
    pub assistant: usize,
    /// Identifier.
    pub id: String,
    /// Month.
    pub month: Month,
    /// Form of contract.
    pub form: ContractForm,
    /// Does it make up a supplement that is too small?
    pub tops_up: bool,
    /// The smallest gross that earns the whole grant.
    pub gross: Money,
    /// The person's rates.
    pub rates: Vec<Rate>,
    /// Its row among the payments that are planned.
    pub payment: usize,
}

/// Says of every unit what is the matter with its supplement. `settled` is the settlement in which every row of the tables
/// is paid in time.
pub fn states(year: &Year<'_>, settled: &Settled, way: Way) -> Vec<UnitState> {
    let Some((amount, share)) = amount_and_share(settled) else { return Vec::new() };
    let rounding = Rounding::of_supplement(year.programme);
    let model = &settled.model;
    let each = |(index, unit): (usize, &Unit)| {
        let gross: i64 = unit.paid.iter().map(|(payment, _)| supplement(year, *payment).grosze()).sum();
        let gross = Money::from_grosze(gross);
        let state = if unit.is_met(model) {
            let target = gross::whole_grant(rounding, amount, unit.posts).number(model);
            let earned = gross::earned(rounding, share, crate::calc::Expr::Number(already(model, unit)));
            let lost = &target - &earned.number(model);
            if lost <= Exact::zero() {
                State::InTables
            } else if gross == Money::ZERO {
                State::ToGrant
            } else {
                // Unrounded limits (a reading) may lose less than a grosz: shown as one.
                State::TooSmall { lost: Money::from_exact(&lost.round_half_up(2)).unwrap_or_default() }
            }
        } else {
            State::NotMet(unit.reason(model))
        };
        UnitState { unit: index, assistant: unit.assistant, month: unit.month, gross, state }
    };
    units(settled, way).iter().enumerate().map(each).collect()
}

fn supplement(year: &Year<'_>, payment: usize) -> Money {
    let row = year.facts.payments.get(payment);
    row.and_then(|p| p.supplement.as_ref()).map_or(Money::ZERO, |m| m.value)
}

fn already(model: &Model, unit: &Unit) -> Exact {
    unit.paid.iter().map(|(_, node)| model.number(*node)).sum()
}

/// Finds the supplements to be granted, paid on a day.
pub fn grants(
    year: &Year<'_>,
    settled: &Settled,
    way: Way,
    states: &[UnitState],
    paid_on: Day,
) -> Result<Vec<Grant>, AccidentRateMissing> {
    let units = units(settled, way);
    let wanted = |s: &&UnitState| matches!(s.state, State::ToGrant | State::TooSmall { .. });
    let people: BTreeSet<(usize, ContractForm)> =
        states.iter().filter(wanted).map(|s| (s.assistant, units[s.unit].form)).collect();
    let mut of_person = BTreeMap::new();
    for (assistant, form) in people {
        let id = settled.assistants[assistant].id.as_str();
        let all: Vec<&Unit> = states
            .iter()
            .filter(wanted)
            .map(|s| &units[s.unit])
            .filter(|u| u.assistant == assistant)
            .collect();
        of_person.insert((assistant, form), rates_of(year, settled, (id, form), &all, paid_on)?);
    }
    let first = year.facts.payments.len();
    let mut found = Vec::new();
    for state in states.iter().filter(wanted) {
        let unit = &units[state.unit];
        let Some(rates) = of_person.get(&(unit.assistant, unit.form)) else { continue };
        let Some(gross) = smallest(year, settled, unit, rates) else { continue };
        found.push(Grant {
            unit: state.unit,
            assistant: unit.assistant,
            id: settled.assistants[unit.assistant].id.clone(),
            month: unit.month,
            form: unit.form,
            tops_up: state.state != State::ToGrant,
            gross,
            rates: rates.clone(),
            payment: first + found.len(),
        });
    }
    Ok(found)
}

fn smallest(year: &Year<'_>, settled: &Settled, unit: &Unit, rates: &[Rate]) -> Option<Money> {
    let (amount, share) = amount_and_share(settled)?;
    let rounding = Rounding::of_supplement(year.programme);
    let model = &settled.model;
    let target = gross::whole_grant(rounding, amount, unit.posts).number(model);
    let counted = if counts_contributions(year) { rates } else { &[] };
    let rates = counted.iter().map(|rate| rate.rate.clone()).collect();
    Search { model, rounding, share, already: already(model, unit), target, rates }.smallest()
}

/// Are contributions part of the supplement's cost (a reading)?
pub fn counts_contributions(year: &Year<'_>) -> bool {
    year.programme.reads::<SupplementCost>() == SupplementCost::WithContributions
}

/// Whether the Labour Fund is due rests on the pay of the month, and that on the supplements, which rest on the rates: it
/// is asked with the supplements as if it were due, which are the smaller ones.
fn rates_of(
    year: &Year<'_>,
    settled: &Settled,
    (id, form): (&str, ContractForm),
    units: &[&Unit],
    paid_on: Day,
) -> Result<Vec<Rate>, AccidentRateMissing> {
    let due = Exact::whole(1_000_000);
    let person = Person { assistant: id, form, paid_on, pay_of_month: &due, judged_by: None };
    let as_if_due = rates(year, &person)?;
    let supplements: Exact =
        units.iter().filter_map(|unit| smallest(year, settled, unit, &as_if_due)).map(Money::to_exact).sum();
    let in_month = |p: &&Payment| {
        let paid = p.paid_on.as_ref().map_or(paid_on, |day| day.value);
        !p.rejected && p.assistant.value.trim() == id && paid.month() == paid_on.month()
    };
    let rows: Vec<&Payment> = year.facts.payments.iter().filter(in_month).collect();
    let mut other: Exact = rows.iter().map(|row| contributory_pay(row)).sum();
    let mut judged_by = None;
    // Pay that is not in the tables yet is no reason to think that there will be none.
    if rows.iter().all(|row| base_pay(row).is_zero())
        && let Some((month, pay)) = super::rates::ordinary_month(year, id, paid_on)
    {
        other = &other + &pay;
        judged_by = Some(month);
    }
    rates(year, &Person { pay_of_month: &(&other + &supplements), judged_by, ..person })
}

/// The nodes of a planned supplement: assumptions and formulas that the cells of its row are.
#[derive(Clone, Debug)]
pub struct GrantNodes {
    /// The gross: a number that may be changed.
    pub gross: NodeId,
    /// Rate and contribution, as the grant's rates.
    pub contributions: Vec<(NodeId, NodeId)>,
}

/// The columns of planned rows.
const COLUMNS: [&str; 11] = [
    "assistant",
    "month",
    "form",
    "supplement",
    "pension",
    "disability",
    "accident",
    "labour_fund",
    "fgsp",
    "ppk",
    "paid_on",
];

/// Adds the planned supplements to the facts as rows of `Płace`, and to the model as formulas that their cells are.
pub fn plan(facts: &mut Facts, model: &mut Model, grants: &[Grant], paid_on: Day) -> Vec<GrantNodes> {
    if grants.is_empty() {
        return Vec::new();
    }
    let mut known: BTreeMap<(Contribution, (String, String)), NodeId> = BTreeMap::new();
    let mut nodes = Vec::new();
    let header = facts.cell();
    let mut table =
        Table { id: TableId::Pay, header_at: header, columns: COLUMNS.to_vec(), rows: Vec::new() };
    for grant in grants {
        let label = format!("Dodatek brutto, {}, {}", grant.id, grant.month.polish());
        let gross = model.parameter(&label, Format::Money, Value::Number(grant.gross.to_exact()));
        let mut contributions = Vec::new();
        for rate in &grant.rates {
            let node = *known.entry((rate.which, rate.rate.parts())).or_insert_with(|| {
                let label = format!("Stopa: {}", super::rates::word(rate.which));
                model.parameter(&label, Format::Percent, Value::Number(rate.rate.clone()))
            });
            let label = format!("Składka: {}", super::rates::word(rate.which));
            let amount = model.formula(&label, Format::Money, gross::contribution(node, gross));
            contributions.push((node, amount));
        }
        let (row, payment) = planned_row(facts, model, grant, gross, &contributions, paid_on);
        table.rows.push(row);
        facts.submission.payments.push(payment);
        nodes.push(GrantNodes { gross, contributions });
    }
    facts.submission.tables.push(table);
    nodes
}

fn planned_row(
    facts: &mut Facts,
    model: &mut Model,
    grant: &Grant,
    gross: NodeId,
    contributions: &[(NodeId, NodeId)],
    paid_on: Day,
) -> (Row, Payment) {
    let mut fields = std::collections::BTreeMap::new();
    let mut put = |facts: &mut Facts, key: &'static str, datum: Datum, seen: String| -> CellRef {
        let at = facts.cell();
        fields.insert(key, Field { at, datum: Some(datum), seen });
        at
    };
    let at = put(facts, "assistant", Datum::Text(grant.id.clone()), grant.id.clone());
    let month = put(facts, "month", Datum::Month(grant.month), grant.month.polish());
    let form = put(facts, "form", Datum::Choice(grant.form.word()), grant.form.word().to_owned());
    let supplement = put(facts, "supplement", Datum::Amount(grant.gross), grant.gross.to_string());
    model.stand_for(supplement, gross);
    let mut typed = Vec::new();
    for (rate, (_, node)) in grant.rates.iter().zip(contributions) {
        let amount = model.money(*node);
        let cell = put(facts, rate.which.key(), Datum::Amount(amount), amount.to_string());
        model.stand_for(cell, *node);
        typed.push((rate.which, Sourced::new(amount, cell)));
    }
    let day = put(facts, "paid_on", Datum::Day(paid_on), paid_on.polish());
    let payment = Payment {
        at,
        rejected: false,
        assistant: Sourced::new(grant.id.clone(), at),
        month: Sourced::new(grant.month, month),
        form: Some(Sourced::new(grant.form, form)),
        nominal_hours: None,
        hours: None,
        gross: None,
        base: None,
        seniority: None,
        other_contributory: None,
        other_exempt: None,
        components: Vec::new(),
        supplement: Some(Sourced::new(grant.gross, supplement)),
        motivation: None,
        contributions: typed,
        on_other: None,
        on_supplement: None,
        on_motivation: None,
        other_public: None,
        payroll: None,
        paid_on: Some(Sourced::new(paid_on, day)),
        contributions_paid_on: None,
    };
    (Row { at, fields, rejected: false }, payment)
}
