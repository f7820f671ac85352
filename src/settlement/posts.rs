//! Posts of one person in one month: from contracts by days, from hours worked, on the reference day; for averages.
//!
//! Which of them stands is said by the edition and by its readings. Nothing is rounded here.

use super::contracts::{FormDays, MonthContracts, on_day};
use super::mid_month;
use super::supplement::request_day;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::Component;
use crate::programme::readings::{MidMonthChange, ParallelContracts, PostCap};
use crate::records::ContractForm;

/// The part of the month under contract.
pub fn days_share(work: &Work<'_>, days: &MonthContracts) -> Expr {
    days.weights.map_or_else(|| Expr::Ref(work.zero), |weights| Expr::div(weights.any, weights.month))
}

/// Is an assistant counted for at most one post? In the shapes with a share under a monthly ceiling, and in the
/// sibling programme, the text knows no such cap.
pub fn capped(work: &Work<'_>) -> bool {
    !matches!(
        work.programme.components.first(),
        Some(Component::WageShareUnderCeiling { .. } | Component::FundedSupplement { .. })
    ) && work.programme.reads::<PostCap>() == PostCap::One
}

/// Posts under employment contracts.
pub fn employment_posts(work: &Work<'_>, days: &MonthContracts) -> Expr {
    let form = days.forms.get(&ContractForm::Employment).cloned().unwrap_or_default();
    let posts = posts_by_days(work, days, &form);
    if capped(work) { Expr::min(Expr::whole(1), posts) } else { posts }
}

/// Posts of the contracts weighted by their days. On days under several contracts their posts add up, or the largest
/// counts (reading).
pub fn posts_by_days(work: &Work<'_>, days: &MonthContracts, form: &FormDays) -> Expr {
    let weight = days.weights.map_or(work.zero, |weights| weights.any);
    // Asked only where contracts are parallel: what is never asked for need not be priced.
    let largest = |_: &Expr| work.programme.reads::<ParallelContracts>() == ParallelContracts::Largest;
    match mid_month::largest_by_day(work, &form.spans).filter(largest) {
        Some(sum) => Expr::div(sum, weight),
        None => Expr::div(Expr::Sum(form.fte_days.clone()), weight),
    }
}

/// In a month in which terms change, the posts of the form held on the day of the request (reading).
pub fn on_reference_day(
    work: &mut Work<'_>,
    (round, form): (usize, ContractForm),
    contracts: &[usize],
    days: &MonthContracts,
    usual: Expr,
) -> Expr {
    if !days.changes || work.programme.reads::<MidMonthChange>() != MidMonthChange::ReferenceDay {
        return usual;
    }
    let day = request_day(work, round);
    let same = |i: &usize| work.submission.employments[*i].form.value == form;
    let held = contracts.iter().copied().filter(same).filter_map(|i| {
        let fte = work.cell(work.submission.employments[i].at, "fte")?;
        Some(on_day(work, i, day, fte.into()))
    });
    let held: Vec<Expr> = held.collect();
    let largest = work.programme.reads::<ParallelContracts>() == ParallelContracts::Largest;
    let held = if largest && !held.is_empty() { Expr::Max(held) } else { Expr::Add(held) };
    let held = if capped(work) { Expr::min(Expr::whole(1), held) } else { held };
    Expr::when(Cond::Blank(day), Expr::whole(0), held)
}

/// Posts of a service contract: hours worked over the month's nominal hours where the edition says so (or where no
/// post is typed), else the contract's post by days.
pub fn service_posts(
    work: &Work<'_>,
    days: &MonthContracts,
    hours: Option<NodeId>,
    nominal: Option<NodeId>,
    employed: Option<NodeId>,
    posts_from_hours: bool,
) -> Expr {
    let by_hours = match (hours, nominal) {
        (Some(hours), Some(nominal)) => Expr::div(
            Expr::when(Cond::Blank(hours), Expr::whole(0), hours),
            Expr::when(Cond::Blank(nominal), Expr::whole(0), nominal),
        ),
        _ => Expr::whole(0),
    };
    let form = days.forms.get(&ContractForm::Service).cloned().unwrap_or_default();
    let posts = if posts_from_hours {
        Expr::when(days.in_force(ContractForm::Service), by_hours, Expr::whole(0))
    } else {
        posts_by_days(work, days, &form)
    };
    if !capped(work) {
        return posts;
    }
    let left = employed.map_or(Expr::whole(1), |other| Expr::sub(Expr::whole(1), other));
    Expr::min(left, posts)
}

/// Are the posts hours worked over nominal hours? Under a service contract where the edition says so, or where no
/// post is typed.
pub fn from_hours(work: &Work<'_>, form: ContractForm, days: &MonthContracts) -> bool {
    let typed = days.forms.get(&form).is_some_and(|f| has_posts(work, &f.ftes));
    let by_edition = work.programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value);
    form == ContractForm::Service && (by_edition || !typed)
}

/// The post typed in the service contracts of the month, by days.
pub fn typed_posts(work: &mut Work<'_>, form: ContractForm, days: &MonthContracts) -> Option<NodeId> {
    let contracts = days.forms.get(&form).filter(|_| form == ContractForm::Service)?;
    if !has_posts(work, &contracts.ftes) {
        return None;
    }
    let posts = posts_by_days(work, days, contracts);
    Some(work.model.formula("Etat wpisany do umowy", Format::Factor, posts))
}

/// Are posts typed for the contracts? A blank post is not a post of zero.
pub fn has_posts(work: &Work<'_>, ftes: &[NodeId]) -> bool {
    !ftes.is_empty() && ftes.iter().any(|n| !work.model.value(*n).is_blank())
}

/// Posts for the averages: over the days of the month that are settled, so that a period that begins in mid-month
/// does not make posts smaller. Posts taken from hours hold the part of the month already.
pub fn average_posts(work: &Work<'_>, days: &MonthContracts, fte: NodeId, from_hours: bool) -> Expr {
    if from_hours {
        return fte.into();
    }
    days.weights.map_or_else(
        || Expr::Ref(work.zero),
        |weights| Expr::div(Expr::Mul(vec![fte.into(), weights.any.into()]), weights.period),
    )
}
