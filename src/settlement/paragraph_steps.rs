//! How each line's cost goes over the budget paragraphs, and each component's co-financing over the same.
//!
//! Contributions go over the paragraphs as each payment's own columns tell (`paragraph_parts`). Reading (docs:
//! calculation.md, "Paragraphs"): the co-financing follows the eligible cost, by cumulative rounding, ascending paragraph,
//! or goes paragraph by paragraph until it runs out.
//! A line's pay takes what its contributions leave, and a component's last paragraph takes what the others leave, so
//! that the sums are the settlement's own by construction. The figures of the settlement are read, never changed.

use std::collections::BTreeMap;

use super::cells::{Inputs, settled_round, total_of};
use super::paragraph::Paragraph;
use super::paragraph_parts::{self, On, OnParagraph};
use super::pay_columns::PayColumns;
use super::{ComponentFigures, Line, Settled};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::programme::readings::ParagraphShares;
use crate::programme::{Component, Programme, WageBase};
use crate::records::{ContractForm, HalfYear, Payment, Submission};
use crate::units::Month;

/// What is shared out over the paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// Eligible wage cost.
    Employment,
    /// Supplement's cost inside the task.
    Supplement,
    /// What another public grant pays.
    OtherPublic,
}

pub(crate) const PARTS: [Part; 3] = [Part::Employment, Part::Supplement, Part::OtherPublic];

impl Part {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Employment => "koszt zatrudnienia",
            Self::Supplement => "dodatki",
            Self::OtherPublic => "inne środki publiczne",
        }
    }
}

/// One line's cost by paragraph, unrounded.
#[derive(Clone, Debug)]
pub(crate) struct LineShares {
    /// Index into the settlement's lines.
    pub(crate) line: usize,
    pub(crate) round: usize,
    pub(crate) assistant: NodeId,
    pub(crate) month: Month,
    /// Contributions of each payment, in the line's order.
    pub(crate) payments: Vec<OnParagraph>,
    /// Their sums.
    pub(crate) columns: OnParagraph,
    /// The sums over all paragraphs.
    pub(crate) in_all: BTreeMap<On, NodeId>,
    /// On what the contributions of the edition's own supplement are paid.
    pub(crate) own_supplement: On,
    /// Thirteenth salary inside the base pay, which has a paragraph of its own.
    pub(crate) annual: Option<NodeId>,
    /// Base pay, base contributions, supplement in the task, its gross, other public money.
    pub(crate) weights: [NodeId; 5],
    pub(crate) parts: BTreeMap<(Part, Paragraph), NodeId>,
}

impl LineShares {
    /// Contributions on something by paragraph, and in all; nothing where the line has none.
    pub(crate) fn on(&self, on: On) -> Option<(Vec<(Paragraph, NodeId)>, NodeId)> {
        let of = self.columns.iter().filter(|((own, _), _)| *own == on);
        Some((of.map(|((_, paragraph), id)| (*paragraph, *id)).collect(), *self.in_all.get(&on)?))
    }

    /// Gives a cell of its own to every paragraph that the line has nothing of, so that a column's sum is one range.
    fn fill_gaps(&mut self, model: &mut Model, paragraphs: &[Paragraph]) {
        for part in PARTS {
            for paragraph in paragraphs {
                self.parts
                    .entry((part, *paragraph))
                    .or_insert_with(|| model.parameter("", Format::Unrounded, Value::Blank));
            }
        }
    }
}

/// One part of one round, shared out.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) round: usize,
    pub(crate) part: Part,
    pub(crate) rows: Vec<BlockRow>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct BlockRow {
    pub(crate) paragraph: Paragraph,
    pub(crate) exact: NodeId,
    pub(crate) running: NodeId,
    pub(crate) cost: NodeId,
    pub(crate) grant: Option<NodeId>,
}

/// Amounts of one paragraph in all rounds, in whole grosze.
#[derive(Clone, Copy, Debug)]
pub struct Spending {
    /// Which.
    pub paragraph: Paragraph,
    /// Eligible wage cost.
    pub employment_cost: NodeId,
    /// Supplement's cost.
    pub supplement_cost: NodeId,
    /// Paid by another public grant.
    pub other_public: NodeId,
    /// Programme's money for the wage cost.
    pub employment_grant: NodeId,
    /// Programme's money for the supplements.
    pub supplement_grant: NodeId,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Shares {
    pub(crate) lines: Vec<LineShares>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) rounds: Vec<Option<HalfYear>>,
    /// By paragraph, ascending; only paragraphs that occur.
    pub spending: Vec<Spending>,
}

impl Shares {
    /// Returns the division that the settlement has: the ledger's, or the one kept for its papers. Where it has none,
    /// the steps are added to the model.
    pub fn of(settled: &mut Settled, submission: &Submission, programme: &Programme) -> Self {
        match (&settled.books, &settled.division) {
            (Some(books), _) => books.shares.clone(),
            (None, Some(division)) => division.clone(),
            (None, None) => Self::build(settled, submission, programme),
        }
    }

    /// Adds the steps to the model.
    pub fn build(settled: &mut Settled, submission: &Submission, programme: &Programme) -> Self {
        let Settled { model, lines, assistants, rounds, .. } = settled;
        let mut shared = Vec::new();
        let inputs = Inputs::of(submission);
        let sibling = programme.sibling;
        let annual = annual_columns(submission, programme);
        // The sibling pays no service contracts at all: they would only give an empty paragraph.
        let paid = |l: &&Line| !(sibling && l.form == ContractForm::Service);
        for (index, line) in lines.iter().enumerate().filter(|(_, l)| paid(l)) {
            let rows = line.payments.iter().filter_map(|i| submission.payments.get(*i));
            let payments: Vec<_> = rows.zip(line.counted.iter().copied()).collect();
            if let Some(assistant) = assistants.get(line.assistant) {
                let annual = if line.form == ContractForm::Employment { &annual[..] } else { &[] };
                shared.push(line_shares(
                    model,
                    (index, line),
                    assistant.id_node,
                    (&inputs, submission),
                    &payments,
                    (sibling, annual),
                ));
            }
        }
        let mut paragraphs: Vec<Paragraph> =
            shared.iter().flat_map(|l| l.parts.keys().map(|(_, paragraph)| *paragraph)).collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        for line in &mut shared {
            line.fill_gaps(model, &paragraphs);
        }

        let in_order = programme.reads::<ParagraphShares>() == ParagraphShares::InOrder;
        let mut blocks = Vec::new();
        for (index, round) in rounds.iter().enumerate() {
            for part in PARTS {
                let figures = match part {
                    Part::Employment => round.employment.as_ref(),
                    Part::Supplement => round.supplement.as_ref(),
                    Part::OtherPublic => None,
                };
                if part == Part::OtherPublic || figures.is_some() {
                    blocks.push(block(model, &shared, &paragraphs, (index, part), figures, in_order));
                }
            }
        }
        let spending = paragraphs.iter().map(|p| spending(model, &blocks, *p)).collect();
        let rounds = rounds.iter().map(|r| r.half_year).collect();
        Self { lines: shared, blocks, paragraphs, rounds, spending }
    }
}

/// The columns of thirteenth salaries, where the base holds all gross pay (2012-2019).
fn annual_columns(submission: &Submission, programme: &Programme) -> Vec<&'static str> {
    let whole = |c: &Component| match c {
        Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => {
            base.value != WageBase::BaseAndSeniorityWithContributions
        }
        _ => false,
    };
    let code = Paragraph::Annual4040.code();
    let columns = PayColumns::of(submission, programme);
    if programme.components.iter().any(whole) {
        columns.keys(|c| c.paragraph == Some(code))
    } else {
        Vec::new()
    }
}

fn line_shares(
    model: &mut Model,
    (index, line): (usize, &Line),
    assistant: NodeId,
    (inputs, submission): (&Inputs<'_>, &Submission),
    payments: &[(&Payment, (NodeId, NodeId))],
    (sibling, annual_keys): (bool, &[&str]),
) -> LineShares {
    let (mut gross, mut other, mut annual) = (Vec::new(), Vec::new(), Vec::new());
    for (payment, (pay_counts, _)) in payments {
        let counted = |model: &Model, key: &str| {
            inputs.cell(model, payment.at, key).map(|id| Expr::mul(*pay_counts, id))
        };
        gross.extend(counted(model, if sibling { "motivation" } else { "supplement" }));
        other.extend(counted(model, "other_public"));
        annual.extend(annual_keys.iter().filter_map(|key| counted(model, key)));
    }
    let own = paragraph_parts::of_payments(model, inputs, submission, line);
    let (columns, in_all) = sums(model, &own);
    let gross = model.formula("Dodatek brutto", Format::Money, Expr::Add(gross));
    // What another grant pays is shown for the months whose cost is in the task.
    let in_task = Cond::Greater(line.wage_cost.into(), Expr::whole(0));
    let other = Expr::when(in_task, Expr::Add(other), Expr::whole(0));
    let other = model.formula("Inne środki publiczne", Format::Money, other);
    let mut shares = LineShares {
        line: index,
        round: line.round,
        assistant,
        month: line.month,
        payments: own,
        columns,
        in_all,
        own_supplement: if sibling { On::Motivation } else { On::Supplement },
        weights: [line.eligible_pay, line.eligible_contributions, line.supplement_cost, gross, other],
        annual: (!annual.is_empty())
            .then(|| model.formula("Dodatkowe wynagrodzenie roczne", Format::Money, Expr::Add(annual))),
        parts: BTreeMap::new(),
    };
    let pay = Paragraph::of_pay(line.form);
    let base = Expr::add([line.eligible_pay, line.eligible_contributions]);
    let of_base = (Expr::from(line.eligible_contributions), base);
    let of_supplement = (Expr::sub(line.supplement_cost, gross), Expr::from(line.supplement_cost));
    share(model, &mut shares, (Part::Employment, pay), line.wage_cost, &of_base);
    share(model, &mut shares, (Part::Supplement, pay), line.supplement_cost, &of_supplement);
    share(model, &mut shares, (Part::OtherPublic, pay), other, &of_base);
    shares
}

/// Sums of a line's payments: by what contributions are paid on and paragraph, and over all paragraphs.
fn sums(model: &mut Model, payments: &[OnParagraph]) -> (OnParagraph, BTreeMap<On, NodeId>) {
    let mut by_key: BTreeMap<(On, Paragraph), Vec<NodeId>> = BTreeMap::new();
    for (key, id) in payments.iter().flatten() {
        by_key.entry(*key).or_default().push(*id);
    }
    let (mut columns, mut in_all) = (OnParagraph::new(), BTreeMap::new());
    for (on, ids) in &by_key {
        let label = format!("{}, § {}", on.0.words(), on.1.code());
        columns.insert(*on, model.formula(&label, Format::Unrounded, Expr::Sum(ids.clone())));
    }
    for on in On::ALL {
        let every: Vec<NodeId> = columns.iter().filter(|((o, _), _)| *o == on).map(|(_, id)| *id).collect();
        if !every.is_empty() {
            let label = format!("{} razem", on.words());
            in_all.insert(on, total_of(model, &label, Format::Unrounded, &every));
        }
    }
    (columns, in_all)
}

/// Splits `amount`: contributions get their part of it by paragraph, pay the rest.
fn share(
    model: &mut Model,
    shares: &mut LineShares,
    (part, pay): (Part, Paragraph),
    amount: NodeId,
    (contributions, whole): &(Expr, Expr),
) {
    let mut taken = Vec::new();
    let on = if part == Part::Supplement { shares.own_supplement } else { On::Base };
    let (columns, in_all) = shares.on(on).unwrap_or((Vec::new(), amount));
    for (paragraph, column) in columns {
        let label = format!("{}, § {}", part.words(), paragraph.code());
        let expr = Expr::div(
            Expr::Mul(vec![amount.into(), contributions.clone(), column.into()]),
            Expr::Mul(vec![in_all.into(), whole.clone()]),
        );
        let id = model.formula(&label, Format::Unrounded, expr);
        taken.push(id);
        shares.parts.insert((part, paragraph), id);
    }
    if let Some(annual) = shares.annual.filter(|_| part != Part::Supplement) {
        let paragraph = Paragraph::Annual4040;
        let label = format!("{}, § {}", part.words(), paragraph.code());
        let expr = Expr::div(Expr::mul(amount, annual), whole.clone());
        let id = model.formula(&label, Format::Unrounded, expr);
        taken.push(id);
        shares.parts.insert((part, paragraph), id);
    }
    let label = format!("{}, § {}", part.words(), pay.code());
    let id = model.formula(&label, Format::Unrounded, Expr::sub(amount, Expr::Sum(taken)));
    shares.parts.insert((part, pay), id);
}

fn block(
    model: &mut Model,
    lines: &[LineShares],
    paragraphs: &[Paragraph],
    (round, part): (usize, Part),
    figures: Option<&ComponentFigures>,
    in_order: bool,
) -> Block {
    let mut exact = Vec::new();
    for paragraph in paragraphs {
        let ids: Vec<NodeId> = lines
            .iter()
            .filter(|l| l.round == round)
            .filter_map(|l| l.parts.get(&(part, *paragraph)).copied())
            .collect();
        exact.push(total_of(model, "Koszt paragrafu bez zaokrąglenia", Format::Unrounded, &ids));
    }
    let running: Vec<NodeId> =
        (1..=exact.len()).map(|n| total_of(model, "Narastająco", Format::Unrounded, &exact[..n])).collect();
    let mut block = Block { round, part, rows: Vec::new() };
    let (mut costs, mut grants) = (Vec::new(), Vec::new());
    let last = paragraphs.len().saturating_sub(1);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let total = figures.filter(|_| index == last);
        // As a part of the whole, so that a paragraph that has nothing takes no grosz of a rounding.
        let part_of = |whole: NodeId| Expr::div(Expr::mul(whole, running[index]), Expr::Ref(running[last]));
        let upto = figures.map_or_else(|| running[index].into(), |f| part_of(f.cost));
        let cost = cumulative(model, "Koszt paragrafu", total.map(|f| f.cost), upto, &costs);
        let grant = figures.map(|f| {
            let upto =
                if in_order { Expr::min(f.co_financing, running[index]) } else { part_of(f.co_financing) };
            let whole = total.map(|f| f.co_financing);
            cumulative(model, "Dofinansowanie paragrafu", whole, upto, &grants)
        });
        costs.push(cost);
        grants.extend(grant);
        block.rows.push(BlockRow {
            paragraph: *paragraph,
            exact: exact[index],
            running: running[index],
            cost,
            grant,
        });
    }
    block
}

/// Rounds a running sum and takes off what went before; the last one takes the rest of the whole.
fn cumulative(
    model: &mut Model,
    label: &str,
    whole: Option<NodeId>,
    running: Expr,
    before: &[NodeId],
) -> NodeId {
    let upto = whole.map_or_else(|| settled_round(running), Expr::Ref);
    let expr = if before.is_empty() { upto } else { Expr::sub(upto, Expr::Sum(before.to_vec())) };
    model.formula(label, Format::Money, expr)
}

fn spending(model: &mut Model, blocks: &[Block], paragraph: Paragraph) -> Spending {
    let mut pick = |part: Part, grant: bool, label: &str| {
        let ids: Vec<NodeId> = blocks
            .iter()
            .filter(|b| b.part == part)
            .flat_map(|b| &b.rows)
            .filter(|r| r.paragraph == paragraph)
            .filter_map(|r| if grant { r.grant } else { Some(r.cost) })
            .collect();
        total_of(model, label, Format::Money, &ids)
    };
    Spending {
        paragraph,
        employment_cost: pick(Part::Employment, false, "Koszt zatrudnienia"),
        supplement_cost: pick(Part::Supplement, false, "Koszt dodatków"),
        other_public: pick(Part::OtherPublic, false, "Inne środki publiczne"),
        employment_grant: pick(Part::Employment, true, "Program - koszty zatrudnienia"),
        supplement_grant: pick(Part::Supplement, true, "Program - dodatki"),
    }
}
