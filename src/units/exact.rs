//! Exact fractions and the only rounding there is.
//!
//! A quantity (a post, a share, an unrounded amount) is a fraction without a size limit, so no sum overflows and no
//! division loses anything. This is the one door to the number crates; nothing else may name them. It must not know
//! what a number means.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// An exact fraction. Ordered, added, subtracted and multiplied without loss.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// Returns the whole number `n`.
    pub fn whole(n: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(n)))
    }

    /// Returns zero.
    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// Returns one.
    pub fn one() -> Self {
        Self::whole(1)
    }

    /// Returns `numerator / denominator`, or nothing when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(BigRational::new(BigInt::from(numerator), BigInt::from(denominator))))
    }

    /// Reads a plain decimal with a point: `-12.50`, `0.765`, `1e-7`. Anything else is nothing.
    ///
    /// Digits are limited to 60 and exponents to ±60, so that a hostile text cannot ask for memory.
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (&text[..at], text[at + 1..].parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, digits) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa),
        };
        let (int, frac) = digits.split_once('.').unwrap_or((digits, ""));
        let valid = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let too_long = int.len() + frac.len() > 60 || exponent.abs() > 60;
        if int.is_empty()
            || too_long
            || !valid(int)
            || !valid(frac)
            || (digits.contains('.') && frac.is_empty())
        {
            return None;
        }
        let all: BigInt = format!("{int}{frac}").parse().ok()?;
        let shift = exponent - i32::try_from(frac.len()).ok()?;
        let ten = |n: i32| BigInt::from(10).pow(n.unsigned_abs());
        let value = if shift >= 0 {
            BigRational::from_integer(all * ten(shift))
        } else {
            BigRational::new(all, ten(shift))
        };
        Some(Self(if negative { -value } else { value }))
    }

    /// Returns `self / other`, or nothing when `other` is zero.
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// Is this zero?
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Is this below zero?
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Is this a whole number?
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// Returns the absolute value.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// Rounds half up, away from zero, to `places` decimals: 16.665 is 16.67 and −16.665 is −16.67.
    #[must_use]
    pub fn round_half_up(&self, places: u32) -> Self {
        let (numerator, denominator) = self.scaled(places);
        let twice: BigInt = numerator.abs() * 2 + &denominator;
        let magnitude = twice.div_floor(&(denominator * 2));
        Self::unscaled(if numerator.is_negative() { -magnitude } else { magnitude }, places)
    }

    /// Cuts toward zero to `places` decimals, after settling the seventh decimal half up.
    ///
    /// The spreadsheet rendering is `ROUNDDOWN(ROUND(x;6);places)`, since binary engines disagree on products such
    /// as 200·0.29·100 without it. Both renderings share this one definition, so they cannot differ (docs/rounding.md).
    #[must_use]
    pub fn cut_down(&self, places: u32) -> Self {
        let settled = self.round_half_up(6.max(places));
        let (numerator, denominator) = settled.scaled(places);
        let magnitude = numerator.abs().div_floor(&denominator);
        Self::unscaled(if numerator.is_negative() { -magnitude } else { magnitude }, places)
    }

    /// Returns the whole number nearest below when this is whole and fits 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        self.0.is_integer().then(|| self.0.numer().to_i64()).flatten()
    }

    /// Returns the decimal text with a point when at most `places` decimals write this number exactly.
    pub fn to_exact_decimal(&self, places: u32) -> Option<String> {
        let rounded = self.round_half_up(places);
        (rounded == *self).then(|| rounded.to_fixed(places))
    }

    /// Returns the decimal text with a point and exactly `places` decimals, rounded half up.
    pub fn to_fixed(&self, places: u32) -> String {
        let (numerator, denominator) = self.round_half_up(places).scaled(places);
        let digits = (numerator.abs() / denominator).to_string();
        let width = places as usize;
        let padded = format!("{digits:0>w$}", w = width + 1);
        let (int, frac) = padded.split_at(padded.len() - width);
        let sign = if self.round_half_up(places).is_negative() { "-" } else { "" };
        if places == 0 { format!("{sign}{int}") } else { format!("{sign}{int}.{frac}") }
    }

    /// Returns the shortest decimal text of at most `places` decimals, without trailing zeros.
    pub fn to_short(&self, places: u32) -> String {
        let fixed = self.to_fixed(places);
        if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { fixed }
    }

    /// Returns numerator and denominator in lowest terms as text.
    pub fn parts(&self) -> (String, String) {
        (self.0.numer().to_string(), self.0.denom().to_string())
    }

    fn scaled(&self, places: u32) -> (BigInt, BigInt) {
        (self.0.numer() * BigInt::from(10).pow(places), self.0.denom().clone())
    }

    fn unscaled(value: BigInt, places: u32) -> Self {
        Self(BigRational::new(value, BigInt::from(10).pow(places)))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_short(12))
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $op:tt) => {
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(&self.0 $op &other.0)
            }
        }
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact(self.0 $op other.0)
            }
        }
    };
}
operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);

impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-self.0)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(iter: I) -> Exact {
        iter.fold(Exact::zero(), |a, b| a + b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Exact {
        Exact::parse_decimal(text).expect("a decimal")
    }

    #[test]
    fn half_grosz_goes_away_from_zero() {
        assert_eq!(d("16.665").round_half_up(2), d("16.67"));
        assert_eq!(d("16.655").round_half_up(2), d("16.66"));
        assert_eq!(d("-16.665").round_half_up(2), d("-16.67"));
        assert_eq!(d("0.004999").round_half_up(2), d("0"));
    }

    #[test]
    fn cutting_goes_toward_zero() {
        assert_eq!(d("53601.349").cut_down(2), d("53601.34"));
        assert_eq!(d("-0.019").cut_down(2), d("-0.01"));
        assert_eq!(Exact::ratio(200, 3).expect("not zero").cut_down(2), d("66.66"));
    }

    #[test]
    fn decimal_text_is_read_exactly_or_refused() {
        assert_eq!(d("1e-3"), d("0.001"));
        assert_eq!(d("12.50").to_exact_decimal(2).as_deref(), Some("12.50"));
        assert_eq!(d("12.505").to_exact_decimal(2), None);
        for bad in ["", "-", "1.", ".5", "1,5", "1e999", "nan", "٣"] {
            assert!(Exact::parse_decimal(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn fixed_text_has_sign_and_zeros() {
        assert_eq!(d("-0.05").to_fixed(2), "-0.05");
        assert_eq!(d("7").to_fixed(2), "7.00");
        assert_eq!(d("-0.001").to_fixed(2), "0.00");
        assert_eq!(d("2.50").to_short(4), "2.5");
    }
}
