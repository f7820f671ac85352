//! Formulas cut into words, so that two spellings of one formula compare equal: programs that save a workbook change
//! spaces, dollar signs, quotes, letter case and the writing of numbers. Nothing is evaluated here.

use crate::source::leading_address;
use crate::units::Exact;

/// A word of a formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Token {
    /// A cell or a rectangle of cells.
    Ref(Ref),
    /// A reference whose cells were deleted.
    Gone,
    /// A number.
    Number(Exact),
    /// A quoted text.
    Text(String),
    /// A function, a name or a truth value, in capitals.
    Name(String),
    /// An operator, a bracket or a comma; anything else, letter by letter.
    Sign(&'static str),
    /// A letter that no formula of ours holds.
    Other(char),
}

/// A rectangle of cells; a single cell is one too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ref {
    /// Name of the sheet, where it is not the formula's own.
    pub sheet: Option<String>,
    /// First row from zero.
    pub top: u32,
    /// First column from zero.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Ref {
    /// Is it one cell?
    pub fn single(&self) -> bool {
        self.top == self.bottom && self.left == self.right
    }
}

const SIGNS: [&str; 20] =
    ["<>", "<=", ">=", "+", "-", "*", "/", "^", "&", "=", "<", ">", "(", ")", ",", ";", "%", "{", "}", ":"];

/// Cuts a formula, with or without its equals sign.
pub fn tokens(formula: &str) -> Vec<Token> {
    let formula = formula.strip_prefix('=').unwrap_or(formula);
    let mut cutter = Cutter { rest: formula };
    let mut all = Vec::new();
    while let Some(token) = cutter.next() {
        all.push(token);
    }
    all
}

/// Are two formulas the same but for their spelling?
pub fn same_formula(a: &str, b: &str) -> bool {
    a == b || tokens(a) == tokens(b)
}

struct Cutter<'a> {
    rest: &'a str,
}

impl Cutter<'_> {
    fn next(&mut self) -> Option<Token> {
        self.rest = self.rest.trim_start();
        let first = self.rest.chars().next()?;
        if first == '"' {
            return Some(Token::Text(self.quoted('"')));
        }
        if let Some(token) = self.gone().or_else(|| self.reference()).or_else(|| self.number()) {
            return Some(token);
        }
        if first == '\'' {
            // A sheet's name without a cell: whatever it is, it is not ours.
            return Some(Token::Name(self.quoted('\'')));
        }
        if first.is_alphabetic() || first == '_' || first == '#' {
            return Some(self.name());
        }
        if let Some(sign) = SIGNS.iter().find(|sign| self.rest.starts_with(**sign)) {
            self.rest = &self.rest[sign.len()..];
            return Some(Token::Sign(sign));
        }
        self.rest = &self.rest[first.len_utf8()..];
        Some(Token::Other(first))
    }

    /// Takes a quoted text; a doubled quote stands for itself. A text that never ends takes all that is left.
    fn quoted(&mut self, quote: char) -> String {
        let mut text = String::new();
        let mut letters = self.rest.char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            if letter != quote {
                text.push(letter);
            } else if letters.next_if(|(_, next)| *next == quote).is_some() {
                text.push(quote);
            } else {
                self.rest = &self.rest[at + quote.len_utf8()..];
                return text;
            }
        }
        self.rest = "";
        text
    }

    /// `#REF!`, with the sheet before it or the cell after it that some programs keep.
    fn gone(&mut self) -> Option<Token> {
        let (_, after) = sheet_prefix(self.rest).unwrap_or((String::new(), self.rest));
        let after = after.strip_prefix("#REF!")?;
        let after = after.strip_prefix('.').unwrap_or(after);
        let after = cell(after).map_or(after, |(_, rest)| rest);
        self.rest = after.strip_prefix(":#REF!").unwrap_or(after);
        Some(Token::Gone)
    }

    fn reference(&mut self) -> Option<Token> {
        let (sheet, after) = match sheet_prefix(self.rest) {
            Some((sheet, after)) => (Some(sheet), after),
            None => (None, self.rest),
        };
        let ((row, column), mut rest) = cell(after)?;
        let mut last = (row, column);
        if let Some(more) = rest.strip_prefix(':') {
            let more = sheet_prefix(more).map_or(more, |(_, after)| after);
            if let Some((end, after)) = cell(more) {
                (last, rest) = (end, after);
            }
        }
        // `LOG10(` is a function, and `A1B` a name.
        if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '_' | '!' | '.')) {
            return None;
        }
        self.rest = rest;
        Some(Token::Ref(Ref {
            sheet,
            top: row.min(last.0),
            left: column.min(last.1),
            bottom: row.max(last.0),
            right: column.max(last.1),
        }))
    }

    fn number(&mut self) -> Option<Token> {
        let bytes = self.rest.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = bytes.iter().take_while(|b| b.is_ascii_digit() || **b == b'.').count();
        let begins = digit(0) || (bytes.first() == Some(&b'.') && digit(1));
        if !begins {
            return None;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let digits = bytes.iter().skip(end + 1 + sign).take_while(|b| b.is_ascii_digit()).count();
            end += if digits > 0 { 1 + sign + digits } else { 0 };
        }
        let text = self.rest[..end].to_ascii_lowercase().replace("e+", "e");
        let text = if text.starts_with('.') { format!("0{text}") } else { text };
        let value = Exact::parse_decimal(text.trim_end_matches('.'))?;
        self.rest = &self.rest[end..];
        Some(Token::Number(value))
    }

    fn name(&mut self) -> Token {
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '#' | '!' | '?' | '/');
        let end = self.rest.find(|c| !part(c)).unwrap_or(self.rest.len()).max(1);
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        let name = name.strip_prefix("_xlfn.").unwrap_or(name);
        Token::Name(name.to_uppercase())
    }
}

/// `Arkusz!` or `'Arkusz z odstępem'!`, and what follows. Dollar signs before the name are skipped.
fn sheet_prefix(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('$').unwrap_or(text);
    if text.starts_with('\'') {
        let mut cutter = Cutter { rest: text };
        let name = cutter.quoted('\'');
        return cutter.rest.strip_prefix('!').map(|after| (name, after));
    }
    let bare = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    let end = text.find(|c| !bare(c))?;
    let name = text.get(..end).filter(|name| !name.is_empty())?;
    text[end..].strip_prefix('!').map(|after| (name.to_owned(), after))
}

/// `B7` or `$B$7`: row and column from zero, and what follows.
fn cell(text: &str) -> Option<((u32, u32), &str)> {
    leading_address(text).map(|(at, after)| ((at.row, at.column), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_a_formula_are_the_same_words() {
        let ours = tokens("IF('Dane - Umowa'!B7=\"\",\"\",SUM('Parametry'!C12:C14)*0.5)");
        let theirs = tokens("=if( 'Dane - Umowa'!$B$7 = \"\" , \"\" , sum(Parametry!$C$12:$C$14)*5.0E-1 )");
        assert_eq!(ours, theirs);
        assert_eq!(tokens("A5:A5"), tokens("A5"));
        assert_ne!(tokens("A5"), tokens("A6"));
        assert_ne!(tokens("\"a\""), tokens("\"A\""));
    }

    #[test]
    fn deleted_references_functions_with_digits_and_broken_texts_are_cut_without_panic() {
        assert_eq!(tokens("'Dane - Płace'!#REF!"), vec![Token::Gone]);
        assert_eq!(tokens("#REF!A5"), vec![Token::Gone]);
        assert_eq!(tokens("LOG10(2)")[0], Token::Name("LOG10".into()));
        for odd in
            ["'", "\"", "'a", "A", "A1:", "1e", "1e999999999", "§", "$", "'a'!", "AAAA1", "A0", "..", "1.2.3"]
        {
            let _cut = tokens(odd);
        }
        assert_eq!(
            tokens("'O''Neil'!A1"),
            vec![Token::Ref(Ref { sheet: Some("O'Neil".into()), top: 0, left: 0, bottom: 0, right: 0 })]
        );
    }
}
