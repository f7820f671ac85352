//! Charts are read back from the file, by another library, by the second engine and by the reader of the audit.

use std::path::Path;

use crate::calc::{Expr, Format, Model, Value};
use crate::grid::{Book, Chart, ChartKind, ChartSeries, Content, Role, Sheet, Span};
use crate::intake::book;
use crate::output::{OutputError, Prepared, prepare};
use crate::units::{Day, Exact};
use crate::witness;

/// Months, what they cost from two sources as typed and as computed, and a limit.
fn months() -> (Sheet, Model) {
    let mut model = Model::default();
    let mut sheet = Sheet::named("Wykresy i dane");
    for (row, name) in (1..).zip(["styczeń", "luty", "marzec"]) {
        sheet.text(row, 0, Role::Body, name);
        let typed =
            model.parameter("dotacja", Format::Money, Value::Number(Exact::whole(i64::from(row) * 100)));
        let computed = model.formula("własne", Format::Money, Expr::div(typed, Expr::whole(2)).round2());
        sheet.node(&model, row, 1, Role::Body, typed);
        sheet.node(&model, row, 2, Role::Body, computed);
        sheet.put(row, 3, Role::Body, Format::Money, Content::Number(Exact::whole(250)));
    }
    (sheet, model)
}

fn chart(kind: ChartKind) -> Chart {
    let series = |name: &str, column: u32, as_line: bool| ChartSeries {
        name: name.to_owned(),
        values: (1, column, 3, column),
        as_line,
    };
    Chart {
        title: "Koszt miesięczny według źródła".to_owned(),
        kind,
        categories: (1, 0, 3, 0),
        series: vec![
            series("dotacja", 1, false),
            series("wkład własny", 2, false),
            series("limit!", 3, true),
        ],
        unit: "zł".to_owned(),
        at: (6, 0),
        size: (720, 360),
    }
}

fn prepared(sheet: Sheet, model: &Model) -> Result<Prepared, OutputError> {
    let created = Day::new(2026, 1, 15).expect("a day");
    prepare(&Book { title: "Wykresy".to_owned(), created, sheets: vec![sheet] }, model)
}

fn drawn(kind: ChartKind) -> Prepared {
    let (mut sheet, model) = months();
    sheet.charts.push(chart(kind));
    prepared(sheet, &model).expect("a workbook")
}

fn part(prepared: &Prepared, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&prepared.bytes)).expect("a zip");
    std::io::read_to_string(archive.by_name(name).expect("a part")).expect("text")
}

#[test]
fn a_chart_names_its_cells_its_words_and_its_unit() {
    let xml = part(&drawn(ChartKind::Stacked), "xl/charts/chart1.xml");
    for expected in [
        "<c:f>'Wykresy i dane'!$A$2:$A$4</c:f>",
        "<c:f>'Wykresy i dane'!$B$2:$B$4</c:f>",
        "<c:f>'Wykresy i dane'!$C$2:$C$4</c:f>",
        "Koszt miesięczny według źródła",
        "<c:v>wkład własny</c:v>",
        "<a:t>zł</a:t>",
        "typeface=\"Calibri\"",
        "<c:grouping val=\"stacked\"/>",
    ] {
        assert!(xml.contains(expected), "{expected} in {xml}");
    }
}

#[test]
fn a_limit_lies_as_a_line_over_columns() {
    for kind in [ChartKind::Columns, ChartKind::Stacked] {
        let xml = part(&drawn(kind), "xl/charts/chart1.xml");
        assert_eq!((xml.matches("<c:barChart>").count(), xml.matches("<c:lineChart>").count()), (1, 1));
        let line = xml.split("<c:lineChart>").nth(1).expect("a line");
        assert!(line.contains("limit·") && line.contains("$D$2:$D$4"), "{line}");
        assert_eq!(xml.matches("<c:ser>").count(), 3);
    }
    let xml = part(&drawn(ChartKind::Line), "xl/charts/chart1.xml");
    assert_eq!((xml.matches("<c:barChart>").count(), xml.matches("<c:lineChart>").count()), (0, 1));
}

#[test]
fn the_same_charts_give_the_same_bytes() {
    assert_eq!(drawn(ChartKind::Columns).bytes, drawn(ChartKind::Columns).bytes);
}

#[test]
fn the_second_engine_and_the_audit_read_a_workbook_with_charts() {
    let prepared = drawn(ChartKind::Stacked);
    let agreed = witness::compare(&prepared).expect("every formula agrees");
    assert_eq!(agreed.formulas, 3);
    let read = book::read("wykresy.xlsx", &prepared.bytes).expect("read back");
    assert_eq!(read.sheet("Wykresy i dane").expect("a sheet").text(1, 0), Some("styczeń"));
    let path = Path::new("xl/drawings/drawing1.xml").display().to_string();
    assert!(part(&prepared, &path).contains("descr=\"Koszt miesięczny według źródła [zł]\""));
}

fn refusal(change: impl FnOnce(&mut Chart)) -> String {
    let (mut sheet, model) = months();
    let mut chart = chart(ChartKind::Columns);
    change(&mut chart);
    sheet.charts.push(chart);
    match prepared(sheet, &model) {
        Err(OutputError::Layout { sheet, reason }) => {
            assert_eq!(sheet, "Wykresy i dane");
            reason
        }
        other => panic!("refused as a fault of the layout: {:?}", other.map(|p| p.cells)),
    }
}

#[test]
fn a_chart_outside_the_cells_of_its_sheet_is_refused() {
    let outside = |span: Span| refusal(move |chart| chart.series[0].values = span);
    assert!(outside((1, 7, 3, 7)).contains("no cell H2"));
    assert!(outside((2, 1, 4, 1)).contains("no cell B5"));
    assert!(refusal(|chart| chart.categories = (9, 0, 11, 0)).contains("no cell A10"));
}

#[test]
fn a_chart_that_shows_nothing_or_cannot_be_read_is_refused() {
    assert!(refusal(|chart| chart.series.clear()).contains("0 series"));
    assert!(refusal(|chart| chart.series[0].values = (3, 1, 1, 1)).contains("no row or column"));
    assert!(refusal(|chart| chart.series[0].values = (1, 1, 3, 2)).contains("no row or column"));
    assert!(
        refusal(|chart| chart.series[0].values = (1, 1, 2, 1))
            .contains("2 values of \"dotacja\" for 3 names")
    );
    assert!(refusal(|chart| chart.series[0].name = " ".to_owned()).contains("without a name"));
    assert!(refusal(|chart| chart.size = (0, 360)).contains("0 by 360 pixels"));
    assert!(refusal(|chart| chart.at = (2, 2)).contains("covers the cell C3"));
}
