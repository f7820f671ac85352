//! A sheet before its cells: paper, margins, widths, merges, panes, limits on input; and the file's properties.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, IgnoreError, XlsxError};

use super::look::{self, Key};
use super::text::writable_text;
use super::{LONGEST_QUOTED, Writer, column};
use crate::grid::{Book, Validation};
use crate::units::Day;

impl Writer<'_> {
    /// Paper, margins, header and footer.
    pub(super) fn page(&mut self) -> Result<(), XlsxError> {
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
    pub(super) fn shape(&mut self) -> Result<(), XlsxError> {
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
}

/// Title and day only: no author, no company.
pub(super) fn properties(book: &Book) -> DocProperties {
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
pub(super) fn footer(text: &str) -> (String, usize) {
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
