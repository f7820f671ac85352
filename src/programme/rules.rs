//! An edition's rules, complete, dated and cited. Built only by the loader.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::build::readings::{in_force, way_in_force};
use super::readings::{Choice, Readiness, ServicePost, Switch};
pub use super::readings::{OwnShareScope, Reading, WageBase};
use super::when::{What, When};
use crate::records::{ContractForm, HalfYear, Position};
use crate::units::{Day, DayRange, Exact, Money};

/// How sure a figure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Read in the act or an official notice.
    Confirmed,
    /// Worked out from published figures or by analogy.
    Inferred,
    /// Chosen by us where the text is silent.
    Assumed,
    /// Not known: the operator must give it.
    Unknown,
}

impl Mark {
    /// Every mark, surest first.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Inferred, Self::Assumed, Self::Unknown];

    /// The Polish word printed in workbooks.
    pub fn polish(self) -> &'static str {
        match self {
            Self::Confirmed => "potwierdzone",
            Self::Inferred => "wywnioskowane",
            Self::Assumed => "założenie",
            Self::Unknown => "nieznane",
        }
    }

    /// The word of rules files and of JSON; `mark-WORD` is its message.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
            Self::Unknown => "unknown",
        }
    }
}

/// A value of the rules with its certainty and source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// How sure it is.
    pub mark: Mark,
    /// Citation in Polish words, ready to print: act, chapter, point, or the published case.
    pub source: String,
    /// Label of the provision in `law.md`, where there is one.
    pub law: Option<String>,
}

/// Share and ceiling for one position and form of contract.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContractShare {
    /// Whose.
    pub position: Position,
    /// Which form.
    pub form: ContractForm,
    /// Share of the wage cost.
    pub share: Figure<Exact>,
    /// Ceiling in złoty per full post and month.
    pub ceiling: Figure<Money>,
}

/// A component of the programme's money. A closed list: a rule outside it needs code and fails loudly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Component {
    /// Share of the monthly wage under a monthly ceiling (shape A).
    WageShareUnderCeiling {
        /// What the wage cost holds.
        base: Figure<WageBase>,
        /// Share and ceiling by position and form of contract.
        by_contract: Vec<ContractShare>,
        /// First day on which an assistant who counts may have been hired; none: whenever.
        hired_from: Option<Figure<Day>>,
    },
    /// Share of the wage cost of some months, level set by the minister (shapes C and D).
    WageShare {
        /// What the wage cost holds.
        base: Figure<WageBase>,
        /// Highest level.
        ceiling: Figure<Exact>,
        /// Another level that was published, for the reading of a level that is not given.
        seen: Option<Figure<Exact>>,
        /// Months whose cost counts; the settlement period when none.
        months: Option<DayRange>,
    },
    /// One-off supplement by the post on a reference day (shapes B and C).
    OneOffSupplement {
        /// Złoty per full post.
        amount: Figure<Money>,
        /// The day on which the assistant must be employed.
        reference_day: Figure<Day>,
        /// Days on the first and last of which the assistant must still be employed, where the edition asks for it.
        still_employed: Option<Figure<DayRange>>,
        /// Highest share of the supplement's cost.
        share_of_cost: Figure<Exact>,
        /// Where that share is measured.
        own_share_scope: Figure<OwnShareScope>,
        /// Decimals of the post; exact when none.
        fte_decimals: Option<Figure<u32>>,
        /// Must the assistant be ready for "Za życiem" support?
        readiness: bool,
    },
    /// Supplement for each month worked (shape D).
    MonthlySupplement {
        /// Złoty per full post and month.
        amount: Figure<Money>,
        /// Hours that a full post must have worked in the month.
        hours: Figure<Exact>,
        /// Most złoty per assistant and year that the text names; never below twelve months, so no formula needs it.
        yearly: Option<Figure<Money>>,
        /// Highest share of the supplement's cost.
        share_of_cost: Figure<Exact>,
        /// Where that share is measured.
        own_share_scope: Figure<OwnShareScope>,
    },
    /// Fully funded supplement with its contributions (shape E).
    FundedSupplement {
        /// Złoty per full post and month.
        amount: Figure<Money>,
    },
}

impl Component {
    /// Is it the programme's supplement, as opposed to a part of the cost of employment?
    pub fn is_supplement(&self) -> bool {
        matches!(
            self,
            Self::OneOffSupplement { .. } | Self::MonthlySupplement { .. } | Self::FundedSupplement { .. }
        )
    }
}

/// A settlement period with its own request, award and refund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Round {
    /// Which half-year; none where the edition has one round.
    pub half_year: Option<HalfYear>,
    /// Its days.
    pub period: DayRange,
    /// The last day on which the municipality files its request, where the programme names one.
    pub request_until: Option<Figure<Day>>,
    /// Days from the day on which the round's money came within which its own report is filed, where it has one.
    pub report_days: Option<Figure<u32>>,
}

/// What is the matter with a figure that the texts read do not tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenState {
    /// Nobody gave it: nothing can be computed with it.
    Missing,
    /// The municipality gave it, and it is in force.
    Given,
    /// The municipality gave something else than such a figure, as typed.
    Unreadable(String),
}

/// A figure that the texts read do not tell. Until it is given, its place in the rules holds zero, never a guess.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenFigure {
    /// Stable name, as typed in `Odczytania`: `supplement.amount`.
    pub name: String,
    /// How such a figure is typed: `1000,00 zł`.
    pub example: &'static str,
    /// What is known of it, in Polish words.
    pub known: String,
    /// For whom it is needed; none: for everybody.
    pub needed_by: Option<(Position, ContractForm)>,
    /// Given or not.
    pub state: OpenState,
}

impl OpenFigure {
    /// Returns the name of a share or ceiling: `wages.coordinator.service.ceiling`.
    pub fn of_contract(position: Position, form: ContractForm, key: &str) -> String {
        let position = match position {
            Position::Assistant => "assistant",
            Position::Coordinator => "coordinator",
        };
        let form = match form {
            ContractForm::Employment => "employment",
            ContractForm::Service => "service",
        };
        format!("wages.{position}.{form}.{key}")
    }
}

/// An edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Programme {
    /// Such as `asystent-rodziny-2025`.
    pub id: String,
    /// Full Polish title.
    pub title: String,
    /// The act or notice, as cited.
    pub act: String,
    /// Days the settlement may cover.
    pub period: Figure<DayRange>,
    /// Last day on which a payment counts, by default; the contract's own day wins.
    pub payment_deadline: Figure<Day>,
    /// Days from completion to the report and to the return, where the edition says so.
    pub report_days: Option<Figure<u32>>,
    /// See `report_days`.
    pub return_days: Option<Figure<u32>>,
    /// Components in the order of the form: supplement first.
    pub components: Vec<Component>,
    /// Rounds in order; at least one.
    pub rounds: Vec<Round>,
    /// A service contract's post is hours worked over the month's nominal hours (2024-2025).
    pub service_fte_from_hours: Option<Figure<bool>>,
    /// Sibling programme: a second programme on the same person and month.
    pub sibling: bool,
    /// Revenue paragraph by source of money.
    pub revenue_paragraph: Figure<String>,
    /// Division and chapter of the budget.
    pub division: Figure<String>,
    /// See `division`.
    pub chapter: Figure<String>,
    /// Id of the form in `report-templates/`.
    pub form: String,
    /// Readings in use.
    pub readings: Vec<Reading>,
    /// Figures that the texts read do not tell. Before a settlement ask [`Programme::missing_for`].
    pub open: Vec<OpenFigure>,
    /// Id of the earlier edition whose money for the same months this one makes up to its own ceiling.
    pub tops_up: Option<Figure<String>>,
    /// SHA-256 of the rules file.
    pub digest: String,
    /// Where the rules file was found.
    pub origin: Origin,
    /// Readings asked for so far.
    pub(super) asked: Asked,
}

/// Where an edition's rules were found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Origin {
    /// Compiled into the program.
    #[default]
    BuiltIn,
    /// In the folder the user named; no edition compiled in has this id.
    Folder,
    /// In the folder the user named, in place of the edition of this id compiled in.
    FolderOverBuiltIn,
}

impl Origin {
    /// The Polish words printed in workbooks.
    pub fn polish(self) -> &'static str {
        match self {
            Self::BuiltIn => "wbudowane w program komputerowy",
            Self::Folder => "z folderu użytkownika; w programie komputerowym tej edycji nie ma",
            Self::FolderOverBuiltIn => "z folderu użytkownika, zamiast wbudowanych zasad tej edycji",
        }
    }
}

impl Programme {
    /// Returns the way in force of a reading; the first way of the switch where the edition does not have it.
    pub fn reads<S: Switch>(&self) -> S {
        let at = self.readings.iter().position(|reading| reading.name == S::NAME);
        let reading = at.and_then(|at| {
            self.asked.note(at);
            self.readings.get(at)
        });
        reading.and_then(way_in_force::<S>).unwrap_or(S::WORDS[0].1)
    }

    /// Was the reading asked for since this edition was loaded or copied? A way that stands in a figure of the edition
    /// ([`Self::with_reading`] puts it there) is asked for without a trace and counts as asked for.
    pub fn was_asked(&self, name: &str) -> bool {
        let as_figure = [ServicePost::NAME, Readiness::NAME, OwnShareScope::NAME, WageBase::NAME];
        let at = self.readings.iter().position(|reading| reading.name == name);
        at.is_some_and(|at| as_figure.contains(&name) || self.asked.has(at))
    }

    /// Forgets which readings were asked for, so that the next stage of a settlement is watched by itself.
    pub fn forget_asked(&self) {
        self.asked.forget();
    }

    /// Returns the edition with another way of one reading in force; nothing when it has no such reading or way.
    pub fn with_reading(&self, name: &str, word: &str, choice: Option<Choice>) -> Option<Self> {
        let mut other = self.clone();
        let reading = other.readings.iter_mut().find(|reading| reading.name == name)?;
        reading.in_force = reading.ways.iter().map(|way| way.word).find(|way| *way == word)?;
        reading.choice = choice;
        let reading = reading.clone();
        other.follow(&reading);
        Some(other)
    }

    /// Puts the way in force where the edition leaves a figure to the reading.
    fn follow(&mut self, reading: &Reading) {
        if let Some(post) = in_force::<ServicePost>(reading).filter(|_| reading.name == ServicePost::NAME)
            && let Some(figure) = &mut self.service_fte_from_hours
        {
            figure.value = post.value == ServicePost::HoursOfMonth;
        }
        for component in &mut self.components {
            match component {
                Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => {
                    replace(base, reading);
                }
                Component::OneOffSupplement { own_share_scope, readiness, .. } => {
                    replace(own_share_scope, reading);
                    if reading.name == Readiness::NAME {
                        *readiness = in_force::<Readiness>(reading)
                            .is_some_and(|figure| figure.value == Readiness::Required);
                    }
                }
                Component::MonthlySupplement { own_share_scope, .. } => replace(own_share_scope, reading),
                Component::FundedSupplement { .. } => {}
            }
        }
    }

    /// Is the edition settled for each calendar year by itself? One that lasts longer than a year is.
    pub fn settled_yearly(&self) -> bool {
        self.period.value.first.month().year != self.period.value.last.month().year
    }

    /// Returns the open figures that are needed for these positions and forms and are not given.
    pub fn missing_for(&self, who: &BTreeSet<(Position, ContractForm)>) -> Vec<&OpenFigure> {
        let needed = |figure: &&OpenFigure| figure.needed_by.is_none_or(|by| who.contains(&by));
        self.open.iter().filter(|figure| figure.state != OpenState::Given).filter(needed).collect()
    }

    /// Returns the edition without the shares and ceilings that are still open, so that nothing is computed with the
    /// zero that stands for them.
    #[must_use]
    pub fn without_open_shares(mut self) -> Self {
        let open: Vec<_> =
            self.open.iter().filter(|f| f.state != OpenState::Given).filter_map(|f| f.needed_by).collect();
        for component in &mut self.components {
            if let Component::WageShareUnderCeiling { by_contract, .. } = component {
                by_contract.retain(|rule| !open.contains(&(rule.position, rule.form)));
            }
        }
        self
    }

    /// Does the edition pay for people of the position?
    pub fn pays_for(&self, position: Position) -> bool {
        let by_contract = |c: &Component| match c {
            Component::WageShareUnderCeiling { by_contract, .. } => {
                by_contract.iter().any(|rule| rule.position == position)
            }
            _ => false,
        };
        position == Position::Assistant || self.sibling || self.components.iter().any(by_contract)
    }

    /// Returns the last day on which a payment counts by default, for a settlement of the given days.
    ///
    /// Where each calendar year is settled by itself it is 31 December of the year settled.
    pub fn payment_deadline_for(&self, settled: DayRange) -> Figure<Day> {
        let mut deadline = self.payment_deadline.clone();
        if self.settled_yearly() {
            let year_end = Day::new(settled.last.month().year, 12, 31);
            deadline.value = year_end.map_or(deadline.value, |end| end.min(deadline.value));
        }
        deadline
    }
}

/// Replaces a figure by the way in force when the reading speaks of it.
fn replace<S: Switch>(figure: &mut Figure<S>, reading: &Reading) {
    if reading.name == S::NAME
        && let Some(value) = in_force::<S>(reading)
    {
        *figure = value;
    }
}

/// What a reader wants to know of an edition beyond what is computed with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    /// Whom the money is for, in Polish words.
    pub who: Figure<String>,
    /// Events with a term, in order.
    pub deadlines: Vec<Deadline>,
}

/// An event with its term in Polish words, and as far as it can be computed, in that form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deadline {
    /// What must be done.
    pub event: String,
    /// By when.
    pub term: Figure<String>,
    /// What it is about.
    pub what: What,
    /// The half-year it is for, where each has its own.
    pub half_year: Option<HalfYear>,
    /// The term as it is computed; none where the text gives no day and no event, or where a figure of the edition
    /// holds it: then that figure is its one definition.
    pub when: Option<When>,
}
