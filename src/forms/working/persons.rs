//! `Wykaz imienny`: one row an assistant, month and form of contract (layout F3, a reconstruction).
//!
//! Pay and contributions are sums of the payment rows as handed in; the base, the co-financing and the own
//! contribution are the settlement's. Identifiers only: names stay on the input copy.

use std::collections::BTreeMap;

use super::WorkbookFacts;
use super::caseload::Caseload;
use super::cells::{sum_of, total_of, yes_no};
use super::page::{Page, Shown};
use crate::calc::{Expr, Format, Model, NodeId};
use crate::grid::{Role, Sheet};
use crate::programme::{Component, WageBase};
use crate::records::{ContractForm, Contribution, Employment, Payment};
use crate::settlement::{Line, Settled};
use crate::source::CellRef;

/// Contribution columns in the order of the layout; sums by paragraph follow where a table has them.
const CONTRIBUTIONS: [(Contribution, &str, bool); 10] = [
    (Contribution::Pension, "Składka emerytalna pracodawcy", true),
    (Contribution::Disability, "Składka rentowa pracodawcy", true),
    (Contribution::Accident, "Składka wypadkowa", true),
    (Contribution::LabourFund, "FP i FS", true),
    (Contribution::Fgsp, "FGŚP", true),
    (Contribution::Ppk, "PPK pracodawcy", true),
    (Contribution::Paragraph4110, "§ 4110", false),
    (Contribution::Paragraph4120, "§ 4120", false),
    (Contribution::Paragraph4710, "§ 4710", false),
    (Contribution::Total, "Pochodne razem", false),
];

/// Which columns the list has beside the fixed ones.
struct Plan {
    /// Other components of pay belong to the base (2012-2019).
    whole_pay: bool,
    contributions: Vec<(Contribution, &'static str)>,
}

/// Returns `Wykaz imienny`.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>, families: &Caseload) -> Sheet {
    let plan = plan(settled, facts);
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
    let mut sums: BTreeMap<usize, (Format, Vec<NodeId>)> = BTreeMap::new();
    let Settled { model, lines, assistants, .. } = settled;
    for (number, line) in (1i64..).zip(lines.iter()) {
        let Some(assistant) = assistants.get(line.assistant) else { continue };
        let mut cells = vec![Shown::Number(number, Format::Count), assistant.id_node.into()];
        cells.extend(terms(model, facts, &assistant.id, line));
        cells.extend(work(model, families, &assistant.id, line));
        let first_sum = cells.len();
        for (column, (id, format)) in (first_sum..).zip(money(model, facts, &plan, line)) {
            if let Some(id) = id {
                sums.entry(column).or_insert_with(|| (format, Vec::new())).1.push(id);
            }
            cells.push(id.into());
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let mut cells = vec![Shown::from(""), Shown::from("RAZEM")];
    for column in 2..headings.len() {
        cells.push(match sums.get(&column) {
            Some((format, ids)) => total_of(model, "Razem", *format, ids).into(),
            None => Shown::Nothing,
        });
    }
    page.cells(Role::Total, cells, Some(model));
    page.sheet
}

fn plan(settled: &Settled, facts: &WorkbookFacts<'_>) -> Plan {
    let whole_pay = facts.programme.components.iter().any(|c| match c {
        Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => {
            base.value != WageBase::BaseAndSeniorityWithContributions
        }
        _ => false,
    });
    let used = |kind: Contribution| {
        let rows = settled.lines.iter().flat_map(|l| &l.payments);
        rows.filter_map(|i| facts.submission.payments.get(*i))
            .any(|p| p.contributions.iter().any(|(k, _)| *k == kind))
    };
    let contributions = CONTRIBUTIONS
        .iter()
        .filter(|(kind, _, always)| *always || used(*kind))
        .map(|(kind, label, _)| (*kind, *label))
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
fn terms(model: &mut Model, facts: &WorkbookFacts<'_>, id: &str, line: &Line) -> Vec<Shown> {
    let days = line.month.days();
    let holds = |e: &&Employment| {
        !e.rejected
            && e.assistant.value == id
            && e.form.value == line.form
            && e.from.value <= days.last
            && e.to.as_ref().is_none_or(|to| to.value >= days.first)
    };
    let contract = facts.submission.employments.iter().filter(holds).max_by_key(|e| e.from.value);
    let form = match line.form {
        ContractForm::Employment => "umowa o pracę",
        ContractForm::Service => "umowa zlecenie",
    };
    let shown = |at: Option<CellRef>| Shown::from(at.and_then(|at| model.input_at(at)));
    vec![
        form.into(),
        shown(contract.and_then(|e| e.fte.as_ref()).map(|f| f.at)),
        shown(contract.map(|e| e.from.at)),
        shown(contract.and_then(|e| e.to.as_ref()).map(|t| t.at)),
        shown(contract.and_then(|e| e.qualification.as_ref()).map(|q| q.at)),
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
    plan: &Plan,
    line: &Line,
) -> Vec<(Option<NodeId>, Format)> {
    let payments: Vec<&Payment> =
        line.payments.iter().filter_map(|i| facts.submission.payments.get(*i)).collect();
    let mut sum = |label: &str, pick: &dyn Fn(&Payment) -> Vec<CellRef>| {
        let cells = payments.iter().flat_map(|p| pick(p));
        let ids: Vec<NodeId> = cells.filter_map(|at| model.input_at(at)).collect();
        sum_of(model, label, Format::Money, &ids)
    };
    let at = |given: &[&Option<crate::source::Sourced<crate::units::Money>>]| -> Vec<CellRef> {
        given.iter().filter_map(|g| g.as_ref().map(|s| s.at)).collect()
    };
    let mut columns = Vec::new();
    if plan.whole_pay {
        columns.push(sum("Wynagrodzenie", &|p| {
            at(&[&p.gross, &p.base, &p.seniority, &p.other_contributory, &p.other_exempt])
        }));
    } else {
        columns.push(sum("Wynagrodzenie w podstawie", &|p| at(&[&p.gross, &p.base, &p.seniority])));
        columns.push(sum("Wynagrodzenie poza podstawą", &|p| at(&[&p.other_contributory, &p.other_exempt])));
    }
    columns.push(sum("Dodatek z Programu", &|p| at(&[&p.supplement])));
    columns.push(sum("Dodatek motywacyjny", &|p| at(&[&p.motivation])));
    for (kind, label) in &plan.contributions {
        columns.push(sum(label, &|p| {
            p.contributions.iter().filter(|(k, _)| k == kind).map(|(_, amount)| amount.at).collect()
        }));
    }
    let other = sum("Inne środki publiczne", &|p| at(&[&p.other_public]));
    let cost: Vec<NodeId> = columns.iter().copied().flatten().collect();
    columns.push(sum_of(model, "Koszt razem", Format::Money, &cost));
    columns.push(other);
    let mut add = |label: &str, ids: [NodeId; 2]| Some(model.formula(label, Format::Money, Expr::add(ids)));
    columns.push(add("Podstawa dofinansowania", [line.wage_cost, line.supplement_cost]));
    columns.push(add("Dofinansowanie", [line.employment_co_financing, line.supplement_co_financing]));
    columns.push(add("Środki własne", [line.employment_own, line.supplement_own]));
    columns.into_iter().map(|id| (id, Format::Money)).collect()
}
