//! What left the account in a half-year: pay and contributions by their own days of payment, and whose money it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calc::{Cond, Expr, Format, Model, NodeId};
use crate::documents::list::{DocumentList, DocumentRow};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::programme::Programme;
use crate::records::{Contribution, Payment, Position, Submission};
use crate::settlement::cells::{self, Inputs, flag, total_of};
use crate::settlement::pay_columns::PayColumns;
use crate::settlement::{PaymentNodes, Settled};

/// Sums of the half-year, and the payments they come from.
#[derive(Clone, Debug)]
pub struct Payments {
    /// Pay, and employer's contributions.
    pub paid: [NodeId; 2],
    /// Programme's money for supplements, and for wage costs, in what was paid.
    pub programme: [NodeId; 2],
    /// The same of what was paid earlier in the settled period.
    pub earlier: [NodeId; 2],
    /// Other public money.
    pub other_public: NodeId,
    /// Motivation supplements with contributions, where another programme pays them.
    pub motivation: NodeId,
    rows: Vec<Row>,
}

/// A row of `Płace`.
#[derive(Clone, Debug)]
struct Row {
    /// Identifier, month, days of payment of pay and of contributions.
    cells: [Option<NodeId>; 4],
    whole: [NodeId; 2],
    inside: [NodeId; 2],
    figures: [NodeId; 8],
}

/// What the sums of a row rest on.
struct Context<'a> {
    inputs: Inputs<'a>,
    columns: PayColumns,
    sibling: bool,
    days: [NodeId; 2],
}

impl Payments {
    /// Adds up what was paid between two days.
    pub fn between(
        settled: &mut Settled,
        list: &DocumentList,
        submission: &Submission,
        programme: &Programme,
        days: [NodeId; 2],
    ) -> Self {
        let context = Context {
            inputs: Inputs::of(submission),
            columns: PayColumns::of(submission, programme),
            sibling: programme.sibling,
            days,
        };
        let mut nodes: BTreeMap<usize, Arc<PaymentNodes>> = BTreeMap::new();
        let mut of_coordinators: Vec<usize> = Vec::new();
        for line in &settled.lines {
            nodes.extend(line.payments.iter().copied().zip(line.paid.iter().cloned()));
            if line.position == Position::Coordinator {
                of_coordinators.extend(&line.payments);
            }
        }
        let mut documents: BTreeMap<usize, Vec<&DocumentRow>> = BTreeMap::new();
        for row in &list.rows {
            documents.entry(row.payment).or_default().push(row);
        }
        let model = &mut settled.model;
        let counted = |(n, p): &(usize, &Payment)| !p.rejected && !of_coordinators.contains(n);
        let rows: Vec<Row> = submission
            .payments
            .iter()
            .enumerate()
            .filter(counted)
            .map(|(n, payment)| {
                let own = documents.get(&n).map(Vec::as_slice).unwrap_or_default();
                context.row(model, payment, own, nodes.get(&n).map(Arc::as_ref))
            })
            .collect();
        let sum = |model: &mut Model, which: usize| {
            let ids: Vec<NodeId> = rows.iter().map(|r| r.figures[which]).collect();
            total_of(model, HEADINGS[which], Format::Money, &ids)
        };
        Self {
            paid: [sum(model, 0), sum(model, 1)],
            programme: [sum(model, 2), sum(model, 3)],
            earlier: [sum(model, 4), sum(model, 5)],
            other_public: sum(model, 6),
            motivation: sum(model, 7),
            rows,
        }
    }

    /// Returns the steps as a sheet.
    pub fn sheet(&self, model: &Model) -> Sheet {
        let widths = [14, 12, 12, 12, 14, 14, 11, 11, 14, 14, 14, 14, 14, 14, 14, 14];
        let mut page = Page::new("Półrocze - wypłaty", &widths);
        page.line(Role::Title, "Wydatki zapłacone w półroczu: kroki");
        page.line(
            Role::Subtitle,
            "Metoda kasowa: wynagrodzenie i pochodne według dnia, w którym naprawdę zapłacono.",
        );
        let top = page.row;
        let mut headings = vec![
            "Identyfikator asystenta",
            "Miesiąc",
            "Data zapłaty",
            "Data zapłaty pochodnych",
            "Wynagrodzenie (zł)",
            "Pochodne (zł)",
            "Wypłata w półroczu (1 - tak, 0 - nie)",
            "Pochodne w półroczu (1 - tak, 0 - nie)",
        ];
        headings.extend(HEADINGS);
        page.headings(&headings);
        page.keep(top, 2);
        for row in &self.rows {
            let mut cells: Vec<Shown> = row.cells.map(Shown::from).to_vec();
            cells.extend(row.whole.map(Shown::from));
            cells.extend(row.inside.map(Shown::from));
            cells.extend(row.figures.map(Shown::from));
            page.cells(Role::Body, cells, Some(model));
        }
        page.sheet.holds = Holds::Steps;
        page.sheet
    }
}

const HEADINGS: [&str; 8] = [
    "Wynagrodzenie zapłacone w półroczu (zł)",
    "Pochodne zapłacone w półroczu (zł)",
    "w tym Program - dodatki (zł)",
    "w tym Program - koszty zatrudnienia (zł)",
    "Program - dodatki zapłacone wcześniej (zł)",
    "Program - koszty zapłacone wcześniej (zł)",
    "w tym inne środki publiczne (zł)",
    "w tym dodatek motywacyjny z pochodnymi (zł)",
];

impl Context<'_> {
    fn row(
        &self,
        model: &mut Model,
        payment: &Payment,
        documents: &[&DocumentRow],
        nodes: Option<&PaymentNodes>,
    ) -> Row {
        let cells = ["assistant", "month", "paid_on", "contributions_paid_on"]
            .map(|key| self.inputs.cell(model, payment.at, key));
        let [_, _, pay_day, own_day] = cells;
        let own_day = own_day.filter(|id| !model.value(*id).is_blank());
        let (pay, contributions) = (self.pay(model, payment), self.contributions(model, payment));
        let whole = [
            model.formula("Wynagrodzenie", Format::Money, pay),
            model.formula("Pochodne", Format::Money, contributions),
        ];
        let day = [pay_day, own_day.or(pay_day)];
        let inside = day.map(|day| {
            let expr = day.map_or(Expr::whole(0), |day| flag(super::within(day, self.days)));
            model.formula("W półroczu", Format::Count, expr)
        });
        let before = day.map(|day| {
            day.map_or(Expr::whole(0), |day| {
                flag(Cond::All(vec![Cond::given(day), Cond::Greater(self.days[0].into(), day.into())]))
            })
        });
        // Of the documents of pay and of contributions: each by its own day.
        let parts = |pick: &dyn Fn(&DocumentRow) -> Option<NodeId>, [pay, contributions]: [Expr; 2]| {
            let of = |is_pay: bool| {
                documents.iter().filter(move |d| d.paragraph.is_pay() == is_pay).filter_map(|d| pick(d))
            };
            let terms = [(pay, of(true).collect::<Vec<_>>()), (contributions, of(false).collect())];
            let products = terms.into_iter().filter(|(_, ids)| !ids.is_empty());
            Expr::Add(products.map(|(by, ids)| Expr::mul(by, Expr::add(ids))).collect())
        };
        let now = || inside.map(Expr::Ref);
        let supplement = |d: &DocumentRow| d.of_supplement;
        let employment = |d: &DocumentRow| d.of_employment;
        let figures = [
            Expr::mul(inside[0], whole[0]),
            Expr::mul(inside[1], whole[1]),
            parts(&supplement, now()),
            parts(&employment, now()),
            parts(&supplement, before.clone()),
            parts(&employment, before),
            parts(&|d| Some(d.other_public), now()),
            self.motivation(model, payment, nodes, inside),
        ];
        let mut named = HEADINGS.into_iter();
        let figures =
            figures.map(|expr| model.formula(named.next().unwrap_or_default(), Format::Money, expr));
        Row { cells, whole, inside, figures }
    }

    /// All pay of the row: what the employer pays, benefits left out.
    fn pay(&self, model: &Model, payment: &Payment) -> Expr {
        let cell = |key: &str| self.inputs.cell(model, payment.at, key);
        let mut terms = cells::base_pay(cell);
        terms.extend(["supplement", "motivation"].into_iter().filter_map(cell).map(Expr::Ref));
        terms.extend(self.columns.paid_keys().filter_map(|(key, _)| cell(key)).map(Expr::Ref));
        Expr::Add(terms)
    }

    fn contributions(&self, model: &Model, payment: &Payment) -> Expr {
        let cell = |kind: &Contribution| self.inputs.cell(model, payment.at, kind.key());
        Expr::Add(Contribution::ALL.iter().filter_map(cell).map(Expr::Ref).collect())
    }

    /// The motivation supplement is the sibling programme's: in that programme it is no other money.
    fn motivation(
        &self,
        model: &Model,
        payment: &Payment,
        nodes: Option<&PaymentNodes>,
        inside: [NodeId; 2],
    ) -> Expr {
        let given = self.inputs.cell(model, payment.at, "motivation");
        let Some(given) = given.filter(|_| !self.sibling) else { return Expr::whole(0) };
        let mut terms = vec![Expr::mul(inside[0], given)];
        terms.extend(nodes.map(|n| Expr::mul(inside[1], n.on_motivation_paid)));
        Expr::Add(terms)
    }
}
