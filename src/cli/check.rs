//! `check`: lists what is wrong, writes no workbook.

use clap::{ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, settle, summary};
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("check", &["check"], locale)
        .alias("sprawdz")
        .arg(arguments::inputs(locale))
        .args(arguments::rules(locale))
        .args(arguments::findings(locale))
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = settle::job(matches);
    let table = arguments::path(matches, "table");
    let outputs: Vec<_> = table.iter().map(AsRef::as_ref).collect();
    let force = matches.get_flag("force");
    pipeline::outputs::check(&outputs, &job.inputs, force)?;
    pipeline::outputs::table(table.as_deref())?;
    let run = pipeline::run(&job)?;
    if let Some(path) = &table {
        pipeline::write_findings(&run, path, force)?;
    }
    let mut report = Report { code: summary::exit_code(&run), ..Report::default() };
    if matches.get_flag("json") {
        report.line(&summary::json(&run.checked_object(locale)));
        return Ok(report);
    }
    report.line(&summary::files(&run, locale));
    report.line(&summary::findings(&run, locale));
    if let Some(path) = &table {
        report.line(&summary::written("cli-written-findings", path, locale));
    }
    Ok(report)
}
