//! What only the figures show: money lost by the rule (C03-C07), money to give back, money still due (C01).
//!
//! The figures are read, never computed again; only what a rule took away is worked out beside them.

mod losses;
mod one_off;

use losses::{Loss, OverAmount};

use super::funds::{component_word, round_word};
use super::scope::{Scope, amount, contract_days, larger, money, smaller};
use super::{awards, booked, ledger, reconciliation, returns, twice};
use crate::calc::NodeId;
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::programme::national::National;
use crate::programme::readings::HoursWorked;
use crate::programme::{AbsenceKind, Component, ContractShare, OwnShareScope, Programme};
use crate::records::submission::Given;
use crate::records::{ContractForm, Employment, Fund, FundComponent, HalfYear, Payment, Submission, TableId};
use crate::settlement::{ComponentFigures, Line, RoundFigures, Settled};
use crate::source::{CellRef, Sourced};
use crate::units::{Day, Exact, Money};

/// The figures and what they came from.
struct Judge<'a> {
    settled: &'a Settled,
    facts: &'a Submission,
    found: Vec<Finding>,
}

/// Judges the figures: money lost by the rule, money that must go back, money still due.
pub fn after(
    settled: &Settled,
    submission: &Submission,
    programme: &Programme,
    national: &National,
    as_of: Day,
) -> Vec<Finding> {
    let scope = Scope::new(submission, programme, national, as_of);
    let mut result = Judge { settled, facts: submission, found: Vec::new() };
    for (index, round) in settled.rounds.iter().enumerate() {
        for figures in [&round.supplement, &round.employment].into_iter().flatten() {
            result.adds_up(index, round, figures);
            result.award_and_transfer(round, figures);
        }
        for component in &programme.components {
            match component {
                Component::WageShareUnderCeiling { .. } if round.employment.is_some() => {
                    result.monthly_ceiling(index, component, programme.tops_up.is_some());
                }
                Component::MonthlySupplement { .. } if round.supplement.is_some() => {
                    result.monthly_supplement(&scope, index, component);
                }
                Component::OneOffSupplement { .. } if round.supplement.is_some() => {
                    result.one_off(&scope, index, component);
                }
                _ => {}
            }
        }
    }
    let mut found = result.found;
    for judge in [
        awards::posts,
        awards::family_tables,
        booked::lines,
        twice::lines,
        ledger::tie,
        reconciliation::judge,
        returns::judge,
    ] {
        judge(&scope, settled, &mut found);
    }
    crate::finding::sort(&mut found);
    found
}

impl<'a> Judge<'a> {
    fn number(&self, node: NodeId) -> Exact {
        self.settled.model.number(node)
    }

    fn known(&self, node: NodeId) -> Option<Exact> {
        (!self.settled.model.value(node).is_blank()).then(|| self.number(node))
    }

    /// The cell of a column in a row of `Płace`; the row's first cell where there is no such column.
    fn cell(&self, row: CellRef, key: &str) -> CellRef {
        let tables = self.facts.tables.iter().filter(|t| t.id == TableId::Pay);
        let found = tables.flat_map(|t| &t.rows).find(|r| r.at == row).and_then(|r| r.fields.get(key));
        found.map_or(row, |field| field.at)
    }

    fn lines(&self, round: usize) -> impl Iterator<Item = &'a Line> + use<'a> {
        self.settled.lines.iter().filter(move |l| l.round == round)
    }

    fn id(&self, line: &Line) -> &'a str {
        self.settled.assistants.get(line.assistant).map_or("", |a| a.id.as_str())
    }

    fn fund(&self, component: FundComponent, half_year: Option<HalfYear>) -> Option<&'a Fund> {
        self.facts.funds.iter().filter(|f| !f.rejected && f.component.value == component).find(|f| {
            let own = f.half_year.as_ref().map(|h| h.value);
            own.is_none() || half_year.is_none() || own == half_year
        })
    }

    fn contract_on(&self, assistant: &str, day: Day) -> Option<&'a Employment> {
        self.facts
            .employments
            .iter()
            .filter(|e| !e.rejected && e.assistant.value == assistant)
            .find(|e| contract_days(e).is_some_and(|d| d.contains(day)))
    }

    /// `NIE` in a contract in force on the day: one is enough, whatever the person's other contracts say.
    fn refused_on(&self, assistant: &str, day: Day) -> Option<&'a Sourced<bool>> {
        self.facts
            .employments
            .iter()
            .filter(|e| !e.rejected && e.assistant.value == assistant)
            .filter(|e| contract_days(e).is_some_and(|d| d.contains(day)))
            .find_map(|e| e.ready.as_ref().filter(|ready| !ready.value))
    }

    /// A finding on a component and round, with an amount seen and one expected.
    fn component(
        &mut self,
        which: &'static Code,
        round: &RoundFigures,
        component: FundComponent,
        at: Option<CellRef>,
        (seen, expected): (&Exact, &Exact),
    ) -> &mut Finding {
        let difference = (seen.clone() - expected.clone()).abs();
        let mut finding = Finding::new(which)
            .with("component", component_word(component))
            .with("round", round_word(round.half_year))
            .with_seen(Fact::Amount(money(seen)))
            .with_expected(Fact::Amount(money(expected)))
            .with_difference(money(&difference));
        finding.at = at;
        self.found.push(finding);
        self.found.last_mut().expect("a finding was pushed on the line above")
    }

    /// Programme and own money make up the cost, in the total and over the lines.
    ///
    /// True by construction; it is looked at all the same, since the paper would be false if it were not.
    fn adds_up(&mut self, index: usize, round: &RoundFigures, figures: &ComponentFigures) {
        let component = figures.component;
        let co_financing = self.number(figures.co_financing);
        let by_lines: Exact = self
            .lines(index)
            .map(|l| match component {
                FundComponent::Supplement => self.number(l.supplement_co_financing),
                FundComponent::EmploymentCost => self.number(l.employment_co_financing),
            })
            .sum();
        let cost = self.number(figures.cost);
        let parts = co_financing.clone() + self.number(figures.own_contribution);
        for (seen, expected) in [(&by_lines, &co_financing), (&parts, &cost)] {
            if seen != expected {
                self.component(&code::LINES_DO_NOT_ADD_UP, round, component, None, (seen, expected));
            }
        }
    }

    fn award_and_transfer(&mut self, round: &RoundFigures, figures: &ComponentFigures) {
        let component = figures.component;
        let fund = self.fund(component, round.half_year);
        let award_at = fund.map(|f| f.awarded.as_ref().map_or(f.at, |a| a.at));
        let received_at = fund.map(|f| f.received.as_ref().map_or(f.at, |a| a.at));
        let (limit, co_financing) = (self.number(figures.limit), self.number(figures.co_financing));
        let (awarded, transferred) = (self.known(figures.awarded), self.known(figures.transferred));
        if let Some(awarded) = &awarded {
            if *awarded < limit {
                self.component(&code::AWARD_BINDS, round, component, award_at, (awarded, &limit));
            } else if *awarded > limit && transferred.is_none() {
                self.component(&code::AWARD_ABOVE_RULE, round, component, award_at, (awarded, &limit));
            }
        }
        let Some(transferred) = transferred else { return };
        let due = self.number(figures.due_not_transferred);
        if due > Exact::zero() {
            let entitled = transferred.clone() + due;
            let pair = (&transferred, &entitled);
            self.component(&code::DUE_NOT_TRANSFERRED, round, component, received_at, pair);
        }
        let (unused, returned) = (self.number(figures.unused), self.number(figures.returned));
        if unused > Exact::zero() {
            let pair = (&transferred, &co_financing);
            let finding = self.component(&code::RECEIVED_ABOVE_RULE, round, component, received_at, pair);
            finding
                .facts
                .push(("left", Fact::Text(if returned >= unused { "no" } else { "yes" }.to_owned())));
            if returned >= unused {
                // Already given back: worth knowing, nothing to answer for.
                finding.severity = crate::finding::Severity::Note;
            }
        }
        // Misused money is given back by the same table, so only what exceeds both is too much.
        let to_return = unused + self.number(figures.misused);
        if returned > to_return {
            let at = self.facts.refunds.iter().rev().find(|r| !r.rejected && r.component.value == component);
            let at = at.map(|r| r.principal.at);
            self.component(&code::RETURNED_TOO_MUCH, round, component, at, (&returned, &to_return));
        }
    }

    /// Shape A: the ceiling of an assistant-month against the share of its wage cost. Where the edition makes up an
    /// earlier one, ceiling and share are of the whole cost, and the earlier edition's money is taken off both.
    fn monthly_ceiling(&mut self, round: usize, component: &Component, tops_up: bool) {
        let Component::WageShareUnderCeiling { by_contract, .. } = component else { return };
        let mut lost = Loss::none();
        for line in self.lines(round) {
            let of_line = |c: &&ContractShare| (c.position, c.form) == (line.position, line.form);
            let Some(rule) = by_contract.iter().find(of_line) else { continue };
            let got = if tops_up { self.paid(line, |p| &p.other_public) } else { Exact::zero() };
            let share = &rule.share.value * &(self.number(line.wage_cost) + got.clone());
            let posts = &self.number(line.fte) * &self.number(line.share_of_month);
            let ceiling = &rule.ceiling.value.to_exact() * &posts;
            let left = |limit: Exact| larger(Exact::zero(), limit - got.clone());
            lost.add(left(share.clone()) - left(smaller(share, ceiling)), Some(line));
        }
        self.lost(&code::AMOUNT_CEILING_BINDS, round, FundComponent::EmploymentCost, &lost);
    }

    /// The sum of a column over the payments of a line whose pay counts.
    fn paid(&self, line: &Line, column: fn(&Payment) -> &Given<Money>) -> Exact {
        let rows = line.payments.iter().zip(&line.counted);
        let rows = rows.filter(|(_, (pay, _))| !self.number(*pay).is_zero());
        rows.filter_map(|(i, _)| self.facts.payments.get(*i)).map(|p| amount(column(p))).sum()
    }

    /// Shape D: what each month lost to hours, to the day of the request, to the amount, to the share.
    fn monthly_supplement(&mut self, scope: &Scope, round: usize, component: &Component) {
        let Component::MonthlySupplement { amount: each, hours, share_of_cost, own_share_scope, .. } =
            component
        else {
            return;
        };
        let day = self.settled.rounds.get(round).and_then(|r| scope.request_day(r.half_year));
        let by_month = own_share_scope.value == OwnShareScope::AssistantMonth;
        let mut within_cost = Exact::zero();
        let (mut over_amount, mut over_share) = (OverAmount::none(), Loss::none());
        let mut absent: Vec<(&str, Exact, &Line)> = Vec::new();
        for line in self.lines(round) {
            let paid = self.number(line.supplement_paid);
            if paid <= Exact::zero() {
                continue;
            }
            self.typed_above_presence(line, &hours.value);
            let fte = self.number(line.fte);
            let by_amount = (&each.value.to_exact() * &fte).cut_down(2);
            let by_share = (&share_of_cost.value * &paid).cut_down(2);
            if line.qualifies.is_none_or(|q| !self.number(q).is_zero()) {
                within_cost = within_cost + smaller(by_amount.clone(), paid.clone());
                if by_share > by_amount {
                    let gross = &share_of_cost.value * &self.paid(line, |p| &p.supplement);
                    over_amount.add(by_share - by_amount.clone(), (&gross, &by_amount), Some(line));
                } else {
                    over_share.add(by_amount - by_share, Some(line));
                }
                continue;
            }
            let lost = smaller(by_amount, by_share);
            let id = self.id(line);
            // Without the day the request has its own error, and every month fails for that reason alone.
            let Some(day) = day else { continue };
            if self.contract_on(id, day).is_none() {
                match absent.iter_mut().find(|a| a.0 == id) {
                    Some(entry) => entry.1 = entry.1.clone() + lost,
                    None => absent.push((id, lost, line)),
                }
            } else if line.form == ContractForm::Employment {
                self.hours_below(scope, line, &(&hours.value * &fte), &lost);
            }
        }
        for (id, lost, line) in absent {
            self.not_employed(id, day, Some(&lost), line);
        }
        self.over_amount(round, &over_amount);
        if !by_month && let Some(figures) = self.settled.rounds.get(round).and_then(|r| r.supplement.as_ref())
        {
            // Measured over more than a month, the share takes what the months have above it together.
            over_share.sum = larger(Exact::zero(), within_cost - self.number(figures.limit));
        }
        self.own_share(round, &over_share, &share_of_cost.value);
    }

    /// Hours typed that reach the threshold where the post less the absences does not: one of the two is wrong.
    fn typed_above_presence(&mut self, line: &Line, full: &Exact) {
        let Some(time) = &line.work_time else { return };
        let Some(typed) = time.given.and_then(|node| self.known(node)) else { return };
        let counted = self.number(time.counted) - self.number(time.worked);
        let present = larger(Exact::zero(), self.number(time.due) - self.number(time.away));
        let needed = full * &self.number(line.fte);
        if typed.clone() + counted.clone() < needed || present.clone() + counted >= needed {
            return;
        }
        let Some(first) = line.payments.first().and_then(|i| self.facts.payments.get(*i)) else { return };
        let at = self.cell(first.at, "hours");
        self.found.push(
            Finding::at(&code::HOURS_ABOVE_PRESENCE, at)
                .with_assistant(self.id(line))
                .with_month(line.month)
                .with_seen(Fact::Number(typed))
                .with_expected(Fact::Number(present))
                .with("away", Fact::Number(self.number(time.away))),
        );
    }

    /// The reading of the hours worked may be all that keeps the month out: then it is named, with what it costs.
    fn hours_below(&mut self, scope: &Scope, line: &Line, needed: &Exact, lost: &Exact) {
        let Some(hours) = line.hours_counted.and_then(|node| self.known(node)) else { return };
        if hours >= *needed {
            return;
        }
        let rows = || line.payments.iter().filter_map(|i| self.facts.payments.get(*i));
        // Where the hours were reckoned their cell is blank; a table without the column has only the row of pay.
        let typed = rows().find_map(|p| p.hours.as_ref()).map(|h| h.at);
        let blank = || rows().next().map(|p| self.cell(p.at, "hours"));
        let id = self.id(line);
        let away = scope.absences_in(id, line.month).map(|a| a.from.at);
        let leave = self.leave(scope, line).filter(|leave| hours.clone() + leave.clone() >= *needed);
        let Some(at) = typed.or(away).or_else(blank) else { return };
        let why = match (&leave, typed) {
            (Some(_), _) => "leave",
            (None, Some(_)) => "typed",
            (None, None) => "reckoned",
        };
        self.found.push(
            Finding::at(&code::HOURS_BELOW_THRESHOLD, at)
                .with_assistant(id)
                .with_month(line.month)
                .with_seen(Fact::Number(hours))
                .with_expected(Fact::Number(needed.clone()))
                .with_difference(money(lost))
                .with("why", Fact::Text(why.to_owned()))
                .with("leave", Fact::Number(leave.unwrap_or_else(Exact::zero))),
        );
    }

    /// Hours of holiday leave that the reading in force leaves out, and another would count.
    fn leave(&self, scope: &Scope, line: &Line) -> Option<Exact> {
        let left_out = scope.programme.reads::<HoursWorked>() == HoursWorked::WorkOnly;
        let time = line.work_time.as_ref().filter(|_| left_out)?;
        let leave = time.absences.iter().filter(|a| a.kind == AbsenceKind::HolidayLeave);
        Some(leave.map(|a| self.number(a.hours)).sum())
    }

    fn not_employed(&mut self, id: &str, day: Option<Day>, lost: Option<&Exact>, line: &Line) {
        let Some(day) = day else { return };
        let contracts = self.facts.employments.iter().filter(|e| e.assistant.value == id);
        // The cell that fails: the end of the last contract that ended before the day, else the first beginning after.
        let ended = contracts.clone().filter_map(|c| c.to.as_ref()).filter(|to| to.value < day);
        let ended = ended.max_by_key(|to| to.value);
        let begins = contracts.map(|c| &c.from).filter(|from| from.value > day).min_by_key(|from| from.value);
        let contract = ended.or(begins);
        let paid = line.payments.first().and_then(|i| self.facts.payments.get(*i)).map(|p| p.at);
        let mut finding = Finding::new(&code::NOT_EMPLOYED_ON_REFERENCE_DAY)
            .with_assistant(id)
            .with("day", Fact::Day(day))
            .with("known", Fact::Text(if lost.is_some() { "yes" } else { "no" }.to_owned()));
        finding.difference = lost.map(money);
        finding.seen = contract.map(|c| Fact::Day(c.value));
        finding.at = contract.map(|c| c.at).or(paid);
        self.found.push(finding);
    }
}
