//! What of a text reaches the file: characters that the format cannot hold are replaced, and a formula whose result would
//! be taken for another kind gives way to the text.

use std::borrow::Cow;

use super::LONGEST_QUOTED;
use crate::calc::Value;
use crate::grid::Resolved;

/// The writer guesses the kind of a formula's result from its text: an identifier such as `12`, `inf` or `TRUE` would
/// be stored as a number or a truth value. Such a text is written as it is, without its link.
pub fn reads_as_other_than_text(text: &str) -> bool {
    text.parse::<f64>().is_ok() || text == "TRUE" || text == "FALSE" || text.starts_with('#')
}

/// Returns what of a cell reaches the file: some texts lose their link, some characters are replaced.
pub fn as_written(resolved: Resolved) -> Resolved {
    match resolved {
        Resolved::Formula(_, Value::Text(text)) if reads_as_other_than_text(&text) => cleaned(text),
        Resolved::Formula(formula, Value::Text(text)) => {
            Resolved::Formula(cleaned_text(formula), Value::Text(cleaned_text(text)))
        }
        Resolved::Text(text) => cleaned(text),
        other => other,
    }
}

fn cleaned(text: String) -> Resolved {
    Resolved::Text(cleaned_text(text))
}

/// As [`writable_text`], of a text that need not be kept.
pub(super) fn cleaned_text(text: String) -> String {
    match writable_text(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(cleaned) => cleaned,
    }
}

/// Characters that the file format cannot hold are replaced; a file that Excel calls damaged helps no one.
pub(super) fn writable_text(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c < ' ' && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    // Bytes are looked at first: nearly every text passes there. 0xEF begins the two characters above. Without a way
    // out in the middle a processor looks at many bytes at once.
    let suspicious = |b: u8| (b < b' ' && b != b'\n' && b != b'\t') || b == 0xEF;
    if text.bytes().fold(false, |found, b| found | suspicious(b)) && text.chars().any(bad) {
        let lines = text.replace("\r\n", "\n");
        Cow::Owned(lines.chars().map(|c| if bad(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns the length of the longest text quoted in a formula, where the formula is long enough to hold one too long.
pub(super) fn longest_quoted(formula: &str) -> usize {
    if formula.len() <= LONGEST_QUOTED {
        return 0;
    }
    formula.split('"').skip(1).step_by(2).map(|quoted| quoted.encode_utf16().count()).max().unwrap_or(0)
}
