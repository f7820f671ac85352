//! Whole grosze.
//!
//! Money can be added, subtracted, compared and negated. It cannot be multiplied by a rate: the product is an
//! [`Exact`] until a named rule rounds it.

use std::fmt;

use super::Exact;

/// An amount in whole grosze; negative amounts are corrections and returns. In what the program keeps for itself between
/// runs it is a number of grosze; results for people write it as text with two decimals.
#[derive(
    serde::Serialize, serde::Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// Nothing owed, nothing paid.
    pub const ZERO: Self = Self(0);

    /// The least amount that no single figure of a report or a register may have. A spreadsheet computes with doubles and
    /// holds whole grosze up to 2^53, which is 90 071 992 547 409,92 zł; sums over thousands of municipalities stay below it
    /// as long as each figure stays below ten thousand million złoty: the intake takes no larger amount of a table either.
    pub const BEYOND_BELIEF: Self = Self(1_000_000_000_000);

    /// Returns the amount of `grosze` whole grosze.
    pub const fn from_grosze(grosze: i64) -> Self {
        Self(grosze)
    }

    /// Returns the number of grosze.
    pub const fn grosze(self) -> i64 {
        self.0
    }

    /// Returns the amount when `zlote` has at most two decimals and fits; otherwise nothing.
    pub fn from_exact(zlote: &Exact) -> Option<Self> {
        (zlote * &Exact::whole(100)).to_i64().map(Self)
    }

    /// Returns the amount in złoty as an exact number.
    pub fn to_exact(self) -> Exact {
        Exact::ratio(self.0, 100).unwrap_or_else(Exact::zero)
    }

    /// Adds, or nothing when 64 bits do not hold the sum.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Is this below zero?
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl fmt::Display for Money {
    /// Writes `1234.50`: a point and two decimals, as in the JSON result.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_exact().to_fixed(2))
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Writes an amount as Poles read it: `1 234,50`, with a no-break space between thousands.
pub fn polish_amount(zlote: &Exact, places: u32) -> String {
    let fixed = zlote.to_fixed(places);
    let (sign, digits) = fixed.strip_prefix('-').map_or(("", fixed.as_str()), |rest| ("-", rest));
    let (int, frac) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (i, c) in int.chars().enumerate() {
        if i > 0 && (int.len() - i) % 3 == 0 {
            grouped.push('\u{a0}');
        }
        grouped.push(c);
    }
    if frac.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped},{frac}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_to_the_grosz() {
        assert_eq!(Money::from_grosze(-5).to_string(), "-0.05");
        assert_eq!(polish_amount(&Money::from_grosze(123_456_789).to_exact(), 2), "1\u{a0}234\u{a0}567,89");
        assert_eq!(polish_amount(&Money::from_grosze(-99_900).to_exact(), 2), "-999,00");
    }

    #[test]
    fn a_third_decimal_is_not_money() {
        assert_eq!(Money::from_exact(&Exact::parse_decimal("1.005").expect("decimal")), None);
    }
}
