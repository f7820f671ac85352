//! `estimate`: from this year's tables and a plan to the request for the coming year.

mod told;

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};

use super::terminal::{Report, wrapped};
use super::{DONE, ERRORS_FOUND, arguments, summary};
use crate::finding::{Fact, render};
use crate::locale::Locale;
use crate::pipeline::estimate::{self, Asked, Estimated};
use crate::pipeline::result::estimate as object;
use crate::pipeline::{self, CannotRun, Job};
use crate::witness::Agreement;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let year = arguments::option("for", "year", "cli-estimate-for", locale).visible_alias("na-rok");
    let programme = arguments::option("programme", "programme", "cli-estimate-programme", locale);
    let earlier = arguments::path_option("earlier", "inputs", "cli-estimate-earlier", locale);
    arguments::command("estimate", &["estimate"], locale)
        .alias("szacuj")
        .arg(arguments::inputs(locale))
        .arg(year.value_parser(arguments::number(2012_i32, 2099, locale)).required(true))
        .arg(programme.required(true))
        .arg(arguments::path_option("plan", "file", "cli-estimate-plan", locale))
        .arg(arguments::path_option("out", "file", "cli-estimate-out", locale))
        .arg(earlier.alias("wczesniej").action(ArgAction::Append))
        .arg(
            arguments::option("as-of", "day", "cli-estimate-as-of", locale)
                .value_parser(arguments::day_or_word(locale)),
        )
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::reading(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("json", "cli-json", locale))
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let path = |name| arguments::path(matches, name);
    let (out, force) = (path("out"), matches.get_flag("force"));
    let asked = asked(matches);
    let inputs: Vec<PathBuf> =
        asked.job.inputs.iter().chain(&asked.plan).chain(&asked.earlier).cloned().collect();
    let outputs: Vec<_> = out.iter().map(AsRef::as_ref).collect();
    pipeline::outputs::check(&outputs, &inputs, force)?;
    pipeline::outputs::workbooks(&outputs)?;
    let forms = pipeline::forms(path("forms").as_deref())?;
    let mut estimated = estimate::run(&asked)?;
    let mut agreement = None;
    if let Some(path) = &out
        && let Some(workbook) = estimated.workbook(&forms)?
    {
        workbook.put(path, force)?;
        agreement = Some(workbook.agreement());
    }
    Ok(report(&estimated, out.as_ref().zip(agreement), matches.get_flag("json"), locale))
}

fn asked(matches: &ArgMatches) -> Asked {
    let job = Job {
        inputs: arguments::input_paths(matches),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one("as-of").copied(),
        readings: super::settle::readings(matches),
        ..Job::default()
    };
    Asked {
        job,
        year: matches.get_one("for").copied().unwrap_or_default(),
        programme: matches.get_one::<String>("programme").cloned().unwrap_or_default(),
        plan: arguments::path(matches, "plan"),
        earlier: matches.get_many::<PathBuf>("earlier").map(|all| all.cloned().collect()).unwrap_or_default(),
    }
}

fn report(
    estimated: &Estimated,
    written: Option<(&PathBuf, Agreement)>,
    json: bool,
    locale: &Locale,
) -> Report {
    let code = if estimated.has_errors() { ERRORS_FOUND } else { DONE };
    let mut report = Report { code, ..Report::default() };
    if json {
        let agreement = written.map(|(_, agreement)| agreement);
        report.line(&summary::json(&object::object(estimated, agreement, locale)));
        return report;
    }
    report.line(&summary::files(&estimated.run, locale));
    if let Some(figures) = &estimated.estimate {
        report.line(&told::estimate(figures, locale));
        if !estimated.years.is_empty() {
            report.line(&told::years(&estimated.years, locale));
        }
    }
    report.line(&findings(estimated, locale));
    if let Some((path, agreement)) = written {
        report.line(&summary::written("cli-written-estimate", path, locale));
        report.line(&summary::agreed("witness-agrees", agreement, locale));
    }
    if estimated.estimate.is_none() {
        report.line(&locale.text("cli-estimate-nothing", &[]));
    }
    report
}

/// What concerns the estimate, in full; of the rest, which concerns this year's settlement, only how much there is.
fn findings(estimated: &Estimated, locale: &Locale) -> String {
    let (own, rest): (Vec<_>, Vec<_>) = estimated
        .rendered(locale)
        .into_iter()
        .partition(|f| f.severity == "error" || f.code.starts_with("plan-"));
    let mut text = String::new();
    if !own.is_empty() {
        text.push_str(&render::text(&own, locale));
    }
    if !rest.is_empty() {
        let count = Fact::Count(i64::try_from(rest.len()).unwrap_or(i64::MAX));
        text.push_str(&wrapped("", &locale.text("estimate-other-findings", &[("count", count)])));
        text.push('\n');
    }
    text
}
