//! Each payment's contributions by budget paragraph and by what they are paid on.
//!
//! Reading (docs: calculation.md, "Paragraphs"): what the base leaves out is taken out of the six columns in proportion.
//! A part that the program reckons is reckoned column by column (input-layout.md, of which parts) and lands in the column's
//! paragraph; a part given as one amount goes over the row's own columns. Never over rows of other payrolls: a payroll
//! without a plan's contribution has nothing of it to take out.

use std::collections::BTreeMap;

use super::Line;
use super::cells::Inputs;
use super::paragraph::Paragraph;
use super::payments::{OutsidePart, PaymentNodes, computed_part};
use crate::calc::{Cond, Expr, Format, Model, NodeId};
use crate::records::{Contribution, Submission};
use crate::source::CellRef;

/// What contributions are paid on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum On {
    /// Pay in the base.
    Base,
    /// The programme's supplement.
    Supplement,
    /// The motivation supplement.
    Motivation,
    /// Components that the base leaves out by name.
    Other,
    /// Holiday pay, where a reading leaves it out.
    HolidayPay,
}

impl On {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Base, Self::Supplement, Self::Motivation, Self::Other, Self::HolidayPay];

    /// The step of a payment, which is also the column that may give the part.
    pub fn key(self) -> &'static str {
        match self {
            Self::Base => "eligible_contributions",
            Self::Supplement => "on_supplement",
            Self::Motivation => "on_motivation",
            Self::Other => "on_other",
            Self::HolidayPay => "on_holiday_pay",
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Base => "Składki w podstawie",
            Self::Supplement => "Składki od dodatku z Programu",
            Self::Motivation => "Składki od dodatku motywacyjnego",
            Self::Other => "Składki od innych składników",
            Self::HolidayPay => "Składki od wynagrodzenia urlopowego",
        }
    }
}

/// Amounts by what they are paid on and by paragraph.
pub(crate) type OnParagraph = BTreeMap<(On, Paragraph), NodeId>;

/// Adds the steps of every payment of a line, in the line's order; what does not count is zero.
pub(crate) fn of_payments(
    model: &mut Model,
    inputs: &Inputs<'_>,
    submission: &Submission,
    line: &Line,
) -> Vec<OnParagraph> {
    let mut all = Vec::new();
    for (index, nodes) in line.payments.iter().zip(&line.paid) {
        let at = submission.payments.get(*index).map(|payment| payment.at);
        let cells = at.map(|at| contribution_cells(model, inputs, at)).unwrap_or_default();
        let mut own = OnParagraph::new();
        for (paragraph, columns) in &cells {
            of_paragraph(model, nodes, (*paragraph, columns), &mut own);
        }
        all.push(own);
    }
    all
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

fn of_paragraph(
    model: &mut Model,
    nodes: &PaymentNodes,
    (paragraph, columns): (Paragraph, &[NodeId]),
    own: &mut OnParagraph,
) {
    let counts = nodes.counted.1;
    let mut step = |on: On, expr: Expr| {
        let label = format!("{}, § {}", on.words(), paragraph.code());
        let id = model.formula(&label, Format::Unrounded, expr);
        own.insert((on, paragraph), id);
        id
    };
    let mut outside = Vec::new();
    for part in nodes.outside.iter().filter(|p| !p.of.is_empty() || p.given.is_some()) {
        outside.push(step(part.on, Expr::mul(counts, in_columns(part, columns, nodes.all_contributions))));
    }
    let whole = Expr::mul(counts, Expr::Sum(columns.to_vec()));
    let base = match (nodes.base_holds_contributions, outside.is_empty()) {
        (false, _) => Expr::whole(0),
        (true, true) => whole,
        (true, false) => Expr::sub(whole, Expr::add(outside)),
    };
    step(On::Base, base);
}

/// The part that lies in some of the row's columns.
fn in_columns(part: &OutsidePart, columns: &[NodeId], [all, contributory]: [NodeId; 2]) -> Expr {
    let computed = computed_part(columns, &part.of, contributory);
    part.given.map_or(computed.clone(), |given| {
        let in_proportion = Expr::div(Expr::mul(given, Expr::Sum(columns.to_vec())), all);
        Expr::when(Cond::Blank(given), computed, in_proportion)
    })
}
