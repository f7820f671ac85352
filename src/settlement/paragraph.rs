//! The budget classification as far as the sheets need it: which paragraph a cost belongs to, and how it is called.
//! Names come from the national data; a source for each is there.

use crate::programme::National;
use crate::records::{ContractForm, Contribution, HalfYear};

/// A line of the classification of spending, in the order in which money is shared out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Paragraph {
    /// Pay under employment contracts.
    Pay4010,
    /// Thirteenth salary.
    Annual4040,
    /// Social insurance.
    Social4110,
    /// Contributions known as one sum only.
    Combined,
    /// Labour Fund and Solidarity Fund.
    LabourFund4120,
    /// Pay under service contracts.
    Pay4170,
    /// Employee capital plans.
    Ppk4710,
    /// Guaranteed employee benefits fund, which budget units do not pay.
    Fgsp,
}

impl Paragraph {
    /// Number as shown.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pay4010 => "4010",
            Self::Annual4040 => "4040",
            Self::Social4110 => "4110",
            Self::Combined => "4110+4120 łącznie",
            Self::LabourFund4120 => "4120",
            Self::Pay4170 => "4170",
            Self::Ppk4710 => "4710",
            Self::Fgsp => "FGŚP",
        }
    }

    /// Name of the paragraph.
    pub fn name(self, national: National) -> &'static str {
        match self {
            Self::Combined => "Pochodne podane jedną kwotą, bez podziału na paragrafy",
            Self::Fgsp => {
                "Fundusz Gwarantowanych Świadczeń Pracowniczych (nie dotyczy jednostek budżetowych)"
            }
            paragraph => national.paragraph_name(paragraph.code()).unwrap_or_default(),
        }
    }

    /// Is it one of pay?
    pub fn is_pay(self) -> bool {
        matches!(self, Self::Pay4010 | Self::Annual4040 | Self::Pay4170)
    }

    /// The paragraph of pay under a form of contract.
    pub fn of_pay(form: ContractForm) -> Self {
        match form {
            ContractForm::Employment => Self::Pay4010,
            ContractForm::Service => Self::Pay4170,
        }
    }

    /// The paragraph of a column of contributions.
    pub fn of_contribution(contribution: Contribution) -> Self {
        match contribution {
            Contribution::Pension
            | Contribution::Disability
            | Contribution::Accident
            | Contribution::Paragraph4110 => Self::Social4110,
            Contribution::LabourFund | Contribution::Paragraph4120 => Self::LabourFund4120,
            Contribution::Fgsp => Self::Fgsp,
            Contribution::Ppk | Contribution::Paragraph4710 => Self::Ppk4710,
            Contribution::Total => Self::Combined,
        }
    }
}

/// Returns the name of a round.
pub fn round_words(half_year: Option<HalfYear>) -> &'static str {
    half_year.map_or("cały okres", HalfYear::word)
}
