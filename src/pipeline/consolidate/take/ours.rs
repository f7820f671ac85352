//! Takes a settlement workbook of this program: audited, and settled again from its own trace.
//!
//! No figure is read from a cell: what enters the roll-up was computed anew by the rules of this program.

use super::{Context, cannot, other_edition, settled};
use crate::audit::from_trace;
use crate::checks::day;
use crate::consolidate::{Entry, Kind, verdict};
use crate::finding::code::{audit, consolidate as codes};
use crate::finding::{Fact, Finding};
use crate::intake::Document;
use crate::intake::book::{self, BookError, ReadBook, ReadValue};
use crate::pipeline::audit::{AuditJob, of_trace_settled};
use crate::pipeline::{CannotRun, Run};
use crate::source::{CellRef, SheetId, SourceFile, Sources};
use crate::trace::pack::PackError;
use crate::trace::{Head, Trace, sheet};
use crate::units::Day;

/// Takes a workbook.
pub fn take(mut entry: Entry, document: &Document, context: &Context) -> Entry {
    entry.kind = Kind::Settlement;
    let book = match book::read(&document.name, &document.bytes) {
        Ok(book) => book,
        Err(trouble) => {
            let error = BookError::Unusable { file: document.name.clone(), trouble };
            verdict::say(&mut entry, cannot(&error.into()));
            return entry;
        }
    };
    let trace = match sheet::found(&book) {
        Some(Ok(trace)) => trace,
        Some(Err(PackError::Newer { shape })) => {
            verdict::say(&mut entry, cannot(&CannotRun::newer(&book.name, shape)));
            return entry;
        }
        Some(Err(error)) => {
            let reason = Fact::Text(crate::pipeline::audit::reason(&error).to_owned());
            verdict::say(&mut entry, Finding::new(&audit::AUDIT_TRACE_DAMAGED).with("reason", reason));
            of_sheets(&book, &mut entry);
            return entry;
        }
        None => {
            of_sheets(&book, &mut entry);
            verdict::say(&mut entry, Finding::new(&audit::AUDIT_TRACE_MISSING));
            return entry;
        }
    };
    of_head(&trace.head, &mut entry);
    if let Some(asked) = context.asked.as_deref().filter(|asked| *asked != trace.head.edition) {
        verdict::say(&mut entry, other_edition(&trace.head.edition, asked));
        return entry;
    }
    if trace.head.draft {
        verdict::say(&mut entry, Finding::new(&codes::ROLLUP_DRAFT));
    }
    let job = AuditJob::default();
    match of_trace_settled(&book, &trace, &job, &context.catalogue, &context.forms) {
        Ok((report, run)) => {
            verdict::tell(&mut entry, &report.findings, &report.sources);
            if let Some(mut run) = run {
                judge_on_day(&mut run, context.job.as_of);
                in_the_workbook(&mut run, &trace, entry.path());
                settled::of_run(&mut run, &mut entry);
            }
        }
        Err(error) => verdict::say(&mut entry, cannot(&error)),
    }
    entry
}

/// Judges on the office's day what the day decides: the municipality settled before the money had to be back, and knew
/// nothing of the days after.
fn judge_on_day(run: &mut Run, as_of: Option<Day>) {
    let (Some(day), Some(programme), Some(settled)) = (as_of, &run.programme, &run.settled) else { return };
    if run.as_of != as_of {
        let rules = (programme, &run.national);
        day::judge_again(&mut run.findings, settled, &run.submission, rules, day);
    }
}

/// Points findings at the cells of the workbook, to which it copied what was handed in: the municipality's own files are not
/// at the office. A cell that was not copied has no place there; of a blank one its row is found.
fn in_the_workbook(run: &mut Run, trace: &Trace, path: &str) {
    if run.findings.iter().all(|finding| finding.at.is_none()) {
        return;
    }
    let copies = from_trace::kept(trace, Sources::default()).copies;
    let sources = &mut run.submission.sources;
    let name = path.rsplit('/').next().unwrap_or(path).to_owned();
    let file = sources.add_file(SourceFile { name, sha256: String::new(), bytes: 0 });
    let sheets: Vec<SheetId> =
        trace.sheets.iter().map(|sheet| sources.add_sheet(file, &sheet.name)).collect();
    let moved = |cell: CellRef| {
        let end = CellRef { column: u32::MAX, ..cell };
        let row = || copies.range(CellRef { column: 0, ..cell }..=end).next().map(|(_, copy)| copy);
        let (sheet, row, column) = copies.get(&cell).or_else(row)?;
        Some(CellRef { sheet: *sheets.get(*sheet)?, row: *row, column: *column })
    };
    for finding in &mut run.findings {
        finding.at = finding.at.and_then(moved);
        finding.related = finding.related.iter().copied().filter_map(moved).collect();
    }
}

/// Whose it is by its own sheet of the agreement, where no trace says it: a rejected report must not be told as one that
/// never came. No figure is taken.
fn of_sheets(book: &ReadBook, entry: &mut Entry) {
    let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == AGREEMENT) else { return };
    let given = |wanted: &str| {
        let is = |value: &ReadValue| matches!(value, ReadValue::Text(text) if text.trim() == wanted);
        let (row, _) = sheet.cells.iter().find(|((_, column), cell)| *column == 0 && is(&cell.value))?.0;
        match &sheet.cells.get(&(*row, 1))?.value {
            ReadValue::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => None,
        }
    };
    entry.teryt = given("Kod TERYT gminy");
    entry.municipality = given("Nazwa gminy");
    entry.unit = given("Nazwa jednostki realizującej");
    entry.edition = given("Program");
}

/// The sheet with the agreement as it was read.
const AGREEMENT: &str = "Dane - Umowa";

/// What the trace says of itself, where nothing could be settled again.
fn of_head(head: &Head, entry: &mut Entry) {
    entry.edition = Some(head.edition.clone());
    entry.rules_sha256.clone_from(&head.rules_sha256);
    entry.teryt.clone_from(&head.teryt);
    entry.municipality.clone_from(&head.municipality);
    entry.period = Some(head.period.clone());
    if let Some(previous) = &head.previous {
        if previous.whole {
            entry.corrects = Some(previous.sha256.clone());
        } else {
            // The settlement before holds days that this one does not: it must not be taken for replaced.
            let finding = Finding::new(&codes::ROLLUP_PART_OF_PERIOD)
                .with("previous", Fact::Text(previous.file.clone()))
                .with("from", Fact::Text(head.period.0.clone()))
                .with("to", Fact::Text(head.period.1.clone()));
            verdict::say(entry, finding);
        }
    }
}
