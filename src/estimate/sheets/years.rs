//! `Wnioski i lata`: request, award and use by year, from earlier years' tables to the year asked about.

use super::{granted, names};
use crate::calc::{Format, Model, NodeId, Value};
use crate::estimate::Scenario;
use crate::estimate::scenarios::Estimate;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Chart, ChartKind, ChartSeries, Holds, Role, Sheet};
use crate::units::Money;

/// What one year's tables say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EarlierYear {
    /// The year.
    pub year: i32,
    /// Id of the edition.
    pub programme: String,
    /// Requested; none where the tables do not say.
    pub asked: Option<Money>,
    /// Awarded.
    pub awarded: Option<Money>,
    /// Co-financing used, as settled.
    pub used: Option<Money>,
    /// Cost of the task.
    pub cost: Option<Money>,
}

/// Builds the sheet where some year is known.
pub fn sheet(estimate: &mut Estimate, years: &[EarlierYear]) -> Option<Sheet> {
    if years.is_empty() {
        return None;
    }
    let Estimate { model, scenarios, year, programme, .. } = estimate;
    let mut page = Page::new(names::YEARS, &[10, 30, 18, 18, 18, 18, 16]);
    page.line(Role::Title, "Wnioski, przyznane kwoty i ich wykorzystanie według lat");
    page.line(
        Role::Subtitle,
        "Lata wcześniejsze według tabel gminy, rozliczone zasadami swojej edycji; rok prognozowany według wariantu bazowego. Puste pole: tabele tego nie mówią.",
    );
    let top = page.row;
    page.headings(&[
        "Rok",
        "Edycja",
        "Wnioskowano (zł)",
        "Przyznano (zł)",
        "Wykorzystano (zł)",
        "Koszt zadania (zł)",
        "Przyznana część",
    ]);
    page.keep(top, 1);
    let first = page.row;
    for known in years {
        let mut put = |label: &str, amount: Option<Money>| {
            let value = amount.map_or(Value::Blank, |a| Value::Number(a.to_exact()));
            model.parameter(label, Format::Money, value)
        };
        let nodes = [
            put("Wnioskowano", known.asked),
            put("Przyznano", known.awarded),
            put("Wykorzystano", known.used),
            put("Koszt zadania", known.cost),
        ];
        let whole = known.asked.is_some() && known.awarded.is_some();
        let share = whole.then(|| granted(model, nodes[0], nodes[1]));
        row(&mut page, model, &known.year.to_string(), &known.programme, nodes.map(Some), share);
    }
    if let Some(base) = scenarios.get(Scenario::Base.column()) {
        let sums = &base.sums;
        let share = granted(model, sums.asked, sums.award);
        let nodes = [Some(sums.asked), Some(sums.award), None, Some(sums.task_cost)];
        row(&mut page, model, &format!("{year} (szacunek)"), &programme.id, nodes, Some(share));
    }
    let last = page.row.saturating_sub(1);
    let series = |name: &str, c: u32| ChartSeries {
        name: name.to_owned(),
        values: (first, c, last, c),
        as_line: false,
    };
    page.sheet.charts.push(Chart {
        title: "Wnioskowane, przyznane i wykorzystane według lat".to_owned(),
        kind: ChartKind::Columns,
        categories: (first, 0, last, 0),
        series: vec![series("wnioskowano", 2), series("przyznano", 3), series("wykorzystano", 4)],
        unit: "zł".to_owned(),
        at: (page.row + 1, 0),
        size: (760, 340),
    });
    Some(super::holding(page.sheet, Holds::Inputs))
}

fn row(
    page: &mut Page,
    model: &Model,
    year: &str,
    programme: &str,
    nodes: [Option<NodeId>; 4],
    share: Option<NodeId>,
) {
    let mut cells = vec![Shown::from(year), programme.into()];
    cells.extend(nodes.map(Shown::from));
    cells.push(share.into());
    page.cells(Role::Body, cells, Some(model));
}
