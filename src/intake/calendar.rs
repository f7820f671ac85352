//! Days and months as text.

use crate::units::day::POLISH_MONTHS;
use crate::units::{Day, Month};

/// The months in the genitive, as they stand after a day: `1 marca 2024`.
const GENITIVE: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

/// Reads `2024-03-01`, `01.03.2024`, `1.3.2024 r.`, `1 marca 2024`; a time of day behind it is dropped.
pub fn day(text: &str) -> Option<Day> {
    let text = bare(text);
    let date = text.split_once('t').filter(|(d, _)| d.ends_with(|c: char| c.is_ascii_digit()));
    let date = date.map_or(text.as_str(), |(d, _)| d);
    let words: Vec<&str> = date.split_whitespace().collect();
    match words.as_slice() {
        [one] => numeric_day(one),
        [one, time] if time.contains(':') => numeric_day(one),
        [day, month, year] => Day::new(four_digits(year)?, month_named(month)?, small(day)?),
        _ => None,
    }
}

/// Reads `2024-03`, `03.2024`, `3/2024`, `marzec 2024`, or any day of the month.
pub fn month(text: &str) -> Option<Month> {
    if let Some(day) = day(text) {
        return Some(day.month());
    }
    let text = bare(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [a, b] = words.as_slice() {
        return match (month_named(a), month_named(b)) {
            (Some(number), None) => Month::new(four_digits(b)?, number),
            (None, Some(number)) => Month::new(four_digits(a)?, number),
            _ => None,
        };
    }
    let parts: Vec<&str> = text.split(['-', '.', '/', '\u{2013}']).map(str::trim).collect();
    match parts.as_slice() {
        [year, number] if year.len() == 4 => Month::new(four_digits(year)?, small(number)?),
        [number, year] if year.len() == 4 => Month::new(four_digits(year)?, small(number)?),
        _ => None,
    }
}

/// Lower case, single kinds of space, without the `r.` that ends a Polish date.
fn bare(text: &str) -> String {
    let lower = text.trim().to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let cut = lower.strip_suffix("r.").or_else(|| lower.strip_suffix("roku")).unwrap_or(&lower);
    cut.trim().to_owned()
}

fn numeric_day(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 => Day::new(four_digits(y)?, small(m)?, small(d)?),
        [d, m, y] if y.len() == 4 => Day::new(four_digits(y)?, small(m)?, small(d)?),
        _ => None,
    }
}

fn month_named(word: &str) -> Option<u32> {
    let find = |names: &[&str]| names.iter().position(|name| *name == word);
    let index = find(&POLISH_MONTHS).or_else(|| find(&GENITIVE))?;
    u32::try_from(index + 1).ok()
}

fn four_digits(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn small(text: &str) -> Option<u32> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_usual_form() {
        let first = Day::new(2024, 3, 1);
        for text in [
            "2024-03-01",
            "01.03.2024",
            "1.3.2024 r.",
            "01/03/2024",
            "1 marca 2024",
            "2024-03-01 00:00:00",
            "2024-03-01T00:00:00",
        ] {
            assert_eq!(day(text), first, "{text}");
        }
        for text in ["01.03.24", "2024-13-01", "31.02.2024", "marzec", "", "1 marca"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_read_by_name_and_number() {
        let march = Month::new(2024, 3);
        for text in [
            "2024-03",
            "03.2024",
            "3.2024",
            "03/2024",
            "marzec 2024",
            "Marca 2024 r.",
            "2024 marzec",
            "15.03.2024",
        ] {
            assert_eq!(month(text), march, "{text}");
        }
        for text in ["2024-13", "marzec", "2024", "marzec 24"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
