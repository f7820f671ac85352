//! The components of an edition: what it pays for, which share of it and up to what.
//!
//! Each kind has its own keys; a key of another kind is refused like any word that is not known.

use super::readings::{figure_or_reading, in_force};
use crate::programme::given::{HOURS, MONEY};
use crate::programme::reader::{Fields, OpenAs, decimals, money};
use crate::programme::readings::{LevelNotGiven, Readiness, Switch};
use crate::programme::{Component, ContractShare, Figure, OpenFigure, OwnShareScope, Reading, WageBase};
use crate::records::{ContractForm, Position};
use crate::units::{Day, DayRange, Exact};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    WageShareUnderCeiling,
    WageShare,
    OneOffSupplement,
    MonthlySupplement,
    FundedSupplement,
}

/// The closed list of components. A new one needs code in `settlement` and a paragraph in `programmes/README.md`.
const KINDS: [(&str, Kind); 5] = [
    ("wage-share-under-ceiling", Kind::WageShareUnderCeiling),
    ("wage-share", Kind::WageShare),
    ("one-off-supplement", Kind::OneOffSupplement),
    ("monthly-supplement", Kind::MonthlySupplement),
    ("funded-supplement", Kind::FundedSupplement),
];

/// Reads the components, the supplement first.
pub(super) fn components(
    root: &Fields<'_>,
    period: Option<DayRange>,
    open: &[Reading],
) -> Option<Vec<Component>> {
    let tables = root.tables("component");
    if tables.is_empty() {
        root.refuse(
            "component",
            "rules-no-component",
            &[("accepted", &KINDS.map(|(word, _)| word).join(", "))],
        );
    }
    let mut seen: Vec<bool> = Vec::new();
    let mut components = Vec::new();
    for table in &tables {
        let Some(kind) = table.word("kind", &KINDS) else { continue };
        // The forms know one supplement and one part for the cost of employment.
        let supplement = !matches!(kind, Kind::WageShareUnderCeiling | Kind::WageShare);
        if seen.contains(&supplement) {
            let word = table.text("kind").unwrap_or_default();
            table.refuse("kind", "rules-component-twice", &[("seen", word)]);
        }
        seen.push(supplement);
        let component = match kind {
            Kind::WageShareUnderCeiling => wage_share_under_ceiling(table, open),
            Kind::WageShare => wage_share(table, period, open),
            Kind::OneOffSupplement => one_off_supplement(table, period, open),
            Kind::MonthlySupplement => monthly_supplement(table, open),
            Kind::FundedSupplement => funded_supplement(table),
        };
        table.done();
        components.extend(component);
    }
    components.sort_by_key(|component: &Component| !component.is_supplement());
    (components.len() == tables.len() && !tables.is_empty()).then_some(components)
}

const AMOUNT: OpenAs<'static> = OpenAs { name: "supplement.amount", needed_by: None };

fn wage_share_under_ceiling(table: &Fields<'_>, open: &[Reading]) -> Option<Component> {
    let base = figure_or_reading::<WageBase>(table, "base", open);
    let contracts = table.tables("contract");
    if contracts.is_empty() {
        table.refuse("contract", "rules-no-contract", &[]);
    }
    let mut by_contract: Vec<ContractShare> = Vec::new();
    for contract in &contracts {
        let Some(rule) = contract_share(contract) else { continue };
        if by_contract.iter().any(|other| (other.position, other.form) == (rule.position, rule.form)) {
            contract.refuse("form", "rules-contract-twice", &[]);
        }
        by_contract.push(rule);
    }
    let complete = by_contract.len() == contracts.len() && !contracts.is_empty();
    let hired_from = table.optional_figure("hired_from", Day::parse_iso, "2012-03-22");
    let base = base?;
    complete.then_some(Component::WageShareUnderCeiling { base, by_contract, hired_from })
}

/// Share and ceiling of one position and form; a position that is not named is the assistant's.
fn contract_share(contract: &Fields<'_>) -> Option<ContractShare> {
    let positions = [("assistant", Position::Assistant), ("coordinator", Position::Coordinator)];
    let position = match contract.optional("position") {
        Some(_) => contract.word("position", &positions),
        None => Some(Position::Assistant),
    };
    let forms = [("employment", ContractForm::Employment), ("service", ContractForm::Service)];
    let form = contract.word("form", &forms);
    let who = position.zip(form);
    let name = |key| who.map_or_else(String::new, |(p, f)| OpenFigure::of_contract(p, f, key));
    let (share, ceiling) = (name("share"), name("ceiling"));
    let share = contract.share("share", "wage-cost", OpenAs { name: &share, needed_by: who });
    let ceiling = contract.known_or_open("ceiling", &MONEY, OpenAs { name: &ceiling, needed_by: who });
    contract.done();
    let (position, form) = who?;
    Some(ContractShare { position, form, share: share?, ceiling: ceiling? })
}

fn wage_share(table: &Fields<'_>, period: Option<DayRange>, open: &[Reading]) -> Option<Component> {
    let base = figure_or_reading::<WageBase>(table, "base", open);
    let ceiling = table.share("share", "wage-cost", OpenAs::named("wages.share"));
    let months = table.optional("months").and_then(|_| table.range_figure("months")).map(|f| f.value);
    if months.zip(period).is_some_and(|(months, period)| period.overlap(&months) != Some(months)) {
        table.refuse("months", "rules-months-outside-period", &[]);
    }
    if months.is_some_and(|m| m.first.of_month() != 1 || m.last.plus_days(1).of_month() != 1) {
        table.refuse("months", "rules-months-not-whole", &[]);
    }
    let seen =
        table.optional("seen").and_then(|_| table.share("seen", "wage-cost", OpenAs::named("wages.seen")));
    let left_open = open.iter().any(|reading| reading.name == LevelNotGiven::NAME);
    if seen.is_some() != left_open && !table.doubts_readings() {
        table.refuse("seen", "rules-seen-without-reading", &[("reading", LevelNotGiven::NAME)]);
    }
    Some(Component::WageShare { base: base?, ceiling: ceiling?, seen, months })
}

fn one_off_supplement(table: &Fields<'_>, period: Option<DayRange>, open: &[Reading]) -> Option<Component> {
    let amount = table.known_or_open("amount", &MONEY, AMOUNT);
    let reference_day = table.figure("reference_day", Day::parse_iso, "2023-11-22");
    if reference_day.as_ref().zip(period).is_some_and(|(day, period)| !period.contains(day.value)) {
        table.refuse("reference_day", "rules-day-outside-period", &[]);
    }
    let still_employed = table.optional("still_employed").and_then(|_| table.range_figure("still_employed"));
    let outside =
        |days: &Figure<DayRange>| period.is_some_and(|p| p.overlap(&days.value) != Some(days.value));
    if still_employed.as_ref().is_some_and(outside) {
        table.refuse("still_employed", "rules-day-outside-period", &[]);
    }
    let share_of_cost = table.share("share", "supplement-cost", OpenAs::named("supplement.share"));
    let own_share_scope = figure_or_reading::<OwnShareScope>(table, "own_share_measured", open);
    let fte_decimals = table.optional_figure("post_decimals", decimals, "2 decimals");
    let words = [("required", true), ("not-required", false)];
    let stated = table.optional("readiness").and_then(|_| table.word_figure("readiness", &words));
    let left_open = open.iter().find(|reading| reading.name == Readiness::NAME);
    if stated.is_some() && left_open.is_some() {
        let facts = [("seen", "readiness"), ("reading", Readiness::NAME)];
        table.refuse("readiness", "rules-figure-and-reading", &facts);
    }
    let readiness = left_open.and_then(in_force::<Readiness>).map(|f| f.value == Readiness::Required);
    Some(Component::OneOffSupplement {
        amount: amount?,
        reference_day: reference_day?,
        still_employed,
        share_of_cost: share_of_cost?,
        own_share_scope: own_share_scope?,
        fte_decimals,
        readiness: readiness.unwrap_or_else(|| stated.is_some_and(|figure| figure.value)),
    })
}

fn monthly_supplement(table: &Fields<'_>, open: &[Reading]) -> Option<Component> {
    let amount = table.known_or_open("amount", &MONEY, AMOUNT);
    let hours = table.known_or_open("hours", &HOURS, OpenAs::named("supplement.hours"));
    let yearly = table.optional_figure("yearly", money, "2400.00 PLN");
    // The settlement limits each month: a lower sum for the year would be printed and not kept.
    let months = amount.as_ref().map(|a| Exact::whole(12) * a.value.to_exact());
    if let (Some(year), Some(months)) = (&yearly, months)
        && year.value.to_exact() < months
    {
        table.refuse("yearly", "rules-yearly-below-months", &[]);
    }
    let share_of_cost = table.share("share", "supplement-cost", OpenAs::named("supplement.share"));
    let own_share_scope = figure_or_reading::<OwnShareScope>(table, "own_share_measured", open);
    Some(Component::MonthlySupplement {
        amount: amount?,
        hours: hours?,
        yearly,
        share_of_cost: share_of_cost?,
        own_share_scope: own_share_scope?,
    })
}

fn funded_supplement(table: &Fields<'_>) -> Option<Component> {
    Some(Component::FundedSupplement { amount: table.known_or_open("amount", &MONEY, AMOUNT)? })
}
