//! Pages that a sheet takes in print, reckoned from widths and heights, so that none holds a few rows alone.
//!
//! A total or a signature by itself on the last page is a paper that nobody signs. Where letters smaller by up to a quarter
//! close the sheet up, it is told to take a page less; the program that prints finds the size itself.

use super::height::{Heights, USUAL_WIDTH};
use crate::grid::{Role, Sheet};

/// A4 inside the margins in hundredths of a point: the long side and the short side, as they lie in the landscape.
const LANDSCAPE: (u64, u64) = (78_440, 51_580);
/// The same, upright.
const PORTRAIT: (u64, u64) = (53_740, 76_280);
/// What the header of a draft and a second line of the footer take of the height.
const DRAFT: u64 = 2_880;
/// A row of the usual height.
const ROW: u64 = 1_500;
/// A row with a title.
const TITLE: u64 = 1_900;
/// Letters may shrink to so many hundredths. Programs reckon heights a little differently, so a page is not filled to its
/// last point.
const SMALLEST: u64 = 75;
/// Hundredths of a page that are reckoned with.
const FILLED: u64 = 97;
/// Part of a page, in hundredths, below which the rows on the last one are few.
const FEW: u64 = 33;

/// Returns the pages that the sheet is to take in height; none where it is left to the program that prints.
pub(super) fn tall(sheet: &Sheet, heights: &Heights) -> Option<u16> {
    if !sheet.close_up || sheet.pages_wide.is_some() || !sheet.charts.is_empty() {
        return None;
    }
    let (pages, last) = pages(sheet, heights, 100);
    let few = last * 100 < room(sheet, 100) * FEW;
    let (closer, _) = self::pages(sheet, heights, SMALLEST);
    (pages > 1 && few && closer < pages).then_some(pages - 1)
}

/// Height of a page in hundredths of a point of the sheet, where letters are `percent` of what the width asks for.
fn room(sheet: &Sheet, percent: u64) -> u64 {
    let (wide, high) = if sheet.portrait { PORTRAIT } else { LANDSCAPE };
    let high = if sheet.draft { high - DRAFT } else { high };
    let last = sheet.extent().1;
    let characters = |column: u32| u64::from(sheet.widths.get(&column).copied().unwrap_or(USUAL_WIDTH));
    // A character takes seven pixels, a column five more; a pixel is three quarters of a point.
    let width: u64 = (0..=last).map(|column| (characters(column) * 7 + 5) * 75).sum();
    high * width.max(wide) / wide * 100 / percent * FILLED / 100
}

/// Returns the pages and the height of what stands on the last one.
fn pages(sheet: &Sheet, heights: &Heights, percent: u64) -> (u16, u64) {
    let room = room(sheet, percent);
    let grown: std::collections::BTreeMap<u32, u32> = heights.rows().collect();
    let titles: std::collections::BTreeSet<u32> =
        sheet.cells.iter().filter(|(_, cell)| cell.role == Role::Title).map(|((row, _), _)| *row).collect();
    let height = |row: u32| match sheet.heights.get(&row).or_else(|| grown.get(&row)) {
        Some(points) => u64::from(*points) * 100,
        None if titles.contains(&row) => TITLE,
        None => ROW,
    };
    let repeated: u64 = sheet.repeat_rows.map_or(0, |(first, last)| (first..=last).map(height).sum());
    let below = sheet.repeat_rows.map_or(0, |(_, last)| last);
    let (mut pages, mut used) = (1_u16, 0);
    for row in 0..=sheet.extent().0 {
        let more = height(row);
        if used > 0 && (used + more > room || sheet.page_breaks.contains(&row)) {
            pages = pages.saturating_add(1);
            used = if row > below { repeated } else { 0 };
        }
        used += more;
    }
    // What every page repeats is not what the last one is for.
    (pages, used.saturating_sub(if pages > 1 { repeated } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upright(rows: u32) -> Sheet {
        let mut sheet = Sheet::named("A");
        (sheet.portrait, sheet.close_up) = (true, true);
        sheet.widths.insert(0, 90);
        for row in 0..rows {
            sheet.text(row, 0, Role::Body, "wiersz");
        }
        sheet
    }

    #[test]
    fn a_few_rows_alone_on_the_last_page_are_closed_up() {
        // A page takes 49 rows of 15 points, and 65 in letters smaller by a quarter.
        assert_eq!(tall(&upright(49), &Heights::default()), None);
        assert_eq!(tall(&upright(52), &Heights::default()), Some(1));
        assert_eq!(
            tall(&upright(70), &Heights::default()),
            None,
            "two fifths of a page may stand by themselves"
        );
        assert_eq!(tall(&upright(102), &Heights::default()), Some(2));
    }

    #[test]
    fn a_sheet_that_does_not_ask_is_left_alone() {
        let mut sheet = upright(52);
        sheet.close_up = false;
        assert_eq!(tall(&sheet, &Heights::default()), None);
    }
}
