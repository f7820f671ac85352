//! Families served in a half-year and on its last day, each once, with what is told of them; and why work ended.

use std::collections::BTreeMap;

use crate::calc::expr::Test;
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::documents::staff::in_force;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::records::schema::END_REASONS;
use crate::records::{Family, Submission};
use crate::settlement::cells::{Inputs, flag, total_of};

/// Counts of families.
#[derive(Clone, Debug)]
pub struct Families {
    /// Served in the period: families, of them by court order, "Za życiem", with children in care; their children.
    pub served: [NodeId; 5],
    /// On the last day: families, their children.
    pub on_last_day: [NodeId; 2],
    /// Ended in the period, in all.
    pub ended: NodeId,
    /// By reason, in the order of the schema; the last without one.
    pub by_reason: Vec<(&'static str, NodeId)>,
    rows: Vec<Row>,
}

/// A row of `Rodziny`. What is counted once a family stands on the family's latest row.
#[derive(Clone, Debug)]
struct Row {
    cells: [Option<NodeId>; 6],
    served: NodeId,
    last: NodeId,
    children: NodeId,
    court: NodeId,
    for_life: NodeId,
    in_care: NodeId,
    family: Once,
}

/// Figures of a family, over all its rows.
#[derive(Clone, Copy, Debug)]
struct Once {
    served: [NodeId; 5],
    last: [NodeId; 2],
    ended: NodeId,
}

impl Families {
    /// Counts the families between two days.
    pub fn between(model: &mut Model, submission: &Submission, [first, last]: [NodeId; 2]) -> Self {
        let inputs = Inputs::of(submission);
        let families: Vec<&Family> = submission.families.iter().filter(|f| !f.rejected).collect();
        let mut rows: Vec<Row> = families.iter().map(|f| Row::of(model, &inputs, f, [first, last])).collect();
        let mut by_family: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, family) in families.iter().enumerate() {
            by_family.entry(family.family.value.trim()).or_default().push(n);
        }
        for own in by_family.values_mut() {
            own.sort_by_key(|n| (families[*n].from.value, *n));
            let Some(at) = own.last().copied() else { continue };
            rows[at].family = once(model, own, &rows, [first, last]);
        }
        let sum = |model: &mut Model, pick: &dyn Fn(&Once) -> NodeId| {
            let ids: Vec<NodeId> = rows.iter().map(|row| pick(&row.family)).collect();
            total_of(model, "Rodziny", Format::Count, &ids)
        };
        let served = std::array::from_fn(|i| sum(model, &|o| o.served[i]));
        let on_last_day = std::array::from_fn(|i| sum(model, &|o| o.last[i]));
        let ended = sum(model, &|o| o.ended);
        let by_reason = by_reason(model, &rows);
        Self { served, on_last_day, ended, by_reason, rows }
    }

    /// Returns the steps as a sheet.
    pub fn sheet(&self, model: &Model) -> Sheet {
        let widths = [14, 14, 12, 12, 26, 18, 11, 11, 9, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11];
        let mut page = Page::new("Półrocze - rodziny", &widths);
        page.line(Role::Title, "Rodziny w półroczu: kroki");
        page.line(
            Role::Subtitle,
            "1 - tak, 0 - nie. Rodzina, która ma kilka wierszy, liczy się raz, w ostatnim z nich.",
        );
        let top = page.row;
        page.headings(&[
            "Rodzina",
            "Identyfikator asystenta",
            "Od",
            "Do",
            "Podstawa przydzielenia",
            "Przyczyna zakończenia",
            "Objęta w półroczu",
            "Objęta w ostatnim dniu",
            "Dzieci",
            "Postanowienie sądu",
            "Za życiem",
            "Dzieci w pieczy",
            "Rodzina w półroczu",
            "w tym postanowienie sądu",
            "w tym Za życiem",
            "w tym dzieci w pieczy",
            "Dzieci w półroczu",
            "Rodzina w ostatnim dniu",
            "Dzieci w ostatnim dniu",
            "Praca zakończona",
        ]);
        page.keep(top, 2);
        for row in &self.rows {
            let mut cells: Vec<Shown> = row.cells.map(Shown::from).to_vec();
            let own = [row.served, row.last, row.children, row.court, row.for_life, row.in_care];
            cells.extend(own.map(Shown::from));
            cells.extend(row.family.served.map(Shown::from));
            cells.extend(row.family.last.map(Shown::from));
            cells.push(row.family.ended.into());
            page.cells(Role::Body, cells, Some(model));
        }
        page.sheet.holds = Holds::Steps;
        page.sheet
    }
}

impl Once {
    /// Empty cells of a row that is not its family's latest, so that a column's sum is one range.
    fn nothing(model: &mut Model) -> Self {
        let mut blank = || model.parameter("", Format::Count, Value::Blank);
        Self { served: std::array::from_fn(|_| blank()), last: [blank(), blank()], ended: blank() }
    }
}

impl Row {
    fn of(model: &mut Model, inputs: &Inputs<'_>, family: &Family, [first, last]: [NodeId; 2]) -> Self {
        let cell = |model: &Model, key: &str| inputs.cell(model, family.at, key);
        let cells = ["family", "assistant", "from", "to", "ground", "end_reason"].map(|k| cell(model, k));
        let [_, _, from, to, ground, _] = cells;
        let served = in_force(from, to, first, last);
        let on_last = in_force(from, to, last, last);
        let [children, in_care, advised, category] =
            ["children", "children_in_care", "advised", "category"].map(|k| cell(model, k));
        let family = Once::nothing(model);
        let mut put = |label: &str, expr: Expr| model.formula(label, Format::Count, expr);
        let served = put("Objęta w półroczu", flag(served));
        let is_served = || Cond::Greater(served.into(), Expr::whole(0));
        let with = |more: Vec<Cond>| {
            if more.is_empty() { Expr::whole(0) } else { flag(Cond::All(vec![is_served(), Cond::Any(more)])) }
        };
        let court = ground.map(|g| Cond::TextIs(g, "postanowienie sądu"));
        let for_life = [
            ground.map(|g| Cond::TextIs(g, "Za życiem")),
            category.map(|c| Cond::TextIs(c, "zaświadczenie \"Za życiem\"")),
            advised.map(|a| Cond::TextIs(a, "TAK")),
        ];
        let in_care = in_care.map(|c| Cond::Greater(c.into(), Expr::whole(0)));
        Self {
            cells,
            served,
            last: put("Objęta w ostatnim dniu", flag(on_last)),
            children: put("Dzieci", children.map_or(Expr::whole(0), |c| Expr::add([c]))),
            court: put("Postanowienie sądu", with(court.into_iter().collect())),
            for_life: put("Za życiem", with(for_life.into_iter().flatten().collect())),
            in_care: put("Dzieci w pieczy", with(in_care.into_iter().collect())),
            family,
        }
    }
}

/// Figures of a family over its rows, the latest last.
fn once(model: &mut Model, own: &[usize], rows: &[Row], [first, last]: [NodeId; 2]) -> Once {
    let max = |model: &mut Model, label: &str, terms: Vec<Expr>| {
        model.formula(label, Format::Count, Expr::Max(terms))
    };
    let each = |pick: &dyn Fn(&Row) -> Expr| own.iter().map(|n| pick(&rows[*n])).collect::<Vec<_>>();
    let served = [
        max(model, "Rodzina w półroczu", each(&|r| r.served.into())),
        max(model, "w tym postanowienie sądu", each(&|r| r.court.into())),
        max(model, "w tym Za życiem", each(&|r| r.for_life.into())),
        max(model, "w tym dzieci w pieczy", each(&|r| r.in_care.into())),
        max(model, "Dzieci w półroczu", each(&|r| Expr::mul(r.served, r.children))),
    ];
    let on_last = [
        max(model, "Rodzina w ostatnim dniu", each(&|r| r.last.into())),
        max(model, "Dzieci w ostatnim dniu", each(&|r| Expr::mul(r.last, r.children))),
    ];
    // Only the latest row can end the work: before it the family went to another assistant.
    let to = own.last().and_then(|n| rows[*n].cells[3]);
    let ended = to.map_or(Expr::whole(0), |to| flag(super::within(to, [first, last])));
    Once { served, last: on_last, ended: model.formula("Praca zakończona", Format::Count, ended) }
}

/// Families whose work ended, by reason; the last without one.
fn by_reason(model: &mut Model, rows: &[Row]) -> Vec<(&'static str, NodeId)> {
    let pairs = rows.iter().filter_map(|row| Some((row.family.ended, row.cells[5]?)));
    let (values, tested): (Vec<NodeId>, Vec<NodeId>) = pairs.unzip();
    let mut all: Vec<(&'static str, NodeId)> = Vec::new();
    for word in END_REASONS {
        let expr = if values.is_empty() {
            Expr::whole(0)
        } else {
            Expr::SumWhere(values.clone(), vec![(tested.clone(), Test::TextIs(word))])
        };
        all.push((word, model.formula(word, Format::Count, expr)));
    }
    let ended: Vec<NodeId> = rows.iter().map(|row| row.family.ended).collect();
    let told = all.iter().map(|(_, id)| *id).collect();
    let (word, rest) = ("bez podanej przyczyny", Expr::sub(Expr::Sum(ended), Expr::Sum(told)));
    all.push((word, model.formula(word, Format::Count, rest)));
    all
}
