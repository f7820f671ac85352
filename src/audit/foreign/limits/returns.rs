//! What goes back: money that came and was not used, with interest.

use super::Tests;
use crate::calc::Expr;
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::definition::{FieldRef, PartOf};
use crate::forms::fields::{ComponentField, Field, MunicipalityField};
use crate::records::HalfYear;
use crate::settlement::formulas;
use crate::units::{Exact, Money};

/// Tests what is returned, for each component that the form shows and for both together.
pub fn test(tests: &mut Tests<'_>) {
    for kind in [Some(PartOf::Supplement), Some(PartOf::Employment), None] {
        for half in [None, Some(HalfYear::First), Some(HalfYear::Second)] {
            unused(tests, kind, half);
            if half.is_none() {
                to_return(tests, kind);
            }
            within(tests, kind, half);
        }
    }
    given_back(tests);
}

fn field(kind: Option<PartOf>, of: ComponentField, round: Option<HalfYear>) -> FieldRef {
    let field = kind.map_or(Field::All(of), |part| Field::Component(part, of));
    FieldRef { field, round, month: None }
}

/// Returns the cells that make up a figure of the year: its own, else those of its parts.
fn parts(tests: &Tests<'_>, kind: Option<PartOf>, of: ComponentField) -> Vec<usize> {
    let one = |kind, round| tests.whole(field(kind, of, round));
    if let Some(own) = one(kind, None) {
        return vec![own];
    }
    let rounds = [Some(HalfYear::First), Some(HalfYear::Second)];
    let halves: Vec<usize> = rounds.into_iter().filter_map(|round| one(kind, round)).collect();
    match kind {
        _ if !halves.is_empty() => halves,
        None => [PartOf::Supplement, PartOf::Employment]
            .into_iter()
            .flat_map(|part| parts(tests, Some(part), of))
            .collect(),
        Some(_) => Vec::new(),
    }
}

fn sum(tests: &Tests<'_>, cells: &[usize]) -> Expr {
    match cells {
        [one] => Expr::Ref(tests.nodes[*one]),
        many => Expr::Sum(many.iter().map(|i| tests.nodes[*i]).collect()),
    }
}

/// A figure of what is unused is what came less what was used.
fn unused(tests: &mut Tests<'_>, kind: Option<PartOf>, half: Option<HalfYear>) {
    use ComponentField as C;
    let cell =
        |tests: &Tests<'_>, of| tests.whole(field(kind, of, half)).filter(|c| tests.number(*c).is_some());
    let (Some(at), Some(came), Some(used)) =
        (cell(tests, C::Unused), cell(tests, C::Transferred), cell(tests, C::CoFinancing))
    else {
        return;
    };
    tests.told.tested += 1;
    let expected = tests.value(&formulas::unused(tests.nodes[came], tests.nodes[used]));
    if tests.number(at) != Some(expected.clone()) {
        let basis = tests.act.to_owned();
        let finding = tests.broken(&codes::ANNEX_UNUSED, at, &expected, &basis);
        tests.tell(finding, &[came, used]);
    }
}

/// A figure of what is to return, where the form shows no part of it but interest: at least what is unused, and interest.
fn to_return(tests: &mut Tests<'_>, kind: Option<PartOf>) {
    use ComponentField as C;
    if !parts(tests, kind, C::Unused).is_empty() {
        return;
    }
    let came = parts(tests, kind, C::Transferred);
    let used = parts(tests, kind, C::CoFinancing);
    let interest = parts(tests, kind, C::Interest);
    let Some(at) = to_return_cells(tests, kind) else { return };
    let known = |cells: &[usize]| !cells.is_empty() && cells.iter().all(|c| tests.number(*c).is_some());
    if !known(&came) || used.iter().all(|c| tests.number(*c).is_none()) {
        return;
    }
    tests.told.tested += 1;
    let left = formulas::unused(sum(tests, &came), sum(tests, &used));
    let expected = tests.value(&Expr::add([left, sum(tests, &interest)]));
    let seen: Exact = at.iter().filter_map(|c| tests.number(*c)).sum();
    if seen == expected {
        return;
    }
    let low = seen < expected;
    let code = if low { &codes::ANNEX_RETURN_LOW } else { &codes::ANNEX_RETURN_HIGH };
    let basis = tests.act.to_owned();
    let Some(last) = at.last().copied() else { return };
    let mut finding = tests.broken(code, last, &expected, &basis);
    finding.seen = Money::from_exact(&seen).map(Fact::Amount);
    finding.difference = Money::from_exact(&(&seen - &expected));
    let related: Vec<usize> = at.iter().chain(&came).chain(&used).chain(&interest).copied().collect();
    tests.tell(finding, &related);
}

/// The cells of what is to return; none where the form has none, or all of them are blank and nothing came.
fn to_return_cells(tests: &Tests<'_>, kind: Option<PartOf>) -> Option<Vec<usize>> {
    let is = |f: FieldRef| {
        f.field
            == kind.map_or(Field::All(ComponentField::ReturnTotal), |part| {
                Field::Component(part, ComponentField::ReturnTotal)
            })
    };
    let all: Vec<usize> = (0..tests.ledger.cells.len())
        .filter(|i| tests.ledger.cells[*i].field.is_some_and(is) && tests.ledger.cells[*i].readable)
        .filter(|i| !matches!(tests.ledger.cells[*i].whose, super::Whose::Assistant(_)))
        .collect();
    let given = all.iter().copied().filter(|i| tests.number(*i).is_some()).collect::<Vec<usize>>();
    match (given.is_empty(), all.first()) {
        (false, _) => Some(given),
        (true, Some(first)) => Some(vec![*first]),
        (true, None) => None,
    }
}

/// Interest is a part of what goes back; nothing bears interest where nothing was misused.
fn within(tests: &mut Tests<'_>, kind: Option<PartOf>, half: Option<HalfYear>) {
    use ComponentField as C;
    let cell = |tests: &Tests<'_>, of| {
        tests.whole(field(kind, of, half)).and_then(|c| tests.number(c).map(|n| (c, n)))
    };
    let basis = tests.act.to_owned();
    let (interest, all) = (cell(tests, C::Interest), cell(tests, C::ReturnTotal));
    if let (Some((at, interest)), Some((whole, all))) = (&interest, &all) {
        tests.told.tested += 1;
        if interest > all {
            let finding = tests.broken(&codes::ANNEX_INTEREST_ABOVE_RETURN, *at, all, &basis);
            tests.tell(finding, &[*whole]);
        }
    }
    if let (Some((at, interest)), Some((base, misused))) = (interest, cell(tests, C::Misused)) {
        tests.told.tested += 1;
        if !interest.is_zero() && misused.is_zero() {
            let finding = tests.broken(&codes::ANNEX_INTEREST_WITHOUT_BASE, at, &Exact::zero(), &basis);
            tests.tell(finding.with_severity(Severity::Note), &[base]);
        }
    }
}

/// What was given back is no more than what had to be.
fn given_back(tests: &mut Tests<'_>) {
    let of = |field| FieldRef { field: Field::Municipality(field), round: None, month: None };
    let cells: Vec<usize> = [MunicipalityField::ReturnedInYear, MunicipalityField::ReturnedLater]
        .into_iter()
        .filter_map(|field| tests.whole(of(field)))
        .collect();
    let left = tests.whole(field(None, ComponentField::Unused, None));
    let (Some(first), Some(left)) = (cells.first().copied(), left) else { return };
    let Some(bound) = tests.number(left) else { return };
    let back: Exact = cells.iter().filter_map(|c| tests.number(*c)).sum();
    tests.told.tested += 1;
    if back > bound {
        let basis = tests.act.to_owned();
        let mut finding: Finding = tests.broken(&codes::ANNEX_RETURNED_TOO_MUCH, first, &bound, &basis);
        finding.seen = Money::from_exact(&back).map(Fact::Amount);
        finding.difference = Money::from_exact(&(&back - &bound));
        let mut related = cells.clone();
        related.push(left);
        tests.tell(finding.with_severity(Severity::Note), &related);
    }
}
