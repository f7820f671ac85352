//! The trace: a settlement's workbook as it was written, with what each figure rests on, kept inside the workbook.
//!
//! An auditor has the workbook alone, years later, with another version of the program. So the trace repeats nothing
//! that would have to be computed again: every cell with its text, number or formula and exact result; for the home of
//! a figure its name, its source and its legal basis; and the figures by assistant, month and component. It is data:
//! nothing here computes, compares or reads files. What is compared with it stands in `audit`, what is told from it in
//! `explain`.

pub mod build;
pub mod pack;
pub mod readings;
pub mod sheet;
pub mod sound;

use serde::{Deserialize, Serialize};

use crate::calc::{Format, Value};
use crate::correction::Previous;
use crate::grid::Resolved;
use crate::source::SourceFile;
use crate::units::Exact;

/// Number of the shape written by this version. A workbook with a larger number is from a newer program.
pub const SHAPE: u32 = 1;

/// A workbook as it was written.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Trace {
    /// [`SHAPE`] of the program that wrote it.
    pub shape: u32,
    /// What was settled, by which rules.
    pub head: Head,
    /// Sheets in order, without the trace's own.
    pub sheets: Vec<TraceSheet>,
    /// Figures by business key, in the order of the settlement.
    pub figures: Vec<Figure>,
}

/// What was settled, by which rules.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    /// Version of the program.
    pub program: String,
    /// Id of the edition.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// Its act, as cited.
    pub act: String,
    /// SHA-256 of the rules file.
    pub rules_sha256: String,
    /// Were the rules those built into the program?
    pub rules_built_in: bool,
    /// Id of the form.
    pub form: String,
    /// Is the form the official one?
    pub form_official: bool,
    /// Day the settlement speaks of, ISO.
    pub as_of: String,
    /// First and last day settled, ISO.
    pub period: (String, String),
    /// Not to be signed.
    pub draft: bool,
    /// TERYT code as typed.
    pub teryt: Option<String>,
    /// Name of the municipality as typed.
    pub municipality: Option<String>,
    /// Readings in force, in the edition's order.
    pub readings: Vec<ReadingUsed>,
    /// Figures that the texts do not tell and somebody gave, `NAME=VALUE`.
    pub given: Vec<String>,
    /// Files read.
    pub documents: Vec<Document>,
    /// The settlement before this one, where this one corrects or goes on with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
}

impl Head {
    /// Returns how often the settlement was corrected; zero for a first one.
    pub fn number(&self) -> u32 {
        self.previous.as_ref().map_or(0, |previous| previous.number.saturating_add(1))
    }
}

/// A reading in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadingUsed {
    /// Name of the switch.
    pub name: String,
    /// The way chosen.
    pub way: String,
    /// The question it answers, in Polish.
    pub question: String,
    /// What the way means, in Polish.
    pub meaning: String,
    /// How sure, in Polish; source of the default or letter of the voivode.
    pub basis: String,
}

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Name without folders.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Document {
    /// Returns what a trace records of a file.
    pub fn of(file: &SourceFile) -> Self {
        Self { name: file.name.clone(), sha256: file.sha256.clone(), bytes: file.bytes }
    }
}

/// What a sheet is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Purpose {
    /// The official form.
    Official,
    /// Input and parameters.
    Inputs,
    /// Steps of the computation.
    Steps,
    /// Views of figures computed elsewhere.
    Views,
}

/// A sheet as it was written.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TraceSheet {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Filled cells by row, then column.
    pub cells: Vec<TraceCell>,
}

/// A filled cell as it was written.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TraceCell {
    /// Row from zero.
    #[serde(rename = "r")]
    pub row: u32,
    /// Column from zero.
    #[serde(rename = "c")]
    pub column: u32,
    /// What it holds.
    #[serde(rename = "h")]
    pub holds: Held,
    /// What it means, where a figure has its home here.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Box<Meaning>>,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Held {
    /// Text.
    #[serde(rename = "t")]
    Text(String),
    /// A number.
    #[serde(rename = "n")]
    Number(Exact),
    /// A formula without its equals sign, and its exact result.
    #[serde(rename = "f")]
    Formula(String, Value),
}

/// What a figure is and where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Meaning {
    /// What it is called, in Polish.
    #[serde(rename = "l")]
    pub label: String,
    /// How it is shown; tells money from other numbers.
    #[serde(rename = "f")]
    pub format: Format,
    /// Where it comes from.
    #[serde(rename = "o")]
    pub origin: Origin,
    /// Names of the readings that the step rests on.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<String>,
}

/// Where a figure comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Origin {
    /// A cell of a file that was handed in: file, sheet, row and column from zero.
    #[serde(rename = "i")]
    Input(String, String, u32, u32),
    /// A figure of the rules or of the run: mark, source, reading it rests on, all in Polish.
    #[serde(rename = "p")]
    Parameter(String, String, String),
    /// A formula: its legal basis, empty for plain arithmetic.
    #[serde(rename = "s")]
    Step(String),
}

/// A figure by its business key.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Stable name, such as `wage_cost` or `co_financing`.
    pub what: String,
    /// Half-year, where the year has two rounds: `I-VI`, `VII-XII`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// Component of the programme, for figures of a component of a round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Assistant, by identifier; none for figures of the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistant: Option<String>,
    /// Month, `2025-03`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// Form of contract, as written in the tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// How it is shown; tells money from other numbers.
    pub format: Format,
    /// Its value.
    pub value: Value,
    /// Its home: sheet by position, row and column from zero; none for a figure that no sheet shows.
    pub at: Option<(usize, u32, u32)>,
}

impl Trace {
    /// Returns a sheet by its name.
    pub fn sheet(&self, name: &str) -> Option<&TraceSheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// Returns the number of formulas.
    pub fn formulas(&self) -> usize {
        let formula = |cell: &&TraceCell| matches!(cell.holds, Held::Formula(..));
        self.sheets.iter().flat_map(|sheet| &sheet.cells).filter(formula).count()
    }
}

impl TraceSheet {
    /// Returns a cell; cells are in order of row and column.
    pub fn cell(&self, row: u32, column: u32) -> Option<&TraceCell> {
        let at = self.cells.binary_search_by(|c| (c.row, c.column).cmp(&(row, column))).ok()?;
        self.cells.get(at)
    }
}

impl Held {
    /// Returns what stands in the cell, as it is written.
    pub fn resolved(&self) -> Resolved {
        match self {
            Self::Text(text) => Resolved::Text(text.clone()),
            Self::Number(n) => Resolved::Number(n.clone()),
            Self::Formula(formula, value) => Resolved::Formula(formula.clone(), value.clone()),
        }
    }

    /// Returns the value shown: of a formula, its result.
    pub fn value(&self) -> Value {
        match self {
            Self::Text(text) => Value::Text(text.clone()),
            Self::Number(n) => Value::Number(n.clone()),
            Self::Formula(_, value) => value.clone(),
        }
    }
}
