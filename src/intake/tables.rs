//! The rows under a header row, cell by cell, and what there is to say about them.

use std::collections::BTreeMap;

use super::columns::check_header;
use super::headers::Match;
use super::locate::{Place, Rows};
use super::raw::{MAX_TEXT, RawCell, RawValue};
use super::value::{self, Outcome, Tidied, Wrong};
use super::{plan, words};
use crate::finding::code::intake as codes;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::records::{ColumnSchema, Datum, Field, Kind, Presence, Row, Table, TableId};
use crate::source::{CellRef, SheetId};
use crate::units::Exact;

/// Data rows of a submission: far above any municipality, and low enough for the memory of a small computer. Reading
/// 20,000 pay rows takes 140 MB, but settling them 880 MB with all their formulas, so the limit stays at half of that.
pub const MAX_ROWS: usize = 10_000;

/// Findings of a table after which the rest of it is not looked at: a column is shifted, and more would not help.
const MAX_FINDINGS: usize = 1_000;

/// Things that are said once for a whole table: how often, and where first.
#[derive(Default)]
pub struct Tally(Vec<(&'static Code, CellRef, i64)>);

impl Tally {
    /// Counts one.
    pub fn add(&mut self, code: &'static Code, at: CellRef) {
        match self.0.iter_mut().find(|(c, _, _)| c.name == code.name) {
            Some((_, _, count)) => *count += 1,
            None => self.0.push((code, at, 1)),
        }
    }

    /// Turns what was counted into findings.
    pub fn findings(self, table: &str) -> impl Iterator<Item = Finding> {
        let table = table.to_owned();
        self.0.into_iter().map(move |(code, at, count)| {
            Finding::at(code, at).with("count", Fact::Count(count)).with("table", Fact::Text(table.clone()))
        })
    }
}

/// Reads the table at a place.
pub fn read(
    rows: &Rows<'_>,
    place: &Place,
    sheet: SheetId,
    rows_before: usize,
    findings: &mut Vec<Finding>,
) -> Table {
    let header = &place.header;
    let name = header.schema.sheet;
    let at = |row, column| CellRef { sheet, row, column };
    let sums = unread_sums(rows, place);
    let complete = check_header(header, sheet, (place.first_row, place.columns.0), &sums, findings);
    let mut table = Table {
        id: header.schema.id,
        header_at: at(place.first_row, place.columns.0),
        columns: header.schema.columns.iter().filter(|c| header.has(c.key)).map(|c| c.key).collect(),
        rows: Vec::new(),
    };
    let findings_before = findings.len();
    let mut tally = Tally::default();
    let named = |cells: &[RawCell]| cells.iter().any(|c| is_identifier(header, c.column));
    let last_named = rows
        .between(place.data_row, place.last_row)
        .filter(|(_, cells)| named(within(cells, place.columns)))
        .last()
        .map_or(0, |(row, _)| row);
    for (row, cells) in rows.between(place.data_row, place.last_row) {
        let mine = within(cells, place.columns);
        match skipped(header, mine, (row == place.data_row, row > last_named)) {
            Skip::No => {}
            Skip::Silently => continue,
            Skip::With(code) => {
                tally.add(code, at(row, mine.first().map_or(0, |c| c.column)));
                continue;
            }
        }
        if findings.len() > findings_before + MAX_FINDINGS {
            let limit = Fact::Count(i64::try_from(MAX_FINDINGS).unwrap_or(i64::MAX));
            findings.push(
                Finding::at(&codes::TOO_MANY_ERRORS, at(row, place.columns.0))
                    .with("limit", limit)
                    .with("table", Fact::Text(name.to_owned())),
            );
            break;
        }
        if rows_before + table.rows.len() >= MAX_ROWS {
            let limit = Fact::Count(i64::try_from(MAX_ROWS).unwrap_or(i64::MAX));
            // The limit is that of all tables together: once it is met, every further table meets it.
            if !findings.iter().any(|f| f.code.name == codes::TOO_MANY_ROWS.name) {
                findings
                    .push(Finding::at(&codes::TOO_MANY_ROWS, at(row, place.columns.0)).with("limit", limit));
            }
            break;
        }
        let mut read = data_row(header, mine, sheet, row, &mut tally, findings);
        read.rejected |= !complete;
        table.rows.push(read);
    }
    findings.extend(tally.findings(name));
    table
}

/// What unknown columns of the table of pay come to, where they hold amounts: a number of grosze, or hundreds of
/// złoty. Ordinal numbers, days and years of service are none.
fn unread_sums(rows: &Rows<'_>, place: &Place) -> BTreeMap<u32, Exact> {
    let header = &place.header;
    let mut sums: BTreeMap<u32, (Exact, bool)> = BTreeMap::new();
    if header.schema.id != TableId::Pay || header.unknown.is_empty() {
        return BTreeMap::new();
    }
    for (row, cells) in rows.between(place.data_row, place.last_row) {
        let mine = within(cells, place.columns);
        let named = mine.iter().any(|c| is_identifier(header, c.column));
        if !named || !matches!(skipped(header, mine, (row == place.data_row, false)), Skip::No) {
            continue;
        }
        for cell in mine.iter().filter(|c| header.unknown.iter().any(|h| h.column == c.column)) {
            let read = value::read(Kind::Amount, "", &cell.value);
            let (Outcome::Read(Datum::Amount(amount)) | Outcome::Tidied(Datum::Amount(amount), _)) = read
            else {
                continue;
            };
            let amount = amount.to_exact();
            let entry = sums.entry(cell.column).or_insert_with(|| (Exact::zero(), false));
            entry.1 |= !amount.is_whole() || amount.abs() >= Exact::whole(100);
            entry.0 = entry.0.clone() + amount;
        }
    }
    sums.into_iter().filter(|(_, (_, money))| *money).map(|(column, (sum, _))| (column, sum)).collect()
}

fn within(cells: &[RawCell], (left, right): (u32, u32)) -> &[RawCell] {
    let from = cells.partition_point(|c| c.column < left);
    let to = cells.partition_point(|c| c.column <= right);
    &cells[from..to.max(from)]
}

enum Skip {
    No,
    Silently,
    With(&'static Code),
}

/// Which rows are no data: blank ones, examples, column numbers, totals, lines of text.
///
/// `first` and `last`: nothing stands above it, nobody is named below it.
fn skipped(header: &Match, cells: &[RawCell], (first, last): (bool, bool)) -> Skip {
    let in_table = |c: &&RawCell| header.columns.iter().any(|(h, _)| h.column == c.column);
    let known: Vec<&RawCell> = cells.iter().filter(in_table).collect();
    let Some(first_known) = known.first() else { return Skip::Silently };
    if first && is_numbering(&known) {
        return Skip::Silently;
    }
    let identifiers = || known.iter().filter(|c| is_identifier(header, c.column)).chain([first_known]);
    if identifiers().any(|c| text_of(c).is_some_and(|t| words::normal(t) == "przyklad")) {
        return Skip::Silently;
    }
    let total = |c: &&RawCell| text_of(c).is_some_and(is_total);
    if identifiers().any(total) || cells.first().as_ref().is_some_and(total) {
        return Skip::With(&codes::TOTAL_ROWS_SKIPPED);
    }
    // Elsewhere in a row `razem` may be part of a remark; not where nobody is named for whom the row could be.
    let nobody = header.has("assistant") && !known.iter().any(|c| is_identifier(header, c.column));
    if nobody && (cells.iter().any(|c| total(&c)) || (last && is_sums(header, &known))) {
        return Skip::With(&codes::TOTAL_ROWS_SKIPPED);
    }
    if header.columns.len() > 2 && !plan::is_row(header, &known) && is_remark(header, &known) {
        Skip::With(&codes::LONE_TEXT_SKIPPED)
    } else {
        Skip::No
    }
}

/// A line under or between the data, such as `Sporządził: …`: one or two texts, neither of them a value of its column.
fn is_remark(header: &Match, known: &[&RawCell]) -> bool {
    let kind = |c: &&RawCell| {
        header.columns.iter().find(|(h, _)| h.column == c.column).map(|(_, c)| (c.kind, c.key))
    };
    let is_value = |c: &&RawCell| match kind(c) {
        Some((Kind::Text | Kind::Code, _)) | None => false,
        Some((kind, key)) => !matches!(value::read(kind, key, &c.value), Outcome::Wrong(_)),
    };
    // A reading is two texts, and nothing more need be said of it.
    let filled = |column: u32| known.iter().any(|c| c.column == column);
    let required = header.columns.iter().filter(|(_, c)| c.presence == Presence::Required);
    let whole = required.clone().count() > 1 && required.clone().all(|(h, _)| filled(h.column));
    known.len() <= 2 && !whole && known.iter().all(|c| text_of(c).is_some()) && !known.iter().any(is_value)
}

fn text_of(cell: &RawCell) -> Option<&str> {
    match &cell.value {
        RawValue::Text(text) => Some(text),
        _ => None,
    }
}

fn is_identifier(header: &Match, column: u32) -> bool {
    header.columns.iter().any(|(h, c)| h.column == column && matches!(c.key, "assistant" | "family"))
}

/// `Razem`, `SUMA:`, `I kwartał razem`.
pub(super) fn is_total(text: &str) -> bool {
    let is = |word: Option<&str>| {
        matches!(word.map(words::normal).as_deref(), Some("razem" | "ogolem" | "suma" | "lacznie"))
    };
    let mut words = text.split_whitespace();
    is(words.next()) || is(words.next_back())
}

/// Figures of sum columns and nothing else: the sums under a table, to which nobody wrote `Razem`.
fn is_sums(header: &Match, known: &[&RawCell]) -> bool {
    let sums = |c: &&RawCell| {
        let column = header.columns.iter().find(|(h, _)| h.column == c.column).map(|(_, column)| column);
        column.is_some_and(|column| {
            let adds_up = matches!(column.kind, Kind::Amount | Kind::Hours | Kind::Count | Kind::Fte);
            adds_up && !matches!(value::read(column.kind, column.key, &c.value), Outcome::Wrong(_))
        })
    };
    known.len() >= 2 && known.iter().all(sums)
}

/// A row of column numbers, as stands under the headers of official tables.
fn is_numbering(cells: &[&RawCell]) -> bool {
    let number = |c: &&RawCell| match &c.value {
        RawValue::Number(_) | RawValue::Text(_) => c.value.seen().parse::<u32>().ok(),
        _ => None,
    };
    let numbers: Option<Vec<u32>> = cells.iter().map(number).collect();
    numbers.is_some_and(|n| n.len() >= 3 && n[0] == 1 && n.windows(2).all(|w| w[0] < w[1] && w[1] <= 60))
}

fn data_row(
    header: &Match,
    cells: &[RawCell],
    sheet: SheetId,
    row: u32,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) -> Row {
    let first = cells.first().map_or(0, |c| c.column);
    let mut read = Row {
        at: CellRef { sheet, row, column: first },
        fields: std::collections::BTreeMap::new(),
        rejected: false,
    };
    let planned = plan::column_kind(header, cells);
    for (head, named) in &header.columns {
        let column = planned.as_ref().filter(|_| plan::is_value(named.key)).unwrap_or(named);
        let at = CellRef { sheet, row, column: head.column };
        let cell = cells.binary_search_by_key(&head.column, |c| c.column).ok().map(|i| &cells[i].value);
        let (field, rejected) = field(header.schema.id, column, cell, at, tally, findings);
        read.rejected |= rejected;
        read.fields.insert(named.key, field);
    }
    read
}

/// Does no amount depend on the column? What cannot be read there counts as not given, and its row is kept.
pub fn bears_no_amount(table: TableId, column: &ColumnSchema) -> bool {
    match table {
        TableId::Employment => matches!(column.key, "qualification" | "social_worker"),
        TableId::Families => column.presence != Presence::Required,
        _ => false,
    }
}

/// Reads a cell; says what is wrong with it, and whether its row can be used.
pub fn field(
    table: TableId,
    column: &ColumnSchema,
    cell: Option<&RawValue>,
    at: CellRef,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) -> (Field, bool) {
    let seen = cell.map(RawValue::seen).unwrap_or_default();
    let column_fact = || Fact::Text(column.header.to_owned());
    if cell.is_some_and(RawValue::is_cut) {
        let limit = Fact::Count(i64::try_from(MAX_TEXT).unwrap_or(i64::MAX));
        findings
            .push(Finding::at(&codes::TEXT_TOO_LONG, at).with("column", column_fact()).with("limit", limit));
    }
    let outcome = cell.map_or(Outcome::Blank, |value| value::read(column.kind, column.key, value));
    let datum = match outcome {
        Outcome::Read(datum) => Some(datum),
        Outcome::Tidied(datum, what) => {
            tidied(what, at, &seen, &datum, tally, findings);
            Some(datum)
        }
        Outcome::Wrong(wrong) => {
            let mut finding = unreadable(wrong, at, &seen, column.header);
            let harmless = bears_no_amount(table, column);
            if harmless {
                finding.severity = Severity::Warning;
            }
            findings.push(finding);
            return (Field { at, datum: None, seen }, !harmless);
        }
        Outcome::Blank | Outcome::Dash if column.presence == Presence::Required => {
            let example = example(column);
            findings.push(
                Finding::at(&codes::REQUIRED_BLANK, at)
                    .with("column", column_fact())
                    .with("field", Fact::Count(i64::from(table == TableId::Agreement)))
                    .with("examples", Fact::Count(i64::from(!example.is_empty())))
                    .with("example", Fact::Text(example)),
            );
            return (Field { at, datum: None, seen }, true);
        }
        Outcome::Dash => {
            tally.add(&codes::DASH_READ_AS_BLANK, at);
            None
        }
        Outcome::Blank => None,
    };
    (Field { at, datum, seen }, false)
}

/// Says why a cell under a header cannot be read.
pub(super) fn unreadable(wrong: Wrong, at: CellRef, seen: &str, header: &str) -> Finding {
    let mut finding = Finding::at(wrong.code, at)
        .with_seen(Fact::Text(seen.to_owned()))
        .with("column", Fact::Text(header.to_owned()));
    finding.expected = wrong.expected;
    finding.facts.extend(wrong.facts);
    finding
}

pub(super) fn tidied(
    what: Tidied,
    at: CellRef,
    seen: &str,
    datum: &crate::records::Datum,
    tally: &mut Tally,
    findings: &mut Vec<Finding>,
) {
    let code = match what {
        Tidied::Residue => return tally.add(&codes::FORMULA_RESIDUE, at),
        Tidied::LeadingZero => &codes::TERYT_LOST_ZERO,
        Tidied::MaybeLeadingZero => &codes::TERYT_MAYBE_LOST_ZERO,
        Tidied::DateForCode => &codes::CODE_IS_A_DATE,
    };
    let text = match datum {
        crate::records::Datum::Text(text) if what == Tidied::MaybeLeadingZero => format!("0{text}"),
        crate::records::Datum::Text(text) => text.clone(),
        _ => String::new(),
    };
    findings
        .push(Finding::at(code, at).with_seen(Fact::Text(seen.to_owned())).with_expected(Fact::Text(text)));
}

/// An example of what a column takes, or nothing; figures and codes only, so that it needs no language.
fn example(column: &ColumnSchema) -> String {
    match column.kind {
        Kind::Text if column.key == "assistant" => "A1",
        Kind::Text if column.key == "family" => "R1",
        Kind::Text if column.key == "programme" => "asystent-rodziny-2025",
        Kind::Text | Kind::Code => "",
        Kind::Amount => "2 320,50",
        Kind::Day => "2025-03-01",
        Kind::Month => "2025-03",
        Kind::Fte => "1/2",
        Kind::Hours => "160",
        Kind::Percent => "30%",
        Kind::Count => "3",
        Kind::YesNo => "TAK / NIE",
        Kind::Choice(choices) => return choices.join(" / "),
    }
    .to_owned()
}
