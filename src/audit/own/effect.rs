//! What stands in the workbook, computed again; and what one change did to the co-financing: the workbook is computed
//! once more with that single cell set back.

use std::collections::BTreeSet;

use super::formula::as_found;
use super::sheets::Maps;
use crate::calc::parse::Kind;
use crate::calc::print::Place;
use crate::calc::{NodeId, Value};
use crate::intake::book::{ReadBook, ReadCell, ReadValue};
use crate::recalc::{self, Recalculated};
use crate::trace::Held;
use crate::units::{Exact, Money};

/// Cells of a workbook that is computed again; a settlement of two hundred assistants has half as many.
const MOST_CELLS: usize = 600_000;
/// Cells of a workbook that is computed once for each change.
const MOST_CELLS_EACH: usize = 120_000;
/// Changes whose effect is computed.
const MOST_CHANGES: usize = 50;

/// A workbook computed again.
#[derive(Debug)]
pub struct Computed<'m, 'a> {
    maps: &'m Maps<'a>,
    now: Recalculated,
    /// Sheet, row and column as found of the co-financing of the whole settlement.
    total: Option<(usize, u32, u32)>,
    /// A copy in which cells are set back; none where the workbook is too large or nothing was changed.
    copy: Option<ReadBook>,
    left: usize,
}

/// What a cell would be if it had not been changed.
#[derive(Debug)]
pub struct SetBack {
    /// What it would show.
    pub value: Value,
    /// By how much the change raised the co-financing; none where no cell shows it.
    pub effect: Option<Money>,
}

impl<'m, 'a> Computed<'m, 'a> {
    /// Computes a workbook; nothing when it is too large.
    pub fn of(maps: &'m Maps<'a>, changed: bool) -> Option<Self> {
        let cells: usize = maps.book.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        if cells > MOST_CELLS {
            return None;
        }
        let copy = (changed && cells <= MOST_CELLS_EACH).then(|| maps.book.clone());
        let now = computed(maps, maps.book);
        let whole = |f: &&crate::trace::Figure| {
            f.what == "co_financing"
                && [&f.round, &f.component, &f.assistant, &f.month].into_iter().all(Option::is_none)
        };
        let total = maps.trace.figures.iter().find(whole).and_then(|f| maps.found_at(f.at?));
        Some(Self { maps, now, total, copy, left: MOST_CHANGES })
    }

    /// What a cell as found gives when computed; nothing for a formula that cannot be.
    pub fn value(&self, (sheet, row, column): (usize, u32, u32)) -> Option<&Value> {
        if self.now.fault(sheet, row, column).is_some() {
            return None;
        }
        Some(self.now.model.value(self.now.node(sheet, row, column)?))
    }

    /// Does a formula as found give an error: a division by zero, a text where a number is meant?
    pub fn fails(&self, (sheet, row, column): (usize, u32, u32)) -> bool {
        let kind = self.now.fault(sheet, row, column).map(|fault| &fault.kind);
        matches!(kind, Some(Kind::DivisionByZero | Kind::NotANumber(_)))
    }

    /// Formulas that could not be computed.
    pub fn faults(&self) -> usize {
        self.now.faults.len()
    }

    /// Sets one cell back to what was written and computes again.
    pub fn set_back(&mut self, written: (usize, u32, u32)) -> Option<SetBack> {
        let at = self.maps.found_at(written)?;
        let sheet = self.maps.trace.sheets.get(written.0)?;
        let cell = match sheet.cell(written.1, written.2).map(|cell| &cell.holds) {
            None => None,
            Some(Held::Text(text)) => Some(ReadCell { formula: None, value: ReadValue::Text(text.clone()) }),
            Some(Held::Number(n)) => Some(ReadCell { formula: None, value: ReadValue::Number(n.clone()) }),
            Some(Held::Formula(formula, _)) => {
                let formula = as_found(self.maps, written.0, formula)?;
                Some(ReadCell { formula: Some(formula), value: ReadValue::Blank })
            }
        };
        self.with(at, &BTreeSet::from([(at.1, at.2)]), cell)
    }

    /// Empties a row that was added and computes again.
    pub fn without_row(&mut self, sheet: usize, row: u32) -> Option<SetBack> {
        let cells = &self.maps.book.sheets.get(sheet)?.cells;
        let row_cells = cells.range((row, 0)..(row + 1, 0)).map(|(at, _)| *at).collect();
        self.with((sheet, row, 0), &row_cells, None)
    }

    fn with(
        &mut self,
        at: (usize, u32, u32),
        emptied: &BTreeSet<(u32, u32)>,
        cell: Option<ReadCell>,
    ) -> Option<SetBack> {
        self.left = self.left.checked_sub(1)?;
        let copy = self.copy.as_mut()?;
        let cells = &mut copy.sheets.get_mut(at.0)?.cells;
        let before: Vec<_> = emptied.iter().map(|at| (*at, cells.remove(at))).collect();
        if let Some(cell) = cell {
            cells.insert((at.1, at.2), cell);
        }
        let then = computed(self.maps, copy);
        let cells = &mut copy.sheets.get_mut(at.0)?.cells;
        for (at, cell) in before {
            match cell {
                Some(cell) => cells.insert(at, cell),
                None => cells.remove(&at),
            };
        }
        let value = |all: &Recalculated, (sheet, row, column): (usize, u32, u32)| {
            let node: Option<NodeId> = all.node(sheet, row, column);
            node.map_or(Value::Blank, |node| all.model.value(node).clone())
        };
        let effect = self.total.and_then(|total| {
            let (now, then) = (value(&self.now, total), value(&then, total));
            Money::from_exact(&(number(&now) - number(&then)).round_half_up(2))
        });
        Some(SetBack { value: value(&then, at), effect })
    }
}

fn number(value: &Value) -> Exact {
    match value {
        Value::Number(n) => n.clone(),
        Value::Blank | Value::Text(_) => Exact::zero(),
    }
}

fn computed(maps: &Maps<'_>, book: &ReadBook) -> Recalculated {
    recalc::of_book_traced(book, maps.trace, &|place: Place| {
        let (sheet, row, column) = maps.written_at((place.sheet, place.row, place.column))?;
        Some(Place { sheet, row, column })
    })
}
