//! What a report alone cannot prove, column by column: said always, so that a clean verdict is not taken for more than
//! it is. `docs/pl/kontrola-zalacznika.md` lists the same.

use super::ledger::ReadTable;
use crate::audit::Unverified;
use crate::finding::Fact;
use crate::forms::definition::{Column, ColumnCell, RowUnit, TotalCell};
use crate::forms::fields::{AssistantField, ComponentField, Field, MonthField, MunicipalityField};

/// Returns what cannot be verified about a figure and why, as a key of the catalogues.
pub fn why(field: Field) -> Option<&'static str> {
    use AssistantField as A;
    use ComponentField as C;
    use MunicipalityField as M;
    match field {
        // No strange settlement has cells of other papers.
        Field::Agreement(_) | Field::Assistant(A::Number) | Field::Listed(_) => None,
        Field::Assistant(A::SupplementCost | A::SupplementCoFinancing | A::SupplementOwn)
        | Field::Month(MonthField::SupplementCoFinancing | MonthField::SupplementOwn)
        | Field::Component(
            crate::forms::definition::PartOf::Supplement,
            C::Cost | C::CoFinancing | C::OwnContribution,
        ) => Some("annex-unverified-supplement"),
        Field::Assistant(A::EmploymentCost | A::EmploymentCoFinancing)
        | Field::Component(
            crate::forms::definition::PartOf::Employment,
            C::Cost | C::CoFinancing | C::OwnContribution,
        )
        | Field::All(C::Cost | C::CoFinancing | C::OwnContribution)
        | Field::Municipality(M::TotalCost) => Some("annex-unverified-wages"),
        Field::Assistant(
            A::ReferencePostsEmployment | A::ReferencePostsService | A::HasEmployment | A::HasService,
        )
        | Field::Month(MonthField::PostsEmployment | MonthField::PostsService) => {
            Some("annex-unverified-posts")
        }
        Field::Assistant(A::Families(_)) | Field::Municipality(M::Families(_)) => {
            Some("annex-unverified-families")
        }
        Field::Municipality(
            M::AverageHeads
            | M::AveragePostsEmployment
            | M::AveragePostsService
            | M::AveragePosts
            | M::Assistants
            | M::SupplementMonths,
        ) => Some("annex-unverified-averages"),
        Field::Municipality(M::Level) => Some("annex-unverified-level"),
        Field::Component(_, C::Awarded | C::Transferred | C::DueNotTransferred)
        | Field::All(C::Awarded | C::Transferred | C::DueNotTransferred) => {
            Some("annex-unverified-transfers")
        }
        Field::Component(_, C::Unused | C::Returned | C::Misused | C::Interest | C::ReturnTotal)
        | Field::All(C::Unused | C::Returned | C::Misused | C::Interest | C::ReturnTotal)
        | Field::Municipality(M::ReturnedInYear | M::ReturnedLater | M::ReturnedLaterOn | M::BankInterest) => {
            Some("annex-unverified-returns")
        }
        Field::Municipality(M::OtherPublic) => Some("annex-unverified-other-money"),
    }
}

/// Returns the reason for a column of a table.
pub fn why_column(column: &Column) -> Option<&'static str> {
    match (&column.cell, &column.total) {
        (ColumnCell::Field(field), _) | (ColumnCell::Empty, TotalCell::Field(field)) => why(field.field),
        (ColumnCell::Empty, TotalCell::Empty) => Some("annex-unverified-left-blank"),
        _ => None,
    }
}

/// Lists the columns of the tables that were found, by reason.
pub fn of_tables(tables: &[ReadTable<'_>]) -> Vec<Unverified> {
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    for table in tables {
        let mut of_table: Vec<(&'static str, Vec<&str>)> = Vec::new();
        for (column, at) in table.table().columns.iter().zip(&table.found.columns) {
            if let (Some(why), Some(_)) = (why_column(column), at) {
                match of_table.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, columns)) => columns.push(&column.number),
                    None => of_table.push((why, vec![&column.number])),
                }
            }
        }
        for (why, columns) in of_table {
            let text = format!("{}: {}", table.found.part, columns.join(", "));
            match found.iter_mut().find(|(known, _)| *known == why) {
                Some((_, texts)) => texts.push(text),
                None => found.push((why, vec![text])),
            }
        }
        for (_, _, heading) in &table.found.extra {
            let heading = heading.chars().take(80).collect::<String>();
            let text = format!("{}: „{heading}”", table.found.part);
            match found.iter_mut().find(|(known, _)| *known == "annex-unverified-extra") {
                Some((_, texts)) => texts.push(text),
                None => found.push(("annex-unverified-extra", vec![text])),
            }
        }
    }
    let municipality_only = tables.iter().all(|t| t.table().rows == RowUnit::Municipality);
    if municipality_only && !tables.is_empty() {
        found.push(("annex-unverified-no-lines", Vec::new()));
    }
    found.into_iter().map(|(key, columns)| said(key, &columns)).collect()
}

/// Says a reason with its columns.
pub fn said(key: &'static str, columns: &[String]) -> Unverified {
    Unverified { key, facts: vec![("columns", Fact::Text(columns.join("; ")))] }
}

/// Lists the rows of lists by reason.
pub fn of_rows(ledger: &super::ledger::Ledger<'_>) -> Vec<Unverified> {
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    for cell in ledger.rows.iter().flat_map(|row| &row.cells).flatten().map(|i| &ledger.cells[*i]) {
        let Some(why) = cell.field.and_then(|f| why(f.field)) else { continue };
        match found.iter_mut().find(|(known, _)| *known == why) {
            Some((_, texts)) => texts.push(cell.label.clone()),
            None => found.push((why, vec![cell.label.clone()])),
        }
    }
    found.into_iter().map(|(key, rows)| said(key, &rows)).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::audit::foreign::locate;
    use crate::forms::Forms;

    /// What the page for auditors calls a reason.
    fn words(key: &str) -> &'static str {
        match key {
            "annex-unverified-supplement" => "czy dodatek się należał i czy go wypłacono w terminie",
            "annex-unverified-wages" => "sam koszt wynagrodzeń (płaca zasadnicza i staż za miesiące)",
            "annex-unverified-posts" => "wymiar etatu i forma umowy",
            "annex-unverified-families" => "liczby rodzin i dzieci oraz liczba rodzin naraz w miesiącu",
            "annex-unverified-averages" => "średnie z miesięcy",
            "annex-unverified-transfers" => "kwoty przyznane i przekazane",
            "annex-unverified-returns" => "dni zwrotu, środki wykorzystane nieprawidłowo, odsetki",
            "annex-unverified-left-blank" => "wszystko: kolumnę wypełnia wojewoda",
            other => panic!("no words for {other}"),
        }
    }

    fn table() -> String {
        let mut text = String::from("| rok | część | kolumna | czego nie widać |\n|---|---|---|---|\n");
        for year in ["2023", "2024", "2025"] {
            let form = Forms::built_in().get(&format!("asystent-rodziny-{year}")).expect("an official form");
            for (part, table) in locate::tables(&form) {
                let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
                for column in &table.columns {
                    let Some(why) = why_column(column) else { continue };
                    match rows.iter_mut().find(|(known, _)| *known == why) {
                        Some((_, columns)) => columns.push(&column.number),
                        None => rows.push((why, vec![&column.number])),
                    }
                }
                for (why, columns) in rows {
                    let _writing_to_a_string_cannot_fail =
                        writeln!(text, "| {year} | {part} | {} | {} |", columns.join(", "), words(why));
                }
            }
        }
        text
    }

    #[test]
    fn the_page_for_auditors_lists_the_same_columns() {
        let page = include_str!("../../../docs/pl/kontrola-zalacznika.md");
        let table = table();
        assert!(page.ends_with(&table), "docs/pl/kontrola-zalacznika.md should end with:\n{table}");
    }
}
