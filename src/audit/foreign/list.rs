//! Tables with named rows: a row is told by its words, a value by the heading over it.

use super::findings::Told;
use super::headings::Likeness;
use super::ledger::{Cell, Ledger, ReadRow, Whose};
use super::page::{Page, Seen};
use super::read;
use crate::calc::Format;
use crate::forms::FormDefinition;
use crate::forms::definition::{Block, List, ListRow, ListValue, When};
use crate::intake::words;

/// Rows below the headings in which a list's rows are looked for.
const REACH: u32 = 60;

/// Returns the lists of a form with the names of their sheets.
pub fn lists(form: &FormDefinition) -> impl Iterator<Item = (&str, &List)> {
    form.sheets.iter().flat_map(|sheet| {
        sheet.blocks.iter().filter_map(|block| match block {
            Block::List(list) => Some((sheet.name.as_str(), list)),
            _ => None,
        })
    })
}

/// Counts the rows of a form's lists that stand in the workbook word for word.
pub fn rows_found(form: &FormDefinition, pages: &[Page]) -> usize {
    let texts: Vec<String> =
        pages.iter().flat_map(Page::texts).map(|(_, text)| words::normal(text)).collect();
    let stands = |row: &&ListRow| texts.contains(&words::normal(&row.label));
    lists(form).flat_map(|(_, list)| &list.rows).filter(stands).count()
}

/// Reads the lists of a form; returns how many were found.
pub fn read_all(
    form: &FormDefinition,
    sibling: bool,
    pages: &[Page],
    likeness: &mut Likeness,
    ledger: &mut Ledger<'_>,
    told: &mut Told,
) -> usize {
    let mut found = 0;
    // Where the list before ended: `Lp.` heads every list of a sheet.
    let mut from: Vec<u32> = vec![0; pages.len()];
    for (part, list) in lists(form) {
        let places = pages.iter().enumerate().find_map(|(i, page)| {
            header(list, page, from[i], likeness).map(|(row, columns)| (i, row, columns))
        });
        let Some((page, row, columns)) = places else { continue };
        found += 1;
        from[page] = rows(part, list, sibling, &pages[page], row, &columns, ledger, told);
    }
    found
}

/// Finds the row of headings and the column of every heading.
fn header(list: &List, page: &Page, from: u32, likeness: &mut Likeness) -> Option<(u32, Vec<Option<u32>>)> {
    let wanted: Vec<String> = list.headings.iter().map(|h| words::normal(h)).collect();
    for row in from..=page.last_row() {
        let texts: Vec<(u32, String)> = page
            .row(row)
            .filter_map(|(column, seen)| match seen {
                Seen::Text(text) => Some((column, words::normal(text))),
                Seen::Number(_) | Seen::Other(_) => None,
            })
            .collect();
        if texts.len() < 2 {
            continue;
        }
        let columns: Vec<Option<u32>> = wanted
            .iter()
            .map(|w| texts.iter().find(|(_, text)| likeness.of(text, w) > 0).map(|(column, _)| *column))
            .collect();
        let values = columns.iter().skip(2).flatten().count();
        if values > 0 && columns.iter().flatten().count() >= 2 {
            return Some((row, columns));
        }
    }
    None
}

#[expect(clippy::too_many_arguments, reason = "one pass over one list")]
fn rows(
    part: &str,
    form: &List,
    sibling: bool,
    page: &Page,
    head: u32,
    columns: &[Option<u32>],
    ledger: &mut Ledger<'_>,
    told: &mut Told,
) -> u32 {
    let mut last = head;
    for wanted in form.rows.iter().filter(|row| shown(row, sibling)) {
        let label = words::normal(&wanted.label);
        let is = |row: &u32| {
            page.row(*row).any(|(_, seen)| matches!(seen, Seen::Text(t) if words::normal(t) == label))
        };
        // Rows stand in the form's order; `1.3.1` comes in two wordings that never stand together.
        let Some(row) = (last + 1..=head.saturating_add(REACH)).find(is) else { continue };
        last = row;
        let mut cells = Vec::new();
        for (i, value) in wanted.values.iter().enumerate() {
            let column = columns.get(i + 2).copied().flatten();
            let (field, format) = match value {
                ListValue::Empty => (None, None),
                ListValue::Field(field) => (Some(*field), Some(field.field.format())),
                ListValue::Difference => (None, Some(Format::Money)),
            };
            let (Some(column), Some(format)) = (column, format) else {
                cells.push(None);
                continue;
            };
            let heading = form.headings.get(i + 2).map_or("", String::as_str);
            let label = format!("{part}, {} {} ({heading})", wanted.number, wanted.label);
            let (value, readable) = if format == Format::Day {
                (None, true)
            } else {
                read::figure(page, (row, column), format, &label, told)
            };
            let at = page.place(row, column);
            let whose = Whose::Municipality;
            cells.push(Some(ledger.add(Cell { at, label, field, whose, format, value, readable })));
        }
        let difference = wanted.values.get(2) == Some(&ListValue::Difference);
        ledger.rows.push(ReadRow { cells, difference });
        told.lines_read(1);
    }
    last
}

fn shown(row: &ListRow, sibling: bool) -> bool {
    match row.when {
        None => true,
        Some(When::Sibling) => sibling,
        Some(When::NotSibling) => !sibling,
    }
}
