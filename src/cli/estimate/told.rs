//! An estimate on the terminal: a table of three variants, and a bar for each component.
//!
//! Figures come ready; here they are only laid out, within 100 columns.

use std::fmt::Write as _;

use crate::calc::{Model, NodeId, Value};
use crate::cli::terminal::{columns, wrapped};
use crate::estimate::Scenario;
use crate::estimate::scenarios::{Estimate, Figures, Sums};
use crate::estimate::sheets::EarlierYear;
use crate::finding::Fact;
use crate::locale::{Language, Locale};
use crate::units::Money;
use crate::units::money::polish_amount;

/// A row of the table: message and sum.
type Row = (&'static str, fn(&Sums) -> NodeId);

const ROWS: [Row; 13] = [
    ("estimate-row-task", |s| s.task_cost),
    ("estimate-row-asked-supplement", |s| s.asked_supplement),
    ("estimate-row-asked-employment", |s| s.asked_employment),
    ("estimate-row-asked", |s| s.asked),
    ("estimate-row-award", |s| s.award),
    ("estimate-row-own", |s| s.own),
    ("estimate-row-outside", |s| s.outside),
    ("estimate-row-thirteenth", |s| s.thirteenth),
    ("estimate-row-to-vote", |s| s.to_vote),
    ("estimate-row-others", |s| s.others),
    ("estimate-row-laid-out", |s| s.most_laid_out),
    ("estimate-row-families", |s| s.families),
    ("estimate-row-per-family", |s| s.per_family),
];

/// Signs of a whole bar.
const BAR: i64 = 30;

/// The table and the bars.
pub fn estimate(estimate: &Estimate, locale: &Locale) -> String {
    let t = |key: &str| locale.text(key, &[]);
    let year = ("year", Fact::Text(estimate.year.to_string()));
    let mut text = locale.text("estimate-title", std::slice::from_ref(&year));
    text.push('\n');
    if estimate.assumed {
        let id = ("edition", Fact::Text(estimate.programme.id.clone()));
        text.push_str(&wrapped("", &locale.text("estimate-assumed", &[year, id])));
        text.push('\n');
    }
    text.push('\n');
    let mut rows = vec![std::iter::once(String::new()).chain(Scenario::ALL.map(|s| t(named(s)))).collect()];
    for (key, sum) in ROWS {
        let cells = estimate.scenarios.iter().map(|s| {
            let id = sum(&s.sums);
            if key == "estimate-row-families" {
                count(&estimate.model, id)
            } else {
                shown(&estimate.model, id, locale)
            }
        });
        let part = key == "estimate-row-to-vote" && estimate.is_part_of_year();
        let key = if part { "estimate-row-to-vote-part" } else { key };
        rows.push(std::iter::once(t(key)).chain(cells).collect::<Vec<String>>());
    }
    text.push_str(&columns(&rows));
    text.push('\n');
    text.push_str(&bars(estimate, locale));
    text
}

fn named(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Careful => "estimate-careful",
        Scenario::Base => "estimate-base",
        Scenario::Ambitious => "estimate-ambitious",
    }
}

/// A component of a scenario: cost, request, expected award.
type Part = (&'static str, [fn(&Sums) -> NodeId; 3]);

const PARTS: [Part; 2] = [
    ("cli-component-supplement", [|s| s.supplement_cost, |s| s.asked_supplement, |s| s.award_supplement]),
    ("cli-component-employment", [|s| s.employment_cost, |s| s.asked_employment, |s| s.award_employment]),
];

/// One bar a component and variant: the whole bar is the cost; filled what is expected, shaded what is asked for and
/// not expected, light what is own money in any case.
fn bars(estimate: &Estimate, locale: &Locale) -> String {
    let mut text = locale.text("estimate-bars", &[]);
    text.push('\n');
    for (key, nodes) in PARTS {
        let name = locale.text(key, &[]);
        let _infallible = writeln!(text, "  {name}");
        for figures in &estimate.scenarios {
            let _infallible = writeln!(text, "{}", bar(&estimate.model, figures, nodes, locale));
        }
    }
    text
}

fn bar(model: &Model, figures: &Figures, nodes: [fn(&Sums) -> NodeId; 3], locale: &Locale) -> String {
    let [cost, asked, award] = nodes.map(|pick| model.money(pick(&figures.sums)).grosze());
    let part = |amount: i64| if cost > 0 { (amount.clamp(0, cost) * BAR + cost / 2) / cost } else { 0 };
    let (expected, requested) = (part(award), part(asked).max(part(award)));
    let signs = |sign: &str, n: i64| sign.repeat(usize::try_from(n).unwrap_or(0));
    let drawn = [
        signs("█", expected),
        signs("▒", requested - expected),
        signs("░", if cost > 0 { BAR - requested } else { 0 }),
    ];
    let facts = [
        ("asked", Fact::Text(amount(Money::from_grosze(asked), locale))),
        ("award", Fact::Text(amount(Money::from_grosze(award), locale))),
        ("own", Fact::Text(amount(Money::from_grosze(cost - award), locale))),
    ];
    let name = locale.text(named(figures.scenario), &[]);
    format!("    {name:<9} {:<30}  {}", drawn.concat(), locale.text("estimate-bar", &facts))
}

/// Request, award and use by year.
pub fn years(years: &[EarlierYear], locale: &Locale) -> String {
    let t = |key: &str| locale.text(key, &[]);
    let keys = ["estimate-year", "estimate-year-asked", "estimate-year-awarded", "estimate-year-used"];
    let mut rows = vec![keys.map(t).to_vec()];
    let told = |money: Option<Money>| money.map_or_else(|| "—".to_owned(), |m| amount(m, locale));
    for year in years {
        let cells = [year.asked, year.awarded, year.used].map(told);
        rows.push(std::iter::once(year.year.to_string()).chain(cells).collect());
    }
    format!("{}\n{}", t("estimate-years"), columns(&rows))
}

fn amount(amount: Money, locale: &Locale) -> String {
    match locale.language() {
        Language::Polish => polish_amount(&amount.to_exact(), 2),
        Language::English => amount.to_string(),
    }
}

fn shown(model: &Model, id: NodeId, locale: &Locale) -> String {
    match model.value(id) {
        Value::Number(_) => amount(model.money(id), locale),
        Value::Blank | Value::Text(_) => "—".to_owned(),
    }
}

fn count(model: &Model, id: NodeId) -> String {
    match model.value(id) {
        Value::Number(n) => n.to_short(0),
        Value::Blank | Value::Text(_) => "—".to_owned(),
    }
}
