//! A small municipality for the tests of the working sheets. Not part of the program.

use super::{PassedCheck, WorkbookFacts, sheets};
use crate::finding::render::RenderedFinding;
use crate::grid::{Book, Resolved, Sheet};
use crate::programme::{Catalogue, National, Programme};
use crate::records::{Submission, TableId};
use crate::settlement::testing::submission;
use crate::settlement::{Settled, settle_period};
use crate::units::{Day, DayRange};

/// What a test workbook is made of.
pub struct Case {
    /// The records.
    pub submission: Submission,
    /// The edition.
    pub programme: Programme,
    /// The settlement.
    pub settled: Settled,
}

/// Returns a settled case.
pub fn case(programme: &str, period: (&str, &str), tables: &[(TableId, &str)]) -> Case {
    let programme = Catalogue::built_in().get(programme).expect("a built-in edition");
    let submission = submission(tables);
    let range = DayRange::new(day(period.0), day(period.1)).expect("a range");
    let settled = settle_period(&submission, &programme, range);
    Case { submission, programme, settled }
}

/// 2025: an employee for two months with a bonus, a service contract, a late payment, five families.
pub fn small_2025() -> Case {
    use TableId::{Agreement, Employment, Families, Funds, Pay};
    case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (
                Agreement,
                "municipality unit period_from period_to request_day level\n\
                 =Nowa =1+1 2025-01-01 2025-12-31 2025-10-20 0.30",
            ),
            (Funds, "component awarded received\ndodatki 700.00 700.00\nkoszty_zatrudnienia 5000.00 5000.00"),
            (
                Employment,
                "assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 -\nA2 umowa_zlecenie - 2025-03-01 2025-06-30",
            ),
            (
                Pay,
                "assistant month nominal_hours hours base seniority other_contributory supplement pension disability accident labour_fund ppk other_public paid_on contributions_paid_on\n\
                 A1 2025-03 168 160 5000.01 500.00 333.33 250.00 593.73 395.41 101.53 149.04 91.25 100.00 2025-03-28 -\n\
                 A1 2025-04 168 150 5000.00 500.00 - 250.00 561.20 373.75 95.96 140.87 86.25 - 2025-04-28 2026-01-05\n\
                 A2 2025-03 168 84 2500.00 - - 125.07 256.20 170.63 43.81 64.31 - - 2025-03-31 -\n\
                 A2 2025-04 168 56 1700.00 - - - 165.92 110.50 28.39 41.65 - - 2026-01-03 -",
            ),
            (
                Families,
                "family assistant from to ground category children advised assessment_day end_reason\n\
                 R1 A1 2024-01-10 - postanowienie_sądu ciąża_i_połóg 2 TAK 2025-11-01 -\n\
                 R2 A1 2025-03-01 2025-04-15 wniosek_rodzica trudności_opiekuńczo-wychowawcze 3 NIE 2024-01-01 -\n\
                 R2 A2 2025-04-15 - wniosek_rodzica trudności_opiekuńczo-wychowawcze 4 NIE - -\n\
                 R3 A1 2025-04-15 2025-05-01 - - 1 - - cel_osiągnięty\n\
                 R4 A2 2025-02-01 2025-04-20 Za_życiem ciąża_i_połóg 1 TAK - przeprowadzka",
            ),
        ],
    )
}

impl Case {
    /// Returns the working sheets as a book.
    pub fn book(&mut self, findings: &[RenderedFinding], draft: bool) -> Book {
        let passed =
            [PassedCheck { code: "C02".to_owned(), text: "Suma źródeł równa się kosztowi.".to_owned() }];
        let facts = WorkbookFacts {
            submission: &self.submission,
            programme: &self.programme,
            national: &National::built_in(),
            findings,
            checks_passed: &passed,
            reading_prices: None,
            form_notes: &["Kolumna 7: iloczyn różni się, bo wiąże kwota przyznana.".to_owned()],
            draft,
            as_of: day("2026-01-15"),
            program_version: "0.1.0",
            form_id: "asystent-rodziny-2025",
            form_official: true,
            rules_digest: &self.programme.digest,
        };
        let sheets = sheets(&mut self.settled, &facts);
        Book { title: "Test".to_owned(), created: day("2026-01-15"), sheets }
    }
}

/// Returns a day.
pub fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day")
}

/// Returns the sheet of a name.
pub fn named<'a>(book: &'a Book, name: &str) -> &'a Sheet {
    book.sheets.iter().find(|s| s.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
}

/// Returns the row in which a text stands in a column.
pub fn row_of(sheet: &Sheet, column: u32, text: &str) -> u32 {
    let same = |content: &crate::grid::Content| *content == crate::grid::Content::Text(text.to_owned());
    let found = sheet.cells.iter().find(|((_, c), cell)| *c == column && same(&cell.content));
    found.unwrap_or_else(|| panic!("no {text} on {}", sheet.name)).0.0
}

/// Returns what a cell shows, as text.
pub fn shown(book: &Book, settled: &Settled, sheet: &str, at: (u32, u32)) -> String {
    let layout = book.layout(&settled.model);
    let index = book.sheets.iter().position(|s| s.name == sheet).expect("a sheet");
    let Some(cell) = book.sheets[index].cells.get(&at) else { return "none".to_owned() };
    let number = |n: &crate::units::Exact| n.to_fixed(2);
    match book.resolve(&settled.model, &layout, index, at, cell) {
        Resolved::Blank => String::new(),
        Resolved::Text(text) => text,
        Resolved::Number(n) => number(&n),
        Resolved::Formula(_, value) => match value {
            crate::calc::Value::Blank => String::new(),
            crate::calc::Value::Text(text) => text,
            crate::calc::Value::Number(n) => number(&n),
        },
    }
}
