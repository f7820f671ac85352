//! The sheet `Ślad`: a few lines for people, then the packed trace. Written last, read by `audit` and `explain`.

use super::Trace;
use super::pack::{PackError, Packed, packed, unpacked};
use crate::calc::Format;
use crate::grid::{Content, Role, Sheet};
use crate::intake::book::ReadBook;

/// Name of the sheet.
pub const NAME: &str = "Ślad";
/// Row of the digest, from zero; it stands in the second column.
pub const DIGEST_ROW: u32 = 5;
/// Row of the first part of the packed trace, from zero; parts stand in the second column.
pub const FIRST_PART: u32 = 9;

/// Returns the sheet.
pub fn sheet(trace: &Trace) -> Sheet {
    written(trace, &packed(trace))
}

fn written(trace: &Trace, packed: &Packed) -> Sheet {
    let mut sheet = Sheet::named(NAME);
    sheet.widths.extend([(0, 34), (1, 80), (2, 3)]);
    for (row, column, text) in lines(trace, &packed.sha256, packed.parts.len()) {
        let role = match (row, column) {
            (0, _) => Role::Title,
            (1 | 2, _) => Role::Plain,
            _ => Role::Body,
        };
        sheet.text(row, column, role, &text);
    }
    for (row, part) in (FIRST_PART..).zip(&packed.parts) {
        sheet.text(row, 0, Role::Plain, &format!("część {}", row - FIRST_PART + 1));
        sheet.put(row, 1, Role::Plain, Format::Text, Content::Text(part.clone()));
        // A neighbour with something in it keeps the long text from running over the page.
        sheet.text(row, 2, Role::Plain, "·");
    }
    sheet
}

/// The lines for people, by row and column: what a trace, its digest and the number of its parts make them.
pub fn lines(trace: &Trace, sha256: &str, parts: usize) -> Vec<(u32, u32, String)> {
    let mut lines = vec![
        (0, 0, "Ślad rozliczenia".to_owned()),
        (1, 0, "Zapis maszynowy skoroszytu w chwili sporządzenia. Nie zmieniać i nie usuwać:".to_owned()),
        (
            2,
            0,
            "z niego „rozlicz audyt” poznaje późniejsze zmiany, a „rozlicz wyjasnij” wyjaśnia kwoty."
                .to_owned(),
        ),
    ];
    let rows = [
        (3, "Postać zapisu", trace.shape.to_string()),
        (4, "Sporządził program", format!("rozlicz {}", trace.head.program)),
        (DIGEST_ROW, "SHA-256 zapisu", sha256.to_owned()),
        (6, "Formuł w skoroszycie", trace.formulas().to_string()),
        (7, "Części zapisu", parts.to_string()),
    ];
    for (row, name, value) in rows {
        lines.extend([(row, 0, name.to_owned()), (row, 1, value)]);
    }
    lines
}

/// Returns the trace that a workbook carries, or why it cannot be read; nothing when it carries none.
pub fn found(book: &ReadBook) -> Option<Result<Trace, PackError>> {
    let sheet = book.sheet(NAME)?;
    let sha256 = sheet.text(DIGEST_ROW, 1).unwrap_or_default().trim().to_owned();
    let parts = (FIRST_PART..).map_while(|row| sheet.text(row, 1)).map(str::to_owned).collect();
    Some(unpacked(&Packed { sha256, parts }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::calc::Value;
    use crate::intake::book::{self, ReadValue};
    use crate::trace::Held;

    /// The trace says what the file says, cell by cell.
    #[test]
    fn a_workbook_carries_its_own_trace() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rozliczenie.xlsx");
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2024")];
        let job = crate::pipeline::Job { inputs, ..Default::default() };
        let mut run = crate::pipeline::run(&job).expect("the sample is read");
        let forms = crate::forms::Forms::built_in();
        let papers = crate::pipeline::papers(&mut run, &forms, false).expect("sound").expect("figures");
        papers.write(&file, false).expect("written");
        let bytes = std::fs::read(&file).expect("read");
        let book = book::read("rozliczenie.xlsx", &bytes).expect("a workbook");
        let trace = found(&book).expect("a trace").expect("sound");
        assert_eq!(trace.head.edition, "asystent-rodziny-2024");
        assert!(trace.figures.iter().any(|figure| figure.assistant.is_some() && figure.at.is_some()));
        for sheet in &trace.sheets {
            let seen = book.sheet(&sheet.name).expect("the sheet");
            let filled = seen.cells.values().count();
            assert_eq!(filled, sheet.cells.len(), "{}", sheet.name);
            for cell in &sheet.cells {
                let read = seen.cells.get(&(cell.row, cell.column)).expect("the cell");
                let (formula, value) = match &cell.holds {
                    Held::Formula(formula, value) => (Some(formula), value.clone()),
                    other => (None, other.value()),
                };
                assert_eq!(read.formula.as_ref(), formula);
                match (&read.value, value) {
                    (ReadValue::Number(a), Value::Number(b)) => {
                        assert_eq!(a.round_half_up(9), b.round_half_up(9), "{}: {cell:?}", sheet.name);
                    }
                    (ReadValue::Text(a), Value::Text(b)) => assert_eq!(*a, b),
                    (ReadValue::Blank, Value::Blank) => {}
                    other => panic!("{}: {other:?}", sheet.name),
                }
            }
        }
    }
}
