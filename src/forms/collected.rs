//! Rows of a voivode's collective form: one municipality each, with the same fields as its own form.
//!
//! A collective form has no list of figures of its own: its cells name the fields of the municipality's form, and here
//! is what a municipality has under those names. [`figures_of`] asks the lookup that fills the municipality's form, so
//! that a figure cannot differ between the two papers. Nothing here reads files or knows who hands the rows over.

use std::collections::{BTreeMap, BTreeSet};

use super::definition::{
    Block, ColumnCell, FieldRef, FormDefinition, NoteWhen, PartOf, RowFormula, Table, TotalCell,
};
use super::facts::FormFacts;
use super::fields::{self, ComponentField, Field, MunicipalityField};
use super::fill::figures::{Figures, Shown, assistant_count};
use super::listed::Value;
use crate::calc::model::day_value;
use crate::calc::{self, Expr, Model, NodeId};
use crate::records::HalfYear;
use crate::settlement::Settled;
use crate::units::{Day, Exact};

/// What one municipality has. A field that it lacks leaves its cell empty: blank is not zero.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Values by field.
    pub values: BTreeMap<FieldRef, Value>,
    /// A component that it uses although no amount of it is known, such as where it filled the part on its families only.
    pub also_uses: Option<PartOf>,
}

/// What a collective form shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Collected {
    /// Municipalities in order.
    pub rows: Vec<Row>,
    /// Values that stand once on the form: the voivodeship, the year.
    pub once: BTreeMap<FieldRef, Value>,
    /// The rows' nodes stand on another sheet of the book too, and that is their home. The form's cells are links then,
    /// and its sums add up the form's own cells. Else the form's cells hold the values themselves.
    pub elsewhere: bool,
}

/// Returns the field of a name, of all rounds; none where there is no such field.
pub fn named(name: &str) -> Option<FieldRef> {
    Field::by_name(name).map(whole)
}

/// Returns a field of all rounds.
pub fn whole(field: Field) -> FieldRef {
    FieldRef { field, round: None, month: None }
}

impl Row {
    /// Takes figures over as values of the model, such as [`figures_of`] returns.
    pub fn of_figures<'a>(
        model: &mut Model,
        figures: impl IntoIterator<Item = (&'a FieldRef, &'a Exact)>,
    ) -> Self {
        let mut row = Self::default();
        for (field, value) in figures {
            row.number(model, *field, value.clone());
        }
        row
    }

    /// Sets a number.
    pub fn number(&mut self, model: &mut Model, field: FieldRef, value: Exact) {
        let format = field.field.format();
        let id = model.parameter(&label(field), format, calc::Value::Number(value));
        self.values.insert(field, Value::Node(id));
    }

    /// Sets a day.
    pub fn day(&mut self, model: &mut Model, field: FieldRef, day: Day) {
        let id = model.parameter(&label(field), field.field.format(), day_value(day));
        self.values.insert(field, Value::Node(id));
    }

    /// Sets a text.
    pub fn text(&mut self, field: FieldRef, text: &str) {
        self.values.insert(field, Value::Text(text.to_owned()));
    }

    /// Sets the TERYT code, whole and in the parts that some forms ask for by themselves; six digits have no kind.
    pub fn teryt(&mut self, code: &str) {
        self.set_named("agreement.teryt", code);
        let digits = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
        let parts = [
            ("collective.wk", digits(0, 2)),
            ("collective.pk", digits(2, 4)),
            ("collective.gk", digits(4, 6)),
            ("collective.kind_code", digits(6, 7)),
        ];
        for (name, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            self.set_named(name, part);
        }
    }

    fn set_named(&mut self, name: &str, text: &str) {
        if let Some(field) = named(name) {
            self.text(field, text);
        }
    }

    /// Adds what a collective form asks for and a municipality's does not, as formulas over the row's own figures: the
    /// co-financing over the task's cost, and what goes back without interest. Nothing where a figure is missing.
    pub fn derive(&mut self, model: &mut Model) {
        let both = |row: &Self, field| row.node(whole(Field::All(field)));
        if let (Some(part), Some(cost)) =
            (both(self, ComponentField::CoFinancing), both(self, ComponentField::Cost))
            && !model.number(cost).is_zero()
        {
            self.formula(
                model,
                "collective.share",
                Expr::DivOrZero(Box::new(part.into()), Box::new(cost.into())),
            );
        }
        if let Some(unused) = both(self, ComponentField::Unused) {
            let mut ids = vec![unused];
            ids.extend(both(self, ComponentField::Misused));
            self.formula(model, "collective.return_principal", Expr::Sum(ids));
        }
    }

    fn node(&self, field: FieldRef) -> Option<NodeId> {
        match self.values.get(&field)? {
            Value::Node(id) => Some(*id),
            Value::Text(_) => None,
        }
    }

    fn formula(&mut self, model: &mut Model, name: &str, expr: Expr) {
        if let Some(field) = named(name) {
            let id = model.formula(name, field.field.format(), expr);
            self.values.entry(field).or_insert(Value::Node(id));
        }
    }

    /// Does the municipality use a component? It does when it has any figure of it.
    pub fn uses(&self, part: PartOf) -> bool {
        let has = |wanted: &FieldRef| matches!(wanted.field, Field::Component(of, _) if of == part);
        self.also_uses == Some(part) || self.values.keys().any(has)
    }
}

fn label(field: FieldRef) -> String {
    match field.round {
        Some(half) => format!("{} {}", field.field.name(), half.word()),
        None => field.field.name().to_owned(),
    }
}

impl Collected {
    /// Returns the value of a field that is the same in all rows that have it; none where no row has it or two differ.
    pub fn common(&self, model: &Model, field: FieldRef) -> Option<&Value> {
        let mut given = self.rows.iter().filter_map(|row| row.values.get(&field));
        let first = given.next()?;
        given.all(|other| same(model, first, other)).then_some(first)
    }
}

fn same(model: &Model, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Node(a), Value::Node(b)) => model.value(*a) == model.value(*b),
        (a, b) => a == b,
    }
}

/// Returns every figure a municipality may have for a collective form: its own fields, for all rounds and, where the
/// field has rounds, for each half-year.
pub fn fields_of_municipality() -> Vec<FieldRef> {
    let of_rounds = [None, Some(HalfYear::First), Some(HalfYear::Second)];
    fields::all()
        .map(|info| info.field)
        .filter(|field| field.of_municipality() && field.of_settlement())
        .flat_map(|field| {
            let rounds = if field.has_rounds() { of_rounds.as_slice() } else { &of_rounds[..1] };
            rounds.iter().map(move |round| FieldRef { field, round: *round, month: None })
        })
        .collect()
}

/// Returns the figures of a settled municipality: what each cell of its own form shows under the field's name, and the
/// total over assistants where the field is an assistant's. A figure that it does not have is absent.
///
/// Sums of rounds are added to the settlement's model, but to no sheet: the workbook stays the same.
pub fn figures_of(settled: &mut Settled, facts: &FormFacts) -> Vec<(FieldRef, Exact)> {
    let mut found = Vec::new();
    for wanted in fields_of_municipality() {
        let assistants = Field::Municipality(MunicipalityField::Assistants);
        let value = if wanted.field == assistants {
            // The form's own lookup would add a column to the working sheets of a large municipality.
            Some(assistant_count(settled).number(&settled.model))
        } else {
            let mut figures = Figures::of_settlement(settled, facts);
            match figures.find(wanted, None) {
                Shown::Node(id) => match figures.model().value(id) {
                    calc::Value::Number(number) => Some(number.clone()),
                    calc::Value::Blank | calc::Value::Text(_) => None,
                },
                Shown::Unused | Shown::Nothing | Shown::Text(_) => None,
            }
        };
        found.extend(value.map(|value| (wanted, value)));
    }
    found
}

/// Returns the fields that a form's rows of municipalities show, each once.
pub fn needed(form: &FormDefinition) -> Vec<FieldRef> {
    let mut found = BTreeSet::new();
    for note in &form.notes {
        match &note.when {
            NoteWhen::ProductDiffers(p) => found.extend([p.rate, p.times, p.shown]),
            NoteWhen::RowsDiffer(field) => {
                found.insert(*field);
            }
            NoteWhen::Always | NoteWhen::Given(_) => {}
        }
    }
    for table in form.sheets.iter().flat_map(|sheet| &sheet.blocks).filter_map(table_of) {
        for column in &table.columns {
            if let ColumnCell::Field(field) = &column.cell {
                found.insert(*field);
            }
            if let TotalCell::Field(field) = &column.total {
                found.insert(*field);
            }
        }
    }
    found.into_iter().collect()
}

/// Returns the field under which a municipality states by itself what a cell computes: money not used, where nobody knows
/// what was transferred, and the whole period, where its half-years are not told.
pub fn stated_by(table: &Table, formula: &RowFormula) -> Option<FieldRef> {
    let field = |at: usize| match table.columns.get(at)?.cell {
        ColumnCell::Field(field) => Some(field),
        ColumnCell::Formula(_) | ColumnCell::Empty => None,
    };
    match formula {
        RowFormula::Difference(a, b) => match (field(*a)?, field(*b)?) {
            (
                FieldRef { field: Field::Component(part, ComponentField::Transferred), round, month: None },
                FieldRef { field: Field::Component(other, ComponentField::CoFinancing), round: same, .. },
            ) if (part, round) == (other, same) => {
                Some(FieldRef { field: Field::Component(part, ComponentField::Unused), round, month: None })
            }
            _ => None,
        },
        RowFormula::Sum(columns) => {
            let [a, b] = columns.as_slice() else { return None };
            let (a, b) = (field(*a)?, field(*b)?);
            let halves = (a.round, b.round) == (Some(HalfYear::First), Some(HalfYear::Second));
            (halves && a.field == b.field).then(|| whole(a.field))
        }
    }
}

/// Returns the fields that a form's rows show where a cell cannot be computed, each with the fields that compute it.
pub fn stated(form: &FormDefinition) -> Vec<(Vec<FieldRef>, FieldRef)> {
    let mut found = Vec::new();
    for table in form.sheets.iter().flat_map(|sheet| &sheet.blocks).filter_map(table_of) {
        for column in &table.columns {
            let ColumnCell::Formula(formula) = &column.cell else { continue };
            let of = formula.columns().into_iter().filter_map(|at| match table.columns[at].cell {
                ColumnCell::Field(field) => Some(field),
                ColumnCell::Formula(_) | ColumnCell::Empty => None,
            });
            found.extend(stated_by(table, formula).map(|field| (of.collect(), field)));
        }
    }
    found
}

fn table_of(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        _ => None,
    }
}
