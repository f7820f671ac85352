//! The steps of the three settlements, table by table, with the variant in the first column; findings and sources.

use crate::calc::{Format, Model, NodeId, Value};
use crate::estimate::scenarios::Figures;
use crate::forms::working::page::{Page, Shown};
use crate::forms::working::{SOURCES, steps};
use crate::grid::{Holds, Role, Sheet};
use crate::settlement::{Step, StepTable};

/// One sheet a table, the variants under one another.
pub fn sheets(model: &mut Model, scenarios: &[Figures]) -> Vec<Sheet> {
    let mut names: Vec<&'static str> = Vec::new();
    for table in scenarios.iter().flat_map(tables) {
        if !names.contains(&table.sheet) {
            names.push(table.sheet);
        }
    }
    let merged: Vec<StepTable> =
        names.into_iter().filter_map(|name| merged(model, scenarios, name)).collect();
    merged.iter().map(|table| super::holding(steps::sheet(model, table), Holds::Steps)).collect()
}

fn tables(figures: &Figures) -> impl Iterator<Item = &StepTable> {
    let own = [&figures.pay_steps, &figures.cost_steps];
    figures.settled.tables.iter().chain(own)
}

/// One table of all scenarios: the steps that any of them has.
fn merged(model: &mut Model, scenarios: &[Figures], name: &'static str) -> Option<StepTable> {
    let all: Vec<(&Figures, &StepTable)> = scenarios
        .iter()
        .filter_map(|s| tables(s).find(|table| table.sheet == name).map(|table| (s, table)))
        .collect();
    let (_, first) = all.first()?;
    let variant =
        Step { key: "variant", label: "Wariant".to_owned(), basis: String::new(), format: Format::Text };
    let mut steps = vec![variant];
    for (_, table) in &all {
        for (index, step) in table.steps.iter().enumerate() {
            if steps.iter().any(|known| known.key == step.key) {
                continue;
            }
            // A step that an earlier table lacks stands behind the step that it follows here.
            let before = index.checked_sub(1).and_then(|i| table.steps.get(i)).map(|s| s.key);
            let at = before.and_then(|key| steps.iter().position(|s| s.key == key)).unwrap_or(0);
            steps.insert(at + 1, step.clone());
        }
    }
    let mut rows = Vec::new();
    for (figures, table) in &all {
        for row in &table.rows {
            let word = Value::Text(figures.scenario.word().to_owned());
            let word = model.parameter("Wariant", Format::Text, word);
            let own = |step: &Step| -> Option<NodeId> {
                let at = table.steps.iter().position(|s| s.key == step.key)?;
                row.get(at).copied().flatten()
            };
            let cells = steps.iter().skip(1).map(own);
            rows.push(std::iter::once(Some(word)).chain(cells).collect());
        }
    }
    Some(StepTable { sheet: name, title: first.title.clone(), steps, rows })
}

/// `Uwagi`: what was found in this year's data and in the plan.
pub fn findings(findings: &[[String; 4]]) -> Sheet {
    let mut page = Page::new("Uwagi", &[14, 34, 70, 60]);
    page.line(Role::Title, "Uwagi do danych, na których opiera się szacunek");
    let top = page.row;
    page.headings(&["Waga", "Miejsce", "Opis", "Co zrobić"]);
    page.keep(top, 0);
    for finding in findings {
        page.cells(Role::Body, finding.iter().cloned().map(Shown::from).collect(), None);
    }
    if findings.is_empty() {
        page.line(Role::Note, "Nie ma uwag.");
    }
    page.sheet
}

/// `Źródła`: on what and by what the workbook was made.
pub fn sources(rows: &[(String, String)]) -> Sheet {
    let mut page = Page::new(SOURCES, &[40, 90]);
    page.line(Role::Title, SOURCES);
    page.line(Role::Subtitle, "Z czego i czym sporządzono szacunek.");
    for (label, value) in rows {
        page.cells(Role::Body, vec![label.clone().into(), value.clone().into()], None);
    }
    page.sheet
}
