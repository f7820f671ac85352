//! What one tampering does, step by step; done to the workbook as the program has read it, or to the file itself.
//!
//! Cells, hidden lines and the order of sheets are changed in memory; what shifts references goes through the file's
//! own model (`support::tamper`) and is turned into what the reader would have read. A part of the tamperings goes
//! through a real file all the same, and then both must be equal: see `Settled::through_the_file`.

use crate::support::tamper::{Book, Stored, rewritten};
use rozlicz::calc::Value;
use rozlicz::calc::parse::Kind;
use rozlicz::calc::print::Place;
use rozlicz::intake::book::{ReadBook, ReadCell, ReadSheet, ReadValue};
use rozlicz::recalc::{self, Known};
use rozlicz::trace::{Held, Trace, TraceCell};
use rozlicz::units::Exact;
use std::collections::{BTreeMap, BTreeSet};

/// Sheet, row, column from zero.
pub type At = (usize, u32, u32);

/// One step.
#[derive(Clone, Debug)]
pub enum Step {
    /// A value typed over whatever stands there; nothing clears the cell.
    Put(At, Stored),
    /// A formula typed over whatever stands there.
    Formula(At, String),
    /// A stored result changed behind its formula's back.
    Store(At, Stored),
    /// An empty row.
    InsertRow(usize, u32),
    /// A row gone.
    DeleteRow(usize, u32),
    /// A row cut, and inserted so that it ends up in another place.
    MoveRow(usize, u32, u32),
    /// An empty column.
    InsertColumn(usize, u32),
    /// A column gone.
    DeleteColumn(usize, u32),
    /// A row hidden.
    HideRow(usize, u32),
    /// A column hidden.
    HideColumn(usize, u32),
    /// A sheet hidden; also from the list of hidden sheets.
    HideSheet(usize, bool),
    /// A sheet under another name.
    RenameSheet(usize, String),
    /// A sheet gone.
    DeleteSheet(usize),
    /// A sheet with one text, at the end.
    AddSheet(String, String),
    /// A sheet in another place.
    MoveSheet(usize, usize),
}

impl Step {
    /// Does it shift references, or change the list of sheets?
    fn shifts(&self) -> bool {
        !matches!(
            self,
            Self::Put(..)
                | Self::Formula(..)
                | Self::Store(..)
                | Self::HideRow(..)
                | Self::HideColumn(..)
                | Self::HideSheet(..)
        )
    }

    /// Does it to the file's model.
    pub fn to_file(&self, book: &mut Book) {
        match self.clone() {
            Self::Put(at, value) => book.put(at, value),
            Self::Formula(at, formula) => book.put_formula(at, &formula),
            Self::Store(at, value) => book.store(at, value),
            Self::InsertRow(sheet, row) => book.insert_row(sheet, row),
            Self::DeleteRow(sheet, row) => book.delete_row(sheet, row),
            Self::MoveRow(sheet, from, to) => book.move_row(sheet, from, to),
            Self::InsertColumn(sheet, column) => book.insert_column(sheet, column),
            Self::DeleteColumn(sheet, column) => book.delete_column(sheet, column),
            Self::HideRow(sheet, row) => book.hide_row(sheet, row),
            Self::HideColumn(sheet, column) => book.hide_column(sheet, column),
            Self::HideSheet(sheet, very) => {
                book.sheets[sheet].hidden = true;
                book.sheets[sheet].very_hidden = very;
            }
            Self::RenameSheet(sheet, name) => book.rename_sheet(sheet, &name),
            Self::DeleteSheet(sheet) => book.delete_sheet(sheet),
            Self::AddSheet(name, text) => book.add_sheet(&name, &text),
            Self::MoveSheet(from, to) => {
                let sheet = book.sheets.remove(from);
                book.sheets.insert(to, sheet);
            }
        }
    }

    /// Does it to the workbook as read.
    fn to_read(&self, book: &mut ReadBook) {
        let mut set = |at: &At, cell: Option<ReadCell>| {
            let cells = &mut book.sheets[at.0].cells;
            match cell {
                Some(cell) => cells.insert((at.1, at.2), cell),
                None => cells.remove(&(at.1, at.2)),
            };
        };
        match self {
            Self::Put(at, value) => {
                let value = read_value(value, String::new);
                set(at, (value != ReadValue::Blank).then_some(ReadCell { formula: None, value }));
            }
            Self::Formula(at, formula) => {
                let zero = ReadValue::Number(Exact::zero());
                let stood = book.sheets[at.0].cells.get(&(at.1, at.2)).map(|cell| cell.value.clone());
                let value = stood.unwrap_or(zero);
                let cell = ReadCell { formula: Some(formula.clone()), value };
                book.sheets[at.0].cells.insert((at.1, at.2), cell);
            }
            Self::Store(at, value) => {
                let formula = book.sheets[at.0].cells.get(&(at.1, at.2)).and_then(|c| c.formula.clone());
                let value = read_value(value, String::new);
                book.sheets[at.0].cells.insert((at.1, at.2), ReadCell { formula, value });
            }
            Self::HideRow(sheet, row) => book.sheets[*sheet].hidden_rows.push(*row),
            Self::HideColumn(sheet, column) => book.sheets[*sheet].hidden_columns.push(*column),
            Self::HideSheet(sheet, _) => book.sheets[*sheet].hidden = true,
            _ => {}
        }
    }
}

/// Does all steps in memory: what the reader would read of the file after them.
pub fn done(steps: &[Step], file: &Book, read: &ReadBook) -> ReadBook {
    if steps.iter().any(Step::shifts) {
        let mut book = file.clone();
        for step in steps {
            step.to_file(&mut book);
        }
        return as_read(&book, read);
    }
    let mut book = read.clone();
    for step in steps {
        step.to_read(&mut book);
    }
    book
}

/// What the reader would read of a file.
fn as_read(book: &Book, like: &ReadBook) -> ReadBook {
    let mut read = ReadBook { sheets: Vec::new(), ..like.clone() };
    for (index, sheet) in book.sheets.iter().enumerate() {
        let mut cells = BTreeMap::new();
        for (row, line) in &sheet.rows {
            for (column, cell) in &line.cells {
                let value = read_value(&cell.value, || book.shown((index, *row, *column)));
                if cell.formula.is_some() || value != ReadValue::Blank {
                    cells.insert((*row, *column), ReadCell { formula: cell.formula.clone(), value });
                }
            }
        }
        read.sheets.push(ReadSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            cells,
            ..ReadSheet::default()
        });
    }
    read
}

fn read_value(value: &Stored, shared: impl Fn() -> String) -> ReadValue {
    let text = |text: String| if text.is_empty() { ReadValue::Blank } else { ReadValue::Text(text) };
    match value {
        Stored::Blank => ReadValue::Blank,
        Stored::Text(shown) => text(shown.clone()),
        Stored::Shared(_) => text(shared()),
        Stored::Error(error) => ReadValue::Error(known_error(error)),
        Stored::Number(shown) => ReadValue::Number(number(shown)),
    }
}

/// The shortest decimal that stands for the file's binary number.
fn number(text: &str) -> Exact {
    let binary: f64 = text.parse().expect("the file's number is a number");
    Exact::parse_decimal(&format!("{binary}")).expect("a printed number is a decimal")
}

fn known_error(error: &str) -> &'static str {
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]
        .into_iter()
        .find(|known| *known == error)
        .unwrap_or("#VALUE!")
}

/// Fractions that a file cuts to sixteen digits, by the number cut: a third three times is one in a spreadsheet too.
pub type Fractions = BTreeMap<Exact, Exact>;

/// The fractions of a trace.
pub fn fractions(trace: &Trace) -> Fractions {
    let cells = trace.sheets.iter().flat_map(|sheet| &sheet.cells);
    let cut = |cell: &TraceCell| match &cell.holds {
        Held::Number(n) => Some((number(&n.to_short(25)), n.clone())).filter(|(cut, n)| cut != n),
        _ => None,
    };
    cells.filter_map(cut).collect()
}

/// Stores what every formula gives now, as a spreadsheet does after a change: results, and errors handed on to all
/// that rests on them. Nothing for a change after which the program does not know what a spreadsheet would show.
pub fn recalculated(mut book: ReadBook, fractions: &Fractions) -> Option<ReadBook> {
    let whole = |at: Place| {
        let cell = book.sheets.get(at.sheet).and_then(|sheet| sheet.cells.get(&(at.row, at.column)));
        let number = match cell.map(|cell| &cell.value) {
            Some(ReadValue::Number(n)) => fractions.get(n),
            _ => None,
        };
        Known { number, ..Known::default() }
    };
    let now = recalc::of_book_knowing(&book, &whole);
    let mut errors: BTreeMap<At, &'static str> = BTreeMap::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        for ((row, column), cell) in &sheet.cells {
            if let ReadValue::Error(error) = cell.value
                && cell.formula.is_none()
            {
                errors.insert((index, *row, *column), error);
            }
        }
    }
    for fault in &now.faults {
        let at = (fault.at.sheet, fault.at.row, fault.at.column);
        let error = match &fault.kind {
            Kind::DivisionByZero => "#DIV/0!",
            Kind::Broken(_) | Kind::NoSheet(_) => "#REF!",
            Kind::NotANumber(_) => "#VALUE!",
            Kind::ErrorValue(error) => known_error(error),
            _ => return None,
        };
        errors.insert(at, error);
    }
    if !errors.is_empty() {
        handed_on(&book, &mut errors);
    }
    for (index, sheet) in book.sheets.iter_mut().enumerate() {
        for ((row, column), cell) in sheet.cells.iter_mut().filter(|(_, cell)| cell.formula.is_some()) {
            if let Some(error) = errors.get(&(index, *row, *column)) {
                cell.value = ReadValue::Error(error);
                continue;
            }
            let Some(node) = now.node(index, *row, *column) else { continue };
            cell.value = match now.model.value(node) {
                Value::Blank => ReadValue::Blank,
                Value::Text(text) if text.is_empty() => ReadValue::Blank,
                Value::Text(text) => ReadValue::Text(text.clone()),
                Value::Number(n) => ReadValue::Number(number(&n.to_short(15))),
            };
        }
    }
    Some(book)
}

/// Every formula that refers to a cell with an error shows it too.
fn handed_on(book: &ReadBook, errors: &mut BTreeMap<At, &'static str>) {
    let names: BTreeMap<&str, usize> =
        book.sheets.iter().enumerate().map(|(n, s)| (s.name.as_str(), n)).collect();
    #[allow(clippy::type_complexity)] // A cell, and what it refers to: sheet and corners.
    let mut open: Vec<(At, Vec<(usize, [u32; 4])>)> = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        for ((row, column), cell) in &sheet.cells {
            if let Some(formula) = &cell.formula {
                open.push(((index, *row, *column), areas(formula, index, &names)));
            }
        }
    }
    loop {
        let before = errors.len();
        open.retain(|(at, areas)| {
            let hit = areas.iter().find_map(|(sheet, [top, left, bottom, right])| {
                let range = (*sheet, *top, *left)..=(*sheet, *bottom, *right);
                let mut within = errors.range(range).filter(|((_, _, c), _)| (left..=right).contains(&c));
                within.next().map(|(_, error)| *error)
            });
            if let Some(error) = hit {
                errors.entry(*at).or_insert(error);
            }
            hit.is_none()
        });
        if errors.len() == before {
            return;
        }
    }
}

fn areas(formula: &str, own: usize, names: &BTreeMap<&str, usize>) -> Vec<(usize, [u32; 4])> {
    let all = std::cell::RefCell::new(Vec::new());
    rewritten(formula, &|named, area| {
        if let Some(sheet) = named.map_or(Some(own), |name| names.get(name).copied()) {
            all.borrow_mut().push((sheet, [area.top, area.left, area.bottom, area.right]));
        }
        Some((named.map(str::to_owned), area))
    });
    all.into_inner()
}

/// Cells whose results differ between two workbooks of the same layout.
pub fn results_to_store(book: &ReadBook) -> BTreeMap<At, Stored> {
    let mut all = BTreeMap::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        for ((row, column), cell) in sheet.cells.iter().filter(|(_, cell)| cell.formula.is_some()) {
            let stored = match &cell.value {
                ReadValue::Blank => Stored::Text(String::new()),
                ReadValue::Text(text) => Stored::Text(text.clone()),
                ReadValue::Number(n) => Stored::Number(n.to_short(20)),
                ReadValue::Error(error) => Stored::Error((*error).to_owned()),
                ReadValue::Bool(_) => continue,
            };
            all.insert((index, *row, *column), stored);
        }
    }
    all
}

/// Are two workbooks the same to the last cell, digests aside?
pub fn first_difference(a: &ReadBook, b: &ReadBook) -> Option<String> {
    let names = |book: &ReadBook| -> Vec<String> { book.sheets.iter().map(|s| s.name.clone()).collect() };
    if names(a) != names(b) {
        return Some(format!("{:?} and {:?}", names(a), names(b)));
    }
    for (a, b) in a.sheets.iter().zip(&b.sheets) {
        if (a.hidden, &a.hidden_rows, &a.hidden_columns) != (b.hidden, &b.hidden_rows, &b.hidden_columns) {
            return Some(format!("{}: hidden {:?} and {:?}", a.name, a.hidden_rows, b.hidden_rows));
        }
        let keys: BTreeSet<_> = a.cells.keys().chain(b.cells.keys()).collect();
        let differs = keys.into_iter().find(|at| a.cells.get(at) != b.cells.get(at));
        if let Some(at) = differs {
            let place = rozlicz::source::a1(at.0, at.1);
            return Some(format!("{}!{place}: {:?} and {:?}", a.name, a.cells.get(at), b.cells.get(at)));
        }
    }
    None
}
