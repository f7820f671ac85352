//! Puts the three projections together: assumptions, today's pay, staff, pay by month, tables of the coming year.

use super::build::Build;
use super::pay::Pay;
use super::rows::Draft;
use super::today::{self, Stream};
use super::{Projected, Projection, Scenario, assume, plan, staff, tables, thirteenth, told};
use crate::finding::code::plan as code;
use crate::finding::{self, Fact, Finding};
use crate::intake;
use crate::programme::Programme;
use crate::records::{ContractForm, Submission, TableId};
use crate::source::{CellRef, FileId, SourceFile, Sources};
use crate::units::{Exact, Money, Month};

/// Projects this year's checked tables, with the plan among them (`Submission::plan`), to a year.
///
/// Read the plan's file together with the inputs, as one more of them: findings then know every cell. `programme` is the
/// edition whose rules are carried over where it does not cover the year. With an error among the findings nothing may be
/// written; the projection is complete all the same, as far as it goes. Settle scenario after scenario over one model:
/// `settle_over(projection.model, &projected.submission, &projection.programme, projection.period)`, then take
/// `settled.model` out for the next.
pub fn project(now: &Submission, programme: &Programme, year: i32) -> Projection {
    let mut build = Build::new(now, programme, year);
    told::year_over(&mut build);
    told::part_of_year(&mut build);
    plan::check(&mut build);
    told::away(&mut build);
    let supplement = supplement_today(&build);
    assume::assume(&mut build, supplement.as_ref());
    let streams = today::streams(&mut build);
    let mut sources = now.sources.clone();
    let name = format!("prognoza-{year}");
    let file = sources.add_file(SourceFile { name, sha256: String::new(), bytes: 0 });
    let scenarios =
        Scenario::ALL.map(|scenario| projected(&mut build, &streams, scenario, &mut sources, file));
    let mut scenarios = Vec::from(scenarios);
    for projected in &mut scenarios {
        projected.submission.sources = sources.clone();
    }
    if scenarios.iter().all(|s| s.submission.employments.is_empty()) {
        build.findings.push(Finding::new(&code::PLAN_NOBODY).with("year", Fact::Text(year.to_string())));
    }
    finding::sort(&mut build.findings);
    let fallback = build.programme.period.value;
    Projection {
        year,
        assumed: !programme.covers_year(year),
        period: build.year_days().unwrap_or(fallback),
        programme: build.programme,
        model: build.model,
        assumptions: build.assumptions,
        basis: build.basis,
        scenarios,
        findings: build.findings,
    }
}

fn projected(
    build: &mut Build<'_>,
    streams: &[Stream],
    scenario: Scenario,
    sources: &mut Sources,
    file: FileId,
) -> Projected {
    let index = scenario.column();
    let mut sheet = |name: &str| sources.add_sheet(file, &format!("{name} - {}", scenario.word()));
    let sheets = ["Umowa", "Środki", "Zatrudnienie", "Płace"].map(&mut sheet);
    let mut submission = Submission::default();
    tables::agreement(build, index, sheets[0], &mut submission);
    tables::funds(build, sheets[1], &mut submission);
    let contracts = staff::contracts(build, streams, index);
    told::unpaid(build, &contracts, streams);
    told::ending(build, &contracts);
    tables::employment(build, &contracts, sheets[2], &mut submission);
    let mut draft = Draft::new(TableId::Pay, sheets[3]);
    let mut pay = Pay::new(build, index);
    for contract in &contracts {
        pay.contract(contract, streams);
    }
    let (steps, earned) = pay.finish(&mut draft);
    draft.finish(&mut submission);
    // What was built cannot be unreadable.
    intake::typed::fill(&mut submission, &mut Vec::new());
    let thirteenth = thirteenth::of(build, streams, &earned, index);
    Projected { scenario, submission, steps, thirteenth }
}

/// Today's gross supplement on a full post: the highest of those under employment contracts, with its place.
fn supplement_today(build: &Build<'_>) -> Option<(Money, String)> {
    let post = |assistant: &str, month: Month| {
        let rows = build.now.employments.iter().filter(|e| {
            !e.rejected
                && e.assistant.value.trim() == assistant
                && e.form.value == ContractForm::Employment
                && e.from.value <= month.first()
                && e.to.as_ref().is_none_or(|to| to.value >= month.last())
        });
        rows.map(|e| e.fte.as_ref().map(|f| f.value.clone())).sum::<Option<Exact>>()
    };
    let each = build.now.payments.iter().filter(|p| !p.rejected).filter_map(|p| {
        let paid = p.supplement.as_ref()?;
        let post = post(p.assistant.value.trim(), p.month.value)?;
        let full = Money::from_exact(&paid.value.to_exact().checked_div(&post)?.round_half_up(2))?;
        Some((p.month.value, full, paid.at))
    });
    // The latest month tells what is paid now; an amount made up for several months is no monthly one.
    let all: Vec<(Month, Money, CellRef)> = each.filter(|(_, full, _)| full.grosze() > 0).collect();
    let latest = all.iter().map(|(month, _, _)| *month).max()?;
    let best = all
        .iter()
        .filter(|(m, _, _)| *m == latest)
        .max_by_key(|(_, full, at)| (*full, std::cmp::Reverse(*at)))?;
    Some((best.1, build.now.sources.place(best.2)))
}
