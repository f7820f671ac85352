//! `Obliczenia` and its sisters: every step of every line, with its way of computing and its legal basis.

use super::page::{Page, Shown};
use crate::calc::{Expr, Format, Model, NodeId, Origin, words};
use crate::grid::{Role, Sheet};
use crate::settlement::{Settled, Step, StepTable};

/// A way of computing longer than this makes its column wider.
const LONG: usize = 300;

/// Returns one sheet a table of the settlement.
pub fn sheets(settled: &Settled) -> Vec<Sheet> {
    settled.tables.iter().map(|table| sheet(&settled.model, table)).collect()
}

/// Returns the sheet of one table.
pub(crate) fn sheet(model: &Model, table: &StepTable) -> Sheet {
    let ways: Vec<String> = (0..table.steps.len()).map(|column| way(model, table, column)).collect();
    let widths: Vec<u32> = table.steps.iter().zip(&ways).map(|(s, w)| width(s, w)).collect();
    let mut page = Page::new(table.sheet, &widths);
    page.line(Role::Title, &table.title);
    page.line(
        Role::Subtitle,
        "Każda kolumna jest jednym krokiem. Pod nagłówkiem: sposób obliczenia i podstawa; komórki są żywymi formułami.",
    );
    let top = page.row;
    let labels: Vec<&str> = table.steps.iter().map(|s| s.label.as_str()).collect();
    page.cells(Role::Heading, labels.into_iter().map(Shown::from).collect(), None);
    page.cells(Role::Note, ways.into_iter().map(Shown::from).collect(), None);
    if table.steps.iter().any(|s| !s.basis.is_empty()) {
        page.cells(Role::Note, table.steps.iter().map(|s| Shown::from(s.basis.as_str())).collect(), None);
    }
    let numbers = (1i64..).take(table.steps.len()).map(|n| Shown::Number(n, Format::Count)).collect();
    page.cells(Role::ColumnNumber, numbers, None);
    page.keep(top, leading(table));
    // Explanations are read once; on every page they would leave no room for the rows.
    page.sheet.repeat_rows = Some((top, top));
    for row in &table.rows {
        let shown = row.iter().zip(&table.steps).map(|(id, step)| cell(model, *id, step)).collect();
        page.cells(Role::Body, shown, Some(model));
    }
    page.sheet
}

/// An input is shown as its step says, a computed figure as it says itself: an average below a column of counts.
fn cell(model: &Model, id: Option<NodeId>, step: &Step) -> Shown {
    let Some(id) = id else { return Shown::Nothing };
    match model.node(id).origin {
        Origin::Formula(_) => Shown::Node(id),
        Origin::Input(_) | Origin::Parameter => Shown::NodeAs(id, step.format),
    }
}

/// How a column is computed, from the first of its formulas that refers to anything.
fn way(model: &Model, table: &StepTable, column: usize) -> String {
    let ids = || table.rows.iter().filter_map(|row| row.get(column).copied().flatten());
    let computed = ids().find_map(|id| match &model.node(id).origin {
        Origin::Formula(expr) if refers(expr) => Some(words::with_labels(model, expr)),
        _ => None,
    });
    let typed = ids().any(|id| matches!(model.node(id).origin, Origin::Input(_)));
    computed.unwrap_or_else(|| if typed { "z danych".to_owned() } else { String::new() })
}

fn refers(expr: &Expr) -> bool {
    let mut any = false;
    expr.refs(&mut |_| any = true);
    any
}

fn width(step: &Step, way: &str) -> u32 {
    let by_kind = match step.format {
        Format::Text | Format::General => 15,
        Format::Month => 10,
        Format::Money | Format::Unrounded | Format::Factor => 16,
        Format::Posts | Format::Hours | Format::Count | Format::Percent | Format::Day => 13,
    };
    let length = way.chars().count().max(step.basis.chars().count());
    let by_text =
        if length > LONG { 20 + u32::try_from((length - LONG) / 20).unwrap_or(40).min(40) } else { 0 };
    by_kind.max(by_text)
}

/// The first columns name the line and stay in sight.
fn leading(table: &StepTable) -> u32 {
    let names = table.steps.iter().take_while(|s| matches!(s.format, Format::Text | Format::Month)).count();
    u32::try_from(names.min(4)).unwrap_or(0)
}
