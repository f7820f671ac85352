//! The charts of `Przegląd`: award against use, returns, co-financing of a post, families of an assistant.

use super::super::BookFacts;
use super::super::derived::Figure;
use super::super::distribution::{self, Class};
use super::super::powiat::Group;
use super::Rectangle;
use crate::calc::{Format, Model};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Chart, ChartKind, ChartSeries, Role, Span};
use crate::programme::National;

/// Column of the first figure in the table of groups.
const FIRST: u32 = 3;
/// Rows of a table below which both charts still fit on the page.
const SHORT: u32 = 8;
/// Over the whole width of the sheet, two below a short table.
const WIDE: (u32, u32) = (1480, 300);
/// The same, two on a page of their own.
const HIGH: (u32, u32) = (1480, 420);
/// Over half of the sheet.
const HALF: (u32, u32) = (690, 340);
/// Column at which the right half begins.
const RIGHT: u32 = 6;

/// Puts the charts below what is written.
pub fn put(page: &mut Page, groups: Option<Rectangle>, of: &[Group], facts: &BookFacts<'_>, model: &Model) {
    if let Some(rows) = groups {
        // A short table has room for the charts below it.
        let is_short = rows.last - rows.first < SHORT;
        if !is_short {
            page.sheet.page_breaks.insert(page.row);
        }
        let returns = |group: &Group| !model.value(group.figures[Figure::Returned.at()]).is_blank();
        of_groups(page, rows, if is_short { WIDE } else { HIGH }, of.iter().any(returns));
    }
    let last = facts.last_day().unwrap_or(facts.as_of);
    let limit = National::built_in().caseload_limit(last).map(|limit| limit.value);
    let posts = distribution::per_post(of, model);
    let families = limit.map(|limit| distribution::caseload(facts.entries, limit)).unwrap_or_default();
    page.space();
    page.sheet.page_breaks.insert(page.row);
    let top = page.row;
    let left = spread(
        page,
        (top, 0),
        "Gminy według dofinansowania na etat",
        ["Dofinansowanie na etat (zł)", "Gminy", ""],
        &posts,
    );
    let limit = limit.unwrap_or_default();
    let beyond = format!("powyżej {limit}");
    let within = format!("do {limit} rodzin");
    let right = spread(
        page,
        (top, RIGHT),
        "Asystenci według liczby rodzin w okresie",
        ["Liczba rodzin", &within, &beyond],
        &families,
    );
    page.row = left.max(right).map_or(top, |last| last + 2);
    if families.is_empty() {
        page.line(
            Role::Note,
            "Rozliczenia nie podają liczby rodzin poszczególnych asystentów: rozkładu nie ma.",
        );
    } else {
        page.line(Role::Note, &format!("Ustawa mówi o {limit} rodzinach w jednym czasie; tu liczone są rodziny z całego okresu, więc liczba ponad {limit} nie jest sama przez się naruszeniem."));
    }
    let at = page.row;
    if let Some(last) = left {
        let series = vec![series("Liczba gmin", (top + 2, 1, last, 1))];
        let chart = chart(
            "Gminy według dofinansowania na etat (zł)",
            (top + 2, 0, last, 0),
            series,
            "gminy",
            (at, 0),
            HALF,
        );
        push(page, chart);
    }
    if let Some(last) = right {
        let series = vec![
            series(&within, (top + 2, RIGHT + 1, last, RIGHT + 1)),
            series(&beyond, (top + 2, RIGHT + 2, last, RIGHT + 2)),
        ];
        let mut chart = chart(
            "Asystenci według liczby rodzin w okresie",
            (top + 2, RIGHT, last, RIGHT),
            series,
            "asystenci",
            (at, RIGHT),
            HALF,
        );
        chart.kind = ChartKind::Stacked;
        push(page, chart);
    }
}

fn of_groups(page: &mut Page, rows: Rectangle, size: (u32, u32), returns: bool) {
    let span = |figure: Figure| {
        let at = FIRST + figure as u32;
        (rows.first, at, rows.last, at)
    };
    let names = (rows.first, 0, rows.last, 0);
    let used = vec![series("Przyznano", span(Figure::Awarded)), series("Wykorzystano", span(Figure::Used))];
    let mut returned = vec![series("Do zwrotu z odsetkami", span(Figure::ToReturn))];
    let mut title = "Do zwrotu (zł)";
    if returns {
        title = "Do zwrotu, zwrócono i pozostało (zł)";
        returned.push(series("Zwrócono", span(Figure::Returned)));
        returned.push(series("Pozostało", span(Figure::Left)));
    }
    for (title, series) in [("Przyznano i wykorzystano (zł)", used), (title, returned)] {
        page.space();
        let made = chart(title, names, series, "kwota (zł)", (page.row, 0), size);
        let below = made.rows();
        push(page, made);
        page.row += below;
    }
}

/// Writes a table of classes; returns its last row.
fn spread(
    page: &mut Page,
    at: (u32, u32),
    title: &str,
    headings: [&str; 3],
    classes: &[Class],
) -> Option<u32> {
    if classes.is_empty() {
        return None;
    }
    let (top, left) = at;
    page.sheet.text(top, left, Role::Section, title);
    let headings = headings.into_iter().filter(|heading| !heading.is_empty());
    let columns: Vec<(u32, &str)> = (left..).zip(headings).collect();
    for (column, heading) in &columns {
        page.sheet.text(top + 1, *column, Role::Heading, heading);
    }
    let mut row = top + 1;
    for class in classes {
        row += 1;
        page.cell(row, left, Role::Body, Shown::from(class.label.as_str()), None);
        for ((column, _), count) in columns.iter().skip(1).zip(class.counts) {
            page.cell(row, *column, Role::Body, Shown::Number(count, Format::Count), None);
        }
    }
    Some(row)
}

fn series(name: &str, values: Span) -> ChartSeries {
    ChartSeries { name: name.to_owned(), values, as_line: false }
}

fn chart(
    title: &str,
    categories: Span,
    series: Vec<ChartSeries>,
    unit: &str,
    at: (u32, u32),
    size: (u32, u32),
) -> Chart {
    Chart {
        title: title.to_owned(),
        kind: ChartKind::FromZero,
        categories,
        series,
        unit: unit.to_owned(),
        at,
        size,
    }
}

fn push(page: &mut Page, chart: Chart) {
    page.sheet.charts.push(chart);
}
