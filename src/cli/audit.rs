//! `audit`: what may be trusted in a settlement. Here so far: a recorded run, repeated.

use clap::builder::PathBufValueParser;
use clap::{Arg, ArgMatches, Command};

use super::terminal::Report;
use super::{arguments, audit_replay};
use crate::locale::Locale;
use crate::pipeline::CannotRun;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("audit", &["audit"], locale)
        .alias("audyt")
        .args(audit_replay::arguments(locale).map(|arg| arg.required(true)))
        .arg(data(locale))
        .arg(arguments::switch("json", "cli-json", locale))
}

/// `--data INPUT…`.
fn data(locale: &Locale) -> Arg {
    arguments::option("data", "inputs", "cli-audit-data", locale)
        .value_parser(PathBufValueParser::new())
        .num_args(1..)
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    audit_replay::run(matches, locale)
}
