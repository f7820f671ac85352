//! What the office booked on each payment against the settlement, where the reading shares money out as booked.
//!
//! The settlement keeps its total whatever was booked; here the difference is told.

use super::funds::component_word;
use super::scope::{Scope, money};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::readings::BindingAward;
use crate::records::{Datum, FundComponent, TableId, schema};
use crate::settlement::Settled;
use crate::units::Exact;

/// Compares the sums; says so when nothing was booked at all.
pub fn lines(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    if scope.programme.reads::<BindingAward>() != BindingAward::AsBooked {
        return;
    }
    let totals = &settled.totals;
    for (component, key, granted) in [
        (FundComponent::Supplement, "booked_supplement", totals.supplement_co_financing),
        (FundComponent::EmploymentCost, "booked_employment", totals.employment_co_financing),
    ] {
        let granted = settled.model.number(granted);
        let header = schema::table(TableId::Pay).column(key).map_or(key, |column| column.header);
        let facts = |finding: Finding| {
            finding.with("column", Fact::Text(header.to_owned())).with("component", component_word(component))
        };
        let (first, sum) = booked(scope, key);
        match first {
            Some(first) if sum != granted => found.push(facts(
                Finding::at(&code::BOOKED_DIFFERS, first)
                    .with_seen(Fact::Amount(money(&sum)))
                    .with_expected(Fact::Amount(money(&granted)))
                    .with_difference(money(&(sum - granted).abs())),
            )),
            None if !granted.is_zero() => {
                let mut missing = Finding::new(&code::BOOKED_MISSING);
                missing.at = scope.facts.table(TableId::Pay).map(|table| table.header_at);
                found.push(facts(missing.with_expected(Fact::Amount(money(&granted)))));
            }
            _ => {}
        }
    }
}

/// The first cell of a booked column that has an amount, and the sum of all.
fn booked(scope: &Scope, key: &'static str) -> (Option<crate::source::CellRef>, Exact) {
    let tables = scope.facts.tables.iter().filter(|t| t.id == TableId::Pay);
    let rows = tables.flat_map(|t| &t.rows).filter(|row| !row.rejected);
    let cells: Vec<_> = rows
        .filter_map(|row| row.fields.get(key))
        .filter_map(|field| match &field.datum {
            Some(Datum::Amount(amount)) => Some((field.at, amount.to_exact())),
            _ => None,
        })
        .collect();
    (cells.first().map(|(at, _)| *at), cells.iter().map(|(_, amount)| amount.clone()).sum())
}
