//! The F8 workbook: a sheet for each debt, and one that says where rates, threshold and rules come from.
//!
//! Every amount is a node of the computed model; nothing is added up here. The form's wording is in its file.

use std::collections::{BTreeMap, BTreeSet};

use super::charges::{BankInterest, Charge, Computed};
use super::steps::PeriodSteps;
use crate::calc::model::day_value;
use crate::calc::{Format, Model, NodeId, Value};
use crate::checks::debts::Ground;
use crate::checks::terms::Regime;
use crate::forms::definition::FormDefinition;
use crate::forms::listed::{Listed, Value as Given};
use crate::forms::{self, FormFacts};
use crate::grid::{Content, Holds, Role, Sheet};
use crate::programme::{Figure, Mark};
use crate::records::{FundComponent, InterestClause};
use crate::units::{Day, Exact, Money};

/// Name of the sheet of sources.
pub const SOURCES: &str = "Źródła odsetek";

/// Returns the sheets, the debts first.
pub fn sheets(form: &FormDefinition, facts: &FormFacts, computed: &mut Computed) -> Vec<Sheet> {
    let charges = computed.charges.clone();
    let several = charges.len() > 1;
    let mut all = Vec::new();
    for (i, charge) in charges.iter().enumerate() {
        let listed = listed(charge, computed, i == 0);
        for mut sheet in forms::fill::fill_listed(form, &mut computed.model, facts, &listed) {
            if several {
                sheet.name = format!("{} {}", sheet.name, i + 1);
            }
            all.push(sheet);
        }
    }
    all.push(sources(&charges, computed));
    all
}

fn listed(charge: &Charge, computed: &mut Computed, first: bool) -> Listed {
    let mut listed = Listed::default();
    let text = |text: String| Given::Text(text);
    let mut once = vec![
        ("interest.regime", text(rules(charge, computed.clause))),
        ("interest.component", text(what(charge))),
    ];
    let model = &mut computed.model;
    let mut day = |label, day: Option<Day>| {
        day.map(|day| Given::Node(model.parameter(label, Format::Day, day_value(day))))
    };
    let transferred = day("Dzień przekazania środków", charge.transferred);
    let due = day("Ostatni dzień zwrotu", charge.due);
    once.extend(transferred.map(|value| ("interest.transferred_on", value)));
    once.extend(due.map(|value| ("interest.due_on", value)));
    once.push(("interest.to_return", Given::Node(money(model, "Należność główna razem", charge.principal))));
    if let (true, BankInterest::Given(amount)) = (first, &computed.bank) {
        once.push(("interest.bank", Given::Node(money(model, "Odsetki bankowe", *amount))));
    }
    if let Some(steps) = &charge.steps {
        once.push(("interest.sum", Given::Node(steps.sum)));
        once.push(("interest.rounded", Given::Node(steps.rounded)));
        once.push(("interest.payable", Given::Node(steps.due)));
        once.extend(steps.threshold.map(|id| ("interest.threshold", Given::Node(id))));
    }
    listed.rows = rows(charge, model);
    listed.once = once.into_iter().collect();
    listed
}

fn money(model: &mut Model, label: &str, amount: Money) -> NodeId {
    model.parameter(label, Format::Money, Value::Number(amount.to_exact()))
}

/// One row the days of one rate; a part without any has a row of its own, so that the principal is whole.
fn rows(charge: &Charge, model: &mut Model) -> Vec<BTreeMap<&'static str, Given>> {
    let mut rows: Vec<BTreeMap<&'static str, Given>> = Vec::new();
    let basis = charge.basis.as_ref().map(|b| b.value.clone()).unwrap_or_default();
    for (i, part) in charge.parts.iter().enumerate() {
        let steps = charge.steps.as_ref().and_then(|steps| steps.parts.get(i));
        let principal = match steps {
            Some(steps) => steps.principal,
            None => money(model, "Należność główna", part.principal),
        };
        let periods: &[PeriodSteps] = steps.map_or(&[], |steps| &steps.periods);
        let mut add = |more: Vec<(&'static str, NodeId)>| {
            let number = i64::try_from(rows.len() + 1).unwrap_or(i64::MAX);
            let number = model.parameter("Lp.", Format::Count, Value::Number(Exact::whole(number)));
            let mut row = BTreeMap::from([
                ("interest.number", Given::Node(number)),
                ("interest.basis", Given::Text(basis.clone())),
                ("interest.principal", Given::Node(principal)),
            ]);
            row.extend(more.into_iter().map(|(name, id)| (name, Given::Node(id))));
            rows.push(row);
        };
        for p in periods {
            add(vec![
                ("interest.from", p.from),
                ("interest.to", p.to),
                ("interest.days", p.days),
                ("interest.rate", p.rate),
                ("interest.amount", p.interest),
            ]);
        }
        if periods.is_empty() {
            add(Vec::new());
        }
    }
    rows
}

/// What the debt is, in words.
pub fn what(charge: &Charge) -> String {
    let ground = match charge.ground {
        Ground::Unused => "środki niewykorzystane",
        Ground::Misused => "środki wykorzystane niezgodnie z przeznaczeniem",
        Ground::Undue => "środki pobrane nienależnie lub w nadmiernej wysokości",
    };
    let component = charge.component.map(FundComponent::word);
    let round = charge.half_year.map(|half| format!(" {}", half.word())).unwrap_or_default();
    let source = charge.source.map(|source| format!(", {}", source.word())).unwrap_or_default();
    component.map_or_else(|| ground.to_owned(), |component| format!("{component}{round}{source}: {ground}"))
}

/// Whose rules they are, in words.
fn rules(charge: &Charge, clause: Option<InterestClause>) -> String {
    match (clause, charge.regime) {
        (Some(clause), _) => format!("umowa ma własną klauzulę: odsetki: {}", clause.word()),
        (None, Regime::StateBudget) => "dotacja z budżetu państwa".to_owned(),
        (None, Regime::ByStatute) => "Fundusz Pracy, zwrot na podstawie ustawy".to_owned(),
        (None, Regime::ByContract) => "Fundusz Pracy, zwrot na podstawie umowy i programu".to_owned(),
    }
}

/// The sheet of rates, threshold and rules with mark and source.
fn sources(charges: &[Charge], computed: &Computed) -> Sheet {
    let mut sheet = Sheet::named(SOURCES);
    sheet.holds = Holds::Views;
    sheet.filter = true;
    for (column, width) in [(0, 52), (1, 14), (2, 18), (3, 90)] {
        sheet.widths.insert(column, width);
    }
    for (column, heading) in (0..).zip(["Co", "Wartość", "Pewność", "Źródło"]) {
        sheet.text(0, column, Role::Heading, heading);
    }
    let mut lines: Vec<(String, Content, Format, Mark, String)> = Vec::new();
    let mut seen: BTreeSet<(Day, String)> = BTreeSet::new();
    for basis in charges.iter().filter_map(|c| c.basis.as_ref()) {
        if !lines.iter().any(|line| line.0 == basis.value) {
            lines.push((basis.value.clone(), Content::Blank, Format::Text, basis.mark, basis.source.clone()));
        }
    }
    let periods = charges.iter().filter_map(|c| c.steps.as_ref()).flat_map(|s| &s.parts);
    let mut rates: Vec<&PeriodSteps> = periods.flat_map(|p| &p.periods).collect();
    rates.sort_by_key(|p| (p.range.first, p.range.last));
    for p in rates {
        let Figure { value, mark, source, .. } = &p.figure;
        if seen.insert((p.range.first, source.clone())) {
            let name = format!("Stawka od {} do {}", p.range.first.polish(), p.range.last.polish());
            lines.push((name, Content::Number(value.clone()), Format::Percent, *mark, source.clone()));
        }
    }
    let mut fees: Vec<&Figure<Money>> = Vec::new();
    for steps in charges.iter().filter_map(|c| c.steps.as_ref()) {
        fees.extend(steps.fee_figure.as_ref().filter(|fee| !fees.contains(fee)));
    }
    for fee in fees {
        let value = Content::Number(fee.value.to_exact());
        lines.push((
            "Opłata za list polecony".to_owned(),
            value,
            Format::Money,
            fee.mark,
            fee.source.clone(),
        ));
    }
    // More than one day of transfer: which of them the misused money came with nobody says.
    let several = |c: &&Charge| {
        let first = c.parts.iter().filter_map(|p| p.days).map(|days| days.first).collect::<BTreeSet<_>>();
        c.ground == Ground::Misused && first.len() > 1
    };
    if charges.iter().any(|c| several(&c)) {
        let source = "założenie: kwoty przypisano do przekazań po kolei, od najwcześniejszego, najwyżej do kwoty każdego";
        lines.push((
            "Środki wykorzystane niezgodnie z przeznaczeniem: dzień przekazania".to_owned(),
            Content::Blank,
            Format::Text,
            Mark::Assumed,
            source.to_owned(),
        ));
    }
    if let BankInterest::Given(amount) = &computed.bank {
        let value = Content::Number(amount.to_exact());
        let source = "tabela Umowa, pole „Odsetki bankowe (zł)”, a gdy puste: tabela Zwroty".to_owned();
        lines.push(("Odsetki bankowe".to_owned(), value, Format::Money, Mark::Confirmed, source));
    }
    for (row, (name, value, format, mark, source)) in (1..).zip(lines) {
        sheet.text(row, 0, Role::Body, &name);
        sheet.put(row, 1, Role::Body, format, value);
        sheet.text(row, 2, Role::Body, mark.polish());
        sheet.text(row, 3, Role::Body, &source);
    }
    sheet
}
