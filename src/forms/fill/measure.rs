//! How high a row must be for its text. Writers do not measure, and a spreadsheet does not fit merged cells by itself,
//! so the count is on the safe side: a column is taken to hold as many letters as it is wide.

use crate::grid::Role;

/// Height of one line in points; rows of one line keep the sheet's own height.
pub const ONE_LINE: u32 = 15;
/// Height of each line in points.
const LINE: u32 = 13;
/// Room above and below in points.
const MARGIN: u32 = 4;
/// The highest row a spreadsheet takes.
const HIGHEST: u32 = 409;

/// Returns the points a text needs in a width in characters.
pub fn height(text: &str, width: u32) -> u32 {
    of_lines(lines(text, width))
}

/// Returns the points of so many lines.
pub fn of_lines(lines: u32) -> u32 {
    (lines * LINE + MARGIN).clamp(ONE_LINE, HIGHEST)
}

/// Returns how many ordinary letters fit where the role's are larger.
pub fn fitting(width: u32, role: Role) -> u32 {
    match role {
        Role::Title => width * 2 / 3,
        Role::Subtitle | Role::Section => width * 5 / 6,
        _ => width,
    }
}

/// Raises a height for roles with larger letters.
pub fn for_role(points: u32, role: Role) -> u32 {
    match role {
        Role::Title => (points * 3 / 2).min(HIGHEST),
        Role::Subtitle | Role::Section => (points * 6 / 5).min(HIGHEST),
        _ => points,
    }
}

/// Counts lines when words are kept whole, except those longer than a line.
fn lines(text: &str, width: u32) -> u32 {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let mut length = u32::try_from(word.chars().count()).unwrap_or(HIGHEST);
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = 0;
        }
        while length > width {
            lines += 1;
            length -= width;
        }
        used += length + u32::from(used > 0);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_long_ones_are_cut() {
        assert_eq!(lines("Wkład własny", 12), 1);
        assert_eq!(lines("Wkład własny", 11), 2);
        assert_eq!(lines("przeliczenie)*", 8), 2);
        assert_eq!(lines("", 8), 1);
        assert_eq!(height("Wkład własny", 20), 17);
    }
}
