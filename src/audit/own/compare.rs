//! Cell by cell: what stands in the workbook against what was written, each difference by its kind.

use super::formula::{Change, change};
use super::meaning;
use super::sheets::{Maps, Paired};
use super::value::{near, same_text};
use crate::audit::cell;
use crate::calc::{Format, Value};
use crate::finding::code::audit as code;
use crate::finding::{Code, Fact, Finding};
use crate::intake::book::{ReadCell, ReadSheet, ReadValue};
use crate::source::{CellRef, a1};
use crate::trace::{Held, Purpose, TraceCell, TraceSheet};

/// Sheet of the figures of the rules.
const PARAMETERS: &str = "Parametry";
/// Differences that are kept; the report names fewer.
const MOST_FOUND: usize = 50_000;
/// Cells of a total left out that a finding names.
const MOST_NAMED: usize = 12;

/// A cell whose formula is as written, for the comparison of results.
#[derive(Clone, Copy, Debug)]
pub struct Intact<'a> {
    /// Sheet as written.
    pub sheet: usize,
    /// As written.
    pub written: &'a TraceCell,
    /// Place as found: sheet, row, column.
    pub at: (usize, u32, u32),
    /// As found.
    pub found: &'a ReadCell,
}

/// What the comparison of all cells yields.
#[derive(Debug, Default)]
pub struct Compared<'a> {
    /// Differences.
    pub findings: Vec<Changed>,
    /// Formulas that are as written.
    pub intact: Vec<Intact<'a>>,
    /// Cells compared.
    pub cells: usize,
}

/// A difference, and the cell to set back to know what it did to the co-financing.
#[derive(Debug)]
pub struct Changed {
    /// The difference.
    pub finding: Finding,
    /// The cell as written: sheet and position in the trace.
    pub cell: Option<(usize, u32, u32)>,
}

/// Compares all cells of sheets that are on both sides.
pub fn cells<'a>(maps: &Maps<'a>) -> Compared<'a> {
    let mut all = Compared::default();
    let shifted = !maps.in_place();
    for (index, written) in maps.trace.sheets.iter().enumerate() {
        let Some(pair) = maps.pair(index) else { continue };
        let found = &maps.book.sheets[pair.found];
        let mut sheet = Sheet { maps, index, written, found, pair, shifted, all: &mut all };
        sheet.rows();
        sheet.columns();
        sheet.each();
    }
    all
}

struct Sheet<'m, 'a, 'c> {
    maps: &'m Maps<'a>,
    index: usize,
    written: &'a TraceSheet,
    found: &'a ReadSheet,
    pair: &'m Paired,
    shifted: bool,
    all: &'c mut Compared<'a>,
}

impl<'a> Sheet<'_, 'a, '_> {
    fn at(&self, row: u32, column: u32) -> CellRef {
        cell(self.pair.found, row, column)
    }

    fn say(&mut self, finding: Finding, cell: Option<&TraceCell>) {
        if self.all.findings.len() >= MOST_FOUND {
            return;
        }
        let cell = cell.map(|cell| (self.index, cell.row, cell.column));
        self.all.findings.push(Changed { finding, cell });
    }

    fn rows(&mut self) {
        let rows = self.pair.rows();
        let last = self.found.cells.last_key_value().map_or(0, |((row, _), _)| *row);
        // Below the last row that was written, blank rows are nothing, and one lone cell is that cell.
        let end = rows.last_kept();
        for row in rows.added().into_iter().filter(|row| *row <= last) {
            let filled = self.found.cells.range((row, 0)..(row + 1, 0)).take(2).count();
            if end.is_none_or(|end| row > end) && filled < 2 {
                continue;
            }
            let cells = self.found.cells.range((row, 0)..(row + 1, 0));
            let content = texts(cells.map(|(_, cell)| shown(cell)));
            let column = self.found.cells.range((row, 0)..(row + 1, 0)).next().map_or(0, |((_, c), _)| *c);
            let finding = Finding::at(&code::AUDIT_ROW_ADDED, self.at(row, column))
                .with("row", line(row))
                .with("empty", yes(content.is_empty()))
                .with_seen(Fact::Text(content));
            self.say(finding, None);
        }
        for row in rows.deleted() {
            let cells: Vec<&TraceCell> = self.written.cells.iter().filter(|c| c.row == row).collect();
            // A lone cell at the end of a sheet was cleared, not its row deleted.
            if cells.len() > 1 || rows.place_of(row) <= last {
                self.row_gone(row, rows.place_of(row), &cells);
            }
        }
        for row in rows.moved() {
            let to = rows.found(*row).unwrap_or(*row);
            let cells = self.written.cells.iter().filter(|c| c.row == *row);
            let content = texts(cells.map(|c| held(&c.holds)));
            let finding = Finding::at(&code::AUDIT_ROW_MOVED, self.at(to, 0))
                .with("row", line(to))
                .with("was", line(*row))
                .with_seen(Fact::Text(content));
            self.say(finding, None);
        }
    }

    fn row_gone(&mut self, row: u32, place: u32, cells: &[&TraceCell]) {
        let content = texts(cells.iter().map(|c| held(&c.holds)));
        let finding = Finding::at(&code::AUDIT_ROW_DELETED, self.at(place, 0))
            .with("was", line(row))
            .with("empty", yes(content.is_empty()))
            .with_expected(Fact::Text(content));
        self.say(finding, None);
    }

    fn columns(&mut self) {
        let columns = self.pair.columns();
        let name = |column: u32| Fact::Text(crate::source::column_letters(column));
        for column in columns.added() {
            let cells = self.found.cells.iter().filter(|((_, c), _)| *c == column);
            let content = texts(cells.map(|(_, cell)| shown(cell)));
            let finding = Finding::at(&code::AUDIT_COLUMN_ADDED, self.at(0, column))
                .with("column", name(column))
                .with_seen(Fact::Text(content));
            self.say(finding, None);
        }
        for column in columns.deleted() {
            let cells = self.written.cells.iter().filter(|c| c.column == column);
            let content = texts(cells.map(|c| held(&c.holds)));
            if content.is_empty() {
                continue;
            }
            let finding = Finding::at(&code::AUDIT_COLUMN_DELETED, self.at(0, columns.place_of(column)))
                .with("was", name(column))
                .with_expected(Fact::Text(content));
            self.say(finding, None);
        }
    }

    fn each(&mut self) {
        let (rows, columns) = (self.pair.rows(), self.pair.columns());
        let mut from = 0;
        let cells = &self.written.cells;
        while let Some(first) = cells.get(from) {
            let row = first.row;
            let count = cells[from..].iter().take_while(|c| c.row == row).count();
            let line = &cells[from..from + count];
            from += count;
            let last = rows.place_of(row);
            let Some(found) = rows.found(row).or_else(|| (count == 1).then_some(last)) else { continue };
            if rows.found(row).is_none() && self.found.cells.range((found, 0)..).next().is_some() {
                continue;
            }
            let empty = self.found.cells.range((found, 0)..(found + 1, 0)).next().is_none();
            if empty && count > 1 {
                self.row_gone(row, found, &line.iter().collect::<Vec<_>>());
                continue;
            }
            for written in line {
                if let Some(column) = columns.found(written.column) {
                    self.all.cells += 1;
                    self.one(written, (found, column));
                }
            }
        }
        let end = rows.last_kept();
        let new: Vec<(u32, u32)> = self.found.cells.keys().copied().collect();
        for (row, column) in new {
            let known = rows.written(row).zip(columns.written(column));
            if known.is_some_and(|(r, c)| self.written.cell(r, c).is_none()) {
                self.new_cell((row, column), known);
            }
            let below = rows.written(row).is_none() && end.is_none_or(|end| row > end);
            if below && self.found.cells.range((row, 0)..(row + 1, 0)).take(2).count() == 1 {
                self.new_cell((row, column), None);
            }
        }
    }

    fn one(&mut self, written: &'a TraceCell, at: (u32, u32)) {
        let found = self.found.cells.get(&at);
        match (&written.holds, found) {
            (Held::Formula(formula, value), Some(cell)) => match &cell.formula {
                Some(now) => self.formula(written, formula, value, cell, now, at),
                None => self.typed_over(written, value, Some(cell), at),
            },
            (Held::Formula(_, value), None) => self.typed_over(written, value, None, at),
            (Held::Text(_) | Held::Number(_), Some(cell)) if cell.formula.is_some() => {
                self.formula_over(written, cell, at);
            }
            (Held::Text(text), cell) => match cell.map(|c| &c.value) {
                Some(ReadValue::Text(now)) if same_text(text, now) => {}
                _ => self.constant(written, cell, at),
            },
            (Held::Number(n), cell) => match cell.map(|c| &c.value) {
                Some(ReadValue::Number(now)) if near(n, now) => {}
                _ => self.constant(written, cell, at),
            },
        }
    }

    /// A difference at a cell as written, with its name, values and basis.
    fn of(
        &self,
        code: &'static Code,
        written: &TraceCell,
        found: Option<&ReadCell>,
        at: (u32, u32),
    ) -> Finding {
        let format = meaning::format(self.maps.trace, self.index, written);
        let meant = meaning::of(self.maps.trace, self.index, written);
        let mut finding = Finding::at(code, self.at(at.0, at.1))
            .with("what", Fact::Text(meant.map_or_else(String::new, |m| m.label.clone())))
            .with("named", yes(meant.is_some_and(|m| !m.label.is_empty())));
        finding.seen = found.and_then(|cell| meaning::seen(cell, format));
        finding.expected = meaning::fact(&written.holds.value(), format);
        finding.basis = meant.map(meaning::basis).filter(|basis| !basis.is_empty());
        let blank = yes(finding.seen.is_none());
        finding = finding.with("blank", blank);
        if format == Format::Money {
            finding.difference = difference(found, &written.holds.value());
        }
        finding
    }

    fn formula(
        &mut self,
        written: &'a TraceCell,
        formula: &str,
        value: &Value,
        found: &'a ReadCell,
        now: &str,
        at: (u32, u32),
    ) {
        let code = match change(self.maps, self.index, formula, now, self.shifted) {
            Change::None => {
                let place = (self.pair.found, at.0, at.1);
                self.all.intact.push(Intact { sheet: self.index, written, at: place, found });
                return;
            }
            Change::Short(left_out) => {
                let mut finding = self.of(&code::AUDIT_TOTAL_SHORT, written, Some(found), at);
                let named: Vec<String> = left_out.iter().take(MOST_NAMED).map(|at| self.named(*at)).collect();
                let more = left_out.len().saturating_sub(MOST_NAMED);
                let more = if more > 0 { format!(" (+{more})") } else { String::new() };
                finding = finding
                    .with("cells", Fact::Text(format!("{}{more}", named.join(", "))))
                    .with("count", count(left_out.len()));
                let places = left_out.iter().take(MOST_NAMED).filter_map(|at| self.maps.found_at(*at));
                finding.related.extend(places.map(|(sheet, row, column)| cell(sheet, row, column)));
                self.say(finding.with("formula", text(now)).with("was", text(formula)), Some(written));
                return;
            }
            Change::Other => &code::AUDIT_FORMULA_EDITED,
        };
        let mut finding = self.of(code, written, Some(found), at);
        let _ = value;
        finding = finding.with("formula", text(now)).with("was", text(formula));
        self.say(finding, Some(written));
    }

    /// A cell as it is found now, with its sheet where that is another one.
    fn named(&self, at: (usize, u32, u32)) -> String {
        let (sheet, row, column) = self.maps.found_at(at).unwrap_or(at);
        if sheet == self.pair.found {
            return a1(row, column);
        }
        let name = self.maps.book.sheets.get(sheet).map_or("", |s| s.name.as_str());
        format!("{name}!{}", a1(row, column))
    }

    fn typed_over(&mut self, written: &TraceCell, value: &Value, found: Option<&ReadCell>, at: (u32, u32)) {
        // A formula that showed nothing and is gone shows nothing still; it is said all the same.
        let finding = self.of(&code::AUDIT_TYPED_OVER, written, found, at);
        let same = found.is_some_and(|cell| {
            super::value::same_result(
                &cell.value,
                value,
                meaning::format(self.maps.trace, self.index, written),
            )
        });
        let was = match &written.holds {
            Held::Formula(formula, _) => formula.as_str(),
            _ => "",
        };
        self.say(finding.with("same", yes(same)).with("was", text(was)), Some(written));
    }

    fn formula_over(&mut self, written: &TraceCell, found: &ReadCell, at: (u32, u32)) {
        let finding = self.of(&code::AUDIT_FORMULA_ADDED, written, Some(found), at);
        let now = found.formula.as_deref().unwrap_or_default();
        self.say(finding.with("formula", text(now)), Some(written));
    }

    fn constant(&mut self, written: &TraceCell, found: Option<&ReadCell>, at: (u32, u32)) {
        let is_input =
            matches!(written.meaning.as_deref().map(|m| &m.origin), Some(crate::trace::Origin::Input(..)));
        let parameter = matches!(
            written.meaning.as_deref().map(|m| &m.origin),
            Some(crate::trace::Origin::Parameter(..))
        );
        let code = match &written.holds {
            _ if is_input => &code::AUDIT_INPUT_CHANGED,
            _ if parameter => &code::AUDIT_PARAMETER_CHANGED,
            Held::Text(text) if is_digest(text) => &code::AUDIT_DIGEST_CHANGED,
            Held::Text(_) if found.is_none() => &code::AUDIT_TEXT_REMOVED,
            Held::Text(_) => &code::AUDIT_TEXT_CHANGED,
            _ if self.written.purpose == Purpose::Inputs && self.written.name != PARAMETERS => {
                &code::AUDIT_INPUT_CHANGED
            }
            _ => &code::AUDIT_VALUE_CHANGED,
        };
        let finding = self.of(code, written, found, at);
        self.say(finding, Some(written));
    }

    /// Something stands where nothing was written.
    fn new_cell(&mut self, at: (u32, u32), written: Option<(u32, u32)>) {
        let Some(found) = self.found.cells.get(&at) else { return };
        let data = self.written.purpose == Purpose::Inputs && self.written.name != PARAMETERS;
        let above = |cell: &&TraceCell| {
            written.is_some_and(|w| cell.column == w.1 && cell.row < w.0) && cell.meaning.is_some()
        };
        let column = self.written.cells.iter().rev().find(above);
        let code = match &found.formula {
            Some(_) => &code::AUDIT_FORMULA_ADDED,
            None if data && column.is_some() => &code::AUDIT_INPUT_CHANGED,
            None => &code::AUDIT_CELL_ADDED,
        };
        let format = column.and_then(|c| c.meaning.as_deref()).map_or(Format::General, |m| m.format);
        let what = column.and_then(|c| c.meaning.as_deref()).map_or_else(String::new, |m| m.label.clone());
        let mut finding = Finding::at(code, self.at(at.0, at.1))
            .with("named", yes(!what.is_empty()))
            .with("what", Fact::Text(what))
            .with("blank", yes(false))
            .with("formula", text(found.formula.as_deref().unwrap_or_default()));
        finding.seen = meaning::seen(found, format);
        self.all.findings.push(Changed { finding, cell: written.map(|(r, c)| (self.index, r, c)) });
    }
}

/// The amount by which a cell of money shows more than it should.
fn difference(found: Option<&ReadCell>, expected: &Value) -> Option<crate::units::Money> {
    let seen = match found.map(|cell| &cell.value) {
        Some(ReadValue::Number(n)) => Some(n),
        None | Some(ReadValue::Blank) => None,
        _ => return None,
    };
    let expected = match expected {
        Value::Number(n) => Some(n),
        Value::Blank => None,
        Value::Text(_) => return None,
    };
    meaning::excess(seen, expected)
}

/// Is a text a SHA-256 digest?
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn text(formula: &str) -> Fact {
    Fact::Text(formula.to_owned())
}

fn line(row: u32) -> Fact {
    Fact::Count(i64::from(row) + 1)
}

fn count(n: usize) -> Fact {
    Fact::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

/// `yes` or `no`, for the wording.
pub fn yes(so: bool) -> Fact {
    Fact::Text(if so { "yes" } else { "no" }.to_owned())
}

/// The content of a line, as much as a message takes.
fn texts(cells: impl Iterator<Item = String>) -> String {
    const MOST: usize = 8;
    let filled: Vec<String> = cells.filter(|text| !text.is_empty()).take(MOST + 1).collect();
    let shown = filled.iter().take(MOST).cloned().collect::<Vec<_>>().join(" | ");
    if filled.len() > MOST { format!("{shown} | …") } else { shown }
}

fn held(held: &Held) -> String {
    match held.value() {
        Value::Blank => String::new(),
        Value::Text(text) => text,
        Value::Number(n) => n.to_short(6).replace('.', ","),
    }
}

fn shown(cell: &ReadCell) -> String {
    match &cell.value {
        ReadValue::Blank => String::new(),
        ReadValue::Text(text) => text.clone(),
        ReadValue::Number(n) => n.to_short(6).replace('.', ","),
        ReadValue::Bool(b) => if *b { "PRAWDA" } else { "FAŁSZ" }.to_owned(),
        ReadValue::Error(error) => (*error).to_owned(),
    }
}
