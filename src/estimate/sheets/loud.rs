//! The first row of every sheet: on what rules the estimate rests. Nobody may take it for the law of the year.

use crate::estimate::scenarios::Estimate;
use crate::grid::{Role, Sheet, Span};

/// Rows that the words take.
const ROWS: u32 = 1;

/// Columns over which the words run: about this many characters.
const MEASURE: u32 = 110;

/// What every sheet says.
pub fn words(estimate: &Estimate) -> String {
    let year = estimate.year;
    if estimate.assumed {
        // The title of carried rules ends with what they assume.
        let title = &estimate.programme.title;
        let assumption = title.rsplit(" – ").next().unwrap_or(title);
        let assumption = assumption.trim_end_matches('.');
        format!("{assumption}. To szacunek na {year} r. według zasad innego roku, nie rozliczenie.")
    } else {
        format!("SZACUNEK na {year} r., nie rozliczenie: kwoty zależą od arkusza Założenia.")
    }
}

/// Moves everything down and writes the words above.
pub fn say(sheet: &mut Sheet, words: &str) {
    shift(sheet);
    sheet.text(0, 0, Role::Warning, words);
    let mut last = 0;
    let mut wide = sheet.widths.get(&0).copied().unwrap_or(9);
    let columns = sheet.extent().1;
    while wide < MEASURE && last < columns {
        last += 1;
        wide += sheet.widths.get(&last).copied().unwrap_or(9);
    }
    sheet.merge((0, 0, 0, last));
}

fn shift(sheet: &mut Sheet) {
    let down = |(a, b, c, d): Span| (a + ROWS, b, c + ROWS, d);
    sheet.cells =
        std::mem::take(&mut sheet.cells).into_iter().map(|((r, c), v)| ((r + ROWS, c), v)).collect();
    sheet.merges.iter_mut().for_each(|m| *m = down(*m));
    sheet.private = std::mem::take(&mut sheet.private).into_iter().map(|(r, c)| (r + ROWS, c)).collect();
    sheet.heights = std::mem::take(&mut sheet.heights).into_iter().map(|(r, h)| (r + ROWS, h)).collect();
    sheet.repeat_rows = sheet.repeat_rows.map(|(a, b)| (a + ROWS, b + ROWS));
    sheet.freeze = sheet.freeze.map(|(r, c)| (r + ROWS, c));
    for validation in &mut sheet.validations {
        validation.range = down(validation.range);
    }
    for chart in &mut sheet.charts {
        chart.at.0 += ROWS;
        chart.categories = down(chart.categories);
        chart.series.iter_mut().for_each(|s| s.values = down(s.values));
    }
    // A heading that people filter by must be the first row; here it is not any more.
    sheet.filter = false;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Chart, ChartKind, ChartSeries};

    #[test]
    fn everything_of_a_sheet_moves_together() {
        let mut sheet = Sheet::named("A");
        sheet.text(0, 0, Role::Title, "Tytuł");
        sheet.text(3, 1, Role::Body, "x");
        sheet.merge((0, 0, 0, 1));
        sheet.freeze = Some((2, 1));
        sheet.repeat_rows = Some((1, 1));
        sheet.heights.insert(3, 40);
        sheet.charts.push(Chart {
            title: String::new(),
            kind: ChartKind::Line,
            categories: (1, 0, 3, 0),
            series: vec![ChartSeries { name: String::new(), values: (1, 1, 3, 1), as_line: false }],
            unit: String::new(),
            at: (5, 0),
            size: (100, 100),
        });
        say(&mut sheet, "UWAGA");
        assert_eq!(sheet.cells[&(1, 0)].role, Role::Title);
        assert!(sheet.cells.contains_key(&(4, 1)) && sheet.merges.contains(&(1, 0, 1, 1)));
        assert_eq!((sheet.freeze, sheet.repeat_rows), (Some((3, 1)), Some((2, 2))));
        assert_eq!(sheet.heights.get(&4), Some(&40));
        let chart = &sheet.charts[0];
        assert_eq!(
            (chart.at, chart.categories, chart.series[0].values),
            ((6, 0), (2, 0, 4, 0), (2, 1, 4, 1))
        );
        assert!(matches!(&sheet.cells[&(0, 0)].content, crate::grid::Content::Text(t) if t == "UWAGA"));
    }
}
