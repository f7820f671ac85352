//! Numbers written as text, in the ways of Polish offices, read exactly or not at all.
//!
//! One table for amounts, hours, posts and percentages. `2.000` may be two or two thousand, so it is asked about;
//! nothing is guessed and nothing becomes zero.

use crate::units::Exact;

/// What a text says as a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TextNumber {
    /// This number.
    Exactly(Exact),
    /// One of two numbers, and only a person knows which.
    Ambiguous(Exact, Exact),
    /// Not a number.
    No,
}

/// Reads an amount: thousands may be parted by spaces, dots or apostrophes, grosze by a comma or a dot.
pub fn amount(text: &str) -> TextNumber {
    let (bare, zloty) = without_currency(&tidy(text));
    read(&bare, zloty, true)
}

/// Reads a quantity that never has thousands, such as a post or a percentage: one dot or comma is decimal.
pub fn quantity(text: &str) -> Option<Exact> {
    match read(&tidy(text), false, false) {
        TextNumber::Exactly(n) => Some(n),
        TextNumber::Ambiguous(..) | TextNumber::No => None,
    }
}

/// Spaces of every width become plain ones, minus signs become hyphens, space beside a separator goes.
fn tidy(text: &str) -> String {
    let plain: String = text
        .trim()
        .chars()
        .map(|c| match c {
            c if c.is_whitespace() => ' ',
            '\u{2212}' | '\u{2013}' => '-',
            '\u{2019}' => '\'',
            c => c,
        })
        .collect();
    let mut out = plain;
    for (from, to) in [(" ,", ","), (", ", ","), (" .", "."), (". ", "."), ("- ", "-")] {
        while out.contains(from) {
            out = out.replace(from, to);
        }
    }
    out
}

fn without_currency(text: &str) -> (String, bool) {
    let lower = text.to_lowercase();
    for word in ["złotych", "zł.", "zł", "zl", "pln"] {
        if let Some(rest) = lower.strip_suffix(word) {
            return (rest.trim().to_owned(), true);
        }
    }
    (lower, false)
}

fn read(text: &str, zloty: bool, thousands: bool) -> TextNumber {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let sign = |n: Exact| if negative { -n } else { n };
    match unsigned(digits, zloty, thousands) {
        TextNumber::Exactly(n) => TextNumber::Exactly(sign(n)),
        TextNumber::Ambiguous(a, b) => TextNumber::Ambiguous(sign(a), sign(b)),
        TextNumber::No => TextNumber::No,
    }
}

fn unsigned(text: &str, zloty: bool, thousands: bool) -> TextNumber {
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '\'')) {
        return TextNumber::No;
    }
    let (commas, dots) = (text.matches(',').count(), text.matches('.').count());
    // The rightmost separator is decimal when it stands once; the other kind then parts thousands.
    let (whole, fraction) = match (commas, dots) {
        (1, 0) => split(text, ','),
        (0, 1) => return one_dot(text, zloty, thousands),
        (0, _) => (text, ""),
        (1, _) if text.rfind(',') > text.rfind('.') => split(text, ','),
        (_, 1) if text.rfind('.') > text.rfind(',') => split(text, '.'),
        _ => return TextNumber::No,
    };
    if commas + dots == 1 && fraction.is_empty() {
        return TextNumber::No;
    }
    if !thousands && whole.contains([' ', '.', ',', '\'']) {
        return TextNumber::No;
    }
    // `2,000` has the shape of an English thousand; as a Polish amount nobody writes three zeros of grosze.
    if thousands && commas == 1 && dots == 0 && fraction == "000" && !whole.contains(' ') && whole != "0" {
        return both(whole, fraction);
    }
    grouped(whole).and_then(|digits| decimal(&digits, fraction)).map_or(TextNumber::No, TextNumber::Exactly)
}

fn split(text: &str, separator: char) -> (&str, &str) {
    text.rsplit_once(separator).unwrap_or((text, ""))
}

/// A dot with three digits behind it parts thousands only beside `zł`; alone it is asked about.
fn one_dot(text: &str, zloty: bool, thousands: bool) -> TextNumber {
    let (whole, fraction) = split(text, '.');
    let like_thousands = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if thousands && like_thousands {
        return match (zloty, decimal(&format!("{whole}{fraction}"), "")) {
            (true, Some(n)) => TextNumber::Exactly(n),
            _ => both(whole, fraction),
        };
    }
    if fraction.is_empty() {
        return TextNumber::No;
    }
    grouped(whole).and_then(|digits| decimal(&digits, fraction)).map_or(TextNumber::No, TextNumber::Exactly)
}

fn both(whole: &str, fraction: &str) -> TextNumber {
    match (decimal(whole, fraction), decimal(&format!("{whole}{fraction}"), "")) {
        (Some(small), Some(large)) => TextNumber::Ambiguous(small, large),
        _ => TextNumber::No,
    }
}

/// Takes the separators out of a whole part whose groups are well formed: one to three digits, then threes.
fn grouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split([' ', '.', ',', '\'']).collect();
    let first = groups.first()?;
    let well_formed = groups.len() == 1
        || ((1..=3).contains(&first.len()) && groups[1..].iter().all(|group| group.len() == 3));
    (well_formed && !first.is_empty()).then(|| groups.concat())
}

fn decimal(whole: &str, fraction: &str) -> Option<Exact> {
    if fraction.is_empty() {
        Exact::parse_decimal(whole)
    } else {
        Exact::parse_decimal(&format!("{whole}.{fraction}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Exact {
        Exact::parse_decimal(text).expect("a decimal")
    }

    #[test]
    fn amounts_as_offices_write_them_are_read_to_the_grosz() {
        for (text, value) in [
            ("2.000,00", "2000"),
            ("2 320, 00", "2320"),
            ("17094,00", "17094"),
            ("53 601,34", "53601.34"),
            ("53\u{a0}601,34", "53601.34"),
            ("58.892 zł", "58892"),
            ("1.234.567", "1234567"),
            ("1,234.56", "1234.56"),
            ("-12,50 zł", "-12.5"),
            ("−0,05", "-0.05"),
            ("1234.5", "1234.5"),
            ("0.765", "0.765"),
            ("100", "100"),
            ("17 094,00 PLN", "17094"),
        ] {
            assert_eq!(amount(text), TextNumber::Exactly(d(value)), "{text}");
        }
    }

    #[test]
    fn two_or_two_thousand_is_asked_about() {
        assert_eq!(amount("2.000"), TextNumber::Ambiguous(d("2"), d("2000")));
        assert_eq!(amount("2,000"), TextNumber::Ambiguous(d("2"), d("2000")));
        assert_eq!(amount("-58.892"), TextNumber::Ambiguous(d("-58.892"), d("-58892")));
    }

    #[test]
    fn what_is_no_number_is_not_made_one() {
        for text in
            ["", "-", "dwa", "1 2", "12,", "1,2,3", "1.23.456", "12 zł 50 gr", "0x10", "1e5", ",5", "٣"]
        {
            assert_eq!(amount(text), TextNumber::No, "{text}");
        }
    }

    #[test]
    fn a_quantity_has_no_thousands() {
        assert_eq!(quantity("0,125"), Some(d("0.125")));
        assert_eq!(quantity("1.000"), Some(d("1")));
        assert_eq!(quantity("pół"), None);
        assert_eq!(quantity("1.234.567"), None);
    }
}
