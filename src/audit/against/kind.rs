//! Which kind a change is of: of a workbook since it was written, of data, rules, program, look. Kept apart in every report.

use crate::finding::code::against as codes;
use crate::finding::{Finding, Severity};

/// What a finding of a comparison is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What somebody changed in a workbook after it was written.
    Since,
    /// What was handed in.
    Data,
    /// Edition, readings, figures.
    Rules,
    /// The program.
    Program,
    /// Texts, sheets, formulas.
    Look,
}

impl Kind {
    /// All, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Since, Self::Data, Self::Rules, Self::Program, Self::Look];

    /// Returns the kind of a finding.
    pub fn of(finding: &Finding) -> Self {
        let name = finding.code.name;
        if !name.starts_with("against-") || name == codes::AGAINST_TAMPERED.name {
            Self::Since
        } else if name.starts_with("against-row") {
            Self::Data
        } else if finding.severity == Severity::Note {
            Self::Look
        } else if name == codes::AGAINST_PROGRAM.name || name == codes::AGAINST_FIGURES_ALONE.name {
            Self::Program
        } else {
            Self::Rules
        }
    }

    /// Returns the key of its heading.
    pub fn key(self) -> &'static str {
        match self {
            Self::Since => "against-kind-since",
            Self::Data => "against-kind-data",
            Self::Rules => "against-kind-rules",
            Self::Program => "against-kind-program",
            Self::Look => "against-kind-look",
        }
    }
}
