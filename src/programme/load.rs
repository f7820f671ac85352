//! Text of a rules file → a tree with the line of every key. The one door to TOML for rules.
//!
//! Only shape is judged here: that the text is TOML. What keys mean is the business of [`super::build`].

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with the line it stands on.
#[derive(Clone, Debug)]
pub struct Node {
    /// Line of the value's key, from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// What a rules file is made of.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text in quotes.
    Text(String),
    /// Anything not in quotes, as written: the rules know no such value.
    Bare(String),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(BTreeMap<String, Node>),
}

/// Why the text is not TOML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Line, from 1.
    pub line: usize,
    /// The key on that line; `toml` where there is none.
    pub key: String,
    /// Name of the message that explains it.
    pub problem: &'static str,
    /// The parser's words, in English.
    pub message: String,
}

/// Reads the text of a rules file.
pub fn parse(text: &str) -> Result<Node, SyntaxError> {
    let lines = Lines::of(text);
    match DeTable::parse(text) {
        Ok(table) => Ok(Node { line: 1, value: lines.table(table.get_ref()) }),
        Err(error) => {
            let number = error.span().map_or(1, |span| lines.line(span.start));
            let line = text.lines().nth(number.saturating_sub(1)).unwrap_or_default();
            let (key, message) = (key_on(line), error.message().to_owned());
            Err(SyntaxError { line: number, key, problem: problem(line, &message), message })
        }
    }
}

/// The key or the table's heading that a line begins with.
fn key_on(line: &str) -> String {
    let key = line.split('=').next().unwrap_or_default().trim().trim_matches(['[', ']', ' ']);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !key.is_empty() && key.chars().all(plain) { key.to_owned() } else { "toml".to_owned() }
}

/// The frequent slips have an explanation of their own: a key twice, the quotes of a word processor, none at all.
fn problem(line: &str, message: &str) -> &'static str {
    // What stands behind the sign of a remark is no value.
    let value = line.split('#').next().unwrap_or_default();
    let value = value.split_once('=').map_or("", |(_, value)| value.trim());
    if message.contains("duplicate key") {
        "rules-key-twice"
    } else if value.starts_with(['„', '”', '“', '«', '»', '’', '‘']) {
        "rules-wrong-quotes"
    } else if value.starts_with(|c: char| c.is_alphanumeric()) && !value.contains(['{', '[']) {
        "rules-no-quotes"
    } else {
        "rules-not-toml"
    }
}

/// Where lines begin, to turn an offset into a line.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    fn table(&self, table: &DeTable<'_>) -> Value {
        let node = |key: &Spanned<_>, value: &Spanned<DeValue<'_>>| Node {
            // A `[[component]]` repeats its key, and only the values know which of them is meant.
            line: match value.get_ref() {
                DeValue::Table(_) | DeValue::Array(_) => self.line(value.span().start),
                _ => self.line(key.span().start),
            },
            value: self.value(value),
        };
        Value::Table(table.iter().map(|(key, value)| (key.get_ref().to_string(), node(key, value))).collect())
    }

    fn value(&self, value: &Spanned<DeValue<'_>>) -> Value {
        match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Table(table) => self.table(table),
            DeValue::Array(items) => {
                let item = |i: &Spanned<_>| Node { line: self.line(i.span().start), value: self.value(i) };
                Value::List(items.iter().map(item).collect())
            }
            _ => Value::Bare(self.text.get(value.span()).unwrap_or_default().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_knows_its_line() {
        let root = parse("a = \"1\"\n\n[[c]]\nk = \"x\"\n[[c]]\nn = 12\n").expect("well-formed");
        let Value::Table(table) = root.value else { unreachable!("a file is a table") };
        assert_eq!(table["a"].line, 1);
        let Value::List(items) = &table["c"].value else { unreachable!("written as a list") };
        assert_eq!(items.iter().map(|i| i.line).collect::<Vec<_>>(), [3, 5]);
        let Value::Table(second) = &items[1].value else { unreachable!("written as a table") };
        assert_eq!(second["n"].line, 6);
        assert!(matches!(&second["n"].value, Value::Bare(text) if text == "12"));
    }

    #[test]
    fn broken_text_names_its_line() {
        assert_eq!(parse("a = \"1\"\nb = \n").expect_err("no value").line, 2);
        assert_eq!(parse("a = \"1\"\na = \"2\"\n").expect_err("key twice").line, 2);
        for (text, problem) in [
            ("a = \"1\"\na = \"2\"\n", "rules-key-twice"),
            ("a = „1”\n", "rules-wrong-quotes"),
            ("a = jeden\n", "rules-no-quotes"),
            ("a = \"1\n", "rules-not-toml"),
        ] {
            let error = parse(text).expect_err("broken");
            assert_eq!((error.problem, error.key.as_str()), (problem, "a"), "{text}");
        }
    }
}
