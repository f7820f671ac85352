//! Sums that are not whole: columns of the official form in which a municipality gave no amount.
//!
//! Blank is not zero, so such a total is too small. The form has no place for a remark and its words stay as they are:
//! the foot of every printed page says so, and `Przegląd` names the municipalities.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;
use super::{BookFacts, names};
use crate::calc::Model;
use crate::consolidate::figures::PARTS;
use crate::grid::{Cell, Content, Role, Sheet};

/// Columns of a sheet whose totals lack the same municipalities.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Partial {
    /// Name of the sheet.
    pub sheet: String,
    /// What the columns are called.
    pub columns: Vec<String>,
    /// Places of the municipalities among the rows.
    pub rows: Vec<usize>,
}

impl Partial {
    /// Returns the columns as they are spoken of: `kolumna 2`, `kolumny 2, 3 i 7`.
    pub fn words(&self) -> String {
        match self.columns.as_slice() {
            [one] => format!("kolumna {one}"),
            [all @ .., last] => format!("kolumny {} i {last}", all.join(", ")),
            [] => String::new(),
        }
    }
}

/// Returns the columns of the official sheets whose totals are not whole. A municipality that has no amount at all in a
/// table does not use it, or is rejected: that is told elsewhere.
pub fn of_form(sheets: &[Sheet], rows: &Rows<'_>, model: &Model) -> Vec<Partial> {
    sheets.iter().flat_map(|sheet| of_sheet(sheet, rows, model)).collect()
}

type Line<'a> = BTreeMap<u32, &'a Cell>;

fn of_sheet(sheet: &Sheet, rows: &Rows<'_>, model: &Model) -> Vec<Partial> {
    let mut lines: BTreeMap<u32, Line<'_>> = BTreeMap::new();
    for ((row, column), cell) in &sheet.cells {
        lines.entry(*row).or_default().insert(*column, cell);
    }
    let (mut numbers, mut body, mut found) = (Line::new(), Vec::new(), Vec::new());
    for line in lines.into_values() {
        match line.values().next().map(|cell| cell.role) {
            Some(Role::ColumnNumber) => (numbers, body) = (line, Vec::new()),
            Some(Role::Body) => body.push(line),
            Some(Role::Total) => found.extend(of_table(sheet, (&numbers, &body, &line), rows, model)),
            _ => {}
        }
    }
    found
}

fn of_table(
    sheet: &Sheet,
    (numbers, body, total): (&Line<'_>, &[Line<'_>], &Line<'_>),
    rows: &Rows<'_>,
    model: &Model,
) -> Vec<Partial> {
    let known = |line: &Line<'_>, column: u32| match line.get(&column).map(|cell| &cell.content) {
        Some(Content::Node(id)) => !model.value(*id).is_blank(),
        Some(Content::Number(_)) => true,
        _ => false,
    };
    let added: Vec<u32> = total.keys().copied().filter(|column| known(total, *column)).collect();
    let counted = |at: usize| rows.all().get(at).filter(|row| row.counts());
    // A component that a municipality does not use lacks nothing; what is computed lacks what it is computed of.
    let lacks = |at: usize, line: &Line<'_>, column: u32| {
        let uses = |part: &str| counted(at).is_some_and(|row| part == "all" || row.entry.figures.uses(part));
        let given = part(body, column, rows).is_some_and(uses);
        given && !known(line, column) && added.iter().any(|other| known(line, *other))
    };
    let mut columns: BTreeMap<Vec<usize>, Vec<String>> = BTreeMap::new();
    for column in &added {
        let typed = part(body, *column, rows).is_some();
        let lacking = |at: usize, line: &Line<'_>| {
            if typed {
                lacks(at, line, *column)
            } else {
                !known(line, *column) && added.iter().any(|other| lacks(at, line, *other))
            }
        };
        let lacking: Vec<usize> =
            (0..).zip(body).filter(|(at, line)| lacking(*at, line)).map(|(at, _)| at).collect();
        if !lacking.is_empty() {
            columns.entry(lacking).or_default().push(number(numbers, *column));
        }
    }
    let mut all: Vec<Partial> = columns
        .into_iter()
        .map(|(rows, columns)| Partial { sheet: sheet.name.clone(), columns, rows })
        .collect();
    let place = |one: &Partial| added.iter().position(|column| number(numbers, *column) == one.columns[0]);
    all.sort_by_key(place);
    all
}

/// The component of the typed figures of a column, `all` where it is of no single one; none where it is computed.
fn part(body: &[Line<'_>], column: u32, rows: &Rows<'_>) -> Option<&'static str> {
    let key = body.iter().find_map(|line| match line.get(&column)?.content {
        Content::Node(id) => rows.key(id),
        _ => None,
    })?;
    let part = key.name.split_once('.').map(|(part, _)| part);
    Some(part.filter(|part| PARTS.contains(part)).unwrap_or("all"))
}

/// The number that the form gives a column; the letter of the sheet where it gives none.
fn number(numbers: &Line<'_>, column: u32) -> String {
    match numbers.get(&column).map(|cell| &cell.content) {
        Some(Content::Number(n)) => n.to_short(0),
        Some(Content::Text(text)) => text.clone(),
        _ => crate::source::a1(0, column).trim_end_matches('1').to_owned(),
    }
}

/// Says at the foot of the official sheets whose figures their totals lack.
pub fn mark(sheets: &mut [Sheet], partial: &[Partial], facts: &BookFacts<'_>, rows: &Rows<'_>) {
    let missing = facts.missing.map_or(0, <[_]>::len);
    let rejected = rows.all().iter().filter(|row| !row.counts()).count();
    for sheet in sheets.iter_mut().filter(|sheet| sheet.official) {
        let mut parts = Vec::new();
        if missing > 0 {
            parts.push(format!("gmin bez sprawozdania: {missing}"));
        }
        if rejected > 0 {
            parts.push(format!("gmin odrzuconych: {rejected}"));
        }
        let of_sheet: Vec<&Partial> = partial.iter().filter(|one| one.sheet == sheet.name).collect();
        let lacking: BTreeSet<usize> = of_sheet.iter().flat_map(|one| one.rows.iter().copied()).collect();
        if !lacking.is_empty() {
            let columns: Vec<String> = of_sheet.iter().flat_map(|one| one.columns.clone()).collect();
            parts.push(format!("gmin bez kwoty w kol. {}: {}", columns.join(", "), lacking.len()));
        }
        let halves = rows.all().iter().filter(|row| row.lacks_half()).count();
        if halves > 0 {
            parts.push(format!("gmin bez sprawozdania za jedno półrocze: {halves}"));
        }
        if !parts.is_empty() {
            sheet.footer = format!("Sumy niepełne; {}. Nazwy: arkusz {}.", parts.join(", "), names::OVERVIEW);
        }
    }
}
