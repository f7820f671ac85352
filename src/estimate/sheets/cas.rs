//! `Do wpisania w CAS`: the two figures that offices collect, month by month, ready to be typed.
//!
//! Posts of assistants who meet the conditions of the supplement, and wages due. The base variant, as the request.

use super::names;
use crate::calc::{Expr, Format};
use crate::estimate::Scenario;
use crate::estimate::months::RequestMonth;
use crate::estimate::scenarios::Estimate;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};

/// Builds the sheet.
pub fn sheet(estimate: &mut Estimate) -> Sheet {
    let Estimate { model, scenarios, year, .. } = estimate;
    let mut page = Page::new(names::CAS, &[14, 30, 34]);
    page.line(Role::Title, &format!("Do wpisania w CAS: zapotrzebowanie na {year} r."));
    page.line(
        Role::Subtitle,
        "Wariant bazowy. Dwie liczby, które zbierają urzędy: etaty asystentów spełniających warunki dodatku i wynagrodzenia należne z pochodnymi.",
    );
    let top = page.row;
    page.headings(&["Miesiąc", "Etaty uprawnione do dodatku", "Koszt zatrudnienia razem (zł)"]);
    page.keep(top, 1);
    let months: &[RequestMonth] = scenarios.get(Scenario::Base.column()).map_or(&[], |s| s.months.as_slice());
    for month in months {
        let at = page.row;
        let cells = vec![
            Shown::Number(month.month.first().serial(), Format::Month),
            month.posts_entitled.into(),
            month.cost.into(),
        ];
        page.cells(Role::Total, cells, Some(model));
        if let Some(cell) = page.sheet.cells.get_mut(&(at, 0)) {
            cell.role = Role::Body;
        }
    }
    let posts = months.iter().map(|m| m.posts_entitled).collect();
    let posts = model.formula("Etaty uprawnione, razem miesiące", Format::Posts, Expr::Sum(posts));
    let cost = months.iter().map(|m| m.cost).collect();
    let cost = model.formula("Koszt zatrudnienia, razem", Format::Money, Expr::Sum(cost));
    page.cells(Role::Total, vec!["RAZEM".into(), posts.into(), cost.into()], Some(model));
    page.space();
    page.line(
        Role::Note,
        "Miesiące te same co w zapotrzebowaniu. Formularz jednorazowy w CAS ustala urząd i nie jest ogłoszony: proszę przepisać liczby do jego pól.",
    );
    page.sheet
}
