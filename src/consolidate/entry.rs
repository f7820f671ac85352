//! What one file, or the files of one municipality, gave: figures, verdict, remarks. Kept between runs.
//!
//! Texts are Polish, like every workbook. Nothing here reads a file or judges one.

use serde::{Deserialize, Serialize};

use super::figures::Figures;
use crate::finding::Finding;
use crate::finding::code::consolidate::ROLLUP_NOT_WRITTEN;
use crate::finding::render::{RenderedFinding, rendered};
use crate::locale::{Language, Locale};
use crate::source::Sources;
use crate::units::{Exact, Money};

/// What kind of thing was handed in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A settlement workbook of this program, audited.
    Settlement,
    /// An official form filled by hand, or the file to send: only what the form says (`tylko formularz`).
    Form,
    /// Tables, settled on the way.
    Tables,
    /// A row of an export of this program.
    Export,
    /// Nothing of this programme: a letter, a picture, a lock file.
    Unrelated,
}

/// What the office makes of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing to say.
    Accepted,
    /// Taken into the totals; there are remarks.
    Remarks,
    /// In no total: something must be mended first.
    Rejected,
    /// Neither accepted nor rejected: no report at all, the same file once more, or one that its correction replaces.
    Skipped,
}

/// A file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct EntryFile {
    /// Path under the folder named by the caller, with `/`; the file's name where it was named itself.
    pub path: String,
    /// SHA-256 of its bytes; empty when it could not be read.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// A finding in words.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Remark {
    /// Code name.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// File, sheet and cell; each may be empty.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// A1 address.
    pub cell: String,
    /// One sentence with the values.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Money at stake, as shown; may be empty.
    pub difference: String,
}

impl Remark {
    /// Returns what a finding says, in the language of the workbooks.
    pub fn of(finding: &Finding, sources: &Sources) -> Self {
        Self::from(&rendered(finding, sources, Locale::of(Language::Polish)))
    }

    /// Returns its place among remarks: errors first, notes last.
    pub fn rank(&self) -> u8 {
        match self.severity.as_str() {
            "error" => 0,
            "warning" => 1,
            _ => 2,
        }
    }
}

impl From<&RenderedFinding> for Remark {
    fn from(found: &RenderedFinding) -> Self {
        Self {
            code: found.code.to_owned(),
            severity: found.severity.to_owned(),
            file: found.file.clone(),
            sheet: found.sheet.clone(),
            cell: found.cell.clone(),
            message: found.message.clone(),
            hint: found.hint.clone(),
            difference: found.difference.clone(),
        }
    }
}

/// An assistant's month under one form of contract.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MonthRow {
    /// Identifier of the assistant.
    pub assistant: String,
    /// `2025-03`.
    pub month: String,
    /// `employment` or `service`.
    pub form: String,
    /// Posts.
    pub posts: Exact,
    /// Eligible wage cost; none where the municipality does not settle wages.
    pub wage_cost: Option<Money>,
    /// Cost of the supplement.
    pub supplement_cost: Money,
    /// Co-financing of the supplement.
    pub supplement_co_financing: Money,
    /// Co-financing of the wage.
    pub employment_co_financing: Money,
    /// Own contribution to both.
    pub own_contribution: Money,
}

/// An assistant.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AssistantRow {
    /// Identifier.
    pub id: String,
    /// Families in care in the period; none without family data.
    pub families: Option<u32>,
}

/// What was handed in for one municipality.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The files, in the order of their paths.
    pub files: Vec<EntryFile>,
    /// What it is.
    pub kind: Kind,
    /// Id of the edition.
    pub edition: Option<String>,
    /// Digest of the rules used.
    pub rules_sha256: String,
    /// Voivodeship as written.
    pub voivodeship: Option<String>,
    /// TERYT code as written, six or seven digits.
    pub teryt: Option<String>,
    /// Name of the municipality as written.
    pub municipality: Option<String>,
    /// Name of the unit as written.
    pub unit: Option<String>,
    /// Number of the agreement.
    pub agreement: Option<String>,
    /// Day of the agreement, `2025-12-18`.
    pub agreement_day: Option<String>,
    /// First and last day settled.
    pub period: Option<(String, String)>,
    /// SHA-256 of the settlement that it corrects or goes on with, as its trace tells.
    #[serde(default)]
    pub corrects: Option<String>,
    /// Figures that it left blank and the office's register gave, by the text of their keys.
    #[serde(default)]
    pub filled: Vec<String>,
    /// Tables were handed in without any return: what the register tells of returns counts.
    #[serde(default)]
    pub returns_untold: bool,
    /// The last day for money to come back that has passed without it, as far as the municipality tells.
    #[serde(default)]
    pub return_due: Option<String>,
    /// Verdict.
    pub verdict: Verdict,
    /// Figures; of a rejected file too, though they enter no total.
    pub figures: Figures,
    /// Assistants, where tables gave them.
    pub assistants: Vec<AssistantRow>,
    /// Their months.
    pub months: Vec<MonthRow>,
    /// Remarks, worst first.
    pub remarks: Vec<Remark>,
    /// The settlement workbook that was written of its tables, in the folder asked for.
    #[serde(default)]
    pub settlement: Option<EntryFile>,
}

impl Entry {
    /// Returns an entry of files about which nothing is known yet.
    pub fn of(files: Vec<EntryFile>, kind: Kind) -> Self {
        Self {
            files,
            kind,
            edition: None,
            rules_sha256: String::new(),
            voivodeship: None,
            teryt: None,
            municipality: None,
            unit: None,
            agreement: None,
            agreement_day: None,
            period: None,
            corrects: None,
            filled: Vec::new(),
            returns_untold: false,
            return_due: None,
            verdict: Verdict::Accepted,
            figures: Figures::default(),
            assistants: Vec::new(),
            months: Vec::new(),
            remarks: Vec::new(),
            settlement: None,
        }
    }

    /// Do its figures enter the totals?
    pub fn counts(&self) -> bool {
        matches!(self.verdict, Verdict::Accepted | Verdict::Remarks)
    }

    /// Returns why its settlement workbook is not in the folder that was asked for, where its figures are sound.
    pub fn unwritten(&self) -> Option<&Remark> {
        self.remarks.iter().find(|remark| remark.code == ROLLUP_NOT_WRITTEN.name)
    }

    /// Returns the path of its first file.
    pub fn path(&self) -> &str {
        self.files.first().map_or("", |file| file.path.as_str())
    }

    /// Returns what entries are sorted by: TERYT, name, path; those without a code come last.
    pub fn order(&self) -> (bool, &str, &str, &str) {
        let teryt = self.teryt.as_deref().unwrap_or("");
        (teryt.is_empty(), teryt, self.municipality.as_deref().unwrap_or(""), self.path())
    }

    /// Judges by the remarks: an error rejects, a warning is a remark, a note is neither. A file of which nothing is known
    /// because it could not be read is rejected; one of nothing of ours is left out.
    pub fn judge(&mut self) {
        let any = |severity: &str| self.remarks.iter().any(|r| r.severity == severity);
        self.verdict = if any("error") {
            Verdict::Rejected
        } else if self.kind == Kind::Unrelated {
            Verdict::Skipped
        } else if any("warning") {
            Verdict::Remarks
        } else {
            Verdict::Accepted
        };
    }
}
