//! `consolidate`: the settlements of many municipalities as one report. Arguments, order of the steps and exit code only.

mod office;
mod told;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use clap::{ArgMatches, Command};

use super::interrupt;
use super::progress::Shown;
use super::terminal::Report;
use super::{DONE, ERRORS_FOUND, arguments, summary};
use crate::consolidate::sheets::By;
use crate::consolidate::{Entry, Verdict};
use crate::finding::code::register::REPORT_MISSING;
use crate::finding::{Finding, Severity};
use crate::locale::Locale;
use crate::pipeline::consolidate::{self, ConsolidateJob, Consolidated, Control};
use crate::pipeline::result::{consolidate as object, second_engine};
use crate::pipeline::{self, CannotRun};
use crate::units::Day;
use crate::witness::Agreement;

/// Threads that may be asked for: more than any machine has cores.
const MOST_THREADS: u16 = 1_024;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let path = |name, value, key| arguments::path_option(name, value, key, locale);
    let text = |name, value, key| arguments::option(name, value, key, locale);
    let switch = |name, key| arguments::switch(name, key, locale);
    let threads = arguments::number(1, MOST_THREADS, locale);
    let by = text("by", "by", "cli-consolidate-by").alias("wedlug").action(clap::ArgAction::Append);
    let by = by.value_parser(By::ALL.map(By::word));
    let command = arguments::command("consolidate", &["consolidate"], locale)
        .alias("zbiorczo")
        .arg(arguments::inputs_for("cli-consolidate-inputs", locale))
        .arg(path("out", "file", "cli-consolidate-out").required(true))
        .arg(arguments::as_of_for("cli-consolidate-as-of", locale).required(true))
        .arg(text("voivodeship", "voivodeship", "cli-consolidate-voivodeship").alias("wojewodztwo"))
        .arg(path("register", "file", "cli-consolidate-register").alias("rejestr"))
        .arg(path("settlements", "folder", "cli-consolidate-settlements").alias("rozliczenia"))
        .arg(path("cards", "folder", "cli-consolidate-cards").alias("karty"))
        .arg(text("programme", "programme", "cli-consolidate-programme"))
        .arg(path("programmes", "folder", "cli-programmes-dir"))
        .arg(path("forms", "folder", "cli-forms-dir"))
        .arg(text("threads", "count", "cli-consolidate-threads").alias("watki").value_parser(threads))
        .arg(path("store", "file", "cli-consolidate-store").alias("pamiec"))
        .arg(switch("no-store", "cli-consolidate-no-store").alias("bez-pamieci").conflicts_with("store"))
        .arg(by)
        .arg(switch("quiet", "cli-consolidate-quiet").alias("cicho"))
        .arg(switch("json", "cli-json"))
        .arg(switch("force", "cli-consolidate-force"));
    #[cfg(feature = "analytics")]
    let command = command.arg(path("export", "folder", "cli-consolidate-export").alias("eksport"));
    command
}

/// Where things go, and how the run shows itself.
struct Asked {
    out: PathBuf,
    /// None where no work is to be kept.
    store: Option<PathBuf>,
    /// Folder of verification cards.
    cards: Option<PathBuf>,
    threads: usize,
    /// Folder for tables to analyse.
    #[cfg(feature = "analytics")]
    export: Option<PathBuf>,
    force: bool,
    json: bool,
    quiet: bool,
}

impl Asked {
    fn of(matches: &ArgMatches) -> Self {
        let out = arguments::path(matches, "out").unwrap_or_default();
        let store = arguments::path(matches, "store").unwrap_or_else(|| out.with_extension("pamiec"));
        Self {
            store: (!matches.get_flag("no-store")).then_some(store),
            cards: arguments::path(matches, "cards"),
            threads: matches.get_one::<u16>("threads").map_or(0, |threads| usize::from(*threads)),
            #[cfg(feature = "analytics")]
            export: arguments::path(matches, "export"),
            force: matches.get_flag("force"),
            json: matches.get_flag("json"),
            quiet: matches.get_flag("quiet"),
            out,
        }
    }

    #[cfg(feature = "analytics")]
    fn tables(&self) -> super::consolidate_export::Tables<'_> {
        let Self { export, force, json, .. } = self;
        super::consolidate_export::Tables { folder: export.as_deref(), force: *force, json: *json }
    }

    /// Checks all outputs before hours of work: they may be written, and none would be read as data next time.
    fn check(&self, job: &ConsolidateJob) -> Result<(), CannotRun> {
        let out: &Path = &self.out;
        let read: Vec<PathBuf> = job.inputs.iter().chain(&job.register).cloned().collect();
        pipeline::outputs::check(&[out], &read, self.force)?;
        pipeline::outputs::workbooks(&[out])?;
        if let Some(cards) = self.cards.as_deref() {
            crate::pipeline::consolidate::cards::writable(cards, self.force)?;
        }
        // The store is the program's own and always goes with its run.
        let both: Vec<&Path> = std::iter::once(out).chain(self.store.as_deref()).collect();
        pipeline::outputs::check(&both, &read, true)?;
        let all: Vec<&Path> =
            both.into_iter().chain(job.settlements.as_deref()).chain(self.cards.as_deref()).collect();
        #[cfg(feature = "analytics")]
        if let Some(folder) = &self.export {
            consolidate::export::check(folder, &job.inputs)?;
        }
        pipeline::outputs::outside(&all, &job.inputs)?;
        job.settlements.as_deref().map_or(Ok(()), pipeline::outputs::folder)
    }
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = job(matches);
    let asked = Asked::of(matches);
    asked.check(&job)?;
    let cancel = interrupt::flag(locale.text("cli-consolidate-stopping", &[]));
    let done = worked(&job, &asked, cancel, locale)?;
    let made = report_of(&done, &asked, cancel, locale);
    if !matches!(made, Ok((_, true))) {
        consolidate::without_report(&done, asked.store.as_deref());
    }
    made.map(|(report, _)| report)
}

/// Writes what was asked for and tells of it; also whether there is a report.
fn report_of(
    done: &Consolidated,
    asked: &Asked,
    cancel: &AtomicBool,
    locale: &Locale,
) -> Result<(Report, bool), CannotRun> {
    if done.worked.stopped || cancel.load(Ordering::SeqCst) {
        return Ok((told::stopped(done, asked.store.is_some(), locale), false));
    }
    let mut agreement = None;
    #[cfg(feature = "analytics")]
    let mut tables = Report::default();
    // A report of nothing is no report, and must not take the place of an older one.
    if done.entries.iter().any(|entry| entry.verdict != Verdict::Skipped) {
        let workbook = consolidate::workbook(done)?;
        if cancel.load(Ordering::SeqCst) {
            return Ok((told::stopped(done, asked.store.is_some(), locale), false));
        }
        // Tables first: where they cannot be written there shall be no workbook that looks like a run that was done.
        #[cfg(feature = "analytics")]
        super::consolidate_export::run(done, &asked.tables(), &mut tables, locale)?;
        workbook.put(&asked.out, asked.force)?;
        agreement = Some(workbook.agreement());
    }
    // The report stands: what happens to the cards is told beside it.
    let put = |folder: &Path| consolidate::cards::write(done, folder, asked.force);
    let cards = asked.cards.as_deref().map(|folder| (folder, put(folder)));
    let reported = agreement.is_some();
    let mut report = report(done, asked, agreement, locale);
    match cards {
        Some((folder, Ok(count))) if !asked.json => office::cards(count, folder, &mut report, locale),
        Some((folder, Err(error))) => office::no_cards(&error, folder, &mut report, locale),
        _ => {}
    }
    #[cfg(feature = "analytics")]
    {
        report.out.push_str(&tables.out);
        report.err.push_str(&tables.err);
    }
    Ok((report, reported))
}

fn worked(
    job: &ConsolidateJob,
    asked: &Asked,
    cancel: &AtomicBool,
    locale: &Locale,
) -> Result<Consolidated, CannotRun> {
    let program = asked.store.as_ref().map(|_| consolidate::program());
    let mut shown = Shown::new(asked.json || asked.quiet, locale);
    let mut progress = |at: consolidate::Progress| shown.at(at.done, at.of);
    let control = Control {
        threads: asked.threads,
        // A program that cannot say which it is keeps nothing, and uses nothing that was kept.
        store: asked.store.as_deref().filter(|_| program.as_ref().is_some_and(Option::is_some)),
        program: program.flatten().unwrap_or_default(),
        cancel: Some(cancel),
        progress: Some(&mut progress),
    };
    let done = consolidate::consolidate_with(job, control);
    shown.end();
    done
}

fn job(matches: &ArgMatches) -> ConsolidateJob {
    ConsolidateJob {
        inputs: arguments::input_paths(matches),
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        forms: arguments::path(matches, "forms"),
        as_of: matches.get_one::<Day>("as-of").copied(),
        force: matches.get_flag("force"),
        outputs: ["out", "export"].iter().filter_map(|name| output(matches, name)).collect(),
        voivodeship: matches.get_one::<String>("voivodeship").cloned(),
        register: arguments::path(matches, "register"),
        settlements: arguments::path(matches, "settlements"),
        by: matches
            .get_many::<String>("by")
            .into_iter()
            .flatten()
            .filter_map(|word| By::typed(word))
            .collect(),
        ..ConsolidateJob::default()
    }
}

/// Returns a path to write to; none also where this program has no such option.
fn output(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.try_get_one::<PathBuf>(name).ok().flatten().cloned()
}

/// 0 when every report was accepted, with remarks or without; 1 when one was not, when one of the register is missing, when
/// a settlement workbook asked for is not there, or when there was no report.
fn code(done: &Consolidated) -> u8 {
    let none = !done.entries.iter().any(Entry::counts);
    let missing =
        |finding: &Finding| finding.severity == Severity::Error || finding.code.name == REPORT_MISSING.name;
    let bad = done.entries.iter().any(|entry| told::to_mend(entry) || told::without_copy(entry))
        || done.office.findings.iter().any(missing);
    if none || bad { ERRORS_FOUND } else { DONE }
}

fn report(done: &Consolidated, asked: &Asked, agreement: Option<Agreement>, locale: &Locale) -> Report {
    let mut report = Report { code: code(done), ..Report::default() };
    if asked.json {
        report.line(&summary::json(&object::object(done, second_engine(agreement, None))));
        return report;
    }
    told::whole(done, &mut report, locale);
    match agreement {
        Some(agreement) => {
            report.line(&summary::written("cli-consolidate-written", &asked.out, locale));
            report.line(&summary::agreed("witness-agrees", agreement, locale));
        }
        None => report.line(&locale.text("cli-consolidate-nothing-written", &[])),
    }
    report
}
