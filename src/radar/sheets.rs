//! `Radar` and `Radar - wykresy`: what is near a limit, as a page for a manager, and two native charts over its cells.

use super::{MoneyRow, Pace, Radar, words};
use crate::calc::{Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Chart, ChartKind, ChartSeries, Role, Sheet};
use crate::locale::{Language, Locale};

/// Name of the page.
pub const PAGE: &str = "Radar";
/// Name of the sheet of charts.
pub const CHARTS: &str = "Radar - wykresy";

/// Columns of the page.
const LAST: u32 = 11;

/// Returns both sheets; their nodes are those of the model the radar was made over.
pub fn sheets(radar: &Radar, model: &Model) -> Vec<Sheet> {
    vec![page(radar, model), charts(radar, model)]
}

fn page(radar: &Radar, model: &Model) -> Sheet {
    let mut page = Page::new(PAGE, &[22, 12, 14, 14, 14, 15, 12, 12, 15, 14, 14, 14, 14, 14]);
    page.line(Role::Title, &format!("Radar roku: stan na {}", radar.as_of.polish()));
    page.line(
        Role::Subtitle,
        "Co jest blisko granicy, co przepadło i co zostanie. Kwoty są żywymi formułami nad danymi i krokami rozliczenia.",
    );
    for (label, id) in
        [("Stan na dzień", radar.typed_day), ("Blisko warunku godzin: do tej części wymaganych", radar.near)]
    {
        page.cell(page.row, 0, Role::Label, label.into(), None);
        page.sheet.merge((page.row, 0, page.row, 2));
        page.cell(page.row, 3, Role::Input, id.into(), Some(model));
        page.row += 1;
    }
    page.cell(page.row, 0, Role::Label, "Dzień, na który liczone są rodziny".into(), None);
    page.sheet.merge((page.row, 0, page.row, 2));
    page.cell(page.row, 3, Role::FieldValue, radar.day.into(), Some(model));
    page.row += 1;
    money(&mut page, radar, model);
    sources(&mut page, radar, model);
    months(&mut page, radar, model);
    caseload(&mut page, radar, model);
    page.sheet
}

fn section(page: &mut Page, title: &str, note: &str) {
    page.space();
    page.line(Role::Section, title);
    page.line(Role::Note, note);
}

fn money(page: &mut Page, radar: &Radar, model: &Model) {
    section(
        page,
        "Pieniądze: ile zostanie przy obecnym tempie",
        "Dotychczas: dofinansowanie, które wynika z zasad edycji z tego, co zapłacono do tego dnia (art. 168 ust. 4 ustawy o finansach publicznych), zanim ograniczy je przyznana albo otrzymana kwota; wiersze tabel z późniejszą datą są tylko zaplanowane. Tempo: dofinansowanie miesięcy, które się zaczęły, także zaplanowane ÷ miesiące z wypłatami × (te miesiące + miesiące do końca okresu), zaokrąglone raz do grosza, połówki w górę. Zakłada, że dalsze miesiące będą takie jak dotychczasowe; dodatek jednorazowy liczy się raz.",
    );
    page.headings(&[
        "Składnik",
        "Okres",
        "Przyznano (zł)",
        "Otrzymano (zł)",
        "Dotychczas (zł)",
        "Jeszcze niewykorzystane (zł)",
        "Miesiące z wypłatami",
        "Miesiące do końca",
        "Do końca okresu przy tym tempie (zł)",
        "Zostanie z przyznanych (zł)",
        "Do zwrotu z otrzymanych (zł)",
        "Zabraknie (zł)",
        "Zaplanowane po tym dniu (zł)",
        "Otrzymane po tym dniu (zł)",
    ]);
    for row in &radar.money {
        let nodes = [
            row.awarded,
            row.transferred,
            row.used,
            row.unspent,
            row.paid_months,
            row.months_left,
            row.forecast,
            row.unused,
            row.to_return,
            row.missing,
        ];
        let mut cells = vec![Shown::from(row.component.word()), Shown::from(period(row))];
        cells.extend(nodes.map(Shown::from));
        cells.push(row.planned.into());
        cells.push(row.received_later.map_or(Shown::Nothing, Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    if radar.money.is_empty() {
        page.line(Role::Note, "Gmina nie korzysta z żadnego składnika w tym okresie.");
    }
}

fn period(row: &MoneyRow) -> &'static str {
    match (row.half_year, row.pace) {
        (Some(half), _) => half.word(),
        (None, Pace::Once) => "raz w roku",
        (None, Pace::Monthly) => "cały okres",
    }
}

fn sources(page: &mut Page, radar: &Radar, model: &Model) {
    if radar.money.iter().all(|row| row.sources.is_empty()) {
        return;
    }
    section(
        page,
        "Niewykorzystane według źródła",
        "Dofinansowanie dotychczas podzielone między źródła tak, jak dzieli je rozliczenie.",
    );
    page.headings(&[
        "Składnik",
        "Okres",
        "Źródło",
        "Przyznano (zł)",
        "Dotychczas (zł)",
        "Jeszcze niewykorzystane (zł)",
    ]);
    for row in &radar.money {
        for source in &row.sources {
            let mut cells =
                vec![Shown::from(row.component.word()), period(row).into(), source.source.word().into()];
            cells.extend([source.awarded, source.used, source.unspent].map(Shown::from));
            page.cells(Role::Body, cells, Some(model));
        }
    }
}

fn months(page: &mut Page, radar: &Radar, model: &Model) {
    section(
        page,
        "Miesiące bez dodatku i miesiące blisko warunku godzin",
        "Warte: dofinansowanie, które miesiąc daje, gdy spełnia warunki, zanim ograniczy je przyznana kwota. Brakujące godziny poniżej zera to zapas.",
    );
    if radar.months.is_empty() {
        page.line(Role::Note, "Nie ma takich miesięcy.");
        return;
    }
    let spans = [(6, 8), (9, LAST)];
    page.headings(&[
        "Identyfikator asystenta",
        "Miesiąc",
        "Godziny",
        "Wymagane godziny",
        "Brakuje godzin",
        "Warte (zł)",
        "Dlaczego",
        "",
        "",
        "Co zrobić",
        "",
        "",
    ]);
    for row in [page.row - 2, page.row - 1] {
        for (first, last) in spans {
            page.sheet.merge((row, first, row, last));
        }
    }
    let locale = Locale::of(Language::Polish);
    for row in &radar.months {
        let mut cells = vec![
            Shown::from(row.assistant.as_str()),
            Shown::Number(row.month.first().serial(), Format::Month),
        ];
        cells.extend([row.hours, row.needed, row.missing, row.worth].map(Shown::from));
        cells.push(words::why(row, model, locale).into());
        cells.extend([Shown::Nothing, Shown::Nothing, words::remedy(row, locale).into()]);
        cells.extend([Shown::Nothing, Shown::Nothing]);
        page.cells(Role::Body, cells, Some(model));
        for (first, last) in spans {
            page.merge_last(first, last);
        }
    }
}

fn caseload(page: &mut Page, radar: &Radar, model: &Model) {
    section(
        page,
        "Rodziny asystentów a limit",
        "Limit rodzin, z którymi asystent może pracować w tym samym czasie: art. 15 ust. 4 ustawy o wspieraniu rodziny i systemie pieczy zastępczej.",
    );
    page.headings(&[
        "Identyfikator asystenta",
        "W tym dniu",
        "Najwięcej w okresie",
        "Limit",
        "Ocena",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ]);
    for row in [page.row - 2, page.row - 1] {
        page.sheet.merge((row, 4, row, LAST));
    }
    let locale = Locale::of(Language::Polish);
    for row in &radar.caseload {
        let mut cells = vec![Shown::from(row.assistant.as_str())];
        cells.extend([row.now, row.peak, row.limit].map(Shown::from));
        cells.push(words::load(row, model, locale).into());
        cells.extend((5..=LAST).map(|_| Shown::Nothing));
        page.cells(Role::Body, cells, Some(model));
        page.merge_last(4, LAST);
    }
}

/// Rows of the usual height beside which a chart of [`SIZE`] stands.
const SIZE: (u32, u32) = (760, 340);
/// Column of the charts, beside their cells.
const BESIDE: u32 = 6;

fn charts(radar: &Radar, model: &Model) -> Sheet {
    let mut page = Page::new(CHARTS, &[22, 17, 17, 17, 17, 3, 12, 12, 12, 12, 12, 12, 12, 12]);
    page.line(Role::Title, &format!("Wykresy do radaru: stan na {}", radar.as_of.polish()));
    page.line(Role::Subtitle, "Każdy wykres rysuje komórki, które stoją obok niego.");
    page.space();
    monthly(&mut page, radar, model);
    families(&mut page, radar, model);
    page.sheet
}

fn monthly(page: &mut Page, radar: &Radar, model: &Model) {
    if radar.monthly.is_empty() {
        return;
    }
    let top = page.row;
    let names = ["dotacja: dodatki", "dotacja: koszty zatrudnienia", "środki własne gminy"];
    page.cells(Role::Heading, ["Miesiąc", names[0], names[1], names[2]].map(Shown::from).to_vec(), None);
    let first = page.row;
    for row in &radar.monthly {
        let mut cells = vec![Shown::from(row.month.polish())];
        cells.extend([row.supplement, row.employment, row.own].map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    let last = page.row - 1;
    let series = (1..).zip(names).map(|(column, name)| series(name, (first, last), column, false));
    put(
        page,
        top,
        (first, last),
        ChartKind::Stacked,
        "Koszt miesięczny według źródła",
        "zł",
        series.collect(),
    );
}

fn families(page: &mut Page, radar: &Radar, model: &Model) {
    let rows: Vec<_> = radar.caseload.iter().filter(|row| row.peak.is_some()).collect();
    if rows.is_empty() {
        return;
    }
    let top = page.row;
    page.cells(
        Role::Heading,
        ["Identyfikator asystenta", "W tym dniu", "Najwięcej w okresie", "Limit"].map(Shown::from).to_vec(),
        None,
    );
    let first = page.row;
    for row in &rows {
        let mut cells = vec![Shown::from(row.assistant.as_str())];
        cells.extend([row.now, row.peak, row.limit].map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    let last = page.row - 1;
    let mut drawn = vec![
        series("w tym dniu", (first, last), 1, false),
        series("najwięcej w okresie", (first, last), 2, false),
    ];
    if rows.iter().any(|row| row.limit.is_some()) {
        drawn.push(series("limit", (first, last), 3, true));
    }
    put(page, top, (first, last), ChartKind::Columns, "Rodziny asystentów a limit", "rodziny", drawn);
}

fn series(name: &str, (first, last): (u32, u32), column: u32, as_line: bool) -> ChartSeries {
    ChartSeries { name: name.to_owned(), values: (first, column, last, column), as_line }
}

/// Puts a chart beside its cells and goes on below both.
fn put(
    page: &mut Page,
    top: u32,
    (first, last): (u32, u32),
    kind: ChartKind,
    title: &str,
    unit: &str,
    series: Vec<ChartSeries>,
) {
    let chart = Chart {
        title: title.to_owned(),
        kind,
        categories: (first, 0, last, 0),
        series,
        unit: unit.to_owned(),
        at: (top, BESIDE),
        size: SIZE,
    };
    page.row = (page.row + 1).max(top + chart.rows());
    page.sheet.charts.push(chart);
}

/// Returns what a node shows, for those who print it elsewhere; nothing where it is blank.
pub fn number(model: &Model, id: NodeId) -> Option<crate::units::Exact> {
    match model.value(id) {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    }
}
