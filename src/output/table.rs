//! The findings as a table to sort and tick off: `.xlsx` or `.csv`.

use std::path::Path;

use super::{OutputError, Written, file, xlsx};
use crate::calc::Format;
use crate::finding::render::RenderedFinding;
use crate::grid::{Book, Cell, Content, Resolved, Role, Sheet, Validation};
use crate::units::Day;

/// Headings and widths of the columns.
const COLUMNS: [(&str, u32); 16] = [
    ("Lp.", 4),
    ("Waga", 11),
    ("Plik", 14),
    ("Arkusz", 11),
    ("Komórka", 9),
    ("Uwaga", 44),
    ("Jest", 12),
    ("Powinno być", 12),
    ("Różnica", 11),
    ("Podstawa", 22),
    ("Co zrobić", 32),
    ("Kod", 18),
    ("Załatwione", 11),
    ("Identyfikator asystenta", 13),
    ("Miesiąc", 10),
    ("Wyjaśnienie", 32),
];

/// Refuses a name that ends in neither `.xlsx` nor `.csv`, before any work is done.
pub fn named_as_table(path: &Path) -> Result<(), OutputError> {
    let known = |ending: &std::ffi::OsStr| ["xlsx", "csv"].iter().any(|k| ending.eq_ignore_ascii_case(k));
    let fine = path.extension().is_some_and(known);
    if fine { Ok(()) } else { Err(OutputError::Extension { file: path.to_path_buf() }) }
}

/// Writes the table; the file name's ending decides the kind. `created` goes into the workbook's properties.
pub fn write(
    findings: &[RenderedFinding],
    created: Day,
    path: &Path,
    overwrite: bool,
) -> Result<Written, OutputError> {
    file::writable(path, overwrite)?;
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx") => {
            let nothing_computed = |_: usize, _: (u32, u32), cell: &Cell| match &cell.content {
                Content::Text(text) => Resolved::Text(text.clone()),
                Content::Number(n) => Resolved::Number(n.clone()),
                Content::Blank | Content::Node(_) => Resolved::Blank,
            };
            xlsx::render(&book(findings, created), &nothing_computed, &xlsx::no_links)?.put(path, overwrite)
        }
        Some("csv") => {
            let bytes = csv(findings).into_bytes();
            file::put(path, overwrite, &bytes)?;
            let cells = findings.len() * COLUMNS.len();
            Ok(Written { file: path.to_path_buf(), sheets: 1, cells, formulas: 0, bytes: bytes.len() })
        }
        _ => Err(OutputError::Extension { file: path.to_path_buf() }),
    }
}

fn row(number: usize, f: &RenderedFinding) -> [String; 16] {
    let mut message = f.message.clone();
    if !f.related.is_empty() {
        message.push_str(" (");
        message.push_str(&f.related.join("; "));
        message.push(')');
    }
    [
        number.to_string(),
        f.severity_word.clone(),
        f.file.clone(),
        f.sheet.clone(),
        f.cell.clone(),
        message,
        f.seen.clone(),
        f.expected.clone(),
        f.difference.clone(),
        f.basis.clone(),
        f.hint.clone(),
        f.code.to_owned(),
        String::new(),
        f.assistant.clone(),
        f.month.clone(),
        f.explained.as_ref().map(|e| e.line.clone()).unwrap_or_default(),
    ]
}

fn book(findings: &[RenderedFinding], created: Day) -> Book {
    let mut sheet = Sheet::named("Uwagi");
    for (column, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.text(0, column, Role::Heading, heading);
        sheet.widths.insert(column, width);
    }
    for (at, finding) in (1..).zip(findings) {
        let role = match finding.severity {
            "error" => Role::Error,
            "warning" => Role::Warning,
            _ => Role::Body,
        };
        for (column, text) in (0..).zip(row(usize::try_from(at).unwrap_or(0), finding)) {
            let content = if column == 0 {
                Content::Number(crate::units::Exact::whole(i64::from(at)))
            } else if text.is_empty() {
                Content::Blank
            } else {
                Content::Text(text)
            };
            let role = if column == 1 { role } else { Role::Body };
            sheet.put(at, column, role, if column == 0 { Format::Count } else { Format::Text }, content);
        }
    }
    let last = u32::try_from(findings.len()).unwrap_or(1).max(1);
    sheet.validations.push(Validation {
        range: (1, 12, last, 12),
        list: vec!["TAK".to_owned()],
        prompt: "Proszę wybrać TAK, gdy uwaga jest załatwiona.".to_owned(),
    });
    sheet.freeze = Some((1, 0));
    sheet.repeat_rows = Some((0, 0));
    sheet.filter = true;
    Book { title: "Uwagi do danych".to_owned(), created, sheets: vec![sheet] }
}

/// Semicolons and a byte-order mark, as a Polish Excel expects.
fn csv(findings: &[RenderedFinding]) -> String {
    let mut text = String::from('\u{feff}');
    let headings = COLUMNS.map(|(heading, _)| heading.to_owned());
    let rows = findings.iter().enumerate().map(|(i, f)| row(i + 1, f));
    for cells in std::iter::once(headings).chain(rows) {
        let quoted: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&quoted.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// Quotes a cell where needed. A text that a spreadsheet would run as a formula gets an apostrophe before it; a
/// negative amount does not.
fn quoted(cell: &str) -> String {
    let mut chars = cell.chars();
    let runs = match chars.next() {
        Some('=' | '+' | '@' | '\t' | '\r') => true,
        Some('-') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    let guarded = if runs { format!("'{cell}") } else { cell.to_owned() };
    if guarded.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Finding, Severity, render::rendered};
    use crate::locale::{Language, Locale};
    use crate::source::Sources;

    fn findings() -> Vec<RenderedFinding> {
        static CODE: Code = Code { name: "kod", severity: Severity::Error, check: None };
        let one = rendered(&Finding::new(&CODE), &Sources::default(), &Locale::new(Language::Polish));
        let message = "=HYPERLINK(\"x\"); druga".to_owned();
        vec![RenderedFinding { message, difference: "-5,00 zł".to_owned(), ..one }]
    }

    fn file(name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        (folder, path)
    }

    fn created() -> Day {
        Day::new(2026, 1, 15).expect("a day")
    }

    #[test]
    fn a_csv_table_opens_in_a_polish_spreadsheet_and_runs_nothing() {
        let (_folder, path) = file("uwagi.csv");
        write(&findings(), created(), &path, false).expect("written");
        let text = std::fs::read_to_string(path).expect("text");
        assert!(text.starts_with("\u{feff}Lp.;Waga;Plik;Arkusz;Komórka;Uwaga;"), "{text}");
        assert!(text.contains(";\"'=HYPERLINK(\"\"x\"\"); druga\";"), "{text}");
        assert!(text.contains(";-5,00 zł;"), "{text}");
        assert!(text.contains(";Załatwione;Identyfikator asystenta;Miesiąc;Wyjaśnienie\r\n"), "{text}");
        assert!(text.ends_with(";kod;;;;\r\n"), "{text}");
    }

    #[test]
    fn a_workbook_table_has_a_row_for_each_finding_and_a_column_to_tick() {
        use calamine::Reader as _;
        let (_folder, path) = file("uwagi.XLSX");
        write(&findings(), created(), &path, false).expect("written");
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
        let range = book.worksheet_range("Uwagi").expect("a sheet");
        assert_eq!(range.height(), 2);
        assert_eq!(range.get_value((0, 12)), Some(&calamine::Data::String("Załatwione".to_owned())));
        assert_eq!(range.get_value((1, 0)), Some(&calamine::Data::Float(1.0)));
    }

    #[test]
    fn another_ending_is_refused() {
        let (folder, path) = file("uwagi.pdf");
        let refused = write(&findings(), created(), &path, false);
        assert_eq!(refused, Err(OutputError::Extension { file: path }));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }
}
