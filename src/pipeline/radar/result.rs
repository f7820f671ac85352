//! What `radar --json` prints.

use serde::Serialize;

use crate::calc::{Model, NodeId, Value};
use crate::estimate::sensitivity::{self, Change, QuarterPost, Sensitivity};
use crate::radar::{self, Load, Radar};

/// The radar as JSON. Amounts are text with two decimals, or null where the office did not give what they rest on.
#[derive(Serialize, Debug)]
pub struct RadarObject {
    /// The day looked from.
    pub as_of: String,
    /// Money by component and round.
    pub money: Vec<MoneyObject>,
    /// Months without a supplement, and those that earned one narrowly.
    pub months: Vec<MonthObject>,
    /// Assistants and their families.
    pub caseload: Vec<CaseloadObject>,
    /// Cost of each month, by who paid.
    pub monthly_cost: Vec<MonthlyObject>,
    /// What single changes bring.
    pub sensitivity: Vec<OutcomeObject>,
}

/// See [`sensitivity::Outcome`].
#[derive(Serialize, Debug)]
pub struct OutcomeObject {
    /// `quarter-post`, `quarter-post-hired`, `pay-percent`, `hours` or `reading`.
    pub change: &'static str,
    /// The assistant meant, where there is one.
    pub assistant: Option<String>,
    /// The reading and its other way, as `NAME=VALUE`.
    pub reading: Option<String>,
    /// As it is.
    pub before: FiguresObject,
    /// As it would be.
    pub after: FiguresObject,
}

/// See [`sensitivity::Figures`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of sensitivity::Figures, documented there")]
pub struct FiguresObject {
    pub limit: Option<String>,
    pub co_financing: String,
    pub own_contribution: String,
}

/// See [`radar::MoneyRow`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of radar::MoneyRow, documented there")]
pub struct MoneyObject {
    pub component: &'static str,
    pub round: Option<&'static str>,
    pub awarded: Option<String>,
    pub transferred: Option<String>,
    pub received_later: Option<String>,
    pub used: Option<String>,
    pub planned: Option<String>,
    pub unspent: Option<String>,
    pub paid_months: Option<String>,
    pub months_left: Option<String>,
    pub forecast: Option<String>,
    pub unused: Option<String>,
    pub to_return: Option<String>,
    pub missing: Option<String>,
    pub sources: Vec<SourceObject>,
}

/// See [`radar::SourceRow`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of radar::SourceRow, documented there")]
pub struct SourceObject {
    pub source: &'static str,
    pub awarded: Option<String>,
    pub used: Option<String>,
    pub unspent: Option<String>,
}

/// See [`radar::MonthRow`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of radar::MonthRow, documented there")]
pub struct MonthObject {
    pub assistant: String,
    pub month: String,
    pub form: &'static str,
    pub reasons: Vec<&'static str>,
    pub near: bool,
    pub running: bool,
    pub hours: Option<String>,
    pub needed: Option<String>,
    pub missing: Option<String>,
    pub worth: Option<String>,
}

/// See [`radar::CaseloadRow`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of radar::CaseloadRow, documented there")]
pub struct CaseloadObject {
    pub assistant: String,
    pub now: Option<String>,
    pub peak: Option<String>,
    pub limit: Option<String>,
    pub load: &'static str,
}

/// See [`radar::MonthlyCost`].
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of radar::MonthlyCost, documented there")]
pub struct MonthlyObject {
    pub month: String,
    pub supplement: Option<String>,
    pub employment: Option<String>,
    pub own: Option<String>,
}

/// Returns the radar as JSON.
pub fn object(radar: &Radar, model: &Model, sensitivity: Option<&Sensitivity>) -> RadarObject {
    let amount = |id| amount(model, id);
    let plain = |id: NodeId| radar::sheets::number(model, id).map(|n| n.to_short(4));
    let given = |id: Option<NodeId>| id.and_then(plain);
    RadarObject {
        as_of: radar.as_of.to_string(),
        money: radar.money.iter().map(|row| money(row, model)).collect(),
        months: radar
            .months
            .iter()
            .map(|row| MonthObject {
                assistant: row.assistant.clone(),
                month: row.month.to_string(),
                form: row.form.word(),
                reasons: row.reasons.iter().map(|reason| reason.word()).collect(),
                near: row.near,
                running: row.running,
                hours: given(row.hours),
                needed: given(row.needed),
                missing: given(row.missing),
                worth: row.worth.and_then(amount),
            })
            .collect(),
        caseload: radar
            .caseload
            .iter()
            .map(|row| CaseloadObject {
                assistant: row.assistant.clone(),
                now: given(row.now),
                peak: given(row.peak),
                limit: given(row.limit),
                load: Load::word(row.load),
            })
            .collect(),
        monthly_cost: radar
            .monthly
            .iter()
            .map(|row| MonthlyObject {
                month: row.month.to_string(),
                supplement: amount(row.supplement),
                employment: amount(row.employment),
                own: amount(row.own),
            })
            .collect(),
        sensitivity: sensitivity.map(outcomes).unwrap_or_default(),
    }
}

/// Returns what single changes bring, as JSON.
pub fn outcomes(sensitivity: &Sensitivity) -> Vec<OutcomeObject> {
    let figures = |f: &sensitivity::Figures| FiguresObject {
        limit: f.limit.map(|amount| amount.to_string()),
        co_financing: f.co_financing.to_string(),
        own_contribution: f.own_contribution.to_string(),
    };
    let object = |outcome: &sensitivity::Outcome| OutcomeObject {
        change: outcome.change.word(),
        assistant: match &outcome.change {
            Change::QuarterPost(
                QuarterPost::Raised { assistant, .. } | QuarterPost::Hired { like: assistant },
            ) => Some(assistant.clone()),
            _ => None,
        },
        reading: match &outcome.change {
            Change::Reading(reading) => Some(format!("{}={}", reading.name, reading.way)),
            _ => None,
        },
        before: figures(&outcome.before),
        after: figures(&outcome.after),
    };
    sensitivity.outcomes.iter().map(object).collect()
}

fn money(row: &radar::MoneyRow, model: &Model) -> MoneyObject {
    let amount = |id| amount(model, id);
    let plain = |id: NodeId| radar::sheets::number(model, id).map(|n| n.to_short(4));
    MoneyObject {
        component: row.component.word(),
        round: row.half_year.map(crate::records::HalfYear::word),
        awarded: amount(row.awarded),
        transferred: amount(row.transferred),
        received_later: row.received_later.and_then(amount),
        used: amount(row.used),
        planned: amount(row.planned),
        unspent: amount(row.unspent),
        paid_months: plain(row.paid_months),
        months_left: plain(row.months_left),
        forecast: amount(row.forecast),
        unused: amount(row.unused),
        to_return: amount(row.to_return),
        missing: amount(row.missing),
        sources: row
            .sources
            .iter()
            .map(|source| SourceObject {
                source: source.source.word(),
                awarded: amount(source.awarded),
                used: amount(source.used),
                unspent: amount(source.unspent),
            })
            .collect(),
    }
}

fn amount(model: &Model, id: NodeId) -> Option<String> {
    match model.value(id) {
        Value::Number(_) => Some(model.money(id).to_string()),
        Value::Blank | Value::Text(_) => None,
    }
}
