//! What a formula is once it is read: a tree over places of cells, and the reasons why one cannot be. Nothing is read
//! or evaluated here.

use crate::calc::print::Place;
use crate::units::Exact;

/// Why a formula cannot be recalculated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A function or operator outside the known set.
    UnknownFunction(String),
    /// Its result changes by itself: `TODAY()`, `RAND()`, `INDIRECT(…)`.
    Volatile(String),
    /// It refers to another file.
    External(String),
    /// It uses a defined name or a table.
    Name(String),
    /// It refers to a sheet that is not there.
    NoSheet(String),
    /// It takes in whole columns or rows.
    Unbounded(String),
    /// A range or an array where one value is meant, or ranges that do not match.
    Array(String),
    /// It refers to a cell that is gone: `#REF!`.
    Broken(String),
    /// Cells that rest on one another.
    Circular(Vec<Place>),
    /// Division by zero.
    DivisionByZero,
    /// Text where a number is meant; the cell that holds it, where one does.
    NotANumber(Option<Place>),
    /// Its result is a truth value, or a truth value is used as anything but a condition.
    TruthValue,
    /// The cell holds an error.
    ErrorValue(String),
    /// Not a formula, from this text on.
    Unreadable(String),
    /// Longer than a spreadsheet takes.
    TooLong,
    /// More brackets inside one another than a spreadsheet takes.
    TooDeep,
    /// More cells are referred to than the program looks at.
    TooMany,
}

impl Kind {
    /// Returns its name in catalogues and JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UnknownFunction(_) => "unknown-function",
            Self::Volatile(_) => "volatile",
            Self::External(_) => "external",
            Self::Name(_) => "name",
            Self::NoSheet(_) => "no-sheet",
            Self::Unbounded(_) => "unbounded",
            Self::Array(_) => "array",
            Self::Broken(_) => "broken",
            Self::Circular(_) => "circular",
            Self::DivisionByZero => "division-by-zero",
            Self::NotANumber(_) => "not-a-number",
            Self::TruthValue => "truth-value",
            Self::ErrorValue(_) => "error-value",
            Self::Unreadable(_) => "unreadable",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::TooMany => "too-many",
        }
    }

    /// Returns the piece of the formula it speaks of, where there is one.
    pub fn piece(&self) -> Option<&str> {
        match self {
            Self::UnknownFunction(text)
            | Self::Volatile(text)
            | Self::External(text)
            | Self::Name(text)
            | Self::NoSheet(text)
            | Self::Unbounded(text)
            | Self::Array(text)
            | Self::Broken(text)
            | Self::ErrorValue(text)
            | Self::Unreadable(text) => Some(text),
            _ => None,
        }
    }
}

/// Cells of one sheet between two corners, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Area {
    /// Sheet, by position in the book.
    pub sheet: usize,
    /// First row and column, from zero.
    pub first: (u32, u32),
    /// Last row and column, from zero.
    pub last: (u32, u32),
}

impl Area {
    /// Returns the area of one cell.
    pub fn of(cell: Place) -> Self {
        Self { sheet: cell.sheet, first: (cell.row, cell.column), last: (cell.row, cell.column) }
    }

    /// Returns rows and columns.
    pub fn shape(&self) -> (u32, u32) {
        (self.last.0 - self.first.0 + 1, self.last.1 - self.first.1 + 1)
    }

    /// Writes it as a formula on its own sheet would.
    pub fn a1(&self) -> String {
        let end = |(row, column): (u32, u32)| crate::source::a1(row, column);
        format!("{}:{}", end(self.first), end(self.last))
    }
}

/// How two values are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    Differs,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
}

/// The functions of the set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// `SUM`
    Sum,
    /// `MIN`
    Min,
    /// `MAX`
    Max,
    /// `ROUND`
    Round,
    /// `ROUNDDOWN`
    RoundDown,
    /// `IF`
    If,
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`
    Not,
    /// `SUMIFS`
    SumIfs,
    /// `SUMPRODUCT`
    SumProduct,
}

/// A formula as a tree. Brackets are not kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tree {
    /// A number.
    Number(Exact),
    /// A text in quotes.
    Text(String),
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// A cell.
    Cell(Place),
    /// A range.
    Range(Area),
    /// Terms added, terms subtracted.
    Sum(Vec<Tree>, Vec<Tree>),
    /// Factors, divisors.
    Product(Vec<Tree>, Vec<Tree>),
    /// A comparison.
    Compare(Comparison, Box<Tree>, Box<Tree>),
    /// Texts joined by `&`.
    Join(Vec<Tree>),
    /// A function of the set.
    Call(Function, Vec<Tree>),
}

impl Tree {
    /// Calls `visit` with every area it refers to; a single cell is an area of one.
    pub fn areas(&self, visit: &mut impl FnMut(Area)) {
        match self {
            Self::Number(_) | Self::Text(_) | Self::Truth(_) => {}
            Self::Cell(cell) => visit(Area::of(*cell)),
            Self::Range(area) => visit(*area),
            Self::Sum(a, b) | Self::Product(a, b) => a.iter().chain(b).for_each(|part| part.areas(visit)),
            Self::Compare(_, a, b) => {
                a.areas(visit);
                b.areas(visit);
            }
            Self::Join(parts) | Self::Call(_, parts) => parts.iter().for_each(|part| part.areas(visit)),
        }
    }
}
