//! `Dane gmin`: typed figures that other sheets use and for which the official form has no cell.
//!
//! What the form shows of one municipality for all, such as the level of co-financing, is a link there: blank would say
//! that the municipality did not tell it.

use super::names;
use super::rows::Rows;
use super::words;
use crate::calc::Model;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};

/// Builds the sheet, if there is any such figure. It comes last: what the others asked for is known then.
pub fn sheet(rows: &Rows<'_>, model: &mut Model) -> Option<Sheet> {
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
        for key in &keys {
            cells.push(Shown::from(rows.beside(model, index, *key)));
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let mut sheet = page.sheet;
    sheet.holds = Holds::Inputs;
    Some(sheet)
}
