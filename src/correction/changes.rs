//! What changed in the tables since the settlement before, in words, and what kind of settlement that makes this one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::audit::against::records::{self, RecordChange};
use crate::audit::against::report::{changed_fields, row_words};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::records::{Table, TableId};
use crate::units::DayRange;

/// What a settlement is to the one before it. It may be several at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It settles a half-year that the one before did not.
    SecondRound,
    /// The award or the amendment of the agreement is another.
    Amendment,
    /// What was settled before has other data now.
    Correction,
    /// Nothing changed but perhaps the day or the rules.
    Same,
}

impl Kind {
    /// Returns the word of the JSON result and of message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecondRound => "second-round",
            Self::Amendment => "amendment",
            Self::Correction => "correction",
            Self::Same => "same",
        }
    }
}

/// A change of the tables in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row, or how many rows.
    pub row: String,
    /// What became of it.
    pub change: String,
}

/// Changed rows that are told one by one.
const LISTED: usize = 60;

/// Fields of `Umowa` that an amendment changes.
const OF_AMENDMENT: [&str; 2] = ["amendment_number", "amendment_day"];
/// Columns of `Środki` that an amendment changes.
const AWARDED: &str = "awarded";

fn told(older: &[Table], newer: &[Table]) -> Vec<RecordChange> {
    let facts = |tables: &[Table]| -> Vec<Table> {
        let bears = |t: &&Table| !matches!(t.id, TableId::Readings | TableId::Explanations);
        tables.iter().filter(bears).cloned().collect()
    };
    records::changes(&facts(older), &facts(newer))
}

/// Tells the kinds. `second`: this settlement has a half-year that the one before has not; `before`: the days that one
/// settled.
pub fn kinds(older: &[Table], newer: &[Table], second: bool, before: DayRange) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if second {
        kinds.push(Kind::SecondRound);
    }
    let changes = told(older, newer);
    let amended = |change: &RecordChange| {
        let column = |key: &str| change.fields.iter().any(|field| field.column.key == key);
        match change.table.id {
            TableId::Funds => change.older.is_some() && column(AWARDED),
            TableId::Agreement => {
                let row = change.newer.as_ref().or(change.older.as_ref());
                row.is_some_and(|row| OF_AMENDMENT.iter().any(|key| row.fields.contains_key(key)))
            }
            _ => false,
        }
    };
    if changes.iter().any(amended) {
        kinds.push(Kind::Amendment);
    }
    // What came in after the days settled before corrects nothing.
    let corrects = |change: &RecordChange| {
        if amended(change) || change.table.id == TableId::Agreement {
            return false;
        }
        match (&change.older, change.month()) {
            (Some(_), _) => true,
            (None, Some(month)) => month.first() <= before.last,
            (None, None) => !second,
        }
    };
    if changes.iter().any(corrects) {
        kinds.push(Kind::Correction);
    }
    if kinds.is_empty() {
        kinds.push(Kind::Same);
    }
    kinds
}

/// Tells changed rows one by one, and of rows added or removed how many, table by table.
pub fn changes(older: &[Table], newer: &[Table], locale: &Locale) -> Vec<Change> {
    let all = told(older, newer);
    let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let mut words = Vec::new();
    let mut whole: BTreeMap<(TableId, bool), Vec<&RecordChange>> = BTreeMap::new();
    for change in &all {
        if change.older.is_some() && change.newer.is_some() {
            words.push(Change {
                table: change.table.sheet.to_owned(),
                row: row_words(change, locale),
                change: changed_fields(change, locale),
            });
        } else {
            whole.entry((change.table.id, change.newer.is_some())).or_default().push(change);
        }
    }
    let more = words.len().saturating_sub(LISTED);
    words.truncate(LISTED);
    for ((_, added), rows) in whole {
        let Some(first) = rows.first() else { continue };
        let key = if added { "previous-rows-added" } else { "previous-rows-removed" };
        words.push(Change {
            table: first.table.sheet.to_owned(),
            row: if rows.len() == 1 { row_words(first, locale) } else { String::new() },
            change: locale.text(key, &[("count", count(rows.len()))]),
        });
    }
    if more > 0 {
        let change = locale.text("previous-rows-more", &[("count", count(more))]);
        words.push(Change { table: String::new(), row: String::new(), change });
    }
    words
}
