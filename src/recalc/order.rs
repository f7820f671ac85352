//! Formulas in the order in which they rest on one another, without recursion: a chain may be as long as a sheet.

use std::collections::BTreeMap;

use super::{Fault, Given, Known, Recalculated};
use crate::calc::parse::{Area, Cells, Kind, Lowered, Tree, lower};
use crate::calc::print::{Layout, Place};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::source::{CellRef, SheetId, a1};

/// Cells that all formulas together may refer to: four bytes each are kept.
const MAX_REFS: usize = 6_000_000;
/// Cells that become nodes, and formulas among them: some 200 MB. A settlement of two hundred assistants has a third.
const MAX_NODES: usize = 350_000;
const MAX_FORMULAS: usize = 160_000;
/// Cells of a circle that are named.
const MAX_NAMED: usize = 12;

/// Computes cells, which are in order and each there once.
pub(super) fn computed<'a>(
    sheets: Vec<String>,
    mut cells: Vec<Given<'a>>,
    known: &dyn Fn(Place) -> Known<'a>,
) -> Recalculated {
    let formulas = cells.iter().filter(|given| given.formula().is_some()).count();
    let cut_off = cells.len() > MAX_NODES || formulas > MAX_FORMULAS;
    if cut_off {
        // Part of a sum would be a wrong sum: nothing is computed, and the first formula of each sheet says so.
        return too_large(sheets, &mut cells, formulas);
    }
    let mut columns: Vec<(usize, u32, u32, u32)> = cells
        .iter()
        .zip(0..)
        .map(|(given, index)| (given.at.sheet, given.at.column, given.at.row, index))
        .collect();
    columns.sort_unstable();
    let count = cells.len();
    let mut book = Book {
        sheets,
        cells,
        columns,
        model: Model::with_room(count),
        known,
        nodes: vec![None; count],
        blanks: BTreeMap::new(),
        constants: BTreeMap::new(),
        numbers: BTreeMap::new(),
        homes: Vec::new(),
        faults: Vec::new(),
        refs: 0,
    };
    book.plain();
    book.formulas();
    book.done()
}

fn too_large(sheets: Vec<String>, cells: &mut Vec<Given<'_>>, formulas: usize) -> Recalculated {
    cells.retain(|given| given.formula().is_some());
    cells.dedup_by_key(|given| given.at.sheet);
    let faults = cells.iter().map(|given| Fault { at: given.at, kind: Kind::TooMany }).collect();
    let layout = Layout { sheets, ..Layout::default() };
    Recalculated { layout, faults, formulas, cut_off: true, ..Recalculated::default() }
}

struct Book<'a, 'k> {
    sheets: Vec<String>,
    cells: Vec<Given<'a>>,
    known: &'k dyn Fn(Place) -> Known<'a>,
    /// Sheet, column, row and index of each cell, in that order.
    columns: Vec<(usize, u32, u32, u32)>,
    model: Model,
    nodes: Vec<Option<NodeId>>,
    blanks: BTreeMap<Place, NodeId>,
    constants: BTreeMap<String, NodeId>,
    numbers: BTreeMap<crate::units::Exact, NodeId>,
    homes: Vec<(NodeId, Place)>,
    faults: Vec<Fault>,
    refs: usize,
}

/// A formula whose precedents are being computed.
struct Open {
    index: usize,
    /// Its formula; read once.
    tree: Option<Result<Tree, Kind>>,
    /// Formulas it rests on that are not computed yet.
    waits: Vec<u32>,
    circular: bool,
}

impl Book<'_, '_> {
    fn plain(&mut self) {
        for index in 0..self.cells.len() {
            if self.cells[index].formula().is_none() {
                self.as_stored(index, None);
            }
        }
    }

    fn formulas(&mut self) {
        // 0: not begun, 1: open, 2: done.
        let mut state = vec![0_u8; self.cells.len()];
        for start in 0..self.cells.len() {
            if self.cells[start].formula().is_none() || state[start] != 0 {
                continue;
            }
            let mut stack = vec![self.open(start, &mut state)];
            while let Some(top) = stack.last_mut() {
                let Some(next) = top.waits.pop() else {
                    let Some(done) = stack.pop() else { break };
                    state[done.index] = 2;
                    self.close(done);
                    continue;
                };
                match state[next as usize] {
                    0 => stack.push(self.open(next as usize, &mut state)),
                    1 => self.circle(&mut stack, next as usize),
                    _ => {}
                }
            }
        }
    }

    fn open(&mut self, index: usize, state: &mut [u8]) -> Open {
        state[index] = 1;
        let mut waits = Vec::new();
        let tree = self.cells[index].tree(&self.sheets);
        if let Some(Ok(tree)) = &tree {
            let (columns, cells) = (&self.columns, &self.cells);
            let mut seen = 0;
            let left = MAX_REFS.saturating_sub(self.refs);
            tree.areas(&mut |area| {
                if seen > left {
                    return;
                }
                for at in within(columns, area).take(left - seen + 1) {
                    seen += 1;
                    if cells[at as usize].formula().is_some() && state[at as usize] != 2 {
                        waits.push(at);
                    }
                }
            });
            self.refs += seen;
        }
        Open { index, tree, waits, circular: false }
    }

    fn circle(&mut self, stack: &mut [Open], closing: usize) {
        let from = stack.iter().position(|open| open.index == closing).unwrap_or(0);
        let Some(circle) = stack.get_mut(from..) else { return };
        let places: Vec<Place> =
            circle.iter().take(MAX_NAMED).map(|open| self.cells[open.index].at).collect();
        for open in circle {
            if !open.circular {
                open.circular = true;
                let at = self.cells[open.index].at;
                self.faults.push(Fault { at, kind: Kind::Circular(places.clone()) });
            }
        }
    }

    fn close(&mut self, open: Open) {
        if open.circular {
            return self.as_stored(open.index, None);
        }
        if self.refs > MAX_REFS {
            return self.as_stored(open.index, Some(Kind::TooMany));
        }
        let lowered = match open.tree {
            Some(Ok(tree)) => lower(&tree, self),
            Some(Err(kind)) => Err(kind),
            None => return,
        };
        match lowered {
            Ok(Lowered { expr, fault: None }) => {
                let (label, format) = self.called(open.index);
                let id = self.model.formula(&label, format, expr);
                self.settle(open.index, id);
            }
            Ok(Lowered { fault: kind, .. }) => self.as_stored(open.index, kind),
            Err(kind) => self.as_stored(open.index, Some(kind)),
        }
    }

    /// Takes a cell as it stands in the file.
    fn as_stored(&mut self, index: usize, fault: Option<Kind>) {
        let (label, format) = self.called(index);
        let given = self.cells[index];
        let (value, own) = given.value(&(self.known)(given.at));
        let id = self.model.cell(&label, format, cell_ref(given.at), value);
        self.settle(index, id);
        // A formula is judged by itself, not by the error it shows.
        let fault = fault.or_else(|| own.filter(|_| given.formula().is_none()));
        self.faults.extend(fault.map(|kind| Fault { at: given.at, kind }));
    }

    fn settle(&mut self, index: usize, id: NodeId) {
        self.nodes[index] = Some(id);
        self.homes.push((id, self.cells[index].at));
    }

    fn called(&self, index: usize) -> (String, Format) {
        let given = &self.cells[index];
        if let Some(meaning) = given.meaning() {
            return (meaning.label.clone(), meaning.format);
        }
        let known = (self.known)(given.at);
        (known.label.map_or_else(|| self.address(given.at), str::to_owned), known.format)
    }

    fn address(&self, at: Place) -> String {
        let sheet = self.sheets.get(at.sheet).map_or("", String::as_str);
        format!("{sheet} › {}", a1(at.row, at.column))
    }

    fn index(&self, cell: Place) -> Option<usize> {
        self.cells.binary_search_by(|given| given.at.cmp(&cell)).ok()
    }

    fn done(mut self) -> Recalculated {
        self.faults.sort_by_key(|fault| fault.at);
        self.faults.dedup_by_key(|fault| fault.at);
        let formulas = self.cells.iter().filter(|given| given.formula().is_some()).count();
        let mut layout = Layout { sheets: self.sheets, ..Layout::default() };
        self.homes.sort_unstable();
        for (id, place) in &self.homes {
            layout.homes.claim(*id, *place);
        }
        let mut nodes: Vec<(Place, NodeId)> = self.homes.into_iter().map(|(id, place)| (place, id)).collect();
        nodes.sort_unstable();
        Recalculated { model: self.model, faults: self.faults, layout, formulas, nodes, cut_off: false }
    }
}

fn cell_ref(at: Place) -> CellRef {
    CellRef { sheet: SheetId(u16::try_from(at.sheet).unwrap_or(u16::MAX)), row: at.row, column: at.column }
}

/// Indexes of the filled cells of an area, column by column; blank ones cost nothing.
fn within(columns: &[(usize, u32, u32, u32)], area: Area) -> impl Iterator<Item = u32> + '_ {
    let mut at = columns.partition_point(|c| (c.0, c.1, c.2) < (area.sheet, area.first.1, area.first.0));
    std::iter::from_fn(move || {
        loop {
            let (sheet, column, row, index) = *columns.get(at)?;
            if sheet != area.sheet || column > area.last.1 {
                return None;
            }
            if row < area.first.0 {
                let from = (sheet, column, area.first.0);
                at += columns[at..].partition_point(|c| (c.0, c.1, c.2) < from);
            } else if row > area.last.0 {
                let from = (sheet, column + 1, area.first.0);
                at += columns[at..].partition_point(|c| (c.0, c.1, c.2) < from);
            } else {
                at += 1;
                return Some(index);
            }
        }
    })
}

impl Cells for Book<'_, '_> {
    fn model(&self) -> &Model {
        &self.model
    }

    fn node(&mut self, cell: Place) -> NodeId {
        if let Some(id) = self.found(cell).or_else(|| self.blanks.get(&cell).copied()) {
            return id;
        }
        let label = self.address(cell);
        let id = self.model.cell(&label, Format::General, cell_ref(cell), Value::Blank);
        self.blanks.insert(cell, id);
        self.homes.push((id, cell));
        id
    }

    fn found(&self, cell: Place) -> Option<NodeId> {
        self.index(cell).and_then(|index| self.nodes[index])
    }

    fn filled(&mut self, area: Area) -> Result<Vec<(Place, NodeId)>, Kind> {
        let found = within(&self.columns, area).map(|index| index as usize);
        Ok(found.filter_map(|index| self.nodes[index].map(|id| (self.cells[index].at, id))).collect())
    }

    fn constant(&mut self, value: Value) -> NodeId {
        let known = match &value {
            Value::Text(text) => self.constants.get(text),
            Value::Number(n) => self.numbers.get(n),
            Value::Blank => None,
        };
        if let Some(known) = known {
            return *known;
        }
        let (label, format) = match &value {
            Value::Text(text) => (format!("„{text}”"), Format::Text),
            Value::Number(n) => (n.to_short(6).replace('.', ","), Format::General),
            Value::Blank => (String::new(), Format::General),
        };
        let id = self.model.parameter(&label, format, value.clone());
        match value {
            Value::Text(text) => drop(self.constants.insert(text, id)),
            Value::Number(n) => drop(self.numbers.insert(n, id)),
            Value::Blank => {}
        }
        id
    }

    fn step(&mut self, expr: Expr) -> NodeId {
        let label = crate::calc::words::with_labels(&self.model, &expr);
        self.model.formula(&label, Format::General, expr)
    }
}
