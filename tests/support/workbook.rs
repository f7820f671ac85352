//! Writes input workbooks from readable tables: one sheet a table, cells typed by the schema's kind of column.
//!
//! Used by the tests and by `examples/make_samples.rs`. It does not go through the program's own writer, so that a
//! fault there cannot hide one in the reader. What cannot be read as the column's kind is written as text, unchanged.

use rozlicz::records::schema::{Kind, TABLES, TableSchema};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use std::path::Path;

/// Rows of text cells, the header first.
pub type Rows = Vec<Vec<String>>;

/// A table with its name (the file's stem).
#[derive(Clone, Debug)]
pub struct Table {
    /// Stem of the readable table, such as `place`.
    pub name: String,
    /// Cells.
    pub rows: Rows,
}

/// Header, whether the column always stands, and its text.
pub type Column<'a, T> = (&'static str, bool, Box<dyn Fn(&T) -> String + 'a>);

/// Describes a column.
pub fn col<'a, T>(header: &'static str, always: bool, text: impl Fn(&T) -> String + 'a) -> Column<'a, T> {
    (header, always, Box::new(text))
}

/// Builds a table; an optional column that no row uses is left out, as an office would.
pub fn build<T>(name: &str, rows: &[T], columns: &[Column<'_, T>]) -> Table {
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| columns.iter().map(|c| (c.2)(row)).collect()).collect();
    let used: Vec<usize> =
        (0..columns.len()).filter(|i| columns[*i].1 || cells.iter().any(|c| !c[*i].is_empty())).collect();
    let pick = |row: &[String]| used.iter().map(|i| row[*i].clone()).collect::<Vec<_>>();
    let header: Vec<String> = columns.iter().map(|c| c.0.to_owned()).collect();
    let all = std::iter::once(pick(&header)).chain(cells.iter().map(|c| pick(c))).collect();
    Table { name: name.to_owned(), rows: all }
}

/// Reads every `.csv` of a folder in the order of names.
pub fn read_tables(folder: &Path) -> std::io::Result<Vec<Table>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "csv"));
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .flexible(true)
                .from_path(path)?;
            let rows = reader.records().map(|r| r.map(|r| r.iter().map(str::to_owned).collect()));
            let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
            Ok(Table { name, rows: rows.collect::<Result<_, _>>()? })
        })
        .collect()
}

/// Writes tables as semicolon separated UTF-8, one file each.
pub fn write_csv(folder: &Path, tables: &[Table]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for table in tables {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_path(folder.join(format!("{}.csv", table.name)))?;
        for row in &table.rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
    }
    Ok(())
}

/// Writes tables as one workbook. The same tables give the same bytes.
pub fn write_xlsx(path: &Path, tables: &[Table]) -> Result<(), rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    // The writer would put the clock into the properties.
    let created = ExcelDateTime::from_ymd(2025, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut ordered: Vec<&Table> = tables.iter().collect();
    ordered.sort_by_key(|t| TABLES.iter().position(|s| is(s, &t.rows)));
    for table in ordered {
        let schema = TABLES.iter().find(|s| is(s, &table.rows));
        let sheet = book.add_worksheet();
        sheet.set_name(schema.map_or(table.name.as_str(), |s| s.sheet))?;
        fill(sheet, schema, &table.rows)?;
    }
    book.save(path)
}

fn is(schema: &TableSchema, rows: &Rows) -> bool {
    let Some(header) = rows.first() else { return false };
    if schema.recognised_by.is_empty() {
        return header.iter().map(String::as_str).eq(["Pole", "Wartość"]);
    }
    schema
        .recognised_by
        .iter()
        .all(|k| schema.column(k).is_some_and(|c| header.contains(&c.header.to_owned())))
}

fn fill(
    sheet: &mut Worksheet,
    schema: Option<&TableSchema>,
    rows: &Rows,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    let is_agreement = schema.is_some_and(|s| s.recognised_by.is_empty());
    for (r, row) in (0u32..).zip(rows) {
        for (c, text) in (0u16..).zip(row) {
            if text.is_empty() {
                continue;
            }
            if r == 0 {
                sheet.write_string_with_format(r, c, text, &bold)?;
                continue;
            }
            let header = if is_agreement { row.first() } else { rows[0].get(usize::from(c)) };
            let label = is_agreement && c == 0;
            let column =
                schema.and_then(|s| s.columns.iter().find(|k| Some(k.header) == header.map(String::as_str)));
            match column.map(|k| k.kind) {
                Some(kind) if !label => typed(sheet, r, c, kind, text)?,
                _ => {
                    sheet.write_string(r, c, text)?;
                }
            }
        }
    }
    for c in 0u16..u16::try_from(rows.first().map_or(0, Vec::len)).unwrap_or(0) {
        sheet.set_column_width(c, if is_agreement { 46 } else { 18 })?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn typed(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    kind: Kind,
    text: &str,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    // A dot is left to the reader: `5.000` must reach it as typed.
    let number = if text.contains('.') { None } else { text.replace(',', ".").parse::<f64>().ok() };
    match (kind, number, date(text)) {
        (Kind::Amount, Some(n), _) => {
            sheet.write_number_with_format(row, column, n, &Format::new().set_num_format("#,##0.00"))?;
        }
        (Kind::Hours, Some(n), _) => {
            sheet.write_number_with_format(row, column, n, &Format::new().set_num_format("0.##"))?;
        }
        (Kind::Count, Some(n), _) => {
            sheet.write_number(row, column, n)?;
        }
        (Kind::Day, _, Some((year, month, day))) => {
            let day = ExcelDateTime::from_ymd(year, month, day)?;
            sheet.write_datetime_with_format(
                row,
                column,
                &day,
                &Format::new().set_num_format("yyyy-mm-dd"),
            )?;
        }
        (Kind::Month, _, None) if month(text).is_some() => {
            let (year, number) = month(text).unwrap_or((2000, 1));
            let day = ExcelDateTime::from_ymd(year, number, 1)?;
            sheet.write_datetime_with_format(row, column, &day, &Format::new().set_num_format("mm.yyyy"))?;
        }
        _ => {
            sheet.write_string_with_format(row, column, text, &Format::new().set_num_format("@"))?;
        }
    }
    Ok(())
}

fn date(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('-');
    let day = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(day)
}

fn month(text: &str) -> Option<(u16, u8)> {
    let (y, m) = text.split_once('-')?;
    Some((y.parse().ok()?, m.parse().ok()?))
}
