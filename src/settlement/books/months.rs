//! What the form leaves out of the amounts that count, by line, paragraph and item.
//!
//! Pay is left out by the names of the payroll. Contributions on an item go over the paragraphs as the form shares them
//! out: payment by payment. What no name explains (a month, a person, an amount that the programme
//! does not pay) is the line's remainder, so that the items and the form add up to what counts.

use std::collections::BTreeMap;

use super::Booked;
use super::payments::{PaidTable, pay_paragraph};
use crate::calc::model::month_value;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::programme::pay_components::PayClass;
use crate::programme::readings::ExcludedContributions;
use crate::programme::{Component, Programme, WageBase};
use crate::records::{Submission, TableId, schema};
use crate::settlement::cells::Inputs;
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_parts::On;
use crate::settlement::paragraph_steps::{LineShares, Part, Shares};
use crate::settlement::pay_columns::PayColumns;
use crate::settlement::table::TableBuilder;
use crate::settlement::{Line, Settled, StepTable};

/// The programme's own supplement where it is no cost of the task.
pub const SUPPLEMENT: &str = "Dodatek z Programu poza zadaniem";
/// The sibling's supplement where it is no cost of the task.
pub const MOTIVATION: &str = "Dodatek motywacyjny";
/// What another grant pays.
pub const OTHER_PUBLIC: &str = "Inne środki publiczne";
/// What no other item explains.
pub const REMAINDER: &str = "Pozostałe koszty poza podstawą";

/// The table with its columns, and the items in the order of the walk.
pub(crate) struct MonthTable {
    pub(super) table: StepTable,
    pub(super) items: Vec<&'static str>,
    pub(super) paragraphs: Vec<NodeId>,
    pub(super) names: Vec<NodeId>,
    pub(super) amounts: Vec<NodeId>,
}

/// A component that some row of `Płace` has.
#[derive(Clone, Copy)]
struct Left {
    key: &'static str,
    name: &'static str,
    class: PayClass,
    in_base: bool,
    paragraph: Option<&'static str>,
}

struct Builder<'a> {
    submission: &'a Submission,
    inputs: Inputs<'a>,
    booked: &'a Booked,
    left: Vec<Left>,
    /// Does the edition pay for wages at all?
    wages: bool,
    /// Are contributions on what is left out left out too?
    contributions_out: bool,
    sibling: bool,
    table: TableBuilder,
}

/// Builds the table.
pub(super) fn build(
    settled: &mut Settled,
    submission: &Submission,
    programme: &Programme,
    shares: &Shares,
    booked: &Booked,
    paid: &PaidTable,
) -> MonthTable {
    let base = programme.components.iter().find_map(|c| match c {
        Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => Some(base.value),
        _ => None,
    });
    let narrow_edition = base == Some(WageBase::BaseAndSeniorityWithContributions);
    let mut builder = Builder {
        submission,
        inputs: Inputs::of(submission),
        booked,
        left: left_out(submission, programme, base),
        wages: base.is_some(),
        contributions_out: narrow_edition
            && programme.reads::<ExcludedContributions>() == ExcludedContributions::Out,
        sibling: programme.sibling,
        table: table(),
    };
    let by_line: BTreeMap<usize, &LineShares> = shares.lines.iter().map(|l| (l.line, l)).collect();
    for index in 0..settled.lines.len() {
        builder.line(settled, index, by_line.get(&index).copied(), paid);
    }
    let mut items: Vec<&'static str> = builder.left.iter().map(|l| l.name).collect();
    items.extend([MOTIVATION, SUPPLEMENT, OTHER_PUBLIC, REMAINDER]);
    let table = builder.table;
    let names = table.column("item");
    items.retain(|item| {
        let is = |id: &NodeId| matches!(settled.model.value(*id), Value::Text(text) if text == item);
        names.iter().any(is)
    });
    MonthTable {
        items,
        paragraphs: table.column("paragraph"),
        names,
        amounts: table.column("amount"),
        table: table.finish(),
    }
}

fn table() -> TableBuilder {
    use Format::{Month, Text, Unrounded};
    TableBuilder::new(
        "Uzgodnienie miesięcy - kroki",
        "Uzgodnienie z księgami: co z kwot liczonych nie wchodzi do kosztu kwalifikowanego",
        &[
            ("assistant", "Identyfikator asystenta", "", Text),
            ("month", "Miesiąc", "", Month),
            ("form", "Forma zatrudnienia", "", Text),
            ("paragraph", "Paragraf", "", Text),
            ("item", "Pozycja", "", Text),
            (
                "contributions",
                "Pochodne od pozycji w miesiącu",
                "podział na paragrafy według składek każdej wypłaty (odczytanie)",
                Unrounded,
            ),
            ("amount", "Kwota w paragrafie", "", Unrounded),
        ],
    )
}

/// The components that the base leaves out and that have an amount somewhere. Before 2023 all pay counts, and no name
/// is left out; editions without a wage part leave out all of them.
fn left_out(submission: &Submission, programme: &Programme, base: Option<WageBase>) -> Vec<Left> {
    if base.is_some_and(|b| b != WageBase::BaseAndSeniorityWithContributions) {
        return Vec::new();
    }
    let rows = || submission.tables.iter().filter(|t| t.id == TableId::Pay).flat_map(|t| &t.rows);
    let given = |key: &str| rows().any(|r| r.fields.get(key).is_some_and(|f| f.datum.is_some()));
    let schema = schema::table(TableId::Pay);
    PayColumns::of(submission, programme)
        .all()
        .filter(|c| c.is_pay() && (base.is_none() || !c.in_base) && given(c.key))
        .map(|c| {
            let header = schema.column(c.key).map_or(c.key, |column| column.header);
            let name = header.strip_suffix(" (zł)").unwrap_or(header);
            Left { key: c.key, name, class: c.class, in_base: c.in_base, paragraph: c.paragraph }
        })
        .collect()
}

/// One line while its rows are made.
struct Items<'a> {
    line: &'a Line,
    shares: Option<&'a LineShares>,
    /// All that was taken out, by paragraph.
    taken: BTreeMap<Paragraph, Vec<NodeId>>,
}

impl Items<'_> {
    /// Takes off the part inside the task, of the edition's own supplement.
    fn less_task(&self, own: bool, paragraph: Paragraph, amount: Expr) -> Expr {
        let part = self.shares.and_then(|s| s.parts.get(&(Part::Supplement, paragraph)));
        match part {
            Some(part) if own => Expr::sub(amount, *part),
            _ => amount,
        }
    }
}

impl Builder<'_> {
    fn line(&mut self, settled: &mut Settled, index: usize, shares: Option<&LineShares>, paid: &PaidTable) {
        let line = settled.lines[index].clone();
        let mut items = Items { line: &line, shares, taken: BTreeMap::new() };
        let narrow = line.paid.iter().any(|p| p.narrow);
        // A service contract's pay counts whole where wages count at all.
        if narrow || !self.wages {
            self.components(settled, &mut items);
        }
        let (own, other) =
            if self.sibling { ("motivation", "supplement") } else { ("supplement", "motivation") };
        self.supplement(settled, &mut items, other, false);
        self.supplement(settled, &mut items, own, true);
        self.other_public(settled, &mut items);
        self.remainder(settled, &mut items, index, paid);
    }

    /// Components by name, with the contributions on them.
    fn components(&mut self, settled: &mut Settled, items: &mut Items<'_>) {
        for left in self.left.clone() {
            let paragraph = pay_paragraph(items.line.form, left.paragraph);
            let pay = self.counted(settled, items.line, left.key);
            self.row(settled, items, paragraph, left.name, None, Expr::Add(pay));
            if self.contributions_out && left.class.bears_contributions() {
                let on = self.on_component(settled, items.line, &left);
                let class = if left.class == PayClass::Base { On::HolidayPay } else { On::Other };
                self.contributions(settled, items, left.name, on, (class, false));
            }
        }
    }

    /// The counted cells of a column.
    fn counted(&self, settled: &Settled, line: &Line, key: &str) -> Vec<Expr> {
        let rows = line.payments.iter().filter_map(|i| self.submission.payments.get(*i));
        rows.zip(&line.counted)
            .filter_map(|(payment, (counts, _))| {
                let cell = self.inputs.cell(&settled.model, payment.at, key)?;
                Some(Expr::mul(*counts, cell))
            })
            .collect()
    }

    /// Contributions on one component: its part of those on all components of its class. The last of the class takes
    /// what the others leave, so that a sum given without amounts is not lost.
    fn on_component(&self, settled: &Settled, line: &Line, left: &Left) -> Vec<Expr> {
        let holiday = left.class == PayClass::Base;
        let of_class: Vec<&'static str> = self
            .left
            .iter()
            .filter(|l| l.class == left.class && l.in_base == left.in_base)
            .map(|l| l.key)
            .collect();
        let last = of_class.last() == Some(&left.key);
        let mut terms = Vec::new();
        for ((payment, paid), (_, counts)) in line.payments.iter().zip(&line.paid).zip(&line.counted) {
            let on = if holiday { paid.on_holiday_pay } else { Some(paid.on_other) };
            let Some((on, payment)) = on.zip(self.submission.payments.get(*payment)) else { continue };
            let cells = |keys: &[&'static str]| self.inputs.cells(&settled.model, payment.at, keys);
            let all = cells(&of_class);
            if all.is_empty() {
                continue;
            }
            let own = if last {
                let before = cells(&of_class[..of_class.len() - 1]);
                let given = Expr::div(Expr::mul(on, Expr::Sum(before.clone())), Expr::Sum(all));
                if before.is_empty() { Expr::Ref(on) } else { Expr::sub(on, given) }
            } else {
                let Some(cell) = self.inputs.cell(&settled.model, payment.at, left.key) else { continue };
                Expr::div(Expr::mul(on, cell), Expr::Sum(all))
            };
            terms.push(Expr::mul(*counts, own));
        }
        terms
    }

    /// A supplement, less its part inside the task where it is the edition's own.
    fn supplement(&mut self, settled: &mut Settled, items: &mut Items<'_>, key: &str, own: bool) {
        let name = if key == "motivation" { MOTIVATION } else { SUPPLEMENT };
        let paragraph = Paragraph::of_pay(items.line.form);
        let pay = self.counted(settled, items.line, key);
        let given = |key: &str| self.inputs.given(key);
        if pay.is_empty() || (!own && !given(key)) {
            return;
        }
        let pay = items.less_task(own, paragraph, Expr::Add(pay));
        self.row(settled, items, paragraph, name, None, pay);
        let on = items.line.paid.iter().zip(&items.line.counted).map(|(paid, (_, counts))| {
            let on = if key == "motivation" { paid.on_motivation_paid } else { paid.on_supplement };
            Expr::mul(*counts, on)
        });
        let on: Vec<Expr> = on.collect();
        let paid_on = if key == "motivation" { On::Motivation } else { On::Supplement };
        self.contributions(settled, items, name, on, (paid_on, own));
    }

    fn other_public(&mut self, settled: &mut Settled, items: &mut Items<'_>) {
        let Some(shares) = items.shares else { return };
        let given = |p: &crate::records::Payment| p.other_public.is_some();
        if !self.submission.payments.iter().any(given) {
            return;
        }
        for ((part, paragraph), id) in &shares.parts {
            if *part == Part::OtherPublic && self.has(settled, items.line, *paragraph) {
                self.row(settled, items, *paragraph, OTHER_PUBLIC, None, Expr::Add(vec![(*id).into()]));
            }
        }
    }

    /// Has the line anything of the paragraph at all?
    fn has(&self, settled: &Settled, line: &Line, paragraph: Paragraph) -> bool {
        if paragraph.is_pay() {
            return paragraph == Paragraph::of_pay(line.form) || paragraph == Paragraph::Annual4040;
        }
        let mut kinds = crate::records::Contribution::ALL
            .into_iter()
            .filter(|kind| Paragraph::of_contribution(*kind) == paragraph);
        kinds.any(|kind| {
            let mut rows = line.payments.iter().filter_map(|i| self.submission.payments.get(*i));
            rows.any(|p| self.inputs.cell(&settled.model, p.at, kind.key()).is_some())
        })
    }

    /// Shares contributions out over the paragraphs as the form does.
    fn contributions(
        &mut self,
        settled: &mut Settled,
        items: &mut Items<'_>,
        name: &'static str,
        on: Vec<Expr>,
        (paid_on, own): (On, bool),
    ) {
        let Some((columns, in_all)) = items.shares.and_then(|shares| shares.on(paid_on)) else { return };
        if on.is_empty() {
            return;
        }
        let on = settled.model.formula("Pochodne od pozycji w miesiącu", Format::Unrounded, Expr::Add(on));
        for (paragraph, column) in columns {
            let part = Expr::div(Expr::mul(on, column), in_all);
            let part = items.less_task(own, paragraph, part);
            self.row(settled, items, paragraph, name, Some(on), part);
        }
    }

    /// What counts, less the items, less the form.
    fn remainder(&mut self, settled: &mut Settled, items: &mut Items<'_>, index: usize, paid: &PaidTable) {
        let mut counted: BTreeMap<Paragraph, Vec<NodeId>> = BTreeMap::new();
        for row in paid.rows.iter().filter(|row| row.line == Some(index)) {
            counted.entry(row.paragraph).or_default().extend(row.counted);
        }
        for (paragraph, amounts) in counted {
            let mut taken = items.taken.remove(&paragraph).unwrap_or_default();
            let parts = items.shares.map(|s| &s.parts);
            for part in [Part::Employment, Part::Supplement] {
                taken.extend(parts.and_then(|parts| parts.get(&(part, paragraph))).copied());
            }
            let rest = Expr::sub(Expr::Sum(amounts), Expr::Sum(taken));
            self.row(settled, items, paragraph, REMAINDER, None, rest);
        }
    }

    fn row(
        &mut self,
        settled: &mut Settled,
        items: &mut Items<'_>,
        paragraph: Paragraph,
        name: &'static str,
        contributions: Option<NodeId>,
        amount: Expr,
    ) {
        let model = &mut settled.model;
        let row = self.table.row();
        if let Some(assistant) = settled.assistants.get(items.line.assistant) {
            self.table.put(row, "assistant", assistant.id_node);
        }
        self.table.value(model, row, "month", month_value(items.line.month));
        self.table.value(model, row, "form", Value::Text(items.line.form.word().to_owned()));
        self.table.value(model, row, "paragraph", Value::Text(self.booked.name(paragraph).to_owned()));
        self.table.value(model, row, "item", Value::Text(name.to_owned()));
        if let Some(contributions) = contributions {
            self.table.put(row, "contributions", contributions);
        }
        let id = self.table.formula(model, row, "amount", amount);
        items.taken.entry(paragraph).or_default().push(id);
    }
}
