//! Submissions for tests, written as short text tables. Not part of the program.

use std::collections::BTreeMap;

use crate::intake;
use crate::records::{Datum, Field, Kind, Row, Submission, Table, TableId, schema};
use crate::source::{CellRef, SheetId, SourceFile, Sources};
use crate::units::{Day, Exact, Money};

/// Returns a submission from `("Płace", "key key\nvalue value")` tables; `-` is a blank cell.
pub fn submission(tables: &[(TableId, &str)]) -> Submission {
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile { name: "dane.xlsx".into(), sha256: String::new(), bytes: 0 });
    let mut result = Submission::default();
    for (id, text) in tables {
        let sheet = sources.add_sheet(file, schema::table(*id).sheet);
        result.tables.push(table(*id, sheet, text));
    }
    result.sources = sources;
    intake::typed::fill(&mut result, &mut Vec::new());
    result
}

fn table(id: TableId, sheet: SheetId, text: &str) -> Table {
    let spec = schema::table(id);
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let keys: Vec<&'static str> = lines
        .next()
        .unwrap_or("")
        .split_whitespace()
        .map(|k| spec.column(k).unwrap_or_else(|| panic!("no column {k} in {}", spec.sheet)).key)
        .collect();
    let mut rows = Vec::new();
    for (n, line) in lines.enumerate() {
        let row = u32::try_from(n).expect("few rows") + 1;
        let mut fields = BTreeMap::new();
        for (c, (key, cell)) in keys.iter().zip(line.split_whitespace()).enumerate() {
            let at = CellRef { sheet, row, column: u32::try_from(c).expect("few columns") };
            let kind = spec.column(key).expect("checked above").kind;
            let datum = (cell != "-").then(|| datum(kind, cell));
            fields.insert(*key, Field { at, datum, seen: cell.to_owned() });
        }
        rows.push(Row { at: CellRef { sheet, row, column: 0 }, fields, rejected: false });
    }
    Table { id, header_at: CellRef { sheet, row: 0, column: 0 }, columns: keys, rows }
}

fn datum(kind: Kind, text: &str) -> Datum {
    let number = || {
        let (a, b) = text.split_once('/').unwrap_or((text, "1"));
        let part = |t: &str| Exact::parse_decimal(t).expect("a decimal in a test table");
        part(a).checked_div(&part(b)).expect("no zero denominator in a test table")
    };
    match kind {
        Kind::Text | Kind::Code => Datum::Text(text.to_owned()),
        Kind::Amount => Datum::Amount(Money::from_exact(&number()).expect("grosze in a test table")),
        Kind::Day => Datum::Day(Day::parse_iso(text).expect("a day in a test table")),
        Kind::Month => {
            Datum::Month(Day::parse_iso(&format!("{text}-01")).expect("a month in a test table").month())
        }
        Kind::Fte | Kind::Hours | Kind::Percent | Kind::Count => Datum::Number(number()),
        Kind::YesNo => Datum::Yes(text == "TAK"),
        Kind::Choice(words) => Datum::Choice(
            words
                .iter()
                .find(|w| w.replace(' ', "_") == text)
                .expect("a word of the column, with underscores"),
        ),
    }
}
