//! What a settlement, made of tables or made again of a trace, gives to an entry.

use crate::consolidate::{AssistantRow, Entry, FigureKey, MonthRow, verdict};
use crate::finding::code::checks::RETURN_OVERDUE;
use crate::finding::code::consolidate as codes;
use crate::finding::{Fact, Finding};
use crate::forms::{FormFacts, collected};
use crate::pipeline::Run;
use crate::records::submission::Given;
use crate::records::{ContractForm, Submission};
use crate::settlement::{Line, Settled};
use crate::units::{Exact, Money};

/// Keeps what a settlement gives.
pub fn of_run(run: &mut Run, entry: &mut Entry) {
    of_agreement(&run.submission, entry);
    if let Some(programme) = &run.programme {
        entry.edition = Some(programme.id.clone());
        entry.rules_sha256.clone_from(&programme.digest);
    }
    entry.period = run.period.map(|p| (p.first.to_string(), p.last.to_string())).or(entry.period.take());
    entry.returns_untold = run.submission.refunds.iter().all(|refund| refund.rejected);
    let overdue = run.findings.iter().filter(|found| found.code.name == RETURN_OVERDUE.name);
    let days = overdue.filter_map(|found| match found.expected {
        Some(Fact::Day(day)) => Some(day),
        _ => None,
    });
    entry.return_due = days.min().map(|day| day.to_string());
    verdict::tell(entry, &run.findings, &run.submission.sources);
    other_readings(run, entry);
    let (Some(settled), Some(programme), Some(as_of)) = (&mut run.settled, &run.programme, run.as_of) else {
        return;
    };
    entry.months = settled.lines.iter().map(|line| month(settled, line)).collect();
    entry.assistants = settled
        .assistants
        .iter()
        .map(|a| AssistantRow {
            id: a.id.clone(),
            families: a.families.and_then(|f| u32::try_from(settled.model.number(f[0]).to_i64()?).ok()),
        })
        .collect();
    let facts = FormFacts::new(&run.submission, programme, as_of);
    for (field, value) in collected::figures_of(settled, &facts) {
        entry.figures.set(FigureKey::from(field), value);
    }
}

/// Names the readings under which the municipality settled that are not those the edition starts from: the office adds up
/// settlements and shall see that one of them reads the rules another way.
fn other_readings(run: &Run, entry: &mut Entry) {
    let readings = run.programme.iter().flat_map(|programme| &programme.readings);
    for reading in readings.filter(|reading| reading.in_force != reading.default) {
        let finding = Finding::new(&codes::ROLLUP_OTHER_READING)
            .with("reading", Fact::Text(format!("{}={}", reading.name, reading.in_force)))
            .with("question", Fact::Text(reading.question.clone()))
            .with("meaning", Fact::Text(reading.used().to_owned()));
        verdict::say(entry, finding);
    }
}

/// Keeps what the agreement says of the municipality.
pub fn of_agreement(submission: &Submission, entry: &mut Entry) {
    let agreement = &submission.agreement;
    let text = |given: &Given<String>| given.as_ref().map(|t| t.value.clone());
    entry.voivodeship = text(&agreement.voivodeship);
    entry.teryt = text(&agreement.teryt);
    entry.municipality = text(&agreement.municipality);
    entry.unit = text(&agreement.unit);
    entry.agreement = text(&agreement.agreement_number);
    entry.agreement_day = agreement.agreement_day.as_ref().map(|d| d.value.to_string());
}

fn month(settled: &Settled, line: &Line) -> MonthRow {
    let money = |id| settled.model.money(id);
    let wages = settled.rounds.get(line.round).is_some_and(|r| r.employment.is_some());
    let own: Exact =
        [line.supplement_own, line.employment_own].map(|id| settled.model.number(id)).into_iter().sum();
    MonthRow {
        assistant: settled.assistants.get(line.assistant).map_or_else(String::new, |a| a.id.clone()),
        month: line.month.to_string(),
        form: match line.form {
            ContractForm::Employment => "employment",
            ContractForm::Service => "service",
        }
        .to_owned(),
        posts: settled.model.number(line.fte),
        wage_cost: wages.then(|| money(line.wage_cost)),
        supplement_cost: money(line.supplement_cost),
        supplement_co_financing: money(line.supplement_co_financing),
        employment_co_financing: money(line.employment_co_financing),
        own_contribution: Money::from_exact(&own.round_half_up(2)).unwrap_or_default(),
    }
}
