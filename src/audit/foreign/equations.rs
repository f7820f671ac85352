//! What must equal what in a report: within a line, down a column, between parts.
//!
//! Formulas within a line and total rows are the form's own data; that a part's figure is the sum of its months, and
//! how a component's figures hang together, are the settlement's definitions. An equation is a [`calc::Expr`] over
//! cells of the report, so it is evaluated and worded as everything else.
//!
//! [`calc::Expr`]: crate::calc::Expr

use super::ledger::{Cell, Ledger, Line, ReadTable, Whose};
use crate::calc::{Expr, Format, NodeId};
use crate::forms::definition::{ColumnCell, FieldRef, PartOf, RowFormula, RowUnit, TotalCell};
use crate::forms::fields::{AssistantField, ComponentField, Field, MonthField, MunicipalityField};
use crate::programme::Programme;
use crate::records::HalfYear;
use crate::units::Exact;

/// Why two sides must be equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// A column computed from its own row.
    Row,
    /// A total row over its lines.
    Total,
    /// A part's figure over another part's months.
    Parts,
    /// One figure in two places.
    Twice,
    /// Figures of a component among each other.
    Component,
}

/// `target = Σ plus − Σ minus`, over cells by position.
#[derive(Clone, Debug)]
pub struct Equation {
    /// Why.
    pub kind: Kind,
    /// The cell that is computed.
    pub target: usize,
    /// Added.
    pub plus: Vec<usize>,
    /// Taken off.
    pub minus: Vec<usize>,
}

impl Equation {
    /// Returns the right side over nodes of the cells.
    pub fn expr(&self, nodes: &[NodeId]) -> Expr {
        let sum = |of: &[usize]| -> Expr {
            let ids: Vec<NodeId> = of.iter().map(|i| nodes[*i]).collect();
            match ids.as_slice() {
                [one] => Expr::Ref(*one),
                [a, b] => Expr::add([*a, *b]),
                _ => Expr::Sum(ids),
            }
        };
        if self.minus.is_empty() { sum(&self.plus) } else { Expr::sub(sum(&self.plus), sum(&self.minus)) }
    }

    /// Returns every cell with its sign on the right side; the target's is minus.
    pub fn terms(&self) -> impl Iterator<Item = (usize, bool)> {
        let plus = self.plus.iter().map(|i| (*i, true));
        plus.chain(self.minus.iter().map(|i| (*i, false))).chain([(self.target, false)])
    }

    /// How far both sides may be apart: posts are shown to two decimals, so half a hundredth for each.
    pub fn slack(&self, cells: &[Cell]) -> Exact {
        let unrounded = matches!(cells[self.target].format, Format::Posts | Format::Factor);
        let count = i64::try_from(self.plus.len() + self.minus.len() + 1).unwrap_or(i64::MAX);
        if unrounded { Exact::ratio(count, 200).unwrap_or_else(Exact::zero) } else { Exact::zero() }
    }
}

/// Returns every equation that the cells allow.
pub fn all(ledger: &Ledger<'_>, programme: &Programme) -> Vec<Equation> {
    let mut found = Vec::new();
    for table in &ledger.tables {
        rows(table, &mut found);
        totals(table, &mut found);
    }
    months(ledger, programme, &mut found);
    lists(ledger, &mut found);
    components(ledger, &mut found);
    twice(ledger, &mut found);
    found.retain(|e| usable(e, &ledger.cells));
    found
}

/// Everything can be read, there is something on the right, and nothing there is unknown.
fn usable(equation: &Equation, cells: &[Cell]) -> bool {
    let unknown = |i: &usize| {
        let cell = &cells[*i];
        cell.value.is_none() && cell.field.is_some_and(|f| f.field.blank_is_unknown())
    };
    let right = || equation.plus.iter().chain(&equation.minus);
    let readable = right().chain([&equation.target]).all(|i| cells[*i].readable);
    let given = right().any(|i| cells[*i].value.is_some()) || cells[equation.target].value.is_some();
    readable && given && !right().any(unknown)
}

fn formula(kind: Kind, formula: &RowFormula, target: usize, line: &Line) -> Option<Equation> {
    let cell = |i: &usize| line.cells.get(*i).copied().flatten();
    let (plus, minus) = match formula {
        RowFormula::Sum(columns) => (columns.iter().map(cell).collect::<Option<Vec<usize>>>()?, Vec::new()),
        RowFormula::Difference(a, b) => (vec![cell(a)?], vec![cell(b)?]),
    };
    Some(Equation { kind, target, plus, minus })
}

fn rows(table: &ReadTable<'_>, found: &mut Vec<Equation>) {
    for (position, column) in table.table().columns.iter().enumerate() {
        let of = |line: &Line, own: &RowFormula| {
            let target = line.cells.get(position).copied().flatten()?;
            formula(Kind::Row, own, target, line)
        };
        if let ColumnCell::Formula(own) = &column.cell {
            found.extend(table.lines.iter().chain(&table.total).filter_map(|line| of(line, own)));
        }
        if let (TotalCell::Formula(own), Some(total)) = (&column.total, &table.total) {
            found.extend(of(total, own));
        }
    }
}

fn totals(table: &ReadTable<'_>, found: &mut Vec<Equation>) {
    let Some(total) = table.total.as_ref().filter(|_| table.table().rows == RowUnit::Assistant) else {
        return;
    };
    for position in 0..table.table().columns.len() {
        let Some(target) = total.cells.get(position).copied().flatten() else { continue };
        let plus: Vec<usize> =
            table.lines.iter().filter_map(|line| line.cells.get(position).copied().flatten()).collect();
        found.push(Equation { kind: Kind::Total, target, plus, minus: Vec::new() });
    }
    // What stands in the total row alone is no sum of blank lines.
    let summed = |e: &Equation| {
        let position = total.cells.iter().position(|c| *c == Some(e.target));
        position.is_some_and(|p| table.table().columns[p].total == TotalCell::Sum)
    };
    found.retain(|e| e.kind != Kind::Total || !total.cells.contains(&Some(e.target)) || summed(e));
}

/// Months of a round, or of the year.
fn months_of(half: Option<HalfYear>) -> std::ops::RangeInclusive<u32> {
    match half {
        None => 1..=12,
        Some(HalfYear::First) => 1..=6,
        Some(HalfYear::Second) => 7..=12,
    }
}

/// An assistant's figure of a part is the sum of the months in another part, and so is the municipality's.
fn months(ledger: &Ledger<'_>, programme: &Programme, found: &mut Vec<Equation>) {
    use AssistantField as A;
    use ComponentField as C;
    let pairs = [
        (A::SupplementCoFinancing, C::CoFinancing, MonthField::SupplementCoFinancing),
        (A::SupplementOwn, C::OwnContribution, MonthField::SupplementOwn),
    ];
    let mut rounds: Vec<Option<HalfYear>> =
        programme.rounds.iter().map(|round| round.half_year).chain([None]).collect();
    rounds.sort_unstable();
    rounds.dedup();
    for (of_assistant, of_component, of_month) in pairs {
        for half in &rounds {
            let year = Field::Assistant(of_assistant);
            for (target, cell) in ledger.cells.iter().enumerate() {
                let Some(field) = cell.field.filter(|f| f.round == *half && f.month.is_none()) else {
                    continue;
                };
                let component = Field::Component(PartOf::Supplement, of_component);
                let is = match cell.whose {
                    Whose::Assistant(_) => field.field == year,
                    Whose::Total | Whose::Municipality => field.field == component,
                };
                if !is {
                    continue;
                }
                let plus: Option<Vec<usize>> =
                    months_of(*half).map(|month| month_cell(ledger, of_month, month, cell.whose)).collect();
                if let Some(plus) = plus.filter(|p| p.iter().any(|i| ledger.cells[*i].value.is_some())) {
                    found.push(Equation { kind: Kind::Parts, target, plus, minus: Vec::new() });
                }
            }
        }
    }
}

fn month_cell(ledger: &Ledger<'_>, field: MonthField, month: u32, whose: Whose) -> Option<usize> {
    let wanted = FieldRef { field: Field::Month(field), round: None, month: Some(month) };
    ledger.cells.iter().position(|c| c.field == Some(wanted) && c.whose == whose)
}

fn lists(ledger: &Ledger<'_>, found: &mut Vec<Equation>) {
    for row in &ledger.rows {
        if let (true, [Some(a), Some(b), Some(target)]) = (row.difference, row.cells.as_slice()) {
            found.push(Equation { kind: Kind::Row, target: *target, plus: vec![*a], minus: vec![*b] });
        }
    }
}

/// Both components make the whole; cost is co-financing and own contribution; rounds make the year.
fn components(ledger: &Ledger<'_>, found: &mut Vec<Equation>) {
    use ComponentField as C;
    let whole = |field: Field, round| ledger.whole(FieldRef { field, round, month: None });
    let fields = [
        C::Cost,
        C::Awarded,
        C::Transferred,
        C::CoFinancing,
        C::OwnContribution,
        C::DueNotTransferred,
        C::Unused,
        C::Returned,
        C::Misused,
        C::Interest,
        C::ReturnTotal,
    ];
    let mut push = |target: Option<usize>, plus: Vec<Option<usize>>, minus: Vec<Option<usize>>| {
        let (plus, minus): (Option<Vec<usize>>, Option<Vec<usize>>) =
            (plus.into_iter().collect(), minus.into_iter().collect());
        if let (Some(target), Some(plus), Some(minus)) = (target, plus, minus)
            && !plus.contains(&target)
        {
            found.push(Equation { kind: Kind::Component, target, plus, minus });
        }
    };
    for half in [None, Some(HalfYear::First), Some(HalfYear::Second)] {
        let part = |part, field| whole(Field::Component(part, field), half);
        for field in fields {
            let (supplement, employment) = (part(PartOf::Supplement, field), part(PartOf::Employment, field));
            // A component that is not used stands nowhere or is blank.
            let parts: Vec<Option<usize>> =
                [supplement, employment].into_iter().flatten().map(Some).collect();
            if !parts.is_empty() && lists_components(ledger, field) {
                push(whole(Field::All(field), half), parts, Vec::new());
            }
        }
        for part_of in [PartOf::Supplement, PartOf::Employment] {
            let of = |field| part(part_of, field);
            push(of(C::OwnContribution), vec![of(C::Cost)], vec![of(C::CoFinancing)]);
        }
        let all = |field| whole(Field::All(field), half);
        push(all(C::OwnContribution), vec![all(C::Cost)], vec![all(C::CoFinancing)]);
    }
    for part_of in [PartOf::Supplement, PartOf::Employment] {
        for field in fields {
            let of = |half| whole(Field::Component(part_of, field), half);
            let (first, second) = (of(Some(HalfYear::First)), of(Some(HalfYear::Second)));
            if first.is_some() && second.is_some() {
                push(of(None), vec![first, second], Vec::new());
            }
        }
    }
    total_cost(ledger, &mut push);
}

/// The cost of the task with other public money: own money, the programme's, and others'.
fn total_cost(
    ledger: &Ledger<'_>,
    push: &mut impl FnMut(Option<usize>, Vec<Option<usize>>, Vec<Option<usize>>),
) {
    let whole = |field| ledger.whole(FieldRef { field, round: None, month: None });
    let other = whole(Field::Municipality(MunicipalityField::OtherPublic));
    let parts = [ComponentField::OwnContribution, ComponentField::CoFinancing].map(|f| whole(Field::All(f)));
    let plus: Vec<Option<usize>> = parts.into_iter().chain(other.map(Some)).collect();
    push(whole(Field::Municipality(MunicipalityField::TotalCost)), plus, Vec::new());
}

/// A form that lists one component of a figure lists them all; on the form of 2023 the whole is of both.
fn lists_components(ledger: &Ledger<'_>, field: ComponentField) -> bool {
    let has = |part| {
        let wanted = Field::Component(part, field);
        ledger.cells.iter().any(|c| c.field.is_some_and(|f| f.field == wanted))
    };
    has(PartOf::Supplement) && has(PartOf::Employment)
}

/// A figure that stands in several places is the same in all.
fn twice(ledger: &Ledger<'_>, found: &mut Vec<Equation>) {
    let whole = |c: &Cell| matches!(c.whose, Whose::Total | Whose::Municipality);
    let one = |c: &Cell| {
        c.field.filter(|f| matches!(f.field, Field::Component(..) | Field::All(_) | Field::Municipality(_)))
    };
    for (target, cell) in ledger.cells.iter().enumerate().filter(|(_, c)| whole(c) && c.value.is_some()) {
        let Some(field) = one(cell) else { continue };
        let before = ledger.cells[..target]
            .iter()
            .position(|c| whole(c) && c.field == Some(field) && c.value.is_some());
        if let Some(before) = before {
            found.push(Equation { kind: Kind::Twice, target, plus: vec![before], minus: Vec::new() });
        }
    }
}
