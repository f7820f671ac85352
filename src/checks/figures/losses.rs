//! What the rule takes of the co-financing, and the cell to look at first: that of the assistant who loses most by it.

use super::Judge;
use crate::checks::funds::{component_word, round_word};
use crate::checks::scope::{contract_days, money};
use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::records::{FundComponent, HalfYear};
use crate::settlement::Line;
use crate::source::CellRef;
use crate::units::Exact;

/// Money that a rule takes, over all lines.
pub(super) struct Loss<'a> {
    /// All of it.
    pub(super) sum: Exact,
    /// Where it takes most; none where it is measured over the municipality.
    worst: Option<(Exact, &'a Line)>,
}

impl<'a> Loss<'a> {
    pub(super) fn none() -> Self {
        Self { sum: Exact::zero(), worst: None }
    }

    /// Adds what is lost at a line. Of equals the first stays the worst.
    pub(super) fn add(&mut self, lost: Exact, line: Option<&'a Line>) {
        if let Some(line) = line
            && lost > self.worst.as_ref().map_or_else(Exact::zero, |(most, _)| most.clone())
        {
            self.worst = Some((lost.clone(), line));
        }
        self.sum = self.sum.clone() + lost;
    }
}

/// What the amount for a post takes of supplements that a share of their cost would pay.
pub(super) struct OverAmount<'a> {
    /// No more than the own share and contributions explain.
    usual: Loss<'a>,
    /// More than that: the post may be too small.
    beyond: Loss<'a>,
}

impl<'a> OverAmount<'a> {
    pub(super) fn none() -> Self {
        Self { usual: Loss::none(), beyond: Loss::none() }
    }

    /// Adds what was taken where the programme's share of the pay alone, without contributions, is `gross`.
    pub(super) fn add(&mut self, taken: Exact, (gross, by_amount): (&Exact, &Exact), line: Option<&'a Line>) {
        let loss = if gross.cut_down(2) > *by_amount { &mut self.beyond } else { &mut self.usual };
        loss.add(taken, line);
    }
}

impl Judge<'_> {
    /// Tells of a loss of a whole grosz or more. A ceiling is by the post, so its cell is the post of the assistant; the
    /// share is of the supplement's cost, so its cell is the supplement paid.
    pub(super) fn lost(
        &mut self,
        which: &'static Code,
        round: usize,
        component: FundComponent,
        loss: &Loss<'_>,
    ) {
        let sum = loss.sum.cut_down(2);
        if sum <= Exact::zero() {
            return;
        }
        let half_year = self.settled.rounds.get(round).and_then(|r| r.half_year);
        let mut finding = Finding::new(which)
            .with("component", component_word(component))
            .with("round", round_word(half_year))
            .with_difference(money(&sum));
        let cell = loss.worst.as_ref().and_then(|(_, line)| {
            if which == &code::OWN_SHARE_BINDS { self.supplement_cell(line) } else { self.post_cell(line) }
        });
        finding.at = cell.or_else(|| self.award_cell(component, half_year));
        self.found.push(finding);
    }

    fn post_cell(&self, line: &Line) -> Option<CellRef> {
        let own = |id: &str| self.settled.assistants.get(line.assistant).is_some_and(|a| a.id == id);
        let month = line.month.days();
        let contracts = self.facts.employments.iter().filter(|e| !e.rejected && own(&e.assistant.value));
        let mut in_force = contracts.filter(|e| {
            let days = contract_days(e);
            e.form.value == line.form && days.is_some_and(|days| days.overlap(&month).is_some())
        });
        in_force.find_map(|e| e.fte.as_ref()).map(|fte| fte.at)
    }

    fn supplement_cell(&self, line: &Line) -> Option<CellRef> {
        let rows = line.payments.iter().filter_map(|i| self.facts.payments.get(*i));
        rows.filter_map(|p| p.supplement.as_ref()).map(|supplement| supplement.at).next()
    }

    fn award_cell(&self, component: FundComponent, half_year: Option<HalfYear>) -> Option<CellRef> {
        self.fund(component, half_year).map(|fund| fund.awarded.as_ref().map_or(fund.at, |a| a.at))
    }

    /// What the amount for a post takes of a supplement. An own share on top of the amount, and the contributions on
    /// it, are as the programme means them: a warning speaks only of what was paid out above that.
    pub(super) fn over_amount(&mut self, round: usize, over: &OverAmount<'_>) {
        self.lost(&code::AMOUNT_CEILING_BINDS, round, FundComponent::Supplement, &over.beyond);
        self.lost(&code::AMOUNT_CEILING_REACHED, round, FundComponent::Supplement, &over.usual);
    }

    pub(super) fn own_share(&mut self, round: usize, lost: &Loss<'_>, share: &Exact) {
        let before = self.found.len();
        self.lost(&code::OWN_SHARE_BINDS, round, FundComponent::Supplement, lost);
        for finding in &mut self.found[before..] {
            finding.expected = Some(Fact::Percent(share.clone()));
        }
    }
}
