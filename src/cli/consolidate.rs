//! `consolidate`: the settlements of many municipalities as one report. Arguments, text and exit code only.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::terminal::Report;
use super::{DONE, ERRORS_FOUND, arguments, summary};
use crate::consolidate::Verdict;
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::consolidate::{self, ConsolidateJob, Consolidated};
use crate::pipeline::{self, CannotRun};
use crate::units::Day;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let command = arguments::command("consolidate", &["consolidate"], locale)
        .alias("zbiorczo")
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-consolidate-out", locale).required(true))
        .arg(arguments::as_of(locale).required(true))
        .arg(arguments::option("programme", "programme", "cli-use-programme", locale))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::force(locale));
    #[cfg(feature = "analytics")]
    let command = super::consolidate_export::options(command, locale);
    command
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = job(matches);
    let out = arguments::path(matches, "out").unwrap_or_default();
    let force = matches.get_flag("force");
    pipeline::outputs::check(&[out.as_ref()], &job.inputs, force)?;
    pipeline::outputs::workbooks(&[out.as_ref()])?;
    #[cfg(feature = "analytics")]
    let export = super::consolidate_export::Asked::of(matches);
    #[cfg(feature = "analytics")]
    export.check(&job.inputs)?;
    let done = consolidate::consolidate(&job)?;
    let day = job.as_of.unwrap_or_else(|| Day::new(2000, 1, 1).expect("the first of January is a day"));
    let workbook = consolidate::workbook(&done, day)?;
    workbook.put(&out, force)?;
    #[cfg_attr(not(feature = "analytics"), expect(unused_mut, reason = "tables are told of below"))]
    let mut report = told(&done, &out, locale);
    #[cfg(feature = "analytics")]
    export.run(&done, &mut report, locale)?;
    Ok(report)
}

fn job(matches: &ArgMatches) -> ConsolidateJob {
    ConsolidateJob {
        inputs: arguments::input_paths(matches),
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        forms: arguments::path(matches, "forms"),
        as_of: matches.get_one::<Day>("as-of").copied(),
        ..ConsolidateJob::default()
    }
}

fn told(done: &Consolidated, out: &Path, locale: &Locale) -> Report {
    let count = |verdict| done.entries.iter().filter(|e| e.verdict == verdict).count();
    let rejected = count(Verdict::Rejected);
    let code = if rejected > 0 { ERRORS_FOUND } else { DONE };
    let mut report = Report { code, ..Report::default() };
    let fact = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let facts = [
        ("accepted", fact(count(Verdict::Accepted))),
        ("remarks", fact(count(Verdict::Remarks))),
        ("rejected", fact(rejected)),
        ("skipped", fact(count(Verdict::Skipped))),
    ];
    report.line(&locale.text("cli-consolidate-verdicts", &facts));
    report.line(&summary::written("cli-consolidate-written", out, locale));
    report
}
