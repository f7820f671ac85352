//! What changed in the tables since the settlement before, in words, and what kind of settlement that makes this one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::audit::against::records::{self, RecordChange};
use crate::audit::against::report::{changed_fields, row_words};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::records::{Datum, Table, TableId};
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
    /// A clause is read in another way, or the rules are others.
    Rules,
    /// Nothing changed but perhaps the day.
    Same,
}

impl Kind {
    /// Returns the word of the JSON result and of message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecondRound => "second-round",
            Self::Amendment => "amendment",
            Self::Correction => "correction",
            Self::Rules => "rules",
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

/// What two settlements settle.
#[derive(Clone, Copy)]
pub struct Days<'a> {
    /// Days of the one before.
    pub before: DayRange,
    /// Days of the one now.
    pub now: DayRange,
    /// Does the one now have a half-year that nothing before has?
    pub second: bool,
    /// Is a clause read in another way now, or are the rules others?
    pub rules: bool,
    /// Is a half-year (none: the whole period) in both?
    pub both: &'a dyn Fn(Option<&str>) -> bool,
}

/// Tells the kinds.
pub fn kinds(older: &[Table], newer: &[Table], days: Days<'_>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if days.second {
        kinds.push(Kind::SecondRound);
    }
    let changes = told(older, newer);
    if changes.iter().any(|change| amends(change, days)) {
        kinds.push(Kind::Amendment);
    }
    if changes.iter().any(|change| !amends(change, days) && corrects(change, days)) {
        kinds.push(Kind::Correction);
    }
    if days.rules {
        kinds.push(Kind::Rules);
    }
    if kinds.is_empty() {
        kinds.push(Kind::Same);
    }
    kinds
}

/// Another award of what was settled before, or another amendment of the agreement.
fn amends(change: &RecordChange, days: Days<'_>) -> bool {
    let row = change.newer.as_ref().or(change.older.as_ref());
    let Some(row) = row else { return false };
    match change.table.id {
        TableId::Agreement => OF_AMENDMENT.iter().any(|key| row.fields.contains_key(key)),
        TableId::Funds => {
            let half = match row.fields.get("half_year").and_then(|field| field.datum.as_ref()) {
                Some(Datum::Choice(word)) => Some(*word),
                _ => None,
            };
            let whole = change.older.is_none() || change.newer.is_none();
            (days.both)(half) && (whole || change.fields.iter().any(|f| f.column.key == AWARDED))
        }
        _ => false,
    }
}

/// Other data of days that both settle. What came in with later days corrects nothing.
fn corrects(change: &RecordChange, days: Days<'_>) -> bool {
    if matches!(change.table.id, TableId::Agreement) || days.before.overlap(&days.now).is_none() {
        return false;
    }
    let in_both = change.older.is_some() && change.newer.is_some();
    if change.table.id == TableId::Funds {
        return in_both;
    }
    match change.month() {
        Some(month) => [days.before, days.now].iter().all(|d| d.contains(month.first())),
        None => in_both || days.before == days.now,
    }
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
