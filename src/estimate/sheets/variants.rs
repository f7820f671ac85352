//! `Warianty`: careful, base and ambitious side by side, each a column of live formulas.

use super::names;
use crate::calc::{Model, NodeId};
use crate::estimate::Scenario;
use crate::estimate::scenarios::{Estimate, Figures, Sums};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Chart, ChartKind, ChartSeries, Role, Sheet};

/// A row: its words and the sum it shows; no sum: a heading.
type Row = (&'static str, Option<fn(&Sums) -> NodeId>, Role);

const ROWS: [Row; 24] = [
    ("Koszt zadania", None, Role::Section),
    ("Koszt dodatków (zł)", Some(|s| s.supplement_cost), Role::Body),
    ("Koszt zatrudnienia (zł)", Some(|s| s.employment_cost), Role::Body),
    ("Koszt zadania razem (zł)", Some(|s| s.task_cost), Role::Total),
    ("Zapotrzebowanie", None, Role::Section),
    ("Wnioskowane dodatki (zł)", Some(|s| s.asked_supplement), Role::Body),
    ("Wnioskowane dofinansowanie kosztów zatrudnienia (zł)", Some(|s| s.asked_employment), Role::Body),
    ("Wnioskowana kwota razem (zł)", Some(|s| s.asked), Role::Total),
    ("Oczekiwane przyznanie, po cięciu takim jak w przeszłości", None, Role::Section),
    ("Oczekiwane dodatki (zł)", Some(|s| s.award_supplement), Role::Body),
    ("Oczekiwane dofinansowanie kosztów zatrudnienia (zł)", Some(|s| s.award_employment), Role::Body),
    ("Oczekiwana kwota razem (zł)", Some(|s| s.award), Role::Total),
    ("Środki własne, które uchwala rada", None, Role::Section),
    ("Wkład własny do zadania: koszt zadania mniej oczekiwana kwota (zł)", Some(|s| s.own), Role::Body),
    ("Koszt poza programem, bez trzynastki (zł)", Some(|s| s.outside), Role::Body),
    ("Trzynastka z pochodnymi, poza programem (zł)", Some(|s| s.thirteenth), Role::Body),
    (TO_VOTE, Some(|s| s.to_vote), Role::Total),
    ("Z innych środków publicznych, np. dodatek motywacyjny (zł)", Some(|s| s.others), Role::Body),
    ("Gotówka", None, Role::Section),
    (
        "Najwięcej wyłożone ze środków własnych na koniec miesiąca (zł)",
        Some(|s| s.most_laid_out),
        Role::Total,
    ),
    ("Koszt na rodzinę", None, Role::Section),
    ("Rodziny na koniec roku bieżącego", Some(|s| s.families), Role::Body),
    ("Koszt na rodzinę w roku (zł)", Some(|s| s.per_family), Role::Total),
    ("Asystenci (koszt w roku i na rodzinę)", None, Role::Section),
];

/// Builds the sheet.
pub fn sheet(estimate: &mut Estimate) -> Sheet {
    let part = estimate.is_part_of_year();
    let Estimate { model, scenarios, year, programme, .. } = estimate;
    let mut page = Page::new(names::VARIANTS, &[62, 18, 18, 18]);
    page.line(Role::Title, &format!("Warianty na {year} r.: {}", programme.title));
    page.line(
        Role::Subtitle,
        "Każda kolumna to żywe formuły nad arkuszem Założenia: zmiana założenia przelicza zapotrzebowanie, oczekiwaną kwotę, środki własne i gotówkę.",
    );
    if part {
        page.line(Role::Warning, PART);
    }
    let top = page.row;
    let words = Scenario::ALL.map(Scenario::word);
    page.headings(&["", words[0], words[1], words[2]]);
    page.keep(top, 1);
    let mut charted = Vec::new();
    for (label, sum, role) in ROWS {
        let Some(sum) = sum else {
            page.line(role, label);
            continue;
        };
        if ["Wnioskowana kwota razem (zł)", "Oczekiwana kwota razem (zł)", "Razem środki własne (zł)"]
            .contains(&label)
        {
            charted.push((label.trim_end_matches(" (zł)"), page.row));
        }
        let label = if part && label == TO_VOTE { TO_VOTE_PART } else { label };
        let cells = std::iter::once(Shown::from(label));
        let cells = cells.chain(scenarios.iter().map(|s| sum(&s.sums).into())).collect();
        page.cells(role, cells, Some(model));
    }
    persons(&mut page, model, scenarios);
    page.space();
    page.line(Role::Note, NOTE);
    let chart = chart(top, &charted, page.row + 1);
    page.row += 1 + chart.rows();
    page.sheet.charts.push(chart);
    page.sheet
}

const TO_VOTE: &str = "Razem środki własne (zł)";
const TO_VOTE_PART: &str = "Razem środki własne za miesiące objęte programem (zł)";

/// Which months, the assumptions and the findings tell.
const PART: &str = "UWAGA: edycja płaci tylko za część roku albo tylko jednorazowy dodatek (które miesiące: arkusz Uwagi). Koszt zadania i środki własne obejmują tylko miesiące objęte programem, nie cały rok; resztę zaplanuj osobno.";

const NOTE: &str = "Poza programem: składniki wynagrodzenia, których podstawa dofinansowania nie obejmuje, i pochodne od nich, dodatki wypłacone w miesiącach bez prawa do dofinansowania. Trzynastka pokazana osobno. Dodatek motywacyjny opłaca inny program, dlatego nie należy do środków własnych. Inne składniki wypłacane w każdym miesiącu przechodzą na następny rok (o zmiennej wysokości: średnia), jednorazowe nagrody nie. Szacunek nie obejmuje: wzrostu dodatku za wieloletnią pracę z latami pracy (zostaje dzisiejszy procent; zmianę wpisz w Zmiany kadrowe) ani dodatku motywacyjnego osób dopiero zatrudnianych (zmiana etatu zmienia go proporcjonalnie).";

/// Assistants by identifier: the scenarios may have different ones.
fn persons(page: &mut Page, model: &Model, scenarios: &[Figures]) {
    let mut ids: Vec<&str> = scenarios.iter().flat_map(|s| &s.persons).map(|p| p.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let of = |s: &Figures, pick: fn(&crate::estimate::scenarios::Person) -> NodeId| {
            s.persons.iter().find(|p| p.id == id).map(pick)
        };
        let cost = scenarios.iter().map(|s| Shown::from(of(s, |p| p.cost)));
        let cells = std::iter::once(Shown::from(format!("{id}: koszt w roku (zł)"))).chain(cost);
        page.cells(Role::Body, cells.collect(), Some(model));
        let per_family = scenarios.iter().map(|s| Shown::from(of(s, |p| p.per_family)));
        let label = scenarios.iter().find_map(|s| of(s, |p| p.families)).map(|n| model.number(n).to_short(0));
        let label = match label {
            Some(families) if families != "0" => format!("{id}: koszt na rodzinę, rodzin {families} (zł)"),
            _ => format!("{id}: koszt na rodzinę (rodzin nie podano)"),
        };
        let cells = std::iter::once(Shown::from(label)).chain(per_family);
        page.cells(Role::Body, cells.collect(), Some(model));
    }
}

/// Request, award and own money of the variants.
fn chart(headings: u32, rows: &[(&str, u32)], below: u32) -> Chart {
    let series = rows
        .iter()
        .map(|(name, row)| ChartSeries {
            name: (*name).to_owned(),
            values: (*row, 1, *row, 3),
            as_line: false,
        })
        .collect();
    Chart {
        title: "Zapotrzebowanie, oczekiwana kwota i środki własne".to_owned(),
        kind: ChartKind::Columns,
        categories: (headings, 1, headings, 3),
        series,
        unit: "zł".to_owned(),
        at: (below, 0),
        size: (760, 340),
    }
}
