//! Reads the lines and the total row of a table that was found.

use super::findings::Told;
use super::ledger::{Cell, Ledger, Line, ReadTable, Whose};
use super::locate::Found;
use super::page::{Page, Reading, Seen};
use crate::calc::Format;
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding};
use crate::forms::definition::{Column, ColumnCell, FieldRef, PartOf, RowUnit, Table, TotalCell};
use crate::forms::fields::{AssistantField, ComponentField, Field};
use crate::intake::words;
use crate::units::{Exact, Money};

/// Rows without any figure after which a table is over.
const REST: u32 = 4;
/// Lines of a table that are read.
const MOST_LINES: usize = 3_000;

/// Reads a table: the first row after its headings to `end`, the row where the next one begins.
pub fn read<'f>(found: Found<'f>, page: &Page, end: u32, ledger: &mut Ledger<'f>, told: &mut Told) {
    let columns: Vec<(usize, u32)> =
        found.columns.iter().enumerate().filter_map(|(i, c)| c.map(|c| (i, c))).collect();
    let mut lines: Vec<Line> = Vec::new();
    let mut total: Option<Line> = None;
    let mut resting = 0;
    let first = after_numbers(&found, page, &columns);
    let mut row = first;
    while row < end.min(page.last_row() + 1) && resting < REST && lines.len() < MOST_LINES {
        let kind = kind_of(&found, page, &columns, (row, first));
        match kind {
            Kind::Nothing => resting += 1,
            Kind::Empty => resting = 0,
            Kind::Line => {
                resting = 0;
                let number = number_of(&found, page, row);
                lines.push(Line { row, number, assistant: 0, cells: Vec::new() });
                if found.table.rows == RowUnit::Municipality {
                    break;
                }
            }
            Kind::Total => {
                total = Some(Line { row, number: None, assistant: 0, cells: Vec::new() });
                break;
            }
        }
        row += 1;
    }
    if total.is_none() && found.table.total.is_some() {
        total = unlabelled_total(&found, page, &mut lines);
    }
    told.lines_read(lines.len());
    name_assistants(&mut lines, ledger);
    let municipality = found.table.rows == RowUnit::Municipality;
    for line in &mut lines {
        let whose = if municipality { Whose::Municipality } else { Whose::Assistant(line.assistant) };
        line.cells = cells(&found, page, line.row, whose, ledger, told);
    }
    if let Some(line) = &mut total {
        line.cells = cells(&found, page, line.row, Whose::Total, ledger, told);
    }
    ledger.tables.push(ReadTable { found, lines, total });
}

enum Kind {
    /// Nothing that concerns the table.
    Nothing,
    /// A line prepared and not used.
    Empty,
    Line,
    Total,
}

/// Skips the row of column numbers.
fn after_numbers(found: &Found<'_>, page: &Page, columns: &[(usize, u32)]) -> u32 {
    for row in found.last_row + 1..=found.last_row + 3 {
        let is_number = |(position, column): &(usize, u32)| {
            let printed = found.table.columns[*position].number.as_str();
            let seen = page.at(row, *column).map(Seen::shown).unwrap_or_default();
            let place = (position + 1).to_string();
            seen == printed || seen == place
        };
        let same = columns.iter().filter(|c| is_number(c)).count();
        if columns.len() > 1 && same * 10 >= columns.len() * 6 {
            return row + 1;
        }
    }
    found.last_row + 1
}

fn kind_of(found: &Found<'_>, page: &Page, columns: &[(usize, u32)], (row, first): (u32, u32)) -> Kind {
    let cells: Vec<(u32, &Seen)> = page.row(row).collect();
    if cells.is_empty() {
        return Kind::Nothing;
    }
    let first_figure = columns.iter().filter(|(i, _)| *i > 0).map(|(_, c)| *c).min().unwrap_or(0);
    let label = cells.iter().filter(|(column, _)| *column < first_figure || *column == label_column(found));
    let is_total = |seen: &Seen| matches!(seen, Seen::Text(text) if is_total(text));
    if found.table.total.is_some() && label.clone().any(|(_, seen)| is_total(seen)) {
        return Kind::Total;
    }
    let shows = |(position, column): &(usize, u32)| {
        let cell = &found.table.columns[*position];
        let text_column = matches!(cell.cell, ColumnCell::Field(f) if matches!(f.field, Field::Agreement(_)));
        match page.at(row, *column) {
            None => false,
            Some(Seen::Text(text)) => {
                !text_column
                    && !matches!(page.number(row, *column, true), Reading::Blank)
                    && text.chars().count() < 40
            }
            Some(_) => true,
        }
    };
    let figures: Vec<&(usize, u32)> = columns.iter().filter(|c| c.0 > 0 && shows(c)).collect();
    if found.table.rows == RowUnit::Municipality {
        let is_line = columns.iter().any(shows) && is_own_line(page, columns, row, first);
        return if is_line { Kind::Line } else { Kind::Nothing };
    }
    let numbered = page.at(row, label_column(found)).is_some();
    // Two cells below the table, such as a date beside a signature, are no line.
    let zero = |(_, column): &&(usize, u32)| matches!(page.number(row, *column, true), Reading::Number(n) if n.is_zero());
    let figure =
        |(_, column): &&(usize, u32)| !matches!(page.number(row, *column, true), Reading::Unreadable);
    match (numbered, figures.len()) {
        (false, 0) => Kind::Nothing,
        // Who signs stands under a column as well.
        (false, _) if !figures.iter().any(figure) => Kind::Nothing,
        (false, _) if figures.iter().all(zero) => Kind::Empty,
        (true, 0) if matches!(page.at(row, label_column(found)), Some(Seen::Number(_))) => Kind::Line,
        (true, 0) => Kind::Nothing,
        _ => Kind::Line,
    }
}

/// Is a row the municipality's own? Whatever stands in the first one is meant as its figures; further down only numbers
/// make one. A municipality that does not use a component leaves its line blank, and below that stands who signs, and
/// when.
fn is_own_line(page: &Page, columns: &[(usize, u32)], row: u32, first: u32) -> bool {
    if row == first {
        return true;
    }
    let seen = || {
        columns
            .iter()
            .filter_map(|(_, column)| Some((page.at(row, *column)?, page.number(row, *column, true))))
    };
    // An error or a formula without its result was meant as a figure.
    let meant = |(seen, read): &(&Seen, Reading)| {
        matches!(seen, Seen::Other(_)) || !matches!(read, Reading::Blank | Reading::Unreadable)
    };
    let numbers = seen().filter(meant).count();
    let words = seen().filter(|cell| cell.1 == Reading::Unreadable && !meant(cell)).count();
    numbers > words
}

fn label_column(found: &Found<'_>) -> u32 {
    found
        .columns
        .first()
        .copied()
        .flatten()
        .unwrap_or_else(|| found.columns.iter().flatten().min().copied().unwrap_or(0).saturating_sub(1))
}

/// `Razem`, `OGÓŁEM:`, `Suma kolumn`.
fn is_total(text: &str) -> bool {
    let is = |word: Option<&str>| {
        matches!(word.map(words::normal).as_deref(), Some("razem" | "ogolem" | "suma" | "lacznie" | "sumy"))
    };
    let mut words = text.split_whitespace();
    is(words.next()) || is(words.next_back())
}

/// The last line is the total when nobody numbered it and the lines above it are numbered.
fn unlabelled_total(found: &Found<'_>, page: &Page, lines: &mut Vec<Line>) -> Option<Line> {
    let column = found.columns.first().copied().flatten()?;
    let last = lines.last()?;
    let bare = page.at(last.row, column).is_none() && lines.len() > 1;
    let others = lines[..lines.len() - 1].iter().all(|line| page.at(line.row, column).is_some());
    if bare && others { lines.pop() } else { None }
}

fn number_of(found: &Found<'_>, page: &Page, row: u32) -> Option<i64> {
    let column = found.columns.first().copied().flatten()?;
    match page.at(row, column)? {
        Seen::Number(n) => n.to_i64(),
        Seen::Text(text) => text.trim().trim_end_matches(['.', ')']).parse().ok(),
        Seen::Other(_) => None,
    }
}

/// Ties lines to assistants: by number where every line has its own, else by order.
fn name_assistants(lines: &mut [Line], ledger: &mut Ledger<'_>) {
    let of_line = |line: &Line, lines: &[Line]| {
        let alone = |n: i64| lines.iter().filter(|l| l.number == Some(n)).count() == 1;
        line.number.filter(|n| alone(*n))
    };
    let numbers: Vec<Option<i64>> = lines.iter().map(|line| of_line(line, lines)).collect();
    let by_number = numbers.iter().all(Option::is_some);
    let before = |t: &&ReadTable<'_>| t.table().rows == RowUnit::Assistant && !t.lines.is_empty();
    // A table with a number twice or without one says nothing about who is who in the others.
    let known: Vec<(i64, usize)> = ledger
        .tables
        .iter()
        .filter(before)
        .filter(|t| t.lines.iter().all(|line| of_line(line, &t.lines).is_some()))
        .flat_map(|t| &t.lines)
        .filter_map(|line| line.number.map(|n| (n, line.assistant)))
        .collect();
    let first = ledger.tables.iter().find(before).map(|t| t.lines.len());
    // Without sound numbers lines go by position, where there are as many; else they are nobody's that is known.
    let by_position = first.is_none_or(|count| count == lines.len());
    for (i, line) in lines.iter_mut().enumerate() {
        let same = numbers[i].filter(|_| by_number).and_then(|n| known.iter().find(|(k, _)| *k == n));
        line.assistant = match same {
            Some((_, assistant)) => *assistant,
            None if by_number && !known.is_empty() => ledger.assistants,
            None if by_position => i,
            None => ledger.assistants,
        };
        ledger.assistants = ledger.assistants.max(line.assistant + 1);
    }
}

/// Makes the cells of a row.
fn cells(
    found: &Found<'_>,
    page: &Page,
    row: u32,
    whose: Whose,
    ledger: &mut Ledger<'_>,
    told: &mut Told,
) -> Vec<Option<usize>> {
    let mut made = Vec::new();
    for (position, column) in found.columns.iter().enumerate() {
        let form = &found.table.columns[position];
        let in_use = *column;
        let text = matches!(form.cell, ColumnCell::Field(f) if matches!(f.field, Field::Agreement(_)));
        let label = position == 0 && found.table.rows == RowUnit::Assistant;
        made.push(match in_use {
            Some(column) if !text && !label => {
                let format = format_of(found.table, form);
                let field = field_of(form, whose);
                let name = found.label(position);
                let (value, readable) = figure(page, (row, column), format, &name, told);
                let at = page.place(row, column);
                Some(ledger.add(Cell { at, label: name, field, whose, format, value, readable }))
            }
            _ => None,
        });
    }
    made
}

/// Returns the figure that a column holds in a line or in the total row.
fn field_of(column: &Column, whose: Whose) -> Option<FieldRef> {
    if whose != Whose::Total {
        return match column.cell {
            ColumnCell::Field(field) => Some(field),
            ColumnCell::Formula(_) | ColumnCell::Empty => None,
        };
    }
    match (&column.total, &column.cell) {
        (TotalCell::Field(field), _) => Some(*field),
        (TotalCell::Sum, ColumnCell::Field(field)) => Some(total_of(*field)),
        _ => None,
    }
}

/// The total of what assistants have is the component's figure, where it is one.
pub fn total_of(field: FieldRef) -> FieldRef {
    use AssistantField as A;
    use ComponentField as C;
    let component = |part, of| FieldRef { field: Field::Component(part, of), ..field };
    match field.field {
        Field::Assistant(A::SupplementCost) => component(PartOf::Supplement, C::Cost),
        Field::Assistant(A::SupplementCoFinancing) => component(PartOf::Supplement, C::CoFinancing),
        Field::Assistant(A::SupplementOwn) => component(PartOf::Supplement, C::OwnContribution),
        Field::Assistant(A::EmploymentCost) => component(PartOf::Employment, C::Cost),
        Field::Assistant(A::EmploymentCoFinancing) => component(PartOf::Employment, C::CoFinancing),
        _ => field,
    }
}

/// How a column's figures are shown.
fn format_of(table: &Table, column: &Column) -> Format {
    match (&column.cell, &column.total) {
        (ColumnCell::Field(field), _) | (_, TotalCell::Field(field)) => field.field.format(),
        (ColumnCell::Formula(formula), _) => formula
            .columns()
            .first()
            .and_then(|i| table.columns.get(*i))
            .map_or(Format::Money, |of| match &of.cell {
                ColumnCell::Field(field) => field.field.format(),
                _ => Format::Money,
            }),
        _ => Format::Money,
    }
}

/// Reads one figure and says what is wrong with how it is written.
pub fn figure(
    page: &Page,
    (row, column): (u32, u32),
    format: Format,
    label: &str,
    told: &mut Told,
) -> (Option<Exact>, bool) {
    let at = page.place(row, column);
    let money = format == Format::Money;
    let seen = || page.at(row, column).map(Seen::shown).unwrap_or_default();
    let about = |code| Finding::at(code, at).with("what", Fact::Text(label.to_owned()));
    let number = match page.number(row, column, money || format == Format::Count) {
        Reading::Blank => return (None, true),
        Reading::Unreadable => {
            let code = if page.lacks_result(row, column) {
                &codes::ANNEX_NO_RESULT
            } else {
                &codes::ANNEX_UNREADABLE
            };
            told.finding(about(code).with_seen(Fact::Text(seen())));
            return (None, false);
        }
        Reading::TypedAsText(n) => {
            told.finding(about(&codes::ANNEX_NUMBER_AS_TEXT).with_seen(Fact::Text(seen())));
            n
        }
        Reading::Number(n) => n,
    };
    // What a spreadsheet adds up in binary is off by a millionth at most.
    let near = number.round_half_up(match format {
        Format::Money => 2,
        Format::Count => 0,
        _ => 8,
    });
    let noise = (&number - &near).abs() * Exact::whole(1_000_000) < Exact::one();
    let number = if noise { near } else { number };
    if number.abs() >= Money::BEYOND_BELIEF.to_exact() {
        told.finding(about(&codes::ANNEX_BEYOND_BELIEF).with_seen(fact(&number, format)));
        // What follows from it says nothing: it is computed with nowhere.
        return (None, false);
    }
    if number.is_negative() {
        let mut finding = about(&codes::ANNEX_NEGATIVE).with_seen(fact(&number, format));
        if let Some(amount) = Money::from_exact(&number).filter(|_| money) {
            finding = finding.with_difference(amount);
        }
        told.finding(finding);
    }
    if !noise && money {
        told.finding(about(&codes::ANNEX_FINER_THAN_GROSZ).with_seen(Fact::Number(number.clone())));
    }
    if !noise && format == Format::Count {
        told.finding(about(&codes::ANNEX_NOT_WHOLE).with_seen(Fact::Number(number.clone())));
    }
    (Some(number), true)
}

/// Returns a figure as a fact.
pub fn fact(number: &Exact, format: Format) -> Fact {
    match format {
        Format::Money => Money::from_exact(number).map_or_else(|| Fact::Number(number.clone()), Fact::Amount),
        Format::Percent => Fact::Percent(number.clone()),
        _ => Fact::Number(number.clone()),
    }
}
