//! One finding in place of twelve: what repeats month after month with one assistant is told once, with its months.
//!
//! The first finding stays, with its cell and values; the cells of the others stand beside it and the money is added
//! up. Nothing is judged here.

use std::collections::BTreeMap;

use crate::finding::code::checks as code;
use crate::finding::{Code, Fact, Finding};
use crate::units::Money;

/// What is folded.
const FOLDED: [&Code; 8] = [
    &code::BELOW_MINIMUM_WAGE,
    &code::BELOW_HOURLY_MINIMUM,
    &code::SERVICE_PAY_COLUMN,
    &code::PAID_IN_FUTURE,
    &code::PAY_CELL_BLANK,
    &code::CONTRIBUTIONS_IMPLAUSIBLE,
    &code::PPK_ODD,
    &code::PAY_WITHOUT_CONTRACT,
];

/// More cells than this help nobody.
const MOST_CELLS: usize = 12;

/// Folds findings of one code, assistant and column; the others pass as they are.
pub fn fold(findings: Vec<Finding>) -> Vec<Finding> {
    let mut folded: Vec<(Finding, i64)> = Vec::new();
    let mut places: BTreeMap<(&str, Option<String>, Option<String>), usize> = BTreeMap::new();
    for mut finding in findings {
        if !FOLDED.contains(&finding.code) {
            folded.push((finding, 0));
            continue;
        }
        let column = finding.facts.iter().find_map(|(name, fact)| match fact {
            Fact::Text(text) if *name == "column" => Some(text.clone()),
            _ => None,
        });
        let month = finding.month.map(|m| ("months", Fact::Month(m)));
        let key = (finding.code.name, finding.assistant.clone(), column);
        if let Some((first, count)) = places.get(&key).and_then(|i| folded.get_mut(*i)) {
            *count += 1;
            first.facts.extend(month);
            first.related.extend(finding.at.filter(|_| first.related.len() < MOST_CELLS));
            if let (Some(sum), Some(more)) = (first.difference, finding.difference) {
                first.difference = sum.grosze().checked_add(more.grosze()).map(Money::from_grosze);
            }
        } else {
            finding.facts.extend(month);
            places.insert(key, folded.len());
            folded.push((finding, 1));
        }
    }
    let counted = |(finding, count): (Finding, i64)| {
        if count == 0 { finding } else { finding.with("count", Fact::Count(count)) }
    };
    folded.into_iter().map(counted).collect()
}
