//! Figures of two settlements by business key, and what their differences are made of.
//!
//! A difference is parted along a chain of settlements, from the older as recorded to the newer as recorded: each step
//! changes one thing, and the steps add up to the whole by construction.

use std::collections::{BTreeMap, BTreeSet};

use crate::calc::{Format, Value};
use crate::trace::Figure;
use crate::units::{Day, Exact};

/// What a figure is of; the order is that of reports: totals, components, assistants, months.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Key {
    /// How far down it lies.
    pub level: Level,
    /// Half-year, where the year has two rounds.
    pub round: Option<String>,
    /// Component of the programme.
    pub component: Option<String>,
    /// Assistant, by identifier.
    pub assistant: Option<String>,
    /// Month, `2025-03`; its number alone where two years are compared.
    pub month: Option<String>,
    /// Form of contract.
    pub form: Option<String>,
    /// Stable name, such as `wage_cost`.
    pub what: String,
}

/// How far down a figure lies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// The whole settlement.
    Total,
    /// A half-year.
    Round,
    /// A component of a round.
    Component,
    /// An assistant.
    Assistant,
    /// An assistant's month under one form of contract.
    Line,
}

/// A figure and its home: sheet by position, row and column from zero.
#[derive(Clone, PartialEq, Debug)]
pub struct Known {
    /// Its value.
    pub value: Value,
    /// How it is shown.
    pub format: Format,
    /// Its home in the workbook.
    pub at: Option<(usize, u32, u32)>,
}

/// Figures of one settlement.
pub type Figures = BTreeMap<Key, Known>;

/// Returns figures by key. `years_apart`: months by their number alone.
pub fn by_key(figures: &[Figure], years_apart: bool) -> Figures {
    let month = |text: &String| match Day::parse_iso(&format!("{text}-01")).map(Day::month) {
        Some(month) if years_apart => format!("{:02}", month.number),
        _ => text.clone(),
    };
    let mut all = Figures::new();
    for figure in figures {
        let key = Key {
            level: level(figure),
            // One year has two half-years and the next has none: of two years whole years are compared.
            round: figure.round.clone().filter(|_| !years_apart),
            component: figure.component.clone(),
            assistant: figure.assistant.clone(),
            month: figure.month.as_ref().map(month),
            form: figure.form.clone(),
            what: figure.what.clone(),
        };
        if years_apart && key.level == Level::Round {
            continue;
        }
        let known = Known { value: figure.value.clone(), format: figure.format, at: figure.at };
        match all.get_mut(&key) {
            Some(first) if years_apart => first.value = sum(&first.value, &known.value),
            _ => {
                all.insert(key, known);
            }
        }
    }
    all
}

/// Two half-years as one year; unknown where one of them is.
fn sum(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a + b),
        _ => Value::Blank,
    }
}

fn level(figure: &Figure) -> Level {
    if figure.month.is_some() {
        Level::Line
    } else if figure.assistant.is_some() {
        Level::Assistant
    } else if figure.component.is_some() {
        Level::Component
    } else if figure.round.is_some() {
        Level::Round
    } else {
        Level::Total
    }
}

/// What a step of the chain changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// The program: the same data and rules give another figure in another version.
    Program,
    /// The rules: edition, readings, figures given.
    Rules,
    /// What was handed in.
    Data,
}

/// A figure that is not the same in both.
#[derive(Clone, Debug)]
pub struct FigureChange {
    /// What it is of.
    pub key: Key,
    /// Before; none where there was no such line or assistant.
    pub older: Option<Known>,
    /// Now; none where there is no such line or assistant.
    pub newer: Option<Known>,
    /// Newer less older; none where one of them is not known.
    pub difference: Option<Exact>,
    /// What the difference is made of; none where it cannot be parted.
    pub parts: Option<BTreeMap<Part, Exact>>,
}

impl FigureChange {
    /// Is it an amount in złoty?
    pub fn is_money(&self) -> bool {
        self.newer.as_ref().or(self.older.as_ref()).is_some_and(|known| known.format == Format::Money)
    }
}

/// The chain of settlements between two recorded ones: each step with what it changed.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// Settlements after the first, each with what differs from the one before.
    pub steps: Vec<(Part, Figures)>,
}

/// Names of figures, by level, that both settlements know: another version of the program may keep more of them.
fn shared<'a>(older: &'a Figures, newer: &'a Figures) -> BTreeSet<(Level, &'a str)> {
    fn names(all: &Figures) -> BTreeSet<(Level, &str)> {
        all.keys().map(|key| (key.level, key.what.as_str())).collect()
    }
    let (before, now) = (names(older), names(newer));
    // A level without any figure (no half-years, a component not used) is an absence, not another shape.
    let has = |all: &BTreeSet<(Level, &str)>, level| all.iter().any(|(l, _)| *l == level);
    let both = |name: &&(Level, &str)| {
        (before.contains(*name) || !has(&before, name.0)) && (now.contains(*name) || !has(&now, name.0))
    };
    before.union(&now).filter(both).copied().collect()
}

/// Returns the figures that differ, in the order of their keys. `chain` is none where nothing can be parted.
pub fn differing(older: &Figures, newer: &Figures, chain: Option<&Chain>) -> Vec<FigureChange> {
    let shared = shared(older, newer);
    let keys: BTreeSet<&Key> = older.keys().chain(newer.keys()).collect();
    let mut all = Vec::new();
    for key in keys.into_iter().filter(|key| shared.contains(&(key.level, key.what.as_str()))) {
        let (before, now) = (older.get(key), newer.get(key));
        let parts = chain.and_then(|chain| parts(key, before, chain));
        let same =
            before.map(|k| &k.value) == now.map(|k| &k.value) || (is_nothing(before) && is_nothing(now));
        if same && parts.as_ref().is_none_or(|parts| parts.values().all(Exact::is_zero)) {
            continue;
        }
        let difference = difference(before, now);
        let parts = parts.filter(|parts| difference == Some(parts.values().cloned().sum()));
        all.push(FigureChange {
            key: key.clone(),
            older: before.cloned(),
            newer: now.cloned(),
            difference,
            parts,
        });
    }
    all
}

/// No line at all, or one of zero.
fn is_nothing(known: Option<&Known>) -> bool {
    known.is_none_or(|known| matches!(&known.value, Value::Number(n) if n.is_zero()))
}

/// Returns the difference of a figure: what is not there counts as nothing, what is not given has no difference.
pub fn difference(older: Option<&Known>, newer: Option<&Known>) -> Option<Exact> {
    let number = |known: Option<&Known>| match known.map(|known| &known.value) {
        None => Some(Exact::zero()),
        Some(Value::Number(n)) => Some(n.clone()),
        Some(Value::Blank | Value::Text(_)) => None,
    };
    Some(&number(newer)? - &number(older)?)
}

fn parts(key: &Key, older: Option<&Known>, chain: &Chain) -> Option<BTreeMap<Part, Exact>> {
    let mut before = older;
    let mut parts: BTreeMap<Part, Exact> = BTreeMap::new();
    for (part, figures) in &chain.steps {
        let after = figures.get(key);
        let step = difference(before, after)?;
        let sum = parts.entry(*part).or_insert_with(Exact::zero);
        *sum = &*sum + &step;
        before = after;
    }
    Some(parts)
}
