//! Fonts, borders and fills of each part of a sheet. Readable when printed without colours.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format as Look, FormatAlign, FormatBorder};

use crate::calc::Format;
use crate::grid::Role;

/// All that a cell's look depends on.
#[allow(clippy::struct_excessive_bools)] // Independent facts of a cell, not the states of one thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Key {
    /// Part of the sheet.
    pub role: Role,
    /// How a number is shown.
    pub format: Format,
    /// Is it a formula? A formula in a text column would turn into text when edited.
    pub formula: bool,
    /// Is it a percentage without decimals?
    pub whole_percent: bool,
    /// Does it span several cells? A title that does not runs over its neighbours instead of wrapping.
    pub merged: bool,
    /// Does the sheet have so many columns that its letters are smaller?
    pub wide: bool,
}

/// Looks made so far.
#[derive(Default)]
pub struct Looks {
    made: BTreeMap<Key, Look>,
}

impl Key {
    /// A cell without borders.
    pub fn plain() -> Self {
        Self {
            role: Role::Plain,
            format: Format::General,
            formula: false,
            whole_percent: false,
            merged: true,
            wide: false,
        }
    }

    /// Is a long text broken into lines? One that is not runs over the empty cells beside it.
    pub fn wraps(self) -> bool {
        let runs_over = matches!(self.role, Role::Title | Role::Section | Role::Draft | Role::Plain);
        self.merged || !runs_over
    }
}

impl Looks {
    /// Returns the look.
    pub fn get(&mut self, key: Key) -> &Look {
        self.made.entry(key).or_insert_with(|| made(key))
    }

    /// Was the look asked for before? The file numbers looks in that order.
    pub fn knows(&self, key: Key) -> bool {
        self.made.contains_key(&key)
    }
}

/// Cells of one sheet whose look is set when all of them are written, as stretches down neighbouring columns.
///
/// The writer finds the number of a look by comparing all its sixty properties, which takes longer than writing the
/// cell; in a stretch it is found once.
#[derive(Default)]
pub struct Stretches {
    open: BTreeMap<u16, Stretch>,
    done: Vec<Stretch>,
}

/// Neighbouring cells that look alike, a rectangle of them.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// Their look.
    pub key: Key,
    /// First and last column.
    pub columns: (u16, u16),
    /// First and last row.
    pub rows: (u32, u32),
}

impl Stretches {
    /// Takes note of a cell; cells come row by row.
    pub fn note(&mut self, row: u32, column: u16, key: Key) {
        let new = Stretch { key, columns: (column, column), rows: (row, row) };
        let open = self.open.entry(column).or_insert(new);
        if open.key == key && row <= open.rows.1 + 1 {
            open.rows.1 = row;
        } else {
            self.done.push(std::mem::replace(open, new));
        }
    }

    /// Returns all stretches, those of neighbouring columns and the same rows as one.
    pub fn all(mut self) -> Vec<Stretch> {
        self.done.extend(self.open.into_values());
        self.done.sort_unstable_by_key(|stretch| (stretch.rows, stretch.columns));
        self.done.dedup_by(|new, last| {
            let beside = (new.rows, new.key) == (last.rows, last.key) && new.columns.0 == last.columns.1 + 1;
            if beside {
                last.columns.1 = new.columns.1;
            }
            beside
        });
        self.done
    }
}

/// Returns the look of a column of input cells.
pub fn column(format: Format) -> Look {
    base(10).set_num_format(number_format(format, false))
}

fn base(size: u8) -> Look {
    Look::new().set_font_name("Calibri").set_font_size(size)
}

fn made(key: Key) -> Look {
    let body = if key.wide { 9 } else { 10 };
    let look = match key.role {
        Role::Title => base(14).set_bold(),
        Role::Plain | Role::Subtitle => base(body),
        Role::Label => base(body).set_bold(),
        Role::GroupHeading => heading(body, 0x00BF_BFBF),
        Role::Heading => heading(body, 0x00D9_D9D9),
        Role::ColumnNumber => boxed(base(8)).set_italic().set_background_color(Color::RGB(0x00F2_F2F2)),
        Role::FieldValue | Role::Body => boxed(base(body)),
        Role::Total => boxed(base(body))
            .set_bold()
            .set_border_top(FormatBorder::Medium)
            .set_background_color(Color::RGB(0x00F2_F2F2)),
        Role::Note => base(8).set_italic(),
        Role::Signature => base(9).set_border_top(FormatBorder::Dotted),
        Role::Section => base(11).set_bold(),
        Role::Input => boxed(base(body)).set_background_color(Color::RGB(0x00FF_FBE6)),
        Role::Error => boxed(base(body)).set_bold().set_background_color(Color::RGB(0x00F4_CCCC)),
        Role::Warning => boxed(base(body)).set_background_color(Color::RGB(0x00FF_F2CC)),
        Role::Draft => base(20).set_bold().set_font_color(Color::RGB(0x00C0_0000)),
    };
    aligned(look, key).set_num_format(shown(key))
}

fn boxed(look: Look) -> Look {
    look.set_border(FormatBorder::Thin)
}

fn heading(size: u8, fill: u32) -> Look {
    boxed(base(size)).set_bold().set_background_color(Color::RGB(fill))
}

fn aligned(look: Look, key: Key) -> Look {
    let look = if key.wraps() { look.set_text_wrap() } else { look };
    match key.role {
        Role::GroupHeading | Role::Heading | Role::ColumnNumber => {
            look.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
        }
        Role::Signature => look.set_align(FormatAlign::Center).set_align(FormatAlign::Top),
        Role::Note => look.set_align(FormatAlign::Top),
        _ if matches!(key.format, Format::Day | Format::Month | Format::Count) => {
            look.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
        }
        _ => look.set_align(FormatAlign::VerticalCenter),
    }
}

/// Number format of a cell. Texts keep the general format where no one types: labels need no text format.
fn shown(key: Key) -> &'static str {
    let typed = matches!(key.role, Role::Body | Role::FieldValue | Role::Input | Role::Plain);
    if key.format == Format::Text && (key.formula || !typed) {
        return "General";
    }
    number_format(key.format, key.whole_percent)
}

/// Number format in the file's own spelling; a Polish program shows a no-break space and a comma for `#,##0.00`.
fn number_format(format: Format, whole_percent: bool) -> &'static str {
    match format {
        Format::General => "General",
        Format::Text => "@",
        Format::Money => "#,##0.00",
        Format::Unrounded => "#,##0.00####",
        // `0.######` would show a whole number with a trailing comma.
        Format::Factor => "0.00####",
        Format::Posts | Format::Hours => "0.00",
        Format::Count => "0",
        Format::Percent if whole_percent => "0%",
        Format::Percent => "0.00%",
        Format::Day => "dd.mm.yyyy",
        Format::Month => "mm.yyyy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_look_alike_are_one_stretch_and_a_gap_or_another_look_ends_it() {
        let (plain, merged) = (Key { merged: false, ..Key::plain() }, Key { merged: true, ..Key::plain() });
        let mut stretches = Stretches::default();
        for row in [0, 1, 2, 4] {
            for (column, key) in [(0, plain), (1, plain), (2, merged), (4, merged)] {
                stretches.note(row, column, key);
            }
        }
        let mut all = stretches.all();
        all.sort_by_key(|stretch| (stretch.columns, stretch.rows));
        let seen: Vec<_> = all.iter().map(|s| (s.columns, s.rows, s.key == plain)).collect();
        let expected = [((0, 1), true), ((2, 2), false), ((4, 4), false)];
        let expected = expected.map(|(columns, plain)| [(columns, (0, 2), plain), (columns, (4, 4), plain)]);
        assert_eq!(seen, expected.concat());
    }
}
