//! The closed list of what a cell of a form may show, by name. `report-templates/README.md` is written from it.
//!
//! Names and formats only; [`mod@super::fill`] finds the figures.

use std::fmt::Write as _;

mod list;
mod papers;

use super::definition::{Paper, PartOf};
use crate::calc::Format;

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// Text or date of the agreement.
    Agreement(AgreementField),
    /// Figure of an assistant.
    Assistant(AssistantField),
    /// Figure of an assistant in a month.
    Month(MonthField),
    /// Figure of one component.
    Component(PartOf, ComponentField),
    /// Figure of both components together.
    All(ComponentField),
    /// Figure of the municipality.
    Municipality(MunicipalityField),
    /// Figure of a paper beside the settlement, handed over by name.
    Listed(ListedField),
}

/// A figure of a paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ListedField {
    /// The paper.
    pub paper: Paper,
    /// Of a row; else it stands once.
    pub in_row: bool,
    /// Its name, under which it is handed over.
    pub name: &'static str,
}

/// Texts of the agreement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "named as the fields of `Agreement`")]
pub enum AgreementField {
    Voivodeship,
    Teryt,
    Municipality,
    Unit,
    Number,
    Day,
    AmendmentNumber,
    AmendmentDay,
    Programme,
    PeriodFrom,
    PeriodTo,
    PreparedBy,
    ChiefAccountant,
    HeadOfUnit,
    Mayor,
    AsOf,
}

/// Counts of families, in the order of `AssistantFigures::families`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "described in the list of fields")]
pub enum FamilyCount {
    Families,
    Children,
    FamiliesAdvised,
    ChildrenAdvised,
    EndangeredPregnancy,
    Coordination,
}

/// Figures of an assistant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "named as the fields of `AssistantFigures` and `AssistantRound`")]
pub enum AssistantField {
    Number,
    SupplementCost,
    SupplementCoFinancing,
    SupplementOwn,
    EmploymentCost,
    EmploymentCoFinancing,
    ReferencePostsEmployment,
    ReferencePostsService,
    HasEmployment,
    HasService,
    Families(FamilyCount),
}

/// Figures of an assistant in a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "described in the list of fields")]
pub enum MonthField {
    SupplementCoFinancing,
    SupplementOwn,
    PostsEmployment,
    PostsService,
}

/// Figures of a component.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "named as the fields of `ComponentFigures`")]
pub enum ComponentField {
    Cost,
    Awarded,
    Transferred,
    CoFinancing,
    OwnContribution,
    DueNotTransferred,
    Unused,
    Returned,
    Misused,
    Interest,
    ReturnTotal,
}

impl ComponentField {
    /// Does a blank mean that the figure is not known, so that a sum with it is not known either?
    pub fn blank_is_unknown(self) -> bool {
        matches!(
            self,
            Self::Awarded | Self::Transferred | Self::DueNotTransferred | Self::Unused | Self::ReturnTotal
        )
    }
}

/// Figures of the municipality.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "described in the list of fields")]
pub enum MunicipalityField {
    Level,
    AverageHeads,
    AveragePostsEmployment,
    AveragePostsService,
    Assistants,
    SupplementMonths,
    ReturnedInYear,
    ReturnedLater,
    ReturnedLaterOn,
    OtherPublic,
    TotalCost,
    BankInterest,
    AveragePosts,
    Families(FamilyCount),
}

/// Where a field may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Anywhere: there is one value.
    Once,
    /// In rows of assistants.
    Assistant,
    /// In month columns of rows of assistants.
    AssistantMonth,
    /// In the rows of a paper.
    Listed(Paper),
}

/// A field with its name and how it is shown.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    /// Name in form files.
    pub name: &'static str,
    /// The field.
    pub field: Field,
    /// How it is shown.
    pub format: Format,
    /// What it is, for the list in `report-templates/README.md`.
    pub meaning: &'static str,
}

/// Every field, in the order of the list for people.
pub fn all() -> impl Iterator<Item = &'static FieldInfo> {
    list::FIELDS.iter().chain(papers::FIELDS)
}

impl AssistantField {
    /// Is the total over assistants a figure that no field of the municipality names? The totals of costs are the
    /// component's figures.
    fn total_has_no_other_name(self) -> bool {
        matches!(
            self,
            Self::ReferencePostsEmployment
                | Self::ReferencePostsService
                | Self::HasEmployment
                | Self::HasService
                | Self::Families(_)
        )
    }
}

impl Field {
    /// Finds a field by its name.
    pub fn by_name(name: &str) -> Option<Self> {
        all().find(|f| f.name == name).map(|f| f.field)
    }

    /// Returns the field's name.
    pub fn name(self) -> &'static str {
        all().find(|f| f.field == self).map_or("", |f| f.name)
    }

    /// Does the field need a settlement?
    pub fn of_settlement(self) -> bool {
        !matches!(self, Self::Agreement(_) | Self::Listed(_))
    }

    /// Returns the name nearest to a wrong one.
    pub fn nearest_name(wrong: &str) -> &'static str {
        all().min_by_key(|f| strsim::damerau_levenshtein(wrong, f.name)).map_or("", |f| f.name)
    }

    /// Returns how the field is shown.
    pub fn format(self) -> Format {
        all().find(|f| f.field == self).map_or(Format::General, |f| f.format)
    }

    /// Returns where the field may stand.
    pub fn scope(self) -> Scope {
        match self {
            Self::Assistant(_) => Scope::Assistant,
            Self::Month(_) => Scope::AssistantMonth,
            Self::Listed(ListedField { paper, in_row: true, .. }) => Scope::Listed(paper),
            Self::Listed(_)
            | Self::Agreement(_)
            | Self::Component(..)
            | Self::All(_)
            | Self::Municipality(_) => Scope::Once,
        }
    }

    /// May the field stand in a row of a voivode's collective form? An assistant's field there is its total over the
    /// municipality's assistants, as in the total row of the municipality's own form.
    pub fn of_municipality(self) -> bool {
        match self {
            Self::Agreement(_) | Self::Component(..) | Self::All(_) | Self::Municipality(_) => true,
            Self::Assistant(field) => field.total_has_no_other_name(),
            Self::Listed(listed) => listed.paper == Paper::Collective && listed.in_row,
            Self::Month(_) => false,
        }
    }

    /// Does the field name a person?
    pub fn names_a_person(self) -> bool {
        use AgreementField as F;
        matches!(self, Self::Agreement(F::PreparedBy | F::ChiefAccountant | F::HeadOfUnit | F::Mayor))
    }

    /// Can the field be asked of one round?
    pub fn has_rounds(self) -> bool {
        match self {
            Self::Component(..) | Self::All(_) => true,
            Self::Assistant(a) => matches!(
                a,
                AssistantField::SupplementCost
                    | AssistantField::SupplementCoFinancing
                    | AssistantField::SupplementOwn
                    | AssistantField::EmploymentCost
                    | AssistantField::EmploymentCoFinancing
            ),
            _ => false,
        }
    }

    /// Does a blank mean that the figure is not known?
    pub fn blank_is_unknown(self) -> bool {
        matches!(self, Self::Component(_, c) | Self::All(c) if c.blank_is_unknown())
    }
}

/// Writes the list of fields as it stands in `report-templates/README.md`.
pub fn list_for_people() -> String {
    let mut text = String::from("| field | what it is | where | `round` |\n|---|---|---|---|\n");
    for f in all() {
        let place = match (f.field, f.field.scope()) {
            (Field::Listed(listed), Scope::Once) => format!("paper `{}`", listed.paper.word()),
            (_, Scope::Once) => "anywhere".to_owned(),
            (field, Scope::Assistant) if field.of_municipality() => {
                "rows of assistants; in rows `settled-municipality` their total".to_owned()
            }
            (_, Scope::Assistant) => "rows of assistants".to_owned(),
            (_, Scope::AssistantMonth) => "month columns".to_owned(),
            (_, Scope::Listed(paper)) => format!("rows `{}`", paper.row_word().unwrap_or_default()),
        };
        let rounds = if f.field.has_rounds() { "yes" } else { "" };
        let _writing_to_a_string_cannot_fail =
            writeln!(text, "| `{}` | {} | {place} | {rounds} |", f.name, f.meaning);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_every_field_stands_once() {
        for (i, a) in all().enumerate() {
            for b in all().skip(i + 1) {
                assert_ne!(a.name, b.name);
                assert_ne!(a.field, b.field, "{}", a.name);
            }
            assert_eq!(Field::by_name(a.name), Some(a.field));
            if let Field::Listed(listed) = a.field {
                assert_eq!(listed.name, a.name);
            }
        }
    }

    #[test]
    fn the_readme_lists_these_fields() {
        let readme = include_str!("../../report-templates/README.md");
        let list = list_for_people();
        assert!(
            readme.ends_with(&list),
            "the list at the end of report-templates/README.md should be:\n{list}"
        );
    }

    #[test]
    fn a_mistyped_name_finds_its_neighbour() {
        assert_eq!(Field::nearest_name("suplement.unused"), "supplement.unused");
    }
}
