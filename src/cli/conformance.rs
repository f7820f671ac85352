//! `programmes conformance`: the public record settled again, as a table, with the three kinds counted apart.

use clap::{ArgMatches, Command};

use super::terminal::{Report, table};
use super::{DONE, ERRORS_FOUND, arguments, summary};
use crate::conformance::{self, FigureOutcome, Kind, Outcome, PublicRecord};
use crate::finding::Fact;
use crate::locale::{Language, Locale};
use crate::pipeline::{self, CannotRun};
use crate::units::Money;
use crate::units::money::polish_amount;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("conformance", &["programmes", "conformance"], locale)
        .alias("zgodnosc")
        .arg(arguments::path_option("cases", "folder", "cli-cases-dir", locale))
        .arg(arguments::path_option("programmes", "folder", "cli-programmes-dir", locale))
        .arg(arguments::switch("json", "cli-json", locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let record = match arguments::path(matches, "cases") {
        Some(folder) => PublicRecord::from_dir(&folder)?,
        None => PublicRecord::built_in()?,
    };
    let catalogue = pipeline::catalogue(arguments::path(matches, "programmes").as_deref())?;
    let outcomes = conformance::check_all(&record, &catalogue, locale);
    let good = outcomes.iter().all(Outcome::as_recorded);
    let mut report = Report { code: if good { DONE } else { ERRORS_FOUND }, ..Report::default() };
    if matches.get_flag("json") {
        report.line(&summary::json(&conformance::object(&record, &outcomes, locale)));
        return Ok(report);
    }
    report.out.push_str(&figures(&outcomes, locale));
    contradictions(&mut report, &outcomes, locale);
    rest(&mut report, &record, locale);
    verdict(&mut report, &record, &outcomes, locale);
    Ok(report)
}

/// The columns that hold amounts.
const AMOUNTS: [usize; 3] = [3, 4, 5];

fn figures(outcomes: &[Outcome<'_>], locale: &Locale) -> String {
    let headings =
        ["municipality", "year", "figure", "published", "computed", "difference", "kind", "inferred"];
    let mut rows = vec![headings.map(|h| locale.text(&format!("conformance-heading-{h}"), &[])).to_vec()];
    for outcome in outcomes {
        for (n, figure) in outcome.figures.iter().enumerate() {
            rows.push(row(outcome, figure, n == 0, locale));
        }
    }
    table(&rows, &AMOUNTS)
}

/// A figure; who, when and what was inferred stand with the first figure of a case alone.
fn row(outcome: &Outcome<'_>, figure: &FigureOutcome, first: bool, locale: &Locale) -> Vec<String> {
    let case = outcome.case;
    let once = |text: &str| if first { text.to_owned() } else { String::new() };
    vec![
        once(&case.municipality),
        once(&case.year),
        figure.quantity.text(locale),
        bare(Some(figure.published), locale),
        bare(figure.computed, locale),
        bare(figure.difference, locale),
        once(&locale.text(&format!("conformance-{}", case.kind.word()), &[])),
        once(&case.inferred),
    ]
}

/// Writes an amount without its currency, which the heading names; what is not known is a dash.
fn bare(amount: Option<Money>, locale: &Locale) -> String {
    match (amount, locale.language()) {
        (None, _) => "—".to_owned(),
        (Some(amount), Language::Polish) => polish_amount(&amount.to_exact(), 2),
        (Some(amount), Language::English) => amount.to_string(),
    }
}

fn contradictions(report: &mut Report, outcomes: &[Outcome<'_>], locale: &Locale) {
    let against: Vec<&Outcome<'_>> = outcomes.iter().filter(|o| o.case.kind == Kind::Contradicting).collect();
    if against.is_empty() {
        return;
    }
    report.line("");
    report.line(&locale.text("conformance-contradictions", &[]));
    for outcome in against {
        for figure in &outcome.figures {
            let (Some(computed), Some(difference)) = (figure.computed, figure.difference) else { continue };
            if difference == Money::ZERO {
                continue;
            }
            let facts = [
                ("municipality", Fact::Text(outcome.case.municipality.clone())),
                ("year", Fact::Text(outcome.case.year.clone())),
                ("figure", Fact::Text(figure.quantity.text(locale))),
                ("published", Fact::Amount(figure.published)),
                ("computed", Fact::Amount(computed)),
                ("difference", Fact::Amount(difference)),
            ];
            report.line(&format!("  {}", locale.text("conformance-contradiction", &facts)));
        }
        for finding in &outcome.findings {
            report.line(&format!("    {}: {}", finding.code, finding.message));
        }
    }
}

/// Lists what was published and cannot be computed again, each with its reason: nothing is left unsaid.
fn rest(report: &mut Report, record: &PublicRecord, locale: &Locale) {
    if record.not_recomputed.is_empty() {
        return;
    }
    report.line("");
    report.line(&locale.text("conformance-not-recomputed", &[]));
    let row = |one: &conformance::NotRecomputed| {
        vec![one.municipality.clone(), one.year.clone(), one.published.clone(), one.reason.clone()]
    };
    let rows: Vec<Vec<String>> = record.not_recomputed.iter().map(row).collect();
    report.out.push_str(&table(&rows, &[]));
}

fn verdict(report: &mut Report, record: &PublicRecord, outcomes: &[Outcome<'_>], locale: &Locale) {
    let bad: Vec<&Outcome<'_>> = outcomes.iter().filter(|o| !o.as_recorded()).collect();
    if !bad.is_empty() {
        report.line("");
        report.line(&locale.text("conformance-troubles", &[]));
        for outcome in &bad {
            for trouble in &outcome.troubles {
                let case = outcome.case;
                let what = trouble.text(locale);
                report.line(&format!("  {} {} ({}): {what}", case.municipality, case.year, case.place));
            }
        }
    }
    report.line("");
    report.line(&locale.text("conformance-counts", &counted(record, outcomes)));
    let number = if bad.is_empty() { outcomes.len() } else { bad.len() };
    let key = if bad.is_empty() { "conformance-verdict-good" } else { "conformance-verdict-bad" };
    report.line(&locale.text(key, &[("count", count(number))]));
}

fn counted(record: &PublicRecord, outcomes: &[Outcome<'_>]) -> Vec<(&'static str, Fact)> {
    let of = |kind| conformance::counts(outcomes, kind);
    let (reproduced, consistent) = (of(Kind::Reproduced), of(Kind::Consistent));
    let contradicting = of(Kind::Contradicting);
    vec![
        ("reproduced", count(reproduced.as_recorded)),
        ("reproduced-all", count(reproduced.all)),
        ("consistent", count(consistent.as_recorded)),
        ("consistent-all", count(consistent.all)),
        ("contradicting", count(contradicting.as_recorded)),
        ("contradicting-all", count(contradicting.all)),
        ("rest", count(record.not_recomputed.len())),
    ]
}

fn count(number: usize) -> Fact {
    Fact::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
