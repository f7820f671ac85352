//! Arguments that several commands share, and the look of help.

use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::PathBufValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::finding::Fact;
use crate::locale::Locale;
use crate::units::Day;

/// Returns a command whose help, usage and headings come from the catalogue: keys `cli-NAME`, `cli-NAME-usage`.
///
/// `path` is the names of the commands above and of this one; empty for the program itself.
pub fn command(name: &'static str, path: &[&str], locale: &Locale) -> Command {
    let key = if path.is_empty() { "cli-program".to_owned() } else { format!("cli-{}", path.join("-")) };
    let t = |key: &str| locale.text(key, &[]);
    let template =
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n", t("cli-heading-usage"));
    let mut command = Command::new(name)
        .about(t(&key))
        .override_usage(t(&format!("{key}-usage")))
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_value_name(t("cli-value-command"))
        .next_help_heading(t("cli-heading-options"))
        .arg(switch("help", "cli-help", locale).short('h').action(ArgAction::Help).global(true));
    let after = format!("{key}-after");
    if locale.has(&after) {
        command = command.after_help(t(&after));
    }
    command
}

/// Returns an option that takes a value; its help is `key`, the word for the value `cli-value-VALUE`.
pub fn option(name: &'static str, value: &str, key: &str, locale: &Locale) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(locale.text(&format!("cli-value-{value}"), &[]))
        .help(locale.text(key, &[]))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// Returns an option that takes a path.
pub fn path_option(name: &'static str, value: &str, key: &str, locale: &Locale) -> Arg {
    option(name, value, key, locale).value_parser(PathBufValueParser::new())
}

/// Returns an option without a value.
pub fn switch(name: &'static str, key: &str, locale: &Locale) -> Arg {
    Arg::new(name).long(name).help(locale.text(key, &[])).action(ArgAction::SetTrue)
}

/// Returns a word that stands without a name.
pub fn word(name: &'static str, value: &str, key: &str, locale: &Locale) -> Arg {
    Arg::new(name)
        .value_name(locale.text(&format!("cli-value-{value}"), &[]))
        .help(locale.text(key, &[]))
        .help_heading(locale.text("cli-heading-arguments", &[]))
}

/// `--lang pl|en`, everywhere.
pub fn language(locale: &Locale) -> Arg {
    option("lang", "language", "cli-lang", locale).value_parser(["pl", "en"]).default_value("pl").global(true)
}

/// `--version`.
pub fn version(locale: &Locale) -> Arg {
    switch("version", "cli-version", locale).short('V').action(ArgAction::Version)
}

/// `INPUT…`.
pub fn inputs(locale: &Locale) -> Arg {
    inputs_for("cli-inputs", locale)
}

/// `INPUT…` with other help.
pub fn inputs_for(key: &str, locale: &Locale) -> Arg {
    word("inputs", "inputs", key, locale).value_parser(PathBufValueParser::new()).num_args(1..).required(true)
}

/// `[DIR]` of the `check` of rules and forms.
pub fn folder_word(locale: &Locale) -> Arg {
    word("folder", "folder", "cli-folder", locale).value_parser(PathBufValueParser::new())
}

/// `--as-of`, `--programme`, `--programmes` and `--reading`, for commands that apply rules.
pub fn rules(locale: &Locale) -> [Arg; 4] {
    [
        as_of(locale),
        option("programme", "programme", "cli-use-programme", locale),
        path_option("programmes", "folder", "cli-programmes-dir", locale),
        reading(locale),
    ]
}

/// `--as-of`.
pub fn as_of(locale: &Locale) -> Arg {
    as_of_for("cli-as-of", locale)
}

/// `--as-of` with other help.
pub fn as_of_for(key: &str, locale: &Locale) -> Arg {
    option("as-of", "day", key, locale).value_parser(day_or_word(locale))
}

/// `--reading NAME=VALUE`, as often as needed.
pub fn reading(locale: &Locale) -> Arg {
    option("reading", "reading", "cli-reading", locale).action(ArgAction::Append)
}

/// `--table` and `--json`, for commands that print findings.
pub fn findings(locale: &Locale) -> [Arg; 2] {
    [path_option("table", "file", "cli-table", locale), switch("json", "cli-json", locale)]
}

/// `--force`.
pub fn force(locale: &Locale) -> Arg {
    switch("force", "cli-force", locale)
}

/// Returns a path that was given.
pub fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}

/// Returns the input paths.
pub fn input_paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>("inputs").map(|paths| paths.cloned().collect()).unwrap_or_default()
}

/// Reads a whole number between two others, both allowed; clap's own range would refuse in English.
pub fn number<T>(
    from: T,
    to: T,
    locale: &Locale,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + use<T>
where
    T: FromStr + PartialOrd + Display + Copy + Send + Sync + 'static,
{
    let facts = [("from", Fact::Text(from.to_string())), ("to", Fact::Text(to.to_string()))];
    let refused = locale.text("cli-number-between", &facts);
    move |text| {
        let number = text.trim().parse::<T>().ok().filter(|number| (from..=to).contains(number));
        number.ok_or_else(|| refused.clone())
    }
}

/// Reads a day, or says how one is typed.
pub fn day_or_word(locale: &Locale) -> impl Fn(&str) -> Result<Day, String> + Clone + Send + Sync + use<> {
    let refused = locale.text("cli-day-form", &[]);
    move |text| day(text).map_err(|_| refused.clone())
}

/// Reads a day as typed: `2026-01-10` or `10.01.2026`.
pub fn day(text: &str) -> Result<Day, String> {
    let polish = || {
        let mut parts = text.split('.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
        Day::parse_iso(&format!("{y:0>4}-{m:0>2}-{d:0>2}")).filter(|_| parts.next().is_none())
    };
    Day::parse_iso(text).or_else(polish).ok_or_else(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_both_spellings() {
        let expected = Day::new(2026, 1, 10);
        assert_eq!(day("2026-01-10").ok(), expected);
        assert_eq!(day("10.01.2026").ok(), expected);
        assert_eq!(day("10.1.2026").ok(), expected);
        assert!(day("2026-02-30").is_err());
        assert!(day("10.01.2026.1").is_err());
        assert!(day("dziś").is_err());
    }
}
