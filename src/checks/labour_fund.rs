//! The Labour Fund (C10): due from the minimum wage up, whatever the post, unless the assistant is exempt.
//!
//! The sum of a month's rows is judged. Pay of the month that was paid in another month is due or not by what was paid
//! then: both are accepted where it alone is below the minimum.

use std::collections::{BTreeMap, BTreeSet};

use super::contributions::{Grosze, closest, compare, due_day};
use super::pay_month::{PayMonth, pay_of};
use super::scope::{Scope, Verdict, money};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::{Contribution, Employment, Payment};
use crate::source::CellRef;
use crate::units::{Exact, Month};

/// Assistants and codes already told: an exemption that nobody wrote down repeats every month.
pub type Told<'a> = BTreeSet<(&'a str, &'static str)>;

/// Judges the contribution of a month.
pub fn check<'a>(
    scope: &Scope<'a>,
    month: &PayMonth<'a>,
    which: Contribution,
    verdict: &mut Verdict,
    told: &mut Told<'a>,
    grosze: &mut Grosze,
) {
    let Some((given, at)) = month.given(which) else { return };
    let exempt = |c: &&Employment| c.fp_exempt.as_ref().is_some_and(|e| e.value);
    let exempted = month.contracts.iter().filter(|c| exempt(c)).count();
    let Some(due) = due(scope, month) else { return };
    // Which days an exemption of one of two contracts covers is not said.
    if exempted > 0 && exempted < month.contracts.len() {
        return;
    }
    verdict.judged.insert("C10");
    let full = |rows: &[&Payment]| rows.iter().map(|r| on(scope, r)).sum::<Exact>();
    let mut once = |code: &'static Code, expected: Exact| {
        if told.insert((month.assistant, code.name)) {
            verdict.add(finding(month, code, &due, (&given, at), &expected));
        }
    };
    let pay = pay_of(&month.rows);
    let sure = full(&due.sure);
    if given.is_zero() {
        if exempted == 0 && !sure.is_zero() {
            once(&code::LABOUR_FUND_ZERO, sure);
        }
    } else if exempted > 0 {
        once(&code::LABOUR_FUND_EXEMPT, Exact::zero());
    } else if month.alone && pay < due.lowest && tells_pay(month) && month.whole() && !month.reduced(scope) {
        once(&code::LABOUR_FUND_BELOW_MINIMUM, Exact::zero());
    } else {
        let ways = [month.rows.clone(), month.bearing(), due.sure];
        let ways = ways.map(|rows| (full(&rows), rows)).to_vec();
        let (expected, rows) = closest(ways, &given);
        compare(month, which, (&given, at), (&expected, &rows), 1, verdict, grosze);
    }
}

/// A row of the supplement alone (2020-2022) does not tell the month's pay.
fn tells_pay(month: &PayMonth) -> bool {
    month.rows.iter().any(|r| r.base.is_some() || r.gross.is_some())
}

fn on(scope: &Scope, row: &Payment) -> Exact {
    let rate = scope.national.contribution_rate(Contribution::LabourFund, due_day(row));
    rate.map_or_else(Exact::zero, |r| (&r.value * &pay_of(&[row])).round_half_up(2))
}

/// What is due in a month.
struct Due<'a> {
    /// Rows paid in a month in which they alone reach the minimum.
    sure: Vec<&'a Payment>,
    /// The lowest minimum wage of the months concerned: who is below it is below every one.
    lowest: Exact,
    /// The minimum wage shown: of the month of the first payment.
    shown: Exact,
}

fn due<'a>(scope: &Scope, month: &PayMonth<'a>) -> Option<Due<'a>> {
    let minimum = |m: Month| scope.national.minimum_wage(m).map(|m| m.value.to_exact());
    let then = minimum(month.month)?;
    let mut by_month: BTreeMap<Month, Vec<&Payment>> = BTreeMap::new();
    for row in &month.rows {
        by_month.entry(due_day(row).month()).or_default().push(row);
    }
    let shown = minimum(due_day(month.rows[0]).month())?;
    let (mut sure, mut lowest) = (Vec::new(), then.clone());
    for (paid_in, rows) in by_month {
        scope.national.contribution_rate(Contribution::LabourFund, paid_in.last())?;
        let now = minimum(paid_in)?;
        let pay = pay_of(&rows);
        if pay >= then && pay >= now {
            sure.extend(rows);
        }
        lowest = super::scope::smaller(lowest, now);
    }
    Some(Due { sure, lowest, shown })
}

fn finding(
    month: &PayMonth,
    code: &'static Code,
    due: &Due,
    (given, at): (&Exact, CellRef),
    expected: &Exact,
) -> Finding {
    Finding::at(code, at)
        .with_assistant(month.assistant)
        .with_month(month.month)
        .with("pay", Fact::Amount(money(&pay_of(&month.rows))))
        .with("minimum", Fact::Amount(money(&due.shown)))
        .with_seen(Fact::Amount(money(given)))
        .with_expected(Fact::Amount(money(expected)))
}
