//! Stored results of formulas that are as they were written, against what they give when computed from what stands in
//! the file.

use super::compare::{Compared, Intact};
use super::effect::Computed;
use super::meaning;
use super::sheets::Maps;
use super::tokens::{Token, tokens};
use super::value::same_result;
use crate::audit::cell;
use crate::calc::{Format, Value};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::intake::book::{ReadSheet, ReadValue};

/// What the comparison of results yields.
#[derive(Debug, Default)]
pub struct Results {
    /// Results that are not what their formulas give, and cells that show an error of their own.
    pub findings: Vec<Finding>,
    /// Formulas whose result is not stored at all.
    pub without_result: usize,
}

/// Compares the results of all formulas that are as written.
pub fn compared(maps: &Maps<'_>, compared: &Compared<'_>, computed: &Computed<'_, '_>) -> Results {
    let mut results = Results::default();
    for intact in &compared.intact {
        let format = meaning::format(maps.trace, intact.sheet, intact.written);
        if let ReadValue::Error(error) = intact.found.value {
            // A formula that gives an error with what stands in the file shows what it must.
            if !computed.fails(intact.at) && !follows(maps, intact) {
                let expected = computed.value(intact.at).cloned().unwrap_or(intact.written.holds.value());
                let finding = finding(maps, intact, &expected, format, &code::AUDIT_ERROR_CELL);
                results.findings.push(finding.with("error", Fact::Text(error.to_owned())));
            }
            continue;
        }
        let Some(value) = computed.value(intact.at) else { continue };
        if same_result(&intact.found.value, value, format) {
            continue;
        }
        if intact.found.value == ReadValue::Blank {
            results.without_result += 1;
        }
        results.findings.push(finding(maps, intact, value, format, &code::AUDIT_STORED_RESULT));
    }
    // Programs that do not compute save formulas without any result: that is one thing to say, not a thousand.
    if results.without_result * 2 > compared.intact.len() {
        results.findings.retain(|f| f.seen.is_some() || f.code != &code::AUDIT_STORED_RESULT);
    } else {
        results.without_result = 0;
    }
    results
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
