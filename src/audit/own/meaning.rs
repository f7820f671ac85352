//! What a cell as written means: a cell that only shows a figure means what its home means.

use super::tokens::{Ref, Token, tokens};
use crate::calc::{Format, Value};
use crate::finding::Fact;
use crate::intake::book::{ReadCell, ReadValue};
use crate::source::a1;
use crate::trace::{Held, Meaning, Origin, Trace, TraceCell};
use crate::units::{Day, Exact, Money};

/// Links followed before it is given up.
const FURTHEST: usize = 8;

/// What a cell means.
pub fn of<'a>(trace: &'a Trace, sheet: usize, cell: &'a TraceCell) -> Option<&'a Meaning> {
    let (mut sheet, mut cell) = (sheet, cell);
    for _ in 0..FURTHEST {
        if cell.meaning.is_some() {
            return cell.meaning.as_deref();
        }
        let Held::Formula(formula, _) = &cell.holds else { return None };
        let target = link(formula)?;
        let named = |name: &String| trace.sheets.iter().position(|s| s.name == *name);
        sheet = target.sheet.as_ref().map_or(Some(sheet), named)?;
        cell = trace.sheets.get(sheet)?.cell(target.top, target.left)?;
    }
    None
}

/// The cell that a formula only shows: `A1` or `IF(A1="","",A1)`.
fn link(formula: &str) -> Option<Ref> {
    let all = tokens(formula);
    let target = match &all[..] {
        [Token::Ref(r)] => r,
        [Token::Name(name), _, Token::Ref(r), .., Token::Ref(last), Token::Sign(")")]
            if name == "IF" && r == last && all.len() == 10 =>
        {
            r
        }
        _ => return None,
    };
    target.single().then(|| target.clone())
}

/// How a cell is shown.
pub fn format(trace: &Trace, sheet: usize, cell: &TraceCell) -> Format {
    of(trace, sheet, cell).map_or(Format::General, |meaning| meaning.format)
}

/// What a cell rests on, in Polish: the step's provision, the parameter's source, or where the input stood.
pub fn basis(meaning: &Meaning) -> String {
    let joined =
        |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("; ");
    match &meaning.origin {
        Origin::Input(file, sheet, row, column) => format!("{file} › {sheet} › {}", a1(*row, *column)),
        Origin::Parameter(mark, source, reading) => joined(&[source, mark, reading]),
        Origin::Step(basis) => basis.clone(),
    }
}

/// A value as a fact, by how the cell is shown.
pub fn fact(value: &Value, format: Format) -> Option<Fact> {
    match value {
        Value::Blank => None,
        Value::Text(text) => Some(Fact::Text(text.clone())),
        Value::Number(n) => Some(number(n, format)),
    }
}

/// What a cell as found shows, as a fact.
pub fn seen(cell: &ReadCell, format: Format) -> Option<Fact> {
    match &cell.value {
        ReadValue::Blank => None,
        ReadValue::Number(n) => Some(number(n, format)),
        ReadValue::Text(text) => Some(Fact::Text(text.clone())),
        ReadValue::Bool(b) => Some(Fact::Text(if *b { "TRUE" } else { "FALSE" }.to_owned())),
        ReadValue::Error(error) => Some(Fact::Text((*error).to_owned())),
    }
}

fn number(n: &Exact, format: Format) -> Fact {
    let day = || n.to_i64().filter(|_| n.is_whole()).and_then(Day::from_serial);
    let shown = match format {
        Format::Money => Money::from_exact(&n.round_half_up(2)).map(Fact::Amount),
        Format::Percent => Some(Fact::Percent(n.clone())),
        Format::Day => day().map(Fact::Day),
        Format::Month => day().map(|day| Fact::Month(day.month())),
        _ => None,
    };
    shown.unwrap_or_else(|| Fact::Number(n.clone()))
}

/// Złoty and grosze by which a number found exceeds one expected.
pub fn excess(found: Option<&Exact>, expected: Option<&Exact>) -> Option<Money> {
    let zero = Exact::zero();
    Money::from_exact(&(found.unwrap_or(&zero) - expected.unwrap_or(&zero)).round_half_up(2))
}
