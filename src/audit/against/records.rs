//! Rows of two settlements, matched by what they are about: assistant and month, contract, family - never by position.
//!
//! Says which rows were added, removed and changed, and in what. What that means in money is settled elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::records::schema::TABLES;
use crate::records::{ColumnSchema, Datum, Kind, Row, Table, TableId, TableSchema};
use crate::source::CellRef;
use crate::units::Month;

/// A row that is not the same in both.
#[derive(Clone, Debug)]
pub struct RecordChange {
    /// Its table.
    pub table: &'static TableSchema,
    /// The columns that say what the row is about, with their values.
    pub key: Vec<(&'static ColumnSchema, Datum)>,
    /// As it was; none for a row that was added.
    pub older: Option<Row>,
    /// As it is; none for a row that was removed.
    pub newer: Option<Row>,
    /// What changed, for a row that is in both.
    pub fields: Vec<FieldChange>,
}

/// A cell that is not the same in both.
#[derive(Clone, Debug)]
pub struct FieldChange {
    /// Its column.
    pub column: &'static ColumnSchema,
    /// Value before; none when not given.
    pub older: Option<Datum>,
    /// Value now; none when not given.
    pub newer: Option<Datum>,
}

impl RecordChange {
    /// Returns the assistant concerned.
    pub fn assistant(&self) -> Option<&str> {
        self.key.iter().find(|(column, _)| column.key == "assistant").and_then(|(_, datum)| match datum {
            Datum::Text(id) => Some(id.as_str()),
            _ => None,
        })
    }

    /// Returns the month concerned.
    pub fn month(&self) -> Option<Month> {
        self.key.iter().find_map(|(_, datum)| match datum {
            Datum::Month(month) => Some(*month),
            _ => None,
        })
    }

    /// Does the row count in one settlement and not in the other?
    pub fn counting(&self) -> Option<bool> {
        let (older, newer) = (self.older.as_ref()?, self.newer.as_ref()?);
        (older.rejected != newer.rejected).then_some(!newer.rejected)
    }

    /// Returns the cells of the input to look at: those that changed, else the row's first.
    pub fn cells(&self, newer: bool) -> Vec<CellRef> {
        let Some(row) = (if newer { &self.newer } else { &self.older }) else { return Vec::new() };
        let changed: Vec<CellRef> =
            self.fields.iter().filter_map(|change| row.fields.get(change.column.key)).map(|f| f.at).collect();
        if !changed.is_empty() {
            return changed;
        }
        let first = self.key.iter().find_map(|(column, _)| row.fields.get(column.key)).map(|field| field.at);
        vec![first.or_else(|| row.fields.values().map(|field| field.at).min()).unwrap_or(row.at)]
    }
}

/// Columns that say what a row is about. For `Umowa` it is the field itself.
fn key_columns(table: TableId) -> &'static [&'static str] {
    match table {
        TableId::Agreement => &[],
        TableId::Funds => &["component", "half_year", "source"],
        TableId::Employment => &["assistant", "form", "from"],
        TableId::Pay => &["assistant", "month", "form"],
        TableId::Absences => &["assistant", "from", "kind"],
        TableId::Families => &["family", "assistant", "from"],
        TableId::FamilyTotals => &["assistant"],
        TableId::FamilyPeaks => &["assistant", "month"],
        TableId::Refunds => &["date", "component", "half_year"],
        TableId::Determinations => &["date", "component", "half_year", "assistant", "month", "kind"],
        TableId::Readings => &["name"],
        TableId::Explanations => &["code", "assistant", "month"],
        TableId::Ledger => &["paragraph"],
        TableId::PlanFigures => &["figure"],
        TableId::PlanRaises => &["assistant", "raise_from"],
        TableId::PlanStaff => &["assistant", "event", "from"],
    }
}

/// Returns what changed, table by table, rows in the order of their keys.
pub fn changes(older: &[Table], newer: &[Table]) -> Vec<RecordChange> {
    let mut all = Vec::new();
    for schema in TABLES.iter() {
        fn rows(tables: &[Table], id: TableId) -> Vec<&Row> {
            tables.iter().filter(|t| t.id == id).flat_map(|t| &t.rows).collect()
        }
        all.extend(table_changes(schema, &rows(older, schema.id), &rows(newer, schema.id)));
    }
    all
}

/// Returns how many rows both have.
pub fn count(tables: &[Table]) -> usize {
    tables.iter().map(|table| table.rows.len()).sum()
}

type Group<'a> = (Vec<&'a Row>, Vec<&'a Row>);

fn table_changes(schema: &'static TableSchema, older: &[&Row], newer: &[&Row]) -> Vec<RecordChange> {
    let mut groups: BTreeMap<Vec<String>, Group<'_>> = BTreeMap::new();
    for row in older {
        groups.entry(key(schema, row)).or_default().0.push(row);
    }
    for row in newer {
        groups.entry(key(schema, row)).or_default().1.push(row);
    }
    let mut paired: Vec<(Option<&Row>, Option<&Row>)> = Vec::new();
    for (older, newer) in groups.into_values() {
        pair(older, newer, &mut paired);
    }
    moved(&mut paired);
    let change = |(older, newer): (Option<&Row>, Option<&Row>)| record(schema, older, newer);
    paired.into_iter().map(change).collect()
}

fn key(schema: &TableSchema, row: &Row) -> Vec<String> {
    if schema.id == TableId::Agreement {
        return row.fields.keys().map(|key| (*key).to_owned()).collect();
    }
    let word = |key: &&str| {
        let datum = row.fields.get(*key).and_then(|field| field.datum.as_ref());
        datum.map_or_else(String::new, |datum| format!("{datum:?}"))
    };
    key_columns(schema.id).iter().map(word).collect()
}

fn value<'a>(row: &'a Row, key: &str) -> Option<&'a Datum> {
    row.fields.get(key)?.datum.as_ref()
}

/// Are two rows the same in every cell that either has?
fn same(a: &Row, b: &Row) -> bool {
    a.rejected == b.rejected && differing(a, b).is_empty()
}

fn differing(a: &Row, b: &Row) -> BTreeSet<&'static str> {
    let keys: BTreeSet<&'static str> = a.fields.keys().chain(b.fields.keys()).copied().collect();
    keys.into_iter().filter(|key| value(a, key) != value(b, key)).collect()
}

/// Pairs rows of one key: identical ones drop out, then those of one payroll, then in order.
fn pair<'a>(
    mut older: Vec<&'a Row>,
    mut newer: Vec<&'a Row>,
    paired: &mut Vec<(Option<&'a Row>, Option<&'a Row>)>,
) {
    older.retain(|row| match newer.iter().position(|other| same(row, other)) {
        Some(at) => {
            newer.remove(at);
            false
        }
        None => true,
    });
    older.retain(|row| {
        let payroll = value(row, "payroll");
        let same = |other: &&Row| payroll.is_some() && value(other, "payroll") == payroll;
        match newer.iter().position(same) {
            Some(at) => {
                paired.push((Some(row), Some(newer.remove(at))));
                false
            }
            None => true,
        }
    });
    let longest = older.len().max(newer.len());
    paired.extend((0..longest).map(|i| (older.get(i).copied(), newer.get(i).copied())));
}

/// A row removed and a row added that differ in one cell are one row of which the key was corrected.
fn moved(paired: &mut Vec<(Option<&Row>, Option<&Row>)>) {
    let mut at = 0;
    while at < paired.len() {
        if let (Some(older), None) = paired[at]
            && older.fields.len() > 1
        {
            let one = |(was, is): &(Option<&Row>, Option<&Row>)| {
                was.is_none() && is.is_some_and(|newer| differing(older, newer).len() == 1)
            };
            if let Some(other) = paired.iter().position(one) {
                paired[at].1 = paired[other].1;
                paired.remove(other);
                if other < at {
                    at -= 1;
                }
            }
        }
        at += 1;
    }
}

fn record(schema: &'static TableSchema, older: Option<&Row>, newer: Option<&Row>) -> RecordChange {
    let told = newer.or(older);
    let key_of =
        |key: &&'static str| Some((schema.column(key)?, told.and_then(|row| value(row, key)).cloned()?));
    let key = key_columns(schema.id).iter().filter_map(key_of).collect();
    let fields = match (older, newer) {
        (Some(a), Some(b)) => {
            let differing = differing(a, b);
            let changed = schema.columns.iter().filter(|column| differing.contains(column.key));
            let one = |column| FieldChange {
                column,
                older: value(a, column.key).cloned(),
                newer: value(b, column.key).cloned(),
            };
            changed.map(one).collect()
        }
        _ => Vec::new(),
    };
    RecordChange { table: schema, key, older: older.cloned(), newer: newer.cloned(), fields }
}

/// Columns that hold a person's name: what they hold is never repeated outside their cells.
pub fn personal(column: &ColumnSchema) -> bool {
    matches!(column.key, "name" | "prepared_by" | "chief_accountant" | "head_of_unit" | "mayor")
}

/// Returns a value as a fact of a message.
pub fn fact(kind: Kind, datum: &Datum) -> crate::finding::Fact {
    use crate::finding::Fact;
    match datum {
        Datum::Text(text) => Fact::Text(text.clone()),
        Datum::Choice(word) => Fact::Text((*word).to_owned()),
        Datum::Amount(amount) => Fact::Amount(*amount),
        Datum::Day(day) => Fact::Day(*day),
        Datum::Month(month) => Fact::Month(*month),
        Datum::Number(n) if kind == Kind::Percent => Fact::Percent(n.clone()),
        Datum::Number(n) => Fact::Number(n.clone()),
        Datum::Yes(yes) => Fact::Text(if *yes { "TAK" } else { "NIE" }.to_owned()),
    }
}
