//! Puts the three projections together: assumptions, today's pay, staff, pay by month, tables of the coming year.

use std::collections::BTreeMap;

use super::assume::{self, Assumed};
use super::pay::Pay;
use super::plan;
use super::rows::{Cell, Draft};
use super::staff::{self, Contract};
use super::thirteenth;
use super::today::{self, Stream};
use super::{AssumptionRow, BasisRow, Projected, Projection, Scenario};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::finding::code::plan as code;
use crate::finding::{self, Fact, Finding};
use crate::intake;
use crate::programme::{AbsenceKind, Component, National, Programme};
use crate::records::{
    ContractForm, Datum, FundComponent, HalfYear, Plan, StaffChange, StaffEvent, Submission, TableId,
};
use crate::source::{CellRef, FileId, SheetId, SourceFile, Sources};
use crate::units::{Day, DayRange, Exact, Money, Month};

/// What all steps of a projection share.
pub struct Build<'a> {
    /// This year's tables.
    pub now: &'a Submission,
    /// The plan among them.
    pub plan: &'a Plan,
    /// The coming year.
    pub year: i32,
    /// Its rules.
    pub programme: Programme,
    /// National series.
    pub national: National,
    /// All nodes.
    pub model: Model,
    /// Assumptions by key.
    pub assumed: Assumed,
    /// Their rows.
    pub assumptions: Vec<AssumptionRow>,
    /// Values of this year and of the plan.
    pub basis: Vec<BasisRow>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    known: BTreeMap<CellRef, NodeId>,
}

/// Projects this year's checked tables, with the plan among them (`Submission::plan`), to a year.
///
/// Read the plan's file together with the inputs, as one more of them: findings then know every cell. `programme` is the
/// edition whose rules are carried over where it does not cover the year. With an error among the findings nothing may be
/// written; the projection is complete all the same, as far as it goes. Settle scenario after scenario over one model:
/// `settle_over(projection.model, &projected.submission, &projection.programme, projection.period)`, then take
/// `settled.model` out for the next.
pub fn project(now: &Submission, programme: &Programme, year: i32) -> Projection {
    let mut build = Build {
        now,
        plan: &now.plan,
        year,
        programme: programme.for_year(year),
        national: National::built_in(),
        model: Model::default(),
        assumed: Assumed::default(),
        assumptions: Vec::new(),
        basis: Vec::new(),
        findings: Vec::new(),
        known: BTreeMap::new(),
    };
    year_over(&mut build);
    part_of_year(&mut build);
    plan::check(&mut build);
    say_away(&mut build);
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

impl Build<'_> {
    /// Days of the coming year.
    pub fn year_days(&self) -> Option<DayRange> {
        DayRange::new(Day::new(self.year, 1, 1)?, Day::new(self.year, 12, 31)?)
    }

    /// A month of the coming year. Years are those of the calendar, and months those of a year.
    pub fn month(&self, number: u32) -> Month {
        Month::new(self.year, number).unwrap_or_else(|| self.programme.period.value.first.month())
    }

    /// Working days; outside the years of the calendar, days from Monday to Friday.
    pub fn working_days(&self, days: DayRange) -> i64 {
        self.national.calendar().working_days(days).unwrap_or_else(|| {
            i64::try_from(days.each().filter(|d| d.of_week() <= 5).count()).unwrap_or(i64::MAX)
        })
    }

    /// Nominal hours of a month.
    pub fn nominal_hours(&self, month: Month) -> Exact {
        let known = self.national.calendar().nominal_hours_of(month).map(|f| f.value);
        known.unwrap_or_else(|| Exact::whole(8 * self.working_days(month.days())))
    }

    /// The last working day of a month: pay is paid by then.
    pub fn last_working_day(&self, month: Month) -> Day {
        let on = |day: &Day| DayRange::new(*day, *day).is_some_and(|d| self.working_days(d) > 0);
        month.days().each().filter(on).last().unwrap_or_else(|| month.last())
    }

    /// The year whose pay the thirteenth salary of the coming year is a share of.
    pub fn year_before(&self) -> i32 {
        year_of_tables(self.now).map_or(self.year - 1, |(year, _)| year.max(self.year - 1))
    }

    /// A value of a cell of this year's tables; asked again for the cell, the same node.
    pub fn basis(
        &mut self,
        assistant: &str,
        label: &str,
        month: Option<Month>,
        format: Format,
        value: Value,
        at: CellRef,
    ) -> NodeId {
        if let Some(known) = self.known.get(&at) {
            return *known;
        }
        let node = self.model.parameter(label, format, value);
        self.known.insert(at, node);
        let place = self.now.sources.place(at);
        let (assistant, label) = (assistant.to_owned(), label.to_owned());
        self.basis.push(BasisRow { assistant, label, month, node, at: Some(at), place });
        node
    }

    /// Pay of this year, one sum of many cells.
    pub fn sum_of_year(
        &mut self,
        who: &str,
        form: ContractForm,
        sum: Exact,
        at: CellRef,
        months: usize,
    ) -> NodeId {
        let label = format!("Wynagrodzenia tego roku razem, {} ({months} mies.)", form.word());
        let node = self.model.parameter(&label, Format::Money, Value::Number(sum));
        let (file, sheet) = self.now.sources.names(at.sheet);
        self.basis.push(BasisRow {
            assistant: who.to_owned(),
            label,
            month: None,
            node,
            at: Some(at),
            place: format!("{file} › {sheet}: suma wypłat"),
        });
        node
    }

    /// Adds a finding that is not there yet: three scenarios stumble over the same row.
    pub fn say(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Does this year's `Zatrudnienie` know the identifier?
    pub fn is_known(&self, who: &str) -> bool {
        self.now.employments.iter().any(|e| e.assistant.value.trim() == who)
    }

    /// A value of a cell of the plan.
    pub fn planned(&mut self, who: &str, label: &str, format: Format, value: Value, at: CellRef) -> NodeId {
        self.basis(who, label, None, format, value, at)
    }

    /// A formula over values of this year, at home among them.
    pub fn between(&mut self, who: &str, label: &str, month: Month, format: Format, expr: Expr) -> NodeId {
        let node = self.model.formula(label, format, expr);
        self.basis.push(BasisRow {
            assistant: who.to_owned(),
            label: label.to_owned(),
            month: Some(month),
            node,
            at: None,
            place: String::new(),
        });
        node
    }
}

/// The year of the tables, with a cell that tells it.
fn year_of_tables(now: &Submission) -> Option<(i32, CellRef)> {
    let last = now.agreement.period_to.as_ref().map(|d| (d.value.month().year, d.at));
    last.or_else(|| now.payments.iter().map(|p| (p.month.value.year, p.month.at)).max())
}

/// The tables of a year tell nothing of the years before it, and little of the year after the next one.
fn year_over(build: &mut Build<'_>) {
    let of_tables = year_of_tables(build.now);
    if let Some((year, at)) = of_tables.filter(|(year, _)| *year + 1 < build.year) {
        let finding =
            Finding::at(&code::PLAN_YEAR_SKIPPED, at).with("year", Fact::Text(build.year.to_string()));
        let finding = finding.with("before", Fact::Text((build.year - 1).to_string()));
        build.findings.push(finding.with_seen(Fact::Text(year.to_string())));
    }
    if let Some((year, at)) = of_tables.filter(|(year, _)| *year > build.year) {
        let finding = Finding::at(&code::PLAN_YEAR_OVER, at).with("year", Fact::Text(build.year.to_string()));
        build.findings.push(finding.with_seen(Fact::Text(year.to_string())));
    }
}

/// Wages of some months only, or none: sums of the estimate are then no sums of a year, which everybody must be told.
fn part_of_year(build: &mut Build<'_>) {
    let Some(year) = build.year_days() else { return };
    let whole = build.programme.period.value;
    let wages = build.programme.components.iter().find_map(|c| match c {
        Component::WageShare { months, .. } => Some(months.unwrap_or(whole)),
        Component::WageShareUnderCeiling { .. } => Some(whole),
        _ => None,
    });
    let days = wages.and_then(|days| days.overlap(&year));
    if days == Some(year) || build.programme.sibling {
        return;
    }
    let told = days.unwrap_or(year);
    let finding = Finding::new(&code::PLAN_PART_OF_YEAR)
        .with("wages", Fact::Count(i64::from(days.is_some())))
        .with("first", Fact::Month(told.first.month()))
        .with("last", Fact::Month(told.last.month()));
    build.findings.push(finding);
}

/// Absences are not carried: whoever stays away into the year is paid in the forecast until the plan lets them go.
fn say_away(build: &mut Build<'_>) {
    let Some(year) = build.year_days() else { return };
    let now = build.now;
    for absence in now.absences.iter().filter(|a| !a.rejected && a.to.value >= year.first) {
        let who = absence.assistant.value.trim();
        let kind = build.national.absence_kind(absence.kind.value, absence.from.value).map(|k| k.value);
        let unpaid = matches!(kind, Some(AbsenceKind::Sickness | AbsenceKind::Benefit | AbsenceKind::Unpaid));
        let leaves = |c: &StaffChange| {
            c.event.value == StaffEvent::Departure && c.assistant.value.trim() == who && !c.rejected
        };
        if !unpaid || now.plan.changes.iter().any(leaves) {
            continue;
        }
        let finding = Finding::at(&code::PLAN_ABSENCE_GOES_ON, absence.to.at)
            .with_assistant(who)
            .with_seen(Fact::Day(absence.to.value))
            .with("kind", Fact::Text(absence.kind.value.to_owned()))
            .with("year", Fact::Text(build.year.to_string()));
        build.findings.push(finding);
    }
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

fn projected(
    build: &mut Build<'_>,
    streams: &[Stream],
    scenario: Scenario,
    sources: &mut Sources,
    file: FileId,
) -> Projected {
    let index = Scenario::ALL.iter().position(|s| *s == scenario).unwrap_or(0);
    let mut sheet = |name: &str| sources.add_sheet(file, &format!("{name} - {}", scenario.word()));
    let sheets = ["Umowa", "Środki", "Zatrudnienie", "Płace"].map(&mut sheet);
    let mut submission = Submission::default();
    agreement(build, index, sheets[0], &mut submission);
    funds(build, sheets[1], &mut submission);
    let contracts = staff::contracts(build, streams, index);
    say_unpaid(build, &contracts, streams);
    say_ending(build, &contracts);
    employment(build, &contracts, sheets[2], &mut submission);
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

/// Names whoever stays without any pay known.
fn say_unpaid(build: &mut Build<'_>, contracts: &[Contract], streams: &[Stream]) {
    for contract in contracts {
        let today = contract.stream.and_then(|i| streams.get(i)).and_then(|s| s.pay.as_ref());
        let first = contract.pieces.first();
        let given = first.is_some_and(|p| matches!(p.start, staff::Start::Given(_)));
        if today.is_some() || given {
            continue;
        }
        let row = first.and_then(|p| p.source).map(|i| build.now.employments[i].at);
        let mut finding = Finding::new(&code::PLAN_NO_PAY)
            .with_assistant(&contract.assistant)
            .with("form", Fact::Text(contract.form.word().to_owned()));
        finding.at = row;
        build.say(finding);
    }
}

/// Names whoever's contract ends in the last month before the year, or in it, with nothing after it. Whoever the plan
/// itself lets go is no surprise.
fn say_ending(build: &mut Build<'_>, contracts: &[Contract]) {
    let Some(year) = build.year_days() else { return };
    let from = year.first.plus_days(-31);
    let now = build.now;
    for row in now.employments.iter().filter(|e| !e.rejected) {
        if !build.programme.pays_for(row.employed_as()) {
            continue;
        }
        let Some(to) = row.to.as_ref().filter(|to| to.value >= from && to.value < year.last) else {
            continue;
        };
        let who = row.assistant.value.trim();
        let goes_on = now.employments.iter().any(|e| {
            !e.rejected && e.assistant.value.trim() == who && e.to.as_ref().is_none_or(|t| t.value > to.value)
        });
        let planned = now.plan.changes.iter().any(|c| c.assistant.value.trim() == who);
        if goes_on || planned || contracts.iter().any(|c| staff::in_force(c, who, to.value.plus_days(1))) {
            continue;
        }
        let finding = Finding::at(&code::PLAN_CONTRACT_ENDS, to.at).with_assistant(who);
        let form = Fact::Text(row.form.value.word().to_owned());
        build.say(finding.with_seen(Fact::Day(to.value)).with("form", form));
    }
}

fn agreement(build: &mut Build<'_>, scenario: usize, sheet: SheetId, submission: &mut Submission) {
    let mut draft = Draft::new(TableId::Agreement, sheet);
    let now = &build.now.agreement;
    let texts = [
        ("voivodeship", &now.voivodeship),
        ("teryt", &now.teryt),
        ("municipality", &now.municipality),
        ("unit", &now.unit),
        ("prepared_by", &now.prepared_by),
        ("chief_accountant", &now.chief_accountant),
        ("head_of_unit", &now.head_of_unit),
        ("mayor", &now.mayor),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            draft.agreement(&mut build.model, key, &Cell::Plain(Datum::Text(text.value.clone())));
        }
    }
    let id = Cell::Plain(Datum::Text(build.programme.id.clone()));
    draft.agreement(&mut build.model, "programme", &id);
    if let Some(days) = build.year_days() {
        for (key, day) in [("period_from", days.first), ("period_to", days.last)] {
            draft.agreement(&mut build.model, key, &Cell::Plain(Datum::Day(day)));
        }
    }
    request_days(build, scenario, &mut draft);
    for (key, label, format) in [
        ("level", "Poziom dofinansowania kosztów zatrudnienia (%)", Format::Percent),
        ("accident_rate", "Stopa wypadkowa (%)", Format::Percent),
    ] {
        if let Some(node) = build.assumed.get(key, scenario) {
            let node = build.model.formula(label, format, node.into());
            draft.agreement(&mut build.model, key, &Cell::Node(node));
        }
    }
    draft.finish(submission);
}

/// The plan's day where it gives one; else each half-year's own last day for requests.
fn request_days(build: &mut Build<'_>, scenario: usize, draft: &mut Draft) {
    let Some(node) = build.assumed.get("request_day", scenario) else { return };
    let halves: Vec<(HalfYear, Option<Day>)> = build
        .programme
        .rounds
        .iter()
        .filter_map(|r| Some((r.half_year?, r.request_until.as_ref().map(|f| f.value))))
        .collect();
    if halves.is_empty() {
        let node = build.model.formula("Data złożenia wniosku", Format::Day, node.into());
        draft.agreement(&mut build.model, "request_day", &Cell::Node(node));
    }
    for (half, until) in halves {
        let (key, label) = match half {
            HalfYear::First => ("request_day_1", "Data złożenia wniosku I-VI"),
            HalfYear::Second => ("request_day_2", "Data złożenia wniosku VII-XII"),
        };
        // The first round's day is its own; an assumption of one day speaks of the last round.
        let cell = match until.filter(|_| half == HalfYear::First) {
            Some(day) => Cell::Plain(Datum::Day(day)),
            None => Cell::Node(build.model.formula(label, Format::Day, node.into())),
        };
        draft.agreement(&mut build.model, key, &cell);
    }
}

/// A row for each component of the edition and round, without an award: it does not bind.
fn funds(build: &mut Build<'_>, sheet: SheetId, submission: &mut Submission) {
    let mut draft = Draft::new(TableId::Funds, sheet);
    let has = |supplement: bool| build.programme.components.iter().any(|c| c.is_supplement() == supplement);
    let components = [(FundComponent::Supplement, has(true)), (FundComponent::EmploymentCost, has(false))];
    let rounds: Vec<Option<HalfYear>> = build.programme.rounds.iter().map(|r| r.half_year).collect();
    for (component, _) in components.into_iter().filter(|(_, has)| *has) {
        for half in &rounds {
            let mut cells = vec![("component", Cell::Plain(Datum::Choice(component.word())))];
            cells.extend(half.map(|h| ("half_year", Cell::Plain(Datum::Choice(h.word())))));
            draft.row(&mut build.model, &cells);
        }
    }
    draft.finish(submission);
}

fn employment(build: &mut Build<'_>, contracts: &[Contract], sheet: SheetId, submission: &mut Submission) {
    let mut draft = Draft::new(TableId::Employment, sheet);
    for contract in contracts {
        for piece in &contract.pieces {
            let mut cells: Vec<(&'static str, Cell)> = vec![
                ("assistant", Cell::Plain(Datum::Text(contract.assistant.clone()))),
                ("form", Cell::Plain(Datum::Choice(contract.form.word()))),
                ("from", Cell::Plain(Datum::Day(piece.from))),
            ];
            cells.extend(piece.to.map(|to| ("to", Cell::Plain(Datum::Day(to)))));
            if let Some((_, node)) = &piece.fte {
                let node = build.model.formula("Wymiar etatu", Format::Factor, (*node).into());
                cells.push(("fte", Cell::Node(node)));
            }
            let source = piece.source.map(|i| build.now.employments[i].at);
            let rows = build.now.tables.iter().filter(|t| t.id == TableId::Employment).flat_map(|t| &t.rows);
            if let Some(row) = source.and_then(|at| rows.into_iter().find(|r| r.at == at)) {
                for (key, field) in &row.fields {
                    if let (Some(datum), false) = (&field.datum, cells.iter().any(|(k, _)| k == key)) {
                        // The last day is that of the piece.
                        if *key != "to" {
                            cells.push((key, Cell::Plain(datum.clone())));
                        }
                    }
                }
            }
            draft.row(&mut build.model, &cells);
        }
    }
    draft.finish(submission);
}
