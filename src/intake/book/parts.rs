//! What lies in a workbook beside its cells: hidden rows and columns, headers of pages, links to other files, macros. Read as
//! a stream; nothing is followed and nothing is run.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::headers::Headers;
use super::{ReadBook, ReadSheet};
use crate::intake::archive::Archive;
use crate::intake::ods::{attribute, broken};
use crate::intake::raw::Trouble;
use crate::source::{COLUMNS, ROWS};
use crate::units::Exact;

/// Links that are listed, and the characters of each.
const MAX_LINKS: usize = 200;
const MAX_TARGET: usize = 300;
/// Folders and parts that hold or reach something outside: other workbooks, data sources, embedded objects.
const REACHING: [&str; 6] = [
    "xl/externallinks/",
    "xl/connections.xml",
    "xl/querytables/",
    "xl/embeddings/",
    "xl/activex/",
    "xl/webextensions/",
];

/// Adds to a book what its other parts say.
pub fn add(book: &mut ReadBook, archive: &mut Archive<'_>) -> Result<(), Trouble> {
    let names = names(archive);
    for (plain, _) in &names {
        book.macros |= plain.ends_with("vbaproject.bin") || plain.starts_with("xl/macrosheets/");
        let relations = plain.contains("/_rels/");
        if !relations && REACHING.iter().any(|folder| plain.starts_with(folder)) {
            link(book, plain);
        }
    }
    let relating = |plain: &str| plain.starts_with("xl/") && plain.contains("/_rels/");
    for (_, name) in names.iter().filter(|(plain, _)| relating(plain)) {
        for relation in relations(archive, name)?.into_iter().filter(|relation| relation.outside) {
            link(book, &relation.target);
        }
    }
    structure(book, archive, &names)
}

fn link(book: &mut ReadBook, text: &str) {
    let text: String = text.chars().take(MAX_TARGET).collect();
    if book.external_links.len() < MAX_LINKS && !book.external_links.contains(&text) {
        book.external_links.push(text);
    }
}

/// Goes through the sheets for what is hidden.
fn structure(
    book: &mut ReadBook,
    archive: &mut Archive<'_>,
    names: &[(String, String)],
) -> Result<(), Trouble> {
    for (name, part) in sheet_files(archive, names)? {
        let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == name);
        if let (Some(part), Some(sheet)) = (part, sheet) {
            let reader = archive.part(&part)?;
            hidden(sheet, reader)?;
        }
    }
    Ok(())
}

/// Names of the sheets in order, each with the name of its part if there is one.
fn sheet_files(
    archive: &mut Archive<'_>,
    names: &[(String, String)],
) -> Result<Vec<(String, Option<String>)>, Trouble> {
    let find = |wanted: &str| found(names, wanted);
    let main = main_part(archive, names)?;
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let (Some(part), Some(relations_part)) = (find(&main), find(&format!("{folder}/_rels/{file}.rels")))
    else {
        return Ok(Vec::new());
    };
    let relations = relations(archive, &relations_part)?;
    let listed = sheet_ids(archive, &part)?.into_iter().map(|(name, id)| {
        let target = relations.iter().find(|r| r.id == id).map(|r| resolved(folder, &r.target));
        (name, target.and_then(|target| find(&target)))
    });
    Ok(listed.collect())
}

/// Names of the sheets in order, each with the name of its part; a sheet without one is damage.
pub fn sheet_parts(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, Trouble> {
    let names = names(archive);
    let listed = sheet_files(archive, &names)?.into_iter();
    listed.map(|(name, part)| part.map(|part| (name.clone(), part)).ok_or(Trouble::Damaged(name))).collect()
}

/// Returns the names of all sheets; looks at no cell.
pub fn sheet_names(archive: &mut Archive<'_>) -> Result<Vec<String>, Trouble> {
    let names = names(archive);
    let main = main_part(archive, &names)?;
    let Some(part) = found(&names, &main) else { return Ok(Vec::new()) };
    Ok(sheet_ids(archive, &part)?.into_iter().map(|(name, _)| name).collect())
}

/// Names of the parts, as compared and as written.
fn names(archive: &Archive<'_>) -> Vec<(String, String)> {
    archive.names().into_iter().map(|name| (name.replace('\\', "/").to_lowercase(), name)).collect()
}

fn found(names: &[(String, String)], wanted: &str) -> Option<String> {
    let wanted = wanted.to_lowercase();
    names.iter().find(|(plain, _)| *plain == wanted).map(|(_, name)| name.clone())
}

/// Name of the part that lists the sheets.
fn main_part(archive: &mut Archive<'_>, names: &[(String, String)]) -> Result<String, Trouble> {
    let main = match found(names, "_rels/.rels") {
        Some(part) => relations(archive, &part)?.into_iter().find(|r| r.kind.ends_with("/officeDocument")),
        None => None,
    };
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| resolved("", &relation.target)))
}

/// Names of the sheets and of their relations.
fn sheet_ids(archive: &mut Archive<'_>, part: &str) -> Result<Vec<(String, String)>, Trouble> {
    let mut all = Vec::new();
    elements(archive.part(part)?, |element| {
        if element.local_name().as_ref() == "sheet" {
            let id = element.attributes().flatten().find(|a| a.key.0.ends_with(":id"));
            let id = id.map(|a| a.value.to_string()).unwrap_or_default();
            all.push((attribute(element, "name").unwrap_or_default(), id));
        }
        true
    })?;
    Ok(all)
}

struct Relation {
    id: String,
    kind: String,
    target: String,
    outside: bool,
}

fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, Trouble> {
    let mut all = Vec::new();
    elements(archive.part(part)?, |element| {
        if element.local_name().as_ref() == "Relationship" {
            let get = |key| attribute(element, key).unwrap_or_default();
            all.push(Relation {
                id: get("Id"),
                kind: get("Type"),
                target: get("Target"),
                outside: get("TargetMode").eq_ignore_ascii_case("external"),
            });
        }
        all.len() < 100_000
    })?;
    Ok(all)
}

/// Calls with every element until told to stop.
fn elements(part: impl BufRead, mut visit: impl FnMut(&BytesStart<'_>) -> bool) -> Result<(), Trouble> {
    events(part, |event| match event {
        Event::Start(element) | Event::Empty(element) => visit(element),
        _ => true,
    })
}

/// Calls with every event until told to stop.
fn events(part: impl BufRead, mut visit: impl FnMut(&Event<'_>) -> bool) -> Result<(), Trouble> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| broken(&e))? {
            Event::Eof => return Ok(()),
            event if !visit(&event) => return Ok(()),
            _ => {}
        }
    }
}

/// The name of a part that another part in a folder points to.
fn resolved(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

pub fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

fn is_nil(value: &str) -> bool {
    Exact::parse_decimal(value).is_some_and(|n| n.is_zero())
}

/// Rows and columns that nobody sees: hidden, folded away, or of no height or width; and the headers of pages.
fn hidden(sheet: &mut ReadSheet, part: impl BufRead) -> Result<(), Trouble> {
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    let (mut next_row, mut no_width) = (0_u32, false);
    let mut told = Vec::new();
    let mut headers = Headers::default();
    events(part, |event| {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            headers.take(event);
            return true;
        };
        let has = |key, test: fn(&str) -> bool| attribute(element, key).is_some_and(|value| test(&value));
        match element.local_name().as_ref() {
            "sheetFormatPr" => no_width = has("defaultColWidth", is_nil),
            "col" => {
                let at = |key| attribute(element, key).and_then(|v| v.parse::<u32>().ok()).unwrap_or(1);
                let span = at("min").clamp(1, COLUMNS) - 1..at("max").clamp(1, COLUMNS);
                if told.len() + columns.len() < 4 * COLUMNS as usize {
                    if has("hidden", is_on) || has("width", is_nil) {
                        columns.extend(span.clone());
                    }
                    told.extend(span);
                }
            }
            "row" => {
                let row = attribute(element, "r").and_then(|v| v.parse::<u32>().ok());
                let row = row.map_or(next_row, |row| row.clamp(1, ROWS) - 1);
                next_row = row.saturating_add(1);
                let flat = has("hidden", is_on) || has("ht", is_nil);
                if flat && rows.len() < ROWS as usize {
                    rows.push(row);
                }
            }
            "c" | "v" | "f" => {}
            _ if matches!(event, Event::Start(_)) || element.local_name().as_ref() == "headerFooter" => {
                headers.open(element);
            }
            _ => {}
        }
        true
    })?;
    if no_width {
        told.sort_unstable();
        let used = sheet.cells.keys().map(|(_, column)| *column);
        let mut untold: Vec<u32> = used.filter(|column| told.binary_search(column).is_err()).collect();
        untold.sort_unstable();
        untold.dedup();
        columns.extend(untold);
    }
    for list in [&mut rows, &mut columns] {
        list.sort_unstable();
        list.dedup();
    }
    (sheet.hidden_rows, sheet.hidden_columns, sheet.headers) = (rows, columns, headers.texts);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_like_paths() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(resolved("", "../../b.xml"), "b.xml");
    }

    #[test]
    fn rows_and_columns_that_nobody_sees_and_headers_of_pages_are_found() {
        let xml = r#"<worksheet><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" hidden="1"/>
            <col min="5" max="5" width="0"/><col min="7" max="99999999" width="9"/></cols><sheetData>
            <row r="2" hidden="true"/><row><c r="A3"/></row><row r="9" ht="0" customHeight="1"/>
            <row r="10" ht="12.5" hidden="0"/></sheetData><headerFooter differentFirst="1">
            <oddHeader>&amp;C&amp;28PROJEKT</oddHeader><evenHeader>&amp;CSZKIC</evenHeader>
            <firstFooter>&amp;LA &lt; B</firstFooter></headerFooter></worksheet>"#;
        let mut sheet = ReadSheet::default();
        hidden(&mut sheet, xml.as_bytes()).expect("sound");
        assert_eq!(sheet.hidden_rows, [1, 8]);
        assert_eq!(sheet.hidden_columns, [1, 2, 4]);
        assert_eq!(sheet.headers, ["PROJEKT", "A < B"], "that of even pages is not printed");
    }
}
