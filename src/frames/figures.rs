//! The columns of the figures that forms know, and the numbers in them.
//!
//! The list is made of `forms::fields`, so a figure that a form learns is a column of the export without a word here. An
//! amount that is no whole number of grosze, or a count that is no whole number, has no column that could hold it: it is
//! kept in words under [`OTHER`], so that nothing is lost and no sum is false without a trace.

use crate::calc::Format;
use crate::consolidate::{FigureKey, Figures};
use crate::forms::fields::{self, AssistantField, Field};
use crate::records::HalfYear;
use crate::units::{Exact, Money};

use super::{Cell, ColumnInfo, Kind, Read};

/// The column of figures that no column of theirs can hold.
pub const OTHER: &str = "figures_other";

/// A figure's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureColumn {
    /// The figure.
    pub key: FigureKey,
    /// Name: the field's, the round's suffix, and `_gr` for money.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Beside a text, the same as millionths; empty for other kinds.
    pub scaled: Option<String>,
    /// What it is.
    pub meaning: String,
}

/// Returns the columns in the order of the list of fields, each field's whole before its rounds.
pub fn columns() -> Vec<FigureColumn> {
    // Of assistants a report knows the total row; what stands in months and papers is no figure of it.
    let of_municipality = |f: &&fields::FieldInfo| match f.field {
        Field::Component(..) | Field::All(_) | Field::Municipality(_) => true,
        Field::Assistant(field) => field != AssistantField::Number,
        Field::Agreement(_) | Field::Month(_) | Field::Listed(_) => false,
    };
    let mut columns = Vec::new();
    for info in fields::all().filter(of_municipality) {
        columns.push(column(info, None));
        if info.field.has_rounds() {
            columns.extend(HalfYear::ALL.map(|round| column(info, Some(round))));
        }
    }
    columns
}

fn column(info: &fields::FieldInfo, round: Option<HalfYear>) -> FigureColumn {
    let suffix = match round {
        None => "",
        Some(HalfYear::First) => "_i_vi",
        Some(HalfYear::Second) => "_vii_xii",
    };
    let plain = format!("{}{suffix}", info.name.replace('.', "_"));
    let meaning = match round {
        None => String::new(),
        Some(round) => format!(", round {}", round.word()),
    };
    let of_assistants =
        if matches!(info.field, Field::Assistant(_)) { "; all assistants together" } else { "" };
    let meaning = format!("{}{meaning}{of_assistants}", info.meaning);
    let (name, kind, scaled) = match info.format {
        Format::Money => (format!("{plain}_gr"), Kind::Grosze, None),
        Format::Count => (plain, Kind::Whole, None),
        _ => (plain.clone(), Kind::Text, Some(format!("{plain}_millionths"))),
    };
    FigureColumn { key: FigureKey { name: info.name, round }, name, kind, scaled, meaning }
}

/// Describes the columns for the schema.
pub fn described() -> Vec<ColumnInfo> {
    let mut described = Vec::new();
    for column in columns() {
        described.push(ColumnInfo::maybe(&column.name, column.kind, &column.meaning));
        if let Some(scaled) = &column.scaled {
            let meaning = format!("`{}` in millionths, to add up", column.name);
            described.push(ColumnInfo::maybe(scaled, Kind::Whole, &meaning));
        }
    }
    described.push(ColumnInfo::maybe(
        OTHER,
        Kind::Text,
        "figures that their column cannot hold (an amount with a fraction of a grosz): `name=fraction`, joined by `;`",
    ));
    described
}

/// Is there an amount that is no whole number of grosze, so that the sums of the tables lack it?
pub fn has_fractions(figures: &Figures) -> bool {
    let money = |name: &str| fields::all().any(|f| f.name == name && f.format == Format::Money);
    figures.iter().any(|(key, value)| Money::from_exact(value).is_none() && money(key.name))
}

/// Returns the cells of an entry's figures, in the order of [`described`].
pub fn cells(figures: &Figures, columns: &[FigureColumn]) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(columns.len() + 1);
    let mut held = Vec::new();
    for column in columns {
        let value = figures.get(column.key);
        let whole = match column.kind {
            Kind::Grosze => value.and_then(Money::from_exact).map(Money::grosze),
            _ => value.and_then(Exact::to_i64),
        };
        if column.scaled.is_some() {
            held.extend(value.map(|_| column.key));
            cells.push(Cell::Text(value.map(text)));
            cells.push(Cell::Whole(value.and_then(millionths)));
        } else {
            held.extend(whole.map(|_| column.key));
            cells.push(Cell::Whole(whole));
        }
    }
    let other: Vec<String> = figures
        .iter()
        .filter(|(key, _)| !held.contains(key))
        .map(|(key, value)| format!("{}={}", key.text(), fraction(value)))
        .collect();
    cells.push(Cell::Text((!other.is_empty()).then(|| other.join(";"))));
    cells
}

/// Reads an entry's figures back; none when a text is no number or names no figure.
pub fn figures(read: &Read, row: usize, columns: &[FigureColumn]) -> Option<Figures> {
    let mut figures = Figures::default();
    for column in columns {
        let value = match column.kind {
            Kind::Grosze => read.money(row, &column.name).map(Money::to_exact),
            Kind::Whole => read.whole(row, &column.name).map(Exact::whole),
            Kind::Text | Kind::Flag => match read.text(row, &column.name) {
                Some(text) => Some(number(&text)?),
                None => None,
            },
        };
        if let Some(value) = value {
            figures.set(column.key, value);
        }
    }
    for part in read.text(row, OTHER).unwrap_or_default().split(';').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=')?;
        figures.set(FigureKey::parse(key)?, Exact::parse_parts(value)?);
    }
    Some(figures)
}

/// Writes a number as a decimal where six places write it exactly, else as a fraction: always exact.
pub fn text(value: &Exact) -> String {
    if value.to_exact_decimal(6).is_some() { value.to_short(6) } else { fraction(value) }
}

/// Reads what [`text`] writes.
pub fn number(text: &str) -> Option<Exact> {
    if text.contains('/') { Exact::parse_parts(text) } else { Exact::parse_decimal(text) }
}

/// Returns millionths, rounded half up where six places do not write the number; none when 64 bits do not hold them.
pub fn millionths(value: &Exact) -> Option<i64> {
    (&value.round_half_up(6) * &Exact::whole(1_000_000)).to_i64()
}

fn fraction(value: &Exact) -> String {
    let (numerator, denominator) = value.parts();
    format!("{numerator}/{denominator}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_one_column_and_money_says_its_unit() {
        let columns = columns();
        let name = |text: &str| {
            let key = FigureKey::parse(text).expect("a figure");
            columns.iter().find(|c| c.key == key).map(|c| c.name.as_str())
        };
        assert_eq!(name("supplement.co_financing"), Some("supplement_co_financing_gr"));
        assert_eq!(name("supplement.co_financing@VII-XII"), Some("supplement_co_financing_vii_xii_gr"));
        assert_eq!(name("municipality.families"), Some("municipality_families"));
        let described = described();
        for (at, column) in described.iter().enumerate() {
            assert!(described[..at].iter().all(|c| c.name != column.name), "{}", column.name);
        }
        assert!(described.iter().any(|c| c.name == "municipality_average_heads_millionths"));
    }

    #[test]
    fn a_number_as_text_is_exact_whether_decimal_or_not() {
        for (value, shown, scaled) in
            [("1/2", "0.5", 500_000), ("1/3", "1/3", 333_333), ("-2/3", "-2/3", -666_667)]
        {
            let value = Exact::parse_parts(value).expect("a fraction");
            assert_eq!(text(&value), shown);
            assert_eq!(number(shown), Some(value.clone()));
            assert_eq!(millionths(&value), Some(scaled));
        }
        assert_eq!(number("1,5"), None);
    }
}
