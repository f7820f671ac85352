//! `programmes readings`: the open clauses of an edition, each way to read them, and what each would change in złoty.
//!
//! Prices come from [`crate::pipeline::prices`]; here they are laid out, dearest first, for a page of 90 letters.

use clap::builder::PathBufValueParser;
use clap::{ArgMatches, Command};

use super::terminal::{Report, wrapped};
use super::{DONE, ERRORS_FOUND, arguments, settle, summary};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::prices::{PricedReading, PricedWay, words};
use crate::pipeline::{self, CannotRun, Job, Run, result};
use crate::programme::readings::{Reading, Way};
use crate::programme::{OpenState, Programme};
use crate::units::Day;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let data = arguments::path_option("data", "inputs", "cli-data", locale);
    arguments::command("readings", &["programmes", "readings"], locale)
        .alias("odczytania")
        .arg(arguments::word("programme", "programme", "cli-show-programme", locale).required(true))
        .arg(data.value_parser(PathBufValueParser::new()).num_args(1..))
        .arg(arguments::as_of(locale))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::reading(locale))
        .arg(arguments::switch("json", "cli-json", locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let inputs: Vec<_> = matches.get_many("data").map(|paths| paths.cloned().collect()).unwrap_or_default();
    let json = matches.get_flag("json");
    let job = Job {
        inputs,
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one::<Day>("as-of").copied(),
        readings: settle::readings(matches),
        previous: None,
    };
    if job.inputs.is_empty() {
        let programme = pipeline::edition(&job)?;
        return Ok(listed(&programme, json, locale));
    }
    let mut run = pipeline::run(&job)?;
    let named = run.submission.agreement.programme.as_ref().map(|named| named.value.trim());
    let asked = job.programme.as_deref().unwrap_or_default().trim();
    if let Some(named) = named.filter(|named| named.to_lowercase() != asked.to_lowercase()) {
        return Err(CannotRun::new("readings-other-edition").with("programme", asked).with("seen", named));
    }
    run.price();
    let code = if run.has_errors() { ERRORS_FOUND } else { DONE };
    let mut report = Report { code, ..Report::default() };
    if json {
        report.line(&summary::json(&run.readings_object()));
    } else {
        priced(&run, &mut report, locale);
    }
    Ok(report)
}

/// The readings of an edition without prices.
fn listed(programme: &Programme, json: bool, locale: &Locale) -> Report {
    let mut report = Report::default();
    if json {
        report.line(&summary::json(&result::readings_of(programme)));
        return report;
    }
    head(programme, &["readings-about", "readings-about-choice"], &mut report, locale);
    for (number, reading) in (1..).zip(&programme.readings) {
        question(number, reading, &mut report);
        for way in &reading.ways {
            report.line(&way_line(way, reading, locale));
        }
        report.line(&labelled("readings-basis", &words::basis(reading, locale), locale));
    }
    open_figures(programme, &mut report, locale);
    report
}

/// Lists what the texts do not tell: without these figures nothing is settled, whatever is read how.
fn open_figures(programme: &Programme, report: &mut Report, locale: &Locale) {
    let missing: Vec<_> = programme.open.iter().filter(|f| f.state != OpenState::Given).collect();
    if missing.is_empty() {
        return;
    }
    report.line("");
    report.line(&wrapped("", &locale.text("readings-open-figures", &[])));
    for figure in missing {
        let facts = [
            ("name", Fact::Text(figure.name.clone())),
            ("example", Fact::Text(figure.example.to_owned())),
            ("known", Fact::Text(figure.known.clone())),
        ];
        report.line(&wrapped("  ! ", &locale.text("readings-open-figure", &facts)));
    }
}

fn priced(run: &Run, report: &mut Report, locale: &Locale) {
    let (Some(programme), Some(prices)) = (&run.programme, &run.prices) else {
        report.line(&locale.text("readings-nothing-settled", &[]));
        report.line(&summary::findings(run, locale));
        return;
    };
    head(programme, &["readings-about", "readings-about-prices", "readings-about-choice"], report, locale);
    if run.has_errors() {
        report.line("");
        report.line(&wrapped("", &locale.text("readings-provisional", &[])));
    }
    let sorted = prices.by_size();
    let (dear, free): (Vec<&PricedReading>, Vec<&PricedReading>) =
        sorted.into_iter().partition(|priced| priced.size() > (0, 0));
    for (number, priced) in (1..).zip(dear) {
        question(number, &priced.reading, report);
        let used = format!("{} ({})", priced.reading.used(), priced.reading.in_force);
        report.line(&labelled("readings-now", &used, locale));
        report.line(&labelled("readings-basis", &words::basis(&priced.reading, locale), locale));
        for way in &priced.ways {
            report.line(&labelled("readings-other", &format!("{} ({})", way.meaning, way.word), locale));
            report.line(&wrapped("       ", &words::price(&way.price, locale)));
        }
    }
    let (doubtful, free): (Vec<&PricedReading>, Vec<&PricedReading>) =
        free.into_iter().partition(|priced| priced.is_in_doubt());
    without_amount("readings-impossible", &doubtful, report, locale);
    without_amount("readings-zero", &free, report, locale);
    report.line("");
    report.line(&wrapped("", &words::summary(prices, programme, locale)));
}

/// What costs nothing, or cannot be priced, in one short list under its heading.
fn without_amount(heading: &str, free: &[&PricedReading], report: &mut Report, locale: &Locale) {
    if free.is_empty() {
        return;
    }
    report.line("");
    report.line(&locale.text(heading, &[]));
    for priced in free {
        let reading = &priced.reading;
        let mut told: Vec<String> = Vec::new();
        let nothing = |way: &&PricedWay| way.price.difference().is_none_or(|d| !d.is_nothing());
        for way in priced.ways.iter().filter(nothing) {
            let text = words::price(&way.price, locale);
            if !told.contains(&text) {
                told.push(text);
            }
        }
        told.extend(words::beyond_amounts(reading, locale));
        let mut line = format!("{} ({} = {})", reading.question, reading.name, reading.in_force);
        if !told.is_empty() {
            line = format!("{line}: {}", told.join("; "));
        }
        report.line(&wrapped("  - ", &line));
    }
}

fn head(programme: &Programme, keys: &[&str], report: &mut Report, locale: &Locale) {
    report.line(&locale.text("readings-title", &[("programme", Fact::Text(programme.id.clone()))]));
    report.line(&programme.title);
    report.line("");
    for key in keys {
        report.line(&wrapped("", &locale.text(key, &[])));
    }
}

fn question(number: i64, reading: &Reading, report: &mut Report) {
    report.line("");
    report.line(&wrapped(&format!("{number:>2}. "), &format!("{} [{}]", reading.question, reading.name)));
}

/// A line of a label and a text set in below it.
fn labelled(key: &str, text: &str, locale: &Locale) -> String {
    wrapped(&format!("    {} ", locale.text(key, &[])), text)
}

fn way_line(way: &Way, reading: &Reading, locale: &Locale) -> String {
    let mut text = format!("{}: {}", way.word, way.meaning);
    if way.word == reading.in_force {
        text = format!("{text} ({})", locale.text("readings-default-way", &[]));
    }
    wrapped("    - ", &text)
}
