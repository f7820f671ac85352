//! What clap has to say, in the chosen language: help, version, and wrong arguments.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::Report;
use super::{COULD_NOT_RUN, DONE};
use crate::finding::Fact;
use crate::locale::Locale;

/// Returns the report of a command line that clap did not turn into arguments.
///
/// `command` is the command whose help is pointed at.
pub fn report(error: &clap::Error, command: &str, locale: &Locale) -> Report {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Report { out: error.render().to_string(), code: DONE, ..Report::default() }
        }
        kind => {
            let facts = facts(error);
            // An option at the end of the line: what is wrong is that its value is not there.
            let no_value =
                kind == ErrorKind::InvalidValue && words(error, ContextKind::InvalidValue).is_none();
            let key = if no_value { "cli-missing-argument" } else { key(kind) };
            let message = locale.text(key, &facts);
            let mut text = format!("{} {message}\n", locale.text("cli-error", &[]));
            // What a reader of ours has to say of a value; clap's own words are English and never shown.
            let told = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            if kind == ErrorKind::ValueValidation && !told.is_empty() {
                text.push_str(&told);
                text.push('\n');
            }
            if let Some((key, suggested)) = suggestion(error) {
                text.push_str(&locale.text(key, &[("word", Fact::Text(suggested))]));
                text.push('\n');
            }
            text.push_str(&locale.text("cli-see-help", &[("command", Fact::Text(command.to_owned()))]));
            text.push('\n');
            Report { err: text, code: COULD_NOT_RUN, ..Report::default() }
        }
    }
}

fn key(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::UnknownArgument => "cli-unknown-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => "cli-invalid-value",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "cli-missing-command"
        }
        ErrorKind::ArgumentConflict => "cli-conflict",
        _ => "cli-wrong-usage",
    }
}

fn facts(error: &clap::Error) -> Vec<(&'static str, Fact)> {
    let argument =
        [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].iter().find_map(|k| words(error, *k));
    let value = words(error, ContextKind::InvalidValue).or_else(|| words(error, ContextKind::PriorArg));
    vec![
        ("argument", Fact::Text(argument.unwrap_or_default())),
        ("value", Fact::Text(value.unwrap_or_default())),
    ]
}

fn suggestion(error: &clap::Error) -> Option<(&'static str, String)> {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let meant = near.iter().find_map(|kind| words(error, *kind)).map(|word| ("cli-did-you-mean", word));
    meant.or_else(|| words(error, ContextKind::ValidValue).map(|all| ("cli-allowed", all)))
}

fn words(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
    // clap writes three dots behind a word that may be repeated.
    .map(|text| text.trim_end_matches("...").to_owned())
    .filter(|text| !text.is_empty())
}
