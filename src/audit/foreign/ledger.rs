//! The cells of a report that hold figures: where each stands, which figure of the form it is, and what it reads.

use std::collections::BTreeSet;

use super::locate::Found;
use super::read::total_of;
use crate::calc::Format;
use crate::forms::definition::{Column, ColumnCell, FieldRef, Table, TotalCell};
use crate::forms::fields::{AssistantField, Field};
use crate::source::CellRef;
use crate::units::Exact;

/// Whose figure a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Whose {
    /// An assistant's, by position among all that the report names.
    Assistant(usize),
    /// A total row's.
    Total,
    /// The municipality's, outside a total row.
    Municipality,
}

/// A cell that holds, or should hold, a figure.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where.
    pub at: CellRef,
    /// Part of the form, number of the column, its heading.
    pub label: String,
    /// The figure; none where the form computes the cell from its own row.
    pub field: Option<FieldRef>,
    /// Whose.
    pub whose: Whose,
    /// How it is shown.
    pub format: Format,
    /// What it reads; none when blank.
    pub value: Option<Exact>,
    /// Can it be read? A cell that cannot is told once and computed with nowhere.
    pub readable: bool,
}

/// A line of a table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Row of the page.
    pub row: u32,
    /// Number of the assistant as typed, where it is one.
    pub number: Option<i64>,
    /// Position among all assistants of the report.
    pub assistant: usize,
    /// Cells by column of the form.
    pub cells: Vec<Option<usize>>,
}

/// A table as read.
#[derive(Clone, Debug)]
pub struct ReadTable<'f> {
    /// Where it was found.
    pub found: Found<'f>,
    /// Lines, from top to bottom.
    pub lines: Vec<Line>,
    /// Total row, with cells by column of the form.
    pub total: Option<Line>,
}

impl ReadTable<'_> {
    /// Returns the form's table.
    pub fn table(&self) -> &Table {
        self.found.table
    }
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct ReadRow {
    /// Cells of the values, in the order of the form.
    pub cells: Vec<Option<usize>>,
    /// Is the third value the first minus the second?
    pub difference: bool,
}

/// Everything read.
#[derive(Clone, Debug, Default)]
pub struct Ledger<'f> {
    /// Cells.
    pub cells: Vec<Cell>,
    /// Tables.
    pub tables: Vec<ReadTable<'f>>,
    /// Rows of lists.
    pub rows: Vec<ReadRow>,
    /// How many assistants the report names.
    pub assistants: usize,
}

impl Ledger<'_> {
    /// Adds a cell.
    pub fn add(&mut self, cell: Cell) -> usize {
        self.cells.push(cell);
        self.cells.len() - 1
    }

    /// Returns the cells of a figure that can be read and are not blank.
    pub fn of(&self, field: FieldRef, whose: Whose) -> impl Iterator<Item = usize> {
        let is = move |c: &Cell| c.field == Some(field) && c.whose == whose;
        self.cells.iter().enumerate().filter(move |(_, c)| is(c) && c.value.is_some()).map(|(i, _)| i)
    }

    /// Returns the municipality's figure: from a cell of its own, else from a total row.
    pub fn whole(&self, field: FieldRef) -> Option<usize> {
        self.of(field, Whose::Municipality).next().or_else(|| self.of(field, Whose::Total).next())
    }

    /// Returns every figure of the municipality that the report states, each once, in the order read. Where a table was
    /// handed in without its total row, its lines are added up as that row would: what adds up reports must not lose them.
    pub fn stated(&self) -> Vec<(FieldRef, Exact)> {
        let mut all: Vec<(FieldRef, Exact)> = Vec::new();
        let own = self.cells.iter().filter(|cell| !matches!(cell.whose, Whose::Assistant(_)));
        for field in own.filter_map(|cell| cell.field) {
            if all.iter().any(|(known, _)| *known == field) {
                continue;
            }
            let value = self.whole(field).and_then(|index| self.cells[index].value.clone());
            all.extend(value.map(|value| (field, value)));
        }
        for (field, value) in self.tables.iter().flat_map(|table| self.untotalled(table)) {
            if !all.iter().any(|(known, _)| *known == field) {
                all.push((field, value));
            }
        }
        all
    }

    /// The sums of a table's columns, where its form has a total row and it has none. A column with a cell that cannot be
    /// read, or without any figure, has no sum.
    fn untotalled(&self, table: &ReadTable<'_>) -> Vec<(FieldRef, Exact)> {
        if table.total.is_some() || table.table().total.is_none() {
            return Vec::new();
        }
        let sum = |(position, column): (usize, &Column)| {
            let (TotalCell::Sum, ColumnCell::Field(field)) = (&column.total, &column.cell) else {
                return None;
            };
            let cells = table.lines.iter().filter_map(|line| line.cells.get(position).copied().flatten());
            let cells: Vec<&Cell> = cells.map(|index| &self.cells[index]).collect();
            let filled = cells.iter().any(|cell| cell.value.is_some());
            let readable = cells.iter().all(|cell| cell.readable);
            let sum = || cells.iter().filter_map(|cell| cell.value.clone()).sum();
            (filled && readable).then(|| (total_of(*field), sum()))
        };
        table.table().columns.iter().enumerate().filter_map(sum).collect()
    }

    /// Returns how many assistants the report says to have had a contract, of either form; none where it does not ask.
    pub fn under_contract(&self) -> Option<usize> {
        let says = |cell: &&Cell| {
            let field = cell.field.map(|field| field.field);
            matches!(
                field,
                Some(Field::Assistant(AssistantField::HasEmployment | AssistantField::HasService))
            )
        };
        let mut asked = false;
        let mut who = BTreeSet::new();
        for cell in self.cells.iter().filter(says) {
            if let (Whose::Assistant(assistant), Some(value)) = (cell.whose, &cell.value) {
                asked = true;
                if !value.is_zero() {
                    who.insert(assistant);
                }
            }
        }
        asked.then_some(who.len())
    }
}
