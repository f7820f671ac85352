//! A verification card a municipality, and a list of all cards: what the office checks and signs.
//!
//! A card shows what the program found; boxes to tick, judgement and signatures are left to people. Its only figures of
//! its own are differences and days late, which are live formulas over the cells beside them.

mod amounts;
mod documents;
mod head;
mod list;

use super::compare::{DueDay, due};
use super::register::{Register, RegisterRow};
use super::sheets::words;
use super::{Entry, Kind, Remark, Verdict};
use crate::calc::model::day_value;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Book, Content, Role, Sheet};
use crate::programme::Programme;
use crate::records::HalfYear;
use crate::units::Day;

pub use list::{LIST, list};

/// Columns: words; two that hold boxes, or together an amount; an amount; an amount or, with the one before, words.
const WIDTHS: [u32; 5] = [41, 7, 7, 22, 21];

/// What all cards share.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The edition.
    pub programme: Option<&'a Programme>,
    /// The office's register.
    pub register: Option<&'a Register>,
    /// The day the cards speak of.
    pub as_of: Day,
}

/// A card: the name of its file and the workbook.
#[derive(Debug)]
pub struct Card {
    /// `karta-1206042-gmina-przykladowa.xlsx`.
    pub file: String,
    /// Its sheet.
    pub book: Book,
    /// What the sheet's figures rest on.
    pub model: Model,
}

/// Does the entry get a card? One that is no report, or that its correction replaces, does not.
pub fn wanted(entry: &Entry) -> bool {
    entry.kind != Kind::Unrelated && entry.verdict != Verdict::Skipped
}

/// Returns the names of the cards' files, in the order of the entries; none where there is no card. Two files of one
/// municipality are told apart by a number.
pub fn file_names(entries: &[Entry]) -> Vec<Option<String>> {
    let mut used: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut name = |entry: &Entry| {
        let base = format!("karta-{}-{}", code_word(entry), slug(&words::municipality(entry)));
        let count = used.entry(base.clone()).or_default();
        *count += 1;
        if *count == 1 { format!("{base}.xlsx") } else { format!("{base}-plik-{count}.xlsx") }
    };
    entries.iter().map(|entry| wanted(entry).then(|| name(entry))).collect()
}

/// The code as a part of a file's name; whatever else stands in a report is no path.
fn code_word(entry: &Entry) -> String {
    let code: String = entry.teryt.iter().flat_map(|t| t.chars()).filter(char::is_ascii_digit).collect();
    if code.is_empty() { "bez-kodu".to_owned() } else { code }
}

/// A name as a part of a file's name: small letters without diacritics, joined by dashes.
fn slug(name: &str) -> String {
    const LONGEST: usize = 60;
    let ascii = |part: String| part.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let words: Vec<String> =
        crate::intake::words::parted(name).map(ascii).filter(|word| !word.is_empty()).collect();
    let text: String = words.join("-").chars().take(LONGEST).collect();
    if text.is_empty() { "gmina".to_owned() } else { text.trim_end_matches('-').to_owned() }
}

/// Builds the card of an entry.
pub fn card(entry: &Entry, file: &str, facts: &Facts<'_>) -> Card {
    let row = facts.register.and_then(|register| register.row_of(entry));
    let mut model = Model::default();
    let mut page = Page::new("Karta", &WIDTHS);
    head::lines(&mut page, entry, row, facts);
    timeliness(&mut page, &mut model, row, facts);
    verdict(&mut page, entry);
    amounts::table(&mut page, &mut model, entry, row);
    remarks(&mut page, entry);
    documents::table(&mut page, entry, facts.programme);
    statement(&mut page, facts.programme);
    signatures(&mut page);
    let title = format!("Karta weryfikacji: {}", words::municipality(entry));
    Card { file: file.to_owned(), book: book(title, page.sheet, facts.as_of), model }
}

fn book(title: String, mut sheet: Sheet, created: Day) -> Book {
    (sheet.portrait, sheet.close_up) = (true, true);
    snug(&mut sheet);
    sheet.footer.clone_from(&title);
    Book { title, created, sheets: vec![sheet] }
}

/// Gives rows of one line the height that letters of ten points need. Rows that may break keep theirs: the writer knows.
fn snug(sheet: &mut Sheet) {
    const LINE: u32 = 13;
    let spans: std::collections::BTreeMap<(u32, u32), u32> =
        sheet.merges.iter().map(|(row, first, _, last)| ((*row, *first), *last)).collect();
    let mut high = std::collections::BTreeSet::new();
    for ((row, column), cell) in &sheet.cells {
        let last = spans.get(&(*row, *column)).copied().unwrap_or(*column);
        let room: u32 = (*column..=last).filter_map(|at| sheet.widths.get(&at)).sum();
        let letters = match &cell.content {
            Content::Text(text) => u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            _ => 0,
        };
        // Bold letters take a tenth more.
        let bold = matches!(cell.role, Role::Heading | Role::Label | Role::Error);
        let breaks = letters.saturating_mul(10) > room * if bold { 9 } else { 10 };
        if breaks || matches!(cell.role, Role::Title | Role::Section) {
            high.insert(*row);
        }
    }
    for row in (0..=sheet.extent().0).filter(|row| !high.contains(row)) {
        sheet.heights.entry(row).or_insert(LINE);
    }
}

/// Height in points of the gap between two tables: a card is one page where what it says allows it.
const GAP: u32 = 7;

fn gap(page: &mut Page) {
    page.sheet.heights.insert(page.row, GAP);
    page.space();
}

fn section(page: &mut Page, text: &str) {
    gap(page);
    page.line(Role::Section, text);
}

/// When reports were due, when they came in and how late: the day of nothing is left for the office to write.
fn timeliness(page: &mut Page, model: &mut Model, row: Option<&RegisterRow>, facts: &Facts<'_>) {
    section(page, "1. Terminowość");
    let headings = ["Sprawozdanie", "Termin", "Wpłynęło", "Dni po terminie"];
    figures(page, Role::Heading, headings.map(Shown::from), None);
    let dues = row.map(|row| due(row, facts.programme)).unwrap_or_default();
    let mut rounds: Vec<Option<HalfYear>> = Vec::new();
    if facts.programme.is_some_and(|p| p.rounds.iter().any(|r| r.report_days.is_some())) {
        rounds.push(Some(HalfYear::First));
    }
    rounds.push(None);
    let mut sources: Vec<&str> = Vec::new();
    for round in rounds {
        let due: Option<&DueDay> = dues.iter().find(|due| due.round == round);
        let came = row.and_then(|row| row.arrived(round));
        let day =
            |model: &mut Model, label: &str, day: Day| model.parameter(label, Format::Day, day_value(day));
        let due_node = due.map(|due| day(model, "Termin", due.day));
        let came_node = came.map(|came| day(model, "Wpłynęło", came));
        let late = due_node.zip(came_node).map(|(due, came)| {
            model.formula("Dni po terminie", Format::Count, Expr::max(Expr::whole(0), Expr::sub(came, due)))
        });
        let name = if round.is_some() { "za I-VI" } else { "końcowe" };
        let cells = [name.into(), due_node.into(), came_node.into(), late.into()];
        figures(page, Role::Body, cells, Some(model));
        sources.extend(due.map(|due| due.source.as_str()).filter(|source| !source.is_empty()));
    }
    for source in sources {
        page.line(
            Role::Note,
            &format!("Termin policzono z zasad programu ({source}); umowa może mieć inny."),
        );
    }
}

fn verdict(page: &mut Page, entry: &Entry) {
    section(page, "2. Prawidłowość");
    let text = match entry.verdict {
        Verdict::Accepted => "Wynik sprawdzenia: przyjęte. Program komputerowy nie ma uwag.",
        Verdict::Remarks => "Wynik sprawdzenia: przyjęte z uwagami (niżej). Kwoty wchodzą do sum.",
        Verdict::Rejected => "Wynik sprawdzenia: odrzucone (powody niżej). Kwoty nie wchodzą do sum.",
        Verdict::Skipped => "Plik pominięto.",
    };
    page.line(Role::Label, text);
}

/// Every remark with its cell and what to do; notes, which ask for nothing, together below them.
fn remarks(page: &mut Page, entry: &Entry) {
    gap(page);
    line(page, Role::Heading, "Uwagi");
    let (notes, remarks): (Vec<&Remark>, Vec<&Remark>) =
        entry.remarks.iter().partition(|remark| remark.severity == "note");
    if remarks.is_empty() {
        line(page, Role::Body, "Bez uwag, na które trzeba odpowiedzieć.");
    }
    for remark in remarks {
        let role = if remark.severity == "error" { Role::Error } else { Role::Warning };
        let place = place_of(remark, entry);
        let text = format!(
            "[{}] {}{place} {}",
            words::severity(&remark.severity),
            remark.message,
            words::remedy(remark)
        );
        line(page, role, text.trim_end());
    }
    if !notes.is_empty() {
        let told: Vec<String> =
            notes.iter().map(|note| format!("{}{}", note.message, place_of(note, entry))).collect();
        page.line(Role::Note, &format!("Do wiadomości: {}", told.join(" ")));
    }
}

/// The place of a remark in brackets; the only file of the report stands at the top of the card and is not named again.
fn place_of(remark: &Remark, entry: &Entry) -> String {
    let file = match entry.files.as_slice() {
        [only] if only.path.rsplit('/').next() == Some(remark.file.as_str()) => "",
        _ => remark.file.as_str(),
    };
    let place: Vec<&str> =
        [file, &remark.sheet, &remark.cell].into_iter().filter(|part| !part.is_empty()).collect();
    if place.is_empty() { String::new() } else { format!(" ({})", place.join(" › ")) }
}

/// A bordered line over all columns.
fn line(page: &mut Page, role: Role, text: &str) {
    let mut cells = vec![Shown::Nothing; WIDTHS.len()];
    cells[0] = text.into();
    page.cells(role, cells, None);
    page.merge_last(0, 4);
}

/// A row of words and three figures.
fn figures(page: &mut Page, role: Role, [words, first, second, third]: [Shown; 4], model: Option<&Model>) {
    page.cells(role, vec![words, first, Shown::Nothing, second, third], model);
    page.merge_last(1, 2);
}

/// A row of words, two boxes, and words or room for them.
fn boxes(page: &mut Page, role: Role, words: &str, [first, second]: [&str; 2], last: Shown) {
    page.cells(role, vec![words.into(), first.into(), second.into(), last, Shown::Nothing], None);
    page.merge_last(3, 4);
}

/// Two boxes to tick.
const EMPTY: [&str; 2] = ["☐", "☐"];

/// What the voivode states of the municipality, in our own words.
fn statement(page: &mut Page, programme: Option<&Programme>) {
    section(page, "4. Do oświadczenia wojewody o weryfikacji sprawozdań");
    boxes(page, Role::Heading, "Co potwierdza wojewoda", ["tak", "nie"], "Uzasadnienie".into());
    for text in [
        "a) zadanie wykonano w terminie, skutecznie, rzetelnie i z dobrą jakością",
        "b) środki publiczne wykorzystano prawidłowo",
        "c) dokumentację prowadzono tak, jak wymagają przepisy i umowa",
    ] {
        boxes(page, Role::Body, text, EMPTY, Shown::Nothing);
    }
    let basis = match programme.map(|programme| programme.id.as_str()) {
        Some("asystent-rodziny-2025") => {
            "Podstawa: M.P. 2025 poz. 1093, rozdział 8 część II pkt 9 (własnymi słowami); forma oświadczenia jest dowolna."
        }
        _ => {
            "Zakres jak w programie na 2025 r. (M.P. 2025 poz. 1093, rozdział 8 część II pkt 9); dla tej edycji sprawdź program i umowę."
        }
    };
    page.line(Role::Note, basis);
}

fn signatures(page: &mut Page) {
    const ROOM: u32 = 30;
    page.sheet.heights.insert(page.row, ROOM);
    page.space();
    for (who, first, last) in [("Sprawdził(a)", 0, 0), ("Zatwierdził(a)", 3, 4)] {
        let text = Shown::Text(format!("{who}: imię, nazwisko, data, podpis"));
        page.cell(page.row, first, Role::Signature, text, None);
        page.sheet.merge((page.row, first, page.row, last));
    }
    page.row += 1;
}

/// A typed number of the card.
fn number(model: &mut Model, label: &str, format: Format, value: crate::units::Exact) -> NodeId {
    model.parameter(label, format, Value::Number(value))
}
