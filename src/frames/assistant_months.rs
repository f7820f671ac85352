//! `asystento-miesiace`: a row an assistant, month and form of contract.

use super::municipalities::{compare, key_cells, keys, year};
use super::place::{gmina_type, powiat};
use super::{Cell, ColumnInfo, Frame, FrameError, Kind, Numbered, Read, Table, figures};
use crate::consolidate::MonthRow;
use crate::units::Money;

/// Name of the table.
pub const NAME: &str = "asystento-miesiace";

/// Columns of money.
pub const MONEY: [&str; 5] = [
    "wage_cost_gr",
    "supplement_cost_gr",
    "supplement_co_financing_gr",
    "employment_co_financing_gr",
    "own_contribution_gr",
];

/// Returns an amount of a month by its column.
pub fn amount(month: &MonthRow, column: &str) -> Option<Money> {
    match column {
        "wage_cost_gr" => month.wage_cost,
        "supplement_cost_gr" => Some(month.supplement_cost),
        "supplement_co_financing_gr" => Some(month.supplement_co_financing),
        "employment_co_financing_gr" => Some(month.employment_co_financing),
        "own_contribution_gr" => Some(month.own_contribution),
        _ => None,
    }
}

/// Describes the table.
pub fn table() -> Table {
    let text = |name, meaning| ColumnInfo::always(name, Kind::Text, meaning);
    let mut columns = keys();
    columns.extend([
        ColumnInfo::maybe("municipality", Kind::Text, "name of the municipality as handed in"),
        ColumnInfo::maybe("powiat", Kind::Text, "four digits of the powiat, text"),
        ColumnInfo::maybe("gmina_type", Kind::Text, "`urban`, `rural` or `mixed`"),
        ColumnInfo::always("counts", Kind::Flag, "do the figures of its entry enter totals?"),
        text("assistant", "identifier of the assistant in its municipality; no name"),
        ColumnInfo::maybe("year", Kind::Whole, "year of the month"),
        text("month", "`2025-03`"),
        text("contract", "`employment` or `service`"),
        text("posts", "posts, exactly: a decimal, or a fraction such as `1/3`"),
        ColumnInfo::maybe("posts_millionths", Kind::Whole, "posts in millionths, to add up"),
        ColumnInfo::maybe(MONEY[0], Kind::Grosze, "eligible wage cost; unknown where wages are not settled"),
        ColumnInfo::always(MONEY[1], Kind::Grosze, "cost of the supplement"),
        ColumnInfo::always(MONEY[2], Kind::Grosze, "co-financing of the supplement"),
        ColumnInfo::always(MONEY[3], Kind::Grosze, "co-financing of the wage"),
        ColumnInfo::always(MONEY[4], Kind::Grosze, "own contribution to both"),
    ]);
    let meaning =
        "a row an assistant, month and form of contract; only of tables and settlements, not of bare forms";
    Table { name: NAME, meaning, columns }
}

/// Makes the frame.
pub fn frame(entries: &[Numbered<'_>]) -> Result<Frame, FrameError> {
    let rows: Vec<_> = entries.iter().flat_map(|n| n.entry.months.iter().map(move |m| row(n, m))).collect();
    Frame::of(table(), &rows)
}

fn row(numbered: &Numbered<'_>, month: &MonthRow) -> Vec<Cell> {
    let entry = numbered.entry;
    let mut cells = key_cells(numbered);
    cells.extend([
        Cell::Text(entry.municipality.clone()),
        Cell::Text(powiat(entry)),
        Cell::Text(gmina_type(entry).map(str::to_owned)),
        Cell::Flag(entry.counts()),
        Cell::text(&month.assistant),
        Cell::Whole(year(&month.month)),
        Cell::text(&month.month),
        Cell::text(&month.form),
        Cell::Text(Some(figures::text(&month.posts))),
        Cell::Whole(figures::millionths(&month.posts)),
    ]);
    cells.extend(MONEY.iter().map(|column| Cell::money(amount(month, column))));
    cells
}

/// Compares the sums of the frame with those of the entries, added up without polars.
pub fn check(frame: &Frame, entries: &[Numbered<'_>]) -> Result<(), FrameError> {
    for column in MONEY {
        let counting = entries.iter().map(|n| n.entry).filter(|e| e.counts());
        compare(frame, column, counting.flat_map(|e| &e.months).filter_map(|m| amount(m, column)))?;
    }
    Ok(())
}

/// Reads a month back; none when something is missing or no number.
pub fn month(read: &Read, row: usize) -> Option<MonthRow> {
    Some(MonthRow {
        assistant: read.text(row, "assistant")?,
        month: read.text(row, "month")?,
        form: read.text(row, "contract")?,
        posts: figures::number(&read.text(row, "posts")?)?,
        wage_cost: read.money(row, "wage_cost_gr"),
        supplement_cost: read.money(row, "supplement_cost_gr")?,
        supplement_co_financing: read.money(row, "supplement_co_financing_gr")?,
        employment_co_financing: read.money(row, "employment_co_financing_gr")?,
        own_contribution: read.money(row, "own_contribution_gr")?,
    })
}
