//! What is wrong with the columns of a table: missing, misspelt, doubled, unknown.
//!
//! A misspelt column that a figure may rest on is an error; whether an absent one is needed is mostly for the checks
//! to say, which know the programme.

use std::collections::BTreeMap;

use super::headers::{HeaderCell, Match};
use super::tables::bears_no_amount;
use super::words;
use crate::finding::code::intake as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::records::{ColumnSchema, Presence, TableId};
use crate::source::{CellRef, SheetId};
use crate::units::Exact;
use crate::units::money::polish_amount;

/// Likeness from which an unknown header is taken for a slip of the pen, in thousandths.
pub const SLIP: u32 = 800;

/// Returns the columns without which the table cannot be used.
fn missing(header: &Match) -> Vec<&'static ColumnSchema> {
    let mut missing: Vec<&ColumnSchema> = header
        .schema
        .columns
        .iter()
        .filter(|c| c.presence == Presence::Required || header.schema.recognised_by.contains(&c.key))
        .filter(|c| !header.has(c.key))
        .collect();
    // Pay is given by its components or as one sum, or the table holds a supplement alone (2020-2022); without any of
    // them there is nothing to settle.
    let amounts = ["base", "gross", "supplement", "motivation"];
    if header.schema.id == TableId::Pay && !amounts.iter().any(|key| header.has(key)) {
        missing.extend(header.schema.column("base"));
    }
    missing
}

/// Is the column given in another way, so that the table does without it?
fn otherwise_given(header: &Match, key: &str) -> bool {
    const SINGLE: &[&str] = &["pension", "disability", "accident", "labour_fund"];
    const PARAGRAPHS: &[&str] = &["par_4110", "par_4120", "contributions"];
    if header.schema.id != TableId::Pay {
        return false;
    }
    let any = |keys: &[&str]| keys.iter().any(|k| header.has(k));
    match key {
        "gross" => any(&["base"]),
        "base" => any(&["gross"]),
        key if SINGLE.contains(&key) => any(PARAGRAPHS),
        key if PARAGRAPHS.contains(&key) => any(SINGLE) || any(&["contributions"]),
        _ => false,
    }
}

/// Headers of payrolls that are rightly no cost of the employer, or a sum or base of what stands beside them: parts of
/// words, as compared.
const NO_COST: [&str; 25] = [
    "netto",
    "podat",
    "zalicz",
    "zdrowot",
    "potrac",
    "dowyplaty",
    "kosztyuzysk",
    "kup",
    "pracownika",
    "ulga",
    "razem",
    "ogolem",
    "suma",
    "lacznie",
    "podstaw",
    "stawk",
    "pozyczk",
    "zfss",
    "pkzp",
    "godz",
    "numer",
    "skladkachorob",
    "dieta",
    "deleg",
    "ryczalt",
];

/// Warns of unknown columns of pay that hold amounts, and takes them out of the list. Sums by column of the sheet.
fn unread_amounts(
    header: &Match,
    sheet: SheetId,
    sums: &BTreeMap<u32, Exact>,
    unknown: &mut Vec<&HeaderCell>,
) -> Option<Finding> {
    let no_cost = |cell: &HeaderCell| NO_COST.iter().any(|part| cell.normal.contains(part));
    let told = |cell: &HeaderCell| sums.contains_key(&cell.column) && !no_cost(cell);
    let (with, without): (Vec<&HeaderCell>, Vec<&HeaderCell>) =
        unknown.iter().copied().partition(|c| told(c));
    *unknown = without;
    let first = with.first()?;
    let name = |c: &&HeaderCell| {
        let sum = sums.get(&c.column).map_or_else(String::new, |sum| polish_amount(sum, 2));
        format!("{} ({sum} zł)", c.text)
    };
    let names: Vec<String> = with.iter().map(name).collect();
    let at = CellRef { sheet, row: first.row, column: first.column };
    let mut finding = Finding::at(&codes::UNREAD_AMOUNTS, at)
        .with_seen(Fact::Text(names.join("; ")))
        .with("table", Fact::Text(header.schema.sheet.to_owned()))
        .with("count", Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX)));
    let further = with.iter().skip(1).take(12);
    finding.related = further.map(|c| CellRef { sheet, row: c.row, column: c.column }).collect();
    Some(finding)
}

/// Says which columns are missing, misspelt, doubled or unknown; returns whether every needed column is there. `sums`
/// holds what unknown columns of amounts come to, by column of the sheet.
pub fn check_header(
    header: &Match,
    sheet: SheetId,
    first: (u32, u32),
    sums: &BTreeMap<u32, Exact>,
    findings: &mut Vec<Finding>,
) -> bool {
    let table = || Fact::Text(header.schema.sheet.to_owned());
    let at = |cell: &HeaderCell| CellRef { sheet, row: cell.row, column: cell.column };
    let mut unknown: Vec<&HeaderCell> = header.unknown.iter().collect();
    let missing = missing(header);
    let mut complete = missing.is_empty();
    for column in missing {
        let near = take_nearest(&mut unknown, column, 550);
        let place = near.as_ref().map_or(CellRef { sheet, row: first.0, column: first.1 }, |c| at(c));
        let mut finding = Finding::at(&codes::MISSING_HEADER, place)
            .with_expected(Fact::Text(column.header.to_owned()))
            .with("table", table())
            .with("likely", Fact::Count(i64::from(near.is_some())));
        if let Some(near) = near {
            finding = finding.with_seen(Fact::Text(near.text.clone()));
        }
        findings.push(finding);
    }
    for cell in &header.repeated {
        findings.push(
            Finding::at(&codes::DUPLICATE_HEADER, at(cell))
                .with_seen(Fact::Text(cell.text.clone()))
                .with("table", table()),
        );
    }
    for column in header.schema.columns.iter().filter(|c| !header.has(c.key)) {
        if let Some(cell) = take_slip(&mut unknown, column) {
            // A misspelt column that a figure may rest on would be settled as if nothing had been given.
            let needed = column.presence != Presence::Optional
                && !otherwise_given(header, column.key)
                && !bears_no_amount(header.schema.id, column);
            complete &= !needed;
            findings.push(
                Finding::at(&codes::SIMILAR_HEADER, at(cell))
                    .with_severity(if needed { Severity::Error } else { Severity::Warning })
                    .with_seen(Fact::Text(cell.text.clone()))
                    .with_expected(Fact::Text(column.header.to_owned()))
                    .with("table", table()),
            );
        }
    }
    findings.extend(unread_amounts(header, sheet, sums, &mut unknown));
    if let Some(cell) = unknown.first() {
        let names: Vec<&str> = unknown.iter().map(|c| c.text.as_str()).collect();
        findings.push(
            Finding::at(&codes::UNKNOWN_COLUMNS, at(cell))
                .with_seen(Fact::Text(names.join("; ")))
                .with("table", table())
                .with("count", Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX))),
        );
    }
    complete
}

/// Takes the unknown header that is most likely a slip of the pen for a column out of the list.
fn take_slip<'a>(unknown: &mut Vec<&'a HeaderCell>, column: &ColumnSchema) -> Option<&'a HeaderCell> {
    let index = nearest_by(unknown, SLIP, |cell| {
        std::iter::once(&column.header)
            .chain(column.aliases)
            .map(|header| words::slip(&cell.text, header))
            .max()
            .unwrap_or_default()
    })?;
    Some(unknown.remove(index))
}

/// Returns the position of the highest score that is at least so high.
fn nearest_by<T>(all: &[T], least: u32, score: impl Fn(&T) -> u32) -> Option<usize> {
    let scores = all.iter().map(score).enumerate();
    let best = scores.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    (best.1 >= least).then_some(best.0)
}

/// Takes the unknown header most like a column out of the list, when it is at least so much alike.
fn take_nearest<'a>(
    unknown: &mut Vec<&'a HeaderCell>,
    column: &ColumnSchema,
    least: u32,
) -> Option<&'a HeaderCell> {
    let alike = |cell: &&HeaderCell| {
        let of = |header: &str| {
            let header = words::normal(header);
            words::likeness(words::without_unit(&cell.normal), words::without_unit(&header))
        };
        std::iter::once(&column.header).chain(column.aliases).map(|h| of(h)).max().unwrap_or_default()
    };
    nearest_by(unknown, least, alike).map(|index| unknown.remove(index))
}
