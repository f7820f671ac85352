//! Components of pay on the working sheets.

use super::testing::{case, named, row_of, shown};
use crate::records::TableId;

/// 2019 counts all gross pay: 60 % of 2,000.00 + 1,000.00 = 1,800.00, below the ceiling of 1,900.00.
#[test]
fn a_thirteenth_salary_that_counts_has_its_own_paragraph() {
    let mut case = case(
        "asystent-rodziny-2019",
        ("2019-01-01", "2019-12-31"),
        &[
            (TableId::Agreement, "period_from period_to\n2019-01-01 2019-12-31"),
            (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 9000.00 9000.00"),
            (TableId::Employment, "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01"),
            (
                TableId::Pay,
                "assistant month base thirteenth sickness_benefit paid_on\nA1 2019-03 2000.00 1000.00 500.00 2019-03-28",
            ),
        ],
    );
    let book = case.book(&[], false);
    let sheet = named(&book, "Paragrafy");
    for (paragraph, cost, grant) in [("4010", "2000.00", "1200.00"), ("4040", "1000.00", "600.00")] {
        let row = row_of(sheet, 3, paragraph);
        let values = [7, 9].map(|column| shown(&book, &case.settled, "Paragrafy", (row, column)));
        assert_eq!(values, [cost, grant], "{paragraph}");
    }
    let row = row_of(sheet, 4, "Różnica (musi wynosić 0,00)");
    assert_eq!(shown(&book, &case.settled, "Paragrafy", (row, 7)), "0.00");
}

/// The office's own headers stand on the copied input, each amount in its cell.
#[test]
fn the_copied_input_shows_the_columns_of_the_payroll() {
    let mut case = case(
        "asystent-rodziny-2025",
        ("2025-01-01", "2025-12-31"),
        &[
            (TableId::Agreement, "period_from period_to\n2025-01-01 2025-12-31"),
            (TableId::Funds, "component awarded received\nkoszty_zatrudnienia 9000.00 9000.00"),
            (TableId::Employment, "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01"),
            (
                TableId::Pay,
                "assistant month base holiday_pay award sick_pay sickness_benefit paid_on\n\
                 A1 2025-03 4000.00 500.00 300.00 200.00 100.00 2025-03-28",
            ),
        ],
    );
    let book = case.book(&[], false);
    let under = |name: &str, below: u32, header: &str| {
        let is = |c: &crate::grid::Content| *c == crate::grid::Content::Text(header.to_owned());
        let at = named(&book, name).cells.iter().find(|(_, cell)| is(&cell.content)).expect("a header").0;
        shown(&book, &case.settled, name, (at.0 + below, at.1))
    };
    let amounts = [
        ("Wynagrodzenie urlopowe (zł)", "500.00"),
        ("Nagroda (zł)", "300.00"),
        ("Wynagrodzenie chorobowe (zł)", "200.00"),
        ("Zasiłek chorobowy (zł)", "100.00"),
    ];
    for (header, amount) in amounts {
        assert_eq!(under("Dane - Płace", 2, header), amount, "{header}");
    }
    // March comes after two months for which nothing is paid.
    let list = |header: &str| under("Wykaz imienny", 4, header);
    assert_eq!(list("Wynagrodzenie zasadnicze i inne kwalifikowane (zł)"), "4500.00");
    assert_eq!(list("Wynagrodzenie poza podstawą (zł)"), "500.00");
}
