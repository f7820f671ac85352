//! A verification card a municipality, and a list of all cards: what the office checks and signs.
//!
//! A card shows what the program found; boxes to tick, judgement and signatures are left to people. Its only figures of
//! its own are differences and days late, which are live formulas over the cells beside them.

mod amounts;
mod documents;
mod list;

use super::compare::{DueDay, due};
use super::register::{Register, RegisterRow};
use super::sheets::words;
use super::{Entry, Kind, Remark, Verdict};
use crate::calc::model::day_value;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Book, Role, Sheet};
use crate::programme::Programme;
use crate::records::HalfYear;
use crate::units::Day;

pub use list::{LIST, list};

/// Columns: words; two that hold boxes, or together an amount; an amount; an amount or, with the one before, words.
const WIDTHS: [u32; 5] = [38, 9, 9, 18, 22];

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
    head(&mut page, entry, row, facts);
    timeliness(&mut page, &mut model, row, facts);
    verdict(&mut page, entry);
    amounts::table(&mut page, &mut model, entry, row);
    remarks(&mut page, &entry.remarks);
    documents::table(&mut page, entry, facts.programme);
    statement(&mut page, facts.programme);
    signatures(&mut page);
    let title = format!("Karta weryfikacji: {}", words::municipality(entry));
    Card { file: file.to_owned(), book: book(title, page.sheet, facts.as_of), model }
}

fn book(title: String, mut sheet: Sheet, created: Day) -> Book {
    sheet.portrait = true;
    sheet.footer.clone_from(&title);
    Book { title, created, sheets: vec![sheet] }
}

fn head(page: &mut Page, entry: &Entry, row: Option<&RegisterRow>, facts: &Facts<'_>) {
    page.line(Role::Title, "Karta weryfikacji sprawozdania gminy");
    if let Some(programme) = facts.programme {
        page.line(Role::Subtitle, &programme.title);
    }
    let own_day = entry.agreement_day.as_deref().and_then(Day::parse_iso);
    let files: Vec<String> =
        entry.files.iter().map(|file| format!("{} (SHA-256: {})", file.path, file.sha256)).collect();
    let registered = row.map(|row| dated(row.agreement(), row.agreement_day())).unwrap_or_default();
    let fields = [
        ("Gmina", words::municipality(entry)),
        ("Kod TERYT", entry.teryt.clone().unwrap_or_default()),
        ("Powiat", row.and_then(RegisterRow::county).unwrap_or_default().to_owned()),
        ("Jednostka realizująca", entry.unit.clone().unwrap_or_default()),
        ("Umowa według sprawozdania", dated(entry.agreement.as_deref(), own_day)),
        ("Umowa według rejestru", registered),
        ("Aneksy według rejestru", row.map(amendments).unwrap_or_default()),
        ("Rodzaj pliku", words::kind(entry.kind).to_owned()),
        ("Plik", files.join("; ")),
        ("Stan na dzień", facts.as_of.polish()),
    ];
    for (label, value) in fields {
        page.cells(Role::Label, vec![label.into()], None);
        page.row -= 1;
        page.cell(page.row, 1, Role::FieldValue, Shown::Text(value), None);
        page.row += 1;
        page.merge_last(1, 4);
    }
}

fn amendments(row: &RegisterRow) -> String {
    let all = row.amendments.iter().map(|(number, day)| dated(number.as_deref(), *day));
    all.collect::<Vec<_>>().join("; ")
}

/// `6/2025 z 18.12.2025`, as far as it is known.
fn dated(number: Option<&str>, day: Option<Day>) -> String {
    let day = day.map(|day| format!("z {}", day.polish()));
    [number.map(str::to_owned), day].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn section(page: &mut Page, text: &str) {
    page.space();
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

/// Every remark with its cell and what to do.
fn remarks(page: &mut Page, remarks: &[Remark]) {
    page.space();
    line(page, Role::Heading, "Uwagi");
    if remarks.is_empty() {
        line(page, Role::Body, "Bez uwag.");
    }
    for remark in remarks {
        let place = [&remark.file, &remark.sheet, &remark.cell].map(String::as_str);
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join(" › ")) };
        // What a note asks for is nothing.
        let hint = if remark.severity == "note" { "" } else { remark.hint.as_str() };
        let text = format!("[{}] {}{place} {hint}", words::severity(&remark.severity), remark.message);
        let role = match remark.severity.as_str() {
            "error" => Role::Error,
            "warning" => Role::Warning,
            _ => Role::Body,
        };
        line(page, role, text.trim_end());
    }
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
    page.space();
    for who in ["Sprawdził(a)", "Zatwierdził(a)"] {
        let row = page.row;
        page.cell(
            row,
            0,
            Role::Signature,
            Shown::from(format!("{who}: imię, nazwisko, data, podpis").as_str()),
            None,
        );
        page.row += 1;
        page.space();
    }
}

/// A typed number of the card.
fn number(model: &mut Model, label: &str, format: Format, value: crate::units::Exact) -> NodeId {
    model.parameter(label, format, Value::Number(value))
}
