//! `settle`: from the municipality's tables to the workbook.

use std::path::PathBuf;

use clap::{ArgGroup, ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, summary};
use crate::capsule::{self, write::Made};
use crate::locale::Locale;
use crate::pipeline::prices::words;
use crate::pipeline::{self, CannotRun, Job, PaperBytes, Run};
use crate::units::Day;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let command = arguments::command("settle", &["settle"], locale)
        .alias("policz")
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-out", locale))
        .arg(arguments::path_option("to-send", "file", "cli-to-send", locale).alias("do-wysylki"))
        // The day stands on the papers, so a paper needs one; figures alone do not.
        .group(ArgGroup::new("papers").args(["out", "to-send", "capsule"]).multiple(true).requires("as-of"))
        .arg(arguments::path_option("capsule", "file", "cli-capsule", locale).alias("kapsula"))
        .arg(arguments::switch("with-data", "cli-with-data", locale).requires("capsule"))
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
        readings: readings(matches),
    }
}

/// Returns the ways chosen on the command line, as typed.
pub fn readings(matches: &ArgMatches) -> Vec<String> {
    matches.get_many("reading").map(|all| all.cloned().collect()).unwrap_or_default()
}

/// What the run was asked to write, and how.
struct Asked {
    out: Option<PathBuf>,
    to_send: Option<PathBuf>,
    table: Option<PathBuf>,
    /// Where the capsule goes, and whether it holds the tables.
    capsule: Option<(PathBuf, bool)>,
    #[cfg(feature = "analytics")]
    frames: Option<PathBuf>,
    forms: Option<PathBuf>,
    draft: bool,
    force: bool,
    json: bool,
}

/// Files written, each with the key of the sentence that says so.
type Written = Vec<(&'static str, PathBuf)>;

impl Asked {
    fn of(matches: &ArgMatches) -> Self {
        let path = |name| arguments::path(matches, name);
        Self {
            out: path("out"),
            to_send: path("to-send"),
            table: path("table"),
            capsule: path("capsule").map(|path| (path, matches.get_flag("with-data"))),
            #[cfg(feature = "analytics")]
            frames: path("frames"),
            forms: path("forms"),
            draft: matches.get_flag("draft"),
            force: matches.get_flag("force"),
            json: matches.get_flag("json"),
        }
    }

    fn check(&self, inputs: &[PathBuf]) -> Result<(), CannotRun> {
        let workbooks: Vec<_> = [&self.out, &self.to_send].into_iter().flatten().map(AsRef::as_ref).collect();
        let capsule = self.capsule.as_ref().map(|(path, _)| path.clone());
        let all = [&self.out, &self.to_send, &self.table, &capsule];
        let all: Vec<_> = all.into_iter().flatten().map(AsRef::as_ref).collect();
        #[cfg(feature = "analytics")]
        if let Some(folder) = &self.frames {
            pipeline::check_folder(folder, inputs, self.force)?;
        }
        pipeline::outputs::check(&all, inputs, self.force)?;
        pipeline::outputs::table(self.table.as_deref())?;
        pipeline::outputs::workbooks(&workbooks)
    }
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = job(matches);
    let asked = Asked::of(matches);
    asked.check(&job.inputs)?;
    let forms = pipeline::forms(asked.forms.as_deref())?;
    let catalogue = pipeline::catalogue(job.programmes.as_deref())?;
    // The capsule must hold what was read, not what lies on the disk when the work is done.
    let documents = match &asked.capsule {
        Some(_) => Some(crate::intake::documents(&job.inputs)??),
        None => None,
    };
    let mut run = match &documents {
        Some(documents) => pipeline::run_documents(&job, documents, &catalogue)?,
        None => pipeline::run(&job)?,
    };
    let mut clashes = String::new();
    if let Some(programme) = &run.programme {
        let known: Vec<&str> = forms.ids().collect();
        catalogue.refuse_unknown_form(&programme.id, &known)?;
        for clash in catalogue.clashes(&programme.id) {
            clashes.push_str(&clash.text(locale));
            clashes.push('\n');
        }
    }
    run.price();
    let mut written = Written::new();
    if run.may_be_written(asked.draft) {
        let papers = write_papers(&mut run, &forms, &asked, &mut written)?;
        let capsule = asked.capsule.as_ref().zip(documents.as_ref().zip(papers.as_ref()));
        if let Some(((path, with_data), (documents, papers))) = capsule {
            let (job, run, forms, catalogue) = (&job, &run, &forms, &catalogue);
            let (draft, with_data) = (asked.draft, *with_data);
            let made = Made { job, draft, documents, catalogue, forms, run, papers, with_data };
            if let Some(bytes) = capsule::write::capsule(&made)? {
                crate::output::put(path, asked.force, &bytes)?;
                written.push(("cli-written-capsule", path.clone()));
            }
        }
    }
    if let Some(path) = &asked.table {
        pipeline::write_findings(&run, path, asked.force)?;
        written.push(("cli-written-findings", path.clone()));
    }
    let mut report = told(&run, &asked, &written, locale);
    report.err.push_str(&clashes);
    Ok(report)
}

/// Writes the papers asked for, and returns them where a capsule is to record them.
fn write_papers(
    run: &mut Run,
    forms: &crate::forms::Forms,
    asked: &Asked,
    written: &mut Written,
) -> Result<Option<PaperBytes>, CannotRun> {
    #[cfg(feature = "analytics")]
    if let Some(folder) = &asked.frames {
        pipeline::write_tables(run, folder, asked.force)?;
        written.push(("cli-written-frames", folder.clone()));
    }
    if asked.out.is_none() && asked.to_send.is_none() && asked.capsule.is_none() {
        return Ok(None);
    }
    let Some(papers) = pipeline::papers(run, forms, asked.draft)? else { return Ok(None) };
    if let Some(path) = &asked.out {
        papers.write(path, asked.force)?;
        written.push(("cli-written-workbook", path.clone()));
    }
    if let Some(path) = &asked.to_send {
        papers.write_to_send(path, asked.force)?;
        written.push(("cli-written-to-send", path.clone()));
    }
    asked.capsule.as_ref().map(|_| papers.bytes()).transpose()
}

fn told(run: &Run, asked: &Asked, written: &Written, locale: &Locale) -> Report {
    let mut report = Report { code: summary::exit_code(run), ..Report::default() };
    if asked.json {
        report.line(&summary::json(&run.result_object(asked.draft, locale)));
        return report;
    }
    report.line(&summary::files(run, locale));
    if run.may_be_written(asked.draft) {
        report.line(&summary::components(run, locale));
    }
    report.line(&summary::findings(run, locale));
    let told = run.prices.as_ref().zip(run.programme.as_ref());
    if let Some((prices, programme)) = told.filter(|_| run.may_be_written(asked.draft)) {
        report.line(&words::summary(prices, programme, locale));
    }
    for (key, path) in written {
        report.line(&summary::written(key, path, locale));
    }
    if let Some(remark) = summary::remark(run, asked.draft, locale) {
        report.line(&remark);
    }
    report
}
