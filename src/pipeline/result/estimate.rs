//! The result of `estimate` as JSON. Keys are a promise; amounts are text with two decimals, null where not known.

use serde::Serialize;

use super::{Amount, MunicipalityObject, SecondEngineObject, amount, second_engine};
use crate::calc::{Model, NodeId, Value};
use crate::estimate::months::{CashMonth, RequestMonth};
use crate::estimate::scenarios::{Estimate, Figures, Person, Sums};
use crate::estimate::sheets::EarlierYear;
use crate::estimate::{AssumptionRow, Scenario};
use crate::finding::render::json;
use crate::locale::Locale;
use crate::pipeline::estimate::Estimated;
use crate::units::Money;
use crate::witness::Agreement;

/// The result of `estimate`.
#[derive(Serialize, Debug)]
pub struct EstimateObject {
    /// Edition whose rules are used; null when nothing was estimated.
    pub programme: Option<String>,
    /// Its title, which says what it assumes.
    pub title: Option<String>,
    /// The estimated year.
    #[serde(rename = "for")]
    pub year: Option<i32>,
    /// Are the rules another year's?
    pub rules_assumed: Option<bool>,
    /// Whose.
    pub municipality: MunicipalityObject,
    /// The day the estimate is of.
    pub as_of: Option<String>,
    /// Careful, base, ambitious.
    pub scenarios: Vec<ScenarioObject>,
    /// What they rest on.
    pub assumptions: Vec<AssumptionObject>,
    /// This year and earlier ones, where earlier ones were given.
    pub years: Vec<YearObject>,
    /// The second engine; null when no workbook was written.
    pub second_engine: Option<SecondEngineObject>,
    /// Findings, worst first.
    pub findings: serde_json::Value,
}

/// One scenario.
#[derive(Serialize, Debug)]
pub struct ScenarioObject {
    /// `careful`, `base` or `ambitious`.
    pub scenario: &'static str,
    /// Its sums.
    pub totals: SumsObject,
    /// Months of the request.
    pub months: Vec<MonthObject>,
    /// Months of cash.
    pub cash: Vec<CashObject>,
    /// Assistants by identifier.
    pub assistants: Vec<PersonObject>,
}

/// Sums of a scenario.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of estimate::scenarios::Sums, documented there")]
pub struct SumsObject {
    pub supplement_cost: Amount,
    pub employment_cost: Amount,
    pub task_cost: Amount,
    pub requested_supplement: Amount,
    pub requested_employment: Amount,
    pub requested: Amount,
    pub expected_supplement: Amount,
    pub expected_employment: Amount,
    pub expected: Amount,
    pub own_contribution: Amount,
    pub outside_programme: Amount,
    pub thirteenth_salary: Amount,
    pub own_money_to_vote: Amount,
    pub other_public_money: Amount,
    pub most_laid_out: Amount,
    pub families: Option<String>,
    pub cost_per_family: Amount,
}

/// A month of the request.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of estimate::months::RequestMonth, documented there")]
pub struct MonthObject {
    pub month: String,
    pub assistants: Option<String>,
    pub posts_employment: Option<String>,
    pub posts_service: Option<String>,
    pub posts: Option<String>,
    pub posts_entitled: Option<String>,
    pub gross: Amount,
    pub contributions: Amount,
    pub employment_cost: Amount,
    pub requested_employment: Amount,
    pub requested_supplement: Amount,
    pub requested: Amount,
    pub own: Amount,
}

/// A month of cash.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of estimate::months::CashMonth, documented there")]
pub struct CashObject {
    pub month: String,
    pub cost: Amount,
    pub from_programme: Amount,
    pub own: Amount,
    pub received: Amount,
    pub laid_out: Amount,
}

/// An assistant.
#[derive(Serialize, Debug)]
pub struct PersonObject {
    /// Identifier.
    pub id: String,
    /// Whole cost of the year.
    pub cost: Amount,
    /// Families at the end of this year.
    pub families: Option<String>,
    /// Cost over families.
    pub cost_per_family: Amount,
}

/// An assumption.
#[derive(Serialize, Debug)]
pub struct AssumptionObject {
    /// Stable name.
    pub key: &'static str,
    /// What it is called, in Polish.
    pub label: String,
    /// Careful, base, ambitious; null where blank. Shares are fractions of one, days and months serial numbers.
    pub values: [Option<String>; 3],
    /// How sure.
    pub mark: &'static str,
    /// Where it comes from, in Polish.
    pub source: String,
}

/// A year of the municipality's own tables.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of estimate::sheets::EarlierYear, documented there")]
pub struct YearObject {
    pub year: i32,
    pub programme: String,
    pub requested: Amount,
    pub awarded: Amount,
    pub used: Amount,
    pub task_cost: Amount,
}

/// Returns the result.
pub fn object(estimated: &Estimated, agreement: Option<Agreement>, locale: &Locale) -> EstimateObject {
    let estimate = estimated.estimate.as_ref();
    let agreed = &estimated.run.submission.agreement;
    let text = |given: &crate::records::submission::Given<String>| given.as_ref().map(|t| t.value.clone());
    EstimateObject {
        programme: estimate.map(|e| e.programme.id.clone()),
        title: estimate.map(|e| e.programme.title.clone()),
        year: estimate.map(|e| e.year),
        rules_assumed: estimate.map(|e| e.assumed),
        municipality: MunicipalityObject { teryt: text(&agreed.teryt), name: text(&agreed.municipality) },
        as_of: estimated.as_of.map(|day| day.to_string()),
        scenarios: estimate.map(scenarios).unwrap_or_default(),
        assumptions: estimate.map(assumptions).unwrap_or_default(),
        years: estimated.years.iter().map(year).collect(),
        second_engine: second_engine(agreement, None),
        findings: json(&estimated.findings, estimated.sources(), locale),
    }
}

/// The English word of a scenario.
pub const fn word(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Careful => "careful",
        Scenario::Base => "base",
        Scenario::Ambitious => "ambitious",
    }
}

fn scenarios(estimate: &Estimate) -> Vec<ScenarioObject> {
    let model = &estimate.model;
    let one = |figures: &Figures| ScenarioObject {
        scenario: word(figures.scenario),
        totals: sums(model, &figures.sums),
        months: figures.months.iter().map(|m| month(model, m)).collect(),
        cash: figures.cash.iter().map(|m| cash(model, m)).collect(),
        assistants: figures.persons.iter().map(|p| person(model, p)).collect(),
    };
    estimate.scenarios.iter().map(one).collect()
}

fn sums(model: &Model, sums: &Sums) -> SumsObject {
    let a = |id| amount(model, id);
    SumsObject {
        supplement_cost: a(sums.supplement_cost),
        employment_cost: a(sums.employment_cost),
        task_cost: a(sums.task_cost),
        requested_supplement: a(sums.asked_supplement),
        requested_employment: a(sums.asked_employment),
        requested: a(sums.asked),
        expected_supplement: a(sums.award_supplement),
        expected_employment: a(sums.award_employment),
        expected: a(sums.award),
        own_contribution: a(sums.own),
        outside_programme: a(sums.outside),
        thirteenth_salary: a(sums.thirteenth),
        own_money_to_vote: a(sums.to_vote),
        other_public_money: a(sums.others),
        most_laid_out: a(sums.most_laid_out),
        families: number(model, sums.families, 0),
        cost_per_family: a(sums.per_family),
    }
}

fn month(model: &Model, month: &RequestMonth) -> MonthObject {
    let a = |id| amount(model, id);
    let posts = |id| number(model, id, 4);
    MonthObject {
        month: month.month.to_string(),
        assistants: number(model, month.heads, 0),
        posts_employment: posts(month.posts_employment),
        posts_service: posts(month.posts_service),
        posts: posts(month.posts),
        posts_entitled: posts(month.posts_entitled),
        gross: a(month.gross),
        contributions: a(month.contributions),
        employment_cost: a(month.cost),
        requested_employment: a(month.asked_employment),
        requested_supplement: a(month.asked_supplement),
        requested: a(month.asked),
        own: a(month.own),
    }
}

fn cash(model: &Model, month: &CashMonth) -> CashObject {
    let a = |id| amount(model, id);
    CashObject {
        month: month.month.to_string(),
        cost: a(month.cost),
        from_programme: a(month.by_award),
        own: a(month.own),
        received: a(month.received),
        laid_out: a(month.laid_out),
    }
}

fn person(model: &Model, person: &Person) -> PersonObject {
    PersonObject {
        id: person.id.clone(),
        cost: amount(model, person.cost),
        families: number(model, person.families, 0),
        cost_per_family: amount(model, person.per_family),
    }
}

fn assumptions(estimate: &Estimate) -> Vec<AssumptionObject> {
    let one = |row: &AssumptionRow| AssumptionObject {
        key: row.key,
        label: row.label.clone(),
        values: row.values.map(|id| number(&estimate.model, id, 6)),
        mark: row.mark.word(),
        source: row.source.clone(),
    };
    estimate.assumptions.iter().map(one).collect()
}

fn year(year: &EarlierYear) -> YearObject {
    let text = |money: Option<Money>| money.map(|m| m.to_string());
    YearObject {
        year: year.year,
        programme: year.programme.clone(),
        requested: text(year.asked),
        awarded: text(year.awarded),
        used: text(year.used),
        task_cost: text(year.cost),
    }
}

fn number(model: &Model, id: NodeId, places: u32) -> Option<String> {
    match model.value(id) {
        Value::Number(n) => Some(n.to_short(places)),
        Value::Text(text) => Some(text.clone()),
        Value::Blank => None,
    }
}
