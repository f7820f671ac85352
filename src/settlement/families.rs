//! Counts of families: per assistant, and for the municipality each family once.
//!
//! A family counts when it was open on any day of the period. Several rows of one family: the latest gives the
//! children; advice, endangered pregnancy and coordination count when any open row says so.

use std::collections::BTreeMap;

use super::figures::StepTable;
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};

/// Families, children, families advised, children advised, endangered pregnancy, coordination.
pub type Counts = [NodeId; 6];

/// Family counts and the table that shows how they came about.
pub struct Families {
    /// By identifier of the assistant.
    pub by_assistant: BTreeMap<String, Counts>,
    /// Each family once.
    pub municipality: Counts,
    /// Steps; none where the municipality gave totals only.
    pub table: Option<StepTable>,
}

const LABELS: [&str; 6] = [
    "Liczba rodzin",
    "Liczba dzieci",
    "Rodziny z poradami \"Za życiem\"",
    "Dzieci w rodzinach z poradami",
    "Rodziny z kobietą w zagrożonej ciąży",
    "Rodziny z koordynacją wsparcia",
];

/// Counts families from `Rodziny`, else takes `Rodziny - zestawienie`, else nothing.
pub fn families(work: &mut Work<'_>) -> Option<Families> {
    if work.submission.families.iter().any(|f| !f.rejected) {
        return Some(from_rows(work));
    }
    from_totals(work)
}

fn from_totals(work: &mut Work<'_>) -> Option<Families> {
    let keys =
        ["families", "children", "advised", "children_advised", "endangered_pregnancy", "coordination"];
    let mut by_assistant: BTreeMap<String, Counts> = BTreeMap::new();
    let mut municipality = None;
    for row in work.submission.family_totals.iter().filter(|r| !r.rejected) {
        let counts = keys.map(|key| work.cell(row.at, key).unwrap_or(work.zero));
        let id = row.assistant.value.trim();
        if id.eq_ignore_ascii_case("gmina") {
            municipality = Some(counts);
        } else {
            by_assistant.insert(id.to_owned(), counts);
        }
    }
    if by_assistant.is_empty() && municipality.is_none() {
        return None;
    }
    let municipality =
        municipality.unwrap_or_else(|| sums(work, &by_assistant.values().copied().collect::<Vec<_>>()));
    Some(Families { by_assistant, municipality, table: None })
}

fn sums(work: &mut Work<'_>, rows: &[Counts]) -> Counts {
    std::array::from_fn(|i| {
        let cells = rows.iter().map(|r| r[i]).collect();
        work.model.formula(LABELS[i], Format::Count, Expr::Sum(cells))
    })
}

fn from_rows(work: &mut Work<'_>) -> Families {
    let mut table = step_table();
    let rows = ordered(work);
    let open: Vec<NodeId> = rows.iter().map(|i| basics(work, &mut table, *i)).collect();
    let mut by_family: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, index) in rows.iter().enumerate() {
        let code = work.submission.families[*index].family.value.trim().to_owned();
        by_family.entry(code).or_default().push(position);
    }
    let mut own_rows: BTreeMap<String, Vec<Counts>> = BTreeMap::new();
    let mut all_rows = Vec::new();
    for (position, index) in rows.iter().enumerate() {
        let family = &work.submission.families[*index];
        let id = family.assistant.value.trim().to_owned();
        let same_family = by_family.get(family.family.value.trim()).cloned().unwrap_or_default();
        let same_both: Vec<usize> = same_family
            .iter()
            .copied()
            .filter(|p| work.submission.families[rows[*p]].assistant.value.trim() == id)
            .collect();
        let own = counts(work, &mut table, position, &same_both, &open, &rows, &OWN);
        own_rows.entry(id).or_default().push(own);
        all_rows.push(counts(work, &mut table, position, &same_family, &open, &rows, &ALL));
    }
    let by_assistant = own_rows.into_iter().map(|(id, list)| (id, sums(work, &list))).collect();
    let municipality = sums(work, &all_rows);
    Families { by_assistant, municipality, table: Some(table.finish()) }
}

/// Rows by assistant, then family, then first day: an assistant's rows stand together and the latest comes last.
fn ordered(work: &Work<'_>) -> Vec<usize> {
    let families = &work.submission.families;
    let mut rows: Vec<usize> = (0..families.len()).filter(|i| !families[*i].rejected).collect();
    rows.sort_by_key(|i| {
        let f = &families[*i];
        (f.assistant.value.trim().to_owned(), f.family.value.trim().to_owned(), f.from.value, *i)
    });
    rows
}

const OWN: [&str; 6] =
    ["own", "own_children", "own_advised", "own_children_advised", "own_pregnancy", "own_coordination"];
const ALL: [&str; 6] =
    ["all", "all_children", "all_advised", "all_children_advised", "all_pregnancy", "all_coordination"];

fn step_table() -> TableBuilder {
    use Format::{Count, Day, Text};
    TableBuilder::new(
        "Obliczenia - rodziny",
        "Rodziny objęte opieką w okresie rozliczeniowym",
        &[
            ("family", "Identyfikator rodziny", "", Text),
            ("assistant", "Identyfikator asystenta", "", Text),
            ("from", "Od", "", Day),
            ("to", "Do", "", Day),
            ("open", "Objęta w okresie (1 - tak, 0 - nie)", "", Count),
            ("own", "U asystenta: rodzina", "", Count),
            ("own_children", "U asystenta: dzieci", "", Count),
            ("own_advised", "U asystenta: porady", "", Count),
            ("own_children_advised", "U asystenta: dzieci w rodzinach z poradami", "", Count),
            ("own_pregnancy", "U asystenta: zagrożona ciąża", "", Count),
            ("own_coordination", "U asystenta: koordynacja", "", Count),
            ("all", "W gminie: rodzina", "", Count),
            ("all_children", "W gminie: dzieci", "", Count),
            ("all_advised", "W gminie: porady", "", Count),
            ("all_children_advised", "W gminie: dzieci w rodzinach z poradami", "", Count),
            ("all_pregnancy", "W gminie: zagrożona ciąża", "", Count),
            ("all_coordination", "W gminie: koordynacja", "", Count),
        ],
    )
}

fn basics(work: &mut Work<'_>, table: &mut TableBuilder, index: usize) -> NodeId {
    let at = work.submission.families[index].at;
    let row = table.row();
    for key in ["family", "assistant", "from", "to"] {
        if let Some(node) = work.cell(at, key) {
            table.put(row, key, node);
        }
    }
    let (first, last) = work.period_nodes;
    let mut conditions = Vec::new();
    conditions.extend(work.cell(at, "from").map(|from| Cond::AtLeast(last.into(), from.into())));
    conditions.extend(
        work.cell(at, "to")
            .map(|to| Cond::Any(vec![Cond::Blank(to), Cond::AtLeast(to.into(), first.into())])),
    );
    let expr = Expr::when(Cond::All(conditions), Expr::whole(1), Expr::whole(0));
    table.formula(&mut work.model, row, "open", expr)
}

/// Counts one row among the rows of the same family: only the latest open one counts.
fn counts(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    position: usize,
    group: &[usize],
    open: &[NodeId],
    rows: &[usize],
    keys: &[&'static str; 6],
) -> Counts {
    let at = |p: usize| work.submission.families[rows[p]].at;
    let from = |p: usize| (work.submission.families[rows[p]].from.value, p);
    let later: Vec<NodeId> = group.iter().filter(|p| from(**p) > from(position)).map(|p| open[*p]).collect();
    let mut conditions = vec![Cond::Equal(open[position].into(), Expr::whole(1))];
    if !later.is_empty() {
        conditions.push(Cond::Equal(Expr::Sum(later), Expr::whole(0)));
    }
    let one = Expr::when(Cond::All(conditions), Expr::whole(1), Expr::whole(0));
    let said = |key: &'static str| -> Vec<Expr> {
        group
            .iter()
            .filter_map(|p| {
                let yes = Cond::TextIs(work.cell(at(*p), key)?, "TAK");
                let both = Cond::All(vec![yes, Cond::Equal(open[*p].into(), Expr::whole(1))]);
                Some(Expr::when(both, Expr::whole(1), Expr::whole(0)))
            })
            .collect()
    };
    let (advised, pregnancy, coordination) =
        (said("advised"), said("endangered_pregnancy"), said("coordination"));
    let children = work.cell(at(position), "children");
    let children_advised = work.cell(at(position), "children_advised");
    let one = table.formula(&mut work.model, position, keys[0], one);
    let any = |list: Vec<Expr>| Expr::mul(one, Expr::min(Expr::whole(1), Expr::Add(list)));
    let kids = children.map_or(Expr::whole(0), |c| Expr::mul(one, c));
    let kids = table.formula(&mut work.model, position, keys[1], kids);
    let with_advice = table.formula(&mut work.model, position, keys[2], any(advised));
    let helped = children_advised.map_or(Expr::Ref(kids), |c| Expr::when(Cond::Blank(c), kids, c));
    let helped = table.formula(&mut work.model, position, keys[3], Expr::mul(with_advice, helped));
    let pregnant = table.formula(&mut work.model, position, keys[4], any(pregnancy));
    let coordinated = table.formula(&mut work.model, position, keys[5], any(coordination));
    [one, kids, with_advice, helped, pregnant, coordinated]
}
