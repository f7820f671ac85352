//! Figures of the working tables that a case expects, beside the totals: `expected/figures.csv`.
//!
//! Lines `table;row;step;value`. The row is named by the texts and months of its first columns, joined by `/`
//! (`A1/2024-07`), as many as are needed to tell it from the others; amounts and numbers are exact decimals, days and
//! months ISO, a blank is empty. What stands in the workbook alone is `expected/cells.csv`: `sheet;row;column;value`, the
//! row that holds a text and the column under a heading. Worked out by hand, as every expected figure is.

use super::program::write_workbook;
use calamine::{Data, Reader, Xlsx, open_workbook};
use rozlicz::calc::{Format, Model, NodeId, Value};
use rozlicz::pipeline::Run;
use rozlicz::settlement::{Settled, StepTable};
use rozlicz::units::{Day, Exact};
use serde_json::json;
use std::path::Path;

/// An expected figure.
#[derive(Clone, Debug)]
pub struct Pin {
    table: String,
    row: String,
    step: String,
    value: String,
}

/// Reads the file; a case without one expects nothing more.
pub fn read(path: &Path) -> Result<Vec<Pin>, String> {
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_path(path)
        .map_err(|e| e.to_string())?;
    let mut pins = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| format!("{}: {e}", path.display()))?;
        let fields: Vec<&str> = record.iter().collect();
        let [table, row, step, value] = fields[..] else {
            return Err(format!("{}: a line has four fields: {record:?}", path.display()));
        };
        let [table, row, step, value] = [table, row, step, value].map(str::to_owned);
        pins.push(Pin { table, row, step, value });
    }
    Ok(pins)
}

/// Lists the expected cells of the workbook that a run does not give.
pub fn wrong_cells(pins: &[Pin], run: &Run) -> Result<Vec<String>, String> {
    if pins.is_empty() {
        return Ok(Vec::new());
    }
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let file = folder.path().join("wynik.xlsx");
    write_workbook(run, true, &file)?;
    let mut book: Xlsx<_> = open_workbook(&file).map_err(|e: calamine::XlsxError| e.to_string())?;
    let mut wrong = Vec::new();
    for Pin { table, row, step, value } in pins {
        let range = book.worksheet_range(table).map_err(|e| e.to_string())?;
        let is = |cell: &Data, text: &str| *cell == *text;
        let column = range.rows().find_map(|cells| cells.iter().position(|c| is(c, step)));
        let line = range.rows().find(|cells| cells.iter().any(|c| is(c, row)));
        let found = line.zip(column).and_then(|(cells, column)| cells.get(column)).map(ToString::to_string);
        if found.as_deref().and_then(number) != number(value) {
            wrong.push(format!("{table}/{row}/{step}: {value} expected, {found:?} found"));
        }
    }
    Ok(wrong)
}

/// Lists the expected figures that a settlement does not give, or does not give at all.
pub fn wrong(pins: &[Pin], settled: &Settled) -> Vec<String> {
    pins.iter().filter_map(|pin| one(pin, settled)).collect()
}

fn one(pin: &Pin, settled: &Settled) -> Option<String> {
    let Pin { table, row, step, value } = pin;
    let node = match named(settled, table, row, step) {
        Ok(node) => node,
        Err(problem) => return Some(format!("{table}/{row}/{step}: {problem}")),
    };
    let found = node.map_or_else(String::new, |node| shown(&settled.model, node));
    let same = match (number(value), node.map(|n| settled.model.value(n))) {
        (Some(expected), Some(Value::Number(n))) => expected == *n,
        _ => found == *value,
    };
    (!same).then(|| format!("{table}/{row}/{step}: {value} expected, {found} found"))
}

/// A decimal, or a fraction such as `2/3`.
fn number(text: &str) -> Option<Exact> {
    let (a, b) = text.split_once('/').unwrap_or((text, "1"));
    Exact::parse_decimal(a)?.checked_div(&Exact::parse_decimal(b)?)
}

/// `Rodziny razem` holds the counts that stand in no table, by assistant and for `gmina`.
fn named(settled: &Settled, table: &str, row: &str, step: &str) -> Result<Option<NodeId>, String> {
    if table == "Rodziny razem" {
        let counts = if row == "gmina" {
            settled.municipality.families
        } else {
            settled.assistants.iter().find(|a| a.id == row).and_then(|a| a.families)
        };
        let keys =
            ["families", "children", "advised", "children_advised", "endangered_pregnancy", "coordination"];
        let place = keys.iter().position(|k| *k == step).ok_or("no such count")?;
        return Ok(counts.map(|c| c[place]));
    }
    let walk = settled.books.iter().map(|books| &books.walk.table);
    let table = settled.tables.iter().chain(walk).find(|t| t.sheet == table).ok_or("no such table")?;
    let column = table.steps.iter().position(|s| s.key == step).ok_or("no such step")?;
    let rows: Vec<usize> = (0..table.rows.len()).filter(|r| is_row(&settled.model, table, *r, row)).collect();
    match rows.as_slice() {
        [only] => Ok(table.rows[*only][column]),
        [] => Err("no such row".to_owned()),
        _ => Err("several such rows".to_owned()),
    }
}

fn is_row(model: &Model, table: &StepTable, row: usize, name: &str) -> bool {
    let named = |node: &NodeId| {
        matches!(model.value(*node), Value::Text(_))
            || matches!(model.node(*node).format, Format::Day | Format::Month)
    };
    let cells: Vec<String> =
        table.rows[row].iter().flatten().filter(|n| named(n)).map(|n| shown(model, *n)).collect();
    name.split('/').all(|part| cells.iter().any(|c| c == part))
}

fn shown(model: &Model, node: NodeId) -> String {
    match (model.value(node), model.node(node).format) {
        (Value::Blank, _) => String::new(),
        (Value::Text(text), _) => text.clone(),
        (Value::Number(n), Format::Day) => day(n),
        (Value::Number(n), Format::Month) => day(n).chars().take(7).collect(),
        (Value::Number(n), _) => n.to_string(),
    }
}

fn day(serial: &Exact) -> String {
    let text = serial.to_string();
    let day = text.parse().ok().and_then(Day::from_serial);
    day.map_or(text, |d| d.to_string())
}

/// The two purses of a component.
pub fn purses(settled: &Settled) -> serde_json::Value {
    let component = settled.rounds.first().and_then(|r| r.employment.as_ref());
    let amount = |node: Option<NodeId>| node.map(|n| settled.model.money(n).to_string());
    json!({
        "state_budget": amount(component.and_then(|c| c.state_budget_part)),
        "labour_fund": amount(component.and_then(|c| c.labour_fund_part)),
    })
}
