//! The schema of an export: as data (`schemat.json`) and for people (`SCHEMAT.md`, `docs/exports.md`).
//!
//! Written from the very tables that write the files, so that neither can say what the other does not.

use std::fmt::Write as _;

use super::{Kind, Table, assistant_months, findings, handed_in, municipalities};

/// Number of the schema. It grows when a column goes, changes its name, type or meaning; a new column that may be
/// unknown does not change it, and a file without it is read as one where it is unknown.
pub const VERSION: u32 = 1;

/// File of the schema for programs.
pub const JSON: &str = crate::consolidate::exported::SCHEMA;

/// File of the schema for people.
pub const PAGE: &str = "SCHEMAT.md";

/// Returns the tables that hold what was handed in; tables of totals are made from them.
pub fn tables() -> [Table; 5] {
    [
        municipalities::table(),
        assistant_months::table(),
        handed_in::table_of_assistants(),
        handed_in::table_of_files(),
        findings::table(),
    ]
}

/// Writes the schema as JSON. Names and meanings hold no control character; quotes and strokes are escaped.
pub fn json() -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut out = format!("{{\n  \"schema\": {VERSION},\n  \"tables\": [");
    for (at, table) in tables().iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _writing_to_a_string_cannot_fail = write!(
            out,
            "{comma}\n    {{\n      \"name\": {},\n      \"meaning\": {},\n      \"columns\": [",
            quoted(table.name),
            quoted(table.meaning)
        );
        for (at, column) in table.columns.iter().enumerate() {
            let kind = match column.kind {
                Kind::Text => "text",
                Kind::Grosze => "grosze",
                Kind::Whole => "whole",
                Kind::Flag => "flag",
            };
            let comma = if at > 0 { "," } else { "" };
            let _writing_to_a_string_cannot_fail = write!(
                out,
                "{comma}\n        {{ \"name\": {}, \"type\": \"{kind}\", \"nullable\": {}, \"meaning\": {} }}",
                quoted(&column.name),
                column.nullable,
                quoted(&column.meaning)
            );
        }
        out.push_str("\n      ]\n    }");
    }
    out.push_str("\n  ]\n}\n");
    out
}

/// Finds the number of the schema in a `schemat.json`.
pub fn version_in(json: &str) -> Option<u32> {
    let (_, after) = json.split_once("\"schema\":")?;
    let digits: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Writes the tables for people.
pub fn page() -> String {
    let mut out = String::new();
    for table in tables() {
        let _writing_to_a_string_cannot_fail = write!(
            out,
            "## `{}`\n\n{}.\n\n| column | type | may be unknown | meaning |\n|---|---|---|---|\n",
            table.name, table.meaning
        );
        for column in &table.columns {
            let nullable = if column.nullable { "yes" } else { "" };
            let meaning = column.meaning.replace('|', "\\|");
            let _writing_to_a_string_cannot_fail =
                writeln!(out, "| `{}` | {} | {nullable} | {meaning} |", column.name, column.kind.word());
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_json_that_names_every_column() {
        let read: serde_json::Value = serde_json::from_str(&json()).expect("json");
        assert_eq!(read["schema"], VERSION);
        assert_eq!(version_in(&json()), Some(VERSION));
        let columns: usize = tables().iter().map(|t| t.columns.len()).sum();
        let named: usize = (0..5).map(|t| read["tables"][t]["columns"].as_array().map_or(0, Vec::len)).sum();
        assert_eq!(named, columns);
        assert_eq!(version_in("{}"), None);
    }
}
