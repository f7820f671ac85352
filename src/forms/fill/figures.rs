//! From a field's name to the node that holds it: the settlement's, or what was handed over for a paper.

mod municipality;

pub use municipality::assistant_count;

use crate::calc::expr::{Cond, Expr};
use crate::calc::model::day_value;
use crate::calc::{Format, Model, NodeId, Origin, Value};
use crate::forms::collected::Collected;
use crate::forms::definition::{FieldRef, PartOf, RowUnit};
use crate::forms::facts::FormFacts;
use crate::forms::fields::{
    AgreementField, AssistantField, ComponentField, FamilyCount, Field, ListedField, MonthField,
};
use crate::forms::listed::{self, Listed};
use crate::grid::Content;
use crate::records::{Agreement, ContractForm, Datum, HalfYear};
use crate::settlement::figures::{AssistantRound, ComponentFigures, Line, RoundFigures, Settled};
use crate::source::Sourced;
use crate::units::{Day, Exact, Money, Month};

/// What a cell has to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Out of use for everybody: the component is not used, the round is not settled, the data were not given.
    Unused,
    /// In use, but this row has none.
    Nothing,
    /// A node.
    Node(NodeId),
    /// Text that is no part of the model.
    Text(String),
}

/// Whose figures are shown.
pub enum Shows<'a> {
    /// A settlement's; sums of several nodes are added to its model.
    Settlement(&'a mut Settled),
    /// What was handed over for a paper, with the model of its nodes.
    Paper(&'a mut Model, &'a Listed),
    /// What municipalities have, for a voivode's collective form.
    Collective(&'a mut Model, &'a Collected),
}

/// Where fields are looked up.
pub struct Figures<'a> {
    /// Figures.
    pub shows: Shows<'a>,
    /// Names and agreement.
    pub facts: &'a FormFacts,
}

impl<'a> Figures<'a> {
    /// Looks up in a settlement.
    pub fn of_settlement(settled: &'a mut Settled, facts: &'a FormFacts) -> Self {
        Self { shows: Shows::Settlement(settled), facts }
    }
}

impl Figures<'_> {
    /// Returns the model.
    pub fn model(&self) -> &Model {
        match &self.shows {
            Shows::Settlement(settled) => &settled.model,
            Shows::Paper(model, _) | Shows::Collective(model, _) => model,
        }
    }

    /// Returns the model, to add what the form itself adds up.
    pub fn model_mut(&mut self) -> &mut Model {
        match &mut self.shows {
            Shows::Settlement(settled) => &mut settled.model,
            Shows::Paper(model, _) | Shows::Collective(model, _) => model,
        }
    }

    /// Returns how many rows a table has.
    pub fn rows_of(&self, unit: RowUnit) -> Vec<Option<usize>> {
        let count = match (&self.shows, unit) {
            (_, RowUnit::Municipality) => return vec![None],
            (Shows::Settlement(settled), RowUnit::Assistant) => settled.assistants.len(),
            (Shows::Paper(_, listed), RowUnit::Listed(_)) => listed.rows.len(),
            (Shows::Collective(_, collected), RowUnit::Listed(_)) => collected.rows.len(),
            (Shows::Settlement(_), RowUnit::Listed(_))
            | (Shows::Paper(..) | Shows::Collective(..), RowUnit::Assistant) => 0,
        };
        (0..count).map(Some).collect()
    }

    /// Returns what was handed over under a field's name, of a row or once.
    fn handed_over(&self, wanted: FieldRef, row: Option<usize>) -> Option<Shown> {
        let field = wanted.field;
        let value = match &self.shows {
            Shows::Settlement(_) => None,
            Shows::Paper(_, listed) => {
                let of_row = matches!(field, Field::Listed(ListedField { in_row: true, .. }));
                let values = if of_row { listed.rows.get(row?)? } else { &listed.once };
                values.get(field.name())
            }
            Shows::Collective(model, collected) => match row {
                Some(row) => collected.rows.get(row)?.values.get(&wanted),
                // A field of the municipalities that stands once is the one they all have.
                None => collected.once.get(&wanted).or_else(|| collected.common(model, wanted)),
            },
        };
        Some(match value? {
            listed::Value::Node(id) => Shown::Node(*id),
            listed::Value::Text(text) => Shown::Text(text.clone()),
        })
    }

    /// Returns a field that is one for the form.
    pub fn of_form(&mut self, field: Field) -> Shown {
        self.find(FieldRef { field, round: None, month: None }, None)
    }

    /// Returns a field, of a row where it is one of a row. What was handed over for a paper comes first.
    pub fn find(&mut self, wanted: FieldRef, row: Option<usize>) -> Shown {
        if let Some(shown) = self.handed_over(wanted, row) {
            return shown;
        }
        match (wanted.field, row) {
            (field, Some(row)) if matches!(self.shows, Shows::Collective(..)) => {
                self.running_number(field, row)
            }
            (Field::Agreement(field), _) => self.agreement(field),
            (Field::Assistant(field), Some(index)) => self.assistant(field, index, wanted.round),
            (Field::Assistant(field), None) => self.over_assistants(field, wanted.round),
            (Field::Month(field), Some(index)) => self.month(field, index, wanted.month.unwrap_or(0)),
            (Field::Listed(_), _) | (Field::Month(_), None) => Shown::Nothing,
            (Field::Component(part, field), _) => self.component(&[part], field, wanted.round),
            (Field::All(field), _) => {
                self.component(&[PartOf::Supplement, PartOf::Employment], field, wanted.round)
            }
            (Field::Municipality(field), _) => self.municipality(field),
        }
    }

    /// Rows of a collective form are numbered as they stand, unless the caller numbered them.
    fn running_number(&mut self, field: Field, row: usize) -> Shown {
        let (true, Ok(number)) = (field.name() == "collective.number", i64::try_from(row + 1)) else {
            return Shown::Nothing;
        };
        let value = Value::Number(Exact::whole(number));
        Shown::Node(self.model_mut().parameter("", Format::Count, value))
    }

    /// Does the municipality use a component, in a round or in any?
    pub fn uses(&self, part: PartOf, half: Option<HalfYear>) -> bool {
        match &self.shows {
            Shows::Settlement(_) => self.rounds(half).any(|r| of_part(r, part).is_some()),
            Shows::Paper(..) | Shows::Collective(..) => true,
        }
    }

    /// Does the municipality of a row use a component? On the municipality's own form every row is one that does.
    pub fn row_uses(&self, part: PartOf, row: Option<usize>) -> bool {
        match (&self.shows, row) {
            (Shows::Collective(_, collected), Some(row)) => {
                collected.rows.get(row).is_some_and(|r| r.uses(part))
            }
            _ => true,
        }
    }

    /// Returns a text that a cell will show.
    pub fn text_of(&self, content: &Content) -> Option<String> {
        match content {
            Content::Text(text) => Some(text.clone()),
            Content::Node(id) => match self.model().value(*id) {
                Value::Text(text) => Some(text.clone()),
                Value::Blank | Value::Number(_) => None,
            },
            Content::Blank | Content::Number(_) => None,
        }
    }

    fn rounds(&self, half: Option<HalfYear>) -> impl Iterator<Item = &RoundFigures> {
        let rounds = match &self.shows {
            Shows::Settlement(settled) => settled.rounds.as_slice(),
            Shows::Paper(..) | Shows::Collective(..) => &[],
        };
        rounds.iter().filter(move |r| half.is_none() || r.half_year == half)
    }

    fn agreement(&mut self, field: AgreementField) -> Shown {
        use AgreementField as F;
        let a: &Agreement = &self.facts.agreement;
        let day = |given: &Option<Sourced<Day>>| given.as_ref().map(|s| (s.at, Datum::Day(s.value)));
        let text =
            |given: &Option<Sourced<String>>| given.as_ref().map(|s| (s.at, Datum::Text(s.value.clone())));
        let found = match field {
            F::Programme => return Shown::Text(self.facts.programme.clone()),
            F::PeriodFrom | F::PeriodTo => match (&self.shows, field) {
                (Shows::Settlement(settled), F::PeriodFrom) => return Shown::Node(settled.period_nodes.0),
                (Shows::Settlement(settled), _) => return Shown::Node(settled.period_nodes.1),
                (_, F::PeriodFrom) => day(&a.period_from),
                (_, _) => day(&a.period_to),
            },
            F::AsOf => {
                let Some(day) = self.facts.as_of else { return Shown::Nothing };
                return Shown::Node(self.model_mut().parameter("", Format::Day, day_value(day)));
            }
            F::Voivodeship => text(&a.voivodeship),
            F::Teryt => text(&a.teryt),
            F::Municipality => text(&a.municipality),
            F::Unit => text(&a.unit),
            F::Number => text(&a.agreement_number),
            F::AmendmentNumber => text(&a.amendment_number),
            F::PreparedBy => text(&a.prepared_by),
            F::ChiefAccountant => text(&a.chief_accountant),
            F::HeadOfUnit => text(&a.head_of_unit),
            F::Mayor => text(&a.mayor),
            F::Day => day(&a.agreement_day),
            F::AmendmentDay => day(&a.amendment_day),
        };
        found.map_or(Shown::Nothing, |(at, datum)| Shown::Node(self.input(at, datum)))
    }

    /// Returns the node of an input cell: the same that the copy of the input shows, whichever is made first.
    fn input(&mut self, at: crate::source::CellRef, datum: Datum) -> NodeId {
        let field = crate::records::Field { at, datum: Some(datum), seen: String::new() };
        self.model_mut().input("", &field)
    }

    fn amounts(&mut self, given: Vec<Sourced<Money>>) -> Shown {
        let ids: Vec<NodeId> = given.into_iter().map(|s| self.input(s.at, Datum::Amount(s.value))).collect();
        self.sum(&ids, false, Format::Money)
    }

    fn assistant(&mut self, field: AssistantField, index: usize, half: Option<HalfYear>) -> Shown {
        use AssistantField as F;
        let part = match field {
            F::SupplementCost | F::SupplementCoFinancing | F::SupplementOwn => Some(PartOf::Supplement),
            F::EmploymentCost | F::EmploymentCoFinancing => Some(PartOf::Employment),
            _ => None,
        };
        if part.is_some_and(|part| !self.uses(part, half)) {
            return Shown::Unused;
        }
        let Shows::Settlement(settled) = &self.shows else { return Shown::Nothing };
        let Some(a) = settled.assistants.get(index) else { return Shown::Nothing };
        let sums: Option<&AssistantRound> = match half {
            None => Some(&a.total),
            Some(_) => {
                settled.rounds.iter().position(|r| r.half_year == half).and_then(|round| a.rounds.get(round))
            }
        };
        let of_round =
            |pick: fn(&AssistantRound) -> NodeId| sums.map_or(Shown::Unused, |s| Shown::Node(pick(s)));
        match field {
            F::Number => Shown::Node(a.number),
            F::SupplementCost => of_round(|s| s.supplement_cost),
            F::SupplementCoFinancing => of_round(|s| s.supplement_co_financing),
            F::SupplementOwn => of_round(|s| s.supplement_own),
            F::EmploymentCost => of_round(|s| s.employment_cost),
            F::EmploymentCoFinancing => of_round(|s| s.employment_co_financing),
            F::ReferencePostsEmployment => a.reference_fte_employment.map_or(Shown::Nothing, Shown::Node),
            F::ReferencePostsService => a.reference_fte_service.map_or(Shown::Nothing, Shown::Node),
            F::HasEmployment => Shown::Node(a.has_employment),
            F::HasService => Shown::Node(a.has_service),
            F::Families(count) => family(a.families.as_ref(), count),
        }
    }

    /// Adds a field up over all assistants, as the total row of the municipality's form does.
    fn over_assistants(&mut self, field: AssistantField, half: Option<HalfYear>) -> Shown {
        let Shows::Settlement(settled) = &self.shows else { return Shown::Nothing };
        let found: Vec<Shown> =
            (0..settled.assistants.len()).map(|index| self.assistant(field, index, half)).collect();
        if found.iter().all(|shown| *shown == Shown::Unused) {
            return Shown::Unused;
        }
        let ids = found.into_iter().filter_map(|shown| match shown {
            Shown::Node(id) => Some(id),
            Shown::Unused | Shown::Nothing | Shown::Text(_) => None,
        });
        let sum = Expr::Sum(ids.collect());
        let format = Field::Assistant(field).format();
        Shown::Node(self.model_mut().formula("", format, sum))
    }

    fn month(&mut self, field: MonthField, assistant: usize, number: u32) -> Shown {
        let Shows::Settlement(settled) = &self.shows else { return Shown::Nothing };
        let year = settled.period.first.month().year;
        let covered = Month::new(year, number).is_some_and(|month| {
            settled.rounds.iter().any(|r| r.supplement.is_some() && r.period.overlap(&month.days()).is_some())
        });
        if !covered {
            return Shown::Unused;
        }
        let lines = settled.lines.iter().filter(|l| {
            l.assistant == assistant
                && l.month.number == number
                && settled.rounds.get(l.round).is_some_and(|r| r.supplement.is_some())
        });
        let (wanted, form, format): (fn(&Line) -> NodeId, _, _) = match field {
            MonthField::SupplementCoFinancing => (|l| l.supplement_co_financing, None, Format::Money),
            MonthField::SupplementOwn => (|l| l.supplement_own, None, Format::Money),
            MonthField::PostsEmployment => (|l| l.fte_shown, Some(ContractForm::Employment), Format::Posts),
            MonthField::PostsService => (|l| l.fte_shown, Some(ContractForm::Service), Format::Posts),
        };
        let ids: Vec<NodeId> = lines.filter(|l| form.is_none_or(|form| form == l.form)).map(wanted).collect();
        match self.sum(&ids, false, format) {
            Shown::Unused => Shown::Nothing,
            found => found,
        }
    }

    fn component(&mut self, parts: &[PartOf], field: ComponentField, half: Option<HalfYear>) -> Shown {
        let ids: Vec<NodeId> = self
            .rounds(half)
            .flat_map(|round| parts.iter().filter_map(move |part| of_part(round, *part)))
            .map(|figures| of_component(figures, field))
            .collect();
        self.sum(&ids, field.blank_is_unknown(), Format::Money)
    }

    /// Adds up nodes of one kind. With `blank_is_unknown` a blank part leaves the sum blank; otherwise only when all
    /// parts are blank.
    fn sum(&mut self, ids: &[NodeId], blank_is_unknown: bool, format: Format) -> Shown {
        match ids {
            [] => Shown::Unused,
            [one] => Shown::Node(*one),
            many => {
                let model = self.model_mut();
                let blanks: Vec<Cond> =
                    many.iter().filter(|id| may_be_blank(model, **id)).map(|id| Cond::Blank(*id)).collect();
                let sum = Expr::Sum(many.to_vec());
                let expr = if blanks.is_empty() || (!blank_is_unknown && blanks.len() < many.len()) {
                    sum
                } else if blank_is_unknown {
                    Expr::when(Cond::Any(blanks), Expr::Blank, sum)
                } else {
                    Expr::when(Cond::All(blanks), Expr::Blank, sum)
                };
                Shown::Node(model.formula("", format, expr))
            }
        }
    }
}

/// Could a node ever show nothing, also after somebody edits an input cell?
pub fn may_be_blank(model: &Model, id: NodeId) -> bool {
    match &model.node(id).origin {
        Origin::Input(_) => true,
        Origin::Parameter => model.value(id).is_blank(),
        Origin::Formula(expr) => expr_may_be_blank(model, expr),
    }
}

/// Is one of the nodes blank?
pub fn any_blank(ids: &[NodeId]) -> Cond {
    match ids {
        [one] => Cond::Blank(*one),
        many => Cond::Any(many.iter().map(|id| Cond::Blank(*id)).collect()),
    }
}

fn expr_may_be_blank(model: &Model, expr: &Expr) -> bool {
    match expr {
        Expr::Blank => true,
        Expr::Ref(id) => may_be_blank(model, *id),
        Expr::If(_, yes, no) => expr_may_be_blank(model, yes) || expr_may_be_blank(model, no),
        _ => false,
    }
}

fn of_part(round: &RoundFigures, part: PartOf) -> Option<&ComponentFigures> {
    match part {
        PartOf::Supplement => round.supplement.as_ref(),
        PartOf::Employment => round.employment.as_ref(),
    }
}

fn of_component(c: &ComponentFigures, field: ComponentField) -> NodeId {
    use ComponentField as F;
    match field {
        F::Cost => c.cost,
        F::Awarded => c.awarded,
        F::Transferred => c.transferred,
        F::CoFinancing => c.co_financing,
        F::OwnContribution => c.own_contribution,
        F::DueNotTransferred => c.due_not_transferred,
        F::Unused => c.unused,
        F::Returned => c.returned,
        F::Misused => c.misused,
        F::Interest => c.interest,
        F::ReturnTotal => c.return_total,
    }
}

fn family(counts: Option<&[NodeId; 6]>, count: FamilyCount) -> Shown {
    let position = match count {
        FamilyCount::Families => 0,
        FamilyCount::Children => 1,
        FamilyCount::FamiliesAdvised => 2,
        FamilyCount::ChildrenAdvised => 3,
        FamilyCount::EndangeredPregnancy => 4,
        FamilyCount::Coordination => 5,
    };
    counts.and_then(|c| c.get(position)).map_or(Shown::Unused, |id| Shown::Node(*id))
}
