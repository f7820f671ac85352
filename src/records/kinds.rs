//! The closed choices of the tables: form of contract, component, source, half-year, contribution column.
//!
//! Each choice has one word or key, the one the tables use; whoever shows or looks up a choice asks here.

use crate::units::Month;

/// Form of contract.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ContractForm {
    /// `umowa o pracę`.
    Employment,
    /// `umowa zlecenie` or `umowa o świadczenie usług`.
    Service,
}

/// What a person is employed as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Position {
    /// `asystent rodziny`, also where nothing is given.
    Assistant,
    /// `koordynator rodzinnej pieczy zastępczej`.
    Coordinator,
}

/// What part of the programme's money a row speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FundComponent {
    /// `dodatki`.
    Supplement,
    /// `koszty zatrudnienia`.
    EmploymentCost,
}

/// Who pays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FundingSource {
    /// `budżet państwa`.
    StateBudget,
    /// `Fundusz Pracy`.
    LabourFund,
}

/// Half of a year: the rounds of 2024.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HalfYear {
    /// `I-VI`.
    First,
    /// `VII-XII`.
    Second,
}

/// What a contract says of interest on money that goes back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum InterestClause {
    /// `jak od zaległości podatkowych`.
    TaxArrears,
    /// `ustawowe`: under the civil code, at a rate that must be given.
    Statutory,
    /// `bankowe`: what the bank paid.
    Bank,
    /// `brak`: none.
    Nothing,
}

/// A column of employer contributions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Contribution {
    /// Emerytalna.
    Pension,
    /// Rentowa.
    Disability,
    /// Wypadkowa.
    Accident,
    /// FP i FS.
    LabourFund,
    /// FGŚP.
    Fgsp,
    /// PPK.
    Ppk,
    /// § 4110 as one sum.
    Paragraph4110,
    /// § 4120 as one sum.
    Paragraph4120,
    /// § 4710 as one sum.
    Paragraph4710,
    /// All contributions as one sum.
    Total,
}

impl ContractForm {
    /// Returns the first word of the tables for the form; a service contract has a second one.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Employment => "umowa o pracę",
            Self::Service => "umowa zlecenie",
        }
    }
}

impl Position {
    /// Returns the words of `Stanowisko`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Assistant => "asystent rodziny",
            Self::Coordinator => "koordynator rodzinnej pieczy zastępczej",
        }
    }
}

impl FundComponent {
    /// Returns the word of `Środki`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supplement => "dodatki",
            Self::EmploymentCost => "koszty zatrudnienia",
        }
    }
}

impl FundingSource {
    /// Returns the word of `Środki`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::StateBudget => "budżet państwa",
            Self::LabourFund => "Fundusz Pracy",
        }
    }
}

impl HalfYear {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// Returns the half-year that a month lies in.
    pub const fn of(month: Month) -> Self {
        if month.number <= 6 { Self::First } else { Self::Second }
    }

    /// Reads [`HalfYear::word`].
    pub fn typed(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|half| half.word() == text)
    }

    /// Returns the word of the tables' `Okres`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "I-VI",
            Self::Second => "VII-XII",
        }
    }
}

impl InterestClause {
    /// All, in the order of the schema.
    pub const ALL: [Self; 4] = [Self::TaxArrears, Self::Statutory, Self::Bank, Self::Nothing];

    /// Returns the words of `Umowa`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::TaxArrears => "jak od zaległości podatkowych",
            Self::Statutory => "ustawowe",
            Self::Bank => "bankowe",
            Self::Nothing => "brak",
        }
    }
}

impl Contribution {
    /// All columns, in the schema's order.
    pub const ALL: [Self; 10] = [
        Self::Pension,
        Self::Disability,
        Self::Accident,
        Self::LabourFund,
        Self::Fgsp,
        Self::Ppk,
        Self::Paragraph4110,
        Self::Paragraph4120,
        Self::Paragraph4710,
        Self::Total,
    ];

    /// Returns the key of the column in `Płace`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pension => "pension",
            Self::Disability => "disability",
            Self::Accident => "accident",
            Self::LabourFund => "labour_fund",
            Self::Fgsp => "fgsp",
            Self::Ppk => "ppk",
            Self::Paragraph4110 => "par_4110",
            Self::Paragraph4120 => "par_4120",
            Self::Paragraph4710 => "par_4710",
            Self::Total => "contributions",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{TableId, schema};

    #[test]
    fn words_and_keys_are_those_of_the_schema() {
        let pay = schema::table(TableId::Pay);
        let known: Vec<&str> = pay.columns.iter().map(|c| c.key).collect();
        let keys: Vec<&str> = Contribution::ALL.iter().map(|c| c.key()).collect();
        let in_schema: Vec<&str> = known.into_iter().filter(|k| keys.contains(k)).collect();
        assert_eq!(in_schema, keys, "each is a column of pay, in the schema's order");
        assert_eq!(schema::HALF_YEARS, [HalfYear::First.word(), HalfYear::Second.word()]);
        let components = [FundComponent::Supplement.word(), FundComponent::EmploymentCost.word()];
        assert_eq!(schema::COMPONENTS, components);
        assert_eq!(schema::INTEREST_CLAUSES, InterestClause::ALL.map(InterestClause::word));
        assert_eq!(
            schema::CONTRACT_FORMS[..2],
            [ContractForm::Employment.word(), ContractForm::Service.word()]
        );
    }
}
