//! The result as JSON. Keys are a promise to other programs: more may be added, these stay.
//!
//! Amounts are text with two decimals, or null where the office did not give what they rest on; days are ISO.

pub mod consolidate;
mod difference;
pub mod estimate;
mod readings;

use serde::Serialize;

pub use self::difference::{DifferenceObject, PreviousObject, difference, previous};
pub use self::readings::{ReadingObject, ReadingsObject, priced, readings_of};
use crate::calc::{Model, NodeId, Value};
use crate::settlement::{AssistantFigures, Settled, Totals};
use crate::witness::{Agreement, ENGINE, ENGINE_VERSION};

type Amount = Option<String>;

/// What every result begins with.
#[derive(Serialize, Debug)]
pub struct HeadObject {
    /// Programme id as used, else as typed; null when none was given.
    pub programme: Option<String>,
    /// Who settles.
    pub municipality: MunicipalityObject,
    /// First and last day settled.
    pub period: Option<PeriodObject>,
    /// Day the settlement speaks of.
    pub as_of: Option<String>,
}

/// The result of `settle`.
#[derive(Serialize, Debug)]
pub struct ResultObject {
    /// Programme, municipality, days.
    #[serde(flatten)]
    pub head: HeadObject,
    /// Not to be signed: errors were found, or a draft was asked for.
    pub draft: bool,
    /// Totals; null when nothing could be computed.
    pub totals: Option<TotalsObject>,
    /// Rounds, where the year has two.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundObject>,
    /// Assistants in the order of identifier.
    pub assistants: Vec<AssistantObject>,
    /// Readings of the edition, in its order.
    pub readings: Vec<ReadingObject>,
    /// The second engine that computed the workbooks; null when none was written.
    pub second_engine: Option<SecondEngineObject>,
    /// The settlement before, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousObject>,
    /// What is different from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<DifferenceObject>,
    /// Findings, worst first, as [`crate::finding::render::json`] writes them.
    pub findings: serde_json::Value,
}

/// The result of `check`.
#[derive(Serialize, Debug)]
pub struct CheckedObject {
    /// Programme, municipality, days.
    #[serde(flatten)]
    pub head: HeadObject,
    /// Findings, worst first, as [`crate::finding::render::json`] writes them.
    pub findings: serde_json::Value,
}

/// The second engine: every formula of every workbook written was computed by it, with the same result.
#[derive(Serialize, Debug)]
pub struct SecondEngineObject {
    /// Its name.
    pub engine: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Formulas of the workbook; null when it was not asked for.
    pub formulas: Option<usize>,
    /// Formulas of the file to send; null when it was not asked for.
    pub formulas_to_send: Option<usize>,
}

/// Who settles.
#[derive(Serialize, Debug, Default)]
pub struct MunicipalityObject {
    /// TERYT code as typed.
    pub teryt: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// Both ends of the settlement period.
#[derive(Serialize, Debug)]
pub struct PeriodObject {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// Totals.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of settlement::Totals, documented there")]
pub struct TotalsObject {
    pub task_cost: Amount,
    pub supplement_cost: Amount,
    pub employment_cost: Amount,
    pub supplement_co_financing: Amount,
    pub employment_co_financing: Amount,
    pub co_financing: Amount,
    pub own_contribution: Amount,
    pub transferred: Amount,
    pub to_return: Amount,
    pub left_to_return: Amount,
    pub due_not_transferred: Amount,
}

/// One round.
#[derive(Serialize, Debug)]
pub struct RoundObject {
    /// `I-VI` or `VII-XII`.
    pub round: &'static str,
    /// Its totals.
    pub totals: TotalsObject,
}

/// One assistant.
#[derive(Serialize, Debug)]
pub struct AssistantObject {
    /// Identifier.
    pub id: String,
    /// Co-financing of the supplement.
    pub supplement_co_financing: Amount,
    /// Co-financing of the employment cost.
    pub employment_co_financing: Amount,
    /// Own contribution.
    pub own_contribution: Amount,
}

/// Returns what the second engine found, where a workbook was written.
pub fn second_engine(whole: Option<Agreement>, to_send: Option<Agreement>) -> Option<SecondEngineObject> {
    let formulas = |a: Option<Agreement>| a.map(|a| a.formulas);
    (whole.is_some() || to_send.is_some()).then(|| SecondEngineObject {
        engine: ENGINE,
        version: ENGINE_VERSION,
        formulas: formulas(whole),
        formulas_to_send: formulas(to_send),
    })
}

/// Returns the totals as an object.
pub fn totals(model: &Model, totals: &Totals) -> TotalsObject {
    let a = |id| amount(model, id);
    TotalsObject {
        task_cost: a(totals.task_cost),
        supplement_cost: a(totals.supplement_cost),
        employment_cost: a(totals.employment_cost),
        supplement_co_financing: a(totals.supplement_co_financing),
        employment_co_financing: a(totals.employment_co_financing),
        co_financing: a(totals.co_financing),
        own_contribution: a(totals.own_contribution),
        transferred: a(totals.transferred),
        to_return: a(totals.to_return),
        left_to_return: a(totals.left_to_return),
        due_not_transferred: a(totals.due_not_transferred),
    }
}

/// Returns the rounds of a year that has two; none where it has one.
pub fn rounds(settled: &Settled) -> Vec<RoundObject> {
    let named = settled.rounds.iter().filter_map(|r| r.half_year.map(|half| (half, r)));
    let objects: Vec<RoundObject> = named
        .map(|(half, r)| RoundObject { round: half.word(), totals: totals(&settled.model, &r.totals) })
        .collect();
    if objects.len() > 1 { objects } else { Vec::new() }
}

/// Returns the assistants.
pub fn assistants(settled: &Settled) -> Vec<AssistantObject> {
    let one = |a: &AssistantFigures| AssistantObject {
        id: a.id.clone(),
        supplement_co_financing: amount(&settled.model, a.total.supplement_co_financing),
        employment_co_financing: amount(&settled.model, a.total.employment_co_financing),
        own_contribution: amount(&settled.model, a.own_contribution),
    };
    settled.assistants.iter().map(one).collect()
}

/// Returns an amount as text; a blank node is unknown, not zero.
pub fn amount(model: &Model, id: NodeId) -> Amount {
    match model.value(id) {
        Value::Number(_) => Some(model.money(id).to_string()),
        Value::Blank | Value::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::Format;
    use crate::units::Exact;

    #[test]
    fn a_blank_amount_is_null_and_zero_is_a_number() {
        let mut model = Model::default();
        let blank = model.parameter("", Format::Money, Value::Blank);
        let zero = model.parameter("", Format::Money, Value::Number(Exact::zero()));
        let some =
            model.parameter("", Format::Money, Value::Number(Exact::ratio(123_450, 100).expect("a ratio")));
        assert_eq!(amount(&model, blank), None);
        assert_eq!(amount(&model, zero).as_deref(), Some("0.00"));
        assert_eq!(amount(&model, some).as_deref(), Some("1234.50"));
    }
}
