//! What an explanation walks over: the formulas of a trace as a model, and for each node the cell where it stands and
//! what the trace says of that cell. From tables a trace is made in memory, so that there is one walk.

use crate::calc::{Cond, Expr, Format, Model, NodeId, Origin, Value};
use crate::recalc::Recalculated;
use crate::source::a1;
use crate::trace::{Held, Meaning, Origin as Recorded, Purpose, Trace, TraceCell, TraceSheet};

/// A cell of the workbook: sheet by position, row and column from zero.
pub type At = (usize, u32, u32);

/// Where a value was handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandedIn {
    /// File.
    pub file: String,
    /// Sheet of the file.
    pub sheet: String,
    /// Column and row from zero, to put cells in order.
    pub order: (u32, u32),
    /// Address, or the row alone where the column is not known.
    pub cell: String,
}

/// A cell of the input that was left blank.
struct Blank<'a> {
    sheet: &'a TraceSheet,
    label: &'a str,
    /// Each row is a field of its own, not a record.
    one_to_a_row: bool,
}

/// Leading cells of a row that say whose it is.
const NAMING: u32 = 4;
/// A longer text in front of a row is a sentence, not a name.
const LONGEST_NAME: usize = 40;

/// A model with the cells of its nodes.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The workbook as it was written.
    pub trace: &'a Trace,
    /// Its formulas.
    pub model: &'a Model,
    read: &'a Recalculated,
}

impl<'a> Ground<'a> {
    /// Ties a trace to the model of its formulas.
    pub fn new(trace: &'a Trace, read: &'a Recalculated) -> Self {
        Self { trace, model: &read.model, read }
    }

    /// Returns the node of a cell.
    pub fn node(&self, at: At) -> Option<NodeId> {
        self.read.node(at.0, at.1, at.2)
    }

    /// Returns the cell of a node.
    pub fn at(&self, id: NodeId) -> Option<At> {
        self.read.layout.homes.get(id).map(|home| (home.sheet, home.row, home.column))
    }

    /// Returns what the trace says of a node.
    pub fn meaning(&self, id: NodeId) -> Option<&'a Meaning> {
        let (sheet, row, column) = self.at(id)?;
        self.trace.sheets.get(sheet)?.cell(row, column)?.meaning.as_deref()
    }

    /// Returns the node that a node merely shows: links are passed through, figures of their own are not.
    pub fn resolved(&self, id: NodeId) -> NodeId {
        let mut id = id;
        while self.meaning(id).is_none() {
            match shown(self.model, id) {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// Returns the node that a cell shows, through links and through figures that repeat another.
    pub fn repeated(&self, id: NodeId) -> NodeId {
        let mut id = id;
        while let Some(next) = shown(self.model, id) {
            id = next;
        }
        id
    }

    /// Returns what a node is called.
    pub fn label(&self, id: NodeId) -> &str {
        match self.meaning(id) {
            Some(meaning) => &meaning.label,
            None => self.blank_of(id).map_or(&*self.model.node(id).label, |blank| blank.label),
        }
    }

    /// Returns where a node was handed in. A cell that was left blank is not recorded: its neighbours tell.
    pub fn handed_in(&self, id: NodeId) -> Option<HandedIn> {
        if let Some(Recorded::Input(file, sheet, row, column)) = self.recorded(id) {
            let (file, sheet) = (file.clone(), sheet.clone());
            return Some(HandedIn { file, sheet, order: (*column, *row), cell: a1(*row, *column) });
        }
        let blank = self.blank_of(id)?;
        let (_, row, column) = self.at(id)?;
        let told = |c: &'a TraceCell| match c.meaning.as_deref().map(|meaning| &meaning.origin) {
            Some(Recorded::Input(file, sheet, row, column)) => Some((file, sheet, *row, *column)),
            _ => None,
        };
        let in_row = blank.sheet.cells.iter().filter(|c| c.row == row).find_map(told);
        let in_column = blank.sheet.cells.iter().filter(|c| c.column == column).find_map(told);
        if let (Some((file, sheet, row, _)), false) = (in_row, blank.one_to_a_row) {
            let (file, sheet) = (file.clone(), sheet.clone());
            let cell =
                in_column.map_or_else(|| format!("wiersz {}", row + 1), |(.., column)| a1(row, column));
            let column = in_column.map_or(u32::MAX, |(.., column)| column);
            return Some(HandedIn { file, sheet, order: (column, row), cell });
        }
        // `Umowa` has a field to a row, and beside it where the field stood.
        let text = |column: u32| match &blank.sheet.cell(row, column)?.holds {
            Held::Text(text) => Some(text.clone()),
            _ => None,
        };
        Some(HandedIn { file: text(2)?, sheet: text(3)?, order: (u32::MAX, row), cell: text(4)? })
    }

    /// What stands around a cell of the input that was left blank.
    fn blank_of(&self, id: NodeId) -> Option<Blank<'a>> {
        let (sheet, row, column) = self.at(id)?;
        let sheet = self.sheet(sheet).filter(|sheet| sheet.purpose == Purpose::Inputs)?;
        if sheet.cell(row, column).is_some() || column == 0 {
            return None;
        }
        let text = |cell: &'a TraceCell| match (&cell.holds, &cell.meaning) {
            (Held::Text(text), None) => Some(text.as_str()),
            _ => None,
        };
        if let Some(label) = sheet.cell(row, 0).and_then(text) {
            return Some(Blank { sheet, label, one_to_a_row: true });
        }
        let above = sheet.cells.iter().filter(|cell| cell.column == column && cell.row < row);
        let label = above.rev().find_map(text)?;
        Some(Blank { sheet, label, one_to_a_row: false })
    }

    /// Returns how a node is shown.
    pub fn format(&self, id: NodeId) -> Format {
        self.meaning(id).map_or(self.model.node(id).format, |meaning| meaning.format)
    }

    /// Returns a node's value.
    pub fn value(&self, id: NodeId) -> &'a Value {
        self.model.value(id)
    }

    /// Returns a node's formula, unless it only holds a value.
    pub fn formula(&self, id: NodeId) -> Option<&'a Expr> {
        match &self.model.node(id).origin {
            Origin::Formula(expr) => Some(expr),
            Origin::Input(_) | Origin::Parameter => None,
        }
    }

    /// Returns where the trace says that a node comes from.
    pub fn recorded(&self, id: NodeId) -> Option<&'a Recorded> {
        self.meaning(id).map(|meaning| &meaning.origin)
    }

    /// Returns a sheet of the trace.
    pub fn sheet(&self, index: usize) -> Option<&'a TraceSheet> {
        self.trace.sheets.get(index)
    }

    /// Returns the name of a sheet.
    pub fn sheet_name(&self, index: usize) -> &'a str {
        self.sheet(index).map_or("", |sheet| sheet.name.as_str())
    }

    /// Writes a cell as people point at it: `Obliczenia › H7`.
    pub fn place(&self, at: At) -> String {
        format!("{} › {}", self.sheet_name(at.0), a1(at.1, at.2))
    }

    /// Returns whose a row is, by its leading cells: assistant, month, contract form. Empty where nothing says so.
    pub fn row_name(&self, at: At) -> String {
        let Some(sheet) = self.sheet(at.0).filter(|sheet| sheet.purpose != Purpose::Official) else {
            return String::new();
        };
        if sheet.name == "Parametry" {
            return String::new();
        }
        let mut names: Vec<String> = Vec::new();
        for column in 0..NAMING.min(at.2) {
            let Some(cell) = sheet.cell(at.1, column) else { continue };
            let format = cell.meaning.as_deref().map_or(Format::General, |meaning| meaning.format);
            match cell.holds.value() {
                Value::Text(text) if text.chars().count() <= LONGEST_NAME => names.push(text),
                value @ Value::Number(_) if matches!(format, Format::Month | Format::Day) => {
                    names.push(super::numbers::shown(&value, format).text);
                }
                Value::Blank => {}
                _ => break,
            }
        }
        names.join(" · ")
    }
}

/// The node that a formula repeats: a bare link, or one that asks first whether the other is blank.
fn shown(model: &Model, id: NodeId) -> Option<NodeId> {
    let Origin::Formula(expr) = &model.node(id).origin else { return None };
    match expr.as_ref() {
        Expr::Ref(other) => Some(*other),
        Expr::If(cond, yes, no) => match (cond.as_ref(), yes.as_ref(), no.as_ref()) {
            (Cond::Blank(asked), Expr::Blank, Expr::Ref(other)) if asked == other => Some(*other),
            _ => None,
        },
        _ => None,
    }
}
