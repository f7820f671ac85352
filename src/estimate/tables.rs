//! The tables of the coming year beside `Płace`: the agreement, the funds without an award, and who is employed.

use super::build::Build;
use super::rows::{Cell, Draft};
use super::staff::Contract;
use crate::records::{Datum, FundComponent, HalfYear, Submission, TableId};
use crate::source::SheetId;
use crate::units::Day;

/// `Umowa`: whose, of which edition and year, with the assumptions that stand there.
pub fn agreement(build: &mut Build<'_>, scenario: usize, sheet: SheetId, submission: &mut Submission) {
    let mut draft = Draft::new(TableId::Agreement, sheet);
    let now = &build.now.agreement;
    let texts = [
        ("voivodeship", &now.voivodeship),
        ("teryt", &now.teryt),
        ("municipality", &now.municipality),
        ("unit", &now.unit),
        ("prepared_by", &now.prepared_by),
        ("chief_accountant", &now.chief_accountant),
        ("head_of_unit", &now.head_of_unit),
        ("mayor", &now.mayor),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            draft.agreement(&mut build.model, key, &Cell::Plain(Datum::Text(text.value.clone())));
        }
    }
    let id = Cell::Plain(Datum::Text(build.programme.id.clone()));
    draft.agreement(&mut build.model, "programme", &id);
    if let Some(days) = build.year_days() {
        for (key, day) in [("period_from", days.first), ("period_to", days.last)] {
            draft.agreement(&mut build.model, key, &Cell::Plain(Datum::Day(day)));
        }
    }
    request_days(build, scenario, &mut draft);
    for key in ["level", "accident_rate"] {
        if let Some(node) = build.assumed.get(key, scenario) {
            let node = draft.formula(&mut build.model, key, node.into());
            draft.agreement(&mut build.model, key, &Cell::Node(node));
        }
    }
    draft.finish(submission);
}

/// The plan's day where it gives one; else each half-year's own last day for requests.
fn request_days(build: &mut Build<'_>, scenario: usize, draft: &mut Draft) {
    let Some(node) = build.assumed.get("request_day", scenario) else { return };
    let halves: Vec<(HalfYear, Option<Day>)> = build
        .programme
        .rounds
        .iter()
        .filter_map(|r| Some((r.half_year?, r.request_until.as_ref().map(|f| f.value))))
        .collect();
    if halves.is_empty() {
        let node = draft.formula(&mut build.model, "request_day", node.into());
        draft.agreement(&mut build.model, "request_day", &Cell::Node(node));
    }
    for (half, until) in halves {
        let key = match half {
            HalfYear::First => "request_day_1",
            HalfYear::Second => "request_day_2",
        };
        // The first round's day is its own; an assumption of one day speaks of the last round.
        let cell = match until.filter(|_| half == HalfYear::First) {
            Some(day) => Cell::Plain(Datum::Day(day)),
            None => Cell::Node(draft.formula(&mut build.model, key, node.into())),
        };
        draft.agreement(&mut build.model, key, &cell);
    }
}

/// A row for each component of the edition and round, without an award: it does not bind.
pub fn funds(build: &mut Build<'_>, sheet: SheetId, submission: &mut Submission) {
    let mut draft = Draft::new(TableId::Funds, sheet);
    let has = |supplement: bool| build.programme.components.iter().any(|c| c.is_supplement() == supplement);
    let components = [(FundComponent::Supplement, has(true)), (FundComponent::EmploymentCost, has(false))];
    let rounds: Vec<Option<HalfYear>> = build.programme.rounds.iter().map(|r| r.half_year).collect();
    for (component, _) in components.into_iter().filter(|(_, has)| *has) {
        for half in &rounds {
            let mut cells = vec![("component", Cell::Plain(Datum::Choice(component.word())))];
            cells.extend(half.map(|h| ("half_year", Cell::Plain(Datum::Choice(h.word())))));
            draft.row(&mut build.model, &cells);
        }
    }
    draft.finish(submission);
}

/// `Zatrudnienie`: a row for each piece of a contract; what the plan does not change is copied from this year's row.
pub fn employment(
    build: &mut Build<'_>,
    contracts: &[Contract],
    sheet: SheetId,
    submission: &mut Submission,
) {
    let mut draft = Draft::new(TableId::Employment, sheet);
    for contract in contracts {
        for piece in &contract.pieces {
            let mut cells: Vec<(&'static str, Cell)> = vec![
                ("assistant", Cell::Plain(Datum::Text(contract.assistant.clone()))),
                ("form", Cell::Plain(Datum::Choice(contract.form.word()))),
                ("from", Cell::Plain(Datum::Day(piece.from))),
            ];
            cells.extend(piece.to.map(|to| ("to", Cell::Plain(Datum::Day(to)))));
            if let Some((_, node)) = &piece.fte {
                let node = draft.formula(&mut build.model, "fte", (*node).into());
                cells.push(("fte", Cell::Node(node)));
            }
            let source = piece.source.map(|i| build.now.employments[i].at);
            let rows = build.now.tables.iter().filter(|t| t.id == TableId::Employment).flat_map(|t| &t.rows);
            if let Some(row) = source.and_then(|at| rows.into_iter().find(|r| r.at == at)) {
                for (key, field) in &row.fields {
                    if let (Some(datum), false) = (&field.datum, cells.iter().any(|(k, _)| k == key)) {
                        // The last day is that of the piece.
                        if *key != "to" {
                            cells.push((key, Cell::Plain(datum.clone())));
                        }
                    }
                }
            }
            draft.row(&mut build.model, &cells);
        }
    }
    draft.finish(submission);
}
