//! A neutral workbook: sheets of cells with content, look and span, ready for any writer.
//!
//! A cell may show a node of the model. One cell is the node's home and holds its definition: a cell of the input and
//! parameter sheets if there is one, else of the step sheets, else of another working sheet, else of the form. Any
//! further cell links to the home. Nothing here knows assistants, law or a file format.

mod links;

use std::collections::{BTreeMap, BTreeSet};

use crate::calc::print::{Layout, Place, Printer};
use crate::calc::{Format, Model, NodeId, Origin, Value};
use crate::units::{Day, Exact};

/// What part of a sheet a cell belongs to; the writer turns it into fonts, borders and fills.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Role {
    /// No borders.
    #[default]
    Plain,
    /// Title of a sheet.
    Title,
    /// Line under the title.
    Subtitle,
    /// Label of a field above a table.
    Label,
    /// Value of a field above a table.
    FieldValue,
    /// Heading over several columns.
    GroupHeading,
    /// Heading of a column.
    Heading,
    /// Number of a column.
    ColumnNumber,
    /// Cell of a table.
    Body,
    /// Cell of a total row.
    Total,
    /// Footnote or remark.
    Note,
    /// Signature line.
    Signature,
    /// Section heading inside a sheet.
    Section,
    /// Input cell that a person may change.
    Input,
    /// Finding of severity error.
    Error,
    /// Finding of severity warning.
    Warning,
    /// `PROJEKT` mark of a draft.
    Draft,
}

/// What a cell shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// Nothing, but bordered.
    Blank,
    /// Text; never read as a formula.
    Text(String),
    /// A number.
    Number(Exact),
    /// A node of the model.
    Node(NodeId),
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// What it shows.
    pub content: Content,
    /// Its look.
    pub role: Role,
    /// How a number is shown.
    pub format: Format,
}

/// A drop-down list or other limit on what may be typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Validation {
    /// First row, first column, last row, last column, from zero.
    pub range: (u32, u32, u32, u32),
    /// Allowed words.
    pub list: Vec<String>,
    /// Shown when the cell is selected.
    pub prompt: String,
}

/// Kind of chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartKind {
    /// Columns side by side.
    Columns,
    /// Columns from zero, for amounts that are never below it: columns of near amounts would else begin high and look far
    /// apart.
    FromZero,
    /// Columns on top of each other.
    Stacked,
    /// A line with points.
    Line,
}

/// One series of a chart: cells of one column or row of the chart's own sheet, by their rectangle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartSeries {
    /// What it is called in the legend.
    pub name: String,
    /// Its values.
    pub values: Span,
    /// Drawn as a line over columns, such as a limit.
    pub as_line: bool,
}

/// A native chart over cells of its own sheet; it holds no figure of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: ChartKind,
    /// Names along the horizontal axis.
    pub categories: Span,
    /// Series in order.
    pub series: Vec<ChartSeries>,
    /// Title of the vertical axis, with the unit.
    pub unit: String,
    /// Cell of the upper left corner.
    pub at: (u32, u32),
    /// Width and height in pixels.
    pub size: (u32, u32),
}

impl Chart {
    /// Rows of the usual height that it covers, with one free below: for placing what follows.
    pub fn rows(&self) -> u32 {
        const ROW: u32 = 20;
        self.size.1.div_ceil(ROW).saturating_add(1)
    }
}

/// A merged rectangle: first row, first column, last row, last column, from zero.
pub type Span = (u32, u32, u32, u32);

/// What a sheet is for; decides where a node has its home.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Holds {
    /// Input and parameters: what a person may change.
    Inputs,
    /// Steps of the computation.
    Steps,
    /// Views of figures computed elsewhere, with sums of their own.
    #[default]
    Views,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a sheet; no two make a state"
)]
pub struct Sheet {
    /// Name, at most 31 characters.
    pub name: String,
    /// What it is for.
    pub holds: Holds,
    /// Cells by row and column from zero.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Merged rectangles; the content stands in the first cell.
    pub merges: Vec<Span>,
    /// Column widths in characters.
    pub widths: BTreeMap<u32, u32>,
    /// Cells that name a person: left blank in the file that is sent.
    pub private: BTreeSet<(u32, u32)>,
    /// Row heights in points, where the text needs more than one line.
    pub heights: BTreeMap<u32, u32>,
    /// Rows repeated on every printed page.
    pub repeat_rows: Option<(u32, u32)>,
    /// Columns repeated on every printed page.
    pub repeat_columns: Option<(u32, u32)>,
    /// First row and column that scroll.
    pub freeze: Option<(u32, u32)>,
    /// Printed upright: a card that is signed, not a table that is read across.
    pub portrait: bool,
    /// Pages side by side in print; one where nothing is said. A table of forty columns on one page cannot be read.
    pub pages_wide: Option<u16>,
    /// Letters may shrink by up to a quarter in print, so that the last page does not hold a few rows alone.
    pub close_up: bool,
    /// Rows with which a printed page begins.
    pub page_breaks: BTreeSet<u32>,
    /// Text at the foot of every page, left; page numbers stand on the right.
    pub footer: String,
    /// Belongs to the official form, and so to the file that is sent.
    pub official: bool,
    /// Marked as a draft on every page.
    pub draft: bool,
    /// Columns formatted as text from the row on, so that `1/2` stays what was typed: (column, format).
    pub column_formats: BTreeMap<u32, Format>,
    /// Limits on input.
    pub validations: Vec<Validation>,
    /// The first row is a heading over a plain table that people sort and filter.
    pub filter: bool,
    /// Charts over cells of this sheet.
    pub charts: Vec<Chart>,
}

impl Sheet {
    /// Returns an empty sheet.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Puts text.
    pub fn text(&mut self, row: u32, column: u32, role: Role, text: &str) {
        self.put(row, column, role, Format::Text, Content::Text(text.to_owned()));
    }

    /// Puts a node with its own format.
    pub fn node(&mut self, model: &Model, row: u32, column: u32, role: Role, id: NodeId) {
        self.put(row, column, role, model.node(id).format, Content::Node(id));
    }

    /// Puts a cell.
    pub fn put(&mut self, row: u32, column: u32, role: Role, format: Format, content: Content) {
        self.cells.insert((row, column), Cell { content, role, format });
    }

    /// Merges a rectangle and gives all its cells the look of the first, so that borders close.
    pub fn merge(&mut self, span: Span) {
        let (r1, c1, r2, c2) = span;
        if let Some(first) = self.cells.get(&(r1, c1)).cloned() {
            for row in r1..=r2 {
                for column in c1..=c2 {
                    self.cells
                        .entry((row, column))
                        .or_insert(Cell { content: Content::Blank, ..first.clone() });
                }
            }
        }
        if r1 != r2 || c1 != c2 {
            self.merges.push(span);
        }
    }

    /// Returns the last used row and column.
    pub fn extent(&self) -> (u32, u32) {
        self.cells.keys().fold((0, 0), |(r, c), (row, column)| (r.max(*row), c.max(*column)))
    }
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Book {
    /// Title for the file's properties.
    pub title: String,
    /// Day for the file's properties; the program reads no clock.
    pub created: Day,
    /// Sheets in order.
    pub sheets: Vec<Sheet>,
}

/// A cell ready to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Resolved {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(Exact),
    /// A formula without its equals sign, and its result.
    Formula(String, Value),
}

impl Book {
    /// Returns where every node has its home.
    pub fn layout(&self, model: &Model) -> Layout {
        let mut layout =
            Layout { sheets: self.sheets.iter().map(|s| s.name.clone()).collect(), ..Layout::default() };
        let mut order: Vec<usize> = (0..self.sheets.len()).collect();
        order.sort_by_key(|i| (self.sheets[*i].official, self.sheets[*i].holds));
        for index in order {
            for ((row, column), cell) in &self.sheets[index].cells {
                if let Content::Node(id) = cell.content
                    && !model.is_constant(id)
                {
                    layout.homes.claim(id, Place { sheet: index, row: *row, column: *column });
                }
            }
        }
        layout
    }

    /// Returns the node that a cell shows by a formula: its definition at home, else a link. Nothing where the cell
    /// shows a plain value. Says the same as [`Book::resolve`] without printing.
    pub fn formula_of(
        &self,
        model: &Model,
        layout: &Layout,
        sheet: usize,
        at: (u32, u32),
        cell: &Cell,
    ) -> Option<NodeId> {
        let Content::Node(id) = cell.content else { return None };
        let home = layout.homes.get(id)?;
        let here = Place { sheet, row: at.0, column: at.1 };
        (home != here || matches!(model.node(id).origin, Origin::Formula(_))).then_some(id)
    }

    /// Resolves a cell of a sheet to what is written.
    pub fn resolve(
        &self,
        model: &Model,
        layout: &Layout,
        sheet: usize,
        at: (u32, u32),
        cell: &Cell,
    ) -> Resolved {
        match &cell.content {
            Content::Blank => Resolved::Blank,
            Content::Text(text) => Resolved::Text(text.clone()),
            Content::Number(n) => Resolved::Number(n.clone()),
            Content::Node(id) => {
                let printer = Printer { model, layout, sheet };
                let here = Place { sheet, row: at.0, column: at.1 };
                let value = model.value(*id);
                if layout.homes.get(*id) != Some(here) {
                    return linked(&printer, *id, value);
                }
                match &model.node(*id).origin {
                    Origin::Formula(expr) => Resolved::Formula(printer.formula(expr), value.clone()),
                    Origin::Input(_) | Origin::Parameter => plain(value),
                }
            }
        }
    }
}

/// A link to a blank cell would show 0, so it asks first; a text link stays text.
fn linked(printer: &Printer<'_>, id: NodeId, value: &Value) -> Resolved {
    let Some(address) = printer.link(id) else { return plain(value) };
    let formula = match (&printer.model.node(id).origin, value) {
        (Origin::Formula(_), Value::Number(_)) => address,
        _ => format!("IF({address}=\"\",\"\",{address})"),
    };
    Resolved::Formula(formula, value.clone())
}

/// Writes a value without its formula.
pub fn plain(value: &Value) -> Resolved {
    match value {
        Value::Blank => Resolved::Blank,
        Value::Text(text) => Resolved::Text(text.clone()),
        Value::Number(n) => Resolved::Number(n.clone()),
    }
}
