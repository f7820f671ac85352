//! `programmes`: what editions there are, what one says, whether a folder of rules is sound.

use clap::{ArgMatches, Command};

use super::arguments;
use super::terminal::{Report, words};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};
use crate::programme::{self, Catalogue};

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
    match matches.subcommand() {
        Some(("list", m)) => list(&of(m, "programmes")?),
        Some(("show", m)) => {
            let id = m.get_one::<String>("programme").map_or("", String::as_str);
            show(&of(m, "programmes")?, id, locale)
        }
        Some((_, m)) => Ok(check(&of(m, "folder")?, locale)),
        None => Ok(Report::default()),
    }
}

fn of(matches: &ArgMatches, folder: &str) -> Result<Catalogue, CannotRun> {
    pipeline::catalogue(arguments::path(matches, folder).as_deref())
}

fn list(catalogue: &Catalogue) -> Result<Report, CannotRun> {
    let mut rows = Vec::new();
    for id in catalogue.ids() {
        let programme = catalogue.get(id)?;
        rows.push(vec![programme.id, programme.title]);
    }
    Ok(Report { out: words(&rows), ..Report::default() })
}

fn show(catalogue: &Catalogue, id: &str, locale: &Locale) -> Result<Report, CannotRun> {
    let mut report = Report::default();
    report.line(&programme::show::text(&catalogue.get(id)?, locale));
    Ok(report)
}

/// Names every fault of every edition, not the first alone.
fn check(catalogue: &Catalogue, locale: &Locale) -> Report {
    let refused = catalogue.check_all();
    if !refused.is_empty() {
        let faults: Vec<String> = refused.iter().map(|(_, error)| error.text(locale)).collect();
        return Report::failed(&format!("\n{}", faults.join("\n")), locale);
    }
    let mut report = Report::default();
    let count = i64::try_from(catalogue.ids().len()).unwrap_or(i64::MAX);
    report.line(&locale.text("cli-programmes-sound", &[("count", Fact::Count(count))]));
    report
}
