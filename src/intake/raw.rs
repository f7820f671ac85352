//! Cells as they stand in a file, before anybody asks what they mean.
//!
//! The only shape that the readers of the formats hand on. Cells are kept sparsely and in order, so that a lone cell
//! in the last corner of a sheet costs nothing.

use crate::units::Exact;

/// Cells of a file that may be looked at, blank ones included.
pub const MAX_CELLS: u64 = 5_000_000;
/// Filled cells of a file that may be kept: some 60 MB.
pub const MAX_FILLED: u64 = 1_000_000;
/// Bytes of a file on disk.
pub const MAX_FILE_BYTES: u64 = 48 * 1024 * 1024;
/// Bytes of a text table, which is held in memory up to three times while it is decoded.
pub const MAX_TEXT_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of the texts of a file's cells: one long shared text may stand in any number of cells.
pub const MAX_TEXTS: u64 = 32 * 1024 * 1024;
/// Characters of a cell that are kept: more than any explanation needs.
pub const MAX_TEXT: usize = 2_000;

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum RawValue {
    /// Text as typed; never empty.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A number in a cell that is formatted as a percentage.
    Percent(f64),
    /// A serial number of the 1900 system in a cell that is formatted as a date or a time of day.
    Date(f64),
    /// Days in a cell that is formatted as a duration.
    Duration(f64),
    /// A truth value.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(&'static str),
    /// A formula whose result was never stored.
    NoResult,
}

/// A filled cell; row and column count from zero.
#[derive(Clone, PartialEq, Debug)]
pub struct RawCell {
    /// Row from zero.
    pub row: u32,
    /// Column from zero.
    pub column: u32,
    /// What it holds.
    pub value: RawValue,
}

/// A sheet: its filled cells by row, then column.
#[derive(Clone, Debug, Default)]
pub struct RawSheet {
    /// Its name.
    pub name: String,
    /// Filled cells in order.
    pub cells: Vec<RawCell>,
}

/// Why a file could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Neither a workbook nor a text table.
    NotAWorkbook,
    /// Protected with a password.
    Encrypted,
    /// A workbook, but cut off or broken; with the reader's own words.
    Damaged(String),
    /// Larger than the program takes; with the limit that was reached and where.
    TooLarge(Limit, String),
}

/// Limits of a file, each of which is met in its own way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Bytes on disk.
    Bytes,
    /// Cells, blank ones included, or a cell far away from all others.
    Cells,
    /// Filled cells.
    Filled,
    /// Bytes of all texts.
    Texts,
    /// Bytes of a part once unpacked.
    Part,
    /// Number of sheets.
    Sheets,
}

impl Limit {
    /// Returns its name in the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Cells => "cells",
            Self::Filled => "filled",
            Self::Texts => "texts",
            Self::Part => "part",
            Self::Sheets => "sheets",
        }
    }
}

/// Counts the cells of a file and collects those that are filled.
#[derive(Debug, Default)]
pub struct Collector {
    seen: u64,
    filled: u64,
    texts: u64,
}

impl Collector {
    /// Takes a cell into the sheet; blank ones are only counted.
    pub fn take(
        &mut self,
        sheet: &mut RawSheet,
        at: (u32, u32),
        value: Option<RawValue>,
    ) -> Result<(), Trouble> {
        self.seen += 1;
        if let Some(value) = value {
            self.filled += 1;
            if let RawValue::Text(text) = &value {
                self.texts += text.len() as u64;
            }
            sheet.cells.push(RawCell { row: at.0, column: at.1, value });
        }
        let limits = [
            (self.seen > MAX_CELLS, Limit::Cells),
            (self.filled > MAX_FILLED, Limit::Filled),
            (self.texts > MAX_TEXTS, Limit::Texts),
        ];
        match limits.into_iter().find(|(reached, _)| *reached) {
            Some((_, limit)) => {
                let place = format!("{} › {}", sheet.name, crate::source::a1(at.0, at.1));
                Err(Trouble::TooLarge(limit, place))
            }
            None => Ok(()),
        }
    }
}

impl RawSheet {
    /// Puts the cells in order; the later of two cells at one place wins, as in a spreadsheet.
    pub fn sort(&mut self) {
        let key = |c: &RawCell| (c.row, c.column);
        if !self.cells.is_sorted_by(|a, b| key(a) < key(b)) {
            self.cells.sort_by_key(key);
            self.cells.reverse();
            self.cells.dedup_by_key(|c| key(c));
            self.cells.reverse();
        }
    }
}

impl RawValue {
    /// Returns text, or nothing when there is nothing but space.
    pub fn text(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return None;
        }
        let short: Box<str> = if text.len() <= MAX_TEXT {
            text.into()
        } else {
            // One character more than is kept tells that the text was cut.
            text.chars().take(MAX_TEXT + 1).collect::<String>().into()
        };
        Some(Self::Text(short))
    }

    /// Was the text longer than what is kept of it?
    pub fn is_cut(&self) -> bool {
        matches!(self, Self::Text(text) if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT)
    }

    /// Returns what a person sees in the cell, as near as can be told.
    pub fn seen(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(n) => shortest(*n).replace('.', ","),
            Self::Percent(n) => exact(*n).map_or_else(
                || shortest(*n),
                |e| format!("{}%", (e * Exact::whole(100)).to_short(8).replace('.', ",")),
            ),
            Self::Date(n) => day(*n).map_or_else(|| shortest(*n).replace('.', ","), |d| d.to_string()),
            Self::Duration(n) => duration_hours(*n).map_or_else(
                || shortest(*n),
                |h| {
                    let minutes = (h * Exact::whole(60)).round_half_up(0).to_i64().unwrap_or_default();
                    format!("{}:{:02}", minutes / 60, (minutes % 60).abs())
                },
            ),
            Self::Bool(true) => "PRAWDA".to_owned(),
            Self::Bool(false) => "FAŁSZ".to_owned(),
            Self::Error(name) => (*name).to_owned(),
            Self::NoResult => "=?".to_owned(),
        }
    }
}

/// Returns the shortest decimal text that reads back as the same number: what a person typed.
pub fn shortest(number: f64) -> String {
    format!("{number}")
}

/// Returns the number that a person typed, exactly.
pub fn exact(number: f64) -> Option<Exact> {
    Exact::parse_decimal(&shortest(number))
}

/// Returns the day of a serial number; the time of day is dropped.
pub fn day(serial: f64) -> Option<crate::units::Day> {
    crate::units::Day::from_serial(exact(serial)?.cut_down(0).to_i64()?)
}

/// Returns days as hours, to the whole second: 6.666666666666667 days are 160 hours.
pub fn duration_hours(days: f64) -> Option<Exact> {
    let seconds = (exact(days)? * Exact::whole(86_400)).round_half_up(0);
    seconds.checked_div(&Exact::whole(3_600))
}

/// Moves a serial number of the 1904 system to that of 1900.
pub fn from_1904(serial: f64) -> f64 {
    const DAYS_BETWEEN: i64 = 1_462;
    exact(serial).and_then(|n| (n + Exact::whole(DAYS_BETWEEN)).to_short(12).parse().ok()).unwrap_or(serial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_whole_hours_again() {
        assert_eq!(duration_hours(6.666_666_666_666_667), Some(Exact::whole(160)));
    }

    #[test]
    fn the_1904_system_is_1462_days_behind() {
        assert_eq!(day(from_1904(43_890.0)), crate::units::Day::new(2024, 3, 1));
    }
}
