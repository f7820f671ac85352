//! The collective workbook: its sums are those of what the municipalities handed in, the second engine agrees, and the
//! same files give the same bytes.
//!
//! Municipalities are made from the sample of 2025: code, name and awards changed, nothing else.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rozlicz::calc::Model;
use rozlicz::consolidate::change::Before;
use rozlicz::consolidate::sheets::{self, BookFacts, By, Missing, names};
use rozlicz::consolidate::{Entry, FigureKey, Figures, Kind, Verdict};
use rozlicz::grid::{Book, Content, Sheet};
use rozlicz::output;
use rozlicz::pipeline::consolidate::{self, ConsolidateJob, Consolidated};
use rozlicz::units::{Day, Exact};
use support::workbook::write_xlsx;

/// Three municipalities of two powiats, and a city with the rights of a powiat.
const MUNICIPALITIES: [(&str, &str); 4] =
    [("1206022", "Dolna"), ("1206053", "Górna"), ("1213042", "Osiek"), ("1261011", "Kraków")];

fn day() -> Day {
    Day::new(2026, 1, 30).expect("a day")
}

/// Writes the sample of 2025 under another code and name.
fn submission(folder: &Path, teryt: &str, name: &str) -> PathBuf {
    let path = folder.join(format!("{teryt}.xlsx"));
    write_xlsx(&path, &support::sample_of("małopolskie", teryt, name)).expect("a workbook");
    path
}

fn taken(all: &[(&str, &str)], by: &[By]) -> Consolidated {
    let folder = tempfile::tempdir().expect("a folder");
    for (teryt, name) in all {
        submission(folder.path(), teryt, name);
    }
    let job = ConsolidateJob {
        inputs: vec![folder.path().to_owned()],
        as_of: Some(day()),
        by: by.to_vec(),
        ..ConsolidateJob::default()
    };
    consolidate::consolidate(&job).expect("consolidated")
}

fn sheet<'a>(book: &'a Book, name: &str) -> &'a Sheet {
    book.sheets.iter().find(|sheet| sheet.name == name).expect("the sheet asked for")
}

/// Values of a row by its label in a column.
fn row(book: &Book, model: &Model, name: &str, label: &str) -> BTreeMap<u32, Exact> {
    let sheet = sheet(book, name);
    let labelled = |content: &Content| matches!(content, Content::Text(text) if text == label);
    let mut first = sheet.cells.iter().filter(|((_, column), _)| *column == 0 || name.starts_with("Powiat"));
    let at = first.rfind(|(_, cell)| labelled(&cell.content)).map(|((row, _), _)| *row);
    let at = at.expect("a row with the label");
    let cells = sheet.cells.range((at, 0)..(at + 1, 0));
    cells
        .filter_map(|((_, column), cell)| match &cell.content {
            Content::Node(id) if !model.value(*id).is_blank() => Some((*column, model.number(*id))),
            Content::Number(n) => Some((*column, n.clone())),
            _ => None,
        })
        .collect()
}

fn sum(entries: &[Entry], name: &str) -> Exact {
    let key = FigureKey::named(name, None).expect("a figure");
    entries.iter().filter(|entry| entry.counts()).filter_map(|entry| entry.figures.get(key).cloned()).sum()
}

fn witnessed(book: &Book, model: &Model) -> usize {
    let witnessed = rozlicz::pipeline::witnessed(book, model);
    witnessed.expect("the second engine agrees").agreement().formulas
}

#[test]
fn totals_are_the_sums_of_what_was_handed_in_and_the_second_engine_agrees() {
    let done = taken(&MUNICIPALITIES, &By::ALL);
    assert!(done.entries.iter().all(Entry::counts), "{:#?}", done.entries[0].remarks);
    let (book, model) = consolidate::book(&done).expect("a book");
    let used = sum(&done.entries, "all.co_financing");
    assert!(used > Exact::zero());
    // Przegląd: wykorzystano razem stands in the sixth figure column, the eighth of the table.
    assert_eq!(row(&book, &model, names::OVERVIEW, "Wykorzystano razem (zł)")[&1], used);
    assert_eq!(
        row(&book, &model, names::OVERVIEW, "Wkład własny gmin (zł)")[&1],
        sum(&done.entries, "all.own_contribution")
    );
    assert_eq!(
        row(&book, &model, names::OVERVIEW, "Do zwrotu (zł)")[&1],
        sum(&done.entries, "all.return_total")
    );
    let check = row(&book, &model, names::OVERVIEW, "Kontrola: arkusze powiatów − sprawozdanie (zł)");
    assert_eq!(check[&1], Exact::zero());
    let part_1 = row(&book, &model, "Część 1", "ogółem");
    assert_eq!(part_1[&3], sum(&done.entries, "supplement.co_financing"));
    assert_eq!(part_1[&1], sum(&done.entries, "supplement.awarded"));
    assert!(witnessed(&book, &model) > 200);
}

#[test]
fn powiats_have_a_sheet_each_and_cities_with_their_rights_share_one() {
    let done = taken(&MUNICIPALITIES, &[]);
    let (book, model) = consolidate::book(&done).expect("a book");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Część 1",
            "Część 2",
            "Część 3",
            "Część 4",
            "Przegląd",
            "Powiat 1206",
            "Powiat 1213",
            "Miasta na prawach powiatu",
            "Pliki",
            "Uwagi",
            "Dane gmin",
            "Uwagi do wzoru",
            "Źródła"
        ]
    );
    let of_one = sum(&done.entries[..1], "all.co_financing");
    let used = |sheet: &str| row(&book, &model, sheet, "Razem")[&7].clone();
    assert_eq!([used("Powiat 1206"), used("Powiat 1213")], [of_one.clone() + of_one.clone(), of_one]);
    // The charts of Przegląd name cells that are there: the writer refuses others.
    assert_eq!(sheet(&book, names::OVERVIEW).charts.len(), 4);
    assert!(output::prepare(&book, &model).is_ok());
}

#[test]
fn every_table_by_ties_to_the_report_to_the_grosz() {
    let mut done = taken(&MUNICIPALITIES, &By::ALL);
    // A form filled by hand has the figures and no months.
    done.entries[1].kind = Kind::Form;
    done.entries[1].months.clear();
    let (book, model) = consolidate::book(&done).expect("a book");
    for by in By::ALL {
        let name = by.sheet();
        let totals = row(&book, &model, name, "Razem");
        assert_eq!(totals[&7], sum(&done.entries, "all.co_financing"), "{name}");
        let differences = row(&book, &model, name, "Różnica (powinna być 0,00)");
        assert_eq!(differences.len(), 6, "{name}");
        assert!(differences.values().all(Exact::is_zero), "{name}: {differences:?}");
    }
    let form = row(&book, &model, "Wg miesięcy", "tylko formularz (bez miesięcy)");
    assert_eq!(form[&7], sum(&done.entries[1..2], "all.co_financing"));
}

#[test]
fn a_rejected_report_has_a_row_without_figures_and_enters_no_total() {
    let mut done = taken(&MUNICIPALITIES, &[]);
    done.entries[2].verdict = Verdict::Rejected;
    let (book, model) = consolidate::book(&done).expect("a book");
    assert_eq!(row(&book, &model, "Część 1", "Osiek"), BTreeMap::new());
    assert_eq!(row(&book, &model, "Część 1", "ogółem")[&3], sum(&done.entries, "supplement.co_financing"));
    let told = sheet(&book, names::OVERVIEW).cells.values().any(
        |cell| matches!(&cell.content, Content::Text(t) if t == "Sumy nie obejmują gmin: Osiek (1213042)."),
    );
    assert!(told, "Przegląd names whose figures the totals lack");
    assert!(witnessed(&book, &model) > 100);
}

#[test]
fn one_changed_file_shows_on_the_next_run() {
    let mut done = taken(&MUNICIPALITIES, &[]);
    let mut earlier: BTreeMap<String, String> =
        done.entries.iter().flat_map(|e| &e.files).map(|f| (f.path.clone(), f.sha256.clone())).collect();
    earlier.insert("1206022.xlsx".to_owned(), "0".repeat(64));
    earlier.insert("stary.xlsx".to_owned(), "1".repeat(64));
    earlier.remove("1261011.xlsx");
    done.before = Before(Some(earlier));
    let (book, _) = consolidate::book(&done).expect("a book");
    let files = sheet(&book, names::FILES);
    let words: Vec<&str> = (1..=5)
        .filter_map(|row| match &files.cells.get(&(row, 10))?.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["zmieniony", "bez zmian", "bez zmian", "nowy", "brak już"]);
}

#[test]
fn missing_municipalities_are_named_and_no_entry_at_all_is_a_workbook_too() {
    let missing = [Missing { teryt: "1206011".to_owned(), municipality: "Wysoka".to_owned() }];
    let mut facts = BookFacts::of(&[], day());
    facts.missing = Some(&missing);
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let told = sheet(&book, names::OVERVIEW).cells.values().any(
        |cell| matches!(&cell.content, Content::Text(t) if t == "Sumy nie obejmują gmin: Wysoka (1206011)."),
    );
    assert!(told);
    assert!(output::prepare(&book, &model).is_ok());
}

#[test]
fn several_voivodeships_have_a_sheet_each() {
    let done = taken(&[("1206022", "Dolna"), ("1420992", "Olszynki Dolne")], &By::ALL);
    let (book, model) = consolidate::book(&done).expect("a book");
    let names: Vec<&str> =
        book.sheets.iter().map(|sheet| sheet.name.as_str()).filter(|n| n.starts_with("Woj.")).collect();
    assert_eq!(names, ["Woj. 12 małopolskie", "Woj. 14 mazowieckie"]);
    assert!(witnessed(&book, &model) > 100);
}

/// Every third report is rejected and every other municipality has one component: columns full of gaps, in which a sum
/// over single cells would be longer than a formula may be.
#[test]
fn a_country_of_2479_municipalities_with_gaps_is_one_workbook() {
    let done = taken(&MUNICIPALITIES[..1], &By::ALL);
    let mut one = done.entries[0].clone();
    one.remarks.truncate(1);
    one.months.truncate(2);
    let mut without = one.clone();
    without.figures = Figures::default();
    for (key, value) in one.figures.iter().filter(|(key, _)| !key.name.starts_with("employment.")) {
        without.figures.set(key, value.clone());
    }
    let entry = |n: usize| {
        let mut entry = if n.is_multiple_of(2) { one.clone() } else { without.clone() };
        entry.teryt = Some(format!("{:02}{:02}{:02}2", 2 + 2 * (n / 160), 1 + n % 160 / 9, 1 + n % 9));
        entry.municipality = Some(format!("Gmina {n}"));
        if n.is_multiple_of(3) {
            entry.verdict = Verdict::Rejected;
        }
        entry
    };
    let entries: Vec<Entry> = (0..2479).map(entry).collect();
    let used = sum(&entries, "supplement.co_financing");
    let done = Consolidated { entries, ..done };
    let (book, model) = consolidate::book(&done).expect("a book");
    assert_eq!(row(&book, &model, names::OVERVIEW, "Wykorzystano na dodatki (zł)")[&1], used);
    assert!(book.sheets.len() < 40, "{} sheets", book.sheets.len());
    let prepared = output::prepare(&book, &model).expect("no formula is too long");
    let longest = prepared.formulas.iter().map(|formula| formula.text.len()).max();
    assert!(longest.is_some_and(|letters| letters < 1_000), "{longest:?}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let made = || {
        let (book, model) = consolidate::book(&taken(&MUNICIPALITIES, &By::ALL)).expect("a book");
        output::prepare(&book, &model).expect("a workbook").bytes
    };
    assert!(made() == made(), "another run gave other bytes");
}
