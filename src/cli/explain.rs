//! `explain`: where an amount comes from, from a workbook alone or from the tables.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, settle, summary};
use crate::explain::{Explanation, Limits, text};
use crate::locale::Locale;
use crate::pipeline::explaining::{self, Whose};
use crate::pipeline::{CannotRun, Job};
use crate::units::Month;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let what: Arg = arguments::word("what", "what", "cli-explain-what", locale)
        .value_parser(clap::builder::OsStringValueParser::new())
        .num_args(1..)
        .required(true);
    let month = arguments::option("month", "month", "cli-explain-month", locale);
    let depth = arguments::option("depth", "depth", "cli-explain-depth", locale);
    arguments::command("explain", &["explain"], locale)
        .alias("wyjasnij")
        .arg(what)
        .arg(arguments::option("assistant", "assistant", "cli-explain-assistant", locale).alias("asystent"))
        .arg(month.alias("miesiac").value_parser(self::month).requires("assistant"))
        .arg(depth.value_parser(arguments::number(1_u16, u16::MAX, locale)))
        .arg(arguments::switch("full", "cli-explain-full", locale))
        .args(arguments::rules(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("json", "cli-json", locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let explanation = explained(matches)?;
    let mut report = Report::default();
    if matches.get_flag("json") {
        report.line(&summary::json(&explanation));
    } else {
        report.line(text::text(&explanation, matches.get_flag("full"), locale).trim_end());
    }
    Ok(report)
}

fn explained(matches: &ArgMatches) -> Result<Explanation, CannotRun> {
    let words: Vec<OsString> = matches.get_many("what").map(|all| all.cloned().collect()).unwrap_or_default();
    let mut limits = Limits::default();
    if let Some(depth) = matches.get_one::<u16>("depth") {
        limits.depth = usize::from(*depth);
    }
    let Some(assistant) = matches.get_one::<String>("assistant") else {
        return match words.as_slice() {
            [workbook, cell @ ..] if !cell.is_empty() => {
                // An unquoted name of a sheet comes in several words.
                let cell: Vec<_> = cell.iter().map(|word| word.to_string_lossy()).collect();
                explaining::cell(Path::new(workbook), &cell.join(" "), limits)
            }
            _ => Err(CannotRun::new("explain-two-words")),
        };
    };
    let whose = Whose { assistant: assistant.clone(), month: matches.get_one("month").copied() };
    let inputs: Vec<PathBuf> = words.into_iter().map(PathBuf::from).collect();
    if let Some(explanation) = explaining::in_workbook(&inputs, &whose, limits)? {
        return Ok(explanation);
    }
    let job = Job {
        inputs,
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one("as-of").copied(),
        readings: settle::readings(matches),
        previous: None,
    };
    explaining::in_tables(&job, arguments::path(matches, "forms").as_deref(), &whose, limits)
}

/// Reads a month as typed: `2025-03` or `03.2025`.
fn month(text: &str) -> Result<Month, String> {
    let polish = || text.split_once('.').map(|(month, year)| (year, month));
    let (year, month) = text.split_once('-').or_else(polish).ok_or_else(String::new)?;
    let year = year.parse().ok().filter(|year| (1900..=2999).contains(year));
    let parts = year.zip(month.parse().ok());
    parts.and_then(|(year, month)| Month::new(year, month)).ok_or_else(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_in_both_spellings() {
        let march = Month::new(2025, 3);
        for typed in ["2025-03", "03.2025", "3.2025"] {
            assert_eq!(month(typed).ok(), march, "{typed}");
        }
        for typed in ["2025", "2025-13", "marzec", "25-03", "", "."] {
            assert!(month(typed).is_err(), "{typed}");
        }
    }
}
