//! `programmes`: what editions there are, what one says, whether a folder of rules is sound.

use clap::{ArgMatches, Command};

use super::arguments;
use super::terminal::{Report, columns};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let folder = || arguments::path_option("programmes", "folder", "cli-programmes-dir", locale);
    let list = arguments::command("list", &["programmes", "list"], locale).alias("lista").arg(folder());
    let show = arguments::command("show", &["programmes", "show"], locale)
        .alias("pokaz")
        .arg(arguments::word("programme", "programme", "cli-show-programme", locale).required(true))
        .arg(folder());
    let check = arguments::command("check", &["programmes", "check"], locale)
        .alias("sprawdz")
        .arg(arguments::folder_word(locale));
    arguments::command("programmes", &["programmes"], locale)
        .alias("programy")
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("cli-heading-commands", &[]))
        .subcommands([list, show, check])
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let mut report = Report::default();
    match matches.subcommand() {
        Some(("list", m)) => {
            let catalogue = pipeline::catalogue(arguments::path(m, "programmes").as_deref())?;
            let rows: Vec<Vec<String>> = catalogue.ids().filter_map(|id| catalogue.get(id)).map(row).collect();
            report.out.push_str(&columns(&rows));
        }
        Some(("show", m)) => {
            let id = m.get_one::<String>("programme").map_or("", String::as_str);
            let catalogue = pipeline::catalogue(arguments::path(m, "programmes").as_deref())?;
            report.line(&pipeline::programme_text(&catalogue, id)?);
        }
        Some(("check", m)) => {
            let catalogue = pipeline::catalogue(arguments::path(m, "folder").as_deref())?;
            let count = i64::try_from(catalogue.ids().count()).unwrap_or(i64::MAX);
            report.line(&locale.text("cli-programmes-sound", &[("count", Fact::Count(count))]));
        }
        _ => {}
    }
    Ok(report)
}

fn row(programme: &crate::programme::Programme) -> Vec<String> {
    vec![programme.id.clone(), programme.title.clone()]
}
