//! The columns of the walk: which rows of `Księgi` belong to which paragraph of pay, and which belong to none.

use std::collections::{BTreeMap, BTreeSet};

use super::Walk;
use crate::calc::NodeId;
use crate::records::{Contribution, LedgerLine, Submission};
use crate::settlement::Settled;
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_steps::Shares;
use crate::source::CellRef;
use crate::units::{DayRange, Month};

/// The way from the ledger to the form.
#[derive(Clone, Debug)]
pub struct Books {
    /// Costs and co-financing by paragraph.
    pub(crate) shares: Shares,
    /// Which paragraphs are walked, and which are not.
    pub columns: Booked,
    /// The steps.
    pub walk: Walk,
    /// What the payroll paid, by paragraph.
    pub payments: Vec<PaidAmount>,
    /// Days of the turnover.
    pub days: DayRange,
}

/// An amount of the payroll in a paragraph.
#[derive(Clone, Debug)]
pub struct PaidAmount {
    /// Name of the column.
    pub column: &'static str,
    /// Identyfikator asystenta.
    pub assistant: String,
    /// The month it is due for.
    pub month: Month,
    /// The amount.
    pub amount: NodeId,
}

/// A paragraph as the walk takes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// What is shown, such as `§ 4010`.
    pub name: &'static str,
    /// Rows of `Księgi`: indices into `Submission::ledger`. None: the paragraph was not given.
    pub rows: Vec<usize>,
}

/// Rows of `Księgi` by paragraph of pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booked {
    /// Paragraphs with turnover and those with cost but without turnover, ascending.
    pub columns: Vec<Column>,
    /// Rows of paragraphs that hold neither pay nor contributions.
    pub beside: Vec<CellRef>,
    /// Are contributions known as one sum only?
    pub combined: bool,
    names: BTreeMap<Paragraph, &'static str>,
}

impl Booked {
    /// Returns the name of the column that a paragraph's cost belongs to.
    pub(crate) fn name(&self, paragraph: Paragraph) -> &'static str {
        self.names.get(&paragraph).copied().unwrap_or_default()
    }

    /// Returns the paragraphs of a column.
    pub(crate) fn of(&self, column: &Column) -> impl Iterator<Item = Paragraph> {
        self.names.iter().filter(move |(_, name)| **name == column.name).map(|(paragraph, _)| *paragraph)
    }
}

/// Contributions known as one sum.
const TOGETHER: &str = "§ 4110, 4120, 4710 łącznie";

/// The name of each paragraph of pay. A spreadsheet must not take it for a number.
fn own_name(paragraph: Paragraph) -> &'static str {
    match paragraph {
        Paragraph::Pay4010 => "§ 4010",
        Paragraph::Annual4040 => "§ 4040",
        Paragraph::Social4110 => "§ 4110",
        Paragraph::Combined => TOGETHER,
        Paragraph::LabourFund4120 => "§ 4120",
        Paragraph::Pay4170 => "§ 4170",
        Paragraph::Ppk4710 => "§ 4710",
        Paragraph::Fgsp => "FGŚP",
    }
}

const ALL: [Paragraph; 8] = [
    Paragraph::Pay4010,
    Paragraph::Annual4040,
    Paragraph::Social4110,
    Paragraph::Combined,
    Paragraph::LabourFund4120,
    Paragraph::Pay4170,
    Paragraph::Ppk4710,
    Paragraph::Fgsp,
];

/// Which paragraph a row of `Księgi` means: `§ 4010` is typed in many ways. Nothing where it holds no pay.
pub(crate) fn paragraph_of(line: &LedgerLine) -> Option<Paragraph> {
    let text = line.paragraph.value.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.as_str() {
        "" => text.to_uppercase().contains("FG").then_some(Paragraph::Fgsp),
        "41104120" | "411041204710" => Some(Paragraph::Combined),
        one => ALL.into_iter().find(|p| p.code() == one),
    }
}

/// Deals the rows out. Where `Płace` or `Księgi` know the contributions as one sum only, all of them make one column:
/// half of a sum cannot be reconciled.
pub(super) fn columns(submission: &Submission, settled: &Settled, shares: &Shares) -> Booked {
    let payments = submission.payments.iter().filter(|p| !p.rejected);
    let in_one = |c: &(Contribution, _)| c.0 == Contribution::Total;
    let combined = payments.clone().any(|p| p.contributions.iter().any(in_one))
        || submission.ledger.iter().any(|l| paragraph_of(l) == Some(Paragraph::Combined));
    let contribution = |p: Paragraph| !p.is_pay();
    let names: BTreeMap<Paragraph, &'static str> = ALL
        .into_iter()
        .map(|p| (p, if combined && contribution(p) { TOGETHER } else { own_name(p) }))
        .collect();
    let mut rows: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    let mut beside = Vec::new();
    for (index, line) in submission.ledger.iter().enumerate() {
        match paragraph_of(line) {
            Some(paragraph) => rows.entry(names[&paragraph]).or_default().push(index),
            None => beside.push(line.paragraph.at),
        }
    }
    let with_cost: BTreeSet<Paragraph> = shares
        .spending
        .iter()
        .filter(|s| {
            let of = [s.employment_cost, s.supplement_cost];
            of.iter().any(|id| !settled.model.number(*id).is_zero())
        })
        .map(|s| s.paragraph)
        .collect();
    let mut columns: Vec<Column> = Vec::new();
    for paragraph in ALL {
        let name = names[&paragraph];
        let given = rows.get(name).cloned().unwrap_or_default();
        if columns.iter().any(|c| c.name == name) || (given.is_empty() && !with_cost.contains(&paragraph)) {
            continue;
        }
        columns.push(Column { name, rows: given });
    }
    Booked { columns, beside, combined, names }
}
