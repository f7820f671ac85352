//! A book of resolved cells as an Excel workbook. The one door to rust_xlsxwriter.
//!
//! Texts are written as texts, never guessed at. Every formula carries its result, so that a reader that does not
//! recalculate shows the settled figures; Excel recalculates when it opens the file. The same book gives the same
//! bytes. Nothing here knows the programme.

mod charts;
mod height;
mod look;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, IgnoreError, Url, Workbook, Worksheet, XlsxError,
};

use height::Heights;
use look::{Key, Looks, Stretches};

use super::{LiveFormula, OutputError, Prepared, number};
use crate::calc::print::Place;
use crate::calc::{Format, Value};
use crate::grid::{Book, Cell, Content, Resolved, Role, Sheet, Validation};
use crate::source::a1;
use crate::units::{Day, Exact};

/// Longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Longest formula.
const LONGEST_FORMULA: usize = 8_192;
/// Longest text quoted inside a formula.
const LONGEST_QUOTED: usize = 255;
/// Links of a sheet that Excel takes.
const MOST_LINKS: usize = 65_530;
/// From so many columns on, letters are smaller.
const WIDE: u32 = 14;

/// What a cell holds, asked once for each.
pub(super) type Resolver<'a> = dyn Fn(usize, (u32, u32), &Cell) -> Resolved + 'a;

/// Where a click on a cell leads, asked once for each.
pub(super) type Linker<'a> = dyn Fn(usize, (u32, u32), &Cell) -> Option<Place> + 'a;

/// No cell leads anywhere.
pub(super) fn no_links(_: usize, _: (u32, u32), _: &Cell) -> Option<Place> {
    None
}

/// Writes the book into memory.
pub(super) fn render(
    book: &Book,
    resolve: &Resolver<'_>,
    link: &Linker<'_>,
) -> Result<Prepared, OutputError> {
    check_names(book)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book));
    let mut looks = Looks::default();
    let names = book.sheets.iter().map(|s| s.name.clone()).collect();
    let mut prepared = Prepared { bytes: Vec::new(), sheets: names, cells: 0, formulas: Vec::new() };
    for (index, sheet) in book.sheets.iter().enumerate() {
        let mut writer = Writer {
            index,
            sheet,
            out: workbook.add_worksheet(),
            looks: &mut looks,
            merged: sheet.merges.iter().map(|(r1, c1, r2, c2)| ((*r1, *c1), (*r2, *c2))).collect(),
            heights: Heights::default(),
            stretches: Stretches::default(),
            wide: sheet.extent().1 >= WIDE,
            cells: 0,
            links: 0,
            formulas: &mut prepared.formulas,
        };
        writer.page().and_then(|()| writer.shape()).map_err(|e| layout_fault(sheet, &e))?;
        for (at, cell) in &sheet.cells {
            let content = as_written(resolve(index, *at, cell));
            // Only computed numbers: a program may turn a text with a link into another kind of text.
            if let Resolved::Formula(_, Value::Number(_)) = content
                && let Some(target) = link(index, *at, cell)
            {
                writer.link(*at, &book.sheets[target.sheet].name, target)?;
            }
            writer.cell(*at, cell, content)?;
        }
        writer.dress().and_then(|()| writer.grow()).map_err(|e| layout_fault(sheet, &e))?;
        charts::insert(sheet, writer.out)?;
        prepared.cells += writer.cells;
    }
    prepared.bytes = workbook
        .save_to_buffer()
        .map_err(|e| OutputError::Layout { sheet: book.title.clone(), reason: e.to_string() })?;
    Ok(prepared)
}

struct Writer<'a> {
    index: usize,
    sheet: &'a Sheet,
    out: &'a mut Worksheet,
    looks: &'a mut Looks,
    merged: BTreeMap<(u32, u32), (u32, u32)>,
    heights: Heights,
    stretches: Stretches,
    wide: bool,
    cells: usize,
    links: usize,
    formulas: &'a mut Vec<LiveFormula>,
}

impl Writer<'_> {
    /// Paper, margins, header and footer.
    fn page(&mut self) -> Result<(), XlsxError> {
        const A4: u8 = 9;
        let top = if self.sheet.draft { 0.9 } else { 0.5 };
        let (footer, lines) = footer(&self.sheet.footer);
        let bottom = if lines > 1 { 0.8 } else { 0.6 };
        self.out
            .set_name(&self.sheet.name)?
            .set_paper_size(A4)
            .set_print_fit_to_pages(self.sheet.pages_wide.unwrap_or(1), 0)
            .set_margins(0.4, 0.4, top, bottom, 0.3, 0.3)
            .set_footer(footer)
            // Without a recalculation an empty result would be stored as 0.
            .set_formula_result_default("");
        if !self.sheet.page_breaks.is_empty() {
            let breaks: Vec<u32> = self.sheet.page_breaks.iter().copied().filter(|row| *row > 0).collect();
            self.out.set_page_breaks(&breaks)?;
        }
        if self.sheet.portrait {
            self.out.set_portrait();
        } else {
            self.out.set_landscape();
        }
        if self.sheet.draft {
            self.out.set_header("&C&\"Calibri,Bold\"&28PROJEKT").set_tab_color(0x00C0_0000);
        }
        Ok(())
    }

    /// Widths, heights, merges, panes and limits on input.
    fn shape(&mut self) -> Result<(), XlsxError> {
        for (at, format) in &self.sheet.column_formats {
            self.out.set_column_format(column(*at)?, &look::column(*format))?;
        }
        for (at, width) in &self.sheet.widths {
            self.out.set_column_width(column(*at)?, f64::from(*width))?;
        }
        for (row, height) in &self.sheet.heights {
            self.out.set_row_height(*row, f64::from(*height))?;
        }
        for (r1, c1, r2, c2) in self.sheet.merges.iter().copied() {
            let key =
                self.sheet.cells.get(&(r1, c1)).map_or_else(Key::plain, |cell| self.key((r1, c1), cell));
            self.out.merge_range(r1, column(c1)?, r2, column(c2)?, "", self.looks.get(key))?;
        }
        if let Some((first, last)) = self.sheet.repeat_rows {
            self.out.set_repeat_rows(first, last)?;
        }
        if let Some((first, last)) = self.sheet.repeat_columns {
            self.out.set_repeat_columns(column(first)?, column(last)?)?;
        }
        if let Some((row, at)) = self.sheet.freeze {
            self.out.set_freeze_panes(row, column(at)?)?;
        }
        for limit in &self.sheet.validations {
            let (r1, c1, r2, c2) = limit.range;
            self.out.add_data_validation(r1, column(c1)?, r2, column(c2)?, &validation(limit)?)?;
        }
        let (row, at) = self.sheet.extent();
        if self.sheet.filter && row > 0 {
            self.out.autofilter(0, 0, row, column(at)?)?;
        }
        // Identifiers made of digits are texts on purpose: no green corners. (One rule a range is all the format takes.)
        self.out.ignore_error_range(0, 0, row, column(at)?, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    fn key(&self, at: (u32, u32), cell: &Cell) -> Key {
        Key {
            role: cell.role,
            format: cell.format,
            formula: false,
            whole_percent: false,
            merged: self.merged.contains_key(&at),
            wide: self.wide,
        }
    }

    fn cell(&mut self, at: (u32, u32), cell: &Cell, content: Resolved) -> Result<(), OutputError> {
        let (row, col) = (at.0, column(at.1).map_err(|e| layout_fault(self.sheet, &e))?);
        let mut key = self.key(at, cell);
        if content != Resolved::Blank {
            self.cells += 1;
        }
        let written = match content {
            Resolved::Blank if cell.role == Role::Plain => return Ok(()),
            Resolved::Blank if self.later(row, col, key) => return Ok(()),
            Resolved::Blank => self.out.write_blank(row, col, self.looks.get(key)),
            Resolved::Text(text) => {
                self.fitting(at, &text)?;
                self.note_height(at, key, &text);
                if self.later(row, col, key) {
                    self.out.write_string(row, col, text)
                } else {
                    self.out.write_string_with_format(row, col, text, self.looks.get(key))
                }
            }
            Resolved::Number(n) => {
                let binary = number::to_binary(&n).ok_or_else(|| self.too_large(at))?;
                key.whole_percent = whole_percent(cell.format, &n);
                if self.later(row, col, key) {
                    self.out.write_number(row, col, binary)
                } else {
                    self.out.write_number_with_format(row, col, binary, self.looks.get(key))
                }
            }
            Resolved::Formula(formula, result) => {
                key.formula = true;
                if formula.len() > LONGEST_FORMULA && formula.chars().count() > LONGEST_FORMULA
                    || longest_quoted(&formula) > LONGEST_QUOTED
                {
                    return Err(OutputError::FormulaTooLong {
                        sheet: self.sheet.name.clone(),
                        cell: a1(at.0, at.1),
                    });
                }
                let (stored, result) = match result {
                    Value::Blank => (String::new(), Value::Blank),
                    Value::Text(text) => {
                        self.note_height(at, key, &text);
                        self.fitting(at, &text)?;
                        (text.clone(), Value::Text(text))
                    }
                    Value::Number(n) => {
                        key.whole_percent = whole_percent(cell.format, &n);
                        let binary = number::to_binary(&n).ok_or_else(|| self.too_large(at))?;
                        (number::shortest(binary), Value::Number(n))
                    }
                };
                let text = cleaned_text(formula);
                let written = Formula::new(&text).set_result(stored);
                let step = match cell.content {
                    Content::Node(id) => Some(id),
                    _ => None,
                };
                let (sheet, format) = (self.index, cell.format);
                self.formulas.push(LiveFormula { sheet, at, text, result, format, step });
                if self.later(row, col, key) {
                    self.out.write_formula(row, col, written)
                } else {
                    self.out.write_formula_with_format(row, col, written, self.looks.get(key))
                }
            }
        };
        written.map(drop).map_err(|e| layout_fault(self.sheet, &e))
    }

    /// Leaves the look of a cell for [`Self::dress`]. Not a look that no cell had before: the file numbers looks in the
    /// order in which they come.
    fn later(&mut self, row: u32, col: u16, key: Key) -> bool {
        let known = self.looks.knows(key);
        if known {
            self.stretches.note(row, col, key);
        }
        known
    }

    /// Gives the cells that were written bare their looks.
    fn dress(&mut self) -> Result<(), XlsxError> {
        for stretch in std::mem::take(&mut self.stretches).all() {
            let (look, col) = (self.looks.get(stretch.key), stretch.column);
            self.out.set_range_format(stretch.rows.0, col, stretch.rows.1, col, look)?;
        }
        Ok(())
    }

    /// Ties a cell to another one. The writer takes links for texts: it is written as one, and what the cell holds is
    /// written over it with the look it has.
    fn link(&mut self, at: (u32, u32), sheet: &str, target: Place) -> Result<(), OutputError> {
        if self.links >= MOST_LINKS {
            return Ok(());
        }
        self.links += 1;
        let place = format!("internal:'{}'!{}", sheet.replace('\'', "''"), a1(target.row, target.column));
        let col = column(at.1).map_err(|e| layout_fault(self.sheet, &e))?;
        // What would show the target again is left out: the cell shows its own number.
        let url = Url::new(place).set_text(" ");
        let written = self.out.write_url_with_format(at.0, col, url, self.looks.get(Key::plain()));
        written.map(drop).map_err(|e| layout_fault(self.sheet, &e))
    }

    /// A cell that spans rows has room below; one that does not wrap needs no more than its line.
    fn note_height(&mut self, at: (u32, u32), key: Key, text: &str) {
        let last = self.merged.get(&at).copied().unwrap_or(at);
        if key.wraps() && last.0 == at.0 {
            self.heights.note(self.sheet, at, last.1, key.role, text);
        }
    }

    fn grow(&mut self) -> Result<(), XlsxError> {
        for (row, height) in self.heights.rows() {
            self.out.set_row_height(row, f64::from(height))?;
        }
        Ok(())
    }

    fn fitting(&self, at: (u32, u32), text: &str) -> Result<(), OutputError> {
        if text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT {
            return Err(OutputError::TextTooLong { sheet: self.sheet.name.clone(), cell: a1(at.0, at.1) });
        }
        Ok(())
    }

    fn too_large(&self, at: (u32, u32)) -> OutputError {
        OutputError::NumberTooLarge { sheet: self.sheet.name.clone(), cell: a1(at.0, at.1) }
    }
}

fn column(at: u32) -> Result<u16, XlsxError> {
    u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}

fn layout_fault(sheet: &Sheet, error: &XlsxError) -> OutputError {
    OutputError::Layout { sheet: sheet.name.clone(), reason: error.to_string() }
}

fn whole_percent(format: Format, n: &Exact) -> bool {
    format == Format::Percent && (n * &Exact::whole(100)).is_whole()
}

/// The writer guesses the kind of a formula's result from its text: an identifier such as `12`, `inf` or `TRUE` would
/// be stored as a number or a truth value. Such a text is written as it is, without its link.
pub(super) fn reads_as_other_than_text(text: &str) -> bool {
    text.parse::<f64>().is_ok() || text == "TRUE" || text == "FALSE" || text.starts_with('#')
}

/// Returns what of a cell reaches the file: some texts lose their link, some characters are replaced.
pub fn as_written(resolved: Resolved) -> Resolved {
    match resolved {
        Resolved::Formula(_, Value::Text(text)) if reads_as_other_than_text(&text) => cleaned(text),
        Resolved::Formula(formula, Value::Text(text)) => {
            Resolved::Formula(cleaned_text(formula), Value::Text(cleaned_text(text)))
        }
        Resolved::Text(text) => cleaned(text),
        other => other,
    }
}

fn cleaned(text: String) -> Resolved {
    Resolved::Text(cleaned_text(text))
}

fn cleaned_text(text: String) -> String {
    match writable_text(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(cleaned) => cleaned,
    }
}

/// Characters that the file format cannot hold are replaced; a file that Excel calls damaged helps no one.
fn writable_text(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c < ' ' && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    // Bytes are looked at first: nearly every text passes there. 0xEF begins the two characters above.
    let suspicious = |b: u8| (b < b' ' && b != b'\n' && b != b'\t') || b == 0xEF;
    if text.bytes().any(suspicious) && text.chars().any(bad) {
        let lines = text.replace("\r\n", "\n");
        Cow::Owned(lines.chars().map(|c| if bad(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn longest_quoted(formula: &str) -> usize {
    if formula.len() <= LONGEST_QUOTED {
        return 0;
    }
    formula.split('"').skip(1).step_by(2).map(|quoted| quoted.encode_utf16().count()).max().unwrap_or(0)
}

/// Names are compared as Excel does, without regard to case.
fn check_names(book: &Book) -> Result<(), OutputError> {
    let mut seen = BTreeSet::new();
    for sheet in &book.sheets {
        let name = sheet.name.as_str();
        let bad = name.is_empty()
            || name.encode_utf16().count() > 31
            || name.contains(['[', ']', ':', '*', '?', '/', '\\'])
            || name.chars().any(char::is_control)
            || name.starts_with('\'')
            || name.ends_with('\'')
            || name.eq_ignore_ascii_case("history")
            || !seen.insert(name.to_lowercase());
        if bad {
            return Err(OutputError::SheetName { sheet: sheet.name.clone() });
        }
    }
    Ok(())
}

/// Title and day only: no author, no company.
fn properties(book: &Book) -> DocProperties {
    let properties = DocProperties::new().set_title(writable_text(&book.title));
    match creation(book.created) {
        Some(created) => properties.set_creation_datetime(&created),
        None => properties,
    }
}

fn creation(day: Day) -> Option<ExcelDateTime> {
    let text = day.to_string();
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?).ok()
}

/// Returns the footer code and its number of lines: the sheet's text on the left, pages on the right. The whole code
/// may have 255 characters and `&` is doubled; long text is broken by words, or it would run into the page numbers.
fn footer(text: &str) -> (String, usize) {
    const ROOM: usize = 190;
    const LINE: usize = 110;
    let mut left = String::new();
    let (mut used, mut in_line, mut lines) = (0, 0, 1);
    for word in text.split_whitespace() {
        let doubled = writable_text(word).replace('&', "&&");
        let length = doubled.encode_utf16().count() + 1;
        if used + length > ROOM {
            left.push('…');
            break;
        }
        if in_line + length > LINE && in_line > 0 {
            left.push('\n');
            (in_line, lines) = (0, lines + 1);
        } else if in_line > 0 {
            left.push(' ');
        }
        left.push_str(&doubled);
        (used, in_line) = (used + length, in_line + length);
    }
    // The font's name stands between size and text, or a text that begins with a digit would become the size.
    let font = "&8&\"Calibri,Regular\"";
    (format!("&L{font}{left}&R{font}Strona &P z &N"), lines)
}

fn validation(limit: &Validation) -> Result<DataValidation, XlsxError> {
    let joined: usize = limit.list.iter().map(|w| w.replace('"', "\"\"").encode_utf16().count() + 1).sum();
    let listable = !limit.list.is_empty()
        && joined <= LONGEST_QUOTED + 1
        && !limit.list.iter().any(|word| word.contains(','));
    let rule = if listable {
        DataValidation::new()
            .allow_list_strings(&limit.list)?
            .set_error_title("Wartość spoza listy")?
            .set_error_message("Proszę wybrać wartość z listy.")?
    } else {
        DataValidation::new().allow_any_value()
    };
    let prompt: String = limit.prompt.chars().take(200).collect();
    if prompt.is_empty() { Ok(rule) } else { rule.set_input_message(prompt) }
}

#[cfg(test)]
mod tests;
