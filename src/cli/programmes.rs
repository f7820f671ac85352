//! `programmes`: what editions there are, what one says, whether a folder of rules is sound.

use clap::{ArgMatches, Command};

use super::terminal::{Report, words};
use super::{arguments, conformance};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};
use crate::programme::{Catalogue, Mark, National, show};

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
        .subcommands([list, show, super::readings::command(locale), check, conformance::command(locale)])
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    match matches.subcommand() {
        Some(("list", m)) => Ok(list(&of(m, "programmes")?, locale)),
        Some(("show", m)) => {
            let id = m.get_one::<String>("programme").map_or("", String::as_str);
            page(&of(m, "programmes")?, id, locale)
        }
        Some(("conformance", m)) => conformance::run(m, locale),
        Some(("readings", m)) => super::readings::run(m, locale),
        Some((_, m)) => Ok(check(&of(m, "folder")?, locale)),
        None => Ok(Report::default()),
    }
}

fn of(matches: &ArgMatches, folder: &str) -> Result<Catalogue, CannotRun> {
    pipeline::catalogue(arguments::path(matches, folder).as_deref())
}

fn list(catalogue: &Catalogue, locale: &Locale) -> Report {
    let row = |listed: show::Listed| {
        let title = listed.title.unwrap_or_else(|| locale.text("cli-rules-refused", &[]));
        vec![listed.id, title]
    };
    let rows: Vec<Vec<String>> = show::list(catalogue).into_iter().map(row).collect();
    Report { out: words(&rows), ..Report::default() }
}

fn page(catalogue: &Catalogue, id: &str, locale: &Locale) -> Result<Report, CannotRun> {
    let (programme, about) = catalogue.edition(id)?;
    let mut report = Report::default();
    report.line(&show::page(&programme, &about, locale));
    Ok(report)
}

/// Names every fault of every edition and of the national series, not the first alone.
fn check(catalogue: &Catalogue, locale: &Locale) -> Report {
    let checked = show::check(catalogue);
    let editions = checked.iter().filter_map(|c| c.refused.as_ref()).map(|error| error.text(locale));
    let national = National::built_in().faults();
    let faults: Vec<String> = editions.chain(national.iter().map(|fault| fault.text(locale))).collect();
    if !faults.is_empty() {
        return Report::failed(&format!("\n{}", faults.join("\n")), locale);
    }
    let rows: Vec<Vec<String>> = checked.iter().map(|c| vec![c.id.clone(), marks(c, locale)]).collect();
    let mut report = Report { out: words(&rows), ..Report::default() };
    let count = i64::try_from(checked.len()).unwrap_or(i64::MAX);
    report.line(&locale.text("cli-programmes-sound", &[("count", Fact::Count(count))]));
    report
}

/// Writes how many figures have which mark.
fn marks(checked: &show::Checked, locale: &Locale) -> String {
    let one = |(mark, count): (&Mark, &usize)| {
        let key = match mark {
            Mark::Confirmed => "cli-mark-confirmed",
            Mark::Inferred => "cli-mark-inferred",
            Mark::Assumed => "cli-mark-assumed",
            Mark::Unknown => "cli-mark-unknown",
        };
        format!("{} {count}", locale.text(key, &[]))
    };
    checked.marks.iter().map(one).collect::<Vec<_>>().join(", ")
}
