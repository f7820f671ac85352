//! Takes one task: reads its files, settles or audits them, and keeps what the roll-up needs.
//!
//! Never fails: what goes wrong with a file is a remark in its entry, so that the others are done.

use super::Context;
use crate::consolidate::walk::Task;
use crate::consolidate::{AssistantRow, Entry, EntryFile, FigureKey, Kind, MonthRow, Remark};
use crate::digest::sha256_hex;
use crate::forms::FormFacts;
use crate::forms::collected::figures_of;
use crate::intake::{Document, Documents};
use crate::locale::{Language, Locale};
use crate::pipeline::{Job, Run, run_documents};
use crate::records::ContractForm;
use crate::settlement::{Line, Settled};
use crate::units::{Exact, Money};

/// Takes a task.
pub fn take(task: &Task, context: &Context) -> Entry {
    let mut files = Vec::new();
    let mut documents = Documents::default();
    for (path, shown) in &task.files {
        let bytes = std::fs::read(path).unwrap_or_default();
        files.push(EntryFile {
            path: shown.clone(),
            sha256: sha256_hex(&bytes),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        });
        let name = shown.rsplit('/').next().unwrap_or(shown).to_owned();
        documents.files.push(Document { name, found: true, bytes });
    }
    let mut entry = Entry::of(files, Kind::Tables);
    let job = Job { programme: context.job.programme.clone(), as_of: context.job.as_of, ..Job::default() };
    match run_documents(&job, &documents, &context.catalogue) {
        Ok(mut run) => of_run(&mut run, &mut entry),
        Err(error) => entry.remarks.push(cannot_run(&error.text(Locale::of(Language::Polish)))),
    }
    entry.judge();
    entry
}

fn cannot_run(text: &str) -> Remark {
    Remark {
        code: "cannot-run".to_owned(),
        severity: "error".to_owned(),
        file: String::new(),
        sheet: String::new(),
        cell: String::new(),
        message: text.to_owned(),
        hint: String::new(),
        difference: String::new(),
    }
}

/// Keeps what a settlement of tables gives.
fn of_run(run: &mut Run, entry: &mut Entry) {
    let as_of = run.as_of.or(run.period.map(|p| p.last));
    let facts = run.programme.as_ref().zip(as_of).map(|(p, day)| FormFacts::new(&run.submission, p, day));
    let agreement = &run.submission.agreement;
    let text = |given: &crate::records::submission::Given<String>| given.as_ref().map(|t| t.value.clone());
    entry.edition = run.programme.as_ref().map(|p| p.id.clone());
    entry.rules_sha256 = run.programme.as_ref().map(|p| p.digest.clone()).unwrap_or_default();
    entry.voivodeship = text(&agreement.voivodeship);
    entry.teryt = text(&agreement.teryt);
    entry.municipality = text(&agreement.municipality);
    entry.unit = text(&agreement.unit);
    entry.agreement = text(&agreement.agreement_number);
    entry.agreement_day = agreement.agreement_day.as_ref().map(|d| d.value.to_string());
    entry.period = run.period.map(|p| (p.first.to_string(), p.last.to_string()));
    entry.remarks = run.rendered(Locale::of(Language::Polish)).iter().map(Remark::from).collect();
    if let (Some(settled), Some(facts)) = (&mut run.settled, &facts) {
        figures(settled, facts, entry);
        entry.months = settled.lines.iter().map(|line| month(settled, line)).collect();
        entry.assistants = settled
            .assistants
            .iter()
            .map(|a| AssistantRow {
                id: a.id.clone(),
                families: a.families.and_then(|f| u32::try_from(settled.model.number(f[0]).to_i64()?).ok()),
            })
            .collect();
    }
}

/// The figures that the municipality's own form shows, under the names of its fields.
fn figures(settled: &mut Settled, facts: &FormFacts, entry: &mut Entry) {
    for (field, value) in figures_of(settled, facts) {
        entry.figures.set(FigureKey::from(field), value);
    }
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
