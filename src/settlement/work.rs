//! What the steps of a settlement share: the model, the inputs by row and column, the period, the rules' figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::ParameterUsed;
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::{Component, Figure, Mark, National, OwnShareScope, Programme};
use crate::records::{FundComponent, HalfYear, Submission, TableId, schema};
use crate::source::CellRef;
use crate::units::{DayRange, Exact, Money};

/// A round that is settled, with its days.
#[derive(Clone, Copy, Debug)]
pub struct SettledRound {
    /// Which half-year; none where the edition has one round.
    pub half_year: Option<HalfYear>,
    /// Days of the round inside the settlement period.
    pub period: DayRange,
}

/// The state of a settlement while it is built.
#[derive(Clone)]
pub struct Work<'a> {
    /// What the municipality told us.
    pub submission: &'a Submission,
    /// The edition.
    pub programme: &'a Programme,
    /// National series and the calendar.
    pub national: National,
    /// Settlement period, cut to the edition's.
    pub period: DayRange,
    /// Rounds inside the period.
    pub rounds: Vec<SettledRound>,
    /// All nodes.
    pub model: Model,
    /// Figures used.
    pub parameters: Vec<ParameterUsed>,
    /// First and last day of the settlement period as nodes.
    pub period_nodes: (NodeId, NodeId),
    /// Last day on which a payment counts.
    pub deadline: NodeId,
    /// First day on which somebody who counts may have been hired, where the edition says so.
    pub hired_from: Option<NodeId>,
    /// Zero, written out where it is used.
    pub zero: NodeId,
    inputs: Arc<InputCells>,
}

/// The cells of each row, by the row's first cell. A row has a few dozen at most: a list is searched sooner than a map,
/// since keys of another length are passed over unread.
type InputCells = BTreeMap<CellRef, Vec<(&'static str, NodeId)>>;

/// The input cells of a submission as nodes. A copy is cheap: settlements that differ in their readings begin with it.
#[derive(Clone)]
pub struct Inputs {
    model: Model,
    cells: Arc<InputCells>,
}

impl Inputs {
    /// Registers every input cell in a model in which nodes may stand for some of them ([`Model::stand_for`]).
    pub fn over(mut model: Model, submission: &Submission) -> Self {
        let mut cells = InputCells::new();
        for table in &submission.tables {
            for row in &table.rows {
                let of_row = cells.entry(row.at).or_default();
                for (key, field) in &row.fields {
                    let label = schema::table(table.id).column(key).map_or(*key, |c| c.header);
                    of_row.push((*key, model.input(label, field)));
                }
            }
        }
        Self { model, cells: Arc::new(cells) }
    }

    /// Lets copies share the nodes.
    #[must_use]
    pub fn shared(self) -> Self {
        Self { model: self.model.shared(), ..self }
    }
}

impl<'a> Work<'a> {
    /// Registers the figures that all components share, over input cells that are registered.
    pub fn over(
        Inputs { mut model, cells: inputs }: Inputs,
        submission: &'a Submission,
        programme: &'a Programme,
        period: DayRange,
    ) -> Self {
        let zero = model.formula("zero", Format::Money, Expr::whole(0));
        let rounds = programme
            .rounds
            .iter()
            .filter_map(|r| {
                let period = r.period.overlap(&period)?;
                Some(SettledRound { half_year: r.half_year, period })
            })
            .collect();
        let mut work = Self {
            submission,
            programme,
            national: National::built_in(),
            period,
            rounds,
            model,
            parameters: Vec::new(),
            period_nodes: (zero, zero),
            deadline: zero,
            hired_from: None,
            zero,
            inputs,
        };
        work.period_nodes = work.period_bounds();
        work.deadline = work.payment_deadline();
        if let Some(Component::WageShareUnderCeiling { hired_from: Some(day), .. }) = work.wage_rule() {
            let label = "Zatrudnieni najwcześniej od";
            work.hired_from = Some(work.day(label, day.value, day.mark, &day.source));
        }
        work
    }

    /// Returns the node of an input cell by the first cell of its row and its column key; nothing when the table has
    /// no such column.
    pub fn cell(&self, row: CellRef, key: &'static str) -> Option<NodeId> {
        self.inputs.get(&row)?.iter().find(|(known, _)| *known == key).map(|(_, node)| *node)
    }

    /// Returns the cells of a column in some rows of `Płace`, given by their place in the submission.
    pub fn payment_cells(&self, payments: &[usize], column: &'static str) -> Vec<NodeId> {
        payments.iter().filter_map(|i| self.cell(self.submission.payments[*i].at, column)).collect()
    }

    /// Returns the node of a field of `Umowa`.
    pub fn agreement(&self, key: &'static str) -> Option<NodeId> {
        let tables = self.submission.tables.iter().filter(|t| t.id == TableId::Agreement);
        tables.flat_map(|t| &t.rows).find_map(|row| self.cell(row.at, key))
    }

    /// Adds a money figure of the rules.
    pub fn money(&mut self, label: &str, figure: &Figure<Money>) -> NodeId {
        self.figure(label, Format::Money, figure.value.to_exact(), figure.mark, &figure.source)
    }

    /// Adds a share of the rules.
    pub fn share(&mut self, label: &str, figure: &Figure<Exact>) -> NodeId {
        self.figure(label, Format::Percent, figure.value.clone(), figure.mark, &figure.source)
    }

    /// Adds a figure of the rules; asked again for the same figure, returns the same node.
    pub fn figure(&mut self, label: &str, format: Format, value: Exact, mark: Mark, source: &str) -> NodeId {
        let known = |p: &&ParameterUsed| {
            let node = self.model.node(p.node);
            node.label.as_ref() == label && node.value == Value::Number(value.clone())
        };
        if let Some(same) = self.parameters.iter().find(known) {
            return same.node;
        }
        let node = self.model.parameter(label, format, Value::Number(value));
        self.note_parameter(node, mark, source);
        node
    }

    /// Adds a figure worked out from inputs and rules, shown among the parameters.
    pub fn derived(&mut self, label: &str, format: Format, expr: Expr, mark: Mark, source: &str) -> NodeId {
        let node = self.model.formula(label, format, expr);
        self.note_parameter(node, mark, source);
        node
    }

    /// Returns the component that pays supplements, if the edition has one.
    pub fn supplement_rule(&self) -> Option<&'a Component> {
        self.programme.components.iter().find(|c| component_kind(c) == FundComponent::Supplement)
    }

    /// Returns the component that pays a share of wages, if the edition has one.
    pub fn wage_rule(&self) -> Option<&'a Component> {
        self.programme.components.iter().find(|c| component_kind(c) == FundComponent::EmploymentCost)
    }

    /// Is the own share of the supplement measured for each assistant?
    pub fn measured_by_assistant(&self) -> bool {
        matches!(
            self.supplement_rule(),
            Some(Component::MonthlySupplement { own_share_scope, .. })
                if own_share_scope.value == OwnShareScope::Assistant
        )
    }

    /// Does the municipality use the component in the round? Without any row of `Środki` every component is used, so
    /// that a draft can show what would be due.
    pub fn uses(&self, component: FundComponent, round: &SettledRound) -> bool {
        let rule = match component {
            FundComponent::Supplement => self.supplement_rule(),
            FundComponent::EmploymentCost => self.wage_rule(),
        };
        let funds = &self.submission.funds;
        rule.is_some()
            && (funds.iter().all(|f| f.rejected)
                || funds.iter().any(|f| {
                    !f.rejected
                        && f.component.value == component
                        && self.in_round(f.half_year.as_ref().map(|h| h.value), round)
                }))
    }

    /// Does something marked with a half-year (or none: the whole settlement period) belong to the round? Where both
    /// half-years are settled, what is marked for neither goes to the first, and the checks ask for the half-year.
    pub fn in_round(&self, half_year: Option<HalfYear>, round: &SettledRound) -> bool {
        match (half_year, round.half_year) {
            (_, None) => true,
            (None, Some(half)) => self.rounds.len() == 1 || half == HalfYear::First,
            (Some(wanted), Some(half)) => wanted == half,
        }
    }

    fn note_parameter(&mut self, node: NodeId, mark: Mark, source: &str) {
        self.parameters.push(ParameterUsed { node, mark, source: source.to_owned(), reading: String::new() });
    }

    fn period_bounds(&mut self) -> (NodeId, NodeId) {
        let rule = &self.programme.period;
        let (mark, source) = (rule.mark, rule.source.clone());
        let whole = rule.value;
        let first_rule = self.day("Pierwszy dzień edycji", whole.first, mark, &source);
        let last_rule = self.day("Ostatni dzień edycji", whole.last, mark, &source);
        let from = self.agreement("period_from");
        let to = self.agreement("period_to");
        let first = Expr::Max(from.into_iter().chain([first_rule]).map(Expr::Ref).collect());
        let last = Expr::Min(to.into_iter().chain([last_rule]).map(Expr::Ref).collect());
        let why = "Umowa, okres od-do, przycięty do okresu edycji";
        (
            self.derived("Pierwszy dzień okresu rozliczeniowego", Format::Day, first, Mark::Confirmed, why),
            self.derived("Ostatni dzień okresu rozliczeniowego", Format::Day, last, Mark::Confirmed, why),
        )
    }

    fn payment_deadline(&mut self) -> NodeId {
        let rule = self.programme.payment_deadline_for(self.period);
        let by_rule = self.day("Ostatni dzień zapłaty według edycji", rule.value, rule.mark, &rule.source);
        let own = self.agreement("payment_deadline");
        let expr = own.map_or(Expr::Ref(by_rule), |own| Expr::when(Cond::Blank(own), by_rule, own));
        self.derived(
            "Ostatni dzień zapłaty",
            Format::Day,
            expr,
            Mark::Confirmed,
            "termin z umowy, a gdy go nie podano, termin edycji",
        )
    }

    /// Adds a day of the rules.
    pub fn day(&mut self, label: &str, day: crate::units::Day, mark: Mark, source: &str) -> NodeId {
        let node = self.model.parameter(label, Format::Day, day_value(day));
        self.note_parameter(node, mark, source);
        node
    }
}

/// Which kind of money a rule pays.
pub fn component_kind(component: &Component) -> FundComponent {
    match component {
        Component::WageShareUnderCeiling { .. } | Component::WageShare { .. } => {
            FundComponent::EmploymentCost
        }
        Component::OneOffSupplement { .. }
        | Component::MonthlySupplement { .. }
        | Component::FundedSupplement { .. } => FundComponent::Supplement,
    }
}
