//! The calendar of an edition: rules, the municipality's own days where it gives its tables, days given by hand.

use super::{CannotRun, Job};
use crate::calendar::{self, Asked, Calendar, Events};
use crate::checks::scope::Scope;
use crate::programme::National;
use crate::programme::when::Event;
use crate::records::{HalfYear, Submission};
use crate::units::Day;

/// A calendar, and whether the data it took days from has errors.
#[derive(Clone, Debug)]
pub struct Made {
    /// The calendar.
    pub calendar: Calendar,
    /// Errors in the data; days of cells that could not be read are not in the calendar.
    pub errors: usize,
}

/// Returns the calendar of the edition that the job names. Its inputs may be empty: then the rules speak alone.
pub fn calendar(job: &Job, events: &[(Event, Option<HalfYear>, Day)]) -> Result<Made, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let id = job.programme.as_deref().unwrap_or_default();
    let (_, about) = catalogue.edition(id)?;
    let programme = super::edition(&Job { inputs: Vec::new(), ..job.clone() })?;
    let (facts, errors) = facts(job, &programme.id)?;
    let national = National::built_in();
    let as_of = job.as_of.unwrap_or(programme.period.value.last);
    let scope = Scope::new(&facts, &programme, &national, as_of);
    let events: Events = events.iter().map(|(event, half, day)| ((*event, *half), *day)).collect();
    let asked = Asked { scope: &scope, about: &about, events: &events, as_of: job.as_of };
    Ok(Made { calendar: calendar::calendar(&asked), errors })
}

/// Reads the tables. Days of another edition would say nothing about this one, so they are refused.
fn facts(job: &Job, id: &str) -> Result<(Submission, usize), CannotRun> {
    if job.inputs.is_empty() {
        return Ok((Submission::default(), 0));
    }
    let run = super::run(job)?;
    let named = run.submission.agreement.programme.as_ref().map(|named| named.value.trim().to_lowercase());
    if let Some(other) = named.filter(|named| named != id) {
        return Err(CannotRun::new("calendar-other-edition").with("other", other).with("id", id));
    }
    let errors = run.findings.iter().filter(|f| f.code.severity == crate::finding::Severity::Error).count();
    Ok((run.submission, errors))
}

/// Reads `award=2024-09-10` or `lista.I-VI=10.09.2024`; `day` reads the day.
pub fn event(
    typed: &str,
    day: impl Fn(&str) -> Option<Day>,
) -> Result<(Event, Option<HalfYear>, Day), CannotRun> {
    let read = || {
        let (name, on) = typed.split_once('=')?;
        let (name, half) = match name.split_once('.') {
            Some((name, half)) => (name, Some(HalfYear::typed(half)?)),
            None => (name, None),
        };
        Some((Event::typed(name.trim())?, half, day(on.trim())?))
    };
    let known: Vec<&str> = Event::WORDS.iter().map(|(word, _, _)| *word).collect();
    read().ok_or_else(|| {
        CannotRun::new("calendar-bad-event").with("seen", typed).with("known", known.join(", "))
    })
}
