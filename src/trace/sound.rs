//! Can a trace that was read be believed to be one? Anybody can write a trace with a right digest: what later code
//! takes for granted of places and days is checked here once. Says nothing of amounts.

use super::Trace;
use crate::source::COLUMNS;
use crate::units::Day;

/// The last row of a sheet is left out, so that the row after any row can be named.
const ROWS: u32 = crate::source::ROWS - 1;

/// Returns what is impossible in a trace.
pub fn fault(trace: &Trace) -> Option<String> {
    let days = [&trace.head.as_of, &trace.head.period.0, &trace.head.period.1];
    if let Some(day) = days.into_iter().find(|day| Day::parse_iso(day).is_none()) {
        return Some(format!("no day: {day}"));
    }
    for sheet in &trace.sheets {
        let mut before = None;
        for cell in &sheet.cells {
            let at = (cell.row, cell.column);
            if !inside(at) || before.is_some_and(|before| before >= at) {
                return Some(format!("{}: no place of a cell: {at:?}", sheet.name));
            }
            before = Some(at);
        }
    }
    let places = trace.figures.iter().filter_map(|figure| figure.at);
    let mut wrong =
        places.filter(|(sheet, row, column)| *sheet >= trace.sheets.len() || !inside((*row, *column)));
    wrong.next().map(|at| format!("no place of a figure: {at:?}"))
}

fn inside((row, column): (u32, u32)) -> bool {
    row < ROWS && column < COLUMNS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::Value;
    use crate::trace::{Head, Held, Purpose, SHAPE, TraceCell, TraceSheet};

    fn with(cells: &[(u32, u32)]) -> Trace {
        let day = || "2025-12-31".to_owned();
        let cell = |(row, column): &(u32, u32)| TraceCell {
            row: *row,
            column: *column,
            holds: Held::Formula("1".to_owned(), Value::Blank),
            meaning: None,
        };
        let cells = cells.iter().map(cell).collect();
        let sheet = TraceSheet { name: "Dane".to_owned(), purpose: Purpose::Inputs, cells };
        let head = Head { as_of: day(), period: (day(), day()), ..Head::default() };
        Trace { shape: SHAPE, head, sheets: vec![sheet], figures: Vec::new() }
    }

    #[test]
    fn cells_out_of_a_sheet_or_of_order_and_days_that_are_none_are_told() {
        assert_eq!(fault(&with(&[(0, 0), (0, 1), (3, 0)])), None);
        let wrong: [&[(u32, u32)]; 5] = [
            &[(1_048_575, 0)],
            &[(u32::MAX, u32::MAX)],
            &[(0, 16_384)],
            &[(0, 1), (0, 1)],
            &[(2, 0), (1, 0)],
        ];
        for cells in wrong {
            assert!(fault(&with(cells)).is_some(), "{cells:?}");
        }
        let mut trace = with(&[]);
        trace.head.as_of = "2026-13-45".to_owned();
        assert!(fault(&trace).is_some());
    }
}
