//! Estimated row heights. Excel never grows a row for merged cells, and other programs not always for wrapped ones, so
//! a row whose height the form leaves open gets one that its text should need.

use std::collections::BTreeMap;

use crate::grid::{Role, Sheet};

/// Width of a column that the sheet says nothing about, in characters.
pub(super) const USUAL_WIDTH: u32 = 8;

/// Heights by row, in points, for rows that need more than one line.
#[derive(Default)]
pub struct Heights {
    rows: BTreeMap<u32, u32>,
}

impl Heights {
    /// Takes note of a wrapped text that spans the columns from the cell to `last`, in letters of the size.
    pub fn note(&mut self, sheet: &Sheet, at: (u32, u32), last: u32, role: Role, text: &str) {
        if sheet.heights.contains_key(&at.0) {
            return;
        }
        let columns = at.1..=last.max(at.1);
        let room = columns.map(|c| sheet.widths.get(&c).copied().unwrap_or(USUAL_WIDTH)).sum::<u32>();
        let (points, per_line) = match role {
            Role::Title => (14, 19),
            Role::Section => (11, 15),
            Role::Note | Role::ColumnNumber => (8, 11),
            _ => (10, 13),
        };
        // A width counts digits of the 11-point font. Bold letters take about a tenth more, and so does the font that
        // stands in for Calibri where it is missing: better a line too many than a line cut off.
        let bold =
            matches!(role, Role::Title | Role::Heading | Role::GroupHeading | Role::Total | Role::Section);
        let percent = if bold { 90 } else { 100 };
        let room = usize::try_from(room * 10 * percent / (points * 100)).unwrap_or(1).max(1);
        if text.len() <= room && !text.contains('\n') {
            return;
        }
        let needed = lines(text, room);
        if needed > 1 {
            let height = needed * per_line + 3;
            let known = self.rows.entry(at.0).or_insert(height);
            *known = height.max(*known).min(MOST);
        }
    }

    /// Returns rows and heights.
    pub fn rows(&self) -> impl Iterator<Item = (u32, u32)> {
        self.rows.iter().map(|(row, height)| (*row, *height))
    }
}

/// Highest row of the format.
const MOST: u32 = 409;

/// Counts the lines that a text takes when words are broken at so many characters.
fn lines(text: &str, room: usize) -> u32 {
    let mut count = 0_usize;
    for paragraph in text.split('\n') {
        let mut used = 0;
        count += 1;
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                count += 1;
                used = 0;
            }
            used += length + usize::from(used > 0);
            count += used.saturating_sub(1) / room;
            used -= used.saturating_sub(1) / room * room;
        }
    }
    u32::try_from(count).unwrap_or(MOST).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_where_the_column_ends() {
        assert_eq!(lines("krótko", 10), 1);
        assert_eq!(lines("Identyfikator asystenta", 13), 2);
        assert_eq!(lines("a\nb", 10), 2);
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("dwadzieściadwieliterki", 10), 3);
    }

    #[test]
    fn a_row_with_a_given_height_keeps_it() {
        let mut sheet = Sheet::named("A");
        sheet.heights.insert(0, 12);
        let mut heights = Heights::default();
        heights.note(&sheet, (0, 0), 0, Role::Body, &"słowo ".repeat(20));
        heights.note(&sheet, (1, 0), 0, Role::Body, &"słowo ".repeat(20));
        assert_eq!(heights.rows().map(|(row, _)| row).collect::<Vec<_>>(), [1]);
    }
}
