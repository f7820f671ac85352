//! A sheet with several tables that does not fit one page becomes one sheet a table.
//!
//! Rejected: a page break before the second table. A spreadsheet ignores breaks on a sheet that is fitted to the
//! page's width, and it repeats one range of headings only, so the second table's further pages would bear the months
//! of the first.

use crate::grid::{Cell, Sheet, Span};

use super::measure::ONE_LINE;

/// Where a table stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// First row of its headings.
    pub first: u32,
    /// Last row of its headings.
    pub last_heading: u32,
    /// Its rows are as many as there are assistants; a list with named rows does not grow and is not split off.
    pub grows: bool,
}

/// Printable points of a landscape A4 page inside the writer's margins.
const PAGE: (u32, u32) = (784, 500);

/// Repeats the headings of the one table, or splits a sheet whose tables do not fit one page. What stands above the
/// first table is on every sheet; what stands below the last, on the last.
pub fn where_too_long(mut sheet: Sheet, tables: &[Placed]) -> Vec<Sheet> {
    if let [only] = tables {
        sheet.repeat_rows = Some((only.first, only.last_heading));
        return vec![sheet];
    }
    if tables.is_empty() || tables.iter().any(|t| !t.grows) || !too_long(&sheet) {
        return vec![sheet];
    }
    let ends = tables.iter().skip(1).map(|t| t.first).chain([sheet.extent().0 + 1]);
    (1..)
        .zip(tables.iter().zip(ends))
        .map(|(n, (table, end))| part(&sheet, tables[0], *table, end, n))
        .collect()
}

/// Is a sheet, made as narrow as the page, longer than the page?
fn too_long(sheet: &Sheet) -> bool {
    // A column of so many characters is 7 pixels for each and 5 between, at 96 to the inch; a point is 3/4 of that.
    let width: u32 = sheet.widths.values().map(|w| (w * 7 + 5) * 3 / 4).sum();
    let height: u32 = (0..=sheet.extent().0).map(|row| height_of(sheet, row)).sum();
    height * PAGE.0 > PAGE.1 * width.max(PAGE.0)
}

fn height_of(sheet: &Sheet, row: u32) -> u32 {
    sheet.heights.get(&row).copied().unwrap_or(ONE_LINE)
}

/// Returns the sheet with one of its tables, ending before row `end`.
fn part(whole: &Sheet, first: Placed, table: Placed, end: u32, number: u32) -> Sheet {
    let up = table.first - first.first;
    let place = |row: u32| {
        if row < first.first {
            Some(row)
        } else if (table.first..end).contains(&row) {
            Some(row - up)
        } else {
            None
        }
    };
    let cells = whole.cells.iter().filter_map(|((row, column), cell): (&(u32, u32), &Cell)| {
        Some(((place(*row)?, *column), cell.clone()))
    });
    let merges =
        whole.merges.iter().filter_map(|(r1, c1, r2, c2): &Span| Some((place(*r1)?, *c1, place(*r2)?, *c2)));
    let heights = whole.heights.iter().filter_map(|(row, height)| Some((place(*row)?, *height)));
    let private = whole.private.iter().filter_map(|(row, column)| Some((place(*row)?, *column)));
    Sheet {
        name: numbered(&whole.name, number),
        cells: cells.collect(),
        merges: merges.collect(),
        private: private.collect(),
        heights: heights.collect(),
        repeat_rows: Some((first.first, table.last_heading - up)),
        ..whole.clone()
    }
}

/// The first part keeps the name; a name has at most 31 characters.
fn numbered(name: &str, number: u32) -> String {
    if number == 1 {
        return name.to_owned();
    }
    let suffix = format!(" ({number})");
    let room = 31 - suffix.len();
    format!("{}{suffix}", name.chars().take(room).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Role;

    fn two_tables(rows: u32) -> (Sheet, [Placed; 2]) {
        let mut sheet = Sheet::named("Część 1.2");
        sheet.widths = (0..25).map(|c| (c, 9)).collect();
        sheet.text(0, 0, Role::Title, "tytuł");
        let second = 2 + 1 + rows + 1;
        for (first, months) in [(2, "I-VI"), (second, "VII-XII")] {
            sheet.text(first, 0, Role::Heading, months);
            sheet.merge((first, 0, first, 24));
            for row in 1..=rows {
                sheet.text(first + row, 0, Role::Body, "wiersz");
            }
        }
        sheet.text(second + rows + 2, 0, Role::Signature, "podpis");
        let placed = [2, second].map(|row| Placed { first: row, last_heading: row, grows: true });
        (sheet, placed)
    }

    #[test]
    fn two_tables_that_fit_a_page_stay_on_one_sheet() {
        let (sheet, placed) = two_tables(4);
        let parts = where_too_long(sheet, &placed);
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].repeat_rows, None);
    }

    #[test]
    fn forty_assistants_have_headings_on_every_page() {
        let (sheet, placed) = two_tables(40);
        let parts = where_too_long(sheet, &placed);
        let names: Vec<&str> = parts.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Część 1.2", "Część 1.2 (2)"]);
        for (part, months) in parts.iter().zip(["I-VI", "VII-XII"]) {
            assert_eq!(part.repeat_rows, Some((2, 2)));
            let text = |row| part.cells.get(&(row, 0)).map(|c| c.content.clone());
            assert_eq!(text(0), Some(crate::grid::Content::Text("tytuł".into())));
            assert_eq!(text(2), Some(crate::grid::Content::Text(months.into())));
            assert_eq!(part.merges, [(2, 0, 2, 24)]);
            assert_eq!(part.cells.values().filter(|c| c.role == Role::Body).count(), 40);
        }
        let signed = |part: &Sheet| part.cells.values().any(|c| c.role == Role::Signature);
        assert!(!signed(&parts[0]) && signed(&parts[1]));
    }
}
