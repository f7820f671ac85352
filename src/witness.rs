//! The second witness: another engine loads the very bytes of a workbook and computes every formula anew. The one door
//! to ironcalc.
//!
//! What the engine finds is compared with the exact decimals of the program, cell by cell, before the workbook is put in
//! place. The engine's numbers come in as their shortest decimals, so no binary number is compared or added here. This
//! module writes no file, and nothing the engine says ever becomes a figure.

mod alike;
mod formula;
mod load;

use std::panic::{AssertUnwindSafe, catch_unwind};

use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;

pub use alike::imported_alike;

use crate::calc::{Format, Value};
use crate::finding::Fact;
use crate::output::{LiveFormula, Prepared};
use crate::source::a1;
use crate::units::{Exact, Money};

/// Name of the engine.
pub const ENGINE: &str = "IronCalc";

/// Version of the engine, as `Cargo.lock` has it (tested): a workbook says which version computed it.
pub const ENGINE_VERSION: &str = "0.9.1";

/// Every formula was computed by both, and every result is the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Agreement {
    /// Formulas computed and compared.
    pub formulas: usize,
}

/// Why a workbook may not be put in place.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// A result differs.
    #[error("{}: {}!{}: {} is not {}", ENGINE, .0.sheet, .0.cell, .0.found, .0.expected)]
    Differs(Box<Difference>),
    /// The engine sees another number of formulas than were written.
    #[error("{ENGINE} sees {found} formulas of {written}")]
    Count {
        /// Formulas written.
        written: usize,
        /// Formulas that the engine has.
        found: usize,
    },
    /// The engine cannot load the file, or gave up.
    #[error("{ENGINE} cannot compute the workbook: {reason}")]
    Unable {
        /// The engine's words.
        reason: String,
    },
}

/// The cell whose result differs, and from which other differences come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Sheet.
    pub sheet: String,
    /// A1 address.
    pub cell: String,
    /// The formula as it stands in the cell, with its equals sign.
    pub formula: String,
    /// What the program computed.
    pub expected: Shown,
    /// What the engine computed.
    pub found: Shown,
    /// Cells that differ in all.
    pub cells: usize,
}

/// A result, as it is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// An empty text.
    Blank,
    /// Text, or an error of the engine.
    Text(String),
    /// A number.
    Number(Exact),
    /// An amount of whole grosze.
    Amount(Money),
}

/// Digits after the point that tell two numbers apart.
const DIGITS: u32 = 15;

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => f.write_str("\"\""),
            Self::Text(text) => f.write_str(text),
            Self::Number(n) => f.write_str(&n.to_short(DIGITS)),
            Self::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

impl Shown {
    fn fact(&self) -> Fact {
        match self {
            Self::Amount(amount) => Fact::Amount(*amount),
            // A fact shows four decimals, which could make two numbers look the same.
            Self::Number(n) if n.to_short(4) == n.to_short(DIGITS) => Fact::Number(n.clone()),
            Self::Blank | Self::Text(_) | Self::Number(_) => Fact::Text(self.to_string()),
        }
    }
}

impl Refusal {
    /// Returns the key of the message in the catalogues, and its facts.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Fact)>) {
        let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let (key, mut facts) = match self {
            Self::Differs(d) => {
                let text = |text: &str| Fact::Text(text.to_owned());
                let facts = vec![
                    ("sheet", text(&d.sheet)),
                    ("cell", text(&d.cell)),
                    ("formula", text(&d.formula)),
                    ("expected", d.expected.fact()),
                    ("found", d.found.fact()),
                    ("others", count(d.cells.saturating_sub(1))),
                ];
                ("witness-differs", facts)
            }
            Self::Count { written, found } => {
                ("witness-count", vec![("written", count(*written)), ("found", count(*found))])
            }
            Self::Unable { reason } => ("witness-unable", vec![("reason", Fact::Text(reason.clone()))]),
        };
        facts.push(("engine", Fact::Text(format!("{ENGINE} {ENGINE_VERSION}"))));
        (key, facts)
    }
}

/// Computes every formula of a workbook with the second engine and compares every result.
pub fn compare(workbook: &Prepared) -> Result<Agreement, Refusal> {
    guarded(|| {
        let model = computed(&workbook.bytes)?;
        let found = formulas_of(&model);
        if found != workbook.formulas.len() {
            return Err(Refusal::Count { written: workbook.formulas.len(), found });
        }
        let differing = |f: &&LiveFormula| !agrees(&value_at(&model, f), &f.result, f.format);
        let different: Vec<&LiveFormula> = workbook.formulas.iter().filter(differing).collect();
        match first_cause(&different) {
            None => Ok(Agreement { formulas: found }),
            Some(cause) => {
                Err(Refusal::Differs(Box::new(difference(&model, workbook, cause, different.len()))))
            }
        }
    })
}

/// The step from which the other differences come: steps are numbered in the order of the computation, and of the cells
/// that show one step the others link to its home. A total on the form would tell nobody where to look.
fn first_cause<'a>(different: &[&'a LiveFormula]) -> Option<&'a LiveFormula> {
    let step = different.iter().map(|f| f.step).min()?;
    let same: Vec<&LiveFormula> = different.iter().filter(|f| f.step == step).copied().collect();
    let links = |f: &LiveFormula| same.iter().any(|home| f.text.contains(&a1(home.at.0, home.at.1)));
    same.iter().find(|f| !links(f)).or(same.first()).copied()
}

/// Runs the engine; a panic inside it is a refusal like any other.
fn guarded<T>(work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Refusal::Unable { reason: format!("{ENGINE}: panic") }))
}

/// Loads the bytes and evaluates.
fn computed(bytes: &[u8]) -> Result<Model<'static>, Refusal> {
    let mut model = load::model(bytes).map_err(|reason| Refusal::Unable { reason })?;
    model.evaluate();
    Ok(model)
}

/// A formula that the engine lost while loading would otherwise go unseen.
fn formulas_of(model: &Model<'_>) -> usize {
    let sheets = model.workbook.worksheets.iter();
    sheets.map(|s| s.sheet_data.cells().filter(|(_, _, cell)| cell.has_formula()).count()).sum()
}

fn difference(model: &Model<'_>, workbook: &Prepared, formula: &LiveFormula, cells: usize) -> Difference {
    let (found, format) = (value_at(model, formula), formula.format);
    Difference {
        sheet: workbook.sheets.get(formula.sheet).cloned().unwrap_or_default(),
        cell: a1(formula.at.0, formula.at.1),
        formula: format!("={}", formula.text),
        expected: shown(&formula.result, format),
        found: match &found {
            CellValue::None => Shown::Blank,
            CellValue::String(text) => shown(&Value::Text(text.clone()), format),
            CellValue::Boolean(truth) => Shown::Text(truth.to_string().to_uppercase()),
            CellValue::Number(n) => match decimal(&found) {
                Some(n) => shown(&Value::Number(n), format),
                None => Shown::Text(n.to_string()),
            },
        },
        cells,
    }
}

/// The engine counts rows and columns from one.
fn value_at(model: &Model<'_>, formula: &LiveFormula) -> CellValue {
    let place = (u32::try_from(formula.sheet), i32::try_from(formula.at.0), i32::try_from(formula.at.1));
    match place {
        (Ok(sheet), Ok(row), Ok(column)) => {
            model.get_cell_value_by_index(sheet, row + 1, column + 1).unwrap_or(CellValue::None)
        }
        _ => CellValue::None,
    }
}

/// Text and blank must be the same; numbers too, but for what binary fractions lose.
fn agrees(found: &CellValue, expected: &Value, format: Format) -> bool {
    match (expected, found) {
        (Value::Blank, CellValue::String(text)) => text.is_empty(),
        (Value::Text(expected), CellValue::String(text)) => text == expected,
        (Value::Number(n), CellValue::Number(_)) => decimal(found).is_some_and(|m| near(&m, n, format)),
        _ => false,
    }
}

/// An amount must be the same to the grosz when rounded, as the cell shows it. Beside that, numbers may be apart by what
/// binary fractions lose and no more ([`AMOUNT`], [`FRACTION`], [`RELATIVE`]): rounding alone would hide 0.0149 behind
/// 0.01, and an unrounded step has no grosz.
fn near(found: &Exact, expected: &Exact, format: Format) -> bool {
    if found == expected {
        return true;
    }
    let least = if matches!(format, Format::Money | Format::Unrounded) { AMOUNT } else { FRACTION };
    let relative = &expected.abs() * &ratio(1, RELATIVE);
    let apart = (found - expected).abs();
    let same_grosz = format != Format::Money || found.round_half_up(2) == expected.round_half_up(2);
    same_grosz && (apart <= ratio(1, least) || apart <= relative)
}

/// Amounts may be apart by a millionth of a złoty: a binary sum of a thousand amounts of ten million loses less.
const AMOUNT: i64 = 1_000_000;
/// Posts, factors and hours by a billionth.
const FRACTION: i64 = 1_000_000_000;
/// Large numbers by a millionth of a millionth of themselves: sixteen digits are stored, the last few are lost on the way.
const RELATIVE: i64 = 1_000_000_000_000;

fn ratio(numerator: i64, denominator: i64) -> Exact {
    Exact::ratio(numerator, denominator).expect("the denominators of this file are not zero")
}

/// The shortest decimal that names the engine's number.
fn decimal(found: &CellValue) -> Option<Exact> {
    match found {
        CellValue::Number(n) => Exact::parse_decimal(&format!("{n:e}")),
        _ => None,
    }
}

fn shown(value: &Value, format: Format) -> Shown {
    match value {
        Value::Text(text) if !text.is_empty() => Shown::Text(text.clone()),
        Value::Blank | Value::Text(_) => Shown::Blank,
        Value::Number(n) => match Money::from_exact(n).filter(|_| format == Format::Money) {
            Some(amount) => Shown::Amount(amount),
            None => Shown::Number(n.clone()),
        },
    }
}

#[cfg(test)]
mod tests;
