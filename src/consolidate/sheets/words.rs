//! Polish words of the workbook: verdicts, kinds of files, figures. No figure is made here.

use super::rows::Row;
use crate::consolidate::for_office::{self, Acts};
use crate::consolidate::{Entry, FigureKey, Kind, Remark, Verdict};
use crate::forms::definition::PartOf;
use crate::forms::fields::{AssistantField, ComponentField, FamilyCount, Field, MunicipalityField};

/// A verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "przyjęte",
        Verdict::Remarks => "przyjęte z uwagami",
        Verdict::Rejected => "odrzucone",
        Verdict::Skipped => "pominięte",
    }
}

/// A kind of file.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Settlement => "rozliczenie programu",
        Kind::Form => "tylko formularz",
        Kind::Tables => "tabele",
        Kind::Export => "eksport",
        Kind::Unrelated => "inny plik",
    }
}

/// A severity.
pub fn severity(word: &str) -> &'static str {
    match word {
        "error" => "błąd",
        "warning" => "ostrzeżenie",
        _ => "uwaga",
    }
}

/// Who has to act.
pub fn acts(acts: Acts) -> &'static str {
    match acts {
        Acts::Municipality => "gmina",
        Acts::Office => "urząd",
        Acts::Nobody => "",
    }
}

/// What the office has to do about a remark: its own remedy, or to pass the municipality's on.
pub fn remedy(remark: &Remark) -> String {
    match for_office::acts(remark) {
        Acts::Municipality if !remark.hint.is_empty() => format!("Przekaż gminie: {}", remark.hint),
        Acts::Municipality | Acts::Office | Acts::Nobody => remark.hint.clone(),
    }
}

/// The name of a municipality as a reader looks for it.
pub fn municipality(entry: &Entry) -> String {
    let name = entry.municipality.as_deref().or(entry.unit.as_deref());
    name.map_or_else(|| "(nie podano nazwy)".to_owned(), str::to_owned)
}

/// A figure of a municipality, as a heading.
pub fn figure(key: FigureKey) -> String {
    let base = match Field::by_name(key.name) {
        Some(Field::Component(part, field)) => {
            let part = match part {
                PartOf::Supplement => "dodatki",
                PartOf::Employment => "koszty zatrudnienia",
            };
            format!("{} – {part}", component(field))
        }
        Some(Field::All(field)) => format!("{} – razem", component(field)),
        Some(Field::Municipality(field)) => of_municipality(field).to_owned(),
        Some(Field::Assistant(field)) => of_assistants(field)
            .map_or_else(|| key.name.to_owned(), |base| format!("{base} (suma po asystentach)")),
        _ => key.name.to_owned(),
    };
    match key.round {
        Some(round) => format!("{base}, {}", round.word()),
        None => base,
    }
}

fn component(field: ComponentField) -> &'static str {
    match field {
        ComponentField::Cost => "Koszt (zł)",
        ComponentField::Awarded => "Przyznano (zł)",
        ComponentField::Transferred => "Przekazano (zł)",
        ComponentField::CoFinancing => "Wykorzystano (zł)",
        ComponentField::OwnContribution => "Wkład własny (zł)",
        ComponentField::DueNotTransferred => "Należne, nieprzekazane (zł)",
        ComponentField::Unused => "Niewykorzystane (zł)",
        ComponentField::Returned => "Zwrócono (zł)",
        ComponentField::Misused => "Wykorzystane niezgodnie z przeznaczeniem (zł)",
        ComponentField::Interest => "Odsetki (zł)",
        ComponentField::ReturnTotal => "Do zwrotu (zł)",
    }
}

fn of_municipality(field: MunicipalityField) -> &'static str {
    use MunicipalityField as F;
    match field {
        F::Level => "Poziom dofinansowania",
        F::AverageHeads => "Średnia liczba asystentów",
        F::AveragePosts => "Etaty razem (średnio)",
        F::AveragePostsEmployment => "Etaty, umowa o pracę (średnio)",
        F::AveragePostsService => "Etaty, umowa zlecenia (średnio)",
        F::Assistants => "Liczba asystentów",
        F::SupplementMonths => "Miesiące z dodatkiem",
        F::ReturnedInYear => "Zwrócono do 31 grudnia (zł)",
        F::ReturnedLater => "Zwrócono po 31 grudnia (zł)",
        F::ReturnedLaterOn => "Ostatni zwrot po 31 grudnia",
        F::OtherPublic => "Inne środki publiczne (zł)",
        F::TotalCost => "Całkowity koszt zadania (zł)",
        F::BankInterest => "Odsetki bankowe (zł)",
        F::Families(count) => families(count),
    }
}

fn families(count: FamilyCount) -> &'static str {
    match count {
        FamilyCount::Families => "Rodziny",
        FamilyCount::Children => "Dzieci w rodzinach",
        FamilyCount::FamiliesAdvised => "Rodziny, porady „Za życiem”",
        FamilyCount::ChildrenAdvised => "Dzieci, porady „Za życiem”",
        FamilyCount::EndangeredPregnancy => "Rodziny z zagrożoną ciążą",
        FamilyCount::Coordination => "Rodziny, koordynacja wsparcia",
    }
}

/// A figure added up over the assistants of a form; none for what collective forms do not ask of them.
fn of_assistants(field: AssistantField) -> Option<&'static str> {
    use AssistantField as F;
    Some(match field {
        F::Families(count) => families(count),
        F::ReferencePostsEmployment => "Etaty w dniu odniesienia, umowa o pracę",
        F::ReferencePostsService => "Etaty w dniu odniesienia, umowa zlecenia",
        F::HasEmployment => "Asystenci z umową o pracę",
        F::HasService => "Asystenci z umową zlecenia",
        _ => return None,
    })
}

/// The kind of a municipality, which the seventh digit of its code tells, and its place in the order.
pub fn municipality_type(row: &Row<'_>) -> (u8, String) {
    let (order, word) = match row.teryt().get(6..) {
        _ if row.is_city() => (0, "miasto na prawach powiatu"),
        Some("1") => (1, "gmina miejska"),
        Some("2") => (2, "gmina wiejska"),
        Some("3") => (3, "gmina miejsko-wiejska"),
        _ => (4, "typ nieznany (kod bez siódmej cyfry)"),
    };
    (order, word.to_owned())
}
