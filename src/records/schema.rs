//! Every input table and column, once: header, alias, kind, whether it must be filled.
//!
//! The headers are canonical: `init` writes them and intake must accept them. Adding an alias here is enough for
//! intake to know it. Components of pay are columns too: their names come from the national data, what they are worth
//! does not belong here, nor do figures and law.

mod tables;

use std::sync::LazyLock;

use crate::programme::pay_components::{self, PayComponent};

pub use tables::{COMPONENTS, CONTRACT_FORMS, END_REASONS, HALF_YEARS, INTEREST_CLAUSES};

/// All tables, in the order in which `init` and the workbook show them.
pub static TABLES: LazyLock<Vec<TableSchema>> = LazyLock::new(|| {
    let whole = |table: &TableSchema| match table.id {
        TableId::Pay => TableSchema { columns: &PAY_COLUMNS, ..*table },
        _ => *table,
    };
    tables::CANONICAL.iter().map(whole).collect()
});

/// The columns of `Płace`: the canonical ones with the names of payrolls, and the components of pay beside the sums
/// that they may stand for.
static PAY_COLUMNS: LazyLock<Vec<ColumnSchema>> = LazyLock::new(|| {
    let canonical = tables::CANONICAL.iter().filter(|t| t.id == TableId::Pay).flat_map(|t| t.columns);
    let mut columns = Vec::new();
    for column in canonical {
        let named = pay_components::built_in().iter().find(|c| c.is_canonical() && c.key == column.key);
        let aliases = named.map_or(column.aliases, |c| &c.names);
        columns.push(ColumnSchema { aliases, ..*column });
        if column.key == "other_exempt" {
            columns.extend(component_columns());
        }
    }
    columns
});

fn component_columns() -> impl Iterator<Item = ColumnSchema> {
    let components = pay_components::built_in().iter().filter(|c| !c.is_canonical());
    components.flat_map(PayComponent::columns).map(|(key, header)| ColumnSchema {
        key,
        header,
        kind: Kind::Amount,
        presence: Presence::Optional,
        aliases: &[],
    })
}

/// The tables a submission may hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TableId {
    /// `Umowa`: field and value.
    Agreement,
    /// `Środki`.
    Funds,
    /// `Zatrudnienie`.
    Employment,
    /// `Płace`.
    Pay,
    /// `Nieobecności`.
    Absences,
    /// `Rodziny`.
    Families,
    /// `Rodziny - zestawienie`: counts by assistant.
    FamilyTotals,
    /// `Rodziny - zestawienie`: highest caseload by month.
    FamilyPeaks,
    /// `Zwroty`.
    Refunds,
    /// `Ustalenia`.
    Determinations,
    /// `Odczytania`.
    Readings,
    /// `Wyjaśnienia`.
    Explanations,
    /// `Księgi`.
    Ledger,
    /// `Założenia`: figures of the coming year by scenario.
    PlanFigures,
    /// `Podwyżki` of the coming year.
    PlanRaises,
    /// `Zmiany kadrowe` of the coming year.
    PlanStaff,
}

impl TableId {
    /// Is it a table of the plan of a coming year, which no settlement looks at?
    pub const fn is_plan(self) -> bool {
        matches!(self, Self::PlanFigures | Self::PlanRaises | Self::PlanStaff)
    }
}

/// How a cell of a column is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Text; a number is taken as its shortest text.
    Text,
    /// Text that must not have lost leading zeros (TERYT, paragraph, agreement number).
    Code,
    /// Amount with at most two decimals.
    Amount,
    /// Calendar day.
    Day,
    /// Month.
    Month,
    /// Post: exact fraction.
    Fte,
    /// Hours; a duration cell counts as hours.
    Hours,
    /// Percentage, kept as a fraction of one.
    Percent,
    /// Whole number from zero.
    Count,
    /// TAK or NIE.
    YesNo,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Whether a cell must be filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// A blank cell is an error, and the row is left out of the figures.
    Required,
    /// The programme decides; the checks look at it, not intake.
    Conditional,
    /// May be blank or missing without a word.
    Optional,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSchema {
    /// Stable key used in the program.
    pub key: &'static str,
    /// Canonical header.
    pub header: &'static str,
    /// How its cells are read.
    pub kind: Kind,
    /// Whether they must be filled.
    pub presence: Presence,
    /// Other headers that offices use.
    pub aliases: &'static [&'static str],
}

/// One table.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// Which.
    pub id: TableId,
    /// Canonical sheet name (a table is found by its header row, not by this name).
    pub sheet: &'static str,
    /// Columns in canonical order. For [`TableId::Agreement`] these are the fields, one to a row.
    pub columns: &'static [ColumnSchema],
    /// Keys that must all be among the headers for a row to be this table's header row.
    pub recognised_by: &'static [&'static str],
}

impl TableSchema {
    /// Returns the column with the key.
    pub fn column(&self, key: &str) -> Option<&'static ColumnSchema> {
        self.columns.iter().find(|c| c.key == key)
    }
}

/// Returns the schema of a table.
pub fn table(id: TableId) -> &'static TableSchema {
    TABLES.iter().find(|t| t.id == id).expect("every TableId has a schema: the list below is complete")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_headers_are_unique_in_each_table() {
        for table in TABLES.iter() {
            for (i, a) in table.columns.iter().enumerate() {
                for b in &table.columns[i + 1..] {
                    assert!(a.key != b.key && a.header != b.header, "{:?} {}", table.id, a.key);
                }
            }
            for key in table.recognised_by {
                assert!(table.column(key).is_some(), "{:?} {key}", table.id);
            }
        }
    }
}
