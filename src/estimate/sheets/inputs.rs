//! The projected tables of the variants, cell by cell, and the figures of the rules: the homes of what steps rest on.

use std::collections::BTreeSet;

use super::mark_typed;
use crate::calc::{Format, Model, NodeId};
use crate::estimate::Scenario;
use crate::estimate::scenarios::{Estimate, Figures};
use crate::forms::working::input;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::records::schema::TABLES;
use crate::records::{ColumnSchema, TableId, TableSchema};
use crate::settlement::ParameterUsed;

/// A row of a projected table: its nodes by column.
type Row = Vec<Option<NodeId>>;

/// One sheet a table; what all variants share stands once.
pub fn sheets(estimate: &Estimate) -> Vec<Sheet> {
    TABLES.iter().filter_map(|schema| listing(&estimate.model, &estimate.scenarios, schema)).collect()
}

fn listing(model: &Model, scenarios: &[Figures], schema: &TableSchema) -> Option<Sheet> {
    let has = |column: &ColumnSchema| {
        let mut tables = scenarios.iter().flat_map(|s| &s.submission.tables).filter(|t| t.id == schema.id);
        tables.any(|t| t.columns.contains(&column.key) || schema.id == TableId::Agreement)
    };
    let columns: Vec<&ColumnSchema> = schema.columns.iter().filter(|c| has(c)).collect();
    let of: Vec<(Scenario, Vec<Row>)> =
        scenarios.iter().map(|s| (s.scenario, rows(model, s, schema.id, &columns))).collect();
    // A column in which nobody gave anything would only make the sheet wide.
    let filled: Vec<usize> = (0..columns.len())
        .filter(|i| {
            of.iter().any(|(_, rows)| rows.iter().any(|row| row.get(*i).is_some_and(Option::is_some)))
        })
        .collect();
    if filled.is_empty() {
        return None;
    }
    let mut widths = vec![12];
    widths.extend(filled.iter().map(|i| columns.get(*i).map_or(12, |c| width(c))));
    let mut page = Page::new(&format!("Dane - {}", schema.sheet), &widths);
    page.line(Role::Title, &format!("Tabele roku prognozowanego: {}", schema.sheet));
    page.line(
        Role::Subtitle,
        "Formuły nad arkuszem Założenia i wartości przeniesione z roku bieżącego. Kto i kiedy jest zatrudniony, ustala program: po zmianie osób, miesięcy lub godzin trzeba uruchomić go ponownie.",
    );
    let top = page.row;
    let mut headings = vec!["Wariant"];
    headings.extend(filled.iter().filter_map(|i| columns.get(*i)).map(|c| c.header));
    page.headings(&headings);
    page.keep(top, 1);
    let shared = of.iter().all(|(_, rows)| of.first().is_some_and(|(_, first)| first == rows));
    for (scenario, rows) in of.iter().take(if shared { 1 } else { of.len() }) {
        let word = if shared { "wszystkie" } else { scenario.word() };
        for row in rows {
            let at = page.row;
            let mut cells = vec![Shown::from(word)];
            cells.extend(filled.iter().map(|i| {
                let id = row.get(*i).copied().flatten();
                let format = columns.get(*i).map_or(Format::General, |c| input::format(c.kind));
                id.map_or(Shown::Nothing, |id| Shown::NodeAs(id, format))
            }));
            page.cells(Role::Body, cells, Some(model));
            for (column, i) in (1u32..).zip(&filled) {
                mark_typed(&mut page, (at, column), model, row.get(*i).copied().flatten());
            }
        }
    }
    Some(super::holding(page.sheet, Holds::Inputs))
}

/// The rows of one table of a variant that count.
fn rows(model: &Model, figures: &Figures, table: TableId, columns: &[&ColumnSchema]) -> Vec<Row> {
    let tables = figures.submission.tables.iter().filter(|t| t.id == table);
    let rows = tables.flat_map(|t| &t.rows).filter(|row| !row.rejected);
    rows.map(|row| columns.iter().map(|c| model.input_at(row.fields.get(c.key)?.at)).collect()).collect()
}

fn width(column: &ColumnSchema) -> u32 {
    let word = column.header.split(' ').map(|w| w.chars().count()).max().unwrap_or(0);
    u32::try_from(word).unwrap_or(12).clamp(11, 20) + 2
}

/// `Podstawy prognozy`: values of this year and of the plan, on which the assumptions are laid; thirteenth salaries.
pub fn basis(estimate: &Estimate) -> Sheet {
    let model = &estimate.model;
    let mut page = Page::new("Podstawy prognozy", &[18, 56, 11, 16, 44]);
    page.line(Role::Title, "Podstawy prognozy: rok bieżący i plan");
    page.line(
        Role::Subtitle,
        "Wartości z tabel roku bieżącego i z planu, każda ze swoją komórką, i wynikające z nich stawki.",
    );
    let top = page.row;
    page.headings(&["Asystent", "Co", "Miesiąc", "Wartość", "Skąd"]);
    page.keep(top, 2);
    for row in &estimate.basis {
        let at = page.row;
        let month = row.month.map_or(Shown::Nothing, |m| Shown::Number(m.first().serial(), Format::Month));
        let cells = vec![
            row.assistant.clone().into(),
            row.label.clone().into(),
            month,
            row.node.into(),
            row.place.clone().into(),
        ];
        page.cells(Role::Body, cells, Some(model));
        mark_typed(&mut page, (at, 3), model, Some(row.node));
    }
    thirteenth(&mut page, estimate);
    super::holding(page.sheet, Holds::Inputs)
}

fn thirteenth(page: &mut Page, estimate: &Estimate) {
    page.space();
    page.line(Role::Section, "Trzynastki (dodatkowe wynagrodzenie roczne)");
    page.headings(&["Asystent", "Co", "Wariant", "Kwota", ""]);
    for figures in &estimate.scenarios {
        for salary in &figures.thirteenth {
            let rows = [
                ("wypłacana w roku prognozowanym, za rok poprzedni (zł)", salary.paid),
                ("pochodne od niej (zł)", salary.paid_contributions),
                ("za rok prognozowany, wypłacana w roku następnym (zł)", salary.earned),
            ];
            for (label, node) in rows.into_iter().filter_map(|(label, node)| Some((label, node?))) {
                let cells = vec![
                    salary.assistant.clone().into(),
                    label.into(),
                    figures.scenario.word().into(),
                    node.into(),
                    Shown::Nothing,
                ];
                page.cells(Role::Body, cells, Some(&estimate.model));
            }
        }
    }
}

/// `Parametry`: figures of the rules, a column a variant, with mark and source.
pub fn parameters(estimate: &Estimate) -> Sheet {
    let model = &estimate.model;
    let mut page = Page::new("Parametry", &[5, 56, 16, 16, 16, 17, 80]);
    page.line(Role::Title, &format!("Parametry: {}", estimate.programme.title));
    page.line(
        Role::Subtitle,
        "Liczby z zasad, którymi policzono warianty. Zasad roku prognozowanego nikt jeszcze nie ogłosił, jeżeli w kolumnie Pewność stoi „założenie”.",
    );
    let top = page.row;
    let words = Scenario::ALL.map(Scenario::word);
    page.headings(&["Lp.", "Nazwa", words[0], words[1], words[2], "Pewność", "Źródło"]);
    page.keep(top, 2);
    let of: Vec<Vec<(String, &ParameterUsed)>> = estimate.scenarios.iter().map(|s| named(model, s)).collect();
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in of.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    for (number, name) in (1i64..).zip(names) {
        let found: Vec<Option<&ParameterUsed>> =
            of.iter().map(|all| all.iter().find(|(own, _)| own == name).map(|(_, p)| *p)).collect();
        let Some(one) = found.iter().flatten().next() else { continue };
        let at = page.row;
        let mut cells =
            vec![Shown::Number(number, Format::Count), model.node(one.node).label.as_ref().into()];
        cells.extend(found.iter().map(|p| Shown::from(p.map(|p| p.node))));
        cells.extend([Shown::from(one.mark.polish()), one.source.clone().into()]);
        page.cells(Role::Body, cells, Some(model));
        for (column, parameter) in (2u32..).zip(&found) {
            mark_typed(&mut page, (at, column), model, parameter.map(|p| p.node));
        }
    }
    super::holding(page.sheet, Holds::Inputs)
}

/// The figures a variant uses, each once, under a name that tells figures of one label apart.
fn named<'a>(model: &Model, figures: &'a Figures) -> Vec<(String, &'a ParameterUsed)> {
    let mut seen = BTreeSet::new();
    let mut labels: Vec<String> = Vec::new();
    let used = figures.settled.parameters.iter().filter(|p| seen.insert(p.node));
    used.map(|p| {
        let label = model.node(p.node).label.to_string();
        let before = labels.iter().filter(|known| **known == label).count();
        labels.push(label.clone());
        (format!("{label}#{before}"), p)
    })
    .collect()
}
