//! What changed in the rules between two settlements: edition, text, readings, figures given, parameters.

use std::collections::BTreeMap;

use crate::calc::{Format, Value};
use crate::trace::{Origin, Trace};

/// A change of the rules. `older` and `newer` are values as recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleChange {
    /// What changed.
    pub kind: RuleKind,
    /// Its name: of a reading, a figure, a parameter.
    pub name: String,
    /// Before; none where there was no such parameter.
    pub older: Option<RuleValue>,
    /// Now; none where there is no such parameter.
    pub newer: Option<RuleValue>,
}

/// What of the rules changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RuleKind {
    /// Another edition.
    Edition,
    /// The same edition, its rules in another text.
    Text,
    /// Another way to read a clause.
    Reading,
    /// The same way, on another basis.
    Basis,
    /// A figure given with the command.
    Given,
    /// A figure used.
    Parameter,
}

/// A value of the rules.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleValue {
    /// The value.
    pub value: Value,
    /// How it is shown.
    pub format: Format,
    /// What it means or rests on, in Polish; empty where nothing is told.
    pub basis: String,
    /// Its cell in the workbook.
    pub at: Option<(usize, u32, u32)>,
}

impl RuleValue {
    fn word(text: &str, basis: &str) -> Self {
        Self { value: Value::Text(text.to_owned()), format: Format::Text, basis: basis.to_owned(), at: None }
    }
}

/// Returns what changed, the widest first.
pub fn changes(older: &Trace, newer: &Trace) -> Vec<RuleChange> {
    let (before, now) = (&older.head, &newer.head);
    let mut all = Vec::new();
    let other_edition = before.edition != now.edition;
    if other_edition {
        all.push(RuleChange {
            kind: RuleKind::Edition,
            name: now.title.clone(),
            older: Some(RuleValue::word(&before.edition, &before.act)),
            newer: Some(RuleValue::word(&now.edition, &now.act)),
        });
    } else if before.rules_sha256 != now.rules_sha256 {
        all.push(RuleChange {
            kind: RuleKind::Text,
            name: now.edition.clone(),
            older: Some(RuleValue::word(&before.rules_sha256, "")),
            newer: Some(RuleValue::word(&now.rules_sha256, "")),
        });
    }
    // Each edition cites its own act; another citation of the same way or figure says nothing between two editions.
    all.extend(readings(older, newer).into_iter().filter(|c| !(other_edition && c.kind == RuleKind::Basis)));
    all.extend(given(older, newer));
    let told = |c: &RuleChange| {
        let value = |v: &Option<RuleValue>| v.as_ref().map(|v| v.value.clone());
        !other_edition || value(&c.older) != value(&c.newer)
    };
    all.extend(parameters(older, newer).into_iter().filter(told));
    all
}

fn readings(older: &Trace, newer: &Trace) -> Vec<RuleChange> {
    let ways = |trace: &Trace| -> BTreeMap<String, (String, String, String)> {
        let of = |r: &crate::trace::ReadingUsed| (r.way.clone(), r.meaning.clone(), r.basis.clone());
        trace.head.readings.iter().map(|r| (r.name.clone(), of(r))).collect()
    };
    let one = |name, before: Option<(String, String, String)>, now: Option<(String, String, String)>| {
        let way = |r: &Option<(String, String, String)>| r.as_ref().map(|(way, _, _)| way.clone());
        let kind = if way(&before) == way(&now) { RuleKind::Basis } else { RuleKind::Reading };
        let shown = |r: Option<(String, String, String)>| {
            r.map(|(way, meaning, basis)| match kind {
                RuleKind::Basis => RuleValue::word(&basis, &way),
                _ => RuleValue::word(&way, &meaning),
            })
        };
        RuleChange { kind, name, older: shown(before), newer: shown(now) }
    };
    joined(ways(older), ways(newer)).into_iter().map(|(name, (a, b))| one(name, a, b)).collect()
}

/// Open figures given with the command; readings given there are among the readings.
fn given(older: &Trace, newer: &Trace) -> Vec<RuleChange> {
    let figures = |trace: &Trace| -> BTreeMap<String, String> {
        let open = trace.head.given.iter().filter_map(|typed| typed.split_once('='));
        let open = open.filter(|(name, _)| name.contains('.'));
        open.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
    };
    let shown = |text: Option<String>| text.map(|text| RuleValue::word(&text, ""));
    joined(figures(older), figures(newer))
        .into_iter()
        .map(|(name, (a, b))| RuleChange { kind: RuleKind::Given, name, older: shown(a), newer: shown(b) })
        .collect()
}

/// Figures of the rules that were used, by their names; what the input gave is data.
fn parameters(older: &Trace, newer: &Trace) -> Vec<RuleChange> {
    let used = |trace: &Trace| -> BTreeMap<(String, usize), RuleValue> {
        let mut all: BTreeMap<(String, usize), RuleValue> = BTreeMap::new();
        for (index, sheet) in trace.sheets.iter().enumerate() {
            for cell in &sheet.cells {
                let Some(meaning) = &cell.meaning else { continue };
                let Origin::Parameter(mark, source, _) = &meaning.origin else { continue };
                // A constant of a form has neither; it is no figure of the rules.
                if mark.is_empty() && source.is_empty() {
                    continue;
                }
                let parts = [mark.as_str(), source.as_str()];
                let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                let value = RuleValue {
                    value: cell.holds.value(),
                    format: meaning.format,
                    basis: told.join("; "),
                    at: Some((index, cell.row, cell.column)),
                };
                let same =
                    all.range((meaning.label.clone(), 0)..).take_while(|((l, _), _)| *l == meaning.label);
                let number = same.count();
                all.insert((meaning.label.clone(), number), value);
            }
        }
        all
    };
    let (before, now) = (used(older), used(newer));
    let keys: std::collections::BTreeSet<_> = before.keys().chain(now.keys()).cloned().collect();
    let told = |v: &RuleValue| (v.value.clone(), v.basis.clone());
    keys.into_iter()
        .filter(|key| before.get(key).map(told) != now.get(key).map(told))
        .map(|key| RuleChange {
            kind: RuleKind::Parameter,
            older: before.get(&key).cloned(),
            newer: now.get(&key).cloned(),
            name: key.0,
        })
        .collect()
}

/// Names whose values differ, with both.
fn joined<V: PartialEq>(
    mut before: BTreeMap<String, V>,
    mut now: BTreeMap<String, V>,
) -> BTreeMap<String, (Option<V>, Option<V>)> {
    let names: std::collections::BTreeSet<String> = before.keys().chain(now.keys()).cloned().collect();
    let pairs = names.into_iter().map(|name| {
        let pair = (before.remove(&name), now.remove(&name));
        (name, pair)
    });
    pairs.filter(|(_, (a, b))| a != b).collect()
}
