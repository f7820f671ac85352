//! The re-booking from own money to the programme, by month and paragraph.
//!
//! What the programme pays of a paragraph is the settlement's own figure (`Paragrafy`). It goes over the months as the
//! settlement gave money to their lines, by cumulative rounding in the order of months, so that every paragraph and the
//! whole are the settlement's to the grosz, and a month that has nothing in a paragraph gets nothing there.

use std::collections::BTreeMap;

use crate::calc::{Expr, Format, Model, NodeId};
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::cells::{settled_round, total_of};
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_steps::{Part, Shares};
use crate::settlement::{Line, Settled};
use crate::units::Month;

/// One part and paragraph of one round, by month.
#[derive(Clone, Debug)]
pub struct Spread {
    /// Index into the settlement's rounds.
    pub round: usize,
    /// Supplement or cost of employment.
    pub part: Part,
    /// Paragraph.
    pub paragraph: Paragraph,
    /// What the programme pays of it.
    pub grant: NodeId,
    /// Steps by month.
    pub months: Vec<SpreadMonth>,
}

/// A month of a [`Spread`].
#[derive(Clone, Debug)]
pub struct SpreadMonth {
    /// Which.
    pub month: Month,
    /// The programme's part of the paragraph in each line of the month, by index of the line.
    pub lines: Vec<(usize, NodeId)>,
    /// Their sum.
    pub weight: NodeId,
    /// The sum up to this month.
    pub running: NodeId,
    /// What is re-booked.
    pub amount: NodeId,
}

/// The re-booking.
#[derive(Clone, Debug)]
pub struct Booking {
    /// The division over paragraphs.
    pub shares: Shares,
    /// Steps.
    pub spreads: Vec<Spread>,
    /// Months in order.
    pub months: Vec<Month>,
    /// Paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// By month and paragraph.
    pub cells: BTreeMap<(Month, Paragraph), NodeId>,
    /// By month.
    pub by_month: Vec<NodeId>,
    /// By paragraph.
    pub by_paragraph: Vec<NodeId>,
    /// All of it.
    pub total: NodeId,
    /// All of it less the co-financing: nothing.
    pub control: NodeId,
}

/// Adds the re-booking to the model of a settlement.
pub fn booking(settled: &mut Settled, submission: &Submission, programme: &Programme) -> Booking {
    let shares = Shares::build(settled, submission, programme);
    let Settled { model, lines, totals, .. } = settled;
    let mut spreads = Vec::new();
    for block in &shares.blocks {
        for row in &block.rows {
            let Some(grant) = row.grant else { continue };
            let mut spread = Spread {
                round: block.round,
                part: block.part,
                paragraph: row.paragraph,
                grant,
                months: Vec::new(),
            };
            spread.months = over_months(model, lines, &shares, &spread);
            spreads.push(spread);
        }
    }
    let mut months: Vec<Month> = spreads.iter().flat_map(|s| s.months.iter().map(|m| m.month)).collect();
    months.sort_unstable();
    months.dedup();
    let paragraphs = shares.paragraphs.clone();
    let mut cells = BTreeMap::new();
    for month in &months {
        for paragraph in &paragraphs {
            let own = spreads.iter().filter(|s| s.paragraph == *paragraph);
            let ids: Vec<NodeId> =
                own.flat_map(|s| &s.months).filter(|m| m.month == *month).map(|m| m.amount).collect();
            let label = format!("Przeksięgowanie, § {}", paragraph.code());
            cells.insert((*month, *paragraph), total_of(model, &label, Format::Money, &ids));
        }
    }
    let mut sum = |label: &str, wanted: &dyn Fn(&(Month, Paragraph)) -> bool| {
        let ids: Vec<NodeId> = cells.iter().filter(|(at, _)| wanted(at)).map(|(_, id)| *id).collect();
        total_of(model, label, Format::Money, &ids)
    };
    let by_month: Vec<NodeId> =
        months.iter().map(|m| sum("Przeksięgowanie miesiąca", &|at| at.0 == *m)).collect();
    let by_paragraph: Vec<NodeId> =
        paragraphs.iter().map(|p| sum("Przeksięgowanie paragrafu", &|at| at.1 == *p)).collect();
    let total = total_of(model, "Przeksięgowanie razem", Format::Money, &by_month);
    let control = model.formula("Różnica", Format::Money, Expr::sub(total, totals.co_financing));
    Booking { shares, spreads, months, paragraphs, cells, by_month, by_paragraph, total, control }
}

fn over_months(model: &mut Model, lines: &[Line], shares: &Shares, spread: &Spread) -> Vec<SpreadMonth> {
    let mut by_month: BTreeMap<Month, Vec<(usize, NodeId)>> = BTreeMap::new();
    for of_line in shares.lines.iter().filter(|l| l.round == spread.round) {
        let Some(part) = of_line.parts.get(&(spread.part, spread.paragraph)) else { continue };
        let line = &lines[of_line.line];
        let (cost, paid) = match spread.part {
            Part::Supplement => (line.supplement_cost, line.supplement_co_financing),
            Part::Employment | Part::OtherPublic => (line.wage_cost, line.employment_co_financing),
        };
        let label = format!("Dofinansowanie: {}, § {}", spread.part.words(), spread.paragraph.code());
        let weight = model.formula(&label, Format::Unrounded, Expr::div(Expr::mul(paid, *part), cost));
        by_month.entry(of_line.month).or_default().push((of_line.line, weight));
    }
    let mut done: Vec<SpreadMonth> = Vec::new();
    let sums: Vec<_> = by_month
        .into_iter()
        .map(|(month, lines): (Month, Vec<(usize, NodeId)>)| {
            let ids: Vec<NodeId> = lines.iter().map(|(_, id)| *id).collect();
            let weight = total_of(model, "Dofinansowanie miesiąca bez zaokrąglenia", Format::Unrounded, &ids);
            (month, lines, weight)
        })
        .collect();
    let weights: Vec<NodeId> = sums.iter().map(|s| s.2).collect();
    let running: Vec<NodeId> = (1..=weights.len())
        .map(|n| total_of(model, "Narastająco", Format::Unrounded, &weights[..n]))
        .collect();
    let last = running.len().saturating_sub(1);
    for (index, (month, lines, weight)) in sums.into_iter().enumerate() {
        let upto = if index == last {
            Expr::Ref(spread.grant)
        } else {
            settled_round(Expr::div(Expr::mul(spread.grant, running[index]), running[last]))
        };
        let before: Vec<NodeId> = done.iter().map(|m| m.amount).collect();
        let expr = if before.is_empty() { upto } else { Expr::sub(upto, Expr::Sum(before)) };
        let label = format!("Przeksięgowanie: {}, § {}", spread.part.words(), spread.paragraph.code());
        let amount = model.formula(&label, Format::Money, expr);
        done.push(SpreadMonth { month, lines, weight, running: running[index], amount });
    }
    done
}
