//! `forms`: what forms there are, and whether a folder of them is sound.

use clap::{ArgMatches, Command};

use super::arguments;
use super::terminal::{Report, words};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let list = arguments::command("list", &["forms", "list"], locale)
        .alias("lista")
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale));
    let check = arguments::command("check", &["forms", "check"], locale)
        .alias("sprawdz")
        .arg(arguments::folder_word(locale));
    arguments::command("forms", &["forms"], locale)
        .alias("formularze")
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("cli-heading-commands", &[]))
        .subcommands([list, check])
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let mut report = Report::default();
    let (folder, listing) = match matches.subcommand() {
        Some(("list", m)) => (arguments::path(m, "forms"), true),
        Some((_, m)) => (arguments::path(m, "folder"), false),
        None => (None, false),
    };
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for (id, found) in pipeline::forms(folder.as_deref())?.check() {
        match found {
            Ok(form) => rows.push(vec![id, form.title]),
            Err(error) => faults.push(error.to_string()),
        }
    }
    if !faults.is_empty() {
        return Err(CannotRun::new("form-unusable").with("reason", faults.join("\n")));
    }
    if listing {
        report.out.push_str(&words(&rows));
    } else {
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        report.line(&locale.text("cli-forms-sound", &[("count", Fact::Count(count))]));
    }
    Ok(report)
}
