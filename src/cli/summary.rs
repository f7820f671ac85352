//! What a run did, in words: files read, the programme, the components, the findings.
//!
//! Figures come ready from the settlement; nothing is added up here.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::terminal::columns;
use super::{DONE, ERRORS_FOUND};
use crate::calc::{Model, NodeId, Value};
use crate::finding::{Fact, render};
use crate::locale::{Language, Locale};
use crate::pipeline::Run;
use crate::programme::Origin;
use crate::records::{FundComponent, HalfYear};
use crate::settlement::{ComponentFigures, RoundFigures, Settled};
use crate::units::Money;
use crate::units::money::polish_amount;
use crate::witness::{Agreement, ENGINE, ENGINE_VERSION};

/// Returns 1 when errors were found.
pub fn exit_code(run: &Run) -> u8 {
    if run.has_errors() { ERRORS_FOUND } else { DONE }
}

/// Writes an object as JSON.
pub fn json(object: &impl Serialize) -> String {
    serde_json::to_string_pretty(object).unwrap_or_default()
}

/// Names a file that was written.
pub fn written(key: &str, path: &Path, locale: &Locale) -> String {
    locale.text(key, &[("path", Fact::Text(path.display().to_string()))])
}

/// Says that the second engine computed a workbook and found the same results.
pub fn agreed(key: &str, agreement: Agreement, locale: &Locale) -> String {
    let engine = Fact::Text(format!("{ENGINE} {ENGINE_VERSION}"));
    let formulas = Fact::Count(i64::try_from(agreement.formulas).unwrap_or(i64::MAX));
    locale.text(key, &[("engine", engine), ("formulas", formulas)])
}

/// Says why there is no settlement, or that it is a draft.
pub fn remark(run: &Run, draft: bool, locale: &Locale) -> Option<String> {
    let key = match (draft && run.settled.is_some(), run.has_errors()) {
        (true, true) => "cli-draft-with-errors",
        (true, false) => "cli-draft-made",
        (false, true) => "cli-nothing-written",
        (false, false) => return None,
    };
    Some(locale.text(key, &[]))
}

/// Lists the files read with their tables, and the programme and period.
pub fn files(run: &Run, locale: &Locale) -> String {
    let mut text = locale.text("cli-files-read", &[]);
    text.push('\n');
    for file in &run.files {
        let facts = [("file", Fact::Text(file.name.clone())), ("rows", Fact::Count(file.rows))];
        let _infallible = writeln!(text, "  {}", locale.text("cli-file-read", &facts));
    }
    if let Some(programme) = &run.programme {
        let facts =
            [("id", Fact::Text(programme.id.clone())), ("title", Fact::Text(programme.title.clone()))];
        let _infallible = writeln!(text, "{}", locale.text("cli-programme-used", &facts));
        if let Some(key) = origin_key(programme.origin) {
            let _infallible = writeln!(text, "{}", locale.text(key, &[]));
        }
    }
    if let (Some(period), Some(as_of)) = (run.period, run.as_of) {
        let facts =
            [("from", Fact::Day(period.first)), ("to", Fact::Day(period.last)), ("day", Fact::Day(as_of))];
        let _infallible = writeln!(text, "{}", locale.text("cli-period", &facts));
    }
    text
}

/// Returns the message that says whose rules these are, when they are not the program's own.
pub fn origin_key(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::BuiltIn => None,
        Origin::Folder => Some("cli-rules-of-folder"),
        Origin::FolderOverBuiltIn => Some("cli-rules-of-folder-over-built-in"),
    }
}

/// Lists the findings, worst first, and counts them.
pub fn findings(run: &Run, locale: &Locale) -> String {
    render::text(&run.rendered(locale), locale)
}

/// Shows the components of every round, and the totals.
pub fn components(run: &Run, locale: &Locale) -> String {
    let Some(settled) = &run.settled else { return String::new() };
    let t = |key: &str| locale.text(key, &[]);
    let headings = ["component", "cost", "limit", "awarded", "transferred", "co-financing", "own", "unused"];
    let mut rows = vec![headings.map(|h| t(&format!("cli-column-{h}"))).to_vec()];
    for round in &settled.rounds {
        rows.extend(round_rows(settled, round, locale));
    }
    rows.push(total_row(settled, locale));
    let totals = &settled.totals;
    let mut text = columns(&rows);
    let facts = [
        ("left", Fact::Text(shown(&settled.model, totals.left_to_return, locale))),
        ("due", Fact::Text(shown(&settled.model, totals.due_not_transferred, locale))),
    ];
    text.push_str(&locale.text("cli-to-return", &facts));
    text.push('\n');
    text
}

fn round_rows(settled: &Settled, round: &RoundFigures, locale: &Locale) -> Vec<Vec<String>> {
    let several = settled.rounds.len() > 1;
    let half = round.half_year.filter(|_| several).map(HalfYear::word);
    [&round.supplement, &round.employment]
        .into_iter()
        .flatten()
        .map(|figures| component_row(settled, figures, half, locale))
        .collect()
}

fn component_row(
    settled: &Settled,
    figures: &ComponentFigures,
    half: Option<&str>,
    locale: &Locale,
) -> Vec<String> {
    let name = locale.text(
        match figures.component {
            FundComponent::Supplement => "cli-component-supplement",
            FundComponent::EmploymentCost => "cli-component-employment",
        },
        &[],
    );
    let mut row = vec![half.map_or(name.clone(), |half| format!("{name} {half}"))];
    let nodes = [
        figures.cost,
        figures.limit,
        figures.awarded,
        figures.transferred,
        figures.co_financing,
        figures.own_contribution,
        figures.unused,
    ];
    row.extend(nodes.map(|id| shown(&settled.model, id, locale)));
    row
}

fn total_row(settled: &Settled, locale: &Locale) -> Vec<String> {
    let totals = &settled.totals;
    let node = |id| shown(&settled.model, id, locale);
    vec![
        locale.text("cli-total", &[]),
        node(totals.task_cost),
        String::new(),
        String::new(),
        node(totals.transferred),
        node(totals.co_financing),
        node(totals.own_contribution),
        node(totals.to_return),
    ]
}

/// Writes an amount without its currency, which the heading names; what is not known is a dash.
pub fn shown(model: &Model, id: NodeId, locale: &Locale) -> String {
    match model.value(id) {
        Value::Blank | Value::Text(_) => "—".to_owned(),
        Value::Number(_) => amount(model.money(id), locale),
    }
}

/// Writes an amount in whole grosze without its currency, as the language writes numbers.
pub fn amount(amount: Money, locale: &Locale) -> String {
    match locale.language() {
        Language::Polish => polish_amount(&amount.to_exact(), 2),
        Language::English => amount.to_string(),
    }
}
