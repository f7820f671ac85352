//! `Uwagi do wzoru`: slips of the official form, and where its printed formula gives another amount. The words are in
//! the form's file; nothing is written on the official sheets themselves.

use super::names;
use crate::calc::Format;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};

/// Builds the sheet, if there is anything to say.
pub fn sheet(notes: &[String]) -> Option<Sheet> {
    if notes.is_empty() {
        return None;
    }
    let mut page = Page::new(names::NOTES, &[6, 122]);
    page.line(Role::Title, names::NOTES);
    page.line(Role::Subtitle, "Potknięcia ogłoszonego wzoru i miejsca, w których działanie z nagłówka daje inną kwotę niż rozliczenie gminy.");
    let top = page.row;
    page.headings(&["Lp.", "Uwaga"]);
    page.keep(top, 0);
    for (number, note) in (1..).zip(notes) {
        let cells = vec![Shown::Number(number, Format::Count), note.as_str().into()];
        page.cells(Role::Body, cells, None);
    }
    Some(page.sheet)
}
