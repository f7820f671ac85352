//! Named texts of a case file or of a row, read key by key; every fault is collected with its file and line.
//!
//! The same words refuse a key here and in the rules of a programme: who knows one file knows the other.

use std::collections::BTreeMap;

use super::case::{Kind, PublishedFigure, Quantity};
use crate::finding::Fact;
use crate::programme::ProgrammeError;
use crate::programme::refusal::Refusal;
use crate::units::{Day, Exact, Money};

/// Named texts with their lines.
pub struct Fields {
    file: String,
    line: usize,
    values: BTreeMap<String, (usize, String)>,
    asked: Vec<String>,
    refusals: Vec<Refusal>,
}

impl Fields {
    /// Starts the reading of the texts of a file, or of the row at a line.
    pub fn new(file: &str, line: usize, values: BTreeMap<String, (usize, String)>) -> Self {
        Self { file: file.to_owned(), line, values, asked: Vec::new(), refusals: Vec::new() }
    }

    /// Notes what is wrong with a key.
    pub fn refuse(&mut self, key: &str, problem: &'static str, facts: &[(&'static str, &str)]) {
        let line = self.values.get(key).map_or(self.line, |(line, _)| *line);
        let facts = facts.iter().map(|(name, text)| (*name, Fact::Text((*text).to_owned()))).collect();
        self.refusals.push(Refusal { file: self.file.clone(), line, key: key.to_owned(), problem, facts });
    }

    /// Returns a text that may be missing; a blank one is missing.
    pub fn text(&mut self, key: &str) -> Option<String> {
        self.asked.push(key.to_owned());
        self.values.get(key).map(|(_, text)| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// Returns a text that must be there.
    pub fn required(&mut self, key: &str) -> String {
        self.text(key).unwrap_or_else(|| {
            self.refuse(key, "rules-missing-key", &[("missing", key)]);
            String::new()
        })
    }

    /// Returns an amount that may be missing: `1140.00`, `1 140,00`.
    pub fn money(&mut self, key: &str) -> Option<Money> {
        let text = self.text(key)?;
        let amount = number(&text).and_then(|n| Money::from_exact(&n)).filter(|a| !a.is_negative());
        if amount.is_none() {
            self.refuse(key, "rules-not-readable", &[("seen", &text), ("example", "1140.00")]);
        }
        amount
    }

    /// Returns a day that must be there.
    pub fn day(&mut self, key: &str) -> Option<Day> {
        let text = self.required(key);
        let day = Day::parse_iso(&text);
        if day.is_none() && !text.is_empty() {
            self.refuse(key, "rules-not-readable", &[("seen", &text), ("example", "2025-12-31")]);
        }
        day
    }

    /// Returns one of some words; the first when the key may be missing and is.
    pub fn word<'a>(&mut self, key: &str, accepted: &[&'a str], optional: bool) -> Option<&'a str> {
        let text = if optional { self.text(key) } else { Some(self.required(key)) };
        let Some(text) = text else { return accepted.first().copied() };
        let found = accepted.iter().copied().find(|word| *word == text);
        if found.is_none() && !text.is_empty() {
            let all = accepted.join(", ");
            self.refuse(key, "rules-unknown-word", &[("seen", &text), ("accepted", &all)]);
        }
        found
    }

    /// Returns the kind. What was inferred must be said in every kind but one.
    pub fn kind(&mut self) -> Option<Kind> {
        let word = self.word("kind", &Kind::ALL.map(Kind::word), false)?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
        if kind == Kind::Consistent {
            self.required("inferred");
        }
        Some(kind)
    }

    /// Returns the published figures of keys `PREFIX.quantity`; at least one, and in a contradicting case the right
    /// amount of at least one.
    pub fn figures(&mut self, kind: Option<Kind>) -> Vec<PublishedFigure> {
        let mut figures = Vec::new();
        for quantity in Quantity::ALL {
            let right = self.money(&format!("right.{}", quantity.key()));
            let Some(published) = self.money(&format!("figures.{}", quantity.key())) else { continue };
            figures.push(PublishedFigure { quantity, published, right });
        }
        if figures.is_empty() {
            self.refuse("figures", "rules-missing-key", &[("missing", "[figures]")]);
        }
        let contradicts = figures.iter().any(|f| f.right.is_some_and(|right| right != f.published));
        if kind == Some(Kind::Contradicting) && !contradicts {
            self.refuse("right", "rules-missing-key", &[("missing", "[right]")]);
        }
        figures
    }

    /// Refuses every key that nobody asked for, and returns all refusals, if there are any.
    pub fn done(mut self) -> Result<(), ProgrammeError> {
        let unknown: Vec<String> = self.values.keys().filter(|k| !self.asked.contains(k)).cloned().collect();
        let accepted = self.asked.join(", ");
        for key in unknown {
            self.refuse(&key, "rules-unknown-key", &[("seen", &key), ("accepted", &accepted)]);
        }
        self.refusals.sort_by_key(|refusal| refusal.line);
        if self.refusals.is_empty() { Ok(()) } else { Err(ProgrammeError::Refused(self.refusals)) }
    }
}

/// Reads a number with a point or a comma and with or without spaces between thousands.
pub fn number(text: &str) -> Option<Exact> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    Exact::parse_decimal(&plain.replace(',', "."))
}
