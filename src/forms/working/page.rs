//! A sheet written from top to bottom: title, headings, rows, notes, with widths that show the content. Heights are
//! the writer's: it knows the letters.

use crate::calc::words::value_words;
use crate::calc::{Format, Model, NodeId, Value};
use crate::grid::{Content, Role, Sheet};
use crate::units::{Exact, Money};

/// Titles and notes run over columns up to about this many characters.
const MEASURE: u32 = 130;

/// A sheet being written.
pub struct Page {
    /// The sheet.
    pub sheet: Sheet,
    /// The next free row.
    pub row: u32,
    /// Nothing and a hundred thousand: most amounts lie between and need no measuring.
    bounds: [Exact; 2],
}

/// Width that a number below a hundred thousand needs at most: its letters as [`value_words`] writes them, and two.
fn most(format: Format) -> u32 {
    match format {
        Format::Money => 11,
        Format::Day => 12,
        Format::Percent => 15,
        _ => 14,
    }
}

/// What a table cell shows.
#[derive(Clone)]
pub enum Shown {
    /// A bordered empty cell.
    Nothing,
    /// Text.
    Text(String),
    /// A number that is neither input nor computed: a running number, a month.
    Number(i64, Format),
    /// An amount that is neither input nor computed in the workbook.
    Amount(Money),
    /// A node with its own format.
    Node(NodeId),
    /// A node in another format.
    NodeAs(NodeId, Format),
}

impl From<Option<NodeId>> for Shown {
    fn from(id: Option<NodeId>) -> Self {
        id.map_or(Self::Nothing, Self::Node)
    }
}

impl From<NodeId> for Shown {
    fn from(id: NodeId) -> Self {
        Self::Node(id)
    }
}

impl From<&str> for Shown {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Page {
    /// Starts a sheet with column widths.
    pub fn new(name: &str, widths: &[u32]) -> Self {
        let mut sheet = Sheet::named(name);
        sheet.widths = (0u32..).zip(widths.iter().copied()).collect();
        Self { sheet, row: 0, bounds: [Exact::zero(), Exact::whole(100_000)] }
    }

    /// Goes on below the last row of a sheet.
    pub fn below(sheet: Sheet) -> Self {
        let row = sheet.extent().0 + 1;
        Self { sheet, row, bounds: [Exact::zero(), Exact::whole(100_000)] }
    }

    /// Writes a line over the width of the page and goes on below it.
    pub fn line(&mut self, role: Role, text: &str) {
        let mut last = 0;
        let mut wide = self.width(0);
        while self.sheet.widths.contains_key(&(last + 1)) && wide + self.width(last + 1) <= MEASURE {
            last += 1;
            wide += self.width(last);
        }
        self.sheet.text(self.row, 0, role, text);
        self.sheet.merge((self.row, 0, self.row, last));
        self.row += 1;
    }

    /// Writes a table's headings and, below them, the numbers of the columns.
    pub fn headings(&mut self, headings: &[&str]) {
        self.cells(Role::Heading, headings.iter().map(|h| Shown::from(*h)).collect(), None);
        let numbers = (1i64..).take(headings.len()).map(|n| Shown::Number(n, Format::Count)).collect();
        self.cells(Role::ColumnNumber, numbers, None);
    }

    /// Writes a row of cells with one look. `model` gives the format and the length of what nodes show.
    pub fn cells(&mut self, role: Role, shown: Vec<Shown>, model: Option<&Model>) {
        for (column, item) in (0u32..).zip(shown) {
            self.cell(self.row, column, role, item, model);
        }
        self.row += 1;
    }

    /// Writes one cell.
    pub fn cell(&mut self, row: u32, column: u32, role: Role, item: Shown, model: Option<&Model>) {
        let (format, content) = match item {
            Shown::Nothing => (Format::General, Content::Blank),
            Shown::Text(text) => (Format::Text, Content::Text(text)),
            Shown::Number(n, format) => (format, Content::Number(Exact::whole(n))),
            Shown::Amount(amount) => (Format::Money, Content::Number(amount.to_exact())),
            Shown::Node(id) => (model.map_or(Format::General, |m| m.node(id).format), Content::Node(id)),
            Shown::NodeAs(id, format) => (format, Content::Node(id)),
        };
        if let (Content::Node(id), Some(model)) = (&content, model) {
            self.widen(column, format, *id, model);
        }
        self.sheet.put(row, column, role, format, content);
    }

    /// Numbers do not wrap: a column too narrow for one would show ####.
    fn widen(&mut self, column: u32, format: Format, id: NodeId, model: &Model) {
        // A month shows as seven characters, though its words are longer.
        if matches!(format, Format::Text | Format::General | Format::Month) {
            return;
        }
        if let Value::Number(n) = model.value(id)
            && *n >= self.bounds[0]
            && *n < self.bounds[1]
            && self.width(column) >= most(format)
        {
            return;
        }
        let text = value_words(model.value(id), format);
        let needed = u32::try_from(text.chars().count()).unwrap_or(0) + 2;
        if needed > self.width(column) && needed < 40 {
            self.sheet.widths.insert(column, needed);
        }
    }

    /// Merges columns of the row written last.
    pub fn merge_last(&mut self, first: u32, last: u32) {
        if let Some(row) = self.row.checked_sub(1) {
            self.sheet.merge((row, first, row, last));
        }
    }

    /// Keeps the rows from `first` to here in sight and on every printed page, with the first columns.
    pub fn keep(&mut self, first: u32, columns: u32) {
        self.sheet.repeat_rows = Some((first, self.row.saturating_sub(1)));
        self.sheet.freeze = Some((self.row, columns));
        if columns > 0 {
            self.sheet.repeat_columns = Some((0, columns - 1));
        }
    }

    /// Leaves a row free.
    pub fn space(&mut self) {
        self.row += 1;
    }

    fn width(&self, column: u32) -> u32 {
        self.sheet.widths.get(&column).copied().unwrap_or(9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_never_stands_in_a_column_too_narrow_for_it() {
        let mut model = Model::default();
        let big = model.parameter(
            "kwota",
            Format::Money,
            crate::calc::Value::Number(Exact::parse_decimal("123456789.12").expect("decimal")),
        );
        let mut page = Page::new("A", &[8]);
        page.cells(Role::Body, vec![big.into()], Some(&model));
        assert_eq!(page.sheet.widths[&0], 16);
    }
}
