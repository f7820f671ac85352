//! `init`: an empty input workbook for a programme, or the next year's started from this one's.

use clap::{ArgMatches, Command};

use super::terminal::Report;
use super::{ERRORS_FOUND, arguments, summary};
use crate::finding::Fact;
use crate::locale::{Locale, wrap};
use crate::pipeline::carry::{Made, NextYear};
use crate::pipeline::{self, CannotRun, Job};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("init", &["init"], locale)
        .alias("nowy")
        .arg(
            arguments::word("programme", "programme", "cli-init-programme", locale)
                .required_unless_present("from-year"),
        )
        .arg(
            arguments::path_option("from-year", "inputs", "cli-init-from-year", locale)
                .alias("z-roku")
                .num_args(1..)
                .conflicts_with_all(["programme", "plan"]),
        )
        .arg(
            arguments::option("coming", "programme", "cli-init-coming", locale)
                .long("programme")
                .requires("from-year"),
        )
        .arg(arguments::path_option("out", "file", "cli-init-out", locale).required(true))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::switch("plan", "cli-init-plan", locale))
        .arg(
            arguments::option("for", "plan-year", "cli-init-for", locale)
                .value_parser(arguments::number(2012_i32, 2100, locale))
                .requires("plan"),
        )
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    if matches.contains_id("from-year") {
        return carry(matches, locale);
    }
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

/// Starts the next year, and says what was taken over.
fn carry(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = Job {
        inputs: matches.get_many("from-year").map(|all| all.cloned().collect()).unwrap_or_default(),
        programmes: arguments::path(matches, "programmes"),
        ..Job::default()
    };
    let Some(out) = arguments::path(matches, "out") else { return Ok(Report::default()) };
    let force = matches.get_flag("force");
    pipeline::outputs::check(&[&out], &job.inputs, force)?;
    pipeline::outputs::workbooks(&[&out])?;
    let coming = matches.get_one::<String>("coming").map(String::as_str);
    let made = match pipeline::carry::next_year(&job, coming)? {
        Made::Workbook(made) => made,
        Made::NotKnown(run) => {
            let mut report = Report { code: ERRORS_FOUND, ..Report::default() };
            report.line(&summary::findings(&run, locale));
            report.line(&locale.text("carry-not-started", &[]));
            return Ok(report);
        }
    };
    pipeline::carry::write(&made, &out, force)?;
    let mut report = Report::default();
    for line in told(&made, locale) {
        report.out.push_str(&wrap::hanging("", &line, 96));
    }
    report.line(&summary::written("carry-written", &out, locale));
    Ok(report)
}

fn told(made: &NextYear, locale: &Locale) -> Vec<String> {
    let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let text = |text: &str| Fact::Text(text.to_owned());
    let carried = &made.carried;
    let year = text(&made.year.to_string());
    let mut lines = vec![match &made.coming {
        Some(id) => locale.text("carry-edition", &[("id", text(id)), ("year", year)]),
        None => locale.text("carry-no-edition", &[("year", year)]),
    }];
    lines.push(locale.text(
        "carry-counts",
        &[
            ("contracts", count(carried.contracts)),
            ("families", count(carried.families)),
            ("absences", count(carried.absences)),
            ("readings", count(carried.readings)),
            ("explanations", count(carried.explanations)),
        ],
    ));
    for (who, last) in &carried.ended {
        lines.push(locale.text("carry-ended", &[("who", text(who)), ("last", Fact::Day(*last))]));
    }
    let listed = [
        ("carry-orphaned", carried.orphaned.join(", ")),
        ("carry-left-readings", carried.left_readings.join(", ")),
    ];
    for (key, names) in listed.iter().filter(|(_, names)| !names.is_empty()) {
        lines.push(locale.text(key, &[("names", text(names))]));
    }
    if carried.readings + carried.explanations > 0 {
        lines.push(locale.text("carry-confirm", &[]));
    }
    if carried.rejected > 0 {
        lines.push(locale.text("carry-rejected", &[("count", count(carried.rejected))]));
    }
    lines
}
