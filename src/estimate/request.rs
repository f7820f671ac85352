//! The request on its form: rows handed over to `report-templates/f1-zapotrzebowanie`, which alone has the words.

use std::collections::BTreeMap;

use super::Scenario;
use super::scenarios::Estimate;
use crate::calc::{Format, NodeId, Value as Held};
use crate::forms::listed::{Listed, Value};
use crate::forms::{FormDefinition, FormFacts, fill};
use crate::grid::Sheet;
use crate::units::{Day, Exact};

/// Fills the form with the base scenario. The coming year has no contract yet: its fields stay empty.
pub fn sheets(estimate: &mut Estimate, form: &FormDefinition, as_of: Day, assumption: &str) -> Vec<Sheet> {
    let Some(base) = estimate.scenarios.get(Scenario::Base.column()) else { return Vec::new() };
    let mut facts = FormFacts::new(&base.submission, &estimate.programme, as_of);
    let agreement = &mut facts.agreement;
    (agreement.agreement_number, agreement.agreement_day) = (None, None);
    (agreement.amendment_number, agreement.amendment_day) = (None, None);
    let months = base.months.clone();
    let mut listed = Listed::default();
    let mut once = |key, text: &str| {
        listed.once.insert(key, Value::Text(text.to_owned()));
    };
    once("request.assumption", assumption);
    once("request.scenario", Scenario::Base.word());
    once("request.version", "pierwotna");
    for (number, month) in (1i64..).zip(&months) {
        let number = Held::Number(Exact::whole(number));
        let number = estimate.model.parameter("Lp.", Format::Count, number);
        let cells: [(&'static str, NodeId); 14] = [
            ("request.number", number),
            ("request.month", month.name),
            ("request.assistants", month.heads),
            ("request.posts_employment", month.posts_employment),
            ("request.posts_service", month.posts_service),
            ("request.posts", month.posts),
            ("request.posts_supplement", month.posts_entitled),
            ("request.gross", month.gross),
            ("request.contributions", month.contributions),
            ("request.employment_cost", month.cost),
            ("request.employment", month.asked_employment),
            ("request.supplements", month.asked_supplement),
            ("request.total", month.asked),
            ("request.own", month.own),
        ];
        let row: BTreeMap<_, _> = cells.into_iter().map(|(key, id)| (key, Value::Node(id))).collect();
        listed.rows.push(row);
    }
    fill::fill_listed(form, &mut estimate.model, &facts, &listed)
}
