//! How alike a heading of a strange sheet and a heading of a form are.
//!
//! Compared as the intake compares headers: dress makes no difference. A figure in a heading is never a slip of the
//! pen: `kol 3` is another column than `kol 4`, and a year tells the edition.

use std::collections::BTreeMap;

use crate::intake::words;

/// The same words.
pub const SAME: u32 = 1_000;
/// Least likeness at which a heading is taken for another with a slip in it, in thousandths.
const SLIP: u32 = 850;
/// Comparisons letter by letter in one workbook; beyond them only the same words count.
const MOST_COMPARISONS: u32 = 60_000;
/// Letters a heading must have before a part of it or a slip in it tells anything.
const TELLING: usize = 10;

/// Compares texts and remembers.
#[derive(Debug, Default)]
pub struct Likeness {
    known: BTreeMap<(String, String), u32>,
    bare: BTreeMap<String, Bare>,
    compared: u32,
}

/// A text without its brackets, with its figures.
#[derive(Clone, Debug, Default)]
struct Bare {
    text: String,
    figures: String,
}

impl Likeness {
    /// Returns how alike a compared text is to a compared heading, in thousandths; zero when it is another.
    pub fn of(&mut self, seen: &str, wanted: &str) -> u32 {
        if seen == wanted {
            return SAME;
        }
        for text in [seen, wanted] {
            if !self.bare.contains_key(text) {
                self.bare.insert(text.to_owned(), bare(text));
            }
        }
        let (Some(a), Some(b)) = (self.bare.get(seen), self.bare.get(wanted)) else { return 0 };
        if a.text.is_empty() || b.text.is_empty() {
            return 0;
        }
        if a.text == b.text {
            return SAME - 30;
        }
        let (short, long) = if a.text.len() < b.text.len() { (&a.text, &b.text) } else { (&b.text, &a.text) };
        if short.len() < TELLING || a.figures != b.figures {
            return 0;
        }
        if long.starts_with(short.as_str()) {
            return SAME - 80;
        }
        if short.len() * 10 < long.len() * 8 || self.compared >= MOST_COMPARISONS {
            return 0;
        }
        let key = (a.text.clone(), b.text.clone());
        if let Some(score) = self.known.get(&key) {
            return *score;
        }
        self.compared += 1;
        let score = words::likeness(&key.0, &key.1);
        let score = if score >= SLIP { score.min(SAME - 100) } else { 0 };
        self.known.insert(key, score);
        score
    }
}

/// Leaves out what stands in brackets, and commas, which the forms set as they please.
fn bare(normal: &str) -> Bare {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(normal.len());
    for c in normal.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | '.' | '/' | '-' => {}
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    // `(nie wyłączając zwrotów` is printed without its closing bracket.
    let figures = out.chars().filter(char::is_ascii_digit).collect();
    Bare { text: out, figures }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> u32 {
        Likeness::default().of(&words::normal(a), &words::normal(b))
    }

    #[test]
    fn a_heading_may_lose_its_brackets_and_a_letter_but_not_its_figures() {
        let printed = "Wydatkowana kwota ogółem (suma kolumn 4 i 5)";
        assert_eq!(like("WYDATKOWANA KWOTA\nOGÓŁEM (suma kolumn 4 i 5)", printed), SAME);
        assert!(like("Wydatkowana kwota ogółem", printed) > 0);
        assert!(like("Wydatkowna kwota ogółem", printed) > 0);
        assert_eq!(like("Wydatkowana kwota wkładu własnego", printed), 0);
        let year = "Kwota do zwrotu w ramach środków za okres 1 stycznia 2025 r";
        assert_eq!(like("Kwota do zwrotu w ramach środków za okres 1 stycznia 2024 r", year), 0);
    }

    #[test]
    fn a_short_word_is_itself_or_nothing() {
        assert_eq!(like("ogółem:", "ogółem"), SAME);
        assert_eq!(like("ogólnie", "ogółem"), 0);
    }
}
