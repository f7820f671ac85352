//! Components of pay in columns of their own: headers as payrolls have them, the class that the input layout gives each,
//! and a submission whose sums are taken apart into such columns.

use super::random::Random;
use super::submission::{Case, Pay};

/// What a component adds to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Base salary.
    Base,
    /// Other pay with contributions.
    Contributory,
    /// Pay without contributions.
    Exempt,
    /// Paid by the social insurer: nothing.
    Benefit,
}

/// Header and class of each column.
pub const COLUMNS: [(&str, Class); 8] = [
    ("Wynagrodzenie urlopowe", Class::Base),
    ("Nadgodziny", Class::Contributory),
    ("Nagroda roczna", Class::Contributory),
    ("TRZYNASTKA", Class::Contributory),
    ("Dodatek funkcyjny (zł)", Class::Contributory),
    ("Wynagrodzenie za czas choroby", Class::Exempt),
    ("Nagroda jubileuszowa (zł)", Class::Exempt),
    ("Zasiłek chorobowy", Class::Benefit),
];

/// The amounts of a row, in grosze, in the order of [`COLUMNS`].
pub type Components = [Option<i64>; COLUMNS.len()];

/// Sum of a row's components of a class, in grosze.
pub fn sum(pay: &Pay, class: Class) -> i64 {
    COLUMNS
        .iter()
        .zip(pay.components)
        .filter(|((_, c), _)| *c == class)
        .filter_map(|(_, amount)| amount)
        .sum()
}

/// Puts the parts back into the sums.
pub fn put_together(case: &mut Case) {
    for pay in &mut case.pays {
        let parts = [Class::Base, Class::Contributory, Class::Exempt].map(|class| sum(pay, class));
        for (whole, part) in [&mut pay.base, &mut pay.other, &mut pay.exempt].into_iter().zip(parts) {
            if part != 0 {
                *whole = Some(whole.unwrap_or(0) + part);
            }
        }
        pay.components = Components::default();
    }
}

/// Takes the sums of a submission apart, in one case of three. What is paid stays the same, and so do contributions.
pub fn take_apart(case: &mut Case) {
    let mut random = Random::new(case.seed ^ 0x0C0F_FEE5);
    let r = &mut random;
    if !r.once_in(3) {
        return;
    }
    for pay in &mut case.pays {
        if let Some(other) = pay.other.take_if(|_| !r.once_in(3)) {
            let (overtime, award) = (r.between(0, other / 2), r.between(0, other / 3));
            let rest = other - overtime - award;
            let [thirteenth, function] = if r.once_in(2) { [Some(rest), None] } else { [None, Some(rest)] };
            pay.components[1..5].copy_from_slice(&[Some(overtime), Some(award), thirteenth, function]);
        }
        if let Some(exempt) = pay.exempt.take_if(|_| !r.once_in(3)) {
            let sick = r.between(0, exempt);
            pay.components[5..7].copy_from_slice(&[Some(sick), Some(exempt - sick)]);
        }
        if let Some(base) = pay.base.as_mut().filter(|b| **b > 0 && r.once_in(2)) {
            let holiday = r.between(0, *base / 3);
            *base -= holiday;
            pay.components[0] = Some(holiday);
        }
        pay.components[7] = r.once_in(4).then_some(0);
    }
}
