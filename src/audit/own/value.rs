//! When two values are the same: programs that save a workbook keep fifteen digits and their own line breaks.

use crate::calc::{Format, Value};
use crate::intake::book::ReadValue;
use crate::units::Exact;

/// Are two numbers the same but for the binary noise of nine digits?
pub fn near(a: &Exact, b: &Exact) -> bool {
    if a == b {
        return true;
    }
    let billion = Exact::whole(1_000_000_000);
    let size = a.abs().max(b.abs()).max(Exact::one());
    &(a - b).abs() * &billion <= size
}

/// Are two texts the same but for line breaks and a blank that some programs drop at the end?
pub fn same_text(a: &str, b: &str) -> bool {
    a == b || tidy(a).eq(tidy(b))
}

fn tidy(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().lines().map(str::trim_end)
}

/// Is a stored result the value that was computed? Money to the grosz, other numbers to nine digits.
pub fn same_result(stored: &ReadValue, computed: &Value, format: Format) -> bool {
    match (stored, computed) {
        (ReadValue::Number(a), Value::Number(b)) if format == Format::Money => {
            near(a, b) || a.round_half_up(2) == b.round_half_up(2)
        }
        (ReadValue::Number(a), Value::Number(b)) => near(a, b),
        (ReadValue::Text(a), Value::Text(b)) => same_text(a, b),
        // Identifiers made of digits come back as numbers when a program recalculates a link.
        (ReadValue::Number(a), Value::Text(b)) => Exact::parse_decimal(b.trim()).is_some_and(|b| near(a, &b)),
        (ReadValue::Text(a), Value::Number(b)) => Exact::parse_decimal(a.trim()).is_some_and(|a| near(&a, b)),
        (ReadValue::Bool(a), Value::Number(b)) => *b == Exact::whole(i64::from(*a)),
        (ReadValue::Blank, Value::Blank) => true,
        (ReadValue::Blank, Value::Text(text)) | (ReadValue::Text(text), Value::Blank) => text.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Exact {
        Exact::parse_decimal(text).expect("a number")
    }

    #[test]
    fn binary_noise_is_no_difference_and_a_grosz_is() {
        let computed = Value::Number(number("1234.565"));
        let stored = |text: &str| ReadValue::Number(number(text));
        assert!(same_result(&stored("1234.5650000000001"), &computed, Format::Money));
        assert!(!same_result(&stored("1234.55"), &computed, Format::Money));
        assert!(same_result(
            &stored("0.333333333333333"),
            &Value::Number(Exact::ratio(1, 3).expect("a third")),
            Format::Factor
        ));
        assert!(!same_result(
            &stored("0.3333"),
            &Value::Number(Exact::ratio(1, 3).expect("a third")),
            Format::Factor
        ));
        assert!(same_text("a\r\nb ", "a\nb") && !same_text("a", "b"));
    }
}
