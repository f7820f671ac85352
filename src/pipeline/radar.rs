//! The radar of a run: made over its figures, as a workbook and as JSON.

pub mod result;

use super::prices::Prices;
use super::{CannotRun, Job, Run, Witnessed, witnessed};
use crate::estimate::sensitivity::{self, ReadingChange, Sensitivity};
use crate::finding::code::radar as code;
use crate::finding::{Code, Fact, Finding};
use crate::forms::working::{self, WorkbookFacts};
use crate::grid::Book;
use crate::programme::{Catalogue, Programme};
use crate::radar::{self, Facts, Radar};
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::calc::Model;
    use crate::pipeline::run;
    use crate::units::Day;

    #[test]
    fn the_workbook_opens_with_the_radar_its_charts_and_the_sensitivity() {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        let job = Job { inputs, as_of: Day::new(2025, 10, 15), ..Job::default() };
        let mut run = run(&job).expect("the sample is read");
        let brought = sensitivity_of(&run);
        let radar = of(&mut run).expect("figures");
        let made = workbook(&mut run, &radar, brought.as_ref()).expect("agreed").expect("figures");
        let names: Vec<&str> = made.prepared().sheets.iter().map(String::as_str).take(3).collect();
        assert_eq!(names, ["Radar", "Radar - wykresy", "Wrażliwość"]);
    }

    #[test]
    fn a_workbook_over_another_model_takes_the_sensitivity_and_is_witnessed() {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        let as_of = Day::new(2025, 10, 15);
        let run = run(&Job { inputs, as_of, ..Job::default() }).expect("the sample is read");
        let mut model = Model::default();
        let brought = sensitivity_of(&run).expect("the sample is settled");
        let sheets = vec![sensitivity::sheet::sheet(&brought, &mut model)];
        assert_eq!(sheets[0].name, "Wrażliwość");
        let created = as_of.expect("a day");
        let book = Book { title: "Inny skoroszyt".to_owned(), created, sheets };
        let agreed = witnessed(&book, &model).expect("the second engine agrees").agreement();
        assert_eq!(agreed.formulas, model.len() / 3, "one difference to two amounts");
    }
}
