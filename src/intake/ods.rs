//! OpenDocument spreadsheets, read as a stream. With `book::parts` the only door to quick-xml.
//!
//! calamine unfolds repeated rows and cells into memory and loses which numbers are percentages, so these files are
//! read here: repeats of blank cells cost nothing, repeats of filled ones count against the limit.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::archive::Archive;
use super::raw::{Collector, Limit, MAX_TEXT, RawSheet, RawValue, Trouble};
use crate::source::{COLUMNS, ROWS};
use crate::units::{Day, Exact};

/// Errors that a spreadsheet shows, in its own spelling.
const ERRORS: [&str; 7] = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"];

/// Reads all sheets.
pub fn read(archive: &mut Archive<'_>) -> Result<Vec<RawSheet>, Trouble> {
    let mut reader = Reader::from_reader(archive.part("content.xml")?);
    reader.config_mut().expand_empty_elements = true;
    let mut state = State { sheets: Vec::new(), collector: Collector::default(), buffer: Vec::new() };
    loop {
        state.buffer.clear();
        match reader.read_event_into(&mut state.buffer).map_err(|e| broken(&e))? {
            Event::Start(e) if e.name().0 == "table:table" => {
                let name = attribute(&e, "table:name").unwrap_or_default();
                let sheet = table(&mut reader, &mut state.collector, name)?;
                state.sheets.push(sheet);
            }
            Event::Eof => return Ok(state.sheets),
            _ => {}
        }
    }
}

struct State {
    sheets: Vec<RawSheet>,
    collector: Collector,
    buffer: Vec<u8>,
}

fn table<R: BufRead>(
    reader: &mut Reader<R>,
    collector: &mut Collector,
    name: String,
) -> Result<RawSheet, Trouble> {
    let mut sheet = RawSheet { name, cells: Vec::new() };
    let mut next_row = 0_u64;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| broken(&e))? {
            Event::Start(e) if e.name().0 == "table:table-row" => {
                let repeats = count(&e, "table:number-rows-repeated");
                let cells = row(reader, &sheet.name)?;
                keep(&mut sheet, collector, &cells, next_row, repeats)?;
                next_row = next_row.saturating_add(repeats);
            }
            // Copies of former cells, drawings and rules hold rows and texts that are not the sheet's.
            Event::Start(e)
                if matches!(
                    e.name().0,
                    "table:tracked-changes" | "table:shapes" | "office:forms" | "table:content-validations"
                ) =>
            {
                let end = e.to_end().into_owned();
                skip(reader, &end)?;
            }
            Event::End(e) if e.name().0 == "table:table" => return Ok(sheet),
            Event::Eof => return Err(Trouble::Damaged("content.xml".to_owned())),
            _ => {}
        }
    }
}

/// A filled cell of a row: first column, how often it is repeated, what it holds.
type Filled = (u64, u64, RawValue);

fn keep(
    sheet: &mut RawSheet,
    collector: &mut Collector,
    cells: &[Filled],
    first_row: u64,
    repeats: u64,
) -> Result<(), Trouble> {
    if cells.is_empty() {
        return Ok(());
    }
    for row in first_row..first_row.saturating_add(repeats) {
        for (first_column, columns, value) in cells {
            for column in *first_column..first_column.saturating_add(*columns) {
                let inside = row < u64::from(ROWS) && column < u64::from(COLUMNS);
                let at = (u32::try_from(row).ok(), u32::try_from(column).ok());
                let (true, (Some(row), Some(column))) = (inside, at) else {
                    return Err(Trouble::TooLarge(Limit::Cells, sheet.name.clone()));
                };
                collector.take(sheet, (row, column), Some(value.clone()))?;
            }
        }
    }
    Ok(())
}

fn row<R: BufRead>(reader: &mut Reader<R>, sheet: &str) -> Result<Vec<Filled>, Trouble> {
    let mut cells = Vec::new();
    let mut next_column = 0_u64;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| broken(&e))? {
            Event::Start(e) if matches!(e.name().0, "table:table-cell" | "table:covered-table-cell") => {
                let repeats = count(&e, "table:number-columns-repeated");
                let start = e.into_owned();
                let text = cell_text(reader, start.name().0)?;
                if let Some(value) = value(&start, &text) {
                    // Before they are kept, or a row of millions of cells would fill the memory first.
                    if next_column >= u64::from(COLUMNS) {
                        return Err(Trouble::TooLarge(Limit::Cells, sheet.to_owned()));
                    }
                    cells.push((next_column, repeats, value));
                }
                next_column = next_column.saturating_add(repeats);
            }
            Event::End(e) if e.name().0 == "table:table-row" => return Ok(cells),
            Event::Eof => return Err(Trouble::Damaged("content.xml".to_owned())),
            _ => {}
        }
    }
}

/// Reads the paragraphs of a cell up to its end; notes and drawings in it are passed over.
fn cell_text<R: BufRead>(reader: &mut Reader<R>, cell: &str) -> Result<String, Trouble> {
    let mut text = String::new();
    let (mut paragraphs, mut inside) = (0, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| broken(&e))? {
            Event::Start(e) => match e.name().0 {
                "text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    inside = true;
                }
                "text:s" => {
                    let spaces = usize::try_from(count(&e, "text:c")).unwrap_or(1).min(MAX_TEXT);
                    text.extend(std::iter::repeat_n(' ', spaces.min(MAX_TEXT.saturating_sub(text.len()))));
                }
                "text:tab" => text.push(' '),
                "text:line-break" => text.push('\n'),
                "text:span" | "text:a" => {}
                _ => {
                    let end = e.to_end().into_owned();
                    skip(reader, &end)?;
                }
            },
            Event::Text(t) if inside && text.len() <= 4 * MAX_TEXT => text.push_str(&t.xml10_content()),
            Event::GeneralRef(r) if inside => push_reference(&r, &mut text),
            Event::End(e) if e.name().0 == "text:p" => inside = false,
            Event::End(e) if e.name().0 == cell => return Ok(text),
            Event::Eof => return Err(Trouble::Damaged("content.xml".to_owned())),
            _ => {}
        }
    }
}

pub(super) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    match reference.xml10_content().as_ref() {
        "amp" => text.push('&'),
        "lt" => text.push('<'),
        "gt" => text.push('>'),
        "quot" => text.push('"'),
        "apos" => text.push('\''),
        _ => text.extend(reference.resolve_char_ref().ok().flatten()),
    }
}

fn skip<R: BufRead>(reader: &mut Reader<R>, end: &quick_xml::events::BytesEnd<'_>) -> Result<(), Trouble> {
    let mut buffer = Vec::new();
    reader.read_to_end_into(end.name(), &mut buffer).map(|_| ()).map_err(|e| broken(&e))
}

fn value(cell: &BytesStart<'_>, text: &str) -> Option<RawValue> {
    let formula = attribute(cell, "table:formula").is_some();
    if attribute(cell, "calcext:value-type").as_deref() == Some("error") {
        return Some(RawValue::Error(error_name(text)));
    }
    let number = || attribute(cell, "office:value").and_then(|v| v.parse::<f64>().ok());
    match attribute(cell, "office:value-type").as_deref() {
        Some("float" | "currency") => number().map(RawValue::Number),
        Some("percentage") => number().map(RawValue::Percent),
        Some("boolean") => attribute(cell, "office:boolean-value").map(|v| RawValue::Bool(v == "true")),
        Some("date") => {
            attribute(cell, "office:date-value").and_then(|v| date(&v)).or_else(|| RawValue::text(text))
        }
        Some("time") => {
            attribute(cell, "office:time-value").and_then(|v| time(&v)).or_else(|| RawValue::text(text))
        }
        Some("string") => {
            let shown = attribute(cell, "office:string-value").unwrap_or_else(|| text.to_owned());
            let error = formula && ERRORS.contains(&shown.trim());
            if error { Some(RawValue::Error(error_name(&shown))) } else { RawValue::text(&shown) }
        }
        _ if formula => Some(RawValue::NoResult),
        _ => RawValue::text(text),
    }
}

fn error_name(text: &str) -> &'static str {
    ERRORS.iter().find(|e| **e == text.trim()).unwrap_or(&"#ERR")
}

/// Turns `2024-03-01` or `2024-03-01T08:00:00` into a serial number; the time of day is dropped.
fn date(text: &str) -> Option<RawValue> {
    let serial = Day::parse_iso(text.get(..10)?)?.serial();
    i32::try_from(serial).ok().map(|n| RawValue::Date(f64::from(n)))
}

/// Turns `PT160H30M00S` into days.
fn time(text: &str) -> Option<RawValue> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = Exact::zero();
    for (unit, length) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((digits, after)) = rest.split_once(unit) {
            seconds = seconds + Exact::parse_decimal(digits)? * Exact::whole(length);
            rest = after;
        }
    }
    let days = seconds.checked_div(&Exact::whole(86_400))?.to_short(15).parse().ok()?;
    rest.is_empty().then_some(RawValue::Duration(days))
}

pub(super) fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.0 == key)?;
    let value =
        quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), Into::into);
    Some(value)
}

fn count(element: &BytesStart<'_>, key: &str) -> u64 {
    attribute(element, key).and_then(|v| v.parse().ok()).filter(|n| *n > 0).unwrap_or(1)
}

pub(super) fn broken(error: &quick_xml::Error) -> Trouble {
    Trouble::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_days() {
        assert_eq!(time("PT12H00M00S"), Some(RawValue::Duration(0.5)));
        assert_eq!(time("PT160H30M00S").map(|v| v.seen()), Some("160:30".to_owned()));
        assert_eq!(time("160:30"), None);
    }
}
