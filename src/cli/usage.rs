//! What clap has to say, in the chosen language: help, version, and wrong arguments.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::Report;
use super::{COULD_NOT_RUN, DONE};
use crate::finding::Fact;
use crate::locale::Locale;

/// Returns the report of a command line that clap did not turn into arguments.
pub fn report(error: &clap::Error, locale: &Locale) -> Report {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Report { out: error.render().to_string(), code: DONE, ..Report::default() }
        }
        kind => {
            let message = locale.text(key(kind), &facts(error));
            let mut text = format!("{} {message}\n", locale.text("cli-error", &[]));
            if let Some(suggested) = suggestion(error) {
                text.push_str(&locale.text("cli-did-you-mean", &[("word", Fact::Text(suggested))]));
                text.push('\n');
            }
            text.push_str(&locale.text("cli-see-help", &[]));
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

fn suggestion(error: &clap::Error) -> Option<String> {
    [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .iter()
    .find_map(|kind| words(error, *kind))
}

fn words(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}
