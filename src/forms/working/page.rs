//! A sheet written from top to bottom: title, headings, rows, notes, with widths and heights that show the text.

use crate::calc::words::value_words;
use crate::calc::{Format, Model, NodeId};
use crate::grid::{Content, Role, Sheet};
use crate::units::Exact;

/// Points a line of text takes.
const LINE: u32 = 14;
/// The tallest row a spreadsheet allows.
const TALLEST: u32 = 405;
/// Titles and notes run over columns up to about this many characters.
const MEASURE: u32 = 130;

/// A sheet being written.
pub struct Page {
    /// The sheet.
    pub sheet: Sheet,
    /// The next free row.
    pub row: u32,
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
        Self { sheet, row: 0 }
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
        let size = if role == Role::Title { 19 } else { LINE };
        // A title's letters are wider than a table's.
        let room = if role == Role::Title { wide * 2 / 3 } else { wide };
        self.sheet.heights.insert(self.row, (lines(text, room) * size + 3).min(TALLEST));
        self.row += 1;
    }

    /// Writes a table's headings and, below them, the numbers of the columns.
    pub fn headings(&mut self, headings: &[&str]) {
        self.cells(Role::Heading, headings.iter().map(|h| Shown::from(*h)).collect(), None);
        let numbers = (1i64..).take(headings.len()).map(|n| Shown::Number(n, Format::Count)).collect();
        self.cells(Role::ColumnNumber, numbers, None);
    }

    /// Writes a row of cells with one look. `model` gives the length of what nodes show.
    pub fn cells(&mut self, role: Role, shown: Vec<Shown>, model: Option<&Model>) {
        let mut tallest = 1;
        for (column, item) in (0u32..).zip(shown) {
            let text = self.cell(column, role, item, model);
            tallest = tallest.max(lines(&text, self.width(column)));
        }
        if tallest > 1 {
            self.sheet.heights.insert(self.row, (tallest * LINE + 3).min(TALLEST));
        }
        self.row += 1;
    }

    /// Writes one cell of the current row and returns the text it shows, as far as it matters for its height.
    pub fn cell(&mut self, column: u32, role: Role, item: Shown, model: Option<&Model>) -> String {
        let row = self.row;
        match item {
            Shown::Nothing => {
                self.sheet.put(row, column, role, Format::General, Content::Blank);
                String::new()
            }
            Shown::Text(text) => {
                self.sheet.text(row, column, role, &text);
                text
            }
            Shown::Number(n, format) => {
                self.sheet.put(row, column, role, format, Content::Number(Exact::whole(n)));
                String::new()
            }
            Shown::Node(id) => {
                let format = model.map_or(Format::General, |m| m.node(id).format);
                self.node(column, role, id, format, model)
            }
            Shown::NodeAs(id, format) => self.node(column, role, id, format, model),
        }
    }

    fn node(&mut self, column: u32, role: Role, id: NodeId, format: Format, model: Option<&Model>) -> String {
        self.sheet.put(self.row, column, role, format, Content::Node(id));
        let text = model.map_or_else(String::new, |m| value_words(m.value(id), format));
        // Numbers do not wrap: a column too narrow for one would show ####.
        if matches!(format, Format::Text | Format::General) {
            return text;
        }
        let needed = u32::try_from(text.chars().count()).unwrap_or(0) + 2;
        if needed > self.width(column) && needed < 40 {
            self.sheet.widths.insert(column, needed);
        }
        String::new()
    }

    /// Makes the current row tall enough for a text in a column.
    pub fn grow(&mut self, column: u32, text: &str) {
        let height = (lines(text, self.width(column)) * LINE + 3).min(TALLEST);
        let known = self.sheet.heights.get(&self.row).copied().unwrap_or(LINE + 3);
        if height > known {
            self.sheet.heights.insert(self.row, height);
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

/// Returns how many lines a text takes in a column so many characters wide, breaking at spaces.
fn lines(text: &str, width: u32) -> u32 {
    let room = usize::try_from(width.saturating_sub(1).max(1)).unwrap_or(1);
    let mut count = 0;
    for paragraph in text.split('\n') {
        let mut used = 0;
        count += 1;
        for word in paragraph.split(' ') {
            let mut length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                count += 1;
                used = 0;
            }
            while length > room {
                count += 1;
                length -= room;
            }
            used += length + usize::from(used > 0);
        }
    }
    u32::try_from(count).unwrap_or(u32::MAX / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_takes_the_lines_it_needs() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("jeden dwa trzy", 10), 2);
        assert_eq!(lines("a\nb", 10), 2);
        assert_eq!(lines("nierozdzielnedlugieslowo", 11), 3);
    }

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
