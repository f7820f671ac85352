//! Fills a form: from its definition and a settlement to sheets of the neutral workbook.
//!
//! A cell shows a node of the settlement. A cell that the form itself adds up or subtracts is a new formula over the
//! form's own cells, so that the paper can be checked with a calculator and stays a live formula in the file that is
//! sent. Amounts are never worked out here otherwise. The wording comes from the form's file alone.

pub(super) mod figures;
mod list;
mod measure;
mod split;
mod table;

use figures::{Figures, Shown, Shows};

use super::collected::Collected;
use super::definition::{Block, FieldBlock, FormDefinition, PartOf, SheetDefinition, Status};
use super::facts::FormFacts;
use super::fields::Field;
use super::listed::Listed;
use crate::calc::{Format, Model};
use crate::grid::{Content, Role, Sheet};
use crate::settlement::figures::Settled;

/// Width of a value beside its label, in characters: room for a long name of a municipality.
const TEXT_VALUE_WIDTH: u32 = 36;
/// Width of a number beside its label.
const NUMBER_VALUE_WIDTH: u32 = 10;
/// Characters of a text above a table of two pages that the first page holds beside the repeated columns.
const ONE_PAGE: u32 = 100;
/// Room for a signature, in characters and in empty rows above it.
const SIGNATURE_WIDTH: u32 = 34;
const SIGNATURE_ROWS: u32 = 2;

/// Fills a form. New formulas are added to the settlement's model; figures the settlement lacks leave cells empty.
pub fn fill(form: &FormDefinition, settled: &mut Settled, facts: &FormFacts) -> Vec<Sheet> {
    write_sheets(form, &mut Figures::of_settlement(settled, facts))
}

/// Fills a paper beside the settlement with what was handed over. New formulas are added to the model; a field that was
/// not handed over leaves its cell empty.
pub fn fill_listed(
    form: &FormDefinition,
    model: &mut Model,
    facts: &FormFacts,
    listed: &Listed,
) -> Vec<Sheet> {
    write_sheets(form, &mut Figures { shows: Shows::Paper(model, listed), facts })
}

/// Fills a voivode's collective form, one row a municipality. New formulas are added to the model; a field that a
/// municipality lacks leaves its cell empty.
pub fn fill_collective(
    form: &FormDefinition,
    model: &mut Model,
    facts: &FormFacts,
    collected: &Collected,
) -> Vec<Sheet> {
    write_sheets(form, &mut Figures { shows: Shows::Collective(model, collected), facts })
}

fn write_sheets(form: &FormDefinition, figures: &mut Figures<'_>) -> Vec<Sheet> {
    let (kept, _) = parts_of_use(form, figures);
    kept.into_iter()
        .flat_map(|definition| {
            let mut pen = Pen::new(form, definition);
            for block in &definition.blocks {
                pen.block(block, figures);
            }
            split::where_too_long(pen.sheet, &pen.tables)
        })
        .collect()
}

/// Returns the sheets to fill, and those left out because all their tables are about money that the municipality does
/// not use. A form keeps all its sheets rather than none.
pub(super) fn parts_of_use<'a>(
    form: &'a FormDefinition,
    figures: &Figures<'_>,
) -> (Vec<&'a SheetDefinition>, Vec<(&'a SheetDefinition, PartOf)>) {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for sheet in &form.sheets {
        match only_part(sheet).filter(|part| !figures.uses(*part, None)) {
            Some(part) => left_out.push((sheet, part)),
            None => kept.push(sheet),
        }
    }
    if kept.is_empty() { (form.sheets.iter().collect(), Vec::new()) } else { (kept, left_out) }
}

/// Returns the component that every table of a sheet is about.
fn only_part(sheet: &SheetDefinition) -> Option<PartOf> {
    let mut parts = sheet.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.part_of),
        Block::List(_) => Some(None),
        _ => None,
    });
    let first = parts.next()??;
    parts.all(|part| part == Some(first)).then_some(first)
}

/// A sheet being filled from top to bottom.
struct Pen {
    sheet: Sheet,
    /// Widths of the columns.
    widths: Vec<u32>,
    /// Next free row.
    row: u32,
    /// Next free column beside the last field.
    beside: u32,
    /// The title has been set.
    titled: bool,
    /// Tables written so far.
    tables: Vec<split::Placed>,
    /// The form is as published: nothing is moved to look better.
    as_published: bool,
}

impl Pen {
    fn new(form: &FormDefinition, definition: &SheetDefinition) -> Self {
        let mut sheet = Sheet::named(&definition.name);
        sheet.official = true;
        sheet.footer.clone_from(&form.footer);
        sheet.pages_wide = definition.pages_wide;
        sheet.freeze = definition.first_columns.map(|columns| (0, columns));
        if definition.pages_wide.is_some_and(|pages| pages > 1) {
            sheet.repeat_columns = definition.first_columns.map(|columns| (0, columns.saturating_sub(1)));
        }
        let mut widths: Vec<u32> = Vec::new();
        for block in &definition.blocks {
            let of_block: Vec<u32> = match block {
                Block::Table(table) => table.columns.iter().map(|c| c.width).collect(),
                Block::List(list) => list.widths.clone(),
                _ => continue,
            };
            for (i, width) in of_block.into_iter().enumerate() {
                match widths.get_mut(i) {
                    Some(known) => *known = width.max(*known),
                    None => widths.push(width),
                }
            }
        }
        if widths.is_empty() {
            widths.push(TEXT_VALUE_WIDTH);
        }
        sheet.widths = (0..).zip(widths.iter().copied()).collect();
        Self {
            sheet,
            widths,
            row: 0,
            beside: 0,
            titled: false,
            tables: Vec::new(),
            as_published: form.status == Status::Official,
        }
    }

    fn last_column(&self) -> u32 {
        u32::try_from(self.widths.len()).unwrap_or(1).saturating_sub(1)
    }

    /// Returns the first column for what stands above and below tables. The columns that every printed page repeats are
    /// no place for it: a cell that reaches beyond them would be cut off there.
    fn first_free(&self) -> u32 {
        let repeated = self.sheet.repeat_columns.filter(|_| !self.as_published);
        repeated.map_or(0, |(_, last)| (last + 1).min(self.last_column()))
    }

    /// Returns the last column for a text from [`Self::first_free`]: where that is not the sheet's first, the first page
    /// must hold it.
    fn last_free(&self) -> u32 {
        match self.first_free() {
            0 => self.last_column(),
            first => self.reach(first, ONE_PAGE),
        }
    }

    /// Returns the width of columns, both ends included.
    fn width(&self, first: u32, last: u32) -> u32 {
        (first..=last).filter_map(|c| self.widths.get(c as usize)).sum()
    }

    /// Returns the column up to which a text of so many characters reaches from `first`.
    fn reach(&self, first: u32, characters: u32) -> u32 {
        let mut last = first;
        while self.width(first, last) < characters && last < self.last_column() {
            last += 1;
        }
        last
    }

    /// Makes a row at least so high.
    fn at_least_high(&mut self, row: u32, points: u32) {
        if points > measure::ONE_LINE {
            let height = self.sheet.heights.entry(row).or_insert(points);
            *height = points.max(*height);
        }
    }

    /// Writes a text over columns of the next row, as high as it needs.
    fn text_over(&mut self, first: u32, last: u32, role: Role, text: &str) {
        self.sheet.text(self.row, first, role, text);
        self.sheet.merge((self.row, first, self.row, last));
        let height = measure::height(text, measure::fitting(self.width(first, last), role));
        self.at_least_high(self.row, measure::for_role(height, role));
    }

    fn block(&mut self, block: &Block, figures: &mut Figures<'_>) {
        match block {
            Block::Heading(lines) => self.heading(lines),
            Block::Field(field) => self.field(field, figures),
            Block::Table(definition) => table::write(self, definition, figures),
            Block::List(definition) => list::write(self, definition, figures),
            Block::Signature(text) => {
                self.row += SIGNATURE_ROWS;
                let mut first = self.last_column();
                while first > 0 && self.width(first, self.last_column()) < SIGNATURE_WIDTH {
                    first -= 1;
                }
                self.text_over(first, self.last_column(), Role::Signature, text);
                self.row += 2;
            }
            Block::Footnote(text) => {
                self.row += 1;
                self.text_over(self.first_free(), self.last_free(), Role::Note, text);
                self.row += 1;
            }
            Block::Section(text) => {
                self.row += 1;
                self.text_over(self.first_free(), self.last_free(), Role::Section, text);
                self.row += 1;
            }
        }
    }

    fn heading(&mut self, lines: &[String]) {
        for line in lines {
            let role = if self.titled { Role::Subtitle } else { Role::Title };
            self.titled = true;
            self.text_over(self.first_free(), self.last_free(), role, line);
            self.row += 1;
        }
        self.row += 1;
    }

    fn field(&mut self, block: &FieldBlock, figures: &mut Figures<'_>) {
        let (row, start) = match (block.beside, self.row.checked_sub(1)) {
            // A label in the last column would leave no cell for the value.
            (true, Some(before)) if self.beside < self.last_column() => (before, self.beside),
            _ => (self.row, self.first_free()),
        };
        let format = block.field.map_or(Format::Text, Field::format);
        let characters = u32::try_from(block.label.chars().count()).unwrap_or(0) + 2;
        let label_end = self.reach(start, characters).min(self.last_column().saturating_sub(1).max(start));
        self.sheet.text(row, start, Role::Label, &block.label);
        self.sheet.merge((row, start, row, label_end));
        let height = measure::height(&block.label, self.width(start, label_end));
        self.at_least_high(row, height.max(block.lines_high.map_or(0, measure::of_lines)));
        let first = label_end + 1;
        if first <= self.last_column() {
            let by_kind = if format == Format::Text { TEXT_VALUE_WIDTH } else { NUMBER_VALUE_WIDTH };
            let last = self.reach(first, block.width.unwrap_or(by_kind));
            let content = block.field.map_or(Content::Blank, |field| figures.of_form(field).content());
            if let Some(text) = figures.text_of(&content) {
                let height = measure::height(&text, self.width(first, last));
                self.at_least_high(row, height);
            }
            if block.field.is_some_and(Field::names_a_person) {
                self.sheet.private.insert((row, first));
            }
            self.sheet.put(row, first, Role::FieldValue, format, content);
            self.sheet.merge((row, first, row, last));
            self.beside = last + 2;
        }
        self.row = row + 1;
    }
}

impl Shown {
    /// Returns what a cell holds.
    pub(super) fn content(self) -> Content {
        match self {
            Self::Unused | Self::Nothing => Content::Blank,
            Self::Node(id) => Content::Node(id),
            Self::Text(text) => Content::Text(text),
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_collective;
#[cfg(test)]
mod tests_paper;
