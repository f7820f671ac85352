//! From cells that do not agree to findings: where, what stands there, what should, and how it may have come about.

use super::cause::{Cause, guess};
use super::culprit::{Culprit, Judged};
use super::equations::{Equation, Kind};
use super::findings::Told;
use super::ledger::{Cell, Ledger, Whose};
use super::read::fact;
use crate::calc::{Format, Model, NodeId, words};
use crate::finding::code::annex as codes;
use crate::finding::{Code, Fact, Finding};
use crate::units::{Exact, Money};

/// Cells named beside a difference.
const MOST_RELATED: usize = 8;

/// Tells every cell that does not agree.
pub fn tell(
    ledger: &Ledger<'_>,
    equations: &[Equation],
    judged: &Judged,
    (model, nodes): (&Model, &[NodeId]),
    act: &str,
    told: &mut Told,
) {
    for culprit in &judged.culprits {
        told.finding(difference(ledger, equations, culprit, (model, nodes), act));
    }
    for (i, residual) in &judged.rounded {
        let target = &ledger.cells[equations[*i].target];
        let expected = target.value.clone().unwrap_or_else(Exact::zero) + residual.clone();
        // What a file of ours stores unrounded is out by less than anybody can see.
        if residual.abs() * Exact::whole(1_000) < Exact::one() || told.speaks_of(target.at) {
            continue;
        }
        let finding = Finding::at(&codes::ANNEX_WITHIN_ROUNDING, target.at)
            .with("what", Fact::Text(target.label.clone()))
            .with_seen(seen(target))
            .with_expected(fact(&expected, target.format))
            .with_basis(act);
        told.finding(finding);
    }
}

fn seen(cell: &Cell) -> Fact {
    cell.value.as_ref().map_or_else(|| Fact::Text("(puste)".to_owned()), |n| fact(n, cell.format))
}

fn difference(
    ledger: &Ledger<'_>,
    equations: &[Equation],
    culprit: &Culprit,
    (model, nodes): (&Model, &[NodeId]),
    act: &str,
) -> Finding {
    let cell = &ledger.cells[culprit.cell];
    let mended: Vec<&Equation> = culprit.mends.iter().map(|i| &equations[*i]).collect();
    // The sum it is itself, if it is one: lines first, since they are the municipality's own.
    let own = mended
        .iter()
        .filter(|e| e.target == culprit.cell)
        .min_by_key(|e| (rank(e.kind), e.plus.len()))
        .copied();
    let others = mended.iter().filter(|e| e.target != culprit.cell).count();
    // A cell that both its own sum and everything that rests on it contradict is wrong itself.
    let own_code = own.filter(|_| others < 2 || own.is_some_and(|e| e.kind == Kind::Total));
    let code = own_code.map_or(&codes::ANNEX_CELL, |equation| code(equation.kind));
    let lines: Vec<Exact> = own
        .filter(|e| matches!(e.kind, Kind::Total | Kind::Parts))
        .map(|e| e.plus.iter().filter_map(|i| ledger.cells[*i].value.clone()).collect())
        .unwrap_or_default();
    let cause = guess(cell.value.as_ref(), &culprit.expected, &lines);
    let blanks = blanks(ledger, own, culprit.cell);
    // What rests on blank cells is not known before they are filled.
    let unknown = !blanks.is_empty();
    let (cause_word, named) = match (unknown, cell.value.is_some()) {
        (true, true) => ("blank-lines", blanks),
        (true, false) => ("blank-too", blanks),
        (false, _) => (cause.word(), named(ledger, own, &cause)),
    };
    let mut finding = Finding::at(code, cell.at)
        .with("what", Fact::Text(cell.label.clone()))
        .with_seen(seen(cell))
        .with_basis(act)
        .with("cause", Fact::Text(cause_word.to_owned()))
        .with("lines", Fact::Text(named))
        .with("count", Fact::Count(i64::try_from(mended.len()).unwrap_or(i64::MAX)));
    if !unknown {
        finding = finding.with_expected(fact(&culprit.expected, cell.format));
    }
    if cell.format == Format::Money && !unknown {
        let zero = Exact::zero();
        let typed = cell.value.as_ref().unwrap_or(&zero);
        finding.difference = Money::from_exact(&(typed - &culprit.expected));
    }
    let shown = own.or_else(|| mended.first().copied());
    if let Some(equation) = shown {
        let others = equation.terms().map(|(i, _)| i).filter(|i| *i != culprit.cell);
        finding.related.extend(others.take(MOST_RELATED).map(|i| ledger.cells[i].at));
        let formula = words::with_labels(model, &equation.expr(nodes));
        finding = finding.with("formula", Fact::Text(formula));
    }
    if let Whose::Assistant(number) = cell.whose {
        finding.assistant = Some((number + 1).to_string());
    }
    finding
}

fn rank(kind: Kind) -> u32 {
    match kind {
        Kind::Total => 0,
        Kind::Row => 1,
        Kind::Parts => 2,
        Kind::Component => 3,
        Kind::Twice => 4,
    }
}

fn code(kind: Kind) -> &'static Code {
    match kind {
        Kind::Row => &codes::ANNEX_LINE,
        Kind::Total => &codes::ANNEX_TOTAL,
        Kind::Parts => &codes::ANNEX_PARTS,
        Kind::Twice => &codes::ANNEX_FIGURE_TWICE,
        Kind::Component => &codes::ANNEX_COMPONENT,
    }
}

/// The blank cells that a cell should follow from, where they leave nothing to compute it with: beside a blank cell any
/// of its row, beneath a total all of its lines.
fn blanks(ledger: &Ledger<'_>, own: Option<&Equation>, cell: usize) -> String {
    let Some(own) = own else { return String::new() };
    let of: Vec<&Cell> = own.plus.iter().chain(&own.minus).map(|i| &ledger.cells[*i]).collect();
    let blank: Vec<String> =
        of.iter().filter(|c| c.value.is_none() && c.readable).map(|c| c.at.to_string()).collect();
    let told = match own.kind {
        Kind::Total => blank.len() == of.len(),
        // Half-years make a year: one that is not settled yet leaves its cell blank.
        Kind::Row => {
            let field = |c: &&Cell| c.field.map(|f| f.field);
            ledger.cells[cell].value.is_none() && of.windows(2).any(|w| field(&w[0]) != field(&w[1]))
        }
        Kind::Parts | Kind::Component | Kind::Twice => false,
    };
    if told { blank.join(", ") } else { String::new() }
}

/// Rows of the lines that a cause names.
fn named(ledger: &Ledger<'_>, equation: Option<&Equation>, cause: &Cause) -> String {
    let (Cause::LeftOut(lines) | Cause::Twice(lines), Some(equation)) = (cause, equation) else {
        return String::new();
    };
    let given: Vec<usize> =
        equation.plus.iter().copied().filter(|i| ledger.cells[*i].value.is_some()).collect();
    let names: Vec<String> = lines
        .iter()
        .filter_map(|line| given.get(*line))
        .map(|i| {
            let cell = &ledger.cells[*i];
            let amount = cell.value.as_ref().map_or_else(String::new, |n| {
                words::value_words(&crate::calc::Value::Number(n.clone()), cell.format)
            });
            format!("{} ({amount})", cell.at)
        })
        .collect();
    names.join(", ")
}
