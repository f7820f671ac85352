//! The kinds of tampering: what each does, where it can be planted, and what the audit must say of it and where.
//!
//! Where two tamperings leave the same sheet, either place is the right answer: a blank row added or deleted beside
//! blank ones, a row deleted beside one with the same content. Changes that change nothing are not planted.

use crate::site::{Class, Settled, below, chosen, is_plain_sum, pieces, references, with_reference};
use crate::steps::{At, Step};
use crate::support::random::Random;
use crate::support::tamper::{Area, Stored};
use rozlicz::calc::Value;
use rozlicz::trace::{Held, TraceCell};

/// What the audit must say: exactly one finding.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Its code.
    pub code: &'static str,
    /// Name of the sheet as found; none where the finding has no cell.
    pub sheet: Option<String>,
    /// First and last row that will do.
    pub rows: (u32, u32),
    /// Column, where one cell is meant.
    pub columns: Option<(u32, u32)>,
}

/// A tampering.
#[derive(Clone, Debug)]
pub struct Planted {
    /// What is done.
    pub steps: Vec<Step>,
    /// Does a spreadsheet recalculate after it?
    pub recalculated: bool,
    /// What must be said.
    pub expected: Expected,
}

type Plant = fn(&Settled, &mut Random) -> Option<Planted>;

/// All kinds.
pub const KINDS: &[(&str, Plant)] = &[
    ("the same result typed over a formula", typed_over_same),
    ("another result typed over a formula", typed_over),
    ("an error typed over a formula", |s, r| error_typed(s, r, Class::Formula)),
    ("a formula cleared", |s, r| cleared(s, r, Class::Formula)),
    ("an operator of a formula changed", operator),
    ("a reference of a formula moved a row", |s, r| reference(s, r, false)),
    ("a reference of a formula moved a column", |s, r| reference(s, r, true)),
    ("a number in a formula changed", constant),
    ("a formula rounded", wrapped),
    ("an amount added to a formula", added_to_formula),
    ("a formula in the place of input", |s, r| formula_over(s, r, Class::Input)),
    ("a formula in the place of a parameter", |s, r| formula_over(s, r, Class::Parameter)),
    ("a formula in the place of a text", |s, r| formula_over(s, r, Class::Text)),
    ("a formula where nothing stood", formula_in_blank),
    ("a total without its first line", |s, r| total_short(s, r, 0)),
    ("a total without its last line", |s, r| total_short(s, r, 1)),
    ("a total without a line in the middle", |s, r| total_short(s, r, 2)),
    ("a total without one of its terms", term_dropped),
    ("an input cell changed", |s, r| changed(s, r, Class::Input)),
    ("an input cell cleared", |s, r| cleared(s, r, Class::Input)),
    ("an error typed over input", |s, r| error_typed(s, r, Class::Input)),
    ("a value where nothing stood", value_in_blank),
    ("a line written below a sheet", line_below),
    ("a parameter changed", |s, r| changed(s, r, Class::Parameter)),
    ("a parameter cleared", |s, r| cleared(s, r, Class::Parameter)),
    ("another number changed", |s, r| changed(s, r, Class::Number)),
    ("a text changed", |s, r| changed(s, r, Class::Text)),
    ("a text removed", |s, r| cleared(s, r, Class::Text)),
    ("a digest changed", |s, r| changed(s, r, Class::Digest)),
    ("a digest removed", |s, r| cleared(s, r, Class::Digest)),
    ("a blank row added", |s, r| row_added(s, r, false)),
    ("a row with a text added", |s, r| row_added(s, r, true)),
    ("a row with an amount added inside a total", row_in_total),
    ("a row copied", row_copied),
    ("a row deleted", row_deleted),
    ("a blank row deleted", blank_row_deleted),
    ("a row moved", row_moved),
    ("a column added", column_added),
    ("a column deleted", column_deleted),
    ("a row hidden", row_hidden),
    ("a column hidden", column_hidden),
    ("a sheet hidden", |s, r| sheet_hidden(s, r, false)),
    ("a sheet hidden from the list", |s, r| sheet_hidden(s, r, true)),
    ("a sheet deleted", sheet_deleted),
    ("a sheet renamed", sheet_renamed),
    ("a sheet added", sheet_added),
    ("a sheet put elsewhere", sheet_moved),
    ("a stored result changed by a grosz", stored_grosz),
    ("a stored result changed to a text", stored_text),
    ("a stored result changed to an error", stored_error),
];

#[allow(clippy::unnecessary_wraps)] // The last step of functions that may find no place.
fn planted(s: &Settled, at: At, code: &'static str, steps: Vec<Step>) -> Option<Planted> {
    let expected = Expected {
        code,
        sheet: Some(s.trace.sheets[at.0].name.clone()),
        rows: (at.1, at.1),
        columns: Some((at.2, at.2)),
    };
    Some(Planted { steps, recalculated: true, expected })
}

impl Planted {
    /// Nothing to recalculate.
    fn still(mut self) -> Self {
        self.recalculated = false;
        self
    }

    /// A row is meant, whatever the column.
    fn row(mut self, rows: (u32, u32)) -> Self {
        (self.expected.rows, self.expected.columns) = (rows, None);
        self
    }

    /// A column is meant.
    fn column(mut self, columns: (u32, u32)) -> Self {
        (self.expected.rows, self.expected.columns) = ((0, u32::MAX), Some(columns));
        self
    }

    /// A sheet is meant.
    fn sheet(mut self, name: Option<String>) -> Self {
        self.expected.sheet = name;
        (self.expected.rows, self.expected.columns) = ((0, u32::MAX), None);
        self
    }
}

fn place(sheet: usize, cell: &TraceCell) -> At {
    (sheet, cell.row, cell.column)
}

fn number(text: &str) -> Stored {
    Stored::Number(text.to_owned())
}

fn text(text: &str) -> Stored {
    Stored::Text(text.to_owned())
}

/// Another value than that of a cell: a grosz more, ten times as much, with another sign, or another text.
fn other(r: &mut Random, value: &Value) -> Stored {
    match value {
        Value::Number(n) => {
            let cents = n.to_fixed(2).replace('.', "").parse::<i64>().unwrap_or(0);
            let near = cents + r.pick(&[1, -1, 100, 12_345]);
            let new = r.pick(&[near, near, cents * 10 + 1, -cents - 1]);
            number(&decimal(new))
        }
        Value::Text(shown) if r.once_in(2) && shown.chars().count() > 1 => {
            let count = i64::try_from(shown.chars().count()).unwrap_or(1);
            let gone = usize::try_from(r.between(0, count - 1)).unwrap_or(0);
            let left: String =
                shown.chars().enumerate().filter(|(n, _)| *n != gone).map(|(_, c)| c).collect();
            // A blank at an end is dropped by some programs, and a line break rewritten.
            let same = left.split_whitespace().eq(shown.split_whitespace());
            text(&if same || left.trim().is_empty() { format!("{shown} (zm.)") } else { left })
        }
        Value::Text(shown) => text(&format!("{shown} (zm.)")),
        Value::Blank => number("1"),
    }
}

fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let size = cents.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

fn formula_of(cell: &TraceCell) -> Option<&str> {
    match &cell.holds {
        Held::Formula(formula, _) => Some(formula),
        _ => None,
    }
}

/// What the audit must call a change of a value.
fn code(class: Class, cleared: bool) -> &'static str {
    match class {
        Class::Formula => "audit-typed-over",
        Class::Input => "audit-input-changed",
        Class::Parameter => "audit-parameter-changed",
        Class::Digest => "audit-digest-changed",
        Class::Text if cleared => "audit-text-removed",
        Class::Text => "audit-text-changed",
        Class::Number => "audit-value-changed",
    }
}

fn typed_over_same(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, Class::Formula)?;
    let at = place(sheet, cell);
    let shown = match s.file.cell(at).map(|c| c.value.clone())? {
        Stored::Shared(_) | Stored::Blank => text(&s.file.shown(at)),
        shown => shown,
    };
    Some(planted(s, at, "audit-typed-over", vec![Step::Put(at, shown)])?.still())
}

fn typed_over(s: &Settled, r: &mut Random) -> Option<Planted> {
    changed(s, r, Class::Formula)
}

fn changed(s: &Settled, r: &mut Random, class: Class) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, class)?;
    let at = place(sheet, cell);
    let new = other(r, &cell.holds.value());
    planted(s, at, code(class, false), vec![Step::Put(at, new)])
}

fn cleared(s: &Settled, r: &mut Random, class: Class) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, class)?;
    let at = place(sheet, cell);
    planted(s, at, code(class, true), vec![Step::Put(at, Stored::Blank)])
}

fn error_typed(s: &Settled, r: &mut Random, class: Class) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, class)?;
    let at = place(sheet, cell);
    let error = Stored::Error(r.pick(&["#N/A", "#VALUE!", "#REF!", "#DIV/0!"]).to_owned());
    planted(s, at, code(class, false), vec![Step::Put(at, error)])
}

fn edited(s: &Settled, at: At, formula: String) -> Option<Planted> {
    planted(s, at, "audit-formula-edited", vec![Step::Formula(at, formula)])
}

fn operator(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |_, cell| formula_of(cell).is_some_and(|f| !pieces(f).0.is_empty()))?;
    let formula = formula_of(cell)?;
    let (at, sign) = chosen(r, &pieces(formula).0)?;
    let others: Vec<&str> = ["+", "-", "*", "/"].into_iter().filter(|o| !o.starts_with(sign)).collect();
    let new = r.pick(&others);
    edited(s, place(sheet, cell), format!("{}{new}{}", &formula[..at], &formula[at + 1..]))
}

fn reference(s: &Settled, r: &mut Random, across: bool) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |_, cell| formula_of(cell).is_some_and(|f| !references(f).is_empty()))?;
    let formula = formula_of(cell)?;
    let count = i64::try_from(references(formula).len()).ok()?;
    let n = usize::try_from(r.between(0, count - 1)).ok()?;
    let up = r.once_in(2);
    let step = |line: u32| if up && line > 0 { line - 1 } else { line + 1 };
    let moved = with_reference(formula, n, &|area| {
        let back = if across { area.left } else { area.top } > 0;
        let step = |line: u32| if back { step(line) } else { line + 1 };
        if across {
            Area { left: step(area.left), right: step(area.right), ..area }
        } else {
            Area { top: step(area.top), bottom: step(area.bottom), ..area }
        }
    });
    edited(s, place(sheet, cell), moved)
}

fn constant(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |_, cell| formula_of(cell).is_some_and(|f| !pieces(f).1.is_empty()))?;
    let formula = formula_of(cell)?;
    let (from, to) = chosen(r, &pieces(formula).1)?;
    let digit = formula[to - 1..to].parse::<u8>().ok()?;
    let new = format!("{}{}", &formula[from..to - 1], (digit + 1) % 10);
    edited(s, place(sheet, cell), format!("{}{new}{}", &formula[..from], &formula[to..]))
}

fn wrapped(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, Class::Formula)?;
    let places = r.pick(&["0", "1", "2"]);
    edited(s, place(sheet, cell), format!("ROUND({},{places})", formula_of(cell)?))
}

fn added_to_formula(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |_, c| matches!(c.holds, Held::Formula(_, Value::Number(_))))?;
    let amount = decimal(r.between(1, 99_999));
    edited(s, place(sheet, cell), format!("{}+{amount}", formula_of(cell)?))
}

fn formula_over(s: &Settled, r: &mut Random, class: Class) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, class)?;
    let at = place(sheet, cell);
    let formula = if let (Held::Number(n), true) = (&cell.holds, r.once_in(2)) {
        format!("{}*1", n.to_short(9))
    } else {
        "100+23.45".to_owned()
    };
    planted(s, at, "audit-formula-added", vec![Step::Formula(at, formula)])
}

/// A blank cell within the filled part of a sheet.
fn blank(s: &Settled, r: &mut Random) -> Option<At> {
    let sheet = s.sheet(r);
    let at = (sheet, below(r, s.last_row(sheet)), below(r, s.last_column(sheet)));
    s.trace.sheets[sheet].cell(at.1, at.2).is_none().then_some(at)
}

fn formula_in_blank(s: &Settled, r: &mut Random) -> Option<Planted> {
    let at = blank(s, r)?;
    planted(s, at, "audit-formula-added", vec![Step::Formula(at, "100+23.45".to_owned())])
}

/// In a column of data a value is data; anywhere else it stands beside.
fn value_in_blank(s: &Settled, r: &mut Random) -> Option<Planted> {
    let at = blank(s, r)?;
    let above = |c: &&TraceCell| c.column == at.2 && c.row < at.1 && c.meaning.is_some();
    let data = s.is_data(at.0) && s.trace.sheets[at.0].cells.iter().any(|c| above(&c));
    let value = r.pick(&["7", "120.5", "45566"]);
    let value = if r.once_in(3) { text("dopisek") } else { number(value) };
    let code = if data { "audit-input-changed" } else { "audit-cell-added" };
    planted(s, at, code, vec![Step::Put(at, value)])
}

fn line_below(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    let (row, last) = (s.last_row(sheet) + 1, s.last_column(sheet));
    let at = (sheet, row, below(r, last));
    planted(s, at, "audit-cell-added", vec![Step::Put(at, text("dopisek"))])
}

/// Cuts a line off one range of a sum, or drops one of its terms.
fn total_short(s: &Settled, r: &mut Random, which: u8) -> Option<Planted> {
    let least = if which == 2 { 2 } else { 1 };
    let fits = |formula: &str| {
        let all = references(formula);
        let area = all.iter().position(|(_, a)| a.left == a.right && a.bottom - a.top >= least)?;
        // A line in the middle is a gap in a plain sum; within another formula it would be another formula.
        (is_plain_sum(formula) || (which < 2 && formula.contains("SUM("))).then_some(area)
    };
    let (sheet, cell) = s.one(r, |_, cell| formula_of(cell).is_some_and(|f| fits(f).is_some()))?;
    let formula = formula_of(cell)?;
    let n = fits(formula)?;
    let (named, area) = references(formula).into_iter().nth(n)?;
    let shorter = match which {
        0 => with_reference(formula, n, &|a| Area { top: a.top + 1, ..a }),
        1 => with_reference(formula, n, &|a| Area { bottom: a.bottom - 1, ..a }),
        _ => {
            let gap = area.top + 1 + below(r, area.bottom - area.top - 2);
            let prefix = named.map(|n| format!("'{}'!", n.replace('\'', "''"))).unwrap_or_default();
            let a1 = rozlicz::source::a1;
            let span = |a, b| format!("{prefix}{}:{}", a1(a, area.left), a1(b, area.left));
            let whole = span(area.top, area.bottom);
            let (before, after) = (span(area.top, gap - 1), span(gap + 1, area.bottom));
            let shorter = formula.replacen(&whole, &format!("{before},{after}"), 1);
            if shorter == formula {
                return None;
            }
            shorter
        }
    };
    let at = place(sheet, cell);
    planted(s, at, "audit-total-short", vec![Step::Formula(at, shorter)])
}

fn term_dropped(s: &Settled, r: &mut Random) -> Option<Planted> {
    let many = |f: &str| is_plain_sum(f) && references(f).len() > 1;
    let (sheet, cell) = s.one(r, |_, cell| formula_of(cell).is_some_and(many))?;
    let formula = formula_of(cell)?;
    let sign = if formula.starts_with("SUM(") { ',' } else { '+' };
    let inner = formula.strip_prefix("SUM(").and_then(|f| f.strip_suffix(')')).unwrap_or(formula);
    let mut terms: Vec<&str> = inner.split(sign).collect();
    let last = i64::try_from(terms.len()).ok()? - 1;
    terms.remove(usize::try_from(r.between(0, last)).ok()?);
    let left = terms.join(&sign.to_string());
    let shorter = if sign == ',' { format!("SUM({left})") } else { left };
    let at = place(sheet, cell);
    planted(s, at, "audit-total-short", vec![Step::Formula(at, shorter)])
}

fn row_added(s: &Settled, r: &mut Random, with_text: bool) -> Option<Planted> {
    let (sheet, row) = s.any_row(r);
    let mut steps = vec![Step::InsertRow(sheet, row)];
    let mut rows = (row, row);
    if with_text {
        steps.push(Step::Put((sheet, row, below(r, s.last_column(sheet))), text("dopisany wiersz")));
    } else {
        // The blank rows that now stand together.
        while rows.0 > 0 && s.row(sheet, rows.0 - 1).is_empty() {
            rows.0 -= 1;
        }
        while s.row(sheet, rows.1).is_empty() && rows.1 < s.last_row(sheet) {
            rows.1 += 1;
        }
    }
    Some(planted(s, (sheet, row, 0), "audit-row-added", steps)?.row(rows))
}

fn row_in_total(s: &Settled, r: &mut Random) -> Option<Planted> {
    let ((sheet, _, _), area) = chosen(r, &s.sums())?;
    let row = area.top + 1 + below(r, area.bottom - area.top - 1);
    let amount = number(&decimal(r.between(100, 500_000)));
    let steps = vec![Step::InsertRow(sheet, row), Step::Put((sheet, row, area.left), amount)];
    Some(planted(s, (sheet, row, 0), "audit-row-added", steps)?.row((row, row)))
}

/// A row of data once more below itself.
fn row_copied(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |n, cell| s.class(n, cell) == Class::Input)?;
    let row = cell.row;
    let cells = s.row(sheet, row);
    if cells.iter().any(|c| formula_of(c).is_some()) {
        return None;
    }
    let mut steps = vec![Step::InsertRow(sheet, row + 1)];
    for cell in cells {
        let shown = s.file.shown((sheet, row, cell.column));
        let value = match cell.holds {
            Held::Number(_) => number(&shown),
            _ => text(&shown),
        };
        steps.push(Step::Put((sheet, row + 1, cell.column), value));
    }
    let (first, last) = s.alike(sheet, row);
    Some(planted(s, (sheet, row, 0), "audit-row-added", steps)?.row((first, last + 1)))
}

fn row_deleted(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, row) = s.any_row(r);
    let count = s.row(sheet, row).len();
    // The last row of a sheet with one cell: clearing the cell leaves the same sheet.
    if count == 0 || (count == 1 && row == s.last_row(sheet)) {
        return None;
    }
    let rows = s.alike(sheet, row);
    Some(planted(s, (sheet, row, 0), "audit-row-deleted", vec![Step::DeleteRow(sheet, row)])?.row(rows))
}

fn blank_row_deleted(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, row) = s.any_row(r);
    if !s.row(sheet, row).is_empty() {
        return None;
    }
    let rows = s.alike(sheet, row);
    Some(planted(s, (sheet, row, 0), "audit-row-deleted", vec![Step::DeleteRow(sheet, row)])?.row(rows))
}

/// Past two rows at least that hold something and differ: a row that changes place with its neighbour could as well
/// be the neighbour's doing.
fn row_moved(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, from) = s.any_row(r);
    let (_, to) = (sheet, below(r, s.last_row(sheet)));
    let own = s.look(sheet, from);
    let passed: Vec<u32> = if from < to { (from + 1..=to).collect() } else { (to..from).collect() };
    let mut looks: Vec<_> =
        passed.iter().map(|row| s.look(sheet, *row)).filter(|look| !look.is_empty()).collect();
    looks.sort();
    looks.dedup();
    if own.is_empty() || looks.len() < 2 || looks.contains(&own) {
        return None;
    }
    let step = Step::MoveRow(sheet, from, to);
    Some(planted(s, (sheet, to, 0), "audit-row-moved", vec![step])?.row((to, to)))
}

fn column_added(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    let column = below(r, s.last_column(sheet));
    let empty = |c: u32| s.trace.sheets[sheet].cells.iter().all(|cell| cell.column != c);
    let mut columns = (column, column);
    while columns.0 > 0 && empty(columns.0 - 1) {
        columns.0 -= 1;
    }
    while empty(columns.1) && columns.1 < s.last_column(sheet) {
        columns.1 += 1;
    }
    let step = Step::InsertColumn(sheet, column);
    Some(planted(s, (sheet, 0, column), "audit-column-added", vec![step])?.column(columns))
}

fn column_deleted(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    let column = below(r, s.last_column(sheet));
    let filled = s.trace.sheets[sheet].cells.iter().filter(|cell| cell.column == column).count();
    if filled == 0 {
        return None;
    }
    let step = Step::DeleteColumn(sheet, column);
    Some(planted(s, (sheet, 0, column), "audit-column-deleted", vec![step])?.column((column, column)))
}

fn row_hidden(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, row) = s.any_row(r);
    Some(planted(s, (sheet, row, 0), "audit-row-hidden", vec![Step::HideRow(sheet, row)])?.still())
}

fn column_hidden(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    let column = below(r, s.last_column(sheet));
    let step = Step::HideColumn(sheet, column);
    Some(planted(s, (sheet, 0, column), "audit-column-hidden", vec![step])?.still())
}

fn sheet_hidden(s: &Settled, r: &mut Random, very: bool) -> Option<Planted> {
    let sheet = s.sheet(r);
    Some(planted(s, (sheet, 0, 0), "audit-sheet-hidden", vec![Step::HideSheet(sheet, very)])?.still())
}

fn sheet_deleted(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    Some(planted(s, (sheet, 0, 0), "audit-sheet-deleted", vec![Step::DeleteSheet(sheet)])?.sheet(None))
}

fn sheet_renamed(s: &Settled, r: &mut Random) -> Option<Planted> {
    let sheet = s.sheet(r);
    let name =
        if r.once_in(2) { "Kopia robocza".to_owned() } else { s.trace.sheets[sheet].name.to_uppercase() };
    if name == s.trace.sheets[sheet].name {
        return None;
    }
    let step = Step::RenameSheet(sheet, name.clone());
    Some(planted(s, (sheet, 0, 0), "audit-sheet-renamed", vec![step])?.sheet(Some(name)))
}

fn sheet_added(s: &Settled, r: &mut Random) -> Option<Planted> {
    let name = r.pick(&["Brudnopis", "Arkusz1", "Obliczenia (2)"]).to_owned();
    let step = Step::AddSheet(name.clone(), "notatka".to_owned());
    Some(planted(s, (0, 0, 0), "audit-sheet-added", vec![step])?.sheet(Some(name)))
}

/// Past two sheets at least: of two neighbours that change places either may have moved.
fn sheet_moved(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (from, to) = (s.sheet(r), s.sheet(r));
    if from.abs_diff(to) < 2 {
        return None;
    }
    let name = s.trace.sheets[from].name.clone();
    Some(
        planted(s, (from, 0, 0), "audit-sheet-order", vec![Step::MoveSheet(from, to)])?
            .sheet(Some(name))
            .still(),
    )
}

fn stored_grosz(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.one(r, |_, c| matches!(c.holds, Held::Formula(_, Value::Number(_))))?;
    let at = place(sheet, cell);
    let Held::Formula(_, Value::Number(n)) = &cell.holds else { return None };
    let cents = n.round_half_up(2).to_fixed(2).replace('.', "").parse::<i64>().ok()?;
    let new = number(&decimal(cents + r.pick(&[1, -1])));
    Some(planted(s, at, "audit-stored-result", vec![Step::Store(at, new)])?.still())
}

fn stored_text(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, Class::Formula)?;
    let at = place(sheet, cell);
    Some(planted(s, at, "audit-stored-result", vec![Step::Store(at, text("sprawdzono"))])?.still())
}

fn stored_error(s: &Settled, r: &mut Random) -> Option<Planted> {
    let (sheet, cell) = s.of_class(r, Class::Formula)?;
    let at = place(sheet, cell);
    let error = Stored::Error(r.pick(&["#N/A", "#VALUE!", "#REF!"]).to_owned());
    Some(planted(s, at, "audit-error-cell", vec![Step::Store(at, error)])?.still())
}
