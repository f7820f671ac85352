//! Who was employed on a day: persons and posts by form of contract, from `Zatrudnienie`, as live formulas.

use std::collections::BTreeMap;

use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::records::{ContractForm, Employment, Position, Submission};
use crate::settlement::cells::{Inputs, flag, total_of};

/// Persons and posts of assistants on a day.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The day.
    pub day: NodeId,
    /// Persons.
    pub persons: NodeId,
    /// Persons under employment contracts, and under service contracts; one person may be both.
    pub persons_by_form: [NodeId; 2],
    /// Posts.
    pub posts: NodeId,
    /// Posts under employment contracts, and under service contracts.
    pub posts_by_form: [NodeId; 2],
    /// Terms in force on the day without a post: their posts are not known.
    pub without_post: usize,
    rows: Vec<StaffRow>,
}

/// A row of `Zatrudnienie`.
#[derive(Clone, Debug)]
struct StaffRow {
    /// Identifier, form, first and last day, post.
    cells: [Option<NodeId>; 5],
    in_force: NodeId,
    post: NodeId,
    /// On the first row of each person: 1 when any of the person's terms is in force; in all, and by form.
    person: [NodeId; 3],
}

impl Staff {
    /// Counts the assistants on a day. Coordinators are not counted.
    pub fn on(model: &mut Model, submission: &Submission, day: NodeId) -> Self {
        let inputs = Inputs::of(submission);
        let terms: Vec<&Employment> = submission
            .employments
            .iter()
            .filter(|e| !e.rejected && e.employed_as() == Position::Assistant)
            .collect();
        let mut rows: Vec<StaffRow> = terms.iter().map(|e| StaffRow::of(model, &inputs, e, day)).collect();
        let mut by_person: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, e) in terms.iter().enumerate() {
            by_person.entry(e.assistant.value.trim()).or_default().push(n);
        }
        for own in by_person.values() {
            let of = |form: Option<ContractForm>| -> Vec<Expr> {
                let wanted = |n: &&usize| form.is_none_or(|form| terms[**n].form.value == form);
                own.iter().filter(wanted).map(|n| Expr::Ref(rows[*n].in_force)).collect()
            };
            let any = |model: &mut Model, terms: Vec<Expr>| {
                let expr = if terms.is_empty() { Expr::whole(0) } else { Expr::Max(terms) };
                model.formula("Osoba (1 - tak, 0 - nie)", Format::Count, expr)
            };
            let forms = [None, Some(ContractForm::Employment), Some(ContractForm::Service)];
            let person = forms.map(|form| any(model, of(form)));
            if let Some(row) = own.first().and_then(|n| rows.get_mut(*n)) {
                row.person = person;
            }
        }
        let persons = |model: &mut Model, which: usize| {
            let ids: Vec<NodeId> = rows.iter().map(|r| r.person[which]).collect();
            total_of(model, "Asystenci rodziny, osoby", Format::Count, &ids)
        };
        let posts = |model: &mut Model, form: Option<ContractForm>| {
            let wanted = |n: &usize| form.is_none_or(|form| terms[*n].form.value == form);
            let ids: Vec<NodeId> = (0..rows.len()).filter(wanted).map(|n| rows[n].post).collect();
            total_of(model, "Etaty", Format::Posts, &ids)
        };
        let blank = |n: &usize| terms[*n].fte.is_none() && !model.number(rows[*n].in_force).is_zero();
        let without_post = (0..rows.len()).filter(blank).count();
        Self {
            day,
            persons: persons(model, 0),
            persons_by_form: [persons(model, 1), persons(model, 2)],
            posts: posts(model, None),
            posts_by_form: [ContractForm::Employment, ContractForm::Service].map(|f| posts(model, Some(f))),
            without_post,
            rows,
        }
    }

    /// Returns the steps as a sheet.
    pub fn sheet(&self, name: &str, title: &str, model: &Model) -> Sheet {
        let mut page = Page::new(name, &[16, 24, 12, 12, 9, 14, 9, 14, 14, 14]);
        page.line(Role::Title, title);
        page.cells(Role::Body, vec!["Stan na dzień".into(), self.day.into()], Some(model));
        let top = page.row;
        page.headings(&[
            "Identyfikator asystenta",
            "Forma zatrudnienia",
            "Od",
            "Do",
            "Etat",
            "Umowa trwa w tym dniu (1 - tak, 0 - nie)",
            "Etat w tym dniu",
            "Osoba (1 - tak, 0 - nie)",
            "w tym umowa o pracę",
            "w tym umowa zlecenia lub o świadczenie usług",
        ]);
        page.keep(top, 0);
        for row in &self.rows {
            let mut cells: Vec<Shown> = row.cells.map(Shown::from).to_vec();
            cells.extend([row.in_force.into(), row.post.into()]);
            cells.extend(row.person.map(Shown::from));
            page.cells(Role::Body, cells, Some(model));
        }
        page.sheet.holds = Holds::Steps;
        page.sheet
    }
}

impl StaffRow {
    fn of(model: &mut Model, inputs: &Inputs<'_>, terms: &Employment, day: NodeId) -> Self {
        let cell = |model: &Model, key: &str| inputs.cell(model, terms.at, key);
        let cells = ["assistant", "form", "from", "to", "fte"].map(|key| cell(model, key));
        let [_, _, from, to, fte] = cells;
        let in_force = in_force(from, to, day, day);
        let in_force = model.formula("Umowa trwa", Format::Count, flag(in_force));
        let post = fte.map_or(Expr::whole(0), |fte| Expr::mul(in_force, fte));
        let post = model.formula("Etat w tym dniu", Format::Posts, post);
        // Empty on the person's further rows, so that a column's sum is one range.
        let person = std::array::from_fn(|_| model.parameter("", Format::Count, Value::Blank));
        Self { cells, in_force, post, person }
    }
}

/// Does a term with a first and maybe a last day reach into the days between `first` and `last`?
pub fn in_force(from: Option<NodeId>, to: Option<NodeId>, first: NodeId, last: NodeId) -> Cond {
    let mut all: Vec<Cond> = Vec::new();
    all.extend(from.map(|from| Cond::AtLeast(last.into(), from.into())));
    all.extend(to.map(|to| Cond::Any(vec![Cond::Blank(to), Cond::AtLeast(to.into(), first.into())])));
    Cond::All(all)
}
