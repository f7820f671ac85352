//! Whole grosze and fractions of them, by integers alone.

/// Grosze.
pub type Grosze = i64;

/// Rounds `amount × numerator / denominator` half up; amounts here are never below zero.
pub fn share(amount: Grosze, numerator: i64, denominator: i64) -> Grosze {
    let whole = i128::from(amount) * i128::from(numerator);
    let by = i128::from(denominator.max(1));
    i64::try_from((2 * whole + by) / (2 * by)).unwrap_or(i64::MAX)
}

/// Cuts `amount × numerator / denominator` to the grosz.
pub fn cut(amount: Grosze, numerator: i64, denominator: i64) -> Grosze {
    let whole = i128::from(amount) * i128::from(numerator);
    i64::try_from(whole / i128::from(denominator.max(1))).unwrap_or(i64::MAX)
}

/// Writes grosze as złoty with a comma.
pub fn zloty(grosze: Grosze) -> String {
    format!("{},{:02}", grosze / 100, grosze % 100)
}
