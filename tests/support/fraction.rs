//! Exact fractions of 128-bit integers for the reference computation.
//!
//! Deliberately not the program's own numbers: the reference must not share a fault with what it tests. An overflow
//! panics, which fails the test; it never wraps.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Sub};

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// Returns `numerator / denominator`.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        assert!(denominator != 0, "a fraction needs a denominator");
        let sign = if denominator < 0 { -1 } else { 1 };
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor.max(1)).expect("a divisor of two i128 fits");
        Self { numerator: sign * numerator / divisor, denominator: sign * denominator / divisor }
    }

    /// Returns a whole number of grosze as złoty.
    pub fn grosze(grosze: i64) -> Self {
        Self::new(i128::from(grosze), 100)
    }

    /// Returns the quotient.
    pub fn over(self, other: Self) -> Self {
        Self::new(times(self.numerator, other.denominator), times(self.denominator, other.numerator))
    }

    /// Is it zero?
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Cuts towards zero to the grosz.
    pub fn floor2(self) -> Self {
        Self::new(times(self.numerator, 100) / self.denominator, 100)
    }

    /// Rounds half away from zero to the grosz.
    pub fn round2(self) -> Self {
        let twice = times(self.numerator.abs(), 200);
        let rounded = (twice + self.denominator) / times(self.denominator, 2);
        Self::new(self.numerator.signum() * rounded, 100)
    }

    /// Writes an amount; it must be whole grosze.
    pub fn amount(self) -> String {
        let grosze = times(self.numerator, 100) / self.denominator;
        assert_eq!(Self::new(grosze, 100), self, "an amount is whole grosze");
        let sign = if grosze < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", grosze.abs() / 100, grosze.abs() % 100)
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn times(a: i128, b: i128) -> i128 {
    a.checked_mul(b).expect("test data keep fractions small")
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let top = times(self.numerator, other.denominator) + times(other.numerator, self.denominator);
        Self::new(top, times(self.denominator, other.denominator))
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self::new(-other.numerator, other.denominator)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(times(self.numerator, other.numerator), times(self.denominator, other.denominator))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        times(self.numerator, other.denominator).cmp(&times(other.numerator, self.denominator))
    }
}

impl std::iter::Sum for Fraction {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}
