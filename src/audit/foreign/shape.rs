//! The form itself: parts and columns that are missing or added, numbering, blanks, names, and what is hidden.

use std::collections::BTreeMap;

use super::findings::Told;
use super::labels::{Labels, Text};
use super::ledger::{Ledger, ReadTable};
use super::locate;
use super::page::{Page, Seen};
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::FormDefinition;
use crate::forms::definition::{ColumnCell, PartOf, RowUnit, TotalCell};
use crate::forms::fields::{AgreementField, AssistantField, ComponentField, Field, MunicipalityField};
use crate::intake::words;
use crate::programme::Programme;
use crate::units::TerytCode;

/// Tells what is wrong with the form.
pub fn tell(form: &FormDefinition, ledger: &Ledger<'_>, pages: &[Page], labels: &Labels, told: &mut Told) {
    parts(form, ledger, told);
    for table in &ledger.tables {
        let page = &pages[table.found.page];
        columns(table, page, told);
        numbering(table, page, told);
        blanks(table, ledger, told);
        left_blank(table, page, told);
        hidden(table, page, told);
    }
    same_assistants(ledger, pages, told);
    names(form, labels, &in_lines(ledger, pages), told);
}

fn parts(form: &FormDefinition, ledger: &Ledger<'_>, told: &mut Told) {
    let all = locate::tables(form);
    for (order, (part, table)) in all.iter().enumerate() {
        if !ledger.tables.iter().any(|t| t.found.order == order) && !all.is_empty() {
            let months = table.columns.iter().find_map(|c| c.month.clone()).unwrap_or_default();
            let name = if months.is_empty() { (*part).to_owned() } else { format!("{part} ({months} …)") };
            told.finding(Finding::new(&codes::ANNEX_PART_MISSING).with("part", Fact::Text(name)));
        }
    }
}

/// Parts over which a title of another year stands, and none of the report's own: such a part may hold the figures of
/// the year before, and nothing else on it would show that.
pub fn other_years(programme: &Programme, ledger: &Ledger<'_>, pages: &[Page], told: &mut Told) {
    let title = programme.title.as_str();
    let quoted = title.split_once('„').and_then(|(_, rest)| rest.split_once('”')).map(|(inner, _)| inner);
    let own = words::normal(quoted.unwrap_or(title));
    let digits = |part: &&str| part.len() == 4;
    let Some(year) = own.split(|c: char| !c.is_ascii_digit()).find(digits).map(str::to_owned) else { return };
    let Some((before, after)) = own.split_once(&year) else { return };
    let other = |text: &str| {
        text.match_indices(before).any(|(at, _)| {
            let rest = &text[at + before.len()..];
            rest.get(..4).is_some_and(|digits| digits != year && digits.bytes().all(|b| b.is_ascii_digit()))
                && rest.get(4..).is_some_and(|rest| rest.starts_with(after))
        })
    };
    for table in &ledger.tables {
        let found = &table.found;
        let page = &pages[found.page];
        let above = || page.texts().filter(|((row, _), _)| *row <= found.last_row);
        if above().any(|(_, text)| words::normal(text).contains(&own)) {
            continue;
        }
        if let Some(((row, column), text)) = above().find(|(_, text)| other(&words::normal(text))) {
            told.finding(
                Finding::at(&codes::ANNEX_PART_OTHER_YEAR, page.place(row, column))
                    .with("part", Fact::Text(found.part.to_owned()))
                    .with_seen(Fact::Text(text.to_owned()))
                    .with_expected(Fact::Text(title.to_owned())),
            );
        }
    }
}

fn columns(table: &ReadTable<'_>, page: &Page, told: &mut Told) {
    let found = &table.found;
    let head = page.place(found.first_row, found.columns.iter().flatten().min().copied().unwrap_or(0));
    for (position, column) in found.columns.iter().enumerate() {
        let form = &table.table().columns[position];
        let blank = form.cell == ColumnCell::Empty && form.total == TotalCell::Empty;
        if column.is_none() && !blank {
            let label = found.label(position);
            told.finding(Finding::at(&codes::ANNEX_COLUMN_MISSING, head).with("what", Fact::Text(label)));
        }
    }
    for (position, row, column, text) in &found.changed {
        let label = found.label(*position);
        told.finding(
            Finding::at(&codes::ANNEX_HEADING_CHANGED, page.place(*row, *column))
                .with_seen(Fact::Text(text.clone()))
                .with_expected(Fact::Text(label)),
        );
    }
    if let Some(total) =
        table.table().total.as_ref().filter(|_| table.total.is_none() && !table.lines.is_empty())
    {
        told.finding(
            Finding::at(&codes::ANNEX_TOTAL_MISSING, head)
                .with("part", Fact::Text(found.part.to_owned()))
                .with_expected(Fact::Text(total.clone())),
        );
    }
}

/// 1, 2, 3 …, each once.
fn numbering(table: &ReadTable<'_>, page: &Page, told: &mut Told) {
    let Some(column) = table.found.columns.first().copied().flatten() else { return };
    if table.table().rows != RowUnit::Assistant {
        return;
    }
    let mut first: BTreeMap<i64, u32> = BTreeMap::new();
    let mut out_of_order = None;
    for (place, line) in (1_i64..).zip(&table.lines) {
        match line.number {
            Some(number) => {
                if let Some(before) = first.get(&number) {
                    told.finding(
                        Finding::at(&codes::ANNEX_ASSISTANT_TWICE, page.place(line.row, column))
                            .with("number", Fact::Count(number))
                            .with("part", Fact::Text(table.found.part.to_owned()))
                            .with_related(page.place(*before, column)),
                    );
                } else if number != place && out_of_order.is_none() && line.number.is_some() {
                    out_of_order = Some((line.row, number, place));
                }
                first.entry(number).or_insert(line.row);
            }
            None if out_of_order.is_none() => out_of_order = Some((line.row, 0, place)),
            None => {}
        }
    }
    let twice = first.len() < table.lines.iter().filter(|l| l.number.is_some()).count();
    if let Some((row, seen, expected)) = out_of_order.filter(|_| !twice) {
        let finding = Finding::at(&codes::ANNEX_NUMBERING, page.place(row, column))
            .with("part", Fact::Text(table.found.part.to_owned()))
            .with_expected(Fact::Count(expected));
        // Another order, as a spreadsheet sorts it, loses nobody: no more than a remark.
        let count = i64::try_from(table.lines.len()).unwrap_or(i64::MAX);
        let all = (1..=count).all(|number| first.contains_key(&number));
        let finding = if all { finding.with_severity(Severity::Note) } else { finding };
        told.finding(if seen == 0 { finding } else { finding.with_seen(Fact::Count(seen)) });
    }
}

/// Which figures are told together: where one is given, a blank in place of another hides a zero or an amount.
fn family(field: Field) -> Option<u8> {
    use AssistantField as A;
    use ComponentField as C;
    match field {
        Field::Assistant(A::SupplementCost | A::SupplementCoFinancing | A::SupplementOwn)
        | Field::Component(PartOf::Supplement, C::Cost | C::CoFinancing | C::OwnContribution) => Some(0),
        Field::Assistant(A::EmploymentCost | A::EmploymentCoFinancing)
        | Field::Component(PartOf::Employment, C::Cost | C::CoFinancing | C::OwnContribution) => Some(1),
        Field::Assistant(A::Families(_)) | Field::Municipality(MunicipalityField::Families(_)) => Some(2),
        Field::Assistant(A::HasEmployment | A::HasService) => Some(3),
        _ => None,
    }
}

fn blanks(table: &ReadTable<'_>, ledger: &Ledger<'_>, told: &mut Told) {
    for line in table.lines.iter().chain(&table.total) {
        let cells: Vec<usize> = line.cells.iter().flatten().copied().collect();
        for cell in cells.iter().map(|i| &ledger.cells[*i]) {
            let Some(field) = cell.field.filter(|_| cell.value.is_none() && cell.readable) else { continue };
            let Some(own) = family(field.field) else { continue };
            let beside = cells.iter().map(|i| &ledger.cells[*i]).any(|c| {
                c.value.is_some()
                    && c.field.is_some_and(|f| family(f.field) == Some(own) && f.round == field.round)
            });
            if beside && !told.speaks_of(cell.at) {
                told.finding(
                    Finding::at(&codes::ANNEX_BLANK, cell.at).with("what", Fact::Text(cell.label.clone())),
                );
            }
        }
    }
}

/// Columns that the form leaves to the voivode.
fn left_blank(table: &ReadTable<'_>, page: &Page, told: &mut Told) {
    for (position, column) in table.found.columns.iter().enumerate() {
        let form = &table.table().columns[position];
        let Some(column) =
            column.filter(|_| form.cell == ColumnCell::Empty && form.total == TotalCell::Empty)
        else {
            continue;
        };
        let filled = table
            .lines
            .iter()
            .chain(&table.total)
            .find_map(|line| page.at(line.row, column).map(|seen| (line.row, seen)));
        if let Some((row, seen)) = filled {
            let zero = matches!(seen, super::page::Seen::Number(n) if n.is_zero());
            if !zero {
                let label = table.found.label(position);
                told.finding(
                    Finding::at(&codes::ANNEX_FILLED_FOR_VOIVODE, page.place(row, column))
                        .with("what", Fact::Text(label))
                        .with_seen(Fact::Text(seen.shown())),
                );
            }
        }
    }
}

fn hidden(table: &ReadTable<'_>, page: &Page, told: &mut Told) {
    let found = &table.found;
    let columns: Vec<u32> = found.columns.iter().flatten().copied().collect();
    let head = page.place(found.first_row, columns.iter().min().copied().unwrap_or(0));
    let finding = |what: &str, at| {
        Finding::at(&codes::ANNEX_HIDDEN, at)
            .with("what", Fact::Text(what.to_owned()))
            .with("part", Fact::Text(found.part.to_owned()))
    };
    if page.hidden {
        told.finding(finding("sheet", head));
    }
    if let Some(line) = table.lines.iter().chain(&table.total).find(|l| page.hidden_rows.contains(&l.row)) {
        told.finding(finding("row", page.place(line.row, columns.iter().min().copied().unwrap_or(0))));
    }
    if let Some(column) = columns.iter().find(|c| page.hidden_columns.contains(c)) {
        told.finding(finding("column", page.place(found.last_row, *column)));
    }
}

/// An assistant has a line with the same number in every part about the supplement.
fn same_assistants(ledger: &Ledger<'_>, pages: &[Page], told: &mut Told) {
    let tables: Vec<&ReadTable<'_>> = ledger
        .tables
        .iter()
        .filter(|t| t.table().rows == RowUnit::Assistant && !t.lines.is_empty())
        .filter(|t| t.lines.iter().all(|l| l.number.is_some()))
        .collect();
    let mut numbers: Vec<i64> = tables.iter().flat_map(|t| &t.lines).filter_map(|l| l.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    for table in tables {
        let page = &pages[table.found.page];
        for number in &numbers {
            if !table.lines.iter().any(|l| l.number == Some(*number)) {
                let column = table.found.columns.first().copied().flatten().unwrap_or(0);
                let months = table.table().columns.iter().find_map(|c| c.month.clone()).unwrap_or_default();
                let part = if months.is_empty() {
                    table.found.part.to_owned()
                } else {
                    format!("{} ({months} …)", table.found.part)
                };
                told.finding(
                    Finding::at(&codes::ANNEX_ASSISTANT_MISSING, page.place(table.found.last_row, column))
                        .with("number", Fact::Count(*number))
                        .with("part", Fact::Text(part)),
                );
            }
        }
    }
}

/// Names of the municipality in the lines of tables, such as that of part 3.
fn in_lines(ledger: &Ledger<'_>, pages: &[Page]) -> Vec<Text> {
    let mut names = Vec::new();
    for table in &ledger.tables {
        let page = &pages[table.found.page];
        let of_name = |cell: &ColumnCell| matches!(cell, ColumnCell::Field(of) if of.field == Field::Agreement(AgreementField::Municipality));
        let columns = table.table().columns.iter().zip(&table.found.columns);
        let columns = columns.filter(|(column, _)| of_name(&column.cell)).filter_map(|(_, at)| *at);
        for (column, line) in columns.flat_map(|column| table.lines.iter().map(move |line| (column, line))) {
            // A line of dots is where nobody wrote.
            if let Some(Seen::Text(text)) = page.at(line.row, column)
                && text.chars().any(char::is_alphabetic)
            {
                names.push(Text { at: page.place(line.row, column), text: text.clone() });
            }
        }
    }
    names
}

/// May two names be of one municipality? `Gmina` before one of them makes no other.
fn may_be_one(a: &str, b: &str) -> bool {
    let [a, b] = [words::normal(a), words::normal(b)];
    a.contains(&b) || b.contains(&a)
}

fn names(form: &FormDefinition, labels: &Labels, in_lines: &[Text], told: &mut Told) {
    let given: Vec<&Text> = labels
        .municipality
        .iter()
        .filter(|t| !t.text.trim_matches([':', ' ', '.', '_']).is_empty())
        .collect();
    match given.first() {
        None => {
            let finding = Finding::new(&codes::ANNEX_MUNICIPALITY_MISSING).with_basis(&form.act);
            let at = labels.municipality.first().map(|t| t.at);
            told.finding(Finding { at, ..finding });
        }
        Some(first) => {
            let other = given.iter().find(|t| words::normal(&t.text) != words::normal(&first.text)).copied();
            let of_line = || in_lines.iter().find(|t| !may_be_one(&t.text, &first.text));
            let other = other.or_else(of_line);
            if let Some(other) = other {
                told.finding(
                    Finding::at(&codes::ANNEX_MUNICIPALITY_DIFFERS, other.at)
                        .with_seen(Fact::Text(other.text.clone()))
                        .with_expected(Fact::Text(first.text.clone()))
                        .with_related(first.at),
                );
            }
        }
    }
    for code in labels.teryt.iter().filter(|t| TerytCode::parse(t.text.trim()).is_none()) {
        told.finding(Finding::at(&codes::ANNEX_TERYT, code.at).with_seen(Fact::Text(code.text.clone())));
    }
    for level in &labels.level_unreadable {
        told.finding(
            Finding::at(&codes::ANNEX_UNREADABLE, level.at)
                .with("what", Fact::Text("Ustalony poziom dofinansowania".to_owned()))
                .with_seen(Fact::Text(level.text.clone())),
        );
    }
    if let Some(at) = labels.level_blank {
        let what = Fact::Text("Ustalony poziom dofinansowania".to_owned());
        told.finding(Finding::at(&codes::ANNEX_BLANK, at).with("what", what));
    }
}
