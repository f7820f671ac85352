//! What assistants cost in all, and how much of it lies outside the programme.
//!
//! The council votes the whole cost, not only the own share of the task: pay that the base leaves out and contributions
//! on it. The motivation supplement is another programme's money and stands apart. The thirteenth salary is no part of
//! `Płace`: the projection tells it. Nothing here changes a figure of the settlement.

use std::collections::BTreeMap;

use crate::calc::{Expr, Format, Model, NodeId};
use crate::programme::Programme;
use crate::programme::pay_components::{self, PayClass};
use crate::records::{Payment, Row, Submission, TableId};
use crate::settlement::{Line, Settled, Step, StepTable};
use crate::source::CellRef;

/// Name of the sheet of steps.
pub const SHEET: &str = "Obliczenia - pełny koszt";

/// Cost of one line of a settlement: an assistant, a month, a form of contract.
#[derive(Clone, Copy, Debug)]
pub struct LineCost {
    /// All pay and contributions.
    pub all: NodeId,
    /// Of which in the task: employment cost and supplement.
    pub task: NodeId,
    /// Of which the motivation supplement with contributions, other programmes' money and other public money.
    pub others: NodeId,
    /// The rest: own money outside the programme.
    pub outside: NodeId,
}

/// Adds the cost of every line and the table of steps that shows it.
pub fn build(
    model: &mut Model,
    submission: &Submission,
    programme: &Programme,
    settled: &Settled,
) -> (Vec<LineCost>, StepTable) {
    let of_payment = paid_sums(settled);
    let cells = Cells::of(submission);
    let mut costs = Vec::new();
    let mut rows = Vec::new();
    for line in &settled.lines {
        let cost = line_cost(model, programme, line, &of_payment, &cells, submission);
        let assistant = settled.assistants.get(line.assistant).map(|a| a.id_node);
        let month = crate::calc::model::month_value(line.month);
        let month = model.parameter("Miesiąc", Format::Month, month);
        let shown = [cost.all, cost.task, cost.others, cost.outside];
        rows.push([assistant, Some(month)].into_iter().chain(shown.map(Some)).collect());
        costs.push(cost);
    }
    (costs, StepTable { sheet: SHEET, title: TITLE.to_owned(), steps: steps(), rows })
}

const TITLE: &str = "Pełny koszt asystentów: w zadaniu i poza programem";

const LABELS: [&str; 4] = [
    "Wynagrodzenia i pochodne razem (zł)",
    "z tego w zadaniu (zł)",
    "z tego z innych środków publicznych (zł)",
    "z tego poza programem, z własnych środków (zł)",
];

fn steps() -> Vec<Step> {
    let step = |key, label: &str, format| Step { key, label: label.to_owned(), basis: String::new(), format };
    let money = |(key, label): (&'static str, &str)| step(key, label, Format::Money);
    let keys = ["all", "task", "others", "outside"];
    let names =
        [step("assistant", "Identyfikator asystenta", Format::Text), step("month", "Miesiąc", Format::Month)];
    names.into_iter().chain(keys.into_iter().zip(LABELS).map(money)).collect()
}

/// Contributions and their base of every payment, by the payment's eligible pay, which is its own node.
fn paid_sums(settled: &Settled) -> BTreeMap<NodeId, (NodeId, NodeId)> {
    let mut sums = BTreeMap::new();
    for table in &settled.tables {
        let at = |key: &str| table.steps.iter().position(|s| s.key == key);
        let (Some(own), Some(all), Some(base)) =
            (at("eligible_pay"), at("contributions"), at("contributory"))
        else {
            continue;
        };
        for row in &table.rows {
            let node = |i: usize| row.get(i).copied().flatten();
            if let (Some(own), Some(all), Some(base)) = (node(own), node(all), node(base)) {
                sums.insert(own, (all, base));
            }
        }
    }
    sums
}

/// Which cells of `Płace` hold pay without contributions.
struct Cells<'a> {
    rows: BTreeMap<CellRef, &'a Row>,
    exempt: Vec<&'static str>,
}

impl<'a> Cells<'a> {
    fn of(submission: &'a Submission) -> Self {
        let tables: Vec<_> = submission.tables.iter().filter(|t| t.id == TableId::Pay).collect();
        let here = |key: &&'static str| tables.iter().any(|t| t.columns.contains(key));
        let own = pay_components::built_in().iter().filter(|c| !c.is_canonical());
        let own =
            own.filter(|c| c.class == PayClass::OtherExempt).flat_map(|c| c.columns().map(|(key, _)| key));
        let exempt = std::iter::once("other_exempt").chain(own).filter(here).collect();
        let rows = tables.iter().flat_map(|t| &t.rows).map(|row| (row.at, row)).collect();
        Self { rows, exempt }
    }

    /// The nodes of some columns in the row of a payment.
    fn in_row(&self, model: &Model, payment: &Payment, keys: &[&'static str]) -> Vec<NodeId> {
        let Some(row) = self.rows.get(&payment.at) else { return Vec::new() };
        keys.iter().filter_map(|key| model.input_at(row.fields.get(*key)?.at)).collect()
    }
}

fn line_cost(
    model: &mut Model,
    programme: &Programme,
    line: &Line,
    sums: &BTreeMap<NodeId, (NodeId, NodeId)>,
    cells: &Cells<'_>,
    submission: &Submission,
) -> LineCost {
    let mut all = Vec::new();
    let mut others = Vec::new();
    for (index, paid) in line.payments.iter().zip(&line.paid) {
        let (Some(payment), Some((contributions, base))) =
            (submission.payments.get(*index), sums.get(&paid.eligible_pay).copied())
        else {
            continue;
        };
        let row = |keys: &[&'static str]| cells.in_row(model, payment, keys);
        all.extend([base, contributions]);
        all.extend(row(&cells.exempt));
        others.push(Expr::Ref(paid.other_public));
        if !programme.sibling {
            others.extend(row(&["motivation"]).into_iter().map(Expr::Ref));
            others.push(Expr::Ref(paid.on_motivation_paid));
        }
    }
    let mut put = |label: usize, expr| model.formula(LABELS[label], Format::Money, expr);
    let all = put(0, Expr::Sum(all));
    let task = put(1, Expr::Sum(vec![line.wage_cost, line.supplement_cost]));
    let others = put(2, Expr::Add(others));
    let outside = put(3, Expr::sub(all, Expr::Sum(vec![task, others])));
    LineCost { all, task, others, outside }
}
