//! The share of wages: the level, the cap by what was transferred and awarded, and the proportion between assistants.

use super::{Tests, grosz};
use crate::calc::{Expr, Format};
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::definition::{FieldRef, PartOf};
use crate::forms::fields::{AssistantField, ComponentField, Field, MunicipalityField};
use crate::programme::{Component, Figure};
use crate::records::HalfYear;
use crate::settlement::formulas;
use crate::settlement::rounding::Rounding;
use crate::units::Exact;

/// Tests the co-financing of wages.
pub fn test(tests: &mut Tests<'_>) {
    let rule = tests.programme.components.iter().find_map(|component| match component {
        Component::WageShare { ceiling, seen, .. } => Some((ceiling.clone(), seen.clone())),
        _ => None,
    });
    whole_bounds(tests);
    let Some((ceiling, seen)) = rule else { return };
    let level = level(tests, &ceiling, seen.as_ref());
    let rounds: Vec<Option<HalfYear>> = tests.programme.rounds.iter().map(|r| r.half_year).collect();
    for round in rounds {
        of_round(tests, round, &level);
    }
    in_proportion(tests, &level);
}

/// The level with its source, and the cell it stands in.
struct Level {
    figure: Figure<Exact>,
    cell: Option<usize>,
}

fn level(tests: &mut Tests<'_>, ceiling: &Figure<Exact>, seen: Option<&Figure<Exact>>) -> Level {
    let field = FieldRef { field: Field::Municipality(MunicipalityField::Level), round: None, month: None };
    let cell = tests.whole(field);
    let Some((cell, given)) = cell.and_then(|c| tests.number(c).map(|n| (c, n))) else {
        return Level { figure: ceiling.clone(), cell: None };
    };
    tests.told.tested += 1;
    if given > ceiling.value {
        let finding = tests.broken(&codes::ANNEX_LEVEL_ABOVE, cell, &ceiling.value, &ceiling.source);
        tests.tell(finding, &[]);
        return Level { figure: ceiling.clone(), cell: Some(cell) };
    }
    if let Some(printed) = seen.filter(|s| s.value == given) {
        let finding = tests.broken(&codes::ANNEX_LEVEL_SLIP, cell, &ceiling.value, &printed.source);
        tests.tell(finding, &[]);
    }
    Level { figure: Figure { value: given, ..ceiling.clone() }, cell: Some(cell) }
}

fn of_part(field: ComponentField, round: Option<HalfYear>) -> FieldRef {
    FieldRef { field: Field::Component(PartOf::Employment, field), round, month: None }
}

fn of_round(tests: &mut Tests<'_>, round: Option<HalfYear>, level: &Level) {
    use ComponentField as C;
    let cell = |tests: &Tests<'_>, field| tests.whole(of_part(field, round));
    let (Some(cost), Some(co)) = (cell(tests, C::Cost), cell(tests, C::CoFinancing)) else { return };
    let Some(claimed) = tests.number(co) else { return };
    tests.told.tested += 1;
    let share = tests.share("Poziom dofinansowania kosztów zatrudnienia", &level.figure);
    let product = formulas::of_cost(share, tests.nodes[cost]);
    let rounding = Rounding::of_employment(tests.programme);
    let limit = tests.value(&rounding.sum(product.clone()));
    let related: Vec<usize> = [Some(cost), level.cell].into_iter().flatten().collect();
    let percent = Fact::Percent(level.figure.value.clone());
    let of_cost = money(&tests.number(cost).unwrap_or_else(Exact::zero));
    if claimed > limit {
        let up = tests.value(&product.round2());
        let rounded = claimed == up && &claimed - &limit == grosz();
        let code = if rounded { &codes::ANNEX_ROUNDED_UP } else { &codes::ANNEX_ABOVE_LEVEL };
        let finding = tests.broken(code, co, &limit, &level.figure.source);
        tests.tell(finding.with("level", percent).with("cost", of_cost), &related);
        return;
    }
    let transferred = cell(tests, C::Transferred).and_then(|c| tests.number(c));
    let known =
        round.is_none() || tests.ledger.cells.iter().any(|c| c.field == Some(of_part(C::Transferred, round)));
    // Where the form does not show what came for a half-year, a smaller claim may be all that came.
    let Some(transferred) = transferred.filter(|_| known) else { return };
    let bound = limit.clone().min(transferred);
    if claimed < bound {
        let finding = tests.broken(&codes::ANNEX_BELOW_LEVEL, co, &bound, &level.figure.source);
        tests.tell(finding.with("level", percent).with("cost", of_cost), &related);
    }
}

/// Nobody uses more than came, nor receives more than was awarded.
fn whole_bounds(tests: &mut Tests<'_>) {
    use ComponentField as C;
    let basis = tests.act.to_owned();
    let kinds = [
        Field::Component(PartOf::Supplement, C::CoFinancing),
        Field::Component(PartOf::Employment, C::CoFinancing),
        Field::All(C::CoFinancing),
    ];
    let other = |field: Field, of: C| match field {
        Field::Component(part, _) => Field::Component(part, of),
        _ => Field::All(of),
    };
    for kind in kinds {
        for round in [None, Some(HalfYear::First), Some(HalfYear::Second)] {
            let at = |tests: &Tests<'_>, field| tests.whole(FieldRef { field, round, month: None });
            let number =
                |tests: &Tests<'_>, field| at(tests, field).and_then(|c| tests.number(c).map(|n| (c, n)));
            let used = number(tests, kind);
            let transferred = number(tests, other(kind, C::Transferred));
            let awarded = number(tests, other(kind, C::Awarded));
            let pairs = [
                (used.clone(), transferred.clone(), &codes::ANNEX_ABOVE_TRANSFER),
                (used, awarded.clone(), &codes::ANNEX_ABOVE_AWARD),
                (transferred, awarded, &codes::ANNEX_ABOVE_AWARD),
            ];
            for (claim, bound, code) in pairs {
                let (Some((cell, claimed)), Some((by, bound))) = (claim, bound) else { continue };
                tests.told.tested += 1;
                if claimed > bound && !tests.told.speaks_of(tests.ledger.cells[cell].at) {
                    let finding = tests.broken(code, cell, &bound, &basis);
                    tests.tell(finding, &[by]);
                }
            }
        }
    }
}

/// On a form with wages by assistant, each has the same part of the cost: that of the sums.
fn in_proportion(tests: &mut Tests<'_>, level: &Level) {
    let field = |of| FieldRef { field: Field::Assistant(of), round: None, month: None };
    let mut pairs = Vec::new();
    for assistant in 0..tests.ledger.assistants {
        let cost = tests.of_assistant(field(AssistantField::EmploymentCost), assistant);
        let co = tests.of_assistant(field(AssistantField::EmploymentCoFinancing), assistant);
        if let (Some(cost), Some(co)) = (cost, co) {
            pairs.push((cost, co));
        }
    }
    let costs: Vec<_> = pairs.iter().map(|(cost, _)| tests.nodes[*cost]).collect();
    let claims: Vec<_> = pairs.iter().map(|(_, co)| tests.nodes[*co]).collect();
    let (all, total) = (Expr::Sum(costs), Expr::Sum(claims));
    if tests.value(&all).is_zero() {
        return;
    }
    let share = tests.share("Najwyższy poziom dofinansowania kosztów zatrudnienia", &level.figure);
    let bound = Rounding::of_employment(tests.programme).sum(formulas::of_cost(share, all.clone()));
    let (limit, claimed) = (tests.value(&bound), tests.value(&total));
    let percent = Fact::Percent(level.figure.value.clone());
    tests.told.tested += 1;
    if claimed > limit
        && let Some((_, first)) =
            pairs.iter().max_by_key(|(cost, co)| excess(tests, *cost, *co, &level.figure.value))
    {
        let seen = tests.number(*first).unwrap_or_else(Exact::zero);
        let own = &seen - &(&claimed - &limit);
        let finding = tests.broken(&codes::ANNEX_ABOVE_LEVEL, *first, &own, &level.figure.source);
        let cost = money(&tests.value(&all));
        let related: Vec<usize> = pairs.iter().map(|(_, co)| *co).collect();
        tests.tell(finding.with("level", percent).with("cost", cost), &related);
        return;
    }
    for (cost, co) in &pairs {
        tests.told.tested += 1;
        let part = Expr::div(Expr::mul(total.clone(), tests.nodes[*cost]), all.clone());
        let part = tests.value(&part.round2());
        let seen = tests.number(*co).unwrap_or_else(Exact::zero);
        if (&seen - &part).abs() > grosz() && !tests.told.speaks_of(tests.ledger.cells[*co].at) {
            let basis = tests.act.to_owned();
            let finding: Finding = tests.broken(&codes::ANNEX_NOT_IN_PROPORTION, *co, &part, &basis);
            tests.tell(finding.with_severity(Severity::Warning), &[*cost]);
        }
    }
}

fn excess(tests: &Tests<'_>, cost: usize, co: usize, level: &Exact) -> Exact {
    let number = |cell| tests.number(cell).unwrap_or_else(Exact::zero);
    number(co) - number(cost) * level.clone()
}

fn money(number: &Exact) -> Fact {
    super::super::read::fact(number, Format::Money)
}
