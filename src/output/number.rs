//! Exact fractions to the binary numbers that a spreadsheet stores. The only arithmetic on `f64` of the program.
//!
//! It must not decide how many decimals an amount has: rounding is the settlement's business.

use crate::units::Exact;

/// Returns the nearest binary number, or nothing when it is too large for one.
pub fn to_binary(n: &Exact) -> Option<f64> {
    // Below 2^53 both parts are exact in binary and IEEE division gives the nearest number: no decimal detour.
    if let Some((numerator, denominator)) = n.short_parts() {
        return Some(quotient(numerator, denominator));
    }
    let (numerator, denominator) = n.parts();
    // 17 significant digits name every binary number; ten more keep the cut digits from deciding a tie.
    let whole = numerator.trim_start_matches('-').len().saturating_sub(denominator.len());
    let small = denominator.len().saturating_sub(numerator.trim_start_matches('-').len());
    let places = if whole > 27 { 0 } else { u32::try_from(27 - whole + small).unwrap_or(60) };
    n.to_short(places.min(340)).parse::<f64>().ok().filter(|f| f.is_finite())
}

// One correctly rounded division of two whole numbers of at most 15 digits, which binary numbers hold exactly.
#[allow(clippy::float_arithmetic, clippy::cast_precision_loss)]
fn quotient(numerator: i64, denominator: i64) -> f64 {
    numerator as f64 / denominator as f64
}

/// Returns the shortest text that names the binary number, as stored next to a formula.
pub fn shortest(n: f64) -> String {
    n.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(decimal: &str) -> String {
        shortest(to_binary(&Exact::parse_decimal(decimal).expect("a decimal")).expect("fits"))
    }

    #[test]
    fn amounts_come_out_in_the_digits_they_have() {
        for amount in
            ["0", "0.01", "-0.05", "370.37", "53601.34", "9007199254740.99", "0.1", "1234567890123.45"]
        {
            assert_eq!(text(amount), amount);
        }
    }

    #[test]
    fn fractions_and_long_numbers_are_the_nearest_binary_number() {
        let third = Exact::ratio(1, 3).expect("not zero");
        assert_eq!(shortest(to_binary(&third).expect("fits")), "0.3333333333333333");
        assert_eq!(text("123456789012345678901234567890"), "123456789012345680000000000000");
        let long = Exact::parse_decimal("0.12345678901234567890123").expect("a decimal");
        assert_eq!(shortest(to_binary(&long).expect("fits")), "0.12345678901234568");
        let tiny = Exact::parse_decimal("1e-40").expect("a decimal");
        assert_eq!(to_binary(&tiny), "1e-40".parse().ok());
    }

    #[test]
    fn a_number_beyond_binary_is_nothing() {
        let mut huge = Exact::parse_decimal("1e60").expect("a decimal");
        for _ in 0..6 {
            huge = &huge * &Exact::parse_decimal("1e60").expect("a decimal");
        }
        assert_eq!(to_binary(&huge), None);
    }
}
