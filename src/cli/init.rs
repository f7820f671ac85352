//! `init`: an empty input workbook for a programme.

use clap::{ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, summary};
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("init", &["init"], locale)
        .alias("nowy")
        .arg(arguments::word("programme", "programme", "cli-init-programme", locale).required(true))
        .arg(arguments::path_option("out", "file", "cli-init-out", locale).required(true))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::switch("plan", "cli-init-plan", locale))
        .arg(
            arguments::option("for", "plan-year", "cli-init-for", locale)
                .value_parser(clap::value_parser!(i32).range(2012..=2100))
                .requires("plan"),
        )
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let id = matches.get_one::<String>("programme").map_or("", String::as_str);
    let programmes = arguments::path(matches, "programmes");
    let mut report = Report::default();
    if let Some(out) = arguments::path(matches, "out") {
        let force = matches.get_flag("force");
        pipeline::outputs::check(&[&out], &[], force)?;
        pipeline::outputs::workbooks(&[&out])?;
        let programme = pipeline::catalogue(programmes.as_deref())?.get(id)?;
        if matches.get_flag("plan") {
            pipeline::write_blank_plan(&programme, matches.get_one("for").copied(), &out, force)?;
            report.line(&summary::written("cli-written-plan", &out, locale));
        } else {
            pipeline::write_blank_input(&programme, &out, force)?;
            report.line(&summary::written("cli-written-blank", &out, locale));
        }
    }
    Ok(report)
}
