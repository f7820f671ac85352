//! The text of a spreadsheet formula back into a tree: the closed set that [`super::print`] writes, as any spreadsheet
//! program saves it, and the plain arithmetic that a person types. The tree names cells by place; [`mod@lower`] turns it
//! into an [`super::Expr`].
//!
//! What is not in the set is named and never guessed. A formula comes from anybody: its length and depth are limited
//! before it is believed, and chains of operators are kept flat, so that no tree is deeper than its brackets.

mod lex;
pub mod lower;
#[cfg(test)]
mod tests;
mod tree;

use super::print::Place;
use crate::source::cell_at;
use crate::units::Exact;
use lex::Token;
pub use lower::{Cells, Lowered, lower};
pub use tree::{Area, Comparison, Function, Kind, Tree};

/// Bytes of a formula: a spreadsheet takes 8,192 characters.
pub const MAX_LENGTH: usize = 32_768;
/// Brackets and functions inside one another: a spreadsheet takes 64.
const MAX_DEPTH: usize = 64;

/// Reads a formula that stands on a sheet; without or with its equals sign. `sheets` are the names by position.
pub fn parse(formula: &str, sheet: usize, sheets: &[String]) -> Result<Tree, Kind> {
    if formula.len() > MAX_LENGTH {
        return Err(Kind::TooLong);
    }
    let tokens = lex::tokens(formula)?;
    let mut parser = Parser { tokens, at: 0, depth: 0, sheet, sheets };
    parser.skip(&Token::Comparison(Comparison::Equal));
    let tree = parser.comparison()?;
    match parser.peek() {
        None => Ok(tree),
        Some(left) => Err(Kind::Unreadable(left.to_string())),
    }
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    sheet: usize,
    sheets: &'a [String],
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn skip(&mut self, token: &Token) -> bool {
        let here = self.peek() == Some(token);
        self.at += usize::from(here);
        here
    }

    fn symbol(&mut self, symbol: char) -> bool {
        self.skip(&Token::Symbol(symbol))
    }

    fn unreadable(&self) -> Kind {
        Kind::Unreadable(self.peek().map_or_else(String::new, ToString::to_string))
    }

    fn comparison(&mut self) -> Result<Tree, Kind> {
        let left = self.join()?;
        let Some(Token::Comparison(how)) = self.peek() else { return Ok(left) };
        let how = *how;
        self.at += 1;
        let right = self.join()?;
        if let Some(Token::Comparison(_)) = self.peek() {
            // `A1=B1=C1` compares a truth value.
            return Err(Kind::TruthValue);
        }
        Ok(Tree::Compare(how, Box::new(left), Box::new(right)))
    }

    fn join(&mut self) -> Result<Tree, Kind> {
        let first = self.sum()?;
        if self.peek() != Some(&Token::Symbol('&')) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.symbol('&') {
            parts.push(self.sum()?);
        }
        Ok(Tree::Join(parts))
    }

    /// All terms of a chain in two lists, since `a-b+c-d` as a tree would be as deep as it is long.
    fn sum(&mut self) -> Result<Tree, Kind> {
        let first = self.product()?;
        let (mut plus, mut minus) = (vec![first], Vec::new());
        loop {
            if self.symbol('+') {
                plus.push(self.product()?);
            } else if self.symbol('-') {
                minus.push(self.product()?);
            } else {
                break;
            }
        }
        Ok(if plus.len() == 1 && minus.is_empty() { plus.remove(0) } else { Tree::Sum(plus, minus) })
    }

    fn product(&mut self) -> Result<Tree, Kind> {
        let first = self.signed()?;
        let (mut factors, mut divisors) = (vec![first], Vec::new());
        loop {
            if self.symbol('*') {
                factors.push(self.signed()?);
            } else if self.symbol('/') {
                divisors.push(self.signed()?);
            } else if self.peek() == Some(&Token::Symbol('^')) {
                return Err(Kind::UnknownFunction("^".to_owned()));
            } else {
                break;
            }
        }
        Ok(match (factors.as_slice(), divisors.as_slice()) {
            ([_], []) => factors.remove(0),
            // A number that no decimal writes is printed as a quotient.
            ([Tree::Number(a)], [Tree::Number(b)]) if !b.is_zero() => {
                Tree::Number(a.checked_div(b).unwrap_or_else(Exact::zero))
            }
            _ => Tree::Product(factors, divisors),
        })
    }

    fn signed(&mut self) -> Result<Tree, Kind> {
        let mut negative = false;
        loop {
            if self.symbol('-') {
                negative = !negative;
            } else if !self.symbol('+') {
                break;
            }
        }
        let mut value = self.primary()?;
        let mut percents = 0_u8;
        while self.symbol('%') {
            percents += 1;
            if percents > 4 {
                return Err(Kind::TooDeep);
            }
            let hundredth = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
            value = match value {
                Tree::Number(n) => Tree::Number(n * hundredth),
                other => Tree::Product(vec![other, Tree::Number(hundredth)], Vec::new()),
            };
        }
        Ok(match (negative, value) {
            (false, value) => value,
            (true, Tree::Number(n)) => Tree::Number(-n),
            (true, other) => Tree::Sum(vec![Tree::Number(Exact::zero())], vec![other]),
        })
    }

    fn primary(&mut self) -> Result<Tree, Kind> {
        match self.peek() {
            Some(Token::Symbol('(')) => {
                self.at += 1;
                let inner = self.deeper(Self::comparison)?;
                if self.symbol(')') { Ok(inner) } else { Err(self.unreadable()) }
            }
            Some(Token::Symbol('{')) => Err(Kind::Array("{".to_owned())),
            Some(Token::Symbol('[')) => Err(Kind::External(self.rest(24))),
            Some(Token::Symbol('@')) => Err(Kind::Array("@".to_owned())),
            Some(Token::Error(text)) => Err(Kind::Broken(text.clone())),
            Some(Token::Number(..)) => self.number(),
            Some(Token::Text(text)) => {
                let text = text.clone();
                self.at += 1;
                Ok(Tree::Text(text))
            }
            Some(Token::Word(_)) if self.tokens.get(self.at + 1) == Some(&Token::Symbol('(')) => self.call(),
            Some(Token::Word(_) | Token::Sheet(_)) => self.reference(),
            _ => Err(self.unreadable()),
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Kind>) -> Result<T, Kind> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Kind::TooDeep);
        }
        let done = read(self);
        self.depth -= 1;
        done
    }

    /// The next few tokens as text, for a message.
    fn rest(&self, tokens: usize) -> String {
        let stop = |t: &&Token| !matches!(t, Token::Symbol(',' | '+' | '-' | '*' | '/' | ')'));
        self.tokens.iter().skip(self.at).take(tokens).take_while(stop).map(ToString::to_string).collect()
    }

    fn number(&mut self) -> Result<Tree, Kind> {
        if self.tokens.get(self.at + 1) == Some(&Token::Symbol(':')) {
            return Err(Kind::Unbounded(self.rest(3)));
        }
        match self.next() {
            Some(Token::Number(n, _)) => Ok(Tree::Number(n)),
            _ => Err(self.unreadable()),
        }
    }

    fn call(&mut self) -> Result<Tree, Kind> {
        let Some(Token::Word(word)) = self.next() else { return Err(self.unreadable()) };
        self.at += 1;
        let upper = word.to_uppercase();
        let name = upper.strip_prefix("_XLFN.").unwrap_or(&upper);
        let name = name.strip_prefix("_XLWS.").unwrap_or(name);
        let arguments = self.deeper(Self::arguments)?;
        let function = match name {
            "TRUE" | "FALSE" if arguments.is_empty() => return Ok(Tree::Truth(name == "TRUE")),
            "SUM" => Function::Sum,
            "MIN" => Function::Min,
            "MAX" => Function::Max,
            "ROUND" => Function::Round,
            "ROUNDDOWN" => Function::RoundDown,
            "IF" => Function::If,
            "AND" => Function::And,
            "OR" => Function::Or,
            "NOT" => Function::Not,
            "SUMIFS" => Function::SumIfs,
            "SUMPRODUCT" => Function::SumProduct,
            "NOW" | "TODAY" | "RAND" | "RANDBETWEEN" | "RANDARRAY" | "OFFSET" | "INDIRECT" | "CELL"
            | "INFO" => return Err(Kind::Volatile(name.to_owned())),
            _ => return Err(Kind::UnknownFunction(name.to_owned())),
        };
        Ok(Tree::Call(function, arguments))
    }

    fn arguments(&mut self) -> Result<Vec<Tree>, Kind> {
        let mut all = Vec::new();
        if self.symbol(')') {
            return Ok(all);
        }
        loop {
            all.push(self.comparison()?);
            if self.symbol(')') {
                return Ok(all);
            }
            if !self.symbol(',') {
                return Err(self.unreadable());
            }
        }
    }

    fn reference(&mut self) -> Result<Tree, Kind> {
        let start = self.at;
        let sheet = self.sheet_prefix()?;
        let Some(Token::Word(word)) = self.next() else {
            self.at -= 1;
            return Err(match self.peek() {
                Some(Token::Error(text)) => Kind::Broken(text.clone()),
                Some(Token::Number(..)) => Kind::Unbounded(self.rest(3)),
                _ => self.unreadable(),
            });
        };
        let range = self.peek() == Some(&Token::Symbol(':'));
        let Some((row, column)) = cell_at(&word) else {
            self.at = start;
            return Err(match word.to_uppercase().as_str() {
                "TRUE" | "FALSE" if sheet.is_none() && !range => {
                    self.at += 1;
                    return Ok(Tree::Truth(word.eq_ignore_ascii_case("TRUE")));
                }
                _ if range && is_column_or_row(&word) => Kind::Unbounded(self.rest(5)),
                _ if range => Kind::NoSheet(self.rest(3)),
                _ => Kind::Name(word),
            });
        };
        let sheet = sheet.unwrap_or(self.sheet);
        if !range {
            return Ok(Tree::Cell(Place { sheet, row, column }));
        }
        self.at += 1;
        // `Sheet!A1:Sheet!B2` says the same twice.
        let again = self.sheet_prefix()?;
        let last = match self.next() {
            Some(Token::Word(word)) => cell_at(&word),
            _ => None,
        };
        match last {
            Some((r, c)) if again.is_none_or(|again| again == sheet) => Ok(Tree::Range(Area {
                sheet,
                first: (row.min(r), column.min(c)),
                last: (row.max(r), column.max(c)),
            })),
            _ => {
                self.at = start;
                Err(Kind::Array(self.rest(5)))
            }
        }
    }

    /// The sheet named before an exclamation mark, if one is.
    fn sheet_prefix(&mut self) -> Result<Option<usize>, Kind> {
        let name = match (self.peek(), self.tokens.get(self.at + 1)) {
            (Some(Token::Word(name) | Token::Sheet(name)), Some(Token::Symbol('!'))) => name.clone(),
            (Some(Token::Sheet(_)), _) => return Err(Kind::External(self.rest(6))),
            _ => return Ok(None),
        };
        if name.contains(['[', ']', '/', '\\']) {
            return Err(Kind::External(name));
        }
        let found = self.sheets.iter().position(|s| *s == name).or_else(|| {
            let lower = name.to_lowercase();
            self.sheets.iter().position(|s| s.to_lowercase() == lower)
        });
        self.at += 2;
        found.map(Some).ok_or(Kind::NoSheet(name))
    }
}

fn is_column_or_row(word: &str) -> bool {
    let bare = word.trim_matches('$');
    let all = |test: fn(&u8) -> bool| bare.bytes().all(|b| test(&b));
    !bare.is_empty() && (all(u8::is_ascii_digit) || (bare.len() <= 3 && all(u8::is_ascii_alphabetic)))
}
