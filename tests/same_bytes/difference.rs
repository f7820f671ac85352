//! Where two outputs differ, told so that a person can look there: the part of the archive and the first byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// Bytes shown around the first that differs.
const AROUND: usize = 60;

/// Says where the outputs of two runs differ.
pub fn differences(expected: &BTreeMap<String, Vec<u8>>, found: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut told = Vec::new();
    for name in expected.keys().filter(|name| !found.contains_key(*name)) {
        told.push(format!("{name}: was not written"));
    }
    for (name, bytes) in found {
        match expected.get(name) {
            Some(before) => told.extend(difference(name, before, bytes)),
            None => told.push(format!("{name}: was not written before")),
        }
    }
    told
}

/// Says where two files differ.
pub fn difference(name: &str, expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let (Some(before), Some(now)) = (parts(expected), parts(found)) else {
        return Some(format!("{name}: {}", first(expected, found)));
    };
    let names: Vec<&String> = before.keys().chain(now.keys().filter(|n| !before.contains_key(*n))).collect();
    for part in names {
        match (before.get(part), now.get(part)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => return Some(format!("{name}, part {part}: {}", first(a, b))),
            (None, _) => return Some(format!("{name}: part {part} was not there before")),
            (_, None) => return Some(format!("{name}: part {part} is gone")),
        }
    }
    Some(format!(
        "{name}: every part is the same, the archive around them is not: {}",
        first(expected, found)
    ))
}

fn parts(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        parts.insert(name, content);
    }
    Some(parts)
}

fn first(a: &[u8], b: &[u8]) -> String {
    let at = a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    let shown = |bytes: &[u8]| {
        let from = at.saturating_sub(AROUND / 3);
        let to = bytes.len().min(at + AROUND);
        String::from_utf8_lossy(bytes.get(from..to).unwrap_or_default()).into_owned()
    };
    format!("byte {at} of {} and {}: {:?} and {:?}", a.len(), b.len(), shown(a), shown(b))
}

fn workbook(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2025, 1, 1).expect("a day");
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created));
    book.add_worksheet().write_string(0, 0, text).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_difference_is_told_by_its_part_and_byte() {
    assert_eq!(difference("r.xlsx", &workbook("żółw"), &workbook("żółw")), None);
    let told = difference("r.xlsx", &workbook("żółw"), &workbook("żółty")).expect("a difference");
    assert!(told.starts_with("r.xlsx, part xl/sharedStrings.xml: byte "), "{told}");
    assert!(told.contains("żółw") && told.contains("żółty"), "{told}");
    let mut other = workbook("żółw");
    other.push(b'x');
    let told = difference("r.xlsx", &workbook("żółw"), &other);
    assert!(told.is_some(), "what stands outside the parts counts as well");
    let told = difference("u.csv", b"a;1\n", b"a;2\n").expect("a difference");
    assert_eq!(told, "u.csv: byte 2 of 4 and 4: \"a;1\\n\" and \"a;2\\n\"");
    let one = BTreeMap::from([("a".to_owned(), vec![1])]);
    assert_eq!(differences(&one, &BTreeMap::new()), ["a: was not written"]);
}
