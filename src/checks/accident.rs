//! The accident contribution where the payer's rate is not typed: one and the same for all months, whatever it is.
//!
//! A rate holds from April to March, so the agreement's rate says nothing of the months before April; but they share
//! one. The rate that fits most months is taken for it, the typed one before another; the months that do not fit are
//! found.

use std::collections::BTreeMap;

use super::contributions::{Grosze, compare};
use super::pay_month::{PayMonth, pay_of};
use super::scope::Verdict;
use crate::records::Contribution;
use crate::source::CellRef;
use crate::units::Exact;

/// An accident contribution given, in a month whose rate nobody typed.
pub struct Given<'a> {
    /// The month.
    pub month: PayMonth<'a>,
    /// The contribution as the table names it; § 4110 holds two more.
    pub which: Contribution,
    /// The sum in the cells, and the first of them.
    pub sum: (Exact, CellRef),
    /// What else the cells hold: pension and disability contributions in § 4110.
    pub beside: Exact,
    /// Items that are rounded in a row.
    pub items: i64,
}

impl Given<'_> {
    fn expected(&self, rate: &Exact) -> Exact {
        self.beside.clone() + (rate * &pay_of(&self.month.rows)).round_half_up(2)
    }

    fn fits(&self, rate: &Exact) -> bool {
        let rows = i64::try_from(self.month.rows.len()).unwrap_or(i64::MAX);
        let tolerance = Exact::ratio(self.items.saturating_mul(rows), 100).unwrap_or_else(Exact::zero);
        (self.sum.0.clone() - self.expected(rate)).abs() <= tolerance
    }

    /// The rate to a hundredth of a percent, if it can be one.
    fn rate(&self) -> Option<Exact> {
        let on_pay = self.sum.0.clone() - self.beside.clone();
        let rate = on_pay.checked_div(&pay_of(&self.month.rows))?.round_half_up(4);
        // Half the lowest and one and a half of the highest rate of a group.
        let bound = |n| Exact::ratio(n, 10_000).unwrap_or_else(Exact::zero);
        (rate >= bound(33) && rate <= bound(580)).then_some(rate)
    }
}

/// Judges the months of each payer and year of rates.
pub fn check(
    all: BTreeMap<(Option<&str>, i32), Vec<Given>>,
    typed: Option<&Exact>,
    verdict: &mut Verdict,
    grosze: &mut Grosze,
) {
    for months in all.into_values() {
        let mut rates: Vec<Exact> = typed.cloned().into_iter().collect();
        rates.extend(months.iter().filter_map(Given::rate));
        let fitting = |rate: &Exact| months.iter().filter(|m| m.fits(rate)).count();
        // Of rates that fit as many months, the first.
        let mut best: Option<(usize, &Exact)> = None;
        for rate in &rates {
            let fits = fitting(rate);
            if best.is_none_or(|(most, _)| fits > most) {
                best = Some((fits, rate));
            }
        }
        let Some((_, rate)) = best else { continue };
        for one in months.iter().filter(|m| !m.fits(rate)) {
            let expected = (&one.expected(rate), &one.month.rows[..]);
            let given = (&one.sum.0, one.sum.1);
            compare(&one.month, one.which, given, expected, one.items, verdict, grosze);
        }
    }
}
