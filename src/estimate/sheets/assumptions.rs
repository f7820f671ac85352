//! `Założenia`: what the variants rest on, with mark and source, and what past years tell of awards.

use super::{granted, mark_typed, names};
use crate::calc::{Format, Value};
use crate::estimate::Scenario;
use crate::estimate::scenarios::Estimate;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::programme::awards;
use crate::records::HalfYear;

/// Builds the sheet.
pub fn sheet(estimate: &mut Estimate) -> Sheet {
    let mut page = Page::new(names::ASSUMPTIONS, &[5, 52, 16, 16, 16, 17, 80]);
    page.line(Role::Title, &format!("Założenia na {} r.", estimate.year));
    page.line(
        Role::Subtitle,
        "Zmiana wartości przelicza cały skoroszyt. Wpisuje się w pola wejściowe: gdzie wariant nie ma własnej wartości, jego komórka powtarza wariant bazowy.",
    );
    let top = page.row;
    let words = Scenario::ALL.map(Scenario::word);
    page.headings(&["Lp.", "Założenie", words[0], words[1], words[2], "Pewność", "Źródło"]);
    page.keep(top, 2);
    for (number, row) in (1i64..).zip(&estimate.assumptions) {
        let at = page.row;
        let mut cells = vec![Shown::Number(number, Format::Count), row.label.clone().into()];
        cells.extend(row.values.map(|id| Shown::NodeAs(id, row.format)));
        cells.extend([Shown::from(row.mark.polish()), row.source.clone().into()]);
        page.cells(Role::Body, cells, Some(&estimate.model));
        for (column, id) in (2u32..).zip(row.values) {
            let first =
                row.values.iter().position(|other| *other == id).is_some_and(|i| i + 2 == column as usize);
            if first {
                mark_typed(&mut page, (at, column), &estimate.model, Some(id));
            }
        }
    }
    past(&mut page, estimate);
    super::holding(page.sheet, Holds::Inputs)
}

/// What was granted of requests, and when the money came.
fn past(page: &mut Page, estimate: &mut Estimate) {
    let model = &mut estimate.model;
    page.space();
    page.line(Role::Section, "Doświadczenie: ile przyznano z wniosków");
    page.headings(&["Rok", "Składnik", "Wnioskowano", "Przyznano", "Przyznana część", "Pewność", "Źródło"]);
    for cut in awards::cuts() {
        let mut put =
            |label: &str, n: crate::units::Exact| model.parameter(label, Format::Money, Value::Number(n));
        let asked = put("Wnioskowano", cut.asked.clone());
        let given = put("Przyznano", cut.given.value.clone());
        let share = granted(model, asked, given);
        let cells = vec![
            Shown::Number(i64::from(cut.year), Format::Count),
            cut.component.word().into(),
            asked.into(),
            given.into(),
            share.into(),
            cut.given.mark.polish().into(),
            cut.given.source.clone().into(),
        ];
        page.cells(Role::Body, cells, Some(model));
    }
    page.space();
    page.line(Role::Section, "Doświadczenie: kiedy przychodziły pieniądze");
    page.headings(&["Rok", "Okres", "Miesiąc", "", "", "Pewność", "Źródło"]);
    for arrival in awards::arrivals() {
        let cells = vec![
            Shown::Number(i64::from(arrival.year), Format::Count),
            arrival.round.map_or("cały rok", HalfYear::word).into(),
            Shown::Number(i64::from(arrival.month.value), Format::Count),
            Shown::Nothing,
            Shown::Nothing,
            arrival.month.mark.polish().into(),
            arrival.month.source.clone().into(),
        ];
        page.cells(Role::Body, cells, None);
    }
}
