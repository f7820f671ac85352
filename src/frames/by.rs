//! Totals by powiat, kind of municipality, form of contract or month, of the reports that count.
//!
//! Made by polars from the frames and compared with the same sums made from the entries without it. Powiat and kind of
//! municipality add up what reports say. Contract and month add up assistant-months, which a bare form does not have:
//! what reports say beyond their months stands in a row without a key, so that these totals, too, are those of the
//! report of the voivode.

use polars::prelude::{Expr, IntoLazy as _, LazyFrame, NULL, SortMultipleOptions, col, len, lit, when};

pub use crate::consolidate::sheets::By as Grouping;

use super::municipalities::WHOLE;
use super::{Cell, ColumnInfo, Frame, FrameError, Frames, Kind, Numbered, Table, assistant_months};
use crate::consolidate::Figures;
use crate::units::Money;

/// Returns the column of the key.
pub const fn key(by: Grouping) -> &'static str {
    match by {
        Grouping::Powiat => "powiat",
        Grouping::MunicipalityType => "gmina_type",
        Grouping::Contract => "contract",
        Grouping::Month => "month",
    }
}

/// Is it added up from assistant-months?
pub const fn of_months(by: Grouping) -> bool {
    matches!(by, Grouping::Contract | Grouping::Month)
}

/// Columns of components added up by powiat and kind of municipality, beside [`WHOLE`].
pub const COMPONENTS: [&str; 8] = [
    "supplement_awarded_gr",
    "supplement_transferred_gr",
    "supplement_cost_gr",
    "supplement_co_financing_gr",
    "employment_awarded_gr",
    "employment_transferred_gr",
    "employment_cost_gr",
    "employment_co_financing_gr",
];

/// Counts added up by powiat and kind of municipality.
const COUNTS: [&str; 2] = ["municipality_assistants", "municipality_families"];

/// A table of totals.
#[derive(Clone, Debug)]
pub struct Totals {
    /// What it adds up by.
    pub by: Grouping,
    /// The table.
    pub frame: Frame,
}

impl Totals {
    /// Adds up.
    pub fn of(by: Grouping, frames: &Frames, entries: &[Numbered<'_>]) -> Result<Self, FrameError> {
        let source = if of_months(by) { &frames.assistant_months } else { &frames.municipalities };
        let table = table(by);
        let keys = ["programme", "voivodeship", key(by)];
        let sums: Vec<Expr> = added(by).map(|column| sum(&column)).collect();
        let count = len().cast(polars::prelude::DataType::Int64).alias(rows_of(by));
        let grouped = counting(source)
            .group_by(keys.map(col))
            .agg([vec![count], sums].concat())
            .sort(keys, SortMultipleOptions::default().with_nulls_last(true))
            .collect()?;
        let mut frame = Frame::computed(table.clone(), &grouped)?;
        if of_months(by) {
            let rest = rest(by, entries)?;
            let beyond = Frame::of(table.clone(), &rest)?;
            let stacked = frame.polars().vstack(beyond.polars())?;
            let sorted = stacked.sort(keys, SortMultipleOptions::default().with_nulls_last(true))?;
            frame = Frame::computed(table, &sorted)?;
        }
        check(by, &frame, entries)?;
        Ok(Self { by, frame })
    }
}

/// The rows that enter totals.
fn counting(frame: &Frame) -> LazyFrame {
    frame.polars().clone().lazy().filter(col("counts"))
}

/// A sum that stays unknown where nothing is known.
fn sum(column: &str) -> Expr {
    when(col(column).count().gt(lit(0))).then(col(column).sum()).otherwise(lit(NULL)).alias(column)
}

const fn rows_of(by: Grouping) -> &'static str {
    if of_months(by) { "assistant_months" } else { "reports" }
}

fn added(by: Grouping) -> impl Iterator<Item = String> {
    let of_months = of_months(by);
    let months = ["posts_millionths"].into_iter().chain(assistant_months::MONEY).filter(move |_| of_months);
    let whole = COUNTS.into_iter().chain(WHOLE.map(|(name, _, _)| name)).chain(COMPONENTS);
    months.chain(whole.filter(move |_| !of_months)).map(str::to_owned)
}

/// Describes the table.
pub fn table(by: Grouping) -> Table {
    let text = |name, meaning| ColumnInfo::maybe(name, Kind::Text, meaning);
    let mut columns = vec![
        text("programme", "id of the edition"),
        text("voivodeship", "two digits"),
        text(key(by), "what is added up by"),
        ColumnInfo::always(rows_of(by), Kind::Whole, "rows that count"),
    ];
    columns.extend(added(by).map(|name| {
        let kind = if name.ends_with("_gr") { Kind::Grosze } else { Kind::Whole };
        ColumnInfo::maybe(&name, kind, "sum")
    }));
    Table { name: by.word(), meaning: "totals of the reports that count", columns }
}

/// The figure that the months' column adds up to.
fn reported(figures: &Figures, column: &str) -> Option<Money> {
    match column {
        "wage_cost_gr" => figures.money("employment.cost"),
        "supplement_cost_gr" => figures.money("supplement.cost"),
        "supplement_co_financing_gr" => figures.money("supplement.co_financing"),
        "employment_co_financing_gr" => figures.money("employment.co_financing"),
        "own_contribution_gr" => super::municipalities::whole(figures, "own_contribution"),
        _ => None,
    }
}

/// What reports say beyond their months, a row a partition; none where that is nothing.
fn rest(by: Grouping, entries: &[Numbered<'_>]) -> Result<Vec<Vec<Cell>>, FrameError> {
    let mut rest = std::collections::BTreeMap::<_, [i64; 5]>::new();
    for one in entries.iter().filter(|n| n.entry.counts()) {
        let so_far = rest.entry(&one.place).or_default();
        for (sum, column) in so_far.iter_mut().zip(assistant_months::MONEY) {
            let too_large = || FrameError::TooLarge { column: column.to_owned() };
            let Some(said) = reported(&one.entry.figures, column) else { continue };
            let months = one.entry.months.iter().filter_map(|m| assistant_months::amount(m, column));
            let months = months.map(Money::grosze).try_fold(0, i64::checked_add).ok_or_else(too_large)?;
            let beyond = said.grosze().checked_sub(months).ok_or_else(too_large)?;
            *sum = sum.checked_add(beyond).ok_or_else(too_large)?;
        }
    }
    let row = |(place, sums): (&super::Place, [i64; 5])| {
        let mut cells = vec![
            Cell::Text(place.programme.clone()),
            Cell::Text(place.voivodeship.clone()),
            Cell::Text(None),
            Cell::Whole(Some(0)),
            Cell::Whole(None),
        ];
        debug_assert_eq!(cells.len() + sums.len(), table(by).columns.len());
        cells.extend(sums.map(|sum| Cell::Whole(Some(sum))));
        cells
    };
    Ok(rest.into_iter().filter(|(_, sums)| sums.iter().any(|s| *s != 0)).map(row).collect())
}

/// Compares the totals with what the entries say, added up without polars.
fn check(by: Grouping, frame: &Frame, entries: &[Numbered<'_>]) -> Result<(), FrameError> {
    let counting = || entries.iter().map(|n| n.entry).filter(|e| e.counts());
    if of_months(by) {
        for column in assistant_months::MONEY {
            let said = counting().flat_map(|e| match reported(&e.figures, column) {
                Some(said) => vec![said],
                None => e.months.iter().filter_map(|m| assistant_months::amount(m, column)).collect(),
            });
            super::municipalities::compare(frame, column, said)?;
        }
        return Ok(());
    }
    for (column, figure, _) in WHOLE {
        let said = counting().filter_map(|e| super::municipalities::whole(&e.figures, figure));
        super::municipalities::compare(frame, column, said)?;
    }
    let figures = super::figures::columns();
    for column in figures.iter().filter(|c| COMPONENTS.contains(&c.name.as_str())) {
        let said = counting().filter_map(|e| e.figures.get(column.key).and_then(Money::from_exact));
        super::municipalities::compare(frame, &column.name, said)?;
    }
    Ok(())
}
