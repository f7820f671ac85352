//! The words of a formula. Knows neither functions nor cells.

use std::fmt;

use super::{Comparison, Kind};
use crate::units::Exact;

/// A word of a formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Token {
    /// A number, and as it was written.
    Number(Exact, String),
    /// A text in double quotes.
    Text(String),
    /// A name in single quotes: a sheet.
    Sheet(String),
    /// A function, a cell, a name.
    Word(String),
    /// `#REF!` and its like.
    Error(String),
    /// A comparison sign.
    Comparison(Comparison),
    /// Any other sign.
    Symbol(char),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(_, text) | Self::Word(text) | Self::Error(text) => f.write_str(text),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Sheet(text) => write!(f, "'{text}'"),
            Self::Comparison(how) => f.write_str(match how {
                Comparison::Equal => "=",
                Comparison::Differs => "<>",
                Comparison::Less => "<",
                Comparison::Greater => ">",
                Comparison::AtMost => "<=",
                Comparison::AtLeast => ">=",
            }),
            Self::Symbol(symbol) => write!(f, "{symbol}"),
        }
    }
}

/// Splits a formula.
pub fn tokens(formula: &str) -> Result<Vec<Token>, Kind> {
    let mut lexer = Lexer { rest: formula };
    let mut all = Vec::new();
    while let Some(token) = lexer.token()? {
        all.push(token);
    }
    Ok(all)
}

struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Lexer<'a> {
    fn token(&mut self) -> Result<Option<Token>, Kind> {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace());
        let mut chars = self.rest.chars();
        let Some(first) = chars.next() else { return Ok(None) };
        let second = chars.next();
        Ok(Some(match first {
            '"' => Token::Text(self.quoted('"')?),
            '\'' => Token::Sheet(self.quoted('\'')?),
            '#' => self.error(),
            '0'..='9' => self.number()?,
            '.' if second.is_some_and(|c| c.is_ascii_digit()) => self.number()?,
            '<' | '>' | '=' => self.comparison(first, second),
            c if is_word(c) => {
                let word = self.take(|c| is_word(c) || c.is_ascii_digit() || c == '.' || c == '?');
                Token::Word(word.to_owned())
            }
            c => {
                self.rest = chars_after(self.rest, 1);
                Token::Symbol(c)
            }
        }))
    }

    /// Takes as long as the test holds.
    fn take(&mut self, test: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !test(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// A doubled quote inside stands for one.
    fn quoted(&mut self, quote: char) -> Result<String, Kind> {
        let whole = self.rest;
        self.rest = chars_after(self.rest, 1);
        let mut text = String::new();
        loop {
            text.push_str(self.take(|c| c != quote));
            if self.rest.is_empty() {
                return Err(Kind::Unreadable(whole.chars().take(20).collect()));
            }
            self.rest = chars_after(self.rest, 1);
            if !self.rest.starts_with(quote) {
                return Ok(text);
            }
            text.push(quote);
            self.rest = chars_after(self.rest, 1);
        }
    }

    fn error(&mut self) -> Token {
        let start = self.rest;
        self.rest = chars_after(self.rest, 1);
        let word = self.take(|c| c.is_ascii_alphanumeric() || c == '/');
        let mark = usize::from(self.rest.starts_with(['!', '?']));
        self.rest = chars_after(self.rest, mark);
        Token::Error(start.get(..1 + word.len() + mark).unwrap_or("#").to_owned())
    }

    fn number(&mut self) -> Result<Token, Kind> {
        let start = self.rest;
        let digit = |c: char| c.is_ascii_digit();
        let whole = self.take(digit);
        let mut text = if whole.is_empty() { "0".to_owned() } else { whole.to_owned() };
        if self.rest.starts_with('.') {
            self.rest = chars_after(self.rest, 1);
            let decimals = self.take(digit);
            if !decimals.is_empty() {
                text.push('.');
                text.push_str(decimals);
            }
        }
        let exponent = self.rest.strip_prefix(['e', 'E']).filter(|rest| {
            rest.strip_prefix(['+', '-']).unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit())
        });
        if let Some(rest) = exponent {
            let sign = usize::from(rest.starts_with(['+', '-']));
            text.push('e');
            text.push_str(&rest[..sign]);
            self.rest = &rest[sign..];
            text.push_str(self.take(digit));
        }
        let written = start[..start.len() - self.rest.len()].to_owned();
        match Exact::parse_decimal(&text) {
            Some(n) => Ok(Token::Number(n, written)),
            None => Err(Kind::Unreadable(written.chars().take(20).collect())),
        }
    }

    fn comparison(&mut self, first: char, second: Option<char>) -> Token {
        let (how, length) = match (first, second) {
            ('<', Some('=')) => (Comparison::AtMost, 2),
            ('>', Some('=')) => (Comparison::AtLeast, 2),
            ('<', Some('>')) => (Comparison::Differs, 2),
            ('<', _) => (Comparison::Less, 1),
            ('>', _) => (Comparison::Greater, 1),
            _ => (Comparison::Equal, 1),
        };
        self.rest = chars_after(self.rest, length);
        Token::Comparison(how)
    }
}

/// Letters of any language, and what else a name may begin with.
fn is_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '$')
}

/// The text after so many characters.
fn chars_after(text: &str, count: usize) -> &str {
    let mut chars = text.chars();
    chars.by_ref().take(count).for_each(drop);
    chars.as_str()
}
