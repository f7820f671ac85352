//! `Dane gmin`: typed figures that other sheets use and for which the official form has no cell.

use super::names;
use super::rows::Rows;
use super::words;
use crate::calc::Model;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};

/// Builds the sheet, if there is any such figure. It comes last: what the others asked for is known then.
pub fn sheet(rows: &Rows<'_>, model: &Model) -> Option<Sheet> {
    let keys = rows.beside_official();
    if keys.is_empty() {
        return None;
    }
    let mut widths = vec![10, 28];
    widths.extend(keys.iter().map(|_| 16));
    let mut page = Page::new(names::DATA, &widths);
    page.line(Role::Title, names::DATA);
    page.line(
        Role::Subtitle,
        "Kwoty i liczby z rozliczeń gmin, dla których sprawozdanie wojewódzkie nie ma komórki, a z których korzystają dalsze arkusze.",
    );
    let top = page.row;
    let headings: Vec<String> = keys.iter().map(|key| words::figure(*key)).collect();
    let mut all = vec!["TERYT", "Gmina"];
    all.extend(headings.iter().map(String::as_str));
    page.headings(&all);
    page.keep(top, 2);
    for (index, row) in rows.all().iter().enumerate() {
        let mut cells = vec![Shown::from(row.teryt()), Shown::from(row.name.as_str())];
        cells.extend(keys.iter().map(|key| Shown::from(rows.beside(index, *key))));
        page.cells(Role::Body, cells, Some(model));
    }
    let mut sheet = page.sheet;
    sheet.holds = Holds::Inputs;
    Some(sheet)
}
