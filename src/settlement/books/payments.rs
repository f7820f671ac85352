//! Each payment by paragraph: was it paid within the year of the ledger, and does the settlement count it?
//!
//! One row for a payment and paragraph. The place says in which step of the walk the amount stands.

use std::collections::BTreeMap;

use super::{Booked, Window};
use crate::calc::model::month_value;
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::programme::Programme;
use crate::records::{ContractForm, Contribution, Payment, Submission};
use crate::settlement::cells::{Inputs, base_pay};
use crate::settlement::paragraph::Paragraph;
use crate::settlement::pay_columns::PayColumns;
use crate::settlement::table::TableBuilder;
use crate::settlement::{Settled, StepTable};
use crate::source::CellRef;
use crate::units::{Exact, Month};

/// Paid in the year and counted.
pub(super) const IN: &str = "w rozliczeniu";
/// Due for a month before the year, paid within it.
pub(super) const PREVIOUS: &str = "za poprzedni rok";
/// Due for another month that is not settled.
pub(super) const OUTSIDE: &str = "spoza okresu";
/// In a month without a contract of the form.
pub(super) const NO_CONTRACT: &str = "bez umowy";
/// Paid in the year, not counted.
pub(super) const NOT_COUNTED: &str = "nie liczy się";
/// Not paid in the year, counted all the same.
pub(super) const LATER: &str = "zapłacone poza rokiem, liczy się";
/// Not paid in the year, not counted.
pub(super) const LATER_NOT_COUNTED: &str = "zapłacone poza rokiem, nie liczy się";
/// In neither.
const NOWHERE: &str = "ani w księgach, ani w rozliczeniu";

/// A row of the table.
pub(crate) struct Paid {
    pub(super) payment: usize,
    pub(super) line: Option<usize>,
    pub(super) paragraph: Paragraph,
    pub(super) amount: NodeId,
    /// What counts; none where no line holds the payment.
    pub(super) counted: Option<NodeId>,
}

/// The table with its rows.
pub(crate) struct PaidTable {
    pub(super) table: StepTable,
    pub(super) rows: Vec<Paid>,
    pub(super) paragraphs: Vec<NodeId>,
    pub(super) places: Vec<NodeId>,
    pub(super) amounts: Vec<NodeId>,
}

/// The line of a payment, and whether its pay and its contributions count.
type LineOf = BTreeMap<usize, (usize, (NodeId, NodeId))>;

struct Builder<'a> {
    submission: &'a Submission,
    inputs: Inputs<'a>,
    columns: PayColumns,
    booked: &'a Booked,
    window: &'a Window,
    lines: LineOf,
    words: BTreeMap<&'static str, NodeId>,
    table: TableBuilder,
    rows: Vec<Paid>,
}

/// Builds the table.
pub(super) fn build(
    settled: &mut Settled,
    submission: &Submission,
    programme: &Programme,
    window: &Window,
    booked: &Booked,
) -> PaidTable {
    let mut lines = LineOf::new();
    for (index, line) in settled.lines.iter().enumerate() {
        for (payment, counted) in line.payments.iter().zip(&line.counted) {
            lines.insert(*payment, (index, *counted));
        }
    }
    let words = [IN, PREVIOUS, OUTSIDE, NO_CONTRACT, NOT_COUNTED, LATER, LATER_NOT_COUNTED, NOWHERE];
    let words = words
        .map(|word| (word, settled.model.parameter(word, Format::Text, Value::Text(word.to_owned()))))
        .into();
    let mut builder = Builder {
        submission,
        inputs: Inputs::of(submission),
        columns: PayColumns::of(submission, programme),
        booked,
        window,
        lines,
        words,
        table: table(),
        rows: Vec::new(),
    };
    for (index, payment) in submission.payments.iter().enumerate().filter(|(_, p)| !p.rejected) {
        builder.payment(settled, index, payment);
    }
    let Builder { table, rows, .. } = builder;
    PaidTable {
        paragraphs: table.column("paragraph"),
        places: table.column("place"),
        amounts: table.column("amount"),
        table: table.finish(),
        rows,
    }
}

fn table() -> TableBuilder {
    use Format::{Count, Day, Money, Month, Text};
    let cash = "ustawa o finansach publicznych, art. 168 ust. 4: wykorzystane jest to, co zapłacono";
    TableBuilder::new(
        "Uzgodnienie wypłat - kroki",
        "Uzgodnienie z księgami: każda wypłata według paragrafów",
        &[
            ("assistant", "Identyfikator asystenta", "", Text),
            ("month", "Miesiąc", "", Month),
            ("paragraph", "Paragraf", "", Text),
            ("paid_on", "Data zapłaty", "", Day),
            ("amount", "Kwota", "", Money),
            ("in_year", "Zapłacono w roku ksiąg (1 - tak, 0 - nie)", cash, Count),
            ("counted", "Liczy się w rozliczeniu (1 - tak, 0 - nie)", cash, Count),
            ("place", "Miejsce w uzgodnieniu", "", Text),
            ("counted_amount", "Kwota, którą rozliczenie liczy", "", Money),
        ],
    )
}

impl Builder<'_> {
    fn payment(&mut self, settled: &mut Settled, index: usize, payment: &Payment) {
        for (paragraph, parts) in self.amounts(settled, payment, self.form(settled, index, payment)) {
            self.row(settled, (index, payment), paragraph, parts);
        }
    }

    /// The form of contract decides the paragraph of pay. A payment of an earlier month has no line: the contract that
    /// was in force tells, else any contract of the person.
    fn form(&self, settled: &Settled, index: usize, payment: &Payment) -> ContractForm {
        if let Some((line, _)) = self.lines.get(&index) {
            return settled.lines[*line].form;
        }
        if let Some(form) = &payment.form {
            return form.value;
        }
        let id = payment.assistant.value.trim();
        let own = || self.submission.employments.iter().filter(|e| e.assistant.value.trim() == id);
        let days = payment.month.value.days();
        let then = own()
            .find(|e| e.from.value <= days.last && e.to.as_ref().is_none_or(|to| to.value >= days.first));
        then.or_else(|| own().next()).map_or(ContractForm::Employment, |e| e.form.value)
    }

    /// What the payment adds to each paragraph.
    fn amounts(
        &self,
        settled: &Settled,
        payment: &Payment,
        form: ContractForm,
    ) -> BTreeMap<Paragraph, Vec<Expr>> {
        let model = &settled.model;
        let at = payment.at;
        let mut amounts: BTreeMap<Paragraph, Vec<Expr>> = BTreeMap::new();
        let pay = amounts.entry(Paragraph::of_pay(form)).or_default();
        pay.extend(base_pay(|key| self.inputs.cell(model, at, key)));
        for key in ["supplement", "motivation"] {
            pay.extend(self.inputs.cell(model, at, key).map(Expr::Ref));
        }
        for (key, paragraph) in self.columns.paid_keys() {
            if let Some(cell) = self.inputs.cell(model, at, key) {
                amounts.entry(pay_paragraph(form, paragraph)).or_default().push(cell.into());
            }
        }
        for kind in Contribution::ALL {
            if let Some(cell) = self.inputs.cell(model, at, kind.key()) {
                amounts.entry(Paragraph::of_contribution(kind)).or_default().push(cell.into());
            }
        }
        amounts
    }

    fn row(
        &mut self,
        settled: &mut Settled,
        (index, payment): (usize, &Payment),
        paragraph: Paragraph,
        parts: Vec<Expr>,
    ) {
        let model = &mut settled.model;
        let row = self.table.row();
        if let Some(cell) = self.inputs.cell(model, payment.at, "assistant") {
            self.table.put(row, "assistant", cell);
        }
        self.table.value(model, row, "month", month_value(payment.month.value));
        let name = self.booked.name(paragraph).to_owned();
        self.table.value(model, row, "paragraph", Value::Text(name));
        let day = self.day(settled, payment.at, paragraph);
        let model = &mut settled.model;
        let day = self.table.formula(model, row, "paid_on", day);
        let amount = self.table.formula(model, row, "amount", Expr::Add(parts));
        let inside = Cond::All(vec![
            Cond::given(day),
            Cond::AtLeast(day.into(), self.window.first.into()),
            Cond::AtLeast(self.window.last.into(), day.into()),
        ]);
        let in_year =
            self.table.formula(model, row, "in_year", Expr::when(inside, Expr::whole(1), Expr::whole(0)));
        let line = self.lines.get(&index).copied();
        let counts =
            line.map(|(_, (pay, contributions))| if paragraph.is_pay() { pay } else { contributions });
        if let Some(counts) = counts {
            self.table.put(row, "counted", counts);
        }
        let place = self.place((settled.period, payment.month.value), in_year, counts);
        self.table.formula(&mut settled.model, row, "place", place);
        let counted = counts.map(|counts| {
            self.table.formula(&mut settled.model, row, "counted_amount", Expr::mul(counts, amount))
        });
        self.rows.push(Paid { payment: index, line: line.map(|l| l.0), paragraph, amount, counted });
    }

    /// The day on which the amount was paid: contributions may have one of their own.
    fn day(&self, settled: &Settled, at: CellRef, paragraph: Paragraph) -> Expr {
        let cell = |key| self.inputs.cell(&settled.model, at, key);
        let pay = cell("paid_on").map_or(Expr::Blank, Expr::Ref);
        match cell("contributions_paid_on").filter(|_| !paragraph.is_pay()) {
            Some(own) => Expr::when(Cond::Blank(own), pay, own),
            None => pay,
        }
    }

    fn place(
        &self,
        (period, month): (crate::units::DayRange, Month),
        in_year: NodeId,
        counts: Option<NodeId>,
    ) -> Expr {
        let word = |word: &str| self.words.get(word).map_or(Expr::Blank, |id| Expr::Ref(*id));
        let paid = Cond::Equal(in_year.into(), Expr::Number(Exact::one()));
        let Some(counts) = counts else {
            let where_from = if month.last() < self.window.days.first {
                PREVIOUS
            } else if month.days().overlap(&period).is_none() {
                OUTSIDE
            } else {
                NO_CONTRACT
            };
            return Expr::when(paid, word(where_from), word(NOWHERE));
        };
        let counted = || Cond::Equal(counts.into(), Expr::Number(Exact::one()));
        Expr::when(
            paid,
            Expr::when(counted(), word(IN), word(NOT_COUNTED)),
            Expr::when(counted(), word(LATER), word(LATER_NOT_COUNTED)),
        )
    }
}

/// A component may have a paragraph of its own under an employment contract.
pub(super) fn pay_paragraph(form: ContractForm, own: Option<&str>) -> Paragraph {
    match own {
        Some(code) if form == ContractForm::Employment && code == Paragraph::Annual4040.code() => {
            Paragraph::Annual4040
        }
        _ => Paragraph::of_pay(form),
    }
}
