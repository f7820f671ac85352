//! What a rule takes: the amount told is the amount lost.

use super::testing::{Case, ordinary};
use crate::finding::Code;
use crate::finding::code::checks as code;
use crate::records::TableId::{Agreement, Employment, Pay};
use crate::units::Money;

fn lost(case: &Case, which: &'static Code) -> Option<Money> {
    case.findings().into_iter().find(|f| f.code == which).and_then(|f| f.difference)
}

#[test]
fn a_quarter_post_hired_a_day_late_loses_a_quarter_of_the_amount() {
    let late = |fte: &str| {
        ordinary(2021).edit(
            Employment,
            "umowa_o_pracę 1 2018-01-01",
            &format!("umowa_o_pracę {fte} {}", "2021-10-23"),
        )
    };
    let which = &code::NOT_EMPLOYED_ON_REFERENCE_DAY;
    assert_eq!(lost(&late("0.25"), which), Some(Money::from_grosze(50_000)));
    // 80 % of 2,500.00 paid.
    assert_eq!(lost(&late("1"), which), Some(Money::from_grosze(200_000)));
}

#[test]
fn contributions_on_an_own_share_are_no_matter_of_posts() {
    // 80 % of 250.00 is the whole amount, 80 % of the contributions of 50.00 lie above it.
    let usual = ordinary(2025).edit(Pay, "2025-05-28 0.00", "2025-05-28 50.00");
    assert_eq!(lost(&usual, &code::AMOUNT_CEILING_BINDS), None);
    assert_eq!(lost(&usual, &code::AMOUNT_CEILING_REACHED), Some(Money::from_grosze(40_00)));
    let half = usual.edit(Employment, "umowa_o_pracę 1 ", "umowa_o_pracę 0.5 ");
    assert_eq!(lost(&half, &code::AMOUNT_CEILING_REACHED), None);
    // 80 % of 300.00 and of 250.00, of which 100.00 each: the second month asks for 80 hours of 160 as well.
    assert_eq!(lost(&half, &code::AMOUNT_CEILING_BINDS), Some(Money::from_grosze(24_000)));
}

#[test]
fn the_ceiling_takes_the_same_of_the_rest_that_the_first_edition_left() {
    // A cost of 3,000.00 under a ceiling of 2,500.00: 500.00 are lost, with or without 1,268.40 from the first edition.
    let paid = |public: &str| {
        ordinary(2019)
            .programme("asystent-rodziny-2012-2")
            .edit(Agreement, "2019-01-01 2019-12-31", "2012-01-01 2012-12-31")
            .edit(Employment, "2018-01-01", "2012-01-01")
            .table(
                Pay,
                &format!(
                    "assistant month gross contributions paid_on other_public\n\
                     A1 2012-06 2500.00 500.00 2012-06-28 {public}"
                ),
            )
            .on("2013-01-10")
    };
    let which = &code::AMOUNT_CEILING_BINDS;
    assert_eq!(lost(&paid("0.00"), which), Some(Money::from_grosze(50_000)));
    assert_eq!(lost(&paid("1268.40"), which), Some(Money::from_grosze(50_000)));
    // The first edition paid 2,800.00: without the ceiling 200.00 would be left.
    assert_eq!(lost(&paid("2800.00"), which), Some(Money::from_grosze(20_000)));
}
