//! A cell in the form its column asks for.
//!
//! Every form that `docs` promises is decided here, once for all file formats: a CSV cell is text, a workbook cell
//! may be a number, a date or a truth value. What cannot be read is told apart, never guessed and never zero.

mod choice;

use super::number::{self, TextNumber};
use super::raw::{self, RawValue};
use super::{calendar, words};
use crate::finding::code::intake as codes;
use crate::finding::{Code, Fact};
use crate::records::{Datum, Kind};
use crate::units::{Exact, Money, TerytCode};

/// What became of a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// Nothing given.
    Blank,
    /// A dash, which stands for nothing.
    Dash,
    /// Read.
    Read(Datum),
    /// Read, with something worth saying.
    Tidied(Datum, Tidied),
    /// Not readable in this column.
    Wrong(Wrong),
}

/// What was tidied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tidied {
    /// A formula left a residue far below a grosz.
    Residue,
    /// A code had lost its leading zero.
    LeadingZero,
    /// A code may have lost its leading zero, but is valid as it stands.
    MaybeLeadingZero,
    /// The program took a code for a date.
    DateForCode,
}

/// Why a cell cannot be read.
#[derive(Clone, PartialEq, Debug)]
pub struct Wrong {
    /// The finding.
    pub code: &'static Code,
    /// The value probably meant; an example of the form stands among the facts.
    pub expected: Option<Fact>,
    /// Further facts for the wording.
    pub facts: Vec<(&'static str, Fact)>,
}

fn wrong(code: &'static Code, example: &str) -> Outcome {
    Outcome::Wrong(Wrong { code, expected: None, facts: vec![("example", Fact::Text(example.to_owned()))] })
}

/// A wrong cell of which it is known what was most likely meant.
fn meant(code: &'static Code, value: String) -> Outcome {
    let facts = vec![("example", Fact::Text(value.clone()))];
    Outcome::Wrong(Wrong { code, expected: Some(Fact::Text(value)), facts })
}

/// Largest amount taken: ten milliard złoty, so that no sum of a submission overflows.
const LARGEST_ZLOTY: i64 = 10_000_000_000;

/// Reads a cell as its column's kind; `key` is the column's, for codes with a form of their own.
pub fn read(kind: Kind, key: &str, cell: &RawValue) -> Outcome {
    match cell {
        RawValue::Error(_) => return wrong(&codes::ERROR_CELL, ""),
        RawValue::NoResult => return wrong(&codes::FORMULA_WITHOUT_RESULT, ""),
        RawValue::Text(text) if text.trim().is_empty() => return Outcome::Blank,
        RawValue::Text(text) if is_dash(text) && !matches!(kind, Kind::Text | Kind::Code) => {
            return Outcome::Dash;
        }
        _ => {}
    }
    match kind {
        Kind::Text => Outcome::Read(Datum::Text(plain_text(cell))),
        Kind::Code => code(key, cell),
        Kind::Amount => amount(cell),
        Kind::Day => day(cell),
        Kind::Month => month(cell),
        Kind::Fte => fte(cell),
        Kind::Hours => hours(cell),
        Kind::Percent => percent(key, cell),
        Kind::Count => count(cell),
        Kind::YesNo => yes_no(cell),
        Kind::Choice(choices) => choice::read(choices, cell),
    }
}

/// Text as it stands; a number in its shortest form with a point, as a text table would have it.
fn plain_text(cell: &RawValue) -> String {
    match cell {
        RawValue::Number(n) => raw::shortest(*n),
        _ => cell.seen(),
    }
}

fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "\u{2013}" | "\u{2014}" | "--")
}

fn code(key: &str, cell: &RawValue) -> Outcome {
    let number = matches!(cell, RawValue::Number(_) | RawValue::Percent(_));
    if let RawValue::Number(n) | RawValue::Percent(n) = cell {
        let text = raw::shortest(*n);
        return if key == "teryt" { teryt(&text, number) } else { Outcome::Read(Datum::Text(text)) };
    }
    if matches!(cell, RawValue::Date(_) | RawValue::Duration(_)) {
        return Outcome::Tidied(Datum::Text(cell.seen()), Tidied::DateForCode);
    }
    if key == "teryt" {
        return teryt(&cell.seen().replace([' ', '\u{a0}'], ""), false);
    }
    Outcome::Read(Datum::Text(cell.seen()))
}

/// A code typed as a number has lost its zero; one of seven digits without it looks like one of six.
fn teryt(text: &str, number: bool) -> Outcome {
    let padded = format!("0{text}");
    let valid = TerytCode::parse(text).is_some();
    match (valid, TerytCode::parse(&padded).is_some()) {
        (false, true) => Outcome::Tidied(Datum::Text(padded), Tidied::LeadingZero),
        (true, true) if number => Outcome::Tidied(Datum::Text(text.to_owned()), Tidied::MaybeLeadingZero),
        _ => Outcome::Read(Datum::Text(text.to_owned())),
    }
}

fn amount(cell: &RawValue) -> Outcome {
    const EXAMPLE: &str = "2 320,50";
    let (value, from_number) = match cell {
        RawValue::Number(n) => (raw::exact(*n), true),
        RawValue::Text(text) => match number::amount(text) {
            TextNumber::Exactly(n) => (Some(n), false),
            TextNumber::Ambiguous(small, large) => return ambiguous(small, large),
            TextNumber::No => (None, false),
        },
        _ => (None, false),
    };
    let Some(value) = value else { return wrong(&codes::UNREADABLE_AMOUNT, EXAMPLE) };
    if value.abs() > Exact::whole(LARGEST_ZLOTY) {
        return wrong(&codes::AMOUNT_TOO_LARGE, EXAMPLE);
    }
    if let Some(money) = Money::from_exact(&value) {
        return Outcome::Read(Datum::Amount(money));
    }
    let rounded = value.round_half_up(2);
    let residue = (&value - &rounded).abs();
    match (Money::from_exact(&rounded), Exact::ratio(1, 100_000_000)) {
        (Some(money), Some(limit)) if from_number && residue <= limit => {
            Outcome::Tidied(Datum::Amount(money), Tidied::Residue)
        }
        (money, _) => Outcome::Wrong(Wrong {
            code: &codes::AMOUNT_FINER_THAN_GROSZ,
            expected: money.map(Fact::Amount),
            facts: Vec::new(),
        }),
    }
}

fn ambiguous(small: Exact, large: Exact) -> Outcome {
    Outcome::Wrong(Wrong {
        code: &codes::AMBIGUOUS_NUMBER,
        expected: None,
        facts: vec![("small", Fact::Number(small)), ("large", Fact::Number(large))],
    })
}

fn day(cell: &RawValue) -> Outcome {
    let found = match cell {
        RawValue::Date(serial) => raw::day(*serial),
        RawValue::Text(text) => calendar::day(text),
        _ => None,
    };
    found.map_or_else(
        || match lost_date(cell) {
            Some(day) => meant(&codes::UNREADABLE_DAY, day.to_string()),
            None => wrong(&codes::UNREADABLE_DAY, "2025-03-01"),
        },
        |d| Outcome::Read(Datum::Day(d)),
    )
}

/// A plain number in the range of present dates is most likely a date that lost its format: offer it.
fn lost_date(cell: &RawValue) -> Option<crate::units::Day> {
    match cell {
        RawValue::Number(n) if *n > 30_000.0 && *n < 80_000.0 => raw::day(*n),
        _ => None,
    }
}

fn month(cell: &RawValue) -> Outcome {
    let found = match cell {
        RawValue::Date(serial) => raw::day(*serial).map(crate::units::Day::month),
        RawValue::Text(text) => calendar::month(text),
        _ => None,
    };
    found.map_or_else(
        || match lost_date(cell) {
            Some(day) => meant(&codes::UNREADABLE_MONTH, day.month().to_string()),
            None => wrong(&codes::UNREADABLE_MONTH, "2025-03"),
        },
        |m| Outcome::Read(Datum::Month(m)),
    )
}

fn fte(cell: &RawValue) -> Outcome {
    const EXAMPLE: &str = "1/2";
    let value = match cell {
        RawValue::Number(n) => raw::exact(*n).map(nearest_fraction),
        RawValue::Text(text) => fte_text(text),
        RawValue::Date(serial) => {
            // 3/4 became 3 April or 4 March, as the program's language has it; a post is at most a whole one.
            let offer = raw::day(*serial).map(|d| {
                let (a, b) = (d.of_month(), d.month().number);
                format!("{}/{}", a.min(b), a.max(b))
            });
            return Outcome::Wrong(Wrong {
                code: &codes::FTE_IS_A_DATE,
                expected: offer.map(Fact::Text),
                facts: Vec::new(),
            });
        }
        _ => None,
    };
    match value {
        Some(n) if !n.is_negative() => Outcome::Read(Datum::Number(n)),
        _ => wrong(&codes::UNREADABLE_FTE, EXAMPLE),
    }
}

/// A number with more than four decimals that lies within 1e-9 of a fraction of at most 64ths is that fraction.
fn nearest_fraction(n: Exact) -> Exact {
    if n.to_exact_decimal(4).is_some() {
        return n;
    }
    let Some(limit) = Exact::ratio(1, 1_000_000_000) else { return n };
    (1..=64)
        .find_map(|d| {
            let numerator = (&n * &Exact::whole(d)).round_half_up(0);
            let fraction = numerator.checked_div(&Exact::whole(d))?;
            ((&n - &fraction).abs() <= limit).then_some(fraction)
        })
        .unwrap_or(n)
}

/// Reads a post as offices write it: `0,5`, `1/2`, `3/4 etatu`, `pełny etat`.
pub fn fte_text(text: &str) -> Option<Exact> {
    let lower = text.trim().to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let bare = ["etatu", "etaty", "etat"].iter().find_map(|w| lower.strip_suffix(w)).unwrap_or(&lower).trim();
    match bare {
        "pełny" | "pełen" | "cały" | "pełnego" => return Some(Exact::one()),
        "pół" | "połowa" | "½" => return Exact::ratio(1, 2),
        "¼" => return Exact::ratio(1, 4),
        "¾" => return Exact::ratio(3, 4),
        _ => {}
    }
    if let Some((a, b)) = bare.split_once('/') {
        let (whole, top) = a.trim().rsplit_once(' ').unwrap_or(("0", a.trim()));
        let part = |t: &str| Exact::parse_decimal(t.trim()).filter(Exact::is_whole);
        let (whole, top, bottom) = (part(whole)?, part(top)?, part(b)?);
        let small_enough = bottom <= Exact::whole(10_000) && top <= Exact::whole(10_000);
        return small_enough.then(|| top.checked_div(&bottom)).flatten().map(|f| whole + f);
    }
    number::quantity(bare)
}

fn hours(cell: &RawValue) -> Outcome {
    const EXAMPLE: &str = "160";
    let value = match cell {
        RawValue::Number(n) => raw::exact(*n).map(nearest_fraction),
        RawValue::Duration(days) => raw::duration_hours(*days),
        // A cell formatted as a time of day holds a duration when no real date can be meant.
        RawValue::Date(days) if *days < 367.0 => raw::duration_hours(*days),
        RawValue::Text(text) => match hours_text(text) {
            TextNumber::Exactly(n) => Some(n),
            TextNumber::Ambiguous(small, large) => return ambiguous(small, large),
            TextNumber::No => None,
        },
        _ => None,
    };
    match value {
        Some(n) if !n.is_negative() => Outcome::Read(Datum::Number(n)),
        _ => wrong(&codes::UNREADABLE_HOURS, EXAMPLE),
    }
}

/// Reads `160`, `160,5`, `160:30`, `160 h`.
fn hours_text(text: &str) -> TextNumber {
    let lower = text.trim().to_lowercase();
    let bare =
        ["godzin", "godz.", "godz", "h"].iter().find_map(|w| lower.strip_suffix(w)).unwrap_or(&lower).trim();
    if bare.contains(':') {
        let whole =
            |t: &str| (t.len() <= 4).then(|| Exact::parse_decimal(t).filter(Exact::is_whole)).flatten();
        let parts: Vec<Option<Exact>> = bare.split(':').map(whole).collect();
        let (h, m, s) = match parts.as_slice() {
            [Some(h), Some(m)] => (h.clone(), m.clone(), Exact::zero()),
            [Some(h), Some(m), Some(s)] => (h.clone(), m.clone(), s.clone()),
            _ => return TextNumber::No,
        };
        let sixty = Exact::whole(60);
        if m >= sixty || s >= sixty {
            return TextNumber::No;
        }
        let seconds = h * Exact::whole(3_600) + m * sixty + s;
        return seconds.checked_div(&Exact::whole(3_600)).map_or(TextNumber::No, TextNumber::Exactly);
    }
    // A comma is decimal, whatever follows it; only a dot may part thousands.
    if bare.contains(',') && !bare.contains('.') {
        return number::quantity(bare).map_or(TextNumber::No, TextNumber::Exactly);
    }
    number::amount(bare)
}

/// Text with `%`, a number from 1 to 100, zero, or a number of at most 1 in a percent-formatted cell. The accident rate
/// is below one per cent for offices and never above 4 %, so a plain text `0,93` can only be 0,93 % there.
fn percent(key: &str, cell: &RawValue) -> Outcome {
    let small = key == "accident_rate";
    let example = if small { "0,93%" } else { "30%" };
    let (hundred, tenth) = (Exact::whole(100), Exact::ratio(1, 10).unwrap_or_else(Exact::one));
    let plain = |n: Exact| {
        // From a tenth on: 0,0093 may be a fraction.
        let typed = matches!(cell, RawValue::Text(_));
        let below_one = small && typed && n >= tenth && n < Exact::one();
        let fits = n.is_zero() || below_one || (n >= Exact::one() && n <= hundred);
        fits.then(|| n.checked_div(&hundred)).flatten()
    };
    let share = match cell {
        RawValue::Percent(n) => raw::exact(*n).filter(|n| *n <= Exact::one() && !n.is_negative()),
        RawValue::Number(n) => raw::exact(*n).and_then(plain),
        RawValue::Text(text) => match text.trim().strip_suffix('%') {
            Some(rest) => number::quantity(rest)
                .filter(|n| !n.is_negative() && *n <= hundred)
                .and_then(|n| n.checked_div(&hundred)),
            None => number::quantity(text).and_then(plain),
        },
        _ => None,
    };
    share.map_or_else(|| wrong(&codes::UNREADABLE_PERCENT, example), |n| Outcome::Read(Datum::Number(n)))
}

fn count(cell: &RawValue) -> Outcome {
    let value = match cell {
        RawValue::Number(n) => raw::exact(*n),
        RawValue::Text(text) => number::quantity(text),
        _ => None,
    };
    match value {
        Some(n) if n.is_whole() && !n.is_negative() => Outcome::Read(Datum::Number(n)),
        _ => wrong(&codes::UNREADABLE_COUNT, "3"),
    }
}

fn yes_no(cell: &RawValue) -> Outcome {
    let said = match cell {
        RawValue::Bool(b) => Some(*b),
        RawValue::Text(text) => match words::normal(text).as_str() {
            "tak" | "t" | "true" | "prawda" => Some(true),
            "nie" | "n" | "false" | "falsz" => Some(false),
            _ => None,
        },
        _ => None,
    };
    said.map_or_else(|| wrong(&codes::UNREADABLE_YES_NO, "TAK / NIE"), |b| Outcome::Read(Datum::Yes(b)))
}

#[cfg(test)]
mod tests;
