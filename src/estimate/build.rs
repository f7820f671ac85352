//! What all steps of a projection share: this year's tables, the rules and calendar of the coming one, and the model.

use std::collections::BTreeMap;

use super::assume::Assumed;
use super::{AssumptionRow, BasisRow};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::finding::Finding;
use crate::programme::{National, Programme};
use crate::records::{Absence, ContractForm, Plan, Submission};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Month};

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

impl<'a> Build<'a> {
    /// Starts a projection of this year's tables by the rules of an edition.
    pub fn new(now: &'a Submission, programme: &Programme, year: i32) -> Self {
        Self {
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
        }
    }
}

impl Build<'_> {
    /// Days of the coming year.
    pub fn year_days(&self) -> Option<DayRange> {
        DayRange::of_year(self.year)
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

    /// Is it an absence that pay falls with?
    pub fn lowers_pay(&self, absence: &Absence) -> bool {
        let kind = self.national.absence_kind(absence.kind.value, absence.from.value);
        kind.is_some_and(|kind| kind.value.lowers_pay())
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
pub fn year_of_tables(now: &Submission) -> Option<(i32, CellRef)> {
    let last = now.agreement.period_to.as_ref().map(|d| (d.value.month().year, d.at));
    last.or_else(|| now.payments.iter().map(|p| (p.month.value.year, p.month.at)).max())
}
