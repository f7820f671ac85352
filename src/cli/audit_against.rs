//! `audit --against`: two settlements side by side, with what their differences come from.

use std::path::Path;

use clap::ArgMatches;

use super::terminal::{Report as Printed, columns, wrapped};
use super::{DONE, ERRORS_FOUND, arguments, audit_protocol, summary};
use crate::audit::against::figures::{FigureChange, Known, Level};
use crate::audit::against::kind::Kind;
use crate::audit::against::report::{fact, main_amount, report};
use crate::audit::against::{self, Comparison, Side, told};
use crate::audit::protocol::{Amount, Amounts, Facts};
use crate::audit::{Report, Verdict};
use crate::calc::Value;
use crate::finding::{Fact, Finding, render};
use crate::locale::{Language, Locale};
use crate::pipeline::CannotRun;
use crate::pipeline::against::{AgainstJob, compare};
use crate::units::{Day, Exact, Money};

/// Figures of a section that are printed; the others stand in `--json`.
const SHOWN: usize = 24;

/// Figures of an assistant's month that are printed.
const OF_A_MONTH: [&str; 4] =
    ["wage_cost", "employment_co_financing", "supplement_cost", "supplement_co_financing"];

/// Changes of a kind that are printed.
const FINDINGS: usize = 100;

/// Runs the command: compares a workbook with an older one.
pub fn run(
    workbook: &Path,
    older: &Path,
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<Printed, CannotRun> {
    let job = AgainstJob {
        workbook: workbook.to_owned(),
        older: older.to_owned(),
        programmes: arguments::path(matches, "programmes"),
    };
    audit_protocol::check(matches, &[workbook, older])?;
    let (compared, newer, older) = compare(&job)?;
    let report = report(&compared, &newer, &older, locale);
    let code = if report.verdict() == Verdict::Clean { DONE } else { ERRORS_FOUND };
    let mut printed = Printed { code, ..Printed::default() };
    let polish = Locale::of(Language::Polish);
    let paper = against::report::report(&compared, &newer, &older, polish);
    let facts = Facts {
        verdict: verdict(&compared, &paper, (&newer, &older), polish),
        amounts: Some(amounts(&compared, polish)),
        ..Facts::default()
    };
    if matches.get_flag("json") {
        printed.line(&summary::json(&told::object(&compared, &newer, &older, locale)));
        audit_protocol::write(&paper, facts, matches, &mut printed, locale)?;
        return Ok(printed);
    }
    printed.line(&heading(&newer, &older, locale));
    for side in [&newer, &older] {
        if let Some(said) = changed_since(side, locale) {
            printed.line(&format!("{said}\n"));
        }
    }
    for section in sections(&compared, locale) {
        printed.line(&section);
    }
    if !report.findings.is_empty() {
        printed.line(&changes(&report, locale));
    }
    for not in &report.unverified {
        printed.line(&locale.text(not.key, &not.facts));
    }
    printed.line(&verdict(&compared, &report, (&newer, &older), locale));
    audit_protocol::write(&paper, facts, matches, &mut printed, locale)?;
    Ok(printed)
}

/// Says of a workbook that it was changed after it was written: how often, and by how much at most.
fn changed_since(side: &Side, locale: &Locale) -> Option<String> {
    let changed = side.changed_since();
    let largest = changed.first()?.difference.unwrap_or(Money::ZERO);
    let facts = [
        ("file", Fact::Text(side.file.name.clone())),
        ("count", against::report::count(changed.len())),
        ("largest", Fact::Amount(largest)),
        ("money", Fact::Text(if largest == Money::ZERO { "no" } else { "yes" }.to_owned())),
    ];
    Some(locale.text("against-changed-since", &facts))
}

/// Findings by what they are about: data, rules, program, look. The message tells both values already.
fn changes(report: &Report, locale: &Locale) -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let all: Vec<&Finding> = report.findings.iter().filter(|f| Kind::of(f) == kind).collect();
        if all.is_empty() {
            continue;
        }
        text.extend([locale.text(kind.key(), &[]).as_str(), "\n"]);
        let label = |name: &str| locale.text(&format!("against-label-{name}"), &[]);
        for finding in all.iter().take(FINDINGS) {
            let words = render::rendered(finding, &report.sources, locale);
            text.extend([wrapped("  - ", &words.message).as_str(), "\n"]);
            let related = words.related.join("; ");
            let rest = [
                ("place", &words.place),
                ("related", &related),
                (if kind == Kind::Since { "difference" } else { "effect" }, &words.difference),
                ("hint", &words.hint),
            ];
            for (name, value) in rest.into_iter().filter(|(_, value)| !value.is_empty()) {
                text.extend([wrapped(&format!("      {}: ", label(name)), value).as_str(), "\n"]);
            }
        }
        if all.len() > FINDINGS {
            let more = ("count", against::report::count(all.len() - FINDINGS));
            text.extend(["  ", &locale.text("against-more-findings", &[more]), "\n"]);
        }
        text.push('\n');
    }
    text
}

fn heading(newer: &Side, older: &Side, locale: &Locale) -> String {
    let one = |key: &str, side: &Side| {
        let head = &side.trace.head;
        let day = |iso: &str| Day::parse_iso(iso).map_or_else(|| Fact::Text(iso.to_owned()), Fact::Day);
        let facts = [
            ("file", Fact::Text(side.file.name.clone())),
            ("edition", Fact::Text(head.edition.clone())),
            ("from", day(&head.period.0)),
            ("to", day(&head.period.1)),
            ("program", Fact::Text(head.program.clone())),
        ];
        format!("  {}", locale.text(key, &facts))
    };
    let title = locale.text("against-title", &[]);
    format!("{title}\n{}\n{}\n", one("against-newer", newer), one("against-older", older))
}

/// A part of the text: the key of its heading, and what it tells of.
type Section = (&'static str, fn(Level) -> bool);

/// The amounts that differ: of the settlement, of assistants, of their months.
fn sections(compared: &Comparison, locale: &Locale) -> Vec<String> {
    let within: [Section; 3] = [
        ("against-section-totals", |level| level <= Level::Component),
        ("against-section-assistants", |level| level == Level::Assistant),
        ("against-section-lines", |level| level == Level::Line),
    ];
    let one = |(key, of): Section| {
        // Of a month what it cost and what it brought; the steps between are in `--json`.
        let told =
            |f: &&FigureChange| f.key.level != Level::Line || OF_A_MONTH.contains(&f.key.what.as_str());
        let money = compared.figures.iter().filter(|f| f.is_money() && of(f.key.level));
        let all: Vec<&FigureChange> = money.filter(told).collect();
        (!all.is_empty()).then(|| section(key, &all, locale))
    };
    within.into_iter().filter_map(one).collect()
}

fn section(title: &str, figures: &[&FigureChange], locale: &Locale) -> String {
    let mut largest: Vec<&FigureChange> = figures.to_vec();
    if largest.len() > SHOWN {
        let size = |f: &FigureChange| f.difference.as_ref().map_or_else(Exact::zero, Exact::abs);
        largest.sort_by_key(|figure| std::cmp::Reverse(size(figure)));
        largest.truncate(SHOWN);
        largest.sort_by(|a, b| a.key.cmp(&b.key));
    }
    let parted = figures.iter().any(|f| f.parts.is_some());
    let mut heads = vec!["figure", "older", "newer", "difference"];
    if parted {
        heads.extend(told::PARTS.map(|(_, name)| name));
    }
    let mut rows: Vec<Vec<String>> =
        vec![heads.into_iter().map(|head| locale.text(&format!("against-head-{head}"), &[])).collect()];
    rows.extend(largest.iter().map(|figure| row(figure, parted, locale)));
    let mut text = format!("{}\n{}", locale.text(title, &[]), columns(&rows));
    if figures.len() > largest.len() {
        let more = ("count", against::report::count(figures.len() - largest.len()));
        text.extend(["  ", &locale.text("against-more", &[more]), "\n"]);
    }
    text
}

fn row(figure: &FigureChange, parted: bool, locale: &Locale) -> Vec<String> {
    let mut cells = vec![
        label(figure, locale),
        known(figure.older.as_ref(), locale),
        known(figure.newer.as_ref(), locale),
    ];
    cells.push(amount(figure.difference.as_ref(), locale));
    if parted {
        let zero = Exact::zero();
        let part = |part| figure.parts.as_ref().map(|parts| parts.get(&part).unwrap_or(&zero));
        cells.extend(told::PARTS.map(|(of, _)| amount(part(of), locale)));
    }
    cells
}

/// Returns what a figure is of: `A02, czerwiec 2025: koszt wynagrodzenia`.
pub fn label(figure: &FigureChange, locale: &Locale) -> String {
    let key = &figure.key;
    let what = locale.text("against-what", &[("what", Fact::Text(key.what.clone()))]);
    let of = [&key.component, &key.round, &key.assistant, &key.month, &key.form];
    let of: Vec<&str> = of.into_iter().flatten().map(String::as_str).collect();
    if of.is_empty() { what } else { format!("{}: {what}", of.join(", ")) }
}

fn known(known: Option<&Known>, locale: &Locale) -> String {
    match known {
        None => locale.text("against-absent", &[]),
        Some(Known { value: Value::Blank, .. }) => locale.text("against-none", &[]),
        Some(Known { value, format, .. }) => {
            fact(value, *format).map_or_else(String::new, |fact| locale.fact(&fact))
        }
    }
}

fn amount(amount: Option<&Exact>, locale: &Locale) -> String {
    let Some(money) = amount.and_then(Money::from_exact) else { return "-".to_owned() };
    let words = locale.fact(&Fact::Amount(money));
    if money > Money::ZERO { format!("+{words}") } else { words }
}

/// Amounts of the settlement and of assistants for the protocol.
fn amounts(compared: &Comparison, locale: &Locale) -> Amounts {
    let money: Vec<&FigureChange> =
        compared.figures.iter().filter(|f| f.is_money() && f.key.level <= Level::Assistant).collect();
    let number = |known: &Option<Known>| match known {
        None => Some(Exact::zero()),
        Some(Known { value: Value::Number(n), .. }) => Some(n.clone()),
        Some(_) => None,
    };
    let one = |figure: &&FigureChange| Amount {
        label: label(figure, locale),
        older: number(&figure.older),
        newer: number(&figure.newer),
        difference: figure.difference.clone(),
        parts: told::PARTS.map(|(part, _)| {
            figure.parts.as_ref().map(|parts| parts.get(&part).cloned().unwrap_or_else(Exact::zero))
        }),
    };
    let rows: Vec<Amount> = money.iter().take(crate::audit::protocol::MOST).map(one).collect();
    Amounts { more: compared.figures.len() - rows.len(), rows }
}

/// The comparison in one line.
///
/// What was changed in a workbook after it was written comes first: the rest speaks of what was written.
pub fn verdict(
    compared: &Comparison,
    report: &Report,
    (newer, older): (&Side, &Side),
    locale: &Locale,
) -> String {
    let said: Vec<String> = [newer, older].iter().filter_map(|side| changed_since(side, locale)).collect();
    if !said.is_empty() {
        return format!("{} {}", said.join(" "), locale.text("against-verdict-tampered", &[]));
    }
    if report.verdict() == Verdict::Clean {
        let key = if compared.look.is_same() { "against-verdict-same" } else { "against-verdict-look" };
        return locale.text(key, &[]);
    }
    let grant = compared.figures.iter().find(|f| f.key.level == Level::Total && f.key.what == "co_financing");
    let amount = match grant.map(|figure| figure.difference.as_ref()) {
        Some(Some(difference)) => amount(Some(difference), locale),
        Some(None) => locale.text("against-verdict-unknown", &[]),
        None => locale.fact(&Fact::Amount(main_amount(&against::Effect::new()))),
    };
    let facts = [
        ("data", against::report::count(compared.data.len())),
        ("rules", against::report::count(compared.rules.len())),
        ("figures", against::report::count(compared.figures.len())),
        ("amount", Fact::Text(amount)),
    ];
    locale.text("against-verdict-differs", &facts)
}
