//! How a wrong figure may have come about: a line left out or taken twice, digits that changed places, a comma that moved.
//!
//! A guess for the reader to start from; the difference stands beside it whatever it says.

use crate::units::{Exact, Money};

/// Lines that are weighed for a line left out.
const MOST_LINES: usize = 120;

/// What may have happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The sum leaves these lines out, by position.
    LeftOut(Vec<usize>),
    /// The sum takes these lines twice, by position.
    Twice(Vec<usize>),
    /// Two digits changed places.
    Digits,
    /// The comma moved, or zeros were added or lost.
    Comma,
    /// A sign was lost or added.
    Sign,
    /// No more than the rounding of the figures added up.
    Rounding,
    /// Nothing was written.
    Blank,
    /// Nothing that can be told.
    Unknown,
}

impl Cause {
    /// Returns the word by which a message chooses.
    pub fn word(&self) -> &'static str {
        match self {
            Self::LeftOut(_) => "left-out",
            Self::Twice(_) => "twice",
            Self::Digits => "digits",
            Self::Comma => "comma",
            Self::Sign => "sign",
            Self::Rounding => "rounding",
            Self::Blank => "blank",
            Self::Unknown => "unknown",
        }
    }
}

/// Guesses how a figure came to differ. `lines` are what it should add up, if it is a sum of lines.
pub fn guess(seen: Option<&Exact>, expected: &Exact, lines: &[Exact]) -> Cause {
    let Some(seen) = seen else { return Cause::Blank };
    let missing = expected - seen;
    if let Some(found) = some_of(lines, &missing) {
        return Cause::LeftOut(found);
    }
    if let Some(found) = some_of(lines, &(-missing.clone())) {
        return Cause::Twice(found);
    }
    if *seen == -expected.clone() {
        return Cause::Sign;
    }
    if moved_comma(seen, expected) {
        return Cause::Comma;
    }
    if digits_swapped(seen, expected) {
        return Cause::Digits;
    }
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    if count > 1 && missing.abs() * Exact::whole(100) <= Exact::whole(count) {
        return Cause::Rounding;
    }
    Cause::Unknown
}

/// One, two or three lines that come to the amount; nothing when several such sets do.
fn some_of(lines: &[Exact], amount: &Exact) -> Option<Vec<usize>> {
    if amount.is_zero() || amount.is_negative() || lines.len() > MOST_LINES {
        return None;
    }
    let used: Vec<usize> = (0..lines.len()).filter(|i| !lines[*i].is_zero()).collect();
    let alone: Vec<usize> = used.iter().copied().filter(|i| lines[*i] == *amount).collect();
    match alone.len() {
        0 => {}
        // Lines alike: which of them cannot be told, and all are named.
        _ => return Some(alone),
    }
    let mut found: Option<Vec<usize>> = None;
    for (n, a) in used.iter().enumerate() {
        let rest = amount - &lines[*a];
        for b in used[n + 1..].iter().filter(|b| lines[**b] == rest) {
            if found.is_some() {
                return None;
            }
            found = Some(vec![*a, *b]);
        }
    }
    if found.is_some() || used.len() > 40 {
        return found;
    }
    for (n, a) in used.iter().enumerate() {
        for (m, b) in used.iter().enumerate().skip(n + 1) {
            let rest = &(amount - &lines[*a]) - &lines[*b];
            for c in used[m + 1..].iter().filter(|c| lines[**c] == rest) {
                if found.is_some() {
                    return None;
                }
                found = Some(vec![*a, *b, *c]);
            }
        }
    }
    found
}

fn moved_comma(seen: &Exact, expected: &Exact) -> bool {
    if seen.is_zero() || expected.is_zero() {
        return false;
    }
    [10, 100, 1_000].iter().any(|n| {
        let n = Exact::whole(*n);
        seen * &n == *expected || expected * &n == *seen
    })
}

/// The same grosze but for two neighbouring digits.
fn digits_swapped(seen: &Exact, expected: &Exact) -> bool {
    let digits = |n: &Exact| Money::from_exact(n).map(|m| format!("{:012}", m.grosze().unsigned_abs()));
    let (Some(a), Some(b)) = (digits(seen), digits(expected)) else { return false };
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let other: Vec<usize> = (0..a.len()).filter(|i| a[*i] != b[*i]).collect();
    matches!(other.as_slice(), [x, y] if *y == x + 1 && a[*x] == b[*y] && a[*y] == b[*x])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Exact {
        Exact::parse_decimal(text).expect("a decimal")
    }

    #[test]
    fn a_sum_that_leaves_lines_out_names_them() {
        let lines = [d("2400"), d("1200"), d("612.35")];
        assert_eq!(guess(Some(&d("3600")), &d("4212.35"), &lines), Cause::LeftOut(vec![2]));
        assert_eq!(guess(Some(&d("2400")), &d("4212.35"), &lines), Cause::LeftOut(vec![1, 2]));
        assert_eq!(guess(Some(&d("5412.35")), &d("4212.35"), &lines), Cause::Twice(vec![1]));
    }

    #[test]
    fn slips_of_the_hand_are_known() {
        assert_eq!(guess(Some(&d("4122.35")), &d("4212.35"), &[]), Cause::Digits);
        assert_eq!(guess(Some(&d("42123.5")), &d("4212.35"), &[]), Cause::Comma);
        assert_eq!(guess(Some(&d("-12")), &d("12"), &[]), Cause::Sign);
        assert_eq!(guess(Some(&d("7")), &d("12"), &[]), Cause::Unknown);
        assert_eq!(guess(None, &d("12"), &[]), Cause::Blank);
    }
}
