//! Takes an official form that somebody else filled, or the file to send: its figures are what it states.
//!
//! Everything that the form's own lines decide was computed again by the audit; what it alone cannot prove stays its
//! word, and the roll-up says so (`tylko formularz`).

use super::{Context, cannot, other_edition};
use crate::audit::foreign::{self, Audited};
use crate::consolidate::{Entry, FigureKey, Kind, verdict};
use crate::finding::code::{annex, consolidate as codes};
use crate::finding::{Fact, Finding, Severity};
use crate::forms::draft;
use crate::forms::fields::{AgreementField, Field, MunicipalityField};
use crate::intake::Document;
use crate::intake::book::{self, BookError, ReadBook, ReadValue, Trouble};
use crate::intake::look::Look;
use crate::intake::words;
use crate::locale::{Language, Locale};
use crate::pipeline::CannotRun;
use crate::source::a1;
use crate::units::Exact;

/// Takes a form; none when the workbook is none.
pub fn take(entry: &Entry, document: &Document, look: &Look, context: &Context) -> Option<Entry> {
    let mut entry = Entry { kind: Kind::Form, ..entry.clone() };
    let book = match book::read(&document.name, &document.bytes) {
        Ok(book) => book,
        // Tables may be of these formats, a form may not: it would not show what an audit must see.
        Err(Trouble::NotAWorkbook) if look.is_of_tables() || is_text(&document.name) => return None,
        Err(trouble) => {
            let file = document.name.clone();
            let other = trouble == Trouble::NotAWorkbook;
            let error =
                if other { BookError::OtherFormat { file } } else { BookError::Unusable { file, trouble } };
            verdict::say(&mut entry, cannot(&error.into()));
            if let Some(remark) = entry.remarks.last_mut().filter(|_| other) {
                remark.hint = Locale::of(Language::Polish).text("rollup-other-format-hint", &[]);
            }
            return Some(entry);
        }
    };
    match audited(&book, context) {
        Ok(audited) => {
            if is_draft(&book) {
                verdict::say(&mut entry, Finding::new(&codes::ROLLUP_DRAFT));
            } else if let Some((sheet, mark, cell)) = own_draft(&book) {
                let finding = Finding::new(&codes::ROLLUP_FORM_DRAFT).with("mark", Fact::Text(mark));
                verdict::say(&mut entry, finding.with("sheet", Fact::Text(sheet.clone())));
                if let (Some(remark), Some((row, column))) = (entry.remarks.last_mut(), cell) {
                    (remark.sheet, remark.cell) = (sheet, a1(row, column));
                }
            }
            of_form(&audited, &mut entry, context);
        }
        Err(error) if is(&error, "annex-collective") => {
            return Some(verdict::left(entry.files, Finding::new(&codes::ROLLUP_COLLECTIVE)));
        }
        // Nothing in it is like a form.
        Err(error) if is(&error, "annex-unknown") => return None,
        Err(_) if look.is_of_tables() => return None,
        Err(error) => verdict::say(&mut entry, cannot(&error)),
    }
    Some(entry)
}

/// Does every sheet bear the mark of a draft, as this program puts it? The file to send has no trace that would say so.
/// Who types the mark by hand types it once.
fn is_draft(book: &ReadBook) -> bool {
    let mark = |value: &ReadValue| matches!(value, ReadValue::Text(text) if text.trim() == draft::MARK);
    book.sheets.iter().all(|sheet| sheet.cells.values().any(|cell| mark(&cell.value)))
}

/// The sheet and mark of a draft that somebody else made: a cell, or a part of what is printed at the top or foot of every
/// page, that is all mark. `WZÓR` is none: the official form prints it itself, and who fills the form leaves it.
fn own_draft(book: &ReadBook) -> Option<Marked> {
    let of_page = |text: &&String| MARKS.contains(&words::parted(text).collect::<String>().as_str());
    let of_cell = |value: &ReadValue| match value {
        ReadValue::Text(text) if [draft::MARK, "SZKIC"].contains(&text.trim()) => {
            Some(text.trim().to_owned())
        }
        _ => None,
    };
    book.sheets.iter().find_map(|sheet| {
        let cell = || sheet.cells.iter().find_map(|(at, cell)| Some((of_cell(&cell.value)?, Some(*at))));
        let page = sheet.headers.iter().find(of_page).map(|mark| (mark.clone(), None));
        let (mark, at) = page.or_else(cell)?;
        Some((sheet.name.clone(), mark, at))
    })
}

/// A sheet, the mark on it, and the row and column of its cell; none where the mark is printed on the pages.
type Marked = (String, String, Option<(u32, u32)>);

/// Marks of a draft at the top of a page, as compared.
const MARKS: [&str; 4] = ["projekt", "szkic", "projektsprawozdania", "szkicsprawozdania"];

fn is_text(name: &str) -> bool {
    let name = name.to_lowercase();
    [".csv", ".tsv", ".txt"].iter().any(|ending| name.ends_with(ending))
}

fn is(error: &CannotRun, wanted: &str) -> bool {
    matches!(error, CannotRun::Said { key, .. } if *key == wanted)
}

/// Audits by what the workbook says; where two editions are as likely, by the edition that the office asked for.
fn audited(book: &ReadBook, context: &Context) -> Result<Audited, CannotRun> {
    let audit = |programme| foreign::audit_with_figures(book, programme, &context.catalogue, &context.forms);
    match audit(None) {
        Err(error) if is(&error, "annex-edition-unclear") => match context.asked.as_deref() {
            Some(asked) if names(&error, asked) => audit(Some(asked)),
            _ => Err(error),
        },
        other => other,
    }
}

/// Is the edition one of those that are as likely?
fn names(error: &CannotRun, asked: &str) -> bool {
    let CannotRun::Said { facts, .. } = error else { return false };
    let editions = facts.iter().find(|(name, _)| *name == "editions").map(|(_, fact)| fact);
    matches!(editions, Some(Fact::Text(editions)) if editions.split(", ").any(|id| id == asked))
}

fn of_form(audited: &Audited, entry: &mut Entry, context: &Context) {
    let Audited { report, figures, texts, assistants } = audited;
    let text =
        |wanted: AgreementField| texts.iter().find(|(field, _)| *field == wanted).map(|(_, t)| t.clone());
    entry.edition = Some(report.head.edition.clone());
    entry.rules_sha256.clone_from(&report.head.rules_sha256);
    entry.municipality.clone_from(&report.head.municipality);
    entry.teryt = report.head.teryt.clone().filter(|teryt| !teryt.trim().is_empty());
    entry.voivodeship = text(AgreementField::Voivodeship);
    entry.unit = text(AgreementField::Unit);
    entry.agreement = text(AgreementField::Number);
    if let Some(asked) = context.asked.as_deref().filter(|asked| *asked != report.head.edition) {
        verdict::say(entry, other_edition(&report.head.edition, asked));
        return;
    }
    for (field, value) in figures {
        if field.month.is_none() && field.field.of_municipality() {
            entry.figures.set(FigureKey::from(*field), value.clone());
        }
    }
    entry.figures.complete();
    let count = assistants.and_then(|count| i64::try_from(count).ok());
    let name = Field::Municipality(MunicipalityField::Assistants).name();
    if let (Some(count), Some(key)) = (count, FigureKey::named(name, None))
        && entry.figures.get(key).is_none()
    {
        entry.figures.set(key, Exact::whole(count));
    }
    // What a municipality leaves out of its own report may be none of its business; what the office adds up without it
    // is short.
    let mut findings = report.findings.clone();
    for finding in findings.iter_mut().filter(|f| f.code.name == annex::ANNEX_PART_MISSING.name) {
        finding.severity = Severity::Warning;
    }
    verdict::tell(entry, &findings, &report.sources);
}
