//! What was published, as values: a case, its kind, its figures, and what cannot be computed again.

use super::rows::Row;
use crate::calc::Value;
use crate::intake::MemoryFile;
use crate::locale::Locale;
use crate::settlement::Settled;
use crate::units::{Day, Money};

/// How far the published figures bear the computation out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Everything needed was published.
    Reproduced,
    /// Some inputs had to be inferred; the case says which.
    Consistent,
    /// The published figures break the rules: the right amount and a finding come out.
    Contradicting,
}

impl Kind {
    /// All kinds, in the order counted.
    pub const ALL: [Self; 3] = [Self::Reproduced, Self::Consistent, Self::Contradicting];

    /// Returns the word used in files and in the JSON result.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reproduced => "reproduced",
            Self::Consistent => "consistent",
            Self::Contradicting => "contradicting",
        }
    }
}

/// A figure that municipalities publish and the settlement computes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Quantity {
    /// Co-financing of the supplement.
    SupplementCoFinancing,
    /// Co-financing of the cost of employment.
    EmploymentCoFinancing,
    /// Part of the latter from the state budget.
    StateBudget,
    /// Part of it from the Labour Fund.
    LabourFund,
    /// Co-financing in all.
    CoFinancing,
    /// The municipality's own contribution.
    OwnContribution,
    /// Cost of the task in all.
    TaskCost,
}

impl Quantity {
    /// All quantities, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::SupplementCoFinancing,
        Self::EmploymentCoFinancing,
        Self::StateBudget,
        Self::LabourFund,
        Self::CoFinancing,
        Self::OwnContribution,
        Self::TaskCost,
    ];

    /// Returns the key used in files and in the JSON result.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SupplementCoFinancing => "supplement_co_financing",
            Self::EmploymentCoFinancing => "employment_co_financing",
            Self::StateBudget => "state_budget",
            Self::LabourFund => "labour_fund",
            Self::CoFinancing => "co_financing",
            Self::OwnContribution => "own_contribution",
            Self::TaskCost => "task_cost",
        }
    }

    /// Returns the name that people read.
    pub fn text(self, locale: &Locale) -> String {
        locale.text(&format!("conformance-{}", self.key()), &[])
    }

    /// Returns the figure as settled; nothing where it is blank or the settlement has no such part.
    pub fn of(self, settled: &Settled) -> Option<Money> {
        let totals = &settled.totals;
        let part = || settled.rounds.first()?.employment.as_ref();
        let node = match self {
            Self::SupplementCoFinancing => totals.supplement_co_financing,
            Self::EmploymentCoFinancing => totals.employment_co_financing,
            Self::StateBudget => part()?.state_budget_part?,
            Self::LabourFund => part()?.labour_fund_part?,
            Self::CoFinancing => totals.co_financing,
            Self::OwnContribution => totals.own_contribution,
            Self::TaskCost => totals.task_cost,
        };
        matches!(settled.model.value(node), Value::Number(_)).then(|| settled.model.money(node))
    }
}

/// A figure as published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublishedFigure {
    /// Which.
    pub quantity: Quantity,
    /// The amount, as published.
    pub published: Money,
    /// In a case that contradicts the rules: the amount they give.
    pub right: Option<Money>,
}

/// A published case that can be computed again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Folder or file and line, to find it by.
    pub place: String,
    /// Municipality, or the nation.
    pub municipality: String,
    /// Year, as published.
    pub year: String,
    /// Edition.
    pub programme: String,
    /// Kind.
    pub kind: Kind,
    /// Figures, in the order of [`Quantity`]; at least one.
    pub figures: Vec<PublishedFigure>,
    /// Codes of the findings that must come out.
    pub findings: Vec<String>,
    /// What had to be inferred or made up, in Polish.
    pub inferred: String,
    /// Where it was published.
    pub source: String,
    /// What is settled.
    pub(super) data: Data,
}

/// Where a submission comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Data {
    /// Tables of a folder, and the day the settlement speaks of.
    Tables {
        /// Files.
        files: Vec<MemoryFile>,
        /// Day.
        as_of: Day,
    },
    /// A row from which tables are made.
    Row(Box<Row>),
}

/// A published figure that cannot be computed again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotRecomputed {
    /// Who published.
    pub municipality: String,
    /// Year, as published.
    pub year: String,
    /// What was published, in Polish.
    pub published: String,
    /// Why it cannot be computed again, in Polish.
    pub reason: String,
    /// Where it was published.
    pub source: String,
}

/// Everything known to have been published.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PublicRecord {
    /// Cases by year, then municipality.
    pub cases: Vec<Case>,
    /// The rest, by year, then name.
    pub not_recomputed: Vec<NotRecomputed>,
}
