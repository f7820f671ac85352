//! `Gotówka`: cost of each month by source, money that comes, and own money laid out until then, for each variant.

use super::names;
use crate::calc::{Expr, Format, NodeId};
use crate::estimate::Scenario;
use crate::estimate::months::CashMonth;
use crate::estimate::scenarios::Estimate;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Chart, ChartKind, ChartSeries, Role, Sheet};

/// A column: heading and figure.
type Column = (&'static str, fn(&CashMonth) -> NodeId);

const COLUMNS: [Column; 5] = [
    ("Koszt miesiąca (zł)", |m| m.cost),
    ("z tego z Programu (zł)", |m| m.by_award),
    ("z tego środki własne (zł)", |m| m.own),
    ("Wpływ z Programu (zł)", |m| m.received),
    ("Wyłożone ze środków własnych od stycznia (zł)", |m| m.laid_out),
];

/// Columns of one variant.
const WIDE: u32 = 5;

/// Builds the sheet.
pub fn sheet(estimate: &mut Estimate) -> Sheet {
    let Estimate { model, scenarios, year, .. } = estimate;
    let mut widths = vec![10];
    widths.extend([13; 15]);
    let mut page = Page::new(names::CASH, &widths);
    page.line(Role::Title, &format!("Gotówka w {year} r.: do kiedy gmina wykłada własne pieniądze"));
    page.line(
        Role::Subtitle,
        "Koszt w miesiącu, za który jest należny. Pieniądze z Programu przychodzą w miesiącu z arkusza Założenia; do tego czasu całość płaci gmina.",
    );
    let top = page.row;
    page.cell(top, 0, Role::GroupHeading, "".into(), None);
    for (column, scenario) in (0u32..).zip(Scenario::ALL) {
        let first = 1 + column * WIDE;
        page.cell(top, first, Role::GroupHeading, format!("wariant {}", scenario.word()).into(), None);
        page.sheet.merge((top, first, top, first + WIDE - 1));
    }
    page.row += 1;
    let mut headings = vec!["Miesiąc"];
    headings.extend(Scenario::ALL.iter().flat_map(|_| COLUMNS.map(|(heading, _)| heading)));
    page.headings(&headings);
    page.keep(top, 1);
    let first = page.row;
    let months: Vec<_> =
        scenarios.first().map(|s| s.cash.iter().map(|m| m.month).collect()).unwrap_or_default();
    for (index, month) in months.iter().enumerate() {
        let mut cells = vec![Shown::Number(month.first().serial(), Format::Month)];
        for scenario in scenarios.iter() {
            let of = scenario.cash.get(index);
            cells.extend(COLUMNS.map(|(_, pick)| Shown::from(of.map(pick))));
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let last = page.row.saturating_sub(1);
    let mut cells = vec![Shown::from("RAZEM")];
    for scenario in scenarios.iter() {
        for (column, (heading, pick)) in COLUMNS.iter().enumerate() {
            if column + 1 == COLUMNS.len() {
                cells.push(Shown::Nothing);
                continue;
            }
            let all = scenario.cash.iter().map(pick).collect();
            cells.push(model.formula(heading, Format::Money, Expr::Sum(all)).into());
        }
    }
    page.cells(Role::Total, cells, Some(model));
    page.space();
    page.line(
        Role::Note,
        "Stan ujemny oznacza pieniądze z Programu, które przyszły wcześniej, niż poniesiono koszt.",
    );
    let below = page.row + 1;
    charts(&mut page.sheet, first, last, below);
    page.sheet
}

/// Cost by source in the base variant, and own money laid out in all three.
fn charts(sheet: &mut Sheet, first: u32, last: u32, below: u32) {
    let base = 1 + WIDE * u32::try_from(Scenario::Base.column()).unwrap_or(1);
    let column = |c: u32| (first, c, last, c);
    let series =
        |name: &str, c: u32| ChartSeries { name: name.to_owned(), values: column(c), as_line: false };
    let by_source = Chart {
        title: "Koszt miesięczny według źródła, wariant bazowy".to_owned(),
        kind: ChartKind::Stacked,
        categories: column(0),
        series: vec![series("Fundusz Pracy", base + 1), series("środki własne", base + 2)],
        unit: "zł".to_owned(),
        at: (below, 0),
        size: (760, 340),
    };
    let laid_out = Chart {
        title: "Wyłożone ze środków własnych na koniec miesiąca".to_owned(),
        kind: ChartKind::Line,
        series: (1u32..)
            .step_by(WIDE as usize)
            .zip(Scenario::ALL)
            .map(|(c, s)| series(s.word(), c + 4))
            .collect(),
        at: (below + by_source.rows(), 0),
        ..by_source.clone()
    };
    sheet.charts.extend([by_source, laid_out]);
}
