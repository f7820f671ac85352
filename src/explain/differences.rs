//! Has the workbook changed since? Only the cells that an explanation names are looked at: `audit` looks at all, and
//! says what a change means.

use std::collections::BTreeSet;

use super::{Cell, Changed, Explanation};
use crate::audit::own;
use crate::calc::{Format, Value};
use crate::intake::book::{ReadBook, ReadCell, ReadValue};
use crate::source::a1;
use crate::trace::{Held, Trace, TraceCell, TraceSheet};

/// Decimals of a binary number that are compared; some are lost when a spreadsheet stores it.
const DECIMALS: u32 = 9;

/// Returns the cells of an explanation that hold something else now than was recorded.
pub fn changed(explanation: &Explanation, trace: &Trace, book: &ReadBook) -> Vec<Changed> {
    let cells = named(explanation);
    let all = trace.sheets.iter().flat_map(|sheet| {
        let cells = &cells;
        sheet.cells.iter().filter_map(move |cell| {
            let address = Cell { sheet: sheet.name.clone(), cell: a1(cell.row, cell.column) };
            cells.contains(&address).then_some((address, sheet, cell))
        })
    });
    all.filter_map(|(address, sheet, cell)| difference(address, sheet, cell, book)).collect()
}

fn named(explanation: &Explanation) -> BTreeSet<Cell> {
    let asked = explanation.asked.iter().flat_map(|a| std::iter::once(&a.cell).chain(&a.repeats)).cloned();
    let steps = explanation.steps.iter().flat_map(|step| {
        let own = |cell: &str| Cell { sheet: step.sheet.clone(), cell: cell.to_owned() };
        step.rows.iter().flat_map(move |row| {
            std::iter::once(own(&row.cell)).chain(row.uses.iter().map(|used| used.cell.clone()))
        })
    });
    asked.chain(steps).collect()
}

fn difference(address: Cell, sheet: &TraceSheet, cell: &TraceCell, book: &ReadBook) -> Option<Changed> {
    let now = book.sheet(&sheet.name).and_then(|sheet| sheet.cells.get(&(cell.row, cell.column)));
    let format = cell.meaning.as_deref().map_or(Format::General, |meaning| meaning.format);
    let (formula, value) = match &cell.holds {
        Held::Formula(formula, value) => (Some(formula.as_str()), value.clone()),
        other => (None, other.value()),
    };
    let read = now.map_or(&ReadValue::Blank, |now| &now.value);
    let now_formula = now.and_then(|now| now.formula.as_deref());
    if same_value(&value, read) && same_formula(formula, now_formula) {
        return None;
    }
    // A formula is told only where the formula is what differs.
    let with_formula = !same_formula(formula, now_formula);
    Some(Changed {
        cell: address,
        recorded: told(&super::numbers::with_unit(&value, format), formula.filter(|_| with_formula)),
        now: told(&read_text(now, format), now_formula.filter(|_| with_formula)),
    })
}

fn told(value: &str, formula: Option<&str>) -> String {
    formula.map_or_else(|| value.to_owned(), |formula| format!("{value} (={formula})"))
}

fn read_text(cell: Option<&ReadCell>, format: Format) -> String {
    let value = match cell.map(|cell| &cell.value) {
        None | Some(ReadValue::Blank) => Value::Blank,
        Some(ReadValue::Number(n)) => Value::Number(n.clone()),
        Some(ReadValue::Text(text)) => Value::Text(text.clone()),
        Some(ReadValue::Bool(yes)) => Value::Text(if *yes { "PRAWDA" } else { "FAŁSZ" }.to_owned()),
        Some(ReadValue::Error(error)) => return (*error).to_owned(),
    };
    super::numbers::with_unit(&value, format)
}

fn same_value(recorded: &Value, now: &ReadValue) -> bool {
    match (recorded, now) {
        (Value::Number(a), ReadValue::Number(b)) => a.round_half_up(DECIMALS) == b.round_half_up(DECIMALS),
        (Value::Text(a), ReadValue::Text(b)) => a == b,
        (Value::Blank, ReadValue::Blank) => true,
        (Value::Text(a), ReadValue::Blank) => a.is_empty(),
        (Value::Blank, ReadValue::Text(b)) => b.is_empty(),
        _ => false,
    }
}

/// Programs write the same formula with other quotes and spaces; those are not looked at.
fn same_formula(recorded: Option<&str>, now: Option<&str>) -> bool {
    match (recorded, now) {
        (None, None) => true,
        (Some(a), Some(b)) => own::same_formula(a, b),
        _ => false,
    }
}
