//! Native charts over cells of their own sheet. A chart holds no figure of its own: it names cells, and the program that
//! opens the file draws what stands in them.
//!
//! Readable in print without colours: series differ in lightness, and a line over columns is dashed with points. A chart
//! that could not show what it promises is refused, not drawn empty.

use rust_xlsxwriter::{
    Chart as Drawn, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    ChartMarkerType, ChartSeries as Series, ChartSolidFill, ChartType, Color, ObjectMovement, Worksheet,
    XlsxError,
};

use super::text::writable_text;
use super::{OutputError, column, layout_fault};
use crate::grid::{Chart, ChartKind, Sheet, Span};
use crate::source::a1;

/// Fills in order: neighbours differ in lightness, so that a grey print tells them apart.
const FILLS: [u32; 6] = [0x001F_4E79, 0x009D_C3E6, 0x00C5_5A11, 0x00F4_B183, 0x0054_8235, 0x00BF_BFBF];
/// Lines over columns: dark, so that they are seen over every fill.
const LINES: [u32; 3] = [0x00C0_0000, 0x0000_0000, 0x007F_6000];
/// Sides in pixels below which the letters would cover the drawing.
const LEAST: (u32, u32) = (240, 160);
/// Sides in pixels above which a page cannot hold it.
const MOST: (u32, u32) = (2400, 1600);
/// Series that can still be told apart.
const MOST_SERIES: usize = 12;

/// Draws the charts of a sheet.
pub(super) fn insert(sheet: &Sheet, out: &mut Worksheet) -> Result<(), OutputError> {
    for chart in &sheet.charts {
        sound(sheet, chart).map_err(|reason| OutputError::Layout {
            sheet: sheet.name.clone(),
            reason: format!("chart {:?}: {reason}", chart.title),
        })?;
        put(sheet, out, chart).map_err(|e| layout_fault(sheet, &e))?;
    }
    Ok(())
}

/// Refuses a chart that names cells the sheet does not have, or that cannot be read.
fn sound(sheet: &Sheet, chart: &Chart) -> Result<(), String> {
    let (width, height) = chart.size;
    if width < LEAST.0 || height < LEAST.1 || width > MOST.0 || height > MOST.1 {
        return Err(format!("{width} by {height} pixels"));
    }
    if chart.series.is_empty() || chart.series.len() > MOST_SERIES {
        return Err(format!("{} series", chart.series.len()));
    }
    if sheet.cells.contains_key(&chart.at) {
        return Err(format!("covers the cell {}", a1(chart.at.0, chart.at.1)));
    }
    let names = run(sheet, chart.categories)?;
    for series in &chart.series {
        if series.name.trim().is_empty() {
            return Err("a series without a name".to_owned());
        }
        let values = run(sheet, series.values)?;
        if values != names {
            return Err(format!("{values} values of {:?} for {names} names", series.name));
        }
    }
    Ok(())
}

/// Returns how many cells a span holds; it must lie in one row or column, and each cell must be there.
fn run(sheet: &Sheet, span: Span) -> Result<u32, String> {
    let (r1, c1, r2, c2) = span;
    let place = || format!("{}:{}", a1(r1, c1), a1(r2, c2));
    if r2 < r1 || c2 < c1 || (r1 != r2 && c1 != c2) {
        return Err(format!("{} is no row or column of cells", place()));
    }
    let cells = (r1..=r2).flat_map(|row| (c1..=c2).map(move |column| (row, column)));
    for at in cells {
        if !sheet.cells.contains_key(&at) {
            return Err(format!("{} has no cell {}", place(), a1(at.0, at.1)));
        }
    }
    Ok((r2 - r1).max(c2 - c1).saturating_add(1))
}

fn put(sheet: &Sheet, out: &mut Worksheet, chart: &Chart) -> Result<(), XlsxError> {
    let on_top = |as_line: bool| as_line && chart.kind != ChartKind::Line;
    let base = match chart.kind {
        ChartKind::Columns | ChartKind::FromZero => ChartType::Column,
        ChartKind::Stacked => ChartType::ColumnStacked,
        ChartKind::Line => ChartType::Line,
    };
    // With lines alone there is nothing to lay them over.
    let only_lines = chart.series.iter().all(|s| on_top(s.as_line));
    let base = if only_lines { ChartType::Line } else { base };
    let mut drawn = Drawn::new(base);
    let mut over = Drawn::new(ChartType::Line);
    let (mut fills, mut lines) = (0, 0);
    for series in &chart.series {
        let as_line = only_lines || chart.kind == ChartKind::Line || on_top(series.as_line);
        let target = if on_top(series.as_line) && !only_lines { &mut over } else { &mut drawn };
        let added = target.add_series();
        added
            .set_name(plain(&series.name).as_str())
            .set_values(range(sheet, series.values)?)
            .set_categories(range(sheet, chart.categories)?);
        if as_line {
            line(added, lines, series.as_line);
            lines += 1;
        } else {
            columns(added, fills);
            fills += 1;
        }
    }
    words(&mut drawn, chart);
    if lines > 0 && fills > 0 {
        drawn.combine(&over);
    }
    out.insert_chart(chart.at.0, column(chart.at.1)?, &drawn)?;
    Ok(())
}

/// Title, axes and legend, in letters that survive printing a page at half its size.
fn words(drawn: &mut Drawn, chart: &Chart) {
    let title = plain(&chart.title);
    drawn.title().set_name(title.as_str()).set_font(font(12).set_bold()).set_overlay(false);
    let names = chart.categories;
    let many = (names.2 - names.0).max(names.3 - names.1) >= 8;
    let mut letters = font(10);
    if many {
        // Twelve months or thirty identifiers do not fit side by side.
        letters.set_rotation(-45);
    }
    drawn.x_axis().set_font(&letters).set_label_interval(1);
    drawn
        .y_axis()
        .set_name(plain(&chart.unit).as_str())
        .set_name_font(font(10).set_bold())
        .set_font(&font(10))
        .set_num_format("#,##0")
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0x00D9_D9D9)).set_width(0.75));
    if chart.kind == ChartKind::FromZero {
        drawn.y_axis().set_min(0);
    }
    drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(10));
    drawn
        .set_width(chart.size.0)
        .set_height(chart.size.1)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
        .set_alt_text(format!("{title} [{}]", plain(&chart.unit)));
}

fn font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Calibri").set_size(size);
    font
}

fn columns(series: &mut Series, index: usize) {
    let fill = FILLS[index % FILLS.len()];
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(fill)))
        .set_border(ChartLine::new().set_color(Color::RGB(0x0040_4040)).set_width(0.75));
    series.set_format(&mut format).set_gap(60);
}

fn line(series: &mut Series, index: usize, dashed: bool) {
    let colour = if dashed { LINES[index % LINES.len()] } else { FILLS[index % FILLS.len()] };
    let mut stroke = ChartLine::new();
    stroke.set_color(Color::RGB(colour)).set_width(2.25);
    if dashed {
        stroke.set_dash_type(ChartLineDashType::Dash);
    }
    let kinds = [ChartMarkerType::Circle, ChartMarkerType::Square, ChartMarkerType::Triangle];
    let mut marker = ChartMarker::new();
    marker
        .set_type(kinds[index % kinds.len()])
        .set_size(6)
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))));
    series.set_format(ChartFormat::new().set_line(&stroke)).set_marker(&marker);
}

/// The writer takes a text with `!` or a leading `=` for the name of cells.
fn plain(text: &str) -> String {
    writable_text(text).trim_start_matches('=').replace('!', "·")
}

fn range(sheet: &Sheet, (r1, c1, r2, c2): Span) -> Result<(&str, u32, u16, u32, u16), XlsxError> {
    Ok((sheet.name.as_str(), r1, column(c1)?, r2, column(c2)?))
}
