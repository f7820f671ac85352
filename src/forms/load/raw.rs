//! A form file as written. Unknown keys are refused here; meaning is checked in [`super::validate`].

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub id: Spanned<String>,
    pub title: String,
    pub status: Spanned<String>,
    pub mark: Option<Spanned<String>>,
    pub act: String,
    pub programmes: Option<Vec<String>>,
    pub paper: Option<Spanned<String>>,
    pub footer: Option<String>,
    #[serde(default)]
    pub note: Vec<Note>,
    pub sheet: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub text: Spanned<String>,
    pub component: Option<Spanned<String>>,
    pub when: Option<Spanned<String>>,
    pub rows: Option<Spanned<String>>,
    pub round: Option<Spanned<String>>,
    pub rate: Option<Spanned<String>>,
    pub times: Option<Spanned<String>>,
    pub shown: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub name: Spanned<String>,
    pub pages_wide: Option<Spanned<u16>>,
    pub first_columns: Option<Spanned<u32>>,
    #[serde(default)]
    pub block: Vec<Block>,
}

/// A block of any kind: a tagged union would lose the places of its values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub kind: Spanned<String>,
    pub lines: Option<Vec<String>>,
    pub text: Option<String>,
    pub label: Option<String>,
    pub field: Option<Spanned<String>>,
    pub width: Option<Spanned<u32>>,
    pub beside: Option<bool>,
    pub lines_high: Option<Spanned<u32>>,
    pub rows: Option<Spanned<String>>,
    pub component: Option<Spanned<String>>,
    pub total: Option<String>,
    pub half_totals: Option<Spanned<Vec<String>>>,
    pub month_group: Option<String>,
    pub months: Option<Spanned<Vec<u32>>>,
    pub month_names: Option<Vec<String>>,
    pub month_numbers: Option<Vec<String>>,
    pub column: Option<Vec<Column>>,
    pub month_column: Option<Vec<MonthColumn>>,
    pub headings: Option<Vec<String>>,
    pub widths: Option<Vec<u32>>,
    pub spans: Option<Vec<u32>>,
    pub row: Option<Vec<ListRow>>,
}

impl Block {
    /// Returns the keys that are set, without `kind`.
    pub fn keys(&self) -> Vec<&'static str> {
        [
            ("lines", self.lines.is_some()),
            ("text", self.text.is_some()),
            ("label", self.label.is_some()),
            ("field", self.field.is_some()),
            ("width", self.width.is_some()),
            ("beside", self.beside.is_some()),
            ("lines_high", self.lines_high.is_some()),
            ("rows", self.rows.is_some()),
            ("component", self.component.is_some()),
            ("total", self.total.is_some()),
            ("half_totals", self.half_totals.is_some()),
            ("month_group", self.month_group.is_some()),
            ("months", self.months.is_some()),
            ("month_names", self.month_names.is_some()),
            ("month_numbers", self.month_numbers.is_some()),
            ("column", self.column.is_some()),
            ("month_column", self.month_column.is_some()),
            ("headings", self.headings.is_some()),
            ("widths", self.widths.is_some()),
            ("spans", self.spans.is_some()),
            ("row", self.row.is_some()),
        ]
        .into_iter()
        .filter_map(|(key, set)| set.then_some(key))
        .collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub number: Spanned<String>,
    pub group: Option<String>,
    pub heading: String,
    pub width: Spanned<u32>,
    pub field: Option<Spanned<String>>,
    pub round: Option<Spanned<String>>,
    pub sum: Option<Spanned<Vec<String>>>,
    pub difference: Option<Spanned<Vec<String>>>,
    pub left_blank: Option<bool>,
    pub total_field: Option<Spanned<String>>,
    pub total_sum: Option<Spanned<Vec<String>>>,
    pub total_difference: Option<Spanned<Vec<String>>>,
    pub total_mean: Option<bool>,
    pub no_total: Option<bool>,
    pub total_text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthColumn {
    pub heading: String,
    pub width: Spanned<u32>,
    pub field: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListRow {
    pub number: String,
    pub label: String,
    pub when: Option<Spanned<String>>,
    pub values: Spanned<Vec<Spanned<String>>>,
}
