//! Annexes that this program did not write: what is said of them, and that nothing is said of one without fault.
//!
//! Every folder of `annex/` is a report as somebody may have filled it: one CSV a sheet, and the findings expected
//! (tests/README.md). What this program sends is audited in the same way and comes out clean; every slip in it is
//! noticed, or its column is listed among what nobody can verify.

mod support;

use rozlicz::audit::{Report, Verdict, foreign};
use rozlicz::finding::code::annex;
use rozlicz::finding::render::rendered_all;
use rozlicz::finding::{Fact, Finding, Severity};
use rozlicz::forms::Forms;
use rozlicz::intake::book::{self, ReadBook, ReadCell, ReadSheet, ReadValue};
use rozlicz::pipeline::CannotRun;
use rozlicz::programme::Catalogue;
use rozlicz::units::Exact;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use support::program::{polish, settle, settle_reading, write_to_send};
use support::workbook::read_tables;

fn audit(book: &ReadBook) -> Result<Report, String> {
    foreign::audit(book, None, &Catalogue::built_in(), &Forms::built_in()).map_err(|e| e.text(polish()))
}

/// `severity code place: message`.
fn words(report: &Report) -> Vec<String> {
    rendered_all(&report.findings, &report.sources, polish())
        .into_iter()
        .map(|f| {
            format!(
                "{} {} {}: {} (jest {}, ma być {}, różnica {})",
                f.severity, f.code, f.place, f.message, f.seen, f.expected, f.difference
            )
        })
        .collect()
}

fn sent(inputs: &[PathBuf]) -> Option<ReadBook> {
    let outcome = settle(inputs, None, Some("2026-01-20")).ok()?;
    sent_by(&outcome.run)
}

fn sent_by(run: &rozlicz::pipeline::Run) -> Option<ReadBook> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wysylka.xlsx");
    write_to_send(run, &path).ok()?;
    let bytes = std::fs::read(&path).expect("the file just written");
    Some(book::read("wysylka.xlsx", &bytes).expect("a workbook of ours"))
}

#[test]
fn what_is_sent_of_every_sample_comes_out_clean() {
    for name in ["gmina-2024", "gmina-2025", "redziny-2019", "wrzesnia-2021"] {
        let book = sent(&[support::root().join("sample-data").join(name)]).expect("the sample is settled");
        let report = audit(&book).expect("the annex is known");
        assert_eq!(report.verdict(), Verdict::Clean, "{name}\n{}", words(&report).join("\n"));
        assert!(report.recomputed.iter().all(|r| r.count > 0), "{name}: {:?}", report.recomputed);
    }
}

#[test]
fn what_is_sent_of_every_case_comes_out_clean() {
    let mut wrong = Vec::new();
    let mut audited = 0;
    for (name, folder) in support::case_folders() {
        let text = std::fs::read_to_string(folder.join("case.toml")).expect("a case");
        let case: toml::Table = toml::from_str(&text).expect("a case");
        // Rules of its own, other ways of readings: an annex does not tell of them.
        if case.contains_key("programmes") || case.contains_key("readings") {
            continue;
        }
        let as_of = case.get("as_of").and_then(toml::Value::as_str);
        // The cases of the law differ from each other in little: some of them will do.
        if name.starts_with("law/") && name.len() % 4 > 0 {
            continue;
        }
        // A level of 20 %, set on purpose, is what the form prints by mistake: nobody can tell them apart.
        if name == "law/2025-other-level" {
            continue;
        }
        let Ok(outcome) = settle_reading(&[folder.join("input")], None, as_of, &[]) else { continue };
        if outcome.findings.iter().any(|f| f.starts_with("error ")) {
            continue;
        }
        let Some(book) = sent_by(&outcome.run) else { continue };
        let programme = outcome.run.programme.as_ref().map(|p| p.id.clone());
        let report = foreign::audit(&book, programme.as_deref(), &Catalogue::built_in(), &Forms::built_in());
        match report {
            Err(e) => wrong.push(format!("{name}: {}", e.text(polish()))),
            Ok(report) => {
                audited += 1;
                let said = words(&report);
                let bad = report.findings.iter().zip(&said).filter(|(f, _)| f.severity != Severity::Note);
                wrong.extend(bad.map(|(_, text)| format!("{name}: {text}")));
            }
        }
    }
    assert!(audited > 60, "only {audited} cases were audited");
    assert!(wrong.is_empty(), "{}\n{audited} audited", wrong.join("\n"));
}

/// Is the row that of the column numbers, which are no figures?
fn is_numbering(sheet: &ReadSheet, row: u32) -> bool {
    let numbers = sheet.cells.range((row, 0)..(row + 1, 0)).filter_map(|(_, cell)| match &cell.value {
        ReadValue::Number(n) => n.to_i64(),
        _ => None,
    });
    let numbers: Vec<i64> = numbers.collect();
    let cells = sheet.cells.range((row, 0)..(row + 1, 0)).count();
    // `… 64 65 62`: the form itself numbers its last column wrongly.
    numbers.len() == cells
        && numbers.len() > 5
        && numbers[..numbers.len() - 1].windows(2).all(|w| w[0] < w[1])
}

/// Figures of a form: sheet, row, column.
fn figures(book: &ReadBook) -> Vec<(usize, (u32, u32))> {
    let mut found = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let figures = sheet.cells.iter().filter(|((row, _), cell)| {
            matches!(cell.value, ReadValue::Number(_)) && !is_numbering(sheet, *row)
        });
        found.extend(figures.map(|(at, _)| (index, *at)));
    }
    found
}

/// Ways in which a hand slips: a grosz more, a hundred more, two digits swapped, a zero too many.
fn slips(value: &Exact) -> Vec<(&'static str, Exact)> {
    let hundred = Exact::whole(100);
    let mut all = vec![
        ("grosz", value + &Exact::ratio(1, 100).expect("not by zero")),
        ("hundred", value + &hundred),
        ("zero", value * &Exact::whole(10)),
    ];
    if *value >= Exact::ratio(1, 100).expect("not by zero") {
        all.push(("less", value - &Exact::ratio(1, 100).expect("not by zero")));
    }
    if let Some(swapped) = swapped(value) {
        all.push(("digits", swapped));
    }
    all.retain(|(_, slip)| slip != value);
    all
}

/// The first two neighbouring digits that differ, swapped.
fn swapped(value: &Exact) -> Option<Exact> {
    let mut text: Vec<char> = value.to_short(2).chars().collect();
    let at = (1..text.len())
        .find(|i| text[i - 1].is_ascii_digit() && text[*i].is_ascii_digit() && text[i - 1] != text[*i])?;
    text.swap(at - 1, at);
    Exact::parse_decimal(&text.iter().collect::<String>())
}

/// Is the cell's column, or its row of a list, among what the report says cannot be verified?
fn is_listed(report: &Report, book: &ReadBook, sheet: usize, (row, column): (u32, u32)) -> bool {
    let page = &book.sheets[sheet];
    let number = (0..row).rev().find(|r| is_numbering(page, *r)).and_then(|r| {
        match &page.cells.get(&(r, column))?.value {
            ReadValue::Number(n) => Some(n.to_short(0)),
            _ => None,
        }
    });
    let label = (0..column).rev().filter_map(|c| page.text(row, c)).find(|text| text.len() > 3);
    report.unverified.iter().flat_map(|u| &u.facts).any(|(_, fact)| {
        let Fact::Text(columns) = fact else { return false };
        columns.split("; ").any(|one| match (&number, one.split_once(": ")) {
            (Some(number), Some((part, numbers))) => {
                page.name.starts_with(part) && numbers.split(", ").any(|n| n == number)
            }
            _ => label.is_some_and(|label| one.contains(label.trim_end_matches(':'))),
        })
    })
}

#[test]
fn a_slip_in_any_figure_that_is_sent_is_noticed_or_its_column_is_listed_as_unverified() {
    let (mut all, mut named, mut listed, mut wrong) = (0, 0, 0, Vec::new());
    for name in ["gmina-2024", "gmina-2025", "redziny-2019"] {
        let book = sent(&[support::root().join("sample-data").join(name)]).expect("the sample is settled");
        let before = audit(&book).expect("the annex is known");
        for (index, (sheet, at)) in figures(&book).into_iter().enumerate() {
            let ReadValue::Number(value) = book.sheets[sheet].cells[&at].value.clone() else { continue };
            // The months are twelve times the same; a third of them takes long enough.
            if book.sheets[sheet].name.starts_with("Część 1.2") && index % 3 > 0 {
                continue;
            }
            // Each figure slips in one way, the next figure in the next way: one of each would take minutes.
            let ways = slips(&value);
            let (kind, slip) = ways[index % ways.len()].clone();
            let mut other = book.clone();
            let cell = other.sheets[sheet].cells.get_mut(&at).expect("the cell is there");
            *cell = ReadCell { formula: None, value: ReadValue::Number(slip) };
            let after = audit(&other).expect("the annex is known");
            all += 1;
            let place = rozlicz::audit::cell(sheet, at.0, at.1);
            let mut news = after.findings.iter().filter(|f| !before.findings.contains(f));
            if news.any(|f| f.at == Some(place) || f.related.contains(&place)) {
                named += 1;
            } else if is_listed(&after, &book, sheet, at) {
                listed += 1;
            } else {
                wrong.push(format!(
                    "{name} › {} › {place} ({kind})\n  {}",
                    book.sheets[sheet].name,
                    words(&after).join("\n  ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {all}\n{}", wrong.len(), wrong.join("\n"));
    assert!(all > 200 && named * 100 >= all * 90, "{all} slips, {named} named, {listed} listed");
}

/// `case.toml` of a folder under `annex/`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// One sentence: what is wrong.
    title: String,
    /// Folder of `annex/base` whose sheets are taken.
    base: Option<String>,
    /// Edition named by the auditor.
    programme: Option<String>,
    /// Cells typed over, `Sheet!A1`.
    #[serde(default)]
    set: BTreeMap<String, String>,
    /// Rows taken out, `Sheet!7`, from the bottom up.
    #[serde(default)]
    without_rows: Vec<String>,
    /// Rows hidden, `Sheet!7`.
    #[serde(default)]
    hidden_rows: Vec<String>,
    /// Sheets taken out.
    #[serde(default)]
    without_sheets: Vec<String>,
    /// Findings, `severity code Sheet!A1 difference`, or `cannot-run key`.
    expected: Vec<String>,
}

/// What a CSV cell says: a number, or text; an apostrophe before a number makes it text.
fn typed(text: &str) -> ReadValue {
    if let Some(text) = text.strip_prefix('\'') {
        return ReadValue::Text(text.to_owned());
    }
    let number = Exact::parse_decimal(&text.replace(',', "."));
    number.map_or_else(|| ReadValue::Text(text.to_owned()), ReadValue::Number)
}

/// The sheets of a folder: `01 Część 1.csv` is the sheet `Część 1`.
fn sheets(folder: &Path) -> Vec<ReadSheet> {
    let mut sheets = Vec::new();
    for table in read_tables(folder).expect("readable tables") {
        let name = table.name.split_once(' ').map_or(table.name.as_str(), |(_, rest)| rest);
        let mut sheet = ReadSheet { name: name.to_owned(), ..ReadSheet::default() };
        for (row, cells) in (0..).zip(&table.rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                sheet.cells.insert((row, column), ReadCell { formula: None, value: typed(text) });
            }
        }
        sheets.push(sheet);
    }
    sheets
}

/// Row and column of `AB12`, from zero.
fn address(text: &str) -> (u32, u32) {
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters.bytes().fold(0, |n, letter| n * 26 + u32::from(letter - b'A') + 1);
    (text[letters.len()..].parse::<u32>().expect("a row") - 1, column - 1)
}

fn split(place: &str) -> (&str, &str) {
    place.split_once('!').expect("a place is written Sheet!A1")
}

fn made(folder: &Path, case: &Case) -> ReadBook {
    let home = support::root().join("tests/annex/base");
    let mut sheets = sheets(&case.base.as_ref().map_or_else(|| folder.to_owned(), |base| home.join(base)));
    sheets.retain(|sheet| !case.without_sheets.contains(&sheet.name));
    let find = |sheets: &mut Vec<ReadSheet>, name: &str| {
        sheets.iter().position(|s| s.name == name).expect("a sheet that a case names is there")
    };
    for (place, text) in &case.set {
        let (name, cell) = split(place);
        let index = find(&mut sheets, name);
        if text.is_empty() {
            sheets[index].cells.remove(&address(cell));
        } else {
            // As a program leaves it that does not compute: a formula without a result.
            let read = match text.strip_prefix('=') {
                Some(formula) => ReadCell { formula: Some(formula.to_owned()), value: ReadValue::Blank },
                None => ReadCell { formula: None, value: typed(text) },
            };
            sheets[index].cells.insert(address(cell), read);
        }
    }
    for place in &case.without_rows {
        let (name, row) = split(place);
        let (index, row) = (find(&mut sheets, name), row.parse::<u32>().expect("a row") - 1);
        let cells = std::mem::take(&mut sheets[index].cells);
        let kept = cells.into_iter().filter(|((r, _), _)| *r != row);
        sheets[index].cells =
            kept.map(|((r, c), cell)| ((if r > row { r - 1 } else { r }, c), cell)).collect();
    }
    for place in &case.hidden_rows {
        let (name, row) = split(place);
        let index = find(&mut sheets, name);
        sheets[index].hidden_rows.push(row.parse::<u32>().expect("a row") - 1);
    }
    ReadBook { name: "sprawozdanie.xlsx".to_owned(), sheets, ..ReadBook::default() }
}

fn said(folder: &Path, case: &Case) -> Vec<String> {
    let book = made(folder, case);
    let report = foreign::audit(&book, case.programme.as_deref(), &Catalogue::built_in(), &Forms::built_in());
    let report = match report {
        Ok(report) => report,
        Err(CannotRun::Said { key, .. }) => return vec![format!("cannot-run {key}")],
        Err(CannotRun::Programme(_)) => return vec!["cannot-run programme".to_owned()],
    };
    let line = |f: &Finding| {
        let severity = match f.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let place = f.at.map_or_else(String::new, |at| format!(" {}!{at}", report.sources.names(at.sheet).1));
        let difference = f.difference.map_or_else(String::new, |d| format!(" {d}"));
        format!("{severity} {}{place}{difference}", f.code.name)
    };
    report.findings.iter().map(line).collect()
}

#[test]
fn every_annex_filled_by_hand_is_judged_as_its_folder_says() {
    let home = support::root().join("tests/annex");
    let bless = std::env::var_os("ROZLICZ_BLESS").is_some_and(|v| v == "1");
    let mut wrong = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for folder in support::folders_with(&home, "case.toml") {
        let text = std::fs::read_to_string(folder.join("case.toml")).expect("a case");
        let case: Case = toml::from_str(&text).expect("a case.toml that says no more and no less");
        let actual = said(&folder, &case);
        seen.extend(actual.iter().filter_map(|line| line.split(' ').nth(1)).map(str::to_owned));
        if actual != case.expected {
            if bless {
                let at = text.find("expected = [").expect("the key");
                let lines: Vec<String> = actual.iter().map(|l| format!("    {l:?},\n")).collect();
                let new = format!("{}expected = [\n{}]\n", &text[..at], lines.concat());
                std::fs::write(folder.join("case.toml"), new).expect("the case is written");
            }
            wrong.push(format!(
                "{}: {}\nexpected {:#?}\nfound {actual:#?}",
                folder.display(),
                case.title,
                case.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let codes = annex::CODES.iter().map(|code| code.name);
    let refusals = ["annex-collective", "annex-edition-unclear", "annex-unknown", "annex-unknown-nearest"];
    let missing: Vec<&str> = codes.chain(refusals).filter(|name| !seen.contains(*name)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn a_blank_cell_is_told_as_a_blank_cell_and_with_what_it_should_hold() {
    let folder = support::root().join("tests/annex/blank-own-contribution");
    let text = std::fs::read_to_string(folder.join("case.toml")).expect("a case");
    let case: Case = toml::from_str(&text).expect("a case.toml");
    let book = made(&folder, &case);
    let report = audit(&book).expect("the annex is known");
    let said = words(&report);
    let about = |place: &str| {
        said.iter().find(|text| text.contains(place)).cloned().unwrap_or_else(|| said.join("\n"))
    };
    for (place, amount) in [("› E9:", "567,60 zł"), ("› E11:", "395,82 zł")] {
        let text = about(place).replace('\u{a0}', " ");
        assert!(text.contains(&format!("Komórka jest pusta; powinno w niej być {amount}.")), "{text}");
    }
    // 1 800 and nothing is no amount that anybody should write there.
    let text = about("› F10:");
    assert!(text.contains("Komórka jest pusta, a najpierw trzeba wypełnić: E10."), "{text}");
    assert!(!text.contains("800,00"), "{text}");
    let text = about("› E12:");
    assert!(text.contains("Wiersze tej kolumny są puste: E9, E10, E11."), "{text}");
}
