//! A workbook that this program has just written, read back out of its very bytes for the second engine.
//!
//! It knows what our writer writes and no more: whatever else stands among the cells is an error, never skipped, since
//! what is skipped here would be agreed upon unseen. The results stored beside formulas are not handed on: the engine
//! is to compute them.

use std::borrow::Cow;
use std::io::Read as _;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, BytesText, Event};

use super::archive::Archive;
use super::book::sheet_parts;
use super::raw::Trouble;
use crate::source::cell_at;

/// Part that lists the texts of all sheets.
const TEXTS: &str = "xl/sharedStrings.xml";

/// A workbook of ours.
pub struct Written {
    /// Texts that cells name by number.
    pub texts: Vec<String>,
    /// Sheets in order.
    pub sheets: Vec<WrittenSheet>,
}

/// A sheet of it.
pub struct WrittenSheet {
    /// Its name.
    pub name: String,
    xml: String,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Held<'a> {
    /// A formula without its equals sign.
    Formula(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A text, by its number in the list.
    Text(usize),
    /// A truth value.
    Bool(bool),
}

/// A filled cell: row and column from zero, and what it holds.
pub type WrittenCell<'a> = ((u32, u32), Held<'a>);

/// Why a workbook of ours cannot be read back.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unread {
    /// The archive or a list in it is broken.
    #[error("{0:?}")]
    Broken(Trouble),
    /// Something stands in a part that our writer does not write.
    #[error("unexpected {what} in {part}")]
    Unexpected {
        /// Sheet or part.
        part: String,
        /// What stands there.
        what: String,
    },
}

impl From<Trouble> for Unread {
    fn from(trouble: Trouble) -> Self {
        Self::Broken(trouble)
    }
}

/// Reads the list of texts and of sheets; cells are read when they are asked for.
pub fn read(bytes: &[u8]) -> Result<Written, Unread> {
    let mut archive = Archive::of_ours(bytes)?;
    let mut sheets = Vec::new();
    for (name, part) in sheet_parts(&mut archive)? {
        sheets.push(WrittenSheet { name, xml: whole(&mut archive, &part)? });
    }
    let listed = archive.names().iter().any(|name| name == TEXTS);
    let texts = if listed { texts(&whole(&mut archive, TEXTS)?)? } else { Vec::new() };
    Ok(Written { texts, sheets })
}

fn whole(archive: &mut Archive<'_>, part: &str) -> Result<String, Unread> {
    let mut xml = String::new();
    match archive.part(part)?.read_to_string(&mut xml) {
        Ok(_) => Ok(xml),
        Err(e) => Err(unexpected(part, &e.to_string())),
    }
}

fn unexpected(part: &str, what: &str) -> Unread {
    Unread::Unexpected { part: part.to_owned(), what: what.to_owned() }
}

fn texts(xml: &str) -> Result<Vec<String>, Unread> {
    let wrong = |what: &str| unexpected(TEXTS, what);
    let mut reader = Reader::from_str(xml);
    let (mut all, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().map_err(|e| wrong(&e.to_string()))? {
            Event::Start(e) if e.name().0 == "t" => {
                let inner = reader.read_text(e.name()).map_err(|e| wrong(&e.to_string()))?;
                text.push_str(&plain(&inner).ok_or_else(|| wrong(&inner))?);
            }
            Event::End(e) if e.name().0 == "si" => all.push(unfolded(std::mem::take(&mut text))),
            Event::Start(e) | Event::Empty(e) if !matches!(e.name().0, "sst" | "si" | "t") => {
                return Err(wrong(e.name().0));
            }
            Event::Eof => return Ok(all),
            _ => {}
        }
    }
}

/// The text between two tags.
fn plain<'a>(text: &BytesText<'a>) -> Option<Cow<'a, str>> {
    match text.xml10_content() {
        Cow::Borrowed(text) => unescape(text).ok(),
        Cow::Owned(text) => unescape(&text).ok().map(|text| Cow::Owned(text.into_owned())),
    }
}

/// Characters that XML cannot hold are written as `_x0009_`.
fn unfolded(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = code.filter(|_| from.get(6..7) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = &from[7..];
            }
            None => {
                out.push('_');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

impl WrittenSheet {
    /// Reads the filled cells in the order of the file: by row, then column.
    pub fn cells(&self) -> Cells<'_> {
        Cells { sheet: &self.name, reader: Reader::from_str(&self.xml), state: State::Before, last: None }
    }
}

/// The filled cells of a sheet.
pub struct Cells<'a> {
    sheet: &'a str,
    reader: Reader<&'a [u8]>,
    state: State,
    last: Option<(u32, u32)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Inside,
    After,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Result<WrittenCell<'a>, Unread>;

    fn next(&mut self) -> Option<Self::Item> {
        let found = self.advance().transpose();
        if matches!(found, Some(Err(_))) {
            self.state = State::After;
        }
        found
    }
}

impl<'a> Cells<'a> {
    fn advance(&mut self) -> Result<Option<WrittenCell<'a>>, Unread> {
        while self.state != State::After {
            let inside = self.state == State::Inside;
            match self.event()? {
                Event::Start(e) if inside && e.name().0 == "c" => {
                    if let Some(cell) = self.cell(&e)? {
                        return Ok(Some(cell));
                    }
                }
                Event::Empty(e) if inside && matches!(e.name().0, "c" | "row") => {}
                Event::Start(e) if inside && e.name().0 == "row" => {}
                Event::Start(e) if !inside && e.name().0 == "sheetData" => self.state = State::Inside,
                Event::Empty(e) if !inside && e.name().0 == "sheetData" => self.state = State::After,
                Event::End(e) if e.name().0 == "sheetData" => self.state = State::After,
                Event::End(e) if inside && e.name().0 == "row" => {}
                Event::Text(text) if inside && text.trim().is_empty() => {}
                Event::Eof => return Err(unexpected(self.sheet, "end")),
                other if inside => return Err(self.stray(&other)),
                _ => {}
            }
        }
        Ok(None)
    }

    fn event(&mut self) -> Result<Event<'a>, Unread> {
        self.reader.read_event().map_err(|e| unexpected(self.sheet, &e.to_string()))
    }

    fn stray(&self, event: &Event<'_>) -> Unread {
        let seen: String = format!("{event:?}").chars().take(80).collect();
        unexpected(self.sheet, &seen)
    }

    /// Reads a cell up to its end. A cell that only has a look holds nothing.
    fn cell(&mut self, start: &BytesStart<'_>) -> Result<Option<WrittenCell<'a>>, Unread> {
        let (mut at, mut kind) = (None, Cow::Borrowed("n"));
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|e| unexpected(self.sheet, &e.to_string()))?;
            match attribute.key.0 {
                "r" => at = cell_at(&attribute.value),
                "t" => kind = attribute.value,
                "s" => {}
                other => return Err(unexpected(self.sheet, other)),
            }
        }
        // One after another: a cell that stood there twice would be computed once.
        let at = at.filter(|_| at > self.last).ok_or_else(|| self.stray(&Event::Start(start.borrow())))?;
        self.last = Some(at);
        let (mut formula, mut value) = (None, None);
        loop {
            match self.event()? {
                Event::Start(e) if e.name().0 == "f" && e.attributes_raw().trim().is_empty() => {
                    formula = Some(self.text(&e)?);
                }
                Event::Start(e) if e.name().0 == "v" => value = Some(self.text(&e)?),
                Event::End(e) if e.name().0 == "c" => break,
                other => return Err(self.stray(&other)),
            }
        }
        let held = match (formula, value) {
            (Some(formula), _) => Some(Held::Formula(formula)),
            (None, None) => return Ok(None),
            (None, Some(value)) => constant(&kind, &value),
        };
        held.map(|held| Some((at, held))).ok_or_else(|| unexpected(self.sheet, &kind))
    }

    fn text(&mut self, start: &BytesStart<'_>) -> Result<Cow<'a, str>, Unread> {
        let text = self.reader.read_text(start.name());
        let text = text.map_err(|e| unexpected(self.sheet, &e.to_string()))?;
        plain(&text).ok_or_else(|| unexpected(self.sheet, &text))
    }
}

fn constant<'a>(kind: &str, value: &str) -> Option<Held<'a>> {
    match kind {
        "n" => value.parse().ok().filter(|n: &f64| n.is_finite()).map(Held::Number),
        "s" => value.parse().ok().map(Held::Text),
        "b" if matches!(value, "0" | "1") => Some(Held::Bool(value == "1")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
