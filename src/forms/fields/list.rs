//! The list itself: name, field, look and meaning.

use super::{
    AgreementField as G, AssistantField as A, ComponentField as C, FamilyCount as N, Field, FieldInfo,
    MonthField as M, MunicipalityField as U,
};
use crate::calc::Format;
use crate::forms::definition::PartOf;

const fn info(name: &'static str, field: Field, format: Format, meaning: &'static str) -> FieldInfo {
    FieldInfo { name, field, format, meaning }
}

const fn agreement(name: &'static str, field: G, format: Format, meaning: &'static str) -> FieldInfo {
    info(name, Field::Agreement(field), format, meaning)
}
const fn assistant(name: &'static str, field: A, format: Format, meaning: &'static str) -> FieldInfo {
    info(name, Field::Assistant(field), format, meaning)
}
const fn municipality(name: &'static str, field: U, format: Format, meaning: &'static str) -> FieldInfo {
    info(name, Field::Municipality(field), format, meaning)
}
const fn month(name: &'static str, field: M, format: Format, meaning: &'static str) -> FieldInfo {
    info(name, Field::Month(field), format, meaning)
}
const fn supplement(name: &'static str, field: C, meaning: &'static str) -> FieldInfo {
    info(name, Field::Component(PartOf::Supplement, field), Format::Money, meaning)
}
const fn employment(name: &'static str, field: C, meaning: &'static str) -> FieldInfo {
    info(name, Field::Component(PartOf::Employment, field), Format::Money, meaning)
}
const fn both(name: &'static str, field: C, meaning: &'static str) -> FieldInfo {
    info(name, Field::All(field), Format::Money, meaning)
}

/// Every field, in the order of the list for people.
pub const FIELDS: &[FieldInfo] = &[
    agreement("agreement.voivodeship", G::Voivodeship, Format::Text, "voivodeship"),
    agreement("agreement.teryt", G::Teryt, Format::Text, "TERYT code of the municipality"),
    agreement("agreement.municipality", G::Municipality, Format::Text, "name of the municipality"),
    agreement("agreement.unit", G::Unit, Format::Text, "name of the implementing unit"),
    agreement("agreement.number", G::Number, Format::Text, "number of the agreement"),
    agreement("agreement.day", G::Day, Format::Day, "day of the agreement"),
    agreement("agreement.amendment_number", G::AmendmentNumber, Format::Text, "number of the amendment"),
    agreement("agreement.amendment_day", G::AmendmentDay, Format::Day, "day of the amendment"),
    agreement("agreement.programme", G::Programme, Format::Text, "title of the programme"),
    agreement("agreement.period_from", G::PeriodFrom, Format::Day, "first day settled"),
    agreement("agreement.period_to", G::PeriodTo, Format::Day, "last day settled"),
    agreement("agreement.prepared_by", G::PreparedBy, Format::Text, "who prepared the settlement"),
    agreement("agreement.chief_accountant", G::ChiefAccountant, Format::Text, "chief accountant"),
    agreement("agreement.head_of_unit", G::HeadOfUnit, Format::Text, "head of the unit"),
    agreement("agreement.mayor", G::Mayor, Format::Text, "mayor"),
    agreement("settlement.as_of", G::AsOf, Format::Day, "day the settlement speaks of"),
    assistant("assistant.number", A::Number, Format::Count, "running number, the same in all parts"),
    assistant("assistant.supplement_cost", A::SupplementCost, Format::Money, "cost of the supplement"),
    assistant(
        "assistant.supplement_co_financing",
        A::SupplementCoFinancing,
        Format::Money,
        "co-financing of the supplement",
    ),
    assistant(
        "assistant.supplement_own",
        A::SupplementOwn,
        Format::Money,
        "own contribution to the supplement",
    ),
    assistant("assistant.employment_cost", A::EmploymentCost, Format::Money, "eligible wage cost"),
    assistant(
        "assistant.employment_co_financing",
        A::EmploymentCoFinancing,
        Format::Money,
        "co-financing of the wage cost",
    ),
    assistant(
        "assistant.reference_posts_employment",
        A::ReferencePostsEmployment,
        Format::Posts,
        "post under employment contracts on the reference day",
    ),
    assistant(
        "assistant.reference_posts_service",
        A::ReferencePostsService,
        Format::Posts,
        "post under service contracts used for the supplement",
    ),
    assistant("assistant.has_employment", A::HasEmployment, Format::Count, "1: employment contract, else 0"),
    assistant("assistant.has_service", A::HasService, Format::Count, "1: service contract, else 0"),
    assistant("assistant.families", A::Families(N::Families), Format::Count, "families in care"),
    assistant("assistant.children", A::Families(N::Children), Format::Count, "children in those families"),
    assistant(
        "assistant.families_advised",
        A::Families(N::FamiliesAdvised),
        Format::Count,
        "families advised under \"Za życiem\"",
    ),
    assistant(
        "assistant.children_advised",
        A::Families(N::ChildrenAdvised),
        Format::Count,
        "children of the families advised",
    ),
    assistant(
        "assistant.endangered_pregnancy",
        A::Families(N::EndangeredPregnancy),
        Format::Count,
        "families with an endangered pregnancy",
    ),
    assistant(
        "assistant.coordination",
        A::Families(N::Coordination),
        Format::Count,
        "families whose support is coordinated",
    ),
    month(
        "month.supplement_co_financing",
        M::SupplementCoFinancing,
        Format::Money,
        "co-financing of the month's supplement",
    ),
    month(
        "month.supplement_own",
        M::SupplementOwn,
        Format::Money,
        "own contribution to the month's supplement",
    ),
    month("month.posts_employment", M::PostsEmployment, Format::Posts, "post under employment contracts"),
    month("month.posts_service", M::PostsService, Format::Posts, "post under service contracts"),
    supplement("supplement.cost", C::Cost, "cost of supplements"),
    supplement("supplement.awarded", C::Awarded, "awarded for supplements"),
    supplement("supplement.transferred", C::Transferred, "transferred for supplements"),
    supplement("supplement.co_financing", C::CoFinancing, "co-financing of supplements"),
    supplement("supplement.own_contribution", C::OwnContribution, "own contribution to supplements"),
    supplement("supplement.due_not_transferred", C::DueNotTransferred, "earned but not transferred"),
    supplement("supplement.unused", C::Unused, "transferred and not used"),
    supplement("supplement.returned", C::Returned, "principal returned"),
    supplement("supplement.misused", C::Misused, "misused, undue or excessive"),
    supplement("supplement.interest", C::Interest, "interest"),
    supplement("supplement.return_total", C::ReturnTotal, "to return, interest included"),
    employment("employment.cost", C::Cost, "eligible employment cost"),
    employment("employment.awarded", C::Awarded, "awarded for employment costs"),
    employment("employment.transferred", C::Transferred, "transferred for employment costs"),
    employment("employment.co_financing", C::CoFinancing, "co-financing of employment costs"),
    employment("employment.own_contribution", C::OwnContribution, "own contribution to employment costs"),
    employment("employment.due_not_transferred", C::DueNotTransferred, "earned but not transferred"),
    employment("employment.unused", C::Unused, "transferred and not used"),
    employment("employment.returned", C::Returned, "principal returned"),
    employment("employment.misused", C::Misused, "misused, undue or excessive"),
    employment("employment.interest", C::Interest, "interest"),
    employment("employment.return_total", C::ReturnTotal, "to return, interest included"),
    both("all.cost", C::Cost, "cost of the task"),
    both("all.awarded", C::Awarded, "awarded in all"),
    both("all.transferred", C::Transferred, "transferred in all"),
    both("all.co_financing", C::CoFinancing, "co-financing in all"),
    both("all.own_contribution", C::OwnContribution, "own contribution in all"),
    both("all.due_not_transferred", C::DueNotTransferred, "earned but not transferred in all"),
    both("all.unused", C::Unused, "transferred and not used in all"),
    both("all.returned", C::Returned, "principal returned in all"),
    both("all.misused", C::Misused, "misused, undue or excessive in all"),
    both("all.interest", C::Interest, "interest in all"),
    both("all.return_total", C::ReturnTotal, "to return in all, interest included"),
    municipality(
        "municipality.level",
        U::Level,
        Format::Percent,
        "level of co-financing of employment costs",
    ),
    municipality("municipality.average_heads", U::AverageHeads, Format::Posts, "mean number of assistants"),
    municipality(
        "municipality.average_posts_employment",
        U::AveragePostsEmployment,
        Format::Posts,
        "mean posts under employment contracts",
    ),
    municipality(
        "municipality.average_posts_service",
        U::AveragePostsService,
        Format::Posts,
        "mean posts under service contracts",
    ),
    municipality(
        "municipality.average_posts",
        U::AveragePosts,
        Format::Posts,
        "mean posts under all contracts",
    ),
    municipality("municipality.assistants", U::Assistants, Format::Count, "number of assistants"),
    municipality(
        "municipality.supplement_months",
        U::SupplementMonths,
        Format::Count,
        "assistant-months that earned a supplement",
    ),
    municipality(
        "municipality.returned_in_year",
        U::ReturnedInYear,
        Format::Money,
        "principal returned by 31 December",
    ),
    municipality(
        "municipality.returned_later",
        U::ReturnedLater,
        Format::Money,
        "principal returned after 31 December",
    ),
    municipality(
        "municipality.returned_later_on",
        U::ReturnedLaterOn,
        Format::Day,
        "last day of a return after 31 December",
    ),
    municipality(
        "municipality.other_public",
        U::OtherPublic,
        Format::Money,
        "other public money in the payments that count",
    ),
    municipality(
        "municipality.total_cost",
        U::TotalCost,
        Format::Money,
        "cost of the task and other public money",
    ),
    municipality("municipality.bank_interest", U::BankInterest, Format::Money, "bank interest on the money"),
    municipality(
        "municipality.families",
        U::Families(N::Families),
        Format::Count,
        "families in care, each counted once",
    ),
    municipality(
        "municipality.children",
        U::Families(N::Children),
        Format::Count,
        "children in those families",
    ),
    municipality(
        "municipality.families_advised",
        U::Families(N::FamiliesAdvised),
        Format::Count,
        "families advised under \"Za życiem\"",
    ),
    municipality(
        "municipality.children_advised",
        U::Families(N::ChildrenAdvised),
        Format::Count,
        "children of the families advised",
    ),
    municipality(
        "municipality.endangered_pregnancy",
        U::Families(N::EndangeredPregnancy),
        Format::Count,
        "families with an endangered pregnancy",
    ),
    municipality(
        "municipality.coordination",
        U::Families(N::Coordination),
        Format::Count,
        "families whose support is coordinated",
    ),
];
