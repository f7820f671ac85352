//! `radar`: what is near a limit in the running year, on the terminal, as a workbook, as JSON.
//!
//! Rows come ready from [`crate::radar`]; here they are laid out for a window of 100 letters.

use clap::{ArgMatches, Command};

use super::summary::{self, shown};
use super::terminal::{Report, table, wrapped};
use super::{arguments, settle};
use crate::calc::Model;
use crate::estimate::sensitivity::{Sensitivity, sheet};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun, radar as stages};
use crate::radar::{MoneyRow, MonthRow, Radar, words};
use crate::units::{Day, Exact, Money};

/// Letters of a bar.
const BAR: usize = 40;
/// Months told on the terminal; the others stand in the workbook and in JSON.
const MONTHS: usize = 30;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    arguments::command("radar", &["radar"], locale)
        .arg(arguments::inputs(locale))
        .arg(arguments::path_option("out", "file", "cli-radar-out", locale))
        .args(
            arguments::rules(locale)
                .map(|arg| if arg.get_id() == "as-of" { arg.required(true) } else { arg }),
        )
        .arg(arguments::switch("json", "cli-json", locale))
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = settle::job(matches);
    let out = arguments::path(matches, "out");
    let outputs: Vec<_> = out.iter().map(AsRef::as_ref).collect();
    let force = matches.get_flag("force");
    pipeline::outputs::check(&outputs, &job.inputs, force)?;
    pipeline::outputs::workbooks(&outputs)?;
    let mut run = stages::run(&job)?;
    let radar = stages::of(&mut run);
    let brought = stages::sensitivity_of(&run);
    let mut agreed = None;
    if let (Some(path), Some(radar), false) = (&out, &radar, run.has_errors())
        && let Some(workbook) = stages::workbook(&mut run, radar, brought.as_ref())?
    {
        workbook.put(path, force)?;
        agreed = Some(workbook.agreement());
    }
    let mut report = Report { code: summary::exit_code(&run), ..Report::default() };
    let made = radar.as_ref().zip(run.settled.as_ref());
    if matches.get_flag("json") {
        let object =
            made.map(|(radar, settled)| stages::result::object(radar, &settled.model, brought.as_ref()));
        report.line(&summary::json(&object));
        return Ok(report);
    }
    let Some((radar, settled)) = made else {
        report.line(&summary::findings(&run, locale));
        return Ok(report);
    };
    told(radar, &settled.model, &mut report, locale);
    if let Some(brought) = &brought {
        outcomes(brought, &mut report, locale);
    }
    if run.has_errors() {
        report.line("");
        report.line(&wrapped("", &locale.text("radar-errors", &[])));
    }
    if let (Some(path), Some(agreed)) = (&out, agreed) {
        report.line("");
        report.line(&summary::written("radar-written", path, locale));
        report.line(&wrapped("", &summary::agreed("witness-agrees", agreed, locale)));
    }
    Ok(report)
}

fn told(radar: &Radar, model: &Model, report: &mut Report, locale: &Locale) {
    report.line(&locale.text("radar-title", &[("day", Fact::Day(radar.as_of))]));
    report.line("");
    report.line(&locale.text("radar-money", &[]));
    for row in &radar.money {
        money(row, (model, radar.as_of), report, locale);
    }
    report.line(&wrapped("  ", &locale.text("radar-pace", &[])));
    report.line("");
    report.line(&locale.text("radar-months", &[]));
    for row in radar.months.iter().take(MONTHS) {
        month(row, model, report, locale);
    }
    let more = radar.months.len().saturating_sub(MONTHS);
    if radar.months.is_empty() {
        report.line(&format!("  {}", locale.text("radar-none", &[])));
    } else if more > 0 {
        let count = Fact::Count(i64::try_from(more).unwrap_or(i64::MAX));
        report.line(&wrapped("  ", &locale.text("radar-more", &[("count", count)])));
    }
    report.line("");
    report.line(&locale.text("radar-families", &[]));
    let near: Vec<_> = radar.caseload.iter().filter(|row| words::is_near(row.load)).collect();
    for row in &near {
        report.line(&wrapped(&format!("  {}: ", row.assistant), &words::load(row, model, locale)));
    }
    if near.is_empty() {
        report.line(&format!("  {}", locale.text("radar-none", &[])));
    }
}

fn money(row: &MoneyRow, (model, as_of): (&Model, Day), report: &mut Report, locale: &Locale) {
    let component = match row.component {
        crate::records::FundComponent::Supplement => "cli-component-supplement",
        crate::records::FundComponent::EmploymentCost => "cli-component-employment",
    };
    let name = locale.text(component, &[]);
    let name = row.half_year.map_or(name.clone(), |half| format!("{name} {}", half.word()));
    let all = [row.awarded, row.transferred].into_iter().find(|id| !model.value(*id).is_blank());
    let used = shown(model, row.used, locale);
    report.line(&format!("  {name}"));
    if let Some(all) = all {
        let facts = [("used", Fact::Text(used)), ("all", Fact::Text(shown(model, all, locale)))];
        let bar = bar(&model.number(row.used), &model.number(all));
        report.line(&format!("  {bar}  {}", locale.text("radar-bar", &facts)));
    } else {
        let facts = [("used", Fact::Text(used))];
        report.line(&format!("  {}", locale.text("radar-no-award", &facts)));
    }
    let mut rows = Vec::new();
    let day = [("day", Fact::Day(as_of))];
    // What the tables plan after the day stands apart, where they plan anything.
    let later = [("radar-planned", Some(row.planned)), ("radar-received-later", row.received_later)];
    for (key, id) in later {
        let Some(id) = id.filter(|id| !model.number(*id).is_zero()) else { continue };
        rows.push(vec![format!("  {}", locale.text(key, &day)), shown(model, id, locale)]);
    }
    for (key, id) in [
        ("radar-unspent", row.unspent),
        ("radar-forecast", row.forecast),
        ("radar-unused", row.unused),
        ("radar-to-return", row.to_return),
        ("radar-missing", row.missing),
    ] {
        rows.push(vec![format!("  {}", locale.text(key, &[])), shown(model, id, locale)]);
    }
    for source in &row.sources {
        let label = locale.text("radar-source", &[("source", Fact::Text(source.source.word().to_owned()))]);
        rows.push(vec![format!("  {label}"), shown(model, source.unspent, locale)]);
    }
    report.line(table(&rows, &[1]).trim_end());
    report.line("");
}

fn month(row: &MonthRow, model: &Model, report: &mut Report, locale: &Locale) {
    let worth = row.worth.map(|id| shown(model, id, locale)).unwrap_or_default();
    let facts = [
        ("assistant", Fact::Text(row.assistant.clone())),
        ("month", Fact::Month(row.month)),
        ("worth", Fact::Text(worth)),
        ("why", Fact::Text(words::why(row, model, locale))),
        ("remedy", Fact::Text(words::remedy(row, locale))),
    ];
    report.line(&wrapped("  - ", &locale.text("radar-month", &facts)));
}

/// What single changes bring: the change, then what it gives by the rules, in co-financing and in own contribution.
pub(super) fn outcomes(brought: &Sensitivity, report: &mut Report, locale: &Locale) {
    report.line("");
    report.line(&locale.text("sensitivity-title", &[]));
    let signed = |amount: Money| {
        let text = summary::amount(amount, locale);
        if amount > Money::ZERO { format!("+{text}") } else { text }
    };
    for outcome in &brought.outcomes {
        report.line(&wrapped("  - ", &sheet::told(&outcome.change, locale)));
        let mut parts = Vec::new();
        if let (Some(before), Some(after)) = (outcome.before.limit, outcome.after.limit) {
            let more = Money::from_grosze(after.grosze().saturating_sub(before.grosze()));
            parts.push(("limit", signed(more)));
        }
        parts.push(("co-financing", signed(outcome.gained())));
        parts.push(("own", signed(outcome.own_added())));
        let told = parts.into_iter().map(|(key, amount)| {
            locale.text(&format!("sensitivity-head-{key}"), &[("amount", Fact::Text(amount))])
        });
        report.line(&wrapped("    ", &told.collect::<Vec<_>>().join(", ")));
    }
    report.line(&wrapped("  ", &locale.text("sensitivity-note", &[])));
}

/// A bar of [`BAR`] letters: what is used of all.
fn bar(used: &Exact, all: &Exact) -> String {
    let letters = i64::try_from(BAR).unwrap_or(0);
    let share = (used * &Exact::whole(letters)).checked_div(all).unwrap_or_else(Exact::zero);
    let full = share.cut_down(0).to_i64().unwrap_or(letters).clamp(0, letters);
    let full = usize::try_from(full).unwrap_or(0);
    format!("{}{}", "█".repeat(full), "░".repeat(BAR - full))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::cli::DONE;
    use crate::locale::Language;

    fn said(language: Language, extra: &[&str]) -> Report {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025");
        let sample = sample.display().to_string();
        let mut line = vec!["radar", sample.as_str(), "--as-of", "2025-10-15"];
        line.extend(extra);
        let locale = Locale::of(language);
        let matches = command(locale).try_get_matches_from(line).expect("the arguments are right");
        super::run(&matches, locale).expect("the sample is read")
    }

    #[test]
    fn the_radar_fits_a_hundred_columns_and_has_a_bar_for_each_component() {
        for language in [Language::Polish, Language::English] {
            let report = said(language, &[]);
            assert_eq!(report.code, DONE);
            let wide = report.out.lines().find(|line| line.chars().count() > 100);
            assert_eq!(wide, None);
            // The bar of the supplements is empty: all of them are paid after the day.
            let bars: Vec<&str> = report.out.lines().filter(|line| line.contains(['█', '░'])).collect();
            assert_eq!(bars.len(), 2, "{}", report.out);
            let letters = |line: &&&str| line.chars().filter(|c| matches!(c, '█' | '░')).count();
            assert!(bars.iter().all(|line| letters(&line) == BAR), "{bars:?}");
            assert!(!report.out.contains("radar-") && !report.out.contains("sensitivity-"), "{}", report.out);
        }
    }

    #[test]
    fn a_day_outside_the_year_and_tables_of_another_programme_are_refused() {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025");
        let sample = sample.display().to_string();
        let locale = Locale::of(Language::Polish);
        let refused = |line: &[&str]| {
            let line = ["radar", &sample].into_iter().chain(line.iter().copied());
            let matches = command(locale).try_get_matches_from(line).expect("the arguments are right");
            let report = super::run(&matches, locale).expect("the sample is read");
            assert_ne!(report.code, DONE);
            report.out
        };
        for day in ["2024-01-01", "2021-12-10", "2027-03-01"] {
            assert!(refused(&["--as-of", day]).contains("radar-day-outside"), "{day}");
        }
        let other = refused(&["--as-of", "2025-10-15", "--programme", "dodatek-motywacyjny-2024-2027"]);
        assert!(other.contains("radar-other-programme") && !other.contains('█'), "{other}");
    }

    #[test]
    fn a_bar_is_empty_at_nothing_full_at_all_and_never_longer() {
        let bar = |used, all| bar(&Exact::whole(used), &Exact::whole(all));
        assert_eq!(bar(0, 10), "░".repeat(40));
        assert_eq!(bar(1, 4), format!("{}{}", "█".repeat(10), "░".repeat(30)));
        assert_eq!(bar(10, 10), "█".repeat(40));
        assert_eq!(bar(50, 10), "█".repeat(40));
        assert_eq!(bar(5, 0), "░".repeat(40));
    }

    #[test]
    fn the_workbook_is_computed_by_the_second_engine_and_never_replaced_without_force() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("radar.xlsx").display().to_string();
        let report = said(Language::Polish, &["--out", &path]);
        assert!(report.out.contains("IronCalc") && report.out.contains("Zapisano radar"), "{}", report.out);
        let first = std::fs::read(&path).expect("written");
        let locale = Locale::of(Language::Polish);
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025");
        let sample = sample.display().to_string();
        let line = ["radar", &sample, "--as-of", "2025-10-15", "--out", &path];
        let again = command(locale).try_get_matches_from(line).expect("the arguments are right");
        assert!(super::run(&again, locale).is_err());
        let report = said(Language::Polish, &["--out", &path, "--force"]);
        assert_eq!(report.code, DONE);
        assert_eq!(std::fs::read(&path).expect("written again"), first, "the same bytes");
    }

    #[test]
    fn json_holds_money_months_families_and_what_changes_bring() {
        let report = said(Language::Polish, &["--json"]);
        let json: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        // Every supplement of the sample is paid on 29 December; the earnings of the months that have begun make the pace.
        assert_eq!(
            (&json["money"][0]["used"], &json["money"][0]["received_later"]),
            (&"0.00".into(), &"6300.00".into())
        );
        assert_eq!(
            (&json["money"][0]["planned"], &json["money"][0]["to_return"]),
            (&"5534.10".into(), &"0.00".into())
        );
        assert_eq!(json["months"][0]["reasons"], serde_json::json!(["hours"]));
        let over = json["caseload"].as_array().expect("rows").iter().find(|row| row["load"] == "was-over");
        assert_eq!(over.map(|row| row["peak"].clone()), Some("16".into()));
        assert!(json["sensitivity"].as_array().is_some_and(|rows| rows.len() > 3), "{json}");
    }
}
