//! `settle`: from the municipality's tables to the workbook.

use std::path::PathBuf;

use clap::{ArgGroup, ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, summary};
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun, Job, Run};
use crate::units::Day;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let command = arguments::command("settle", &["settle"], locale)
        .alias("policz")
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-out", locale))
        .arg(arguments::path_option("to-send", "file", "cli-to-send", locale).alias("do-wysylki"))
        // The day stands on the papers, so a paper needs one; figures alone do not.
        .group(ArgGroup::new("papers").args(["out", "to-send"]).multiple(true).requires("as-of"))
        .args(arguments::rules(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("draft", "cli-draft", locale))
        .args(arguments::findings(locale))
        .arg(arguments::force(locale));
    #[cfg(feature = "analytics")]
    let command = command.arg(arguments::path_option("frames", "folder", "cli-frames", locale));
    command
}

/// Returns what the pipeline needs to know, as typed.
pub fn job(matches: &ArgMatches) -> Job {
    Job {
        inputs: arguments::input_paths(matches),
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one::<Day>("as-of").copied(),
    }
}

/// The files the run was asked to write.
struct Outputs {
    out: Option<PathBuf>,
    to_send: Option<PathBuf>,
    table: Option<PathBuf>,
}

impl Outputs {
    fn of(matches: &ArgMatches) -> Self {
        let path = |name| arguments::path(matches, name);
        Self { out: path("out"), to_send: path("to-send"), table: path("table") }
    }

    fn check(&self, job: &Job, force: bool) -> Result<(), CannotRun> {
        let all: Vec<_> = [&self.out, &self.to_send, &self.table].into_iter().flatten().map(AsRef::as_ref).collect();
        pipeline::outputs::check(&all, &job.inputs, force)
    }
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = job(matches);
    let outputs = Outputs::of(matches);
    outputs.check(&job, matches.get_flag("force"))?;
    let forms = pipeline::forms(arguments::path(matches, "forms").as_deref())?;
    let run = pipeline::run(&job)?;
    let draft = matches.get_flag("draft");
    let mut written = Vec::new();
    if run.may_be_written(draft) {
        written = write_papers(&run, &forms, &outputs, locale)?;
        #[cfg(feature = "analytics")]
        if let Some(folder) = arguments::path(matches, "frames") {
            pipeline::write_frames(&run, &folder)?;
            written.push(("cli-written-frames", folder));
        }
    }
    if let Some(path) = &outputs.table {
        pipeline::write_findings(&run.rendered(locale), path, locale)?;
        written.push(("cli-written-findings", path.clone()));
    }
    Ok(told(matches, &run, &written, locale))
}

fn write_papers(
    run: &Run,
    forms: &pipeline::Forms,
    outputs: &Outputs,
    locale: &Locale,
) -> Result<Vec<(&'static str, PathBuf)>, CannotRun> {
    let mut written = Vec::new();
    if outputs.out.is_none() && outputs.to_send.is_none() {
        return Ok(written);
    }
    let papers = pipeline::papers(run, forms, locale)?;
    if let Some(path) = &outputs.out {
        papers.write(path)?;
        written.push(("cli-written-workbook", path.clone()));
    }
    if let Some(path) = &outputs.to_send {
        papers.write_to_send(path)?;
        written.push(("cli-written-to-send", path.clone()));
    }
    Ok(written)
}

fn told(matches: &ArgMatches, run: &Run, written: &[(&'static str, PathBuf)], locale: &Locale) -> Report {
    let mut report = Report { code: summary::exit_code(run), ..Report::default() };
    if matches.get_flag("json") {
        report.line(&summary::json(&run.result_object(locale)));
        return report;
    }
    report.line(&summary::files(run, locale));
    if run.may_be_written(matches.get_flag("draft")) {
        report.line(&summary::components(run, locale));
    }
    report.line(&summary::findings(&run.rendered(locale), locale));
    for (key, path) in written {
        report.line(&summary::written(key, path, locale));
    }
    if let Some(remark) = summary::remark(run, matches.get_flag("draft"), locale) {
        report.line(&remark);
    }
    report
}
