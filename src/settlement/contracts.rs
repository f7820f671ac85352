//! Days under contract: one row for each assistant, month and row of `Zatrudnienie` that touches the month.
//!
//! Days under several contracts at once count once: each row counts only the days after those already covered by the
//! rows before it, in the order of their first day.

use std::collections::BTreeMap;

use super::figures::StepTable;
use super::mid_month;
use super::table::TableBuilder;
use super::work::{SettledRound, Work};
use crate::calc::model::{day_value, month_value};
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::records::{ContractForm, Employment, Position};
use crate::units::{Day, DayRange, Month};

/// Contract days of one assistant and month.
#[derive(Clone, Debug, Default)]
pub struct MonthContracts {
    /// Weight of the time under any contract, of the month and of its part in the settlement period: days, or working
    /// days where a reading says so.
    pub weights: Option<Weights>,
    /// Days that each contract row adds to those before it.
    pub own_ranges: Vec<DayRange>,
    /// Do terms change in the month, or hold for a part of it?
    pub changes: bool,
    /// Nodes by form of contract.
    pub forms: BTreeMap<ContractForm, FormDays>,
    /// First and last day that each contract row adds to the days before it, for incapacity.
    pub own_days: Vec<(NodeId, NodeId)>,
}

/// What parts of a month weigh.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// Time under any contract.
    pub any: NodeId,
    /// The calendar month.
    pub month: NodeId,
    /// The month inside the settlement period.
    pub period: NodeId,
}

/// Contract days of one form.
#[derive(Clone, Debug, Default)]
pub struct FormDays {
    /// What the person is employed as under them; the checks leave out a second position.
    pub position: Option<Position>,
    /// Days of hiring: of each contract, or of the contract that it goes on from without a gap.
    pub hired: Vec<NodeId>,
    /// Days under contracts of this form, each contract by itself.
    pub days: Vec<NodeId>,
    /// Post × days of each contract.
    pub fte_days: Vec<NodeId>,
    /// Posts as typed; a service contract may have none.
    pub ftes: Vec<NodeId>,
    /// Days of each contract with its post.
    pub spans: Vec<(DayRange, NodeId)>,
}

impl MonthContracts {
    /// Is a contract of the form in force on any day of the month? Lines are made only where it is; the condition
    /// keeps a line of the workbook right when somebody moves a day.
    pub fn in_force(&self, form: ContractForm) -> Cond {
        let days = self.forms.get(&form).map(|f| f.days.clone()).unwrap_or_default();
        Cond::Greater(Expr::Sum(days), Expr::whole(0))
    }
}

/// Contract days by round, assistant and month.
pub type Contracts = BTreeMap<(usize, usize, Month), MonthContracts>;

/// Assistants with a contract in the settlement period, in the order of identifier (by code point), each with their
/// rows of `Zatrudnienie` by first day.
pub fn assistants(work: &Work<'_>) -> Vec<(String, Vec<usize>)> {
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, row) in work.submission.employments.iter().enumerate() {
        if !row.rejected && covered(work, row) {
            by_id.entry(row.assistant.value.trim().to_owned()).or_default().push(index);
        }
    }
    let in_period = |i: &usize| {
        let row = &work.submission.employments[*i];
        let ended = row.to.as_ref().is_some_and(|to| to.value < work.period.first);
        !ended && row.from.value <= work.period.last
    };
    by_id
        .into_iter()
        .filter(|(_, rows)| rows.iter().any(in_period))
        .map(|(id, mut rows)| {
            rows.sort_by_key(|i| work.submission.employments[*i].from.value);
            (id, rows)
        })
        .collect()
}

/// Whom the edition pays: the sibling several positions, the editions of 2013-2019 coordinators too, others assistants
/// alone (a finding names whoever is left out). A service contract is
/// outside the sibling, but the person stays in the list, with zero, so that nobody looks for a lost row.
fn covered(work: &Work<'_>, row: &Employment) -> bool {
    work.programme.pays_for(row.employed_as())
}

/// Computes the days of every assistant and month, and the table that shows them.
pub fn contracts(work: &mut Work<'_>, people: &[(String, Vec<usize>)]) -> (Contracts, StepTable) {
    let mut table = TableBuilder::new(
        "Obliczenia - etaty",
        "Dni zatrudnienia i etaty w miesiącach",
        &[
            ("assistant", "Identyfikator asystenta", "", Format::Text),
            ("month", "Miesiąc", "", Format::Month),
            ("month_end", "Ostatni dzień miesiąca", "", Format::Day),
            ("form", "Forma zatrudnienia", "", Format::Text),
            ("fte", "Wymiar etatu", "", Format::Factor),
            ("first", "Pierwszy dzień w miesiącu", "", Format::Day),
            ("last", "Ostatni dzień w miesiącu", "", Format::Day),
            ("days", "Dni umowy w miesiącu", "", Format::Count),
            ("own_first", "Pierwszy dzień nieobjęty wcześniejszą umową", "", Format::Day),
            ("new_days", "Dni nieobjęte wcześniejszą umową", "", Format::Count),
            ("covered", "Objęte umowami do dnia", "", Format::Day),
            ("work_days", "Dni robocze umowy w miesiącu", "kalendarz (odczytanie)", Format::Count),
            ("new_work_days", "z tego nieobjęte wcześniejszą umową", "kalendarz (odczytanie)", Format::Count),
            ("fte_days", "Etat × dni", "", Format::Factor),
        ],
    );
    let mut all = Contracts::new();
    for (r, round) in work.rounds.clone().into_iter().enumerate() {
        for (a, (_, rows)) in people.iter().enumerate() {
            for month in round.period.months() {
                let touching: Vec<usize> =
                    rows.iter().copied().filter(|i| touches(work, *i, month, &round)).collect();
                if !touching.is_empty() {
                    all.insert((r, a, month), month_rows(work, &mut table, month, &touching, rows));
                }
            }
        }
    }
    (all, table.finish())
}

fn touches(work: &Work<'_>, index: usize, month: Month, round: &SettledRound) -> bool {
    let row = &work.submission.employments[index];
    let last = row.to.as_ref().map_or(round.period.last, |to| to.value);
    month.days().overlap(&round.period).is_some_and(|days| row.from.value <= days.last && last >= days.first)
}

fn month_rows(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    month: Month,
    rows: &[usize],
    own: &[usize],
) -> MonthContracts {
    let mut result = MonthContracts::default();
    let mut new_days = Vec::new();
    let mut new_work_days = Vec::new();
    let mut covered: Option<NodeId> = None;
    let mut reach: Option<Day> = None;
    let mut days: Option<(NodeId, NodeId)> = None;
    let working = mid_month::by_working_days(work, month);
    for index in rows {
        let row = table.row();
        let range = clipped(work, *index, month);
        let added = range.and_then(|r| match reach {
            Some(day) if day >= r.first => DayRange::new(day.plus_days(1), r.last),
            _ => Some(r),
        });
        reach = reach.max(range.map(|r| r.last));
        result.own_ranges.extend(added);
        let weight = working.then(|| {
            new_work_days.push(mid_month::step(work, table, row, "new_work_days", added));
            mid_month::step(work, table, row, "work_days", range)
        });
        let nodes = contract_row(work, table, row, month, *index, covered, weight);
        covered = Some(nodes.covered);
        new_days.push(nodes.new_days);
        result.own_days.push((nodes.own_first, nodes.last));
        days = Some((nodes.days_in_month, nodes.days_in_period));
        let form = result.forms.entry(work.submission.employments[*index].form.value).or_default();
        form.position.get_or_insert(work.submission.employments[*index].employed_as());
        form.hired.extend(hired(work, *index, own));
        form.days.push(nodes.days);
        form.fte_days.extend(nodes.fte_days);
        form.ftes.extend(nodes.fte);
        form.spans.extend(range.zip(nodes.fte));
    }
    let any = match new_days.as_slice() {
        [one] => *one,
        many => work.model.formula("Dni zatrudnienia w miesiącu", Format::Count, Expr::Sum(many.to_vec())),
    };
    let settled = month.days().overlap(&work.period);
    let covered_days: i64 = result.own_ranges.iter().map(DayRange::len).sum();
    result.changes = rows.len() > 1 || settled.is_some_and(|days| covered_days < days.len());
    result.weights = if working {
        let any = Expr::Sum(new_work_days);
        Some(Weights {
            any: work.model.formula("Dni robocze w zatrudnieniu", Format::Count, any),
            month: mid_month::count(work, "Dni robocze miesiąca", Some(month.days())),
            period: mid_month::count(work, "Dni robocze miesiąca w okresie", settled),
        })
    } else {
        days.map(|(month, period)| Weights { any, month, period })
    };
    result
}

/// The days of a contract row in the month and the settlement period.
fn clipped(work: &Work<'_>, index: usize, month: Month) -> Option<DayRange> {
    let row = &work.submission.employments[index];
    let days = month.days().overlap(&work.period)?;
    let last = row.to.as_ref().map_or(days.last, |to| to.value);
    DayRange::new(row.from.value, last)?.overlap(&days)
}

/// The first day of the row that a contract goes on from without a gap: a change of terms is no new hiring. `own` are
/// the person's rows by first day.
fn hired(work: &Work<'_>, index: usize, own: &[usize]) -> Option<NodeId> {
    let row = |i: usize| &work.submission.employments[i];
    let mut first = index;
    for before in own.iter().rev().copied().filter(|i| row(*i).from.value < row(index).from.value) {
        let gap = row(before).to.as_ref().is_some_and(|to| to.value.plus_days(1) < row(first).from.value);
        if gap {
            break;
        }
        first = before;
    }
    work.cell(row(first).at, "from")
}

struct ContractRow {
    last: NodeId,
    days: NodeId,
    own_first: NodeId,
    new_days: NodeId,
    covered: NodeId,
    fte: Option<NodeId>,
    fte_days: Option<NodeId>,
    days_in_month: NodeId,
    days_in_period: NodeId,
}

fn contract_row(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    month: Month,
    index: usize,
    covered: Option<NodeId>,
    weight: Option<NodeId>,
) -> ContractRow {
    let source = &work.submission.employments[index];
    for key in ["assistant", "form", "fte"] {
        if let Some(node) = work.cell(source.at, key) {
            table.put(row, key, node);
        }
    }
    let fte = work.cell(source.at, "fte");
    let (period_first, period_last) = work.period_nodes;
    let month_first = table.value(&mut work.model, row, "month", month_value(month));
    let month_last = table.value(&mut work.model, row, "month_end", day_value(month.last()));
    let from = day_or(work, source.at, "from", source.from.value);
    let to = work.cell(source.at, "to");
    let end = to.map_or(Expr::Ref(month_last), |to| Expr::when(Cond::Blank(to), month_last, to));
    let first = Expr::Max(vec![from, month_first.into(), period_first.into()]);
    let last = Expr::Min(vec![end, month_last.into(), period_last.into()]);
    let first = table.formula(&mut work.model, row, "first", first);
    let last = table.formula(&mut work.model, row, "last", last);
    let span = |first: Expr, last: Expr| {
        Expr::max(Expr::whole(0), Expr::Add(vec![Expr::sub(last, first), Expr::whole(1)]))
    };
    let days = table.formula(&mut work.model, row, "days", span(first.into(), last.into()));
    let own =
        covered.map_or(Expr::Ref(first), |c| Expr::max(first, Expr::Add(vec![c.into(), Expr::whole(1)])));
    let own_first = table.formula(&mut work.model, row, "own_first", own);
    let new_days = table.formula(&mut work.model, row, "new_days", span(own_first.into(), last.into()));
    let reach = covered.map_or(Expr::Ref(last), |c| Expr::max(c, last));
    let covered = table.formula(&mut work.model, row, "covered", reach);
    let weight = weight.unwrap_or(days);
    let fte_days = fte.map(|fte| table.formula(&mut work.model, row, "fte_days", Expr::mul(fte, weight)));
    let length = Expr::Add(vec![Expr::sub(month_last, month_first), Expr::whole(1)]);
    let days_in_month = work.model.formula("Dni miesiąca", Format::Count, length);
    let settled = span(Expr::max(month_first, period_first), Expr::min(month_last, period_last));
    let days_in_period = work.model.formula("Dni miesiąca w okresie", Format::Count, settled);
    ContractRow { last, days, own_first, new_days, covered, fte, fte_days, days_in_month, days_in_period }
}

/// The node of a day column, or the day itself where the table came without the cell.
fn day_or(work: &Work<'_>, at: crate::source::CellRef, key: &'static str, day: Day) -> Expr {
    work.cell(at, key).map_or_else(
        || match day_value(day) {
            Value::Number(n) => Expr::Number(n),
            Value::Blank | Value::Text(_) => Expr::Blank,
        },
        Expr::Ref,
    )
}

/// Is one of the contracts in force on the day? 1 or 0; 0 when the day is not given.
pub fn employed_on(work: &Work<'_>, rows: &[usize], day: NodeId) -> Expr {
    let each = rows.iter().map(|i| on_day(work, *i, day, Expr::whole(1))).collect();
    let any = Expr::min(Expr::whole(1), Expr::Add(each));
    Expr::when(Cond::Blank(day), Expr::whole(0), any)
}

/// `value` when the contract is in force on the day, else zero.
pub fn on_day(work: &Work<'_>, index: usize, day: NodeId, value: Expr) -> Expr {
    let row = &work.submission.employments[index];
    let started = Cond::AtLeast(day.into(), day_or(work, row.at, "from", row.from.value));
    let mut conditions = vec![started];
    if let Some(to) = work.cell(row.at, "to") {
        conditions.push(Cond::Any(vec![Cond::Blank(to), Cond::AtLeast(to.into(), day.into())]));
    }
    Expr::when(Cond::All(conditions), value, Expr::whole(0))
}
