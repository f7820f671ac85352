//! The program around the pipeline: reads the command line, calls [`crate::pipeline`], prints.
//!
//! The one door to clap. Every word of help and every message comes from `locales/*/program.ftl`, so the tree of
//! commands is built at run time in the chosen language. Nothing is computed here and no file is opened here.

mod arguments;
mod audit;
mod audit_against;
mod audit_protocol;
mod audit_replay;
mod calendar;
mod calendar_object;
mod capsule;
mod check;
mod close;
mod conformance;
mod consolidate;
#[cfg(feature = "analytics")]
mod consolidate_export;
mod documents;
mod estimate;
mod explain;
mod forms;
mod init;
mod interest;
mod interrupt;
mod previous;
mod programmes;
mod progress;
mod radar;
mod readings;
mod settle;
mod summary;
mod terminal;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::finding::Fact;
use crate::locale::{Language, Locale};
use terminal::Report;

/// Nothing wrong.
pub const DONE: u8 = 0;
/// Findings of severity error.
pub const ERRORS_FOUND: u8 = 1;
/// Could not run: arguments, a file, a rule.
pub const COULD_NOT_RUN: u8 = 2;

/// Runs the program and prints what it has to say.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    match run(&args).print() {
        Ok(code) => code,
        Err(error) => {
            let locale = Locale::of(chosen_language(&args));
            let reason = locale.text("output-screen", &[("reason", Fact::System(error.kind()))]);
            // Nothing can be done when standard error is gone as well.
            let _nowhere_to_say = Report::failed(&reason, locale).print();
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// Runs the program without printing.
fn run(args: &[OsString]) -> Report {
    let locale = Locale::of(chosen_language(args));
    match tree(locale).try_get_matches_from(args) {
        Ok(matches) => dispatch(&matches, locale),
        Err(error) => usage::report(&error, &command_named(args, locale), locale),
    }
}

/// Finds the language before clap sees the line: help and usage errors must already speak it.
fn chosen_language(args: &[OsString]) -> Language {
    let mut words = args.iter().map_while(|a| a.to_str());
    while let Some(word) = words.next() {
        let value = match word {
            "--lang" => words.next(),
            "--" => return Language::Polish,
            _ => word.strip_prefix("--lang="),
        };
        if value == Some("en") {
            return Language::English;
        }
    }
    Language::Polish
}

/// Returns the command that the line names, as far as it is known: `rozlicz programmes show`.
fn command_named(args: &[OsString], locale: &Locale) -> String {
    let mut command = tree(locale);
    let mut path = command.get_name().to_owned();
    for word in args.iter().skip(1) {
        if let Some(inner) = command.find_subcommand(word).cloned() {
            path = format!("{path} {}", inner.get_name());
            command = inner;
        }
    }
    path
}

/// Builds the tree of commands.
fn tree(locale: &Locale) -> Command {
    let root = arguments::command("rozlicz", &[], locale)
        .version(env!("CARGO_PKG_VERSION"))
        .arg(arguments::language(locale))
        .arg(arguments::version(locale))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("cli-heading-commands", &[]));
    root.subcommands([
        init::command(locale),
        check::command(locale),
        settle::command(locale),
        estimate::command(locale),
        radar::command(locale),
        close::command(locale),
        audit::command(locale),
        explain::command(locale),
        interest::command(locale),
        documents::command(locale),
        consolidate::command(locale),
        programmes::command(locale),
        forms::command(locale),
    ])
}

fn dispatch(matches: &ArgMatches, locale: &Locale) -> Report {
    let result = match matches.subcommand() {
        Some(("init", m)) => init::run(m, locale),
        Some(("check", m)) => check::run(m, locale),
        Some(("settle", m)) => settle::run(m, locale),
        Some(("estimate", m)) => estimate::run(m, locale),
        Some(("radar", m)) => radar::run(m, locale),
        Some(("close", m)) => close::run(m, locale),
        Some(("audit", m)) => audit::run(m, locale),
        Some(("explain", m)) => explain::run(m, locale),
        Some(("interest", m)) => interest::run(m, locale),
        Some(("documents", m)) => documents::run(m, locale),
        Some(("consolidate", m)) => consolidate::run(m, locale),
        Some(("programmes", m)) => programmes::run(m, locale),
        Some(("forms", m)) => forms::run(m, locale),
        _ => Ok(Report::default()),
    };
    result.unwrap_or_else(|error| Report::failed(&error.text(locale), locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(line: &str) -> Report {
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        run(&args)
    }

    #[test]
    fn the_tree_of_commands_is_sound_in_both_languages() {
        for language in [Language::Polish, Language::English] {
            tree(&Locale::new(language)).debug_assert();
        }
    }

    #[test]
    fn help_is_polish_unless_english_is_asked_for() {
        let polish = ran("rozlicz --help");
        assert_eq!(polish.code, DONE);
        assert!(polish.out.contains("Polecenia:"), "{}", polish.out);
        assert!(polish.out.contains("policz"), "aliases are shown: {}", polish.out);
        let english = ran("rozlicz --lang en settle --help");
        assert!(english.out.contains("Usage:"), "{}", english.out);
    }

    #[test]
    fn no_help_text_is_a_bare_key() {
        for language in ["pl", "en"] {
            for command in [
                "",
                " init",
                " check",
                " settle",
                " estimate",
                " close",
                " audit",
                " explain",
                " radar",
                " consolidate",
                " interest",
                " programmes",
                " programmes show",
                " programmes conformance",
                " forms",
                " audit",
            ] {
                let help = ran(&format!("rozlicz --lang {language}{command} --help")).out;
                assert!(!help.contains("cli-"), "{help}");
                assert!(!help.is_empty());
            }
        }
    }

    #[test]
    fn help_of_the_roll_up_speaks_of_many_municipalities() {
        for (language, own, of_one) in [
            ("pl", "każda gmina jest osobnym sprawozdaniem", "kilka plików to jedno rozliczenie"),
            ("en", "each municipality is a report of its own", "several files are one submission"),
        ] {
            let help = ran(&format!("rozlicz --lang {language} consolidate --help")).out;
            assert!(help.contains(own) && !help.contains(of_one), "{help}");
            assert!(!help.contains("--to-send") && !help.contains("Umowa"), "{help}");
        }
    }

    #[test]
    fn an_option_of_audit_that_would_be_passed_over_is_refused() {
        for (line, named) in [
            ("rozlicz audit --replay a.cap --protocol p.xlsx", "--protocol"),
            ("rozlicz audit --replay a.cap --against b.xlsx", "--against"),
            ("rozlicz audit --replay a.cap --programme x", "--programme"),
            ("rozlicz audit --replay a.cap --forms f", "--forms"),
            ("rozlicz audit a.xlsx --against b.xlsx --data d", "--data"),
            ("rozlicz audit a.xlsx --against b.xlsx --forms f", "--forms"),
            ("rozlicz audit a.xlsx --as-of 2026-01-10", "--protocol"),
            ("rozlicz audit a.xlsx --force", "--protocol"),
            ("rozlicz audit --replay a.cap --force", "--force"),
        ] {
            let report = ran(line);
            assert_eq!(report.code, COULD_NOT_RUN, "{line}");
            assert!(report.err.contains(named) && report.out.is_empty(), "{line}: {}", report.err);
        }
    }

    #[test]
    fn a_wrong_argument_ends_with_two_and_says_which() {
        for (line, word) in [
            ("rozlicz", "POLECENIE"),
            ("rozlicz rozlicz", "rozlicz"),
            ("rozlicz check", "DANE"),
            ("rozlicz settle dane --ot x", "--ot"),
            ("rozlicz settle dane --as-of 10.13.2026", "10.13.2026"),
            ("rozlicz settle dane --out x.xlsx", "--as-of"),
            ("rozlicz programy", "rozlicz programmes --help"),
            ("rozlicz settle dane --as-of dziś", "np. 2026-01-10"),
            ("rozlicz settle dane --out", "brakuje: --out"),
            ("rozlicz consolidate d --threads abc", "liczbę całkowitą od 1 do 1024"),
            ("rozlicz consolidate d --threads 0", "liczbę całkowitą od 1 do 1024"),
            ("rozlicz documents d --correction 100", "liczbę całkowitą od 1 do 99"),
            ("rozlicz estimate d --for 26", "liczbę całkowitą od 2012 do 2099"),
            ("rozlicz --lang en consolidate d --threads 1,5", "a whole number from 1 to 1024"),
        ] {
            let report = ran(line);
            assert_eq!(report.code, COULD_NOT_RUN, "{line}");
            assert!(report.err.contains(word), "{line}: {}", report.err);
            assert!(report.out.is_empty(), "{line}");
        }
    }
}
