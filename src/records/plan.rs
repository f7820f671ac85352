//! The plan of the coming year, typed: figures by scenario, raises, changes of staff. Each value keeps its cell.
//!
//! Built by intake like every other table. A settlement and its checks look at none of this; only a forecast does
//! (`crate::estimate`), which also says what is wrong with it.

use super::submission::Given;
use super::{ContractForm, Datum, Kind};
use crate::source::{CellRef, Sourced};
use crate::units::money::polish_amount;
use crate::units::{Day, Exact, Money, Month};

/// A row of `Założenia`: what it is called and how its values are read.
#[derive(Clone, Copy, Debug)]
pub struct PlanFigure {
    /// Stable name.
    pub key: &'static str,
    /// What stands in `Założenie`.
    pub label: &'static str,
    /// How the values of its row are read.
    pub kind: Kind,
}

impl PlanFigure {
    /// Writes a value of the figure as Poles read it: a percentage, or else an amount.
    pub fn told(&self, value: &Exact) -> String {
        match self.kind {
            Kind::Percent => format!("{}%", (value * &Exact::whole(100)).to_short(4).replace('.', ",")),
            _ => format!("{} zł", polish_amount(value, 2)),
        }
    }
}

/// Every figure of the plan, in the order in which `init --plan` writes them.
pub const PLAN_FIGURES: &[PlanFigure] = &[
    figure("raise_percent", "Podwyżka ogólna (%)", Kind::Percent),
    figure("raise_amount", "Podwyżka ogólna na pełny etat (zł)", Kind::Amount),
    figure("raise_from", "Podwyżka ogólna od miesiąca", Kind::Month),
    figure("minimum_wage", "Minimalne wynagrodzenie (zł)", Kind::Amount),
    figure("minimum_wage_july", "Minimalne wynagrodzenie od lipca (zł)", Kind::Amount),
    figure("hourly_minimum", "Minimalna stawka godzinowa (zł)", Kind::Amount),
    figure("hourly_minimum_july", "Minimalna stawka godzinowa od lipca (zł)", Kind::Amount),
    figure("pension", "Składka emerytalna pracodawcy (%)", Kind::Percent),
    figure("disability", "Składka rentowa pracodawcy (%)", Kind::Percent),
    figure("accident_rate", "Stopa wypadkowa płatnika (%)", Kind::Percent),
    figure("labour_fund", "Składka na FP i FS (%)", Kind::Percent),
    figure("fgsp", "Składka na FGŚP (%)", Kind::Percent),
    figure("ppk", "Wpłata pracodawcy na PPK (%)", Kind::Percent),
    figure("expected_hours", "Godziny pracy w miesiącu na pełny etat (h)", Kind::Hours),
    figure("supplement", "Dodatek z Programu brutto na pełny etat (zł)", Kind::Amount),
    figure("level", "Poziom dofinansowania kosztów zatrudnienia w planie (%)", Kind::Percent),
    figure("award_share", "Przyznana część zapotrzebowania (%)", Kind::Percent),
    figure("thirteenth_share", "Dodatkowe wynagrodzenie roczne (%)", Kind::Percent),
    figure("request_day", "Dzień złożenia wniosku", Kind::Day),
    figure("december_contributions_day", "Dzień zapłaty składek za grudzień", Kind::Day),
];

const fn figure(key: &'static str, label: &'static str, kind: Kind) -> PlanFigure {
    PlanFigure { key, label, kind }
}

/// Words of `Scenariusze`, each with the scenarios it names: careful, base, ambitious.
pub const SCENARIO_WORDS: &[(&str, [bool; 3])] = &[
    ("wszystkie", [true, true, true]),
    ("ostrożny", [true, false, false]),
    ("bazowy", [false, true, false]),
    ("ambitny", [false, false, true]),
    ("ostrożny i bazowy", [true, true, false]),
    ("bazowy i ambitny", [false, true, true]),
    ("ostrożny i ambitny", [true, false, true]),
];

/// The same words, as the choice of a column.
pub const SCENARIO_CHOICES: &[&str] = &[
    "wszystkie",
    "ostrożny",
    "bazowy",
    "ambitny",
    "ostrożny i bazowy",
    "bazowy i ambitny",
    "ostrożny i ambitny",
];

/// Words of `Zdarzenie`.
pub const EVENT_CHOICES: &[&str] = &["zatrudnienie", "odejście", "zmiana warunków"];

/// What happens to a post.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StaffEvent {
    /// Somebody is hired, or a vacancy is filled.
    Hire,
    /// Somebody leaves; the day given is the last day of work.
    Departure,
    /// Post, pay or form of contract change.
    Change,
}

/// A row of `Założenia` that was understood.
#[derive(Clone, Debug)]
pub struct PlannedFigure {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Which, of [`PLAN_FIGURES`].
    pub key: &'static str,
    /// Values in the order of scenarios: careful, base, ambitious.
    pub values: [Given<Datum>; 3],
}

/// A row of `Podwyżki`.
#[derive(Clone, Debug)]
pub struct PlannedRaise {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Whose; none: everybody's.
    pub assistant: Given<String>,
    /// First month paid so.
    pub from: Sourced<Month>,
    /// Share of base pay, as a fraction of one.
    pub percent: Given<Exact>,
    /// Złoty a month on a full post.
    pub amount: Given<Money>,
    /// Scenarios in which it comes about: careful, base, ambitious.
    pub scenarios: [bool; 3],
}

/// A row of `Zmiany kadrowe`.
#[derive(Clone, Debug)]
pub struct StaffChange {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Identifier of the assistant, or of the vacancy.
    pub assistant: Sourced<String>,
    /// What happens.
    pub event: Sourced<StaffEvent>,
    /// First day of the new terms; of a departure the last day of work.
    pub day: Sourced<Day>,
    /// Form of contract.
    pub form: Given<ContractForm>,
    /// Post.
    pub fte: Given<Exact>,
    /// Base pay a month for the whole post of the contract.
    pub base: Given<Money>,
    /// Seniority allowance, as a fraction of one.
    pub seniority_rate: Given<Exact>,
    /// Pay for an hour under a service contract.
    pub hourly_rate: Given<Money>,
    /// Hours a month under a service contract.
    pub hours: Given<Exact>,
    /// Scenarios in which it comes about: careful, base, ambitious.
    pub scenarios: [bool; 3],
}

/// What somebody plans for the coming year. Empty: nothing was planned.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// `Założenia`.
    pub figures: Vec<PlannedFigure>,
    /// `Podwyżki`.
    pub raises: Vec<PlannedRaise>,
    /// `Zmiany kadrowe`.
    pub changes: Vec<StaffChange>,
}

impl Plan {
    /// Was nothing planned?
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.raises.is_empty() && self.changes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_scenarios_are_those_of_the_choice() {
        let words: Vec<&str> = SCENARIO_WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(words, SCENARIO_CHOICES);
        assert!(SCENARIO_WORDS.iter().all(|(_, which)| which.contains(&true)));
    }
}
