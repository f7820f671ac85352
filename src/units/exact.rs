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
use num_traits::{Signed, ToPrimitive};

/// Digits of a numerator or denominator that is read back: far more than any settlement makes.
const LONGEST_PART: usize = 400;

/// An exact fraction. Ordered, added, subtracted and multiplied without loss.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Repr);

/// Numbers of real settlements fit two machine words, and are then ten times as fast; any other number is big. Both
/// are in lowest terms with a positive denominator, and a number that fits is never kept big, so equality is by parts.
/// The big ones are boxed: there are next to none, and every node of every model would be three times as large.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small { numerator: i64, denominator: i64 },
    Big(Box<BigRational>),
}

impl Exact {
    /// Returns the whole number `n`.
    pub const fn whole(n: i64) -> Self {
        Self(Repr::Small { numerator: n, denominator: 1 })
    }

    /// Returns zero.
    pub const fn zero() -> Self {
        Self::whole(0)
    }

    /// Returns one.
    pub const fn one() -> Self {
        Self::whole(1)
    }

    /// Returns `numerator / denominator`, or nothing when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self::reduced(i128::from(numerator), i128::from(denominator)))
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
        let too_long = int.len() + frac.len() > 60 || !(-60..=60).contains(&exponent);
        if int.is_empty()
            || too_long
            || !valid(int)
            || !valid(frac)
            || (digits.contains('.') && frac.is_empty())
        {
            return None;
        }
        let shift = exponent - i32::try_from(frac.len()).ok()?;
        let all = format!("{int}{frac}");
        let value = if let (Ok(n), -18..=0) = (all.parse::<i64>(), shift) {
            Self::reduced(i128::from(n), power_of_ten(shift.unsigned_abs()))
        } else {
            let all: BigInt = all.parse().ok()?;
            let ten = BigInt::from(10).pow(shift.unsigned_abs());
            let (n, d) = if shift >= 0 { (all * ten, BigInt::from(1)) } else { (all, ten) };
            Self::from_big(BigRational::new(n, d))
        };
        Some(if negative { -value } else { value })
    }

    /// Returns `self / other`, or nothing when `other` is zero.
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Some((a, b)), Some((c, d))) = (self.small(), other.small()) {
            return Some(Self::reduced(a * d, b * c));
        }
        Some(Self::from_big(self.big() / other.big()))
    }

    /// Is this zero?
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small { numerator: 0, .. })
    }

    /// Is this below zero?
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small { numerator, .. } => *numerator < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// Is this a whole number?
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Repr::Small { denominator, .. } => *denominator == 1,
            Repr::Big(big) => big.is_integer(),
        }
    }

    /// Returns the absolute value.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// Rounds half up, away from zero, to `places` decimals: 16.665 is 16.67 and −16.665 is −16.67.
    #[must_use]
    pub fn round_half_up(&self, places: u32) -> Self {
        self.to_places(
            places,
            |n, d| (n * 2 + d) / (d * 2),
            |n: &BigInt, d: &BigInt| {
                let raised: BigInt = n * 2 + d;
                raised.div_floor(&(d * 2))
            },
        )
    }

    /// Cuts toward zero to `places` decimals, after settling the seventh decimal half up.
    ///
    /// The spreadsheet rendering is `ROUNDDOWN(ROUND(x;6);places)`, since binary engines disagree on products such
    /// as 200·0.29·100 without it. Both renderings share this one definition, so they cannot differ (docs/rounding.md).
    #[must_use]
    pub fn cut_down(&self, places: u32) -> Self {
        self.round_half_up(6.max(places)).to_places(
            places,
            |n, d| n / d,
            |n: &BigInt, d: &BigInt| n.div_floor(d),
        )
    }

    /// Returns the whole number when this is whole and fits 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Small { numerator, denominator: 1 } => Some(*numerator),
            Repr::Small { .. } | Repr::Big(_) => None,
        }
    }

    /// Returns numerator and denominator in lowest terms when both have at most 15 digits.
    pub fn short_parts(&self) -> Option<(i64, i64)> {
        const LIMIT: u64 = 1_000_000_000_000_000;
        match self.0 {
            Repr::Small { numerator, denominator }
                if numerator.unsigned_abs() < LIMIT && denominator.unsigned_abs() < LIMIT =>
            {
                Some((numerator, denominator))
            }
            _ => None,
        }
    }

    /// Returns the decimal text with a point when at most `places` decimals write this number exactly.
    pub fn to_exact_decimal(&self, places: u32) -> Option<String> {
        let rounded = self.round_half_up(places);
        (rounded == *self).then(|| rounded.settled_text(places))
    }

    /// Returns the decimal text with a point and exactly `places` decimals, rounded half up.
    pub fn to_fixed(&self, places: u32) -> String {
        self.round_half_up(places).settled_text(places)
    }

    /// Returns the shortest decimal text of at most `places` decimals, without trailing zeros.
    pub fn to_short(&self, places: u32) -> String {
        if let Some(whole) = self.to_i64() {
            return whole.to_string();
        }
        let fixed = self.to_fixed(places);
        if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { fixed }
    }

    /// Returns numerator and denominator in lowest terms as text.
    pub fn parts(&self) -> (String, String) {
        match &self.0 {
            Repr::Small { numerator, denominator } => (numerator.to_string(), denominator.to_string()),
            Repr::Big(big) => (big.numer().to_string(), big.denom().to_string()),
        }
    }

    /// Reads numerator and denominator as [`Exact::parts`] writes them, joined by a stroke; whole numbers without one.
    pub fn parse_parts(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        if numerator.len() > LONGEST_PART || denominator.len() > LONGEST_PART {
            return None;
        }
        let (n, d): (BigInt, BigInt) = (numerator.parse().ok()?, denominator.parse().ok()?);
        (d > BigInt::from(0)).then(|| Self::from_big(BigRational::new(n, d)))
    }

    /// Applies a rule to the magnitude of this times a power of ten, given as numerator and denominator.
    fn to_places(
        &self,
        places: u32,
        small: impl Fn(i128, i128) -> i128,
        big: impl Fn(&BigInt, &BigInt) -> BigInt,
    ) -> Self {
        if let (Some((n, d)), 0..=18) = (self.small(), places) {
            let ten = power_of_ten(places);
            // With no more decimals than asked for there is nothing to round.
            if d == 1 || ten % d == 0 {
                return self.clone();
            }
            // Below 2^63 · 10^18 the doubled numerator still fits; what does not goes the long way.
            if let Some(scaled) = n.abs().checked_mul(ten).filter(|s| *s < i128::MAX / 4) {
                let magnitude = small(scaled, d);
                return Self::reduced(if n < 0 { -magnitude } else { magnitude }, ten);
            }
        }
        let value = self.big();
        let ten = BigInt::from(10).pow(places);
        let magnitude = big(&(value.numer().abs() * &ten), value.denom());
        let signed = if value.is_negative() { -magnitude } else { magnitude };
        Self::from_big(BigRational::new(signed, ten))
    }

    /// Writes a number that has at most `places` decimals.
    fn settled_text(&self, places: u32) -> String {
        let ten = power_of_ten(places.min(18));
        let digits = match (self.small(), places) {
            (Some((n, d)), 0..=18) if n.abs().checked_mul(ten).is_some() => (n.abs() * ten / d).to_string(),
            _ => {
                let value = self.big();
                (value.numer().abs() * BigInt::from(10).pow(places) / value.denom()).to_string()
            }
        };
        let width = places as usize;
        let padded = format!("{digits:0>w$}", w = width + 1);
        let (int, frac) = padded.split_at(padded.len() - width);
        let sign = if self.is_negative() { "-" } else { "" };
        if places == 0 { format!("{sign}{int}") } else { format!("{sign}{int}.{frac}") }
    }

    fn small(&self) -> Option<(i128, i128)> {
        match &self.0 {
            Repr::Small { numerator, denominator } => {
                Some((i128::from(*numerator), i128::from(*denominator)))
            }
            Repr::Big(_) => None,
        }
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Repr::Small { numerator, denominator } => {
                BigRational::new_raw(BigInt::from(*numerator), BigInt::from(*denominator))
            }
            Repr::Big(big) => big.as_ref().clone(),
        }
    }

    /// Builds from parts in any terms; the denominator is not zero.
    fn reduced(numerator: i128, denominator: i128) -> Self {
        // Nearly always both fit one word, whose greatest common divisor is found several times as fast.
        if let (Ok(n), Ok(d)) = (i64::try_from(numerator), i64::try_from(denominator))
            && n != i64::MIN
            && d > 0
        {
            // The remainder is short where the denominator is, and a divisor of short numbers is found at once.
            let divisor = if d == 1 { 1 } else { (n % d).gcd(&d) };
            return Self(Repr::Small { numerator: n / divisor, denominator: d / divisor });
        }
        let divisor = if denominator == 1 { 1 } else { numerator.gcd(&denominator) };
        let sign = if denominator < 0 { -1 } else { 1 };
        let (n, d) = (numerator / divisor * sign, denominator / divisor * sign);
        match (i64::try_from(n), i64::try_from(d)) {
            (Ok(numerator), Ok(denominator)) => Self(Repr::Small { numerator, denominator }),
            _ => Self(Repr::Big(Box::new(BigRational::new(BigInt::from(n), BigInt::from(d))))),
        }
    }

    fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i64(), big.denom().to_i64()) {
            (Some(numerator), Some(denominator)) => Self(Repr::Small { numerator, denominator }),
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    /// Adds, or subtracts when `sign` is −1.
    fn plus(&self, other: &Self, sign: i128) -> Self {
        if let (Some((a, b)), Some((c, d))) = (self.small(), other.small()) {
            let c = c * sign;
            if b == d {
                return Self::reduced(a + c, b);
            }
            // Each product is below 2^126, their sum below 2^127.
            return Self::reduced(a * d + c * b, b * d);
        }
        Self::from_big(if sign < 0 { self.big() - other.big() } else { self.big() + other.big() })
    }

    fn times(&self, other: &Self) -> Self {
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => Self::reduced(a * c, b * d),
            _ => Self::from_big(self.big() * other.big()),
        }
    }
}

/// Ten to a power of at most 18.
const fn power_of_ten(places: u32) -> i128 {
    10_i128.pow(places)
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => (a * d).cmp(&(c * b)),
            _ => self.big().cmp(&other.big()),
        }
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
        let (numerator, denominator) = self.parts();
        if denominator == "1" { f.write_str(&numerator) } else { write!(f, "{numerator}/{denominator}") }
    }
}

impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Small { numerator, denominator: 1 } => serializer.collect_str(numerator),
            Repr::Small { numerator, denominator } => {
                serializer.collect_str(&format_args!("{numerator}/{denominator}"))
            }
            Repr::Big(big) if big.is_integer() => serializer.collect_str(big.numer()),
            Repr::Big(big) => serializer.collect_str(&format_args!("{}/{}", big.numer(), big.denom())),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Exact {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse_parts(&text).ok_or_else(|| serde::de::Error::custom("not a fraction"))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $calc:expr) => {
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                $calc(self, other)
            }
        }
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $calc(&self, &other)
            }
        }
    };
}
operator!(Add, add, |a: &Exact, b: &Exact| a.plus(b, 1));
operator!(Sub, sub, |a: &Exact, b: &Exact| a.plus(b, -1));
operator!(Mul, mul, Exact::times);

impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact::zero().plus(&self, -1)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(iter: I) -> Exact {
        iter.fold(Exact::zero(), |a, b| a + b)
    }
}

#[cfg(test)]
mod tests;
