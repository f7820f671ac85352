//! The walk: one row a paragraph, one step after another, from the turnover to the form, and the rest.
//!
//! What is taken off is negative, so that every column adds up to what the ledger makes of the eligible cost.

use super::Booked;
use super::ledger::Column;
use super::months::MonthTable;
use super::payments::{LATER, LATER_NOT_COUNTED, NO_CONTRACT, NOT_COUNTED, OUTSIDE, PREVIOUS, PaidTable};
use crate::calc::expr::Test;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::records::Submission;
use crate::settlement::cells::{settled_round, sum_of, total_of};
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_steps::{Part, Shares};
use crate::settlement::table::{StepSpec, TableBuilder};
use crate::settlement::{Settled, StepTable};

/// What a step of the walk is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Turnover.
    Turnover,
    /// Other people paid from the same paragraph.
    Others,
    /// Due for the year before, paid in this one.
    Previous,
    /// Due for months that are not settled.
    Outside,
    /// Paid in a month without a contract.
    NoContract,
    /// Due for this year, paid later or not yet.
    Unpaid,
    /// Paid too late or without a day: the settlement does not count it.
    NotCounted,
    /// Left out of the base, by name.
    Item(&'static str),
    /// Rounding of the steps and of the form's own division.
    Rounding,
    /// What the ledger makes of the eligible cost.
    Expected,
    /// Eligible cost of the form.
    Form,
    /// The difference.
    Rest,
    /// The programme's money in the ledger.
    Programme,
    /// The programme's money of the form.
    ProgrammeForm,
    /// The difference of the two.
    ProgrammeRest,
}

/// A step with its amounts by paragraph, and in all.
#[derive(Clone, Debug)]
pub struct StepOf {
    /// Which.
    pub kind: Kind,
    /// One amount a paragraph, in the order of [`Walk::columns`]; none where the ledger does not say.
    pub amounts: Vec<Option<NodeId>>,
    /// Their sum.
    pub total: NodeId,
}

/// The walk of every paragraph whose turnover is given.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Its paragraphs.
    pub columns: Vec<Column>,
    /// Its steps in order.
    pub steps: Vec<StepOf>,
    /// Paragraphs with a cost on the form and without turnover: name, and the form's cost.
    pub missing: Vec<(&'static str, NodeId)>,
    /// The same as a table, a row a paragraph, and `razem`.
    pub table: StepTable,
}

impl Walk {
    /// Returns the amounts of a kind.
    pub fn step(&self, kind: Kind) -> Option<&StepOf> {
        self.steps.iter().find(|s| s.kind == kind)
    }
}

/// What the walk is made of.
struct Sources<'a> {
    submission: &'a Submission,
    shares: &'a Shares,
    booked: &'a Booked,
    paid: &'a PaidTable,
    months: &'a MonthTable,
}

/// Builds the walk.
pub(super) fn build(
    settled: &mut Settled,
    submission: &Submission,
    shares: &Shares,
    booked: &Booked,
    paid: &PaidTable,
    months: &MonthTable,
) -> Walk {
    let of = Sources { submission, shares, booked, paid, months };
    let (columns, without): (Vec<Column>, Vec<Column>) =
        booked.columns.iter().cloned().partition(|c| !c.rows.is_empty());
    let kinds = kinds(months);
    let specs: Vec<StepSpec<'_>> = std::iter::once(("paragraph", "Paragraf", "", Format::Text))
        .chain(kinds.iter().map(|kind| (key(*kind), label(*kind), "", Format::Money)))
        .collect();
    let mut table = TableBuilder::new("Uzgodnienie", "Uzgodnienie z księgami", &specs);
    for column in &columns {
        let row = table.row();
        table.value(&mut settled.model, row, "paragraph", Value::Text(column.name.to_owned()));
        for kind in &kinds {
            of.step(settled, &mut table, row, column, *kind);
        }
    }
    let all = table.row();
    table.value(&mut settled.model, all, "paragraph", Value::Text("razem".to_owned()));
    let steps = kinds.iter().map(|kind| {
        let amounts: Vec<Option<NodeId>> = (0..columns.len()).map(|row| table.at(row, key(*kind))).collect();
        let given: Vec<NodeId> = amounts.iter().copied().flatten().collect();
        let sum = Expr::Sum(given);
        let total = settled.model.formula(
            label(*kind),
            Format::Money,
            if is_rest(*kind) {
                // Settled once more: rests of several paragraphs that make up for each other leave a binary engine with a
                // trillionth, and the verdict asks whether the sum is nothing.
                settled_round(sum)
            } else {
                sum
            },
        );
        table.put(all, key(*kind), total);
        StepOf { kind: *kind, amounts, total }
    });
    let steps = steps.collect();
    let missing = without
        .iter()
        .map(|column| {
            let form = of.form(column, |s| vec![s.employment_cost, s.supplement_cost]);
            (column.name, total_of(&mut settled.model, label(Kind::Form), Format::Money, &form))
        })
        .collect();
    Walk { columns, steps, missing, table: table.finish() }
}

/// Is the step what must come out as nothing?
fn is_rest(kind: Kind) -> bool {
    matches!(kind, Kind::Rest | Kind::ProgrammeRest)
}

/// The steps in order. Items that nobody was paid are left out.
fn kinds(months: &MonthTable) -> Vec<Kind> {
    let mut kinds = vec![
        Kind::Turnover,
        Kind::Others,
        Kind::Previous,
        Kind::Outside,
        Kind::NoContract,
        Kind::Unpaid,
        Kind::NotCounted,
    ];
    kinds.extend(months.items.iter().map(|name| Kind::Item(name)));
    kinds.extend([Kind::Rounding, Kind::Expected, Kind::Form, Kind::Rest]);
    kinds.extend([Kind::Programme, Kind::ProgrammeForm, Kind::ProgrammeRest]);
    kinds
}

/// The step's name in tables of expected figures.
fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Turnover => "turnover",
        Kind::Others => "others",
        Kind::Previous => "previous",
        Kind::Outside => "outside",
        Kind::NoContract => "no_contract",
        Kind::Unpaid => "unpaid",
        Kind::NotCounted => "not_counted",
        Kind::Item(name) => name,
        Kind::Rounding => "rounding",
        Kind::Expected => "expected",
        Kind::Form => "form",
        Kind::Rest => "rest",
        Kind::Programme => "programme",
        Kind::ProgrammeForm => "programme_form",
        Kind::ProgrammeRest => "programme_rest",
    }
}

/// Returns the step in words.
pub fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Turnover => "Obroty w księgach",
        Kind::Others => "Inne osoby",
        Kind::Previous => "Pozycje za poprzedni rok zapłacone w tym roku",
        Kind::Outside => "Pozycje za miesiące spoza okresu rozliczenia",
        Kind::NoContract => "Wypłaty w miesiącu bez umowy",
        Kind::Unpaid => "Pozycje okresu niezapłacone do końca roku",
        Kind::NotCounted => "Zapłacone po terminie albo bez daty: nie liczą się",
        Kind::Item(name) => name,
        Kind::Rounding => "Zaokrąglenia do groszy",
        Kind::Expected => "Koszt kwalifikowany według ksiąg",
        Kind::Form => "Koszt kwalifikowany w rozliczeniu",
        Kind::Rest => "Reszta",
        Kind::Programme => "Środki Programu w księgach",
        Kind::ProgrammeForm => "Dofinansowanie w rozliczeniu",
        Kind::ProgrammeRest => "Reszta środków Programu",
    }
}

impl Sources<'_> {
    fn step(&self, settled: &mut Settled, table: &mut TableBuilder, row: usize, column: &Column, kind: Kind) {
        let at = |kind| table.at(row, key(kind)).map_or(Expr::Blank, Expr::Ref);
        let expr = match kind {
            Kind::Turnover => Expr::Sum(self.ledger(settled, column, |l| Some(l.turnover.at))),
            Kind::Others => {
                let cells = self.ledger(settled, column, |l| Some(l.others.as_ref()?.at));
                minus(Expr::Sum(cells))
            }
            Kind::Previous => minus(self.at_place(column, &[PREVIOUS])),
            Kind::Outside => minus(self.at_place(column, &[OUTSIDE])),
            Kind::NoContract => minus(self.at_place(column, &[NO_CONTRACT])),
            Kind::Unpaid => self.at_place(column, &[LATER, LATER_NOT_COUNTED]),
            Kind::NotCounted => minus(self.at_place(column, &[NOT_COUNTED, LATER_NOT_COUNTED])),
            Kind::Item(name) => minus(settled_round(self.item(column, name))),
            Kind::Rounding => self.rounding(table, row, column),
            Kind::Expected => {
                let before = |k: &Kind| !matches!(k, Kind::Expected);
                let ids = kinds(self.months).into_iter().take_while(before);
                Expr::Sum(ids.filter_map(|k| table.at(row, key(k))).collect())
            }
            Kind::Form => Expr::Sum(self.form(column, |s| vec![s.employment_cost, s.supplement_cost])),
            // Settled: sums of decimals leave a binary engine with a trillionth that is not nothing.
            Kind::Rest => settled_round(Expr::sub(at(Kind::Expected), at(Kind::Form))),
            Kind::Programme => {
                let cells = self.ledger(settled, column, |l| Some(l.programme.as_ref()?.at));
                let sum = sum_of(&mut settled.model, label(kind), Format::Money, &cells);
                let Some(sum) = sum else { return };
                table.put(row, key(kind), sum);
                return;
            }
            Kind::ProgrammeForm => {
                Expr::Sum(self.form(column, |s| vec![s.employment_grant, s.supplement_grant]))
            }
            Kind::ProgrammeRest => {
                let Some(given) = table.at(row, key(Kind::Programme)) else { return };
                settled_round(Expr::sub(given, at(Kind::ProgrammeForm)))
            }
        };
        table.formula(&mut settled.model, row, key(kind), expr);
    }

    /// Cells of the column's rows of `Księgi`.
    fn ledger(
        &self,
        settled: &Settled,
        column: &Column,
        pick: fn(&crate::records::LedgerLine) -> Option<crate::source::CellRef>,
    ) -> Vec<NodeId> {
        let lines = column.rows.iter().filter_map(|i| self.submission.ledger.get(*i));
        lines.filter_map(pick).filter_map(|at| settled.model.input_at(at)).collect()
    }

    /// What was paid in the paragraph and stands at one of the places.
    fn at_place(&self, column: &Column, places: &[&'static str]) -> Expr {
        let PaidTable { paragraphs, places: words, amounts, .. } = self.paid;
        let sums = places.iter().map(|place| {
            let tests =
                vec![(paragraphs.clone(), Test::TextIs(column.name)), (words.clone(), Test::TextIs(place))];
            Expr::SumWhere(amounts.clone(), tests)
        });
        Expr::Add(sums.collect())
    }

    /// The item's unrounded sum.
    fn item(&self, column: &Column, name: &'static str) -> Expr {
        let MonthTable { paragraphs, names, amounts, .. } = self.months;
        let tests =
            vec![(paragraphs.clone(), Test::TextIs(column.name)), (names.clone(), Test::TextIs(name))];
        Expr::SumWhere(amounts.clone(), tests)
    }

    /// What rounding moved: of the items (they stand with a minus) and of the form's division.
    fn rounding(&self, table: &TableBuilder, row: usize, column: &Column) -> Expr {
        let items = self.months.items.iter().filter_map(|name| table.at(row, name)).collect();
        let MonthTable { paragraphs, amounts, .. } = self.months;
        let exact = Expr::SumWhere(amounts.clone(), vec![(paragraphs.clone(), Test::TextIs(column.name))]);
        let form = self.form(column, |s| vec![s.employment_cost, s.supplement_cost]);
        let paragraphs: Vec<Paragraph> = self.booked.of(column).collect();
        let undivided = self
            .shares
            .blocks
            .iter()
            .filter(|b| b.part != Part::OtherPublic)
            .flat_map(|b| &b.rows)
            .filter(|r| paragraphs.contains(&r.paragraph))
            .map(|r| r.exact)
            .collect();
        // Settled: the parts are unrounded, and a binary engine would show a trillionth.
        let by_form = Expr::sub(Expr::Sum(form), Expr::Sum(undivided));
        settled_round(Expr::sub(Expr::sub(by_form, Expr::Sum(items)), exact))
    }

    /// Figures of the form in the column's paragraphs.
    fn form(
        &self,
        column: &Column,
        pick: fn(&crate::settlement::paragraph_steps::Spending) -> Vec<NodeId>,
    ) -> Vec<NodeId> {
        let paragraphs: Vec<Paragraph> = self.booked.of(column).collect();
        let own = self.shares.spending.iter().filter(|s| paragraphs.contains(&s.paragraph));
        own.flat_map(pick).collect()
    }
}

fn minus(expr: Expr) -> Expr {
    Expr::sub(Expr::whole(0), expr)
}
