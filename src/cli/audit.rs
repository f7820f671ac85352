//! `audit`: what was changed in a workbook, and do its amounts hold.

use clap::{ArgAction, ArgMatches, Command, builder::PathBufValueParser};
use serde_json::{Value, json};

use super::terminal::Report as Printed;
use super::{DONE, ERRORS_FOUND, arguments, audit_against, audit_protocol, audit_replay, summary};
use crate::audit::{Report, Subject, Verdict};
use crate::finding::{Fact, Severity, render};
use crate::locale::Locale;
use crate::pipeline::CannotRun;
use crate::pipeline::audit::{AuditJob, audit};
use crate::units::Day;

/// What repeating a capsule does not look at: the capsule has rules, forms and arguments of its own. An option that
/// would be passed over in silence is refused.
const NOT_WITH_REPLAY: [&str; 8] =
    ["workbook", "programme", "programmes", "forms", "against", "protocol", "as-of", "force"];

/// What comparing two workbooks does not look at: both carry their own data and edition.
const NOT_WITH_AGAINST: [&str; 3] = ["data", "programme", "forms"];

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let workbook = arguments::word("workbook", "file", "cli-audit-workbook", locale)
        .value_parser(PathBufValueParser::new())
        .required_unless_present("replay");
    arguments::command("audit", &["audit"], locale)
        .alias("audyt")
        .arg(workbook)
        .args(audit_replay::arguments(locale).map(|arg| arg.conflicts_with_all(NOT_WITH_REPLAY)))
        .arg(
            arguments::path_option("data", "inputs", "cli-audit-data", locale)
                .num_args(1..)
                .action(ArgAction::Append),
        )
        .arg(arguments::option("programme", "programme", "cli-use-programme", locale))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(
            arguments::path_option("against", "file", "cli-audit-against", locale)
                .conflicts_with_all(NOT_WITH_AGAINST),
        )
        .args(audit_protocol::arguments(locale))
        .arg(arguments::switch("json", "cli-json", locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Printed, CannotRun> {
    if arguments::path(matches, "replay").is_some() {
        return audit_replay::run(matches, locale);
    }
    if let (Some(workbook), Some(older)) =
        (arguments::path(matches, "workbook"), arguments::path(matches, "against"))
    {
        return audit_against::run(&workbook, &older, matches, locale);
    }
    let data = matches.get_many::<std::path::PathBuf>("data").map(|all| all.cloned().collect());
    let job = AuditJob {
        workbook: arguments::path(matches, "workbook")
            .ok_or_else(|| CannotRun::new("audit-nothing-asked"))?,
        data: data.unwrap_or_default(),
        programmes: arguments::path(matches, "programmes"),
        forms: arguments::path(matches, "forms"),
        programme: matches.get_one::<String>("programme").cloned(),
    };
    let inputs = job.data.iter().chain([&job.workbook]).map(std::path::PathBuf::as_path);
    audit_protocol::check(matches, &inputs.collect::<Vec<_>>())?;
    let report = audit(&job)?;
    let mut printed = printed(&report, matches.get_flag("json"), locale);
    let verdict = verdict(&report, Locale::of(crate::locale::Language::Polish));
    let facts = crate::audit::protocol::Facts { verdict, ..Default::default() };
    audit_protocol::write(&report, facts, matches, &mut printed, locale)?;
    Ok(printed)
}

/// Prints a report; the exit code is its verdict.
pub fn printed(report: &Report, as_json: bool, locale: &Locale) -> Printed {
    let code = if report.verdict() == Verdict::Clean { DONE } else { ERRORS_FOUND };
    let mut printed = Printed { code, ..Printed::default() };
    if as_json {
        printed.line(&summary::json(&object(report, locale)));
        return printed;
    }
    printed.line(&heading(report, locale));
    if !report.findings.is_empty() {
        let words = render::rendered_all(&report.findings, &report.sources, locale);
        printed.line(&render::text(&words, locale));
    }
    printed.line(&verdict(report, locale));
    printed
}

fn heading(report: &Report, locale: &Locale) -> String {
    let text = |text: &str| Fact::Text(text.to_owned());
    let document = report.documents.first();
    let facts = [
        ("file", text(document.map_or("", |d| d.name.as_str()))),
        ("sha256", text(document.map_or("", |d| d.sha256.as_str()))),
    ];
    let mut lines = vec![locale.text("audit-heading", &facts)];
    let head = &report.head;
    if !head.edition.is_empty() && !head.program.is_empty() {
        let as_of = Day::parse_iso(&head.as_of).map_or_else(|| text(&head.as_of), Fact::Day);
        let facts = [
            ("title", text(&head.title)),
            ("as_of", as_of),
            ("program", text(&head.program)),
            ("edition", text(&head.edition)),
        ];
        lines.push(locale.text("audit-heading-own", &facts));
    }
    if !report.recomputed.is_empty() {
        lines.push(locale.text("audit-heading-checked", &[("what", recomputed(report, locale))]));
    }
    if !report.unverified.is_empty() {
        lines.push(locale.text("audit-heading-unverified", &[]));
        lines.extend(report.unverified.iter().map(|u| format!("  {}", locale.text(u.key, &u.facts))));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn recomputed(report: &Report, locale: &Locale) -> Fact {
    let one = |done: &crate::audit::Recomputed| {
        let count = Fact::Count(i64::try_from(done.count).unwrap_or(i64::MAX));
        locale.text(done.key, &[("count", count)])
    };
    Fact::Text(report.recomputed.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// The audit in one line.
pub fn verdict(report: &Report, locale: &Locale) -> String {
    let differences: Vec<_> = report.findings.iter().filter(|f| f.severity != Severity::Note).collect();
    let Some(first) = differences.first() else {
        let key = match report.subject {
            Subject::Own if report.documents.len() > 1 => "audit-clean-data",
            Subject::Own => "audit-clean",
            Subject::OwnWithoutTrace | Subject::Foreign => "audit-clean-foreign",
        };
        return locale.text(key, &[("what", recomputed(report, locale))]);
    };
    let place = match first.at {
        Some(at) => {
            let (_, sheet) = report.sources.names(at.sheet);
            format!("{sheet} › {at}")
        }
        None => locale.text("audit-workbook-whole", &[]),
    };
    let mut facts = vec![
        ("count", Fact::Count(i64::try_from(differences.len()).unwrap_or(i64::MAX))),
        ("place", Fact::Text(place)),
    ];
    match first.difference.filter(|d| *d != crate::units::Money::ZERO) {
        Some(largest) => {
            facts.push(("largest", Fact::Amount(largest)));
            locale.text("audit-differs", &facts)
        }
        None => locale.text("audit-differs-no-money", &facts),
    }
}

/// The report for machines. Keys are a promise, as those of [`crate::pipeline::result`].
pub fn object(report: &Report, locale: &Locale) -> Value {
    let known = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    let head = &report.head;
    let subject = match report.subject {
        Subject::Own => "own",
        Subject::OwnWithoutTrace => "own-without-trace",
        Subject::Foreign => "foreign",
    };
    let verdict_word = if report.verdict() == Verdict::Clean { "clean" } else { "differs" };
    let documents: Vec<Value> = report
        .documents
        .iter()
        .map(|d| json!({"name": d.name, "sha256": d.sha256, "bytes": d.bytes}))
        .collect();
    let recomputed: Vec<Value> = report
        .recomputed
        .iter()
        .map(|done| json!({"what": done.key.trim_start_matches("audit-recomputed-"), "count": done.count}))
        .collect();
    let unverified: Vec<Value> = report
        .unverified
        .iter()
        .map(|u| json!({"code": u.key, "message": locale.text(u.key, &u.facts)}))
        .collect();
    json!({
        "subject": subject,
        "verdict": verdict_word,
        "summary": verdict(report, locale),
        "programme": known(&head.edition),
        "program_version": known(&head.program),
        "municipality": {"teryt": head.teryt, "name": head.municipality},
        "period": if head.period.0.is_empty() { Value::Null } else { json!({"from": head.period.0, "to": head.period.1}) },
        "as_of": known(&head.as_of),
        "recomputed": recomputed,
        "findings": render::json(&report.findings, &report.sources, locale),
        "unverified": unverified,
        "documents": documents,
    })
}
