//! `Obliczenia` and its sisters: every step of every line, with its way of computing and its legal basis.

use super::page::{Page, Shown};
use crate::calc::{Format, Model, NodeId, Origin, words};
use crate::grid::{Role, Sheet};
use crate::settlement::{Settled, Step, StepTable};

/// A way of computing longer than this makes its column wider.
const LONG: usize = 300;

/// Returns one sheet a table of the settlement.
pub fn sheets(settled: &mut Settled) -> Vec<Sheet> {
    let Settled { model, tables, .. } = settled;
    tables.iter().map(|table| sheet(model, table)).collect()
}

fn sheet(model: &mut Model, table: &StepTable) -> Sheet {
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
    page.cells(Role::Note, table.steps.iter().map(|s| Shown::from(s.basis.as_str())).collect(), None);
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

/// A computed node stands here; an input or parameter has its home on its own sheet and is linked.
fn cell(model: &mut Model, id: Option<NodeId>, step: &Step) -> Shown {
    let Some(id) = id else { return Shown::Nothing };
    match model.node(id).origin {
        Origin::Formula(_) => Shown::NodeAs(id, step.format),
        Origin::Input(_) | Origin::Parameter => Shown::NodeAs(id, step.format),
    }
}

fn way(model: &Model, table: &StepTable, column: usize) -> String {
    let ids = table.rows.iter().filter_map(|row| row.get(column).copied().flatten());
    for id in ids {
        match &model.node(id).origin {
            Origin::Formula(expr) => return words::with_labels(model, expr),
            Origin::Input(_) => return "z danych".to_owned(),
            Origin::Parameter => return "z parametrów".to_owned(),
        }
    }
    String::new()
}

fn width(step: &Step, way: &str) -> u32 {
    let by_kind = match step.format {
        Format::Text | Format::General => 16,
        Format::Money | Format::Unrounded | Format::Factor | Format::Month => 17,
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
