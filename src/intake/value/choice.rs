//! One of a column's fixed words, in the ways offices write it.

use super::{Outcome, RawValue, Wrong};
use crate::finding::Fact;
use crate::finding::code::intake as codes;
use crate::intake::words;
use crate::records::Datum;

/// A fixed word, or the part of it that no other word of the column shares: `lit. b`, `zlecenie`.
pub fn read(choices: &'static [&'static str], cell: &RawValue) -> Outcome {
    let seen = cell.seen();
    let wanted = words::normal(&seen);
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == wanted).map(|(_, word)| words::normal(word));
    let undashed = wanted.replace('-', "");
    for form in [Some(&wanted), synonym.as_ref(), Some(&undashed)].into_iter().flatten() {
        if let Some(found) = choices.iter().find(|c| words::normal(c) == *form) {
            return Outcome::Read(Datum::Choice(found));
        }
    }
    for alike in [ends_alike, goes_on] {
        let found: Vec<&&'static str> = choices.iter().filter(|c| alike(c, &seen)).collect();
        if let [only] = found.as_slice() {
            return Outcome::Read(Datum::Choice(only));
        }
    }
    let near = words::nearest(&seen, choices.iter().copied());
    let facts =
        vec![("choices", Fact::Text(choices.join(", "))), ("near", Fact::Count(i64::from(near.is_some())))];
    let expected = near.map(|word| Fact::Text(word.to_owned()));
    Outcome::Wrong(Wrong { code: &codes::UNKNOWN_WORD, expected, facts })
}

/// Words of offices that say the same as a fixed word, as compared.
const SYNONYMS: [(&str, &str); 11] = [
    ("umowazlecenia", "umowa zlecenie"),
    ("umowyzlecenia", "umowa zlecenie"),
    ("urlop", "urlop wypoczynkowy"),
    ("urlopnazadanie", "urlop wypoczynkowy"),
    ("l4", "choroba"),
    ("zwolnienielekarskie", "choroba"),
    ("chorobowe", "choroba"),
    ("urlopokolicznosciowy", "inna płatna"),
    ("krwiodawstwo", "inna płatna"),
    ("urlopmacierzynski", "macierzyński"),
    ("urlopwychowawczy", "wychowawczy"),
];

/// Whole words, as compared; `lit.a)` is two of them.
fn whole_words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '.' | '(' | ')' | ','));
    parts.map(words::normal).filter(|word| !word.is_empty()).collect()
}

/// Does the word begin or end with the whole words seen?
fn ends_alike(word: &str, seen: &str) -> bool {
    let (word, seen) = (whole_words(word), whole_words(seen));
    !seen.is_empty() && (word.starts_with(&seen) || word.ends_with(&seen))
}

/// Do the words seen add to a fixed word only how long it holds (`na czas określony`) or which act it comes from?
fn goes_on(word: &str, seen: &str) -> bool {
    let (word, seen) = (whole_words(word), whole_words(seen));
    let rest = seen.strip_prefix(word.as_slice()).unwrap_or_default();
    let begins = |words: &[&str]| rest.len() >= words.len() && rest.iter().zip(words).all(|(a, b)| a == b);
    begins(&["na", "czas"]) || begins(&["na", "okres"]) || begins(&["ustawy"])
}
