//! A sheet of a strange workbook: what stands in each cell, exactly, and nothing of what it means.

use std::collections::BTreeMap;

use crate::intake::book::{ReadSheet, ReadValue};
use crate::intake::{number, value, words};
use crate::source::{CellRef, SheetId};
use crate::units::Exact;

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Seen {
    /// Text as typed.
    Text(String),
    /// A number.
    Number(Exact),
    /// Nothing that can be computed with: an error, a truth value, a formula whose result was never stored.
    Other(String),
}

impl Seen {
    /// Returns what a person sees, as near as can be told.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Other(text) => text.clone(),
            Self::Number(n) => n.to_short(6).replace('.', ","),
        }
    }
}

/// How a cell that should hold a number reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// Nothing there, or a dash.
    Blank,
    /// A number.
    Number(Exact),
    /// A number typed as text.
    TypedAsText(Exact),
    /// Something else.
    Unreadable,
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its place among the sources.
    pub id: SheetId,
    /// Rows nobody sees.
    pub hidden_rows: Vec<u32>,
    /// Columns nobody sees.
    pub hidden_columns: Vec<u32>,
    /// Is the whole sheet hidden?
    pub hidden: bool,
    cells: BTreeMap<(u32, u32), Seen>,
}

impl Page {
    /// Takes over the cells of a sheet.
    pub fn of(id: SheetId, sheet: &ReadSheet) -> Self {
        let cells = sheet
            .cells
            .iter()
            .filter_map(|(at, cell)| seen(&cell.value, cell.formula.as_deref()).map(|seen| (*at, seen)));
        Self {
            id,
            hidden_rows: sheet.hidden_rows.clone(),
            hidden_columns: sheet.hidden_columns.clone(),
            hidden: sheet.hidden,
            cells: cells.collect(),
        }
    }

    /// Returns what stands in a cell.
    pub fn at(&self, row: u32, column: u32) -> Option<&Seen> {
        self.cells.get(&(row, column))
    }

    /// Returns the place of a cell.
    pub fn place(&self, row: u32, column: u32) -> CellRef {
        CellRef { sheet: self.id, row, column }
    }

    /// Returns the filled cells of rows, the last one left out, in order.
    pub fn rows(&self, first: u32, end: u32) -> impl Iterator<Item = ((u32, u32), &Seen)> {
        self.cells.range((first, 0)..(end.max(first), 0)).map(|(at, seen)| (*at, seen))
    }

    /// Returns the filled cells of a row, in order.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Seen)> {
        self.rows(row, row.saturating_add(1)).map(|((_, column), seen)| (column, seen))
    }

    /// Returns all texts, in order.
    pub fn texts(&self) -> impl Iterator<Item = ((u32, u32), &str)> {
        self.cells.iter().filter_map(|(at, seen)| match seen {
            Seen::Text(text) => Some((*at, text.as_str())),
            _ => None,
        })
    }

    /// Returns the last row with anything in it.
    pub fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| *row)
    }

    /// Does a formula stand there whose result was never stored, as programs leave it that do not compute?
    pub fn lacks_result(&self, row: u32, column: u32) -> bool {
        matches!(self.at(row, column), Some(Seen::Other(text)) if text.starts_with('='))
    }

    /// Reads a cell as a number. `money` allows thousands to be parted.
    pub fn number(&self, row: u32, column: u32, money: bool) -> Reading {
        match self.at(row, column) {
            None => Reading::Blank,
            Some(Seen::Number(n)) => Reading::Number(n.clone()),
            Some(Seen::Text(text)) => of_text(text, money),
            Some(Seen::Other(_)) => Reading::Unreadable,
        }
    }
}

fn of_text(text: &str, money: bool) -> Reading {
    // Offices write a dash where there is nothing.
    if matches!(
        words::normal(text).as_str(),
        "" | "-" | "--" | "---" | "x" | "nd" | "n/d" | "niedotyczy" | "brak"
    ) {
        return Reading::Blank;
    }
    let found = if money {
        match number::amount(text) {
            number::TextNumber::Exactly(n) => Some(n),
            number::TextNumber::Ambiguous(..) | number::TextNumber::No => None,
        }
    } else {
        // Posts are read as the intake reads them, and `et.` besides.
        let text = text.trim();
        let bare = ["et.", "et"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
        value::fte_text(bare)
    };
    found.map_or(Reading::Unreadable, Reading::TypedAsText)
}

fn seen(value: &ReadValue, formula: Option<&str>) -> Option<Seen> {
    match value {
        // A formula without its result shows nothing, but somebody meant a figure there; one that may give an empty text
        // is blank on purpose.
        ReadValue::Blank => {
            formula.filter(|text| !text.contains("\"\"")).map(|formula| Seen::Other(format!("={formula}")))
        }
        ReadValue::Number(n) => Some(Seen::Number(n.clone())),
        ReadValue::Text(text) if text.trim().is_empty() => None,
        ReadValue::Text(text) => Some(Seen::Text(text.trim().to_owned())),
        ReadValue::Bool(yes) => Some(Seen::Other(if *yes { "PRAWDA" } else { "FAŁSZ" }.to_owned())),
        ReadValue::Error(name) => Some(Seen::Other((*name).to_owned())),
    }
}
