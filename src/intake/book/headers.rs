//! What is printed at the top and foot of every page of a sheet: it stands in no cell, and a draft may say so there only.
//!
//! Texts alone: codes of fonts, pictures and page numbers are taken out. Headers that the sheet does not use (of first or
//! even pages, where those are as all others) are passed over.

use quick_xml::events::{BytesStart, Event};

use crate::intake::ods::{attribute, push_reference};

/// Bytes of a header that are read: spreadsheet programs take 255 characters.
const MAX_TEXT: usize = 4 * 1024;

/// Headers and footers of a sheet while it is read.
#[derive(Default)]
pub struct Headers {
    /// Texts found, one for each of left, middle and right that has any.
    pub texts: Vec<String>,
    first: bool,
    even: bool,
    inside: Option<String>,
}

impl Headers {
    /// Takes an element that opens.
    pub fn open(&mut self, element: &BytesStart<'_>) {
        let on = |key| attribute(element, key).is_some_and(|value| super::parts::is_on(&value));
        let used = match element.local_name().as_ref() {
            "headerFooter" => {
                (self.first, self.even) = (on("differentFirst"), on("differentOddEven"));
                false
            }
            "oddHeader" | "oddFooter" => true,
            "firstHeader" | "firstFooter" => self.first,
            "evenHeader" | "evenFooter" => self.even,
            _ => false,
        };
        if used {
            self.inside = Some(String::new());
        }
    }

    /// Takes what is no element that opens.
    pub fn take(&mut self, event: &Event<'_>) {
        let Some(text) = &mut self.inside else { return };
        match event {
            Event::Text(piece) if text.len() < MAX_TEXT => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) if text.len() < MAX_TEXT => push_reference(reference, text),
            Event::End(_) => {
                let found = parts(text);
                self.texts.extend(found);
                self.inside = None;
            }
            _ => {}
        }
    }
}

/// Returns the texts of left, middle and right, without codes.
fn parts(coded: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = coded.chars().peekable();
    while let Some(c) = rest.next() {
        let code = if c == '&' { rest.next() } else { None };
        match (c, code) {
            ('&', Some('&') | None) => push(&mut all, '&'),
            ('&', Some('L' | 'C' | 'R')) => all.push(String::new()),
            // A font by name; a colour by six characters; a size by digits.
            ('&', Some('"')) => drop(rest.find(|c| *c == '"')),
            ('&', Some('K')) => drop(rest.nth(5)),
            ('&', Some(digit)) if digit.is_ascii_digit() => {
                while rest.next_if(char::is_ascii_digit).is_some() {}
            }
            ('&', Some(_)) => {}
            (c, _) => push(&mut all, c),
        }
    }
    all.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn push(all: &mut [String], c: char) {
    if let Some(last) = all.last_mut() {
        last.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_left_and_codes_are_gone() {
        for (coded, texts) in [
            ("&C&\"Calibri,Bold\"&28PROJEKT", vec!["PROJEKT"]),
            (
                "&LGmina &&amp; Miasto&C&KFF0000Szkic&RStrona &P z &N",
                vec!["Gmina &amp; Miasto", "Szkic", "Strona  z"],
            ),
            ("bez kodów", vec!["bez kodów"]),
            ("&C&K01+000&B&12 2024 r.", vec!["2024 r."]),
            ("&", vec!["&"]),
            ("&C&\"Calibri", vec![]),
            ("&C&K12", vec![]),
        ] {
            assert_eq!(parts(coded), texts, "{coded}");
        }
    }
}
