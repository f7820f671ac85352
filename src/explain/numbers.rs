//! Numbers as an explanation writes them: as Poles do, and so that the reader can repeat the sum. A fraction that no
//! short decimal tells is written as a fraction; where even that is long, a sign says that the number is not whole.

use crate::calc::{Format, Value};
use crate::units::money::polish_amount;
use crate::units::{Day, Exact};

/// Decimals that are written out.
const DECIMALS: u32 = 6;
/// Digits of a numerator or denominator that a reader will take.
const PART: usize = 7;

/// What stands for a cell in which nothing was given.
pub const BLANK: &str = "puste";

/// A written number, and how it stands inside a formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// Must it be set in brackets beside another sign?
    pub compound: bool,
}

fn plain(text: String) -> Shown {
    Shown { text, compound: false }
}

/// Writes a value.
pub fn shown(value: &Value, format: Format) -> Shown {
    match value {
        Value::Blank => plain(BLANK.to_owned()),
        Value::Text(text) => plain(format!("„{text}”")),
        Value::Number(n) => number(n, format),
    }
}

/// Writes a number.
pub fn number(n: &Exact, format: Format) -> Shown {
    let day = || n.to_i64().and_then(Day::from_serial);
    match format {
        Format::Day => day().map_or_else(|| decimal(n), |day| plain(day.polish())),
        // A month of a form: 03.2025.
        Format::Month => day().map_or_else(|| decimal(n), |day| plain(day.polish()[3..].to_owned())),
        Format::Percent => {
            let hundredfold = decimal(&(n * &Exact::whole(100)));
            if hundredfold.compound { decimal(n) } else { plain(format!("{}%", hundredfold.text)) }
        }
        Format::Money | Format::Unrounded if n.to_exact_decimal(2).is_some() => {
            plain(signed(&polish_amount(n, 2)))
        }
        _ => decimal(n),
    }
}

/// Writes an amount that a person asked about, with its unit.
pub fn with_unit(value: &Value, format: Format) -> String {
    let text = shown(value, format).text;
    match (value, format) {
        (Value::Number(_), Format::Money | Format::Unrounded) => format!("{text}\u{a0}zł"),
        _ => text,
    }
}

/// A decimal if six places tell it, else a fraction, else a decimal that says it is cut.
fn decimal(n: &Exact) -> Shown {
    if n.to_exact_decimal(DECIMALS).is_some() {
        let short = n.to_short(DECIMALS);
        let places = short.split_once('.').map_or(0, |(_, digits)| digits.len());
        return plain(signed(&polish_amount(n, u32::try_from(places).unwrap_or(DECIMALS))));
    }
    let (numerator, denominator) = n.parts();
    if numerator.trim_start_matches('-').len() <= PART && denominator.len() <= PART {
        return Shown { text: signed(&format!("{numerator}/{denominator}")), compound: true };
    }
    plain(format!("≈{}", signed(&polish_amount(n, DECIMALS))))
}

/// A minus sign as print has it.
fn signed(text: &str) -> String {
    text.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_poles_write_them_and_lose_nothing() {
        let ratio = |a, b| Exact::ratio(a, b).expect("not zero");
        let told = |n: &Exact, format| number(n, format).text;
        assert_eq!(told(&ratio(1_234_567, 100), Format::Money), "12\u{a0}345,67");
        assert_eq!(told(&ratio(-5, 2), Format::Money), "−2,50");
        assert_eq!(told(&ratio(3, 10), Format::Percent), "30%");
        assert_eq!(told(&ratio(17, 31), Format::Factor), "17/31");
        assert_eq!(told(&ratio(5, 1000), Format::Money), "0,005");
        assert_eq!(told(&ratio(100_000_000, 300_000_007), Format::Money), "≈0,333333");
        assert_eq!(told(&Exact::whole(45717), Format::Month), "03.2025");
        assert_eq!(told(&Exact::whole(45717), Format::Day), "01.03.2025");
    }
}
