//! The radar of a run: made over its figures, as a workbook and as JSON.

use serde::Serialize;

use super::prices::Prices;
use super::{CannotRun, Job, Run, Witnessed, witnessed};
use crate::calc::{Model, NodeId, Value};
use crate::estimate::sensitivity::{self, Change, QuarterPost, ReadingChange, Sensitivity};
use crate::finding::code::radar as code;
use crate::finding::{Code, Fact, Finding};
use crate::forms::working::{self, WorkbookFacts};
use crate::grid::{Book, Sheet};
use crate::programme::{Catalogue, Programme};
use crate::radar::{self, Facts, Load, Radar};
use crate::records::Submission;
use crate::settlement::Settled;
use crate::source::CellRef;
use crate::units::DayRange;

/// Reads, checks and settles; refuses a day outside the year and tables of another programme: such a run has no figures.
pub fn run(job: &Job) -> Result<Run, CannotRun> {
    let mut run = super::run(job)?;
    let refused = refused(&run);
    if !refused.is_empty() {
        run.settled = None;
        run.findings = refused;
    }
    Ok(run)
}

fn refused(run: &Run) -> Vec<Finding> {
    let (Some(programme), Some(as_of), Some(period)) = (&run.programme, run.as_of, run.period) else {
        return Vec::new();
    };
    let agreement = &run.submission.agreement;
    let at = |code: &'static Code, cell: Option<CellRef>| {
        cell.map_or_else(|| Finding::new(code), |cell| Finding::at(code, cell))
    };
    let named = agreement.programme.as_ref().filter(|named| named.value.trim() != programme.id);
    let catalogue = Catalogue::built_in();
    let known = catalogue.ids();
    if let Some(named) = named.filter(|named| known.iter().any(|id| *id == named.value.trim())) {
        let finding = at(&code::RADAR_OTHER_PROGRAMME, Some(named.at));
        let text = |text: &str| Fact::Text(text.to_owned());
        return vec![finding.with_seen(text(named.value.trim())).with_expected(text(&programme.id))];
    }
    let own = agreement.payment_deadline.as_ref().map(|d| d.value);
    let last = own.unwrap_or(programme.payment_deadline_for(period).value).max(period.last);
    if period.first <= as_of && as_of <= last {
        return Vec::new();
    }
    let finding = at(&code::RADAR_DAY_OUTSIDE, agreement.period_from.as_ref().map(|d| d.at));
    let finding = finding.with_seen(Fact::Day(as_of)).with_expected(Fact::Day(period.first));
    vec![finding.with("last", Fact::Day(last))]
}

/// Looks at a run from its day; nothing without figures.
pub fn of(run: &mut Run) -> Option<Radar> {
    let (Some(programme), Some(as_of), Some(settled)) = (&run.programme, run.as_of, &mut run.settled) else {
        return None;
    };
    let facts = Facts { submission: &run.submission, programme, national: &run.national, as_of };
    Some(radar::of(settled, &facts))
}

/// Returns the sheets `Radar` and `Radar - wykresy` with their figures as values, for a workbook over another model.
pub fn sheets_as_values(run: &mut Run) -> Vec<Sheet> {
    let Some(radar) = of(run) else { return Vec::new() };
    let Some(settled) = &run.settled else { return Vec::new() };
    radar::sheets::as_values(radar::sheets::sheets(&radar, &settled.model), &settled.model)
}

/// Returns `Radar`, `Radar - wykresy` and `Wrażliwość` of a run for a workbook over another model: what the radar says
/// stands as values, the differences of the sensitivity as formulas of that model.
pub fn further(run: &mut Run, model: &mut Model) -> Vec<Sheet> {
    let mut sheets = sheets_as_values(run);
    let brought = sensitivity_of(run);
    sheets.extend(brought.map(|brought| sensitivity::sheet::sheet(&brought, model)));
    sheets
}

/// Settles a submission again for each change that a manager asks about, and for each other reading; `now` is the
/// settlement of the submission as it is.
pub fn sensitivity(
    submission: &Submission,
    programme: &Programme,
    period: DayRange,
    now: &Settled,
) -> Sensitivity {
    let prices = Prices::of_facts(submission, period, programme, now);
    let mut readings = Vec::new();
    for priced in prices.by_size() {
        for way in &priced.ways {
            let Some(difference) = way.price.difference() else { continue };
            let both = difference.co_financing.zip(difference.own_contribution);
            let Some((co_financing, own_contribution)) = both else { continue };
            readings.push(ReadingChange {
                name: priced.reading.name,
                way: way.word,
                meaning: way.meaning.clone(),
                co_financing,
                own_contribution,
            });
        }
    }
    sensitivity::of(submission, programme, period, now, readings)
}

/// The same for a run; nothing without figures.
pub fn sensitivity_of(run: &Run) -> Option<Sensitivity> {
    let (checked, programme) = run.checked.as_ref().zip(run.programme.as_ref())?;
    let now = run.settled.as_ref()?;
    Some(sensitivity(checked.submission(), programme, checked.period(), now))
}

/// Builds the radar's workbook: its sheets and, behind them, the steps and the input they rest on. The second engine
/// computes it.
pub fn workbook(
    run: &mut Run,
    radar: &Radar,
    sensitivity: Option<&Sensitivity>,
) -> Result<Option<Witnessed>, CannotRun> {
    let (Some(programme), Some(as_of)) = (&run.programme, run.as_of) else { return Ok(None) };
    let Some(mut settled) = run.settled.take() else { return Ok(None) };
    let facts = WorkbookFacts::of_paper(&run.submission, programme, &run.national, as_of);
    let mut sheets = radar::sheets::sheets(radar, &settled.model);
    sheets.extend(sensitivity.map(|s| sensitivity::sheet::sheet(s, &mut settled.model)));
    sheets.extend(working::behind(&mut settled, &facts, &radar.families));
    for sheet in &mut sheets {
        sheet.footer = format!(
            "{} · radar na {}, nie jest sprawozdaniem · rozlicz {}",
            programme.id,
            as_of.polish(),
            env!("CARGO_PKG_VERSION")
        );
    }
    let title = format!("Radar: {}", programme.title);
    let book = Book { title, created: as_of, sheets };
    let model = &run.settled.insert(settled).model;
    witnessed(&book, model).map(Some)
}

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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::pipeline::run;
    use crate::units::Day;

    #[test]
    fn a_workbook_over_another_model_takes_the_radar_and_the_sensitivity_and_is_witnessed() {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        let as_of = Day::new(2025, 10, 15);
        let mut run = run(&Job { inputs, as_of, ..Job::default() }).expect("the sample is read");
        let mut model = Model::default();
        let sheets = further(&mut run, &mut model);
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Radar", "Radar - wykresy", "Wrażliwość"]);
        let created = as_of.expect("a day");
        let book = Book { title: "Inny skoroszyt".to_owned(), created, sheets };
        let agreed = witnessed(&book, &model).expect("the second engine agrees").agreement();
        assert_eq!(agreed.formulas, model.len() / 3, "one difference to two amounts");
    }
}
