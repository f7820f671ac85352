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

/// The short way and the long way must be one arithmetic: every result is compared with plain big fractions.
#[test]
fn small_and_big_numbers_follow_the_same_arithmetic() {
    let extremes = [0, 1, -1, 2, 3, 7, 100, 999_999_937, i64::MAX, i64::MIN, i64::MAX - 1, i64::MIN + 1];
    let mut numbers = Vec::new();
    for n in extremes {
        for d in extremes.into_iter().filter(|d| *d != 0) {
            numbers.push((n, d));
        }
    }
    let exact = |(n, d): (i64, i64)| Exact::ratio(n, d).expect("no zero denominator");
    let big = |(n, d): (i64, i64)| BigRational::new(BigInt::from(n), BigInt::from(d));
    for a in &numbers {
        for b in &numbers {
            let (x, y, p, q) = (exact(*a), exact(*b), big(*a), big(*b));
            assert_eq!((&x + &y).big(), &p + &q, "{a:?} + {b:?}");
            assert_eq!((&x - &y).big(), &p - &q, "{a:?} - {b:?}");
            assert_eq!((&x * &y).big(), &p * &q, "{a:?} * {b:?}");
            assert_eq!(x.cmp(&y), p.cmp(&q), "{a:?} <=> {b:?}");
            assert_eq!(x == y, p == q, "{a:?} == {b:?}");
            if !y.is_zero() {
                assert_eq!(x.checked_div(&y).expect("not zero").big(), &p / &q, "{a:?} / {b:?}");
            }
        }
        for places in [0, 2, 6, 18, 25] {
            let (x, ten) = (exact(*a), BigInt::from(10).pow(places));
            let scaled = big(*a).abs() * BigRational::from_integer(ten.clone());
            let half = BigRational::new(BigInt::from(1), BigInt::from(2));
            let magnitude = BigRational::new((scaled + half).floor().to_integer(), ten);
            let rounded = if x.is_negative() { -magnitude } else { magnitude };
            assert_eq!(x.round_half_up(places).big(), rounded, "{a:?} to {places}");
        }
    }
}
