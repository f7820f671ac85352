//! `forms`: what forms there are, and whether a folder of them is sound.

use clap::{ArgMatches, Command};

use super::arguments;
use super::terminal::{Report, columns};
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
