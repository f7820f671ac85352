//! Stored results of formulas that are as they were written.

use super::compare::{Compared, Intact};
use super::meaning;
use super::sheets::Maps;
use super::tokens::{Token, tokens};
use super::value::same_result;
use crate::audit::cell;
use crate::calc::{Format, Value};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::intake::book::{ReadSheet, ReadValue};
use crate::trace::Held;

/// Results that are not what their formulas give, and cells that show an error of their own.
pub fn wrong(maps: &Maps<'_>, compared: &Compared<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    // Without anything changed, every formula must still give what it gave.
    let untouched = compared.findings.is_empty() && maps.in_place();
    for intact in &compared.intact {
        let Held::Formula(_, value) = &intact.written.holds else { continue };
        let format = meaning::format(maps.trace, intact.sheet, intact.written);
        if let ReadValue::Error(error) = intact.found.value {
            if !follows(maps, intact) {
                let finding = finding(maps, intact, value, format, &code::AUDIT_ERROR_CELL);
                findings.push(finding.with("error", Fact::Text(error.to_owned())));
            }
        } else if untouched && !same_result(&intact.found.value, value, format) {
            findings.push(finding(maps, intact, value, format, &code::AUDIT_STORED_RESULT));
        }
    }
    findings
}

fn finding(
    maps: &Maps<'_>,
    intact: &Intact<'_>,
    value: &Value,
    format: Format,
    code: &'static crate::finding::Code,
) -> Finding {
    let meant = meaning::of(maps.trace, intact.sheet, intact.written);
    let (sheet, row, column) = intact.at;
    let mut finding = Finding::at(code, cell(sheet, row, column))
        .with("what", Fact::Text(meant.map_or_else(String::new, |m| m.label.clone())))
        .with("formula", Fact::Text(intact.found.formula.clone().unwrap_or_default()));
    finding.seen = meaning::seen(intact.found, format);
    finding.expected = meaning::fact(value, format);
    finding.basis = meant.map(meaning::basis).filter(|basis| !basis.is_empty());
    if let (Format::Money, ReadValue::Number(seen), Value::Number(expected)) =
        (format, &intact.found.value, value)
    {
        finding.difference = meaning::excess(Some(seen), Some(expected));
    }
    finding
}

/// Does the error come from another cell, or from cells that were deleted?
fn follows(maps: &Maps<'_>, intact: &Intact<'_>) -> bool {
    let Some(formula) = &intact.found.formula else { return false };
    tokens(formula).iter().any(|token| match token {
        Token::Gone => true,
        Token::Ref(r) => {
            let index = maps.sheet_found(intact.sheet, r).and_then(|s| maps.pair(s)).map(|pair| pair.found);
            let sheet = index.and_then(|index| maps.book.sheets.get(index));
            sheet.is_some_and(|sheet| shows_error(sheet, (r.top, r.left), (r.bottom, r.right)))
        }
        _ => false,
    })
}

fn shows_error(sheet: &ReadSheet, first: (u32, u32), last: (u32, u32)) -> bool {
    sheet.cells.range(first..=last).any(|((_, column), cell)| {
        (first.1..=last.1).contains(column) && matches!(cell.value, ReadValue::Error(_))
    })
}
