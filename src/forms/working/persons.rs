//! `Wykaz imienny`: one row an assistant, month and form of contract (layout F3, a reconstruction).
//!
//! Pay and contributions are sums of the payment rows as handed in; the base, the co-financing and the own
//! contribution are the settlement's. Identifiers only: names stay on the input copy.

use std::collections::BTreeMap;

use super::WorkbookFacts;
use super::caseload::Caseload;
use super::cells::{Inputs, sum_of, total_of, yes_no};
use super::page::{Page, Shown};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::grid::{Role, Sheet};
use crate::programme::{Component, WageBase};
use crate::records::{Employment, TableId};
use crate::settlement::pay_columns::{PayColumn, PayColumns};
use crate::settlement::{Line, Settled};
use crate::source::CellRef;

/// Contribution columns in the order of the layout; sums by paragraph follow where a table has them.
const CONTRIBUTIONS: [(&str, &str, bool); 10] = [
    ("pension", "Składka emerytalna pracodawcy", true),
    ("disability", "Składka rentowa pracodawcy", true),
    ("accident", "Składka wypadkowa", true),
    ("labour_fund", "FP i FS", true),
    ("fgsp", "FGŚP", true),
    ("ppk", "PPK pracodawcy", true),
    ("par_4110", "§ 4110", false),
    ("par_4120", "§ 4120", false),
    ("par_4710", "§ 4710", false),
    ("contributions", "Pochodne razem", false),
];

/// Which columns the list has beside the fixed ones.
struct Plan {
    /// Other components of pay belong to the base (2012-2019).
    whole_pay: bool,
    /// Key and heading of each column of contributions.
    contributions: Vec<(&'static str, &'static str)>,
}

/// A column that is added up.
struct Column {
    format: Format,
    /// Some row has something to add.
    used: bool,
    cells: Vec<NodeId>,
}

/// Returns `Wykaz imienny`.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>, families: &Caseload) -> Sheet {
    let plan = plan(facts);
    let headings = headings(&plan);
    let mut widths = vec![5, 13, 16, 9, 12, 12, 26, 10, 10, 12, 12, 12, 10, 12];
    widths.resize(headings.len(), 14);
    let mut page = Page::new("Wykaz imienny", &widths);
    page.line(Role::Title, "Imienny wykaz asystentów rodziny: miesiące pracy");
    page.line(
        Role::Subtitle,
        "Kwoty wypłat i składek są sumami wierszy z arkusza „Dane - Płace”. Podstawa, dofinansowanie i środki własne pochodzą z obliczeń.",
    );
    let top = page.row;
    page.headings(&headings);
    page.keep(top, 2);
    let inputs = Inputs::of(facts.submission);
    let mut sums: BTreeMap<usize, Column> = BTreeMap::new();
    let Settled { model, lines, assistants, .. } = settled;
    for (number, line) in (1i64..).zip(lines.iter()) {
        let Some(assistant) = assistants.get(line.assistant) else { continue };
        let mut cells = vec![Shown::Number(number, Format::Count), assistant.id_node.into()];
        cells.extend(terms(model, facts, &inputs, &assistant.id, line));
        cells.extend(work(model, families, &assistant.id, line));
        let first_sum = cells.len();
        for (column, (id, format)) in (first_sum..).zip(money(model, facts, &inputs, &plan, line)) {
            let sum = sums.entry(column).or_insert_with(|| Column { format, used: false, cells: Vec::new() });
            sum.used |= id.is_some();
            // A month without a row of pay keeps a blank cell of its own, so that the total is one range.
            let id = id.unwrap_or_else(|| model.parameter("", format, Value::Blank));
            sum.cells.push(id);
            cells.push(id.into());
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells = vec![Shown::from(""), Shown::from("RAZEM")];
    for column in 2..headings.len() {
        cells.push(match sums.get(&column) {
            Some(sum) if sum.used => total_of(model, "Razem", sum.format, &sum.cells).into(),
            _ => Shown::Nothing,
        });
    }
    page.cells(Role::Total, cells, Some(model));
    page.sheet
}

fn plan(facts: &WorkbookFacts<'_>) -> Plan {
    let whole_pay = facts.programme.components.iter().any(|c| match c {
        Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => {
            base.value != WageBase::BaseAndSeniorityWithContributions
        }
        _ => false,
    });
    let pay = || facts.submission.tables.iter().filter(|t| t.id == TableId::Pay);
    let used = |key: &str| pay().any(|t| t.columns.contains(&key));
    let contributions = CONTRIBUTIONS
        .iter()
        .filter(|(key, _, always)| *always || used(key))
        .map(|(key, label, _)| (*key, *label))
        .collect();
    Plan { whole_pay, contributions }
}

fn headings(plan: &Plan) -> Vec<&'static str> {
    let mut all = vec![
        "Lp.",
        "Identyfikator asystenta",
        "Forma zatrudnienia",
        "Wymiar etatu",
        "Zatrudniony od",
        "Zatrudniony do",
        "Podstawa kwalifikacji (art. 12)",
        "Miesiąc",
        "Nominalny czas pracy (h)",
        "Godziny przepracowane (h)",
        "Etat przeliczeniowy",
        "Miesiąc uprawniający do dodatku (TAK/NIE)",
        "Liczba rodzin na koniec miesiąca",
        "Najwyższa liczba rodzin w tym samym czasie",
        "Wynagrodzenie zasadnicze i inne kwalifikowane (zł)",
    ];
    if !plan.whole_pay {
        all.push("Wynagrodzenie poza podstawą (zł)");
    }
    all.extend(["Dodatek z Programu (zł)", "Dodatek motywacyjny (zł)"]);
    all.extend(plan.contributions.iter().map(|(_, label)| *label));
    all.extend([
        "Koszt razem (zł)",
        "Inne środki publiczne (zł)",
        "Podstawa dofinansowania (zł)",
        "Dofinansowanie (zł)",
        "Środki własne (zł)",
    ]);
    all
}

/// Form, post, first and last day, qualification, month. The terms are those of the month's last day.
fn terms(model: &Model, facts: &WorkbookFacts<'_>, inputs: &Inputs<'_>, id: &str, line: &Line) -> Vec<Shown> {
    let days = line.month.days();
    let holds = |e: &&Employment| {
        !e.rejected
            && e.assistant.value == id
            && e.form.value == line.form
            && e.from.value <= days.last
            && e.to.as_ref().is_none_or(|to| to.value >= days.first)
    };
    let contract = facts.submission.employments.iter().filter(holds).max_by_key(|e| e.from.value);
    let form = line.form.word();
    // A blank cell has no look of its own; what is typed there must show as its column does.
    let shown = |key: &str, format: Format| {
        let cell = contract.and_then(|e| inputs.cell(model, e.at, key));
        cell.map_or(Shown::Nothing, |id| Shown::NodeAs(id, format))
    };
    vec![
        form.into(),
        shown("fte", Format::Factor),
        shown("from", Format::Day),
        shown("to", Format::Day),
        shown("qualification", Format::Text),
        Shown::Number(line.month.first().serial(), Format::Month),
    ]
}

/// Hours, post used, whether the month earns a supplement, families.
fn work(model: &mut Model, families: &Caseload, id: &str, line: &Line) -> Vec<Shown> {
    let mut cells = vec![Shown::from(line.nominal_hours), line.hours.into(), line.fte.into()];
    cells.push(line.qualifies.map(|id| yes_no(model, "Miesiąc uprawniający", id)).into());
    let count = families.month(id, line.month);
    cells.push(count.map(|c| c.on_last).into());
    cells.push(count.map(|c| c.peak).into());
    cells
}

/// The money columns with their formats; all of them are added up.
fn money(
    model: &mut Model,
    facts: &WorkbookFacts<'_>,
    inputs: &Inputs<'_>,
    plan: &Plan,
    line: &Line,
) -> Vec<(Option<NodeId>, Format)> {
    let rows: Vec<CellRef> =
        line.payments.iter().filter_map(|i| facts.submission.payments.get(*i)).map(|p| p.at).collect();
    let cells = |model: &Model, keys: &[&str]| -> Vec<NodeId> {
        rows.iter().flat_map(|row| inputs.cells(model, *row, keys)).collect()
    };
    let sum = |model: &mut Model, label: &str, keys: &[&str]| {
        let ids = cells(model, keys);
        sum_of(model, label, Format::Money, &ids)
    };
    let mut columns = Vec::new();
    let mut base: Vec<NodeId> = rows.iter().flat_map(|row| base_pay(model, inputs, *row)).collect();
    let pay = PayColumns::of(facts.submission, facts.programme);
    if plan.whole_pay {
        base.extend(cells(model, &pay.keys(PayColumn::is_pay)));
        columns.push(sum_of(model, "Wynagrodzenie", Format::Money, &base));
    } else {
        base.extend(cells(model, &pay.keys(|c| c.in_base)));
        columns.push(sum_of(model, "Wynagrodzenie w podstawie", Format::Money, &base));
        let outside = pay.keys(|c| c.is_pay() && !c.in_base);
        columns.push(sum(model, "Wynagrodzenie poza podstawą", &outside));
    }
    columns.push(sum(model, "Dodatek z Programu", &["supplement"]));
    columns.push(sum(model, "Dodatek motywacyjny", &["motivation"]));
    for (key, label) in &plan.contributions {
        columns.push(sum(model, label, &[*key]));
    }
    let other = sum(model, "Inne środki publiczne", &["other_public"]);
    let cost: Vec<NodeId> = columns.iter().copied().flatten().collect();
    columns.push(sum_of(model, "Koszt razem", Format::Money, &cost));
    columns.push(other);
    let mut add = |label: &str, ids: [NodeId; 2]| Some(model.formula(label, Format::Money, Expr::add(ids)));
    columns.push(add("Podstawa dofinansowania", [line.wage_cost, line.supplement_cost]));
    columns.push(add("Dofinansowanie", [line.employment_co_financing, line.supplement_co_financing]));
    columns.push(add("Środki własne", [line.employment_own, line.supplement_own]));
    columns.into_iter().map(|id| (id, Format::Money)).collect()
}

/// Base salary with seniority allowance; gross pay where no base is given, as the settlement reads it.
fn base_pay(model: &mut Model, inputs: &Inputs<'_>, row: CellRef) -> Vec<NodeId> {
    let base = inputs.cell(model, row, "base");
    let gross = inputs.cell(model, row, "gross");
    let mut cells: Vec<NodeId> = match (base, gross) {
        (Some(base), Some(gross)) => {
            let expr = Expr::when(Cond::Blank(base), gross, base);
            vec![model.formula("Wynagrodzenie zasadnicze albo brutto", Format::Money, expr)]
        }
        (one, other) => one.or(other).into_iter().collect(),
    };
    cells.extend(inputs.cell(model, row, "seniority"));
    cells
}
