//! Which columns a header row names, and so which table it heads.
//!
//! Knows the schema and one row of texts; where on a sheet that row stands is not its business.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::words;
use crate::programme::pay_components;
use crate::records::schema::TABLES;
use crate::records::{ColumnSchema, Headings, TableId, TableSchema};

/// A header cell: column of the sheet, text as typed, text as compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeaderCell {
    /// Row from zero, where the text stands.
    pub row: u32,
    /// Column from zero.
    pub column: u32,
    /// Text as typed.
    pub text: String,
    /// Text as compared.
    pub normal: String,
}

/// A header row understood as that of one table.
#[derive(Clone, Debug)]
pub struct Match {
    /// The table.
    pub schema: &'static TableSchema,
    /// Columns recognised, in the order of the sheet.
    pub columns: Vec<(HeaderCell, &'static ColumnSchema)>,
    /// Columns not recognised.
    pub unknown: Vec<HeaderCell>,
    /// Headers that name a column a second time.
    pub repeated: Vec<HeaderCell>,
}

type Names = BTreeMap<String, Vec<(usize, usize)>>;

/// Returns every header and alias as compared, with and without its unit: table and column by position.
fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names::new();
        for (t, table) in TABLES.iter().enumerate() {
            for (c, column) in table.columns.iter().enumerate() {
                for header in std::iter::once(&column.header).chain(column.aliases) {
                    let full = words::normal(header);
                    add(&mut names, bare(&full), (t, c));
                    add(&mut names, &full, (t, c));
                }
            }
        }
        names
    })
}

fn add(names: &mut Names, name: &str, at: (usize, usize)) {
    let places = names.entry(name.to_owned()).or_default();
    if !places.contains(&at) {
        places.push(at);
    }
}

/// Is the text a header of any table?
pub fn is_header(normal: &str) -> bool {
    !lookup(normal).is_empty()
}

fn lookup(normal: &str) -> &'static [(usize, usize)] {
    let named = |name: &str| names().get(name).map(Vec::as_slice);
    let bare = bare(normal);
    named(normal).or_else(|| named(bare)).or_else(|| named(unnumbered(bare))).unwrap_or_else(|| {
        // `Nagroda jubileuszowa 25 lat` is that award; a year or a number tells of no other table's column.
        let of_pay = named(words::without_number(bare)).unwrap_or_default();
        let component = |at: &(usize, usize)| is_component(at.0, at.1);
        if of_pay.iter().all(component) { of_pay } else { &[] }
    })
}

/// Returns the compared text without its unit and without the point of a shortened last word.
fn bare(normal: &str) -> &str {
    words::without_unit(normal).trim_end_matches('.')
}

/// Returns the compared text without a number of order before it: `2.nagroda` is `nagroda`. A `13.` is no order.
fn unnumbered(normal: &str) -> &str {
    match normal.split_once(['.', ')']) {
        Some((number, rest))
            if number.len() <= 2 && number != "13" && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            rest
        }
        _ => normal,
    }
}

/// Is this the column of a component of pay?
fn is_component(table: usize, column: usize) -> bool {
    let table = &TABLES[table];
    table.id == TableId::Pay && pay_components::of_column(table.columns[column].key).is_some()
}

/// Returns the field of the agreement that the text names.
pub fn agreement_field(normal: &str) -> Option<&'static ColumnSchema> {
    lookup(normal)
        .iter()
        .map(|(t, c)| (&TABLES[*t], *c))
        .find(|(table, _)| table.id == TableId::Agreement)
        .map(|(table, c)| &table.columns[c])
}

/// Reads the texts as the header row of one table (not of the agreement).
fn as_table(table_index: usize, texts: &[HeaderCell]) -> Match {
    let schema = &TABLES[table_index];
    let mut found = Match { schema, columns: Vec::new(), unknown: Vec::new(), repeated: Vec::new() };
    for cell in texts {
        let column =
            lookup(&cell.normal).iter().find(|(t, _)| *t == table_index).map(|(_, c)| &schema.columns[*c]);
        match column {
            Some(column) if found.columns.iter().any(|(_, c)| c.key == column.key) => {
                found.repeated.push(cell.clone());
            }
            Some(column) => found.columns.push((cell.clone(), column)),
            None => found.unknown.push(cell.clone()),
        }
    }
    found
}

impl Match {
    /// Returns the keys by which the table is recognised and which are not there.
    pub fn unrecognised(&self) -> Vec<&'static str> {
        let has = |key: &&&str| self.columns.iter().any(|(_, c)| c.key == **key);
        self.schema.recognised_by.iter().filter(|key| !has(key)).copied().collect()
    }

    /// Returns the header row as the office wrote it, in the order of the sheet.
    pub fn as_written(&self) -> Headings {
        let unread = self.unknown.iter().chain(&self.repeated).map(|cell| (cell, None));
        let mut cells: Vec<_> =
            self.columns.iter().map(|(cell, c)| (cell, Some(c.key))).chain(unread).collect();
        cells.sort_by_key(|(cell, _)| cell.column);
        let columns = cells.into_iter().map(|(cell, key)| (key, cell.text.clone())).collect();
        Headings { table: self.schema.id, columns }
    }

    /// Does the table have the column?
    pub fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|(_, c)| c.key == key)
    }
}

fn candidates(texts: &[HeaderCell]) -> impl Iterator<Item = Match> {
    (0..TABLES.len()).filter(|t| TABLES[*t].id != TableId::Agreement).map(|t| as_table(t, texts))
}

/// Returns the table the texts head: all its recognising columns are there, and most columns of all.
pub fn recognise(texts: &[HeaderCell]) -> Option<Match> {
    if texts.iter().filter(|t| is_header(&t.normal)).count() < 2 {
        return None;
    }
    candidates(texts)
        .filter(|m| m.unrecognised().is_empty())
        .reduce(|best, next| if next.columns.len() > best.columns.len() { next } else { best })
}

/// Returns the table the texts would head if a recognising column were not missing.
pub fn nearly(texts: &[HeaderCell]) -> Option<Match> {
    let best = candidates(texts).reduce(|best, next| {
        let rank = |m: &Match| (m.columns.len(), std::cmp::Reverse(m.unrecognised().len()));
        if rank(&next) > rank(&best) { next } else { best }
    })?;
    let known = best.columns.len();
    (known >= 3 || (known == 2 && texts.len() <= 4)).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<HeaderCell> {
        (0..)
            .zip(texts)
            .map(|(column, text)| HeaderCell {
                row: 0,
                column,
                text: (*text).to_owned(),
                normal: words::normal(text),
            })
            .collect()
    }

    #[test]
    fn every_canonical_header_row_heads_its_own_table() {
        for table in TABLES.iter().filter(|t| t.id != TableId::Agreement) {
            let headers: Vec<&str> = table.columns.iter().map(|c| c.header).collect();
            let found = recognise(&row(&headers)).expect("a table");
            assert_eq!(found.schema.id, table.id);
            assert!(found.unknown.is_empty() && found.repeated.is_empty(), "{:?}", table.id);
        }
    }

    #[test]
    fn columns_may_come_in_any_order_and_dress() {
        let found = recognise(&row(&["DATA\nZAPŁATY:", "uwagi", "Miesiąc°", "identyfikator  asystenta"]))
            .expect("a table");
        assert_eq!(found.schema.id, TableId::Pay);
        assert_eq!(found.unknown.len(), 1);
    }

    #[test]
    fn a_misspelt_header_leaves_a_table_nearly_recognised() {
        let texts =
            row(&["Identyfikator asystenta", "Miesiac", "Data zaplty", "Wynagrodzenie zasadnicze (zł)"]);
        assert!(recognise(&texts).is_none());
        let found = nearly(&texts).expect("nearly a table");
        assert_eq!((found.schema.id, found.unrecognised()), (TableId::Pay, vec!["paid_on"]));
    }
}
