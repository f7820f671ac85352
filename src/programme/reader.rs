//! Reading a rules file key by key, collecting every refusal on the way.
//!
//! A reader is asked for the keys it may hold; whatever was not asked for is refused at the end. Values come in quotes
//! with their unit, and a figure comes with its mark and its law or source. This module knows no programme.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::given::{SHARE, Spelling};
use super::law::Law;
use super::load::{Node, Value};
use super::refusal::Refusal;
use super::{Figure, Mark, OpenFigure, OpenState};
use crate::finding::Fact;
use crate::records::{ContractForm, Position};
use crate::units::{Day, DayRange, Exact, Money};

/// What all readers of one file share.
pub struct Context<'a> {
    file: &'a str,
    law: &'a Law,
    refusals: RefCell<Vec<Refusal>>,
    open: RefCell<Vec<OpenFigure>>,
    unsure: Cell<bool>,
}

impl<'a> Context<'a> {
    /// Starts the reading of a file.
    pub fn new(file: &'a str, law: &'a Law) -> Self {
        let (refusals, open) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        Self { file, law, refusals, open, unsure: Cell::new(false) }
    }

    /// Takes the figures of unknown value met so far, in the order read.
    pub fn take_open(&self) -> Vec<OpenFigure> {
        self.open.take()
    }

    /// Notes what is wrong at a line and key.
    pub fn refuse(&self, line: usize, key: &str, problem: &'static str, facts: &[(&'static str, &str)]) {
        let facts = facts.iter().map(|(name, text)| (*name, Fact::Text((*text).to_owned()))).collect();
        let refusal = Refusal { file: self.file.to_owned(), line, key: key.to_owned(), problem, facts };
        self.refusals.borrow_mut().push(refusal);
    }

    /// Returns the refusals in order of lines.
    pub fn into_refusals(self) -> Vec<Refusal> {
        let mut all = self.refusals.into_inner();
        all.sort_by_key(|refusal| refusal.line);
        all
    }
}

/// A table of the file being read.
pub struct Fields<'a> {
    context: &'a Context<'a>,
    path: String,
    /// Line of the table.
    pub line: usize,
    table: &'a BTreeMap<String, Node>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Reads a node as a table; refuses anything else.
    pub fn new(context: &'a Context<'a>, path: &str, node: &'a Node) -> Option<Self> {
        let Value::Table(table) = &node.value else {
            context.refuse(node.line, path, "rules-not-a-table", &[]);
            return None;
        };
        let asked = RefCell::new(Vec::new());
        Some(Self { context, path: path.to_owned(), line: node.line, table, asked })
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Notes what is wrong with a key of this table; at the key's line, or the table's when there is no such key.
    pub fn refuse(&self, key: &str, problem: &'static str, facts: &[(&'static str, &str)]) {
        let line = self.table.get(key).map_or(self.line, |node| node.line);
        self.context.refuse(line, &self.path_of(key), problem, facts);
    }

    /// Refuses every key that nobody asked for, and names the accepted ones.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (key, node) in self.table.iter().filter(|(key, _)| !asked.contains(&key.as_str())) {
            let accepted = asked.join(", ");
            self.context.refuse(
                node.line,
                &self.path_of(key),
                "rules-unknown-key",
                &[("seen", key), ("accepted", &accepted)],
            );
        }
    }

    /// Returns the key's node, if the file has one.
    pub fn optional(&self, key: &'static str) -> Option<&'a Node> {
        if !self.asked.borrow().contains(&key) {
            self.asked.borrow_mut().push(key);
        }
        self.table.get(key)
    }

    /// Returns the key's node and refuses its absence.
    pub fn required(&self, key: &'static str) -> Option<&'a Node> {
        let node = self.optional(key);
        if node.is_none() {
            self.refuse(key, "rules-missing-key", &[("missing", key)]);
        }
        node
    }

    /// Returns the text of a node of this table.
    fn text_of(&self, key: &str, node: &'a Node) -> Option<&'a str> {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => return Some(text),
            Value::Text(_) => self.refuse(key, "rules-empty", &[]),
            Value::Bare(seen) => self.refuse(key, "rules-not-in-quotes", &[("seen", seen)]),
            Value::List(_) | Value::Table(_) => self.refuse(key, "rules-not-text", &[]),
        }
        None
    }

    /// Returns a required text.
    pub fn text(&self, key: &'static str) -> Option<&'a str> {
        self.text_of(key, self.required(key)?)
    }

    /// Returns a text that may be absent. One that is wrong is refused and counts as absent.
    pub fn optional_text(&self, key: &'static str) -> Option<&'a str> {
        self.text_of(key, self.optional(key)?)
    }

    /// Has nothing in the file been refused so far?
    pub fn sound(&self) -> bool {
        self.context.refusals.borrow().is_empty()
    }

    /// Notes that a reading could not be read: what it leaves out elsewhere is then no fault of its own.
    pub fn doubt_readings(&self) {
        self.context.unsure.set(true);
    }

    /// Was there a reading that could not be read?
    pub fn doubts_readings(&self) -> bool {
        self.context.unsure.get()
    }

    /// Returns a required list of texts.
    pub fn texts(&self, key: &'static str) -> Option<Vec<&'a str>> {
        let node = self.required(key)?;
        let Value::List(items) = &node.value else {
            self.refuse(key, "rules-not-a-list-of-texts", &[("key", key)]);
            return None;
        };
        items.iter().map(|item| self.text_of(key, item)).collect()
    }

    /// Returns the word's meaning, or refuses it and names the accepted words.
    pub fn word<T: Clone>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        self.word_or(key, words, "rules-missing-word")
    }

    /// As [`Fields::word`], with a message of its own where the key is missing.
    fn word_or<T: Clone>(&self, key: &'static str, words: &[(&str, T)], missing: &'static str) -> Option<T> {
        let accepted = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        let Some(node) = self.optional(key) else {
            self.refuse(key, missing, &[("missing", key), ("accepted", &accepted())]);
            return None;
        };
        let seen = self.text_of(key, node)?;
        let found = words.iter().find(|(word, _)| *word == seen).map(|(_, meaning)| meaning.clone());
        if found.is_none() {
            self.refuse(key, "rules-unknown-word", &[("seen", seen), ("accepted", &accepted())]);
        }
        found
    }

    /// Returns the text read by `read`, or refuses it and shows an example of what is accepted.
    pub fn read<T>(&self, key: &'static str, read: fn(&str) -> Option<T>, example: &str) -> Option<T> {
        let seen = self.text(key)?;
        let value = read(seen);
        if value.is_none() {
            self.refuse(key, "rules-not-readable", &[("seen", seen), ("example", example)]);
        }
        value
    }

    /// Returns a required table under the key.
    pub fn table(&self, key: &'static str) -> Option<Fields<'a>> {
        Fields::new(self.context, &self.path_of(key), self.required(key)?)
    }

    /// Returns the tables of a list under the key, `[[key]]`; none when the file has none.
    pub fn tables(&self, key: &'static str) -> Vec<Fields<'a>> {
        let Some(node) = self.optional(key) else { return Vec::new() };
        let path = self.path_of(key);
        let Value::List(items) = &node.value else {
            self.refuse(key, "rules-not-a-list", &[("key", key)]);
            return Vec::new();
        };
        items.iter().filter_map(|item| Fields::new(self.context, &path, item)).collect()
    }

    /// Returns the certainty and source that stand beside a value in this table.
    pub fn cited<T>(&self, value: Option<T>) -> Option<Figure<T>> {
        self.cited_with(value, MARKS)
    }

    /// As [`Fields::cited`], for words that nothing is computed with: a term may be not found.
    pub fn cited_or_unknown<T>(&self, value: Option<T>) -> Option<Figure<T>> {
        self.cited_with(value, ALL_MARKS)
    }

    fn cited_with<T>(&self, value: Option<T>, marks: &[(&str, Mark)]) -> Option<Figure<T>> {
        let mark = self.word_or("mark", marks, "rules-no-mark");
        let (law, source) = (self.optional_text("law"), self.optional_text("source"));
        if self.optional("law").or(self.optional("source")).is_none() {
            self.refuse("law", "rules-no-source", &[]);
        }
        let citation = law.and_then(|label| self.citation(label));
        let source =
            [citation, source.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join("; ");
        Some(Figure { value: value?, mark: mark?, source, law: law.map(str::to_owned) })
    }

    fn citation(&self, label: &str) -> Option<String> {
        let Some(provision) = self.context.law.get(label) else {
            let known = self.context.law.labels().collect::<Vec<_>>().join(", ");
            self.refuse("law", "rules-no-such-label", &[("seen", label), ("accepted", &known)]);
            return None;
        };
        if provision.citation.is_empty() {
            self.refuse("law", "rules-label-without-citation", &[("seen", label)]);
            return None;
        }
        Some(provision.citation.clone())
    }

    /// Returns a required figure `key = { value = "…", mark = "…", law = "…" }`.
    pub fn figure<T>(
        &self,
        key: &'static str,
        read: fn(&str) -> Option<T>,
        example: &str,
    ) -> Option<Figure<T>> {
        let table = self.table(key)?;
        let figure = table.cited(table.read("value", read, example));
        table.done();
        figure
    }

    /// Returns a figure that may be absent. One that is wrong is refused and counts as absent.
    pub fn optional_figure<T>(
        &self,
        key: &'static str,
        read: fn(&str) -> Option<T>,
        example: &str,
    ) -> Option<Figure<T>> {
        self.optional(key).and_then(|_| self.figure(key, read, example))
    }

    /// Returns a required figure whose value is a word of a closed list.
    pub fn word_figure<T: Clone>(&self, key: &'static str, words: &[(&str, T)]) -> Option<Figure<T>> {
        let table = self.table(key)?;
        let figure = table.cited(table.word("value", words));
        table.done();
        figure
    }

    /// Returns a required figure that may be `unknown`, with its name for whoever gives it.
    pub fn known_or_open<T>(
        &self,
        key: &'static str,
        spelling: &Spelling<T>,
        open: OpenAs<'_>,
    ) -> Option<Figure<T>> {
        let table = self.table(key)?;
        let figure = table.value_or_open(spelling, open);
        table.done();
        figure
    }

    /// Returns a required percentage, which must say of what: `of` is the one base accepted here.
    pub fn share(&self, key: &'static str, of: &'static str, open: OpenAs<'_>) -> Option<Figure<Exact>> {
        let table = self.table(key)?;
        let base = table.word_or("of", &[(of, ())], "rules-no-base");
        let figure = table.value_or_open(&SHARE, open);
        table.done();
        base.and(figure)
    }

    fn value_or_open<T>(&self, spelling: &Spelling<T>, open: OpenAs<'_>) -> Option<Figure<T>> {
        let unknown = |node: &Node| matches!(&node.value, Value::Text(text) if text == "unknown");
        if !self.optional("value").is_some_and(unknown) {
            return self.cited(self.read("value", spelling.rules, spelling.example));
        }
        let figure = self.cited_with(Some((spelling.none)()), UNKNOWN)?;
        self.context.open.borrow_mut().push(OpenFigure {
            name: open.name.to_owned(),
            example: spelling.typed_example,
            known: figure.source.clone(),
            needed_by: open.needed_by,
            state: OpenState::Missing,
        });
        Some(figure)
    }

    /// Returns the range from `first` to `last` of this table.
    pub fn range(&self) -> Option<DayRange> {
        let first = self.read("first", Day::parse_iso, "2025-01-01");
        if self.optional("last").is_none() {
            self.refuse("last", "rules-no-last-day", &[]);
            return None;
        }
        let last = self.read("last", Day::parse_iso, "2025-12-31");
        let range = DayRange::new(first?, last?);
        if range.is_none() {
            self.refuse("last", "rules-backward-range", &[]);
        }
        range
    }

    /// Returns a required range with its mark and source.
    pub fn range_figure(&self, key: &'static str) -> Option<Figure<DayRange>> {
        let table = self.table(key)?;
        let figure = table.cited(table.range());
        table.done();
        figure
    }
}

/// How a figure is called and whom it concerns, should it be unknown.
#[derive(Clone, Copy, Debug)]
pub struct OpenAs<'a> {
    /// Stable name, as in [`OpenFigure::name`].
    pub name: &'a str,
    /// Whom the figure concerns; none: everybody.
    pub needed_by: Option<(Position, ContractForm)>,
}

impl<'a> OpenAs<'a> {
    /// Names a figure that concerns everybody.
    pub fn named(name: &'a str) -> Self {
        Self { name, needed_by: None }
    }
}

/// The one mark of a figure whose value is `unknown`.
const UNKNOWN: &[(&str, Mark)] = &[("unknown", Mark::Unknown)];

/// A figure with a value is known.
const MARKS: &[(&str, Mark)] =
    &[("confirmed", Mark::Confirmed), ("inferred", Mark::Inferred), ("assumed", Mark::Assumed)];

/// Marks of readings.
pub const ALL_MARKS: &[(&str, Mark)] = &[
    ("confirmed", Mark::Confirmed),
    ("inferred", Mark::Inferred),
    ("assumed", Mark::Assumed),
    ("unknown", Mark::Unknown),
];

/// Reads `200.00 PLN`: two decimals and the unit, above nothing; zero would pay nobody, as in `Odczytania`.
pub fn money(text: &str) -> Option<Money> {
    let digits = text.strip_suffix(" PLN")?;
    let (_, grosze) = digits.split_once('.')?;
    let amount = Money::from_exact(&Exact::parse_decimal(digits)?)?;
    (grosze.len() == 2 && amount > Money::ZERO).then_some(amount)
}

/// Reads `80%` or `76.5%`: above nothing and at most a hundred.
pub fn percentage(text: &str) -> Option<Exact> {
    let number = Exact::parse_decimal(text.strip_suffix('%')?)?;
    let hundred = Exact::whole(100);
    let fits = !number.is_negative() && !number.is_zero() && number <= hundred;
    if fits { number.checked_div(&hundred) } else { None }
}

/// Reads `120 h`.
pub fn hours(text: &str) -> Option<Exact> {
    Exact::parse_decimal(text.strip_suffix(" h")?).filter(|hours| !hours.is_negative())
}

/// Reads `15 days`.
pub fn days(text: &str) -> Option<u32> {
    text.strip_suffix(" days")?.parse().ok().filter(|days| *days > 0)
}

/// Reads `2 decimals`.
pub fn decimals(text: &str) -> Option<u32> {
    text.strip_suffix(" decimals")?.parse().ok().filter(|places| *places <= 6)
}

/// Reads a code of the budget classification: three to five digits.
pub fn budget_code(text: &str) -> Option<String> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    (digits && (3..=5).contains(&text.len())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_with_their_unit_or_refused() {
        assert_eq!(money("1900.00 PLN"), Some(Money::from_grosze(190_000)));
        assert_eq!(percentage("76.5%"), Exact::parse_decimal("0.765"));
        assert_eq!(hours("120 h"), Some(Exact::whole(120)));
        assert_eq!((days("15 days"), decimals("2 decimals")), (Some(15), Some(2)));
        for bad in ["1900", "1900 PLN", "1900.0 PLN", "1 900.00 PLN", "1900,00 PLN", "-1.00 PLN", "0.00 PLN"]
        {
            assert_eq!(money(bad), None, "{bad}");
        }
        for bad in ["80", "0%", "101%", "-5%", "80 %", "0.8"] {
            assert_eq!(percentage(bad), None, "{bad}");
        }
        assert_eq!((days("15"), days("0 days"), hours("120")), (None, None, None));
    }
}
