//! What a roll-up did, in words: verdicts, sums, what to mend first, what changed since the run before.

use std::collections::BTreeMap;

use crate::cli::interrupt::STOPPED;
use crate::cli::summary::amount;
use crate::cli::terminal::{Report, columns, wrapped};
use crate::consolidate::change::Changes;
use crate::consolidate::store::Found;
use crate::consolidate::totals::total;
use crate::consolidate::{Entry, Remark, Verdict};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::CannotRun;
use crate::pipeline::consolidate::{Consolidated, Worked};
use crate::pipeline::result::consolidate::{TOTALS, VerdictsObject};
use crate::units::Money;

/// Rejected reports and changed files that are named on the screen; all of them stand in the workbook.
const FIRST: usize = 10;

/// Of these, files without a cell to mend that are rejected for the same reason.
const ALIKE: usize = 3;

/// Tells of a whole run.
pub fn whole(done: &Consolidated, report: &mut Report, locale: &Locale) {
    let worked = &done.worked;
    if done.entries.is_empty() {
        report.line(&locale.text("cli-consolidate-empty", &[]));
        return;
    }
    report.line(&work(worked, locale));
    report.line(&verdicts(&done.entries, locale));
    if done.entries.iter().any(Entry::counts) {
        report.line("");
        report.line(&totals(&done.entries, locale));
    }
    rejected(&done.entries, report, locale);
    unwritten(&done.entries, report, locale);
    office(&done.office.remarks(), report, locale);
    if let Some(changes) = done.before.changes(&done.entries) {
        changed(&changes, report, locale);
    }
    store(worked, report, locale);
}

/// Tells of a run that was stopped: what was done and how to go on.
pub fn stopped(done: &Consolidated, kept: bool, locale: &Locale) -> Report {
    let mut report = Report { code: STOPPED, ..Report::default() };
    let worked = &done.worked;
    let facts = [("done", count(worked.made + worked.kept)), ("of", count(worked.tasks))];
    let kept =
        kept && worked.unwritten.is_none() && worked.found.is_some_and(|found| found != Found::Foreign);
    let key = if kept { "cli-consolidate-stopped" } else { "cli-consolidate-stopped-without-store" };
    report.err.push_str(&wrapped("", &locale.text(key, &facts)));
    report.err.push('\n');
    store(worked, &mut report, locale);
    report
}

fn count(n: usize) -> Fact {
    Fact::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

fn work(worked: &Worked, locale: &Locale) -> String {
    let facts = [("tasks", count(worked.tasks)), ("made", count(worked.made)), ("kept", count(worked.kept))];
    locale.text("cli-consolidate-work", &facts)
}

fn verdicts(entries: &[Entry], locale: &Locale) -> String {
    let VerdictsObject { accepted, remarks, rejected, skipped } = VerdictsObject::of(entries);
    let facts = [
        ("accepted", count(accepted)),
        ("remarks", count(remarks)),
        ("rejected", count(rejected)),
        ("skipped", count(skipped)),
    ];
    locale.text("cli-consolidate-verdicts", &facts)
}

/// A table of sums; an amount that some accepted reports do not give is marked, and what the mark means said below.
fn totals(entries: &[Entry], locale: &Locale) -> String {
    let t = |key: &str| locale.text(key, &[]);
    let headings = ["component", "cost", "awarded", "transferred", "co-financing", "unused"];
    let mut rows = vec![headings.map(|h| t(&format!("cli-column-{h}"))).to_vec()];
    let names = ["cli-component-supplement", "cli-component-employment", "cli-total"];
    let mut missing = 0;
    for (name, [cost, awarded, transferred, used, _, to_return]) in names.iter().zip(TOTALS) {
        let sums = [cost, awarded, transferred, used, to_return].map(|field| total(entries, field));
        if sums.iter().all(|total| total.sum.is_none()) {
            continue;
        }
        let cell = |total: &crate::consolidate::totals::Total| match total.sum.as_ref() {
            Some(sum) => {
                let mark = if total.unknown > 0 { "*" } else { "" };
                // Sums of whole grosze are whole grosze.
                let shown = Money::from_exact(sum).map_or_else(|| "—".to_owned(), |sum| amount(sum, locale));
                format!("{shown}{mark}")
            }
            None => "—".to_owned(),
        };
        missing = sums.iter().filter(|s| s.sum.is_some()).map(|s| s.unknown).fold(missing, usize::max);
        rows.push(std::iter::once(t(name)).chain(sums.iter().map(cell)).collect());
    }
    let mut text = columns(&rows);
    if missing > 0 {
        text.push_str(&wrapped("  ", &locale.text("cli-consolidate-unknown", &[("count", count(missing))])));
        text.push('\n');
    }
    text
}

/// Must somebody do something before the report can be counted? What was passed over as no report at all, a lock file or a
/// letter, is no such thing; a file that could not be read is.
pub fn to_mend(entry: &Entry) -> bool {
    match entry.verdict {
        Verdict::Rejected => true,
        // The reason comes first: of a report that another replaces its own faults no longer matter.
        Verdict::Skipped => entry.remarks.first().is_some_and(|remark| remark.severity != "note"),
        Verdict::Accepted | Verdict::Remarks => false,
    }
}

/// The first reports to mend, each with its worst remark and the cell. Files that are rejected for the same reason and have
/// no cell, such as a folder of files that nothing opens, are named a few times and then counted.
fn rejected(entries: &[Entry], report: &mut Report, locale: &Locale) {
    let all: Vec<&Entry> = entries.iter().filter(|entry| to_mend(entry)).collect();
    if all.is_empty() {
        return;
    }
    report.line(&locale.text("cli-consolidate-rejected", &[]));
    let (mut named, mut beyond) = (0, 0);
    let mut alike: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in all {
        let worst = entry.remarks.first();
        if let Some(worst) = worst.filter(|worst| place(worst).is_empty()) {
            let same = alike.entry(worst.code.as_str()).or_default();
            same.push(entry);
            if same.len() > ALIKE {
                continue;
            }
        }
        if named == FIRST {
            beyond += 1;
            continue;
        }
        named += 1;
        let name = entry.municipality.as_deref().map(|name| format!(" ({name})")).unwrap_or_default();
        report.line(&format!("  {}{name}", entry.path()));
        if let Some(worst) = worst {
            remark(worst, "    ", report);
        }
    }
    for same in alike.values().filter(|same| same.len() > ALIKE) {
        let path = same.first().map_or("", |entry| entry.path());
        let facts = [("count", count(same.len() - ALIKE)), ("path", Fact::Text(path.to_owned()))];
        report.line(&wrapped("  ", &locale.text("cli-consolidate-alike", &facts)));
    }
    if beyond > 0 {
        report.line(&locale.text("cli-consolidate-more", &[("count", count(beyond))]));
    }
    report.line("");
    if !entries.iter().any(Entry::counts) {
        report.line(&wrapped("", &locale.text("cli-consolidate-none-counts", &[])));
    }
}

/// Is its settlement workbook missing from the folder, though its amounts count?
pub fn without_copy(entry: &Entry) -> bool {
    entry.counts() && entry.unwritten().is_some()
}

/// Municipalities whose amounts count and whose settlement workbook the disk refused. Mostly the reason is the same for
/// all, so it is told of the first; each has its own in the workbook.
fn unwritten(entries: &[Entry], report: &mut Report, locale: &Locale) {
    let all: Vec<&Entry> = entries.iter().filter(|entry| without_copy(entry)).collect();
    let Some(first) = all.first().and_then(|entry| entry.unwritten()) else { return };
    let facts = [("count", count(all.len()))];
    report.line(&wrapped("", &locale.text("cli-consolidate-unwritten", &facts)));
    for entry in all.iter().take(FIRST) {
        let name = entry.municipality.as_deref().map(|name| format!(" ({name})")).unwrap_or_default();
        report.line(&format!("  {}{name}", entry.path()));
    }
    if all.len() > FIRST {
        report.line(&locale.text("cli-consolidate-more", &[("count", count(all.len() - FIRST))]));
    }
    report.line(&wrapped("  ", &format!("{} {}", first.message, first.hint)));
    report.line("");
}

/// What concerns no single report: municipalities of the register that sent nothing, faults of the register itself.
fn office(remarks: &[Remark], report: &mut Report, locale: &Locale) {
    let mut all: Vec<&Remark> = remarks.iter().filter(|remark| remark.severity != "note").collect();
    all.sort_by_key(|remark| remark.severity != "error");
    if all.is_empty() {
        return;
    }
    report.line(&locale.text("cli-consolidate-office", &[]));
    for one in all.iter().take(FIRST) {
        let file = if one.file.is_empty() { String::new() } else { format!(" ({})", one.file) };
        remark(&Remark { message: format!("{}{file}", one.message), ..(*one).clone() }, "  ", report);
    }
    more(all.len(), "cli-consolidate-more-remarks", report, locale);
}

fn remark(remark: &Remark, indent: &str, report: &mut Report) {
    let place = place(remark);
    let first = if place.is_empty() { String::new() } else { format!("{place}: ") };
    report.line(&wrapped(indent, &format!("{first}{}", remark.message)));
}

fn more(all: usize, key: &str, report: &mut Report, locale: &Locale) {
    if all > FIRST {
        report.line(&locale.text(key, &[("count", count(all - FIRST))]));
    }
    report.line("");
}

fn place(remark: &Remark) -> String {
    let parts = [&remark.sheet, &remark.cell];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" › ")
}

/// What is new, changed and gone since the run before, with the first paths of each.
fn changed(changes: &Changes, report: &mut Report, locale: &Locale) {
    let kinds = [
        ("cli-consolidate-changed", &changes.changed),
        ("cli-consolidate-new", &changes.new),
        ("cli-consolidate-gone", &changes.gone),
    ];
    if kinds.iter().all(|(_, paths)| paths.is_empty()) {
        report.line(&locale.text("cli-consolidate-same", &[]));
        return;
    }
    for (key, paths) in kinds.into_iter().filter(|(_, paths)| !paths.is_empty()) {
        let mut named = paths.iter().take(FIRST).cloned().collect::<Vec<_>>().join(", ");
        if paths.len() > FIRST {
            named.push_str(", …");
        }
        let facts = [("count", count(paths.len())), ("paths", Fact::Text(named))];
        report.line(&wrapped("", &locale.text(key, &facts)));
    }
}

/// A word about a store that could not be used or written. It goes beside the result, which does not depend on it.
fn store(worked: &Worked, report: &mut Report, locale: &Locale) {
    let key = match worked.found {
        Some(Found::Damaged) => Some("cli-consolidate-store-damaged"),
        Some(Found::Foreign) => Some("cli-consolidate-store-foreign"),
        Some(Found::OtherConditions) => Some("cli-consolidate-store-other"),
        Some(Found::Nothing | Found::Usable) | None => None,
    };
    let mut say = |text: &str| {
        report.err.push_str(&wrapped("", text));
        report.err.push('\n');
    };
    if let Some(key) = key {
        say(&locale.text(key, &[]));
    }
    if let Some(error) = &worked.unwritten {
        let reason = Fact::Text(CannotRun::from(error.clone()).text(locale));
        say(&locale.text("cli-consolidate-store-unwritten", &[("reason", reason)]));
    }
}
