//! A finished workbook changed as a person changes it in a spreadsheet, by editing the sheets' XML in place.
//!
//! Rows inserted, deleted or moved shift all references, as spreadsheets do; stored results are recalculated on
//! demand. It does not go through the program's reader, writer or audit, so that a fault there cannot hide one in
//! what the audit sees. Made for the workbooks of this program; other files may have XML that it does not know.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};

/// A cell: attributes beside its address and kind, formula, stored value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Style and the like, as written.
    pub look: String,
    /// Formula without the equals sign.
    pub formula: Option<String>,
    /// Stored value.
    pub value: Stored,
}

/// A stored value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stored {
    /// Nothing.
    #[default]
    Blank,
    /// A number, as written.
    Number(String),
    /// Text.
    Text(String),
    /// Text by its number among the shared ones, as written.
    Shared(String),
    /// An error such as `#REF!`.
    Error(String),
}

/// A row: its attributes and cells by column from zero.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Height and the like, as written.
    pub look: String,
    /// Cells.
    pub cells: BTreeMap<u32, Cell>,
}

/// A worksheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Name.
    pub name: String,
    /// Hidden from the tabs.
    pub hidden: bool,
    /// Hidden from the list of hidden sheets too.
    pub very_hidden: bool,
    /// Rows from zero.
    pub rows: BTreeMap<u32, Row>,
    head: String,
    tail: String,
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Book {
    /// Sheets in order.
    pub sheets: Vec<Sheet>,
    parts: BTreeMap<String, Vec<u8>>,
    shared: Vec<String>,
}

impl Book {
    /// Reads a workbook.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|e| e.to_string())?;
            let name = entry.name().map_err(|e| e.to_string())?.into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).map_err(|e| e.to_string())?;
            parts.insert(name, content);
        }
        let text = |name: &str| parts.get(name).map(|b| String::from_utf8_lossy(b).into_owned());
        let workbook = text("xl/workbook.xml").ok_or("no workbook part")?;
        let mut sheets = Vec::new();
        for (index, element) in elements(&workbook, "sheet").into_iter().enumerate() {
            let xml = text(&part(index)).ok_or("no sheet part")?;
            let name = unescaped(&attribute(&element, "name").unwrap_or_default());
            sheets.push(sheet(name, &xml));
        }
        let shared = elements(&text("xl/sharedStrings.xml").unwrap_or_default(), "si")
            .iter()
            .map(|si| elements(si, "t").iter().map(|t| unescaped(&content(t))).collect())
            .collect();
        Ok(Self { sheets, parts, shared })
    }

    /// Writes the workbook.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        let mut parts = self.parts.clone();
        parts.retain(|name, _| !name.starts_with("xl/worksheets/"));
        for (index, sheet) in self.sheets.iter().enumerate() {
            parts.insert(part(index), sheet.xml().into_bytes());
        }
        self.list(&mut parts);
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            out.start_file(name, zip::write::SimpleFileOptions::default()).map_err(|e| e.to_string())?;
            out.write_all(&content).map_err(|e| e.to_string())?;
        }
        Ok(out.finish().map_err(|e| e.to_string())?.into_inner())
    }

    /// Lists the sheets where the package lists them.
    fn list(&self, parts: &mut BTreeMap<String, Vec<u8>>) {
        let mut change = |name: &str, with: &dyn Fn(String) -> String| {
            if let Some(content) = parts.get_mut(name) {
                *content = with(String::from_utf8_lossy(content).into_owned()).into_bytes();
            }
        };
        let mut sheets = String::new();
        let mut links = String::new();
        let mut types = String::new();
        for (index, sheet) in self.sheets.iter().enumerate() {
            let (n, name) = (index + 1, escaped(&sheet.name));
            let state = match (sheet.hidden, sheet.very_hidden) {
                (true, true) => " state=\"veryHidden\"",
                (true, false) => " state=\"hidden\"",
                _ => "",
            };
            let _ = write!(sheets, "<sheet name=\"{name}\" sheetId=\"{n}\"{state} r:id=\"sheet{n}\"/>");
            let _ = write!(
                links,
                "<Relationship Id=\"sheet{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
        }
        change("xl/workbook.xml", &|xml| {
            let xml = between(&xml, "<sheets>", "</sheets>", &sheets);
            // Names speak of sheets by position, which may be another now.
            match (xml.find("<definedNames>"), xml.find("</definedNames>")) {
                (Some(a), Some(b)) => format!("{}{}", &xml[..a], &xml[b + "</definedNames>".len()..]),
                _ => xml,
            }
        });
        change("xl/_rels/workbook.xml.rels", &|xml| {
            without(&xml, "Relationship", "relationships/worksheet")
                .replace("</Relationships>", &format!("{links}</Relationships>"))
        });
        change("[Content_Types].xml", &|xml| {
            without(&xml, "Override", "spreadsheetml.worksheet+xml")
                .replace("</Types>", &format!("{types}</Types>"))
        });
    }

    /// Position of a sheet.
    pub fn sheet(&self, name: &str) -> usize {
        self.sheets.iter().position(|s| s.name == name).expect("a sheet of that name")
    }

    /// A cell, by sheet, row and column.
    pub fn cell(&self, (sheet, row, column): (usize, u32, u32)) -> Option<&Cell> {
        self.sheets.get(sheet)?.rows.get(&row)?.cells.get(&column)
    }

    /// What a cell shows, as text.
    pub fn shown(&self, at: (usize, u32, u32)) -> String {
        match self.cell(at).map(|cell| &cell.value) {
            Some(Stored::Number(text) | Stored::Text(text) | Stored::Error(text)) => text.clone(),
            Some(Stored::Shared(n)) => {
                n.parse().ok().and_then(|n: usize| self.shared.get(n).cloned()).unwrap_or_default()
            }
            Some(Stored::Blank) | None => String::new(),
        }
    }

    /// Every filled cell in order.
    pub fn filled(&self) -> Vec<(usize, u32, u32)> {
        let mut all = Vec::new();
        for (index, sheet) in self.sheets.iter().enumerate() {
            for (row, line) in &sheet.rows {
                let filled =
                    line.cells.iter().filter(|(_, c)| c.formula.is_some() || c.value != Stored::Blank);
                all.extend(filled.map(|(column, _)| (index, *row, *column)));
            }
        }
        all
    }

    /// Types a value over whatever stands in a cell.
    pub fn put(&mut self, at: (usize, u32, u32), value: Stored) {
        let cell = self.at(at);
        (cell.formula, cell.value) = (None, value);
    }

    /// Types a formula; its stored result stays until it is recalculated.
    pub fn put_formula(&mut self, at: (usize, u32, u32), formula: &str) {
        let cell = self.at(at);
        cell.formula = Some(formula.to_owned());
        if matches!(cell.value, Stored::Blank | Stored::Shared(_)) {
            cell.value = Stored::Number("0".to_owned());
        }
    }

    /// Changes a stored result behind the formula's back.
    pub fn store(&mut self, at: (usize, u32, u32), value: Stored) {
        self.at(at).value = value;
    }

    fn at(&mut self, (sheet, row, column): (usize, u32, u32)) -> &mut Cell {
        self.sheets[sheet].rows.entry(row).or_default().cells.entry(column).or_default()
    }

    /// Inserts an empty row; what stood there and below moves down.
    pub fn insert_row(&mut self, sheet: usize, row: u32) {
        let rows = std::mem::take(&mut self.sheets[sheet].rows);
        self.sheets[sheet].rows =
            rows.into_iter().map(|(n, line)| (if n >= row { n + 1 } else { n }, line)).collect();
        self.shift(sheet, &|r| Some(if r >= row { r + 1 } else { r }), &|(a, b)| {
            Some((if a >= row { a + 1 } else { a }, if b >= row { b + 1 } else { b }))
        });
    }

    /// Deletes a row.
    pub fn delete_row(&mut self, sheet: usize, row: u32) {
        let mut rows = std::mem::take(&mut self.sheets[sheet].rows);
        rows.remove(&row);
        self.sheets[sheet].rows =
            rows.into_iter().map(|(n, line)| (if n > row { n - 1 } else { n }, line)).collect();
        let single = |r: u32| (r != row).then_some(if r > row { r - 1 } else { r });
        self.shift(sheet, &single, &|(a, b)| {
            (a != row || b != row)
                .then(|| (if a > row { a - 1 } else { a }, if b >= row { b.saturating_sub(1) } else { b }))
        });
    }

    /// Cuts a row and inserts it so that it ends up as row `to`.
    pub fn move_row(&mut self, sheet: usize, from: u32, to: u32) {
        let place = move |r: u32| match r {
            r if r == from => to,
            r if from < r && r <= to => r - 1,
            r if to <= r && r < from => r + 1,
            r => r,
        };
        let rows = std::mem::take(&mut self.sheets[sheet].rows);
        self.sheets[sheet].rows = rows.into_iter().map(|(n, line)| (place(n), line)).collect();
        self.shift(sheet, &|r| Some(place(r)), &|(a, b)| {
            let inside = |r: u32| a <= r && r <= b;
            let kept = |r: u32| if r == from { r } else { place(r) };
            Some(if inside(from) && inside(to) {
                (a, b)
            } else {
                (kept(a).min(kept(b)), kept(a).max(kept(b)))
            })
        });
    }

    /// Inserts an empty column; what stood there and to the right moves right.
    pub fn insert_column(&mut self, sheet: usize, column: u32) {
        let place = |c: u32| if c >= column { c + 1 } else { c };
        for row in self.sheets[sheet].rows.values_mut() {
            row.cells =
                std::mem::take(&mut row.cells).into_iter().map(|(c, cell)| (place(c), cell)).collect();
        }
        self.rewrite(sheet, &|r| Some(Area { left: place(r.left), right: place(r.right), ..r }));
    }

    /// Deletes a column.
    pub fn delete_column(&mut self, sheet: usize, column: u32) {
        for row in self.sheets[sheet].rows.values_mut() {
            row.cells.remove(&column);
            let place = |c: u32| if c > column { c - 1 } else { c };
            row.cells =
                std::mem::take(&mut row.cells).into_iter().map(|(c, cell)| (place(c), cell)).collect();
        }
        self.rewrite(sheet, &|r| {
            let gone = r.left == column && r.right == column;
            let left = if r.left > column { r.left - 1 } else { r.left };
            let right = if r.right >= column { r.right.saturating_sub(1) } else { r.right };
            (!gone).then_some(Area { left, right, ..r })
        });
    }

    /// Gives a sheet another name; formulas follow.
    pub fn rename_sheet(&mut self, sheet: usize, name: &str) {
        let old = std::mem::replace(&mut self.sheets[sheet].name, name.to_owned());
        for other in &mut self.sheets {
            for cell in other.rows.values_mut().flat_map(|row| row.cells.values_mut()) {
                if let Some(formula) = &mut cell.formula {
                    *formula = rewritten(formula, &|named, area| {
                        let named = named.map(|n| if n == old { name } else { n });
                        Some((named.map(str::to_owned), area))
                    });
                }
            }
        }
    }

    /// Deletes a sheet; references to it break.
    pub fn delete_sheet(&mut self, sheet: usize) {
        let gone = self.sheets.remove(sheet).name;
        for other in &mut self.sheets {
            for cell in other.rows.values_mut().flat_map(|row| row.cells.values_mut()) {
                if let Some(formula) = &mut cell.formula {
                    *formula = rewritten(formula, &|named, area| {
                        (named != Some(gone.as_str())).then(|| (named.map(str::to_owned), area))
                    });
                }
            }
        }
    }

    /// Adds a sheet with one text.
    pub fn add_sheet(&mut self, name: &str, text: &str) {
        let mut sheet = Sheet {
            name: name.to_owned(),
            hidden: false,
            very_hidden: false,
            rows: BTreeMap::new(),
            head: self.sheets[0].head.clone(),
            tail: "</sheetData></worksheet>".to_owned(),
        };
        let row = sheet.rows.entry(0).or_default();
        row.cells.insert(0, Cell { value: Stored::Text(text.to_owned()), ..Cell::default() });
        self.sheets.push(sheet);
    }

    /// Hides a row.
    pub fn hide_row(&mut self, sheet: usize, row: u32) {
        self.sheets[sheet].rows.entry(row).or_default().look.push_str(" hidden=\"1\"");
    }

    /// Hides a column.
    pub fn hide_column(&mut self, sheet: usize, column: u32) {
        let n = column + 1;
        let hidden =
            format!("<cols><col min=\"{n}\" max=\"{n}\" width=\"9\" hidden=\"1\"/></cols><sheetData>");
        let head = &mut self.sheets[sheet].head;
        if let (Some(a), Some(b)) = (head.find("<cols>"), head.find("</cols>")) {
            head.replace_range(a..b + "</cols>".len(), "");
        }
        *head = head.replace("<sheetData>", &hidden);
    }

    /// Puts a part into the package, such as macros.
    pub fn add_part(&mut self, name: &str, content: &[u8]) {
        self.parts.insert(name.to_owned(), content.to_owned());
    }

    /// Stores new results of all formulas for which there is one.
    pub fn recalculated(&mut self, result: &dyn Fn((usize, u32, u32)) -> Option<Stored>) {
        for (index, sheet) in self.sheets.iter_mut().enumerate() {
            for (row, line) in &mut sheet.rows {
                for (column, cell) in line.cells.iter_mut().filter(|(_, cell)| cell.formula.is_some()) {
                    if let Some(value) = result((index, *row, *column)) {
                        cell.value = value;
                    }
                }
            }
        }
    }

    fn shift(
        &mut self,
        sheet: usize,
        single: &dyn Fn(u32) -> Option<u32>,
        range: &dyn Fn((u32, u32)) -> Option<(u32, u32)>,
    ) {
        self.rewrite(sheet, &|r| {
            let (top, bottom) =
                if r.top == r.bottom { single(r.top).map(|r| (r, r))? } else { range((r.top, r.bottom))? };
            Some(Area { top, bottom, ..r })
        });
    }

    /// Changes every reference to a sheet; nothing makes it `#REF!`.
    fn rewrite(&mut self, sheet: usize, change: &dyn Fn(Area) -> Option<Area>) {
        let target = self.sheets[sheet].name.clone();
        for (index, other) in self.sheets.iter_mut().enumerate() {
            for cell in other.rows.values_mut().flat_map(|row| row.cells.values_mut()) {
                if let Some(formula) = &mut cell.formula {
                    *formula = rewritten(formula, &|named, area| {
                        let hit = named.map_or(index == sheet, |n| n == target);
                        let area = if hit { change(area)? } else { area };
                        Some((named.map(str::to_owned), area))
                    });
                }
            }
        }
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

type Rewrite<'a> = dyn Fn(Option<&str>, Area) -> Option<(Option<String>, Area)> + 'a;

/// Changes every reference of a formula.
pub fn rewritten(formula: &str, change: &Rewrite<'_>) -> String {
    let mut out = String::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        if first == '"' {
            let end = rest[1..].find('"').map_or(rest.len(), |n| n + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if let Some((named, area, after)) = reference(rest) {
            match change(named.as_deref(), area) {
                Some((named, area)) => out.push_str(&printed(named.as_deref(), area)),
                None => out.push_str("#REF!"),
            }
            rest = after;
            continue;
        }
        // A word is taken whole: the digits of a name are no row.
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len());
        let end = word.max(first.len_utf8());
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

fn reference(text: &str) -> Option<(Option<String>, Area, &str)> {
    let (named, rest) = if let Some(quoted) = text.strip_prefix('\'') {
        let end = quoted.find("'!")?;
        (Some(quoted[..end].replace("''", "'")), &quoted[end + 2..])
    } else {
        (None, text)
    };
    let ((top, left), rest) = cell_name(rest)?;
    let ((bottom, right), rest) = match rest.strip_prefix(':').and_then(cell_name) {
        Some(found) => found,
        None => ((top, left), rest),
    };
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '_');
    (!goes_on).then_some((named, Area { top, left, bottom, right }, rest))
}

fn cell_name(text: &str) -> Option<((u32, u32), &str)> {
    let text = text.strip_prefix('$').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = text[..letters].bytes().fold(0u32, |n, b| n * 26 + u32::from(b - b'A') + 1);
    let rest = text[letters..].strip_prefix('$').unwrap_or(&text[letters..]);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let row: u32 = rest[..digits].parse().ok()?;
    (row > 0).then(|| ((row - 1, column - 1), &rest[digits..]))
}

fn printed(named: Option<&str>, area: Area) -> String {
    let a1 = rozlicz::source::a1;
    let prefix = named.map(|n| format!("'{}'!", n.replace('\'', "''"))).unwrap_or_default();
    let first = a1(area.top, area.left);
    if (area.top, area.left) == (area.bottom, area.right) {
        return format!("{prefix}{first}");
    }
    format!("{prefix}{first}:{}", a1(area.bottom, area.right))
}

impl Sheet {
    fn xml(&self) -> String {
        let mut out = self.head.clone();
        for (row, line) in &self.rows {
            let _ = write!(out, "<row r=\"{}\"{}>", row + 1, line.look);
            for (column, cell) in &line.cells {
                cell.write(&mut out, *row, *column);
            }
            out.push_str("</row>");
        }
        out.push_str(&self.tail);
        out
    }
}

impl Cell {
    fn write(&self, out: &mut String, row: u32, column: u32) {
        let kind = match (&self.value, &self.formula) {
            (Stored::Text(_), Some(_)) => " t=\"str\"",
            (Stored::Text(_), None) => " t=\"inlineStr\"",
            (Stored::Shared(_), None) => " t=\"s\"",
            (Stored::Error(_), _) => " t=\"e\"",
            _ => "",
        };
        let _ = write!(out, "<c r=\"{}\"{}{kind}>", rozlicz::source::a1(row, column), self.look);
        if let Some(formula) = &self.formula {
            let _ = write!(out, "<f>{}</f>", escaped(formula));
        }
        let _ = match (&self.value, &self.formula) {
            (Stored::Blank, _) | (Stored::Shared(_), Some(_)) => Ok(()),
            (Stored::Text(text), None) => {
                write!(out, "<is><t xml:space=\"preserve\">{}</t></is>", escaped(text))
            }
            (Stored::Text(text) | Stored::Error(text), _) => write!(out, "<v>{}</v>", escaped(text)),
            (Stored::Number(text) | Stored::Shared(text), _) => write!(out, "<v>{text}</v>"),
        };
        out.push_str("</c>");
    }
}

fn part(index: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", index + 1)
}

fn sheet(name: String, xml: &str) -> Sheet {
    let empty = xml.replace("<sheetData/>", "<sheetData></sheetData>");
    let start = empty.find("<sheetData>").map_or(0, |n| n + "<sheetData>".len());
    let end = empty.find("</sheetData>").unwrap_or(start);
    // Row spans are hints that a moved cell would belie.
    let mut rows = BTreeMap::new();
    for row in elements(&empty[start..end], "row") {
        let Some(number) = attribute(&row, "r").and_then(|n| n.parse::<u32>().ok()) else { continue };
        let mut line = Row { look: others(&row, &["r", "spans"]), cells: BTreeMap::new() };
        for c in elements(&content(&row), "c") {
            let Some((_, column)) = attribute(&c, "r").as_deref().and_then(cell_name).map(|(at, _)| at)
            else {
                continue;
            };
            line.cells.insert(column, cell(&c));
        }
        rows.insert(number - 1, line);
    }
    Sheet {
        name,
        hidden: false,
        very_hidden: false,
        rows,
        head: empty[..start].to_owned(),
        tail: empty[end..].to_owned(),
    }
}

fn cell(xml: &str) -> Cell {
    let inner = content(xml);
    let text = |tag: &str| elements(&inner, tag).first().map(|e| unescaped(&content(e)));
    let value = text("v");
    let value = match (attribute(xml, "t").as_deref(), value) {
        (_, None) => Stored::Blank,
        (Some("s"), Some(n)) => Stored::Shared(n),
        (Some("str"), Some(text)) => Stored::Text(text),
        (Some("e"), Some(text)) => Stored::Error(text),
        (_, Some(n)) => Stored::Number(n),
    };
    Cell { look: others(xml, &["r", "t"]), formula: text("f"), value }
}

/// All elements of a name, each from its opening to its closing bracket; none lies in another of that name.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut all = Vec::new();
    let mut rest = xml;
    while let Some(start) = rest.find(&open) {
        let after = rest[start + open.len()..].chars().next();
        let Some(bracket) = rest[start..].find('>').map(|n| start + n) else { break };
        if !matches!(after, Some(' ' | '>' | '/')) {
            rest = &rest[start + open.len()..];
            continue;
        }
        let end = if rest[..bracket].ends_with('/') {
            bracket + 1
        } else {
            match rest[bracket..].find(&close) {
                Some(n) => bracket + n + close.len(),
                None => break,
            }
        };
        all.push(rest[start..end].to_owned());
        rest = &rest[end..];
    }
    all
}

fn content(element: &str) -> String {
    let start = element.find('>').map_or(element.len(), |n| n + 1);
    let end = element.rfind("</").unwrap_or(start).max(start);
    element[start..end].to_owned()
}

fn opening(element: &str) -> &str {
    let end = element.find('>').unwrap_or(element.len());
    element[..end].trim_end_matches('/')
}

fn attribute(element: &str, name: &str) -> Option<String> {
    let head = opening(element);
    let start = head.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = start + head[start..].find('"')?;
    Some(head[start..end].to_owned())
}

/// The attributes but for some, as written.
fn others(element: &str, leave_out: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = opening(element);
    while let Some(start) = rest.find(' ') {
        let Some(equals) = rest[start..].find("=\"").map(|n| start + n) else { break };
        let Some(end) = rest[equals + 2..].find('"').map(|n| equals + 3 + n) else { break };
        if !leave_out.contains(&rest[start + 1..equals].trim()) {
            out.push_str(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    out
}

fn between(xml: &str, open: &str, close: &str, inner: &str) -> String {
    match (xml.find(open), xml.find(close)) {
        (Some(a), Some(b)) => format!("{}{inner}{}", &xml[..a + open.len()], &xml[b..]),
        _ => xml.to_owned(),
    }
}

fn without(xml: &str, name: &str, containing: &str) -> String {
    let mut out = xml.to_owned();
    for element in elements(xml, name).into_iter().filter(|e| e.contains(containing)) {
        out = out.replacen(&element, "", 1);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
