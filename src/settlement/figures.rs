//! What a settlement yields: nodes with names, for forms, checks, the JSON result and the working sheets.

use std::sync::Arc;

use super::books::Books;
use super::payments::PaymentNodes;
use crate::calc::{Format, Model, NodeId};
use crate::correction::Correction;
use crate::programme::{AbsenceKind, Mark};
use crate::records::{ContractForm, FundComponent, HalfYear, Position, TableId};
use crate::source::CellRef;
use crate::units::{DayRange, Month};

/// A step of the computation: a column of a working table.
#[derive(Clone, Debug)]
pub struct Step {
    /// Stable name, such as `wage_cost`.
    pub key: &'static str,
    /// Polish heading.
    pub label: String,
    /// Legal basis or source in words; empty for plain arithmetic.
    pub basis: String,
    /// How it is shown.
    pub format: Format,
}

/// A table of steps: one row a line, one column a step.
#[derive(Clone, Debug)]
pub struct StepTable {
    /// Sheet name, at most 31 characters.
    pub sheet: &'static str,
    /// Polish title.
    pub title: String,
    /// Columns.
    pub steps: Vec<Step>,
    /// Rows of nodes; `None` leaves a cell blank.
    pub rows: Vec<Vec<Option<NodeId>>>,
}

/// One assistant, month and contract form.
#[derive(Clone, Debug)]
pub struct Line {
    /// Index into [`Settled::rounds`].
    pub round: usize,
    /// Index into [`Settled::assistants`].
    pub assistant: usize,
    /// Month the pay is due for.
    pub month: Month,
    /// Contract form.
    pub form: ContractForm,
    /// What the person is employed as.
    pub position: Position,
    /// Days of the month under contract over its days.
    pub share_of_month: NodeId,
    /// Posts used in the computation.
    pub fte: NodeId,
    /// Nominal hours, where given.
    pub nominal_hours: Option<NodeId>,
    /// Hours worked, given or reckoned from absences.
    pub hours: Option<NodeId>,
    /// Hours that the condition of hours asks for: those worked and, by some readings, paid absences.
    pub hours_counted: Option<NodeId>,
    /// How the hours come about, where `Nieobecności` has rows and the edition asks for hours.
    pub work_time: Option<WorkTime>,
    /// 1 when the month earns a supplement, else 0 (only shape D).
    pub qualifies: Option<NodeId>,
    /// Pay counted in the base, without contributions.
    pub eligible_pay: NodeId,
    /// Contributions counted in the base.
    pub eligible_contributions: NodeId,
    /// Eligible wage cost.
    pub wage_cost: NodeId,
    /// Cost of the programme's supplement (inside the task or not).
    pub supplement_paid: NodeId,
    /// Cost of the supplement inside the task.
    pub supplement_cost: NodeId,
    /// Co-financing of the supplement.
    pub supplement_co_financing: NodeId,
    /// Own contribution to the supplement.
    pub supplement_own: NodeId,
    /// Co-financing of the employment cost.
    pub employment_co_financing: NodeId,
    /// Own contribution to the employment cost.
    pub employment_own: NodeId,
    /// Posts shown on the form for this month: blank where no supplement was granted.
    pub fte_shown: NodeId,
    /// 1 when the month counts for the averages (some pay, or no pay information at all), else 0.
    pub head: NodeId,
    /// Posts × share of month for the averages.
    pub average_posts: NodeId,
    /// Payment rows of this line: indices into `Submission::payments`.
    pub payments: Vec<usize>,
    /// For each of those payments: 1 when its pay counts, and 1 when its contributions count.
    pub counted: Vec<(NodeId, NodeId)>,
    /// The steps of each of those payments.
    pub paid: Vec<Arc<PaymentNodes>>,
}

/// Hours of an employee in a month.
#[derive(Clone, Debug)]
pub struct WorkTime {
    /// Hours worked as given, blank where they were not; none without such a column.
    pub given: Option<NodeId>,
    /// Hours of the post under contract.
    pub due: NodeId,
    /// Hours of absences that are no work.
    pub away: NodeId,
    /// The absences, work away from the usual place included.
    pub absences: Vec<AbsenceHours>,
    /// Hours worked; blank when not known.
    pub worked: NodeId,
    /// Hours that the condition of hours asks for.
    pub counted: NodeId,
}

/// Hours of one absence in a month, under one contract.
#[derive(Clone, Copy, Debug)]
pub struct AbsenceHours {
    /// What it is.
    pub kind: AbsenceKind,
    /// Its hours.
    pub hours: NodeId,
    /// Those of them that are no work.
    pub away: NodeId,
}

/// Sums of one assistant in one round.
#[derive(Clone, Debug)]
pub struct AssistantRound {
    /// Cost of the supplement inside the task.
    pub supplement_cost: NodeId,
    /// Co-financing of the supplement.
    pub supplement_co_financing: NodeId,
    /// Own contribution to the supplement.
    pub supplement_own: NodeId,
    /// Eligible wage cost.
    pub employment_cost: NodeId,
    /// Co-financing of the employment cost.
    pub employment_co_financing: NodeId,
}

/// One assistant.
#[derive(Clone, Debug)]
pub struct AssistantFigures {
    /// Running number from 1, the same through all parts of a form.
    pub number: NodeId,
    /// Identifier.
    pub id: String,
    /// Identifier as a node.
    pub id_node: NodeId,
    /// Sums by round, as [`Settled::rounds`].
    pub rounds: Vec<AssistantRound>,
    /// Sums over all rounds.
    pub total: AssistantRound,
    /// Own contribution in all.
    pub own_contribution: NodeId,
    /// Post under employment contracts on the reference day (2023), if the edition has one.
    pub reference_fte_employment: Option<NodeId>,
    /// Post under service contracts used for the supplement (2023).
    pub reference_fte_service: Option<NodeId>,
    /// 1 when under an employment contract in the period, else 0.
    pub has_employment: NodeId,
    /// 1 when under a service contract in the period, else 0.
    pub has_service: NodeId,
    /// Families, children, families advised, children advised, endangered pregnancy, coordination; none without
    /// family data.
    pub families: Option<[NodeId; 6]>,
}

/// One component in one round.
#[derive(Clone, Debug)]
pub struct ComponentFigures {
    /// Which.
    pub component: FundComponent,
    /// Cost inside the task.
    pub cost: NodeId,
    /// Limit by the rules.
    pub limit: NodeId,
    /// Awarded; blank when not given.
    pub awarded: NodeId,
    /// Transferred; blank when not given.
    pub transferred: NodeId,
    /// Co-financing.
    pub co_financing: NodeId,
    /// Cost minus co-financing.
    pub own_contribution: NodeId,
    /// Earned and awarded but not transferred.
    pub due_not_transferred: NodeId,
    /// Transferred and not earned; blank when the transfer is not known.
    pub unused: NodeId,
    /// Principal returned so far.
    pub returned: NodeId,
    /// Misused, undue or excessive, from `Ustalenia`.
    pub misused: NodeId,
    /// Interest paid, from `Zwroty`.
    pub interest: NodeId,
    /// Unused + misused + interest: the form's total to return.
    pub return_total: NodeId,
    /// Part of the co-financing that the state budget pays, where there are two sources.
    pub state_budget_part: Option<NodeId>,
    /// The Labour Fund's part, where there are two sources.
    pub labour_fund_part: Option<NodeId>,
}

/// One round.
#[derive(Clone, Debug)]
pub struct RoundFigures {
    /// Which half-year.
    pub half_year: Option<HalfYear>,
    /// Days settled.
    pub period: DayRange,
    /// The supplement, if the municipality uses it.
    pub supplement: Option<ComponentFigures>,
    /// The employment cost, if the municipality uses it.
    pub employment: Option<ComponentFigures>,
    /// Totals of the round.
    pub totals: Totals,
}

/// Totals, by the keys of the JSON result.
#[derive(Clone, Debug)]
pub struct Totals {
    /// `task_cost`.
    pub task_cost: NodeId,
    /// `supplement_cost`.
    pub supplement_cost: NodeId,
    /// `employment_cost`.
    pub employment_cost: NodeId,
    /// `supplement_co_financing`.
    pub supplement_co_financing: NodeId,
    /// `employment_co_financing`.
    pub employment_co_financing: NodeId,
    /// `co_financing`.
    pub co_financing: NodeId,
    /// `own_contribution`.
    pub own_contribution: NodeId,
    /// `transferred`; blank when not known.
    pub transferred: NodeId,
    /// `to_return`; blank when not known.
    pub to_return: NodeId,
    /// `left_to_return`; blank when not known.
    pub left_to_return: NodeId,
    /// `due_not_transferred`; blank when not known.
    pub due_not_transferred: NodeId,
}

/// One month of the municipality, for averages.
#[derive(Clone, Debug)]
pub struct MonthFigures {
    /// Which.
    pub month: Month,
    /// Assistants under contract.
    pub heads: NodeId,
    /// Posts under employment contracts.
    pub posts_employment: NodeId,
    /// Posts under service contracts.
    pub posts_service: NodeId,
}

/// Averages and counts of the municipality.
#[derive(Clone, Debug)]
pub struct MunicipalityFigures {
    /// Months.
    pub months: Vec<MonthFigures>,
    /// Mean heads, two decimals.
    pub average_heads: NodeId,
    /// Mean posts under employment contracts, two decimals.
    pub average_posts_employment: NodeId,
    /// Mean posts under service contracts, two decimals.
    pub average_posts_service: NodeId,
    /// As [`AssistantFigures::families`], each family once.
    pub families: Option<[NodeId; 6]>,
}

/// A figure used, for `Parametry`.
#[derive(Clone, Debug)]
pub struct ParameterUsed {
    /// The node.
    pub node: NodeId,
    /// How sure.
    pub mark: Mark,
    /// Source in words, or the input cell.
    pub source: String,
    /// The reading it rests on, in words; empty when none.
    pub reading: String,
}

/// A node of a copied input cell: table, row of the table, column key.
#[derive(Clone, Debug)]
pub struct InputNode {
    /// The table.
    pub table: TableId,
    /// The cell it came from.
    pub at: CellRef,
    /// The node.
    pub node: NodeId,
}

/// A settlement.
#[derive(Clone, Debug)]
pub struct Settled {
    /// All nodes. Forms may add formulas of their own over these.
    pub model: Model,
    /// Settlement period, cut to the edition's.
    pub period: DayRange,
    /// Its first and last day as nodes.
    pub period_nodes: (NodeId, NodeId),
    /// Working tables in order.
    pub tables: Vec<StepTable>,
    /// Lines in the order of round, identifier, month, form.
    pub lines: Vec<Line>,
    /// Assistants in the order of identifier.
    pub assistants: Vec<AssistantFigures>,
    /// Rounds in order.
    pub rounds: Vec<RoundFigures>,
    /// Totals of everything.
    pub totals: Totals,
    /// Averages and family counts.
    pub municipality: MunicipalityFigures,
    /// Level of co-financing of the employment cost used, as a fraction of one, where the edition has one.
    pub level: Option<NodeId>,
    /// Figures used.
    pub parameters: Vec<ParameterUsed>,
    /// The way from the ledger to the form, where `Księgi` was given and asked about.
    pub books: Option<Books>,
    /// The settlement before this one and what is different now, where one was given.
    pub correction: Option<Correction>,
    /// The division over paragraphs, where papers beside the settlement needed it before its sheets were made.
    pub division: Option<super::paragraph_steps::Shares>,
}

impl Settled {
    /// Returns the node of a step in a row of a working table; nothing where the edition has no such step. The rows of
    /// `Obliczenia` are the lines, those of the tables by assistant the assistants.
    pub fn step(&self, sheet: &str, row: usize, key: &str) -> Option<NodeId> {
        let table = self.tables.iter().find(|t| t.sheet == sheet)?;
        let column = table.steps.iter().position(|s| s.key == key)?;
        table.rows.get(row)?.get(column).copied().flatten()
    }

    /// Returns a figure of the rules that was used, by its label.
    pub fn parameter(&self, label: &str) -> Option<NodeId> {
        self.parameters.iter().map(|p| p.node).find(|id| self.model.node(*id).label.as_ref() == label)
    }
}
