//! `documents`: the papers beside the settlement, in one workbook.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::terminal::Report;
use super::{arguments, settle, summary};
use crate::documents::{Asked, Kind};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::documents::Told;
use crate::pipeline::result::{CheckedObject, SecondEngineObject, second_engine};
use crate::pipeline::{self, CannotRun, Run};
use crate::records::HalfYear;
use crate::units::Day;
use crate::witness::Agreement;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let kind = arguments::option("kind", "kind", "cli-documents-kind", locale)
        .value_parser(Kind::ALL.map(Kind::word))
        .action(ArgAction::Append);
    let half = arguments::option("half", "half", "cli-documents-half", locale)
        .value_parser(HalfYear::ALL.map(HalfYear::word));
    let correction = arguments::option("correction", "number", "cli-documents-correction", locale)
        .value_parser(arguments::number(1_u32, 99, locale));
    arguments::command("documents", &["documents"], locale)
        .alias("dokumenty")
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-documents-out", locale).required(true))
        .arg(kind)
        .arg(half)
        .arg(arguments::switch("refuse", "cli-documents-refuse", locale))
        .arg(correction)
        .args(arguments::rules(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("draft", "cli-draft", locale))
        .args(arguments::findings(locale))
        .arg(arguments::force(locale))
        .mut_arg("as-of", |arg| arg.required(true))
}

/// The papers in the JSON result.
#[derive(Serialize)]
struct PapersObject {
    papers: Vec<&'static str>,
    statement_term: Option<String>,
    statement_due: Option<String>,
    documents: Option<usize>,
    documents_programme: Option<String>,
    report_half: Option<&'static str>,
    report_due: Option<String>,
    report_days_left: Option<i64>,
    second_engine: Option<SecondEngineObject>,
    #[serde(flatten)]
    checked: CheckedObject,
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let (job, asked) = (settle::job(matches), asked(matches));
    if asked.refuse && !asked.wants(Kind::Statement) {
        return Err(CannotRun::new("documents-refuse-without-statement"));
    }
    let out: Option<PathBuf> = arguments::path(matches, "out");
    let table = arguments::path(matches, "table");
    let (force, draft) = (matches.get_flag("force"), matches.get_flag("draft"));
    let outputs: Vec<_> = [&out, &table].into_iter().flatten().map(AsRef::as_ref).collect();
    pipeline::outputs::check(&outputs, &job.inputs, force)?;
    pipeline::outputs::table(table.as_deref())?;
    let workbooks: Vec<_> = out.iter().map(AsRef::as_ref).collect();
    pipeline::outputs::workbooks(&workbooks)?;
    let forms = pipeline::forms(arguments::path(matches, "forms").as_deref())?;
    let catalogue = pipeline::catalogue(job.programmes.as_deref())?;
    let mut run = pipeline::run(&job)?;
    let mut made = None;
    if let Some(id) = run.programme.as_ref().map(|p| p.id.clone()) {
        let known: Vec<&str> = forms.ids().collect();
        catalogue.refuse_unknown_form(&id, &known)?;
        let (_, about) = catalogue.edition(&id)?;
        let papers = pipeline::documents::documents(&mut run, &forms, &about, &asked, draft)?;
        if let (Some(papers), Some(path)) = (papers, &out) {
            let workbook = papers.witnessed()?;
            workbook.put(path, force)?;
            made = Some((papers.told.clone(), workbook.agreement()));
        }
    }
    if let Some(path) = &table {
        pipeline::write_findings(&run, path, force)?;
    }
    let paths = [("cli-documents-written", out.filter(|_| made.is_some())), ("cli-written-findings", table)];
    Ok(told(&run, made.as_ref(), &paths, matches.get_flag("json"), locale))
}

fn asked(matches: &ArgMatches) -> Asked {
    let words: Vec<&String> = matches.get_many("kind").map(Iterator::collect).unwrap_or_default();
    let half = matches.get_one::<String>("half").map(String::as_str);
    Asked {
        kinds: Kind::ALL.into_iter().filter(|kind| words.iter().any(|w| *w == kind.word())).collect(),
        refuse: matches.get_flag("refuse"),
        correction: matches.get_one("correction").copied(),
        half: half.and_then(HalfYear::typed),
    }
}

fn told(
    run: &Run,
    made: Option<&(Told, Agreement)>,
    paths: &[(&'static str, Option<PathBuf>)],
    json: bool,
    locale: &Locale,
) -> Report {
    let mut report = Report { code: summary::exit_code(run), ..Report::default() };
    if json {
        report.line(&summary::json(&object(run, made, locale)));
        return report;
    }
    report.line(&summary::files(run, locale));
    if let Some((told, _)) = made {
        for line in lines(told, run.as_of, locale) {
            report.line(&line);
        }
    }
    report.line(&summary::findings(run, locale));
    for (key, path) in paths.iter().filter_map(|(key, path)| Some((key, path.as_ref()?))) {
        report.line(&summary::written(key, path, locale));
    }
    match made {
        Some((_, agreement)) => report.line(&summary::agreed("witness-agrees", *agreement, locale)),
        None => report.line(&locale.text("cli-documents-nothing", &[])),
    }
    report
}

/// What was made, a line a paper.
fn lines(told: &Told, as_of: Option<Day>, locale: &Locale) -> Vec<String> {
    let mut all = Vec::new();
    if told.kinds.contains(&Kind::Statement) {
        let term = Fact::Text(told.statement_term.clone().unwrap_or_default());
        all.push(locale.text("cli-documents-statement", &[("term", term)]));
        let late = told.statement_due.zip(as_of).filter(|(due, day)| day > due);
        all.extend(late.map(|(due, day)| {
            let days = Fact::Count(day.serial() - due.serial());
            locale.text("cli-documents-statement-late", &[("due", Fact::Day(due)), ("days", days)])
        }));
    }
    if let Some((rows, money)) = told.list {
        let count = Fact::Count(i64::try_from(rows).unwrap_or(i64::MAX));
        all.push(locale.text("cli-documents-list", &[("count", count), ("amount", Fact::Amount(money))]));
    }
    if let Some(report) = told.report {
        let left = as_of.map_or(0, |day| report.days_left(day));
        let key = if left < 0 { "cli-documents-report-late" } else { "cli-documents-report" };
        let facts = [
            ("half", Fact::Text(report.half.word().to_owned())),
            ("due", Fact::Day(report.due)),
            ("days", Fact::Count(left.abs())),
        ];
        all.push(locale.text(key, &facts));
    }
    all
}

fn object(run: &Run, made: Option<&(Told, Agreement)>, locale: &Locale) -> PapersObject {
    let told = made.map(|(told, _)| told.clone()).unwrap_or_default();
    let report = told.report;
    PapersObject {
        papers: told.kinds.iter().map(|kind| kind.word()).collect(),
        statement_term: told.statement_term,
        statement_due: told.statement_due.map(|day| day.to_string()),
        documents: told.list.map(|(rows, _)| rows),
        documents_programme: told.list.map(|(_, money)| money.to_string()),
        report_half: report.map(|r| r.half.word()),
        report_due: report.map(|r| r.due.to_string()),
        report_days_left: report.zip(run.as_of).map(|(r, day)| r.days_left(day)),
        second_engine: second_engine(made.map(|(_, agreement)| *agreement), None),
        checked: run.checked_object(locale),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{COULD_NOT_RUN, DONE, ERRORS_FOUND, run};
    use super::*;
    use std::ffi::OsString;
    use std::path::Path;

    /// Runs the command on a sample, with more words behind.
    fn ran(sample: &str, out: &Path, more: &str) -> Report {
        let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(sample);
        let mut args: Vec<OsString> = ["rozlicz", "dokumenty"].map(OsString::from).to_vec();
        args.extend([input.into_os_string(), "--out".into(), out.as_os_str().to_owned()]);
        args.extend(more.split(' ').map(OsString::from));
        run(&args)
    }

    #[test]
    fn a_workbook_is_written_once_and_never_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("dokumenty.xlsx");
        let report = ran("gmina-2025", &out, "--as-of 2026-01-10 --json");
        assert_eq!(report.code, DONE, "{}", report.err);
        let json: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        // The edition of 2025 has no statement; nobody asked for it by name.
        assert_eq!(json["papers"], serde_json::json!(["documents", "half-year"]));
        assert_eq!(json["documents_programme"], "84034.10");
        assert_eq!(json["report_due"], "2026-01-31");
        assert_eq!(json["report_days_left"], 21);
        assert!(json["second_engine"]["formulas"].as_u64().is_some_and(|n| n > 1_000), "{json}");
        assert!(out.is_file());
        assert_eq!(ran("gmina-2025", &out, "--as-of 2026-01-10").code, COULD_NOT_RUN);
    }

    #[test]
    fn a_paper_that_cannot_be_made_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("dokumenty.xlsx");
        let report = ran("gmina-2025", &out, "--as-of 2026-01-10 --kind statement");
        assert_eq!(report.code, ERRORS_FOUND, "{}", report.out);
        assert!(report.out.contains("no-statement"), "{}", report.out);
        let report = ran("wrzesnia-2021", &out, "--as-of 2022-01-10 --half I-VI");
        assert_eq!(report.code, ERRORS_FOUND, "{}", report.out);
        assert!(report.out.contains("half-year-outside"), "{}", report.out);
        assert!(!out.exists());
        assert_eq!(ran("gmina-2025", &out, "--json").code, COULD_NOT_RUN, "a paper needs its day");
    }

    #[test]
    fn a_statement_of_an_edition_that_has_one_is_written_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("oswiadczenie.xlsx");
        let report = ran("gmina-2024", &out, "--as-of 2025-01-10 --kind statement --refuse --json");
        assert_eq!(report.code, DONE, "{}", report.err);
        let json: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        assert_eq!(json["papers"], serde_json::json!(["statement"]));
        assert_eq!(json["statement_term"], "w ciągu 5 dni od listy");
    }

    #[test]
    fn a_refusal_without_a_statement_or_after_the_contract_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("odmowa.xlsx");
        let report = ran("gmina-2024", &out, "--as-of 2025-01-10 --kind documents --refuse");
        assert_eq!(report.code, COULD_NOT_RUN, "{}", report.out);
        let report = ran("gmina-2024", &out, "--as-of 2025-01-10 --kind statement --refuse --half I-VI");
        assert!(report.out.contains("statement-after-contract"), "{}", report.out);
        assert!(out.is_file());
    }
}
