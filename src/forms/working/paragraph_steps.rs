//! How each line's cost goes over the budget paragraphs, and each component's co-financing over the same.
//!
//! Reading (docs: calculation.md, "Paragraphs"): what a line's base takes out of the contributions is taken out of the
//! six columns in proportion; the co-financing follows the eligible cost, by cumulative rounding, ascending paragraph.
//! A line's pay takes what its contributions leave, and a component's last paragraph takes what the others leave, so
//! that the sums are the settlement's own by construction. The figures of the settlement are read, never changed.

use std::collections::BTreeMap;

use super::WorkbookFacts;
use super::cells::{Inputs, settled_round, total_of};
use super::page::{Page, Shown};
use super::paragraph::{Paragraph, round_words};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::grid::{Role, Sheet};
use crate::records::{ContractForm, Contribution, HalfYear, Payment};
use crate::settlement::{ComponentFigures, Line, Settled};
use crate::source::CellRef;
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

const PARTS: [Part; 3] = [Part::Employment, Part::Supplement, Part::OtherPublic];

impl Part {
    fn words(self) -> &'static str {
        match self {
            Self::Employment => "koszt zatrudnienia",
            Self::Supplement => "dodatki",
            Self::OtherPublic => "inne środki publiczne",
        }
    }
}

/// One line's cost by paragraph, unrounded.
struct LineShares {
    round: usize,
    assistant: NodeId,
    month: Month,
    /// Contribution sums by paragraph and in all.
    columns: BTreeMap<Paragraph, NodeId>,
    all_contributions: NodeId,
    /// Base pay, base contributions, supplement in the task, its gross, other public money.
    weights: [NodeId; 5],
    parts: BTreeMap<(Part, Paragraph), NodeId>,
}

impl LineShares {
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
struct Block {
    round: usize,
    part: Part,
    rows: Vec<BlockRow>,
}

struct BlockRow {
    paragraph: Paragraph,
    exact: NodeId,
    running: NodeId,
    cost: NodeId,
    grant: Option<NodeId>,
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
pub struct Shares {
    lines: Vec<LineShares>,
    blocks: Vec<Block>,
    paragraphs: Vec<Paragraph>,
    rounds: Vec<Option<HalfYear>>,
    /// By paragraph, ascending; only paragraphs that occur.
    pub spending: Vec<Spending>,
}

impl Shares {
    /// Adds the steps to the model.
    pub fn build(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Self {
        let Settled { model, lines, assistants, rounds, .. } = settled;
        let mut shared = Vec::new();
        let inputs = Inputs::of(facts.submission);
        let sibling = facts.programme.sibling;
        // The sibling pays no service contracts at all: they would only give an empty paragraph.
        let paid = |l: &&Line| !(sibling && l.form == ContractForm::Service);
        for line in lines.iter().filter(paid) {
            let rows = line.payments.iter().filter_map(|i| facts.submission.payments.get(*i));
            let payments: Vec<_> = rows.zip(line.counted.iter().copied()).collect();
            if let Some(assistant) = assistants.get(line.assistant) {
                shared.push(line_shares(model, line, assistant.id_node, &inputs, &payments, sibling));
            }
        }
        let mut paragraphs: Vec<Paragraph> =
            shared.iter().flat_map(|l| l.parts.keys().map(|(_, paragraph)| *paragraph)).collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        for line in &mut shared {
            line.fill_gaps(model, &paragraphs);
        }

        let mut blocks = Vec::new();
        for (index, round) in rounds.iter().enumerate() {
            for part in PARTS {
                let figures = match part {
                    Part::Employment => round.employment.as_ref(),
                    Part::Supplement => round.supplement.as_ref(),
                    Part::OtherPublic => None,
                };
                if part == Part::OtherPublic || figures.is_some() {
                    blocks.push(block(model, &shared, &paragraphs, index, part, figures));
                }
            }
        }
        let spending = paragraphs.iter().map(|p| spending(model, &blocks, *p)).collect();
        let rounds = rounds.iter().map(|r| r.half_year).collect();
        Self { lines: shared, blocks, paragraphs, rounds, spending }
    }
}

fn line_shares(
    model: &mut Model,
    line: &Line,
    assistant: NodeId,
    inputs: &Inputs<'_>,
    payments: &[(&Payment, (NodeId, NodeId))],
    sibling: bool,
) -> LineShares {
    let (mut gross, mut other) = (Vec::new(), Vec::new());
    let mut contributions: BTreeMap<Paragraph, Vec<Expr>> = BTreeMap::new();
    for (payment, (pay_counts, contributions_count)) in payments {
        for (paragraph, ids) in contribution_cells(model, inputs, payment.at) {
            let sum = Expr::mul(*contributions_count, Expr::Sum(ids));
            contributions.entry(paragraph).or_default().push(sum);
        }
        let counted = |model: &Model, key: &str| {
            inputs.cell(model, payment.at, key).map(|id| Expr::mul(*pay_counts, id))
        };
        gross.extend(counted(model, if sibling { "motivation" } else { "supplement" }));
        other.extend(counted(model, "other_public"));
    }
    let columns: BTreeMap<Paragraph, NodeId> = contributions
        .into_iter()
        .map(|(paragraph, terms)| {
            let label = format!("Składki, § {}", paragraph.code());
            (paragraph, model.formula(&label, Format::Money, Expr::Add(terms)))
        })
        .collect();
    let every: Vec<NodeId> = columns.values().copied().collect();
    let all_contributions = total_of(model, "Składki razem", Format::Money, &every);
    let gross = model.formula("Dodatek brutto", Format::Money, Expr::Add(gross));
    // What another grant pays is shown for the months whose cost is in the task.
    let in_task = Cond::Greater(line.wage_cost.into(), Expr::whole(0));
    let other = Expr::when(in_task, Expr::Add(other), Expr::whole(0));
    let other = model.formula("Inne środki publiczne", Format::Money, other);
    let mut shares = LineShares {
        round: line.round,
        assistant,
        month: line.month,
        columns,
        all_contributions,
        weights: [line.eligible_pay, line.eligible_contributions, line.supplement_cost, gross, other],
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

/// The contribution cells of a payment, by paragraph.
fn contribution_cells(model: &Model, inputs: &Inputs<'_>, row: CellRef) -> BTreeMap<Paragraph, Vec<NodeId>> {
    let mut cells: BTreeMap<Paragraph, Vec<NodeId>> = BTreeMap::new();
    for kind in Contribution::ALL {
        if let Some(id) = inputs.cell(model, row, kind.key()) {
            cells.entry(Paragraph::of_contribution(kind)).or_default().push(id);
        }
    }
    cells
}

/// Splits `amount`: contributions get their part of it by column, pay the rest.
fn share(
    model: &mut Model,
    shares: &mut LineShares,
    (part, pay): (Part, Paragraph),
    amount: NodeId,
    (contributions, whole): &(Expr, Expr),
) {
    let mut taken = Vec::new();
    for (paragraph, column) in shares.columns.clone() {
        let label = format!("{}, § {}", part.words(), paragraph.code());
        let expr = Expr::div(
            Expr::Mul(vec![amount.into(), contributions.clone(), column.into()]),
            Expr::Mul(vec![shares.all_contributions.into(), whole.clone()]),
        );
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
    round: usize,
    part: Part,
    figures: Option<&ComponentFigures>,
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
            let upto = part_of(f.co_financing);
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

/// Returns `Paragrafy - kroki` and `Paragrafy - podział`.
pub fn sheets(model: &Model, shares: &Shares) -> Vec<Sheet> {
    let mut widths = vec![16, 12, 15, 14, 14, 14, 14];
    widths.resize(8 + shares.paragraphs.len() * (1 + PARTS.len()), 14);
    let mut page = Page::new("Paragrafy - kroki", &widths);
    page.line(Role::Title, "Podział kosztów na paragrafy: kroki");
    page.line(
        Role::Subtitle,
        "To, czego podstawa nie obejmuje, odjęto od składek proporcjonalnie; wynagrodzenie przejmuje resztę wiersza.",
    );
    let top = page.row;
    line_table(&mut page, model, shares, top);
    vec![page.sheet, division(model, shares)]
}

/// Each part of each round over the paragraphs.
fn division(model: &Model, shares: &Shares) -> Sheet {
    let mut page = Page::new("Paragrafy - podział", &[14, 22, 20, 20, 20, 18, 18]);
    page.line(Role::Title, "Koszt i dofinansowanie według paragrafów");
    page.line(
        Role::Subtitle,
        "Zaokrąglanie narastające, w kolejności paragrafów; ostatni paragraf przejmuje resztę, więc sumy są sumami rozliczenia.",
    );
    let top = page.row;
    page.headings(&[
        "Okres",
        "Część",
        "§",
        "Koszt bez zaokrąglenia",
        "Narastająco",
        "Koszt (zł)",
        "Dofinansowanie (zł)",
    ]);
    page.keep(top, 0);
    for block in &shares.blocks {
        let round = round_words(shares.rounds.get(block.round).copied().flatten());
        for row in &block.rows {
            let mut cells: Vec<Shown> =
                vec![round.into(), block.part.words().into(), row.paragraph.code().into()];
            cells.extend([row.exact.into(), row.running.into(), row.cost.into(), Shown::from(row.grant)]);
            page.cells(Role::Body, cells, Some(model));
        }
    }
    page.sheet
}

fn line_table(page: &mut Page, model: &Model, shares: &Shares, top: u32) {
    let mut headings: Vec<String> = [
        "Identyfikator asystenta",
        "Miesiąc",
        "Wynagrodzenie w podstawie (zł)",
        "Składki w podstawie (zł)",
        "Dodatek w zadaniu z pochodnymi (zł)",
        "Dodatek brutto (zł)",
        "Inne środki publiczne (zł)",
    ]
    .map(str::to_owned)
    .to_vec();
    headings
        .extend(shares.paragraphs.iter().filter(|p| !p.is_pay()).map(|p| format!("Składki, § {}", p.code())));
    headings.push("Składki razem (zł)".to_owned());
    for part in PARTS {
        headings.extend(shares.paragraphs.iter().map(|p| format!("{}, § {}", part.words(), p.code())));
    }
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 2);
    for line in &shares.lines {
        let mut cells: Vec<Shown> =
            vec![line.assistant.into(), Shown::Number(line.month.first().serial(), Format::Month)];
        cells.extend(line.weights.map(Shown::from));
        let columns = shares.paragraphs.iter().filter(|p| !p.is_pay());
        cells.extend(columns.map(|p| Shown::from(line.columns.get(p).copied())));
        cells.push(line.all_contributions.into());
        for part in PARTS {
            cells.extend(shares.paragraphs.iter().map(|p| Shown::from(line.parts.get(&(part, *p)).copied())));
        }
        page.cells(Role::Body, cells, Some(model));
    }
}
