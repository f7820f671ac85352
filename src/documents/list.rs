//! The list of accounting documents: every payment, paragraph by paragraph, with what of it is eligible and who bears it.
//!
//! The settlement knows a cost by assistant and month, and a co-financing by paragraph. Here both are brought down to
//! the payment: the cost of a month goes over its payments by what each has in the paragraph, and the co-financing of a
//! paragraph over its documents. That follows each month's own co-financing, so that a month without a supplement gets
//! nothing, and never exceeds a document's own cost. Amounts are rounded on the running sum, so that every paragraph
//! and the whole are the settlement's to the grosz. Nothing of the settlement is changed.

mod division;

use std::collections::BTreeMap;

pub use division::{Division, DivisionStep};

use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::programme::Programme;
use crate::records::{ContractForm, Contribution, Payment, Submission};
use crate::settlement::cells::{self, Inputs};
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_parts::On;
use crate::settlement::paragraph_steps::{LineShares, Part, Shares};
use crate::settlement::pay_columns::PayColumns;
use crate::settlement::{Line, Settled};
use crate::units::{Exact, Money};

/// The list.
#[derive(Clone, Debug)]
pub struct DocumentList {
    /// Documents in the order of payment.
    pub rows: Vec<DocumentRow>,
    /// The division, block by block, for the sheet of steps.
    pub divisions: Vec<Division>,
    /// The division over paragraphs that the list goes on from.
    pub shares: Shares,
}

/// One payment in one paragraph.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    /// Index into [`Submission::payments`].
    pub payment: usize,
    /// Index into the settlement's assistants.
    pub assistant: usize,
    /// Form of contract.
    pub form: ContractForm,
    /// Which.
    pub paragraph: Paragraph,
    /// Round of the settlement.
    pub round: usize,
    /// Day of payment.
    pub paid_on: Option<NodeId>,
    /// Amount of the document in the paragraph.
    pub amount: NodeId,
    /// What of it the task holds, other public money included.
    pub eligible: NodeId,
    /// What the programme pays of it.
    pub programme: NodeId,
    /// What another public grant pays of it.
    pub other_public: NodeId,
    /// The rest, the municipality's own.
    pub own: NodeId,
    /// Programme's money for supplements.
    pub of_supplement: Option<NodeId>,
    /// Programme's money for the wage cost.
    pub of_employment: Option<NodeId>,
}

/// A row before amounts are rounded.
struct Draft {
    payment: usize,
    line: usize,
    paragraph: Paragraph,
    amount: NodeId,
    paid_on: Option<NodeId>,
    exact: BTreeMap<Part, NodeId>,
}

/// What a payment has in each paragraph, as terms of a sum.
struct Documents<'a> {
    submission: &'a Submission,
    inputs: Inputs<'a>,
    columns: PayColumns,
}

impl DocumentList {
    /// Makes the list; formulas are added to the settlement's model.
    pub fn build(settled: &mut Settled, submission: &Submission, programme: &Programme) -> Self {
        let shares = Shares::of(settled, submission, programme);
        settled.division = Some(shares.clone());
        let documents = Documents {
            submission,
            inputs: Inputs::of(submission),
            columns: PayColumns::of(submission, programme),
        };
        let mut drafts = Vec::new();
        for line_shares in &shares.lines {
            documents.of_line(settled, line_shares, &shares.paragraphs, &mut drafts);
        }
        let model = &settled.model;
        let day = |draft: &Draft| draft.paid_on.map(|id| model.number(id));
        drafts.sort_by_cached_key(|d| {
            let payment = &submission.payments[d.payment];
            let number = payment.payroll.as_ref().map(|p| p.value.clone());
            (day(d), number, payment.month.value, d.line, d.payment, d.paragraph)
        });
        let mut divisions = Vec::new();
        for block in &shares.blocks {
            divisions.extend(division::divided(settled, &drafts, block));
        }
        let rows = drafts
            .iter()
            .enumerate()
            .map(|(index, draft)| document(settled, draft, index, &divisions))
            .collect();
        Self { rows, divisions, shares }
    }

    /// The programme's money in all documents.
    pub fn programme(&self, model: &Model) -> Money {
        let all = self.rows.iter().fold(Exact::zero(), |sum, row| sum + model.number(row.programme));
        Money::from_exact(&all.round_half_up(2)).unwrap_or_default()
    }
}

impl Documents<'_> {
    /// Adds the rows of one assistant's month: of each payment the paragraphs that have some cost.
    fn of_line(
        &self,
        settled: &mut Settled,
        shares: &LineShares,
        paragraphs: &[Paragraph],
        drafts: &mut Vec<Draft>,
    ) {
        let Settled { model, lines, .. } = settled;
        let Some(line) = lines.get(shares.line) else { return };
        for paragraph in paragraphs {
            let exact: Vec<BTreeMap<Part, NodeId>> = self.over_payments(model, shares, line, *paragraph);
            for (index, exact) in line.payments.iter().zip(exact) {
                let nothing = exact.values().all(|id| model.number(*id).is_zero());
                let Some(payment) = self.submission.payments.get(*index).filter(|_| !nothing) else {
                    continue;
                };
                let amount = Expr::Add(self.amount(model, payment, line.form, *paragraph));
                let label = format!("Dokument, § {}", paragraph.code());
                drafts.push(Draft {
                    payment: *index,
                    line: shares.line,
                    paragraph: *paragraph,
                    amount: model.formula(&label, Format::Money, amount),
                    paid_on: self.paid_on(model, payment, *paragraph),
                    exact,
                });
            }
        }
    }

    /// Shares a line's parts out over its payments; the last payment takes what the others leave.
    fn over_payments(
        &self,
        model: &mut Model,
        shares: &LineShares,
        line: &Line,
        paragraph: Paragraph,
    ) -> Vec<BTreeMap<Part, NodeId>> {
        let last = line.payments.len().saturating_sub(1);
        let mut all = vec![BTreeMap::new(); line.payments.len()];
        for ((part, _), whole) in shares.parts.iter().filter(|((_, p), _)| *p == paragraph) {
            let weights: Vec<NodeId> = if last == 0 {
                Vec::new()
            } else {
                let weigh = |n: usize| self.weight(model, (shares, line), n, (*part, paragraph));
                let weights: Vec<Expr> = (0..=last).map(weigh).collect();
                weights.into_iter().map(|w| model.formula("Waga wypłaty", Format::Unrounded, w)).collect()
            };
            let mut taken = Vec::new();
            for (n, own) in all.iter_mut().enumerate() {
                let id = if last == 0 {
                    *whole
                } else {
                    let expr = match weights.get(n).filter(|_| n < last) {
                        Some(weight) => Expr::div(Expr::mul(*whole, *weight), Expr::Sum(weights.clone())),
                        None => Expr::sub(*whole, Expr::Sum(taken.clone())),
                    };
                    let label = format!("{} wypłaty, § {}", part.words(), paragraph.code());
                    model.formula(&label, Format::Unrounded, expr)
                };
                taken.push(id);
                own.insert(*part, id);
            }
        }
        all
    }

    /// What a payment counts for when a month's cost in a paragraph is shared out.
    fn weight(
        &self,
        model: &Model,
        (shares, line): (&LineShares, &Line),
        position: usize,
        (part, paragraph): (Part, Paragraph),
    ) -> Expr {
        let (Some(nodes), Some((pay_counts, _))) = (line.paid.get(position), line.counted.get(position))
        else {
            return Expr::whole(0);
        };
        let payment = line.payments.get(position).and_then(|i| self.submission.payments.get(*i));
        let Some(payment) = payment else { return Expr::whole(0) };
        let on = if part == Part::Supplement { shares.own_supplement } else { On::Base };
        if !paragraph.is_pay() {
            let own = shares.payments.get(position).and_then(|own| own.get(&(on, paragraph)));
            let own = own.map_or(Expr::whole(0), |id| Expr::Ref(*id));
            return match part {
                Part::Employment | Part::Supplement => own,
                Part::OtherPublic => {
                    Expr::div(Expr::mul(nodes.other_public, own), nodes.eligible_contributions)
                }
            };
        }
        let annual = || {
            let terms = self.amount(model, payment, line.form, Paragraph::Annual4040);
            Expr::mul(*pay_counts, Expr::Add(terms))
        };
        match (part, paragraph) {
            (_, Paragraph::Annual4040) => annual(),
            // The thirteenth salary has documents of its own.
            (Part::Employment, _) if shares.annual.is_some() => Expr::sub(nodes.eligible_pay, annual()),
            (Part::Employment, _) => nodes.eligible_pay.into(),
            (Part::OtherPublic, _) => nodes.other_public.into(),
            (Part::Supplement, _) => {
                let key = if on == On::Motivation { "motivation" } else { "supplement" };
                let gross = self.inputs.cell(model, payment.at, key);
                gross.map_or(Expr::whole(0), |gross| Expr::mul(*pay_counts, gross))
            }
        }
    }

    /// The cells of a payment that belong to a paragraph, whether they count or not.
    fn amount(
        &self,
        model: &Model,
        payment: &Payment,
        form: ContractForm,
        paragraph: Paragraph,
    ) -> Vec<Expr> {
        let cell = |key: &str| self.inputs.cell(model, payment.at, key);
        if !paragraph.is_pay() {
            let kinds = Contribution::ALL.iter().filter(|k| Paragraph::of_contribution(**k) == paragraph);
            return kinds.filter_map(|kind| cell(kind.key())).map(Expr::Ref).collect();
        }
        let is_pay = paragraph == Paragraph::of_pay(form);
        let of_paragraph = |own: Option<&str>| own.map_or(is_pay, |code| code == paragraph.code());
        let keys = self.columns.paid_keys().filter(|(_, own)| of_paragraph(*own)).map(|(key, _)| key);
        let mut terms: Vec<Expr> = Vec::new();
        if is_pay {
            terms.extend(cells::base_pay(cell));
            terms.extend(["supplement", "motivation"].into_iter().filter_map(cell).map(Expr::Ref));
        }
        terms.extend(keys.filter_map(cell).map(Expr::Ref));
        terms
    }

    /// The day on which a paragraph of the payment left.
    fn paid_on(&self, model: &Model, payment: &Payment, paragraph: Paragraph) -> Option<NodeId> {
        let cell = |key: &str| self.inputs.cell(model, payment.at, key);
        let own = payment.contributions_paid_on.as_ref().and_then(|_| cell("contributions_paid_on"));
        own.filter(|_| !paragraph.is_pay()).or_else(|| payment.paid_on.as_ref().and_then(|_| cell("paid_on")))
    }
}

/// Puts the parts of a row together.
fn document(settled: &mut Settled, draft: &Draft, index: usize, divisions: &[Division]) -> DocumentRow {
    let Settled { model, lines, .. } = settled;
    let line = &lines[draft.line];
    let steps = || {
        let own = divisions.iter().filter(|d| d.paragraph == draft.paragraph && d.round == line.round);
        // Rows of a division are in the order of the list.
        own.filter_map(|d| {
            let at = d.steps.binary_search_by_key(&index, |s| s.row).ok()?;
            Some((d.part, d.steps[at]))
        })
    };
    let costs: Vec<NodeId> = steps().map(|(_, s)| s.cost[1]).collect();
    let grant = |part: Part| steps().find(|(p, _)| *p == part).and_then(|(_, s)| Some(s.grant?[1]));
    let other: Vec<NodeId> =
        steps().filter(|(p, _)| *p == Part::OtherPublic).map(|(_, s)| s.cost[1]).collect();
    let (of_supplement, of_employment) = (grant(Part::Supplement), grant(Part::Employment));
    let grants: Vec<NodeId> = [of_supplement, of_employment].into_iter().flatten().collect();
    let mut sum = |label: &str, ids: &[NodeId]| match ids {
        [] => model.parameter(label, Format::Money, Value::Number(Exact::zero())),
        ids => model.formula(label, Format::Money, Expr::add(ids.iter().copied())),
    };
    let eligible = sum("Kwota kwalifikowana", &costs);
    let programme = sum("Z Programu", &grants);
    let other_public = sum("Inne środki publiczne", &other);
    let own = Expr::sub(eligible, Expr::add([programme, other_public]));
    DocumentRow {
        payment: draft.payment,
        assistant: line.assistant,
        form: line.form,
        paragraph: draft.paragraph,
        round: line.round,
        paid_on: draft.paid_on,
        amount: draft.amount,
        eligible,
        programme,
        other_public,
        own: model.formula("Środki własne", Format::Money, own),
        of_supplement,
        of_employment,
    }
}
