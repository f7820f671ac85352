//! Where a tampering can be planted in a settlement: its cells by what they are, its lines, its totals. Taken from the
//! trace as data; nothing of the audit is asked.

use crate::steps::{At, Fractions};
use crate::support::random::Random;
use crate::support::tamper::{Area, Book, rewritten};
use rozlicz::intake::book::ReadBook;
use rozlicz::trace::{Held, Origin, Purpose, Trace, TraceCell};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Sheet of the figures of the rules.
const PARAMETERS: &str = "Parametry";

/// A settled submission and its workbook.
pub struct Settled {
    /// What it is, to find it again.
    pub name: String,
    /// Its trace.
    pub trace: Trace,
    /// The file.
    pub file: Book,
    /// What the reader reads of the file.
    pub read: ReadBook,
    /// Fractions that the file cuts.
    pub fractions: Fractions,
}

/// What a cell as written is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    Formula,
    Input,
    Parameter,
    Digest,
    Text,
    Number,
}

impl Settled {
    /// What a cell is.
    pub fn class(&self, sheet: usize, cell: &TraceCell) -> Class {
        let origin = cell.meaning.as_deref().map(|m| &m.origin);
        match (&cell.holds, origin) {
            (Held::Formula(..), _) => Class::Formula,
            (_, Some(Origin::Input(..))) => Class::Input,
            (_, Some(Origin::Parameter(..))) => Class::Parameter,
            (Held::Text(text), _) if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Class::Digest
            }
            (Held::Text(_), _) => Class::Text,
            (Held::Number(_), _) if self.is_data(sheet) => Class::Input,
            (Held::Number(_), _) => Class::Number,
        }
    }

    /// Is it a sheet of the municipality's data?
    pub fn is_data(&self, sheet: usize) -> bool {
        let sheet = &self.trace.sheets[sheet];
        sheet.purpose == Purpose::Inputs && sheet.name != PARAMETERS
    }

    /// All cells that pass.
    pub fn cells(&self, keep: impl Fn(usize, &TraceCell) -> bool) -> Vec<(usize, &TraceCell)> {
        let sheets = self.trace.sheets.iter().enumerate();
        sheets
            .flat_map(|(n, sheet)| sheet.cells.iter().map(move |cell| (n, cell)))
            .filter(|(n, cell)| keep(*n, cell))
            .collect()
    }

    /// One of the cells that pass. A sheet first, so that a long one does not take all.
    pub fn one(
        &self,
        r: &mut Random,
        keep: impl Fn(usize, &TraceCell) -> bool,
    ) -> Option<(usize, &TraceCell)> {
        let all = self.cells(keep);
        let sheets: BTreeSet<usize> = all.iter().map(|(sheet, _)| *sheet).collect();
        let sheet = chosen(r, &sheets.into_iter().collect::<Vec<_>>())?;
        chosen(r, &all.into_iter().filter(|(n, _)| *n == sheet).collect::<Vec<_>>())
    }

    /// One cell of a class.
    pub fn of_class(&self, r: &mut Random, class: Class) -> Option<(usize, &TraceCell)> {
        self.one(r, |sheet, cell| self.class(sheet, cell) == class)
    }

    /// Any sheet of the trace, by position; the trace's own is not among them.
    pub fn sheet(&self, r: &mut Random) -> usize {
        let last = i64::try_from(self.trace.sheets.len()).expect("few sheets") - 1;
        usize::try_from(r.between(0, last)).expect("not negative")
    }

    /// Cells of a row as written.
    pub fn row(&self, sheet: usize, row: u32) -> Vec<&TraceCell> {
        self.trace.sheets[sheet].cells.iter().filter(|c| c.row == row).collect()
    }

    /// The last filled row of a sheet.
    pub fn last_row(&self, sheet: usize) -> u32 {
        self.trace.sheets[sheet].cells.last().map_or(0, |cell| cell.row)
    }

    /// The last filled column of a sheet.
    pub fn last_column(&self, sheet: usize) -> u32 {
        self.trace.sheets[sheet].cells.iter().map(|cell| cell.column).max().unwrap_or(0)
    }

    /// A row of any sheet.
    pub fn any_row(&self, r: &mut Random) -> (usize, u32) {
        let sheet = self.sheet(r);
        (sheet, below(r, self.last_row(sheet)))
    }

    /// The rows around one, itself among them, that nobody could tell from it: deleting or adding either leaves the
    /// same sheet.
    pub fn alike(&self, sheet: usize, row: u32) -> (u32, u32) {
        let (mut first, mut last) = (row, row);
        let here = self.look(sheet, row);
        while first > 0 && self.look(sheet, first - 1) == here {
            first -= 1;
        }
        while last < self.last_row(sheet) && self.look(sheet, last + 1) == here {
            last += 1;
        }
        (first, last)
    }

    /// What a row holds; formulas without the rows of the cells they refer to.
    pub fn look(&self, sheet: usize, row: u32) -> Vec<(u32, String)> {
        let one = |cell: &&TraceCell| {
            let what = match &cell.holds {
                Held::Text(text) => format!("t{text}"),
                Held::Number(n) => format!("n{}", n.to_short(9)),
                Held::Formula(formula, _) => rewritten(formula, &|named, area| {
                    let named = named.map(str::to_owned);
                    Some((named, Area { top: 0, bottom: area.bottom - area.top, ..area }))
                }),
            };
            (cell.column, what)
        };
        self.row(sheet, row).iter().map(one).collect()
    }

    /// Formulas that are one sum over a range of a column of their own sheet: cell, range.
    pub fn sums(&self) -> Vec<(At, Area)> {
        let mut all = Vec::new();
        for (sheet, cell) in self.cells(|_, c| matches!(c.holds, Held::Formula(..))) {
            let Held::Formula(formula, _) = &cell.holds else { continue };
            let areas = references(formula);
            if let [(None, area)] = &areas[..]
                && area.left == area.right
                && area.bottom > area.top
                && is_plain_sum(formula)
            {
                all.push(((sheet, cell.row, cell.column), *area));
            }
        }
        all
    }
}

/// One of some.
pub fn chosen<T: Clone>(r: &mut Random, of: &[T]) -> Option<T> {
    let last = i64::try_from(of.len()).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
    of.get(usize::try_from(r.between(0, last)).ok()?).cloned()
}

/// A number from 0 to `last`.
pub fn below(r: &mut Random, last: u32) -> u32 {
    u32::try_from(r.between(0, i64::from(last))).expect("not negative")
}

/// Is a formula nothing but `SUM(…)` over ranges and cells, or cells with plus signs?
pub fn is_plain_sum(formula: &str) -> bool {
    let bare = RefCell::new(String::new());
    *bare.borrow_mut() = rewritten(formula, &|_, _| None).replace("#REF!", "");
    let bare = bare.into_inner();
    if let Some(inner) = bare.strip_prefix("SUM(").and_then(|rest| rest.strip_suffix(')')) {
        return inner.chars().all(|c| c == ',');
    }
    !bare.is_empty() && bare.chars().all(|c| c == '+')
}

/// The references of a formula in order.
pub fn references(formula: &str) -> Vec<(Option<String>, Area)> {
    let all = RefCell::new(Vec::new());
    rewritten(formula, &|named, area| {
        all.borrow_mut().push((named.map(str::to_owned), area));
        Some((named.map(str::to_owned), area))
    });
    all.into_inner()
}

/// A formula with its n-th reference changed.
pub fn with_reference(formula: &str, n: usize, change: &dyn Fn(Area) -> Area) -> String {
    let count = std::cell::Cell::new(0);
    rewritten(formula, &|named, area| {
        let here = count.replace(count.get() + 1) == n;
        Some((named.map(str::to_owned), if here { change(area) } else { area }))
    })
}

/// Where the operators and the numbers of a formula stand, outside quotes, names and references.
#[allow(clippy::type_complexity)] // Operators by place, and numbers by their ends.
pub fn pieces(formula: &str) -> (Vec<(usize, char)>, Vec<(usize, usize)>) {
    let (mut operators, mut numbers) = (Vec::new(), Vec::new());
    let mut quote = None;
    let mut word: Option<usize> = None;
    for (at, letter) in formula.char_indices().chain([(formula.len(), ' ')]) {
        if let Some(open) = quote {
            quote = (letter != open).then_some(open);
            continue;
        }
        let part = letter.is_alphanumeric() || matches!(letter, '_' | '.' | '$' | '!');
        if let Some(from) = word.filter(|_| !part) {
            let text = &formula[from..at];
            if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
                numbers.push((from, at));
            }
            word = None;
        }
        match letter {
            '"' | '\'' => quote = Some(letter),
            '+' | '-' | '*' | '/' => operators.push((at, letter)),
            _ if part && word.is_none() => word = Some(at),
            _ => {}
        }
    }
    (operators, numbers)
}

/// Counts by name, for the report.
pub type Counts = BTreeMap<&'static str, usize>;
