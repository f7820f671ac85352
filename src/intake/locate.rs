//! Where on a sheet tables stand: header rows of one to three rows, side by side or one below another.

use std::ops::Range;

use super::headers::{self, HeaderCell, Match};
use super::raw::{RawCell, RawSheet, RawValue};
use super::words;

/// A sheet's cells by row: row number and range of cells.
pub struct Rows<'a> {
    /// The sheet.
    pub sheet: &'a RawSheet,
    rows: Vec<(u32, Range<usize>)>,
}

/// A table found.
#[derive(Clone, Debug)]
pub struct Place {
    /// What its header row says.
    pub header: Match,
    /// First row of the header.
    pub first_row: u32,
    /// First row that may hold data.
    pub data_row: u32,
    /// Last row that may hold data.
    pub last_row: u32,
    /// First and last column.
    pub columns: (u32, u32),
}

impl<'a> Rows<'a> {
    /// Groups the cells of a sheet, which must be in order.
    pub fn new(sheet: &'a RawSheet) -> Self {
        let mut rows: Vec<(u32, Range<usize>)> = Vec::new();
        for (index, cell) in sheet.cells.iter().enumerate() {
            match rows.last_mut() {
                Some((row, range)) if *row == cell.row => range.end = index + 1,
                _ => rows.push((cell.row, index..index + 1)),
            }
        }
        Self { sheet, rows }
    }

    /// Returns rows from one row to another, both included, with their cells.
    pub fn between(&self, first: u32, last: u32) -> impl Iterator<Item = (u32, &'a [RawCell])> {
        let from = self.rows.partition_point(|(row, _)| *row < first);
        let to = self.rows.partition_point(|(row, _)| *row <= last);
        let cells = &self.sheet.cells;
        self.rows[from..to.max(from)].iter().map(|(row, range)| (*row, &cells[range.clone()]))
    }

    /// Returns the number of the last filled row.
    pub fn last_row(&self) -> u32 {
        self.rows.last().map_or(0, |(row, _)| *row)
    }

    /// Returns how many cells of a row, by position among the filled rows, are headers of some table.
    fn known(&self, index: usize) -> usize {
        let Some((_, range)) = self.rows.get(index) else { return 0 };
        let header = |text: &str| headers::is_header(&words::normal(text));
        self.sheet.cells[range.clone()].iter().filter_map(header_text).filter(|t| header(t)).count()
    }

    /// Is this `Pole | Wartość`, under which the agreement stands?
    fn heads_agreement(&self, index: usize) -> bool {
        let texts = self.texts(index);
        let has = |name: &str| texts.iter().any(|t| t.normal == name);
        has("pole") && has("wartosc")
    }

    /// Returns the texts of a row, by position among the filled rows. Made on demand: kept for every row of a long
    /// table they would weigh more than the table.
    fn texts(&self, index: usize) -> Vec<HeaderCell> {
        let Some((_, range)) = self.rows.get(index) else { return Vec::new() };
        let cell = |cell: &RawCell| {
            header_text(cell).map(|text| HeaderCell {
                row: cell.row,
                column: cell.column,
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
                normal: words::normal(text),
            })
        };
        self.sheet.cells[range.clone()].iter().filter_map(cell).collect()
    }

    /// Returns the texts of `depth` adjoining rows as one header row: the lowest text of each column counts, unless
    /// the texts of a column say more together.
    fn stacked(&self, index: usize, depth: usize) -> Option<Vec<HeaderCell>> {
        let mut all: std::collections::BTreeMap<u32, HeaderCell> = std::collections::BTreeMap::new();
        let first = self.rows.get(index)?.0;
        for step in 0..depth {
            let row = self.rows.get(index + step)?.0;
            if row != first.checked_add(u32::try_from(step).ok()?)? {
                return None;
            }
            for cell in self.texts(index + step) {
                let joined = all.get(&cell.column).map(|above| format!("{}{}", above.normal, cell.normal));
                match joined.filter(|j| headers::is_header(j)) {
                    Some(normal) => {
                        let text = format!(
                            "{} {}",
                            all.get(&cell.column).map_or("", |a| a.text.as_str()),
                            cell.text
                        );
                        all.insert(cell.column, HeaderCell { text, normal, ..cell });
                    }
                    None => {
                        all.insert(cell.column, cell);
                    }
                }
            }
        }
        Some(all.into_values().collect())
    }
}

/// A text that may be a header: short, since anything longer is prose, and with words in it if it begins with a digit: `13-tka` is one,
/// `2025-03`, `12 zł` and `1/LP` are none.
fn header_text(cell: &RawCell) -> Option<&str> {
    match &cell.value {
        RawValue::Text(text) if text.len() < 200 => {
            let worded = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
            (worded || !text.starts_with(|c: char| c.is_ascii_digit())).then_some(text)
        }
        _ => None,
    }
}

/// Finds all tables of a sheet, and header rows that nearly are one.
pub fn tables(rows: &Rows<'_>) -> (Vec<Place>, Vec<Place>) {
    let (mut found, mut near): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    let mut agreements = Vec::new();
    let mut index = 0;
    while index < rows.rows.len() {
        let known = rows.known(index);
        if known == 0 {
            index += 1;
            continue;
        }
        if rows.heads_agreement(index) {
            agreements.push(rows.rows[index].0);
            index += 1;
            continue;
        }
        if let Some((matches, depth)) = best_at(rows, index) {
            found.extend(matches.into_iter().map(|m| place(rows, index, depth, m)));
            index += depth;
            continue;
        }
        if known >= 2
            && let Some(m) = headers::nearly(&rows.texts(index))
        {
            near.push(place(rows, index, 1, m));
        }
        index += 1;
    }
    close(&mut found, &agreements, rows.last_row());
    // What lies inside a recognised table is data, however much it looks like a header.
    near.retain(|n| !found.iter().any(|f| f.first_row <= n.first_row && n.first_row <= f.last_row));
    (found, near)
}

/// Returns the tables headed by the row, and of how many rows the header consists: as few as say the most.
fn best_at(rows: &Rows<'_>, index: usize) -> Option<(Vec<Match>, usize)> {
    let known = |matches: &[Match]| matches.iter().map(|m| m.columns.len()).sum::<usize>();
    let mut best: Option<(Vec<Match>, usize)> = None;
    for depth in 1..=3 {
        let Some(texts) = rows.stacked(index, depth) else { break };
        let matches = side_by_side(&texts);
        // Below a header row that stands by itself only more columns of the same tables can belong to it.
        let ids = |matches: &[Match]| matches.iter().map(|m| m.schema.id).collect::<Vec<_>>();
        if best.as_ref().is_some_and(|(b, _)| ids(b) != ids(&matches)) {
            continue;
        }
        if known(&matches) > best.as_ref().map_or(0, |(b, _)| known(b)) {
            best = Some((matches, depth));
        }
    }
    let (matches, depth) = best?;
    // A title above a header must not become part of it: the rows below may say as much without this one.
    let alone = rows.stacked(index, 1).is_some_and(|texts| !side_by_side(&texts).is_empty());
    for (skip, less) in [(1, depth.saturating_sub(1)), (2, depth.saturating_sub(2))] {
        if !alone
            && less > 0
            && let Some(texts) = rows.stacked(index + skip, less)
            && known(&side_by_side(&texts)) >= known(&matches)
        {
            return None;
        }
    }
    Some((matches, depth))
}

/// Reads a header row as one table, or as several beside each other when headers repeat.
fn side_by_side(texts: &[HeaderCell]) -> Vec<Match> {
    let whole = headers::recognise(texts);
    if whole.as_ref().is_some_and(|m| m.repeated.is_empty() && m.unknown.is_empty()) {
        return whole.into_iter().collect();
    }
    let mut parts: Vec<Vec<HeaderCell>> = Vec::new();
    for cell in texts {
        match parts.last_mut() {
            Some(part) if part.last().is_some_and(|last| cell.column == last.column + 1) => {
                part.push(cell.clone());
            }
            _ => parts.push(vec![cell.clone()]),
        }
    }
    let apart: Vec<Match> = parts.iter().filter_map(|p| headers::recognise(p)).collect();
    if apart.len() > 1 { apart } else { whole.into_iter().collect() }
}

fn place(rows: &Rows<'_>, index: usize, depth: usize, header: Match) -> Place {
    let first_row = rows.rows[index].0;
    let all = header.columns.iter().map(|(c, _)| c.column).chain(header.unknown.iter().map(|c| c.column));
    let columns = all.fold((u32::MAX, 0), |(a, b), c| (a.min(c), b.max(c)));
    let data_row = first_row.saturating_add(u32::try_from(depth).unwrap_or(1));
    Place { header, first_row, data_row, last_row: u32::MAX, columns }
}

/// A table ends above the next header row that stands below it, be it that of the agreement.
fn close(found: &mut [Place], agreements: &[u32], last_row: u32) {
    for i in 0..found.len() {
        let (row, (left, right)) = (found[i].first_row, found[i].columns);
        let below = found
            .iter()
            .filter(|o| o.first_row > row && o.columns.0 <= right && o.columns.1 >= left)
            .map(|o| o.first_row)
            .chain(agreements.iter().copied().filter(|r| *r > row))
            .map(|below| below.saturating_sub(1))
            .min();
        found[i].last_row = below.unwrap_or(last_row);
    }
}
