//! `uwagi`: a row a finding, in the words that people read.

use super::municipalities::{VERDICTS, key_cells, keys, word};
use super::{Cell, ColumnInfo, Frame, FrameError, Kind, Numbered, Read, Table};
use crate::consolidate::Remark;
use crate::units::{Exact, Money};

/// Name of the table.
pub const NAME: &str = "uwagi";

/// Describes the table.
pub fn table() -> Table {
    let text = |name, meaning| ColumnInfo::always(name, Kind::Text, meaning);
    let mut columns = keys();
    columns.extend([
        ColumnInfo::maybe("municipality", Kind::Text, "name of the municipality as handed in"),
        text("verdict", "verdict on its entry"),
        text("path", "first file of its entry"),
        text("code", "code of the finding"),
        text("severity", "`error`, `warning` or `note`"),
        text("file", "file of the cell; may be empty"),
        text("sheet", "sheet; may be empty"),
        text("cell", "address; may be empty"),
        text("message", "one sentence with the values, Polish"),
        text("hint", "what to do, Polish; may be empty"),
        text("difference", "money at stake as shown; may be empty"),
        ColumnInfo::maybe("difference_gr", Kind::Grosze, "the same in grosze"),
    ]);
    Table { name: NAME, meaning: "a row a finding, worst first within an entry", columns }
}

/// Makes the frame.
pub fn frame(entries: &[Numbered<'_>]) -> Result<Frame, FrameError> {
    let rows: Vec<_> = entries.iter().flat_map(|n| n.entry.remarks.iter().map(move |r| row(n, r))).collect();
    Frame::of(table(), &rows)
}

fn row(numbered: &Numbered<'_>, remark: &Remark) -> Vec<Cell> {
    let entry = numbered.entry;
    let mut cells = key_cells(numbered);
    cells.push(Cell::Text(entry.municipality.clone()));
    let texts = [
        word(&VERDICTS, entry.verdict),
        entry.path(),
        &remark.code,
        &remark.severity,
        &remark.file,
        &remark.sheet,
        &remark.cell,
        &remark.message,
        &remark.hint,
        &remark.difference,
    ];
    cells.extend(texts.map(Cell::text));
    cells.push(Cell::money(amount(&remark.difference)));
    cells
}

/// More than the state's budget: a finding about a mistyped amount, which nobody adds up.
const ABSURD: u64 = 1_000_000_000_000_000;

/// Reads `1 234,50 zł`; none for anything else.
fn amount(shown: &str) -> Option<Money> {
    let number: String = shown
        .trim_end_matches("zł")
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let amount = Exact::parse_decimal(&number).as_ref().and_then(Money::from_exact);
    amount.filter(|a| a.grosze().unsigned_abs() < ABSURD)
}

/// Reads a finding back.
pub fn remark(read: &Read, row: usize) -> Option<Remark> {
    let text = |column| read.text(row, column);
    Some(Remark {
        code: text("code")?,
        severity: text("severity")?,
        file: text("file")?,
        sheet: text("sheet")?,
        cell: text("cell")?,
        message: text("message")?,
        hint: text("hint")?,
        difference: text("difference")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Fact;
    use crate::locale::{Language, Locale};

    #[test]
    fn an_amount_is_read_as_the_program_shows_it() {
        for grosze in [0, 5, -123_456_789, 100] {
            let shown = Locale::of(Language::Polish).fact(&Fact::Amount(Money::from_grosze(grosze)));
            assert_eq!(amount(&shown), Some(Money::from_grosze(grosze)), "{shown}");
        }
        assert_eq!(amount(""), None);
        assert_eq!(amount("3 rodziny"), None);
    }
}
