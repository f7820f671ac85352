//! Where the tables of a form stand in a strange workbook, and which column is which.
//!
//! Columns may have moved, stand further down, be parted by a voivode's own columns, or share one sheet with another
//! table. A heading that comes again under every month or half-year is told by what stands over it; where that is gone,
//! by the order of the form.

use std::collections::BTreeMap;

use super::headings::{Likeness, SAME};
use super::page::{Page, Seen};
use crate::forms::definition::{Block, FormDefinition, Table};
use crate::intake::words;

/// Rows that the headings of one table may be apart.
const HEADING_GAP: u32 = 2;
/// Share of a table's columns that must be there, in hundredths.
const ENOUGH: usize = 50;

/// A table of a form, found in a sheet.
#[derive(Clone, Debug)]
pub struct Found<'f> {
    /// The table.
    pub table: &'f Table,
    /// Name of its sheet on the form.
    pub part: &'f str,
    /// Place among the form's tables.
    pub order: usize,
    /// The page it was found on, by position.
    pub page: usize,
    /// Column of the page for every column of the form; none: missing.
    pub columns: Vec<Option<u32>>,
    /// Columns whose heading is not word for word the form's: position, row, column, text.
    pub changed: Vec<(usize, u32, u32, String)>,
    /// Headings in between that are no column of the form: row, column, text.
    pub extra: Vec<(u32, u32, String)>,
    /// First row of the headings.
    pub first_row: u32,
    /// Last row of the headings.
    pub last_row: u32,
}

/// A column of a form with its words as compared.
struct Wanted {
    heading: String,
    group: Option<String>,
    month: Option<String>,
}

/// A table of a form that is looked for.
struct Sought<'f> {
    table: &'f Table,
    part: &'f str,
    columns: Vec<Wanted>,
    groups: Vec<String>,
    months: Vec<String>,
}

/// Which columns a text may head: table, column, likeness.
type Heads = BTreeMap<String, Vec<(usize, usize, u32)>>;

/// Rows of one page that hold headings close together.
struct Band {
    page: usize,
    first: u32,
    last: u32,
}

/// Returns the tables of a form, in the form's order.
pub fn tables(form: &FormDefinition) -> Vec<(&str, &Table)> {
    let of_sheet = |sheet: &'_ crate::forms::definition::SheetDefinition| -> Vec<usize> {
        (0..sheet.blocks.len()).filter(|i| matches!(sheet.blocks[*i], Block::Table(_))).collect()
    };
    let mut all = Vec::new();
    for sheet in &form.sheets {
        for i in of_sheet(sheet) {
            if let Block::Table(table) = &sheet.blocks[i] {
                all.push((sheet.name.as_str(), table));
            }
        }
    }
    all
}

/// Finds the tables of a form: each at most once, best match first.
pub fn find<'f>(form: &'f FormDefinition, pages: &[Page], likeness: &mut Likeness) -> Vec<Found<'f>> {
    let sought: Vec<Sought<'f>> = tables(form).into_iter().map(|(part, table)| sought(part, table)).collect();
    let heads = heads(pages, &sought, likeness);
    let mut candidates: Vec<(u32, usize, Found<'f>)> = Vec::new();
    for (page_index, page) in pages.iter().enumerate() {
        for (band_index, band) in bands(page, page_index, &heads).iter().enumerate() {
            for (order, wanted) in sought.iter().enumerate() {
                if let Some((score, found)) = assign(wanted, order, page, band, &heads, likeness) {
                    candidates.push((score, page_index * 10_000 + band_index, found));
                }
            }
        }
    }
    // Best first; of equals the one that stands first in the form and in the workbook.
    candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.order.cmp(&b.2.order)).then(a.1.cmp(&b.1)));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut result: Vec<Found<'f>> = Vec::new();
    for (_, band, found) in candidates {
        if taken.iter().all(|(b, order)| *b != band && *order != found.order) {
            taken.push((band, found.order));
            result.push(found);
        }
    }
    result.sort_by_key(|f| f.order);
    result
}

fn sought<'f>(part: &'f str, table: &'f Table) -> Sought<'f> {
    let normal = |text: &Option<String>| text.as_deref().map(words::normal);
    let columns: Vec<Wanted> = table
        .columns
        .iter()
        .map(|c| Wanted {
            heading: words::normal(&c.heading),
            group: normal(&c.group),
            month: normal(&c.month),
        })
        .collect();
    let distinct = |of: fn(&Wanted) -> &Option<String>| {
        let mut all: Vec<String> = columns.iter().filter_map(|w| of(w).clone()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (groups, months) = (distinct(|w| &w.group), distinct(|w| &w.month));
    Sought { table, part, columns, groups, months }
}

/// Compares every text of the workbook once with every heading of the form.
fn heads(pages: &[Page], sought: &[Sought<'_>], likeness: &mut Likeness) -> Heads {
    let mut heads = Heads::new();
    for (_, text) in pages.iter().flat_map(Page::texts) {
        let text = words::normal(text);
        if heads.contains_key(&text) {
            continue;
        }
        let mut columns = Vec::new();
        for (order, table) in sought.iter().enumerate() {
            for (position, column) in table.columns.iter().enumerate() {
                let like = likeness.of(&text, &column.heading);
                if like > 0 {
                    columns.push((order, position, like));
                }
            }
        }
        heads.insert(text, columns);
    }
    heads
}

/// Returns the runs of rows that hold headings of any table.
fn bands(page: &Page, index: usize, heads: &Heads) -> Vec<Band> {
    let mut rows: Vec<u32> = Vec::new();
    for ((row, _), text) in page.texts() {
        let known = heads.get(&words::normal(text)).is_some_and(|columns| !columns.is_empty());
        if known && rows.last() != Some(&row) {
            rows.push(row);
        }
    }
    let mut bands: Vec<Band> = Vec::new();
    for row in rows {
        match bands.last_mut() {
            Some(band) if row - band.last <= HEADING_GAP => band.last = row,
            _ => bands.push(Band { page: index, first: row, last: row }),
        }
    }
    bands
}

/// Reads a band as the headings of a table; how well it fits, in thousandths of all its columns.
fn assign<'f>(
    wanted: &Sought<'f>,
    order: usize,
    page: &Page,
    band: &Band,
    heads: &Heads,
    likeness: &mut Likeness,
) -> Option<(u32, Found<'f>)> {
    // Groups and months stand above the headings.
    let top = band.first.saturating_sub(3);
    let above = Above::read(page, top, band.last);
    let mut pairs: Vec<(i64, usize, u32, u32, u32)> = Vec::new();
    for ((row, column), text) in above.texts(band.first) {
        for (of, position, like) in heads.get(text).into_iter().flatten() {
            if *of == order
                && let Some(want) = wanted.columns.get(*position)
                && let Some(score) = fit(want, wanted, &above, (row, column), *like, likeness)
            {
                pairs.push((score, *position, column, row, *like));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut columns: Vec<Option<u32>> = vec![None; wanted.columns.len()];
    let mut used: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let mut total: i64 = 0;
    for (score, position, column, row, like) in pairs {
        if columns[position].is_none() && !used.contains_key(&column) {
            columns[position] = Some(column);
            used.insert(column, (row, like));
            total += score.clamp(0, 1_200);
        }
    }
    let filled = used.len();
    if filled < 3.min(wanted.columns.len()) || filled * 100 < wanted.columns.len() * ENOUGH {
        return None;
    }
    let first_row = used.values().map(|(row, _)| *row).min()?;
    let last_row = used.values().map(|(row, _)| *row).max()?;
    let text = |column: u32, row: u32| page.at(row, column).map_or_else(String::new, Seen::shown);
    let mut changed = Vec::new();
    for (position, column) in columns.iter().enumerate() {
        if let Some((column, (row, like))) = column.and_then(|c| used.get(&c).map(|at| (c, *at)))
            && like < SAME
        {
            changed.push((position, row, column, text(column, row)));
        }
    }
    let found = Found {
        table: wanted.table,
        part: wanted.part,
        order,
        page: band.page,
        extra: extra(page, &used, (first_row, last_row)),
        columns,
        changed,
        first_row,
        last_row,
    };
    let all = i64::try_from(wanted.columns.len()).unwrap_or(i64::MAX).max(1);
    Some((u32::try_from(total.max(0) / all).unwrap_or(0), found))
}

/// Texts of a column's headings that belong to no column of the form.
fn extra(
    page: &Page,
    used: &BTreeMap<u32, (u32, u32)>,
    (first, last): (u32, u32),
) -> Vec<(u32, u32, String)> {
    let Some(right) = used.keys().next_back().map(|c| c.saturating_add(12)) else { return Vec::new() };
    let mut found: BTreeMap<u32, (u32, String)> = BTreeMap::new();
    for ((row, column), seen) in page.rows(first, last + 1) {
        if let Seen::Text(text) = seen
            && column <= right
            && !used.contains_key(&column)
        {
            found.insert(column, (row, text.clone()));
        }
    }
    found.into_iter().map(|(column, (row, text))| (row, column, text)).collect()
}

/// How well a cell fits a column, with what stands over it; nothing when it stands under another month or group.
fn fit(
    want: &Wanted,
    all: &Sought<'_>,
    above: &Above,
    (row, column): (u32, u32),
    like: u32,
    likeness: &mut Likeness,
) -> Option<i64> {
    let mut score = i64::from(like);
    for (own, others) in [(&want.month, &all.months), (&want.group, &all.groups)] {
        let Some(own) = own else { continue };
        let over: Vec<&str> = above.over(row, column);
        if over.iter().any(|text| likeness.of(text, own) > 0) {
            score += 100;
        } else {
            let other = others.iter().any(|o| o != own && over.iter().any(|text| likeness.of(text, o) > 0));
            if other {
                return None;
            }
        }
    }
    Some(score)
}

/// Texts of the rows of headings, as compared, row by row.
struct Above {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

impl Found<'_> {
    /// Returns how a column is called: `Część 1, kol. 4 (Wydatkowana …)`.
    pub fn label(&self, position: usize) -> String {
        let column = &self.table.columns[position];
        let month = column.month.as_ref().map(|m| format!("{m}: ")).unwrap_or_default();
        format!("{}, kol. {} ({month}{})", self.part, column.number, column.heading)
    }
}

impl Above {
    fn read(page: &Page, first: u32, last: u32) -> Self {
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        for ((row, column), seen) in page.rows(first, last + 1) {
            if let Seen::Text(text) = seen {
                rows.entry(row).or_default().insert(column, words::normal(text));
            }
        }
        Self { rows }
    }

    fn texts(&self, first: u32) -> impl Iterator<Item = ((u32, u32), &str)> {
        self.rows
            .range(first..)
            .flat_map(|(row, texts)| texts.iter().map(move |(column, text)| ((*row, *column), text.as_str())))
    }

    /// What stands over a cell: in each row above it, its own column's text or the nearest to the left, over which a
    /// merged heading stands.
    fn over(&self, row: u32, column: u32) -> Vec<&str> {
        self.rows
            .range(..row)
            .filter_map(|(_, texts)| texts.range(..=column).next_back().map(|(_, text)| text.as_str()))
            .collect()
    }
}
