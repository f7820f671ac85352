//! Files to be read, made on the spot, and short ways to look at what came of them.

use std::io::Write;
use std::path::{Path, PathBuf};

use rozlicz::finding::Finding;
use rozlicz::intake::{Intake, read};
use rust_xlsxwriter::{Workbook, Worksheet};
use tempfile::TempDir;

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

pub fn read_one(path: &Path) -> Intake {
    read(&[path.to_path_buf()]).expect("the path exists")
}

pub fn codes(intake: &Intake) -> Vec<&'static str> {
    intake.findings.iter().map(|f| f.code.name).filter(|name| *name != "missing-table").collect()
}

pub fn find<'a>(intake: &'a Intake, code: &str) -> &'a Finding {
    assert!(codes(intake).contains(&code), "{code} is missing among {:?}", codes(intake));
    intake.findings.iter().find(|f| f.code.name == code).expect("just seen")
}

pub fn place(intake: &Intake, finding: &Finding) -> String {
    finding.at.map(|at| intake.submission.sources.place(at)).unwrap_or_default()
}

pub fn fact(finding: &Finding, name: &str) -> String {
    let found = finding.facts.iter().find(|(n, _)| *n == name).map(|(_, f)| format!("{f:?}"));
    found.unwrap_or_default()
}

pub fn write(dir: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// Writes a workbook with one sheet made of rows of text.
pub fn workbook(dir: &TempDir, name: &str, sheet: &str, rows: &[&[&str]]) -> PathBuf {
    sheet_at(dir, name, sheet, (0, 0), rows, |_| {})
}

pub fn sheet_at(
    dir: &TempDir,
    name: &str,
    sheet: &str,
    (top, left): (u32, u16),
    rows: &[&[&str]],
    more: impl FnOnce(&mut Worksheet),
) -> PathBuf {
    let path = dir.path().join(name);
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet).expect("a name");
    for (row, cells) in (top..).zip(rows) {
        for (column, text) in (left..).zip(cells.iter()) {
            if !text.is_empty() {
                page.write_string(row, column, *text).expect("a cell");
            }
        }
    }
    more(page);
    book.save(&path).expect("a file");
    path
}

pub const FUNDS: &[&str] = &["Składnik", "Przyznano (zł)", "Otrzymano (zł)", "Data otrzymania"];

pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("content");
    }
    zip.finish().expect("an archive").into_inner()
}

pub fn ods(body: &str) -> Vec<u8> {
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            &format!(
                "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" \
                 xmlns:text=\"x\"><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>\
                 </office:document-content>"
            ),
        ),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes()[..], data].concat()
}

/// An old Excel file whose only sheet has numbers at the given places.
pub fn xls(globals: &[Vec<u8>], cells: &[(u16, u16)]) -> Vec<u8> {
    let bof = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let start = bof.len() + globals.concat().len() + 13 + end.len();
    let position = u32::try_from(start).expect("short").to_le_bytes();
    let bound = record(0x0085, &[&position[..], &[0, 0, 1, 0, b'A']].concat());
    let numbers: Vec<u8> = cells
        .iter()
        .flat_map(|(row, column)| {
            let head: Vec<u8> = [*row, *column, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
            record(0x0203, &[&head[..], &1.0_f64.to_le_bytes()[..]].concat())
        })
        .collect();
    let mut stream = [bof.clone(), globals.concat(), bound, end.clone(), bof, numbers, end].concat();
    stream.resize(stream.len().max(4096), 0);
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, std::io::Cursor::new(Vec::new()))
        .expect("a file");
    file.create_stream("/Workbook").expect("a stream").write_all(&stream).expect("content");
    file.flush().expect("written");
    file.into_inner().into_inner()
}
