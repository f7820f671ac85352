//! A whole workbook computed again from what stands in it: every filled cell a node, every formula evaluated in exact
//! fractions. Reads neither files nor rules, and does not say what differs: that is `audit`.
//!
//! A formula that cannot be computed is named, and stands as the result stored in the file, so that what rests on it
//! is still computed.

mod order;
#[cfg(test)]
mod tests;

use crate::calc::parse::{Kind, Tree, parse};
use crate::calc::print::{Layout, Place};
use crate::calc::{Format, Model, NodeId, Value};
use crate::intake::book::{ReadBook, ReadCell, ReadValue};
use crate::trace::{self, Held, Meaning, Trace, TraceCell};
use crate::units::Exact;

/// A workbook computed again.
#[derive(Clone, Debug, Default)]
pub struct Recalculated {
    /// Every filled cell as a node: plain cells are inputs (`Origin::Input`, sheet by position), formulas are formulas.
    pub model: Model,
    /// What could not be computed, by place.
    pub faults: Vec<Fault>,
    /// Names of the sheets, and where each node stands.
    pub layout: Layout,
    /// Formulas met, computed or not.
    pub formulas: usize,
    /// Was the book larger than the program computes, so that some cells are no nodes?
    pub cut_off: bool,
    /// In order of place.
    nodes: Vec<(Place, NodeId)>,
}

/// A formula that could not be computed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Its cell.
    pub at: Place,
    /// Why.
    pub kind: Kind,
}

impl Recalculated {
    /// Returns the node of a filled cell, or of a blank one that some formula refers to: sheet by position, row and
    /// column from zero.
    pub fn node(&self, sheet: usize, row: u32, column: u32) -> Option<NodeId> {
        let at = Place { sheet, row, column };
        let found = self.nodes.binary_search_by(|(place, _)| place.cmp(&at)).ok()?;
        self.nodes.get(found).map(|(_, id)| *id)
    }

    /// Returns why a cell could not be computed.
    pub fn fault(&self, sheet: usize, row: u32, column: u32) -> Option<&Fault> {
        let at = Place { sheet, row, column };
        self.faults.binary_search_by(|fault| fault.at.cmp(&at)).ok().and_then(|i| self.faults.get(i))
    }
}

/// A cell to compute, as it lies in its book or trace.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    at: Place,
    holds: Holds<'a>,
}

/// Where a cell lies. Nothing is copied: a book may be large.
#[derive(Clone, Copy, Debug)]
enum Holds<'a> {
    Read(&'a ReadCell),
    Traced(&'a TraceCell),
}

/// What is known of a cell beside what stands in the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// What it is called; else its address.
    pub label: Option<&'a str>,
    /// How it is shown.
    pub format: Format,
    /// The fraction that its number stood for when it was written. A file keeps sixteen digits of a third, so that a
    /// half grosz further on would fall to either side. Believed only where the file's number is this one so cut.
    pub number: Option<&'a Exact>,
}

/// Computes a workbook; cells are called by their addresses.
pub fn of_book(book: &ReadBook) -> Recalculated {
    of_book_knowing(book, &|_| Known::default())
}

/// Computes a workbook as it stands in the file, with the names, formats and fractions of its trace where a cell still
/// stands where the trace has it. `trace_place` says where that is; nothing for a cell that is new.
pub fn of_book_traced(
    book: &ReadBook,
    trace: &Trace,
    trace_place: &dyn Fn(Place) -> Option<Place>,
) -> Recalculated {
    of_book_knowing(book, &|at| {
        let home = trace_place(at);
        let cell = home.and_then(|home| trace.sheets.get(home.sheet)?.cell(home.row, home.column));
        let Some(cell) = cell else { return Known::default() };
        let number = match &cell.holds {
            Held::Number(n) => Some(n),
            Held::Text(_) | Held::Formula(..) => None,
        };
        Known {
            label: cell.meaning.as_deref().map(|meaning| meaning.label.as_str()),
            format: cell.meaning.as_deref().map_or(Format::General, |meaning| meaning.format),
            number,
        }
    })
}

/// Computes a workbook of whose cells more may be known.
pub fn of_book_knowing<'a>(book: &'a ReadBook, known: &dyn Fn(Place) -> Known<'a>) -> Recalculated {
    let sheets: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let numbered = book.sheets.iter().enumerate().filter(|(_, sheet)| sheet.name != trace::sheet::NAME);
    let cells = numbered.flat_map(|(sheet, read)| {
        let place = move |at: &(u32, u32)| Place { sheet, row: at.0, column: at.1 };
        read.cells.iter().map(move |(at, cell)| Given { at: place(at), holds: Holds::Read(cell) })
    });
    order::computed(sheets, cells.collect(), known)
}

/// Is a number of a file the fraction, but for what sixteen digits lose?
fn is_cut(number: &Exact, whole: &Exact) -> bool {
    let lost = (number - whole).abs();
    let part = Exact::ratio(1, 100_000_000_000_000).unwrap_or_else(Exact::zero);
    lost <= &whole.abs() * &part
}

/// Computes a trace: the workbook as it was written, each cell called what the trace calls it.
pub fn of_trace(trace: &Trace) -> Recalculated {
    let sheets: Vec<String> = trace.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let cells = trace.sheets.iter().enumerate().flat_map(|(sheet, traced)| {
        let place = move |cell: &TraceCell| Place { sheet, row: cell.row, column: cell.column };
        traced.cells.iter().map(move |cell| Given { at: place(cell), holds: Holds::Traced(cell) })
    });
    let mut cells: Vec<Given<'_>> = cells.collect();
    // A trace may have been written by anybody: order and uniqueness are not believed.
    cells.sort_by_key(|given| given.at);
    cells.dedup_by_key(|given| given.at);
    order::computed(sheets, cells, &|_| Known::default())
}

impl<'a> Given<'a> {
    fn formula(&self) -> Option<&'a str> {
        match self.holds {
            Holds::Read(cell) => cell.formula.as_deref(),
            Holds::Traced(TraceCell { holds: Held::Formula(formula, _), .. }) => Some(formula),
            Holds::Traced(_) => None,
        }
    }

    /// Reads its formula.
    fn tree(&self, sheets: &[String]) -> Option<Result<Tree, Kind>> {
        self.formula().map(|formula| parse(formula, self.at.sheet, sheets))
    }

    /// What it shows, and why that is nothing to compute with.
    fn value(&self, known: &Known<'_>) -> (Value, Option<Kind>) {
        let cell = match self.holds {
            Holds::Read(cell) => cell,
            Holds::Traced(cell) => return (cell.holds.value(), None),
        };
        match &cell.value {
            ReadValue::Blank => (Value::Blank, None),
            ReadValue::Number(n) => {
                let whole = known.number.filter(|whole| is_cut(n, whole)).unwrap_or(n);
                (Value::Number(whole.clone()), None)
            }
            ReadValue::Text(text) => (Value::Text(text.clone()), None),
            ReadValue::Bool(truth) => {
                (Value::Text(if *truth { "TRUE" } else { "FALSE" }.to_owned()), Some(Kind::TruthValue))
            }
            ReadValue::Error(error) => {
                (Value::Text((*error).to_owned()), Some(Kind::ErrorValue((*error).to_owned())))
            }
        }
    }

    fn meaning(&self) -> Option<&'a Meaning> {
        match self.holds {
            Holds::Read(_) => None,
            Holds::Traced(cell) => cell.meaning.as_deref(),
        }
    }
}
