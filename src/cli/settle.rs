//! `settle`: from the municipality's tables to the workbook.

use std::path::PathBuf;

use clap::{ArgGroup, ArgMatches, Command};

use super::capsule::{self, Recording};
use super::terminal::Report;
use super::{arguments, previous, summary};
use crate::forms::Forms;
use crate::locale::Locale;
use crate::pipeline::prices::words;
use crate::pipeline::result::second_engine;
use crate::pipeline::{self, CannotRun, Job, PaperBytes, Run};
use crate::units::Day;
use crate::witness::Agreement;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let command = arguments::command("settle", &["settle"], locale)
        .alias("policz")
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-out", locale))
        .arg(arguments::path_option("to-send", "file", "cli-to-send", locale).alias("do-wysylki"))
        // The day stands on the papers, so a paper needs one; figures alone do not.
        .group(ArgGroup::new("papers").args(["out", "to-send", "capsule"]).multiple(true).requires("as-of"))
        .args(capsule::arguments(locale))
        .arg(arguments::path_option("previous", "file", "cli-previous", locale).alias("poprzednie"))
        .args(arguments::rules(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("draft", "cli-draft", locale))
        .args(arguments::findings(locale))
        .arg(arguments::force(locale));
    #[cfg(feature = "analytics")]
    let command = command.arg(arguments::path_option("frames", "folder", "cli-frames", locale));
    command
}

/// Returns what the pipeline needs to know, as typed; a settlement before is an option of `settle` alone.
pub fn job(matches: &ArgMatches) -> Job {
    Job {
        inputs: arguments::input_paths(matches),
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one::<Day>("as-of").copied(),
        readings: readings(matches),
        previous: None,
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
    capsule: capsule::Asked,
    #[cfg(feature = "analytics")]
    frames: Option<PathBuf>,
    forms: Option<PathBuf>,
    draft: bool,
    force: bool,
    json: bool,
}

/// What was written, and what the second engine found in it.
#[derive(Default)]
struct Written {
    /// Files, each with the key of the sentence that says so.
    files: Vec<(&'static str, PathBuf)>,
    whole: Option<Agreement>,
    to_send: Option<Agreement>,
}

impl Asked {
    fn of(matches: &ArgMatches) -> Self {
        let path = |name| arguments::path(matches, name);
        Self {
            out: path("out"),
            to_send: path("to-send"),
            table: path("table"),
            capsule: capsule::Asked::of(matches),
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
        let all = [&self.out, &self.to_send, &self.table, &self.capsule.path];
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
    let job = Job { previous: arguments::path(matches, "previous"), ..job(matches) };
    let asked = Asked::of(matches);
    if job.previous.is_some() && asked.capsule.path.is_some() {
        return Err(CannotRun::new("previous-with-capsule"));
    }
    // The settlement before is read, so it is no more to be overwritten than a table.
    let read: Vec<PathBuf> = job.inputs.iter().chain(&job.previous).cloned().collect();
    asked.check(&read)?;
    let forms = pipeline::forms(asked.forms.as_deref())?;
    let catalogue = pipeline::catalogue(job.programmes.as_deref())?;
    let recording = asked.capsule.recording(&job, &catalogue, &forms)?;
    let run = match &recording {
        Some(recording) => recording.run()?,
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
    let mut report = written_and_told(run, &forms, &asked, recording.as_ref(), locale)?;
    report.err.push_str(&clashes);
    Ok(report)
}

/// Prices the readings, writes what was asked for and says so.
fn written_and_told(
    mut run: Run,
    forms: &Forms,
    asked: &Asked,
    recording: Option<&Recording<'_>>,
    locale: &Locale,
) -> Result<Report, CannotRun> {
    run.price();
    let mut written = Written::default();
    if run.may_be_written(asked.draft) {
        let papers = write_papers(&mut run, forms, asked, &mut written)?;
        if let Some((recording, papers)) = recording.zip(papers) {
            let path = recording.write(&run, &papers, asked.draft, asked.force)?;
            written.files.extend(path.map(|path| ("cli-written-capsule", path)));
        }
    }
    if let Some(path) = &asked.table {
        pipeline::write_findings(&run, path, asked.force)?;
        written.files.push(("cli-written-findings", path.clone()));
    }
    Ok(told(&run, asked, &written, locale))
}

/// Writes what was asked for; nothing at all when the second engine does not agree with one of the workbooks.
/// Returns what a capsule is to record, where one was asked for.
fn write_papers(
    run: &mut Run,
    forms: &Forms,
    asked: &Asked,
    written: &mut Written,
) -> Result<Option<PaperBytes>, CannotRun> {
    let mut whole = None;
    let mut to_send = None;
    let mut bytes = None;
    let record = asked.capsule.path.is_some();
    if (asked.out.is_some() || asked.to_send.is_some() || record)
        && let Some(papers) = pipeline::papers(run, forms, asked.draft)?
    {
        // A capsule vouches for both, so both are computed again, even where only the capsule is written.
        whole = (record || asked.out.is_some()).then(|| papers.whole()).transpose()?;
        to_send = (record || asked.to_send.is_some()).then(|| papers.to_send()).transpose()?;
        let both = whole.as_ref().zip(to_send.as_ref()).filter(|_| record);
        bytes = both.map(|(whole, to_send)| papers.witnessed_bytes(whole, to_send));
    }
    #[cfg(feature = "analytics")]
    if let Some(folder) = &asked.frames {
        pipeline::write_tables(run, folder, asked.force)?;
        written.files.push(("cli-written-frames", folder.clone()));
    }
    if let (Some(path), Some(workbook)) = (&asked.out, &whole) {
        workbook.put(path, asked.force)?;
        written.files.push(("cli-written-workbook", path.clone()));
        written.whole = Some(workbook.agreement());
    }
    if let (Some(path), Some(workbook)) = (&asked.to_send, &to_send) {
        workbook.put(path, asked.force)?;
        written.files.push(("cli-written-to-send", path.clone()));
        written.to_send = Some(workbook.agreement());
    }
    Ok(bytes)
}

fn told(run: &Run, asked: &Asked, written: &Written, locale: &Locale) -> Report {
    let mut report = Report { code: summary::exit_code(run), ..Report::default() };
    if asked.json {
        let mut result = run.result_object(asked.draft, locale);
        result.second_engine = second_engine(written.whole, written.to_send);
        report.line(&summary::json(&result));
        return report;
    }
    report.line(&summary::files(run, locale));
    if run.may_be_written(asked.draft) {
        report.line(&summary::components(run, locale));
        if let Some(text) = previous::told(run, locale) {
            report.line(&text);
        }
    }
    report.line(&summary::findings(run, locale));
    let told = run.prices.as_ref().zip(run.programme.as_ref());
    if let Some((prices, programme)) = told.filter(|_| run.may_be_written(asked.draft)) {
        report.line(&words::summary(prices, programme, locale));
    }
    for (key, path) in &written.files {
        report.line(&summary::written(key, path, locale));
    }
    let agreed = [("witness-agrees", written.whole), ("witness-agrees-to-send", written.to_send)];
    for (key, agreement) in agreed.into_iter().filter_map(|(key, agreement)| Some((key, agreement?))) {
        report.line(&summary::agreed(key, agreement, locale));
    }
    if let Some(remark) = summary::remark(run, asked.draft, locale) {
        report.line(&remark);
    }
    report
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::calc::{NodeId, Value};
    use crate::cli::COULD_NOT_RUN;
    use crate::locale::Language;
    use crate::units::Exact;

    fn sample() -> Run {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        pipeline::run(&Job { inputs, as_of: Day::new(2026, 1, 10), ..Job::default() })
            .expect("the sample is read")
    }

    fn asked(folder: &Path) -> Asked {
        Asked {
            out: Some(folder.join("rozliczenie.xlsx")),
            to_send: Some(folder.join("do-wyslania.xlsx")),
            table: Some(folder.join("uwagi.xlsx")),
            capsule: capsule::Asked::default(),
            #[cfg(feature = "analytics")]
            frames: Some(folder.join("tabele")),
            forms: None,
            draft: false,
            force: true,
            json: false,
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs the command on figures of which one is a grosz too large.
    fn planted(step: impl Fn(&Run) -> NodeId, asked: &Asked) -> Report {
        let locale = Locale::of(Language::Polish);
        let mut run = sample();
        let id = step(&run);
        let model = &mut run.settled.as_mut().expect("figures").model;
        let wrong = &model.number(id) + &Exact::ratio(1, 100).expect("a grosz");
        model.plant(id, Value::Number(wrong));
        let done = written_and_told(run, &pipeline::forms(None).expect("forms"), asked, None, locale);
        done.unwrap_or_else(|error| Report::failed(&error.text(locale), locale))
    }

    #[test]
    fn a_result_off_by_a_grosz_stops_the_run_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let asked = asked(folder.path());
        let report = planted(|run| run.settled.as_ref().expect("figures").totals.co_financing, &asked);
        assert_eq!(report.code, COULD_NOT_RUN);
        assert!(report.out.is_empty(), "{}", report.out);
        for part in ["IronCalc", "komórka", "rozlicz obliczył", "Wzór: =", "niczego nie zapisano"] {
            assert!(report.err.contains(part), "{part}: {}", report.err);
        }
        assert!(names(folder.path()).is_empty(), "{:?}", names(folder.path()));
    }

    #[test]
    fn an_older_workbook_is_kept_when_the_new_one_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let asked = asked(folder.path());
        std::fs::write(folder.path().join("rozliczenie.xlsx"), b"starszy").expect("a file");
        let step = |run: &Run| run.settled.as_ref().expect("figures").assistants[0].own_contribution;
        let report = planted(step, &asked);
        assert_eq!(report.code, COULD_NOT_RUN, "{}", report.err);
        assert_eq!(names(folder.path()), ["rozliczenie.xlsx"]);
        let kept = std::fs::read(folder.path().join("rozliczenie.xlsx")).expect("read");
        assert_eq!(kept, b"starszy");
    }

    #[test]
    fn an_honest_run_says_how_many_formulas_the_second_engine_computed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut asked = asked(folder.path());
        #[cfg(feature = "analytics")]
        std::fs::create_dir(folder.path().join("tabele")).expect("a folder for the tables");
        let (locale, forms) = (Locale::of(Language::Polish), pipeline::forms(None).expect("forms"));
        let report = written_and_told(sample(), &forms, &asked, None, locale).expect("agreed");
        let lines: Vec<&str> =
            report.out.lines().filter(|l| l.contains("drugi, niezależny program")).collect();
        assert_eq!(lines.len(), 2, "{}", report.out);
        assert!(lines.iter().all(|l| l.contains("IronCalc 0.9.1") && l.contains("zgodne")), "{lines:?}");
        asked.json = true;
        asked.to_send = None;
        let report = written_and_told(sample(), &forms, &asked, None, locale).expect("agreed");
        let json: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        let engine = &json["second_engine"];
        assert_eq!((&engine["engine"], &engine["version"]), (&"IronCalc".into(), &"0.9.1".into()));
        let formulas = engine["formulas"].as_u64().expect("a number");
        assert!(formulas > 1000 && lines[0].contains(&formulas.to_string()), "{formulas}: {lines:?}");
        assert!(engine["formulas_to_send"].is_null());
    }
}
