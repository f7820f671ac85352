//! The radar in words: why a month has no supplement, what is near, what to do. Values first, the remedy last.

use super::{CaseloadRow, Load, MonthRow, Reason};
use crate::calc::{Model, NodeId};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::units::Exact;

/// Why the month has no supplement, or how narrowly it earned one.
pub fn why(row: &MonthRow, model: &Model, locale: &Locale) -> String {
    let number = |id: Option<NodeId>| Fact::Number(id.map_or_else(Exact::zero, |id| model.number(id)));
    let missing = row.missing.map_or_else(Exact::zero, |id| model.number(id));
    let facts = [
        ("hours", number(row.hours)),
        ("needed", number(row.needed)),
        ("missing", Fact::Number(missing.abs())),
    ];
    if row.reasons.is_empty() {
        return locale.text("radar-narrow", &facts);
    }
    let told: Vec<String> = row
        .reasons
        .iter()
        .map(|reason| {
            let key = if *reason == Reason::Hours && row.near {
                "radar-reason-hours-near".to_owned()
            } else {
                format!("radar-reason-{}", reason.word())
            };
            locale.text(&key, &facts)
        })
        .collect();
    told.join("; ")
}

/// What can still be done about the month.
pub fn remedy(row: &MonthRow, locale: &Locale) -> String {
    let key = match row.reasons.first() {
        None if row.running => "radar-remedy-narrow-running".to_owned(),
        None => "radar-remedy-narrow".to_owned(),
        Some(Reason::Hours) if row.running => "radar-remedy-hours-running".to_owned(),
        Some(reason) => format!("radar-remedy-{}", reason.word()),
    };
    locale.text(&key, &[])
}

/// How the assistant stands against the limit of families, and what to do.
pub fn load(row: &CaseloadRow, model: &Model, locale: &Locale) -> String {
    let number = |id: Option<NodeId>| Fact::Number(id.map_or_else(Exact::zero, |id| model.number(id)));
    let facts =
        [("now", number(row.now.or(row.peak))), ("peak", number(row.peak)), ("limit", number(row.limit))];
    locale.text(&format!("radar-load-{}", row.load.word()), &facts)
}

/// Is the assistant worth a line among what is near?
pub fn is_near(load: Load) -> bool {
    matches!(load, Load::Over | Load::WasOver | Load::AtLimit | Load::Near)
}
