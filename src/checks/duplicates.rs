//! Rows equal in everything: the second and every further one must not count.
//!
//! Rows are compared as read, with all their cells; a blank cell and a missing column are the same.

use std::collections::BTreeMap;

use super::scope::{Scope, Verdict};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::records::{Row, TableId};

/// Finds rows that repeat an earlier one of the same table.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    let mut seen: BTreeMap<(TableId, String), &Row> = BTreeMap::new();
    for table in scope.facts.tables.iter().filter(|t| t.id != TableId::Agreement) {
        for row in table.rows.iter().filter(|r| !r.rejected) {
            let content = content(row);
            if content.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(&(table.id, content.clone())) {
                let finding = Finding::at(&code::DUPLICATE_ROW, row.at)
                    .with_related(first.at)
                    .with(
                        "table",
                        Fact::Text(if table.id == TableId::Pay { "pay" } else { "other" }.to_owned()),
                    )
                    .with("place", Fact::Text(scope.facts.sources.place(first.at)))
                    .with("row", Fact::Count(i64::from(row.at.row) + 1))
                    .with("first", Fact::Count(i64::from(first.at.row) + 1));
                verdict.reject(row.at, finding);
            } else {
                seen.insert((table.id, content), row);
            }
        }
    }
}

/// Returns everything the row says, in one comparable text.
fn content(row: &Row) -> String {
    let mut text = String::new();
    for (key, field) in &row.fields {
        match &field.datum {
            // The value, not its spelling: 0,5 and 1/2 are the same post.
            Some(datum) => text.extend([*key, "=", &format!("{datum:?}"), "\u{1f}"]),
            None if field.seen.is_empty() => {}
            None => text.extend([*key, "~", &field.seen, "\u{1f}"]),
        }
    }
    text
}
