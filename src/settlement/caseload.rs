//! Whether an assistant had more families than the law allows at one time in a month, for the reading under which such a
//! month earns nothing. No text says that it does: this module adds nothing under the default.

use std::collections::{BTreeMap, BTreeSet};

use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::readings::CaseloadMoney;
use crate::records::{Family, Position};
use crate::units::{Exact, Month};

/// Days times families above which the number stands as a number: a cell's formula has at most 8,192 characters.
const LONGEST: usize = 80;

/// The condition that a month's caseload leaves the assistant's money alone; nothing where nothing could take it.
///
/// Art. 15 (4) of the family support act limits assistants, not coordinators.
pub fn within_limit(
    work: &mut Work<'_>,
    (table, row): (&mut TableBuilder, usize),
    id: &str,
    month: Month,
    position: Position,
) -> Option<Cond> {
    if work.programme.reads::<CaseloadMoney>() == CaseloadMoney::NoEffect || position != Position::Assistant {
        return None;
    }
    let limit = work.national.caseload_limit(month.last())?;
    let value = Exact::whole(i64::from(limit.value));
    let limit = work.figure("Najwięcej rodzin naraz", Format::Count, value, limit.mark, &limit.source);
    let peak = peak(work, (table, row), id, month)?;
    Some(Cond::AtLeast(limit.into(), peak.into()))
}

/// The highest number of families of an assistant on one day of the month: as given by month, else counted from
/// `Rodziny` on the days on which the number can rise.
fn peak(
    work: &mut Work<'_>,
    (table, row): (&mut TableBuilder, usize),
    id: &str,
    month: Month,
) -> Option<NodeId> {
    let given = work
        .submission
        .caseload_months
        .iter()
        .find(|row| row.assistant.value.trim() == id && row.month.value == month);
    if let Some(given) = given {
        let node = work.cell(given.at, "peak")?;
        table.put(row, "peak", node);
        return Some(node);
    }
    let submission = work.submission;
    let days = month.days().overlap(&work.period)?;
    let own: Vec<&Family> =
        submission.families.iter().filter(|f| !f.rejected && f.assistant.value.trim() == id).collect();
    // The number can rise on the first day and where a family begins.
    let first = Expr::max(table.at(row, "month").unwrap_or(work.zero), work.period_nodes.0);
    let mut rises = vec![first];
    let mut seen = BTreeSet::new();
    for family in own.iter().filter(|f| f.from.value > days.first && f.from.value <= days.last) {
        if seen.insert(family.from.value) {
            rises.extend(work.cell(family.at, "from").map(Expr::Ref));
        }
    }
    // A family counts once, however many rows it has.
    let mut by_family: BTreeMap<&str, Vec<&Family>> = BTreeMap::new();
    for family in own {
        by_family.entry(family.family.value.trim()).or_default().push(family);
    }
    let counts = rises.into_iter().map(|day| {
        let open = |rows: &Vec<&Family>| {
            let each = rows.iter().map(|row| holds(work, row, &day)).collect();
            Expr::when(Cond::Any(each), Expr::whole(1), Expr::whole(0))
        };
        Expr::Add(by_family.values().map(open).collect())
    });
    let counts: Vec<Expr> = counts.collect();
    let terms = counts.len() * by_family.len();
    let peak = Expr::Max(counts);
    if terms > LONGEST {
        let number = peak.eval(&work.model);
        return Some(table.value(&mut work.model, row, "peak", number));
    }
    Some(table.formula(&mut work.model, row, "peak", peak))
}

/// Does the assistant hold the family on the day? On the day of a handover the other one does.
fn holds(work: &Work<'_>, family: &Family, day: &Expr) -> Cond {
    let (Some(from), to) = (work.cell(family.at, "from"), work.cell(family.at, "to")) else {
        // A row without the cell cannot come from intake.
        return Cond::Greater(Expr::whole(0), Expr::whole(0));
    };
    let started = Cond::AtLeast(day.clone(), from.into());
    let Some(to) = to else { return started };
    let ends = if handed_over(work, family) {
        Cond::Greater(to.into(), day.clone())
    } else {
        Cond::AtLeast(to.into(), day.clone())
    };
    Cond::All(vec![started, Cond::Any(vec![Cond::Blank(to), ends])])
}

fn handed_over(work: &Work<'_>, family: &Family) -> bool {
    work.submission.families.iter().any(|other| {
        !other.rejected
            && other.family.value.trim() == family.family.value.trim()
            && other.assistant.value.trim() != family.assistant.value.trim()
            && family.to.as_ref().is_some_and(|to| to.value == other.from.value)
            && other.from.value > family.from.value
    })
}
