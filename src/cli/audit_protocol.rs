//! `--protocol FILE`: the audit protocol beside what is printed.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::arguments;
use super::terminal::Report as Printed;
use crate::audit::Report;
use crate::audit::protocol::{self, Facts};
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun};
use crate::units::Day;

/// `--protocol`, and `--as-of` and `--force`, which speak of nothing but the protocol.
pub fn arguments(locale: &Locale) -> [Arg; 3] {
    [
        arguments::path_option("protocol", "file", "cli-protocol", locale).alias("protokol"),
        arguments::option("as-of", "day", "cli-protocol-day", locale)
            .value_parser(arguments::day_or_word(locale))
            .requires("protocol"),
        arguments::force(locale).requires("protocol"),
    ]
}

/// Refuses a file that may not be written, before any work is done.
pub fn check(matches: &ArgMatches, inputs: &[&Path]) -> Result<(), CannotRun> {
    let Some(path) = arguments::path(matches, "protocol") else { return Ok(()) };
    let inputs: Vec<PathBuf> = inputs.iter().map(|path| (*path).to_owned()).collect();
    pipeline::outputs::check(&[&path], &inputs, matches.get_flag("force"))?;
    pipeline::outputs::workbooks(&[&path])
}

/// Writes the protocol where it was asked for, and says so unless machines are listening.
pub fn write(
    report: &Report,
    facts: Facts,
    matches: &ArgMatches,
    printed: &mut Printed,
    locale: &Locale,
) -> Result<(), CannotRun> {
    let Some(path) = arguments::path(matches, "protocol") else { return Ok(()) };
    let facts = Facts { as_of: matches.get_one::<Day>("as-of").copied(), ..facts };
    pipeline::write_protocol(&protocol::book(report, &facts), &path, matches.get_flag("force"))?;
    if !matches.get_flag("json") {
        printed.line(&super::summary::written("cli-written-protocol", &path, locale));
    }
    Ok(())
}
