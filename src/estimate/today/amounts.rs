//! What the month taken paid, component by component, as nodes over its cells.

use std::collections::BTreeSet;

use super::super::build::Build;
use super::{Today, base_cells, base_of, months_with_pay};
use crate::calc::{Expr, Format, NodeId, Value};
use crate::programme::pay_components::PayClass;
use crate::records::submission::Given;
use crate::records::{ContractForm, Payment};
use crate::source::CellRef;
use crate::units::{Exact, Money, Month};

pub fn pay_of(
    build: &mut Build<'_>,
    (assistant, form): (&str, ContractForm),
    all: &[&Payment],
    payments: &[&Payment],
    month: Month,
    rows: Vec<usize>,
    covered: Option<i64>,
) -> Today {
    let cells: Vec<(Money, CellRef)> = payments.iter().flat_map(|p| base_cells(p)).collect();
    let paid = sum(build, assistant, "Wynagrodzenie zasadnicze w tym roku", month, &cells);
    let base = match covered {
        Some(days) if days > 0 => {
            let whole = Expr::Number(Exact::whole(build.working_days(month.days())));
            let scaled = Expr::div(Expr::mul(paid, whole), Expr::Number(Exact::whole(days))).round2();
            build.between(
                assistant,
                "Wynagrodzenie zasadnicze za pełny miesiąc",
                month,
                Format::Money,
                scaled,
            )
        }
        _ => paid,
    };
    let given = |pick: fn(&Payment) -> &Given<Money>| -> Vec<(Money, CellRef)> {
        payments.iter().filter_map(|p| pick(p).as_ref()).map(|m| (m.value, m.at)).collect()
    };
    let seniority = given(|p| &p.seniority);
    let seniority = positive(&seniority).then(|| {
        let paid_seniority =
            sum(build, assistant, "Dodatek za wieloletnią pracę w tym roku", month, &seniority);
        let share = Expr::div(paid_seniority, paid);
        build.between(assistant, "Udział dodatku za wieloletnią pracę", month, Format::Factor, share)
    });
    let other = |class: PayClass, pick: fn(&Payment) -> &Given<Money>, build: &mut Build<'_>, label: &str| {
        let mut cells = given(pick);
        let own = payments.iter().flat_map(|p| &p.components).filter(|(c, _)| c.class == class);
        cells.extend(own.map(|(_, m)| (m.value, m.at)));
        let amount: i64 = cells.iter().map(|(m, _)| m.grosze()).sum();
        let same = |m: Month| other_in(all, m, class, pick) == amount;
        // A reward of one month is not next year's pay.
        let months: BTreeSet<Month> = all.iter().map(|p| p.month.value).filter(|m| *m != month).collect();
        if amount > 0 && months.into_iter().any(same) {
            return Some(sum(build, assistant, label, month, &cells));
        }
        mean(build, (assistant, label), all, month, class, pick)
    };
    let other_contributory = other(
        PayClass::OtherContributory,
        |p| &p.other_contributory,
        build,
        "Inne składniki oskładkowane w tym roku",
    );
    let other_exempt =
        other(PayClass::OtherExempt, |p| &p.other_exempt, build, "Inne składniki nieoskładkowane w tym roku");
    let motivation = given(|p| &p.motivation);
    let motivation = positive(&motivation)
        .then(|| sum(build, assistant, "Dodatek motywacyjny w tym roku", month, &motivation));
    let supplement = given(|p| &p.supplement);
    let amount: i64 = supplement.iter().map(|(m, _)| m.grosze()).sum();
    // One paid once a year is no monthly pay.
    let monthly = all
        .iter()
        .any(|p| p.month.value != month && p.supplement.as_ref().is_some_and(|m| m.value.grosze() == amount));
    let supplement = (amount > 0 && monthly)
        .then(|| sum(build, assistant, "Dodatek z Programu w tym roku", month, &supplement));
    let other_public = given(|p| &p.other_public);
    let other_public = positive(&other_public)
        .then(|| sum(build, assistant, "Inne środki publiczne w tym roku", month, &other_public));
    let (hourly, hours) = if form == ContractForm::Service {
        hourly(build, assistant, all, payments, month, paid)
    } else {
        (None, None)
    };
    let posts = rows.iter().map(|i| build.now.employments[*i].fte.as_ref().map(|f| f.value.clone()));
    let posts: Option<Exact> = posts.collect::<Option<Vec<Exact>>>().map(|p| p.into_iter().sum());
    Today {
        base,
        posts,
        rows,
        seniority,
        other_contributory,
        other_exempt,
        motivation,
        supplement,
        other_public,
        hourly,
        hours,
    }
}

fn positive(cells: &[(Money, CellRef)]) -> bool {
    cells.iter().map(|(m, _)| m.grosze()).sum::<i64>() > 0
}

fn other_in(all: &[&Payment], month: Month, class: PayClass, pick: fn(&Payment) -> &Given<Money>) -> i64 {
    let mine = all.iter().filter(|p| p.month.value == month);
    mine.map(|p| {
        let own = p.components.iter().filter(|(c, _)| c.class == class).map(|(_, m)| m.value.grosze());
        pick(p).as_ref().map_or(0, |m| m.value.grosze()) + own.sum::<i64>()
    })
    .sum()
}

/// Pay for an hour of the month taken, and the mean hours of the months of this year, in whole hours.
fn hourly(
    build: &mut Build<'_>,
    assistant: &str,
    all: &[&Payment],
    payments: &[&Payment],
    month: Month,
    paid: NodeId,
) -> (Option<NodeId>, Option<NodeId>) {
    let worked = |p: &&&Payment| p.hours.as_ref().is_some_and(|h| !h.value.is_zero());
    let with_pay = all.iter().filter(|p| base_of(p) > Exact::zero()).filter(worked);
    let hours: Vec<(Month, Exact, CellRef)> =
        with_pay.filter_map(|p| p.hours.as_ref().map(|h| (p.month.value, h.value.clone(), h.at))).collect();
    let of_month: Vec<CellRef> = payments.iter().filter_map(|p| p.hours.as_ref()).map(|h| h.at).collect();
    if !hours.iter().any(|(m, _, at)| *m == month && of_month.contains(at)) {
        return (None, None);
    }
    let months: BTreeSet<Month> = hours.iter().map(|(m, _, _)| *m).collect();
    let nodes: Vec<(Month, NodeId)> = hours
        .iter()
        .map(|(m, h, at)| {
            let value = Value::Number(h.clone());
            (
                *m,
                build.basis(
                    assistant,
                    "Godziny przepracowane w tym roku",
                    Some(*m),
                    Format::Hours,
                    value,
                    *at,
                ),
            )
        })
        .collect();
    let then = nodes.iter().filter(|(m, _)| *m == month).map(|(_, n)| *n).collect();
    let rate = Expr::div(paid, Expr::Sum(then)).round2();
    let rate = build.between(assistant, "Stawka godzinowa w tym roku", month, Format::Money, rate);
    let count = Exact::whole(i64::try_from(months.len()).unwrap_or(1));
    let all_hours = Expr::Sum(nodes.iter().map(|(_, n)| *n).collect());
    let mean = Expr::RoundHalfUp(Box::new(Expr::div(all_hours, Expr::Number(count))), 0);
    let mean = build.between(assistant, "Średnie godziny miesiąca w tym roku", month, Format::Hours, mean);
    (Some(rate), Some(mean))
}

/// A sum of cells of this year: the parameter itself where there is one.
fn sum(build: &mut Build<'_>, who: &str, label: &str, month: Month, cells: &[(Money, CellRef)]) -> NodeId {
    let nodes: Vec<NodeId> = cells
        .iter()
        .map(|(m, at)| build.basis(who, label, Some(month), Format::Money, Value::Number(m.to_exact()), *at))
        .collect();
    match nodes.as_slice() {
        [one] => *one,
        many => build.between(who, label, month, Format::Money, Expr::Sum(many.to_vec())),
    }
}

/// A component of changing height that every month had, three of them at least: its mean. What some month lacks is a
/// reward, and rewards are not carried on.
fn mean(
    build: &mut Build<'_>,
    (who, label): (&str, &str),
    all: &[&Payment],
    month: Month,
    class: PayClass,
    pick: fn(&Payment) -> &Given<Money>,
) -> Option<NodeId> {
    let months = months_with_pay(all);
    if months.len() < 3 || months.iter().any(|m| other_in(all, *m, class, pick) <= 0) {
        return None;
    }
    let mut nodes = Vec::new();
    for payment in all {
        let own = payment.components.iter().filter(|(c, _)| c.class == class).map(|(_, m)| m);
        for amount in pick(payment).iter().chain(own) {
            let value = Value::Number(amount.value.to_exact());
            nodes.push(build.basis(who, label, Some(payment.month.value), Format::Money, value, amount.at));
        }
    }
    let count = Exact::whole(i64::try_from(months.len()).unwrap_or(1));
    let mean = Expr::div(Expr::Sum(nodes), Expr::Number(count)).round2();
    Some(build.between(who, &format!("{label}, średnia miesięcy"), month, Format::Money, mean))
}
